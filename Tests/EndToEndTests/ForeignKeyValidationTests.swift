import Foundation
import PostgresClient
import PostgresCluster
import Testing

/// Foreign keys that are made NOT VALID, and validated behind all of them, whatever is killed between the two.
@Suite(.serialized)
struct ForeignKeyValidationTests {
  private static let script = """
    CREATE TABLE p (id NUMBER(9) PRIMARY KEY, boss NUMBER(9) CONSTRAINT p_self REFERENCES p);
    CREATE TABLE c (
      id NUMBER(9) PRIMARY KEY, p_id NUMBER(9) CONSTRAINT c_p REFERENCES p ON DELETE CASCADE,
      boss NUMBER(9) CONSTRAINT c_boss REFERENCES p);
    ALTER TABLE c MODIFY CONSTRAINT c_boss DISABLE;
    CREATE TABLE h (id NUMBER(9), p_id NUMBER(9) CONSTRAINT h_p REFERENCES p)
      PARTITION BY LIST (id) (PARTITION one VALUES (1), PARTITION rest VALUES (DEFAULT));
    INSERT INTO p SELECT LEVEL, NULLIF(LEVEL - 1, 0) FROM dual CONNECT BY LEVEL <= 50;
    INSERT INTO c SELECT LEVEL, LEVEL, LEVEL + 25 FROM dual CONNECT BY LEVEL <= 50;
    INSERT INTO h SELECT LEVEL, LEVEL FROM dual CONNECT BY LEVEL <= 10;
    COMMIT;
    ALTER TABLE c MODIFY CONSTRAINT c_boss ENABLE NOVALIDATE;
    """

  private static let made = """
    SELECT string_agg(conname || CASE WHEN convalidated THEN '' ELSE ' not valid' END, ', ' ORDER BY conname)
      FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND connamespace = to_regnamespace($1)
    """
  private static let whole = "c_boss not valid, c_p, h_p, p_self"
  private static let steps = """
    SELECT string_agg(step_id, ', ' ORDER BY step_id) FROM oraferry.steps JOIN oraferry.runs r ON r.id = run_id
     WHERE r.target_schema = $1 AND step_id LIKE 'foreign key%'
    """
  /// The partitioned table's key is made in one step, and what Oracle never validated is not validated here.
  private static let wholeSteps = """
    foreign key validation:c.c_p, foreign key validation:p.p_self, foreign key:c.c_boss, foreign key:c.c_p, \
    foreign key:h.h_p, foreign key:p.p_self
    """

