import NIOCore
import NIOPosix
import OracleWire

/// Asks a listener for a sign of life, on a connection of its own, as `tnsping` does.
///
/// No session is begun, so that neither a log-on nor a server process is needed, nor is a secret sent.
struct ListenerProbe: Sendable {
  let address: ConnectAddress
  /// The time for each of its two steps: TCP, and the answer.
  let timeout: TimeAmount

  /// Whether somebody answers: with anything at all, or by refusing the connection.
  ///
  /// A connection that is taken and then closed without a word is no answer from a listener of plain TCP: proxies do so
  /// whose other side is gone.
  func isAnswered(on eventLoop: any EventLoop) -> EventLoopFuture<Bool> {
    let promise = eventLoop.makePromise(of: Bool.self)
    let isSecured = address.transport == .tcps
    ClientBootstrap(group: eventLoop).connectTimeout(timeout).channelInitializer { channel in
      channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.addHandler(AnswerHandler(promise, isSecured: isSecured))
      }
    }.connect(host: address.host, port: address.port).whenComplete { outcome in
      switch outcome {
      case .success(let channel):
        var bytes = ByteBuffer()
        ConnectPacket(connectData: "(DESCRIPTION=(CONNECT_DATA=(COMMAND=ping)))", sessionDataUnit: 8192)
          .write(to: &bytes)
        channel.writeAndFlush(bytes, promise: nil)
        let timer = eventLoop.scheduleTask(in: timeout) {
          promise.succeed(false)
          channel.close(promise: nil)
        }
        promise.futureResult.whenComplete { _ in
          timer.cancel()
          channel.close(promise: nil)
        }
      case .failure(let error): promise.succeed(ListenerProbe.isRefusal(error))
      }
    }
    return promise.futureResult
  }

  /// Whether a host has said that nothing listens: sessions outlive their listener.
  private static func isRefusal(_ error: any Error) -> Bool {
    let errors = (error as? NIOConnectionError)?.connectionErrors.map(\.error) ?? [error]
    return errors.contains { ($0 as? IOError)?.errnoCode == ECONNREFUSED }
  }

  private final class AnswerHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let promise: EventLoopPromise<Bool>
    private let isSecured: Bool

    init(_ promise: EventLoopPromise<Bool>, isSecured: Bool) {
      self.promise = promise
      self.isSecured = isSecured
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { promise.succeed(true) }

    func channelInactive(context: ChannelHandlerContext) { promise.succeed(isSecured) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
  }
}
