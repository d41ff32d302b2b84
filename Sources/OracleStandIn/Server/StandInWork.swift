import NIOCore
import OracleWire

/// The calls of a session that is logged on.
final class StandInWork {
  /// What accompanies a call.
  struct Context {
    var dialect: Dialect
    var closedCursors: [UInt32]
    /// Locators of temporary LOBs that the client has let go of, one behind the other.
    var freedLOBs: [UInt8]
    var schema: String?
    var packetIsShort: Bool
  }

  let session: StandInSession
  private let database: StandInDatabase
  private let profile: StandInProfile
  private var cursors = StandInCursors()
  /// The call whose answer has to wait.
  var lasting: LastingCall?
  /// Whether the client has logged off.
  private var hasLoggedOff = false
  var lobs = StandInLOBs()

  init(session: StandInSession, database: StandInDatabase, profile: StandInProfile) {
    self.session = session
    self.database = database
    self.profile = profile
  }

  /// Reads the rest of a call and answers it.
  ///
  /// - Throws: `WireError.needsMoreBytes` before anything was done when the request is not whole.
  func handle(
    _ header: RequestHeader, reader: inout TTCReader, writer: inout TTCWriter, context: Context
  ) throws {
    faultOfStatement = nil
    let request: StandInRequest
    do {
      request = try StandInRequest(header, reader: &reader, dialect: context.dialect, work: self)
    } catch let error as WireError {
      // The rest of a request that is not understood has no known end: a short packet shows that it is over.
      let isOver = error != .needsMoreBytes || (context.packetIsShort && hasFaultyStatement)
      guard isOver else { throw error }
      if case .malformed = error { throw error }
      reader.position = reader.bytes.count
      parsed = nil
      let fault = faultOfStatement ?? OracleError(code: 3001, message: "unimplemented feature: \(error)")
      return writeError(hasLoggedOff ? Self.notLoggedOn : fault, header: header, &writer, context)
    } catch let error as OracleError {
      // A cursor or a locator that is not known: whatever else the request holds has no use.
      reader.position = reader.bytes.count
      parsed = nil
      return writeError(hasLoggedOff ? Self.notLoggedOn : error, header: header, &writer, context)
    }
    parsed = nil
    guard !hasLoggedOff else { return writeError(Self.notLoggedOn, header: header, &writer, context) }
    guard database.locked({ !session.isKilled }) else {
      hasLoggedOff = true
      cursors.closeAll()
      session.close()
      return writeError(OracleError.sessionKilled, header: header, &writer, context)
    }
    cursors.close(context.closedCursors)
    lobs.free(context.freedLOBs)
    cursors.beginCall()
    let start = writer.buffer.writerIndex
    do {
      if let schema = context.schema { try session.setCurrentSchema(schema) }
      try perform(request, header: header, &writer, context)
    } catch {
      fail(error, number(of: request), from: start, header: header, &writer, context)
    }
  }

  private static var notLoggedOn: OracleError { OracleError(code: 1012, message: "not logged on") }

  /// Answers a call with its error alone, whatever of an answer has been written.
  ///
  /// - Parameter number: the cursor's, as the client knows it; 0 for one that it has not been told of.
  func fail(
    _ error: any Error, _ number: UInt32, from start: Int, header: RequestHeader, _ writer: inout TTCWriter,
    _ context: Context
  ) {
    writer.buffer.moveWriterIndex(to: start)
    cursors.undoCall()
    let fault = error as? OracleError ?? OracleError(code: 600, message: "\(error)")
    writeError(fault, header: header, &writer, context, cursor: cursors[number])
  }

  /// A client takes the number it is told for its cursor's: one that it knows must stay the same.
  private func number(of request: StandInRequest) -> UInt32 {
    switch request {
    case .execute(let call, _, _): call.cursor
    case .reexecute(_, let cursor, _, _), .fetch(_, let cursor): cursor.identifier
    default: 0
    }
  }

  /// Forgets the cursors that the present call has opened.
  func undoCall() { cursors.undoCall() }

  /// The statement of the request that is being read.
  private var parsed: StandInStatement?
  private var faultOfStatement: OracleError?
  private var hasFaultyStatement: Bool { faultOfStatement != nil }

