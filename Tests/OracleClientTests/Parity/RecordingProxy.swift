import NIOConcurrencyHelpers
import NIOCore
import NIOPosix

/// A TCP proxy that keeps what the client sends.
final class RecordingProxy: Sendable {
  let port: Int
  private let channel: any Channel
  private let recorded: NIOLockedValueBox<[[UInt8]]>

  private init(channel: any Channel, recorded: NIOLockedValueBox<[[UInt8]]>) {
    self.channel = channel
    self.recorded = recorded
    port = channel.localAddress?.port ?? 0
  }

  /// The client's bytes since the last time, a list for each connection in the order in which they came.
  func take() -> [[UInt8]] {
    recorded.withLockedValue { bytes in
      defer { bytes = [] }
      return bytes
    }
  }

  static func start(to target: Int) async throws -> RecordingProxy {
    let recorded = NIOLockedValueBox<[[UInt8]]>([])
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelOption(.autoRead, value: false)
      .childChannelInitializer { client in
        let number = recorded.withLockedValue { connections in
          connections.append([])
          return connections.count - 1
        }
        return ClientBootstrap(group: client.eventLoop)
          .connect(host: "127.0.0.1", port: target)
          .flatMap { server in
            client.eventLoop.makeCompletedFuture {
              try server.pipeline.syncOperations.addHandler(Relay(to: client, keep: { _ in }))
              try client.pipeline.syncOperations.addHandler(
                Relay(to: server) { bytes in
                  recorded.withLockedValue { connections in
                    if connections.indices.contains(number) { connections[number] += bytes }
                  }
                })
            }
          }
          .flatMap { client.setOption(.autoRead, value: true) }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    return RecordingProxy(channel: channel, recorded: recorded)
  }

  func stop() async {
    try? await channel.close()
  }

  private final class Relay: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let other: any Channel
    private let keep: @Sendable ([UInt8]) -> Void

    init(to other: any Channel, keep: @escaping @Sendable ([UInt8]) -> Void) {
      self.other = other
      self.keep = keep
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let bytes = unwrapInboundIn(data)
      keep(Array(bytes.readableBytesView))
      other.writeAndFlush(bytes, promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
      other.close(promise: nil)
      context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      other.close(promise: nil)
      context.close(promise: nil)
    }
  }
}
