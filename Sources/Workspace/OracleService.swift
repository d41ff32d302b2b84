/// What a listener is asked for.
public enum OracleService: Sendable, Hashable {
  /// A service, the usual way.
  case serviceName(String)
  /// An instance by its system identifier, the old way.
  case sid(String)
}

/// Where a database is: host, port and service.
public struct OracleAddress: Sendable, Hashable {
  /// A host name or an address (IPv6 without brackets).
  public var host: String
  /// The listener's port.
  public var port: Int
  /// The service or SID.
  public var service: OracleService

  /// The port that Oracle's listeners have by default.
  public static let defaultPort = 1521

  /// An address made of its parts.
  public init(host: String, port: Int = defaultPort, service: OracleService) {
    self.host = host
    self.port = port
    self.service = service
  }
}
