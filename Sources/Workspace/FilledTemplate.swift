/// A new project's configuration with settings in their places, comments and all.
public struct FilledTemplate: Sendable, Hashable {
  /// A setting of config.ini.
  public struct Setting: Sendable, Hashable {
    public var section: String
    public var key: String
    /// nil leaves the key out.
    public var value: String?

    /// Makes one.
    public init(_ section: String, _ key: String, _ value: String?) {
      self.section = section
      self.key = key
      self.value = value
    }
  }

  /// The text of the file.
  public let text: String

  /// Fills the template.
  ///
  /// - Throws: `ConfigurationError` for a value that no line can hold.
  public init(_ settings: [Setting]) throws(ConfigurationError) {
    var lines = ProjectTemplates.configuration.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for setting in settings {
      if let value = setting.value, value.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\t" }) {
        throw ConfigurationError(
          "holds a control character", remedy: "remove it", section: setting.section, key: setting.key)
      }
      Self.put(setting, into: &lines)
    }
    text = lines.joined(separator: "\n")
  }

  private static func put(_ setting: Setting, into lines: inout [String]) {
    guard let heading = lines.firstIndex(of: "[\(setting.section)]") else { return }
    let rest = lines[(heading + 1)...]
    let end = rest.firstIndex { $0.hasPrefix("[") } ?? lines.count
    let isLogin = setting.section == "oracle" || setting.section == "postgres"
    let line = setting.value.map { "\(setting.key) = \(isLogin ? INIFile.quoted($0) : $0)" }
    let place =
      lines[(heading + 1)..<end].firstIndex { $0.hasPrefix("\(setting.key) =") || $0 == "\(setting.key) =" }
      ?? (isLogin || setting.section == "conversion" || setting.section == "data-only"
        ? lines[(heading + 1)..<end].firstIndex { $0.hasPrefix("# \(setting.key) =") } : nil)
    if let place {
      lines[place] = line ?? (lines[place].hasPrefix("#") ? lines[place] : "# " + lines[place])
    } else if let line {
      // Behind the section's last line that says something.
      let last = lines[heading..<end].lastIndex { !$0.isEmpty } ?? heading
      lines.insert(line, at: last + 1)
    }
  }
}
