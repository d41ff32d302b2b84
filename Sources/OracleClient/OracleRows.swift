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

  public func makeAsyncIterator() -> Iterator {
    Iterator(rows: self)
  }

  /// Goes through the batches; none of them is empty.
  public struct Iterator: AsyncIteratorProtocol {
    private let rows: OracleRows
    private var pending: EventLoopFuture<Response>?
    private var ready: RowBatch?
    private var isDone: Bool
    private var sizing: FetchSizing
    private let closer: CursorCloser

    init(rows: OracleRows) {
      self.rows = rows
      ready = rows.first
      isDone = rows.isExhausted
      sizing = rows.sizing
      closer = CursorCloser(connection: rows.connection, cursor: rows.cursor)
      if let first = rows.first { sizing.learn(from: first) }
      if !isDone { ask(after: rows.first) }
    }

    private mutating func ask(after batch: RowBatch?) {
      let request = FetchRequest(cursor: rows.cursor, rows: UInt32(sizing.rows))
      pending = rows.connection.begin(
        .fetch(request, columns: rows.columns, carried: batch, capacity: sizing.expectedBytes))
    }

    /// The next batch, nil after the last.
    ///
    /// - Throws: `OracleError` or `OracleConnectionError`; nothing more comes after it.
    public mutating func next() async throws -> RowBatch? {
      while true {
        if let batch = ready {
          ready = nil
          if batch.rowCount > 0 { return batch }
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
        if let error = response.error {
          isDone = true
          throw error
        }
        guard let batch = response.batch else {
          guard response.isExhausted else {
            throw WireError.malformed("a fetch that brought neither rows nor the end")
          }
          isDone = true
          return nil
        }
        sizing.learn(from: batch)
        if response.isExhausted { isDone = true } else { ask(after: batch) }
        ready = batch
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
  static let lobRows = 64

  private(set) var rows: Int
  private let isFixed: Bool
  private let limit: Int
  private(set) var expectedBytes = 0

  init(columns: [ColumnDescription], fixed: Int?) {
    let widest = columns.reduce(1) { $0 + $1.bufferSize + 2 }
    let hasLOB = columns.contains { $0.typeCode.isLOB || $0.typeCode == .long || $0.typeCode == .longRaw }
    limit = hasLOB ? FetchSizing.lobRows : Swift.max(1, FetchSizing.limitBytes / widest)
    isFixed = fixed != nil
    rows = fixed ?? min(FetchSizing.initialRows, limit)
  }

  mutating func learn(from batch: RowBatch) {
    guard !isFixed, batch.rowCount > 0 else { return }
    let average = Swift.max(1, batch.bytes.count / batch.rowCount)
    // Rows may grow wider later: at most eight times as many as were measured.
    rows = Swift.max(1, min(FetchSizing.targetBytes / average, limit, batch.rowCount * 8))
    expectedBytes = min(rows * average * 5 / 4, 4 * FetchSizing.targetBytes)
  }
}
