import ChildProcess
import Foundation
import PostgresClient
import PostgresCluster
import Testing

/// A script that is converted, and the database that ran the script and is migrated, give the same PostgreSQL schema.
@Suite(.serialized)
struct SameSchemaTests {
  private static let script =
    SmallSales.ddl + """

      CREATE TABLE audit_log (id NUMBER(9) NOT NULL, what VARCHAR2(100 CHAR), at TIMESTAMP(6) DEFAULT SYSTIMESTAMP);
      CREATE SEQUENCE audit_seq;
      CREATE OR REPLACE TRIGGER audit_key BEFORE INSERT ON audit_log FOR EACH ROW
      BEGIN
        IF :new.id IS NULL THEN
          :new.id := audit_seq.NEXTVAL;
        END IF;
      END;
      /
      CREATE OR REPLACE VIEW open_orders (id, customer, days) AS
        SELECT o.order_id, c.name, TRUNC(o.order_date) - DATE '2024-01-01'
        FROM orders o, customers c WHERE c.customer_id (+) = o.customer_id AND o.status <> 'sent';
      CREATE OR REPLACE FUNCTION label_of(what IN VARCHAR2) RETURN VARCHAR2 IS
      BEGIN
        RETURN UPPER(TRIM(what));
      END;
      /
      CREATE OR REPLACE TRIGGER audit_text BEFORE INSERT OR UPDATE OF what ON audit_log FOR EACH ROW
      WHEN (new.what IS NOT NULL)
      BEGIN
        :new.what := label_of(:new.what);
        IF UPDATING THEN
          :new.at := SYSTIMESTAMP;
        END IF;
      END;
      /
      COMMENT ON TABLE open_orders IS 'what is under way';
      COMMENT ON COLUMN open_orders.days IS 'since New Year';
      CREATE VIEW busiest AS SELECT customer, COUNT(*) AS n FROM open_orders GROUP BY customer ORDER BY 2 DESC
        WITH READ ONLY;

      """ + partitions + stored + rights

  private static let partitions = """
    CREATE TABLE readings (
      sensor VARCHAR2(10), at DATE NOT NULL, id NUMBER(9) NOT NULL, amount NUMBER(8,2),
      CONSTRAINT pk_readings PRIMARY KEY (id, at, sensor))
    PARTITION BY RANGE (at)
    SUBPARTITION BY LIST (sensor) SUBPARTITION TEMPLATE (
      SUBPARTITION inside VALUES ('hall', 'it''s'), SUBPARTITION other VALUES (DEFAULT))
    (PARTITION y2023 VALUES LESS THAN (DATE '2024-01-01'),
     PARTITION y2024 VALUES LESS THAN (TO_DATE('2025-01-01 06:30', 'YYYY-MM-DD HH24:MI'))
       (SUBPARTITION y24 VALUES (DEFAULT)),
     PARTITION rest VALUES LESS THAN (MAXVALUE));
    COMMENT ON TABLE readings IS 'by year and place';
    CREATE INDEX readings_amount ON readings (amount) LOCAL;
    CREATE TABLE shares (id NUMBER(9), part NUMBER(9)) PARTITION BY HASH (id) PARTITIONS 3;
    CREATE TABLE places (code CHAR(3), n NUMBER(5)) PARTITION BY LIST (code)
    (PARTITION near VALUES ('AT', 'DE'), PARTITION far VALUES (NULL, 'JP'));
    CREATE TABLE growing (at TIMESTAMP(6), n NUMBER(5)) PARTITION BY RANGE (at)
    INTERVAL (NUMTODSINTERVAL(1, 'DAY')) (PARTITION p0 VALUES LESS THAN (TIMESTAMP '2024-02-29 12:00:00.5'));
    INSERT INTO readings VALUES ('hall', DATE '2023-05-01', 1, 1.5);
    INSERT INTO readings VALUES ('roof', DATE '2023-12-31', 2, 2.5);
    INSERT INTO readings VALUES ('hall', DATE '2025-01-01', 3, NULL);
    INSERT INTO readings VALUES ('it''s', DATE '2031-01-01', 4, 4);
    INSERT INTO shares SELECT LEVEL, LEVEL * 2 FROM dual CONNECT BY LEVEL <= 50;
    INSERT INTO places VALUES ('AT', 1);
    INSERT INTO places VALUES (NULL, 2);
    INSERT INTO growing VALUES (TIMESTAMP '2024-02-29 11:00:00', 1);
    INSERT INTO growing VALUES (TIMESTAMP '2024-03-05 11:00:00', 2);

    """

