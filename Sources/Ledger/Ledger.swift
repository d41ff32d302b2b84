import Model
import PostgresClient

/// What was carried over, kept in schema `oraferry` of the target database.
///
/// A table's rows and its record commit in one transaction, and so do a DDL step and its record. Whatever dies and
/// whenever, the next run reads here what is missing, and nothing is done twice.
///
/// An open ledger holds an advisory lock for its target schema, as long as its session lives: a second migration to the
/// same schema is refused.
public struct Ledger: Sendable {
  /// The schema in the target database that holds the ledger; nothing else may be migrated into it.
  public static let schemaName = "oraferry"

  /// The session that holds the lock, and does everything but claims and records within a copy's transaction.
  public let session: PostgresSession
  /// The PostgreSQL schema that is migrated to.
  public let targetSchema: String

  /// Takes the lock for the target schema, and makes the ledger's tables unless they are there.
  ///
  /// - Throws: `LedgerError.inUse` when another session has the lock, `.madeByLaterVersion`, or `.unusable`.
  public static func open(on session: PostgresSession, targetSchema: String) async throws -> Ledger {
    do {
      guard try await lock(targetSchema, on: session) else {
        throw LedgerError.inUse(targetSchema: targetSchema, holder: try await holder(of: targetSchema, on: session))
      }
      try await LedgerSchema.create(on: session)
    } catch let error as PostgresError {
      throw LedgerError.unusable(error)
    }
    Failpoint.ledgerOpened.pass()
    return Ledger(session: session, targetSchema: targetSchema)
  }

  /// Waits until nobody migrates to the target schema any more.
  ///
  /// The lock is asked for again and again, and given back at once: who wants to work then opens the ledger, and may be
  /// forestalled.
  ///
  /// - Parameters:
  ///   - limit: how long; nil waits for as long as it takes.
  ///   - onWait: told whom is waited for, at the beginning and whenever that is somebody else.
  /// - Throws: `LedgerError.inUse` when the time is over.
  public static func waitUntilFree(
    _ targetSchema: String, on session: PostgresSession, limit: Duration?,
    onWait: (_ holder: String?) -> Void
  ) async throws {
    let clock = ContinuousClock()
    let deadline = limit.map { clock.now.advanced(by: $0) }
    var known: String??
    while try await !lock(targetSchema, on: session) {
      // Nil when the other one has just gone, or may not be seen by this user.
      let holder = try await holder(of: targetSchema, on: session)
      if known == nil || (holder != nil && known != .some(holder)) {
        onWait(holder)
        known = .some(holder)
      }
      if let deadline, clock.now >= deadline {
        throw LedgerError.inUse(targetSchema: targetSchema, holder: holder)
      }
      try await Task.sleep(for: pollInterval)
    }
    _ = try await session.execute(
      "SELECT pg_advisory_unlock(\(LedgerSchema.lockClass), hashtext($1))", [targetSchema])
  }

  private static let pollInterval = Duration.milliseconds(500)

  /// Gives the lock back; closing the session does so as well.
  public func close() async throws {
    _ = try await session.execute(
      "SELECT pg_advisory_unlock(\(LedgerSchema.lockClass), hashtext($1))", [targetSchema])
  }

  private static func lock(_ targetSchema: String, on session: PostgresSession) async throws -> Bool {
    let result = try await session.execute(
      "SELECT pg_try_advisory_lock(\(LedgerSchema.lockClass), hashtext($1))", [targetSchema])
    return result.firstValue == "t"
  }

  /// Who has the lock, for the message.
  private static func holder(of targetSchema: String, on session: PostgresSession) async throws -> String? {
    let result = try await session.execute(
      """
      SELECT 'server process ' || a.pid || ' of user ' || a.usename || coalesce(' at ' || host(a.client_addr), '')
          || ', connected since ' || date_trunc('second', a.backend_start)
        FROM pg_locks l JOIN pg_stat_activity a USING (pid)
       WHERE l.locktype = 'advisory' AND l.granted
         AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND l.classid = \(LedgerSchema.lockClass) AND l.objid::bigint = (hashtext($1)::bigint & 4294967295)
         AND l.objsubid = 2
      """, [targetSchema])
    return result.firstValue
  }
}

/// Runs.
extension Ledger {
  /// The latest run from this source to the target schema that was not given up, be it unfinished or finished.
  public func latestRun(source: SourceIdentity) async throws -> LedgerRun? {
    let result = try await session.execute(
      """
      SELECT \(LedgerRun.columns) FROM \(LedgerSchema.table("runs"))
       WHERE target_schema = $1 AND source_schema = $2 AND state <> 'discarded'
         AND CASE WHEN source_database_id IS NOT NULL AND $3::text IS NOT NULL THEN source_database_id = $3
             ELSE source_host = $4 AND source_port = $5::integer AND source_service = $6 END
       ORDER BY id DESC LIMIT 1
      """,
      [targetSchema, source.schema, source.databaseID, source.host, String(source.port), source.service])
    return try result.rows.first.map { try LedgerRun(row: $0) }
  }

