import OracleWire

extension OracleAddress {
  /// The one place that a connect string names.
  ///
  /// - Returns: nil when there are several, when it is TLS, and for a name of tnsnames.ora.
  /// - Throws: `ConnectStringError`, which says what to write instead.
  static func single(_ connectString: String) throws(ConnectStringError) -> OracleAddress? {
    guard case .descriptions(let list) = try ConnectString(connectString), list.descriptions.count == 1,
      let description = list.descriptions.first, description.route.addresses.count == 1,
      let address = description.route.addresses.first, address.transport == .tcp
    else { return nil }
    let service = description.sid.map { OracleService.sid($0) } ?? .serviceName(description.service)
    return OracleAddress(host: address.host, port: address.port, service: service)
  }

  /// A port from 1 to 65535 in decimal digits.
  static func portNumber(_ text: String) -> Int? {
    guard text.allSatisfy({ $0.isASCII && $0.isNumber }), let port = Int(text), (1...65535).contains(port) else {
      return nil
    }
    return port
  }
}
