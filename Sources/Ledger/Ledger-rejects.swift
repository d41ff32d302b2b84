import Foundation
import Model
import PostgresClient

/// Rejects: rows that were left out, each with its place and the reason.
extension Ledger {
  /// Writes down rows that a copy leaves out, within its transaction.
  ///
  /// - Parameter chunk: the chunk's number; nil for a table that is copied in one piece.
  public static func record(
    _ rejects: [LedgerReject], of target: QualifiedName, chunk: Int?, for run: LedgerRun, on session: PostgresSession
  ) async throws {
    let rows = rejects.map { RejectRow($0) }
    let encoder = JSONEncoder()
    _ = try await session.execute(
      """
      INSERT INTO \(LedgerSchema.table("rejects"))
        (run_id, schema_name, table_name, chunk, row_address, row_key, column_name, reason, detail, sqlstate, row_bytes)
      SELECT $1::bigint, $2, $3, $4::integer, r.address, r.key, r.column, r.reason, r.detail, r.state,
          decode(r.bytes, 'base64')
        FROM jsonb_to_recordset($5::jsonb)
          AS r(address text, key jsonb, "column" text, reason text, detail text, state text, bytes text)
      """,
      [
        String(run.id), target.schema, target.name, chunk.map { String($0) },
        String(decoding: try encoder.encode(rows), as: UTF8.self),
      ])
  }

  /// The rows of a run that are still left out, in the order of their tables.
  ///
  /// - Parameter limit: the most that are read.
  public static func openRejects(
    of run: LedgerRun, limit: Int = .max, on session: PostgresSession
  ) async throws -> [OpenReject] {
    let result = try await session.execute(
      """
      SELECT \(OpenReject.columns) FROM \(LedgerSchema.table("rejects"))
       WHERE run_id = $1::bigint AND loaded_at IS NULL
       ORDER BY schema_name COLLATE "C", table_name COLLATE "C", id LIMIT $2::bigint
      """, [String(run.id), String(limit)])
    return try result.rows.map { try OpenReject(row: $0) }
  }

  /// How many rows a run has left out so far, and not loaded since.
  public func openRejectCount(of run: LedgerRun) async throws -> Int {
    let result = try await session.execute(
      "SELECT count(*) FROM \(LedgerSchema.table("rejects")) WHERE run_id = $1::bigint AND loaded_at IS NULL",
      [String(run.id)])
    return result.firstValue.flatMap { Int($0) } ?? 0
  }

  /// A finding for each column and reason that rows of a run are left out for.
  public static func rejectFindings(of run: LedgerRun, on session: PostgresSession) async throws -> [Finding] {
    let result = try await session.execute(
      """
      SELECT t.source_owner, t.source_name, r.column_name, r.reason, min(r.detail), count(*)
        FROM \(LedgerSchema.table("rejects")) r JOIN \(LedgerSchema.table("tables")) t
          USING (run_id, schema_name, table_name)
       WHERE r.run_id = $1::bigint AND r.loaded_at IS NULL
       GROUP BY 1, 2, 3, 4, r.sqlstate, CASE WHEN r.sqlstate LIKE '23%' THEN r.detail END
       ORDER BY 1, 2, 3, 4, r.sqlstate, 5
      """, [String(run.id)])
    return try result.rows.map { row in
      guard row.count == 6, let owner = row[0], let table = row[1], let detail = row[4],
        let count = row[5].flatMap({ Int($0) })
      else { throw LedgerError.corrupt("reject") }
      let object = row[2].map { "column \(owner).\(table).\($0)" } ?? "table \(owner).\(table)"
      return Finding(
        severity: .warning, rule: "row.rejected", object: object, count: count,
        "\(count == 1 ? "row was" : "rows were") left out: \(detail)",
        remedy: "see them with oraferry rejects, mend them, and load them with oraferry rejects retry")
    }
  }

  /// The PostgreSQL tables of a run with rows that are still left out.
  public static func tablesWithRejects(of run: LedgerRun, on session: PostgresSession) async throws -> Set<
    QualifiedName
  > {
    let result = try await session.execute(
      """
      SELECT DISTINCT schema_name, table_name FROM \(LedgerSchema.table("rejects"))
       WHERE run_id = $1::bigint AND loaded_at IS NULL
      """, [String(run.id)])
    return Set(
      result.rows.compactMap { row in
        guard row.count == 2, let schema = row[0], let name = row[1] else { return nil }
        return QualifiedName(schema: schema, name: name)
      })
  }

  /// Claims a row that was left out, in the transaction that will hold it.
  ///
  /// - Returns: false when another session has loaded it.
  public static func claim(_ reject: OpenReject, on session: PostgresSession) async throws -> Bool {
    let result = try await session.execute(
      """
      SELECT 1 FROM \(LedgerSchema.table("rejects")) WHERE id = $1::bigint AND loaded_at IS NULL FOR UPDATE
      """, [String(reject.id)])
    return !result.rows.isEmpty
  }

