import Foundation
import OracleClient
import OracleWire
import PostgresClient
import PostgresCluster
import Synchronization
import Testing

/// An index-organised table that is copied in chunks of keys: killed on the way, and gone on with over the same ranges.
@Suite(.serialized)
struct KeyRangeCopyTests {
  private static let script = """
    CREATE TABLE lines (
      order_id NUMBER(9), code VARCHAR2(20), note VARCHAR2(60), at DATE,
      CONSTRAINT lines_pk PRIMARY KEY (order_id, code)) ORGANIZATION INDEX INCLUDING note OVERFLOW;
    INSERT INTO lines SELECT MOD(LEVEL, 40) - 20, 'c' || LEVEL, 'note ' || LEVEL, DATE '2024-01-01' + MOD(LEVEL, 90)
      FROM dual CONNECT BY LEVEL <= 3000;
    COMMIT;
    """
  private static let arguments = ["--chunk-rows", "700", "--workers", "2"]

  private static let ranges = """
    SELECT chunk, key_columns, low_key, high_key FROM oraferry.chunks JOIN oraferry.runs r ON r.id = run_id
     WHERE r.target_schema = $1 ORDER BY chunk
    """

  /// Changes the table until it is stopped, at least for some rounds; keys beyond all bounds among the new ones.
  private static func writer(_ standIn: StandInProcess, _ isDone: borrowing Mutex<Bool>) async throws -> Int {
    let oracle = try await standIn.connect()
    var round = 0
    while !isDone.withLock({ $0 }) || round <= 5 {
      round += 1
      try await Task.sleep(for: .milliseconds(20))
      for statement in [
        "UPDATE lines SET note = 'round \(round)' WHERE MOD(order_id, 7) = \(round % 7)",
        "DELETE FROM lines WHERE code = 'c\(round)'",
        "INSERT INTO lines VALUES (\(round * 1_000), 'new', NULL, NULL)",
        "INSERT INTO lines VALUES (\(-round * 1_000), 'new', NULL, NULL)", "COMMIT",
      ] { _ = try await oracle.execute(statement) }
    }
    await oracle.close()
    return round
  }

  @Test func killedAndGoneOnWith() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script)
    let isDone = Mutex(false)
    async let rounds = Self.writer(standIn, isDone)
    let reader = try await standIn.connect()
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    var step = 0
    var hasLived = false
    var killed = 0
    var partly = 0
    // How many kills meet a table that is partly filled is a matter of the machine's pace: if none did, the next one
    // comes behind the first chunk.
    var late = 0
    while !hasLived || partly == 0 && late < 10 {
      step += 4
      late += hasLived ? 1 : 0
      let workspace = try TestWorkspace(
        oraclePort: standIn.port, postgres: cluster.connectionParameters, schema: "step\(step)")
      let begun = try await ServerProcesses.now(session)
      let first = try await OraferryProcess.run(
        ["migrate", "--workspace", workspace.folder.path] + Self.arguments,
        environment: ["ORAFERRY_FAILPOINT": hasLived ? "copy.committed" : String(step)])
      if first.status == 0, !hasLived {
        hasLived = true
        continue
      }
      #expect(first.status == 9, "step \(step): \(first.output)\(first.errors)")
      guard first.status == 9 else { break }
      try await ServerProcesses.waitForEnd(since: begun, session)
      killed += 1
      let hasLedger = try await session.execute("SELECT to_regclass('oraferry.chunks')").firstValue != nil
      let before = hasLedger ? try await session.execute(Self.ranges, ["step\(step)"]).rows : []
      let loaded = try await session.execute(
        "SELECT 1 WHERE to_regclass('step\(step).lines') IS NOT NULL")
      if !loaded.rows.isEmpty,
        try await session.execute("SELECT 1 FROM step\(step).lines LIMIT 1").rows.count == 1
      {
        partly += 1
      }

      let second = try await workspace.run("migrate", Self.arguments)
      #expect(second.status == 0, "step \(step): \(second.output)\(second.errors)")
      let after = try await session.execute(Self.ranges, ["step\(step)"]).rows
      if !before.isEmpty { #expect(after == before, "step \(step)") }
      #expect(after.count >= 4 && after.allSatisfy { $0[1] != nil }, "step \(step): \(after.count) chunks")
      let scn = try await session.execute(
        "SELECT scn, state FROM oraferry.runs WHERE target_schema = $1", ["step\(step)"])
      #expect(scn.rows.map { $0[1] } == ["finished"])
      let moment = try #require(scn.firstValue)
      let expected = try await reader.rows(
        """
        SELECT order_id || '|' || code || '|' || note || '|' || TO_CHAR(at, 'YYYY-MM-DD')
          FROM lines AS OF SCN \(moment) ORDER BY order_id, code
        """)
      let found = try await session.execute(
        """
        SELECT concat(order_id, '|', code, '|', note, '|', to_char(at, 'YYYY-MM-DD'))
          FROM step\(step).lines ORDER BY order_id, code COLLATE "C"
        """)
      #expect(expected.map { $0.first } == found.rows.map { $0.first?.map(OracleValue.text) }, "step \(step)")
    }
    isDone.withLock { $0 = true }
    #expect(try await rounds > 5)
    // Nobody writes any more: both sides are the same.
    let workspace = try TestWorkspace(
      oraclePort: standIn.port, postgres: cluster.connectionParameters, schema: "last")
    let outcome = try await workspace.run("migrate", Self.arguments)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let verified = try await workspace.run("verify")
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    #expect(killed > 5 && partly > 0, "\(killed) kills, \(partly) with rows")
    await reader.close()
    await session.close()
    standIn.kill()
    await cluster.stop()
  }
}
