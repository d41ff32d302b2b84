/// What is wrong with an option, and what is possible instead.
public struct OptionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The option as the user wrote it, such as `NUMBER(10) = uuid`.
  public var entry: String
  /// Where it stands, such as `config/config.ini:12`; nil where nobody said.
  public var origin: String?
  /// What is wrong.
  public var reason: String
  /// What the user can do about it.
  public var remedy: String

  /// Makes one.
  public init(_ entry: String, origin: String? = nil, _ reason: String, remedy: String) {
    self.entry = entry
    self.origin = origin
    self.reason = reason
    self.remedy = remedy
  }

  /// The message, naming place and remedy.
  public var description: String {
    (origin.map { $0 + ": " } ?? "") + "`\(entry.prefix(80))`: \(reason); \(remedy)"
  }
}
