import NIOCore
import NIOPosix
import OracleWire

extension OracleConnection {
  /// The name under which servers list this driver.
  static let driverName = "oraferry thn : 0.1.0"
  /// 0.1.0 in the form major, minor, patch that servers read.
  static let driverVersion = 1 << 20

  /// What is remarked of a logon by a 10g verifier.
  static let weakVerifier =
    "the server keeps this password as a 10g verifier, which is weak (DES, no salt, no case): a new password gives the "
    + "account a better one when SEC_CASE_SENSITIVE_LOGON is TRUE"

  /// Logs on at a service that has accepted.
  ///
  /// - Throws: `OracleConnectionError`, with which no other address need be tried.
  static func logOn(
    _ reached: ServiceReach.Reached, description: ConnectDescription, configuration: Configuration
  ) async throws -> OracleConnection {
    var configuration = configuration
    configuration.host = reached.address.host
    configuration.port = reached.address.port
    configuration.service = OracleService(description)
    let connection = reached.connection
    let seconds = configuration.connectTimeout
    let rest = description.connectTimeout == nil ? reached.deadline - ContinuousClock().now : .seconds(seconds)
    let timer = connection.breakOff(after: rest, seconds: Double(seconds))
    defer { timer.cancel() }
    do {
      let given = configuration
      return try await withTaskCancellationHandler {
        try await logOn(
          connection, accept: reached.accept, configuration: given,
          connectString: description.connectData(client: given.client))
      } onCancel: {
        connection.abandon()
      }
    } catch {
      connection.close()
      switch error {
      case let error as OracleError: throw connection.describe(.loginRejected(error))
      case WireError.unsupportedType(let what): throw connection.describe(.unsupported("\(what) is not supported"))
      case let error as WireError: throw connection.describe(.protocolViolation(error.description))
      default: throw error
      }
    }
  }

  private static func logOn(
    _ connection: ListenerConnection, accept: AcceptPacket, configuration: Configuration, connectString: String
  ) async throws -> OracleConnection {
    let transport = connection.transport
    let dataUnit = Int(accept.sessionDataUnit)
    let hasLongLength = accept.hasLongLength
    connection.channel.eventLoop.execute {
      transport.value.startSession(dataUnit: dataUnit, hasLongLength: hasLongLength)
    }
    let (challenge, server) = try await negotiate(connection, accept: accept, configuration: configuration)
    let name = configuration.logonName
    let logon = try ClientLogon(
      challenge: challenge, user: name.user, password: configuration.password, newPassword: configuration.newPassword)
    var mode = configuration.logonMode.union(.withPassword)
    if configuration.newPassword != nil { mode.insert(.changePassword) }
    let client = name.client.map { [AuthenticationPair("PROXY_CLIENT_NAME", $0)] } ?? []
    let request = AuthenticationRequest(
      user: name.user, mode: mode,
      pairs: client + logon.pairs + sessionPairs(configuration, connectString: connectString))
    let answer = try await connection.call(.authenticate(.authenticationTwo, request))
    guard let session = answer.authentication, logon.isServerProven(by: session) else {
      throw connection.describe(.serverNotProven)
    }
    var configuration = configuration
    if let newPassword = configuration.newPassword {
      configuration.password = newPassword
      configuration.newPassword = nil
    }
    return OracleConnection(
      configuration: configuration,
      warnings: answer.warnings.map(\.text) + (logon.verifier == .version10g ? [weakVerifier] : []),
      channel: connection.channel, transport: transport,
      serverVersion: versionText(session["AUTH_VERSION_NO"] ?? "", fieldVersion: server.capabilities.fieldVersion),
      characterSet: Int(server.characterSet), nationalCharacterSet: Int(server.nationalCharacterSet))
  }

  /// Protocol, data types and the first authentication call, in one round trip where the server offers that.
  private static func negotiate(
    _ connection: ListenerConnection, accept: AcceptPacket, configuration: Configuration
  ) async throws -> (AuthenticationResponse, ProtocolResponse) {
    let offersEnd = accept.version >= 319 && accept.flags.contains(.endOfResponse)
    let protocolRequest = ProtocolRequest(clientName: driverName)
    let authentication = AuthenticationRequest(
      user: configuration.logonName.user, mode: configuration.logonMode,
      pairs: [
        AuthenticationPair("AUTH_TERMINAL", "unknown"),
        AuthenticationPair("AUTH_PROGRAM_NM", configuration.programName),
        AuthenticationPair("AUTH_MACHINE", "client"),
        AuthenticationPair("AUTH_PID", String(getpid())),
        AuthenticationPair("AUTH_SID", "client"),
      ])
    var announced = DataTypesRequest(
      capabilities: .client(fieldVersion: Dialect.highestFieldVersion, endOfResponse: offersEnd))
    let negotiated: Response
    let answer: Response
    if accept.flags.contains(.fastAuthentication) {
      answer = try await connection.call(
        .fastAuthentication(
          protocolRequest, announced: announced, authentication, offersEndOfResponse: offersEnd))
      negotiated = answer
    } else {
      negotiated = try await connection.call(
        .protocolNegotiation(protocolRequest, announced: announced, offersEndOfResponse: offersEnd))
      if let server = negotiated.protocolResponse {
        let agreed = min(server.capabilities.fieldVersion, Dialect.highestFieldVersion)
        announced.capabilities = .client(fieldVersion: agreed, endOfResponse: offersEnd)
      }
      _ = try await connection.call(.dataTypes(announced))
      answer = try await connection.call(.authenticate(.authenticationOne, authentication))
    }
    guard let server = negotiated.protocolResponse, let challenge = answer.authentication else {
      throw WireError.malformed("a logon without the server's capabilities or challenge")
    }
    return (challenge, server)
  }

  /// What the session is to be like: text in UTF-8, numbers with a point, times in UTC.
  private static func sessionPairs(_ configuration: Configuration, connectString: String) -> [AuthenticationPair] {
    let edition = configuration.edition.map { [AuthenticationPair("AUTH_ORA_EDITION", $0)] } ?? []
    return [
      AuthenticationPair("SESSION_CLIENT_CHARSET", String(CharacterSet.utf8)),
      AuthenticationPair("SESSION_CLIENT_DRIVER_NAME", driverName),
      AuthenticationPair("SESSION_CLIENT_VERSION", String(driverVersion)),
      AuthenticationPair(
        "AUTH_ALTER_SESSION", "ALTER SESSION SET TIME_ZONE='+00:00' NLS_NUMERIC_CHARACTERS='.,'\0", flags: 1),
      AuthenticationPair("AUTH_CONNECT_STRING", connectString),
    ] + edition
  }

  /// AUTH_VERSION_NO as text; its layout changed with 18c.
  static func versionText(_ number: String, fieldVersion: UInt8) -> String {
    guard let value = UInt32(number) else { return "unknown" }
    let parts =
      fieldVersion >= 11
      ? [value >> 24, value >> 16 & 0xFF, value >> 12 & 0xF, value >> 4 & 0xFF, value & 0xF]
      : [value >> 24, value >> 20 & 0xF, value >> 12 & 0xF, value >> 8 & 0xF, value & 0xF]
    return parts.map(String.init).joined(separator: ".")
  }
}
