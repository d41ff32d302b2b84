import Foundation
import OracleClient
import OracleWire
import PostgresClient
import PostgresCluster
import Testing

/// Rows that PostgreSQL cannot hold: left out one by one, told, and loaded once they are mended.
@Suite(.serialized)
struct RejectsTests {
  /// Faults that the transcoder finds (NUL, a flag that is none) and one that only the server sees (text that is no
  /// JSON); two in neighbouring rows, and two in one.
  private static let script = """
    CREATE TABLE notes (
      id NUMBER(9) PRIMARY KEY, note VARCHAR2(100), flag NUMBER(1), doc CLOB,
      at TIMESTAMP(9));
    INSERT INTO notes SELECT LEVEL, 'note ' || LEVEL, MOD(LEVEL, 2), '{"id": ' || LEVEL || '}',
        TIMESTAMP '2024-01-01 00:00:00.123456789'
      FROM dual CONNECT BY LEVEL <= 3000;
    UPDATE notes SET note = 'a' || CHR(0) || 'b' WHERE id IN (17, 2999);
    UPDATE notes SET flag = 7 WHERE id IN (1500, 2999);
    UPDATE notes SET doc = '{"id": ' WHERE id IN (40, 41, 2001);
    CREATE TABLE others (id NUMBER(9) PRIMARY KEY);
    INSERT INTO others VALUES (1);
    COMMIT;
    """
  private static let bad = [17, 40, 41, 1500, 2001, 2999]
  private static let arguments = [
    "--chunk-rows", "1000", "--workers", "2", "--types", "NOTES.FLAG=boolean,NOTES.DOC=json",
  ]
  private static let types = ["--types", "NOTES.FLAG=boolean,NOTES.DOC=json"]

  private struct Rejects: Decodable {
    struct Row: Decodable {
      var table: String
      var rowid: String?
      var key: [String: String]
      var column: String?
      var reason: String
      var sqlstate: String?
    }
    var total: Int
    var rejects: [Row]
  }

  private func rows(_ workspace: TestWorkspace) async throws -> LedgerAnswer.Rows {
    try await LedgerAnswer.read(workspace).rows
  }

  private func retry(_ workspace: TestWorkspace, _ arguments: [String] = []) async throws -> OraferryProcess.Outcome {
    try await OraferryProcess.run(
      ["rejects", "retry", "--workspace", workspace.folder.path] + Self.types + arguments)
  }

  @Test(arguments: [true, false]) func rowsAreLeftOutAndLoadedLater(inChunks: Bool) async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let arguments = inChunks ? Self.arguments : Self.types
    let outcome = try await workspace.run("migrate", arguments)
    #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("column SALES.NOTES.NOTE: 2 rows were left out: the text holds a NUL"))
    #expect(outcome.output.contains("column SALES.NOTES.FLAG: 1 row was left out"))
    #expect(outcome.output.contains("column SALES.NOTES.DOC: 3 rows were left out"))
    // What a refused attempt had counted is not counted twice.
    #expect(outcome.output.contains("column SALES.NOTES.AT: 2994 values had fractional"), "\(outcome.output)")
    #expect(try await rows(workspace) == LedgerAnswer.Rows(read: 3_001, loaded: 2_995, rejected: 6))

    let oracle = try await standIn.connect()
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    let absent = try await session.execute(
      "SELECT string_agg(g::text, ' ' ORDER BY g) FROM generate_series(1, 3000) g WHERE g NOT IN (SELECT id FROM sales.notes)"
    )
    #expect(absent.firstValue == Self.bad.map(String.init).joined(separator: " "))

