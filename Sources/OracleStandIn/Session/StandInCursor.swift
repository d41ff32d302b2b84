import NIOCore
import OracleWire

/// The open rows of a query, read at one SCN.
public final class StandInCursor {
  /// How a cell of the column is written for the client.
  public enum CellForm: Sendable, Hashable {
    /// A CLR; a ROWID column in the five-field form that the wire has for it.
    case value
    /// As LONG or LONG RAW: a CLR, then `sb4` indicator and `ub4` return code (00 00, or -1 and 1405 for NULL).
    case long
  }

  /// What the rows hold.
  public let columns: [ColumnDescription]
  /// Rows handed out so far.
  public private(set) var rowCount = 0

  private let session: StandInSession
  private let plan: QueryPlan
  private let execution: Execution
  private var stream: RowStream?
  private var copier: RowCopier?

  init(
    session: StandInSession, columns: [ColumnDescription], plan: QueryPlan, execution: Execution, stream: RowStream
  ) {
    self.session = session
    self.columns = columns
    self.plan = plan
    self.execution = execution
    self.stream = stream
    // What is converted on its way is no copy.
    let isConverted = session.database.configuration.characterSet != .al32utf8
    copier = isConverted ? nil : RowCopier(stream: stream, plan: plan, columns: columns)
  }

  /// Whether every row has been handed out.
  ///
  /// Known at the latest after a fetch that returned fewer rows than asked for.
  public var isExhausted: Bool { stream == nil }

  /// Appends rows as row-data messages: for each row the byte 7, then its cells.
  ///
  /// Columns that are null by describe have no bytes.
  /// - Parameters:
  ///   - maxRows: at most so many rows.
  ///   - maxBytes: no further row is begun once so many bytes were appended.
  ///   - forms: one for each column, or empty for all `.value`.
  ///   - buffer: where the bytes go.
  /// - Returns: rows appended; fewer than `maxRows` without `isExhausted` when `maxBytes` was reached.
  /// - Throws: `OracleError` when an expression fails on a row; the rows before it are in the buffer.
  public func fetch(
    maxRows: Int, maxBytes: Int = .max, forms: [CellForm] = [], into buffer: inout ByteBuffer
  ) throws -> Int {
    try session.database.locked {
      guard let stream else { return 0 }
      if let copier {
        let count = try copier.copy(maxRows: maxRows, maxBytes: maxBytes, forms: forms, into: &buffer)
        rowCount += count
        if copier.isExhausted { finish() }
        return count
      }
      let start = buffer.writerIndex
      var count = 0
      var writer = CellWriter(
        columns: columns, types: plan.columns.map(\.type), forms: forms,
        characterSet: session.database.configuration.characterSet)
      while count < maxRows, buffer.writerIndex - start < maxBytes {
        if !execution.nextValues.isEmpty { execution.nextValues.removeAll() }
        guard let row = try stream.next() else {
          finish()
          break
        }
        try writer.write(row, execution.rules, into: &buffer)
        count += 1
      }
      rowCount += count
      return count
    }
  }

  /// Hands out rows as values, for callers that write cells of their own (LOB locators) and for tests.
  ///
  /// Bytes are in internal format, nil for NULL; ROWIDs are their 18 characters; national text is UTF-16BE.
  public func fetchValues(maxRows: Int) throws -> [[[UInt8]?]] {
    let rows = try session.database.locked { try fetchValuesUnderLock(maxRows: maxRows) }
    let set = session.database.configuration.characterSet
    guard set != .al32utf8 else { return rows }
    return rows.map { row in
      zip(row, plan.columns).map { value, column in
        column.type.base.isText && !column.type.isNational ? value.map(set.sent) : value
      }
    }
  }

  /// The queries that the CURSOR expressions of the last rows have opened, row by row in the order of the columns.
  func takeOpened() -> [OpenedQuery] {
    defer { execution.opened = [] }
    return execution.opened
  }

  func fetchValuesUnderLock(maxRows: Int) throws -> [[[UInt8]?]] {
    guard let stream else { return [] }
    var rows: [[[UInt8]?]] = []
    while rows.count < maxRows {
      if !execution.nextValues.isEmpty { execution.nextValues.removeAll() }
      guard let row = try stream.next() else {
        finish()
        break
      }
      var cells: [[UInt8]?] = []
      for (index, column) in plan.columns.enumerated() {
        let value = try ColumnStore.convert(row.value(index), to: column.type, execution.rules)
        if value.isNull {
          cells.append(nil)
        } else {
          cells.append(column.type.isNational ? RowImage.national(value.bytes) : value.bytes)
        }
      }
      rows.append(cells)
    }
    rowCount += rows.count
    return rows
  }

  /// Hands out rows as text by the session's formats, nil for NULL, as SQL*Plus shows them: for scripts that take a
  /// column's value into a variable, and for tests.
  func fetchShown(maxRows: Int) throws -> [[[UInt8]?]] {
    try session.database.locked {
      guard let stream else { return [] }
      var rows: [[[UInt8]?]] = []
      while rows.count < maxRows {
        if !execution.nextValues.isEmpty { execution.nextValues.removeAll() }
        guard let row = try stream.next() else {
          finish()
          break
        }
        rows.append(try row.values().map { $0.isNull ? nil : try execution.rules.text($0) })
      }
      rowCount += rows.count
      return rows
    }
  }

  /// Lets go of everything the cursor holds.
  public func close() {
    session.database.locked { finish() }
  }

  private func finish() {
    stream = nil
    copier = nil
  }

  /// The session's transaction has got its SCN: what the cursor saw of it, it goes on seeing.
  func transactionEnded(from: Stamp, scn: UInt64) {
    execution.transactionEnded(from: from, scn: scn)
    guard let stream = stream as? TupleStream else { return }
    for source in stream.frame.sources { source.transactionEnded(from: from, scn: scn) }
  }
}
