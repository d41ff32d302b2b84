import Foundation
import PostgresClient
import PostgresCluster
import Testing

extension FaultTests {
  enum Side: String, CaseIterable {
    case oracle, postgres

    func proxy(_ bench: Bench) -> SteeredProxy { self == .oracle ? bench.oracle : bench.postgres }
  }

  @Test(arguments: Side.allCases) func cutNetwork(side: Side) async throws {
    let bench = try await Bench.start()
    for round in 1...Torture.rounds(long: 12) {
      let (schema, hit) = try await Self.hit("cut\(round)", bench.cluster, workspace: bench.workspace) { _ in
        side.proxy(bench).cut()
      }
      Self.expectClear(hit, ["lost"], "\(side), round \(round)")
      try await Self.expectRecovery(
        try bench.direct(schema), schema, bench.session, bench.source, "\(side) cut, round \(round)")
    }
    try await bench.stop()
    Torture.report("\(Torture.rounds(long: 12)) cuts of the connections to \(side.rawValue)")
  }

  /// Bytes are taken and not carried on: nothing below TCP's timers, and not they either, tells that it's over.
  @Test(arguments: Side.allCases) func stalledNetwork(side: Side) async throws {
    let bench = try await Bench.start()
    let limits = ["ORAFERRY_ORACLE_STALL_TIMEOUT": "1", "ORAFERRY_POSTGRES_STALL_TIMEOUT": "1"]
    for round in 1...Torture.rounds(long: 6) {
      let (schema, hit) = try await Self.hit(
        "stall\(round)", bench.cluster, environment: limits,
        workspace: { schema in
          // A run that ended before its proxy stalled leaves it so.
          side.proxy(bench).flow()
          return try bench.workspace(schema)
        }
      ) { _ in side.proxy(bench).stall() }
      Self.expectClear(hit, ["said nothing for 1 seconds", "nothing came for 1 seconds"], "\(side), round \(round)")
      side.proxy(bench).cut()
      side.proxy(bench).flow()
      try await Self.expectRecovery(
        try bench.direct(schema), schema, bench.session, bench.source, "\(side) stalled, round \(round)")
    }
    try await bench.stop()
    Torture.report("\(Torture.rounds(long: 6)) stalls of the connections to \(side.rawValue)")
  }

  /// A stall that passes is no fault: while the server answers elsewhere, it is waited for.
  @Test func slowServersAreWaitedFor() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let session = try await PostgresSession.connect(cluster.tcpConnectionParameters, stallTimeout: 1)
    let standIn = try await StandInProcess.start(script: "CREATE TABLE t (id NUMBER);")
    let connection = try await standIn.connect { $0.stallTimeout = 1 }
    async let slept = session.execute("SELECT pg_sleep(3), 'done'")
    _ = try await connection.execute("BEGIN DBMS_SESSION.SLEEP(3); END;")
    #expect(await connection.isOpen)
    #expect(try await slept.rows.first?.last == "done")
    await session.close()
    await cluster.stop()
    await connection.close()
    standIn.kill()
  }
}
