import OracleWire

extension OracleConnection.Configuration {
  /// Settings from a dictionary: connect_string, or else host, port (1521), service_name or sid; user, password.
  ///
  /// Besides, as far as they are wanted: tns_admin, wallet_location, wallet_password, native_encryption,
  /// native_algorithms (such as `AES256, SHA256`), privilege (sysdba and so on), edition, stall_timeout. Other keys are passed over.
  ///
  /// - Throws: `OracleCredentialsError` for a key that is missing or no port.
  public init(credentials: [String: String]) throws(OracleCredentialsError) {
    func required(_ key: String) throws(OracleCredentialsError) -> String {
      guard let value = credentials[key], !value.isEmpty else { throw OracleCredentialsError(key: key) }
      return value
    }
    func optional(_ key: String) -> String? { credentials[key].flatMap { $0.isEmpty ? nil : $0 } }
    let password = credentials["password"] ?? ""
    if let connectString = optional("connect_string") {
      self.init(connectString: connectString, user: try required("user"), password: password)
    } else {
      let port = credentials["port"] ?? "1521"
      guard let number = Int(port), (1...65535).contains(number) else { throw OracleCredentialsError(key: "port") }
      let service: OracleService =
        if let sid = optional("sid") { .sid(sid) } else { .serviceName(try required("service_name")) }
      self.init(
        host: try required("host"), port: number, service: service, user: try required("user"), password: password)
    }
    configFolder = optional("tns_admin")
    walletLocation = optional("wallet_location")
    walletPassword = credentials["wallet_password"]
    if let word = optional("native_encryption") {
      guard let wish = NativeEncryption(rawValue: word.lowercased()) else {
        throw OracleCredentialsError(key: "native_encryption")
      }
      nativeEncryption = wish
    }
    if let names = optional("native_algorithms") {
      guard let offer = NativeServicesOffer(names: names) else {
        throw OracleCredentialsError(key: "native_algorithms")
      }
      nativeAlgorithms = offer
    }
    edition = optional("edition")
    if let text = optional("stall_timeout") {
      guard let seconds = Int(text), (0...86_400).contains(seconds) else {
        throw OracleCredentialsError(key: "stall_timeout")
      }
      stallTimeout = seconds
    }
    if let name = optional("privilege") {
      guard let known = OraclePrivilege(rawValue: name.lowercased()) else {
        throw OracleCredentialsError(key: "privilege")
      }
      privilege = known
    }
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
    switch key {
    case "port": "the port is no number from 1 to 65535"
    case "stall_timeout": "stall_timeout is no number of seconds from 0 to 86400"
    case "native_encryption":
      "native_encryption is none of \(NativeEncryption.allCases.map(\.rawValue).joined(separator: ", "))"
    case "native_algorithms":
      "native_algorithms has a name that is none of \(NativeServicesOffer.names.joined(separator: ", "))"
    case "privilege":
      "the privilege is none of \(OraclePrivilege.allCases.map(\.rawValue).joined(separator: ", "))"
    default: "the credentials have no \(key)"
    }
  }
}
