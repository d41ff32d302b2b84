import Foundation
import PostgresClient
import PostgresCluster
import Testing

/// Whatever fails: one clear message, status 1, nothing hangs, and migrating again ends well.
@Suite(.serialized)
struct FailureTests {
  /// The lines that name an error: there must be exactly one.
  private func errorLines(_ outcome: OraferryProcess.Outcome) -> [String] {
    outcome.errors.split(separator: "\n").map(String.init).filter { $0.contains("error:") }
  }

  @Test func wrongLoginsAndPlacesAreNamed() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script(customers: 2, orders: 2))
    let postgres = cluster.connectionParameters
    let password = "wr0ng-Secret"
    let cases: [(TestWorkspace, [String])] = [
      (try TestWorkspace(oraclePort: standIn.port, postgres: postgres, password: password), ["ORA-01017", "password"]),
      (try TestWorkspace(oraclePort: standIn.port, postgres: postgres, service: "NOWHERE"), ["12514", "NOWHERE"]),
      (try TestWorkspace(oraclePort: 1, postgres: postgres), ["127.0.0.1:1", "port"]),
      (
        try TestWorkspace(
          oraclePort: standIn.port,
          postgres: postgres.merging(["host": "127.0.0.1", "port": "1"]) { $1 }), ["127.0.0.1", "port"]
      ),
      (try TestWorkspace(oraclePort: standIn.port, postgres: postgres, mode: 0o644), ["config.ini", "chmod 600"]),
    ]
    for (workspace, words) in cases {
      for command in ["migrate", "verify"] {
        let outcome = try await workspace.run(command)
        #expect(outcome.status == 1, "\(outcome.errors)")
        let lines = errorLines(outcome)
        #expect(lines.count == 1, "\(outcome.errors)")
        for word in words { #expect(lines.first?.contains(word) == true, "\(word) in \(outcome.errors)") }
        #expect(!outcome.errors.contains(password) && !outcome.errors.contains(StandInProcess.password))
      }
    }
    standIn.kill()
    await cluster.stop()
  }

  @Test func missingWorkspaceIsNamed() async throws {
    let outcome = try await OraferryProcess.run(["migrate", "--workspace", "/nonexistent-oraferry"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("/nonexistent-oraferry/config/config.ini"))
  }

  /// The server is cut off after N bytes, for growing N, until a run gets through; then everything must be there once.
  @Test(arguments: [CuttingProxy.Direction.fromServer, .fromClient])
  func aCutAtAnyByteIsSurvived(side: CuttingProxy.Direction) async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script(customers: 300, orders: 4000))
    var limit = 64
    var failures = 0
    var parameters = cluster.tcpConnectionParameters
    while true {
      // Oracle's replies are cut, or what goes to PostgreSQL.
      let target = side == .fromServer ? standIn.port : cluster.port
      let proxy = try await CuttingProxy.start(to: target, cutAfter: limit, side)
      if side == .fromClient { parameters["port"] = String(proxy.port) }
      let workspace = try TestWorkspace(
        oraclePort: side == .fromServer ? proxy.port : standIn.port, postgres: parameters)
      let outcome = try await workspace.run("migrate")
      await proxy.stop()
      if outcome.status == 0 { break }
      failures += 1
      #expect(outcome.status == 1, "cut after \(limit) bytes: \(outcome.errors)")
      #expect(errorLines(outcome).count == 1, "cut after \(limit) bytes: \(outcome.errors)")
      limit = limit * 9 / 5
      guard failures < 40 else { break }
    }
    #expect(failures >= 4)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.tcpConnectionParameters)
    let again = try await workspace.run("migrate")
    #expect(again.status == 0 && again.output.contains("nothing is missing"), "\(again.output)\(again.errors)")
    #expect(try await workspace.run("verify").status == 0)
    standIn.kill()
    await cluster.stop()
  }

  /// The stand-in is killed in mid-copy and started again from the same script.
  @Test func aKilledSourceIsSurvived() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let script = SmallSales.script(customers: 300, orders: 4000)
    let first = try await StandInProcess.start(script: script)
    let proxy = try await CuttingProxy.start(to: first.port, cutAfter: 60_000, .fromServer)
    let cut = try TestWorkspace(oraclePort: proxy.port, postgres: cluster.connectionParameters)
    let outcome = try await cut.run("migrate")
    #expect(outcome.status == 1, "\(outcome.output)\(outcome.errors)")
    first.kill()
    await proxy.stop()
    let gone = try TestWorkspace(oraclePort: first.port, postgres: cluster.connectionParameters)
    #expect(try await gone.run("migrate").status == 1)
    let second = try await StandInProcess.start(script: script)
    let workspace = try TestWorkspace(oraclePort: second.port, postgres: cluster.connectionParameters)
    let again = try await workspace.run("migrate")
    #expect(again.status == 0, "\(again.output)\(again.errors)")
    #expect(try await workspace.run("verify").status == 0)
    second.kill()
    await cluster.stop()
  }
}
