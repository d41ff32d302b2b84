import NIOCore
import OracleWire

/// What the server says to each packet of one client: connecting, negotiation, logon, then calls.
final class StandInConversation {
  /// Bytes to send, and whether the connection ends after them.
  struct Reply {
    var bytes = ByteBuffer()
    var closes = false
    /// Whether TLS begins anew after them.
    var renewsTLS = false
  }

  private enum Phase {
    case connecting
    /// A CONNECT came whose descriptor follows in a DATA packet.
    case awaitingDescriptor(ConnectPacket, String)
    case session
  }

  /// Packets that a client may send while its call lasts: some send several calls before they read an answer.
  private static let mostHeldPackets = 256
  private static let breakMarker: UInt8 = 1
  private static let resetMarker: UInt8 = 2

  private let database: StandInDatabase
  private let options: StandInServer.Options
  private var phase = Phase.connecting
  private var calls: StandInCalls?
  private var dataUnit = 8192
  private(set) var hasLongLength = false
  private var isHandedOn = false
  private var services: StandInNativeServices
  private var protection: NetworkProtection?
  private var held: [TNSPacket] = []

  init(database: StandInDatabase, options: StandInServer.Options) {
    self.database = database
    self.options = options
    services = StandInNativeServices(offer: options.nativeServices, release: options.profile.versionNumber)
  }

  /// The client has gone: its session ends, its transaction is undone.
  func end() {
    calls?.end()
    calls = nil
  }

  /// Takes one packet.
  ///
  /// - Parameter moreFollows: whether more bytes have arrived behind it.
  func receive(_ packet: TNSPacket, moreFollows: Bool) throws -> Reply {
    switch (phase, packet.type) {
    case (.connecting, .connect):
      let connect = try ConnectPacket(body: packet.body)
      guard let descriptor = connect.connectData else {
        phase = .awaitingDescriptor(connect, "")
        return Reply()
      }
      return answer(connect, descriptor: descriptor)
    case (.awaitingDescriptor(let connect, let start), .data):
      var body = packet.body
      body.moveReaderIndex(forwardBy: min(2, body.readableBytes))
      let descriptor = start + String(buffer: body)
      guard descriptor.utf8.count >= connect.dataLength else {
        phase = .awaitingDescriptor(connect, descriptor)
        return Reply()
      }
      return answer(connect, descriptor: descriptor)
    case (.session, .data):
      guard pause == nil || isEndOfFile(packet) else {
        guard held.count < Self.mostHeldPackets else { throw WireError.malformed("too many calls at once") }
        held.append(packet)
        return Reply()
      }
      return try receiveData(packet.body, moreFollows: moreFollows)
    case (.session, .marker):
      return try receiveMarker(packet.body)
    case (.session, .control):
      return Reply()
    default:
      throw WireError.malformed("a packet of type \(packet.type) at this point")
    }
  }

  /// How long the present call still takes: `resume` must be called then, unless the client breaks it off.
  var pause: Duration? { calls?.pause }

  /// Answers the call whose pause is over, and what the client has sent since.
  func resume() throws -> Reply {
    var reply = Reply()
    for answer in try calls?.resume() ?? [] { try write(answer, to: &reply) }
    while pause == nil, !reply.closes, !held.isEmpty {
      let next = try receiveData(held.removeFirst().body, moreFollows: !held.isEmpty)
      reply.bytes.writeImmutableBuffer(next.bytes)
      reply.closes = next.closes
    }
    return reply
  }

  private func isEndOfFile(_ packet: TNSPacket) -> Bool {
    packet.body.getInteger(at: packet.body.readerIndex, as: UInt16.self) == TNSDataFlags.endOfFile.rawValue
  }

  private func answer(_ connect: ConnectPacket, descriptor: String) -> Reply {
    var reply = Reply()
    if let code = refusal(of: descriptor) {
      RefusePacket(errorCode: code).write(to: &reply.bytes)
      reply.closes = true
      return reply
    }
    guard connect.version >= AcceptPacket.lowestVersion else {
      RefusePacket(errorCode: 12618).write(to: &reply.bytes)
      reply.closes = true
      return reply
    }
    if options.tls != nil, options.profile.handsTLSOn, !isHandedOn {
      isHandedOn = true
      phase = .connecting
      TNSPacket(type: .resend, flags: TNSPacket.renewsTLS).write(to: &reply.bytes, hasLongLength: false)
      reply.renewsTLS = true
      return reply
    }
    let version = min(connect.version, options.profile.protocolVersion)
    let flags = version >= 319 ? options.profile.acceptFlags : []
    var accept = AcceptPacket(version: version, sessionDataUnit: 0, flags: flags)
    // go-ora seals packets that are full already: their lengths must still fit into 16 bits.
    let mostShort: UInt32 = options.nativeServices == nil ? UInt32(UInt16.max) : 32768
    let longest = accept.hasLongLength ? options.sessionDataUnit : min(options.sessionDataUnit, mostShort)
    accept.sessionDataUnit = max(512, min(connect.sessionDataUnit, longest))
    if let offer = options.nativeServices {
      accept.networkFlags.remove(.disabled)
      if !offer.allowsPlain { accept.networkFlags.insert(.required) }
    }
    accept.write(to: &reply.bytes)
    dataUnit = Int(accept.sessionDataUnit)
    hasLongLength = accept.hasLongLength
    phase = .session
    calls = StandInCalls(
      database: database, options: options, offersEndOfResponse: flags.contains(.endOfResponse))
    return reply
  }

