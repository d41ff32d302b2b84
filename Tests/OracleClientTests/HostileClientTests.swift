import NIOConcurrencyHelpers
import NIOCore
import NIOPosix
import OracleStandIn
import OracleWire
import Testing

@testable import OracleClient

/// Clients of the stand-in's server that send anything: it ends their connection or waits, and serves the others.
@Suite(.serialized) struct HostileClientTests {
  /// Counts what a server says.
  private final class Listener: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let wanted: Int
    private let heard: EventLoopPromise<Void>
    private let ended: EventLoopPromise<Int>
    private var count = 0

    /// - Parameters:
    ///   - heard: kept when so many bytes have come as are wanted, or no more will.
    ///   - ended: gets their number when the connection is over.
    init(wanted: Int, heard: EventLoopPromise<Void>, ended: EventLoopPromise<Int>) {
      self.wanted = wanted
      self.heard = heard
      self.ended = ended
    }

    func channelActive(context: ChannelHandlerContext) {
      if wanted == 0 { heard.succeed(()) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      count += unwrapInboundIn(data).readableBytes
      if count >= wanted { heard.succeed(()) }
    }

    func channelInactive(context: ChannelHandlerContext) {
      heard.succeed(())
      ended.succeed(count)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
  }

  /// Bytes of one connection: those that were taken off the sender before the server closed, and those that it said.
  private struct Traffic: Sendable {
    var taken = 0
    var said = 0
  }

  /// Sends bytes, waits until so many have come back, and then ends its side.
  private func send(
    _ bytes: ByteBuffer, to port: Int, pieces: Int = 1, awaiting wanted: Int = 0
  ) async throws -> Traffic {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let heard = loop.makePromise(of: Void.self)
    let ended = loop.makePromise(of: Int.self)
    // Without a size of its own the sender's buffer grows as it likes, and takes megabytes that nobody reads.
    let bootstrap = ClientBootstrap(group: loop).channelOption(.socketOption(.so_sndbuf), value: 1 << 17)
    let channel = try await bootstrap.channelInitializer { channel in
      channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.addHandler(Listener(wanted: wanted, heard: heard, ended: ended))
      }
    }.connect(host: "127.0.0.1", port: port).get()
    var rest = bytes
    var traffic = Traffic()
    let size = max(1, bytes.readableBytes / pieces)
    while rest.readableBytes > 0, let piece = rest.readSlice(length: min(size, rest.readableBytes)) {
      // A server that has had enough closes before all is written.
      guard (try? await channel.writeAndFlush(piece).get()) != nil else { break }
      traffic.taken += piece.readableBytes
    }
    try await heard.futureResult.get()
    channel.close(mode: .output, promise: nil)
    traffic.said = try await ended.futureResult.get()
    return traffic
  }

  private func connectPacket() -> ByteBuffer {
    var bytes = ByteBuffer()
    ConnectPacket(connectData: "(DESCRIPTION=(CONNECT_DATA=(SERVICE_NAME=TESTDB)))", sessionDataUnit: 8192).write(
      to: &bytes)
    return bytes
  }

  /// A client's bytes up to its log-on, as packets.
  private func stream(_ profile: StandInProfile) throws -> [UInt8] {
    var bytes = connectPacket()
    for exchange in try PlayedSession(profile: profile, dataUnit: 8192).exchanges {
      TNSPacket.writeData(exchange.request, dataUnit: 8192, hasLongLength: exchange.hasLongLength, to: &bytes)
    }
    return Array(bytes.readableBytesView)
  }

  private func expectStillServes(_ live: LiveServer) async throws {
    let connection = try await live.connect()
    #expect(try await connection.rows("SELECT 1 FROM DUAL") == [[.number(OracleNumber(1))]])
    await connection.close()
  }

