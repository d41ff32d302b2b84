import Model
import OracleSQL

extension ProgramTranslator {
  /// What a block declares; its names join the innermost scope one after the other.
  mutating func declarations(
    _ block: Block, label: String, into text: inout ProgramText
  ) throws(ConversionRefusal) {
    expressions.scopes[expressions.scopes.count - 1].sources.append(
      ScopeSource(oracleName: block.labels.first?.name, schema: nil, alias: label, columns: []))
    for declaration in block.declarations {
      place = declaration.range
      switch declaration.kind {
      case .variable(let variable): try declare(variable, label: label, into: &text)
      case .exception(let name): declare(exception: name.name)
      case .cursor(let cursor): try declare(cursor)
      case .pragma(let pragma): try apply(pragma)
      case .type(let type): throw ConversionRefusal("the declaration of a type (\(type.name.name))")
      case .subprogram(let subprogram):
        throw ConversionRefusal("a subprogram inside of the program (\(subprogram.name.name.name))")
      }
    }
  }

  private mutating func declare(
    _ variable: VariableDeclaration, label: String, into text: inout ProgramText
  ) throws(ConversionRefusal) {
    let name = variableName(PostgresIdentifier.folded(oracleName: variable.name.name), in: label)
    let quoted = PostgresIdentifier.quoted(name)
    let sql = PostgresIdentifier.quoted(label) + "." + quoted
    if case .rowTypeOf(let path) = variable.type.kind {
      guard variable.value == nil, !variable.isConstant else { throw ConversionRefusal("a record with a first value") }
      if path.count == 1, let cursor = cursors[path[0].name] {
        let columns = try columns(of: cursor)
        let fields = columns.map { "CAST(NULL AS \($0.type.sql)) AS \(PostgresIdentifier.quoted($0.name))" }
        // Its fields can be read and assigned before it has a row.
        text.add("\(quoted) record := (SELECT r FROM (SELECT \(fields.joined(separator: ", "))) AS r);")
        declareRecord(variable.name.name, sql, columns: columns)
      } else {
        let relation = try rowType(path)
        text.add("\(quoted) \(relation.name.quoted)%ROWTYPE;")
        declareRecord(variable.name.name, sql, columns: relation.columns)
      }
      return
    }
    let type = try type(of: variable.type)
    try noteLimit(type.oracle, of: variable.name.name)
    var line = quoted
    if variable.isConstant { line += " CONSTANT" }
    line += " \(type.postgres.sql)"
    let isNotNull = variable.type.isNotNull
    if isNotNull { line += " NOT NULL" }
    if let value = variable.value {
      let target = AssignmentTarget(sql: sql, oracleType: type.oracle, postgresType: type.postgres)
      line += " := \(try expressions.assigned(try self.value(value), to: target).sql)"
    }
    text.add(line + ";")
    var column = ScopeColumn(
      oracleName: variable.name.name, name: name,
      value: ExpressionTranslator.column(sql, type.oracle, type.postgres, isNullable: !isNotNull))
    column.isConstant = variable.isConstant
    let place = expressions.scopes.count - 1
    guard !expressions.scopes[place].sources[0].columns.contains(where: { $0.oracleName == column.oracleName }) else {
      throw ConversionRefusal("\(column.oracleName) is declared twice")
    }
    expressions.scopes[place].sources[0].columns.append(column)
  }

  /// What a variable's type does to values in Oracle and not in PostgreSQL.
  private mutating func noteLimit(_ type: OracleDataType, of name: String) throws(ConversionRefusal) {
    switch type {
    case .float(let bits) where bits < 126:
      throw ConversionRefusal("the variable \(name) of FLOAT(\(bits)), which rounds to so many binary digits")
    case .raw, .intervalYearToMonth:
      expressions.remarks.append("the variable \(name) takes values beyond \(type.description), which Oracle refuses")
    case .intervalDayToSecond(_, let precision):
      expressions.remarks.append("the variable \(name) takes values beyond \(type.description), which Oracle refuses")
      noteFraction(precision, of: name)
    case .timestamp(let precision), .timestampWithTimeZone(let precision),
      .timestampWithLocalTimeZone(let precision):
      noteFraction(precision, of: name)
    default: break
    }
  }

  private mutating func noteFraction(_ precision: Int, of name: String) {
    guard precision > DateTimeTypes.maximumPrecision else { return }
    expressions.remarks.append("of the \(precision) digits of a second of the variable \(name) PostgreSQL keeps 6")
  }

  /// A record joins the innermost scope.
  mutating func declareRecord(_ name: String, _ sql: String, columns: [QueryCatalogue.Column]) {
    let fields = columns.map { column in
      ScopeColumn(
        oracleName: column.oracleName, name: column.name,
        value: ExpressionTranslator.column(
          sql + "." + PostgresIdentifier.quoted(column.name), column.oracleType, column.type, isNullable: true))
    }
    let place = expressions.scopes.count - 1
    // A record hides its own block's label.
    for index in expressions.scopes[place].sources.indices
    where expressions.scopes[place].sources[index].oracleName == name {
      expressions.scopes[place].sources[index].oracleName = nil
    }
    expressions.scopes[place].sources.append(
      ScopeSource(oracleName: name, schema: nil, alias: Self.label, columns: fields, needsQualifier: true))
  }

  /// PRAGMA EXCEPTION_INIT gives an exception the number of an error.
  private mutating func apply(_ pragma: Pragma) throws(ConversionRefusal) {
    guard pragma.name == "EXCEPTION_INIT", pragma.arguments.count == 2,
      case .column(let name) = pragma.arguments[0].value.kind, name.table == nil,
      exceptions[name.column.name] != nil, let number = pragma.arguments[1].value.literalInteger
    else {
      throw ConversionRefusal(
        pragma.name == "AUTONOMOUS_TRANSACTION"
          ? "an autonomous transaction has no counterpart" : "PRAGMA \(pragma.name) is not converted")
    }
    guard let state = Self.sqlState(ofError: number) else {
      throw ConversionRefusal("PostgreSQL has no one error for ORA\(number)")
    }
    exceptions[name.column.name] = state
  }
}
