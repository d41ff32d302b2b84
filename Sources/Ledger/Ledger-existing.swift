import Model
import PostgresClient

/// Runs into tables that were there before: what they have loaded, and how it is taken back.
extension Ledger {
  /// Records that a run begins which makes no tables.
  public func beginDataOnlyRun(source: SourceIdentity, scn: UInt64, toolVersion: String) async throws -> LedgerRun {
    try await session.transaction { session in
      let run = try await beginRun(source: source, scn: scn, toolVersion: toolVersion)
      _ = try await session.execute(
        "UPDATE \(LedgerSchema.table("runs")) SET is_data_only = true WHERE id = $1::bigint", [String(run.id)])
      return run
    }
  }

  /// Whether a run makes no tables.
  public func isDataOnly(_ run: LedgerRun) async throws -> Bool {
    let result = try await session.execute(
      "SELECT is_data_only FROM \(LedgerSchema.table("runs")) WHERE id = $1::bigint", [String(run.id)])
    return result.firstValue == "t"
  }

  /// Rows that a run has loaded into a table: those that were made in its transactions.
  public struct Load: Sendable, Hashable {
    /// The table.
    public var target: QualifiedName
    /// Oracle's table.
    public var sourceName: String
    /// The lower 32 bits of the transactions, which rows show as xmin.
    public var transactions: [UInt32]
    /// Rows of them.
    public var rows: Int
    /// Whether rows of others may show the same numbers by now.
    public var isTooOld: Bool
  }

  /// Notes the subtransaction that rows of an existing table came in, within it.
  public static func noteLoad(into table: QualifiedName, for run: LedgerRun, on session: PostgresSession) async throws {
    _ = try await session.execute(
      "INSERT INTO \(LedgerSchema.table("loads")) (run_id, schema_name, table_name) VALUES ($1::bigint, $2, $3)",
      [String(run.id), table.schema, table.name])
  }

  /// What a run has loaded, also into tables that are half filled.
  public func loads(of run: LedgerRun) async throws -> [Load] {
    let result = try await session.execute(
      """
      SELECT t.schema_name, t.table_name, t.source_name, l.loaded_in, l.rows_loaded, l.is_old
       FROM \(LedgerSchema.table("tables")) t LEFT JOIN LATERAL (
        SELECT c.loaded_in::text::numeric AS loaded_in, c.rows_loaded,
            pg_current_xact_id()::text::numeric - c.loaded_in::text::numeric > 2000000000 AS is_old
          FROM \(LedgerSchema.table("chunks")) c
         WHERE c.run_id = t.run_id AND c.schema_name = t.schema_name AND c.table_name = t.table_name
           AND c.state = 'copied'
        UNION ALL
        SELECT x.xmin::text::numeric, 0, age(x.xmin) > 2000000000 FROM \(LedgerSchema.table("loads")) x
         WHERE x.run_id = t.run_id AND x.schema_name = t.schema_name AND x.table_name = t.table_name
        UNION ALL
        SELECT t.loaded_in::text::numeric, t.rows_loaded,
            pg_current_xact_id()::text::numeric - t.loaded_in::text::numeric > 2000000000 WHERE t.state = 'copied' AND NOT EXISTS (
          SELECT FROM \(LedgerSchema.table("chunks")) c
           WHERE c.run_id = t.run_id AND c.schema_name = t.schema_name AND c.table_name = t.table_name)) l ON true
       WHERE t.run_id = $1::bigint ORDER BY t.schema_name COLLATE "C", t.table_name COLLATE "C"
      """, [String(run.id)])
    var loads: [Load] = []
    for row in result.rows {
      guard row.count == 6, let schema = row[0], let name = row[1], let source = row[2] else {
        throw LedgerError.corrupt("table record")
      }
      let target = QualifiedName(schema: schema, name: name)
      if loads.last?.target != target {
        loads.append(Load(target: target, sourceName: source, transactions: [], rows: 0, isTooOld: false))
      }
      guard let transaction = row[3].flatMap({ UInt64($0) }), let rows = row[4].flatMap({ Int($0) }) else { continue }
      loads[loads.count - 1].transactions.append(UInt32(truncatingIfNeeded: transaction))
      loads[loads.count - 1].rows += rows
      if row[5] == "t" { loads[loads.count - 1].isTooOld = true }
    }
    return loads
  }