  private static let stored = """
    CREATE OR REPLACE TYPE spot AS OBJECT (x NUMBER(5), y NUMBER(5,2), named VARCHAR2(12));
    /
    CREATE TYPE path AS VARRAY(10) OF spot;
    /
    CREATE TYPE words AS TABLE OF VARCHAR2(20);
    /
    CREATE TYPE journey AS OBJECT (taken path, said words, began TIMESTAMP(3));
    /
    CREATE TABLE marks (id NUMBER(9), place spot);
    CREATE TABLE spots OF spot (named PRIMARY KEY, CHECK (x > 0));
    INSERT INTO marks VALUES (1, spot(1, 2.25, 'first'));
    INSERT INTO marks VALUES (2, NULL);
    INSERT INTO spots VALUES (7, 1.5, 'seventh');
    CREATE MATERIALIZED VIEW by_sensor BUILD IMMEDIATE REFRESH FORCE ON DEMAND AS
      SELECT sensor, COUNT(*) AS n, SUM(amount) AS total FROM readings GROUP BY sensor;
    CREATE UNIQUE INDEX by_sensor_key ON by_sensor (sensor);
    COMMENT ON MATERIALIZED VIEW by_sensor IS 'sums of readings';
    COMMENT ON COLUMN by_sensor.n IS 'how many';
    CREATE MATERIALIZED VIEW later (k, v) BUILD DEFERRED REFRESH COMPLETE START WITH SYSDATE NEXT SYSDATE + 1 AS
      SELECT id, part FROM shares;
    CREATE VIEW noisy AS SELECT sensor FROM by_sensor WHERE n > 1;
    CREATE MATERIALIZED VIEW noisy_count AS SELECT COUNT(*) AS n FROM noisy;

    """

  private static let rights = """
    CREATE ROLE clerk;
    CREATE ROLE auditor;
    GRANT SELECT, INSERT, UPDATE (status, order_date) ON orders TO clerk;
    GRANT SELECT ON readings TO clerk WITH GRANT OPTION;
    GRANT SELECT ON audit_seq TO clerk;
    GRANT ALL ON places TO auditor;
    GRANT SELECT ON by_sensor TO auditor;
    GRANT SELECT ON busiest TO PUBLIC;
    GRANT clerk TO auditor;
    COMMIT;

    """

