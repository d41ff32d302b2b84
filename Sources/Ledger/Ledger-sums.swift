import Foundation
import Model
import PostgresClient

/// The sums of the rows of a table, or of one of its chunks, as they were when Oracle sent them.
///
/// What they are made of is the business of whoever makes and compares them; here they are kept.
public struct LedgerSums: Sendable, Hashable {
  /// JSON: which columns went into a row, and how; sums of one table can be added where it is the same.
  public var layout: String
  /// How many rows.
  public var rowCount: Int
  /// Rows with a value that had more digits of a second than PostgreSQL holds.
  public var rowsWithLostDigits: Int
  /// Counts and sums by bucket.
  public var buckets: [UInt8]

  /// Sums by their parts.
  public init(layout: String, rowCount: Int, rowsWithLostDigits: Int, buckets: [UInt8]) {
    self.layout = layout
    self.rowCount = rowCount
    self.rowsWithLostDigits = rowsWithLostDigits
    self.buckets = buckets
  }
}

/// A table that was copied, with the sums that were made of its rows.
public struct SummedTable: Sendable, Hashable {
  /// The PostgreSQL table.
  public var target: QualifiedName
  /// The Oracle table, in the dictionary's spelling.
  public var sourceName: String
  /// The SCN that it was read at.
  public var scn: UInt64
  /// What its copy moved.
  public var counts: CopyCounts
  /// Whether rows that had been left out came later, as they were then.
  public var hasLaterRows: Bool
  /// The sums of all of its rows, in as many parts as it was copied in; nil where they are not all there.
  public var parts: [LedgerSums]?
}

/// What the last migration says of its tables' rows.
public struct RecordedSums: Sendable, Hashable {
  /// Which database was read.
  public var source: SourceIdentity
  /// The key that rows were hashed with, of 16 bytes.
  public var hashKey: [UInt8]
  /// All tables that are copied whole; by their names.
  public var tables: [SummedTable]
  /// Whether nothing of the run is missing.
  public var isFinished: Bool
}

extension Ledger {
  static let hashKeySize = 16

