import Foundation
import PostgresClient
import PostgresCluster
import Testing

/// `schema apply`: what `schema convert` wrote, on PostgreSQL.
@Suite(.serialized)
struct SchemaApplyTests {
  private static let script = """
    CREATE TABLE teams (id NUMBER(9) CONSTRAINT teams_pk PRIMARY KEY, name VARCHAR2(20 CHAR));
    CREATE TABLE players (
      id NUMBER(9) CONSTRAINT players_pk PRIMARY KEY, team NUMBER(9) CONSTRAINT players_fk REFERENCES teams);
    CREATE VIEW squad AS SELECT t.name, COUNT(p.id) n FROM teams t, players p WHERE t.id = p.team (+) GROUP BY t.name;
    """

  private struct Place {
    let folder: URL
    let cluster: PostgresCluster
    let session: PostgresSession

    init() async throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let script = folder.appending(path: "league.sql")
      try Data(SchemaApplyTests.script.utf8).write(to: script)
      cluster = try await PostgresCluster.start(.fast)
      session = try await PostgresSession.connect(cluster.connectionParameters)
      let converted = try await OraferryProcess.run([
        "schema", "convert", "--from-script", script.path, "--output", folder.path + "/out", "--split",
      ])
      #expect(converted.status == 0, "\(converted.output)\(converted.errors)")
    }

    var schemaFile: URL { folder.appending(path: "out/schema.sql") }

    /// Runs `schema apply` with PostgreSQL's login in a workspace that has no Oracle.
    func apply(_ arguments: [String] = []) async throws -> OraferryProcess.Outcome {
      let config = folder.appending(path: "config")
      try FileManager.default.createDirectory(at: config, withIntermediateDirectories: true)
      let file = config.appending(path: "config.ini")
      let lines = cluster.connectionParameters.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
      try Data(("[postgres]\n" + lines.joined(separator: "\n") + "\n").utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
      return try await OraferryProcess.run(
        ["schema", "apply", folder.path + "/out", "--workspace", folder.path] + arguments)
    }

    func tables() async throws -> [String] {
      try await session.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v') ORDER BY 1"
      ).rows.compactMap { $0[0] }
    }

    func close() async {
      await session.close()
      await cluster.stop()
      try? FileManager.default.removeItem(at: folder)
    }
  }

  @Test func rowsComeBetweenTablesAndKeys() async throws {
    let place = try await Place()
    let first = try await place.apply(["--only", "sequences", "--only", "tables"])
    #expect(first.status == 0, "\(first.output)\(first.errors)")
    #expect(first.output == "tables         2 statements\n")
    _ = try await place.session.execute("INSERT INTO teams VALUES (1, 'Rapid'), (2, 'Austria')")
    _ = try await place.session.execute("INSERT INTO players VALUES (7, 1), (8, 1)")
    let second = try await place.apply(["--skip", "tables"])
    #expect(second.status == 0, "\(second.output)\(second.errors)")
    let squad = try await place.session.execute("SELECT name || n FROM squad ORDER BY 1")
    #expect(squad.rows.map { $0[0] } == ["Austria0", "Rapid2"])
    await #expect(throws: PostgresError.self) {
      _ = try await place.session.execute("INSERT INTO players VALUES (9, 3)")
    }
    let parts = try FileManager.default.contentsOfDirectory(atPath: place.folder.path + "/out/split").sorted()
    #expect(parts == ["01-tables.sql", "02-keys.sql", "03-foreign-keys.sql", "04-views.sql"])
    await place.close()
  }

  /// libpq's service file and the environment alone lead to PostgreSQL: there is no config.ini.
  @Test func aServiceFileLeadsToTheServer() async throws {
    let place = try await Place()
    let parameters = place.cluster.tcpConnectionParameters
    let names = ["host", "port", "dbname", "user", "password"]
    let lines = ["[league]"] + names.compactMap { name in parameters[name].map { "\(name)=\($0)" } }
    let services = place.folder.appending(path: "services")
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: services)
    let outcome = try await OraferryProcess.run(
      ["schema", "apply", place.folder.path + "/out", "--workspace", place.folder.path],
      environment: ["PGSERVICEFILE": services.path, "PGSERVICE": "league"])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(try await place.tables() == ["players", "squad", "teams"])
    await place.close()
  }

  @Test func aPhaseWithErrorsIsUndone() async throws {
    let place = try await Place()
    _ = try await place.session.execute("CREATE VIEW teams AS SELECT 1 AS id")
    let outcome = try await place.apply()
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("schema.sql:12: relation \"teams\" already exists"), "\(outcome.errors)")
    #expect(outcome.errors.contains("league.sql:1: CREATE TABLE teams"), "\(outcome.errors)")
    #expect(outcome.errors.contains("not begun: keys, foreign keys, views"), "\(outcome.errors)")
    #expect(try await place.tables() == ["teams"])
    let again = try await place.apply(["--on-error", "continue", "--json"])
    #expect(again.status == 2)
    let report = try JSONSerialization.jsonObject(with: Data(again.output.utf8)) as? [String: Any]
    #expect((report?["refusals"] as? [[String: Any]])?.first?["sql_state"] as? String == "42P07")
    #expect(try await place.tables().contains("players"))
    await place.close()
  }

  @Test func aFileThatItsUserChanged() async throws {
    let place = try await Place()
    var text = try String(contentsOf: place.schemaFile, encoding: .utf8)
    text +=
      "\n-- phase: mine\nCREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$\nBEGIN\n  RETURN 1;\nEND\n$$;\nSELECT\n  nothing;\n"
    try Data(text.utf8).write(to: place.schemaFile)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex(of: "  nothing;") ?? 0
    let outcome = try await place.apply(["--on-error", "continue"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("schema.sql:\(line + 1): column \"nothing\" does not exist"), "\(outcome.errors)")
    #expect(outcome.output.contains("mine           1 statement, 1 refused"))
    #expect(try await place.session.execute("SELECT one()").firstValue == "1")
    let wrong = try await place.apply(["--only", "tabels"])
    #expect(wrong.status == 1 && wrong.errors.contains("there is no phase tabels"))
    await place.close()
  }
}
