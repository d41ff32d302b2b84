import Model

extension SchemaGenerator {
  /// What is known of the tables while they are filled.
  private struct Course {
    let prepared: Prepared
    /// Rows by table, before and now.
    var existing: [String: Int]
    var made: [String: Int] = [:]
    var counters: [String: [RowProducer.Counter]] = [:]
    var pools: [PoolName: KeyPool] = [:]
    var postponed: [TableOrder.Reference] = []
  }

  /// A key that is referred to.
  private struct PoolName: Hashable {
    var schema: String?
    var table: String
    var columns: [String]
  }

  /// Rows of keys that are kept in memory to make sure that none comes twice.
  private static let mostTaken = 1_000_000

  func create(_ prepared: Prepared, _ report: inout GenerationReport) async throws {
    var course = Course(
      prepared: prepared,
      existing: Dictionary(prepared.plan.lines.map { ($0.table, $0.existing) }) { first, _ in first })
    for line in prepared.plan.lines where line.create > 0 {
      try Task.checkCancellation()
      guard let plan = prepared.rowPlans[line.table] else { continue }
      try await naming(line.table, "created") { try await fill(plan, line, &course, &report) }
    }
    for reference in course.postponed {
      try await naming(reference.table, "completed") { try await complete(reference, &course, &report) }
    }
    for line in prepared.plan.lines where course.made[line.table] ?? 0 > 0 {
      if let table = prepared.all[line.table] { try await store.advanceSequences(of: table) }
    }
  }

  private func fill(
    _ plan: RowPlan, _ line: GenerationPlan.Line, _ course: inout Course, _ report: inout GenerationReport
  ) async throws {
    let table = plan.table
    var pools: [KeyPool?] = []
    for (index, key) in table.foreignKeys.enumerated() {
      let pool = try await pool(key, of: table, &course)
      let reference = TableOrder.Reference(table: table.name, foreignKey: index)
      if course.prepared.order.postponed.contains(reference), pool?.count ?? 0 == 0 {
        course.postponed.append(reference)
      }
      pools.append(pool)
    }
    if let index = table.foreignKeys.indices.first(where: { isUnfollowable($0, table, pools) }) {
      let key = table.foreignKeys[index]
      report.add(
        .blocking, "parent", table.name, "it refers to \(key.table) by \(key.name), which has no rows",
        "fill \(key.table) too, or first")
      return
    }
    let (counters, enumerations, watches) = try await keys(plan, line, pools)
    var producer = RowProducer(
      plan: plan, seed: seed, firstRow: line.existing, counters: counters, enumerations: enumerations, watches: watches,
      pools: pools)
    let rows = try await store.insert(into: table, plan.written) { row in
      try producer.made < line.create && producer.next(&row)
    }
    report.add("created", table.name, rows)
    course.made[table.name] = rows
    course.counters[table.name] = table.hasInsertTriggers || producer.skipped > 0 ? [] : counters
    if rows < line.create {
      report.add(
        .warning, "exhausted", table.name, "its keys have values for \(rows) rows only, of \(line.create) asked for",
        "ask for fewer rows, or for more in the tables that it refers to")
    }
  }

  /// Whether a foreign key that must refer to a row of another table has none to refer to.
  private func isUnfollowable(_ index: Int, _ table: TableDescription, _ pools: [KeyPool?]) -> Bool {
    let key = table.foreignKeys[index]
    let isOwn = key.table == table.name && key.otherSchema == nil
    return !isOwn && pools[index]?.count ?? 0 == 0
      && key.columns.allSatisfy { !table.columns[$0].isNullable || table.primaryKey.contains($0) }
  }

  /// What the rows of a foreign key can refer to; nil for rows of the same table that is empty so far.
  private func pool(
    _ key: ForeignKeyDescription, of table: TableDescription, _ course: inout Course
  ) async throws -> KeyPool? {
    let name = PoolName(schema: key.otherSchema, table: key.table, columns: key.referenced)
    // A table's own rows of this run come on top; those of others change no more once they are filled.
    let isOwn = key.table == table.name && key.otherSchema == nil
    if !isOwn, let pool = course.pools[name] { return pool }
    let total = (course.existing[key.table] ?? 0) + (course.made[key.table] ?? 0)
    if isOwn, total == 0 { return nil }
    let parent = key.otherSchema == nil ? course.prepared.all[key.table] : nil
    let types = key.referenced.enumerated().map { index, column in
      parent?.place(of: column).flatMap { parent?.columns[$0].type } ?? table.columns[key.columns[index]].type
    }
    var pool: KeyPool
    if total > KeyPool.limit, course.existing[key.table] == 0, key.referenced.count == 1,
      let counter = course.counters[key.table]?.first(where: { parent?.columns[$0.column].name == key.referenced[0] })
    {
      pool = KeyPool(sampled: [], counted: (counter.form, counter.start, total), isComplete: true)
    } else {
      let keys = try await store.keys(key.otherSchema, key.table, key.referenced, types, limit: KeyPool.limit)
      pool = KeyPool(sampled: keys, counted: nil, isComplete: keys.count < KeyPool.limit)
    }
    if !isOwn,
      course.made[key.table] != nil || !course.prepared.order.postponed.contains(where: { $0.table == table.name })
    {
      course.pools[name] = pool
    }
    return pool
  }