  /// Records that a claimed row is loaded, and counts it with its table's and its chunk's.
  ///
  /// - Parameters:
  ///   - scn: at which it was read; nil for a row of now.
  ///   - findings: what of it was not carried over exactly: they join the table's.
  public static func recordLoaded(
    _ reject: OpenReject, scn: UInt64?, bytes: Int, findings: [Finding], for run: LedgerRun,
    on session: PostgresSession
  ) async throws {
    let record = try await session.execute(
      """
      UPDATE \(LedgerSchema.table("rejects")) SET loaded_at = clock_timestamp(), loaded_scn = $2::numeric
       WHERE id = $1::bigint AND loaded_at IS NULL
      """, [String(reject.id), scn.map { String($0) }])
    guard record.affectedRows == 1 else { throw LedgerError.recordMissing("the row that was left out") }
    let key: [String?] = [String(run.id), reject.target.schema, reject.target.name, String(bytes)]
    for (table, isThere, extra) in [("tables", true, nil), ("chunks", reject.chunk != nil, reject.chunk)] where isThere
    {
      let result = try await session.execute(
        """
        UPDATE \(LedgerSchema.table(table))
           SET rows_loaded = rows_loaded + 1, rows_rejected = rows_rejected - 1, bytes = bytes + $4::bigint
         WHERE run_id = $1::bigint AND schema_name = $2 AND table_name = $3\(extra == nil ? "" : " AND chunk = $5::integer")
         RETURNING findings
        """, key + (extra.map { [String($0)] } ?? []))
      guard result.rows.count == 1, let before = result.firstValue else {
        throw LedgerError.recordMissing("table \(reject.target)")
      }
      guard !findings.isEmpty else { continue }
      guard let old = try? JSONDecoder().decode([Finding].self, from: Data(before.utf8)) else {
        throw LedgerError.corrupt("list of findings")
      }
      _ = try await session.execute(
        """
        UPDATE \(LedgerSchema.table(table)) SET findings = $4::jsonb
         WHERE run_id = $1::bigint AND schema_name = $2 AND table_name = $3\(extra == nil ? "" : " AND chunk = $5::integer")
        """,
        key.prefix(3) + [try LedgerTable.json(Finding.summed(old + findings))] + (extra.map { [String($0)] } ?? []))
    }
  }

  /// Records another reason why a row is still left out.
  public static func record(
    _ reason: LedgerReject, again reject: OpenReject, on session: PostgresSession
  ) async throws {
    _ = try await session.execute(
      """
      UPDATE \(LedgerSchema.table("rejects"))
         SET column_name = $2, reason = $3, detail = $4, sqlstate = $5, rejected_at = clock_timestamp()
       WHERE id = $1::bigint
      """, [String(reject.id), reason.column, reason.reason, reason.detail, reason.sqlState])
  }
}

/// A row that is left out, as the ledger keeps it; its bytes stay there.
public struct OpenReject: Sendable, Hashable {
  /// Its number in the ledger.
  public var id: Int
  /// The PostgreSQL table.
  public var target: QualifiedName
  /// The chunk it belongs to; nil for a table that was copied in one piece.
  public var chunk: Int?
  /// Oracle's ROWID at the run's SCN.
  public var address: String?
  /// The primary key's columns in Oracle's spelling, and their values as text.
  public var key: [String: String]
  /// The Oracle column.
  public var column: String?
  /// A stable name of the fault.
  public var reason: String
  /// The fault and its remedy for people.
  public var detail: String
  /// PostgreSQL's SQLSTATE, where it refused the row.
  public var sqlState: String?

  static let columns =
    "id, schema_name, table_name, chunk, row_address, row_key, column_name, reason, detail, sqlstate"

  /// Reads a row of `columns`.
  init(row: [String?]) throws {
    guard row.count == 10, let id = row[0].flatMap({ Int($0) }), let schema = row[1], let name = row[2],
      let keyText = row[5], let key = try? JSONDecoder().decode([String: String].self, from: Data(keyText.utf8)),
      let reason = row[7], let detail = row[8]
    else { throw LedgerError.corrupt("reject") }
    self.id = id
    target = QualifiedName(schema: schema, name: name)
    chunk = row[3].flatMap { Int($0) }
    address = row[4]
    self.key = key
    column = row[6]
    self.reason = reason
    self.detail = detail
    sqlState = row[9]
  }
}

/// A reject in JSON, as jsonb_to_recordset reads it.
private struct RejectRow: Encodable {
  var address: String?
  var key: [String: String]
  var column: String?
  var reason: String
  var detail: String
  var state: String?
  var bytes: String

  init(_ reject: LedgerReject) {
    address = reject.address
    key = reject.key
    column = reject.column
    reason = reject.reason
    detail = reject.detail
    state = reject.sqlState
    bytes = Data(reject.bytes).base64EncodedString()
  }
}
