/// EZConnect Plus: `[[protocol:]//]host[,host...][:port][;host...]/service[:server][/instance][?key=value&...]`.
///
/// It is turned into the descriptor that says the same. A port counts for the hosts before it that have none, in the
/// same list; `;` begins another list of addresses.
struct EasyConnect {
  private var rest: Substring
  private var transport = ConnectAddress.Transport.tcp

  /// Reads a string without blanks at its ends.
  static func descriptor(_ text: String) throws(ConnectStringError) -> ConnectDescriptor {
    var reader = EasyConnect(rest: text[...])
    return try reader.read()
  }

  private init(rest: Substring) {
    self.rest = rest
  }

  private mutating func read() throws(ConnectStringError) -> ConnectDescriptor {
    let parameters = rest.firstIndex(of: "?").map { rest[rest.index(after: $0)...] }
    if let mark = rest.firstIndex(of: "?") { rest = rest[..<mark] }
    guard !rest.contains("@") else {
      throw ConnectStringError("user or password in the connect string", "keep them in user and password")
    }
    try readProtocol()
    guard let slash = rest.firstIndex(of: "/") else {
      throw ConnectStringError(
        "no service after host and port", "write host:port/service, or for a SID the keys host, port and sid")
    }
    let lists = try hosts(rest[..<slash])
    var data = try service(rest[rest.index(after: slash)...])
    var settings: [(String, String)] = []
    if let parameters { settings = try EasyConnect.parameters(parameters) }
    return assemble(lists, &data, settings)
  }

