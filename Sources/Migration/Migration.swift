import Catalog
import Conversion
import Ledger
import Model
import OracleClient
import OracleWire
import PostgresClient
import Transfer

/// Carries one Oracle schema across: plan, copy, then everything that stands on the rows.
///
/// Each table and each later object commits together with its ledger record, so that a run that was cut off at any point
/// goes on with what is missing.
public struct Migration: Sendable {
  let oracle: OracleConnection
  let postgres: PostgresSession
  let planning: SchemaPlanning
  let toolVersion: String
  let settings: CopySettings
  let onEvent: @Sendable (MigrationEvent) -> Void

  /// Prepares a migration over two sessions that do nothing else meanwhile.
  ///
  /// - Parameter settings: how many more it may open.
  public init(
    oracle: OracleConnection, postgres: PostgresSession, planning: SchemaPlanning, toolVersion: String,
    settings: CopySettings = CopySettings(),
    onEvent: @escaping @Sendable (MigrationEvent) -> Void = { _ in }
  ) {
    self.oracle = oracle
    self.postgres = postgres
    self.planning = planning
    self.toolVersion = toolVersion
    self.settings = settings
    self.onEvent = onEvent
  }

  /// What a run of the ledger still lacks.
  struct Remainder {
    var run: LedgerRun
    var copied: [LedgerTable]
    /// The chunks of tables that are neither new nor copied.
    var chunks: [LedgerChunk] = []
    var steps: Set<String>
    var inventory: TargetInventory
    /// The SCNs of tables that are not read at the run's.
    var snapshots: [QualifiedName: UInt64] = [:]
  }

  /// Does all that is missing.
  ///
  /// - Throws: `MigrationError`, `TransferError`, `LedgerError`, `CatalogError`, or errors of the connections.
  public func run() async throws -> MigrationReport {
    var attempts: [String: Int] = [:]
    var gone: Set<String> = []
    while true {
      do {
        return try await run(rereading: gone)
      } catch let error as TransferError where error.isSnapshotGone {
        let table = error.context.table
        attempts[table, default: 0] += 1
        guard attempts[table, default: 0] < Migration.attempts else { throw error }
        gone = [table]
      }
    }
  }

  /// How often a table is read at most, each time at a newer SCN, when Oracle loses the one before in mid-copy.
  static let attempts = 3

  /// - Parameter gone: Oracle tables, owner first, whose snapshot was lost just now.
  private func run(rereading gone: Set<String>) async throws -> MigrationReport {
    let clock = ContinuousClock()
    let start = clock.now
    // The SCN comes before the dictionary: a sequence that is read after it is ahead of every row that is copied.
    let scn = try await OracleCatalog(connection: oracle).currentSCN()
    let plan = try await planning.plan(oracle: oracle, postgres: postgres).0.validatingApart
    guard plan.blockingFindings.isEmpty else { throw MigrationError.blocked(plan.blockingFindings) }
    let ledger = try await Ledger.open(on: postgres, targetSchema: plan.schema)
    // Only now: another run may have made tables until it gave the lock back.
    let inventory = try await PostgresCatalog(session: postgres).inventory(of: plan.schema)
    let source = try await SourceIdentity.read(planning.owner, over: oracle)
    let remainder = try await self.remainder(
      of: plan, at: scn, rereading: gone, inventory: inventory, source: source, ledger: ledger)
    let wasComplete = isComplete(plan, remainder)
    var report = MigrationReport(
      source: planning.owner, targetSchema: plan.schema, scn: remainder.run.scn, tables: [], objectsMade: [:],
      findings: plan.findings, wasComplete: wasComplete, seconds: 0)
    if wasComplete {
      // Killed between the last step and this record, a run would look open for ever.
      if remainder.run.state != .finished { try await ledger.finish(remainder.run) }
      for table in remainder.copied where plan.tables.contains(where: { $0.mapping.target == table.target }) {
        add(
          table.counts, table.findings, of: table.target, scn: remainder.scn(of: table.target), isNew: false,
          to: &report)
      }
      for statement in plan.completion
      where !remainder.steps.contains(statement.id) && statement.isPossible(behind: remainder.steps) {
        report.findings.append(
          Migration.notMade(statement, "an earlier run could not make it"))
      }
    } else {
      let columns = plan.tables.reduce(0) { $0 + $1.mapping.columns.count }
      let estimates = plan.tables.map(\.mapping.rowEstimate)
      let estimate = estimates.contains(nil) ? nil : estimates.reduce(0) { $0 + ($1 ?? 0) }
      onEvent(.planned(tables: plan.tables.count, columns: columns, rowEstimate: estimate, scn: remainder.run.scn))
      try await prepare(plan, remainder, ledger: ledger)
      try await copyAndComplete(plan, remainder, ledger: ledger, report: &report)
      try await ledger.finish(remainder.run)
    }
    report.findings += try await Ledger.rejectFindings(of: remainder.run, on: postgres)
    report.findings += Migration.snapshotFindings(report)
    try await ledger.close()
    let elapsed = clock.now - start
    report.seconds = elapsed.inSeconds
    return report
  }

  func add(
    _ counts: CopyCounts, _ findings: [Finding], of target: QualifiedName, scn: UInt64, isNew: Bool,
    to report: inout MigrationReport
  ) {
    report.tables.append(
      .init(
        target: target, rows: counts.rowsLoaded, rejected: counts.rowsRejected, bytes: counts.bytes, isNew: isNew,
        scn: scn))
    report.findings += findings
  }

  // MARK: where an earlier run stopped

