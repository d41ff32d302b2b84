import Foundation
import PostgresCluster

/// A workspace folder with a config.ini, removed at the end.
final class TestWorkspace: Sendable {
  let folder: URL

  /// Writes config/config.ini with the mode 0600, or another.
  init(
    oraclePort: Int, postgres: [String: String], password: String = StandInProcess.password,
    service: String = StandInProcess.service, schema: String = "sales", mode: Int = 0o600
  ) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "oraferry-\(UUID().uuidString)")
    let config = folder.appending(path: "config")
    try FileManager.default.createDirectory(at: config, withIntermediateDirectories: true)
    var lines = [
      "[oracle]", "host = 127.0.0.1", "port = \(oraclePort)", "service_name = \(service)",
      "user = \(StandInProcess.user)", "password = \(password)", "schema = SALES", "[postgres]",
    ]
    for key in ["host", "port", "dbname", "user", "password"] {
      if let value = postgres[key] { lines.append("\(key) = \(value)") }
    }
    lines.append("schema = \(schema)")
    let file = config.appending(path: "config.ini")
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
  }

  /// Adds lines to config/config.ini.
  func append(_ text: String) throws {
    let file = folder.appending(path: "config/config.ini")
    let before = try Data(contentsOf: file)
    try (before + Data(text.utf8)).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  func run(_ command: String, _ arguments: [String] = [], limit: Double = 600) async throws -> OraferryProcess.Outcome {
    try await OraferryProcess.run([command, "--workspace", folder.path] + arguments, limit: limit)
  }
}
