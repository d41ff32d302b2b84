import Foundation
import Testing

@testable import PostgresCluster

@Suite struct PostgresClusterTests {
  private func ask(_ sql: String, _ parameters: [String: String], password: String? = nil) throws -> ToolRun {
    let installation = try PostgresInstallation.find()
    let words = parameters.filter { $0.key != "password" }.map { "\($0.key)='\($0.value)'" }.joined(separator: " ")
    let command = [installation.path("psql"), "--no-psqlrc", "--no-password", "-At", words]
    let login = password.map { ["/usr/bin/env", "PGPASSWORD=\($0)"] } ?? []
    return try ToolRun(login + command, input: sql)
  }

  @Test func aClusterLivesAndLeavesNothing() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let folder = cluster.socketDirectory
    let facts = try FileManager.default.attributesOfItem(atPath: folder)
    #expect(facts[.posixPermissions] as? Int == 0o700)
    let settings = "SELECT current_setting('server_encoding'), current_setting('wal_level'), current_setting('fsync')"
    let answer = try ask(settings, cluster.connectionParameters)
    #expect(answer.output == "UTF8|minimal|off\n", "\(answer.errors)")
    #expect(
      try ask("SELECT current_setting('server_version')", cluster.connectionParameters).output
        .hasPrefix(cluster.version))
    let process = try String(contentsOfFile: folder + "/data/postmaster.pid", encoding: .utf8)
      .split(separator: "\n").first.flatMap { pid_t($0) }
    let server = try #require(process)
    #expect(kill(server, 0) == 0)
    await cluster.stop()
    await cluster.stop()
    #expect(kill(server, 0) == -1 && errno == ESRCH)
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  #if os(Linux)
    @Test(.enabled(if: geteuid() == 0)) func rootDropsItsPrivileges() async throws {
      let cluster = try await PostgresCluster.start(.fast)
      let data = try FileManager.default.attributesOfItem(atPath: cluster.socketDirectory + "/data")
      let owner = try #require(data[.ownerAccountID] as? Int)
      #expect(owner != 0)
      let answer = try ask("COPY (SELECT 1) TO PROGRAM 'id -u >&2; cat'", cluster.connectionParameters)
      #expect(answer.status == 0)
      #expect(
        try String(contentsOfFile: cluster.socketDirectory + "/server.log", encoding: .utf8).contains("\(owner)\n"))
      await cluster.stop()
    }
  #endif

  @Test func tcpNeedsThePassword() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let without = try ask("SELECT 1", cluster.tcpConnectionParameters)
    #expect(without.status != 0)
    #expect(without.errors.contains("no password supplied"))
    let wrong = try ask("SELECT 1", cluster.tcpConnectionParameters, password: "guess")
    #expect(wrong.errors.contains("password authentication failed"))
    let right = try ask("SELECT 1", cluster.tcpConnectionParameters, password: cluster.password)
    #expect(right.output == "1\n", "\(right.errors)")
    await cluster.stop()
  }

  @Test func databasesOfAnyName() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    for name in ["sales", "Mixed \"quoted\" ä; --"] {
      let parameters = try await cluster.createDatabase(name)
      #expect(parameters["dbname"] == name)
      #expect(try ask("SELECT count(*) FROM pg_database", cluster.connectionParameters).status == 0)
    }
    let names = try ask("SELECT datname FROM pg_database ORDER BY oid DESC LIMIT 1", cluster.connectionParameters)
    #expect(names.output == "Mixed \"quoted\" ä; --\n")
    let error = await #expect(throws: ClusterError.self) { try await cluster.createDatabase("sales") }
    #expect(error?.message.contains("already exists") == true)
    await cluster.stop()
  }

  @Test func clustersLiveSideBySide() async throws {
    let first = try await PostgresCluster.start()
    let second = try await PostgresCluster.start()
    #expect(first.port != second.port)
    #expect(first.socketDirectory != second.socketDirectory)
    await first.stop()
    #expect(try ask("SELECT 1", second.connectionParameters).output == "1\n")
    await second.stop()
  }

  @Test func manyAtOnceMakeOneTemplate() async throws {
    let clusters = try await withThrowingTaskGroup(of: PostgresCluster.self) { group in
      for _ in 0..<4 { group.addTask { try await PostgresCluster.start(.fast) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(clusters.map(\.port)).count == 4)
    for cluster in clusters { await cluster.stop() }
  }

  @Test func theLastReferenceStopsTheServer() async throws {
    var cluster: PostgresCluster? = try await PostgresCluster.start(.fast)
    let folder = try #require(cluster?.socketDirectory)
    cluster = nil
    // 120 seconds and more: the server says goodbye to its disk first.
    for _ in 0..<12_000 where FileManager.default.fileExists(atPath: folder) {
      try await Task.sleep(for: .milliseconds(10))
    }
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func aServerThatDoesNotStartSaysWhy() async throws {
    let setting = await #expect(throws: ClusterError.self) {
      try await PostgresCluster.start(.init(settings: ["no_such_setting": "1"]))
    }
    #expect(setting?.message.contains("unrecognized configuration parameter \"no_such_setting\"") == true)
    let port = await #expect(throws: ClusterError.self) { try await PostgresCluster.start(.init(port: 70000)) }
    #expect(port?.message == "70000 is not a port")
    let long = URL(fileURLWithPath: "/tmp/" + String(repeating: "x", count: 80))
    let path = await #expect(throws: ClusterError.self) { try await PostgresCluster.start(.init(parentFolder: long)) }
    #expect(path?.message.contains("unfit for a Unix socket") == true)
  }

  @Test func aTakenPortIsReported() async throws {
    let cluster = try await PostgresCluster.start(.fast)
    let error = await #expect(throws: ClusterError.self) {
      try await PostgresCluster.start(.init(port: cluster.port))
    }
    #expect(error?.message.contains("Address already in use") == true)
    await cluster.stop()
  }
}

@Suite struct PostgresInstallationTests {
  @Test(arguments: [
    ("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n", "15.18"), ("postgres (PostgreSQL) 19beta1", "19beta1"),
    ("postgres (PostgreSQL) 9.6.24", "9.6.24"), ("nonsense", nil), ("postgres 1/../2", nil),
  ])
  func versions(_ text: String, _ expected: String?) {
    #expect(PostgresInstallation.version(in: text) == expected)
  }

  @Test func isFoundOnce() throws {
    let found = try PostgresInstallation.find()
    #expect(FileManager.default.isExecutableFile(atPath: found.path("postgres")))
    let candidates = PostgresInstallation.candidates().map(\.path)
    #expect(Set(candidates).count == candidates.count)
    #expect(PostgresInstallation(in: URL(fileURLWithPath: "/nowhere")) == nil)
  }
}
