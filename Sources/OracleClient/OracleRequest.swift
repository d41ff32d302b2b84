import OracleWire

/// A call to the server as a value: how it is written, and how its answer is read.
enum OracleRequest: Sendable {
  case protocolNegotiation(ProtocolRequest, announced: DataTypesRequest, offersEndOfResponse: Bool)
  case dataTypes(DataTypesRequest)
  case fastAuthentication(
    ProtocolRequest, announced: DataTypesRequest, AuthenticationRequest, offersEndOfResponse: Bool)
  case authenticate(FunctionCode, AuthenticationRequest)
  case execute(ExecuteRequest, BindTable, isPLSQL: Bool, columns: [ColumnDescription]?)
  case fetch(FetchRequest, columns: [ColumnDescription], carried: RowBatch?, capacity: Int)
  case lob(LOBRequest)
  case plain(FunctionCode)

  /// Whether piggybacks may stand before the call: not before the session is open.
  var takesPiggyback: Bool {
    switch self {
    case .execute, .fetch, .lob, .plain: true
    default: false
    }
  }

  /// Whether the call opens a cursor.
  var opensCursor: Bool {
    if case .execute(let request, _, _, _) = self { request.cursor == 0 } else { false }
  }

  func write(sequence: UInt8, to writer: inout TTCWriter, dialect: Dialect) {
    switch self {
    case .protocolNegotiation(let request, _, _):
      request.write(to: &writer)
    case .dataTypes(let request):
      request.write(to: &writer)
    case .fastAuthentication(let request, let announced, let authentication, _):
      FastAuthentication.writeHead(request, to: &writer)
      announced.write(to: &writer)
      var early = dialect
      early.fieldVersion = Dialect.fastAuthenticationFieldVersion
      authentication.write(.authenticationOne, sequence: sequence, to: &writer, dialect: early)
    case .authenticate(let function, let request):
      request.write(function, sequence: sequence, to: &writer, dialect: dialect)
    case .execute(let request, let binds, let isPLSQL, _):
      request.write(sequence: sequence, to: &writer, dialect: dialect)
      for row in binds.rows {
        BindRow.write(
          row, metadata: binds.metadata, isPLSQL: isPLSQL, longest: dialect.longestString,
          skipped: Set(binds.returning), to: &writer)
      }
    case .fetch(let request, _, _, _):
      request.write(sequence: sequence, to: &writer, dialect: dialect)
    case .lob(let request):
      request.write(sequence: sequence, to: &writer, dialect: dialect)
    case .plain(let function):
      PlainRequest.write(function, sequence: sequence, to: &writer, dialect: dialect)
    }
  }

  func decoder(dialect: Dialect) -> ResponseDecoder {
    switch self {
    case .protocolNegotiation(_, let announced, let offersEndOfResponse):
      ResponseDecoder(
        call: .protocolNegotiation, dialect: dialect, announced: announced, offersEndOfResponse: offersEndOfResponse)
    case .dataTypes(let announced):
      ResponseDecoder(call: .dataTypes, dialect: dialect, announced: announced)
    case .fastAuthentication(_, let announced, _, let offersEndOfResponse):
      ResponseDecoder(
        call: .fastAuthentication, dialect: dialect, announced: announced, offersEndOfResponse: offersEndOfResponse)
    case .authenticate:
      ResponseDecoder(call: .authentication, dialect: dialect)
    case .execute(let request, let binds, _, let columns):
      ResponseDecoder(
        call: .execute(
          wantsRowCounts: request.wantsRowCounts && dialect.fieldVersion >= ExecuteRequest.rowCountsVersion),
        dialect: dialect, columns: columns,
        outBinds: OutBinds(binds: binds.metadata, returning: binds.returning))
    case .fetch(_, let columns, let carried, let capacity):
      ResponseDecoder(call: .fetch, dialect: dialect, columns: columns, carried: carried, capacity: capacity)
    case .lob(let request):
      ResponseDecoder(call: .lob(request.replyForm), dialect: dialect)
    case .plain:
      ResponseDecoder(call: .plain, dialect: dialect)
    }
  }
}
