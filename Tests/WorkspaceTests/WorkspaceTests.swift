import Foundation
import Testing
import Workspace

@Suite struct WorkspaceTests {
  private static let configuration = WorkspaceConfiguration(
    oracle: OracleSettings(
      address: OracleAddress(host: "127.0.0.1", port: 1521, service: .serviceName("FREE")), user: "sales",
      password: Secret(" #;\"' "), schema: "\"Mixed\""),
    postgres: PostgresSettings(
      host: "/tmp/socket", port: 5432, dbname: "sales", user: "postgres", sslmode: "disable", schema: "Sales"))

  private func withWorkspace(_ body: (Workspace) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(Workspace(folder))
  }

  @Test func whatIsWrittenReadsBack() throws {
    try withWorkspace { workspace in
      try workspace.create(Self.configuration)
      let facts = try FileManager.default.attributesOfItem(atPath: workspace.configurationFile.path)
      #expect(facts[.posixPermissions] as? Int == 0o600)
      #expect(try workspace.configuration(environment: [:]) == Self.configuration)
      let parent = workspace.configurationFile.deletingLastPathComponent().path
      #expect(try FileManager.default.contentsOfDirectory(atPath: parent) == ["config.ini"])
    }
  }

  @Test func aConnectStringIsKept() throws {
    try withWorkspace { workspace in
      var configuration = Self.configuration
      configuration.oracle = OracleSettings(
        place: .connectString("tcps://h:7/s?ssl_server_cert_dn=\"CN=a\""), user: "u", password: Secret(""))
      configuration.oracle.configFolder = "/etc/oracle"
      configuration.oracle.walletLocation = "/wallet"
      configuration.oracle.walletPassword = Secret("w")
      try workspace.create(configuration)
      #expect(try workspace.configuration(environment: [:]) == configuration)
    }
  }

  @Test func nothingIsOverwritten() throws {
    try withWorkspace { workspace in
      try workspace.create(Self.configuration)
      let before = try Data(contentsOf: workspace.configurationFile)
      var other = Self.configuration
      other.oracle.user = "other"
      let error = try #require(throws: ConfigurationError.self) { try workspace.create(other) }
      #expect(error.reason.contains("not overwritten"))
      #expect(try Data(contentsOf: workspace.configurationFile) == before)
    }
  }

  @Test(arguments: [0o644, 0o640, 0o604, 0o620, 0o601])
  func aFileOpenToOthersIsRefused(_ mode: Int) throws {
    try withWorkspace { workspace in
      try workspace.create(Self.configuration)
      let path = workspace.configurationFile.path
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      let error = try #require(throws: ConfigurationError.self) { try workspace.configuration(environment: [:]) }
      #expect(error.file == path)
      #expect(error.description.contains("chmod 600 \(path)"))
      #expect(error.description.contains("0" + String(mode, radix: 8)))
    }
  }

  @Test func aMissingFileAndAFolderAreNamed() throws {
    try withWorkspace { workspace in
      let path = workspace.configurationFile.path
      let missing = try #require(throws: ConfigurationError.self) { try workspace.configuration(environment: [:]) }
      #expect(missing.description.hasPrefix("\(path): there is no such file"))
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let folder = try #require(throws: ConfigurationError.self) { try workspace.configuration(environment: [:]) }
      #expect(folder.reason == "not a plain file")
    }
  }

  @Test func controlCharactersAreNotWritten() throws {
    try withWorkspace { workspace in
      var configuration = Self.configuration
      configuration.postgres.password = Secret("a\nuser = b")
      let error = try #require(throws: ConfigurationError.self) { try workspace.create(configuration) }
      #expect(error.key == "password")
      #expect(!FileManager.default.fileExists(atPath: workspace.configurationFile.path))
    }
  }
}
