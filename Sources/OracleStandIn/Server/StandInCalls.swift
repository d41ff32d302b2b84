import NIOCore
import OracleWire

/// The TTC layer of one connection: collects a request's bytes until it is whole, has it carried out, answers.
final class StandInCalls {
  /// The bytes of one response.
  struct Answer {
    var message: ByteBuffer
    var hasEndOfResponse: Bool
  }

  private let database: StandInDatabase
  private let options: StandInServer.Options
  private let offersEndOfResponse: Bool
  private var dialect: Dialect
  private var pending = TTCReader([])
  private var announcedName = ""
  private var clientCapabilities = Capabilities(compileTime: [], runTime: [])
  private var logon: StandInLogon
  private var work: StandInWork?
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
    pending.append(payload.readableBytesView)
    guard packetIsShort || !moreFollows else { return [] }
    var answers: [Answer] = []
    while pending.remaining > 0 {
      let start = pending.position
      do {
        var writer = TTCWriter(capacity: 2048)
        let endsWithMessage = try handleRequest(&writer, packetIsShort: packetIsShort)
        let hasEnd = dialect.endOfResponse && endsWithMessage
        if hasEnd { writer.u8(MessageType.endOfResponse.rawValue) }
        if writer.buffer.readableBytes > 0 {
          answers.append(Answer(message: writer.buffer, hasEndOfResponse: hasEnd))
        }
      } catch WireError.needsMoreBytes {
        pending.position = start
        return answers
      }
      if hasFailedLogon { break }
    }
    pending = TTCReader([])
    return answers
  }

  /// The error of a call that the client broke off.
  func cancelled() -> Answer {
    pending = TTCReader([])
    var writer = TTCWriter()
    var end = EndOfCallMessage()
    end.errorNumber = 1013
    end.message = "ORA-01013: user requested cancel of current operation"
    end.write(to: &writer, dialect: dialect)
    if dialect.endOfResponse { writer.u8(MessageType.endOfResponse.rawValue) }
    return Answer(message: writer.buffer, hasEndOfResponse: dialect.endOfResponse)
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
    case .piggyback, .function:
      pending.position -= 1
      try handleFunction(&writer, packetIsShort: packetIsShort)
      return true
    default:
      throw WireError.malformed("a message of type \(type.map { String($0.rawValue) } ?? "?") from a client")
    }
  }

  private func writeProtocol(_ writer: inout TTCWriter) {
    ProtocolResponse(
      banner: "oraferry stand-in", capabilities: .server(fieldVersion: options.profile.fieldVersion)
    ).write(to: &writer)
  }

  private func readDataTypes() throws {
    let request = try DataTypesRequest(from: &pending)
    clientCapabilities = request.capabilities
    dialect = request.dialect(
      serverFieldVersion: options.profile.fieldVersion, offersEndOfResponse: offersEndOfResponse)
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
    var schema: String?
    while try pending.peek() == MessageType.piggyback.rawValue {
      try pending.skip(1)
      let header = try RequestHeader(from: &pending, dialect: dialect)
      try readPiggyback(header.function, closed: &closed, schema: &schema)
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
          dialect: dialect, closedCursors: closed, schema: schema, packetIsShort: packetIsShort))
    }
  }

  private func finishLogon(_ request: AuthenticationRequest, sequence: UInt8, _ writer: inout TTCWriter) {
    do {
      let (session, answer) = try logon.open(request)
      answer.write(to: &writer)
      work = StandInWork(session: session, database: database)
      writeEnd(&writer, sequence: sequence)
    } catch {
      hasFailedLogon = true
      let fault = error as? OracleError ?? OracleError(code: 1017, message: "invalid username/password; logon denied")
      writeEnd(&writer, sequence: sequence, error: fault)
    }
  }

  private func readPiggyback(_ function: UInt8, closed: inout [UInt32], schema: inout String?) throws {
    switch FunctionCode(rawValue: function) {
    case .closeCursors:
      closed += try CloseCursorsPiggyback(from: &pending).cursors
    case .cancelAll:
      _ = try CloseCursorsPiggyback(from: &pending)
    case .endToEnd:
      try IgnoredPiggyback.readEndToEnd(from: &pending)
    case .clientFeatures:
      try IgnoredPiggyback.readClientFeatures(from: &pending)
    case .setSchema:
      try pending.skip(1)
      schema = try pending.text()
    case .sessionState:
      _ = try pending.ub8()
    case .lobOperation:
      _ = try LOBRequest(from: &pending)
    default:
      throw WireError.unsupportedType("piggyback \(function)")
    }
  }
}
