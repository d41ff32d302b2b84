import Model
import PostgresClient

/// The ledger's tables, and how they come to be.
enum LedgerSchema {
  /// The schema in the target database that holds the ledger.
  static let name = Ledger.schemaName

  /// The version of the tables below; a ledger of a later one is refused.
  static let version = 4

  /// The first key of every advisory lock: the letters `ORAF`.
  static let lockClass = 0x4F52_4146

  static func table(_ table: String) -> String { QualifiedName(schema: name, name: table).quoted }

  /// What makes each version of the one before; an older ledger goes through those that it lacks.
  static var steps: [[String]] { [firstVersion, chunks, rejects + snapshots + keyRanges + existingTargets, sums] }

  /// Version 2: tables that are copied in chunks.
  private static var chunks: [String] {
    [
      """
      ALTER TABLE \(table("tables")) DROP CONSTRAINT tables_state_check,
        ADD CONSTRAINT tables_state_check CHECK (state IN ('copying', 'filling', 'copied'))
      """,
      "ALTER TABLE \(table("runs")) ADD COLUMN tables_planned integer",
      "ALTER TABLE \(table("tables")) ADD COLUMN column_types jsonb",
      """
      CREATE TABLE \(table("chunks")) (
        run_id bigint NOT NULL,
        schema_name text NOT NULL,
        table_name text NOT NULL,
        chunk integer NOT NULL,
        low_rowid text,
        high_rowid text,
        state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'copying', 'copied')),
        rows_read bigint NOT NULL DEFAULT 0,
        rows_loaded bigint NOT NULL DEFAULT 0,
        rows_rejected bigint NOT NULL DEFAULT 0,
        bytes bigint NOT NULL DEFAULT 0,
        findings jsonb NOT NULL DEFAULT '[]',
        failures integer NOT NULL DEFAULT 0,
        last_error text,
        started_at timestamptz,
        finished_at timestamptz,
        PRIMARY KEY (run_id, schema_name, table_name, chunk),
        FOREIGN KEY (run_id, schema_name, table_name) REFERENCES \(table("tables")) ON DELETE CASCADE,
        CHECK (rows_read = rows_loaded + rows_rejected))
      """,
    ]
  }

  /// Version 3: rows that were left out, readable by the ledger's owner alone, as they hold data.
  private static var rejects: [String] {
    [
      """
      CREATE TABLE \(table("rejects")) (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        run_id bigint NOT NULL,
        schema_name text NOT NULL,
        table_name text NOT NULL,
        chunk integer,
        row_address text,
        row_key jsonb NOT NULL DEFAULT '{}',
        column_name text,
        reason text NOT NULL,
        detail text NOT NULL,
        sqlstate text,
        row_bytes bytea NOT NULL,
        rejected_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        loaded_at timestamptz,
        loaded_scn numeric(20),
        FOREIGN KEY (run_id, schema_name, table_name) REFERENCES \(table("tables")) ON DELETE CASCADE)
      """,
      "CREATE INDEX rejects_run ON \(table("rejects")) (run_id, schema_name, table_name)",
      "REVOKE ALL ON \(table("rejects")) FROM PUBLIC",
    ]
  }

  /// Version 3: tables that are read at another SCN than their run's.
  private static var snapshots: [String] {
    [
      """
      CREATE TABLE \(table("snapshots")) (
        run_id bigint NOT NULL REFERENCES \(table("runs")) ON DELETE CASCADE,
        schema_name text NOT NULL,
        table_name text NOT NULL,
        scn numeric(20) NOT NULL,
        PRIMARY KEY (run_id, schema_name, table_name))
      """
    ]
  }

  private static var firstVersion: [String] {
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
    ]
  }

  /// Makes the tables unless they are there; safe when many sessions do so at once.
  static func create(on session: PostgresSession) async throws {
    if try await versionFound(on: session) == version { return }
    try await session.transaction { session in
      _ = try await session.execute("SELECT pg_advisory_xact_lock(\(lockClass), 0)")
      let found = try await versionFound(on: session) ?? 0
      try check(found)
      if found == 0 {
        // CREATE SCHEMA IF NOT EXISTS would ask for the right to create one even where a DBA has made it.
        let schema = try await session.execute("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1", [name])
        if schema.rows.isEmpty { _ = try await session.execute("CREATE SCHEMA \(PostgresIdentifier.quoted(name))") }
      }
      for step in steps.dropFirst(found) { for statement in step { _ = try await session.execute(statement) } }
      if found < version {
        _ = try await session.execute("INSERT INTO \(table("ledger_version")) (version) VALUES (\(version))")
      }
    }
  }

  private static func check(_ found: Int) throws {
    guard found <= version else { throw LedgerError.madeByLaterVersion(found: found, known: version) }
  }

  /// The version of the ledger that is there, nil when there is none.
  ///
  /// By a query on the catalogue's tables: `to_regclass` may answer from the session's cache of before the lock.
  static func versionFound(on session: PostgresSession) async throws -> Int? {
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
