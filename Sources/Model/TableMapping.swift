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
  /// Set where the column's text is read as bytes.
  public var declaredText: DeclaredText?

  /// Makes one from its parts.
  public init(
    sourceName: String, oracleType: OracleDataType, targetName: String, postgresType: PostgresType, isNullable: Bool,
    declaredText: DeclaredText? = nil
  ) {
    self.declaredText = declaredText
    self.sourceName = sourceName
    self.oracleType = oracleType
    self.targetName = targetName
    self.postgresType = postgresType
    self.isNullable = isNullable
  }
}

extension TableMapping {
  /// The types of the columns that are copied, by PostgreSQL's name, as its SQL has them.
  public var columnTypes: [String: String] {
    Dictionary(columns.map { ($0.targetName, $0.postgresType.sql) }) { first, _ in first }
  }

  /// The same with the character sets that columns are read in.
  public var recordedTypes: [String: String] {
    Dictionary(columns.map { ($0.targetName, $0.recordedType) }) { first, _ in first }
  }
}

extension ColumnMapping {
  /// The type of the column, and the character set that it is read in instead of the database's: when either changes, rows
  /// of before and of now are not alike.
  public var recordedType: String {
    postgresType.sql + (declaredText.map { Self.readIn + $0.characterSet } ?? "")
  }

  private static let readIn = ", read in "

  /// The character set in such a text; nil where Oracle has converted.
  public static func characterSet(ofRecorded type: String) -> String? {
    type.firstRange(of: readIn).map { String(type[$0.upperBound...]) }
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
  /// Whether the rows lie in the primary key's index, so that they have no physical addresses.
  public var isIndexOrganised = false
  /// Oracle's condition on the rows that are carried, as the user wrote it; nil for all rows.
  public var condition: String?

  /// Makes one from its parts.
  public init(
    sourceOwner: String, sourceName: String, target: QualifiedName, columns: [ColumnMapping],
    generatedColumns: [ColumnMapping] = [], primaryKey: [String] = [], rowEstimate: Int? = nil,
    condition: String? = nil
  ) {
    self.sourceOwner = sourceOwner
    self.sourceName = sourceName
    self.target = target
    self.columns = columns
    self.generatedColumns = generatedColumns
    self.primaryKey = primaryKey
    self.rowEstimate = rowEstimate
    self.condition = condition
  }
}
