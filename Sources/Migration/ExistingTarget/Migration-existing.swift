import Catalog
import Conversion
import Ledger
import Model
import OracleClient
import PostgresClient
import Transfer

/// Rows into tables that are there already.
extension Migration {
  /// Loads what is missing, and nothing but rows: the tables are somebody else's.
  ///
  /// - Throws: `MigrationError`, `TransferError`, `LedgerError`, `CatalogError`, or errors of the connections; triggers and
  ///   foreign keys are back then, as far as the connection to PostgreSQL is.
  public func runDataOnly(_ options: DataOnlyOptions) async throws -> MigrationReport {
    var attempts: [String: Int] = [:]
    var gone: Set<String> = []
    while true {
      do {
        return try await load(options, rereading: gone)
      } catch let error as TransferError where error.isSnapshotGone {
        let table = error.context.table
        attempts[table, default: 0] += 1
        guard attempts[table, default: 0] < Migration.attempts else { throw error }
        gone = [table]
      }
    }
  }

  /// - Parameter gone: Oracle tables, owner first, whose snapshot was lost just now.
  private func load(_ options: DataOnlyOptions, rereading gone: Set<String>) async throws -> MigrationReport {
    let clock = ContinuousClock()
    let start = clock.now
    let scn = try await OracleCatalog(connection: oracle).currentSCN()
    let target = try await ExistingTargetPlanning(planning, options: options).plan(oracle: oracle, postgres: postgres)
    let ledger = try await Ledger.open(on: postgres, targetSchema: target.plan.schema)
    var report: MigrationReport
    do {
      report = try await load(target, options, at: scn, rereading: gone, ledger: ledger)
    } catch {
      // In a task of its own: this one may be cancelled.
      await Task { await Self.restore(ledger) }.value
      throw error
    }
    let elapsed = clock.now - start
    report.seconds = elapsed.inSeconds
    return report
  }

  /// Puts back what is off, also what a run that was killed has left so, and gives the ledger back.
  ///
  /// The error at hand is the one to tell: what can't be put back here, the next start or reset puts back.
  private static func restore(_ ledger: Ledger) async {
    _ = try? await ledger.session.execute(HoldingOff.plainRole)
    _ = try? await HoldingOff.release(ledger, isComplete: false)
    try? await ledger.close()
  }

  private func load(
    _ target: ExistingTargetPlanning.Plan, _ options: DataOnlyOptions, at scn: UInt64, rereading gone: Set<String>,
    ledger: Ledger
  ) async throws -> MigrationReport {
    let source = try await SourceIdentity.read(planning.owner, over: oracle)
    var load = DataOnlyLoad(
      target: target, options: options, ledger: ledger,
      holding: try await HoldingOff.survey(target.tables, ledger: ledger), remainder: nil)
    try await findRemainder(&load, at: scn, source: source, rereading: gone)
    var findings = target.plan.findings + load.holding.findings
    findings += try await load.problems()
    let blocking = findings.filter { $0.severity == .blocking }
    guard blocking.isEmpty else { throw MigrationError.blocked(blocking) }
    let remainder: Remainder
    if let found = load.remainder {
      remainder = found
    } else {
      let run = try await ledger.beginDataOnlyRun(source: source, scn: scn, toolVersion: toolVersion)
      remainder = Remainder(run: run, copied: [], steps: [], inventory: target.inventory)
    }
    var report = MigrationReport(
      source: planning.owner, targetSchema: target.plan.schema, scn: remainder.run.scn, tables: [], objectsMade: [:],
      findings: findings, wasComplete: false, seconds: 0)
    let missing = tablesToCopy(target.plan, remainder)
    if missing.isEmpty, try await load.isComplete(remainder) {
      // Killed between the last step and this record, a run would look open for ever.
      if remainder.run.state != .finished { try await ledger.finish(remainder.run) }
      for table in remainder.copied where target.plan.tables.contains(where: { $0.mapping.target == table.target }) {
        add(
          table.counts, table.findings, of: table.target, scn: remainder.scn(of: table.target), isNew: false,
          to: &report)
      }
      report.wasComplete = true
      report.findings += try await load.keysNotValid()
    } else {
      tellPlan(target.plan, remainder)
      try await fill(load, remainder, missing, &report)
      try await load.complete(remainder, onEvent: onEvent, report: &report)
      try await ledger.finish(remainder.run)
    }
    report.findings += try await Ledger.rejectFindings(of: remainder.run, on: postgres)
    report.findings += Migration.snapshotFindings(report, isDataOnly: true)
    try await ledger.close()
    return report
  }

  private func tellPlan(_ plan: MigrationPlan, _ remainder: Remainder) {
    let columns = plan.tables.reduce(0) { $0 + $1.mapping.columns.count }
    let estimates = plan.tables.map(\.mapping.rowEstimate)
    let estimate = estimates.contains(nil) ? nil : estimates.reduce(0) { $0 + ($1 ?? 0) }
    onEvent(.planned(tables: plan.tables.count, columns: columns, rowEstimate: estimate, scn: remainder.run.scn))
  }

