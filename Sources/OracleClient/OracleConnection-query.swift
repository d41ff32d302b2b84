import OracleWire

extension OracleConnection {
  /// Runs a query and gives its rows batch by batch.
  ///
  /// - Parameters:
  ///   - sql: one SELECT, without a terminating semicolon.
  ///   - binds: values in the order of the statement's binds.
  ///   - fetchSize: rows a round trip; nil takes as many as make a batch of about half a MiB.
  /// - Throws: `OracleError` with ORA number, message and position.
  public func query(
    _ sql: String, binds: [OracleValue] = [], fetchSize: Int? = nil
  ) async throws -> OracleRows {
    let statement = StatementText(sql)
    return try await query(statement, BindTable(statement: statement, rows: [binds]), fetchSize: fetchSize)
  }

  /// Runs a query with values by the names of its binds.
  public func query(
    _ sql: String, binds: [String: OracleValue], fetchSize: Int? = nil
  ) async throws -> OracleRows {
    let statement = StatementText(sql)
    return try await query(statement, BindTable(statement: statement, named: binds), fetchSize: fetchSize)
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

  private func query(_ statement: StatementText, _ binds: BindTable, fetchSize: Int?) async throws -> OracleRows {
    guard statement.kind == .query else {
      throw OracleBindError(description: "only SELECT is a query; other statements are run by execute(_:binds:)")
    }
    if let fetchSize, fetchSize < 1 {
      throw OracleBindError(description: "the fetch size is \(fetchSize); it must be at least 1")
    }
    var options: ExecuteRequest.Options = [.parse, .execute, .fetch, .notPLSQL]
    if !binds.metadata.isEmpty { options.insert(.bind) }
    var request = ExecuteRequest(options: options, sql: statement.sql, isQuery: true)
    request.binds = binds.metadata
    request.prefetchRows = UInt32(fetchSize ?? FetchSizing.initialRows)
    let rows = binds.metadata.isEmpty ? [] : binds.rows
    let response = try await call(.execute(request, binds: rows, isPLSQL: false, columns: nil))
    guard let columns = response.columns, let end = response.endOfCall else {
      throw WireError.malformed("a query's reply without columns")
    }
    if nationalCharacterSet != CharacterSet.utf16, let column = columns.first(where: \.isNational) {
      throw failure(
        .unsupported(
          "column \(column.name) is in the national character set number \(nationalCharacterSet); only AL16UTF16 is "
            + "supported"))
    }
    let cursor = UInt32(end.cursor)
    let sizing = FetchSizing(columns: columns, fixed: fetchSize)
    var first = response
    if columns.contains(where: \.typeCode.isLOB) {
      // The server sends no rows of LOBs before it knows how they are wanted: in-line.
      first = try await define(cursor: cursor, columns: columns, rows: sizing.rows)
    }
    return try OracleRows(columns: columns, connection: self, first: first, cursor: cursor, sizing: sizing)
  }

  /// Says how a query's columns are to be sent: LOBs in-line as LONG and LONG RAW.
  private func define(
    cursor: UInt32, columns: [ColumnDescription], rows: Int
  ) async throws -> Response {
    var request = ExecuteRequest(options: [.define, .notPLSQL], cursor: cursor, sql: nil, isQuery: true)
    request.prefetchRows = UInt32(rows)
    request.iterations = UInt32(rows)
    request.flags = 0
    request.defines = columns.map { column in
      switch column.typeCode {
      case .clob:
        ColumnMetadata(typeCode: .long, bufferSize: 0x7FFF_FFFF, isNational: column.isNational)
      case .blob:
        ColumnMetadata(typeCode: .longRaw, bufferSize: 0x7FFF_FFFF)
      case .rowid, .urowid:
        ColumnMetadata(typeCode: column.typeCode, bufferSize: 18)
      default:
        ColumnMetadata(
          typeCode: column.typeCode, bufferSize: UInt32(column.bufferSize), isNational: column.isNational)
      }
    }
    return try await call(.execute(request, binds: [], isPLSQL: false, columns: columns))
  }
}
