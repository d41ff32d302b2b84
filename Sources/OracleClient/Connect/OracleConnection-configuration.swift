import OracleWire

extension OracleConnection {
  /// Where to connect, and as whom.
  public struct Configuration: Sendable {
    public var host: String
    public var port: Int
    public var service: OracleService
    /// A descriptor, EZConnect Plus, or a name of tnsnames.ora; wins over host, port and service.
    public var connectString: String?
    /// The folder with tnsnames.ora; nil for the one that the environment names (TNS_ADMIN).
    public var configFolder: String?
    /// The folder with ewallet.pem, for TLS; what the connect string names wins.
    public var walletLocation: String?
    /// The password of the private key in the wallet.
    public var walletPassword: String?
    public var nativeEncryption = NativeEncryption.accepted
    /// The ciphers and checksums that native network encryption may choose from: none that is weak, by default.
    public var nativeAlgorithms = NativeServicesOffer()
    /// The user, or `proxy[user]` for a proxy user.
    public var user: String
    public var password: String
    /// What the password is to be from now on: an expired one can be replaced that way; nil when it stays.
    public var newPassword: String?
    /// With which administrative privilege to log on.
    public var privilege: OraclePrivilege?
    /// The edition of the session; nil for the database's default.
    public var edition: String?
    /// Seconds that connecting to one address and logging on may take together.
    public var connectTimeout: Int
    /// Seconds that one call may take; 0 waits for ever.
    public var callTimeout: Int
    /// Seconds that the server may take to answer a break, in which it undoes what the call had done; after them the
    /// connection is closed.
    public var breakTimeout = 20
    /// Seconds of silence in a call after which the listener is asked, on another connection, whether it is there.
    ///
    /// When it doesn't answer, the connection is given up. 0 never asks.
    public var stallTimeout = 60
    /// The longest packet in bytes to ask for; the server decides.
    public var sessionDataUnit: UInt32
    /// The name that the server's session list shows.
    public var programName: String

    public init(
      host: String, port: Int = 1521, service: OracleService, user: String, password: String,
      connectTimeout: Int = 20, callTimeout: Int = 0, sessionDataUnit: UInt32 = 65536,
      programName: String = "oraferry"
    ) {
      self.host = host
      self.port = port
      self.service = service
      self.user = user
      self.password = password
      self.connectTimeout = connectTimeout
      self.callTimeout = callTimeout
      self.sessionDataUnit = sessionDataUnit
      self.programName = programName
    }

    /// A configuration whose place is a connect string, of any form that Oracle's clients take.
    public init(connectString: String, user: String, password: String, connectTimeout: Int = 20) {
      self.init(host: "", service: .serviceName(""), user: user, password: password, connectTimeout: connectTimeout)
      self.connectString = connectString
    }

    /// The descriptions that lead to the service.
    ///
    /// - Throws: `ConnectStringError`, and `OracleNameError` when tnsnames.ora doesn't explain a name.
    func descriptions() throws -> ConnectDescriptionList {
      guard let connectString else {
        return ConnectDescriptionList([
          ConnectDescription(address: ConnectAddress(host: host, port: port), service: service.item)
        ])
      }
      switch try ConnectString(connectString) {
      case .descriptions(let list): return list
      case .alias(let name): return try TNSNamesReader(folder: configFolder).descriptions(of: name)
      }
    }

    /// Who connects, as CONNECT_DATA says it.
    var client: ConnectDescriptor {
      ConnectDescriptor(
        "CID",
        children: [
          ConnectDescriptor("PROGRAM", OracleService.plain(programName)), ConnectDescriptor("HOST", "client"),
          ConnectDescriptor("USER", "client"),
        ])
    }
  }
}

extension OracleConnection.Configuration: CustomStringConvertible {
  /// User and place; never the password, so also no connect string, which may hold one by mistake.
  public var description: String {
    "\(user)@" + (connectString == nil ? "\(host):\(port)/\(service.name)" : "(connect string)")
  }
}
