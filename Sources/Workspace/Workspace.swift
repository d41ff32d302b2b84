import Foundation

/// A user's folder: its configuration is config/config.ini.
public struct Workspace: Sendable, Hashable {
  /// The folder.
  public var folder: URL

  /// The workspace in a folder, which need not exist yet.
  public init(_ folder: URL) {
    self.folder = folder
  }

  /// The configuration's place.
  public var configurationFile: URL { folder.appending(path: "config/config.ini", directoryHint: .notDirectory) }

  /// Variables that stand in for the environment's, when the file is there.
  public var dotEnvFile: URL { folder.appending(path: ".env", directoryHint: .notDirectory) }

  /// Where each run leaves a log.
  public var logFolder: URL { folder.appending(path: "output/logs", directoryHint: .isDirectory) }

  /// Where tables and results are saved.
  public var csvFolder: URL { folder.appending(path: "output/csv", directoryHint: .isDirectory) }

  /// Reads the configuration: config.ini, then `.env`, then the environment (`ORAFERRY_<SECTION>_<KEY>`), the later
  /// winning.
  ///
  /// - Throws: `ConfigurationError`; also when users other than the owner have any access to one of the files.
  public func configuration(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> WorkspaceConfiguration {
    let path = configurationFile.path
    let bytes = try PrivateFile.read(path, limit: INIFile.largestSize)
    return try WorkspaceConfiguration(
      bytes, file: path, environment: dotEnv().merging(environment) { _, variable in variable })
  }

  private func dotEnv() throws -> [String: String] {
    let path = dotEnvFile.path
    guard FileManager.default.fileExists(atPath: path) else { return [:] }
    return try DotEnv(PrivateFile.read(path, limit: INIFile.largestSize), file: path).variables
      .filter { $0.key.hasPrefix("ORAFERRY_") }
  }

  /// Writes the configuration to a new file that only its owner can read; an existing one is left alone.
  ///
  /// - Throws: `ConfigurationError`, also when the file is already there.
  public func create(_ configuration: WorkspaceConfiguration) throws {
    let path = configurationFile.path
    let text = try configuration.text(file: path)
    do {
      try FileManager.default.createDirectory(
        at: configurationFile.deletingLastPathComponent(), withIntermediateDirectories: true)
    } catch {
      throw ConfigurationError(
        "its folder cannot be made: \(error.localizedDescription)", remedy: "choose a writable folder", file: path)
    }
    try PrivateFile.create(path, contents: text)
  }
}

extension WorkspaceConfiguration {
  /// The text of a configuration file that reads back as this configuration.
  func text(file: String) throws(ConfigurationError) -> String {
    var lines = ["# Both logins. Only you may read this file: it holds passwords."]
    func add(_ section: String, _ entries: [(String, String?)]) throws(ConfigurationError) {
      lines += ["", "[\(section)]"]
      for case (let key, let value?) in entries {
        guard !value.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\t" }) else {
          throw ConfigurationError(
            "holds a control character", remedy: "remove it", file: file, section: section, key: key)
        }
        lines.append("\(key) = \(INIFile.quoted(value))")
      }
    }
    var place: [(String, String?)] = [("connect_string", oracle.connectString)]
    if oracle.connectString == nil {
      place = [("host", oracle.host), ("port", String(oracle.port))]
      switch oracle.service {
      case .serviceName(let name): place.append(("service_name", name))
      case .sid(let sid): place.append(("sid", sid))
      }
    }
    let schema = oracle.schema == oracle.schema.uppercased() ? oracle.schema : "\"\(oracle.schema)\""
    try add(
      "oracle", place + [("user", oracle.user), ("password", oracle.password.reveal()), ("schema", schema)])
    try add(
      "postgres",
      [
        ("host", postgres.host), ("port", postgres.port.map(String.init)), ("dbname", postgres.dbname),
        ("user", postgres.user), ("password", postgres.password.reveal()), ("sslmode", postgres.sslmode),
        ("schema", postgres.schema),
      ])
    return lines.joined(separator: "\n") + "\n"
  }
}
