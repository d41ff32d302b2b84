import NIOConcurrencyHelpers
import NIOCore
import NIOPosix
import OracleWire

/// What the proxy does to the packets that a server sends, counted from 0.
enum Fault: Sendable, Hashable {
  case none
  /// Both sides are closed in front of the packet.
  case cutBefore(Int)
  /// Half of the packet comes, then the end.
  case cutInside(Int)
  /// The server's side says that no more will come, but stays open for what the client sends.
  case halfClose(Int)
  /// From the packet on nothing comes any more, and nothing ends.
  case stall(Int)
  /// Each packet comes so many milliseconds later.
  case delay(Int)
  /// Each byte is written by itself.
  case singleBytes
  /// The packet's length field is another one.
  case length(Int, UInt32)
  /// So many bytes come in front of the packet.
  case insert(Int, [UInt8])
  /// The packet comes twice.
  case duplicate(Int)
  /// The packet comes after the one that follows it.
  case swap(Int)
  /// The packet never comes, what follows it does: as from a server that was not done with a call.
  case lose(Int)
  /// The packet comes when the server sends the next one, in front of it.
  case late(Int)
  /// One byte behind the header is another.
  case flip(Int, at: Int)

  /// A marker packet: 1 breaks, 2 resets.
  static func marker(_ kind: UInt8, hasLongLength: Bool = true) -> [UInt8] {
    packet(type: 12, [1, 0, kind], hasLongLength: hasLongLength)
  }

  /// A small packet; its length has 32 bits from 12.1 on.
  static func packet(type: UInt8, _ body: [UInt8] = [], hasLongLength: Bool = true) -> [UInt8] {
    let length = UInt8(8 + body.count)
    return (hasLongLength ? [0, 0, 0, length] : [0, length, 0, 0]) + [type, 0, 0, 0] + body
  }
}

/// A TCP proxy in front of the stand-in that is faulty on purpose.
final class FaultyProxy: Sendable {
  let port: Int
  private let channel: any Channel
  private let counts: NIOLockedValueBox<Counts>

  /// What has come to the proxy on all connections.
  fileprivate struct Counts {
    var packets = 0
    var interrupts = 0
  }

  private init(port: Int, channel: any Channel, counts: NIOLockedValueBox<Counts>) {
    self.port = port
    self.channel = channel
    self.counts = counts
  }

  /// Packets of the server that have come to the proxy on all connections.
  var packets: Int { counts.withLockedValue { $0.packets } }

  /// Markers by which clients asked the server to break a call off.
  var interrupts: Int { counts.withLockedValue { $0.interrupts } }

  /// Waits until so many packets of the server have come.
  func wait(forPackets wanted: Int) async throws {
    while packets < wanted { try await Task.sleep(for: .milliseconds(2)) }
  }

  static func start(to target: Int, _ fault: Fault) async throws -> FaultyProxy {
    let counts = NIOLockedValueBox(Counts())
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.autoRead, value: false)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer { client in
        client.eventLoop.makeCompletedFuture {
          try client.pipeline.syncOperations.addHandler(Opening(target: target, fault: fault, counts: counts))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    return FaultyProxy(port: channel.localAddress?.port ?? 0, channel: channel, counts: counts)
  }

  func stop() async {
    try? await channel.close()
  }

  /// Connects to the real server first, and only then lets the client's bytes in.
  private final class Opening: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let target: Int
    private let fault: Fault
    private let counts: NIOLockedValueBox<Counts>

    init(target: Int, fault: Fault, counts: NIOLockedValueBox<Counts>) {
      self.target = target
      self.fault = fault
      self.counts = counts
    }

    func channelActive(context: ChannelHandlerContext) {
      let client = context.channel
      let (fault, counts) = (fault, counts)
      ClientBootstrap(group: client.eventLoop).channelInitializer { server in
        client.eventLoop.makeCompletedFuture {
          let framing = Framing()
          try server.pipeline.syncOperations.addHandler(
            Spoiler(client: client, fault: fault, framing: framing, counts: counts))
          try client.pipeline.syncOperations.addHandler(
            Relay(to: server, dropsMarkers: fault.insertsMarkers, framing: framing, counts: counts))
        }
      }.connect(host: "127.0.0.1", port: target).whenComplete { outcome in
        switch outcome {
        case .success: client.setOption(.autoRead, value: true).whenFailure { _ in client.close(promise: nil) }
        case .failure: client.close(promise: nil)
        }
      }
    }
  }

  /// From the client to the server, unharmed; answers to markers that the proxy made up itself do not get through.
  private final class Relay: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    /// More than any packet has: such a length is that of a client which a fault has misled about lengths.
    private static let longestPacket = 1 << 21
    private static let interruptMarker: UInt8 = 3

    private let other: any Channel
    private let dropsMarkers: Bool
    private let framing: Framing
    private let counts: NIOLockedValueBox<Counts>
    private var stream = ByteBuffer()
    private var isMisled = false

