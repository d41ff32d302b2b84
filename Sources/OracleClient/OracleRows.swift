import OracleWire

/// The rows of a query, as batches that arrive one round trip at a time.
///
/// While one batch is being worked on, the next is already asked for; never more than that one, so that a slow consumer
/// slows the server down. The sequence can be gone through once.
public struct OracleRows: AsyncSequence, Sendable {
  public typealias Element = RowBatch

  /// The query's columns.
  ///
  /// CLOB and BLOB values arrive in-line, as text and bytes, where no locators were asked for.
  public let columns: [ColumnDescription]
  let connection: OracleConnection
  let first: RowBatch?
  let closer: CursorCloser
  /// The queries in whose rows the query's cursor stands, outermost first.
  let outer: [CursorCloser]
  let isExhausted: Bool
  let sizing: FetchSizing

  /// Bytes or characters that may come with a locator at most.
  static let longestPrefetch = 1 << 20

  /// - Parameter first: the reply that opened the cursor; it may bring rows.
  /// - Throws: `WireError.malformed` when its rows don't fit the columns or the server's count.
  init(
    columns: [ColumnDescription], connection: OracleConnection, first: Response, closer: CursorCloser,
    outer: [CursorCloser] = [], sizing: FetchSizing
  ) throws(WireError) {
    self.columns = columns
    self.connection = connection
    self.first = first.batch
    self.closer = closer
    self.outer = outer
    self.sizing = sizing
    isExhausted = first.isExhausted
    try check(first, rowsBefore: 0)
  }

  /// Checks a reply against what was described and, at the end, against the rows that the server says it sent: a row that
  /// were lost in decoding would be missing from a copy and from its verification alike.
  ///
  /// A block may have fetched rows of a cursor before it handed it over, and these count as well.
  private func check(_ response: Response, rowsBefore: UInt64) throws(WireError) {
    if let batch = response.batch, batch.columnCount != columns.count {
      throw .malformed("rows of \(batch.columnCount) columns where \(columns.count) were described")
    }
    guard response.isExhausted, let end = response.endOfCall else { return }
    let rows = rowsBefore + UInt64(response.batch?.rowCount ?? 0)
    let isRight =
      end.rowCount == rows || closer.isOfBlock && end.rowCount > rows
      || !end.hasTotal && end.rowCount == UInt64(response.batch?.rowCount ?? 0)
    guard isRight else {
      throw .malformed("\(rows) rows of a query that the server ended with a count of \(end.rowCount)")
    }
  }

  /// The LOB of a cell, nil for NULL, when the query was asked for locators.
  ///
  /// - Parameter batch: the one that came last: temporary LOBs of an earlier one that were not taken are freed.
  /// - Throws: `WireError` for a column of another type; `OracleLOBError` for a LOB that is freed.
  public func lob(in batch: RowBatch, row: Int, column: Int) throws -> OracleLOB? {
    guard let lobs = closer.lobs else {
      throw OracleLOBError(description: "the query was not asked for LOBs as locators")
    }
    return try lobs.lob(batch, row: row, column: column)
  }

  /// The cursor of a cell that a CURSOR expression gave, nil for NULL.
  ///
  /// - Parameter batch: the one that came last: cursors of an earlier one that were not taken are closed.
  /// - Throws: `OracleCursorError` for a column of another type and for a cursor that is closed.
  public func cursor(in batch: RowBatch, row: Int, column: Int) throws -> OracleCursor? {
    guard let cursors = closer.cursors else {
      throw OracleCursorError.noCursor(columns.indices.contains(column) ? columns[column] : nil)
    }
    return try cursors.cursor(batch, row: row, column: column, outer: outer + [closer])
  }

  public func makeAsyncIterator() -> Iterator {
    Iterator(rows: self)
  }

  /// Goes through the batches; none of them is empty.
  public struct Iterator: AsyncIteratorProtocol {
    /// Fetches in a row that may bring nothing although there is more.
    private static let emptyLimit = 3

    private let rows: OracleRows
    private var pending: PendingCall?
    private var ready: RowBatch?
    /// The last batch that had rows: the next one may repeat values of its last row.
    private var last: RowBatch?
    private var sizing: FetchSizing
    private var rowCount: UInt64 = 0
    private var emptyCount = 0
    /// When the pending call was made.
    private var asked = ContinuousClock.now

    init(rows: OracleRows) {
      self.rows = rows
      sizing = rows.sizing
      if let first = rows.first { take(first) }
      if !rows.isExhausted { ask() }
    }

    private mutating func take(_ batch: RowBatch) {
      sizing.learn(from: batch)
      guard batch.rowCount > 0 else { return }
      rowCount += UInt64(batch.rowCount)
      emptyCount = 0
      ready = batch
      last = batch
    }

    private mutating func ask() {
      asked = .now
      let request = FetchRequest(cursor: rows.closer.cursor, rows: UInt32(sizing.rows))
      pending = rows.connection.begin(
        .fetch(request, columns: rows.columns, carried: last, capacity: sizing.expectedBytes))
      rows.closer.expect(pending)
    }

