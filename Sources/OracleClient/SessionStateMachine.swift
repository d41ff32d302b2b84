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
    /// A call that was answered all the same has been broken off: what the server said at the end of that.
    case recovered(Response)
    /// The server asks to be told that it may go on with the values of the call's binds.
    case goOn
    /// A reset marker must be sent at once; what is sent behind it is sealed with new keys.
    case reset(ByteBuffer)
    /// The server ends the session.
    case serverCloses
    /// The bytes break the protocol; the connection is of no more use.
    case violated(WireError)
  }

  private static let resetMarker: UInt8 = 2
  private static let interruptMarker: UInt8 = 3
  /// Markers that are answered within one call: a server breaks a call off once.
  private static let markerLimit = 16

  private var stream = ByteBuffer()
  private(set) var hasLongLength = false
  private var isConnecting = true
  private var decoder: ResponseDecoder?
  /// The decoder as it was when the call was sent: after a break the answer starts anew.
  private var freshDecoder: ResponseDecoder?
  private var awaitsReset = false
  /// Whether the server has just reset the exchange: some send more than one marker of it.
  private var hasReset = false
  private var interruption = Interruption.none
  /// Checks and decrypts what arrives, in a session with native network encryption.
  var protection: NetworkProtection?
  private var markerCount = 0

  /// How far it is with a break of this side's.
  private enum Interruption {
    case none
    /// The server has yet to notice: it may have answered the call before.
    case asked(Dialect)
    /// Only the error of the call is missing.
    case acknowledged
  }

  /// Whether the server has yet to answer a break: no call can be made before.
  var isInterrupted: Bool {
    if case .none = interruption { return false }
    return true
  }

  /// From now on DATA packets belong to calls.
  ///
  /// - Parameter hasLongLength: whether packets have lengths of 32 bits, as the ACCEPT's version says.
  mutating func startSession(hasLongLength: Bool = true) {
    isConnecting = false
    self.hasLongLength = hasLongLength
  }

  mutating func begin(_ decoder: ResponseDecoder) {
    self.decoder = decoder
    freshDecoder = decoder
    markerCount = 0
    hasReset = false
  }

  /// Asks the server to break the call off that is under way; the bytes to send.
  ///
  /// It answers with a break, gets a reset, sends a reset of its own and the call's error: also when it had answered the
  /// call just before (as python-oracledb's thin mode expects of it).
  mutating func interrupt(_ dialect: Dialect) -> ByteBuffer {
    interruption = .asked(dialect)
    return marker(SessionStateMachine.interruptMarker)
  }

  private func marker(_ kind: UInt8) -> ByteBuffer {
    var bytes = ByteBuffer()
    TNSPacket(type: .marker, body: ByteBuffer(bytes: [1, 0, kind])).write(to: &bytes, hasLongLength: hasLongLength)
    return bytes
  }

  mutating func receive(_ bytes: inout ByteBuffer) {
    if stream.readableBytes == 0 {
      stream = bytes
    } else {
      // Packets that were taken are let go of: a stream that never stops between two would keep them all.
      stream.discardReadBytes()
      stream.writeBuffer(&bytes)
    }
  }

  /// The next thing to do, nil when more bytes are needed.
  mutating func next() -> Action? {
    do {
      while let packet = try TNSPacket.next(in: &stream, hasLongLength: hasLongLength) {
        if isConnecting {
          // Lengths are 32 bits wide in everything behind an ACCEPT of 12.1 or later, and it may have come with more.
          if packet.type == .accept { hasLongLength = (try? AcceptPacket(body: packet.body))?.hasLongLength ?? true }
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
      return try handleMarker(packet)
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
    // What the server had under way when it was told to reset is void, and sealed with keys that are gone.
    guard body.readableBytes > 0, !awaitsReset else { return nil }
    if let clear = try protection?.unprotect(Array(body.readableBytesView)) { body = ByteBuffer(bytes: clear) }
    guard body.readableBytes > 0 else { return nil }
    guard decoder != nil else { throw .malformed("a reply that nothing asked for") }
    hasReset = false
    decoder?.append(body.readableBytesView)
    guard try decoder?.decode() == true, let decoder else {
      return decoder?.takeFlushRequest() == true ? .goOn : nil
    }
    let answersCall = freshDecoder != nil
    self.decoder = nil
    freshDecoder = nil
    if case .acknowledged = interruption { interruption = .none }
    return answersCall ? .answered(decoder.response, dialect: decoder.dialect) : .recovered(decoder.response)
  }

  /// A server that breaks a call off sends a marker; it is answered by a reset, and after its own reset the error
  /// comes.
  ///
  /// Whatever of the reply had arrived is void.
  ///
  /// - Throws: `WireError.malformed` for a server that breaks off again and again: its resets would be answered for ever.
  private mutating func handleMarker(_ packet: TNSPacket) throws(WireError) -> Action? {
    let kind = packet.body.getInteger(at: packet.body.readerIndex + 2, as: UInt8.self)
    if awaitsReset {
      if kind == SessionStateMachine.resetMarker {
        awaitsReset = false
        hasReset = true
      }
      return nil
    }
    markerCount += 1
    guard markerCount <= SessionStateMachine.markerLimit else {
      throw .malformed("a server that breaks a call off again and again")
    }
    if kind == SessionStateMachine.resetMarker, hasReset { return nil }
    if case .asked(let dialect) = interruption {
      interruption = .acknowledged
      decoder = freshDecoder ?? ResponseDecoder(call: .plain, dialect: dialect)
    } else {
      decoder = freshDecoder
    }
    awaitsReset = kind != SessionStateMachine.resetMarker
    try protection?.restart()
    return .reset(marker(SessionStateMachine.resetMarker))
  }
}
