import NIOCore
import OracleWire

/// One client's connection: bytes in, bytes out.
///
/// What they mean is the conversation's business.
final class StandInChannelHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private var stream = ByteBuffer()
  private var hasLongLength = false
  /// What is to happen when the present call has lasted long enough.
  private var resumption: Scheduled<Void>?
  private let conversation: StandInConversation
  private let tls: StandInTLS?

  init(database: StandInDatabase, options: StandInServer.Options) {
    tls = options.tls
    conversation = StandInConversation(database: database, options: options)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = unwrapInboundIn(data)
    if stream.readableBytes == 0 {
      stream = bytes
    } else {
      stream.discardReadBytes()
      stream.writeBuffer(&bytes)
    }
    do {
      while let packet = try TNSPacket.next(in: &stream, hasLongLength: hasLongLength) {
        let reply = try conversation.receive(packet, moreFollows: stream.readableBytes > 0)
        hasLongLength = conversation.hasLongLength
        send(reply, context)
        if reply.closes { return }
      }
    } catch {
      // A client that breaks the protocol is cut off, as a real server would.
      context.close(promise: nil)
    }
  }

  private func send(_ reply: StandInConversation.Reply, _ context: ChannelHandlerContext) {
    if reply.bytes.readableBytes > 0 {
      let written = context.writeAndFlush(wrapOutboundOut(reply.bytes))
      if reply.renewsTLS, let tls {
        written.whenSuccess { [channel = context.channel] in tls.renew(on: channel) }
      }
    }
    if reply.closes {
      stopWaiting()
      context.close(promise: nil)
    } else if let pause = conversation.pause {
      guard resumption == nil else { return }
      resumption = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(pause)) { [self] in
        resume(context)
      }
    } else {
      stopWaiting()
    }
  }

  private func resume(_ context: ChannelHandlerContext) {
    resumption = nil
    do {
      send(try conversation.resume(), context)
    } catch {
      context.close(promise: nil)
    }
  }

  private func stopWaiting() {
    resumption?.cancel()
    resumption = nil
  }

  /// A client that asks on and on without reading the answers isn't listened to until it does.
  func channelWritabilityChanged(context: ChannelHandlerContext) {
    let isWritable = context.channel.isWritable
    context.channel.setOption(.autoRead, value: isWritable).whenFailure { _ in }
    context.fireChannelWritabilityChanged()
  }

  func channelInactive(context: ChannelHandlerContext) {
    stopWaiting()
    conversation.end()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
