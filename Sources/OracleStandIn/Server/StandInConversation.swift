import NIOCore
import OracleWire

/// What the server says to each packet of one client: connecting, negotiation, logon, then calls.
final class StandInConversation {
  /// Bytes to send, and whether the connection ends after them.
  struct Reply {
    var bytes = ByteBuffer()
    var closes = false
  }

  private enum Phase {
    case connecting
    /// A CONNECT came whose descriptor follows in a DATA packet.
    case awaitingDescriptor(ConnectPacket, String)
    case session
  }

  private static let breakMarker: UInt8 = 1
  private static let resetMarker: UInt8 = 2

  private let database: StandInDatabase
  private let options: StandInServer.Options
  private var phase = Phase.connecting
  private var calls: StandInCalls?
  private var dataUnit = 8192
  private(set) var hasLongLength = false

  init(database: StandInDatabase, options: StandInServer.Options) {
    self.database = database
    self.options = options
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
      return try receiveData(packet.body, moreFollows: moreFollows)
    case (.session, .marker):
      return receiveMarker(packet.body)
    case (.session, .control):
      return Reply()
    default:
      throw WireError.malformed("a packet of type \(packet.type) at this point")
    }
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
    let unit = max(512, min(connect.sessionDataUnit, options.sessionDataUnit))
    let version = min(connect.version, options.profile.protocolVersion)
    let flags = version >= 319 ? options.profile.acceptFlags : []
    AcceptPacket(version: version, sessionDataUnit: unit, flags: flags).write(to: &reply.bytes)
    dataUnit = Int(unit)
    hasLongLength = true
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
    let isLast = payload.readableBytes + TNSPacket.headerLength < dataUnit - 8
    var reply = Reply()
    for answer in try calls.receive(body, packetIsShort: isLast, moreFollows: moreFollows) {
      TNSPacket.writeData(
        answer.message, lastFlags: answer.hasEndOfResponse ? .endOfResponse : [], dataUnit: dataUnit,
        hasLongLength: true, to: &reply.bytes)
    }
    reply.closes = calls.hasFailedLogon
    return reply
  }

  /// A client that interrupts gets the break, and after its reset a reset and the error of the call it broke off.
  private func receiveMarker(_ body: ByteBuffer) -> Reply {
    let kind = body.getInteger(at: body.readerIndex + 2, as: UInt8.self)
    var reply = Reply()
    func mark(_ kind: UInt8) {
      TNSPacket(type: .marker, body: ByteBuffer(bytes: [1, 0, kind])).write(
        to: &reply.bytes, hasLongLength: hasLongLength)
    }
    guard kind == StandInConversation.resetMarker else {
      mark(StandInConversation.breakMarker)
      return reply
    }
    mark(StandInConversation.resetMarker)
    if let answer = calls?.cancelled() {
      TNSPacket.writeData(
        answer.message, lastFlags: answer.hasEndOfResponse ? .endOfResponse : [], dataUnit: dataUnit,
        hasLongLength: true, to: &reply.bytes)
    }
    return reply
  }
}
