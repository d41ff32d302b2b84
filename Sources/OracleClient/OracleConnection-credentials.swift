extension OracleConnection.Configuration {
  /// Settings from a dictionary: host, port (1521), service_name or sid, user, password.
  ///
  /// Other keys are passed over.
  ///
  /// - Throws: `OracleCredentialsError` for a key that is missing or no port.
  public init(credentials: [String: String]) throws(OracleCredentialsError) {
    func required(_ key: String) throws(OracleCredentialsError) -> String {
      guard let value = credentials[key], !value.isEmpty else { throw OracleCredentialsError(key: key) }
      return value
    }
    let port = credentials["port"] ?? "1521"
    guard let number = Int(port), (1...65535).contains(number) else { throw OracleCredentialsError(key: "port") }
    let service: OracleService =
      if let sid = credentials["sid"], !sid.isEmpty { .sid(sid) } else { .serviceName(try required("service_name")) }
    self.init(
      host: try required("host"), port: number, service: service, user: try required("user"),
      password: credentials["password"] ?? "")
  }
}

extension OracleConnection {
  /// Connects and logs on as a dictionary of credentials says.
  ///
  /// - Throws: `OracleCredentialsError`, or as `connect(_:on:)`.
  public static func connect(credentials: [String: String]) async throws -> OracleConnection {
    try await connect(Configuration(credentials: credentials))
  }
}

/// A key of a dictionary of credentials that is missing or makes no sense.
public struct OracleCredentialsError: Error, Sendable, Hashable, CustomStringConvertible {
  public var key: String

  public var description: String {
    key == "port" ? "the port is no number from 1 to 65535" : "the credentials have no \(key)"
  }
}