    init(to other: any Channel, dropsMarkers: Bool, framing: Framing, counts: NIOLockedValueBox<Counts>) {
      self.other = other
      self.dropsMarkers = dropsMarkers
      self.framing = framing
      self.counts = counts
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      var bytes = unwrapInboundIn(data)
      stream.writeBuffer(&bytes)
      // Packet by packet: on a busy machine a marker and the call behind it come with one read.
      while let packet = nextPacket() {
        let start = packet.readerIndex
        let isMarker =
          !isMisled && packet.getInteger(at: start + 4, as: UInt8.self) == TNSPacketType.marker.rawValue
        if isMarker, packet.getInteger(at: start + 10, as: UInt8.self) == Self.interruptMarker {
          counts.withLockedValue { $0.interrupts += 1 }
        }
        if dropsMarkers, isMarker { continue }
        other.writeAndFlush(packet, promise: nil)
      }
    }

    /// The next whole packet; whatever there is, once packets can't be told apart.
    private func nextPacket() -> ByteBuffer? {
      if !isMisled {
        guard let length = framing.length(of: stream) else { return nil }
        if (8...Self.longestPacket).contains(length) { return stream.readSlice(length: length) }
        isMisled = true
      }
      return stream.readableBytes > 0 ? stream.readSlice(length: stream.readableBytes) : nil
    }

    func channelInactive(context: ChannelHandlerContext) {
      other.close(promise: nil)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
      if case ChannelEvent.inputClosed? = event as? ChannelEvent { other.close(promise: nil) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
  }
}

extension Fault {
  fileprivate var insertsMarkers: Bool {
    if case .insert = self { true } else { false }
  }
}

/// How the packets of a connection are told apart, both ways: their lengths get wider with an ACCEPT of 12.1 and later.
///
/// Lives on the event loop that both sides share.
private final class Framing {
  var hasLongLength = false

  /// The length of the packet that comes next; nil before its header is there.
  func length(of stream: ByteBuffer) -> Int? {
    let start = stream.readerIndex
    guard stream.readableBytes >= 8 else { return nil }
    return hasLongLength
      ? stream.getInteger(at: start, as: UInt32.self).map { Int($0) }
      : stream.getInteger(at: start, as: UInt16.self).map { Int($0) }
  }
}

/// From the server to the client, packet by packet, with the fault.
private final class Spoiler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let client: any Channel
  private let fault: Fault
  private let framing: Framing
  private let counts: NIOLockedValueBox<FaultyProxy.Counts>
  private var stream = ByteBuffer()
  private var index = 0
  private var isOver = false
  private var held: ByteBuffer?

  init(client: any Channel, fault: Fault, framing: Framing, counts: NIOLockedValueBox<FaultyProxy.Counts>) {
    self.client = client
    self.fault = fault
    self.framing = framing
    self.counts = counts
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = unwrapInboundIn(data)
    stream.writeBuffer(&bytes)
    while !isOver, let packet = nextPacket() {
      // First: who has got the packet may ask at once how many there were.
      counts.withLockedValue { $0.packets += 1 }
      spoil(packet, index, context)
      index += 1
    }
  }

  private func nextPacket() -> ByteBuffer? {
    guard let length = framing.length(of: stream), var packet = stream.readSlice(length: length) else { return nil }
    if packet.getInteger(at: packet.readerIndex + 4, as: UInt8.self) == TNSPacketType.accept.rawValue {
      let whole = packet
      packet.moveReaderIndex(forwardBy: 8)
      framing.hasLongLength = (try? AcceptPacket(body: packet))?.hasLongLength ?? false
      return whole
    }
    return packet
  }

  private func send(_ bytes: ByteBuffer) {
    client.writeAndFlush(bytes, promise: nil)
  }

  private func close(_ context: ChannelHandlerContext) {
    isOver = true
    client.close(promise: nil)
    context.close(promise: nil)
  }

  private func spoil(_ packet: ByteBuffer, _ index: Int, _ context: ChannelHandlerContext) {
    var packet = packet
    switch fault {
    case .cutBefore(index):
      close(context)
    case .cutInside(index):
      if let half = packet.readSlice(length: packet.readableBytes / 2) { send(half) }
      close(context)
    case .halfClose(index):
      isOver = true
      client.close(mode: .output, promise: nil)
    case .stall(index):
      isOver = true
    case .delay(let milliseconds):
      let client = client
      client.eventLoop.scheduleTask(in: .milliseconds(Int64(milliseconds))) { [packet] in
        client.writeAndFlush(packet, promise: nil)
      }
    case .singleBytes:
      while let byte = packet.readSlice(length: 1) { send(byte) }
    case .length(index, let length):
      if index == 0 || !framing.hasLongLength {
        packet.setInteger(UInt16(truncatingIfNeeded: length), at: packet.readerIndex)
      } else {
        packet.setInteger(length, at: packet.readerIndex)
      }
      send(packet)
    case .insert(index, let bytes):
      send(ByteBuffer(bytes: bytes))
      send(packet)
    case .duplicate(index):
      send(packet)
      send(packet)
    case .swap(index), .late(index):
      held = packet
    case .lose(index):
      break
    case .late:
      if let held { send(held) }
      held = nil
      send(packet)
    case .flip(index, let place):
      let at = packet.readerIndex + 8 + place % max(1, packet.readableBytes - 8)
      if let byte = packet.getInteger(at: at, as: UInt8.self) { packet.setInteger(byte ^ 0x55, at: at) }
      send(packet)
    default:
      send(packet)
      if let packet = held { send(packet) }
      held = nil
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    // A stalled or half-closed server stays silent, it does not go.
    if isOver { return }
    client.close(promise: nil)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
