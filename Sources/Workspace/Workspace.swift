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

  /// The page that tells what a migration came to.
  public var reportFile: URL { folder.appending(path: "output/report.html", directoryHint: .notDirectory) }

  /// The page that has the statistics of both database models side by side.
  public var statisticsFile: URL { folder.appending(path: "output/stats.html", directoryHint: .notDirectory) }

  /// What the report is made of: a file for each command that leaves something for it.
  public var recordFolder: URL { folder.appending(path: "output/records", directoryHint: .isDirectory) }

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

  /// Reads PostgreSQL's login alone, for work that no Oracle takes part in: the file may lack [oracle], and may lack
  /// altogether when the environment says enough.
  ///
  /// - Throws: as `configuration(environment:)` does.
  public func postgresSettings(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> PostgresSettings {
    let path = configurationFile.path
    let isThere = FileManager.default.fileExists(atPath: path)
    let bytes = isThere ? try PrivateFile.read(path, limit: INIFile.largestSize) : []
    let all = try dotEnv().merging(environment) { _, variable in variable }
    return try WorkspaceConfiguration.postgres(in: INIFile(bytes, file: path), file: path, environment: all)
  }

  func dotEnv() throws -> [String: String] {
    let path = dotEnvFile.path
    guard FileManager.default.fileExists(atPath: path) else { return [:] }
    return try DotEnv(PrivateFile.read(path, limit: INIFile.largestSize), file: path).variables
      .filter { $0.key.hasPrefix("ORAFERRY_") }
  }

  /// Writes a file of the workspace that only its owner can read: it has all of the data, or what it had before.
  ///
  /// - Throws: `ConfigurationError` that names the file.
  public func writePrivately(_ data: Data, to file: URL) throws {
    try PrivateFile.replace(file.path(percentEncoded: false), contents: data)
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
    func add(
      _ section: String, _ entries: [(String, String?)], quoting: (String) -> String = INIFile.quoted
    ) throws(ConfigurationError) {
      lines += ["", "[\(section)]"]
      for case (let key, let value?) in entries {
        guard !value.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\t" }) else {
          throw ConfigurationError(
            "holds a control character", remedy: "remove it", file: file, section: section, key: key)
        }
        lines.append("\(key) = \(quoting(value))")
      }
    }
    var place: [(String, String?)]
    switch oracle.place {
    case .connectString(let text):
      // Line breaks may stand between a descriptor's items, but not in a line of the file.
      place = [("connect_string", String(text.map { $0.isNewline ? " " : $0 }))]
    case .address(let address):
      place = [("host", address.host), ("port", String(address.port))]
      switch address.service {
      case .serviceName(let name): place.append(("service_name", name))
      case .sid(let sid): place.append(("sid", sid))
      }
    }
    place += [
      ("tns_admin", oracle.configFolder), ("wallet_location", oracle.walletLocation),
      ("wallet_password", oracle.walletPassword?.reveal()),
      ("native_encryption", oracle.nativeEncryption?.rawValue), ("native_algorithms", oracle.nativeAlgorithms),
    ]
    let schema = oracle.schema == oracle.schema.uppercased() ? oracle.schema : "\"\(oracle.schema)\""
    try add(
      "oracle",
      place + [
        ("user", oracle.user), ("password", oracle.password.reveal()), ("privilege", oracle.privilege?.rawValue),
        ("edition", oracle.edition), ("schema", schema),
      ])
    try add(
      "postgres",
      [
        ("host", postgres.host), ("port", postgres.port.map(String.init)), ("dbname", postgres.dbname),
        ("user", postgres.user), ("password", postgres.password.reveal()), ("sslmode", postgres.sslmode),
        ("schema", postgres.schema),
      ])
    if !conversion.settings.isEmpty {
      // Its values are read with the quotes that names have.
      let types = conversion.settings.filter { $0.key == "types" }.map(\.value)
      let others = conversion.settings.filter { !ConversionSettings.sections.contains($0.key) }
        .map { ($0.key, Optional($0.value)) }
      try add("conversion", others + (types.isEmpty ? [] : [("types", types.joined(separator: ", "))])) { $0 }
      for section in ConversionSettings.sections.dropFirst() {
        let entries = conversion.settings.filter { $0.key == section }.compactMap { setting -> (String, String?)? in
          guard let equals = setting.value.firstIndex(of: "=") else { return nil }
          return (
            String(setting.value[..<equals]), String(setting.value[setting.value.index(after: equals)...])
          )
        }
        if !entries.isEmpty { try add(section, entries) { $0 } }
      }
    }
    let dataOnlyEntries = dataOnly.entries
    if dataOnlyEntries.contains(where: { $0.1 != nil }) { try add("data-only", dataOnlyEntries) }
    return lines.joined(separator: "\n") + "\n"
  }
}
