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
          call.isQuery ? 1 : Int(call.iterations), metadata: metadata, statement: cursor?.statement, lobs: work.lobs,
          longest: dialect.longestString, from: &reader)
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
          statement: cursor.statement, outputs: cursor.outputBinds, lobs: work.lobs,
          longest: dialect.longestString, from: &reader)
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

  /// Executions of one call: those without values cost a client no bytes.
  private static let rowLimit = 1 << 20

  /// Reads the bind rows of a call.
  ///
  /// Binds of RETURNING INTO send no value, nor do those that a block only writes; if all binds are such, no row comes.
  ///
  /// - Parameters:
  ///   - outputs: binds that a block only writes, which get NULL.
  ///   - longest: `Dialect.longestString`.
  private static func readRows(
    _ count: Int, metadata: [ColumnMetadata], statement: StandInStatement?, outputs: Set<Int> = [], lobs: StandInLOBs,
    longest: Int, from reader: inout TTCReader
  ) throws -> [[StandInDatum]] {
    let returned = Set(statement?.returningBinds ?? [])
    let skipped = returned.union(outputs)
    let rowCount = max(1, count)
    guard rowCount <= rowLimit else { throw WireError.malformed("a call of \(rowCount) executions") }
    let nulls = metadata.indices.filter { !returned.contains($0) }.map { try? datum(nil, metadata[$0], lobs) }
    guard skipped.count < metadata.count else {
      return [[StandInDatum]](repeating: nulls.compactMap(\.self), count: rowCount)
    }
    let isPLSQL = statement?.kind == .plsql
    var rows: [[StandInDatum]] = []
    for _ in 0..<rowCount {
      try FastAuthentication.expect(.rowData, in: &reader)
      let values = try BindRow.read(
        from: &reader, metadata: metadata, isPLSQL: isPLSQL, longest: longest, skipped: skipped)
      rows.append(
        try values.indices.filter { !returned.contains($0) }.map { try datum(values[$0], metadata[$0], lobs) })
    }
    return rows
  }

  private static func datum(
    _ bytes: [UInt8]?, _ column: ColumnMetadata, _ lobs: StandInLOBs
  ) throws -> StandInDatum {
    let type = OracleTypeCode(rawValue: column.typeCode) ?? .varchar
    if let bytes, type == .clob || type == .blob { return StandInDatum(typeCode: type, bytes: try lobs.bound(bytes)) }
    guard let bytes, column.isNational, type.isCharacter, bytes.count % 2 == 0 else {
      return StandInDatum(typeCode: type, bytes: bytes)
    }
    let units = stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    return StandInDatum(typeCode: type, bytes: Array(String(decoding: units, as: UTF16.self).utf8))
  }
}
