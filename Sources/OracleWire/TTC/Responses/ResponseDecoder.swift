/// Turns the payload of a response's packets into a `Response`, however the packets cut it.
///
/// A state machine without I/O: bytes go in by `append`, `decode` takes as many whole messages and rows as are there.
public struct ResponseDecoder: Sendable {
  /// What kind of call is answered: it decides the form of message 8 and what ends the response.
  public enum Call: Sendable, Hashable {
    /// Message 1 alone, before any dialect is agreed on.
    case protocolNegotiation
    /// Message 2 alone.
    case dataTypes
    /// Messages 1 and 2, then as for authentication.
    case fastAuthentication
    case authentication
    case execute(wantsRowCounts: Bool)
    case fetch
    case lob(LOBReplyForm)
    /// Commit, rollback, ping, logoff.
    case plain
  }

  /// Bytes of a response that are not rows: 65,535 errors of an array's rows have room in them.
  static let messageLimit = 16 << 20
  /// Bytes that are read in vain: a message that isn't a row is read from its start whenever more of it has come.
  static let rereadLimit = 8 << 30

  public let call: Call
  public private(set) var dialect: Dialect
  public private(set) var response: Response
  private var reader: TTCReader
  private var rows: RowDecoder?
  private let columns: [ColumnDescription]?
  private let carriedCells: [RowBatch.Cell]
  /// What the client announced: message 2 depends on it, and so does the dialect that message 1 settles.
  private let announced: DataTypesRequest?
  private let offersEndOfResponse: Bool
  private let outBinds: OutBinds
  private var flushRequested = false
  private var lobData = LOBDataDecoder()
  private var messageBytes = 0
  private var rereadBytes = 0

  /// Prepares for the answer to a call.
  ///
  /// - Parameters:
  ///   - columns: the columns of the cursor when rows may come without a describe.
  ///   - carried: the batch before, whose last row's values may be repeated.
  ///   - outBinds: the binds of the statement, which may bring values back.
  ///   - announced: what the client sent or will send as message 2, for the two negotiation calls.
  ///   - capacity: bytes to make room for.
  public init(
    call: Call, dialect: Dialect, columns: [ColumnDescription]? = nil, carried: RowBatch? = nil,
    outBinds: OutBinds = OutBinds(binds: []), announced: DataTypesRequest? = nil, offersEndOfResponse: Bool = false,
    capacity: Int = 0
  ) {
    self.call = call
    self.dialect = dialect
    self.columns = columns
    self.announced = announced
    self.outBinds = outBinds
    self.offersEndOfResponse = offersEndOfResponse
    response = Response()
    response.columns = columns
    response.outValues = outBinds.binds.map { _ in [] }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(capacity)
    var cells: [RowBatch.Cell] = []
    if let carried, carried.rowCount > 0 {
      for column in 0..<carried.columnCount {
        guard let value = carried.value(row: carried.rowCount - 1, column: column) else {
          cells.append(.null)
          continue
        }
        cells.append(RowBatch.Cell(offset: UInt32(bytes.count), length: Int32(value.count)))
        bytes.append(contentsOf: value)
      }
    }
    carriedCells = cells
    reader = TTCReader(bytes, position: bytes.count)
    reader.hasByteChunks = dialect.hasByteChunks
  }

  /// Adds the payload of a DATA packet, without its flags.
  public mutating func append(_ payload: some Collection<UInt8>) {
    reader.append(payload)
  }

  /// Bytes that no message has taken.
  public var remaining: Int { reader.remaining }

  /// Reads all whole messages.
  ///
  /// - Returns: whether the response is complete; if not, more bytes are needed.
  /// - Throws: `WireError` other than `needsMoreBytes` when the bytes break the protocol.
  public mutating func decode() throws(WireError) -> Bool {
    guard reader.bytes.count < 1 << 31 else { throw .malformed("a response of more than 2 GiB") }
    while true {
      let start = reader.position
      guard reader.remaining > 0 else { return false }
      if case .lob(let form) = call, try lobData.read(from: &reader, limit: form.dataLimit, into: &response.lobData) {
        guard reader.position > start else { return false }
        continue
      }
      if try readRows() {
        guard reader.position > start else { return false }
        continue
      }
      do {
        if try readMessage() {
          finish()
          return true
        }
        messageBytes += reader.position - start
        try checkMessages(messageBytes)
        // It says no more before it is told to go on.
        if flushRequested { return false }
      } catch .needsMoreBytes {
        reader.position = start
        try checkMessages(messageBytes + reader.remaining)
        rereadBytes += reader.remaining
        guard rereadBytes <= ResponseDecoder.rereadLimit else { throw .malformed("a message in far too many pieces") }
        return false
      }
    }
  }

  /// Whether the server has asked to be told that it may go on with its values; true once for each time.
  ///
  /// The answer is a message of one byte, 19.
  public mutating func takeFlushRequest() -> Bool {
    defer { flushRequested = false }
    return flushRequested
  }

  private func checkMessages(_ bytes: Int) throws(WireError) {
    guard bytes <= ResponseDecoder.messageLimit else {
      throw .malformed("a response with more than \(ResponseDecoder.messageLimit >> 20) MiB besides its rows")
    }
  }

  private mutating func finish() {
    guard let rows else { return }
    response.batch = rows.finish(bytes: reader.bytes)
    self.rows = nil
  }

