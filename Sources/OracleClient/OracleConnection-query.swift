import OracleWire

extension OracleConnection {
  /// Runs a query and gives its rows batch by batch.
  ///
  /// - Parameters:
  ///   - sql: one SELECT, without a terminating semicolon.
  ///   - binds: values in the order of the statement's binds.
  ///   - fetchSize: rows a round trip; nil takes as many as make a batch of about half a MiB.
  ///   - lobs: how CLOBs, NCLOBs and BLOBs arrive.
  /// - Throws: `OracleError` with ORA number, message and position.
  public func query(
    _ sql: String, binds: [OracleValue] = [], fetchSize: Int? = nil, lobs: LOBDelivery = .inline
  ) async throws -> OracleRows {
    let statement = StatementText(sql)
    return try await query(statement, BindTable(statement: statement, rows: [binds]), fetchSize: fetchSize, lobs: lobs)
  }

  /// Runs a query with values by the names of its binds.
  public func query(
    _ sql: String, binds: [String: OracleValue], fetchSize: Int? = nil, lobs: LOBDelivery = .inline
  ) async throws -> OracleRows {
    let statement = StatementText(sql)
    return try await query(statement, BindTable(statement: statement, named: binds), fetchSize: fetchSize, lobs: lobs)
  }

  /// Runs a query and gives all its rows decoded: for small results.
  public func rows(_ sql: String, binds: [OracleValue] = []) async throws -> [[OracleValue]] {
    let batches = try await query(sql, binds: binds)
    var rows: [[OracleValue]] = []
    for try await batch in batches {
      for row in 0..<batch.rowCount {
        rows.append(
          try batches.columns.enumerated().map { index, column in
            try OracleValue(wireBytes: batch.value(row: row, column: index), column: column)
          })
      }
    }
    return rows
  }

  private func query(
    _ statement: StatementText, _ binds: BindTable, fetchSize: Int?, lobs: LOBDelivery
  ) async throws -> OracleRows {
    // A temporary LOB among the binds must not be freed before the server has it.
    defer { withExtendedLifetime(binds) {} }
    guard statement.kind == .query else {
      throw OracleBindError(description: "only SELECT is a query; other statements are run by execute(_:binds:)")
    }
    try OracleConnection.check(fetchSize: fetchSize)
    var options: ExecuteRequest.Options = [.parse, .execute, .fetch, .notPLSQL]
    if !binds.metadata.isEmpty { options.insert(.bind) }
    var request = ExecuteRequest(options: options, sql: statement.sql, isQuery: true)
    request.binds = binds.metadata
    request.prefetchRows = UInt32(fetchSize ?? FetchSizing.initialRows(statement))
    try Task.checkCancellation()
    let response = try await answer(to: begin(.execute(request, binds, isPLSQL: false, columns: nil)))
    if let error = response.error {
      if let end = response.endOfCall, end.cursor != 0 { close(cursor: UInt32(end.cursor)) }
      throw error
    }
    let (described, end) = try trusting { () throws(WireError) in
      guard let columns = response.columns, let end = response.endOfCall else {
        throw .malformed("a query's reply without columns")
      }
      return (columns, end)
    }
    let cursor = UInt32(end.cursor)
    let columns: [ColumnDescription]
    do {
      try checkNationalCharacterSet(described)
      columns = try described.map { try $0.delivered(lobs) }
    } catch {
      close(cursor: cursor)
      throw error
    }
    let closer = CursorCloser(connection: self, cursor: cursor, columns: columns)
    let sizing = FetchSizing(columns: columns, fixed: fetchSize)
    var first = response
    if columns.contains(where: \.typeCode.isLOB) {
      // The server sends no rows of LOBs before it knows how they are wanted.
      first = try await define(cursor: closer.cursor, columns: columns, rows: sizing.rows)
    }
    return try trusting { () throws(WireError) in
      try OracleRows(columns: columns, connection: self, first: first, closer: closer, sizing: sizing)
    }
  }

  static func check(fetchSize: Int?) throws {
    if let fetchSize, fetchSize < 1 {
      throw OracleBindError(description: "the fetch size is \(fetchSize); it must be at least 1")
    }
  }

  func checkNationalCharacterSet(_ columns: [ColumnDescription]) throws {
    if let column = columns.first(where: \.isNational) { try checkNationalCharacterSet("column \(column.name)") }
  }

  /// Says how a query's columns are to be sent: LOBs in-line as LONG and LONG RAW, or as locators.
  func define(
    cursor: UInt32, columns: [ColumnDescription], rows: Int
  ) async throws -> Response {
    var request = ExecuteRequest(options: [.define, .notPLSQL], cursor: cursor, sql: nil, isQuery: true)
    request.prefetchRows = UInt32(rows)
    request.iterations = UInt32(rows)
    request.flags = 0
    request.defines = columns.map { column in
      if let prefetch = column.locatorPrefetch, let kind = LOBKind(column.typeCode, isNational: column.isNational) {
        return ColumnMetadata(lob: kind, prefetch: UInt32(clamping: prefetch))
      }
      return switch column.typeCode {
      case .clob:
        ColumnMetadata(typeCode: .long, bufferSize: 0x7FFF_FFFF, isNational: column.isNational)
      case .blob:
        ColumnMetadata(typeCode: .longRaw, bufferSize: 0x7FFF_FFFF)
      case .rowid, .urowid:
        ColumnMetadata(typeCode: column.typeCode, bufferSize: 18)
      case .json, .vector:
        ColumnMetadata(image: column.typeCode)
      default:
        ColumnMetadata(
          typeCode: column.typeCode, bufferSize: OracleConnection.defineSize(column), isNational: column.isNational)
      }
    }
    return try await call(.execute(request, .none, isPLSQL: false, columns: columns))
  }

  /// Room for a defined column's values, in bytes.
  ///
  /// Text gets four bytes a character: a database of a single-byte character set describes its own bytes, and sends UTF-8.
  private static func defineSize(_ column: ColumnDescription) -> UInt32 {
    guard column.typeCode == .varchar || column.typeCode == .char, column.maxCharacters > 0 else {
      return UInt32(clamping: column.bufferSize)
    }
    return UInt32(clamping: column.maxCharacters * 4)
  }
}

extension ColumnDescription {
  /// The column as its values will arrive.
  fileprivate func delivered(_ lobs: LOBDelivery) throws -> ColumnDescription {
    guard case .locators(let prefetch) = lobs else { return self }
    guard (0...OracleRows.longestPrefetch).contains(prefetch) else {
      throw OracleLOBError(description: "\(prefetch) bytes or characters are to come with each LOB")
    }
    guard LOBKind(typeCode, isNational: isNational) != nil else { return self }
    var column = self
    column.locatorPrefetch = prefetch
    return column
  }
}
