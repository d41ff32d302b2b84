import Foundation
import OracleClient
import PostgresClient
import PostgresCluster
import Testing

extension FaultTests {
  @Test func killedSourceSessions() async throws {
    let bench = try await Bench.start()
    var sessions = 0
    for round in 1...Torture.rounds(long: 12) {
      let (schema, hit) = try await Self.hit("session\(round)", bench, workspace: bench.workspace) { _ in
        sessions += try await bench.source.killOtherSessions()
      }
      Self.expectClear(hit, ["ORA-00028", "lost"], "round \(round)")
      try await Self.expectRecovery(
        try bench.direct(schema), schema, bench.session, bench.source, "sessions killed, round \(round)")
    }
    #expect(sessions > 0)
    try await bench.stop()
    Torture.report("\(sessions) sessions killed in Oracle's place")
  }

  /// Undo that is gone: tables that are not copied yet, and those that foreign keys tie to them, are read at a newer SCN.
  @Test func lostSnapshot() async throws {
    let bench = try await Bench.start()
    for round in 1...Torture.rounds(long: 12) {
      var lostAt: UInt64 = 0
      let (schema, hit) = try await Self.hit(
        "snapshot\(round)", bench, workspace: bench.workspace,
        hasStruck: { schema, _ in
          let status = try await LedgerAnswer.read(try bench.direct(schema))
          return MovingSource.tables.contains { status.scn(of: $0.name) ?? 0 >= lostAt }
        }
      ) { _ in
        try await bench.source.execute("ALTER SYSTEM SET UNDO_RETENTION = 0")
        lostAt = try await bench.source.currentSCN()
        try await bench.source.execute("ALTER SYSTEM SET UNDO_RETENTION = 900")
      }
      #expect(hit.hasLanded, "no table was read anew: \(hit.outcome.output)\(hit.outcome.errors)")
      #expect([0, 2].contains(hit.outcome.status), "\(hit.outcome.output)\(hit.outcome.errors)")
      let status = try await LedgerAnswer.read(try bench.direct(schema))
      try await bench.source.expectEqual(
        status, bench.session, schema: schema, readableFrom: lostAt, "snapshot lost, round \(round)")
      // A refresh brings all tables to one SCN again, while the writer goes on.
      let refresh = try await bench.direct(schema).run("refresh")
      #expect(refresh.status == 0, "\(refresh.output)\(refresh.errors)")
      let refreshed = try await LedgerAnswer.read(try bench.direct(schema))
      #expect(Set(refreshed.tables.map(\.scn)).count == 1, "\(refreshed)")
      try await bench.source.expectEqual(refreshed, bench.session, schema: schema, "refreshed, round \(round)")
    }
    try await bench.stop()
    Torture.report("\(Torture.rounds(long: 12)) snapshots lost (ORA-01555)")
  }

  /// A user who is not the owner loses SELECT, then FLASHBACK.
  @Test func revokedRightToRead() async throws {
    let password = "Reader-4711"
    let grants = MovingSource.tables.map { "GRANT SELECT, FLASHBACK ON \($0.name) TO reader;" }
    let script =
      MovingSource.script + "CREATE USER reader IDENTIFIED BY \"\(password)\";\n" + grants.joined(separator: "\n")
    let source = try await MovingSource.start(script: script, arguments: ["--ask-read-rights"])
    let bench = try await Bench(try await PostgresCluster.start(.fast), source)
    let reader = ["ORAFERRY_ORACLE_USER": "reader", "ORAFERRY_ORACLE_PASSWORD": password]
    for round in 0..<Torture.rounds(long: 8) {
      let right = round % 2 == 0 ? "SELECT" : "FLASHBACK"
      let (schema, hit) = try await Self.hit(
        "right\(round)", bench, environment: reader,
        workspace: { schema in
          try await source.execute("GRANT SELECT, FLASHBACK ON items TO reader")
          return try bench.workspace(schema)
        }
      ) { _ in
        try await source.execute("REVOKE \(right) ON items FROM reader")
      }
      Self.expectClear(hit, ["ORA-01031", "ORA-00942"], "\(right) revoked")
      try await source.execute("GRANT \(right) ON items TO reader")
      try await Self.expectRecovery(
        try bench.direct(schema), schema, bench.session, source, environment: reader, "\(right) granted again")
    }
    try await bench.stop()
    Torture.report("\(Torture.rounds(long: 8)) rights to read revoked")
  }
}
