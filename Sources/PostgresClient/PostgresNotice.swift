/// A NOTICE, WARNING or other message that the server sends along with its work.
public struct PostgresNotice: Sendable, Hashable, CustomStringConvertible {
  /// WARNING, NOTICE, INFO, LOG or DEBUG, never translated.
  public var severity: String
  /// The five characters of SQLSTATE.
  public var sqlState: String?
  /// The primary message; a function on the server may have put anything into it, row values too.
  public var message: String
  /// The server's DETAIL.
  public var detail: String?
  /// The server's HINT.
  public var hint: String?

  /// Severity and message.
  public var description: String { "\(severity): \(message)" }
}
