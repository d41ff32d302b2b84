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
    return Ledger(session: session, targetSchema: targetSchema)
  }

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
    return try LedgerRun(row: row)
  }

  /// Records that all of a run is done.
  public func finish(_ run: LedgerRun) async throws {
    let result = try await session.execute(
      """
      UPDATE \(LedgerSchema.table("runs")) SET state = 'finished', finished_at = clock_timestamp()
       WHERE id = $1::bigint AND state <> 'discarded'
      """, [String(run.id)])
    guard result.affectedRows == 1 else { throw LedgerError.recordMissing("run \(run.id)") }
  }

  /// Gives a run up whose SCN Oracle no longer has.
  ///
  /// Drops the tables that it copied, and its records of them and of its steps, in one transaction. Tables that the ledger doesn't name are left alone.
  ///
  /// - Returns: the tables that were dropped.
  /// - Throws: `LedgerError.cannotDiscard` when other objects depend on the tables; nothing is changed then.
  public func discard(_ run: LedgerRun) async throws -> [QualifiedName] {
    try await session.transaction { session in
      let dropped = try await tables(of: run).map(\.target)
      if !dropped.isEmpty {
        do {
          _ = try await session.execute("DROP TABLE IF EXISTS " + dropped.map(\.quoted).joined(separator: ", "))
        } catch let error as PostgresError {
          throw LedgerError.cannotDiscard(error)
        }
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
