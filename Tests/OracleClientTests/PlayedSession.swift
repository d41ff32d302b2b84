import NIOCore
import OracleWire

@testable import OracleClient
@testable import OracleStandIn

/// Client and stand-in without sockets: the client's requests go to the server's conversation packet by packet, and each
/// reply's bytes are kept together with the decoder that waited for them.
final class PlayedSession {
  /// One call's reply.
  struct Exchange {
    var name: String
    /// The call's message, without packets.
    var request: ByteBuffer
    /// As it was before a byte had come.
    var decoder: ResponseDecoder
    var reply: ByteBuffer
    var response: Response
    /// Whether the reply's packets have lengths of 32 bits.
    var hasLongLength: Bool
  }

  private let conversation: StandInConversation
  private let configuration = OracleConnection.Configuration(
    host: "h", service: .serviceName("TESTDB"), user: "app", password: "secret")
  private var dataUnit = 512
  private var hasLongLength = true
  private var dialect = Dialect()
  private var sequence: UInt8 = 0
  private(set) var exchanges: [Exchange] = []

  /// Connects and logs on.
  init(profile: StandInProfile, dataUnit: UInt32) throws {
    var settings = StandInDatabase.Configuration()
    settings.serviceName = "TESTDB"
    let database = StandInDatabase(configuration: settings)
    database.createUser("APP", password: "secret")
    conversation = StandInConversation(
      database: database, options: StandInServer.Options(profile: profile, sessionDataUnit: dataUnit))
    var bytes = ByteBuffer()
    let description = try Self.need(configuration.descriptions().descriptions.first)
    let connectData = description.connectData(client: configuration.client)
    ConnectPacket(connectData: connectData, sessionDataUnit: 65536).write(to: &bytes)
    var stream = try answer(&bytes, hasLongLength: false)
    let packet = try Self.need(try TNSPacket.next(in: &stream, hasLongLength: false))
    let accept = try AcceptPacket(body: packet.body)
    self.dataUnit = Int(accept.sessionDataUnit)
    hasLongLength = accept.hasLongLength
    try logOn(accept)
  }

  private func answer(_ bytes: inout ByteBuffer, hasLongLength: Bool) throws -> ByteBuffer {
    var reply = ByteBuffer()
    while let packet = try TNSPacket.next(in: &bytes, hasLongLength: hasLongLength) {
      var part = try conversation.receive(packet, moreFollows: bytes.readableBytes > 0).bytes
      reply.writeBuffer(&part)
    }
    return reply
  }

  private func logOn(_ accept: AcceptPacket) throws {
    let offersEnd = accept.flags.contains(.endOfResponse)
    let hello = ProtocolRequest(clientName: "played")
    let first = AuthenticationRequest(user: "app", mode: .logon, pairs: [AuthenticationPair("AUTH_PID", "1")])
    var announced = DataTypesRequest(
      capabilities: .client(fieldVersion: Dialect.highestFieldVersion, endOfResponse: offersEnd))
    let challenge: Response
    if accept.flags.contains(.fastAuthentication) {
      challenge = try call(
        "fast authentication",
        .fastAuthentication(hello, announced: announced, first, offersEndOfResponse: offersEnd))
    } else {
      let server = try call(
        "protocol", .protocolNegotiation(hello, announced: announced, offersEndOfResponse: offersEnd))
      let version = try Self.need(server.protocolResponse).capabilities.fieldVersion
      announced.capabilities = .client(fieldVersion: version, endOfResponse: offersEnd)
      _ = try call("data types", .dataTypes(announced))
      challenge = try call("challenge", .authenticate(.authenticationOne, first))
    }
    let logon = try ClientLogon(challenge: Self.need(challenge.authentication), user: "app", password: "secret")
    let second = AuthenticationRequest(user: "app", mode: [.logon, .withPassword], pairs: logon.pairs)
    let session = try call("session", .authenticate(.authenticationTwo, second))
    guard try logon.isServerProven(by: Self.need(session.authentication)) else { throw WireError.malformed("no proof") }
  }

