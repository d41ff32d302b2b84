import Foundation
import Model
import PostgresClient

/// What the ledger of a target schema knows, read without its lock: while a migration runs, too.
public struct LedgerStatus: Sendable {
  /// A table that a run has begun.
  public struct Table: Sendable, Hashable {
    public var target: QualifiedName
    /// The Oracle owner and table.
    public var source: String
    /// Whether all of it is copied.
    public var isCopied: Bool
    /// The sums of what is committed.
    public var counts: CopyCounts
    /// A table that is copied in one piece has one.
    public var chunks: Int
    public var chunksDone: Int
    /// Chunks whose last try failed.
    public var chunksFailed: Int
    /// Why the last one failed.
    public var lastError: String?
    /// What was not carried over exactly, of what is committed.
    public var findings: [Finding]

    /// How many values of its columns hold replacement characters, by Oracle's name of the column.
    public var replacedTexts: [String: Int] {
      var counts: [String: Int] = [:]
      for finding in findings where finding.rule == Finding.replacedText {
        let column = finding.object.split(separator: source + ".").last.map(String.init) ?? finding.object
        counts[column, default: 0] += finding.count ?? 0
      }
      return counts
    }
  }

  /// The newest run; nil when there is none.
  public var run: LedgerRun
  /// Of how many tables the run is; nil for a run of a version that did not say.
  public var tablesPlanned: Int?
  public var tables: [Table]
  /// Steps before and behind the rows that are done.
  public var steps: Int
  /// The SCNs of tables that are not read at the run's.
  public var snapshots: [QualifiedName: UInt64] = [:]
  /// Whether the run loads into tables that were there before it.
  public var isDataOnly = false

  /// The rows that the latest run to a schema has left out.
  ///
  /// - Parameter limit: the most that are read.
  /// - Returns: their number and the rows; nil where nothing was migrated to the schema.
  /// - Throws: `LedgerError`, or an error of the session.
  public static func rejects(
    of targetSchema: String, limit: Int, on session: PostgresSession
  ) async throws -> (total: Int, rows: [OpenReject])? {
    guard let status = try await read(of: targetSchema, on: session) else { return nil }
    let ledger = Ledger(session: session, targetSchema: targetSchema)
    return (
      try await ledger.openRejectCount(of: status.run),
      try await Ledger.openRejects(of: status.run, limit: limit, on: session)
    )
  }

  /// Whether an oraferry is at work on a schema right now, by the lock that it holds.
  ///
  /// - Throws: an error of the session.
  public static func isAtWork(on targetSchema: String, _ session: PostgresSession) async throws -> Bool {
    let result = try await session.execute(
      """
      SELECT EXISTS (SELECT FROM pg_locks
       WHERE locktype = 'advisory' AND granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND classid = \(LedgerSchema.lockClass) AND objid::bigint = (hashtext($1)::bigint & 4294967295)
         AND objsubid = 2)
      """, [targetSchema])
    return result.firstValue == "t"
  }

  /// Reads the latest run to a schema.
  ///
  /// - Returns: nil where nothing was migrated to the schema, or all was reset.
  /// - Throws: `LedgerError`, or an error of the session.
  public static func read(of targetSchema: String, on session: PostgresSession) async throws -> LedgerStatus? {
    guard let version = try await LedgerSchema.versionFound(on: session) else { return nil }
    guard version == LedgerSchema.version else {
      if version > LedgerSchema.version {
        throw LedgerError.madeByLaterVersion(found: version, known: LedgerSchema.version)
      }
      throw LedgerError.madeByEarlierVersion(found: version, known: LedgerSchema.version)
    }
    return try await session.transaction("ISOLATION LEVEL REPEATABLE READ READ ONLY") { session in
      let runs = try await session.execute(
        """
        SELECT \(LedgerRun.columns), tables_planned FROM \(LedgerSchema.table("runs"))
         WHERE target_schema = $1 AND state <> 'discarded' ORDER BY id DESC LIMIT 1
        """, [targetSchema])
      guard let row = runs.rows.first else { return nil }
      let run = try LedgerRun(row: Array(row.dropLast()))
      let result = try await session.execute(
        """
        SELECT t.schema_name, t.table_name, t.source_owner || '.' || t.source_name, t.state,
            CASE t.state WHEN 'copied' THEN t.rows_read ELSE coalesce(sum(c.rows_read), 0) END,
            CASE t.state WHEN 'copied' THEN t.rows_loaded ELSE coalesce(sum(c.rows_loaded), 0) END,
            CASE t.state WHEN 'copied' THEN t.rows_rejected ELSE coalesce(sum(c.rows_rejected), 0) END,
            CASE t.state WHEN 'copied' THEN t.bytes ELSE coalesce(sum(c.bytes), 0) END,
            count(c.chunk), count(*) FILTER (WHERE c.state = 'copied'),
            count(*) FILTER (WHERE c.state <> 'copied' AND c.last_error IS NOT NULL), max(c.last_error),
            CASE t.state WHEN 'copied' THEN jsonb_build_array(t.findings)
              ELSE coalesce(jsonb_agg(c.findings) FILTER (WHERE c.findings IS NOT NULL), '[]') END
          FROM \(LedgerSchema.table("tables")) t LEFT JOIN \(LedgerSchema.table("chunks")) c
            USING (run_id, schema_name, table_name)
         WHERE t.run_id = $1::bigint GROUP BY t.run_id, t.schema_name, t.table_name
         ORDER BY t.table_name COLLATE "C"
        """, [String(run.id)])
      let steps = try await session.execute(
        "SELECT count(*) FROM \(LedgerSchema.table("steps")) WHERE run_id = $1::bigint", [String(run.id)])
      return LedgerStatus(
        run: run, tablesPlanned: row.last.flatMap { $0 }.flatMap { Int($0) },
        tables: try result.rows.map { try Table(row: $0) }, steps: steps.firstValue.flatMap { Int($0) } ?? 0,
        snapshots: try await Ledger.snapshots(of: run, on: session),
        isDataOnly: try await LedgerStatus.isDataOnly(targetSchema, on: session))
    }
  }
}

extension LedgerStatus.Table {
  fileprivate init(row: [String?]) throws {
    let numbers = row.dropFirst(4).prefix(7).map { $0.flatMap { Int($0) } }
    guard row.count == 13, let schema = row[0], let name = row[1], let source = row[2], let state = row[3],
      numbers.count == 7, !numbers.contains(nil), let findings = row[12]
    else { throw LedgerError.corrupt("table record") }
    let values = numbers.compactMap { $0 }
    target = QualifiedName(schema: schema, name: name)
    self.source = source
    isCopied = state == "copied"
    counts = CopyCounts(rowsRead: values[0], rowsLoaded: values[1], rowsRejected: values[2], bytes: values[3])
    // What was copied in one piece has no chunks of its own in the ledger.
    chunks = max(1, values[4])
    chunksDone = values[4] == 0 ? (isCopied ? 1 : 0) : values[5]
    chunksFailed = values[6]
    lastError = row[11]
    do {
      let parts = try JSONDecoder().decode([[Finding]].self, from: Data(findings.utf8))
      self.findings = Finding.summed(parts.flatMap(\.self))
    } catch {
      throw LedgerError.corrupt("list of findings")
    }
  }
}
