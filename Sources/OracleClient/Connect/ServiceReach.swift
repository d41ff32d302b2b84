import NIOCore
import NIOPosix
import OracleWire

/// The way to a service by one address of a description: TCP, TLS, CONNECT, and wherever the listener sends us.
struct ServiceReach {
  /// Redirects that are followed one after the other.
  private static let mostRedirects = 5
  /// How often a listener may ask for the same CONNECT again.
  private static let mostResends = 5

  let configuration: OracleConnection.Configuration
  let description: ConnectDescription
  let group: any EventLoopGroup
  /// Made once for all addresses; nil when none of them is TCPS.
  private let tls: Result<TLSSettings, any Error>?

  init(
    configuration: OracleConnection.Configuration, description: ConnectDescription, group: any EventLoopGroup
  ) {
    self.configuration = configuration
    self.description = description
    self.group = group
    tls =
      description.route.addresses.contains { $0.transport == .tcps }
      ? Result { try TLSSettings(description.security, configuration) } : nil
  }

  /// A service that has accepted.
  struct Reached {
    var connection: ListenerConnection
    var accept: AcceptPacket
    /// The address that accepted, which a redirect may have named.
    var address: ConnectAddress
    /// When the time for reaching it is over.
    var deadline: ContinuousClock.Instant
  }

  /// What is done about native network encryption.
  private enum Protection {
    case negotiated
    /// Nothing, unless the server demands it.
    case onDemand
  }

  private enum Answer {
    case accepted(AcceptPacket)
    /// Accepted, but by a server that must be asked anew, with native network encryption.
    case demandsProtection
    case redirected(RedirectPacket)
  }

  /// Seconds that all of it may take.
  var seconds: Double { description.connectTimeout?.inSeconds ?? Double(configuration.connectTimeout) }

  /// Asks at an address.
  ///
  /// - Throws: `OracleConnectionError` with the address that failed; another one may still answer.
  func ask(at first: ConnectAddress) async throws -> Reached {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(seconds)
    var address = first
    var data = description.connectData(client: configuration.client)
    var flags: UInt8 = 0
    var protection = configuration.nativeEncryption.asksFirst ? Protection.negotiated : .onDemand
    for _ in 0...ServiceReach.mostRedirects {
      let place = address
      let source = place == first ? nil : first.description
      let describe: @Sendable (OracleConnectionError.Reason) -> OracleConnectionError = {
        [service = description.service] in
        var error = OracleConnectionError(reason: $0, host: place.host, port: place.port, service: service)
        error.redirectedFrom = source
        return error
      }
      let rest = deadline - clock.now
      guard rest > .zero else { throw describe(.timedOut(seconds: seconds)) }
      let connection = try await ListenerConnection.open(address, options(address, rest, describe))
      let timer = connection.breakOff(after: deadline - clock.now, seconds: seconds)
      defer { timer.cancel() }
      do {
        // TLS protects already, and servers refuse to do it twice.
        let protects: Protection? = address.transport == .tcps ? nil : protection
        let (text, bits) = (data, flags)
        let answer = try await withTaskCancellationHandler {
          try await converse(connection, data: text, flags: bits, protection: protects)
        } onCancel: {
          connection.abandon()
        }
        switch answer {
        case .accepted(let accept):
          return Reached(connection: connection, accept: accept, address: address, deadline: deadline)
        case .demandsProtection:
          connection.close()
          protection = .negotiated
        case .redirected(let redirect):
          connection.close()
          // What began in TLS goes on in TLS.
          let transport = address.transport == .tcps ? .tcps : redirect.address.transport
          address = ConnectAddress(transport: transport, host: redirect.address.host, port: redirect.address.port)
          data = redirect.connectData ?? data
          flags = RedirectPacket.followsRedirect
        }
      } catch {
        connection.close()
        try Task.checkCancellation()
        throw (error as? WireError).map { describe(.protocolViolation($0.description)) } ?? error
      }
    }
    throw OracleConnectionError(
      reason: .protocolViolation("more than \(ServiceReach.mostRedirects) redirects, one after the other"),
      host: first.host, port: first.port, service: description.service)
  }

