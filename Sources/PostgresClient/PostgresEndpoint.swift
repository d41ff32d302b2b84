import CLibPQ

/// Whom a session talks to, as libpq resolved it from keywords, environment and service file.
public struct PostgresEndpoint: Sendable, Hashable, CustomStringConvertible {
  /// A host name, an address, or the folder of a Unix socket.
  public var host: String
  /// The port; a part of the socket's name for a Unix socket.
  public var port: String
  /// The database.
  public var database: String
  /// The user.
  public var user: String

  /// For messages: `sales at db.example.com:5432 as ferry`.
  public var description: String { "\(database) at \(host):\(port) as \(user)" }

  init(_ handle: OpaquePointer, given: [String: String]) {
    func text(_ value: UnsafeMutablePointer<CChar>?, _ keyword: String, _ fallback: String) -> String {
      if let value, value.pointee != 0 { return String(cString: value) }
      return given[keyword] ?? fallback
    }
    user = text(PQuser(handle), "user", "(default user)")
    host = text(PQhost(handle), "host", "(default host)")
    port = text(PQport(handle), "port", "5432")
    database = text(PQdb(handle), "dbname", user)
  }
}
