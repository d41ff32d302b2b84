import Foundation
import Testing

@testable import Workspace

/// A login as a dictionary, from three places.
@Suite struct CredentialsTests {
  private func withWorkspace(dotEnv: String?, mode: Int = 0o600, _ body: (Workspace) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "config"), withIntermediateDirectories: true)
    func write(_ path: String, _ text: String, _ mode: Int) throws {
      let file = folder.appending(path: path)
      try Data(text.utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
    }
    try write(
      "config/config.ini",
      "[oracle]\nconnect_string = ora:1522/S\nuser = u\npassword = file\n[postgres]\nhost = h\ndbname = d\nuser = p\n",
      0o600)
    if let dotEnv { try write(".env", dotEnv, mode) }
    try body(Workspace(folder))
  }

  @Test func theLaterPlaceWins() throws {
    let dotEnv = "ORAFERRY_ORACLE_PASSWORD='dot env'\nORAFERRY_ORACLE_USER=v\nOTHER=1\n"
    try withWorkspace(dotEnv: dotEnv) { workspace in
      let oracle = try Credentials.load(.oracle, workspace: workspace, environment: ["ORAFERRY_ORACLE_USER": "w"])
      #expect(
        oracle == [
          "connect_string": "ora:1522/S", "host": "ora", "port": "1522", "service_name": "S", "user": "w",
          "password": "dot env", "schema": "W",
        ])
      let postgres = try Credentials.load(.postgres, workspace: workspace, environment: [:])
      #expect(postgres == ["host": "h", "dbname": "d", "user": "p"])
    }
    try withWorkspace(dotEnv: nil) { workspace in
      let oracle = try Credentials.load(.oracle, workspace: workspace, environment: [:])
      #expect(oracle["password"] == "file")
    }
  }

  @Test func aDotEnvThatOthersMayReadIsRefused() throws {
    try withWorkspace(dotEnv: "ORAFERRY_ORACLE_PASSWORD=x\n", mode: 0o644) { workspace in
      let error = #expect(throws: ConfigurationError.self) {
        try Credentials.load(.oracle, workspace: workspace, environment: [:])
      }
      #expect(error?.description.contains("chmod 600") == true)
      #expect(error?.file?.hasSuffix(".env") == true)
    }
  }
}
