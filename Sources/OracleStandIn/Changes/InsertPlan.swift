import OracleSQL
import OracleWire

/// A compiled INSERT.
final class InsertPlan {
  private enum Source {
    /// For each row: a value for each target column, nil for DEFAULT.
    case rows([[CompiledValue?]])
    case query(QueryPlan)
  }

  let table: Table
  private let target: InsertTarget
  private let source: Source
  private let returning: ReturningPlan?

  init(_ insert: Insert, _ context: CompileContext) throws {
    let table = try context.changedTable(insert.table)
    self.table = table
    let target = try InsertTarget(table, insert.columns)
    self.target = target
    let position = insert.table.range.start
    switch insert.source {
    case .record: throw OracleError.unsupported("records in INSERT", at: position)
    case .values(let rows):
      let compiler = ExpressionCompiler(context: context, scope: Scope(parent: nil))
      source = .rows(
        try rows.map { row in
          try target.checkCount(row.count, at: position)
          return try row.enumerated().map { index, item in
            guard case .expression(let expression) = item else { return nil }
            let compiled = try Self.value(expression, compiler)
            try Self.checkStorable(compiled.type, target.column(index), at: expression.range.start)
            return compiled
          }
        })
    case .query(let query):
      let plan = try QueryCompiler(context: context).plan(query, parent: nil)
      try target.checkCount(plan.columns.count, at: position)
      for (index, column) in plan.columns.enumerated() {
        try Self.checkStorable(column.type, target.column(index), at: query.range.start)
      }
      source = .query(plan)
    }
    returning = try ReturningPlan(insert.returning, table, insert.alias, context)
  }

  /// A column's name has no meaning in VALUES.
  private static func value(_ expression: Expression, _ compiler: ExpressionCompiler) throws -> CompiledValue {
    do {
      return try compiler.value(expression)
    } catch let error as OracleError where error.code == 904 {
      throw OracleError(code: 984, message: "column not allowed here", position: error.position)
    }
  }

  /// ORA-00932 for types that never convert.
  static func checkStorable(_ type: ColumnType, _ column: Column, at position: Int) throws {
    let from = type.base
    let to = column.type.base
    if from == .object || to == .object, from != .null, type.shape != column.type.shape {
      throw OracleError.inconsistentTypes(
        expected: column.type.shape?.name.description ?? to.name, got: type.shape?.name.description ?? from.name,
        at: position)
    }
    if from == .null || from.isText || from == to { return }
    let converts: Bool
    switch to {
    case .number, .binaryFloat, .binaryDouble: converts = from.isNumeric
    case .date, .timestamp, .timestampTZ, .timestampLTZ: converts = from.isTemporal
    case .varchar, .char: converts = !from.isLOB
    case .clob: converts = false
    case .blob: converts = from == .raw
    case .raw: converts = from == .blob
    case .longRaw: converts = from == .raw || from == .blob
    case .urowid: converts = from == .rowid
    case .boolean: converts = from.isNumeric
    case .json, .vector, .xml, .object, .cursor, .rowid, .intervalDS, .intervalYM, .long, .null: converts = false
    }
    guard converts else {
      throw OracleError.inconsistentTypes(expected: to.name, got: from.name, at: position)
    }
  }

  /// Inserts the rows of one iteration and returns how many there were.
  func run(_ changes: RowChanges, _ result: inout StandInDMLResult) throws -> Int {
    let execution = changes.execution
    let rules = try table.rules(execution.session)
    var returned: [[StandInDatum]] = []
    var last: RowReference?
    var count = 0
    func insert(_ given: [Value?]) throws {
      let row = try changes.insert(try target.values(given, execution, rules), into: table, rules)
      last = row
      count += 1
      if let returning { returned.append(try returning.evaluate(row, execution)) }
    }
    switch source {
    case .rows(let rows):
      let frame = Frame(execution: execution, parent: nil)
      for row in rows {
        execution.nextValues.removeAll()
        try insert(try row.map { try $0?.evaluate(frame) })
      }
    case .query(let plan):
      var rows: [[Value]] = []
      try plan.run(execution, parent: nil) { row in
        rows.append(try row.values())
        return true
      }
      execution.nextValues.removeAll()
      for row in rows {
        try insert(row)
        execution.nextValues.removeAll()
      }
    }
    try changes.finish()
    if let last { result.lastRowID = table.storage.rowID(last) }
    if returning != nil { result.returned.append(returned) }
    return count
  }

  /// Converts values to their columns' types; nil ones get the column's default.
  static func complete(
    _ values: [Value?], _ table: Table, _ execution: Execution, _ rules: TableRules
  ) throws -> [Value] {
    var complete: [Value] = []
    complete.reserveCapacity(values.count)
    for (index, column) in table.columns.enumerated() {
      var value = values[index] ?? .null
      if values[index] == nil {
        if let identity = column.identity {
          value = try execution.nextValue(of: identity.sequence)
        } else if let compiled = rules.defaults[index] {
          value = try compiled.evaluate(Frame(execution: execution, parent: nil))
        }
      }
      complete.append(try ColumnStore.stored(value, in: column, of: table, execution.rules))
    }
    return complete
  }
}
