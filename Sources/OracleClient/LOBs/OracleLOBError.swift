/// A use of a LOB that makes no sense, found here before or after the server was asked.
public struct OracleLOBError: Error, Sendable, Hashable, CustomStringConvertible {
  public let description: String

  static let notUTF8 = OracleLOBError(description: "the text for a CLOB is no UTF-8")
  static let endsWithinCharacter = OracleLOBError(description: "the text for a CLOB ends within a character")
  static let cutCharacter = OracleLOBError(
    description:
      "the range of a CLOB begins or ends within a character beyond U+FFFF, which counts two, or it is no text")
  static let gone = OracleLOBError(
    description: "a temporary LOB of an earlier batch is freed: take it before the next batch is asked for")

  static func offset(_ offset: Int) -> OracleLOBError {
    OracleLOBError(description: "the offset in a LOB is \(offset); the first is 1")
  }

  static func count(_ count: Int) -> OracleLOBError {
    OracleLOBError(description: "\(count) bytes or characters of a LOB are asked for")
  }
}
