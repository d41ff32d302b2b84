/// Looks settings of one section up, in the environment first and then in the file, and words the errors.
struct SectionReader {
  /// A value and where it came from.
  struct Found {
    var value: String
    var line: Int?
    var variable: String?
  }

  let section: String
  let file: String
  private let entries: [String: INIFile.Entry]
  private let sectionLine: Int?
  private let environment: [String: String]

  /// - Throws: `ConfigurationError` for a key or a variable that the section doesn't have.
  init(
    _ section: String, keys: [String], in ini: INIFile, file: String, environment: [String: String]
  ) throws(ConfigurationError) {
    self.section = section
    self.file = file
    entries = ini.sections[section]?.entries ?? [:]
    sectionLine = ini.sections[section]?.line
    let prefix = Self.variable(section, "")
    self.environment = environment.filter { $0.key.hasPrefix(prefix) }
    let known = "the keys of [\(section)] are \(keys.joined(separator: ", "))"
    if let (key, entry) = entries.filter({ !keys.contains($0.key) }).min(by: { $0.value.line < $1.value.line }) {
      throw ConfigurationError("unknown key", remedy: known, file: file, line: entry.line, section: section, key: key)
    }
    let variables = keys.map { Self.variable(section, $0) }
    if let variable = self.environment.keys.filter({ !variables.contains($0) }).min() {
      throw ConfigurationError("unknown setting", remedy: known, section: section, variable: variable)
    }
  }

  static func variable(_ section: String, _ key: String) -> String {
    "ORAFERRY_\(section.uppercased())_\(key.uppercased())".replacing("-", with: "_")
  }

  /// The value, be it empty; nil when neither environment nor file has the key.
  func lookUp(_ key: String) -> Found? {
    let variable = Self.variable(section, key)
    if let value = environment[variable] { return Found(value: value, variable: variable) }
    return entries[key].map { Found(value: $0.value, line: $0.line) }
  }

  /// Whether the environment has a value for the key.
  func isInEnvironment(_ key: String) -> Bool {
    !(environment[Self.variable(section, key)] ?? "").isEmpty
  }

  /// The value; nil when it is missing or empty.
  func optional(_ key: String) throws(ConfigurationError) -> String? {
    guard let found = lookUp(key), !found.value.isEmpty else { return nil }
    // The file's own lines can hold none; a NUL would cut the value short on its way through C.
    guard !found.value.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\t" }) else {
      throw error(key, "holds a control character", remedy: "remove it")
    }
    return found.value
  }

  /// An Oracle name, with the double quotes that make it case-sensitive; nil when it is missing or empty.
  func optionalName(_ key: String) throws(ConfigurationError) -> String? {
    guard let value = try optional(key) else { return nil }
    let isFromFile = environment[Self.variable(section, key)] == nil
    if isFromFile, !value.hasPrefix("\""), let written = entries[key]?.written, written == "\"\(value)\"" {
      return written
    }
    return value
  }

  /// The value with all quotes that it was written with: a list of names has quotes of its own.
  func optionalWritten(_ key: String) throws(ConfigurationError) -> String? {
    guard let value = try optional(key) else { return nil }
    return isInEnvironment(key) ? value : entries[key]?.written ?? value
  }

  /// The value, which must be there and not be empty.
  func required(_ key: String) throws(ConfigurationError) -> String {
    if let value = try optional(key) { return value }
    throw missing(key)
  }

  func missing(_ key: String) -> ConfigurationError {
    let reason =
      lookUp(key) != nil ? "empty" : sectionLine == nil ? "missing, as the whole section is" : "missing"
    return error(
      key, reason, remedy: "add `\(key) = ...` to [\(section)], or set \(Self.variable(section, key))")
  }

  func port(_ key: String = "port") throws(ConfigurationError) -> Int? {
    guard let text = try optional(key) else { return nil }
    guard let port = OracleAddress.portNumber(text) else {
      throw error(key, "\"\(text.prefix(20))\" is not a port", remedy: "give a number from 1 to 65535")
    }
    return port
  }

  func seconds(_ key: String) throws(ConfigurationError) -> Int? {
    guard let text = try optional(key) else { return nil }
    guard let seconds = Int(text), (0...86_400).contains(seconds) else {
      throw error(key, "\"\(text.prefix(20))\" is no number of seconds", remedy: "give one from 0 to 86400")
    }
    return seconds
  }

  func error(_ key: String, _ reason: String, remedy: String) -> ConfigurationError {
    let found = lookUp(key)
    return ConfigurationError(
      reason, remedy: remedy, file: file, line: found == nil ? sectionLine : found?.line, section: section, key: key,
      variable: found?.variable)
  }
}
