import OracleWire

/// A call of an open session, wholly read.
enum StandInRequest {
  case execute(ExecuteRequest, StandInOpenCursor?, rows: [[StandInDatum]])
  case reexecute(ReexecuteRequest, StandInOpenCursor, rows: [[StandInDatum]], fetches: Bool)
  case fetch(FetchRequest, StandInOpenCursor)
  case lob(LOBRequest)
  case version
  case commit
  case rollback
  case ping
  case logoff

  /// Reads a call after its header.
  ///
  /// - Throws: `WireError.needsMoreBytes` when the request is not whole; `OracleError` 1001 for an unknown cursor.
  init(_ header: RequestHeader, reader: inout TTCReader, dialect: Dialect, work: StandInWork) throws {
    switch FunctionCode(rawValue: header.function) {
    case .execute:
      let call = try ExecuteRequest(from: &reader, dialect: dialect)
      let cursor = work.cursor(for: call)
      let metadata = call.binds.isEmpty && call.sql == nil ? cursor?.bindMetadata ?? [] : call.binds
      let executes = call.options.contains(.execute)
      let rows =
        executes && !metadata.isEmpty
        ? try StandInRequest.readRows(
          call.isQuery ? 1 : Int(call.iterations), metadata: metadata, statement: cursor?.statement, from: &reader)
        : []
      self = .execute(call, cursor, rows: rows)
    case .reexecute, .reexecuteAndFetch:
      let fetches = header.function == FunctionCode.reexecuteAndFetch.rawValue
      let call = try ReexecuteRequest(from: &reader)
      let cursor = try StandInRequest.known(work.cursor(call.cursor))
      let rows =
        cursor.bindMetadata.isEmpty
        ? []
        : try StandInRequest.readRows(
          fetches || cursor.statement.kind == .query ? 1 : Int(call.iterations), metadata: cursor.bindMetadata,
          statement: cursor.statement, from: &reader)
      self = .reexecute(call, cursor, rows: rows, fetches: fetches)
    case .fetch:
      let call = try FetchRequest(from: &reader)
      self = .fetch(call, try StandInRequest.known(work.cursor(call.cursor)))
    case .lobOperation:
      self = .lob(try LOBRequest(from: &reader))
    case .version:
      try reader.skip(1)
      _ = try reader.ub2()
      try reader.skip(2)
      if dialect.fieldVersion >= 11 { _ = try reader.ub4() }
      self = .version
    case .commit: self = .commit
    case .rollback: self = .rollback
    case .ping: self = .ping
    case .logoff: self = .logoff
    default:
      throw WireError.unsupportedType("function \(header.function)")
    }
  }

  private static func known(_ cursor: StandInOpenCursor?) throws -> StandInOpenCursor {
    guard let cursor else { throw OracleError(code: 1001, message: "invalid cursor") }
    return cursor
  }

  /// Reads the bind rows of a call.
  ///
  /// Binds of RETURNING INTO send no value; if all binds are such, no row comes.
  private static func readRows(
    _ count: Int, metadata: [ColumnMetadata], statement: StandInStatement?, from reader: inout TTCReader
  ) throws -> [[StandInDatum]] {
    let skipped = Set(statement?.returningBinds ?? [])
    let rowCount = max(1, count)
    guard skipped.count < metadata.count else {
      return [[StandInDatum]](repeating: [], count: rowCount)
    }
    let isPLSQL = statement?.kind == .plsql
    var rows: [[StandInDatum]] = []
    for _ in 0..<rowCount {
      try FastAuthentication.expect(.rowData, in: &reader)
      let values = try BindRow.read(from: &reader, metadata: metadata, isPLSQL: isPLSQL, skipped: skipped)
      rows.append(
        values.indices.compactMap { index in
          skipped.contains(index) ? nil : datum(values[index], metadata[index])
        })
    }
    return rows
  }

  private static func datum(_ bytes: [UInt8]?, _ column: ColumnMetadata) -> StandInDatum {
    let type = OracleTypeCode(rawValue: column.typeCode) ?? .varchar
    guard let bytes, column.isNational, type.isCharacter, bytes.count % 2 == 0 else {
      return StandInDatum(typeCode: type, bytes: bytes)
    }
    let units = stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    return StandInDatum(typeCode: type, bytes: Array(String(decoding: units, as: UTF16.self).utf8))
  }
}
