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
      let (schema, hit) = try await Self.hit("cut\(round)", bench, workspace: bench.workspace) { _ in
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
    // Of the side that stalls alone: the other one may be slow on a busy machine. So is a new connection's.
    let limits = ["ORAFERRY_\(side.rawValue.uppercased())_STALL_TIMEOUT": "2", "PGCONNECT_TIMEOUT": "20"]
    for round in 1...Torture.rounds(long: 6) {
      let (schema, hit) = try await Self.hit(
        "stall\(round)", bench, environment: limits,
        workspace: { schema in
          // A run that ended before its proxy stalled leaves it so.
          side.proxy(bench).flow()
          return try bench.workspace(schema)
        }
      ) { _ in await side.proxy(bench).stall() }
      Self.expectClear(hit, ["said nothing for 2 seconds", "nothing came for 2 seconds"], "\(side), round \(round)")
      side.proxy(bench).cut()
      side.proxy(bench).flow()
      try await Self.expectRecovery(
        try bench.direct(schema), schema, bench.session, bench.source, "\(side) stalled, round \(round)")
    }
    try await bench.stop()
    Torture.report("\(Torture.rounds(long: 6)) stalls of the connections to \(side.rawValue)")
  }

  /// A stall that passes is no fault: while the server answers elsewhere, it is waited for.
  ///
  /// The limit is also the time for the answer: a busy machine may need some of it.
  @Test func slowServersAreWaitedFor() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let session = try await PostgresSession.connect(cluster.tcpConnectionParameters, stallTimeout: 4)
    let standIn = try await StandInProcess.start(script: "CREATE TABLE t (id NUMBER);")
    let connection = try await standIn.connect { $0.stallTimeout = 4 }
    async let slept = session.execute("SELECT pg_sleep(10), 'done'")
    _ = try await connection.execute("BEGIN DBMS_SESSION.SLEEP(10); END;")
    #expect(await connection.isOpen)
    #expect(try await slept.rows.first?.last == "done")
    await session.close()
    await cluster.stop()
    await connection.close()
    standIn.kill()
  }
}
