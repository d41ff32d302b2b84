import Foundation
import OracleClient
import OracleWire
import PostgresClient
import PostgresCluster
import Synchronization
import Testing

/// Tables that are copied in chunks by several workers: what the ledger says of them, and what becomes of it when the
/// program is killed.
@Suite(.serialized)
struct ChunkedCopyTests {
  /// A table for several chunks, one that is too small for two, and what stands on them.
  private static let script = """
    CREATE TABLE customers (id NUMBER(9) PRIMARY KEY, name VARCHAR2(40) NOT NULL);
    CREATE TABLE items (
      id NUMBER(12) PRIMARY KEY, customer_id NUMBER(9) NOT NULL REFERENCES customers, note VARCHAR2(100),
      at TIMESTAMP(9), amount NUMBER(12,2) CHECK (amount > 0));
    INSERT INTO customers SELECT LEVEL, 'customer ' || LEVEL FROM dual CONNECT BY LEVEL <= 100;
    INSERT INTO items SELECT LEVEL, MOD(LEVEL, 100) + 1, 'note of item ' || LEVEL,
      TIMESTAMP '2024-01-01 00:00:00.123456789' + NUMTODSINTERVAL(LEVEL, 'SECOND'), LEVEL / 100
      FROM dual CONNECT BY LEVEL <= 3000;
    CREATE INDEX items_at ON items (customer_id, at);
    COMMIT;
    """
  private static let chunked = ["--chunk-rows", "1000", "--workers"]
  private static let arguments = chunked + ["2"]
  /// All places that a run passes which has nothing to take back.
  private static let places: Set<String> = [
    "copy.begun", "copy.claimed", "copy.committed", "copy.described", "copy.recorded", "copy.sending", "copy.sent",
    "ledger.opened", "run.begun", "run.finished", "step.applied", "step.committed", "table.begun", "table.counted",
    "table.finished", "table.made", "table.summed",
  ]

  @Test func statusAndReset() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let empty = try await workspace.run("status")
    #expect(empty.status == 0 && empty.output.contains("nothing was migrated"), "\(empty.output)\(empty.errors)")

    // Digits of a second beyond microseconds are findings of each chunk, and one of the table.
    let outcome = try await workspace.run("migrate", Self.arguments)
    #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("column SALES.ITEMS.AT: 3000 values had fractional"), "\(outcome.output)")
    let status = try await LedgerAnswer.read(workspace)
    #expect(status.runs.map(\.state) == ["finished"])
    #expect(status.tables.map(\.table) == ["customers", "items"])
    #expect(status.tables.last.map { $0.chunks.total >= 3 } == true)
    #expect(status.chunks.done == status.chunks.total && status.chunks.failed == 0)
    #expect(status.rows.read == 3_100 && status.rows.loaded == 3_100 && status.rows.rejected == 0)
    #expect(try await workspace.run("verify").status == 0)

