import Model
import OracleSQL

/// A cursor that a program declares.
struct Cursor {
  var name: String
  var query: Query
  /// Parameters, and the variables that hold their values.
  var parameters: [AssignmentTarget]
  /// What its names mean: the scopes of the place where it is declared, and its parameters.
  var scopes: [QueryScope]
  /// PostgreSQL's name of the cursor once it is opened, and the record that its rows go to.
  var opened: (cursor: String, record: String)?
}

extension ProgramTranslator {
  /// `CURSOR name (parameters) IS query`: its parameters become variables.
  mutating func declare(_ cursor: CursorDeclaration) throws(ConversionRefusal) {
    guard let query = cursor.query, cursor.returnType == nil else {
      throw ConversionRefusal("the cursor \(cursor.name.name) has no query of its own")
    }
    var parameters: [AssignmentTarget] = []
    var columns: [ScopeColumn] = []
    for parameter in cursor.parameters {
      guard parameter.mode == .in, parameter.defaultValue == nil else {
        throw ConversionRefusal("the cursor \(cursor.name.name) has a parameter with a default")
      }
      let type = try type(of: parameter.type, isConstrained: false)
      let sql = hiddenVariable(
        PostgresIdentifier.folded(oracleName: parameter.name.name), type.postgres.sql)
      parameters.append(AssignmentTarget(sql: sql, oracleType: type.oracle, postgresType: type.postgres))
      columns.append(
        ScopeColumn(
          oracleName: parameter.name.name, name: sql,
          value: ExpressionTranslator.column(sql, type.oracle, type.postgres, isNullable: true), isConstant: true))
    }
    guard cursors[cursor.name.name] == nil else { throw ConversionRefusal("\(cursor.name.name) is declared twice") }
    let own = QueryScope(sources: [
      ScopeSource(oracleName: cursor.name.name, schema: nil, alias: Self.label, columns: columns)
    ])
    cursors[cursor.name.name] = Cursor(
      name: cursor.name.name, query: query, parameters: parameters, scopes: expressions.scopes + [own])
  }

  /// What a cursor's query returns.
  mutating func columns(of cursor: Cursor) throws(ConversionRefusal) -> [QueryCatalogue.Column] {
    var query = cursor.query
    _ = try lockClause(&query)
    let scopes = expressions.scopes
    expressions.scopes = cursor.scopes
    defer { expressions.scopes = scopes }
    return try expressions.query(query).columns.map(\.catalogueColumn)
  }

  /// A query that runs row by row, with the lock that it takes.
  ///
  /// - Parameter scopes: what its names mean; nil for the present scopes.
  mutating func rows(
    of query: Query, scopes: [QueryScope]? = nil, into text: inout ProgramText
  ) throws(ConversionRefusal) -> (sql: String, columns: [QueryCatalogue.Column]) {
    var query = query
    let lock = try lockClause(&query)
    let present = expressions.scopes
    if let scopes { expressions.scopes = scopes }
    defer { expressions.scopes = present }
    let result = try timed(into: &text) { (translator: inout ExpressionTranslator) throws(ConversionRefusal) in
      try translator.query(query)
    }
    return (result.sql + lock, result.columns.map(\.catalogueColumn))
  }

  /// Gives a cursor's parameters their values.
  mutating func bind(_ call: Expression, into text: inout ProgramText) throws(ConversionRefusal) -> Cursor {
    var name: Identifier?
    var arguments: [Expression] = []
    switch call.kind {
    case .column(let reference) where reference.table == nil: name = reference.column
    case .call(let function) where function.path.count == 1 && function.arguments.allSatisfy({ $0.name == nil }):
      name = function.path[0]
      arguments = function.arguments.map(\.value)
    default: break
    }
    guard let name, let cursor = cursors[name.name] else {
      throw ConversionRefusal("a cursor that the program doesn't declare")
    }
    guard cursor.parameters.count == arguments.count else {
      throw ConversionRefusal("the cursor \(name.name) is called with another number of values")
    }
    for (parameter, argument) in zip(cursor.parameters, arguments) {
      let value = try expressions.assigned(try value(argument), to: parameter)
      text.add("\(parameter.sql) := \(value.sql);")
    }
    return cursor
  }

  /// OPEN: the cursor and the record for its rows are variables of the whole program.
  mutating func open(_ open: OpenCursor, into text: inout ProgramText) throws(ConversionRefusal) {
    guard open.source == nil, open.arguments.isEmpty else { throw ConversionRefusal("OPEN FOR is not converted") }
    var cursor = try bind(open.cursor, into: &text)
    let rows = try rows(of: cursor.query, scopes: cursor.scopes, into: &text)
    if cursor.opened == nil {
      let wanted = PostgresIdentifier.folded(oracleName: cursor.name)
      let variable = hiddenVariable(wanted, "refcursor")
      let record = hiddenVariable(wanted + "_row", "record")
      cursor.opened = (variable, record)
      let found = hiddenVariable(wanted + "_found", "boolean")
      expressions.context.program?.fetched[cursor.name] = found
      cursors[cursor.name] = cursor
    }
    guard let opened = cursor.opened, let found = expressions.context.program?.fetched[cursor.name] else { return }
    text.add("\(opened.cursor) := NULL;")
    text.add("OPEN \(opened.cursor) FOR \(rows.sql);")
    text.add("\(found) := NULL;")
  }

  /// FETCH: without another row Oracle leaves the variables as they are.
  mutating func fetch(_ fetch: FetchCursor, into text: inout ProgramText) throws(ConversionRefusal) {
    guard !fetch.into.isBulkCollect, fetch.limit == nil else {
      throw ConversionRefusal("BULK COLLECT is not converted")
    }
    guard case .column(let reference) = fetch.cursor.kind, reference.table == nil,
      let cursor = cursors[reference.column.name], let opened = cursor.opened,
      let found = expressions.context.program?.fetched[cursor.name]
    else { throw ConversionRefusal("FETCH from a cursor that is not opened before") }
    noteFailing()
    let outputs = try columns(of: cursor)
    let targets = try targets(fetch.into.targets, count: outputs.count)
    text.add("FETCH \(opened.cursor) INTO \(opened.record);")
    text.add("\(found) := FOUND;")
    text.add("IF \(found) THEN")
    for (target, output) in zip(targets, outputs) {
      let field = ExpressionTranslator.column(
        opened.record + "." + PostgresIdentifier.quoted(output.name), output.oracleType, output.type, isNullable: true)
      text.add("  \(target.sql) := \(try expressions.assigned(field, to: target).sql);")
    }
    text.add("END IF;")
  }

  mutating func close(_ expression: Expression, into text: inout ProgramText) throws(ConversionRefusal) {
    guard case .column(let reference) = expression.kind, reference.table == nil,
      let opened = cursors[reference.column.name]?.opened
    else { throw ConversionRefusal("CLOSE of a cursor that is not opened before") }
    noteFailing()
    text.add("CLOSE \(opened.cursor);")
  }
}
