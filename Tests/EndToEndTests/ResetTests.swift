import Foundation
import OracleClient
import PostgresClient
import PostgresCluster
import Testing

/// What `reset` gives back, and what it never touches.
@Suite(.serialized)
struct ResetTests {
  /// The sequence of a serial or identity column goes with its table, and comes back with it, at Oracle's next value.
  @Test(arguments: ["serial", "identity"])
  func aTableWithItsSequence(identity: String) async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script() + "DROP TABLE orders;\n")
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    for round in 0..<2 {
      let outcome = try await workspace.run("migrate", ["--identity", identity])
      #expect(outcome.status == 0, "round \(round): \(outcome.output)\(outcome.errors)")
      let next = try await session.execute(
        "INSERT INTO sales.customers (name) VALUES ('new') RETURNING customer_id")
      #expect(next.firstValue == "1000")
      let reset = try await workspace.run("reset", ["--table", "customers"])
      #expect(reset.status == 0, "\(reset.errors)")
      #expect(
        try await session.execute("SELECT count(*) FROM pg_class WHERE relname LIKE 'customers%'").firstValue == "0")
    }
    await session.close()
    standIn.kill()
    await cluster.stop()
  }

  /// A run that was complete is in use: when its moment is gone, one table that was reset does not take the others along.
  @Test func theOtherTablesOfAFinishedRunStay() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script())
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    #expect(try await workspace.run("migrate").status == 0)
    let oracle = try await standIn.connect()
    _ = try await oracle.execute("ALTER TABLE orders ADD (channel VARCHAR2(10))")
    #expect(try await workspace.run("reset", ["--table", "ORDERS"]).status == 0)
    let outcome = try await workspace.run("migrate")
    #expect(outcome.status == 1, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.errors.contains("no longer has its SCN") && outcome.errors.contains("orders"), "\(outcome.errors)")
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    #expect(try await session.execute("SELECT count(*) FROM sales.customers").firstValue == "20")
    // All of it taken back, it begins anew.
    #expect(try await workspace.run("reset").status == 0)
    #expect(try await workspace.run("migrate").status == 0)
    #expect(try await workspace.run("verify").status == 0)
    await oracle.close()
    await session.close()
    standIn.kill()
    await cluster.stop()
  }
}