  private func remainder(
    of plan: MigrationPlan, at scn: UInt64, rereading gone: Set<String>, inventory: TargetInventory,
    source: SourceIdentity, ledger: Ledger
  ) async throws -> Remainder {
    guard let run = try await ledger.latestRun(source: source) else {
      return try await newRun(plan, at: scn, inventory: inventory, source: source, ledger: ledger)
    }
    guard try await !ledger.isDataOnly(run) else {
      throw MigrationError.otherKindOfRun(schema: plan.schema, isDataOnly: true)
    }
    let copied = try await ledger.tables(of: run)
    let steps = try await ledger.steps(of: run)
    let isCopied = Set(copied.map(\.target))
    let chunks = try await ledger.chunks(of: run).filter { !isCopied.contains($0.target) }
    let begun = Set(chunks.map(\.target)).sorted()
    let dropped = (copied.map(\.target) + begun).filter { inventory.tables[$0.name] == nil }
    guard dropped.isEmpty else {
      throw MigrationError.copiedTablesGone(schema: plan.schema, tables: dropped.map(\.name))
    }
    var remainder = Remainder(run: run, copied: copied, chunks: chunks, steps: steps, inventory: inventory)
    remainder.snapshots = try await Ledger.snapshots(of: run, on: postgres)
    let missing = tablesToCopy(plan, remainder)
    try checkColumns(plan, remainder)
    try checkTypes(plan, try await ledger.columnTypes(of: run), halfFilled: Set(begun))
    if missing.isEmpty { return remainder }
    let goneNow = Set(
      missing.filter { gone.contains($0.mapping.sourceOwner + "." + $0.mapping.sourceName) }.map(\.mapping.target))
    let unreadable = goneNow.isEmpty ? try await unreadable(missing, remainder, at: scn) : goneNow
    if !unreadable.isEmpty {
      try await takeBack(unreadable, plan, at: scn, remainder, ledger: ledger)
      let inventory = try await PostgresCatalog(session: postgres).inventory(of: plan.schema)
      return try await self.remainder(
        of: plan, at: scn, rereading: [], inventory: inventory, source: source, ledger: ledger)
    }
    try checkVacant(plan, inventory: inventory, known: isCopied.union(begun), steps: steps)
    onEvent(.resumed(doneTables: copied.count, scn: run.scn))
    return remainder
  }

  /// A table that was copied must have the columns that Oracle's has now.
  private func checkColumns(_ plan: MigrationPlan, _ remainder: Remainder) throws {
    let copied = Set(remainder.copied.map(\.target))
    for table in plan.tables where copied.contains(table.mapping.target) {
      let there = Set((remainder.inventory.tables[table.mapping.target.name] ?? []).map(\.name))
      let lacking = (table.mapping.columns + table.mapping.generatedColumns).map(\.targetName)
        .filter { !there.contains($0) }
      guard lacking.isEmpty else {
        throw MigrationError.definitionChanged(table: table.mapping.target.name, columns: lacking)
      }
    }
  }

  /// Tables of two plans would not fit together: keys over columns of different types can't be made.
  func checkTypes(
    _ plan: MigrationPlan, _ types: [QualifiedName: [String: String]], halfFilled: Set<QualifiedName>
  ) throws {
    for table in plan.tables {
      guard let before = types[table.mapping.target] else { continue }
      var changed = table.mapping.columns.compactMap { column -> String? in
        guard let old = before[column.targetName], old != column.recordedType else { return nil }
        return "\(column.targetName) was \(old) and would be \(column.recordedType) now"
      }
      if before[Ledger.conditionKey] != table.mapping.condition {
        changed.append("its rows had another condition in [where] than now")
      }
      if halfFilled.contains(table.mapping.target) {
        // What is left of such a table is read by the columns of now.
        let now = Set(table.mapping.columns.map(\.targetName))
        changed += now.symmetricDifference(before.keys).subtracting([Ledger.conditionKey]).sorted().map {
          before[$0] == nil ? "\($0) was not copied and would be now" : "\($0) was copied and would not be now"
        }
      }
      guard changed.isEmpty else {
        throw MigrationError.planChanged(table: table.mapping.target.name, columns: changed)
      }
    }
  }

  private func newRun(
    _ plan: MigrationPlan, at scn: UInt64, inventory: TargetInventory, source: SourceIdentity, ledger: Ledger
  ) async throws -> Remainder {
    try checkVacant(plan, inventory: inventory, known: [], steps: [])
    let run = try await ledger.beginRun(source: source, scn: scn, toolVersion: toolVersion)
    return Remainder(run: run, copied: [], steps: [], inventory: inventory)
  }

  /// What is to be made must not be there unless the ledger knows it.
  private func checkVacant(
    _ plan: MigrationPlan, inventory: TargetInventory, known: Set<QualifiedName>, steps: Set<String>
  ) throws {
    let occupied = plan.tables.filter { table in
      inventory.contains(table.creation.object) && !known.contains(table.mapping.target)
        && !steps.contains(table.creation.id)
    }
    guard occupied.isEmpty else {
      throw MigrationError.targetOccupied(schema: plan.schema, tables: occupied.map(\.mapping.target.name))
    }
  }

  func tablesToCopy(_ plan: MigrationPlan, _ remainder: Remainder) -> [TablePlan] {
    let copied = Set(remainder.copied.map(\.target))
    return plan.tables.filter { $0.copiesRows && !copied.contains($0.mapping.target) }
  }

  private func isComplete(_ plan: MigrationPlan, _ remainder: Remainder) -> Bool {
    tablesToCopy(plan, remainder).isEmpty
      && plan.tables.allSatisfy { $0.copiesRows || remainder.steps.contains($0.creation.id) }
      && plan.completion.allSatisfy { remainder.steps.contains($0.id) || $0.mayFail }
  }
}
