/// Why a connect string could not be read.
public struct ConnectStringError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public var reason: String
  /// What to write instead.
  public var remedy: String

  /// Reason and remedy.
  public var description: String { "\(reason); \(remedy)" }

  init(_ reason: String, _ remedy: String = "write host:port/service") {
    self.reason = reason
    self.remedy = remedy
  }
}

extension OracleAddress {
  /// Reads EZConnect, `host:port/service`, or a simple `(DESCRIPTION=...)` with one TCP address.
  ///
  /// An alias of tnsnames.ora, TLS, and a choice of addresses are refused by name.
  public init(connectString: String) throws(ConnectStringError) {
    let text = connectString.filter { !$0.isWhitespace }
    guard text.utf8.count <= 8192 else { throw ConnectStringError("the connect string is over 8192 bytes long") }
    guard !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      throw ConnectStringError("the connect string holds a control character")
    }
    self = text.hasPrefix("(") ? try Self.described(text) : try Self.easy(text)
  }

  /// `[//]host[:port]/service[:server]`, an IPv6 address in brackets.
  private static func easy(_ text: String) throws(ConnectStringError) -> OracleAddress {
    var rest = text[...]
    if let scheme = rest.firstRange(of: "://") {
      guard rest[..<scheme.lowerBound].lowercased() == "tcp" else {
        throw ConnectStringError(
          "protocol \(rest[..<scheme.lowerBound]) is not supported", "use plain TCP, host:port/service")
      }
      rest = rest[scheme.upperBound...]
    } else if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
    }
    guard !rest.contains("?") else {
      throw ConnectStringError("parameters after ? are not supported", "write host:port/service alone")
    }
    guard let slash = rest.firstIndex(of: "/") else {
      throw rest.contains(":")
        ? ConnectStringError(
          "no service after host and port", "write host:port/service, or for a SID the keys host, port and sid")
        : ConnectStringError("no service given; aliases of tnsnames.ora are not read")
    }
    let (host, port) = try hostAndPort(rest[..<slash])
    let services = rest[rest.index(after: slash)...].split(separator: "/", omittingEmptySubsequences: false)
    guard services.count == 1, let name = services.first?.split(separator: ":").first, !name.isEmpty else {
      throw ConnectStringError(services.count > 1 ? "an instance name is not supported" : "no service after the slash")
    }
    return OracleAddress(host: host, port: port, service: .serviceName(String(name)))
  }

  private static func hostAndPort(_ text: Substring) throws(ConnectStringError) -> (String, Int) {
    var host = text
    var port: Substring?
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { throw ConnectStringError("a [ without ]") }
      host = text[text.index(after: text.startIndex)..<end]
      let rest = text[text.index(after: end)...]
      guard rest.isEmpty || rest.hasPrefix(":") else { throw ConnectStringError("no colon after ]") }
      port = rest.isEmpty ? nil : rest.dropFirst()
    } else if let colon = text.firstIndex(of: ":") {
      host = text[..<colon]
      port = text[text.index(after: colon)...]
    }
    guard !host.isEmpty else { throw ConnectStringError("no host") }
    guard !host.contains(",") else { throw ConnectStringError("several hosts are not supported", "give one host") }
    return (String(host), try port.map { text throws(ConnectStringError) in try number(String(text)) } ?? defaultPort)
  }

  private static func number(_ text: String) throws(ConnectStringError) -> Int {
    guard let port = portNumber(text) else {
      throw ConnectStringError("\"\(text)\" is not a port", "give a number from 1 to 65535")
    }
    return port
  }

  private static func described(_ text: String) throws(ConnectStringError) -> OracleAddress {
    let root = try ConnectDescriptor(text)
    guard root.name == "DESCRIPTION" else {
      throw ConnectStringError(
        "\(root.name) instead of DESCRIPTION", "write (DESCRIPTION=(ADDRESS=...)(CONNECT_DATA=...))")
    }
    let addresses = root.all("ADDRESS")
    guard let address = addresses.first, addresses.count == 1 else {
      throw ConnectStringError("\(addresses.count) addresses in the description", "give one ADDRESS")
    }
    let transport = address.value("PROTOCOL") ?? "TCP"
    guard transport.uppercased() == "TCP" else {
      throw ConnectStringError("protocol \(transport) is not supported", "use PROTOCOL=TCP")
    }
    guard let host = address.value("HOST"), !host.isEmpty else { throw ConnectStringError("ADDRESS without HOST") }
    let port = try address.value("PORT").map { text throws(ConnectStringError) in try number(text) } ?? defaultPort
    let data = root.all("CONNECT_DATA").first
    let service: OracleService
    switch (data?.value("SERVICE_NAME"), data?.value("SID")) {
    case (let name?, nil) where !name.isEmpty: service = .serviceName(name)
    case (nil, let sid?) where !sid.isEmpty: service = .sid(sid)
    case (.some, .some): throw ConnectStringError("both SERVICE_NAME and SID", "give one of them")
    default: throw ConnectStringError("CONNECT_DATA without SERVICE_NAME", "add (SERVICE_NAME=...)")
    }
    return OracleAddress(host: host, port: port, service: service)
  }

  /// A port from 1 to 65535 in decimal digits.
  static func portNumber(_ text: String) -> Int? {
    guard text.allSatisfy({ $0.isASCII && $0.isNumber }), let port = Int(text), (1...65535).contains(port) else {
      return nil
    }
    return port
  }
}