    let list = try await workspace.run("rejects", ["--json"])
    #expect(list.status == 2, "\(list.errors)")
    let rejects = try JSONDecoder().decode(Rejects.self, from: Data(list.output.utf8))
    #expect(rejects.total == 6)
    let addresses = try await oracle.rows(
      "SELECT ROWID FROM notes WHERE id IN (17, 40, 41, 1500, 2001, 2999) ORDER BY id")
    let sorted = rejects.rejects.sorted { Int($0.key["ID"] ?? "") ?? 0 < Int($1.key["ID"] ?? "") ?? 0 }
    #expect(sorted.map { $0.key["ID"] } == Self.bad.map(String.init))
    #expect(sorted.map { OracleValue.text($0.rowid ?? "") } == addresses.map { $0[0] })
    #expect(
      sorted.map(\.reason) == [
        "text-nul", "refused-by-server", "refused-by-server", "no-flag", "refused-by-server", "text-nul",
      ])
    #expect(sorted.map(\.column) == ["NOTE", "DOC", "DOC", "FLAG", "DOC", "NOTE"])
    #expect(sorted[1].sqlstate == "22P02")
    // The bytes are there: the key's two, with their length before them.
    let bytes = try await session.execute(
      "SELECT encode(substring(row_bytes FOR 6), 'hex') FROM oraferry.rejects WHERE row_key->>'ID' = '17'")
    #expect(bytes.firstValue == "00000002c112")
    let others = try await session.execute(
      "SELECT count(*) FROM information_schema.role_table_grants WHERE table_schema = 'oraferry' AND table_name = 'rejects' AND grantee = 'PUBLIC'"
    )
    #expect(others.firstValue == "0")

    // Nothing is mended: nothing is loaded, nothing is lost. Again changes nothing.
    let vain = try await retry(workspace)
    #expect(vain.status == 2 && vain.output.contains("6 rows are still left out"), "\(vain.output)\(vain.errors)")
    let again = try await workspace.run("migrate", arguments)
    #expect(again.status == 2 && again.output.contains("column SALES.NOTES.NOTE: 2 rows were left out"))

    // By other types than the table has, its bytes would be taken for those of its own.
    let wrong = try await OraferryProcess.run(
      ["rejects", "retry", "--workspace", workspace.folder.path, "--types", "NOTES.DOC=json"])
    #expect(wrong.status == 1 && wrong.errors.contains("flag is boolean and would be smallint"), "\(wrong.errors)")

    for statement in [
      "UPDATE notes SET note = 'mended' WHERE id = 17", "UPDATE notes SET flag = 1 WHERE id IN (1500, 2999)",
      "UPDATE notes SET doc = '{}' WHERE id IN (40, 41)", "COMMIT",
    ] { _ = try await oracle.execute(statement) }
    let some = try await retry(workspace)
    #expect(some.status == 2 && some.output.contains("4 rows loaded as they are now"), "\(some.output)\(some.errors)")
    #expect(try await rows(workspace) == LedgerAnswer.Rows(read: 3_001, loaded: 2_999, rejected: 2))
    // By a policy instead of mending: row 2999 lacks the NUL alone now.
    _ = try await oracle.execute("UPDATE notes SET doc = '{\"id\": 2001}' WHERE id = 2001")
    _ = try await oracle.execute("COMMIT")
    let rest = try await retry(workspace, ["--bad-values", "strip"])
    // Loaded, but what was stripped and rounded is told, now and by every later run.
    #expect(rest.status == 2 && rest.output.contains("no row is left out any more"), "\(rest.output)\(rest.errors)")
    #expect(rest.output.contains("column SALES.NOTES.NOTE: 1 characters or bytes"), "\(rest.output)")
    let later = try await workspace.run("migrate", arguments)
    #expect(later.output.contains("column SALES.NOTES.NOTE: 1 characters or bytes"), "\(later.output)")
    #expect(later.output.contains("column SALES.NOTES.AT: 3000 values had fractional"), "\(later.output)")
    #expect(try await rows(workspace) == LedgerAnswer.Rows(read: 3_001, loaded: 3_001, rejected: 0))
    #expect(
      try await session.execute("SELECT note FROM sales.notes WHERE id = 2999").firstValue == "ab")
    #expect(try await workspace.run("rejects").status == 0)
    _ = try await oracle.execute("UPDATE notes SET note = 'ab' WHERE id = 2999")
    _ = try await oracle.execute("COMMIT")
    let verify = try await workspace.run("verify", Self.types)
    #expect(verify.status == 0, "\(verify.output)\(verify.errors)")
    await session.close()
    await oracle.close()
    standIn.kill()
    await cluster.stop()
  }

  /// The row of now at a rejected row's address is another one: it is not taken for it.
  @Test func anotherRowInItsPlaceIsNotLoaded() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    #expect(try await workspace.run("migrate", Self.types).status == 2)
    let oracle = try await standIn.connect()
    for statement in ["UPDATE notes SET id = 9017, note = 'another' WHERE id = 17", "COMMIT"] {
      _ = try await oracle.execute(statement)
    }
    let outcome = try await retry(workspace)
    #expect(outcome.status == 2 && outcome.output.contains("Oracle no longer has that row"), "\(outcome.output)")
    #expect(try await rows(workspace) == LedgerAnswer.Rows(read: 3_001, loaded: 2_995, rejected: 6))
    await oracle.close()
    standIn.kill()
    await cluster.stop()
  }

  @Test func policiesAndTheLimit() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script)
    let limited = try TestWorkspace(
      oraclePort: standIn.port, postgres: cluster.connectionParameters, schema: "limited")
    let tooMany = try await limited.run("migrate", Self.types + ["--max-rejects", "5"])
    #expect(tooMany.status == 1 && tooMany.errors.contains("--max-rejects"), "\(tooMany.errors)")
    #expect(!tooMany.errors.contains("a\u{0}b"))
    #expect(try await limited.run("migrate", Self.types + ["--max-rejects", "6"]).status == 2)
    #expect(try await rows(limited) == LedgerAnswer.Rows(read: 3_001, loaded: 2_995, rejected: 6))

    let aborting = try TestWorkspace(
      oraclePort: standIn.port, postgres: cluster.connectionParameters, schema: "aborting")
    let aborted = try await aborting.run("migrate", Self.types + ["--bad-values", "abort"])
    #expect(aborted.status == 1, "\(aborted.output)")
    #expect(aborted.errors.contains("table SALES.NOTES"), "\(aborted.errors)")

    // By column, in the configuration: both NULs are kept out of the text, the other rows are left out.
    let mixed = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters, schema: "mixed")
    try mixed.append(
      "[rejects]\npolicy = reject\nlimit = 5\nNOTES.* = abort\nNOTES.NOTE = replace\nNOTES.FLAG = reject\n")
    let failed = try await mixed.run("migrate", Self.types)
    #expect(failed.status == 2, "\(failed.output)\(failed.errors)")
    #expect(failed.output.contains("column SALES.NOTES.NOTE: 1 characters or bytes"), "\(failed.output)")
    #expect(try await rows(mixed) == LedgerAnswer.Rows(read: 3_001, loaded: 2_996, rejected: 5))
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    #expect(try await session.execute("SELECT note FROM mixed.notes WHERE id = 17").firstValue == "a\u{FFFD}b")
    await session.close()

    let wrong = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters, schema: "wrong")
    try wrong.append("[rejects]\nNOTES.NOTE = forgive\n")
    let refused = try await wrong.run("migrate")
    #expect(refused.status == 1, "\(refused.output)")
    #expect(refused.errors.contains("config.ini:") && refused.errors.contains("strip"), "\(refused.errors)")
    standIn.kill()
    await cluster.stop()
  }
}