  /// Copies the rows with everything off that would hinder them, and puts it back.
  private func fill(
    _ load: DataOnlyLoad, _ remainder: Remainder, _ missing: [TablePlan], _ report: inout MigrationReport
  ) async throws {
    let ledger = load.ledger
    try await ledger.goOn(remainder.run)
    try await ledger.notePlan(tables: load.target.plan.tables.count, of: remainder.run)
    if !missing.isEmpty {
      try await load.holding.hold()
      try await load.empty(missing, remainder)
    }
    try await copy(load, remainder, report: &report)
    report.findings += try await HoldingOff.release(ledger, isComplete: true)
  }

  private func copy(_ load: DataOnlyLoad, _ remainder: Remainder, report: inout MigrationReport) async throws {
    let holding = load.holding
    var plan = load.target.plan
    var settings = settings
    if !holding.remaining.isEmpty {
      // One after the other, those first that others refer to.
      plan.tables = holding.ordered(plan.tables) { $0.mapping.target }.items
      settings.workers = 1
      let whole = holding.selfReferring
      for index in plan.tables.indices where whole.contains(plan.tables[index].mapping.target) {
        plan.tables[index].mapping.rowEstimate = nil
      }
    }
    if holding.way == .replica, let connect = settings.connectPostgres {
      settings.connectPostgres = {
        let session = try await connect()
        _ = try await session.execute(HoldingOff.replicaRole)
        return session
      }
    }
    let migration = Migration(
      oracle: oracle, postgres: postgres, planning: planning, toolVersion: toolVersion, settings: settings,
      onEvent: onEvent)
    var (jobs, done) = try await migration.copyJobs(plan, remainder, ledger: load.ledger)
    if !holding.remaining.isEmpty {
      let places = Dictionary(
        plan.tables.enumerated().map { ($0.element.mapping.target, $0.offset) }, uniquingKeysWith: { first, _ in first }
      )
      jobs = jobs.enumerated().sorted { left, right in
        let (first, second) = (places[left.element.table.mapping.target], places[right.element.table.mapping.target])
        return (first ?? 0, left.offset) < (second ?? 0, right.offset)
      }.map(\.element)
    }
    let (workers, shortage) = try await Workers.open(
      SessionPair(oracle: oracle, postgres: postgres), settings, jobs: jobs.count)
    let estimates = jobs.map(\.rowEstimate)
    let copied = done.reduce(0) { $0 + $1.counts.rowsLoaded }
    let earlier = Dictionary(done.map { ($0.target, $0.counts.rowsLoaded) }, uniquingKeysWith: +)
    onEvent(
      .copying(
        rowEstimate: estimates.contains(nil) ? nil : estimates.reduce(copied) { $0 + ($1 ?? 0) },
        earlier: earlier))
    if let shortage { onEvent(.fewerWorkers(workers.pairs.count, reason: shortage)) }
    do {
      if holding.way == .replica { _ = try await postgres.execute(HoldingOff.replicaRole) }
      try await migration.copyTables(
        plan, remainder, jobs, done: done, workers, ledger: load.ledger, report: &report)
      if holding.way == .replica { _ = try await postgres.execute(HoldingOff.plainRole) }
    } catch {
      await workers.close()
      throw error
    }
    await workers.close()
  }

  // MARK: where an earlier run stopped

  private func findRemainder(
    _ load: inout DataOnlyLoad, at scn: UInt64, source: SourceIdentity, rereading gone: Set<String>
  ) async throws {
    let (ledger, target) = (load.ledger, load.target)
    guard let run = try await ledger.latestRun(source: source) else { return }
    guard try await ledger.isDataOnly(run) else {
      throw MigrationError.otherKindOfRun(schema: target.plan.schema, isDataOnly: false)
    }
    let copied = try await ledger.tables(of: run)
    let isCopied = Set(copied.map(\.target))
    let chunks = try await ledger.chunks(of: run).filter { !isCopied.contains($0.target) }
    let begun = Set(chunks.map(\.target))
    let dropped = (copied.map(\.target) + begun.sorted()).filter { target.inventory.tables[$0.name] == nil }
    guard dropped.isEmpty else {
      throw MigrationError.copiedTablesGone(schema: target.plan.schema, tables: dropped.map(\.name))
    }
    var remainder = Remainder(
      run: run, copied: copied, chunks: chunks, steps: try await ledger.steps(of: run), inventory: target.inventory)
    remainder.snapshots = try await Ledger.snapshots(of: run, on: postgres)
    try checkTypes(target.plan, try await ledger.columnTypes(of: run), halfFilled: begun.union(isCopied))
    let missing = tablesToCopy(target.plan, remainder).filter { !$0.mapping.columns.isEmpty }
    let goneNow = Set(
      missing.filter { gone.contains($0.mapping.sourceOwner + "." + $0.mapping.sourceName) }.map(\.mapping.target))
    let unreadable = goneNow.isEmpty ? try await unreadable(missing, remainder, at: scn) : goneNow
    guard !unreadable.isEmpty else {
      if !missing.isEmpty { onEvent(.resumed(doneTables: copied.count, scn: run.scn)) }
      load.remainder = remainder
      return
    }
    try await takeBackRows(unreadable, load, remainder, at: scn)
    // What was off is back.
    load.holding = try await HoldingOff.survey(target.tables, ledger: ledger)
    try await findRemainder(&load, at: scn, source: source, rereading: [])
  }
}