    /// The next batch, nil after the last.
    ///
    /// - Throws: `OracleError` or `OracleConnectionError`; nothing more comes after it.
    public mutating func next() async throws -> RowBatch? {
      while true {
        if let batch = ready {
          ready = nil
          try rows.connection.trusting { () throws(WireError) in try rows.closer.follow(batch) }
          return batch
        }
        guard let pending else {
          try rows.closer.follow(nil)
          return nil
        }
        self.pending = nil
        rows.closer.expect(nil)
        let connection = rows.connection
        let wanted = ContinuousClock.now
        let response = try await connection.answer(to: pending)
        if let error = response.error { throw error }
        sizing.learn(from: response.batch, waited: wanted.duration(to: .now), ofRoundTrip: asked.duration(to: .now))
        do {
          try rows.check(response, rowsBefore: rowCount)
          if let batch = response.batch { take(batch) }
          if !response.isExhausted {
            if ready == nil { emptyCount += 1 }
            guard emptyCount <= Iterator.emptyLimit else {
              throw WireError.malformed("fetches that bring neither rows nor the end")
            }
            ask()
          }
        } catch let error as WireError {
          // What comes next on this connection can't be trusted.
          connection.abandon()
          throw connection.failure(.protocolViolation(error.description))
        }
      }
    }
  }
}

/// How many rows a fetch asks for: as many as make a batch of the wanted size, learnt from the rows that came.
///
/// Where the consumer waits for answers although they were asked for in time, the server is far: batches grow, so that
/// fewer round trips have to be waited for.
struct FetchSizing: Sendable {
  /// Bytes that a batch should have in memory, its cells included, as long as nobody waits for it.
  static let targetBytes = 1 << 19
  /// Bytes that a batch should have at most.
  static let largestTargetBytes = 1 << 21
  /// Bytes that a batch may have if all its values were as long as they may be.
  static let limitBytes = 1 << 26
  /// Rows of a first, unmeasured fetch.
  static let initialRows = 100
  /// Rows at most where values have no known limit (LOBs).
  static let lobRows = 128
  /// Cursors in the rows of a fetch: a session may have as few as 50 open, and up to three batches are under way.
  static let cursors = 10
  /// Rows of a first fetch of such values.
  static let initialLOBRows = 2

  private(set) var rows: Int
  private let isFixed: Bool
  private let limit: Int
  /// How many times as many rows as were measured may be asked for: rows may grow wider later.
  private let growth: Int
  private(set) var expectedBytes = 0
  private(set) var targetBytes = FetchSizing.targetBytes

  init(columns: [ColumnDescription], fixed: Int?) {
    let widest = columns.reduce(1) { $0 + ($1.locatorPrefetch.map(FetchSizing.locatorBytes) ?? $1.bufferSize) + 2 }
    let hasLOB = columns.contains {
      ($0.typeCode.isLOB && $0.locatorPrefetch == nil) || $0.typeCode == .long || $0.typeCode == .longRaw
    }
    let cursorCount = columns.count { $0.typeCode == .cursor }
    let most = hasLOB ? FetchSizing.lobRows : Swift.max(1, FetchSizing.limitBytes / widest)
    limit = min(most, FetchSizing.rows(cursors: cursorCount))
    isFixed = fixed != nil
    growth = hasLOB ? 2 : 8
    let isCautious = hasLOB || columns.contains { $0.locatorPrefetch != nil }
    rows = fixed ?? min(isCautious ? FetchSizing.initialLOBRows : FetchSizing.initialRows, limit)
  }

  /// Rows of a fetch, at most, with so many cursors in each.
  private static func rows(cursors count: Int) -> Int {
    count == 0 ? .max : Swift.max(1, cursors / count)
  }

  /// Rows to ask for before the columns are known.
  static func initialRows(_ statement: StatementText) -> Int {
    min(initialRows, rows(cursors: statement.cursorCount))
  }

  /// Bytes of a locator and what comes with it.
  private static func locatorBytes(prefetch: Int) -> Int { 128 + 2 * prefetch }

  mutating func learn(from batch: RowBatch) {
    guard !isFixed, batch.rowCount > 0 else { return }
    let average = Swift.max(1, batch.bytes.count / batch.rowCount)
    let inMemory = average + batch.columnCount * MemoryLayout<RowBatch.Cell>.stride
    rows = Swift.max(1, min(targetBytes / inMemory, limit, batch.rowCount * growth))
    expectedBytes = min(rows * average * 5 / 4, 4 * targetBytes)
  }

  private static func size(of batch: RowBatch) -> Int {
    batch.bytes.count + batch.cells.count * MemoryLayout<RowBatch.Cell>.stride
  }

  /// Notes how long a batch was waited for, of the time since it was asked for; the first small ones tell nothing.
  mutating func learn(from batch: RowBatch?, waited: Duration, ofRoundTrip roundTrip: Duration) {
    guard let batch, FetchSizing.size(of: batch) >= targetBytes / 2, waited > roundTrip / 4 else { return }
    targetBytes = min(2 * targetBytes, FetchSizing.largestTargetBytes)
  }
}