  /// The key under which the run's rows are hashed: one for all of its starts.
  public func hashKey(of run: LedgerRun) async throws -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    let fresh = (0..<Self.hashKeySize).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    let result = try await session.execute(
      """
      UPDATE \(LedgerSchema.table("runs")) SET hash_key = coalesce(hash_key, decode($2, 'hex')) WHERE id = $1::bigint
      RETURNING encode(hash_key, 'hex')
      """, [String(run.id), Self.hex(fresh)])
    guard let key = result.firstValue.flatMap(Self.bytes), key.count == Self.hashKeySize else {
      throw LedgerError.corrupt("hash key")
    }
    return key
  }

  /// Records the sums of a unit of copying, in its transaction.
  ///
  /// - Parameter chunk: nil for all of a table.
  static func record(
    _ sums: LedgerSums, of target: QualifiedName, chunk: Int?, for run: LedgerRun, on session: PostgresSession
  ) async throws {
    _ = try await session.execute(
      """
      INSERT INTO \(LedgerSchema.table("sums"))
        (run_id, schema_name, table_name, chunk, layout, row_count, rows_with_lost_digits, buckets)
      VALUES ($1::bigint, $2, $3, $4::integer, $5::jsonb, $6::bigint, $7::bigint, decode($8, 'hex'))
      """,
      [
        String(run.id), target.schema, target.name, String(chunk ?? 0), sums.layout, String(sums.rowCount),
        String(sums.rowsWithLostDigits), hex(sums.buckets),
      ])
  }

  /// What the ledger says of the rows of the latest run from a source schema to a target schema.
  ///
  /// - Returns: nil where there is no ledger, or one from before sums were kept, or no run.
  public static func recordedSums(
    sourceSchema: String, targetSchema: String, on session: PostgresSession
  ) async throws -> RecordedSums? {
    guard let found = try await LedgerSchema.versionFound(on: session), found >= 4 else { return nil }
    guard found <= LedgerSchema.version else {
      throw LedgerError.madeByLaterVersion(found: found, known: LedgerSchema.version)
    }
    let runs = try await session.execute(
      """
      SELECT id, scn, encode(hash_key, 'hex'), state, source_host, source_port, source_service, source_database_id,
             tables_planned FROM \(LedgerSchema.table("runs"))
       WHERE target_schema = $1 AND source_schema = $2 AND state <> 'discarded' ORDER BY id DESC LIMIT 1
      """, [targetSchema, sourceSchema])
    guard let run = runs.rows.first, run.count == 9, let host = run[4], let port = run[5].flatMap({ Int($0) }),
      let service = run[6], let id = run[0], let scn = run[1].flatMap({ UInt64($0) })
    else {
      return nil
    }
    guard let key = run[2].flatMap(bytes), key.count == hashKeySize else { return nil }
    let parts = try await parts(ofRun: id, session)
    let tables = try await session.execute(
      """
      SELECT t.schema_name, t.table_name, t.source_name, coalesce(s.scn, $2::numeric), t.rows_read, t.rows_loaded,
             t.rows_rejected, t.bytes,
             (SELECT count(*) FROM \(LedgerSchema.table("chunks")) c
               WHERE (c.run_id, c.schema_name, c.table_name) = (t.run_id, t.schema_name, t.table_name)),
             EXISTS (SELECT 1 FROM \(LedgerSchema.table("rejects")) r
               WHERE (r.run_id, r.schema_name, r.table_name) = (t.run_id, t.schema_name, t.table_name)
                 AND r.loaded_at IS NOT NULL AND r.loaded_scn IS NULL)
        FROM \(LedgerSchema.table("tables")) t
        LEFT JOIN \(LedgerSchema.table("snapshots")) s USING (run_id, schema_name, table_name)
       WHERE t.run_id = $1::bigint AND t.state = 'copied' ORDER BY t.schema_name COLLATE "C", t.table_name COLLATE "C"
      """, [id, String(scn)])
    let planned = run[8].flatMap { Int($0) } ?? 0
    return RecordedSums(
      source: SourceIdentity(host: host, port: port, service: service, schema: sourceSchema, databaseID: run[7]),
      hashKey: key, tables: try tables.rows.map { try SummedTable(row: $0, parts: parts) },
      isFinished: run[3] == LedgerRun.State.finished.rawValue && tables.rows.count >= planned)
  }

  private static func parts(ofRun id: String, _ session: PostgresSession) async throws -> [QualifiedName: [LedgerSums]]
  {
    let result = try await session.execute(
      """
      SELECT schema_name, table_name, layout, row_count, rows_with_lost_digits, encode(buckets, 'hex')
        FROM \(LedgerSchema.table("sums")) WHERE run_id = $1::bigint ORDER BY chunk
      """, [id])
    var parts: [QualifiedName: [LedgerSums]] = [:]
    for row in result.rows {
      guard row.count == 6, let schema = row[0], let name = row[1], let layout = row[2],
        let rowCount = row[3].flatMap({ Int($0) }), let lost = row[4].flatMap({ Int($0) }),
        let buckets = row[5].flatMap(bytes)
      else { throw LedgerError.corrupt("sum of rows") }
      parts[QualifiedName(schema: schema, name: name), default: []]
        .append(LedgerSums(layout: layout, rowCount: rowCount, rowsWithLostDigits: lost, buckets: buckets))
    }
    return parts
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private static func hex(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Nil for text that is no hexadecimal digits.
  private static func bytes(_ hex: String) -> [UInt8]? {
    let text = Array(hex.utf8)
    guard text.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2)
    for place in stride(from: 0, to: text.count, by: 2) {
      guard let high = digit(text[place]), let low = digit(text[place + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func digit(_ character: UInt8) -> UInt8? {
    switch character {
    case 0x30...0x39: character - 0x30
    case 0x61...0x66: character - 0x61 + 10
    default: nil
    }
  }
}

extension SummedTable {
  fileprivate init(row: [String?], parts: [QualifiedName: [LedgerSums]]) throws {
    guard row.count == 10, let schema = row[0], let name = row[1], let source = row[2],
      let scn = row[3].flatMap({ UInt64($0) }), let read = row[4].flatMap({ Int($0) }),
      let loaded = row[5].flatMap({ Int($0) }), let rejected = row[6].flatMap({ Int($0) }),
      let bytes = row[7].flatMap({ Int($0) }), let chunks = row[8].flatMap({ Int($0) })
    else { throw LedgerError.corrupt("table record") }
    target = QualifiedName(schema: schema, name: name)
    sourceName = source
    self.scn = scn
    counts = CopyCounts(rowsRead: read, rowsLoaded: loaded, rowsRejected: rejected, bytes: bytes)
    hasLaterRows = row[9] == "t"
    let found = parts[target] ?? []
    // Rows that came by another way, one by one or later, have no part.
    let isWhole =
      found.count == max(1, chunks) && found.reduce(0) { $0 &+ $1.rowCount } == loaded && rejected == 0
    self.parts = isWhole ? found : nil
  }
}
