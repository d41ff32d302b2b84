import OracleWire

/// How the rows of one table are read on each side: its columns, those of the key first.
public struct RowForm: Sendable, Hashable {
  /// Those of the key first, in the order of the query.
  public var columns: [ColumnForm]
  /// How many of the columns, from the first, are the key; 0 means that the whole row is.
  public var keyCount: Int
  /// Which cell of Oracle's row each column is; a query that was made for the comparison has them in order.
  public let cells: [Int]

  /// A form made of columns, of which the first ones are the key.
  ///
  /// - Parameter cells: each column's place in the query, every place once; nil for the columns' own order.
  public init(columns: [ColumnForm], keyCount: Int, cells: [Int]? = nil) {
    precondition((0...columns.count).contains(keyCount), "the key's columns are columns of the row")
    precondition(cells.map { $0.sorted() == Array(columns.indices) } ?? true, "each cell is one column's")
    self.columns = columns
    self.keyCount = keyCount
    self.cells = cells ?? Array(columns.indices)
  }
}

/// The place of one field in the bytes of a COPY row.
public struct CopyField: Sendable, Hashable {
  /// Where the field begins, behind its length.
  public var offset: Int
  /// In bytes; -1 for NULL.
  public var length: Int

  /// A place.
  @inlinable
  public init(offset: Int, length: Int) {
    self.offset = offset
    self.length = length
  }
}

/// Takes canonical rows one after the other.
public protocol RowSink {
  /// Takes a row, whose bytes are only lent.
  ///
  /// - Parameter keyLength: How many of the bytes, from the first, are the key's.
  mutating func take(_ row: borrowing CanonicalBuffer, keyLength: Int) throws
}

extension RowForm {
  /// Hands the canonical bytes of every row of a fetch to a sink.
  ///
  /// - Parameter buffer: Room for one row, reused.
  /// - Throws: `CanonicalError` for values that break their type's rules, and what the sink throws.
  public func read(
    _ batch: RowBatch, through buffer: inout CanonicalBuffer, into sink: inout some RowSink
  ) throws {
    guard batch.columnCount == columns.count else {
      throw CanonicalError.columnCount(expected: columns.count, found: batch.columnCount)
    }
    let bytes = batch.bytes.span.bytes
    let cells = batch.cells.span
    let readings = columns.span
    let places = self.cells.span
    let keyEnd = keyCount == 0 ? readings.count : keyCount
    var firstCell = 0
    for _ in 0..<batch.rowCount {
      buffer.removeAll()
      var keyLength = 0
      for column in 0..<readings.count {
        if column == keyEnd { keyLength = buffer.count }
        let cell = cells[firstCell &+ places[column]]
        if cell.isNull {
          buffer.appendNull()
        } else {
          let start = Int(cell.offset)
          // An empty value's offset means nothing.
          let value = bytes.extracting(cell.length == 0 ? 0..<0 : start..<start + Int(cell.length))
          do throws(CanonicalError) {
            try buffer.append(oracle: value, as: readings[column].oracle)
          } catch {
            throw error.at(column: column)
          }
        }
      }
      firstCell += readings.count
      try sink.take(buffer, keyLength: keyEnd == readings.count ? buffer.count : keyLength)
    }
  }

  /// Hands the canonical bytes of one row of a binary COPY to a sink.
  ///
  /// - Parameters:
  ///   - bytes: The bytes that the fields' places refer to.
  ///   - buffer: Room for one row, reused.
  /// - Throws: `CanonicalError` for values that break their type's rules, and what the sink throws.
  public func read(
    _ bytes: RawSpan, fields: borrowing [CopyField], through buffer: inout CanonicalBuffer,
    into sink: inout some RowSink
  ) throws {
    guard fields.count == columns.count else {
      throw CanonicalError.columnCount(expected: columns.count, found: fields.count)
    }
    let places = fields.span
    let readings = columns.span
    let keyEnd = keyCount == 0 ? readings.count : keyCount
    buffer.removeAll()
    var keyLength = 0
    for column in 0..<readings.count {
      if column == keyEnd { keyLength = buffer.count }
      let field = places[column]
      if field.length < 0 {
        buffer.appendNull()
      } else {
        let value = bytes.extracting(field.offset..<field.offset + field.length)
        do throws(CanonicalError) {
          try buffer.append(postgres: value, as: readings[column].postgres)
        } catch {
          throw error.at(column: column)
        }
      }
    }
    try sink.take(buffer, keyLength: keyEnd == readings.count ? buffer.count : keyLength)
  }
}
