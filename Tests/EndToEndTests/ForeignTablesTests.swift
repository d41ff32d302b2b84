import Foundation
import PostgresClient
import PostgresCluster
import Testing

/// Loads into tables that `schema apply` has made, and after an ora2pg.conf was imported.
@Suite(.serialized)
struct ForeignTablesTests {
  private static let types = """
    CREATE TYPE place AS OBJECT (street VARCHAR2(40), number_ NUMBER(5));
    /
    CREATE TABLE kinds (
      id NUMBER(9) PRIMARY KEY, a NUMBER, b NUMBER(20,4), c FLOAT(20), d BINARY_FLOAT, e NVARCHAR2(10), f CHAR(4),
      g TIMESTAMP(3) WITH TIME ZONE, h INTERVAL YEAR TO MONTH, i INTERVAL DAY TO SECOND(2), j RAW(20), k DATE,
      l NCLOB, m place, n NUMBER(9) GENERATED ALWAYS AS (id * 2) VIRTUAL);
    """
  private static let rows = """
    INSERT INTO kinds (id, a, b, c, d, e, f, g, h, i, j, k, l, m) VALUES (1, 1E-20, 12.5, 0.5, 1.5, 'Zoë', 'ab',
      TIMESTAMP '2024-02-29 12:00:00.123 +02:00', INTERVAL '3-4' YEAR TO MONTH, INTERVAL '1 02:03:04.05' DAY TO SECOND,
      HEXTORAW('00FF'), DATE '1999-12-31', 'ÅÄÖ', place('Ring', 7));
    INSERT INTO kinds (id) VALUES (2);
    COMMIT;

    """

  @Test func tablesThatSchemaApplyHasMade() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = folder.appending(path: "shop.sql")
    try Data((SmallSales.ddl + "\n" + Self.types).utf8).write(to: script)
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script() + Self.types + "\n" + Self.rows)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let converted = try await OraferryProcess.run([
      "schema", "convert", "--from-script", script.path, "--output", folder.path + "/out",
    ])
    #expect([0, 2].contains(converted.status), "\(converted.output)\(converted.errors)")
    let file = folder.appending(path: "out/schema.sql")
    // A script has no owner: what it makes goes into public.
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("\"public\"", with: "\"sales\"").utf8).write(to: file)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    _ = try await session.execute("CREATE SCHEMA sales")
    let applied = try await OraferryProcess.run([
      "schema", "apply", folder.path + "/out", "--workspace", workspace.folder.path,
    ])
    #expect(applied.status == 0, "\(applied.output)\(applied.errors)\(text)")

    let loaded = try await workspace.run("migrate", ["--data-only"])
    #expect(loaded.status == 0, "\(loaded.output)\(loaded.errors)")
    let verified = try await workspace.run("verify")
    #expect(verified.status == 0 && verified.output.contains("equal: 3 tables"), "\(verified.output)\(verified.errors)")
    #expect(
      try await session.execute("SELECT (m).street || ' ' || (m).number_ || ' ' || n FROM sales.kinds WHERE id = 1")
        .firstValue == "Ring 7 2")
    // The identity goes on behind the rows, the sequence where Oracle's does.
    #expect(
      try await session.execute("SELECT nextval('sales.order_seq')").firstValue == "5000")
    let next = try await session.execute("INSERT INTO sales.customers (name) VALUES ('new') RETURNING customer_id > 1")
    #expect(next.firstValue == "t")
    await session.close()
    standIn.kill()
    await cluster.stop()
  }

  @Test func anImportedConfigurationLoads() async throws {
    let target = try await ExistingTarget.start()
    let session = try await target.session()
    let folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let postgres = target.parameters()
    try Data("SCHEMA sales\nJOBS 4\n".utf8).write(to: folder.appending(path: "common.conf"))
    let file = folder.appending(path: "ora2pg.conf")
    try Data(
      """
      INCLUDE common.conf
      ORACLE_DSN	dbi:Oracle:host=127.0.0.1;service_name=\(StandInProcess.service);port=\(target.standIn.port)
      ORACLE_USER	\(StandInProcess.user)
      ORACLE_PWD	\(StandInProcess.password)
      PG_DSN	dbi:Pg:dbname=\(postgres["dbname"] ?? "");host=\(postgres["host"] ?? "");port=\(postgres["port"] ?? "")
      PG_USER	\(postgres["user"] ?? "")
      PG_SCHEMA	shop
      REPLACE_TABLES	CUSTOMERS:clients
      REPLACE_COLS	CUSTOMERS(ID:client_id,NAME:full_name) ORDERS(CUSTOMER_ID:client)
      WHERE	ORDERS[id <= 1000]
      EXCLUDE	NOTHING_.*
      DROP_INDEXES	1

      """.utf8
    ).write(to: file)
    let place = folder.appending(path: "work").path
    let made = try await OraferryProcess.run(["init", place, "--from-ora2pg", file.path])
    #expect(made.status == 2, "\(made.output)\(made.errors)")
    #expect(
      made.output.contains("common.conf:2 JOBS") && made.output.contains("ora2pg.conf:12 DROP_INDEXES"),
      "\(made.output)")
    #expect(!made.output.contains(StandInProcess.password) && !made.errors.contains(StandInProcess.password))
    let again = try await OraferryProcess.run(["init", place, "--from-ora2pg", file.path])
    #expect(again.status == 1 && again.errors.contains("not overwritten"), "\(again.errors)")

    let loaded = try await OraferryProcess.run(["migrate", "--workspace", place, "--data-only"])
    #expect(loaded.status == 0, "\(loaded.output)\(loaded.errors)")
    #expect(try await session.execute("SELECT count(*) FROM shop.\"Orders\"").firstValue == "1000")
    let verified = try await OraferryProcess.run(["verify", "--workspace", place])
    #expect(verified.status == 0 && verified.output.contains("equal: 3 tables, 1,600 rows"), "\(verified.output)")
    await session.close()
    await target.stop()
  }
}