  /// The cursor of an execute call: a new one for a new text.
  ///
  /// A text that cannot be parsed gives nil, and its error is kept for the answer.
  func cursor(for request: ExecuteRequest) -> StandInOpenCursor? {
    let types = request.binds.map { OracleTypeCode(rawValue: $0.typeCode) ?? .varchar }
    if request.cursor != 0, cursors[request.cursor] == nil {
      faultOfStatement = OracleError(code: 1001, message: "invalid cursor")
      return nil
    }
    let known = request.sql == nil ? cursors[request.cursor] : nil
    if let known, types.isEmpty || types == known.statement.bindTypes { return known }
    // Binds of other types make another statement of the same text.
    guard let sql = request.sql ?? known?.statement.sql else {
      faultOfStatement = OracleError(code: 1001, message: "invalid cursor")
      return nil
    }
    do {
      // A request of many packets is read several times before it is whole, and parsed once.
      let statement =
        if let parsed, parsed.sql == sql, parsed.bindTypes == types { parsed } else {
          try session.prepare(sql, bindTypes: types)
        }
      parsed = statement
      return StandInOpenCursor(identifier: request.cursor, statement: statement)
    } catch {
      faultOfStatement = error as? OracleError ?? OracleError(code: 600, message: "\(error)")
      return nil
    }
  }

  func cursor(_ identifier: UInt32) -> StandInOpenCursor? { cursors[identifier] }

  /// Keeps a cursor for later calls.
  ///
  /// - Throws: `OracleError` 1000 when too many are open.
  func register(_ cursor: StandInOpenCursor) throws -> StandInOpenCursor { try cursors.register(cursor) }

  private func perform(
    _ request: StandInRequest, header: RequestHeader, _ writer: inout TTCWriter, _ context: Context
  ) throws {
    switch request {
    case .execute(let call, let cursor, let rows):
      guard let cursor else { throw faultOfStatement ?? OracleError(code: 900, message: "invalid SQL statement") }
      let open = cursors[cursor.identifier] === cursor ? cursor : try register(cursor)
      if !call.binds.isEmpty { open.bindMetadata = call.binds }
      try execute(call, open, rows: rows, header: header, &writer, context)
    case .reexecute(let call, let cursor, let rows, let fetches):
      try reexecute(call, cursor, rows: rows, fetches: fetches, header: header, &writer, context)
    case .fetch(let call, let cursor):
      writer.reserve(rows: Int(call.rows))
      try sendRows(cursor, Int(call.rows), header: header, &writer, context, sendsParameters: false)
    case .lob(let call):
      try handleLOB(call, header: header, &writer, context)
    case .version:
      let banner = Array("oraferry stand-in".utf8)
      writer.u8(MessageType.parameters.rawValue)
      writer.dalc(banner)
      writer.ub4(profile.versionNumber)
      writeEnd(EndOfCallMessage(), header: header, &writer, context)
    case .commit: try session.commit(); writeStatus(&writer)
    case .rollback: session.rollback(); writeStatus(&writer)
    case .ping: writeStatus(&writer)
    case .logoff:
      session.close()
      cursors.closeAll()
      lobs = StandInLOBs()
      hasLoggedOff = true
      writeStatus(&writer)
    }
  }

  private func writeStatus(_ writer: inout TTCWriter) {
    StatusMessage(callStatus: session.isInTransaction ? 3 : 1).write(to: &writer)
  }

  func writeError(
    _ error: OracleError, header: RequestHeader, _ writer: inout TTCWriter, _ context: Context,
    cursor: StandInOpenCursor? = nil, rowCount: UInt64 = 0
  ) {
    var end = EndOfCallMessage()
    end.errorNumber = UInt32(error.code)
    end.message = error.message
    end.errorPosition = Int16(clamping: error.position ?? 0)
    end.rowCount = rowCount
    end.cursor = UInt16(truncatingIfNeeded: cursor?.identifier ?? 0)
    writeEnd(end, header: header, &writer, context)
  }

  func writeEnd(
    _ end: EndOfCallMessage, header: RequestHeader, _ writer: inout TTCWriter, _ context: Context
  ) {
    var end = end
    end.callNumber = header.sequence
    if session.isInTransaction { end.callStatus |= EndOfCallMessage.transactionIsOpen }
    end.write(to: &writer, dialect: context.dialect)
  }

