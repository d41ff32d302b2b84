/// How to log in to PostgreSQL: section [postgres].
///
/// What is nil is left to libpq, which has its own sources: the PG* environment, the service file, ~/.pgpass.
public struct PostgresSettings: Sendable, Hashable {
  /// A host name, an address, or the folder of a Unix socket.
  public var host: String?
  /// The server's port.
  public var port: Int?
  /// The database.
  public var dbname: String?
  /// The user.
  public var user: String?
  /// The password; empty for peer and trust authentication, and for ~/.pgpass.
  public var password: Secret
  /// One of libpq's modes.
  public var sslmode: String?
  /// The schema to fill, exactly as PostgreSQL spells it; nil for one named after the Oracle schema.
  public var schema: String?
  /// Seconds of silence after which the server is asked whether it is there, when they were given.
  public var stallTimeout: Int?

  /// The modes that libpq knows.
  static let sslmodes = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"]

  /// Settings made by hand.
  public init(
    host: String? = nil, port: Int? = nil, dbname: String? = nil, user: String? = nil, password: Secret = Secret(""),
    sslmode: String? = nil, schema: String? = nil
  ) {
    self.host = host
    self.port = port
    self.dbname = dbname
    self.user = user
    self.password = password
    self.sslmode = sslmode
    self.schema = schema
  }

  /// libpq's keywords, without those that aren't set: it holds the password, and is for the connection only.
  public var connectionParameters: [String: String] {
    let all = [
      "host": host, "port": port.map(String.init), "dbname": dbname, "user": user, "sslmode": sslmode,
      "password": password.reveal(),
    ]
    return all.compactMapValues { $0 }.filter { !$0.value.isEmpty }
  }
}
