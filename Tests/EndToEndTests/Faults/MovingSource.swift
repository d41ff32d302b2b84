import Foundation
import OracleClient
import OracleWire
import PostgresClient
import Synchronization
import Testing

/// A stand-in whose rows never stand still: a writer updates, deletes and inserts, and moves rows from table to table and
/// from partition to partition.
final class MovingSource: Sendable {
  /// The tables, with what makes one text of a row on either side.
  static let tables: [(name: String, row: String)] = [
    ("customers", "id || '|' || name"),
    ("items", "id || '|' || customer_id || '|' || note || '|' || amount"),
    ("archive", "id || '|' || note || '|' || amount"),
    ("places", "id || '|' || region || '|' || visits"),
  ]

  /// Rows of some hundred bytes, so that a table of 2,000 has blocks enough for many chunks.
  static let script = """
    CREATE TABLE customers (id NUMBER(9) PRIMARY KEY, name VARCHAR2(40) NOT NULL);
    CREATE TABLE items (
      id NUMBER(12) PRIMARY KEY, customer_id NUMBER(9) NOT NULL REFERENCES customers, note VARCHAR2(40),
      amount NUMBER(12) CHECK (amount > 0), filling VARCHAR2(1000));
    CREATE TABLE archive (id NUMBER(12) PRIMARY KEY, note VARCHAR2(40), amount NUMBER(12));
    CREATE TABLE places (
      id NUMBER(9) NOT NULL, region VARCHAR2(10) NOT NULL, visits NUMBER(9), PRIMARY KEY (id, region))
      PARTITION BY LIST (region)
      (PARTITION north VALUES ('north'), PARTITION south VALUES ('south'), PARTITION rest VALUES (DEFAULT));
    INSERT INTO customers SELECT LEVEL, 'customer ' || LEVEL FROM dual CONNECT BY LEVEL <= 100;
    INSERT INTO items SELECT LEVEL, MOD(LEVEL, 100) + 1, 'note of item ' || LEVEL, LEVEL, RPAD('x', 900, 'y')
      FROM dual CONNECT BY LEVEL <= 2000;
    INSERT INTO archive SELECT 10000 + LEVEL, 'old ' || LEVEL, LEVEL FROM dual CONNECT BY LEVEL <= 50;
    INSERT INTO places SELECT LEVEL, 'north', 0 FROM dual CONNECT BY LEVEL <= 200;
    CREATE INDEX items_amount ON items (amount);
    COMMIT;
    """

  /// So small that items have some twenty of them.
  static let arguments = ["--chunk-rows", "100", "--workers", "2"]

  let standIn: StandInProcess
  private let isDone = Mutex(false)
  private let roundCount = Mutex(0)
  private let writer: Mutex<Task<Void, any Error>?>
  private let reader: OracleConnection

  private init(standIn: StandInProcess, reader: OracleConnection) {
    self.standIn = standIn
    self.reader = reader
    writer = Mutex(nil)
  }

  static func start(script: String = script, arguments: [String] = []) async throws -> MovingSource {
    let standIn = try await StandInProcess.start(script: script, arguments: arguments)
    let source = MovingSource(standIn: standIn, reader: try await standIn.connectToPrimary())
    let writer = try await standIn.connectToPrimary()
    let task = Task { try await source.write(writer) }
    source.writer.withLock { $0 = task }
    return source
  }

  /// How often the writer has gone round.
  var rounds: Int { roundCount.withLock { $0 } }

