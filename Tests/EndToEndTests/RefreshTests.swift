import Foundation
import OracleClient
import OracleWire
import PostgresClient
import PostgresCluster
import Testing

/// Tables that are read at a newer SCN: those whose snapshot Oracle has lost, and those that it has changed.
@Suite(.serialized)
struct RefreshTests {
  private static let script = """
    CREATE TABLE parents (id NUMBER(9) PRIMARY KEY, name VARCHAR2(40));
    CREATE TABLE children (id NUMBER(9) PRIMARY KEY, parent_id NUMBER(9) NOT NULL REFERENCES parents, note VARCHAR2(40));
    CREATE TABLE loners (id NUMBER(9) PRIMARY KEY, note VARCHAR2(40));
    CREATE TABLE strangers (id NUMBER(9) PRIMARY KEY, note VARCHAR2(40));
    INSERT INTO parents SELECT LEVEL, 'parent ' || LEVEL FROM dual CONNECT BY LEVEL <= 100;
    INSERT INTO children SELECT LEVEL, MOD(LEVEL, 100) + 1, 'child ' || LEVEL FROM dual CONNECT BY LEVEL <= 2500;
    INSERT INTO loners SELECT LEVEL, 'loner ' || LEVEL FROM dual CONNECT BY LEVEL <= 300;
    INSERT INTO strangers SELECT LEVEL, 'stranger ' || LEVEL FROM dual CONNECT BY LEVEL <= 50;
    CREATE SEQUENCE tickets START WITH 500;
    CREATE VIEW families AS SELECT p.name, c.note FROM parents p JOIN children c ON c.parent_id = p.id;
    COMMENT ON TABLE children IS 'of parents';
    COMMIT;
    """

  private func change(_ oracle: OracleConnection, _ statements: [String]) async throws {
    for statement in statements + ["COMMIT"] { _ = try await oracle.execute(statement) }
  }

  @Test func aLostSnapshotTakesTheTiedTablesAlong() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let oracle = try await standIn.connect()
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    let arguments = ["--workspace", workspace.folder.path, "--workers", "1", "--chunk-rows", "1000"]
    // children come first, in chunks; loners, parents and strangers follow. It dies when loners are there.
    var step = 0
    var before = try await LedgerAnswer.read(workspace)
    while !before.tables.contains(where: { $0.table == "loners" && $0.state == "copied" }) {
      step += 1
      let moment = try await ServerProcesses.now(session)
      let outcome = try await OraferryProcess.run(
        ["migrate"] + arguments, environment: ["ORAFERRY_FAILPOINT": String(20 + step)])
      #expect(outcome.status == 9, "\(outcome.output)\(outcome.errors)")
      guard outcome.status == 9 else { break }
      try await ServerProcesses.waitForEnd(since: moment, session)
      before = try await LedgerAnswer.read(workspace)
      // Only the first run is of interest.
      if !before.tables.contains(where: { $0.table == "loners" && $0.state == "copied" }) {
        #expect(try await workspace.run("reset").status == 0)
      }
    }
    #expect(before.tables.first { $0.table == "children" }?.state == "copied")
    #expect(!before.tables.contains { $0.table == "parents" })
    let old = try #require(before.runs.first?.scn)

    // A change of the definition makes Oracle forget what was before.
    try await change(
      oracle,
      [
        "DELETE FROM children WHERE id = 7", "TRUNCATE TABLE strangers",
        "INSERT INTO strangers VALUES (1, 'alone')", "ALTER TABLE parents ADD (age NUMBER(3))",
        "UPDATE parents SET name = 'changed', age = 40 WHERE id = 3",
      ])
    let outcome = try await workspace.run("migrate", ["--workers", "1", "--chunk-rows", "1000"])
    #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("were read at SCN"), "\(outcome.output)")
    let after = try await LedgerAnswer.read(workspace)
    #expect(after.runs.map(\.state) == ["finished"])
    let scns = Dictionary(after.tables.map { ($0.table, $0.scn) }) { first, _ in first }
    #expect(scns["loners"] == old)
    let newer = try #require(scns["parents"])
    #expect(newer > old && scns["children"] == newer && (scns["strangers"] ?? 0) > old)
    #expect(try await workspace.run("verify").status == 0)

