/// One way to a service, `(DESCRIPTION=...)`: where, what for, and how patiently.
public struct ConnectDescription: Sendable, Hashable {
  /// What TLS is to check: the item SECURITY.
  public struct Security: Sendable, Hashable {
    /// Whether the server's certificate must be for the host, or have the subject that is given.
    public var matchesName = true
    /// SSL_SERVER_CERT_DN: the subject that the server's certificate must have.
    public var subject: String?
    /// The folder with the wallet; nil for the system's certificates.
    public var walletLocation: String?
    /// The versions of TLS that are allowed, such as 1.2; empty for all that are known.
    public var versions: [String] = []

    public init() {}
  }

  public var route: ConnectRoute
  public var serviceName: String?
  public var sid: String?
  public var security = Security()
  /// How many further rounds are made when no address answers.
  public var retryCount = 0
  /// The time between rounds.
  public var retryDelay = Duration.seconds(1)
  /// The time until a service has accepted; nil when the descriptor doesn't say.
  public var connectTimeout: Duration?
  /// The time until a listener's host has answered; nil when the descriptor doesn't say.
  public var transportConnectTimeout: Duration?
  /// The longest packet in bytes to ask for.
  public var sessionDataUnit: UInt32?
  /// The time without a byte after which the other side is asked for a sign of life.
  public var expireTime: Duration?
  /// What a listener is sent, without what is known here only.
  public var descriptor: ConnectDescriptor

  /// One address and one service.
  public init(address: ConnectAddress, service: ConnectDescriptor) {
    route = ConnectRoute(steps: [.address(address)])
    descriptor = ConnectDescriptor(
      "DESCRIPTION", children: [address.descriptor, ConnectDescriptor("CONNECT_DATA", children: [service])])
    if service.name == "SID" { sid = service.value } else { serviceName = service.value }
  }

  /// The service or SID, for messages.
  public var service: String { serviceName ?? sid ?? "" }

  /// What is sent, with the client's own name in CONNECT_DATA.
  public func connectData(client: ConnectDescriptor) -> String {
    var result = descriptor
    for index in result.children.indices where result.children[index].name == "CONNECT_DATA" {
      result.children[index].children.removeAll { $0.name == client.name }
      result.children[index].children.append(client)
    }
    return result.text
  }
}

/// The descriptions that a connect string leads to: one, or a DESCRIPTION_LIST.
public struct ConnectDescriptionList: Sendable, Hashable {
  public var failsOver = true
  public var balancesLoad = false
  public var descriptions: [ConnectDescription]

  public init(_ descriptions: [ConnectDescription]) {
    self.descriptions = descriptions
  }

  /// The descriptions that are tried, in their order.
  public func order(using generator: inout some RandomNumberGenerator) -> [ConnectDescription] {
    ConnectRoute.chosen(descriptions, failsOver: failsOver, balancesLoad: balancesLoad, using: &generator)
  }
}
