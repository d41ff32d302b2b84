import NIOCore
import OracleWire

/// The rows of a query, as batches that arrive one round trip at a time.
///
/// While one batch is being worked on, the next is already asked for; never more than that one, so that a slow consumer
/// slows the server down. The sequence can be gone through once.
public struct OracleRows: AsyncSequence, Sendable {
  public typealias Element = RowBatch

  /// The query's columns.
  ///
  /// CLOB and BLOB values arrive in-line, as text and bytes.
  public let columns: [ColumnDescription]
  let connection: OracleConnection
  let first: RowBatch?
  let cursor: UInt32
  let isExhausted: Bool
  let sizing: FetchSizing

  /// - Parameter first: the reply that opened the cursor; it may bring rows.
  /// - Throws: `WireError.malformed` when its rows don't fit the columns or the server's count.
  init(
    columns: [ColumnDescription], connection: OracleConnection, first: Response, cursor: UInt32, sizing: FetchSizing
  ) throws(WireError) {
    self.columns = columns
    self.connection = connection
    self.first = first.batch
    self.cursor = cursor
    self.sizing = sizing
    isExhausted = first.isExhausted
    try OracleRows.check(first, columns: columns, rowsBefore: 0)
  }

  /// Checks a reply against what was described and, at the end, against the rows that the server says it sent: a row that
  /// were lost in decoding would be missing from a copy and from its verification alike.
  private static func check(
    _ response: Response, columns: [ColumnDescription], rowsBefore: UInt64
  ) throws(WireError) {
    if let batch = response.batch, batch.columnCount != columns.count {
      throw .malformed("rows of \(batch.columnCount) columns where \(columns.count) were described")
    }
    guard response.isExhausted, let end = response.endOfCall else { return }
    let rows = rowsBefore + UInt64(response.batch?.rowCount ?? 0)
    guard end.rowCount == rows else {
      throw .malformed("\(rows) rows of a query that the server ended with a count of \(end.rowCount)")
    }
  }

  public func makeAsyncIterator() -> Iterator {
    Iterator(rows: self)
  }

  /// Goes through the batches; none of them is empty.
  public struct Iterator: AsyncIteratorProtocol {
    /// Fetches in a row that may bring nothing although there is more.
    private static let emptyLimit = 3

    private let rows: OracleRows
    private var pending: EventLoopFuture<Response>?
    private var ready: RowBatch?
    /// The last batch that had rows: the next one may repeat values of its last row.
    private var last: RowBatch?
    private var sizing: FetchSizing
    private var rowCount: UInt64 = 0
    private var emptyCount = 0
    private let closer: CursorCloser

    init(rows: OracleRows) {
      self.rows = rows
      sizing = rows.sizing
      closer = CursorCloser(connection: rows.connection, cursor: rows.cursor)
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
      let request = FetchRequest(cursor: rows.cursor, rows: UInt32(sizing.rows))
      pending = rows.connection.begin(
        .fetch(request, columns: rows.columns, carried: last, capacity: sizing.expectedBytes))
    }

    /// The next batch, nil after the last.
    ///
    /// - Throws: `OracleError` or `OracleConnectionError`; nothing more comes after it.
    public mutating func next() async throws -> RowBatch? {
      while true {
        if let batch = ready {
          ready = nil
          return batch
        }
        guard let pending else { return nil }
        self.pending = nil
        let connection = rows.connection
        let response = try await withTaskCancellationHandler {
          try await pending.get()
        } onCancel: {
          // A silent server must not keep a task that was given up: its connection is of no more use.
          connection.abandon()
        }
        if let error = response.error { throw error }
        do {
          try OracleRows.check(response, columns: rows.columns, rowsBefore: rowCount)
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

/// Closes a cursor when nothing refers to the iteration any more, also when it was left half way.
final class CursorCloser: Sendable {
  private let connection: OracleConnection
  private let cursor: UInt32

  init(connection: OracleConnection, cursor: UInt32) {
    self.connection = connection
    self.cursor = cursor
  }

  deinit {
    if cursor != 0 { connection.close(cursor: cursor) }
  }
}

/// How many rows a fetch asks for: as many as make a batch of the wanted size, learnt from the rows that came.
struct FetchSizing: Sendable {
  /// Bytes that a batch should have.
  static let targetBytes = 1 << 19
  /// Bytes that a batch may have if all its values were as long as they may be.
  static let limitBytes = 1 << 26
  /// Rows of a first, unmeasured fetch.
  static let initialRows = 100
  /// Rows at most where values have no known limit (LOBs).
  static let lobRows = 16
  /// Rows of a first fetch of such values.
  static let initialLOBRows = 2

  private(set) var rows: Int
  private let isFixed: Bool
  private let limit: Int
  /// How many times as many rows as were measured may be asked for: rows may grow wider later.
  private let growth: Int
  private(set) var expectedBytes = 0

  init(columns: [ColumnDescription], fixed: Int?) {
    let widest = columns.reduce(1) { $0 + $1.bufferSize + 2 }
    let hasLOB = columns.contains { $0.typeCode.isLOB || $0.typeCode == .long || $0.typeCode == .longRaw }
    limit = hasLOB ? FetchSizing.lobRows : Swift.max(1, FetchSizing.limitBytes / widest)
    isFixed = fixed != nil
    growth = hasLOB ? 2 : 8
    rows = fixed ?? (hasLOB ? FetchSizing.initialLOBRows : min(FetchSizing.initialRows, limit))
  }

  mutating func learn(from batch: RowBatch) {
    guard !isFixed, batch.rowCount > 0 else { return }
    let average = Swift.max(1, batch.bytes.count / batch.rowCount)
    rows = Swift.max(1, min(FetchSizing.targetBytes / average, limit, batch.rowCount * growth))
    expectedBytes = min(rows * average * 5 / 4, 4 * FetchSizing.targetBytes)
  }
}
