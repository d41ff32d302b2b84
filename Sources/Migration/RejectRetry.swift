import Conversion
import Foundation
import Ledger
import Model
import OracleClient
import OracleWire
import PostgresClient
import Transfer

/// Loads rows that a run has left out, once they or the policies are mended.
///
/// Each row is read AS OF its table's SCN first. Where it still cannot be carried over, or Oracle no longer has that SCN,
/// it is read as it is now: the mended one. Row and record commit together.
public struct RejectRetry: Sendable {
  /// What became of the rows.
  public struct Outcome: Sendable, Hashable {
    /// Rows that are loaded as they were at the run's SCN.
    public var loaded = 0
    /// Rows that are loaded as they are now.
    public var loadedAsOfNow = 0
    /// Rows that are still left out, and why.
    public var leftOut: [OpenReject] = []
    /// Rows that Oracle no longer has, and that could not be loaded as they were.
    public var gone: [OpenReject] = []
    /// Foreign keys that are valid now.
    public var validated: [QualifiedName] = []
    /// What of the loaded rows was not carried over exactly.
    public var findings: [Finding] = []
  }

  private let oracle: OracleConnection
  private let postgres: PostgresSession
  private let planning: SchemaPlanning
  private let rules: BadValueRules

  /// Works over two sessions that do nothing else meanwhile.
  public init(
    oracle: OracleConnection, postgres: PostgresSession, planning: SchemaPlanning, rules: BadValueRules
  ) {
    self.oracle = oracle
    self.postgres = postgres
    self.planning = planning
    self.rules = rules
  }

  /// Tries all rows that are left out.
  ///
  /// - Returns: nil when nothing was migrated from this source.
  /// - Throws: `TransferError`, `LedgerError`, or errors of the connections; rows that were loaded before stay.
  public func run() async throws -> Outcome? {
    let plan = try await planning.planOfLastRun(oracle: oracle, postgres: postgres).validatingApart
    let ledger = try await Ledger.open(on: postgres, targetSchema: plan.schema)
    guard let run = try await ledger.latestRun(source: try await .read(planning.owner, over: oracle)) else {
      return nil
    }
    let snapshots = try await Ledger.snapshots(of: run, on: postgres)
    let rejects = try await Ledger.openRejects(of: run, on: postgres)
    let columns = try await ledger.columnTypes(of: run)
    for table in plan.tables where rejects.contains(where: { $0.target == table.mapping.target }) {
      let then = columns[table.mapping.target]
      try checkCharacterSets(table, columnsOfThen: then ?? [:])
      if !table.isExisting { try await check(table.mapping, columnsOfThen: then) }
    }
    var outcome = Outcome()
    for reject in rejects {
      try Task.checkCancellation()
      guard let table = plan.tables.first(where: { $0.mapping.target == reject.target }), reject.address != nil
      else {
        outcome.leftOut.append(reject)
        continue
      }
      try await retry(reject, table, scn: snapshots[reject.target] ?? run.scn, run, &outcome)
    }
    outcome.findings = Finding.summed(outcome.findings)
    outcome.validated = try await validate(plan, run, ledger)
    try await ledger.close()
    return outcome
  }

  /// The other rows of the table are of the sets of then.
  private func checkCharacterSets(_ table: TablePlan, columnsOfThen: [String: String]) throws {
    let remedy = table.isExisting ? "oraferry reset and migrate --data-only load" : "oraferry refresh copies"
    let faults = table.mapping.columns.compactMap { column -> String? in
      guard let then = columnsOfThen[column.targetName],
        ColumnMapping.characterSet(ofRecorded: then) != column.declaredText?.characterSet
      else { return nil }
      return "\(column.targetName) was \(then) and would be \(column.recordedType) now: \(remedy) the table again"
    }
    guard faults.isEmpty else {
      throw MigrationError.otherColumns(table: table.mapping.target.name, columns: faults)
    }
  }

  /// A row is written in the form of the types that are planned now: the table must have them.
  ///
  /// PostgreSQL takes the eight bytes of a double precision for those of a bigint.
  private func check(_ mapping: TableMapping, columnsOfThen: [String: String]?) async throws {
    let planned = mapping.columnTypes
    let result = try await postgres.execute(
      """
      SELECT p.key, p.value, format_type(a.atttypid, a.atttypmod)
        FROM jsonb_each_text($1::jsonb) p LEFT JOIN pg_catalog.pg_attribute a
          ON a.attname = p.key AND a.attnum > 0 AND NOT a.attisdropped AND a.attrelid = (
            SELECT c.oid FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = $2 AND c.relname = $3)
       WHERE a.atttypid IS DISTINCT FROM to_regtype(p.value)::oid ORDER BY 1
      """,
      [
        String(decoding: try JSONEncoder().encode(planned), as: UTF8.self), mapping.target.schema, mapping.target.name,
      ])
    var faults = result.rows.compactMap { row -> String? in
      guard row.count == 3, let name = row[0], let type = row[1] else { return nil }
      return row[2].map { "\(name) is \($0) and would be \(type) by the choices of now" } ?? "\(name) is not there"
    }
    if let columnsOfThen {
      let left = Set(columnsOfThen.keys).subtracting([Ledger.conditionKey]).subtracting(planned.keys)
      faults += left.sorted().map { "\($0) was copied and would not be now" }
    }
    guard faults.isEmpty else { throw MigrationError.otherColumns(table: mapping.target.name, columns: faults) }
  }

  private func retry(
    _ reject: OpenReject, _ table: TablePlan, scn: UInt64, _ run: LedgerRun, _ outcome: inout Outcome
  ) async throws {
    let handling = rules.handling(of: table.mapping, RejectBudget(limit: nil))
    var copy = RowRetry(mapping: table.mapping, reject: reject, run: run, handling: handling)
    copy.isExisting = table.isExisting
    copy.isTextConverted = oracle.characterSet != CharacterSet.utf8
    switch try await copy.run(scn: scn, from: oracle, to: postgres) {
    case .loaded(let findings):
      outcome.loaded += 1
      outcome.findings += findings
    case .settled: break
    case .gone, .snapshotGone, .leftOut:
      switch try await copy.run(scn: nil, from: oracle, to: postgres) {
      case .loaded(let findings):
        outcome.loadedAsOfNow += 1
        outcome.findings += findings
      case .settled: break
      case .leftOut(let now): outcome.leftOut.append(now)
      case .gone, .snapshotGone: outcome.gone.append(reject)
      }
    }
  }

  /// Validates the foreign keys that stayed NOT VALID for want of the rows.
  private func validate(
    _ plan: MigrationPlan, _ run: LedgerRun, _ ledger: Ledger
  ) async throws -> [QualifiedName] {
    let steps = try await ledger.steps(of: run)
    var validated: [QualifiedName] = []
    for statement in plan.completion
    where statement.phase == .validation && !steps.contains(statement.id) && statement.isPossible(behind: steps) {
      let key = QualifiedName(schema: statement.object.table ?? "", name: statement.object.name)
      do {
        try await ledger.apply(
          step: statement.id, object: "\(statement.object.kind.rawValue) \(key.name) of \(key.schema)",
          statements: [statement.sql], for: run)
        validated.append(key)
      } catch let error as PostgresError where error.sqlState == Migration.foreignKeyViolation {
        continue
      }
    }
    return validated
  }
}
