import OracleSQL
import OracleWire

/// A compiled DELETE.
final class DeletePlan {
  let table: Table
  private let plan: QueryPlan
  private let returning: ReturningPlan?

  init(_ delete: Delete, _ context: CompileContext) throws {
    table = try context.changedTable(delete.table.name)
    let nothing = Expression(kind: .literal(.null), range: delete.table.name.range)
    plan = try UpdatePlan.plan(
      delete.table, [.expression(nothing, alias: nil, heading: "")], delete.condition, context)
    returning = try ReturningPlan(delete.returning, table, delete.table.alias, context)
  }

  func run(_ changes: RowChanges, _ result: inout StandInDMLResult) throws -> Int {
    let execution = changes.execution
    let rules = try table.rules(execution.session)
    var rows: [RowReference] = []
    try plan.run(execution, parent: nil) { row in
      if case .frame(let frame, _) = row { rows.append(RowReference(packed: frame.handles[0].row)) }
      return true
    }
    var returned: [[StandInDatum]] = []
    for row in rows {
      if let returning { returned.append(try returning.evaluate(row, execution)) }
      try changes.delete(row, from: table, rules)
    }
    try changes.finish()
    if let last = rows.last { result.lastRowID = table.storage.rowID(last) }
    if returning != nil { result.returned.append(returned) }
    return rows.count
  }
}