  func parameters(_ cursor: StandInOpenCursor) -> ExecuteParameters {
    let scn = UInt32(truncatingIfNeeded: database.currentSCN)
    return ExecuteParameters(numbers: [scn, 0, cursor.identifier, 0, 0, 0])
  }

  // MARK: execute

  private func execute(
    _ call: ExecuteRequest, _ cursor: StandInOpenCursor, rows: [[StandInDatum]], header: RequestHeader,
    _ writer: inout TTCWriter, _ context: Context
  ) throws {
    if call.options.contains(.define) { cursor.defines = call.defines }
    guard cursor.statement.kind == .query else {
      guard call.options.contains(.execute) else {
        return writeEnd(end(of: cursor), header: header, &writer, context)
      }
      if cursor.statement.kind == .plsql {
        return try runBlock(
          cursor, rows: rows, commits: call.options.contains(.commit), header: header, &writer, context)
      }
      return try change(
        call, cursor, rows: rows, header: header, &writer, context)
    }
    if call.options.contains(.execute) {
      cursor.rows?.close()
      cursors.closeNested(in: cursor)
      cursor.rows = try session.open(cursor.statement, binds: rows.first ?? [])
    }
    if call.sql != nil || !cursor.isDescribed {
      cursor.isDescribed = true
      DescribeMessage(columns: cursor.statement.columns, serverDate: serverDate).write(
        to: &writer, dialect: context.dialect)
    }
    // Rows to be prefetched come with the execution whether or not the call says that it fetches.
    if !call.options.contains(.describeOnly), cursor.canFetch, call.prefetchRows > 0, cursor.rows != nil {
      try sendRows(cursor, Int(call.prefetchRows), header: header, &writer, context, sendsParameters: true)
    } else {
      parameters(cursor).write(to: &writer, wantsRowCounts: call.wantsRowCounts)
      writeEnd(end(of: cursor), header: header, &writer, context)
    }
  }

  var serverDate: [UInt8] { [120, 124, 1, 1, 1, 1, 1] }

  func end(of cursor: StandInOpenCursor) -> EndOfCallMessage {
    var end = EndOfCallMessage()
    end.cursor = UInt16(truncatingIfNeeded: cursor.identifier)
    end.sqlType = UInt8(clamping: cursor.statement.sqlTypeCode)
    return end
  }

  private func change(
    _ call: ExecuteRequest, _ cursor: StandInOpenCursor, rows: [[StandInDatum]], header: RequestHeader,
    _ writer: inout TTCWriter, _ context: Context
  ) throws {
    let collects = call.options.contains(.batchErrors)
    let result: StandInDMLResult
    do {
      result = try session.execute(cursor.statement, bindRows: rows.isEmpty ? [[]] : rows, batchErrors: collects)
    } catch let error as OracleError {
      return writeError(error, header: header, &writer, context, cursor: cursor)
    }
    if let failure = result.failure {
      return writeError(
        failure, header: header, &writer, context, cursor: cursor, rowCount: UInt64(result.rowCount))
    }
    if call.options.contains(.commit) { try session.commit() }
    try writeReturned(result, cursor, &writer)
    var parameters = parameters(cursor)
    parameters.rowCounts = result.rowCounts.map(UInt64.init)
    parameters.write(to: &writer, wantsRowCounts: call.wantsRowCounts)
    var end = end(of: cursor)
    end.rowCount = UInt64(result.rowCount)
    end.row = UInt32(truncatingIfNeeded: result.rowCount)
    if let address = result.lastRowID {
      end.rowAddress = RowAddress(
        object: address.object, partition: address.file, block: address.block, slot: address.slot)
    }
    if !result.errors.isEmpty {
      end.batchErrors = result.errors.map { .init(error: $0.error, row: $0.index) }
      end.errorNumber = 24381
      end.message = "ORA-24381: error(s) in array DML"
    }
    writeEnd(end, header: header, &writer, context)
  }

  /// Values of RETURNING INTO: one message an iteration, in it for each bind the number of rows and their values.
  private func writeReturned(
    _ result: StandInDMLResult, _ cursor: StandInOpenCursor, _ writer: inout TTCWriter
  ) throws {
    guard !cursor.statement.returningBinds.isEmpty else { return }
    let types = cursor.statement.returningBinds.map { place in
      cursor.metadata(ofBind: place).flatMap { OracleTypeCode(rawValue: $0.typeCode) }
    }
    for iteration in result.returned {
      writer.u8(MessageType.rowData.rawValue)
      for item in cursor.statement.returningBinds.indices {
        writer.count(iteration.count)
        for row in iteration {
          let value = item < row.count ? try session.converted(row[item], to: types[item]) : nil
          writeReturned(value?.bytes, cursor.metadata(ofBind: cursor.statement.returningBinds[item]), &writer)
        }
      }
    }
  }

