import NIOCore
import OracleWire

/// One session's protocol from the client's side, without I/O: bytes go in, actions come out.
///
/// While connecting, packets are handed on as they come. From `startSession` on, DATA packets feed the decoder of the
/// call that is under way.
struct SessionStateMachine {
  /// What the owner has to do.
  enum Action {
    /// A packet of the connect phase.
    case packet(TNSPacket)
    /// The call under way is answered.
    case answered(Response, dialect: Dialect)
    /// Bytes must be sent at once.
    case send(ByteBuffer)
    /// The server ends the session.
    case serverCloses
    /// The bytes break the protocol; the connection is of no more use.
    case violated(WireError)
  }

  private static let resetMarker: UInt8 = 2

  private var stream = ByteBuffer()
  private(set) var hasLongLength = false
  private var isConnecting = true
  private var decoder: ResponseDecoder?
  /// The decoder as it was when the call was sent: after a break the answer starts anew.
  private var freshDecoder: ResponseDecoder?
  private var awaitsReset = false

  /// From now on DATA packets belong to calls.
  mutating func startSession() {
    isConnecting = false
    hasLongLength = true
  }

  mutating func begin(_ decoder: ResponseDecoder) {
    self.decoder = decoder
    freshDecoder = decoder
  }

  mutating func receive(_ bytes: inout ByteBuffer) {
    if stream.readableBytes == 0 {
      stream = bytes
    } else {
      stream.writeBuffer(&bytes)
    }
  }

  /// The next thing to do, nil when more bytes are needed.
  mutating func next() -> Action? {
    do {
      while let packet = try TNSPacket.next(in: &stream, hasLongLength: hasLongLength) {
        if isConnecting {
          // Lengths are 32 bits wide in everything behind an ACCEPT, and it may have come with more.
          if packet.type == .accept { hasLongLength = true }
          return .packet(packet)
        }
        if let action = try handle(packet) { return action }
      }
      return nil
    } catch {
      return .violated(error)
    }
  }

  private mutating func handle(_ packet: TNSPacket) throws(WireError) -> Action? {
    switch packet.type {
    case .data:
      return try handleData(packet)
    case .marker:
      return handleMarker(packet)
    case .control, .null, .acknowledge:
      return nil
    default:
      throw .malformed("a packet of type \(packet.type) in a session")
    }
  }

  private mutating func handleData(_ packet: TNSPacket) throws(WireError) -> Action? {
    var body = packet.body
    guard let flags = body.readInteger(as: UInt16.self) else { throw .malformed("a DATA packet without flags") }
    if TNSDataFlags(rawValue: flags) == .endOfFile { return .serverCloses }
    guard body.readableBytes > 0, !awaitsReset else { return nil }
    guard decoder != nil else { throw .malformed("a reply that nothing asked for") }
    decoder?.append(body.readableBytesView)
    guard try decoder?.decode() == true, let decoder else { return nil }
    self.decoder = nil
    freshDecoder = nil
    return .answered(decoder.response, dialect: decoder.dialect)
  }

  /// A server that breaks a call off sends a marker; it is answered by a reset, and after its own reset the error
  /// comes.
  ///
  /// Whatever of the reply had arrived is void.
  private mutating func handleMarker(_ packet: TNSPacket) -> Action? {
    let kind = packet.body.getInteger(at: packet.body.readerIndex + 2, as: UInt8.self)
    if awaitsReset {
      if kind == SessionStateMachine.resetMarker { awaitsReset = false }
      return nil
    }
    decoder = freshDecoder
    awaitsReset = kind != SessionStateMachine.resetMarker
    var bytes = ByteBuffer()
    let body = ByteBuffer(bytes: [1, 0, SessionStateMachine.resetMarker])
    TNSPacket(type: .marker, body: body).write(to: &bytes, hasLongLength: hasLongLength)
    return .send(bytes)
  }
}
