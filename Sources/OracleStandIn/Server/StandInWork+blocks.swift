import NIOCore
import OracleWire

// Anonymous blocks: what their binds hold afterwards, cursors they opened, results they gave back.
extension StandInWork {
  /// Runs a block and answers the call.
  func runBlock(
    _ cursor: StandInOpenCursor, rows: [[StandInDatum]], commits: Bool, header: RequestHeader,
    _ writer: inout TTCWriter, _ context: Context
  ) throws {
    let result = try session.executeBlock(cursor.statement, bindRows: rows.isEmpty ? [[]] : rows)
    guard let pause = result.pause else {
      return try answer(result, cursor, commits: commits, header: header, &writer, context)
    }
    lasting = LastingCall(pause: pause) { work, writer in
      let start = writer.buffer.writerIndex
      do {
        try work.answer(result, cursor, commits: commits, header: header, &writer, context)
      } catch {
        work.fail(error, cursor.identifier, from: start, header: header, &writer, context)
      }
    }
  }

  private func answer(
    _ result: BlockResult, _ cursor: StandInOpenCursor, commits: Bool, header: RequestHeader,
    _ writer: inout TTCWriter, _ context: Context
  ) throws {
    if commits { try session.commit() }
    if !result.directions.isEmpty {
      IOVectorMessage(directions: result.directions.map(\.rawValue)).write(to: &writer)
      try writeOutputs(result, cursor, &writer, context)
    }
    try writeResults(result.results, &writer, context)
    // The client leaves these out from now on, but only if this answer is what it gets.
    cursor.outputBinds = Set(result.directions.indices.filter { result.directions[$0] == .output })
    parameters(cursor).write(to: &writer, wantsRowCounts: false)
    writeEnd(end(of: cursor), header: header, &writer, context)
  }

  /// For each iteration one message with the values of the binds that the block has set.
  private func writeOutputs(
    _ result: BlockResult, _ cursor: StandInOpenCursor, _ writer: inout TTCWriter, _ context: Context
  ) throws {
    let places = result.directions.indices.filter { result.directions[$0] != .input }
    guard !places.isEmpty else { return }
    for outputs in result.outputs {
      writer.u8(MessageType.rowData.rawValue)
      for (place, output) in zip(places, outputs) {
        switch output {
        case .query(let query):
          writer.u8(1)
          try writeQuery(query, &writer, context)
        case .value(let datum):
          try writeOutput(datum, cursor.metadata(ofBind: place), &writer, context)
        }
        writer.sb4(0)
      }
    }
  }

  private func writeOutput(
    _ datum: StandInDatum, _ metadata: ColumnMetadata?, _ writer: inout TTCWriter, _ context: Context
  ) throws {
    guard let metadata, let type = OracleTypeCode(rawValue: metadata.typeCode) else { return writer.clr(datum.bytes) }
    let value = try session.converted(datum, to: type).bytes
    switch type {
    case .cursor:
      // A cursor variable that was not opened: no columns, no number.
      writer.u8(1)
      DescribeMessage(columns: []).writeBody(to: &writer, dialect: context.dialect)
      writer.ub2(0)
    case .clob, .blob:
      lobs.write(
        metadata.isNational ? value.map(RowImage.national) : value,
        kind: StandInLOBs.Kind(type, isNational: metadata.isNational), metadata: metadata, isTemporary: true,
        to: &writer)
    default:
      let bytes = metadata.isNational && type.isCharacter ? value.map(RowImage.national) : value
      if let bytes, type.isCharacter || type == .raw, metadata.bufferSize > 0, bytes.count > Int(metadata.bufferSize) {
        throw OracleError(
          code: 6502, message: "PL/SQL: numeric or value error: character string buffer too small\nORA-06512: at line 1"
        )
      }
      writer.clr(bytes)
    }
  }

  /// A query's columns and the number of a cursor from which its rows are fetched.
  ///
  /// - Parameter parent: the cursor in whose row it stands.
  func writeQuery(
    _ query: OpenedQuery, parent: StandInOpenCursor? = nil, _ writer: inout TTCWriter, _ context: Context
  ) throws {
    let cursor = try register(StandInOpenCursor(identifier: 0, statement: query.statement))
    cursor.rows = query.cursor
    cursor.parent = parent
    cursor.isDescribed = true
    DescribeMessage(columns: query.statement.columns, serverDate: serverDate).writeBody(
      to: &writer, dialect: context.dialect)
    writer.ub2(UInt16(truncatingIfNeeded: cursor.identifier))
  }

  private func writeResults(_ results: [OpenedQuery], _ writer: inout TTCWriter, _ context: Context) throws {
    guard !results.isEmpty else { return }
    writer.u8(MessageType.implicitResults.rawValue)
    writer.count(results.count)
    for query in results {
      writer.u8(0)
      try writeQuery(query, &writer, context)
    }
  }
}