  private func writeReturned(_ value: [UInt8]?, _ metadata: ColumnMetadata?, _ writer: inout TTCWriter) {
    let type = metadata.flatMap { OracleTypeCode(rawValue: $0.typeCode) }
    if let metadata, let type, type == .clob || type == .blob {
      lobs.write(
        metadata.isNational ? value.map(RowImage.national) : value,
        kind: StandInLOBs.Kind(type, isNational: metadata.isNational), metadata: metadata, to: &writer)
    } else {
      writer.clr(value)
    }
    writer.sb4(0)
  }

  private func reexecute(
    _ call: ReexecuteRequest, _ cursor: StandInOpenCursor, rows: [[StandInDatum]], fetches: Bool,
    header: RequestHeader, _ writer: inout TTCWriter, _ context: Context
  ) throws {
    var options: ExecuteRequest.Options = [.execute]
    if fetches { options.insert(.fetch) }
    if call.commits { options.insert(.commit) }
    var request = ExecuteRequest(
      options: options, cursor: call.cursor, sql: nil, isQuery: cursor.statement.kind == .query)
    request.prefetchRows = fetches ? call.iterations : 0
    try execute(request, cursor, rows: rows, header: header, &writer, context)
  }

  // MARK: rows

  private func sendRows(
    _ cursor: StandInOpenCursor, _ count: Int, header: RequestHeader, _ writer: inout TTCWriter, _ context: Context,
    sendsParameters: Bool
  ) throws {
    guard let rows = cursor.rows else { throw OracleError(code: 1002, message: "fetch out of sequence") }
    let start = writer
    RowHeaderMessage(columnCount: cursor.statement.columns.count, iterations: UInt32(clamping: count)).write(
      to: &writer)
    let sent: Int
    do {
      sent = try cursor.writeRows(count, lobs: &lobs, to: &writer) { query, writer in
        try writeQuery(query, parent: cursor, &writer, context)
      }
    } catch let error as OracleError {
      // The cursors of the rows before are closed, and those of this call the client hears nothing of.
      guard !cursor.hasCursors else {
        cursors.closeNested(in: cursor)
        throw error
      }
      writer = start
      return writeError(error, header: header, &writer, context, cursor: cursor, rowCount: UInt64(rows.rowCount))
    }
    if sendsParameters { parameters(cursor).write(to: &writer, wantsRowCounts: false) }
    var end = end(of: cursor)
    end.rowCount = UInt64(rows.rowCount)
    end.row = UInt32(truncatingIfNeeded: sent)
    if rows.isExhausted {
      end.errorNumber = UInt32(EndOfCallMessage.noDataFound)
      end.message = "ORA-01403: no data found"
    }
    writeEnd(end, header: header, &writer, context)
  }

  // MARK: LOBs

  private func handleLOB(
    _ call: LOBRequest, header: RequestHeader, _ writer: inout TTCWriter, _ context: Context
  ) throws {
    // Stricter than Oracle, where a standby has temporary LOBs: what is not asked for can't be written by mistake.
    if StandInLOBs.changes.contains(call.operation) { try session.checkWritable() }
    let outcome = try lobs.perform(call)
    if let data = outcome.data {
      writer.u8(MessageType.lobData.rawValue)
      writer.clr(data)
    }
    writer.u8(MessageType.parameters.rawValue)
    writer.raw(outcome.locator)
    if call.asksCharacterSet { writer.ub2(UInt16(truncatingIfNeeded: call.characterSet)) }
    if call.amount != nil { writer.ub8(outcome.amount) }
    if call.asksFlag { writer.signedByte(outcome.flag ? 1 : 0, context.dialect) }
    writeEnd(EndOfCallMessage(), header: header, &writer, context)
  }
}

extension TTCWriter {
  /// Makes room for the rows of a fetch, so that the buffer need not grow step by step.
  fileprivate mutating func reserve(rows: Int) {
    buffer.reserveCapacity(min(rows * 64, 1 << 20))
  }
}
