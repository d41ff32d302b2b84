/// Why a private PostgreSQL could not be found, made or started.
public struct ClusterError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What failed, with the last lines of the tool's or server's own output.
  public var message: String
  /// What the user can do about it.
  public var remedy: String

  /// Message and remedy.
  public var description: String { remedy.isEmpty ? message : "\(message); \(remedy)" }

  init(_ message: String, remedy: String = "") {
    self.message = message
    self.remedy = remedy
  }
}
