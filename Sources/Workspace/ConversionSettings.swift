import Foundation

/// The user's choices in a conversion: sections [conversion], [types], [tables], [columns], [where] and
/// [character-sets], and the command line behind them.
///
/// They are texts: what they mean is the conversion's business, which names their place in its errors.
public struct ConversionSettings: Sendable, Hashable {
  /// One choice.
  public struct Setting: Sendable, Hashable {
    /// One of `keys`.
    public var key: String
    /// As the user wrote it.
    public var value: String
    /// Where it stands: `config/config.ini:12`, `environment variable ORAFERRY_CONVERSION_TYPES`, `--types`.
    public var origin: String

    /// Makes one.
    public init(key: String, value: String, origin: String) {
      self.key = key
      self.value = value
      self.origin = origin
    }
  }

  /// In the order in which they are taken: the later one wins.
  public var settings: [Setting]

  /// The keys of [conversion].
  public static let keys = [
    "types", "raw16", "schemas", "include", "exclude", "identity", "triggers-to", "grants",
    "postgis", "keep-case", "server-time-zone",
    "postgres-version",
  ]

  /// The sections in which each line is an entry of one choice, which has the section's name.
  public static let sections = ["types", "tables", "columns", "where", "character-sets"]

  private static let examples = [
    "types": "NUMBER(1) = boolean", "tables": "EMP = employees", "columns": "EMP.DEPTNO = department_id",
    "where": "EMP = hiredate >= DATE '2020-01-01'",
    "character-sets": "EMP.ENAME = WE8MSWIN1252",
  ]

  /// Settings made by hand.
  public init(_ settings: [Setting] = []) {
    self.settings = settings
  }

  /// Reads all sections; in [types] each line is an entry of the type map, such as `NUMBER(1) = boolean`.
  init(_ ini: INIFile, file: String, environment: [String: String]) throws(ConfigurationError) {
    let reader = try SectionReader(
      "conversion", keys: Self.keys, in: ini, file: file, environment: environment)
    settings = []
    for key in Self.keys {
      guard let value = try reader.optionalWritten(key), let found = reader.lookUp(key) else { continue }
      let origin = found.variable.map { "environment variable \($0)" } ?? found.line.map { "\(file):\($0)" } ?? file
      settings.append(Setting(key: key, value: value, origin: origin))
    }
    for section in Self.sections {
      let entries = (ini.sections[section]?.entries ?? [:]).values.sorted { $0.line < $1.line }
      for entry in entries {
        guard !entry.value.isEmpty else {
          throw ConfigurationError(
            section == "types" ? "no type" : "nothing behind the `=`",
            remedy: "write an entry such as \(Self.examples[section] ?? "")", file: file, line: entry.line,
            section: section, key: entry.writtenKey)
        }
        // With its quotes: a condition may well begin and end with one.
        settings.append(
          Setting(key: section, value: "\(entry.writtenKey)=\(entry.written)", origin: "\(file):\(entry.line)"))
      }
    }
  }
}

extension Workspace {
  /// The choices of the configuration alone, for commands that need no database.
  ///
  /// - Throws: `ConfigurationError`, as `configuration` does.
  public func conversionSettings(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> ConversionSettings {
    let path = configurationFile.path
    let ini = try INIFile(PrivateFile.read(path, limit: INIFile.largestSize), file: path)
    try WorkspaceConfiguration.checkSections(ini, file: path)
    return try ConversionSettings(
      ini, file: path, environment: dotEnv().merging(environment) { _, variable in variable })
  }
}
