import Foundation
import Model
import OracleWire
import PostgresClient
import PostgresCluster
import Testing

@testable import Transfer

/// One PostgreSQL for all tests of this process.
enum TestCluster {
  private static let start = Task { try await PostgresCluster.start(.fast) }

  static func session() async throws -> PostgresSession {
    try await PostgresSession.connect(try await start.value.connectionParameters)
  }

  /// A database of its own, for tests that need a ledger.
  static func database() async throws -> [String: String] {
    try await start.value.createDatabase("db_" + UUID().uuidString.prefix(8).lowercased())
  }

  /// Waits until a session waits for another one's lock.
  static func waitUntilBlocked(_ session: PostgresSession, seenFrom other: PostgresSession) async throws {
    for _ in 0..<12_000 {
      let answer = try await other.execute(
        "SELECT count(*) FROM pg_stat_activity WHERE pid = $1::integer AND wait_event_type = 'Lock'",
        [String(session.backendProcessID)])
      if answer.firstValue == "1" { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("server process \(session.backendProcessID) waits for no lock")
  }
}

/// A transcoder for columns of these plans.
func transcoder(_ plans: [ColumnPlan], policy: FractionPolicy = .round) -> Transcoder {
  Transcoder(table: "OT.THINGS", columns: plans.indices.map { "C\($0 + 1)" }, plans: plans, fractionPolicy: policy)
}

/// The field that a value becomes, without its length; nil for NULL.
func field(_ value: [UInt8]?, _ plan: ColumnPlan, policy: FractionPolicy = .round, slack: Int = 16) throws -> [UInt8]? {
  var transcoder = transcoder([plan], policy: policy)
  var arena = CopyArena(capacity: 64)
  #expect(try transcoder.transcode(RowBatch(rows: [[value]], slack: slack), into: &arena) == 1)
  let row = arena.withUnsafeBytes { Array($0) }
  let length = row[2..<6].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
  guard length != .max else {
    #expect(row.count == 6)
    return nil
  }
  #expect(Int(length) == row.count - 6)
  return Array(row[6...])
}

/// Why a value is rejected; nil when it isn't.
func rejection(_ value: [UInt8], _ plan: ColumnPlan, slack: Int = 16) -> RejectReason? {
  do {
    _ = try field(value, plan, slack: slack)
    return nil
  } catch let error as RejectError {
    return error.reason
  } catch {
    return nil
  }
}

/// Carries values of one column into a real PostgreSQL, and reads them back as its text.
func crossed(
  _ values: [[UInt8]?], as wire: OracleTypeCode, to type: PostgresType, isNational: Bool = false,
  policy: FractionPolicy = .round, expression: String = "v::text"
) async throws -> [String?] {
  let column = ColumnDescription(name: "V", typeCode: wire, bufferSize: 100, isNational: isNational)
  let plan = try #require(ColumnPlan(wire: column, to: type))
  var transcoder = transcoder([.integer, plan], policy: policy)
  let rows = values.enumerated().map { [OracleNumber($0).bytes, $1] }
  var arena = CopyArena(capacity: 64)
  arena.appendHeader()
  #expect(try transcoder.transcode(RowBatch(rows: rows), into: &arena) == rows.count)
  arena.appendTrailer()

  let session = try await TestCluster.session()
  _ = try await session.execute("CREATE TEMPORARY TABLE crossing (n integer, v \(type.sql))")
  try await session.copyIn("COPY crossing FROM STDIN (FORMAT binary)")
  try await session.sendCopyData(arena.withUnsafeBytes { Array($0) })
  #expect(try await session.endCopyIn() == rows.count)
  let result = try await session.execute("SELECT \(expression) FROM crossing ORDER BY n")
  await session.close()
  return result.rows.map { $0[0] }
}