  /// Every run to the target schema, the oldest first.
  public func runs() async throws -> [LedgerRun] {
    let result = try await session.execute(
      "SELECT \(LedgerRun.columns) FROM \(LedgerSchema.table("runs")) WHERE target_schema = $1 ORDER BY id",
      [targetSchema])
    return try result.rows.map { try LedgerRun(row: $0) }
  }

  /// Records that a run begins, at an SCN that is fixed for all of its tables.
  public func beginRun(source: SourceIdentity, scn: UInt64, toolVersion: String) async throws -> LedgerRun {
    let result = try await session.execute(
      """
      INSERT INTO \(LedgerSchema.table("runs"))
        (source_host, source_port, source_service, source_schema, source_database_id, target_schema, scn, tool_version,
         state)
      VALUES ($1, $2::integer, $3, $4, $5, $6, $7::numeric, $8, 'running') RETURNING \(LedgerRun.columns)
      """,
      [
        source.host, String(source.port), source.service, source.schema, source.databaseID, targetSchema, String(scn),
        toolVersion,
      ])
    guard let row = result.rows.first else { throw LedgerError.recordMissing("the run that begins") }
    Failpoint.runBegun.pass()
    return try LedgerRun(row: row)
  }

  /// Notes of how many tables a run is, for `oraferry status`.
  public func notePlan(tables: Int, of run: LedgerRun) async throws {
    _ = try await session.execute(
      "UPDATE \(LedgerSchema.table("runs")) SET tables_planned = greatest(tables_planned, $2::integer) WHERE id = $1::bigint",
      [String(run.id), String(tables)])
  }

  /// Records that work on a run goes on; that it was finished once is kept, in `finishedAt`.
  public func goOn(_ run: LedgerRun) async throws {
    _ = try await session.execute(
      "UPDATE \(LedgerSchema.table("runs")) SET state = 'running' WHERE id = $1::bigint AND state = 'finished'",
      [String(run.id)])
  }

  /// Records that all of a run is done, unless a table is half filled that this start of the program was not asked for.
  public func finish(_ run: LedgerRun) async throws {
    let open = try await session.execute(
      "SELECT 1 FROM \(LedgerSchema.table("tables")) WHERE run_id = $1::bigint AND state = 'filling' LIMIT 1",
      [String(run.id)])
    guard open.rows.isEmpty else { return }
    let result = try await session.execute(
      """
      UPDATE \(LedgerSchema.table("runs")) SET state = 'finished', finished_at = clock_timestamp()
       WHERE id = $1::bigint AND state <> 'discarded'
      """, [String(run.id)])
    guard result.affectedRows == 1 else { throw LedgerError.recordMissing("run \(run.id)") }
    Failpoint.runFinished.pass()
  }

  /// Gives a run up whose SCN Oracle no longer has.
  ///
  /// Drops the tables that it copied, everything else that its steps made, and its records of them, in one transaction.
  /// What the ledger doesn't name is left alone.
  ///
  /// - Parameters:
  ///   - dependents: statements for what stands on the tables: they come first.
  ///   - drops: statements for what else the run made: they follow the tables.
  /// - Returns: the tables that were dropped.
  /// - Throws: `LedgerError.cannotDiscard` when other objects depend on the tables; nothing is changed then.
  public func discard(
    _ run: LedgerRun, dependents: [String] = [], drops: [String] = []
  ) async throws -> [QualifiedName] {
    try await session.transaction { session in
      let dropped = try await tablesMade(of: run)
      do {
        for statement in dependents { _ = try await session.execute(statement) }
        if !dropped.isEmpty {
          _ = try await session.execute("DROP TABLE IF EXISTS " + dropped.map(\.quoted).joined(separator: ", "))
        }
        for statement in drops { _ = try await session.execute(statement) }
      } catch let error as PostgresError where error.sqlState == Ledger.dependentObjects {
        throw LedgerError.cannotDiscard(error)
      }
      for table in ["tables", "steps"] {
        _ = try await session.execute(
          "DELETE FROM \(LedgerSchema.table(table)) WHERE run_id = $1::bigint", [String(run.id)])
      }
      _ = try await session.execute(
        "UPDATE \(LedgerSchema.table("runs")) SET state = 'discarded' WHERE id = $1::bigint", [String(run.id)])
      return dropped
    }
  }
}