  /// What pg_dump says of a schema, without its remarks.
  private func dump(_ cluster: PostgresCluster, database: String) async throws -> [String] {
    let process = try ChildProcess(
      [
        try PostgresInstallation.find().binaries.appending(path: "pg_dump").path, "--schema-only", "--schema=sales",
        "--host", cluster.socketDirectory, "--port", String(cluster.port), "--username", cluster.user, database,
      ], environment: ["PGPASSWORD": cluster.password], output: .pipe)
    let text = await OraferryProcess.text(of: process.output)
    #expect(await process.exit() == .exited(0))
    return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("--") && !$0.hasPrefix("\\") }
  }

  /// The rows lie in the partitions, and the materialised views have theirs.
  private func expectRows(_ cluster: PostgresCluster) async throws {
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    func rows(_ sql: String) async throws -> [String] {
      try await session.execute(sql).rows.map { $0.map { $0 ?? "NULL" }.joined(separator: " ") }
    }
    #expect(
      try await rows("SELECT tableoid::regclass, id FROM sales.readings ORDER BY id") == [
        "sales.readings_y2023_inside 1", "sales.readings_y2023_other 2", "sales.readings_y24 3",
        "sales.readings_rest_inside 4",
      ])
    #expect(
      try await rows("SELECT tableoid::regclass, n FROM sales.growing ORDER BY n")
        == ["sales.growing_p0 1", "sales.growing_default 2"])
    #expect(try await rows("SELECT count(*), count(DISTINCT tableoid) FROM sales.shares") == ["50 3"])
    #expect(
      try await rows("SELECT tableoid::regclass, n FROM sales.places WHERE code IS NULL") == ["sales.places_far 2"])
    #expect(
      try await rows("SELECT * FROM sales.by_sensor ORDER BY 1") == ["hall 2 1.50", "it's 1 4.00", "roof 1 2.50"])
    #expect(try await rows("SELECT * FROM sales.noisy_count") == ["1"])
    #expect(
      try await rows("SELECT relispopulated FROM pg_class WHERE oid = 'sales.later'::regclass") == ["f"])
    #expect(try await rows("SELECT id, (place).named FROM sales.marks ORDER BY id") == ["1 first", "2 NULL"])
    #expect(try await rows("SELECT x, y, named FROM sales.spots") == ["7 1.50 seventh"])
    await session.close()
  }

  /// Roles belong to the server: without being asked, a migration makes none.
  @Test func withoutBeingAskedNoRoleIsMade() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let migrated = try await workspace.run("migrate")
    #expect([0, 2].contains(migrated.status), "\(migrated.output)\(migrated.errors)")
    #expect(migrated.output.contains("rights on") || migrated.errors.contains("rights on"), "\(migrated.output)")
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    let roles = try await session.execute("SELECT count(*) FROM pg_roles WHERE rolname IN ('clerk', 'auditor')").rows
    #expect(roles == [["0"]])
    await session.close()
    standIn.kill()
    await cluster.stop()
  }

  /// Who may not make roles gets the rows all the same, and each right that was not granted is named.
  @Test func rightsOfRolesThatCannotBeMadeAreNamed() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let admin = try await PostgresSession.connect(cluster.connectionParameters)
    _ = try await admin.execute("CREATE ROLE modest LOGIN PASSWORD 'pw'")
    _ = try await admin.execute("GRANT CREATE ON DATABASE \(cluster.dbname) TO modest")
    let standIn = try await StandInProcess.start(script: Self.script)
    let parameters = cluster.connectionParameters.merging(["user": "modest", "password": "pw"]) { $1 }
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: parameters)
    let migrated = try await workspace.run("migrate", ["--grants"])
    #expect([0, 2].contains(migrated.status), "\(migrated.output)\(migrated.errors)")
    #expect(migrated.output.contains("role \"clerk\" does not exist"), "\(migrated.output)\(migrated.errors)")
    let rows = try await admin.execute(
      "SELECT has_table_privilege('public', 'sales.busiest', 'SELECT'), (SELECT count(*) FROM sales.readings)"
    ).rows
    #expect(rows == [["t", "4"]])
    await admin.close()
    standIn.kill()
    await cluster.stop()
  }

  @Test func scriptAndDictionaryAgree() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let migrated = try await workspace.run("migrate", ["--grants"])
    #expect([0, 2].contains(migrated.status), "\(migrated.output)\(migrated.errors)")
    #expect(try await workspace.run("verify").status == 0)

    let folder = workspace.folder
    let script = folder.appending(path: "schema.sql")
    try Data(Self.script.utf8).write(to: script)
    let outcome = try await OraferryProcess.run([
      "schema", "convert", "--from-script", script.path, "--owner", "sales", "--output", folder.path + "/out",
    ])
    #expect([0, 2].contains(outcome.status), "\(outcome.output)\(outcome.errors)")
    let parameters = try await cluster.createDatabase("converted")
    let session = try await PostgresSession.connect(parameters)
    let sql = try String(contentsOf: folder.appending(path: "out/schema.sql"), encoding: .utf8)
    _ = try await session.execute(sql)
    await session.close()

    let (live, converted) = (
      try await dump(cluster, database: cluster.dbname), try await dump(cluster, database: "converted")
    )
    #expect(converted.count > 100)
    #expect(live.contains { $0.contains("CREATE TRIGGER audit_text") })
    for line in [
      "CREATE MATERIALIZED VIEW sales.by_sensor AS", "CREATE TYPE sales.journey AS (", "CREATE TABLE sales.spots (",
      "GRANT SELECT ON TABLE sales.by_sensor TO auditor;", "GRANT UPDATE(status) ON TABLE sales.orders TO clerk;",
      "CREATE TABLE sales.readings_y24 (", "CREATE TABLE sales.shares_p3 (",
    ] {
      #expect(live.contains(line), "\(line)")
    }
    #expect(live == converted, "\(converted.difference(from: live))")
    try await expectRows(cluster)
    standIn.kill()
    await cluster.stop()
  }
}
