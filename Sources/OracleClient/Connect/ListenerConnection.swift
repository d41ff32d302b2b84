import NIOCore
import NIOPosix
import NIOSSL
import OracleWire

/// One TCP connection to a listener, and TLS on it where the address says so.
struct ListenerConnection: Sendable {
  /// How a connection is opened.
  struct Options: Sendable {
    var group: any EventLoopGroup
    /// The time for TCP alone.
    var transportTimeout: Duration
    /// Seconds that one call may take; 0 waits for ever.
    var callTimeout: Int
    /// Seconds that the answer to a break may take.
    var breakTimeout: Int
    /// Seconds of silence in a call after which the listener is asked for a sign of life; 0 never asks.
    var stallTimeout: Int
    /// The time without a byte after which the other side is asked for a sign of life.
    var expireTime: Duration?
    var tls: TLSSettings?
    var describe: @Sendable (OracleConnectionError.Reason) -> OracleConnectionError
  }

  let channel: any Channel
  let transport: NIOLoopBound<OracleTransport>
  let describe: @Sendable (OracleConnectionError.Reason) -> OracleConnectionError
  private let host: String
  private let tls: TLSSettings?
  private let firstHandshake: EventLoopFuture<Void>

  /// Connects; TLS begins, and is waited for by `secure()`.
  static func open(_ address: ConnectAddress, _ options: Options) async throws -> ListenerConnection {
    let tls = options.tls
    let describe = options.describe
    do {
      // The handler is handed out from here: a server that speaks another protocol may have closed the channel, and
      // emptied its pipeline, before this task goes on.
      let (channel, transport, handshake) = try await bootstrap(options).connect(
        host: address.host, port: address.port
      ) { channel in
        channel.eventLoop.makeCompletedFuture {
          let handler = OracleTransport(
            callTimeout: options.callTimeout, breakTimeout: options.breakTimeout, stallTimeout: options.stallTimeout,
            probe: ListenerProbe(address: address, timeout: .seconds(Int64(min(10, max(1, options.stallTimeout))))),
            describe: describe)
          let handshake = try ListenerConnection.addTLS(tls, host: address.host, to: channel)
          try channel.pipeline.syncOperations.addHandler(handler)
          return (channel, NIOLoopBound(handler, eventLoop: channel.eventLoop), handshake)
        }
      }
      return ListenerConnection(
        channel: channel, transport: transport, describe: describe, host: address.host, tls: tls,
        firstHandshake: handshake)
    } catch ChannelError.connectTimeout {
      // A moment of the time is gone when the connection is tried: nobody asked for 0.4999 seconds.
      throw describe(.timedOut(seconds: (options.transportTimeout.inSeconds * 100).rounded() / 100))
    } catch {
      throw describe(.unreachable(reasonText(error)))
    }
  }

  // MARK: packets

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

  /// Encrypts and seals everything from now on.
  func protect(with protection: NetworkProtection) {
    let transport = self.transport
    channel.eventLoop.execute { transport.value.protect(with: protection) }
  }

  func call(_ request: OracleRequest) async throws -> Response {
    let response = try await OracleConnection.submit(request, to: transport, on: channel.eventLoop).response.get()
    if let error = response.error { throw error }
    return response
  }

  /// Breaks off whatever is under way when the time has passed.
  func breakOff(after time: Duration, seconds: Double) -> Scheduled<Void> {
    let transport = self.transport
    return channel.eventLoop.scheduleTask(in: TimeAmount(time)) {
      transport.value.abort(.timedOut(seconds: seconds))
    }
  }

  /// Ends everything that waits: the task that connects was cancelled.
  func abandon() {
    let transport = self.transport
    channel.eventLoop.execute { transport.value.abort(.closedHere) }
  }

  func close() {
    channel.close(mode: .all, promise: nil)
  }

  // MARK: TLS

  private static let tlsName = "TLS"
  private static let waiterName = "TLS handshake"

  /// Waits until TLS is agreed on, and checks the server's subject; nothing for plain TCP.
  func secure() async throws {
    try await finish { try await firstHandshake.get() }
  }

  /// Begins TLS anew on the same connection, as a listener asks that hands it on to the server's process.
  func secureAnew() async throws {
    guard let tls else { return }
    let channel = self.channel
    let host = self.host
    try await finish {
      try await channel.pipeline.removeHandler(name: ListenerConnection.waiterName).get()
      try await channel.pipeline.removeHandler(name: ListenerConnection.tlsName).get()
      let handshake = channel.eventLoop.submit { try ListenerConnection.addTLS(tls, host: host, to: channel) }
      try await handshake.get().get()
    }
  }

  private func finish(_ handshake: () async throws -> Void) async throws {
    guard let tls else { return }
    do {
      try await handshake()
      try tls.check(try await channel.nioSSL_peerCertificate().get())
    } catch {
      close()
      if let failure = TLSFailure(error) { throw describe(.notSecured(failure.reason)) }
      let transport = self.transport
      let reason = try? await channel.eventLoop.submit { transport.value.failure }.get()
      throw describe(reason ?? .closedByServer)
    }
  }

  /// Puts TLS before everything else; the future is done when it is agreed on.
  private static func addTLS(
    _ tls: TLSSettings?, host: String, to channel: any Channel
  ) throws -> EventLoopFuture<Void> {
    guard let tls else { return channel.eventLoop.makeSucceededVoidFuture() }
    let handler = try tls.handler(host: host)
    let promise = channel.eventLoop.makePromise(of: Void.self)
    let pipeline = channel.pipeline.syncOperations
    do {
      try pipeline.addHandler(TLSHandshakeWaiter(promise), name: waiterName, position: .first)
      try pipeline.addHandler(handler, name: tlsName, position: .first)
    } catch {
      promise.fail(error)
      throw error
    }
    return promise.futureResult
  }
}

extension Duration {
  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
