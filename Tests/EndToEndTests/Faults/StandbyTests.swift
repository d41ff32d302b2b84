import Foundation
import OracleClient
import OracleWire
import PostgresClient
import PostgresCluster
import Testing

extension FaultTests {
  /// Nothing is ever written on the source: on a standby that refuses every change all commands pass, and its SCN stays.
  @Test func aReadOnlyStandbyIsEnough() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(
      script: SmallSales.script(customers: 100, orders: 3000), arguments: ["--read-only"])
    let oracle = try await standIn.connect()
    #expect(
      try await oracle.rows("SELECT open_mode, database_role FROM v$database").first
        == [.text("READ ONLY WITH APPLY"), .text("PHYSICAL STANDBY")])
    func scn() async throws -> OracleValue? { try await oracle.rows("SELECT current_scn FROM v$database").first?.first }
    let before = try await scn()
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    for (command, arguments) in [
      ("check", []), ("migrate", ["--chunk-rows", "500", "--workers", "2"]), ("migrate", []), ("status", []),
      ("verify", ["--views"]), ("stats", []),
    ] {
      let outcome = try await workspace.run(command, arguments)
      #expect([0, 2].contains(outcome.status), "\(command): \(outcome.output)\(outcome.errors)")
      if command == "verify" || command == "status" { #expect(outcome.status == 0, "\(outcome.output)") }
      #expect(!outcome.output.contains("ORA-16000") && !outcome.errors.contains("ORA-16000"), "\(outcome.output)")
    }
    #expect(try await scn() == before)

    // The refusals are no empty promise.
    for statement in [
      "INSERT INTO orders VALUES (999999, 1, SYSDATE, 'open')", "UPDATE orders SET status = 'sent'",
      "DELETE FROM orders",
      "MERGE INTO orders o USING dual ON (o.order_id = 1) WHEN MATCHED THEN UPDATE SET status = 'sent'",
      "CREATE TABLE t (id NUMBER)", "DROP TABLE orders", "TRUNCATE TABLE orders", "ALTER TABLE orders ADD (x NUMBER)",
      "CREATE INDEX i ON orders (status)", "GRANT SELECT ON orders TO PUBLIC", "COMMENT ON TABLE orders IS 'x'",
      "LOCK TABLE orders IN EXCLUSIVE MODE", "BEGIN DELETE FROM orders; END;",
      "BEGIN DBMS_STATS.GATHER_TABLE_STATS('SALES', 'ORDERS'); END;",
    ] {
      #expect(await Self.code { _ = try await oracle.execute(statement) } == 16000, "\(statement)")
    }
    for query in ["SELECT order_seq.NEXTVAL FROM dual", "SELECT * FROM orders FOR UPDATE"] {
      #expect(await Self.code { _ = try await oracle.rows(query) } == 16000, "\(query)")
    }
    #expect(await Self.code { _ = try await oracle.temporaryLOB(.blob) } == 16000)
    #expect(try await oracle.rows("SELECT COUNT(*) FROM orders").first == [.number(OracleNumber(3000))])
    #expect(try await scn() == before)
    await oracle.close()
    standIn.kill()
    await cluster.stop()
  }

  /// The ORA number with which something fails; 0 when it doesn't.
  private static func code(_ work: () async throws -> Void) async -> Int {
    do {
      try await work()
      return 0
    } catch {
      return (error as? OracleError)?.code ?? -1
    }
  }

  /// A standby whose primary goes on changing, as it does with redo apply.
  @Test func aStandbyWhoseRowsMove() async throws {
    let source = try await MovingSource.start(arguments: ["--read-only", "--primary-port", "0"])
    #expect(source.standIn.port != source.standIn.primaryPort)
    let bench = try await Bench(try await PostgresCluster.start(.fast), source)
    // Where the writer had no turn in the meantime, another migration is watched.
    var hasMoved = false
    for attempt in 1...20 where !hasMoved {
      let schema = "standby\(attempt)"
      let before = source.rounds
      let outcome = try await bench.workspace(schema).run("migrate", MovingSource.arguments)
      hasMoved = source.rounds > before + 1
      #expect([0, 2].contains(outcome.status), "\(outcome.output)\(outcome.errors)")
      try await source.expectEqual(
        try await LedgerAnswer.read(try bench.direct(schema)), bench.session, schema: schema, "standby")
    }
    #expect(hasMoved, "\(source.rounds) rounds of the writer")
    try await bench.stop()
  }
}
