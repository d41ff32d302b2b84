import Foundation
import PostgresClient
import PostgresCluster
import Testing

extension FaultTests {
  /// `pg_ctl -m immediate`: no checkpoint, no farewell, and recovery at the start.
  @Test func restartedPostgres() async throws {
    let bench = try await Bench.start()
    let server = ImmediateRestart(bench.cluster)
    for round in 1...Torture.rounds(long: 12) {
      let (schema, hit) = try await Self.hit("restart\(round)", bench, workspace: bench.workspace) { _ in
        try await server.restart()
      }
      Self.expectClear(hit, ["lost", "cannot connect"], "round \(round)")
      let after = try await Self.session(bench.cluster)
      try await Self.expectRecovery(
        try bench.direct(schema), schema, after, bench.source, "PostgreSQL restarted, round \(round)")
      await after.close()
    }
    await bench.session.close()
    try await server.stop()
    try await bench.stop()
    Torture.report("\(Torture.rounds(long: 12)) restarts of PostgreSQL with -m immediate")
  }

  /// A tablespace on a disk of a few megabytes.
  @Test(.enabled(if: SmallDisk.isPossible, SmallDisk.explanation)) func fullDisk() async throws {
    let bench = try await Bench.start()
    for round in 1...Torture.rounds(long: 6) {
      let tablespace = "disk\(round)"
      let disk = try SmallDisk(ownerOf: bench.cluster.socketDirectory + "/data", kilobytes: 1400)
      defer { disk.remove() }
      for statement in [
        "CREATE TABLESPACE \(tablespace) LOCATION '\(disk.folder.path)'",
        "ALTER DATABASE \(bench.cluster.dbname) SET default_tablespace = \(tablespace)",
      ] { _ = try await bench.session.execute(statement) }
      let (schema, hit) = try await Self.hit(
        tablespace, bench, chunks: 1, workspace: bench.workspace
      ) { _ in
        // The disk is too small from the beginning.
      }
      Self.expectClear(hit, ["No space left on device"], "round \(round)")
      let status = try await LedgerAnswer.read(try bench.direct(schema))
      #expect(status.isPartlyFilled, "\(status)")
      try disk.grow(kilobytes: 65_536)
      try await Self.expectRecovery(
        try bench.direct(schema), schema, bench.session, bench.source, "disk full, round \(round)")
      for statement in [
        "ALTER DATABASE \(bench.cluster.dbname) RESET default_tablespace", "DROP SCHEMA \(schema) CASCADE",
        "DROP SCHEMA oraferry CASCADE", "DROP TABLESPACE \(tablespace)",
      ] { _ = try await bench.session.execute(statement) }
    }
    try await bench.stop()
    Torture.report("\(Torture.rounds(long: 6)) full disks")
  }

  /// Changes rights that the run under way may just be changing the same row of the catalogue for: then once more.
  private static func change(_ sql: String, _ session: PostgresSession) async throws {
    let isDone = try await Torture.wait(seconds: 120) {
      do {
        _ = try await session.execute(sql)
        return true
      } catch let error as PostgresError where error.sqlState == "XX000" {
        // tuple concurrently updated
        return false
      }
    }
    #expect(isDone, "\(sql)")
  }

  /// A role that loses rights on what it owns.
  @Test func revokedRightToWrite() async throws {
    let bench = try await Bench.start()
    _ = try await bench.session.execute("CREATE ROLE carrier LOGIN")
    _ = try await bench.session.execute("GRANT CREATE ON DATABASE \(bench.cluster.dbname) TO carrier")
    let rights = ["INSERT ON %.items", "USAGE, CREATE ON SCHEMA %", "UPDATE ON oraferry.chunks"]
    for round in 0..<Torture.rounds(long: 9) {
      func right(_ schema: String) -> String {
        rights[round % rights.count].replacingOccurrences(of: "%", with: schema)
      }
      func workspace(_ schema: String) async throws -> TestWorkspace {
        // A run that had ended before took the fault no notice of; the ledger is that of the next one, too.
        if round > 0 { _ = try await bench.session.execute("GRANT UPDATE ON oraferry.chunks TO carrier") }
        return try TestWorkspace(
          oraclePort: bench.oracle.port,
          postgres: bench.cluster.connectionParameters.merging(["user": "carrier"]) { $1 }, schema: schema)
      }
      let (schema, hit) = try await Self.hit("grant\(round)", bench, workspace: workspace) { schema in
        try await Self.change("REVOKE \(right(schema)) FROM carrier", bench.session)
      }
      Self.expectClear(hit, ["permission denied"], "\(right(schema)) revoked")
      _ = try await bench.session.execute("GRANT \(right(schema)) TO carrier")
      try await Self.expectRecovery(
        try await workspace(schema), schema, bench.session, bench.source, "\(right(schema)) granted again")
    }
    try await bench.stop()
    Torture.report("\(Torture.rounds(long: 9)) rights to write revoked")
  }
}
