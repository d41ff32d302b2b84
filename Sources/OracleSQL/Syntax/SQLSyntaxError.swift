/// A text that is not Oracle SQL as this parser knows it; carries Oracle's number and place, never the text.
public struct SQLSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// ORA number, such as 936.
  public let code: Int
  /// The message without number, such as "missing expression".
  public let message: String
  /// Byte offset from 0 in the text that was parsed.
  public let offset: Int
  /// The same place as people count.
  public let location: SourceLocation

  /// Makes an error.
  public init(code: Int, message: String, offset: Int, location: SourceLocation) {
    self.code = code
    self.message = message
    self.offset = offset
    self.location = location
  }

  /// The message as Oracle prints it: "ORA-00936: missing expression".
  public var oracleMessage: String {
    let digits = String(code)
    return "ORA-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits + ": " + message
  }

  /// The message with its place.
  public var description: String { "\(oracleMessage) (\(location))" }
}