  private func options(
    _ address: ConnectAddress, _ rest: Duration,
    _ describe: @escaping @Sendable (OracleConnectionError.Reason) -> OracleConnectionError
  ) throws -> ListenerConnection.Options {
    var tls: TLSSettings?
    if address.transport == .tcps {
      do {
        tls = try self.tls?.get() ?? TLSSettings(description.security, configuration)
      } catch {
        throw describe(.notSecured(TLSFailure(error)?.reason ?? "\(error)"))
      }
    }
    return ListenerConnection.Options(
      group: group, transportTimeout: min(description.transportConnectTimeout ?? rest, rest),
      callTimeout: configuration.callTimeout, breakTimeout: configuration.breakTimeout,
      stallTimeout: configuration.stallTimeout,
      expireTime: description.expireTime, tls: tls, describe: describe)
  }

  // MARK: CONNECT

  /// Secures a connection, asks for the service, and agrees on protection.
  ///
  /// - Parameter protection: nil for a connection in TLS.
  private func converse(
    _ connection: ListenerConnection, data: String, flags: UInt8, protection: Protection?
  ) async throws -> Answer {
    try await connection.secure()
    let answer = try await connect(
      connection, data: data, flags: flags, wantsNativeServices: protection == .negotiated)
    guard case .accepted(let accept) = answer else { return answer }
    switch protection {
    case nil: return answer
    case .negotiated:
      try await protect(connection, accept)
      return answer
    case .onDemand:
      guard accept.networkFlags.contains(.required) else { return answer }
      guard configuration.nativeEncryption != .rejected else {
        throw connection.describe(
          .notEncrypted("the server requires native network encryption, and native_encryption = rejected"))
      }
      return .demandsProtection
    }
  }

  private func connect(
    _ connection: ListenerConnection, data: String, flags: UInt8, wantsNativeServices: Bool
  ) async throws -> Answer {
    var bytes = ByteBuffer()
    ConnectPacket(
      connectData: data, sessionDataUnit: description.sessionDataUnit ?? configuration.sessionDataUnit,
      wantsNativeServices: wantsNativeServices
    ).write(flags: flags, to: &bytes)
    for _ in 0..<ServiceReach.mostResends {
      connection.send(bytes)
      let packet = try await connection.nextPacket()
      switch packet.type {
      case .resend:
        if packet.flags & TNSPacket.renewsTLS != 0 { try await connection.secureAnew() }
      case .accept:
        return .accepted(try checked(AcceptPacket(body: packet.body), connection))
      case .refuse:
        throw connection.describe(.refused(code: try await refusalCode(packet, connection)))
      case .redirect:
        return .redirected(try await redirect(packet, connection))
      default:
        throw WireError.malformed("a packet of type \(packet.type) in answer to CONNECT")
      }
    }
    throw WireError.malformed("a listener that asks for CONNECT again and again")
  }

  private func checked(_ accept: AcceptPacket, _ connection: ListenerConnection) throws -> AcceptPacket {
    guard accept.version >= AcceptPacket.lowestVersion else {
      throw connection.describe(
        .unsupported("the server speaks protocol version \(accept.version), before Oracle 11.2, not supported"))
    }
    return accept
  }

  /// The number in a refusal; its text may come in a packet of its own.
  private func refusalCode(_ packet: TNSPacket, _ connection: ListenerConnection) async throws -> Int? {
    var refusal = try RefusePacket(body: packet.body)
    if refusal.text.isEmpty, refusal.textLength > 0 {
      refusal.text = String(buffer: try await connection.nextPacket().body)
    }
    return refusal.errorCode
  }

  /// A redirect's text stands behind its length, or in DATA packets that follow.
  private func redirect(_ packet: TNSPacket, _ connection: ListenerConnection) async throws -> RedirectPacket {
    let length = try RedirectPacket.textLength(body: packet.body)
    var text = packet.body
    text.moveReaderIndex(forwardBy: 2)
    while text.readableBytes < length {
      let next = try await connection.nextPacket()
      guard next.type == .data, next.body.readableBytes > 2 else {
        throw WireError.malformed("a packet of type \(next.type) in place of a redirect's text")
      }
      var part = next.body
      part.moveReaderIndex(forwardBy: 2)
      text.writeBuffer(&part)
    }
    return try RedirectPacket(text: String(decoding: text.readableBytesView.prefix(length), as: UTF8.self))
  }
}