  private mutating func readProtocol() throws(ConnectStringError) {
    if let scheme = rest.firstRange(of: "://") {
      let name = rest[..<scheme.lowerBound]
      guard let transport = ConnectAddress.Transport(rawValue: name.lowercased()) else {
        throw ConnectStringError(
          "protocol \(name.prefix(20)) is not supported", "use tcp://host:port/service or tcps://host:port/service")
      }
      self.transport = transport
      rest = rest[scheme.upperBound...]
    } else if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
    }
  }

  // MARK: hosts

  private func hosts(_ text: Substring) throws(ConnectStringError) -> [[ConnectAddress]] {
    var lists: [[ConnectAddress]] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      var list: [ConnectAddress] = []
      var firstWithoutPort = 0
      for entry in part.split(separator: ",", omittingEmptySubsequences: false) {
        let (host, port) = try EasyConnect.hostAndPort(entry)
        list.append(ConnectAddress(transport: transport, host: host, port: port ?? ConnectAddress.defaultPort))
        if let port {
          for index in firstWithoutPort..<list.count { list[index].port = port }
          firstWithoutPort = list.count
        }
      }
      lists.append(list)
    }
    return lists
  }

  private static func hostAndPort(_ text: Substring) throws(ConnectStringError) -> (String, Int?) {
    let text = trimmed(text)
    var host = text
    var port: Substring?
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { throw ConnectStringError("a [ without ]") }
      host = text[text.index(after: text.startIndex)..<end]
      let rest = text[text.index(after: end)...]
      guard rest.isEmpty || rest.hasPrefix(":") else { throw ConnectStringError("no colon after ]") }
      port = rest.isEmpty ? nil : rest.dropFirst()
      guard host.allSatisfy({ $0.isHexDigit || ":.%".contains($0) || $0.isLetter }) else {
        throw ConnectStringError("no IPv6 address between [ and ]")
      }
    } else {
      if let colon = text.firstIndex(of: ":") {
        host = text[..<colon]
        port = text[text.index(after: colon)...]
      }
      guard host.allSatisfy(isOfName) else {
        throw ConnectStringError("a character that no host name has", "write host:port/service")
      }
    }
    guard !host.isEmpty else { throw ConnectStringError("no host") }
    return (String(host), try port.map { text throws(ConnectStringError) in try ConnectAddress.port(text) })
  }

  private static func isOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-_.".contains(character)
  }

  // MARK: service

  /// `service[:server][/instance]` as the items of CONNECT_DATA.
  private func service(_ text: Substring) throws(ConnectStringError) -> [ConnectDescriptor] {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let names = (parts.first ?? "").split(separator: ":", omittingEmptySubsequences: false)
    let service = EasyConnect.trimmed(names.first ?? "")
    guard !service.isEmpty else { throw ConnectStringError("no service after the slash") }
    guard parts.count <= 2, names.count <= 2 else {
      throw ConnectStringError("too many parts after the service", "write host:port/service:server/instance")
    }
    var items = [ConnectDescriptor("SERVICE_NAME", String(service))]
    if names.count == 2 { items.append(ConnectDescriptor("SERVER", String(EasyConnect.trimmed(names[1])))) }
    if parts.count == 2 { items.append(ConnectDescriptor("INSTANCE_NAME", String(EasyConnect.trimmed(parts[1])))) }
    guard items.allSatisfy({ !$0.value.isEmpty && $0.value.allSatisfy { !"()=\"'".contains($0) } }) else {
      throw ConnectStringError("a part after the service is empty or holds ( ) = or a quote")
    }
    return items
  }

  // MARK: parameters

  /// `key=value&key="value"`; a quoted value may hold `&`.
  private static func parameters(_ text: Substring) throws(ConnectStringError) -> [(String, String)] {
    var result: [(String, String)] = []
    var rest = trimmed(text)
    while !rest.isEmpty {
      guard let equals = rest.firstIndex(of: "=") else {
        throw ConnectStringError("a parameter without =", "write ?key=value&key=value")
      }
      let key = trimmed(rest[..<equals])
      guard !key.isEmpty, key.allSatisfy({ $0.isASCII && isOfName($0) }) else {
        throw ConnectStringError("a parameter without a name", "write ?key=value&key=value")
      }
      rest = trimmed(rest[rest.index(after: equals)...])
      var value: Substring
      if rest.hasPrefix("\"") {
        rest = rest.dropFirst()
        guard let end = rest.firstIndex(of: "\"") else {
          throw ConnectStringError("the value of \(key) has no closing quote", "close it")
        }
        value = rest[..<end]
        rest = trimmed(rest[rest.index(after: end)...])
        guard rest.isEmpty || rest.hasPrefix("&") else {
          throw ConnectStringError("text after the quoted value of \(key)", "write & before the next parameter")
        }
      } else {
        value = rest.prefix { $0 != "&" }
        rest = rest[value.endIndex...]
        value = trimmed(value)
      }
      rest = trimmed(rest.dropFirst())
      result.append((key.uppercased(), String(value)))
    }
    return result
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  // MARK: the descriptor

  private static let ofSecurity = [
    "SSL_SERVER_DN_MATCH", "SSL_SERVER_CERT_DN", "SSL_VERSION", "WALLET_LOCATION", "MY_WALLET_DIRECTORY",
  ]
  private static let ofConnectData = [
    "INSTANCE_NAME", "SERVER", "POOL_CONNECTION_CLASS", "POOL_PURITY", "POOL_BOUNDARY", "POOL_NAME",
    "CONNECTION_ID_PREFIX", "USE_TCP_FAST_OPEN",
  ]
  private static let ofAddress = ["HTTPS_PROXY", "HTTPS_PROXY_PORT"]

  private func assemble(
    _ lists: [[ConnectAddress]], _ data: inout [ConnectDescriptor], _ settings: [(String, String)]
  ) -> ConnectDescriptor {
    var items: [ConnectDescriptor] = []
    var security: [ConnectDescriptor] = []
    var ofAddress: [ConnectDescriptor] = []
    var ofList: [ConnectDescriptor] = []
    // A key with a prefix, such as pyo., is meant for one driver only.
    for (key, value) in settings where !key.contains(".") {
      let item = ConnectDescriptor(key, value)
      if EasyConnect.ofSecurity.contains(key) {
        security.append(item)
      } else if EasyConnect.ofConnectData.contains(key) {
        data.append(item)
      } else if EasyConnect.ofAddress.contains(key) {
        ofAddress.append(item)
      } else if key == "LOAD_BALANCE", lists.count > 1 {
        // The lists keep their order: the second stands by for the first.
        ofList.append(item)
      } else {
        items.append(item)
      }
    }
    for list in lists {
      let addresses = list.map { address in
        ConnectDescriptor("ADDRESS", children: address.descriptor.children + ofAddress)
      }
      items += lists.count == 1 ? addresses : [ConnectDescriptor("ADDRESS_LIST", children: ofList + addresses)]
    }
    items.append(ConnectDescriptor("CONNECT_DATA", children: data))
    if !security.isEmpty { items.append(ConnectDescriptor("SECURITY", children: security)) }
    return ConnectDescriptor("DESCRIPTION", children: items)
  }
}
