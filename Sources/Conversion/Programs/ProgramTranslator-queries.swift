import Model
import OracleSQL

/// SQL statements inside of programs.
extension ProgramTranslator {
  mutating func sql(_ kind: Statement.Kind, into text: inout ProgramText) throws(ConversionRefusal) {
    switch kind {
    case .query(let query): try selectInto(query, into: &text)
    case .insert(let insert):
      try change(into: &text) { (p: inout Self) throws(ConversionRefusal) in try p.insert(insert) }
    case .update(let update):
      try change(into: &text) { (p: inout Self) throws(ConversionRefusal) in try p.update(update) }
    case .delete(let delete):
      try change(into: &text) { (p: inout Self) throws(ConversionRefusal) in try p.delete(delete) }
    case .merge(let merge): try change(into: &text) { (p: inout Self) throws(ConversionRefusal) in try p.merge(merge) }
    case .insertAll: throw ConversionRefusal("INSERT ALL is not converted")
    case .commit: throw ConversionRefusal("COMMIT in a program")
    case .rollback: throw ConversionRefusal("ROLLBACK in a program")
    case .savepoint: throw ConversionRefusal("SAVEPOINT in a program")
    case .lockTable: throw ConversionRefusal("LOCK TABLE is not converted")
    case .setTransaction: throw ConversionRefusal("SET TRANSACTION in a program")
    default: throw ConversionRefusal("a statement of SQL that is not converted")
    }
  }

  private mutating func change(
    into text: inout ProgramText, _ body: (inout Self) throws(ConversionRefusal) -> String
  ) throws(ConversionRefusal) {
    noteChange()
    let sql = try timedStatement(into: &text, body)
    text.add(sql + ";")
    countRows(into: &text)
  }

  private mutating func countRows(into text: inout ProgramText) {
    if let rows = expressions.context.program?.rowCount { text.add("GET DIAGNOSTICS \(rows) = ROW_COUNT;") }
  }

  /// Translates a statement, within which Oracle's clock stands still: a variable holds its time.
  mutating func timed<Result>(
    into text: inout ProgramText, _ body: (inout ExpressionTranslator) throws(ConversionRefusal) -> Result
  ) throws(ConversionRefusal) -> Result {
    try timedStatement(into: &text) { (program: inout Self) throws(ConversionRefusal) in
      try program.evaluated(body)
    }
  }

  private mutating func timedStatement<Result>(
    into text: inout ProgramText, _ body: (inout Self) throws(ConversionRefusal) -> Result
  ) throws(ConversionRefusal) -> Result {
    hasSQL = true
    let saved = (clock, variables, hiddenDeclarations)
    let variable = clock ?? hiddenVariable("clock", "timestamp with time zone")
    clock = variable
    expressions.usesClock = false
    expressions.sequenceUses = []
    expressions.calledFunctions = []
    expressions.context.program?.clock = variable
    let result = try body(&self)
    expressions.context.program?.clock = nil
    if Set(expressions.sequenceUses).count < expressions.sequenceUses.count {
      throw ConversionRefusal("a sequence stands twice in one statement, where Oracle counts it up once")
    }
    try checkCallsOfSQL()
    if !expressions.calledFunctions.isDisjoint(with: functionEffects.changing) { noteChange() }
    if expressions.usesClock {
      text.add("\(variable) := clock_timestamp();")
    } else {
      (clock, variables, hiddenDeclarations) = saved
    }
    return result
  }

  /// Where a statement of SQL calls a function, Oracle takes NO_DATA_FOUND for NULL.
  private func checkCallsOfSQL() throws(ConversionRefusal) {
    guard expressions.calledFunctions.isDisjoint(with: functionEffects.seeking) else {
      throw ConversionRefusal("SQL calls a function that may raise NO_DATA_FOUND, which is NULL there")
    }
  }

  // MARK: SELECT INTO

  private mutating func selectInto(_ query: Query, into text: inout ProgramText) throws(ConversionRefusal) {
    var query = query
    guard case .select(var block) = query.first, let into = block.into, query.setOperations.isEmpty else {
      throw ConversionRefusal("a query without INTO, or with a set operation")
    }
    guard !into.isBulkCollect else { throw ConversionRefusal("BULK COLLECT is not converted") }
    block.into = nil
    query.first = .select(block)
    if let value = Self.plainValue(query, block), into.targets.count == 1 {
      let target = try self.target(into.targets[0])
      text.add("\(target.sql) := \(try expressions.assigned(try self.value(value), to: target).sql);")
      try checkCallsOfSQL()
      if let rows = expressions.context.program?.rowCount { text.add("\(rows) := 1;") }
      return
    }
    noteFailing()
    mayFindNothing = true
    let lock = try lockClause(&query)
    let wanted = into.targets
    let (sql, targets) = try timedStatement(into: &text) {
      (program: inout Self) throws(ConversionRefusal) -> (String, [AssignmentTarget]) in
      try program.fitted(query) { (program: inout Self, count: Int) throws(ConversionRefusal) in
        try program.targets(wanted, count: count)
      }
    }
    text.add("\(sql)\(lock)")
    text.add("  INTO STRICT \(targets.map(\.sql).joined(separator: ", "));")
    countRows(into: &text)
  }

