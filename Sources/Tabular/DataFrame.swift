/// Rows of a query by typed columns.
public struct DataFrame: Sendable, Hashable {
  /// A column: its values are of its type, or NULL.
  public struct Column: Sendable, Hashable {
    /// The name in lower case, unless the query quoted it.
    public var name: String
    public var type: FrameType
    public var values: [FrameValue]

    /// A column with its values.
    public init(name: String, type: FrameType, values: [FrameValue] = []) {
      self.name = name
      self.type = type
      self.values = values
    }
  }

  /// All columns, each with as many values as there are rows.
  public private(set) var columns: [Column]
  /// Rows in the frame.
  public private(set) var rowCount: Int

  /// A frame without rows.
  public init(columns: [(name: String, type: FrameType)]) {
    self.columns = columns.map { Column(name: $0.name, type: $0.type) }
    rowCount = 0
  }

  /// The values of a column by its exact name; nil when there is none.
  public subscript(name: String) -> [FrameValue]? { columns.first { $0.name == name }?.values }

  /// The values of a row, column by column.
  public func row(_ index: Int) -> [FrameValue] { columns.map { $0.values[index] } }

  /// Adds a row.
  ///
  /// - Parameter values: one for each column.
  public mutating func append(_ values: [FrameValue]) {
    precondition(values.count == columns.count, "a row has a value for each column")
    for index in values.indices { columns[index].values.append(values[index]) }
    rowCount += 1
  }

  /// Drops the rows after the first so many.
  public mutating func keep(rows count: Int) {
    guard count >= 0, count < rowCount else { return }
    for index in columns.indices { columns[index].values.removeSubrange(count...) }
    rowCount = count
  }

  /// Adds the rows of a frame of the same columns.
  public mutating func append(_ other: DataFrame) {
    precondition(other.columns.count == columns.count, "frames of the same columns")
    for index in columns.indices { columns[index].values += other.columns[index].values }
    rowCount += other.rowCount
  }
}
