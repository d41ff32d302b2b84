import Foundation
import PostgresClient
import PostgresCluster
import Testing

/// The commands of a workspace, as a user types them.
@Suite(.serialized)
struct WorkspaceCommandsTests {
  private func contents(_ workspace: TestWorkspace, _ path: String) throws -> String {
    try String(contentsOf: workspace.folder.appending(path: path), encoding: .utf8)
  }

  private func logs(_ workspace: TestWorkspace) throws -> [String: String] {
    let folder = workspace.folder.appending(path: "output/logs")
    var logs: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".log") {
      logs[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    return logs
  }

  @Test func runDoesEverythingAndBothSidesGiveTheSameFiles() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(arguments: ["--sample-schema", "0.02"])
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let made = try await OraferryProcess.run(["init", workspace.folder.path])
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.contains("kept  \(workspace.folder.path)/config/config.ini"))

    let outcome = try await workspace.run("run")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    for step in ["check", "migrate", "verify", "stats", "join"] {
      #expect(outcome.output.contains("ok      \(step)"), "\(outcome.output)")
    }
    let join = try contents(workspace, "output/csv/oracle_join.csv")
    #expect(join.hasPrefix("customer_id,customer_name,city,country_id,order_id,order_date,"))
    #expect(join.split(separator: "\r\n").count > 1)
    #expect(try contents(workspace, "output/csv/postgres_join.csv") == join)
    for side in ["oracle", "postgres"] {
      let lines = try contents(workspace, "output/csv/\(side)_stat.csv").split(separator: "\r\n")
      #expect(lines.count == 14 && lines[0].hasPrefix("table,rows,columns,") && lines[13].hasPrefix("total,"))
    }
    let logs = try logs(workspace)
    #expect(logs.count == 1)
    for (name, text) in logs {
      #expect(name.hasSuffix("-run.log"))
      #expect(text.contains("equal: 12 tables") && text.contains("ended status=0"))
      #expect(!text.contains(StandInProcess.password))
    }
    standIn.kill()
    await cluster.stop()
  }

  @Test func aSchemaWithoutTheSalesTablesRunsToo() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script())
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    #expect(try await OraferryProcess.run(["init", workspace.folder.path]).status == 0)
    let outcome = try await workspace.run("run")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("left out: sqls/big_sql_join.sql"))
    // A script of the user's own takes its place; its faults are faults.
    let script = workspace.folder.appending(path: "sqls/big_sql_join.sql")
    try Data("SELECT customer_id, name FROM customers ORDER BY customer_id".utf8).write(to: script)
    let own = try await workspace.run("run")
    #expect(own.status == 0 && own.output.contains("20 rows, the same file from both"), "\(own.output)\(own.errors)")
    try Data("SELECT nothing FROM customers".utf8).write(to: script)
    let faulty = try await workspace.run("run")
    #expect(faulty.status == 1 && faulty.errors.contains("ORA-00904"), "\(faulty.output)\(faulty.errors)")
    standIn.kill()
    await cluster.stop()
  }

  @Test func aQueryTakesBindsAndSavesWhatBothSidesAgreeOn() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script())
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    #expect(try await workspace.run("migrate").status == 0)
    let script = workspace.folder.appending(path: "all.sql")
    try Data("SELECT * FROM customers WHERE customer_id <= :most ORDER BY customer_id;\n".utf8).write(to: script)
    for side in ["oracle", "postgres"] {
      let path = workspace.folder.appending(path: "new/folder/\(side).csv").path
      let outcome = try await workspace.run(
        "query", ["--database", side, script.path, "--bind", "most=7", "--csv", path, "--log-format", "json"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("7 rows"))
    }
    let text = try contents(workspace, "new/folder/oracle.csv")
    #expect(try contents(workspace, "new/folder/postgres.csv") == text)
    #expect(text.contains("2,李雷 2,C2,-74.25,"))

    let shown = try await workspace.run("query", ["--database", "oracle", script.path, "--bind", "most=2"])
    #expect(shown.status == 0 && shown.output.contains("2 rows") && shown.output.contains("李雷 2"))
    let missing = try await workspace.run("query", ["--database", "oracle", script.path])
    #expect(missing.status == 1 && missing.errors.contains(":most"))
    try Data("SELECT nothing FROM customers".utf8).write(to: script)
    let wrong = try await workspace.run("query", ["--database", "oracle", script.path, "--csv", "x.csv"])
    #expect(wrong.status == 1 && wrong.errors.contains("ORA-00904"))
    for (_, log) in try logs(workspace) { #expect(!log.contains("李雷")) }
    standIn.kill()
    await cluster.stop()
  }

  /// What is hard to write down is the same on both sides, as JSON lines and as CSV for spreadsheets.
  @Test func aQueryGivesJSONLinesAndSafeCSV() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(
      script: """
        CREATE TABLE odd (id NUMBER(9) PRIMARY KEY, exact NUMBER, rating BINARY_DOUBLE, said VARCHAR2(60 CHAR),
          token RAW(4), born DATE, at TIMESTAMP(6));
        INSERT INTO odd VALUES (1, -12345678901234567890123456789012345678.5, -0.5, '=1+"a";' || CHR(10) || 'é',
          HEXTORAW('00FF'), TO_DATE('2024-03-17 08:00:00', 'YYYY-MM-DD HH24:MI:SS'),
          TO_TIMESTAMP('2024-03-17 09:30:00.120000', 'YYYY-MM-DD HH24:MI:SS.FF6'));
        INSERT INTO odd VALUES (2, NULL, BINARY_DOUBLE_NAN, '-5', NULL, NULL, NULL);
        COMMIT;

        """)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    #expect(try await workspace.run("migrate").status == 0)
    let script = workspace.folder.appending(path: "odd.sql")
    try Data("SELECT * FROM odd ORDER BY id".utf8).write(to: script)
    let json = #"""
      {"id":1,"exact":-12345678901234567890123456789012345678.5,"rating":-0.5,"said":"=1+\"a\";\né","token":"00ff","born":"2024-03-17T08:00:00","at":"2024-03-17T09:30:00.12"}
      {"id":2,"exact":null,"rating":"NaN","said":"-5","token":null,"born":null,"at":null}

      """#
    let csv =
      "id,exact,rating,said,token,born,at\r\n1,-12345678901234567890123456789012345678.5,-0.5,"
      + "\"'=1+\"\"a\"\";\né\",00ff,2024-03-17 08:00:00,2024-03-17 09:30:00.12\r\n2,,NaN,'-5,,,\r\n"
    for side in ["oracle", "postgres"] {
      let query = ["--database", side, script.path]
      // Standard output has the rows and nothing else.
      let shown = try await workspace.run("query", query + ["--json-lines", "-"])
      #expect(shown.status == 0 && shown.output == json, "\(shown.output)\(shown.errors)")
      #expect(shown.errors.contains("2 rows of \(side)"))
      let path = workspace.folder.appending(path: "saved/\(side).jsonl").path
      let saved = try await workspace.run("query", query + ["--json-lines", path, "--limit", "1"])
      #expect(saved.status == 0 && saved.output.contains("1 rows of \(side) in \(path)"), "\(saved.errors)")
      let first = try #require(json.split(separator: "\n").first)
      #expect(try contents(workspace, "saved/\(side).jsonl") == first + "\n")
      let safe = try await workspace.run("query", query + ["--csv", "-", "--safe-csv"])
      #expect(safe.status == 0 && safe.output == csv, "\(safe.output)\(safe.errors)")
    }
    // A column that comes twice, and arguments that contradict each other.
    try Data("SELECT id, said AS id FROM odd".utf8).write(to: script)
    for side in ["oracle", "postgres"] {
      let path = workspace.folder.appending(path: "twice.jsonl").path
      let twice = try await workspace.run("query", ["--database", side, script.path, "--json-lines", path])
      #expect(twice.status == 1 && twice.errors.contains("two columns have the name id"), "\(twice.errors)")
      #expect(!FileManager.default.fileExists(atPath: path))
    }
    for arguments in [["--safe-csv"], ["--csv", "a", "--json-lines", "b"], ["--json-lines", "x", "--safe-csv"]] {
      let wrong = try await workspace.run("query", ["--database", "oracle", script.path] + arguments)
      #expect(wrong.status == 64, "\(wrong.errors)")
    }
    standIn.kill()
    await cluster.stop()
  }

  @Test func assessReadsTheDictionaryAlone() async throws {
    let standIn = try await StandInProcess.start(
      script: SmallSales.script() + "CREATE PROCEDURE p IS\nBEGIN\n  NULL;\nEND;\n/\n")
    // No PostgreSQL is there.
    let workspace = try TestWorkspace(
      oraclePort: standIn.port, postgres: ["host": "127.0.0.1", "port": "1", "dbname": "x", "user": "x"])
    let folder = workspace.folder.path + "/report"
    let outcome = try await workspace.run("assess", ["--output", folder, "--json"])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    struct Answer: Decodable {
      struct Kind: Decodable {
        var kind: String
        var exact: Int
        var not_converted: Int
      }
      var inventory: [Kind]
      var code_lines: Int
    }
    let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
    #expect(answer.inventory.first { $0.kind == "table" }?.exact == 2)
    #expect(answer.inventory.first { $0.kind == "procedure" }?.not_converted == 1)
    #expect(answer.code_lines == 4)
    let page = try String(contentsOf: URL(filePath: folder + "/assessment.html"), encoding: .utf8)
    #expect(page.contains("procedure P"))
    let script = workspace.folder.appending(path: "ddl")
    try FileManager.default.createDirectory(at: script, withIntermediateDirectories: true)
    try Data("CREATE TABLE t (a NUMBER);".utf8).write(to: script.appending(path: "t.sql"))
    let scripts = try await OraferryProcess.run(["assess", "--from-script", script.path])
    #expect(scripts.status == 0 && scripts.output.contains("tables"), "\(scripts.output)\(scripts.errors)")
    standIn.kill()
  }

  @Test func checkNamesWhatStandsInTheWay() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(
      script: SmallSales.script() + "CREATE PROCEDURE p IS BEGIN NULL; END;\n/\n"
        + "ALTER TABLE orders DISABLE CONSTRAINT ck_status;\n",
      arguments: ["--verifier", "10g"])
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let outcome = try await workspace.run("check")
    #expect(outcome.status == 2, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.components(separatedBy: "10g verifier").count == 2, "\(outcome.output)")
    #expect(outcome.output.contains("1 disabled, 0 enabled but never validated"), "\(outcome.output)")
    #expect(outcome.output.contains("procedure P"))
    let json = try await workspace.run("check", ["--json"])
    let answer = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(answer?["verdict"] as? String == "warning")
    // Nothing was made in PostgreSQL.
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    let schemas = try await session.execute(
      "SELECT count(*) FROM pg_namespace WHERE nspname IN ('sales', 'oraferry')")
    #expect(schemas.firstValue == "0")
    await session.close()

    let wrong = try TestWorkspace(
      oraclePort: standIn.port, postgres: cluster.connectionParameters, schema: "oraferry")
    let blocked = try await wrong.run("check")
    #expect(blocked.status == 1 && blocked.output.contains("belongs to the ledger"), "\(blocked.output)")
    standIn.kill()
    await cluster.stop()
  }

  /// Both sides are generated, nothing is migrated, and verify finds them equal.
  @Test func generatedDataIsTheSameOnBothSides() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(arguments: [])
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    for side in ["oracle", "postgres"] {
      let outcome = try await workspace.run(
        "generate", ["--database", side, "--create", "200", "--update", "50", "--delete", "30", "--seed", "7"])
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
      #expect(outcome.output.contains("made the 12 tables") && outcome.output.contains("200 rows of orders"))
    }
    let verified = try await workspace.run("verify")
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    #expect(try await workspace.run("stats").status == 0)
    for side in ["oracle", "postgres"] {
      let outcome = try await workspace.run("generate", ["--database", side, "--create", "20", "--json"])
      #expect(outcome.status == 0 && outcome.output.contains("\"rows\" : 20"), "\(outcome.output)\(outcome.errors)")
    }
    #expect(try await workspace.run("verify").status == 0)
    let nothing = try await workspace.run("generate", ["--database", "oracle"])
    #expect(nothing.status == 64 && nothing.errors.contains("--create"))
    standIn.kill()
    await cluster.stop()
  }

  @Test func statsNamesWhatDiffers() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: SmallSales.script())
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    #expect(try await workspace.run("migrate").status == 0)
    #expect(try await workspace.run("stats").status == 0)
    #expect(try contents(workspace, "output/stats.html").contains("The same numbers"))
    let session = try await PostgresSession.connect(cluster.connectionParameters)
    _ = try await session.execute("DELETE FROM sales.orders WHERE order_id = 1; DROP INDEX sales.ix_orders_date")
    let outcome = try await workspace.run("stats")
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("orders: rows is 60 in Oracle and 59 in PostgreSQL"), "\(outcome.output)")
    #expect(outcome.output.contains("orders: indexes is 1 in Oracle and 0 in PostgreSQL"))
    let page = try contents(workspace, "output/stats.html")
    #expect(page.contains("2 differences in 1 table") && page.contains("1 ≠ 0") && page.contains("SALES"))
    #expect(!page.contains(StandInProcess.password))
    let file = workspace.folder.appending(path: "output/stats.html").path
    #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    await session.close()
    standIn.kill()
    await cluster.stop()
  }
}