  /// The expression of `SELECT expression FROM dual`.
  private static func plainValue(_ query: Query, _ block: SelectBlock) -> Expression? {
    guard query.with.isEmpty, query.orderBy.isEmpty, query.offset == nil, query.fetch == nil, query.forUpdate == nil,
      !block.isDistinct, block.condition == nil, block.hierarchy == nil, block.groupBy.isEmpty, block.having == nil,
      block.model == nil, block.from.count == 1, block.from[0].joins.isEmpty,
      case .table(let table) = block.from[0].source,
      table.name.name.name == "DUAL", table.name.schema == nil || table.name.schema?.name == "SYS",
      block.items.count == 1, case .expression(let value, _, _) = block.items[0],
      !value.contains(where: {
        if case .column(let name) = $0.kind { return name.column.name == "DUMMY" }
        return $0.isAggregate || $0.isWindowFunction || $0.isRowNumber
      })
    else { return nil }
    return value
  }

  /// What takes as many values: a record stands for its fields.
  mutating func targets(_ expressions: [Expression], count: Int) throws(ConversionRefusal) -> [AssignmentTarget] {
    if expressions.count == 1, case .column(let name) = expressions[0].kind, name.table == nil,
      let record = record(name.column.name)
    {
      guard record.columns.count == count else { throw ConversionRefusal("a record of another number of fields") }
      let fields = record.columns.compactMap { AssignmentTarget($0) }
      guard fields.count == count else { throw ConversionRefusal("a record that takes no values") }
      return fields
    }
    guard expressions.count == count else { throw ConversionRefusal("INTO names another number of variables") }
    var targets: [AssignmentTarget] = []
    for expression in expressions { targets.append(try target(expression)) }
    return targets
  }

  /// A record of the program.
  func record(_ name: String) -> ScopeSource? {
    for scope in expressions.scopes.reversed() {
      if let source = scope.sources.first(where: { $0.needsQualifier && !$0.isTriggerRow && $0.oracleName == name }) {
        return source
      }
    }
    return nil
  }

  /// A query whose outputs have the types of what takes them.
  mutating func fitted(
    _ query: Query,
    _ targets: (inout Self, Int) throws(ConversionRefusal) -> [AssignmentTarget]
  ) throws(ConversionRefusal) -> (sql: String, targets: [AssignmentTarget]) {
    var pieces: SelectPieces
    if query.with.isEmpty, query.setOperations.isEmpty, query.offset == nil, query.fetch == nil,
      case .select(let block) = query.first
    {
      pieces = try expressions.select(block, orderBy: query.orderBy, ordersSiblings: query.ordersSiblings)
    } else {
      let result = try expressions.query(query)
      let alias = expressions.freeAlias("q")
      pieces = SelectPieces()
      pieces.items = result.columns.map { column in
        OutputColumn(oracleName: column.oracleName, name: column.name, value: column.seen(through: alias).value)
      }
      pieces.tail = " FROM (\(result.sql)) AS \(PostgresIdentifier.quoted(alias))"
    }
    let targets = try targets(&self, pieces.items.count)
    var values = try fitted(pieces.items, targets)
    if values != pieces.items.map(\.value.output), pieces.isDistinct || !pieces.orderBy.isEmpty {
      pieces = pieces.wrapped(as: expressions.freeAlias("q"))
      values = try fitted(pieces.items, targets)
    }
    for (place, value) in values.enumerated() {
      pieces.items[place].value = pieces.items[place].value.unstored
      pieces.items[place].value.sql = value
    }
    pieces.isNamed = !pieces.orderBy.isEmpty
    return (pieces.sql(), targets)
  }

  private mutating func fitted(
    _ items: [OutputColumn], _ targets: [AssignmentTarget]
  ) throws(ConversionRefusal) -> [String] {
    guard items.count == targets.count else { throw ConversionRefusal("a query of another number of columns") }
    var values: [String] = []
    for (item, target) in zip(items, targets) { values.append(try expressions.assigned(item.value, to: target).sql) }
    return values
  }

  /// FOR UPDATE of a query of the program, taken off it.
  func lockClause(_ query: inout Query) throws(ConversionRefusal) -> String {
    guard let lock = query.forUpdate else { return "" }
    query.forUpdate = nil
    guard case .select(let block) = query.first, query.setOperations.isEmpty, lock.columns.isEmpty,
      block.from.count == 1, block.from[0].joins.isEmpty
    else { throw ConversionRefusal("FOR UPDATE of several tables") }
    switch lock.wait {
    case .forever: return " FOR UPDATE"
    case .noWait: return " FOR UPDATE NOWAIT"
    case .skipLocked: return " FOR UPDATE SKIP LOCKED"
    case .seconds: throw ConversionRefusal("FOR UPDATE WAIT")
    }
  }
}
