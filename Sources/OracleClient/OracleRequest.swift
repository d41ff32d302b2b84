import OracleWire

/// A call to the server as a value: how it is written, and how its answer is read.
enum OracleRequest: Sendable {
  case protocolNegotiation(ProtocolRequest, announced: DataTypesRequest, offersEndOfResponse: Bool)
  case dataTypes(DataTypesRequest)
  case fastAuthentication(
    ProtocolRequest, announced: DataTypesRequest, AuthenticationRequest, offersEndOfResponse: Bool)
  case authenticate(FunctionCode, AuthenticationRequest)
  case execute(ExecuteRequest, binds: [[[UInt8]?]], isPLSQL: Bool, columns: [ColumnDescription]?)
  case fetch(FetchRequest, columns: [ColumnDescription], carried: RowBatch?, capacity: Int)
  case plain(FunctionCode)

  /// Whether piggybacks may stand before the call: not before the session is open.
  var takesPiggyback: Bool {
    switch self {
    case .execute, .fetch, .plain: true
    default: false
    }
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
      for row in binds {
        BindRow.write(row, metadata: request.binds, isPLSQL: isPLSQL, to: &writer)
      }
    case .fetch(let request, _, _, _):
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
    case .execute(let request, _, _, let columns):
      ResponseDecoder(
        call: .execute(wantsRowCounts: request.wantsRowCounts), dialect: dialect, columns: columns)
    case .fetch(_, let columns, let carried, let capacity):
      ResponseDecoder(call: .fetch, dialect: dialect, columns: columns, carried: carried, capacity: capacity)
    case .plain:
      ResponseDecoder(call: .plain, dialect: dialect)
    }
  }
}
