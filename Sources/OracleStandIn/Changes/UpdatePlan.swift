import OracleSQL
import OracleWire

/// A compiled UPDATE: a query over the table whose select list holds the new values.
final class UpdatePlan {
  let table: Table
  private let targets: [Int]
  /// Targets that are set to their default.
  private let defaulted: Set<Int>
  private let plan: QueryPlan
  private let returning: ReturningPlan?

  init(_ update: Update, _ context: CompileContext) throws {
    let table = try context.table(update.table.name)
    self.table = table
    var targets: [Int] = []
    var defaulted: Set<Int> = []
    var items: [SelectItem] = []
    func target(_ reference: ColumnReference) throws {
      guard let index = table.columns.firstIndex(where: { $0.name == reference.column.name }) else {
        throw OracleError.invalidIdentifier("\"\(reference.column.name)\"", at: reference.column.range.start)
      }
      guard !targets.contains(index) else {
        throw OracleError(code: 957, message: "duplicate column name", position: reference.column.range.start)
      }
      if table.columns[index].virtualExpression != nil {
        throw OracleError(
          code: 54017, message: "UPDATE operation disallowed on virtual columns",
          position: reference.column.range.start)
      }
      if table.columns[index].identity?.isAlways == true {
        throw OracleError(
          code: 32796, message: "cannot update a generated always identity column",
          position: reference.column.range.start)
      }
      targets.append(index)
    }
    let nothing = Expression(kind: .literal(.null), range: update.table.name.range)
    for assignment in update.assignments {
      switch assignment {
      case .value(let reference, let value):
        try target(reference)
        switch value {
        case .expression(let expression): items.append(.expression(expression, alias: nil, heading: ""))
        case .defaultValue:
          defaulted.insert(targets.count - 1)
          items.append(.expression(nothing, alias: nil, heading: ""))
        }
      case .query(let references, let query):
        for (index, reference) in references.enumerated() {
          try target(reference)
          let single = try Self.column(index, of: query, expected: references.count)
          items.append(
            .expression(Expression(kind: .subquery(single), range: query.range), alias: nil, heading: ""))
        }
      }
    }
    self.targets = targets
    self.defaulted = defaulted
    plan = try Self.plan(update.table, items, update.condition, context)
    for (index, column) in plan.columns.enumerated() {
      try InsertPlan.checkStorable(column.type, table.columns[targets[index]], at: update.table.name.range.start)
    }
    returning = try ReturningPlan(update.returning, table, update.table.alias, context)
  }

  /// A query that only selects one of its columns, for `(a, b) = (SELECT x, y ...)`.
  private static func column(_ index: Int, of query: Query, expected: Int) throws -> Query {
    guard case .select(var block) = query.first, query.setOperations.isEmpty,
      !block.items.contains(where: { if case .expression = $0 { false } else { true } })
    else { throw OracleError.unsupported("this form of multi-column SET", at: query.range.start) }
    guard block.items.count == expected else {
      let few = block.items.count < expected
      throw OracleError(
        code: few ? 947 : 913, message: few ? "not enough values" : "too many values", position: query.range.start)
    }
    block.items = [block.items[index]]
    var single = query
    single.first = .select(block)
    return single
  }

  /// A query over one table, for UPDATE and DELETE.
  static func plan(
    _ table: TableReference, _ items: [SelectItem], _ condition: Expression?, _ context: CompileContext
  ) throws -> QueryPlan {
    if table.asOf != nil { throw OracleError.unsupported("AS OF in changes", at: table.name.range.start) }
    let block = SelectBlock(
      isDistinct: false, items: items,
      from: [FromItem(source: .table(table), joins: [], range: table.name.range)], condition: condition,
      groupBy: [], having: nil, range: table.name.range)
    return try QueryCompiler(context: context).plan(
      Query(first: .select(block), range: table.name.range), parent: nil)
  }

  func run(_ changes: RowChanges, _ result: inout StandInDMLResult) throws -> Int {
    let execution = changes.execution
    let rules = try table.rules(execution.session)
    var rows: [(RowReference, [Value])] = []
    try plan.run(execution, parent: nil) { row in
      guard case .frame(let frame, _) = row else { return true }
      rows.append((RowReference(packed: frame.handles[0].row), try row.values()))
      return true
    }
    let changed = Set(targets)
    var returned: [[StandInDatum]] = []
    for (row, new) in rows {
      var values = changes.values(row, table)
      for (index, target) in targets.enumerated() {
        let column = table.columns[target]
        var value = new[index]
        if defaulted.contains(index) {
          value = try rules.defaults[target]?.evaluate(Frame(execution: execution, parent: nil)) ?? .null
        } else if value.isNull, column.defaultOnNull {
          value = .null
        }
        values[target] = try ColumnStore.stored(value, in: column, of: table, execution.rules)
      }
      try changes.update(row, to: values, changed: changed, in: table, rules)
      if let returning { returned.append(try returning.evaluate(row, execution)) }
    }
    try changes.finish()
    if let last = rows.last { result.lastRowID = table.storage.rowID(last.0) }
    if returning != nil { result.returned.append(returned) }
    return rows.count
  }
}
