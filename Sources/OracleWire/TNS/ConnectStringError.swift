/// Why a connect string could not be read.
///
/// Neither text quotes the string: someone may have put a password into it.
public struct ConnectStringError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public var reason: String
  /// What to write instead.
  public var remedy: String

  public init(_ reason: String, _ remedy: String = "write host:port/service") {
    self.reason = reason
    self.remedy = remedy
  }

  /// Reason and remedy.
  public var description: String { "\(reason); \(remedy)" }
}
