import PostgresClient
import PostgresCluster
import Testing

/// The governor of the source's load, as a user asks for it.
@Suite struct MaximumRateTests {
  /// 400,000 bytes of text that no two rows share.
  private static let script = """
    CREATE TABLE t (id NUMBER(9) PRIMARY KEY, note VARCHAR2(200));
    INSERT INTO t SELECT LEVEL, RPAD(LEVEL || 'x', 200, LEVEL || 'y') FROM dual CONNECT BY LEVEL <= 2000;
    COMMIT;
    """

  /// A busy machine is slower; no machine is faster.
  @Test(arguments: [["--workers", "1"], ["--workers", "3", "--chunk-rows", "300"]])
  func noFasterThanSaid(arguments: [String]) async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = try await workspace.run("migrate", ["--max-rate", "200kB"] + arguments)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(clock.now - start >= .seconds(2))
    #expect((outcome.output + outcome.errors).contains("reading at most 200 kB/s from Oracle"), "\(outcome.errors)")
    #expect(try await workspace.run("verify").status == 0)
    standIn.kill()
    await cluster.stop()
  }

  @Test(arguments: ["fast", "0", "-5MB", "1.2.3MB", "5XB", ""])
  func rates(text: String) async throws {
    let outcome = try await OraferryProcess.run(["migrate", "--max-rate=\(text)"])
    #expect(outcome.status == 64 && outcome.errors.contains("--max-rate"), "\(outcome.errors)")
  }
}
