import Foundation
import Model
import PostgresClient

/// Chunks: parts of a table, each committed together with its own record.
extension Ledger {
  /// Begins a table that is copied in chunks: makes it, and writes down what its chunks are, in one transaction.
  ///
  /// The ranges are kept, so that a later start of the program copies the very same ones.
  ///
  /// - Returns: the chunks; nil when the table was begun, or copied, before.
  public func begin(
    _ mapping: TableMapping, ranges: [RowRange], createStatements: [String], for run: LedgerRun
  ) async throws -> [LedgerChunk]? {
    let target = mapping.target
    return try await session.transaction { session in
      let claim = try await session.execute(
        """
        INSERT INTO \(LedgerSchema.table("tables"))
          (run_id, schema_name, table_name, source_owner, source_name, state, column_types)
        VALUES ($1::bigint, $2, $3, $4, $5, 'filling', $6::jsonb) ON CONFLICT DO NOTHING
        """,
        [
          String(run.id), target.schema, target.name, mapping.sourceOwner, mapping.sourceName,
          try Ledger.columnTypes(mapping),
        ])
      guard claim.affectedRows == 1 else { return nil }
      for statement in createStatements { _ = try await session.execute(statement) }
      for (number, range) in ranges.enumerated() {
        _ = try await session.execute(
          """
          INSERT INTO \(LedgerSchema.table("chunks"))
            (run_id, schema_name, table_name, chunk, low_rowid, high_rowid, key_columns, low_key, high_key)
          VALUES ($1::bigint, $2, $3, $4::integer, $5, $6, $7::jsonb, $8::jsonb, $9::jsonb)
          """,
          [String(run.id), target.schema, target.name, String(number), range.low, range.high]
            + (try LedgerSchema.keyColumns(of: range)))
      }
      Failpoint.tableMade.pass()
      return ranges.enumerated().map { number, range in
        LedgerChunk(target: target, number: number, range: range, siblings: ranges.count)
      }
    }
  }

  /// The chunks of the tables that are being filled, in order.
  public func chunks(of run: LedgerRun) async throws -> [LedgerChunk] {
    let result = try await session.execute(
      """
      SELECT \(LedgerChunk.columns) FROM \(LedgerSchema.table("chunks")) WHERE run_id = $1::bigint
       ORDER BY schema_name COLLATE "C", table_name COLLATE "C", chunk
      """, [String(run.id)])
    return try result.rows.map { try LedgerChunk(row: $0) }
  }

  /// Claims a chunk: the first statement of the transaction that will hold its rows.
  ///
  /// A second worker waits here until the first one's transaction ends.
  ///
  /// - Returns: false when the chunk is copied already.
  public static func claim(_ chunk: LedgerChunk, for run: LedgerRun, on session: PostgresSession) async throws -> Bool {
    let result = try await session.execute(
      """
      UPDATE \(LedgerSchema.table("chunks")) SET state = 'copying', started_at = clock_timestamp(), loaded_in = pg_current_xact_id()
       WHERE run_id = $1::bigint AND schema_name = $2 AND table_name = $3 AND chunk = $4::integer
         AND state = 'planned'
      """, key(chunk, run))
    return result.affectedRows == 1
  }

  /// Records what a claimed chunk's copy moved: the last statements before its transaction commits.
  ///
  /// - Parameter sums: of its rows, as Oracle sent them; nil where none were made.
  public static func record(
    _ counts: CopyCounts, findings: [Finding], sums: LedgerSums? = nil, of chunk: LedgerChunk, for run: LedgerRun,
    on session: PostgresSession
  ) async throws {
    if let sums { try await record(sums, of: chunk.target, chunk: chunk.number, for: run, on: session) }
    let result = try await session.execute(
      """
      UPDATE \(LedgerSchema.table("chunks"))
         SET state = 'copied', rows_read = $5::bigint, rows_loaded = $6::bigint, rows_rejected = $7::bigint,
             bytes = $8::bigint, findings = $9::jsonb, last_error = NULL, finished_at = clock_timestamp()
       WHERE run_id = $1::bigint AND schema_name = $2 AND table_name = $3 AND chunk = $4::integer
         AND state = 'copying'
      """,
      key(chunk, run) + [
        String(counts.rowsRead), String(counts.rowsLoaded), String(counts.rowsRejected), String(counts.bytes),
        try LedgerTable.json(findings),
      ])
    guard result.affectedRows == 1 else { throw LedgerError.recordMissing("chunk \(chunk.number) of \(chunk.target)") }
  }

  /// Notes why a chunk's copy failed, behind its rolled back transaction, for `oraferry status`.
  public static func noteFailure(
    _ reason: String, of chunk: LedgerChunk, for run: LedgerRun, on session: PostgresSession
  ) async throws {
    _ = try await session.execute(
      """
      UPDATE \(LedgerSchema.table("chunks")) SET failures = failures + 1, last_error = $5
       WHERE run_id = $1::bigint AND schema_name = $2 AND table_name = $3 AND chunk = $4::integer
         AND state = 'planned'
      """, key(chunk, run) + [reason])
  }