    // customers has a foreign key on it: alone it cannot go. items can, and comes back with all that stood on it.
    let refused = try await workspace.run("reset", ["--table", "CUSTOMERS"])
    #expect(refused.status == 1 && refused.errors.contains("depend"), "\(refused.errors)")
    let unknown = try await workspace.run("reset", ["--table", "nothing"])
    #expect(unknown.status != 0 && unknown.errors.contains("nothing"), "\(unknown.errors)")
    let one = try await workspace.run("reset", ["--table", "ITEMS"])
    #expect(one.status == 0, "\(one.errors)")
    #expect(try await LedgerAnswer.read(workspace).tables.map(\.table) == ["customers"])
    #expect(try await workspace.run("migrate", Self.arguments).status == 2)
    #expect(try await workspace.run("verify").status == 0)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    let objects = """
      SELECT (SELECT count(*) FROM pg_constraint WHERE conrelid = 'sales.items'::regclass)
        || ' ' || (SELECT count(*) FROM pg_index WHERE indrelid = 'sales.items'::regclass)
      """
    #expect(try await session.execute(objects).firstValue == "3 2")

    let all = try await workspace.run("reset")
    #expect(all.status == 0 && all.output.contains("2 tables"), "\(all.output)\(all.errors)")
    #expect(
      try await session.execute("SELECT count(*) FROM pg_class WHERE relnamespace = 'sales'::regnamespace")
        .firstValue == "0")
    #expect(try await LedgerAnswer.read(workspace).tables.isEmpty)
    await session.close()
    standIn.kill()
    await cluster.stop()
  }

  /// Dies at the first failpoint, at the second, and so on until it lives: the next run always finishes the work, the
  /// rows are those of the run's SCN, and others change the source all the time.
  ///
  /// One worker passes the places in the same order each time, with two every fifth will do. How many there are changes
  /// with the writer's rows, so that the count may step over one: what was not met is asked for by name.
  @Test(arguments: [("1", 1), ("2", 5)]) func killedAtEveryStep(workers: String, stride: Int) async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script)
    let reader = try await standIn.connect()
    // A row that PostgreSQL cannot hold: it is left out whatever happens, and written down once.
    for statement in ["UPDATE items SET note = CHR(0) WHERE id = 2990", "COMMIT"] {
      _ = try await reader.execute(statement)
    }
    let isDone = Mutex(false)
    defer { isDone.withLock { $0 = true } }
    let writer = Task {
      let oracle = try await standIn.connect()
      var round = 0
      while !isDone.withLock({ $0 }) {
        round += 1
        try await Task.sleep(for: .milliseconds(20))
        for statement in [
          "UPDATE items SET note = 'round \(round)', amount = amount + 1 "
            + "WHERE MOD(id, 37) = \(round % 37) AND id <> 2990",
          "DELETE FROM items WHERE id = \(round)",
          "INSERT INTO items VALUES (\(100_000 + round), 1, 'new', NULL, 1)", "COMMIT",
        ] { _ = try await oracle.execute(statement) }
      }
      await oracle.close()
      return round
    }
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    var step = 0
    var hasLived = false
    var killed = 0
    var partly = 0
    var places: Set<String> = []
    var objects: [String?]?
    while !hasLived || !places.isSuperset(of: Self.places) {
      step += stride
      let unmet = Self.places.subtracting(places).sorted().first ?? ""
      let workspace = try TestWorkspace(
        oraclePort: standIn.port, postgres: cluster.connectionParameters, schema: "step\(step)")
      let moment = try await ServerProcesses.now(session)
      let first = try await OraferryProcess.run(
        ["migrate", "--workspace", workspace.folder.path] + Self.chunked + [workers],
        environment: ["ORAFERRY_FAILPOINT": hasLived ? unmet : String(step)])
      if first.status == 2, !hasLived {
        hasLived = true
        continue
      }
      // SIGKILL: nothing else may end it.
      #expect(first.status == 9, "step \(step): \(first.output)\(first.errors)")
      guard first.status == 9 else { break }
      try await ServerProcesses.waitForEnd(since: moment, session)
      killed += 1
      let place = first.errors.components(separatedBy: "killed at failpoint ").last
      places.insert(place.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } ?? "")
      let status = try await LedgerAnswer.read(workspace)
      if status.rows.loaded > 0, status.runs.first?.state == "running" { partly += 1 }

      let second = try await workspace.run("migrate", Self.arguments)
      #expect(second.status == 2, "step \(step): \(second.output)\(second.errors)")
      let after = try await LedgerAnswer.read(workspace)
      #expect(after.chunks.done == after.chunks.total && after.rows.read == after.rows.loaded + 1)
      #expect(after.rows.rejected == 1, "step \(step), \(places)")
      #expect(after.runs.map(\.state) == ["finished"], "step \(step), \(places)")
      let scn = try #require(after.runs.first?.scn)
      let expected = try await reader.rows(
        """
        SELECT id || '|' || customer_id || '|' || note || '|' || TO_CHAR(amount, 'FM9999990.00')
          FROM items AS OF SCN \(scn) WHERE id <> 2990 ORDER BY id
        """)
      let found = try await session.execute(
        """
        SELECT concat(id, '|', customer_id, '|', note, '|', to_char(amount, 'FM9999990.00'))
          FROM step\(step).items ORDER BY id
        """)
      // The other table, and all that was made around the rows.
      let rest = try await session.execute(
        """
        SELECT (SELECT count(*) FROM step\(step).customers),
          (SELECT string_agg(conname, ' ' ORDER BY conname) FROM pg_constraint
            WHERE connamespace = 'step\(step)'::regnamespace AND contype IN ('p', 'f')),
          (SELECT count(*) FROM pg_constraint WHERE connamespace = 'step\(step)'::regnamespace AND contype = 'c'),
          (SELECT count(*) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
            WHERE c.relnamespace = 'step\(step)'::regnamespace)
        """
      ).rows.first
      if objects == nil { objects = rest }
      #expect(rest == objects && rest?.first == "100" && rest?.last == "3", "step \(step), \(places): \(rest ?? [])")
      #expect(
        expected.map { $0.first } == found.rows.map { $0.first?.map(OracleValue.text) }, "step \(step), \(places)")
    }
    await reader.close()
    await session.close()
    isDone.withLock { $0 = true }
    let rounds = try await writer.value
    #expect(places == Self.places, "\(places.sorted())")
    // How many kills meet a ledger that is partly filled is a matter of the machine's pace; that some do is not.
    #expect(partly > 0 && rounds > 0, "\(killed) kills, \(partly) with rows, \(rounds) rounds")
    standIn.kill()
    await cluster.stop()
  }
}
