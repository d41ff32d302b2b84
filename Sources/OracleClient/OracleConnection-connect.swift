import NIOCore
import NIOPosix
import OracleWire

extension OracleConnection {
  /// The name under which servers list this driver.
  static let driverName = "oraferry thn : 0.1.0"
  /// 0.1.0 in the form major, minor, patch that servers read.
  static let driverVersion = 1 << 20

  /// Connects and logs on.
  ///
  /// - Throws: `OracleConnectionError`, which names host, port and service and says what to check.
  public static func connect(
    _ configuration: Configuration, on group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
  ) async throws -> OracleConnection {
    let describe: @Sendable (OracleConnectionError.Reason) -> OracleConnectionError = { reason in
      OracleConnectionError(
        reason: reason, host: configuration.host, port: configuration.port, service: configuration.service.name)
    }
    let bootstrap = ClientBootstrap(group: group)
      .channelOption(.socketOption(.so_keepalive), value: 1)
      .channelOption(ChannelOptions.Types.SocketOption(level: .tcp, name: keepAliveIdle), value: 60)
      .channelOption(
        ChannelOptions.Types.SocketOption(level: .tcp, name: NIOBSDSocket.Option(rawValue: TCP_KEEPINTVL)), value: 15
      )
      .channelOption(
        ChannelOptions.Types.SocketOption(level: .tcp, name: NIOBSDSocket.Option(rawValue: TCP_KEEPCNT)), value: 4
      )
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .channelOption(
        .recvAllocator, value: AdaptiveRecvByteBufferAllocator(minimum: 4096, initial: 16384, maximum: 262_144)
      )
      .connectTimeout(.seconds(Int64(configuration.connectTimeout)))
    let channel: any Channel
    let transport: NIOLoopBound<OracleTransport>
    do {
      // The handler is handed out from here: a server that speaks another protocol may have closed the channel, and
      // emptied its pipeline, before this task goes on.
      (channel, transport) = try await bootstrap.connect(
        host: configuration.host, port: configuration.port
      ) { channel in
        channel.eventLoop.makeCompletedFuture {
          let handler = OracleTransport(callTimeout: configuration.callTimeout, describe: describe)
          try channel.pipeline.syncOperations.addHandler(handler)
          return (channel, NIOLoopBound(handler, eventLoop: channel.eventLoop))
        }
      }
    } catch ChannelError.connectTimeout {
      throw describe(.timedOut(seconds: configuration.connectTimeout))
    } catch {
      throw describe(.unreachable(reasonText(error)))
    }
    let seconds = configuration.connectTimeout
    let timer = channel.eventLoop.scheduleTask(in: .seconds(Int64(seconds))) {
      transport.value.abort(.timedOut(seconds: seconds))
    }
    defer { timer.cancel() }
    do {
      return try await logOn(
        Handshake(configuration: configuration, channel: channel, transport: transport, describe: describe))
    } catch {
      channel.close(mode: .all, promise: nil)
      switch error {
      case let error as OracleError: throw describe(.loginRejected(error))
      case WireError.unsupportedType(let what): throw describe(.unsupported("\(what) is not supported"))
      case let error as WireError: throw describe(.protocolViolation(error.description))
      default: throw error
      }
    }
  }

  /// Seconds without a byte after which the other side is asked for a sign of life: a firewall that forgets a connection
  /// in mid-copy is noticed within two minutes.
  private static var keepAliveIdle: NIOBSDSocket.Option {
    #if canImport(Darwin)
      NIOBSDSocket.Option(rawValue: TCP_KEEPALIVE)
    #else
      NIOBSDSocket.Option(rawValue: TCP_KEEPIDLE)
    #endif
  }

  /// The system's words for a failed connect, without the library's wrapping.
  private static func reasonText(_ error: any Error) -> String {
    if let failure = error as? NIOConnectionError {
      if let dns = failure.dnsAError ?? failure.dnsAAAAError, failure.connectionErrors.isEmpty {
        return "the host name is not known (\(dns))"
      }
      if let first = failure.connectionErrors.first { return reasonText(first.error) }
    }
    if let failure = error as? IOError {
      return failure.errnoCode == ECONNREFUSED ? "connection refused: nothing listens at this port" : "\(failure)"
    }
    return "\(error)"
  }

  /// What the steps of connecting share.
  struct Handshake: Sendable {
    let configuration: Configuration
    let channel: any Channel
    let transport: NIOLoopBound<OracleTransport>
    let describe: @Sendable (OracleConnectionError.Reason) -> OracleConnectionError

    func nextPacket() async throws -> TNSPacket {
      let promise = channel.eventLoop.makePromise(of: TNSPacket.self)
      let transport = self.transport
      channel.eventLoop.execute { transport.value.nextPacket(promise) }
      return try await promise.futureResult.get()
    }

    func send(_ bytes: ByteBuffer) {
      let transport = self.transport
      channel.eventLoop.execute { transport.value.send(bytes) }
    }

    func call(_ request: OracleRequest) async throws -> Response {
      let response = try await OracleConnection.submit(request, to: transport, on: channel.eventLoop).get()
      if let error = response.error { throw error }
      return response
    }
  }