  /// The listener's error number when the descriptor does not name the service.
  private func refusal(of text: String) -> Int? {
    guard let descriptor = try? ConnectDescriptor(parsing: text) else { return 12518 }
    let service = database.configuration.serviceName
    if let name = descriptor.firstValue("SERVICE_NAME") {
      return name.uppercased() == service.uppercased() ? nil : 12514
    }
    if let sid = descriptor.firstValue("SID") {
      return sid.uppercased() == service.uppercased() ? nil : 12505
    }
    return 12504
  }

  private func receiveData(_ payload: ByteBuffer, moreFollows: Bool) throws -> Reply {
    var body = payload
    guard let flags = body.readInteger(as: UInt16.self) else {
      throw WireError.malformed("a DATA packet without flags")
    }
    if TNSDataFlags(rawValue: flags) == .endOfFile {
      end()
      return Reply(closes: true)
    }
    guard body.readableBytes > 0, let calls else { return Reply() }
    // Packets that are full before they are encrypted need not be after it.
    let slack = 8 + 2 * (protection?.overhead ?? 0)
    let isLast = payload.readableBytes + TNSPacket.headerLength < dataUnit - slack
    if let clear = try protection?.unprotect(Array(body.readableBytesView)) { body = ByteBuffer(bytes: clear) }
    var reply = Reply()
    if protection == nil, try services.takes(body.readableBytesView) {
      try negotiate(body, &reply)
      return reply
    }
    guard protection != nil || !services.isDemanded else {
      throw WireError.malformed("a client that doesn't negotiate the encryption that is demanded")
    }
    for answer in try calls.receive(body, packetIsShort: isLast, moreFollows: moreFollows) {
      try write(answer, to: &reply)
    }
    reply.closes = calls.hasFailedLogon
    return reply
  }

  private func negotiate(_ body: ByteBuffer, _ reply: inout Reply) throws(WireError) {
    var reader = TTCReader(Array(body.readableBytesView))
    let (answer, agreed) = try services.receive(NativeNegotiation(from: &reader))
    if let answer {
      var message = TTCWriter()
      answer.write(to: &message)
      try write(StandInCalls.Answer(message: message.buffer, hasEndOfResponse: false), to: &reply)
      reply.closes = NativeServices.refusal(in: answer) != nil
    }
    protection = agreed
  }

  private func write(_ answer: StandInCalls.Answer, to reply: inout Reply) throws(WireError) {
    let flags: TNSDataFlags = answer.hasEndOfResponse ? .endOfResponse : []
    if var protection {
      try TNSPacket.writeData(
        answer.message, lastFlags: flags, dataUnit: dataUnit, hasLongLength: hasLongLength, protection: &protection,
        to: &reply.bytes)
      self.protection = protection
    } else {
      TNSPacket.writeData(
        answer.message, lastFlags: flags, dataUnit: dataUnit, hasLongLength: hasLongLength, to: &reply.bytes)
    }
  }

  /// A client that interrupts gets the break, and after its reset a reset and the error of the call it broke off.
  private func receiveMarker(_ body: ByteBuffer) throws(WireError) -> Reply {
    let kind = body.getInteger(at: body.readerIndex + 2, as: UInt8.self)
    var reply = Reply()
    func mark(_ kind: UInt8) {
      TNSPacket(type: .marker, body: ByteBuffer(bytes: [1, 0, kind])).write(
        to: &reply.bytes, hasLongLength: hasLongLength)
    }
    guard kind == StandInConversation.resetMarker else {
      calls?.breakOff()
      held = []
      mark(StandInConversation.breakMarker)
      return reply
    }
    mark(StandInConversation.resetMarker)
    try protection?.restart()
    if let answer = calls?.cancelled() { try write(answer, to: &reply) }
    return reply
  }
}