  /// Records that all chunks of a table are copied, with their sums.
  ///
  /// - Parameter rowsExpected: what Oracle counts in the whole table at the run's SCN.
  /// - Returns: the sums and the chunks' findings; nil when another worker has recorded it.
  /// - Throws: `LedgerError.chunksDiffer` when the chunks together have read another number of rows.
  public static func finish(
    _ target: QualifiedName, rowsExpected: Int, for run: LedgerRun, on session: PostgresSession
  ) async throws -> (CopyCounts, [Finding])? {
    try await session.transaction { session in
      let key: [String?] = [String(run.id), target.schema, target.name]
      let claim = try await session.execute(
        """
        SELECT 1 FROM \(LedgerSchema.table("tables"))
         WHERE run_id = $1::bigint AND schema_name = $2 AND table_name = $3 AND state = 'filling' FOR UPDATE
        """, key)
      guard !claim.rows.isEmpty else { return nil }
      let result = try await session.execute(
        """
        SELECT \(LedgerChunk.columns) FROM \(LedgerSchema.table("chunks"))
         WHERE run_id = $1::bigint AND schema_name = $2 AND table_name = $3 ORDER BY chunk
        """, key)
      let chunks = try result.rows.map { try LedgerChunk(row: $0) }
      if let open = chunks.first(where: { $0.state != .copied }) {
        throw LedgerError.recordMissing("the copy of chunk \(open.number) of \(target)")
      }
      let counts = CopyCounts(
        rowsRead: chunks.reduce(0) { $0 + $1.counts.rowsRead },
        rowsLoaded: chunks.reduce(0) { $0 + $1.counts.rowsLoaded },
        rowsRejected: chunks.reduce(0) { $0 + $1.counts.rowsRejected },
        bytes: chunks.reduce(0) { $0 + $1.counts.bytes })
      guard counts.rowsRead == rowsExpected else {
        throw LedgerError.chunksDiffer(table: target, read: counts.rowsRead, expected: rowsExpected)
      }
      let findings = Finding.summed(chunks.flatMap(\.findings))
      let record = try await session.execute(
        """
        UPDATE \(LedgerSchema.table("tables"))
           SET state = 'copied', rows_read = $4::bigint, rows_loaded = $5::bigint, rows_rejected = $6::bigint,
               bytes = $7::bigint, findings = $8::jsonb, finished_at = clock_timestamp()
         WHERE run_id = $1::bigint AND schema_name = $2 AND table_name = $3
        """,
        key + [
          String(counts.rowsRead), String(counts.rowsLoaded), String(counts.rowsRejected), String(counts.bytes),
          try LedgerTable.json(findings),
        ])
      guard record.affectedRows == 1 else { throw LedgerError.recordMissing("table \(target)") }
      Failpoint.tableSummed.pass()
      return (counts, findings)
    }
  }

  /// Gives one table of a run up: drops it, and forgets it and the steps that stood on it, in one transaction.
  ///
  /// - Parameter name: the table's name in PostgreSQL or in Oracle.
  /// - Returns: nil when the run has no such table.
  /// - Throws: `LedgerError.tableInUse` when other objects depend on the table; nothing is changed then.
  public func discard(tableNamed name: String, of run: LedgerRun) async throws -> QualifiedName? {
    let tables = try await tablesMade(of: run).map(\.name)
    let steps = try await steps(of: run)
    return try await session.transaction { session in
      let result = try await session.execute(
        """
        SELECT schema_name, table_name FROM \(LedgerSchema.table("tables"))
         WHERE run_id = $1::bigint AND $2 IN (table_name, source_name) ORDER BY table_name <> $2 LIMIT 1
        """, [String(run.id), name])
      guard let row = result.rows.first, row.count == 2, let schema = row[0], let table = row[1] else { return nil }
      let target = QualifiedName(schema: schema, name: table)
      let sequences = try await ownedSequences(of: target, session)
      do {
        _ = try await session.execute("DROP TABLE IF EXISTS \(target.quoted)")
      } catch let error as PostgresError where error.sqlState == Ledger.dependentObjects {
        throw LedgerError.tableInUse(target, error)
      }
      _ = try await session.execute(
        """
        DELETE FROM \(LedgerSchema.table("tables"))
         WHERE run_id = $1::bigint AND schema_name = $2 AND table_name = $3
        """, [String(run.id), schema, table])
      for step in Self.steps(steps, on: table, among: tables, with: sequences) {
        _ = try await session.execute(
          "DELETE FROM \(LedgerSchema.table("steps")) WHERE run_id = $1::bigint AND step_id = $2",
          [String(run.id), step])
      }
      _ = try await session.execute(
        """
        UPDATE \(LedgerSchema.table("runs")) SET state = 'running' WHERE id = $1::bigint
        """, [String(run.id)])
      return target
    }
  }

