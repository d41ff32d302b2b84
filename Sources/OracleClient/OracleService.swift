/// What a listener is asked for.
public enum OracleService: Sendable, Hashable {
  case serviceName(String)
  case sid(String)

  /// The name, for messages.
  public var name: String {
    switch self {
    case .serviceName(let name), .sid(let name): name
    }
  }

  /// The descriptor's item, with what could break out of it removed.
  var descriptor: String {
    switch self {
    case .serviceName(let name): "(SERVICE_NAME=\(OracleService.plain(name)))"
    case .sid(let name): "(SID=\(OracleService.plain(name)))"
    }
  }

  static func plain(_ text: String) -> String {
    text.filter { !"()=\\\"'\0".contains($0) && !$0.isNewline }
  }
}

extension OracleConnection {
  /// Where to connect, and as whom.
  public struct Configuration: Sendable {
    public var host: String
    public var port: Int
    public var service: OracleService
    public var user: String
    public var password: String
    /// Seconds that connecting and logging on may take together.
    public var connectTimeout: Int
    /// Seconds that one call may take; 0 waits for ever.
    public var callTimeout: Int
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

    var connectDescriptor: String {
      let address = "(ADDRESS=(PROTOCOL=tcp)(HOST=\(OracleService.plain(host)))(PORT=\(port)))"
      let program = "(CID=(PROGRAM=\(OracleService.plain(programName)))(HOST=client)(USER=client))"
      return "(DESCRIPTION=\(address)(CONNECT_DATA=\(service.descriptor)\(program)))"
    }
  }
}

extension OracleConnection.Configuration: CustomStringConvertible {
  /// User and place; never the password.
  public var description: String {
    "\(user)@\(host):\(port)/\(service.name)"
  }
}
