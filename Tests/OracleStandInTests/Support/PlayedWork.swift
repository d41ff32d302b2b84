import NIOCore
import OracleWire

@testable import OracleStandIn

/// Calls of one client to a session of the stand-in, without packets and sockets.
final class PlayedWork {
  let work: StandInWork
  private let dialect = Dialect()

  init(_ test: TestDatabase) {
    work = StandInWork(session: test.session, database: test.database, profile: .release23ai)
  }

  /// Makes a call.
  ///
  /// - Parameter closing: numbers of cursors that the client needs no more.
  /// - Returns: the error that is the whole answer; nil when there is more or something else in it.
  @discardableResult
  func call(closing: [UInt32] = [], _ write: (inout TTCWriter, Dialect) -> Void) throws -> EndOfCallMessage? {
    var request = TTCWriter()
    write(&request, dialect)
    var reader = TTCReader(Array(request.buffer.readableBytesView))
    try reader.skip(1)
    let header = try RequestHeader(from: &reader, dialect: dialect)
    var answer = TTCWriter()
    try work.handle(
      header, reader: &reader, writer: &answer,
      context: StandInWork.Context(
        dialect: dialect, closedCursors: closing, freedLOBs: [], schema: nil, packetIsShort: true))
    var bytes = TTCReader(Array(answer.buffer.readableBytesView))
    guard try bytes.u8() == MessageType.error.rawValue else { return nil }
    let end = try EndOfCallMessage(from: &bytes, dialect: dialect)
    return end.errorNumber == 0 ? nil : end
  }

  /// Executes a statement; a query without fetching.
  @discardableResult
  func execute(
    _ sql: String, cursor: UInt32 = 0, closing: [UInt32] = [], binds: [ColumnMetadata] = [], values: [[UInt8]?] = []
  ) throws -> EndOfCallMessage? {
    let isQuery = sql.hasPrefix("SELECT")
    let isPLSQL = sql.hasPrefix("BEGIN")
    var options: ExecuteRequest.Options = isPLSQL ? [.parse, .execute] : [.parse, .execute, .notPLSQL]
    if !binds.isEmpty { options.insert(.bind) }
    var request = ExecuteRequest(options: options, cursor: cursor, sql: sql, isQuery: isQuery)
    request.binds = binds
    return try call(closing: closing) { writer, dialect in
      request.write(sequence: 1, to: &writer, dialect: dialect)
      if !binds.isEmpty { BindRow.write(values, metadata: binds, isPLSQL: isPLSQL, to: &writer) }
    }
  }

  /// Makes a call without a body.
  @discardableResult
  func call(_ function: FunctionCode) throws -> EndOfCallMessage? {
    try call { writer, dialect in PlainRequest.write(function, sequence: 1, to: &writer, dialect: dialect) }
  }
}
