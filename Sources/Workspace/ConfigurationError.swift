/// What is wrong with a workspace's configuration, where, and what to do about it; never a password.
public struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file's path; nil when the fault lies in an environment variable alone.
  public var file: String?
  /// The line in the file, counted from 1.
  public var line: Int?
  /// `oracle` or `postgres`.
  public var section: String?
  /// The key in the section.
  public var key: String?
  /// The environment variable that gave the value.
  public var variable: String?
  /// What is wrong.
  public var reason: String
  /// What the user can do about it.
  public var remedy: String

  init(
    _ reason: String, remedy: String, file: String? = nil, line: Int? = nil, section: String? = nil,
    key: String? = nil, variable: String? = nil
  ) {
    self.file = file
    self.line = line
    self.section = section
    self.key = key
    self.variable = variable
    self.reason = reason
    self.remedy = remedy
  }

  /// `config/config.ini:4: [oracle] port: not a port number; give a number from 1 to 65535`.
  public var description: String {
    var place: [String] = []
    if let variable {
      place.append("environment variable \(variable)")
    } else if let file {
      place.append(line.map { "\(file):\($0)" } ?? file)
    }
    let setting = [section.map { "[\($0)]" }, key].compactMap { $0 }.joined(separator: " ")
    if !setting.isEmpty { place.append(setting) }
    return (place + ["\(reason); \(remedy)"]).joined(separator: ": ")
  }
}
