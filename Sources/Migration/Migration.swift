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
  private let oracle: OracleConnection
  private let postgres: PostgresSession
  private let planning: SchemaPlanning
  private let toolVersion: String
  private let onEvent: @Sendable (MigrationEvent) -> Void

  /// Prepares a migration over two sessions that do nothing else meanwhile.
  public init(
    oracle: OracleConnection, postgres: PostgresSession, planning: SchemaPlanning, toolVersion: String,
    onEvent: @escaping @Sendable (MigrationEvent) -> Void = { _ in }
  ) {
    self.oracle = oracle
    self.postgres = postgres
    self.planning = planning
    self.toolVersion = toolVersion
    self.onEvent = onEvent
  }

  /// What a run of the ledger still lacks.
  private struct Remainder {
    var run: LedgerRun
    var copied: [LedgerTable]
    var steps: Set<String>
    var inventory: TargetInventory
  }

  /// Does all that is missing.
  ///
  /// - Throws: `MigrationError`, `TransferError`, `LedgerError`, `CatalogError`, or errors of the connections.
  public func run() async throws -> MigrationReport {
    var attempt = 1
    while true {
      do {
        return try await run(startsAnew: attempt > 1)
      } catch let error as TransferError where error.isSnapshotGone && attempt < Migration.attempts {
        attempt += 1
      }
    }
  }

  /// How often all tables are read at a newer SCN when Oracle has lost the one before.
  private static let attempts = 3

  private func run(startsAnew: Bool) async throws -> MigrationReport {
    let clock = ContinuousClock()
    let start = clock.now
    // The SCN comes before the dictionary: a sequence that is read after it is ahead of every row that is copied.
    let scn = try await OracleCatalog(connection: oracle).currentSCN()
    let (plan, inventory) = try await planning.plan(oracle: oracle, postgres: postgres)
    guard plan.blockingFindings.isEmpty else { throw MigrationError.blocked(plan.blockingFindings) }
    let ledger = try await Ledger.open(on: postgres, targetSchema: plan.schema)
    let source = try await sourceIdentity()
    var remainder = try await self.remainder(
      of: plan, at: scn, startsAnew: startsAnew, inventory: inventory, source: source, ledger: ledger)
    let wasComplete = isComplete(plan, remainder)
    var report = MigrationReport(
      source: planning.owner, targetSchema: plan.schema, scn: remainder.run.scn, tables: [], objectsMade: [:],
      findings: plan.findings, wasComplete: wasComplete, seconds: 0)
    if wasComplete {
      for table in remainder.copied where plan.tables.contains(where: { $0.mapping.target == table.target }) {
        add(table.counts, table.findings, of: table.target, isNew: false, to: &report)
      }
      for statement in plan.completion where !remainder.steps.contains(statement.id) {
        report.findings.append(
          Migration.notMade(statement, "an earlier run could not make it"))
      }
    } else {
      let columns = plan.tables.reduce(0) { $0 + $1.mapping.columns.count }
      let estimates = plan.tables.map(\.mapping.rowEstimate)
      let estimate = estimates.contains(nil) ? nil : estimates.reduce(0) { $0 + ($1 ?? 0) }
      onEvent(.planned(tables: plan.tables.count, columns: columns, rowEstimate: estimate, scn: remainder.run.scn))
      try await prepare(plan, &remainder, ledger: ledger)
      try await copyTables(plan, &remainder, ledger: ledger, report: &report)
      try await complete(plan, remainder, ledger: ledger, report: &report)
      try await ledger.finish(remainder.run)
    }
    try await ledger.close()
    let elapsed = clock.now - start
    report.seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    return report
  }

  private func add(
    _ counts: CopyCounts, _ findings: [Finding], of target: QualifiedName, isNew: Bool, to report: inout MigrationReport
  ) {
    report.tables.append(.init(target: target, rows: counts.rowsLoaded, bytes: counts.bytes, isNew: isNew))
    report.findings += findings
  }

  // MARK: where an earlier run stopped

  private func sourceIdentity() async throws -> SourceIdentity {
    let configuration = oracle.configuration
    var identity = SourceIdentity(
      host: configuration.host, port: configuration.port, service: configuration.service.name, schema: planning.owner)
    do {
      identity.databaseID = try await databaseID("DBID, CON_DBID")
    } catch let error as OracleError where error.code == 904 {
      identity.databaseID = try await databaseID("DBID")
    } catch let error as OracleError where [942, 1031].contains(error.code) {
      // Without the right to see it, host, port and service must do.
    }
    return identity
  }

  /// Pluggable databases share the DBID of their container: each one's own, CON_DBID (12.1 and later), tells them apart.
  private func databaseID(_ columns: String) async throws -> String? {
    let row = try await oracle.rows("SELECT \(columns) FROM V$DATABASE").first ?? []
    let numbers = row.compactMap { value -> String? in
      if case .number(let number) = value { number.description } else { nil }
    }
    return numbers.isEmpty ? nil : numbers.joined(separator: "/")
  }

  private func remainder(
    of plan: MigrationPlan, at scn: UInt64, startsAnew: Bool, inventory: TargetInventory, source: SourceIdentity,
    ledger: Ledger
  ) async throws -> Remainder {
    guard let run = try await ledger.latestRun(source: source) else {
      return try await newRun(plan, at: scn, inventory: inventory, source: source, ledger: ledger)
    }
    let copied = try await ledger.tables(of: run)
    let steps = try await ledger.steps(of: run)
    let gone = copied.filter { inventory.tables[$0.target.name] == nil }
    guard gone.isEmpty else {
      throw MigrationError.copiedTablesGone(schema: plan.schema, tables: gone.map(\.target.name))
    }
    let remainder = Remainder(run: run, copied: copied, steps: steps, inventory: inventory)
    let missing = tablesToCopy(plan, remainder)
    try checkColumns(plan, remainder)
    if missing.isEmpty { return remainder }
    let isGone = startsAnew ? true : try await !isReadable(missing[0].mapping, scn: run.scn)
    guard !isGone else {
      guard run.state != .finished else {
        throw MigrationError.finishedSnapshotGone(scn: run.scn, tables: missing.map(\.mapping.target.name))
      }
      return try await startAnew(plan, at: scn, remainder, source: source, ledger: ledger)
    }
    try checkVacant(plan, inventory: inventory, copied: copied, steps: steps)
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

  private func newRun(
    _ plan: MigrationPlan, at scn: UInt64, inventory: TargetInventory, source: SourceIdentity, ledger: Ledger
  ) async throws -> Remainder {
    try checkVacant(plan, inventory: inventory, copied: [], steps: [])
    let run = try await ledger.beginRun(source: source, scn: scn, toolVersion: toolVersion)
    return Remainder(run: run, copied: [], steps: [], inventory: inventory)
  }

  /// Tables of two SCNs would not fit together, so all of an unfinished run's tables go when its SCN has gone.
  private func startAnew(
    _ plan: MigrationPlan, at scn: UInt64, _ old: Remainder, source: SourceIdentity, ledger: Ledger
  ) async throws -> Remainder {
    let made = plan.preparation.filter { $0.object.kind == .sequence && old.steps.contains($0.id) }
    let uncopied = plan.tables.filter { !$0.copiesRows && old.steps.contains($0.creation.id) }
    let dropped = try await ledger.discard(old.run)
    for table in uncopied {
      _ = try await postgres.execute("DROP TABLE IF EXISTS \(table.mapping.target.quoted)")
    }
    for statement in made {
      let name = QualifiedName(schema: plan.schema, name: statement.object.name)
      _ = try await postgres.execute("DROP SEQUENCE IF EXISTS \(name.quoted)")
    }
    onEvent(.startedAnew(discardedTables: dropped.count, oldSCN: old.run.scn))
    let inventory = try await PostgresCatalog(session: postgres).inventory(of: plan.schema)
    return try await newRun(plan, at: scn, inventory: inventory, source: source, ledger: ledger)
  }

  /// What is to be made must not be there unless the ledger knows it.
  private func checkVacant(
    _ plan: MigrationPlan, inventory: TargetInventory, copied: [LedgerTable], steps: Set<String>
  ) throws {
    let known = Set(copied.map(\.target))
    let occupied = plan.tables.filter { table in
      inventory.contains(table.creation.object) && !known.contains(table.mapping.target)
        && !steps.contains(table.creation.id)
    }
    guard occupied.isEmpty else {
      throw MigrationError.targetOccupied(schema: plan.schema, tables: occupied.map(\.mapping.target.name))
    }
  }

  /// Whether Oracle still answers queries AS OF the SCN.
  private func isReadable(_ mapping: TableMapping, scn: UInt64) async throws -> Bool {
    do {
      let statement = try CopyPlan(mapping: mapping, scn: scn).selectStatement
      // The first batch is enough to know; the cursor is closed with the sequence.
      for try await _ in try await oracle.query(statement, fetchSize: 1) { break }
      return true
    } catch let error as OracleError where [1555, 1466, 8180, 8181, 22924].contains(error.code) {
      return false
    }
  }

  private func tablesToCopy(_ plan: MigrationPlan, _ remainder: Remainder) -> [TablePlan] {
    let copied = Set(remainder.copied.map(\.target))
    return plan.tables.filter { $0.copiesRows && !copied.contains($0.mapping.target) }
  }

  private func isComplete(_ plan: MigrationPlan, _ remainder: Remainder) -> Bool {
    tablesToCopy(plan, remainder).isEmpty
      && plan.tables.allSatisfy { $0.copiesRows || remainder.steps.contains($0.creation.id) }
      && plan.completion.allSatisfy { remainder.steps.contains($0.id) || $0.mayFail }
  }

  // MARK: phases

  private func prepare(_ plan: MigrationPlan, _ remainder: inout Remainder, ledger: Ledger) async throws {
    for statement in plan.preparation where !remainder.steps.contains(statement.id) {
      // A schema that is there already is used; anything else in the way is an error of PostgreSQL's own words.
      let isThere = statement.object.kind == .schema && remainder.inventory.contains(statement.object)
      try await apply(statement, statements: isThere ? [] : [statement.sql], remainder.run, ledger: ledger)
    }
  }

  private func copyTables(
    _ plan: MigrationPlan, _ remainder: inout Remainder, ledger: Ledger, report: inout MigrationReport
  ) async throws {
    let clock = ContinuousClock()
    let copied = Dictionary(remainder.copied.map { ($0.target, $0) }) { first, _ in first }
    for table in plan.tables {
      let target = table.mapping.target
      guard table.copiesRows else {
        if !remainder.steps.contains(table.creation.id) {
          try await apply(table.creation, statements: [table.creation.sql], remainder.run, ledger: ledger)
        }
        continue
      }
      if let done = copied[target] {
        add(done.counts, done.findings, of: target, isNew: false, to: &report)
        continue
      }
      let start = clock.now
      onEvent(.tableStarted(target, rowEstimate: table.mapping.rowEstimate))
      var options = TableCopy.Options()
      options.isTextConverted = oracle.characterSet != CharacterSet.utf8
      let copy = try TableCopy(
        table.mapping, scn: remainder.run.scn, createStatements: [table.creation.sql], options: options)
      let outcome = try await copy.run(from: oracle, to: postgres, for: remainder.run) { [onEvent] progress in
        onEvent(.tableProgress(progress.target, rows: progress.rows, bytes: progress.bytes))
      }
      guard case .copied(let counts, let findings) = outcome else { continue }
      add(counts, findings, of: target, isNew: true, to: &report)
      let elapsed = clock.now - start
      let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
      if let result = report.tables.last { onEvent(.tableCopied(result, seconds: seconds)) }
    }
  }

  private func complete(
    _ plan: MigrationPlan, _ remainder: Remainder, ledger: Ledger, report: inout MigrationReport
  ) async throws {
    for statement in plan.completion where !remainder.steps.contains(statement.id) {
      onEvent(.step(statement.object))
      do {
        try await apply(statement, statements: [statement.sql], remainder.run, ledger: ledger)
        report.objectsMade[statement.object.kind.rawValue, default: 0] += 1
      } catch MigrationError.stepFailed(_, let reason, _) where statement.mayFail {
        report.findings.append(Migration.notMade(statement, reason))
      }
    }
  }

  /// A constraint that Oracle never validated and that the rows do not keep, or an index that PostgreSQL can't make of
  /// the values, such as very long ones.
  private static func notMade(_ statement: DDLStatement, _ reason: String) -> Finding {
    let isIndex = statement.phase == .index
    return Finding(
      severity: .warning, rule: isIndex ? "index.not-made" : "constraint.not-valid", object: name(of: statement.object),
      reason: reason,
      remedy: isIndex
        ? "make an index that serves the same queries" : "mend the rows, then make the constraint in PostgreSQL")
  }

  private static func name(of object: TargetObject) -> String {
    let name = "\(object.kind.rawValue) \(object.name)"
    return object.table.map { "\(name) of \($0)" } ?? name
  }

  private func apply(
    _ statement: DDLStatement, statements: [String], _ run: LedgerRun, ledger: Ledger
  ) async throws {
    let name = Migration.name(of: statement.object)
    do {
      try await ledger.apply(step: statement.id, object: name, statements: statements, for: run)
    } catch let error as PostgresError where !error.isConnectionLost {
      throw MigrationError.stepFailed(
        object: name, reason: error.description, rowsAreCopied: statement.phase > .table)
    }
  }
}