  /// Deletes what was loaded into a table, within the session's open transaction.
  ///
  /// - Throws: `LedgerError.loadedRowsChanged` when not all of it is as it was loaded and other rows are there: which of
  ///   them to delete is then not known.
  public func delete(_ load: Load) async throws {
    guard !load.transactions.isEmpty, load.rows > 0 else { return }
    var found = 0
    if !load.isTooOld {
      let list = "{\(load.transactions.map(String.init).joined(separator: ","))}"
      found = try await session.execute(
        "DELETE FROM \(load.target.quoted) WHERE xmin = ANY ($1::xid[])", [list]
      ).affectedRows
    }
    guard found != load.rows else { return }
    let rest = try await session.execute("SELECT 1 FROM \(load.target.quoted) LIMIT 1")
    guard rest.rows.isEmpty else {
      throw LedgerError.loadedRowsChanged(load.target, found: found, loaded: load.rows)
    }
  }

  /// Whether a table holds rows that a load did not bring.
  public func hasOtherRows(than load: Load?, in table: QualifiedName) async throws -> Bool {
    let list = load.map { "{\($0.isTooOld ? "" : $0.transactions.map(String.init).joined(separator: ","))}" } ?? "{}"
    let others = try await session.execute(
      "SELECT 1 FROM \(table.quoted) WHERE NOT (xmin = ANY ($1::xid[])) LIMIT 1", [list])
    return !others.rows.isEmpty
  }

  /// Forgets a run, or one of its tables, whose rows are deleted, within the session's open transaction.
  public func forgetLoads(of run: LedgerRun, table: QualifiedName? = nil) async throws {
    guard let table else {
      for name in ["tables", "steps"] {
        _ = try await session.execute(
          "DELETE FROM \(LedgerSchema.table(name)) WHERE run_id = $1::bigint", [String(run.id)])
      }
      _ = try await session.execute(
        "UPDATE \(LedgerSchema.table("runs")) SET state = 'discarded' WHERE id = $1::bigint", [String(run.id)])
      return
    }
    _ = try await session.execute(
      "DELETE FROM \(LedgerSchema.table("tables")) WHERE run_id = $1::bigint AND schema_name = $2 AND table_name = $3",
      [String(run.id), table.schema, table.name])
    try await forgetSteps(of: run, session)
    _ = try await session.execute(
      "DELETE FROM \(LedgerSchema.table("steps")) WHERE run_id = $1::bigint AND step_id = $2",
      [String(run.id), Self.settledStep(table)])
    _ = try await session.execute(
      "UPDATE \(LedgerSchema.table("runs")) SET state = 'running' WHERE id = $1::bigint", [String(run.id)])
  }

  /// Forgets tables whose rows are deleted, so that they are loaded again at another SCN, within the session's open
  /// transaction.
  public func forgetLoads(
    of run: LedgerRun, tables: [QualifiedName], _ rereading: Rereading, _ session: PostgresSession
  ) async throws {
    try await forgetSteps(of: run, session)
    for table in tables {
      _ = try await session.execute(
        "DELETE FROM \(LedgerSchema.table("tables")) WHERE run_id = $1::bigint AND schema_name = $2 AND table_name = $3",
        [String(run.id), table.schema, table.name])
      try await noteSettled(table, for: run, session)
    }
    try await record(rereading, of: run, session)
    Failpoint.tablesTakenBack.pass()
  }

  /// Notes, within the session's open transaction, that the run has dealt with a table's rows of before: others that come
  /// meanwhile stay, whatever becomes of the rows that are loaded.
  public func noteSettled(_ table: QualifiedName, for run: LedgerRun, _ session: PostgresSession) async throws {
    _ = try await session.execute(
      """
      INSERT INTO \(LedgerSchema.table("steps")) (run_id, step_id, object) VALUES ($1::bigint, $2, $3)
      ON CONFLICT DO NOTHING
      """, [String(run.id), Self.settledStep(table), "\(table)"])
  }

  /// The step that `noteSettled` notes.
  public static func settledStep(_ table: QualifiedName) -> String { settled + "\(table)" }

  private static let settled = "rows of before:"

  /// The steps behind the rows are cheap, and speak of other tables, too.
  private func forgetSteps(of run: LedgerRun, _ session: PostgresSession) async throws {
    _ = try await session.execute(
      "DELETE FROM \(LedgerSchema.table("steps")) WHERE run_id = $1::bigint AND NOT starts_with(step_id, $2)",
      [String(run.id), Self.settled])
  }
}
