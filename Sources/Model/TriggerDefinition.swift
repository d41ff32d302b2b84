/// A trigger, as its owner wrote it.
public struct TriggerDefinition: Sendable, Hashable, Codable {
  /// The name in the dictionary's spelling.
  public var name: String
  /// The table or view that it stands on; nil for a trigger of a schema or a database.
  public var table: String?
  /// The whole text from CREATE on.
  public var text: String
  /// Whether it fires.
  public var isEnabled: Bool

  /// Makes one from its parts.
  public init(name: String, table: String?, text: String, isEnabled: Bool = true) {
    self.name = name
    self.table = table
    self.text = text
    self.isEnabled = isEnabled
  }
}
