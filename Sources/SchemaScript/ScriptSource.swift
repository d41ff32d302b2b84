/// One DDL script.
public struct ScriptSource: Sendable {
  /// Its path or another name for messages.
  public var name: String
  /// The whole text.
  public var text: String
  /// Whether replacement characters stand in the text for bytes that are not of its encoding.
  public var isRepaired: Bool

  /// Makes one.
  public init(name: String, text: String, isRepaired: Bool = false) {
    self.name = name
    self.text = text
    self.isRepaired = isRepaired
  }
}

/// Where something stands in a script.
public struct ScriptPlace: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The script's name.
  public var script: String
  /// The line, from 1.
  public var line: Int

  /// Makes one.
  public init(script: String, line: Int) {
    self.script = script
    self.line = line
  }

  /// Script and line, such as `schema.sql:12`.
  public var description: String { "\(script):\(line)" }
}