    // Nothing has changed since: all tables are the same at one newer SCN, and nothing is copied.
    let refresh = try await workspace.run("refresh")
    #expect(refresh.status == 0, "\(refresh.output)\(refresh.errors)")
    #expect(!refresh.errors.contains("copied again"), "\(refresh.errors)")
    #expect(Set(try await LedgerAnswer.read(workspace).tables.map(\.scn)).count == 1)
    await session.close()
    await oracle.close()
    standIn.kill()
    await cluster.stop()
  }

  /// A table that is not carried now is left as it is, of its own SCN, and compared by that once it is back.
  @Test func whatIsNotComparedKeepsItsSCN() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let oracle = try await standIn.connect()
    #expect(try await workspace.run("migrate").status == 0)
    let old = try #require(try await LedgerAnswer.read(workspace).runs.first?.scn)
    try await change(oracle, ["UPDATE loners SET note = 'changed' WHERE id = 1"])
    let without = try await workspace.run("refresh", ["--exclude", "TABLE.LONERS"])
    #expect(
      without.status == 2 && without.output.contains("table loners: it was copied at SCN \(old)"), "\(without.output)")
    #expect(try await LedgerAnswer.read(workspace).tables.first { $0.table == "loners" }?.scn == old)
    let whole = try await workspace.run("refresh")
    #expect(whole.status == 0 && whole.errors.contains("loners: changed since"), "\(whole.output)\(whole.errors)")
    #expect(try await workspace.run("verify").status == 0)
    await oracle.close()
    standIn.kill()
    await cluster.stop()
  }

  @Test(arguments: [nil, "tables.taken-back", "copy.recorded", "step.committed"] as [String?])
  func whatHasChangedIsCopiedAgain(killedAt place: String?) async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let oracle = try await standIn.connect()
    let early = try await workspace.run("refresh")
    #expect(early.status == 1 && early.errors.contains("oraferry migrate does"), "\(early.errors)")
    #expect(try await workspace.run("migrate").status == 0)
    let before = try await LedgerAnswer.read(workspace)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    let untouched = "SELECT 'sales.loners'::regclass::oid || ' ' || 'sales.parents'::regclass::oid"
    let numbers = try await session.execute(untouched).firstValue

    try await change(
      oracle,
      [
        "UPDATE children SET note = 'older' WHERE id = 11", "DELETE FROM strangers WHERE id = 5",
      ])
    let ticket = try await oracle.rows("SELECT tickets.NEXTVAL FROM dual")
    #expect(ticket.count == 1)
    let arguments = ["refresh", "--workspace", workspace.folder.path]
    let moment = try await ServerProcesses.now(session)
    let outcome = try await OraferryProcess.run(
      arguments, environment: place.map { ["ORAFERRY_FAILPOINT": $0] } ?? [:])
    if place != nil {
      #expect(outcome.status == 9, "\(outcome.output)\(outcome.errors)")
      try await ServerProcesses.waitForEnd(since: moment, session)
      // Nothing is taken back before that has committed: the refresh is still to come.
      let next = try await workspace.run(place == "tables.taken-back" ? "refresh" : "migrate")
      #expect(next.status == 0, "\(next.output)\(next.errors)")
    } else {
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
      #expect(outcome.errors.contains("children: changed since, copied again"), "\(outcome.errors)")
      #expect(outcome.errors.contains("strangers: changed since, copied again"), "\(outcome.errors)")
      #expect(outcome.errors.contains("loners: as it was"), "\(outcome.errors)")
    }
    let after = try await LedgerAnswer.read(workspace)
    #expect(after.runs.map(\.state) == ["finished"])
    #expect(Set(after.tables.map(\.scn)).count == 1)
    #expect((after.runs.first?.scn ?? 0) > (before.runs.first?.scn ?? 0))
    #expect(try await session.execute(untouched).firstValue == numbers)
    let objects = try await session.execute(
      """
      SELECT (SELECT count(*) FROM sales.families) || ' '
        || (SELECT count(*) FROM pg_constraint WHERE conrelid = 'sales.children'::regclass AND contype IN ('p', 'f'))
        || ' ' || obj_description('sales.children'::regclass) || ' ' || nextval('sales.tickets')
      """)
    #expect(objects.firstValue == "2500 2 of parents 520")
    let verify = try await workspace.run("verify", ["--views"])
    #expect(verify.status == 0, "\(verify.output)\(verify.errors)")
    await session.close()
    await oracle.close()
    standIn.kill()
    await cluster.stop()
  }
}
