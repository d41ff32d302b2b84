import Model

extension SchemaGenerator {
  /// Rows that are changed at once.
  private static let changeBatch = 10_000

  func update(_ prepared: Prepared, _ report: inout GenerationReport) async throws {
    for line in prepared.plan.lines where line.update > 0 {
      try Task.checkCancellation()
      guard let plan = prepared.rowPlans[line.table], try await store.count(plan.table) > 0 else { continue }
      guard let change = ChangePlan(plan) else {
        report.add(
          .info, "no-update", line.table, "it has no key, or no column that could change by itself; no row was updated",
          "nothing")
        continue
      }
      try await naming(line.table, "updated") {
        let keys = try await store.choose(line.update, of: plan.table, key: change.key, shift: shift(1), unlike: [])
        var changed = 0
        for start in stride(from: 0, to: keys.count, by: Self.changeBatch) {
          let rows = (start..<min(start + Self.changeBatch, keys.count)).compactMap { index in
            change.values(row: index, seed: seed).map { keys[index] + $0 }
          }
          changed += try await store.update(plan.table, key: change.key, set: change.columns, rows)
        }
        report.add("updated", line.table, changed)
      }
    }
  }

  /// Where the choice of rows begins, so that other seeds choose others.
  private func shift(_ stream: UInt64) -> Int {
    Int(truncatingIfNeeded: RowProducer.hash("choice", seed &+ stream) % 1_000_003)
  }

  func delete(_ prepared: Prepared, _ report: inout GenerationReport) async throws {
    for line in prepared.plan.lines.reversed() where line.delete > 0 {
      try Task.checkCancellation()
      guard let table = prepared.all[line.table], try await store.count(table) > 0 else { continue }
      guard let key = table.rowKey else {
        report.add(
          .info, "no-delete", line.table, "it has no key by which one row is told from another; no row was deleted",
          "nothing")
        continue
      }
      try await naming(line.table, "deleted") {
        let keys = try await store.choose(
          line.delete, of: table, key: key, shift: shift(2), unlike: references(to: table, prepared))
        try await remove(table, key, keys, prepared, path: [], &report)
      }
    }
  }

  /// The foreign keys of other tables to a table.
  private func references(to table: TableDescription, _ prepared: Prepared) -> [InwardReference] {
    prepared.all.values.sorted { $0.name < $1.name }.flatMap { other in
      other.foreignKeys.filter { $0.otherSchema == nil && $0.table == table.name && other.name != table.name }.map {
        key in
        InwardReference(table: other.name, key: key, columns: key.columns.map { other.columns[$0].name })
      }
    }
  }

  /// Removes rows by values of columns, and before them what refers to them.
  private func remove(
    _ table: TableDescription, _ columns: [Int], _ values: [[GeneratedValue]], _ prepared: Prepared, path: [String],
    _ report: inout GenerationReport
  ) async throws {
    guard !values.isEmpty else { return }
    guard path.count < 50 else {
      throw GenerationError("table \(table.name): its rows are referred to over more than 50 tables")
    }
    var values = values
    var columns = columns
    for key in table.foreignKeys where key.otherSchema == nil && key.table == table.name {
      if key.columns.allSatisfy({ table.columns[$0].isNullable }) {
        try await clear(key, of: table, pointingAt: columns, values, in: table, &report)
      } else if let referenced = table.places(of: key.referenced) {
        (columns, values) = (
          referenced, try await subtree(table, key, referenced, columns: columns, values)
        )
      }
    }
    for reference in references(to: table, prepared) {
      guard let child = prepared.all[reference.table], let referenced = table.places(of: reference.key.referenced)
      else {
        continue
      }
      let nullable = reference.key.columns.allSatisfy { child.columns[$0].isNullable }
      if reference.key.rule == .setNull || path.contains(child.name) && nullable {
        try await clear(reference.key, of: child, pointingAt: columns, values, in: table, &report)
        continue
      }
      let keys = try await store.values(of: referenced, in: table, where: columns, are: values)
      let present = keys.filter { !$0.contains(.null) }
      // Only what is there: a circle of tables would never end otherwise.
      let found = try await store.values(
        of: reference.key.columns, in: child, where: reference.key.columns, are: present)
      try await remove(child, reference.key.columns, found, prepared, path: path + [table.name], &report)
    }
    report.add("deleted", table.name, try await store.delete(from: table, where: columns, are: values))
  }

  /// Sets a foreign key NULL in the rows that refer to some.
  private func clear(
    _ key: ForeignKeyDescription, of child: TableDescription, pointingAt columns: [Int], _ values: [[GeneratedValue]],
    in table: TableDescription, _ report: inout GenerationReport
  ) async throws {
    guard let referenced = table.places(of: key.referenced) else { return }
    let keys = try await store.values(of: referenced, in: table, where: columns, are: values)
    let nulls = [GeneratedValue](repeating: .null, count: key.columns.count)
    let changed = try await store.update(
      child, key: key.columns, set: key.columns, keys.filter { !$0.contains(.null) }.map { $0 + nulls })
    if changed == 0 { return }
    report.add("updated", child.name, changed)
  }

  /// The keys of rows and of all that refer to them within the table, which must not be NULL.
  private func subtree(
    _ table: TableDescription, _ key: ForeignKeyDescription, _ referenced: [Int], columns: [Int],
    _ values: [[GeneratedValue]]
  ) async throws -> [[GeneratedValue]] {
    var all = Set(try await store.values(of: referenced, in: table, where: columns, are: values))
    var frontier = Array(all)
    while !frontier.isEmpty {
      let next = try await store.values(of: referenced, in: table, where: key.columns, are: frontier)
      frontier = next.filter { all.insert($0).inserted }
    }
    return Array(all)
  }
}