  private func keys(
    _ plan: RowPlan, _ line: GenerationPlan.Line, _ pools: [KeyPool?]
  ) async throws -> ([RowProducer.Counter], [KeyEnumeration], [RowProducer.Watch]) {
    var counters: [RowProducer.Counter] = []
    var enumerations: [KeyEnumeration] = []
    var watches: [RowProducer.Watch] = []
    func form(_ column: Int) -> UniqueForm? {
      plan.domains[column].flatMap {
        UniqueForm($0, seed: RowProducer.hash(plan.table.columns[column].neutralName, seed))
      }
    }
    for key in plan.keys {
      switch key {
      case .counter(let column):
        guard let form = form(column) else { continue }
        let start = try await start(form, column, plan.table, line)
        if start + line.create <= form.capacity || line.existing == 0 {
          counters.append(RowProducer.Counter(column: column, form: form, start: start))
        } else {
          let taken = try await taken([column], plan.table, line)
          enumerations.append(
            KeyEnumeration(columns: [column], free: [(column, form)], foreign: [], taken: taken, rows: line.create))
        }
      case .watched(let columns):
        guard line.existing + line.create <= Self.mostTaken else {
          throw GenerationError(
            "table \(plan.table.name): its keys can only be kept apart by keeping all in mind, and more than "
              + "\(Self.mostTaken) are not; ask for fewer rows")
        }
        watches.append(RowProducer.Watch(columns: columns, seen: try await taken(columns, plan.table, line)))
      case .combined(let columns, let free, let foreign):
        let taken = try await taken(columns, plan.table, line)
        let forms = free.compactMap { column in form(column).map { (column, $0) } }
        enumerations.append(
          KeyEnumeration(
            columns: columns, free: forms, foreign: foreign.map { ($0, pools[$0]?.count ?? 0) }, taken: taken,
            rows: line.create))
      }
    }
    return (counters, enumerations, watches)
  }

  /// The number behind all values that a column has.
  private func start(
    _ form: UniqueForm, _ column: Int, _ table: TableDescription, _ line: GenerationPlan.Line
  ) async throws -> Int {
    if line.existing == 0, table.columns[column].sequence == nil { return 0 }
    if form.isOrdered {
      return form.ordinal(of: try await store.maximum(table, column)).map { $0 + 1 } ?? 0
    }
    var last = -1
    try await store.scan(table, [column]) { rows in
      for row in rows { last = max(last, row.first.flatMap { form.ordinal(of: $0) } ?? -1) }
    }
    return last + 1
  }

  /// The values of a key in the rows that are there.
  private func taken(
    _ columns: [Int], _ table: TableDescription, _ line: GenerationPlan.Line
  ) async throws -> Set<[GeneratedValue]> {
    if line.existing == 0 { return [] }
    guard line.existing <= Self.mostTaken else {
      throw GenerationError(
        "table \(table.name) has \(line.existing) rows whose combined keys must not come again, more than the "
          + "\(Self.mostTaken) that are kept in mind; leave it out by --tables")
    }
    var taken: Set<[GeneratedValue]> = []
    try await store.scan(table, columns) { taken.formUnion($0) }
    return taken
  }

  /// Lets the rows of this run refer to the table of a circle that was filled after them.
  private func complete(
    _ reference: TableOrder.Reference, _ course: inout Course, _ report: inout GenerationReport
  ) async throws {
    guard let table = course.prepared.all[reference.table], let rows = course.made[reference.table], rows > 0 else {
      return
    }
    let key = table.foreignKeys[reference.foreignKey]
    guard course.made[key.table] != nil || course.existing[key.table] ?? 0 > 0 else { return }
    var keys: [[GeneratedValue]]?
    let count = min(rows, KeyPool.limit)
    if let rowKey = table.rowKey {
      if course.existing[reference.table] == 0 {
        keys = try await store.choose(count, of: table, key: rowKey, shift: 0, unlike: [])
      } else if rowKey.count == 1,
        let counter = course.counters[reference.table]?.first(where: { $0.column == rowKey[0] })
      {
        keys = (0..<count).map { [counter.form.value(counter.start + $0)] }
      }
    }
    let shares = Set(key.columns).intersection(table.uniques.flatMap { $0 })
    guard let rowKey = table.rowKey, let keys, shares.isEmpty, let pool = try await pool(key, of: table, &course),
      pool.count > 0
    else {
      report.add(
        .info, "circle", table.name, "the foreign key \(key.name) of its new rows stays NULL",
        "nothing, unless you want it filled: then by hand")
      return
    }
    let step = RowProducer.hash(key.name.lowercased(), seed)
    let changes = keys.enumerated().map { index, values in
      values + pool.key(Int(truncatingIfNeeded: (step &+ UInt64(index) &* 7919) % UInt64(pool.count)))
    }
    let changed = try await store.update(table, key: rowKey, set: key.columns, changes)
    report.add("updated", table.name, changed)
    if rows > count {
      report.add(
        .info, "circle", table.name, "the foreign key \(key.name) is filled in \(count) of its \(rows) new rows alone",
        "create rows in smaller steps")
    }
  }
}