  private static func need<Part>(_ part: Part?) throws -> Part {
    guard let part else { throw WireError.malformed("a reply that lacks a part") }
    return part
  }

  /// Makes one call; the reply is kept.
  @discardableResult
  func call(_ name: String, _ request: OracleRequest) throws -> Response {
    sequence = sequence == 255 ? 1 : sequence + 1
    var writer = TTCWriter()
    request.write(sequence: sequence, to: &writer, dialect: dialect)
    var bytes = ByteBuffer()
    TNSPacket.writeData(writer.buffer, dataUnit: dataUnit, hasLongLength: hasLongLength, to: &bytes)
    let reply = try answer(&bytes, hasLongLength: hasLongLength)
    let decoder = request.decoder(dialect: dialect)
    var machine = SessionStateMachine()
    machine.startSession(hasLongLength: hasLongLength)
    machine.begin(decoder)
    var whole = reply
    machine.receive(&whole)
    guard case .answered(let response, let dialect)? = machine.next() else {
      throw WireError.malformed("no whole reply to \(name)")
    }
    self.dialect = dialect
    exchanges.append(
      Exchange(
        name: name, request: writer.buffer, decoder: decoder, reply: reply, response: response,
        hasLongLength: hasLongLength))
    return response
  }

  /// Executes a statement that is no query, once for each row of values.
  @discardableResult
  func execute(_ sql: String, _ rows: [[OracleValue]] = [[]], collectsErrors: Bool = false) throws -> Response {
    let statement = StatementText(sql)
    let binds = try BindTable(statement: statement, rows: rows)
    let isPLSQL = statement.kind == .plsql
    var options: ExecuteRequest.Options = isPLSQL ? [.parse, .execute] : [.parse, .execute, .notPLSQL]
    if !binds.metadata.isEmpty { options.insert(isPLSQL ? [.bind, .plsqlBind] : .bind) }
    if collectsErrors { options.insert(.batchErrors) }
    var request = ExecuteRequest(options: options, sql: sql, isQuery: false)
    request.binds = binds.metadata
    request.iterations = UInt32(max(1, rows.count))
    request.wantsRowCounts = rows.count > 1
    if request.wantsRowCounts { request.flags |= 0x4000 }
    return try call(
      sql, .execute(request, binds, isPLSQL: isPLSQL, columns: nil))
  }

  /// Runs a query to its end, LOBs in-line.
  func query(_ sql: String, _ values: [OracleValue] = [], fetchSize: UInt32 = 4) throws {
    let binds = try BindTable(statement: StatementText(sql), rows: [values])
    var options: ExecuteRequest.Options = [.parse, .execute, .fetch, .notPLSQL]
    if !binds.metadata.isEmpty { options.insert(.bind) }
    var request = ExecuteRequest(options: options, sql: sql, isQuery: true)
    request.binds = binds.metadata
    request.prefetchRows = fetchSize
    var response = try call(
      sql, .execute(request, binds, isPLSQL: false, columns: nil))
    guard response.error == nil, let columns = response.columns, let end = response.endOfCall else { return }
    if columns.contains(where: \.typeCode.isLOB) {
      var define = ExecuteRequest(options: [.define, .notPLSQL], cursor: UInt32(end.cursor), sql: nil, isQuery: true)
      define.options.insert(.fetch)
      define.prefetchRows = fetchSize
      define.defines = columns.map { column in
        let type: OracleTypeCode =
          column.typeCode == .clob ? .long : column.typeCode == .blob ? .longRaw : column.typeCode
        return ColumnMetadata(typeCode: type, bufferSize: 4000, isNational: column.isNational)
      }
      response = try call("define \(sql)", .execute(define, .none, isPLSQL: false, columns: columns))
    }
    var last = response.batch
    while response.error == nil, !response.isExhausted {
      let fetch = FetchRequest(cursor: UInt32(end.cursor), rows: fetchSize)
      response = try call("fetch \(sql)", .fetch(fetch, columns: columns, carried: last, capacity: 0))
      if let batch = response.batch, batch.rowCount > 0 { last = batch }
    }
  }
}
