import Foundation
import PostgresClient
import PostgresCluster
import Testing

/// Ctrl-C ends a command in order.
@Suite(.serialized)
struct InterruptionTests {
  /// A migration that is interrupted is continued by the next one.
  @Test func aMigrationGoesOnAfterAnInterruption() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script(customers: 300, orders: 30_000))
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    let outcome = try await OraferryProcess.interrupt(["migrate", "--workspace", workspace.folder.path]) {
      let tables = try await session.execute("SELECT 1 FROM pg_class WHERE relname = 'orders'")
      return !tables.rows.isEmpty
    }
    // On a fast machine it may have ended before.
    #expect([130, 0].contains(outcome.status), "\(outcome.errors)")
    if outcome.status == 130 { #expect(outcome.errors.contains("interrupted")) }
    await session.close()
    let again = try await workspace.run("migrate")
    #expect(again.status == 0, "\(again.output)\(again.errors)")
    #expect(try await workspace.run("verify").status == 0)
    standIn.kill()
    await cluster.stop()
  }
}
