import Foundation
import PostgresClient
import PostgresCluster
import Testing

/// `schema convert` from scripts to a schema that PostgreSQL takes.
@Suite(.serialized)
struct SchemaConvertTests {
  private struct Finding: Decodable {
    var object_type: String
    var name: String
    var severity: String
    var line: Int?
  }

  private static let script = """
    PROMPT a script as SQL*Plus runs it
    CREATE TABLE customers (
      id NUMBER(10) PRIMARY KEY, name VARCHAR2(40 CHAR) NOT NULL, born DATE, balance NUMBER(10,2) DEFAULT 0,
      CONSTRAINT customers_ck CHECK (balance >= 0)) TABLESPACE users;
    CREATE TABLE orders (
      id NUMBER(10), customer NUMBER(10) REFERENCES customers ON DELETE CASCADE, placed DATE DEFAULT SYSDATE NOT NULL);
    ALTER TABLE orders ADD CONSTRAINT orders_pk PRIMARY KEY (id);
    CREATE INDEX orders_ix ON orders (customer, placed DESC);
    CREATE SEQUENCE order_seq START WITH 100;
    CREATE OR REPLACE TRIGGER order_tr BEFORE INSERT ON orders FOR EACH ROW
    BEGIN
      SELECT order_seq.NEXTVAL INTO :new.id FROM dual;
    END;
    /
    CREATE VIEW totals AS
      SELECT c.name, COUNT(o.id) n FROM customers c, orders o WHERE c.id = o.customer (+) GROUP BY c.name;
    COMMENT ON COLUMN customers.name IS 'who';
    CREATE OR REPLACE PROCEDURE p IS BEGIN NULL; END;
    /
    CREATE TABLE broken (a NUMBER,,);
    """

  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// The user's choices, from the command line and from a workspace, and why a column got its type.
  @Test func choicesAreTakenAndExplained() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = folder.appending(path: "s.sql")
    let text = """
      CREATE TABLE items (id NUMBER(10) PRIMARY KEY, is_new NUMBER(1) DEFAULT 1 CHECK (is_new IN (0, 1)), code RAW(16));
      CREATE TABLE log_a (item NUMBER REFERENCES items);
      CREATE VIEW fresh AS SELECT id FROM items WHERE is_new = 1;
      """
    try Data(text.utf8).write(to: script)
    try FileManager.default.createDirectory(at: folder.appending(path: "config"), withIntermediateDirectories: true)
    let file = folder.appending(path: "config/config.ini")
    try Data("[conversion]\nraw16 = uuid\n[types]\n*.IS_* = boolean\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    let output = folder.appending(path: "converted").path
    let scripted = ["--from-script", script.path, "--workspace", folder.path]
    let converted = try await OraferryProcess.run(
      ["schema", "convert", "--output", output, "--exclude", "LOG*", "--keep-case"] + scripted)
    #expect(converted.status == 2, "\(converted.output)\(converted.errors)")
    let sql = try String(contentsOfFile: output + "/schema.sql", encoding: .utf8)
    #expect(sql.contains(#""IS_NEW" boolean DEFAULT true"#) && sql.contains(#""CODE" uuid"#), "\(sql)")
    #expect(!sql.contains("LOG_A") && !sql.contains("CHECK") && sql.contains(#"WHERE "ITEMS"."IS_NEW""#), "\(sql)")

    let explained = try await OraferryProcess.run(["schema", "explain", "items.is_new"] + scripted)
    #expect(explained.status == 0, "\(explained.output)\(explained.errors)")
    #expect(explained.output.contains("`*.IS_*=boolean` (\(file.path):4): boolean"), "\(explained.output)")
    let json = try await OraferryProcess.run(["schema", "explain", "LOG_A.ITEM", "--json"] + scripted)
    #expect(json.output.contains(#""postgresType" : "numeric""#), "\(json.output)\(json.errors)")

    for (arguments, message) in [
      (["schema", "explain", "ITEMS.IS_NEU"] + scripted, "ITEMS.IS_NEW"),
      (["schema", "convert", "--output", output, "--types", "NUMBER(1)=uuid"] + scripted, "possible are boolean"),
      (["schema", "convert", "--output", output, "--types", "ITEMS.CODE=text"] + scripted, "possible are bytea, uuid"),
    ] {
      let refused = try await OraferryProcess.run(arguments)
      #expect(refused.status != 0 && refused.errors.contains(message), "\(refused.output)\(refused.errors)")
    }
  }

  @Test func aScriptBecomesASchemaAndFindings() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = folder.appending(path: "schema with a blank.sql")
    try Data(Self.script.utf8).write(to: script)
    let output = folder.appending(path: "converted").path
    let outcome = try await OraferryProcess.run([
      "schema", "convert", "--from-script", script.path, "--output", output,
    ])
    #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("not converted: procedure P"), "\(outcome.output)")

    let records = try JSONDecoder().decode(
      [Finding].self, from: Data(contentsOf: URL(filePath: output + "/findings.json")))
    let named = records.filter { $0.severity != "info" }.map { "\($0.object_type) \($0.name) \($0.severity)" }
    for expected in [
      "table BROKEN not_converted", "procedure P not_converted", "trigger ORDER_TR lossy",
      "default of ORDERS.PLACED lossy",
    ] { #expect(named.contains(expected), "\(named)") }
    #expect(records.first { $0.name == "BROKEN" }?.line == 20)

    let cluster = try await PostgresCluster.start(.fast)
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    let sql = try String(contentsOf: URL(filePath: output + "/schema.sql"), encoding: .utf8)
    for statement in sql.split(separator: ";\n") { _ = try await session.execute(String(statement)) }
    _ = try await session.execute("INSERT INTO customers (id, name) VALUES (1, 'Zoë'), (2, 'Al')")
    let made = try await session.execute("INSERT INTO orders (customer) VALUES (1) RETURNING id")
    #expect(made.rows.map { $0[0] } == ["100"])
    let totals = try await session.execute("SELECT name, n FROM totals ORDER BY name DESC")
    #expect(totals.rows.map { $0.map { $0 ?? "-" } } == [["Zoë", "1"], ["Al", "0"]])
    await #expect(throws: PostgresError.self) {
      _ = try await session.execute("INSERT INTO customers (id, name, balance) VALUES (3, 'x', -1)")
    }
    await session.close()
    await cluster.stop()
  }

  @Test func nothingIsLostInABadScript() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = folder.appending(path: "bad.sql")
    var bytes = Array("CREATE TABLE a (x NUMBER);\nCREATE TABLE b (x VARCHAR2(10) DEFAULT 'open);\n".utf8)
    bytes += (0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }
    try Data(bytes).write(to: script)
    let output = folder.appending(path: "out").path
    let outcome = try await OraferryProcess.run(["schema", "convert", "--from-script", script.path, "--output", output])
    #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
    #expect(try String(contentsOf: URL(filePath: output + "/schema.sql"), encoding: .utf8).contains("\"a\""))
    #expect(outcome.output.contains("table B"), "\(outcome.output)")
  }

  @Test func whatCannotBeReadIsSaid() async throws {
    let missing = try await OraferryProcess.run([
      "schema", "convert", "--from-script", "/nowhere/x.sql", "--output", "/tmp/none",
    ])
    #expect(missing.status == 1 && missing.errors.contains("/nowhere/x.sql"), "\(missing.errors)")
    let nothing = try await OraferryProcess.run(["schema", "convert", "--output", "/tmp/none"])
    #expect(nothing.status == 64 && nothing.errors.contains("--from-script"), "\(nothing.errors)")
  }
}
