/// The answer to a statement, its values as PostgreSQL's text.
public struct PostgresResult: Sendable, Hashable {
  /// The names of the result's columns; empty when the statement returns no rows.
  public var columns: [String]
  /// The columns' types, by their numbers in pg_type; as many as there are columns.
  public var columnTypes: [UInt32]
  /// The rows; a NULL is nil.
  public var rows: [[String?]]
  /// The rows that the command touched or returned; 0 where it tells none.
  public var affectedRows: Int
  /// The command as the server names it: `INSERT 0 3`, `CREATE TABLE`.
  public var commandTag: String

  /// An answer made by hand.
  public init(
    columns: [String] = [], columnTypes: [UInt32] = [], rows: [[String?]] = [], affectedRows: Int = 0,
    commandTag: String = ""
  ) {
    self.columns = columns
    self.columnTypes = columnTypes
    self.rows = rows
    self.affectedRows = affectedRows
    self.commandTag = commandTag
  }

  /// The first column of the first row; nil when there is no row, no column, or the value is NULL.
  public var firstValue: String? { rows.first?.first ?? nil }

  /// The index of a column by its exact name.
  public func columnIndex(_ name: String) -> Int? { columns.firstIndex(of: name) }
}
