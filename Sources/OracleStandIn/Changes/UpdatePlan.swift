import OracleSQL
import OracleWire

/// A compiled UPDATE: a query over the table whose select list holds the new values.
final class UpdatePlan {
  let table: Table
  private let assignments: ColumnAssignments
  private let plan: QueryPlan
  private let returning: ReturningPlan?

  init(_ update: Update, _ context: CompileContext) throws {
    let table = try context.changedTable(update.table.name)
    self.table = table
    assignments = try ColumnAssignments(update.assignments, table, at: update.table.name.range)
    plan = try Self.plan(update.table, assignments.items, update.condition, context)
    try assignments.check(plan.columns)
    returning = try ReturningPlan(update.returning, table, update.table.alias, context)
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
    var returned: [[StandInDatum]] = []
    for (row, new) in rows {
      let values = try assignments.apply(new, to: changes.values(row, table), execution, rules)
      try changes.update(row, to: values, changed: assignments.changed, in: table, rules)
      if let returning { returned.append(try returning.evaluate(row, execution)) }
    }
    try changes.finish()
    if let last = rows.last { result.lastRowID = table.storage.rowID(last.0) }
    if returning != nil { result.returned.append(returned) }
    return rows.count
  }
}
