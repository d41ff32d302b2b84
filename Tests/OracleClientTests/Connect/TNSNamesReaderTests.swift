import Foundation
import OracleWire
import Testing

@testable import OracleClient

/// Names of tnsnames.ora, from files in folders of the tests' own.
struct TNSNamesReaderTests {
  private func withFolder(_ files: [String: String], _ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-tns-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try await body(folder.path)
  }

  private func reader(_ folder: String?, _ environment: [String: String] = [:]) -> TNSNamesReader {
    TNSNamesReader(folder: folder, environment: { environment[$0] })
  }

  private func places(_ alias: String, _ reader: TNSNamesReader) throws -> [String] {
    try reader.descriptions(of: alias).descriptions.flatMap { description in
      description.route.addresses.map { "\($0)/\(description.service)" }
    }
  }

  @Test func aNameLeadsToTheServer() async throws {
    let live = try await LiveServer.start()
    let entry = """
      test,
      test.example =
        (DESCRIPTION = (ADDRESS = (PROTOCOL = TCP)(HOST = 127.0.0.1)(PORT = \(live.server.port)))
          (CONNECT_DATA = (SERVICE_NAME = testdb)))
      TEST = (DESCRIPTION = (ADDRESS = (PROTOCOL = TCP)(HOST = 127.0.0.1)(PORT = \(live.server.port)))
          (CONNECT_DATA = (SERVICE_NAME = testdb)))
      """
    try await withFolder(["tnsnames.ora": entry]) { folder in
      var configuration = OracleConnection.Configuration(
        connectString: "Test", user: "app", password: "Pässword 1", connectTimeout: 300)
      configuration.configFolder = folder
      let connection = try await OracleConnection.connect(configuration)
      #expect(try await connection.rows("SELECT 1 FROM dual").count == 1)
      await connection.close()
      let credentials = [
        "connect_string": "test.example", "tns_admin": folder, "user": "app", "password": "Pässword 1",
      ]
      var named = try OracleConnection.Configuration(credentials: credentials)
      named.connectTimeout = 300
      let other = try await OracleConnection.connect(named)
      #expect(other.configuration.host == "127.0.0.1")
      await other.close()
    }
    await live.server.stop()
  }

  @Test func filesThatAreIncluded() async throws {
    let files = [
      "tnsnames.ora": "A = h:1/a\nIFILE = sub/more.ora\nC = h:3/c\n", "sub/more.ora": "b,a = h:2/b\nIFILE=last.ora\n",
      "sub/last.ora": "D = tcps://h:4/d\nC = h:9/z\n",
    ]
    try await withFolder(files) { folder in
      let reader = reader(folder)
      // What stands later wins, in whichever file, as python-oracledb has it (test_7215).
      let seen = try ["A", "B", "C", "D"].map { try places($0, reader) }
      #expect(seen == [["h:2/b"], ["h:2/b"], ["h:3/c"], ["tcps://h:4/d"]])
    }
  }

  @Test func whereItIsLookedFor() async throws {
    let files = ["tnsnames.ora": "A = h:1/a", "home/network/admin/tnsnames.ora": "A = h:2/a"]
    try await withFolder(files) { folder in
      let home = ["ORACLE_HOME": folder + "/home"]
      let readers = [
        reader(nil, ["TNS_ADMIN": folder]), reader(nil, home), reader(folder, ["TNS_ADMIN": "/nowhere"]),
      ]
      let seen = try readers.map { try places("A", $0) }
      #expect(seen == [["h:1/a"], ["h:2/a"], ["h:1/a"]])
    }
  }

  @Test func faultsSayWhere() async throws {
    func fault(_ files: [String: String], _ alias: String = "A", _ words: String...) async throws {
      try await withFolder(files) { folder in
        let error = try #require(throws: OracleNameError.self) { try reader(folder).descriptions(of: alias) }
        for word in words { #expect(error.description.contains(word)) }
      }
    }
    let unset = try #require(throws: OracleNameError.self) { try reader(nil).descriptions(of: "SALES") }
    #expect(unset.description.contains("TNS_ADMIN"))
    try await fault([:], "A", "tnsnames.ora cannot be read", "No such file")
    try await fault(["tnsnames.ora": "B = h/s\nC = h/s"], "A", "no entry A", "it has B, C")
    try await fault(
      ["tnsnames.ora": "A = (DESCRIPTION = (ADDRESS = (HOST = h))\nB = h/s"], "A", "entry A", "closing parenthesis")
    try await fault(["tnsnames.ora": "A = B\nB = h/s"], "A", "entry A", "another name")
    try await fault(["tnsnames.ora": "IFILE = tnsnames.ora"], "A", "in a circle")
    try await fault(["tnsnames.ora": "IFILE = a.ora", "a.ora": "IFILE = tnsnames.ora"], "A", "in a circle")
    try await fault(["tnsnames.ora": "IFILE = missing.ora"], "A", "missing.ora cannot be read")
    try await fault(["tnsnames.ora/x": ""], "A", "not a plain file")
  }
}
