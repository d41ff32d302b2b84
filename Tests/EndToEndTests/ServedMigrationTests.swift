import ChildProcess
import Foundation
import PostgresClient
import PostgresCluster
import Synchronization
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The page of a running migration, as its user sees it.
@Suite(.serialized)
struct ServedMigrationTests {
  /// 400,000 bytes of text that no two rows share, in a few chunks; and a table whose name is markup.
  static let script = """
    CREATE TABLE notes (id NUMBER(9) PRIMARY KEY, note VARCHAR2(200));
    INSERT INTO notes SELECT LEVEL, RPAD(LEVEL || 'x', 200, LEVEL || 'y') FROM dual CONNECT BY LEVEL <= 2000;
    CREATE TABLE "<b>bold" (id NUMBER(9) PRIMARY KEY);
    INSERT INTO "<b>bold" VALUES (1);
    COMMIT;
    """

  @Test func aServedMigrationIsSeenAndCancelledAndGoesOn() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let arguments = ["--max-rate", "20kB", "--workers", "2", "--chunk-rows", "200"]
    let served = try ServingProcess(["migrate", "--serve", "--workspace", workspace.folder.path] + arguments)
    let address = try await served.address()
    let running = try await served.state { ($0["rows"] as? [String: Any])?["done"] as? Int ?? 0 > 0 }
    #expect(running["condition"] as? String == "running" && running["can_cancel"] as? Bool == true)
    #expect(running["table_count"] as? Int == 2)
    let tables = try #require(running["tables"] as? [[String: Any]])
    #expect(Set(tables.compactMap { $0["name"] as? String }) == ["sales.notes", "sales.<b>bold"], "\(tables)")
    let workers = try #require(running["workers"] as? [[String: Any]])
    #expect(workers.count == 2 && workers.contains { $0["table"] as? String == "sales.notes" }, "\(workers)")
    #expect((running["log"] as? [String])?.contains { $0.contains("read at SCN") } == true, "\(running)")
    // No value of a row.
    let text = String(decoding: try JSONSerialization.data(withJSONObject: running), as: UTF8.self)
    #expect(!text.contains("1x1y"), "\(text)")

    let events = Task { try await ServingProcess.body(address + "events") }
    #expect(try await ServingProcess.status("POST", address + "cancel", origin: "http://evil.example") == 403)
    #expect(served.process.isRunning)
    let origin = String(address.prefix { $0 != "/" } + "//" + (URL(string: address)?.authorityText ?? ""))
    #expect(try await ServingProcess.status("POST", address + "cancel", origin: origin) == 202)
    let (status, errors) = await served.end()
    #expect(status == 130 && errors.contains("interrupted"), "\(status) \(errors)")
    // The page that listened was told how it ended.
    let told = try await events.value
    #expect(told.contains("\"condition\":\"cancelled\"") && told.contains("\"is_last\":true"), "\(told.suffix(500))")
    for log in try workspace.logs() { #expect(!log.contains(address.suffix(33)), "the log has the token") }

    let again = try await workspace.run("migrate", ["--serve"])
    #expect(again.status == 0, "\(again.output)\(again.errors)")
    #expect(try await workspace.run("verify").status == 0)
    standIn.kill()
    await cluster.stop()
  }

  @Test func serveFollowsTheLedger() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let standIn = try await StandInProcess.start(script: Self.script)
    let workspace = try TestWorkspace(oraclePort: standIn.port, postgres: cluster.connectionParameters)
    let served = try ServingProcess(["serve", "--workspace", workspace.folder.path])
    let waiting = try await served.state { $0["condition"] as? String == "waiting" }
    #expect(waiting["can_cancel"] as? Bool == false)
    let migration = RunningMigration(workspace, ["--max-rate", "40kB", "--workers", "2", "--chunk-rows", "200"])
    let running = try await served.state {
      $0["condition"] as? String == "running" && ($0["rows"] as? [String: Any])?["done"] as? Int ?? 0 > 0
    }
    #expect((running["log"] as? [String])?.first?.hasSuffix("-migrate.log:") == true, "\(running)")
    #expect(try await migration.end().status == 0)
    let ended = try await served.state { $0["condition"] as? String == "ended" }
    #expect((ended["rows"] as? [String: Any])?["done"] as? Int == 2001, "\(ended)")
    #expect(ended["tables_done"] as? Int == 2 && ended["table_count"] as? Int == 2)
    #expect((ended["report"] as? String)?.hasSuffix("output/report.html") == true, "\(ended)")
    standIn.kill()
    await cluster.stop()
    let away = try await served.state { $0["condition"] as? String == "unreachable" }
    #expect((away["rows"] as? [String: Any])?["done"] as? Int == 2001, "\(away)")
    served.process.send(SIGINT)
    let (status, errors) = await served.end()
    #expect(status == 130, "\(status) \(errors)")
  }

  @Test func portsAndAddresses() async throws {
    let workspace = try TestWorkspace(
      oraclePort: 1,
      postgres: ["host": "127.0.0.1", "port": "1", "dbname": "x", "user": "u", "password": "p"])
    let refused = try await workspace.run("serve", ["--address", "0.0.0.0"])
    #expect(refused.status == 1 && refused.errors.contains("ssh -L"), "\(refused.errors)")
    for arguments in [["serve", "--port", "70000"], ["migrate", "--serve-port=-1"]] {
      #expect(try await OraferryProcess.run(arguments).status == 64, "\(arguments)")
    }
    let served = try ServingProcess(["serve", "--workspace", workspace.folder.path])
    let port = try #require(URL(string: try await served.address())?.port)
    for command in ["serve", "migrate"] {
      let option = command == "serve" ? "--port" : "--serve-port"
      let taken = try await workspace.run(command, [option, "\(port)"])
      #expect(taken.status == 1 && taken.errors.contains("listens on port \(port)"), "\(taken.errors)")
    }
    served.process.send(SIGTERM)
    #expect(await served.end().status == 130)
  }
}

extension URL {
  /// `127.0.0.1:4711`.
  var authorityText: String { (host() ?? "") + (port.map { ":\($0)" } ?? "") }
}

extension TestWorkspace {
  /// The texts of all logs.
  func logs() throws -> [String] {
    let folder = folder.appending(path: "output/logs")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).map {
      try String(contentsOf: $0, encoding: .utf8)
    }
  }
}
