import NIOCore
import OracleWire

/// The TTC layer of one connection: collects a request's bytes until it is whole, has it carried out, answers.
final class StandInCalls {
  /// The bytes of one response.
  struct Answer {
    var message: ByteBuffer
    var hasEndOfResponse: Bool
  }

  /// Bytes of requests that are kept until they are whole, in a session and before one.
  private static let requestLimit = 1 << 30
  private static let logonLimit = 1 << 20

  private let database: StandInDatabase
  private let options: StandInServer.Options
  private let offersEndOfResponse: Bool
  var dialect: Dialect
  private var pending = TTCReader([])
  private var announcedName = ""
  private var hasCookie = false
  private var clientCapabilities = Capabilities(compileTime: [], runTime: [])
  private var logon: StandInLogon
  var work: StandInWork?
  private(set) var hasFailedLogon = false

  init(database: StandInDatabase, options: StandInServer.Options, offersEndOfResponse: Bool) {
    self.database = database
    self.options = options
    self.offersEndOfResponse = offersEndOfResponse
    dialect = Dialect(endOfResponse: false)
    logon = StandInLogon(database: database, options: options)
  }

  func end() {
    work?.session.close()
    work = nil
  }

  /// Takes the payload of a DATA packet and gives the answers to the requests that are whole.
  ///
  /// - Parameters:
  ///   - packetIsShort: whether the packet was shorter than a client fills packets, so that it is a request's last.
  ///   - moreFollows: whether more bytes have arrived: a request of many packets is then not tried at each of them.
  func receive(_ payload: ByteBuffer, packetIsShort: Bool, moreFollows: Bool) throws -> [Answer] {
    let limit = work == nil ? StandInCalls.logonLimit : StandInCalls.requestLimit
    guard pending.bytes.count <= limit else { throw WireError.malformed("a request of more than \(limit >> 20) MiB") }
    pending.append(payload.readableBytesView)
    guard packetIsShort || !moreFollows else { return [] }
    return try answerPending(packetIsShort: packetIsShort)
  }

  /// How long the call that was received last still takes; nothing else is to be received as long as it does.
  var pause: Duration? { work?.lasting?.pause.duration }

  /// Answers the call whose pause is over, and those that came with it.
  func resume() throws -> [Answer] {
    guard let work, work.lasting != nil else { return [] }
    var writer = newWriter()
    work.finishLasting(&writer)
    return [sealed(&writer, hasEnd: dialect.endOfResponse)] + (try answerPending(packetIsShort: true))
  }

  /// Undoes the call that pauses, if one does.
  func breakOff() { work?.breakOffLasting() }

  private func sealed(_ writer: inout TTCWriter, hasEnd: Bool) -> Answer {
    if hasEnd { writer.u8(MessageType.endOfResponse.rawValue) }
    return Answer(message: writer.buffer, hasEndOfResponse: hasEnd)
  }

  private func answerPending(packetIsShort: Bool) throws -> [Answer] {
    var answers: [Answer] = []
    while pending.remaining > 0 {
      let start = pending.position
      do {
        var writer = newWriter()
        let endsWithMessage = try handleRequest(&writer, packetIsShort: packetIsShort)
        guard pause == nil else {
          pending = unread(Array(pending.bytes.suffix(pending.remaining)))
          return answers
        }
        let hasEnd = dialect.endOfResponse && endsWithMessage
        if hasEnd || writer.buffer.readableBytes > 0 { answers.append(sealed(&writer, hasEnd: hasEnd)) }
      } catch WireError.needsMoreBytes {
        pending.position = start
        return answers
      }
      if hasFailedLogon { break }
    }
    pending = unread([])
    return joined(answers)
  }

  /// A reader of what the client sends, and a writer of answers, in its dialect.
  private func unread(_ bytes: [UInt8]) -> TTCReader {
    var reader = TTCReader(bytes)
    reader.hasByteChunks = dialect.hasByteChunks
    return reader
  }

  private func newWriter() -> TTCWriter {
    var writer = TTCWriter(capacity: 2048)
    writer.hasByteChunks = dialect.hasByteChunks
    return writer
  }

  /// A client that sends a cookie sends all it has to say before the password in one message, and wants one answer.
  private func joined(_ answers: [Answer]) -> [Answer] {
    guard hasCookie, let last = answers.last else { return answers }
    hasCookie = false
    var message = ByteBuffer()
    for answer in answers { message.writeImmutableBuffer(answer.message) }
    return [Answer(message: message, hasEndOfResponse: last.hasEndOfResponse)]
  }

  /// The error of a call that the client broke off.
  func cancelled() -> Answer {
    pending = unread([])
    var writer = newWriter()
    var end = EndOfCallMessage()
    end.errorNumber = 1013
    end.message = "ORA-01013: user requested cancel of current operation"
    if work?.session.isInTransaction == true { end.callStatus |= EndOfCallMessage.transactionIsOpen }
    end.write(to: &writer, dialect: dialect)
    return sealed(&writer, hasEnd: dialect.endOfResponse)
  }

  /// Reads one request and carries it out; whether its response ends with message 29 where that is agreed on.
  private func handleRequest(_ writer: inout TTCWriter, packetIsShort: Bool) throws -> Bool {
    let type = MessageType(rawValue: try pending.u8())
    switch type {
    case .protocolNegotiation:
      announcedName = try ProtocolRequest(from: &pending).clientName
      writeProtocol(&writer)
      return false
    case .dataTypes:
      try readDataTypes()
      DataTypesResponse().write(to: &writer, client: clientCapabilities)
      return false
    case .fastAuthentication:
      try handleFastAuthentication(&writer)
      return true
    case .cookie:
      // What the client remembers of an earlier connection; it takes the answers as they are now.
      try ConnectionCookie.skip(from: &pending)
      hasCookie = true
      return false
    case .piggyback, .function:
      pending.position -= 1
      try handleFunction(&writer, packetIsShort: packetIsShort)
      return true
    default:
      throw WireError.malformed("a message of type \(type.map { String($0.rawValue) } ?? "?") from a client")
    }
  }