  @Test func killedBetweenMakingAndValidating() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    var between = 0
    // The first places are those of other tests.
    var step = 30
    while true {
      step += 1
      let schema = "step\(step)"
      let workspace = try TestWorkspace(
        oraclePort: standIn.port, postgres: cluster.connectionParameters, schema: schema)
      let moment = try await ServerProcesses.now(session)
      let first = try await OraferryProcess.run(
        ["migrate", "--workers", "1", "--workspace", workspace.folder.path],
        environment: ["ORAFERRY_FAILPOINT": String(step)])
      try await ServerProcesses.waitForEnd(since: moment, session)
      let there = try await session.execute(Self.made, [schema]).firstValue ?? ""
      if first.status == 9, there.contains("c_p not valid") || there.contains("p_self not valid") { between += 1 }
      if first.status == 9 {
        let second = try await workspace.run("migrate", ["--workers", "2"])
        #expect(second.status == 0, "step \(step): \(second.output)\(second.errors)")
      }
      #expect(try await session.execute(Self.made, [schema]).firstValue == Self.whole, "step \(step)")
      #expect(try await session.execute(Self.steps, [schema]).firstValue == Self.wholeSteps, "step \(step)")
      guard first.status == 9 else {
        #expect(first.status == 0, "step \(step): \(first.output)\(first.errors)")
        // A table that is reset takes the steps of its keys along, and gets them back.
        #expect(try await workspace.run("reset", ["--table", "C"]).status == 0)
        #expect(try await session.execute(Self.steps, [schema]).firstValue?.contains("c.c_p") == false)
        #expect(try await workspace.run("migrate").status == 0)
        #expect(try await session.execute(Self.made, [schema]).firstValue == Self.whole)
        #expect(try await session.execute(Self.steps, [schema]).firstValue == Self.wholeSteps)
        break
      }
    }
    #expect(between >= 4, "\(between) kills between making and validating, of \(step - 30)")
    await session.close()
    standIn.kill()
    await cluster.stop()
  }

  /// A row that others refer to is missing: an error of the run, unless it was rejected.
  @Test func rowsThatRefersToRejectedOnes() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    #expect(try await workspace.run("migrate").status == 0)
    _ = try await session.execute(
      """
      DELETE FROM oraferry.steps WHERE step_id = 'foreign key validation:c.c_p';
      ALTER TABLE sales.c DROP CONSTRAINT c_p;
      ALTER TABLE sales.c ADD CONSTRAINT c_p FOREIGN KEY (p_id) REFERENCES sales.p ON DELETE CASCADE NOT VALID;
      SET session_replication_role = replica;
      DELETE FROM sales.p WHERE id = 50
      """)
    let refused = try await workspace.run("migrate")
    #expect(refused.status == 1, "\(refused.output)\(refused.errors)")
    #expect(refused.errors.contains("c_p of c could not be made"), "\(refused.errors)")

    _ = try await session.execute(
      "UPDATE oraferry.tables SET rows_loaded = rows_loaded - 1, rows_rejected = 1 WHERE table_name = 'p'")
    for _ in 0..<2 {
      let outcome = try await workspace.run("migrate")
      #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
      #expect(outcome.output.contains("foreign key c_p of c: it stays NOT VALID"), "\(outcome.output)")
      let there = try await session.execute(Self.made, ["sales"]).firstValue
      #expect(there == "c_boss not valid, c_p not valid, h_p, p_self")
    }
    // The row is brought in: the next start validates what it lacked.
    _ = try await session.execute("INSERT INTO sales.p VALUES (50, 49)")
    let mended = try await workspace.run("migrate")
    #expect(mended.status == 0, "\(mended.output)\(mended.errors)")
    #expect(try await session.execute(Self.made, ["sales"]).firstValue == Self.whole)
    #expect(try await session.execute(Self.steps, ["sales"]).firstValue == Self.wholeSteps)
    await session.close()
    standIn.kill()
    await cluster.stop()
  }

  /// The row that is rejected lies in an index-organised table, cut by its keys: it is found again by its logical address.
  @Test func aRejectedRowIsMendedAndTheKeyValidated() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(
      script: """
        CREATE TABLE groups (id NUMBER(9), name VARCHAR2(40), CONSTRAINT groups_pk PRIMARY KEY (id)) ORGANIZATION INDEX;
        CREATE TABLE members (id NUMBER(9) PRIMARY KEY, group_id NUMBER(9) CONSTRAINT m_g REFERENCES groups);
        INSERT INTO groups SELECT LEVEL, 'group ' || LEVEL FROM dual CONNECT BY LEVEL <= 40;
        UPDATE groups SET name = 'a' || CHR(0) || 'b' WHERE id = 7;
        INSERT INTO members SELECT LEVEL, LEVEL FROM dual CONNECT BY LEVEL <= 40;
        COMMIT;
        """)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let outcome = try await workspace.run("migrate", ["--chunk-rows", "10", "--workers", "2"])
    #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("foreign key m_g of members: it stays NOT VALID"), "\(outcome.output)")
    #expect(try await session.execute(Self.made, ["sales"]).firstValue == "m_g not valid")
    let kept = try await session.execute(
      "SELECT count(*), min(low_key::text) FROM oraferry.chunks WHERE table_name = 'groups' AND key_columns IS NOT NULL"
    )
    #expect(kept.rows.first?.first.flatMap { $0 }.flatMap { Int($0) }.map { $0 > 2 } == true)

    let oracle = try await standIn.connect()
    _ = try await oracle.execute("UPDATE groups SET name = 'mended' WHERE id = 7")
    _ = try await oracle.execute("COMMIT")
    await oracle.close()
    let retry = try await OraferryProcess.run(["rejects", "retry", "--workspace", workspace.folder.path])
    #expect(retry.status == 0 && retry.output.contains("loaded as they are now"), "\(retry.output)\(retry.errors)")
    let after = try await workspace.run("migrate")
    #expect(after.status == 0, "\(after.output)\(after.errors)")
    #expect(try await session.execute(Self.made, ["sales"]).firstValue == "m_g")
    #expect(try await workspace.run("verify").status == 0)
    await session.close()
    standIn.kill()
    await cluster.stop()
  }
}