  /// Reads one message; true when it is the response's last.
  private mutating func readMessage() throws(WireError) -> Bool {
    let typeByte = try reader.u8()
    guard let type = MessageType(rawValue: typeByte) else {
      throw .malformed("a message of unknown type \(typeByte)")
    }
    switch type {
    case .rowData:
      response.outValues = try outBinds.read(
        from: &reader, vector: response.ioVector, dialect: dialect, after: response.outValues)
    case .protocolNegotiation:
      let answer = try ProtocolResponse(from: &reader)
      response.protocolResponse = answer
      if let announced {
        dialect = announced.dialect(
          server: answer.capabilities, offersEndOfResponse: offersEndOfResponse)
        reader.hasByteChunks = dialect.hasByteChunks
      }
      return call == .protocolNegotiation
    case .dataTypes:
      let capabilities = announced?.capabilities ?? Capabilities.client(fieldVersion: 24, endOfResponse: true)
      response.dataTypes = try DataTypesResponse(from: &reader, client: capabilities)
      return call == .dataTypes
    case .error:
      response.endOfCall = try EndOfCallMessage(from: &reader, dialect: dialect)
      return !dialect.endOfResponse
    case .status:
      response.status = try StatusMessage(from: &reader)
      return !dialect.endOfResponse
    case .endOfResponse:
      return true
    default:
      try readOther(type)
    }
    return false
  }

  private mutating func readOther(_ type: MessageType) throws(WireError) {
    switch type {
    case .describe:
      guard call != .fetch, rows == nil else { throw .malformed("columns that are described after their rows") }
      let describe = try DescribeMessage(from: &reader, dialect: dialect)
      response.columns = describe.columns
    case .rowHeader:
      let (_, bitVector) = try RowHeaderMessage.read(from: &reader)
      try startRows()
      rows?.setBitVector(bitVector)
    case .parameters:
      try readParameters()
    case .serverPiggyback:
      response.sessionPairs += try ServerPiggyback(from: &reader).pairs
    case .warning:
      let warning = try WarningMessage(from: &reader)
      if warning.code != 0 { response.warnings.append(warning) }
    case .token:
      _ = try reader.ub8()
    case .flushOutBinds:
      reader.position = reader.bytes.count
      flushRequested = true
    case .implicitResults:
      response.implicitResults = try readImplicitResults()
    case .ioVector:
      response.ioVector = try IOVectorMessage(from: &reader)
    default:
      throw .unsupportedType("a message of type \(type.rawValue) in a response")
    }
  }

  private mutating func startRows() throws(WireError) {
    guard rows == nil else { return }
    guard let columns = response.columns else { throw .malformed("rows of a query that was not described") }
    rows = RowDecoder(columns: columns, carried: carriedCells, dialect: dialect)
  }

  /// Reads rows and their bit vectors, as many as are whole; false when the next message is another one.
  private mutating func readRows() throws(WireError) -> Bool {
    let type = try reader.peek()
    let isRow = type == MessageType.rowData.rawValue && response.ioVector == nil && outBinds.returning.isEmpty
    guard isRow || type == MessageType.bitVector.rawValue else { return false }
    try startRows()
    try rows?.readRows(from: &reader)
    return true
  }

  private mutating func readImplicitResults() throws(WireError) -> [ReturnedCursor] {
    var results: [ReturnedCursor] = []
    for _ in 0..<(try reader.count(limit: 65536)) {
      try reader.skip(Int(try reader.u8()))
      results.append(try ReturnedCursor(from: &reader, dialect: dialect))
    }
    return results
  }

  private mutating func readParameters() throws(WireError) {
    switch call {
    case .authentication, .fastAuthentication:
      response.authentication = try AuthenticationResponse(from: &reader)
    case .execute(let wantsRowCounts):
      response.parameters = try ExecuteParameters(from: &reader, wantsRowCounts: wantsRowCounts)
    case .fetch:
      response.parameters = try ExecuteParameters(from: &reader, wantsRowCounts: false)
    case .lob(let form):
      response.lob = try LOBReply(from: &reader, form: form, dialect: dialect)
    case .plain, .protocolNegotiation, .dataTypes:
      throw .malformed("return parameters that nothing asked for")
    }
  }
}

/// What a server answered to one call.
public struct Response: Sendable {
  public var protocolResponse: ProtocolResponse?
  public var dataTypes: DataTypesResponse?
  public var authentication: AuthenticationResponse?
  public var parameters: ExecuteParameters?
  /// The columns of the query, when it was described in this response or before.
  public var columns: [ColumnDescription]?
  /// The rows that came, when any could.
  public var batch: RowBatch?
  public var ioVector: IOVectorMessage?
  /// What the binds brought back, in bind order: nothing for one that only goes in.
  public var outValues: [[OutValue]] = []
  /// The queries that a block handed over.
  public var implicitResults: [ReturnedCursor] = []
  /// What a LOB operation gave back, and the piece that it read.
  public var lob: LOBReply?
  public var lobData: [UInt8] = []
  public var endOfCall: EndOfCallMessage?
  public var status: StatusMessage?
  public var sessionPairs: [KeywordPair] = []
  public var warnings: [WarningMessage] = []

  public init() {}

  /// The server's error, if the call failed.
  ///
  /// The end of a query's rows is none.
  public var error: OracleError? {
    guard let endOfCall, endOfCall.errorNumber != 0, !isExhausted else { return nil }
    let position = endOfCall.errorPosition > 0 ? Int(endOfCall.errorPosition) : nil
    return OracleError(code: Int(endOfCall.errorNumber), message: endOfCall.message, position: position)
  }

  /// Whether the query has no more rows.
  ///
  /// Error 1403 of a call without columns, such as a block's, is a real error.
  public var isExhausted: Bool {
    columns != nil && endOfCall?.errorNumber == UInt32(EndOfCallMessage.noDataFound)
  }
}
