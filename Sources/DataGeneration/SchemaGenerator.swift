import Model

/// Creates, updates and deletes rows of any schema, by what the dictionary says of its tables.
///
/// The same seed does the same on both databases where their tables correspond and hold the same rows.
public struct SchemaGenerator: Sendable {
  /// The tables as they were read, and what is to be done with them.
  public struct Prepared: Sendable {
    /// What people are shown before anything is done.
    public let plan: GenerationPlan
    let rowPlans: [String: RowPlan]
    let order: TableOrder
    /// All tables of the schema, also those that are left alone.
    let all: [String: TableDescription]
  }

  let store: any RowStore
  let seed: UInt64

  /// Prepares a generator over a store.
  public init(store: any RowStore, seed: UInt64) {
    self.store = store
    self.seed = seed
  }

  /// Reads the dictionary and the numbers of rows; writes nothing.
  ///
  /// - Throws: `GenerationError` for a table that is not there, and the database's errors.
  public func prepare(_ request: GenerationRequest) async throws -> Prepared {
    let tables = try await store.tables()
    guard !tables.isEmpty else {
      throw GenerationError(
        "the schema has no tables to fill; make them first, or check the schema's name in config.ini")
    }
    let isASCII = try await store.isASCII()
    let chosen = try Self.chosen(request, of: tables)
    let order = TableOrder(tables)
    var rowPlans: [String: RowPlan] = [:]
    var counts: [String: Int] = [:]
    let concerned = Set(tables.filter { chosen[$0.name] != nil }.flatMap { [$0.name] + $0.foreignKeys.map(\.table) })
    for table in tables where concerned.contains(table.name) {
      if chosen[table.name] != nil { rowPlans[table.name] = RowPlan(table, isASCII: isASCII) }
      counts[table.name] = try await store.count(table)
    }
    var plan = GenerationPlan(lines: [], findings: [])
    var filled = Set(counts.filter { $0.value > 0 }.keys)
    for name in order.tables {
      guard let rows = chosen[name], let rowPlan = rowPlans[name] else { continue }
      plan.findings += rowPlan.findings
      var create = rowPlan.isBlocked ? 0 : rows
      if create > 0, let missing = Self.missingParent(of: rowPlan, order, filled) {
        create = 0
        plan.findings.append(missing)
      }
      if create > 0 { filled.insert(name) }
      plan.lines.append(
        GenerationPlan.Line(
          table: name, existing: counts[name] ?? 0, create: create, update: request.update, delete: request.delete))
    }
    let all = Dictionary(tables.map { ($0.name, $0) }) { first, _ in first }
    return Prepared(plan: plan, rowPlans: rowPlans, order: order, all: all)
  }

  /// The tables by name with the rows to create.
  private static func chosen(
    _ request: GenerationRequest, of tables: [TableDescription]
  ) throws -> [String: Int] {
    guard let wanted = request.tables else {
      return Dictionary(tables.map { ($0.name, request.create) }) { first, _ in first }
    }
    var chosen: [String: Int] = [:]
    for (name, rows) in wanted {
      let exact = tables.first { $0.name == name }
      let alike = tables.filter { $0.name.lowercased() == name.lowercased() }
      guard let table = exact ?? (alike.count == 1 ? alike[0] : nil) else {
        throw GenerationError(
          "there is no table \(name.printable) in the schema; its tables are: "
            + tables.prefix(20).map(\.name.printable).joined(separator: ", ") + (tables.count > 20 ? " ..." : ""))
      }
      chosen[table.name] = rows ?? request.create
    }
    return chosen
  }

  /// The finding about a table whose rows must refer to a table that has none.
  static func missingParent(of plan: RowPlan, _ order: TableOrder, _ filled: Set<String>) -> Finding? {
    let table = plan.table
    for key in table.foreignKeys where key.otherSchema == nil && key.table != table.name && !filled.contains(key.table)
    {
      if key.columns.contains(where: { table.columns[$0].isNullable && !table.primaryKey.contains($0) }) { continue }
      let circle = order.closedCircles.first { $0.contains(table.name) && $0.contains(key.table) }
      let reason =
        circle.map {
          "tables refer to each other in a circle, none of whose columns may be NULL: \($0.joined(separator: ", "))"
        }
        ?? "it refers to \(key.table) by \(key.name), which has no rows"
      let remedy =
        circle == nil
        ? "fill \(key.table) too, or first" : "let a column of the circle be NULL, or put first rows in by hand"
      return Finding(
        severity: .blocking, rule: "generate.parent", object: plan.object, reason: reason, remedy: remedy)
    }
    return nil
  }

  /// Does what was prepared, each kind in a transaction of its own.
  ///
  /// - Throws: `GenerationError` with table and remedy, or the database's errors; the transaction under way is rolled back.
  public func run(_ prepared: Prepared) async throws -> GenerationReport {
    var report = GenerationReport()
    report.findings = prepared.plan.findings
    if prepared.plan.lines.contains(where: { $0.create > 0 }) {
      try await inTransaction(&report) { try await create(prepared, &$0) }
    }
    if prepared.plan.lines.contains(where: { $0.update > 0 }) {
      try await inTransaction(&report) { try await update(prepared, &$0) }
    }
    if prepared.plan.lines.contains(where: { $0.delete > 0 }) {
      try await inTransaction(&report) { try await delete(prepared, &$0) }
    }
    return report
  }

  private func inTransaction(
    _ report: inout GenerationReport, _ body: (inout GenerationReport) async throws -> Void
  ) async throws {
    try await store.begin()
    do {
      try await body(&report)
      try await store.commit()
    } catch {
      await store.rollback()
      throw error
    }
  }

  /// Names the table in what the database said.
  func naming<Result>(
    _ table: String, _ action: String, _ body: () async throws -> Result
  ) async throws -> Result {
    do {
      return try await body()
    } catch let error as GenerationError {
      throw error
    } catch  where !Task.isCancelled {
      throw GenerationError(
        "table \(table.printable): rows could not be \(action), and everything of this step was rolled back: \(error); "
          + "what stands against them may be a check or trigger that was not understood: leave the table out by --tables, "
          + "or disable it meanwhile")
    }
  }
}