  private func writeProtocol(_ writer: inout TTCWriter) {
    var response = ProtocolResponse(
      banner: "oraferry stand-in", capabilities: .server(fieldVersion: options.profile.fieldVersion))
    response.characterSet = database.configuration.characterSet.number
    response.write(to: &writer)
  }

  private func readDataTypes() throws {
    let request = try DataTypesRequest(from: &pending)
    clientCapabilities = request.capabilities
    dialect = request.dialect(
      server: .server(fieldVersion: options.profile.fieldVersion), offersEndOfResponse: offersEndOfResponse)
    pending.hasByteChunks = dialect.hasByteChunks
  }

  private func handleFastAuthentication(_ writer: inout TTCWriter) throws {
    let request = try FastAuthentication.readHead(from: &pending)
    try FastAuthentication.expect(.dataTypes, in: &pending)
    try readDataTypes()
    try FastAuthentication.expect(.function, in: &pending)
    var early = dialect
    early.fieldVersion = Dialect.fastAuthenticationFieldVersion
    let header = try RequestHeader(from: &pending, dialect: early)
    guard FunctionCode(rawValue: header.function) == .authenticationOne else {
      throw WireError.malformed("a fast authentication without its call")
    }
    let authentication = try AuthenticationRequest(from: &pending, dialect: early)
    announcedName = request.clientName
    writeProtocol(&writer)
    DataTypesResponse().write(to: &writer, client: clientCapabilities)
    try logon.challenge(authentication).write(to: &writer)
    writeEnd(&writer, sequence: header.sequence)
  }

  private func writeEnd(_ writer: inout TTCWriter, sequence: UInt8, error: OracleError? = nil) {
    var end = EndOfCallMessage()
    end.callNumber = sequence
    if let error {
      end.errorNumber = UInt32(error.code)
      end.message = error.message
    }
    end.write(to: &writer, dialect: dialect)
  }

  private func handleFunction(_ writer: inout TTCWriter, packetIsShort: Bool) throws {
    var closed: [UInt32] = []
    var freed: [UInt8] = []
    var schema: String?
    while try pending.peek() == MessageType.piggyback.rawValue {
      try pending.skip(1)
      let header = try RequestHeader(from: &pending, dialect: dialect)
      try readPiggyback(header.function, closed: &closed, freed: &freed, schema: &schema)
    }
    try FastAuthentication.expect(.function, in: &pending)
    let header = try RequestHeader(from: &pending, dialect: dialect)
    switch FunctionCode(rawValue: header.function) {
    case .authenticationOne:
      let request = try AuthenticationRequest(from: &pending, dialect: dialect)
      try logon.challenge(request).write(to: &writer)
      writeEnd(&writer, sequence: header.sequence)
    case .authenticationTwo:
      let request = try AuthenticationRequest(from: &pending, dialect: dialect)
      finishLogon(request, sequence: header.sequence, &writer)
    default:
      guard let work else { throw WireError.malformed("a call before the logon") }
      try work.handle(
        header, reader: &pending, writer: &writer,
        context: StandInWork.Context(
          dialect: dialect, closedCursors: closed, freedLOBs: freed, schema: schema, packetIsShort: packetIsShort))
    }
  }

  private func finishLogon(_ request: AuthenticationRequest, sequence: UInt8, _ writer: inout TTCWriter) {
    // A client that logs on anew has left its session: what it had not committed is undone.
    end()
    do {
      let (session, answer) = try logon.open(request)
      answer.write(to: &writer)
      work = StandInWork(session: session, database: database, profile: options.profile)
      writeEnd(&writer, sequence: sequence)
    } catch {
      hasFailedLogon = true
      let fault = error as? OracleError ?? OracleError(code: 1017, message: "invalid username/password; logon denied")
      writeEnd(&writer, sequence: sequence, error: fault)
    }
  }

  private func readPiggyback(
    _ function: UInt8, closed: inout [UInt32], freed: inout [UInt8], schema: inout String?
  ) throws {
    switch FunctionCode(rawValue: function) {
    case .closeCursors:
      closed += try CloseCursorsPiggyback(from: &pending).cursors
    case .cancelAll:
      _ = try CloseCursorsPiggyback(from: &pending)
    case .endToEnd:
      let told = try EndToEndPiggyback(from: &pending, dialect: dialect)
      let values = [
        "CLIENT_IDENTIFIER": told.clientIdentifier, "MODULE": told.module, "ACTION": told.action,
        "CLIENT_INFO": told.clientInfo,
      ]
      for case (let name, let value?) in values { work?.session.attributes[name] = value }
    case .clientFeatures:
      try AttributePiggyback.readClientFeatures(from: &pending)
    case .setSchema:
      schema = try AttributePiggyback.readSchema(from: &pending, dialect: dialect)
    case .sessionState:
      _ = try pending.ub8()
    case .lobOperation:
      let call = try LOBRequest(from: &pending)
      if [LOBRequest.freeTemporary, LOBRequest.freeTemporaryMany].contains(call.operation) { freed += call.locator }
    default:
      throw WireError.unsupportedType("piggyback \(function)")
    }
  }
}
