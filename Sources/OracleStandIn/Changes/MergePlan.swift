import OracleSQL
import OracleWire

/// A compiled MERGE: the source joined to the table, whose row is the NULL row where nothing matches.
final class MergePlan {
  /// Where the parts of the statement stand in the query's select list.
  private struct Places {
    var updateCondition: Int?
    var deletion: Int?
    /// For each inserted column the place of its value, nil for DEFAULT.
    var values: [Int?] = []
    var insertCondition: Int?
  }

  private enum Change {
    case update(RowReference, [Value], deletes: Bool)
    case insert([Value?])
  }

  let table: Table
  private let assignments: ColumnAssignments?
  private let insertion: InsertTarget?
  private let places: Places
  private let plan: QueryPlan
  /// Which of the query's sources the table is.
  private let targetSource: Int

  init(_ merge: Merge, _ context: CompileContext) throws {
    let name = merge.target.name
    if merge.target.asOf != nil { throw OracleError.unsupported("AS OF in changes", at: name.range.start) }
    let table = try context.changedTable(name)
    self.table = table
    var items: [SelectItem] = []
    var places = Places()
    func add(_ expression: Expression) -> Int {
      items.append(.expression(expression, alias: nil, heading: ""))
      return items.count - 1
    }
    func add(condition: Expression?) -> Int? { condition.map { add(Expression.flag($0)) } }
    let assignments = try merge.update.map { try ColumnAssignments($0.assignments, table, at: name.range) }
    self.assignments = assignments
    items += assignments?.items ?? []
    places.updateCondition = add(condition: merge.update?.condition)
    places.deletion = add(condition: merge.update?.deletion)
    let firstInserted = items.count
    insertion = try merge.insert.map { try InsertTarget(table, $0.columns) }
    if let insert = merge.insert, let insertion {
      try insertion.checkCount(insert.values.count, at: name.range.start)
      places.values = insert.values.map { value in
        if case .expression(let expression) = value { return add(expression) }
        return nil
      }
      places.insertCondition = add(condition: insert.condition)
    }
    self.places = places
    if items.isEmpty { _ = add(Expression(kind: .literal(.null), range: name.range)) }

    let joined = FromItem(
      source: merge.source, joins: [Join(kind: .left, source: .table(merge.target), condition: .on(merge.condition))],
      range: name.range)
    let block = SelectBlock(
      isDistinct: false, items: items, from: [joined], condition: nil, groupBy: [], having: nil, range: name.range)
    plan = try QueryCompiler(context: context).plan(
      Query(first: .select(block), range: name.range), parent: nil)
    guard case .block(let compiled) = plan.term, compiled.grouping == nil, !compiled.sources.isEmpty else {
      throw OracleError(code: 934, message: "group function is not allowed here", position: name.range.start)
    }
    targetSource = compiled.sources.count - 1
    try assignments?.check(plan.columns)
    for (index, place) in places.values.enumerated() {
      guard let place, let column = insertion?.column(index) else { continue }
      try InsertPlan.checkStorable(plan.columns[place].type, column, at: name.range.start)
    }
    // What is inserted can only come from the source.
    for place in compiled.projection.indices.dropFirst(firstInserted)
    where compiled.projection[place].dependence.sources.contains(.only(targetSource)) {
      throw place == places.insertCondition
        ? OracleError(code: 38102, message: "Invalid column in the INSERT WHERE Clause")
        : OracleError(code: 38101, message: "Invalid column in the INSERT VALUES Clause")
    }
    try checkCondition(merge, context)
  }

  private func checkCondition(_ merge: Merge, _ context: CompileContext) throws {
    let alias = merge.target.alias?.name ?? merge.target.name.name.name
    let changed = Set((assignments?.changed ?? []).map { table.columns[$0].name })
    for reference in ExpressionWalk.columns(merge.condition) where changed.contains(reference.column.name) {
      // Without a qualifier it is the table's: if the source had it too, this would have been ORA-00918.
      if reference.table == nil || reference.table?.name == alias {
        throw OracleError(
          code: 38104,
          message: "Columns referenced in the ON Clause cannot be updated: "
            + "\"\(alias)\".\"\(reference.column.name)\"", position: reference.column.range.start)
      }
    }
    if let deletion = merge.update?.deletion {
      // It is tested on a row that isn't stored yet, which has neither a ROWID nor virtual columns.
      let text = String(decoding: context.normalizedText(deletion.range), as: UTF8.self)
      if text.contains("ROWID") || text.contains("ORA_ROWSCN")
        || table.columns.contains(where: { $0.virtualExpression != nil })
      {
        throw OracleError.unsupported(
          "DELETE WHERE of MERGE with ROWID, ORA_ROWSCN or virtual columns", at: deletion.range.start)
      }
    }
  }

  func run(_ changes: RowChanges) throws -> Int {
    let execution = changes.execution
    let rules = try table.rules(execution.session)
    var found: [Change] = []
    var updated: Set<UInt32> = []
    try plan.run(execution, parent: nil) { row in
      guard case .frame(let frame, _) = row, frame.handles.indices.contains(targetSource) else { return true }
      let handle = frame.handles[targetSource]
      if handle.isNull {
        guard insertion != nil, try holds(places.insertCondition, row) else { return true }
        found.append(.insert(try places.values.map { try $0.map { try row.value($0) } }))
        return true
      }
      guard let assignments, try holds(places.updateCondition, row) else { return true }
      guard updated.insert(handle.row).inserted else {
        throw OracleError(code: 30926, message: "unable to get a stable set of rows in the source tables")
      }
      let reference = RowReference(packed: handle.row)
      let new = try assignments.items.indices.map { try row.value($0) }
      let values = try assignments.apply(new, to: changes.values(reference, table), execution, rules)
      let deletes = try places.deletion != nil && isDeleted(values, row, frame)
      found.append(.update(reference, values, deletes: deletes))
      return true
    }
    for change in found {
      execution.nextValues.removeAll()
      switch change {
      case .update(let row, let values, let deletes):
        try changes.update(row, to: values, changed: assignments?.changed ?? [], in: table, rules)
        if deletes { try changes.delete(row, from: table, rules) }
      case .insert(let given):
        guard let insertion else { continue }
        _ = try changes.insert(try insertion.values(given, execution, rules), into: table, rules)
      }
    }
    execution.nextValues.removeAll()
    try changes.finish()
    return found.count
  }

  private func holds(_ place: Int?, _ row: OutputRow) throws -> Bool {
    guard let place else { return true }
    return try !row.value(place).isNull
  }

  /// Tests DELETE WHERE with the new values in the place of the table's row.
  private func isDeleted(_ values: [Value], _ row: OutputRow, _ frame: Frame) throws -> Bool {
    let stored = frame.sources[targetSource]
    let handle = frame.handles[targetSource]
    defer {
      frame.sources[targetSource] = stored
      frame.handles[targetSource] = handle
    }
    frame.sources[targetSource] = RowSource(rows: [values], types: stored.types)
    frame.handles[targetSource] = RowHandle(row: 0, offset: 0)
    return try holds(places.deletion, row)
  }
}
