import Model
import PostgresClient

/// The ledger's tables, and how they come to be.
enum LedgerSchema {
  /// The schema in the target database that holds the ledger.
  static let name = Ledger.schemaName

  /// The version of the tables below; a ledger of a later one is refused.
  static let version = 1

  /// The first key of every advisory lock: the letters `ORAF`.
  static let lockClass = 0x4F52_4146

  static func table(_ table: String) -> String { QualifiedName(schema: name, name: table).quoted }

  private static var statements: [String] {
    [
      """
      CREATE TABLE \(table("ledger_version")) (
        version integer NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp())
      """,
      """
      CREATE TABLE \(table("runs")) (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        source_host text NOT NULL,
        source_port integer NOT NULL,
        source_service text NOT NULL,
        source_schema text NOT NULL,
        source_database_id text,
        target_schema text NOT NULL,
        scn numeric(20) NOT NULL,
        tool_version text NOT NULL,
        state text NOT NULL CHECK (state IN ('running', 'finished', 'discarded')),
        started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        finished_at timestamptz)
      """,
      """
      CREATE TABLE \(table("tables")) (
        run_id bigint NOT NULL REFERENCES \(table("runs")) ON DELETE CASCADE,
        schema_name text NOT NULL,
        table_name text NOT NULL,
        source_owner text NOT NULL,
        source_name text NOT NULL,
        state text NOT NULL CHECK (state IN ('copying', 'copied')),
        rows_read bigint NOT NULL DEFAULT 0,
        rows_loaded bigint NOT NULL DEFAULT 0,
        rows_rejected bigint NOT NULL DEFAULT 0,
        bytes bigint NOT NULL DEFAULT 0,
        findings jsonb NOT NULL DEFAULT '[]',
        started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        finished_at timestamptz,
        PRIMARY KEY (run_id, schema_name, table_name),
        CHECK (rows_read = rows_loaded + rows_rejected))
      """,
      """
      CREATE TABLE \(table("steps")) (
        run_id bigint NOT NULL REFERENCES \(table("runs")) ON DELETE CASCADE,
        step_id text NOT NULL,
        object text NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (run_id, step_id))
      """,
      "INSERT INTO \(table("ledger_version")) (version) VALUES (\(version))",
    ]
  }

  /// Makes the tables unless they are there; safe when many sessions do so at once.
  static func create(on session: PostgresSession) async throws {
    let isThere = try await versionFound(on: session)
    if let isThere { return try check(isThere) }
    try await session.transaction { session in
      _ = try await session.execute("SELECT pg_advisory_xact_lock(\(lockClass), 0)")
      if let found = try await versionFound(on: session) { return try check(found) }
      // CREATE SCHEMA IF NOT EXISTS would ask for the right to create one even where a DBA has made it.
      let schema = try await session.execute("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1", [name])
      if schema.rows.isEmpty { _ = try await session.execute("CREATE SCHEMA \(PostgresIdentifier.quoted(name))") }
      for statement in statements { _ = try await session.execute(statement) }
    }
  }

  private static func check(_ found: Int) throws {
    guard found <= version else { throw LedgerError.madeByLaterVersion(found: found, known: version) }
  }

  /// The version of the ledger that is there, nil when there is none.
  ///
  /// By a query on the catalogue's tables: `to_regclass` may answer from the session's cache of before the lock.
  private static func versionFound(on session: PostgresSession) async throws -> Int? {
    let place = try await session.execute(
      """
      SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = $1 AND c.relname = 'ledger_version'
      """, [name])
    guard !place.rows.isEmpty else { return nil }
    let result = try await session.execute("SELECT max(version) FROM \(table("ledger_version"))")
    guard let value = result.firstValue, let version = Int(value) else { throw LedgerError.corrupt("version") }
    return version
  }
}