  @Test(arguments: StandInProfile.allCases)
  func mutatedStreams(_ profile: StandInProfile) async throws {
    let live = try await LiveServer.start(profile: profile, verifier: .version11gAlternative)
    let whole = try stream(profile)
    var generator = SplitMix(seed: 41)
    for round in 0..<300 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[place] = [0, 1, 4, 127, 128, 253, 254, 255].randomElement(using: &generator) ?? 0
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 2: bytes.remove(at: place)
        case 3: bytes.replaceSubrange(place..<min(place + 4, bytes.count), with: [0xFF, 0xFF, 0xFF, 0xFF])
        default: bytes.removeSubrange(place...)
        }
      }
      let pieces = round % 10 == 0 ? bytes.count : 1 + round % 3
      // Byte by byte it takes a while when all tests run at once.
      let outcome = await Deadline.outcome(within: 300) { [bytes] in
        _ = try await send(ByteBuffer(bytes: bytes), to: live.server.port, pieces: pieces)
      }
      if case .hangs = outcome { Issue.record("round \(round) hangs") }
    }
    try await expectStillServes(live)
    await live.server.stop()
  }

  @Test(arguments: StandInProfile.allCases)
  func garbageAndLengthsThatCannotBe(_ profile: StandInProfile) async throws {
    let live = try await LiveServer.start(profile: profile, verifier: .version11gAlternative)
    var generator = SplitMix(seed: 42)
    var texts: [[UInt8]] = [
      Array("GET / HTTP/1.1\r\n\r\n".utf8), [0, 0, 0, 0, 1, 0, 0, 0], [0, 7, 0, 0, 1, 0, 0, 0],
      [0xFF, 0xFF, 0, 0, 1, 0, 0, 0], [0, 8, 0, 0, 99, 0, 0, 0], [0, 8, 0, 0, 1, 0, 0, 0], [0, 8, 0, 0, 6, 0, 0, 0],
    ]
    for length: [UInt8] in [[0, 0, 0, 0], [0, 0, 0, 7], [0x7F, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0xFF]] {
      texts.append(try stream(profile).prefix(120) + length + [6, 0, 0, 0, 0, 0])
    }
    for _ in 0..<40 { texts.append((0..<200).map { _ in UInt8.random(in: .min ... .max, using: &generator) }) }
    for text in texts {
      let outcome = await Deadline.outcome(within: 300) {
        _ = try await send(ByteBuffer(bytes: text), to: live.server.port)
      }
      if case .hangs = outcome { Issue.record("\(text.prefix(12)) hangs") }
    }
    try await expectStillServes(live)
    await live.server.stop()
  }

  /// Before a log-on a client may send little: 1 MiB, and what the sockets' buffers hold besides.
  @Test(arguments: StandInProfile.allCases)
  func aLogonWithoutEnd(_ profile: StandInProfile) async throws {
    let live = try await LiveServer.start(profile: profile, verifier: .version11gAlternative)
    var bytes = connectPacket()
    // The first authentication call, with a token as nothing is agreed on yet; the user's name never ends.
    var message = ByteBuffer(bytes: [3, 118, 1, 0, 1, 1, 3, 1, 1, 1, 1, 1, 1, 1, 254])
    for _ in 0..<1000 { message.writeBytes([2, 0x40, 0x00] + [UInt8](repeating: 0x41, count: 0x4000)) }
    TNSPacket.writeData(message, dataUnit: 8192, hasLongLength: profile.hasLongLength, to: &bytes)
    for _ in 0..<5 {
      let traffic = NIOLockedValueBox(Traffic())
      let outcome = await Deadline.outcome(within: 300) { [bytes] in
        let seen = try await send(bytes, to: live.server.port, pieces: 256)
        traffic.withLockedValue { $0 = seen }
      }
      guard case .done = outcome else {
        Issue.record("it is read without end: \(outcome)")
        continue
      }
      let taken = traffic.withLockedValue { $0.taken }
      #expect(taken < 8 << 20, "\(taken) of \(bytes.readableBytes) bytes were taken")
      // Less would be another reason than the limit; the last piece, of 64 KiB, may have been taken in part.
      #expect(taken > 7 << 17, "cut off after \(taken) bytes")
    }
    try await expectStillServes(live)
    await live.server.stop()
  }

  /// A client may break off as often as it likes: a break is answered by a break, a reset by a reset and the error of
  /// the call that was broken off, and nothing more.
  @Test func markersWithoutEnd() async throws {
    let live = try await LiveServer.start(verifier: .version11gAlternative)
    let port = live.server.port
    let pair = Fault.marker(1) + Fault.marker(2)
    let accept = try await send(connectPacket(), to: port, awaiting: 1).said
    var one = connectPacket()
    one.writeBytes(pair)
    let answer = try await send(one, to: port, awaiting: accept + 1).said - accept
    #expect(answer > pair.count && answer < 1000, "\(answer) bytes in answer to a break and a reset")
    let count = 20_000
    var many = connectPacket()
    for _ in 0..<count { many.writeBytes(pair) }
    let wanted = accept + count * answer
    let said = NIOLockedValueBox(0)
    let outcome = await Deadline.outcome(within: 300) { [many] in
      let seen = try await send(many, to: port, awaiting: wanted)
      said.withLockedValue { $0 = seen.said }
    }
    guard case .done = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(said.withLockedValue { $0 } == wanted)
    try await expectStillServes(live)
    await live.server.stop()
  }
}
