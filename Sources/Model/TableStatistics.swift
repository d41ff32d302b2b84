/// What a table of a database model consists of, in numbers that both databases can be compared by.
public struct TableStatistics: Sendable, Hashable {
  /// The name as PostgreSQL spells it.
  public var table: String
  /// Rows, counted.
  public var rows: Int
  /// Columns that can be seen.
  public var columns: Int
  /// Columns that may be NULL.
  public var nullableColumns: Int
  /// The primary key's columns as PostgreSQL spells them, in order; empty without one.
  public var primaryKey: [String]
  /// Foreign keys of the table.
  public var foreignKeysOut: Int
  /// Foreign keys that refer to the table, of the same schema.
  public var foreignKeysIn: Int
  /// Unique constraints, and unique indexes that back none.
  public var uniques: Int
  /// Check constraints; NOT NULL is none.
  public var checks: Int
  /// Indexes that are not unique and back no constraint.
  public var indexes: Int
  /// Columns that take their values from a sequence: identities and defaults.
  public var sequences: Int
  public var triggers: Int
  /// Bytes that the table takes on disk; nil where the user may not ask.
  public var bytes: Int?

  /// Numbers of a table, all zero but for what is given.
  public init(
    table: String, rows: Int = 0, columns: Int = 0, nullableColumns: Int = 0, primaryKey: [String] = [],
    foreignKeysOut: Int = 0, foreignKeysIn: Int = 0, uniques: Int = 0, checks: Int = 0, indexes: Int = 0,
    sequences: Int = 0, triggers: Int = 0, bytes: Int? = nil
  ) {
    self.table = table
    self.rows = rows
    self.columns = columns
    self.nullableColumns = nullableColumns
    self.primaryKey = primaryKey
    self.foreignKeysOut = foreignKeysOut
    self.foreignKeysIn = foreignKeysIn
    self.uniques = uniques
    self.checks = checks
    self.indexes = indexes
    self.sequences = sequences
    self.triggers = triggers
    self.bytes = bytes
  }
}
