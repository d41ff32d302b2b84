import Foundation
import PostgresCluster
import Workspace

/// The demo's workspace: a new folder, or one that an earlier demo made.
struct DemoFolder {
  /// Why a folder cannot be the demo's.
  struct Taken: Error, CustomStringConvertible {
    let path: String
    var description: String {
      "the folder \(path) holds a workspace that no demo made; choose another with --workspace"
    }
  }

  private static let marker = ".made-by-oraferry-demo"

  let path: String
  private var folder: URL { URL(filePath: path, directoryHint: .isDirectory) }
  private var markerFile: URL { folder.appending(path: DemoFolder.marker) }

  /// Takes the folder: its configuration may be replaced only when a demo wrote it.
  init(path: String) throws {
    self.path = path
    let workspace = Workspace(folder)
    let manager = FileManager.default
    if manager.fileExists(atPath: workspace.configurationFile.path) {
      guard manager.fileExists(atPath: markerFile.path) else { throw Taken(path: path) }
      try manager.removeItem(at: workspace.configurationFile)
    }
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("This folder was made by `oraferry demo`, which may replace its configuration.\n".utf8)
      .write(to: markerFile)
  }

  /// Writes config/config.ini with both logins.
  func configure(setup: StandInSetup, port: Int, cluster: PostgresCluster) throws {
    let target = cluster.connectionParameters
    let configuration = WorkspaceConfiguration(
      oracle: OracleSettings(
        address: OracleAddress(host: "127.0.0.1", port: port, service: .serviceName(setup.service)),
        user: setup.user, password: Secret(setup.password)),
      postgres: PostgresSettings(
        host: target["host"], port: cluster.port, dbname: cluster.dbname, user: cluster.user))
    try Workspace(folder).create(configuration)
  }

  /// A password that nobody has to type.
  static func randomPassword() -> String {
    let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
    var generator = SystemRandomNumberGenerator()
    return String((0..<20).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
  }

  static func psqlArguments(_ cluster: PostgresCluster) -> String {
    "-h \(cluster.socketDirectory) -p \(cluster.port) -U \(cluster.user) \(cluster.dbname)"
  }
}
