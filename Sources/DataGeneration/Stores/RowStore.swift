/// A database whose tables rows are put into, by descriptions of its own.
public protocol RowStore: Sendable {
  /// All tables of the schema that hold rows.
  func tables() async throws -> [TableDescription]
  /// Whether text beyond ASCII would be lost in it.
  func isASCII() async throws -> Bool
  func count(_ table: TableDescription) async throws -> Int
  /// The greatest value of a column; NULL for a table without rows. Sequences behind the column count, too.
  func maximum(_ table: TableDescription, _ column: Int) async throws -> GeneratedValue
  /// Different values of columns, in the order of bytes, none of them NULL.
  ///
  /// - Parameters:
  ///   - schema: another schema than the tables'; nil for theirs.
  ///   - limit: at most so many, spread evenly.
  func keys(
    _ schema: String?, _ table: String, _ columns: [String], _ types: [ValueType], limit: Int
  ) async throws -> [[GeneratedValue]]
  /// Hands all rows' values of columns over, in batches.
  func scan(_ table: TableDescription, _ columns: [Int], _ body: ([[GeneratedValue]]) -> Void) async throws
  /// Adds rows, which are asked for until there are none; how many.
  func insert(
    into table: TableDescription, _ columns: [Int], _ next: (inout [GeneratedValue]) throws -> Bool
  ) async throws -> Int
  /// Rows chosen evenly by the order of their key, those that nothing refers to first.
  ///
  /// - Parameter references: foreign keys of others to this table; nil leaves them out of account.
  func choose(
    _ count: Int, of table: TableDescription, key: [Int], shift: Int, unlike references: [InwardReference]
  ) async throws -> [[GeneratedValue]]
  /// Sets columns of the rows with a key, a row of values each: the key's, then the others'; how many rows.
  func update(
    _ table: TableDescription, key: [Int], set columns: [Int], _ rows: [[GeneratedValue]]
  ) async throws -> Int
  /// Values of columns of the rows whose other columns have one of the values.
  func values(
    of columns: [Int], in table: TableDescription, where others: [Int], are values: [[GeneratedValue]]
  ) async throws -> [[GeneratedValue]]
  /// Removes the rows whose columns have one of the values; how many.
  func delete(from table: TableDescription, where columns: [Int], are values: [[GeneratedValue]]) async throws -> Int
  /// Sets sequences of PostgreSQL's behind the values that a table has now.
  func advanceSequences(of table: TableDescription) async throws
  func begin() async throws
  func commit() async throws
  func rollback() async
}

/// A foreign key of a table that refers to another.
public struct InwardReference: Sendable, Hashable {
  /// The table that refers.
  public var table: String
  public var key: ForeignKeyDescription
  /// The names of the columns that refer.
  public var columns: [String]
}
