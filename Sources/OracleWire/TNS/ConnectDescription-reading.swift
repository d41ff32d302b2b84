extension ConnectDescriptionList {
  /// Reads a DESCRIPTION or a DESCRIPTION_LIST.
  ///
  /// LOAD_BALANCE is off and FAILOVER on where they aren't given, as python-oracledb has it.
  public init(_ root: ConnectDescriptor) throws(ConnectStringError) {
    try ConnectDescription.refuseSecrets(root)
    switch root.name {
    case "DESCRIPTION":
      self.init([try ConnectDescription(root)])
    case "DESCRIPTION_LIST":
      var descriptions: [ConnectDescription] = []
      for item in root.children where item.name == "DESCRIPTION" {
        descriptions.append(try ConnectDescription(item))
      }
      guard !descriptions.isEmpty else {
        throw ConnectStringError("DESCRIPTION_LIST without DESCRIPTION", "add (DESCRIPTION=...)")
      }
      self.init(descriptions)
      try ConnectDescription.refuseSourceRoute(root)
      failsOver = try root.isOn("FAILOVER") ?? true
      balancesLoad = try root.isOn("LOAD_BALANCE") ?? false
    default:
      throw ConnectStringError(
        "\(root.name.prefix(40)) instead of DESCRIPTION", "write (DESCRIPTION=(ADDRESS=...)(CONNECT_DATA=...))")
    }
  }
}

extension ConnectDescription {
  /// Reads a DESCRIPTION.
  public init(_ item: ConnectDescriptor) throws(ConnectStringError) {
    descriptor = item
    route = try ConnectDescription.route(item, depth: 0)
    guard !route.addresses.isEmpty else {
      throw ConnectStringError("no ADDRESS in the description", "add (ADDRESS=(PROTOCOL=TCP)(HOST=...)(PORT=1521))")
    }
    let data = item.child("CONNECT_DATA")
    serviceName = data?.setting("SERVICE_NAME")
    sid = data?.setting("SID")
    guard serviceName != nil || sid != nil else {
      throw ConnectStringError("CONNECT_DATA without SERVICE_NAME", "add (SERVICE_NAME=...)")
    }
    guard serviceName == nil || sid == nil else {
      throw ConnectStringError("both SERVICE_NAME and SID", "give one of them")
    }
    try ConnectDescription.check(data)
    retryCount = try item.number("RETRY_COUNT", 0...1000) ?? 0
    retryDelay = .seconds(try item.number("RETRY_DELAY", 0...3600) ?? 1)
    // Zero means that there is no time of the descriptor's own.
    connectTimeout = try item.duration("CONNECT_TIMEOUT").flatMap { $0 > .zero ? $0 : nil }
    transportConnectTimeout = try item.duration("TRANSPORT_CONNECT_TIMEOUT").flatMap { $0 > .zero ? $0 : nil }
    if let unit = try item.number("SDU", 0...0x7FFF_FFFF) { sessionDataUnit = UInt32(min(max(unit, 512), 2_097_152)) }
    if let minutes = try item.number("EXPIRE_TIME", 0...10_000), minutes > 0 { expireTime = .seconds(minutes * 60) }
    if let security = item.child("SECURITY") { try readSecurity(security) }
  }

  /// The addresses below an item: an ADDRESS_LIST, or the DESCRIPTION itself.
  private static func route(_ item: ConnectDescriptor, depth: Int) throws(ConnectStringError) -> ConnectRoute {
    try refuseSourceRoute(item)
    var steps: [ConnectRoute.Step] = []
    for child in item.children {
      switch child.name {
      case "ADDRESS": steps.append(.address(try ConnectAddress(child)))
      case "ADDRESS_LIST": steps.append(.list(try route(child, depth: depth + 1)))
      default: continue
      }
    }
    return ConnectRoute(
      failsOver: try item.isOn("FAILOVER") ?? true, balancesLoad: try item.isOn("LOAD_BALANCE") ?? false, steps: steps)
  }

  static func refuseSourceRoute(_ item: ConnectDescriptor) throws(ConnectStringError) {
    guard try item.isOn("SOURCE_ROUTE") != true else {
      throw ConnectStringError(
        "SOURCE_ROUTE, a way through Connection Manager, is not supported",
        "name an address that reaches the listener directly")
    }
  }

  /// The descriptor goes to the listener, and into its log: a password has no place in it.
  static func refuseSecrets(_ item: ConnectDescriptor) throws(ConnectStringError) {
    guard !item.name.contains("PASSWORD"), !item.name.contains("PASSWD") else {
      throw ConnectStringError(
        "a password in the connect string", "keep it in password or wallet_password, or in the environment")
    }
    for child in item.children { try refuseSecrets(child) }
  }

  private static func check(_ data: ConnectDescriptor?) throws(ConnectStringError) {
    guard let data else { return }
    if let server = data.setting("SERVER"), !["dedicated", "shared", "pooled"].contains(server.lowercased()) {
      throw ConnectStringError("the value of SERVER is no kind of server", "write DEDICATED, SHARED or POOLED")
    }
    if let purity = data.setting("POOL_PURITY"), !["self", "new"].contains(purity.lowercased()) {
      throw ConnectStringError("the value of POOL_PURITY is unknown", "write SELF or NEW")
    }
  }

  private mutating func readSecurity(_ item: ConnectDescriptor) throws(ConnectStringError) {
    security.matchesName = try item.isOn("SSL_SERVER_DN_MATCH") ?? true
    security.subject = item.setting("SSL_SERVER_CERT_DN")
    let places = ["MY_WALLET_DIRECTORY", "WALLET_LOCATION"]
    security.walletLocation = places.lazy.compactMap { item.setting($0) }.first
    if security.walletLocation?.uppercased() == "SYSTEM" { security.walletLocation = nil }
    if let text = item.setting("SSL_VERSION") { security.versions = try ConnectDescription.versions(text) }
    // A folder of this machine is nothing that the listener must know.
    for index in descriptor.children.indices where descriptor.children[index].name == "SECURITY" {
      descriptor.children[index].children.removeAll { places.contains($0.name) }
    }
    descriptor.children.removeAll { $0.name == "SECURITY" && $0.children.isEmpty }
  }

  /// `TLSv1.2`, `1.2`, or several of them with `or` or a comma between.
  private static func versions(_ text: String) throws(ConnectStringError) -> [String] {
    var result: [String] = []
    for word in text.lowercased().split(whereSeparator: { " ,()".contains($0) }) where word != "or" {
      let version = word.hasPrefix("tlsv") ? word.dropFirst(4) : word
      guard version == "1.2" || version == "1.3" else {
        throw ConnectStringError("a version in SSL_VERSION is not supported", "write TLSv1.2 or TLSv1.3")
      }
      result.append(String(version))
    }
    return result
  }
}
