import OracleClient
import OracleWire
import PostgresClient
import PostgresCluster
import Testing

/// Rows whose LOBs are too large to be held: carried in pieces, left out, tried again and compared.
@Suite(.serialized)
struct LargeLOBsTests {
  private static let script = """
    CREATE TABLE papers (id NUMBER(9) PRIMARY KEY, body CLOB, note NCLOB, picture BLOB);
    INSERT INTO papers SELECT LEVEL, 'paper ' || LEVEL, NULL, HEXTORAW('00FF') FROM dual CONNECT BY LEVEL <= 500;
    COMMIT;
    """
  private static let text = "a" + String(repeating: "\u{1F6A2}\u{E9}", count: 1_500_000)
  private static let bytes = (0..<6_000_000).map { UInt8(truncatingIfNeeded: $0 &* 13 &+ $0 >> 11) }

  private func write(_ kind: LOBKind, _ bytes: [UInt8], _ column: String, _ id: Int, _ oracle: OracleConnection)
    async throws
  {
    let lob = try await oracle.temporaryLOB(kind)
    try await lob.write(bytes)
    _ = try await oracle.execute(
      "UPDATE papers SET \(column) = :1 WHERE id = :2", binds: [lob.value, .number(OracleNumber(id))])
  }

  @Test func carriedLeftOutRepairedAndEqual() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script)
    let oracle = try await standIn.connect()
    try await write(.clob, Array(Self.text.utf8), "body", 7, oracle)
    try await write(.nclob, Array(Self.text.utf8), "note", 8, oracle)
    try await write(.blob, Self.bytes, "picture", 8, oracle)
    try await write(.blob, Self.bytes, "picture", 490, oracle)
    try await write(.clob, Array((Self.text + "\0end").utf8), "body", 300, oracle)
    try await oracle.commit()
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let outcome = try await workspace.run("migrate", ["--chunk-rows", "100", "--workers", "2"])
    #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("column SALES.PAPERS.BODY: 1 row was left out: the text holds a NUL"))
    let rows = try await LedgerAnswer.read(workspace).rows
    #expect(rows == LedgerAnswer.Rows(read: 500, loaded: 499, rejected: 1))

    let session = try await PostgresSession.connect(cluster.connectionParameters)
    let lengths = """
      SELECT id, length(body), length(note), octet_length(picture) FROM sales.papers
       WHERE length(body) > 100 OR note IS NOT NULL OR octet_length(picture) > 100 ORDER BY id
      """
    let found = try await session.execute(lengths)
    #expect(
      found.rows == [["7", "3000001", nil, "2"], ["8", "7", "3000001", "6000000"], ["490", "9", nil, "6000000"]])

    let again = try await OraferryProcess.run(
      ["rejects", "retry", "--workspace", workspace.folder.path, "--bad-values", "strip"])
    // Loaded, but what was stripped is told.
    #expect(again.status == 2 && again.output.contains("no row is left out any more"), "\(again.output)\(again.errors)")
    let repaired = try await session.execute("SELECT length(body), right(body, 4) FROM sales.papers WHERE id = 300")
    #expect(repaired.rows == [["3000004", "\u{E9}end"]])

    try await write(.clob, Array((Self.text + "end").utf8), "body", 300, oracle)
    try await oracle.commit()
    let verify = try await workspace.run("verify")
    #expect(verify.status == 0, "\(verify.output)\(verify.errors)")
    await session.close()
    await oracle.close()
    standIn.kill()
    await cluster.stop()
  }
}