  private static func logOn(_ handshake: Handshake) async throws -> OracleConnection {
    let accept = try await reachService(handshake)
    let transport = handshake.transport
    let dataUnit = Int(accept.sessionDataUnit)
    handshake.channel.eventLoop.execute { transport.value.startSession(dataUnit: dataUnit) }
    let (challenge, server) = try await negotiate(handshake, accept: accept)
    let configuration = handshake.configuration
    let logon = try ClientLogon(challenge: challenge, password: configuration.password)
    let request = AuthenticationRequest(
      user: configuration.user, mode: [.logon, .withPassword], pairs: logon.pairs + sessionPairs(configuration))
    let answer = try await handshake.call(.authenticate(.authenticationTwo, request))
    guard let session = answer.authentication, logon.isServerProven(by: session) else {
      throw handshake.describe(.serverNotProven)
    }
    return OracleConnection(
      configuration: configuration, channel: handshake.channel, transport: transport,
      serverVersion: versionText(session["AUTH_VERSION_NO"] ?? "", fieldVersion: server.capabilities.fieldVersion),
      characterSet: Int(server.characterSet), nationalCharacterSet: Int(server.nationalCharacterSet))
  }

  /// CONNECT until the listener accepts or refuses.
  private static func reachService(_ handshake: Handshake) async throws -> AcceptPacket {
    let configuration = handshake.configuration
    var bytes = ByteBuffer()
    ConnectPacket(
      connectData: configuration.connectDescriptor, sessionDataUnit: configuration.sessionDataUnit
    ).write(to: &bytes)
    // A listener may ask for the same again; one that never stops asking is not waited for.
    for _ in 0..<5 {
      handshake.send(bytes)
      let packet = try await handshake.nextPacket()
      switch packet.type {
      case .resend:
        continue
      case .accept:
        return try checked(AcceptPacket(body: packet.body), handshake)
      case .refuse:
        throw handshake.describe(.refused(code: try await refusalCode(packet, handshake)))
      case .redirect:
        throw handshake.describe(
          .unsupported("the listener redirects to another address, which is not followed yet; name that one"))
      default:
        throw WireError.malformed("a packet of type \(packet.type) in answer to CONNECT")
      }
    }
    throw WireError.malformed("a listener that asks for CONNECT again and again")
  }

  private static func checked(_ accept: AcceptPacket, _ handshake: Handshake) throws -> AcceptPacket {
    guard accept.version >= AcceptPacket.lowestVersion else {
      throw handshake.describe(
        .unsupported("the server speaks protocol version \(accept.version), before Oracle 12.1, not supported yet"))
    }
    guard accept.networkFlags & 0x10 == 0 else {
      throw handshake.describe(
        .unsupported("the server requires native network encryption, which is not supported yet"))
    }
    return accept
  }

  /// The number in a refusal; its text may come in a packet of its own.
  private static func refusalCode(_ packet: TNSPacket, _ handshake: Handshake) async throws -> Int? {
    var refusal = try RefusePacket(body: packet.body)
    if refusal.text.isEmpty, refusal.textLength > 0 {
      let rest = try await handshake.nextPacket()
      refusal.text = String(buffer: rest.body)
    }
    return refusal.errorCode
  }

  /// Protocol, data types and the first authentication call, in one round trip where the server offers that.
  private static func negotiate(
    _ handshake: Handshake, accept: AcceptPacket
  ) async throws -> (AuthenticationResponse, ProtocolResponse) {
    let configuration = handshake.configuration
    let offersEnd = accept.version >= 319 && accept.flags.contains(.endOfResponse)
    let protocolRequest = ProtocolRequest(clientName: driverName)
    let authentication = AuthenticationRequest(
      user: configuration.user, mode: .logon,
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
      answer = try await handshake.call(
        .fastAuthentication(
          protocolRequest, announced: announced, authentication, offersEndOfResponse: offersEnd))
      negotiated = answer
    } else {
      negotiated = try await handshake.call(
        .protocolNegotiation(protocolRequest, announced: announced, offersEndOfResponse: offersEnd))
      if let server = negotiated.protocolResponse {
        let agreed = min(server.capabilities.fieldVersion, Dialect.highestFieldVersion)
        announced.capabilities = .client(fieldVersion: agreed, endOfResponse: offersEnd)
      }
      _ = try await handshake.call(.dataTypes(announced))
      answer = try await handshake.call(.authenticate(.authenticationOne, authentication))
    }
    guard let server = negotiated.protocolResponse, let challenge = answer.authentication else {
      throw WireError.malformed("a logon without the server's capabilities or challenge")
    }
    return (challenge, server)
  }

  /// What the session is to be like: text in UTF-8, numbers with a point, times in UTC.
  private static func sessionPairs(_ configuration: Configuration) -> [AuthenticationPair] {
    [
      AuthenticationPair("SESSION_CLIENT_CHARSET", String(CharacterSet.utf8)),
      AuthenticationPair("SESSION_CLIENT_DRIVER_NAME", driverName),
      AuthenticationPair("SESSION_CLIENT_VERSION", String(driverVersion)),
      AuthenticationPair(
        "AUTH_ALTER_SESSION", "ALTER SESSION SET TIME_ZONE='+00:00' NLS_NUMERIC_CHARACTERS='.,'\0", flags: 1),
      AuthenticationPair("AUTH_CONNECT_STRING", configuration.connectDescriptor),
    ]
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
