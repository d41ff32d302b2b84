import NIOCore
import OracleStandIn
import OracleWire
import Testing

@testable import OracleClient

/// A server that sends without end: the client gives up by a limit, and keeps only little of it.
@Suite(.serialized) struct FloodTests {
  static let size = 24 << 20

  /// The bytes again and again, at least `count` times; doubled, as a debug build would take long byte by byte.
  private static func repeated(_ bytes: [UInt8], _ count: Int) -> [UInt8] {
    var many = bytes
    while many.count < bytes.count * count { many += many }
    return many
  }

  /// DATA packets, filled with a payload again and again after a beginning.
  private static func data(_ beginning: [UInt8], _ payload: [UInt8], packet: Int = 8192, _ isLong: Bool) -> [UInt8] {
    let message = ByteBuffer(bytes: beginning + repeated(payload, size / payload.count))
    var stream = ByteBuffer()
    TNSPacket.writeData(message, dataUnit: packet, hasLongLength: isLong, to: &stream)
    return Array(stream.readableBytesView)
  }

  /// One of a long value's chunks.
  private static let chunk: [UInt8] = [2, 0x40, 0x00] + [UInt8](repeating: 0x41, count: 0x4000)

  struct Flood: Sendable {
    var name: String
    var bytes: [UInt8]
    /// What the error says of the limit; nil for what may go on, as nothing of it is kept.
    var limit: String?
    /// Only in answer to an authentication call: to other calls, the first message is refused whatever the limits are.
    var isAuthentication = false
  }

  /// Floods in packets whose lengths have 32 bits, or 16.
  private static func floods(hasLongLength isLong: Bool) -> [Flood] {
    let interruption = Fault.marker(1, hasLongLength: isLong) + Fault.marker(2, hasLongLength: isLong)
    return [
      Flood(
        name: "breaks and resets", bytes: repeated(interruption, 30_000), limit: "breaks a call off again and again"),
      Flood(name: "empty packets", bytes: repeated(Fault.packet(type: 6, [0, 0], hasLongLength: isLong), 30_000)),
      Flood(name: "control packets", bytes: repeated(Fault.packet(type: 14, [0, 0], hasLongLength: isLong), 30_000)),
      Flood(name: "a banner", bytes: data([1, 6, 0], [0x41], isLong), limit: "a name of more than"),
      Flood(
        name: "data types", bytes: data([2], [0, 1, 0, 1, 0, 1, 0, 0], isLong), limit: "more than 8192 data types"),
      Flood(
        name: "an authentication value", bytes: data([8, 2, 0xFF, 0xFF, 1, 1, 254], chunk, packet: 65535, isLong),
        limit: "more than 16 MiB", isAuthentication: true),
      Flood(name: "piggybacks", bytes: data([], [23, 7, 1, 1, 254] + chunk + [0], isLong), limit: "more than 16 MiB"),
    ]
  }

  private static let longFloods = floods(hasLongLength: true)
  private static let shortFloods = floods(hasLongLength: false)

  @Test(arguments: StandInProfile.allCases, 0..<7)
  func endsByALimit(_ profile: StandInProfile, _ place: Int) async throws {
    let flood = profile.hasLongLength ? Self.longFloods[place] : Self.shortFloods[place]
    let live = try await LiveServer.start(profile: profile, verifier: .version11gAlternative)
    let counting = try await FaultyProxy.start(to: live.server.port, .none)
    var configuration = live.configuration
    configuration.port = counting.port
    configuration.connectTimeout = 900
    let counted = try await OracleConnection.connect(configuration)
    // Before the log-off, whose answer is not waited for without end.
    let packets = counting.packets
    await counted.close()
    await counting.stop()
    // In front of the first reply, of the log-on's last one, and of the first call's.
    for index in Set([1, packets - 1, packets]).sorted() {
      // The first reply answers the first authentication call only in 23ai, which has all of it in one round trip.
      let answersAuthentication = index == packets - 1 || (index == 1 && profile == .release23ai)
      if flood.isAuthentication, !answersAuthentication { continue }
      let proxy = try await FaultyProxy.start(to: live.server.port, .insert(index, flood.bytes))
      configuration.port = proxy.port
      let outcome = await Deadline.outcome(within: 600) { [configuration] in
        let connection = try await OracleConnection.connect(configuration)
        try await connection.ping()
        await connection.close()
      }
      await proxy.stop()
      switch outcome {
      case .done: #expect(flood.limit == nil, "\(flood.name) at \(index) passed")
      case .hangs: Issue.record("\(flood.name) at \(index) hangs")
      case .failed(let error as OracleConnectionError):
        guard case .protocolViolation(let text) = error.reason, let limit = flood.limit, text.contains(limit) else {
          Issue.record("\(flood.name) at \(index): \(error)")
          continue
        }
      case .failed(let error): Issue.record("\(flood.name) at \(index): \(error)")
      }
    }
    await live.server.stop()
  }

  /// What the machine itself holds, as the memory of a process in which many tests run at once tells nothing.
  @Test(arguments: [6, 14] as [UInt8], [true, false])
  func nothingIsKeptOfPacketsThatSayNothing(_ type: UInt8, _ isLong: Bool) throws {
    let packets = Self.repeated(Fault.packet(type: type, [0, 0], hasLongLength: isLong), 100_000)
    var machine = SessionStateMachine()
    machine.startSession(hasLongLength: isLong)
    machine.begin(ResponseDecoder(call: .plain, dialect: Dialect()))
    var held = 0
    // Pieces that hardly ever end where a packet does, so that something is always left over.
    for start in stride(from: 0, to: packets.count, by: 8191) {
      var piece = ByteBuffer(bytes: packets[start..<min(start + 8191, packets.count)])
      machine.receive(&piece)
      let action = machine.next()
      #expect(action == nil)
      let stream = Mirror(reflecting: machine).children.first { $0.label == "stream" }?.value
      let buffer = try #require(stream as? ByteBuffer)
      held = max(held, buffer.capacity)
    }
    #expect(held <= 1 << 16, "\(held) of \(packets.count) bytes")
  }

  /// A message that comes in tiny packets is read from its start again and again, but not for ever.
  @Test func aMessageInFarTooManyPiecesIsGivenUp() {
    var decoder = ResponseDecoder(call: .authentication, dialect: Dialect())
    decoder.append([8, 2, 0xFF, 0xFF, 1, 1, 254])
    var error: WireError?
    var pieces = 0
    while error == nil, pieces < 2000 {
      pieces += 1
      decoder.append(Self.chunk)
      do throws(WireError) {
        #expect(try !decoder.decode())
      } catch let failure {
        error = failure
      }
    }
    #expect(error == .malformed("a response with more than 16 MiB besides its rows"))
    #expect(pieces > 1000)
  }
}
