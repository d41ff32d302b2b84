/// A password: it goes where `reveal` is called, and into no log, no error and no dump by accident.
public struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  private let text: String

  /// Wraps a password; an empty one is legal.
  public init(_ text: String) {
    self.text = text
  }

  /// The password itself.
  public func reveal() -> String { text }

  /// Whether the password is the empty string.
  public var isEmpty: Bool { text.isEmpty }

  /// Never the password.
  public var description: String { "(secret)" }
  /// Never the password.
  public var debugDescription: String { "(secret)" }
  /// Shows nothing, so that `dump` doesn't either.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
