import NIOConcurrencyHelpers
import NIOCore
import NIOPosix

/// A listener that answers each CONNECT with bytes that a test wrote down.
final class ScriptedListener: Sendable {
  /// A CONNECT as it arrived.
  struct Received: Sendable, Equatable {
    var flags: UInt8
    var data: String
  }

  /// The 12.1 listener's RESEND of the capture oracle12.
  static let resend: [UInt8] = [0x00, 0x08, 0x00, 0x00, 0x0B, 0x00, 0x00, 0x00]

  /// A REFUSE, its text in the packet or, as some listeners do, in one of its own.
  static func refuse(_ code: Int, isSplit: Bool = false) -> [UInt8] {
    let text = Array(
      "(DESCRIPTION=(TMP=)(VSNNUM=318767104)(ERR=\(code))(ERROR_STACK=(ERROR=(CODE=\(code))(EMFI=4))))".utf8)
    let length = UInt8(text.count)
    let head: [UInt8] = [0x22, 0x00, 0x00, length]
    if isSplit { return [0, 12, 0, 0, 4, 0, 0, 0] + head + [0, 10 + length, 0, 0, 6, 0, 0, 0, 0, 0] + text }
    return [0, 12 + length, 0, 0, 4, 0, 0, 0] + head + text
  }

  /// A REDIRECT: the length, and the text behind it or in a DATA packet.
  static func redirect(port: Int, data: String?, isSplit: Bool = true) -> [UInt8] {
    let address = "(ADDRESS=(PROTOCOL=tcp)(HOST=127.0.0.1)(PORT=\(port)))"
    let text = Array((address + (data.map { "\0" + $0 } ?? "")).utf8)
    func short(_ value: Int) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xFF)] }
    let flags: UInt8 = data == nil ? 0 : 2
    if isSplit {
      return [0, 10, 0, 0, 5, flags, 0, 0] + short(text.count) + short(10 + text.count) + [0, 0, 6, 0, 0, 0, 0, 0]
        + text
    }
    return short(10 + text.count) + [0, 0, 5, flags, 0, 0] + short(text.count) + text
  }

  let port: Int
  private let channel: any Channel
  private let seen: NIOLockedValueBox<[Received]>

  private init(channel: any Channel, seen: NIOLockedValueBox<[Received]>) {
    self.channel = channel
    self.seen = seen
    port = channel.localAddress?.port ?? 0
  }

  /// Answers the first CONNECT, on whichever connection, with the first reply, and so on; then with silence.
  static func start(_ replies: [[UInt8]]) async throws -> ScriptedListener {
    let seen = NIOLockedValueBox<[Received]>([])
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Handler(replies: replies, seen: seen))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    return ScriptedListener(channel: channel, seen: seen)
  }

  var received: [Received] { seen.withLockedValue { $0 } }

  func stop() async { try? await channel.close() }

  private final class Handler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let replies: [[UInt8]]
    private let seen: NIOLockedValueBox<[Received]>
    private var bytes: [UInt8] = []

    init(replies: [[UInt8]], seen: NIOLockedValueBox<[Received]>) {
      self.replies = replies
      self.seen = seen
    }

    private func short(_ offset: Int) -> Int { Int(bytes[offset]) << 8 | Int(bytes[offset + 1]) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      bytes += unwrapInboundIn(data).readableBytesView
      guard bytes.count >= 28, bytes[4] == 1, bytes.count >= short(0) else { return }
      let (length, dataLength, offset) = (short(0), short(24), short(26))
      // Over 230 bytes the data comes in a DATA packet behind the CONNECT.
      let start = offset + dataLength <= length ? offset : length + 10
      guard bytes.count >= start + dataLength else { return }
      let received = Received(
        flags: bytes[5], data: String(decoding: bytes[start..<start + dataLength], as: UTF8.self))
      bytes.removeFirst(start + dataLength)
      let index = seen.withLockedValue { list in
        list.append(received)
        return list.count - 1
      }
      guard replies.indices.contains(index) else { return }
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: replies[index])), promise: nil)
    }
  }
}