  /// The sequences that go with a table.
  func ownedSequences(of table: QualifiedName, _ session: PostgresSession) async throws -> [String] {
    let owned = try await session.execute(
      """
      SELECT s.relname FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_class s ON s.oid = d.objid AND s.relkind = 'S'
       WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.deptype IN ('a', 'i')
         AND d.refobjid = (SELECT c.oid FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n
           ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2)
      """, [table.schema, table.name])
    return owned.rows.compactMap { $0.first ?? nil }
  }

  /// The steps that made a table, what belongs to it, and the sequences that go with it.
  static func steps(
    _ steps: Set<String>, on table: String, among tables: [String], with sequences: [String]
  ) -> [String] {
    // A step's table ends at a dot, which names may have, too: the longest name that fits is meant.
    let longer = tables.filter { $0.hasPrefix(table + ".") }
    let ofSequences = Set(
      sequences.flatMap { name in
        [TargetObject.Kind.sequence, .sequenceValue].map { TargetObject(kind: $0, name: name).description }
      })
    return steps.filter { step in
      ofSequences.contains(step)
        || TargetObject.isStep(step, onTable: table) && !longer.contains { TargetObject.isStep(step, onTable: $0) }
    }
  }

  /// The tables that a run has made: copied ones, and those that are being filled.
  func tablesMade(of run: LedgerRun) async throws -> [QualifiedName] {
    let result = try await session.execute(
      """
      SELECT schema_name, table_name FROM \(LedgerSchema.table("tables"))
       WHERE run_id = $1::bigint ORDER BY schema_name COLLATE "C", table_name COLLATE "C"
      """, [String(run.id)])
    return try result.rows.map { row in
      guard row.count == 2, let schema = row[0], let name = row[1] else { throw LedgerError.corrupt("table record") }
      return QualifiedName(schema: schema, name: name)
    }
  }

  /// SQLSTATE of a DROP of something that others stand on.
  static let dependentObjects = "2BP01"

  private static func key(_ chunk: LedgerChunk, _ run: LedgerRun) -> [String?] {
    [String(run.id), chunk.target.schema, chunk.target.name, String(chunk.number)]
  }
}

/// A part of a table that is copied in one transaction.
public struct LedgerChunk: Sendable, Hashable {
  /// How far a chunk is.
  public enum State: String, Sendable, Hashable, Codable {
    case planned, copying, copied
  }

  /// The PostgreSQL table.
  public var target: QualifiedName
  /// Counts up from 0.
  public var number: Int
  /// Which rows.
  public var range: RowRange
  /// How many chunks the table has.
  public var siblings: Int
  /// How far it is.
  public var state: State
  /// What its copy moved.
  public var counts: CopyCounts
  /// What was not carried over exactly.
  public var findings: [Finding]
  /// How often its copy failed.
  public var failures: Int
  /// Why the last try failed; nil once it is copied.
  public var lastError: String?

  init(target: QualifiedName, number: Int, range: RowRange, siblings: Int) {
    self.target = target
    self.siblings = siblings
    self.number = number
    self.range = range
    state = .planned
    counts = CopyCounts(rowsRead: 0, rowsLoaded: 0, bytes: 0)
    findings = []
    failures = 0
  }

  static let columns =
    "schema_name, table_name, chunk, low_rowid, high_rowid, state, rows_read, rows_loaded, rows_rejected, bytes, "
    + "findings, failures, last_error, count(*) OVER (PARTITION BY schema_name, table_name), "
    + "key_columns, low_key, high_key"

  /// Reads a row of `columns`.
  init(row: [String?]) throws {
    guard row.count == 17, let schema = row[0], let name = row[1], let number = row[2].flatMap({ Int($0) }),
      let state = row[5].flatMap({ State(rawValue: $0) }), let read = row[6].flatMap({ Int($0) }),
      let loaded = row[7].flatMap({ Int($0) }), let rejected = row[8].flatMap({ Int($0) }),
      let bytes = row[9].flatMap({ Int($0) }), let findings = row[10], let failures = row[11].flatMap({ Int($0) }),
      let siblings = row[13].flatMap({ Int($0) })
    else { throw LedgerError.corrupt("chunk") }
    self.init(
      target: QualifiedName(schema: schema, name: name), number: number,
      range: try LedgerSchema.range(low: row[3], high: row[4], keys: row[14...]), siblings: siblings)
    self.state = state
    counts = CopyCounts(rowsRead: read, rowsLoaded: loaded, rowsRejected: rejected, bytes: bytes)
    do {
      self.findings = try JSONDecoder().decode([Finding].self, from: Data(findings.utf8))
    } catch {
      throw LedgerError.corrupt("list of findings")
    }
    self.failures = failures
    lastError = row[12]
  }
}
