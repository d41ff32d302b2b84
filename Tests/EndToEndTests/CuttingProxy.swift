import NIOConcurrencyHelpers
import NIOCore
import NIOPosix

/// A TCP proxy that cuts the connection after so many bytes in one direction: a server that dies in mid-call.
final class CuttingProxy: Sendable {
  enum Direction: Sendable {
    case fromServer
    case fromClient
  }

  let port: Int
  private let channel: any Channel
  private let count: NIOLockedValueBox<Int>

  private init(port: Int, channel: any Channel, count: NIOLockedValueBox<Int>) {
    self.port = port
    self.channel = channel
    self.count = count
  }

  /// Bytes that have passed in the direction that is watched.
  var passed: Int { count.withLockedValue { $0 } }

  static func start(to target: Int, cutAfter limit: Int, _ direction: Direction) async throws -> CuttingProxy {
    let group = MultiThreadedEventLoopGroup.singleton
    let count = NIOLockedValueBox(0)
    let channel = try await ServerBootstrap(group: group)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.autoRead, value: false)
      .childChannelInitializer { client in
        client.eventLoop.makeCompletedFuture {
          try client.pipeline.syncOperations.addHandler(
            Opening(target: target, direction: direction, count: count, limit: limit))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    return CuttingProxy(port: channel.localAddress?.port ?? 0, channel: channel, count: count)
  }

  func stop() async {
    try? await channel.close()
  }

  /// Connects to the real server once the client's channel is active, and only then lets the client's bytes in.
  private final class Opening: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer

    private let target: Int
    private let direction: Direction
    private let count: NIOLockedValueBox<Int>
    private let limit: Int

    init(target: Int, direction: Direction, count: NIOLockedValueBox<Int>, limit: Int) {
      self.target = target
      self.direction = direction
      self.count = count
      self.limit = limit
    }

    func channelActive(context: ChannelHandlerContext) {
      let client = context.channel
      let (count, limit, direction) = (count, limit, direction)
      let bootstrap = ClientBootstrap(group: client.eventLoop).channelInitializer { server in
        client.eventLoop.makeCompletedFuture {
          let watchesServer = direction == .fromServer
          try server.pipeline.syncOperations.addHandler(
            Relay(to: client, count: watchesServer ? count : nil, limit: limit))
          try client.pipeline.syncOperations.addHandler(
            Relay(to: server, count: watchesServer ? nil : count, limit: limit))
        }
      }
      bootstrap.connect(host: "127.0.0.1", port: target).whenComplete { outcome in
        switch outcome {
        case .success: client.setOption(.autoRead, value: true).whenFailure { _ in client.close(promise: nil) }
        case .failure: client.close(promise: nil)
        }
      }
    }
  }

  private final class Relay: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let other: any Channel
    private let count: NIOLockedValueBox<Int>?
    private let limit: Int

    init(to other: any Channel, count: NIOLockedValueBox<Int>?, limit: Int) {
      self.other = other
      self.count = count
      self.limit = limit
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let bytes = unwrapInboundIn(data)
      let passed = count?.withLockedValue { count in
        count += bytes.readableBytes
        return count
      }
      if let passed, passed > limit {
        other.close(promise: nil)
        context.close(promise: nil)
        return
      }
      other.writeAndFlush(bytes, promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
      other.close(promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
  }
}
