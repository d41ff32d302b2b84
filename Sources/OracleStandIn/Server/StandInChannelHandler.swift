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
  private let conversation: StandInConversation

  init(database: StandInDatabase, options: StandInServer.Options) {
    conversation = StandInConversation(database: database, options: options)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = unwrapInboundIn(data)
    if stream.readableBytes == 0 { stream = bytes } else { stream.writeBuffer(&bytes) }
    do {
      while let packet = try TNSPacket.next(in: &stream, hasLongLength: hasLongLength) {
        let reply = try conversation.receive(packet, moreFollows: stream.readableBytes > 0)
        hasLongLength = conversation.hasLongLength
        if reply.bytes.readableBytes > 0 {
          context.writeAndFlush(wrapOutboundOut(reply.bytes), promise: nil)
        }
        if reply.closes {
          context.close(promise: nil)
          return
        }
      }
    } catch {
      // A client that breaks the protocol is cut off, as a real server would.
      context.close(promise: nil)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    conversation.end()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
