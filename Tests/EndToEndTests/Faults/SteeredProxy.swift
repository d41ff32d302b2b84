import NIOConcurrencyHelpers
import NIOCore
import NIOPosix

/// A TCP proxy that a test slows down, stalls and cuts while connections go through it.
final class SteeredProxy: Sendable {
  private struct State {
    var isStalled = false
    /// In milliseconds, of connections that come from now on.
    var delay: Int
    var channels: [ObjectIdentifier: any Channel] = [:]
    /// Connections that came during a stall: they are taken, and lead nowhere.
    var idle: [any Channel] = []
  }

  let port: Int
  private let channel: any Channel
  private let state: NIOLockedValueBox<State>

  private init(port: Int, channel: any Channel, state: NIOLockedValueBox<State>) {
    self.port = port
    self.channel = channel
    self.state = state
  }

  /// Serves on a free port of 127.0.0.1.
  ///
  /// - Parameter delay: what every piece of bytes takes in either direction, in milliseconds.
  static func start(to target: Int, delay: Int = 0) async throws -> SteeredProxy {
    let state = NIOLockedValueBox(State(delay: delay))
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.autoRead, value: false)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { client in
        client.eventLoop.makeCompletedFuture {
          try client.pipeline.syncOperations.addHandler(Opening(target: target, state: state))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    return SteeredProxy(port: channel.localAddress?.port ?? 0, channel: channel, state: state)
  }

  /// Connections that come from now on take another time for every piece of bytes, in milliseconds.
  func slow(to delay: Int) {
    state.withLockedValue { $0.delay = delay }
  }

  /// From now on nothing gets through, and nothing ends: bytes are taken as long as the sockets have room.
  ///
  /// What was read before still arrives.
  func stall() async {
    let channels = state.withLockedValue { state in
      state.isStalled = true
      return Array(state.channels.values)
    }
    for channel in channels { try? await channel.setOption(.autoRead, value: false).get() }
  }

  /// What was held goes on; connections that came in the meantime are closed.
  func flow() {
    let (channels, idle) = state.withLockedValue { state in
      state.isStalled = false
      defer { state.idle = [] }
      return (Array(state.channels.values), state.idle)
    }
    for channel in idle { channel.close(promise: nil) }
    for channel in channels { channel.setOption(.autoRead, value: true).whenFailure { _ in } }
  }

  /// Ends all connections; new ones get through.
  func cut() {
    let channels = state.withLockedValue { Array($0.channels.values) + $0.idle }
    for channel in channels { channel.close(promise: nil) }
  }

  func stop() async {
    try? await channel.close()
    cut()
  }

  /// Connects to the real server once the client's channel is active, and only then lets the client's bytes in.
  private final class Opening: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer

    private let target: Int
    private let state: NIOLockedValueBox<State>

    init(target: Int, state: NIOLockedValueBox<State>) {
      self.target = target
      self.state = state
    }

    func channelActive(context: ChannelHandlerContext) {
      let client = context.channel
      let state = state
      let (isStalled, milliseconds) = state.withLockedValue { state in
        if state.isStalled { state.idle.append(client) }
        return (state.isStalled, state.delay)
      }
      let delay = TimeAmount.milliseconds(Int64(milliseconds))
      guard !isStalled else { return }
      ClientBootstrap(group: client.eventLoop).channelOption(.tcpOption(.tcp_nodelay), value: 1)
        .channelInitializer { server in
          client.eventLoop.makeCompletedFuture {
            try server.pipeline.syncOperations.addHandler(Relay(to: client, delay: delay))
            try client.pipeline.syncOperations.addHandler(Relay(to: server, delay: delay))
          }
        }
        .connect(host: "127.0.0.1", port: target).whenComplete { outcome in
          guard case .success(let server) = outcome else { return client.close(promise: nil) }
          let mayFlow = state.withLockedValue { state in
            for channel in [client, server] { state.channels[ObjectIdentifier(channel)] = channel }
            return !state.isStalled
          }
          for channel in [client, server] {
            channel.closeFuture.whenComplete { _ in
              state.withLockedValue { $0.channels[ObjectIdentifier(channel)] = nil }
            }
          }
          guard mayFlow else { return server.setOption(.autoRead, value: false).whenFailure { _ in } }
          client.setOption(.autoRead, value: true).whenFailure { _ in client.close(promise: nil) }
        }
    }
  }

  private final class Relay: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let other: any Channel
    private let delay: TimeAmount

    init(to other: any Channel, delay: TimeAmount) {
      self.other = other
      self.delay = delay
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let bytes = unwrapInboundIn(data)
      guard delay > .zero else { return other.writeAndFlush(bytes, promise: nil) }
      context.eventLoop.scheduleTask(in: delay) { [other] in other.writeAndFlush(bytes, promise: nil) }
    }

    func channelInactive(context: ChannelHandlerContext) {
      guard delay > .zero else { return other.close(promise: nil) }
      context.eventLoop.scheduleTask(in: delay) { [other] in other.close(promise: nil) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
  }
}
