import OracleWire

/// A query that the server has opened: a block by OPEN FOR or DBMS_SQL.RETURN_RESULT, or a CURSOR expression for a row.
///
/// It is closed when nothing refers to it any more. That of a CURSOR expression keeps the query open in whose row it
/// stands.
public struct OracleCursor: Sendable {
  /// How many queries a cursor may stand in, each in a row of the next; Oracle documents no limit.
  static let deepest = 16

  public let columns: [ColumnDescription]
  let connection: OracleConnection
  let closer: CursorCloser
  /// The queries in whose rows the cursor stands, outermost first: the server closes it with each of them.
  let outer: [CursorCloser]

  /// - Returns: nil for a cursor variable that was left closed.
  init?(_ returned: ReturnedCursor, connection: OracleConnection) {
    guard returned.number != 0 else { return nil }
    let closer = CursorCloser(
      connection: connection, cursor: UInt32(returned.number), columns: returned.columns, isOfBlock: true)
    self.init(columns: returned.columns, connection: connection, closer: closer, outer: [])
  }

  init(columns: [ColumnDescription], connection: OracleConnection, closer: CursorCloser, outer: [CursorCloser]) {
    self.columns = columns
    self.connection = connection
    self.closer = closer
    self.outer = outer
  }

  /// Fetches the rows; once only, as the server keeps the place.
  ///
  /// - Parameter fetchSize: rows a round trip; nil takes as many as make a batch of about half a MiB.
  public func rows(fetchSize: Int? = nil) async throws -> OracleRows {
    try OracleConnection.check(fetchSize: fetchSize)
    try connection.checkNationalCharacterSet(columns)
    let sizing = FetchSizing(columns: columns, fixed: fetchSize)
    let first: Response
    if columns.contains(where: \.typeCode.isLOB) {
      first = try await connection.define(cursor: closer.cursor, columns: columns, rows: sizing.rows)
    } else {
      var request = ExecuteRequest(options: [.fetch, .notPLSQL], cursor: closer.cursor, sql: nil, isQuery: true)
      request.prefetchRows = UInt32(sizing.rows)
      request.iterations = request.prefetchRows
      request.flags = 0
      first = try await connection.call(.execute(request, .none, isPLSQL: false, columns: columns))
    }
    return try connection.trusting { () throws(WireError) in
      try OracleRows(
        columns: columns, connection: connection, first: first, closer: closer, outer: outer, sizing: sizing)
    }
  }
}

/// A use of a cursor that makes no sense, found here before the server was asked.
public struct OracleCursorError: Error, Sendable, Hashable, CustomStringConvertible {
  public let description: String

  static let gone = OracleCursorError(
    description: "a cursor of an earlier batch is closed: take it before the next batch is asked for")
  static let tooDeep = OracleCursorError(
    description: "a cursor in the row of a cursor, and so on, more than \(OracleCursor.deepest) deep")

  static func noCursor(_ column: ColumnDescription?) -> OracleCursorError {
    let what = column.map { "column \($0.name) is of type \($0.typeCode.name)" } ?? "there is no such column"
    return OracleCursorError(description: "\(what), and so no cursor")
  }
}