  private func write(_ oracle: OracleConnection) async throws {
    while !isDone.withLock({ $0 }) {
      let round = roundCount.withLock { count in
        count += 1
        return count
      }
      try await Task.sleep(for: .milliseconds(10))
      let moved = 2 + round % 1990
      for statement in [
        "UPDATE items SET note = 'round \(round)', amount = amount + 1 WHERE MOD(id, 37) = \(round % 37)",
        "INSERT INTO archive SELECT id, note, amount FROM items WHERE id = \(moved)",
        "DELETE FROM items WHERE id = \(moved)",
        "INSERT INTO items VALUES (\(100_000 + round), 1, 'new', \(round), NULL)",
        "UPDATE places SET region = '\(["north", "south", "east"][round % 3])', visits = visits + 1 "
          + "WHERE MOD(id, 11) = \(round % 11)",
        "COMMIT",
      ] { _ = try await oracle.execute(statement) }
    }
    await oracle.close()
  }

  /// Runs a statement that is no query, as the schema's owner.
  func execute(_ sql: String) async throws {
    _ = try await reader.execute(sql)
  }

  /// Kills every session but the reader's and the writer's own.
  ///
  /// - Returns: how many there were.
  func killOtherSessions() async throws -> Int {
    // The first two that logged on.
    let rows = try await reader.rows("SELECT sid, serial# FROM v$session ORDER BY sid")
    var killed = 0
    for row in rows.dropFirst(2) {
      guard row.count == 2, case .number(let sid) = row[0], case .number(let serial) = row[1] else { continue }
      do {
        _ = try await reader.execute("ALTER SYSTEM KILL SESSION '\(sid),\(serial)' IMMEDIATE")
        killed += 1
      } catch let error as OracleError where error.code == 30 {
        // It has gone by itself.
      }
    }
    return killed
  }

  func currentSCN() async throws -> UInt64 {
    guard case .number(let number)? = try await reader.rows("SELECT current_scn FROM v$database").first?.first,
      let scn = UInt64(number.description)
    else { return 0 }
    return scn
  }

  /// The rows of a table as of an SCN, each as one text.
  private func rows(_ table: (name: String, row: String), scn: UInt64) async throws -> [String] {
    try await reader.rows("SELECT \(table.row) FROM \(table.name) AS OF SCN \(scn) ORDER BY id").map { row in
      if case .text(let text)? = row.first { text } else { "?" }
    }
  }

  /// Compares every table with the source as of the SCN at which the ledger says it was read.
  ///
  /// - Parameter readableFrom: tables of an earlier SCN are passed over, as Oracle no longer has their rows of then.
  func expectEqual(
    _ status: LedgerAnswer, _ session: PostgresSession, schema: String, readableFrom: UInt64 = 0, _ comment: Comment,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    #expect(
      status.runs.map(\.state) == ["finished"] && status.chunks.done == status.chunks.total, comment,
      sourceLocation: sourceLocation)
    #expect(
      status.rows.read == status.rows.loaded + status.rows.rejected && status.rows.rejected == 0, comment,
      sourceLocation: sourceLocation)
    for table in Self.tables {
      let scn = try #require(status.scn(of: table.name), comment, sourceLocation: sourceLocation)
      guard scn >= readableFrom else { continue }
      let expected = try await rows(table, scn: scn)
      let answer = try await session.execute(
        "SELECT \(table.row) FROM \"\(schema)\".\(table.name) ORDER BY id")
      let found = answer.rows.map { $0.first.flatMap { $0 } ?? "?" }
      #expect(
        expected == found, "\(table.name) at SCN \(scn): \(expected.count) and \(found.count) rows; \(comment)",
        sourceLocation: sourceLocation)
    }
    let keys = try await session.execute(
      """
      SELECT count(*) FILTER (WHERE contype = 'p'), count(*) FILTER (WHERE contype = 'f' AND convalidated)
        FROM pg_constraint WHERE connamespace = '"\(schema)"'::regnamespace AND conparentid = 0
      """)
    #expect(keys.rows.first?.last == "1", comment, sourceLocation: sourceLocation)
  }

  /// Ends the writer and the stand-in.
  func stop() async throws {
    isDone.withLock { $0 = true }
    try await writer.withLock { $0 }?.value
    await reader.close()
    standIn.kill()
  }
}
