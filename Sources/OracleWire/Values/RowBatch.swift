/// Rows that arrived together: one contiguous byte store, and for each cell its range in it.
///
/// Values stand without their wire lengths; values that came in chunks are joined already. A row's values that a bit
/// vector marked as repeated point at the bytes of the earlier row.
public struct RowBatch: Sendable {
  /// The place of one value.
  ///
  /// Its length is -1 for NULL.
  public struct Cell: Sendable, Hashable {
    public var offset: UInt32
    public var length: Int32

    @inlinable
    public init(offset: UInt32, length: Int32) {
      self.offset = offset
      self.length = length
    }

    /// The cell of a NULL.
    @inlinable
    public static var null: Cell { Cell(offset: 0, length: -1) }

    @inlinable
    public var isNull: Bool { length < 0 }
  }

  public let columnCount: Int
  public let rowCount: Int
  /// The bytes that cells point into.
  public let bytes: [UInt8]
  /// Row-major: the cell of row r, column c is `cells[r * columnCount + c]`.
  public let cells: [Cell]
  /// The dialect of describes among the values.
  private let dialect: Dialect

  /// Makes a batch, trapping when a cell points outside of `bytes`: batches are only made by our own code.
  public init(columnCount: Int, rowCount: Int, bytes: [UInt8], cells: [Cell]) {
    precondition(cells.count == rowCount * columnCount, "a batch has one cell per row and column")
    for cell in cells where cell.length > 0 {
      precondition(Int(cell.offset) + Int(cell.length) <= bytes.count, "a cell lies inside the batch's bytes")
    }
    self.columnCount = columnCount
    self.rowCount = rowCount
    self.bytes = bytes
    self.cells = cells
    dialect = Dialect()
  }

  /// Makes a batch of cells that were checked when they were read.
  init(columnCount: Int, rowCount: Int, checkedCells: [Cell], bytes: [UInt8], dialect: Dialect = Dialect()) {
    self.columnCount = columnCount
    self.rowCount = rowCount
    self.bytes = bytes
    cells = checkedCells
    self.dialect = dialect
  }

  /// The bytes of one value, or nil for NULL.
  ///
  /// For small results: hot loops read `bytes` and `cells` as spans.
  public func value(row: Int, column: Int) -> ArraySlice<UInt8>? {
    let cell = cells[row * columnCount + column]
    guard !cell.isNull else { return nil }
    return bytes[Int(cell.offset)..<Int(cell.offset) + Int(cell.length)]
  }

  /// The cursor that a CURSOR expression gave; nil for a value that is NULL.
  ///
  /// - Throws: `WireError.invalidValue` for a cell of a column that holds something else.
  public func cursor(row: Int, column: Int) throws(WireError) -> ReturnedCursor? {
    guard let cell = value(row: row, column: column) else { return nil }
    var reader = TTCReader(Array(cell))
    do {
      let cursor = try ReturnedCursor(valueFrom: &reader, dialect: dialect)
      guard reader.remaining == 0 else { throw WireError.invalidValue("cursor") }
      return cursor.number == 0 ? nil : cursor
    } catch {
      throw .invalidValue("cursor")
    }
  }
}
