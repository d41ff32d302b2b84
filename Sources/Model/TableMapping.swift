/// One column's way from Oracle to PostgreSQL.
public struct ColumnMapping: Sendable, Hashable, Codable {
  /// The Oracle name in the dictionary's spelling.
  public var sourceName: String
  /// The declared type in Oracle.
  public var oracleType: OracleDataType
  /// The PostgreSQL name, unquoted.
  public var targetName: String
  /// The type of the column that is created.
  public var postgresType: PostgresType
  /// Whether NULL is allowed in the PostgreSQL column.
  public var isNullable: Bool

  /// Makes one from its parts.
  public init(
    sourceName: String, oracleType: OracleDataType, targetName: String, postgresType: PostgresType, isNullable: Bool
  ) {
    self.sourceName = sourceName
    self.oracleType = oracleType
    self.targetName = targetName
    self.postgresType = postgresType
    self.isNullable = isNullable
  }
}

/// One table's way from Oracle to PostgreSQL: what the copy reads and writes, and what verification compares.
public struct TableMapping: Sendable, Hashable, Codable {
  /// The Oracle owner and table, in the dictionary's spelling.
  public var sourceOwner: String
  /// The Oracle table's name.
  public var sourceName: String
  /// The PostgreSQL table.
  public var target: QualifiedName
  /// The columns that are copied, in the order of the target table.
  public var columns: [ColumnMapping]
  /// Columns that PostgreSQL computes itself (stored generated columns): never copied, yet comparable.
  public var generatedColumns: [ColumnMapping]
  /// The target column names of the primary key, in key order; empty without one.
  public var primaryKey: [String]
  /// Rows by Oracle's statistics; nil when the table was never analysed.
  public var rowEstimate: Int?

  /// Makes one from its parts.
  public init(
    sourceOwner: String, sourceName: String, target: QualifiedName, columns: [ColumnMapping],
    generatedColumns: [ColumnMapping] = [], primaryKey: [String] = [], rowEstimate: Int? = nil
  ) {
    self.sourceOwner = sourceOwner
    self.sourceName = sourceName
    self.target = target
    self.columns = columns
    self.generatedColumns = generatedColumns
    self.primaryKey = primaryKey
    self.rowEstimate = rowEstimate
  }
}
