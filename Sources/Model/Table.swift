/// An Oracle table with everything that hangs on it.
public struct Table: Sendable, Hashable, Codable {
  /// How Oracle stores or treats the table.
  public enum Kind: String, Sendable, Hashable, Codable {
    case heap
    case indexOrganised
    case temporary
    case external
  }

  /// The owner, in the dictionary's spelling.
  public var owner: String
  /// The name, in the dictionary's spelling.
  public var name: String
  /// How Oracle stores or treats it.
  public var kind: Kind
  /// Whether the rows lie in partitions.
  public var isPartitioned: Bool
  /// How they are spread; nil for a table without partitions, and where nobody has read it.
  public var partitioning: TablePartitioning?
  /// Whether the table was set READ ONLY.
  public var isReadOnly: Bool
  /// In the order of COLUMN_ID; hidden columns behind them.
  public var columns: [Column]
  /// The primary key, if any.
  public var primaryKey: KeyConstraint?
  /// UNIQUE constraints.
  public var uniqueConstraints: [KeyConstraint]
  /// CHECK constraints other than Oracle's own NOT NULL ones.
  public var checks: [CheckConstraint]
  /// Foreign keys.
  public var foreignKeys: [ForeignKey]
  /// Without those that only back a constraint.
  public var indexes: [TableIndex]
  /// COMMENT ON, if any.
  public var comment: String?
  /// NUM_ROWS of the statistics; nil when never analysed.
  public var rowEstimate: Int?

  /// Makes one from its parts.
  public init(
    owner: String, name: String, kind: Kind = .heap, isPartitioned: Bool = false,
    partitioning: TablePartitioning? = nil, isReadOnly: Bool = false,
    columns: [Column] = [], primaryKey: KeyConstraint? = nil, uniqueConstraints: [KeyConstraint] = [],
    checks: [CheckConstraint] = [], foreignKeys: [ForeignKey] = [], indexes: [TableIndex] = [],
    comment: String? = nil, rowEstimate: Int? = nil
  ) {
    self.owner = owner
    self.name = name
    self.kind = kind
    self.isPartitioned = isPartitioned
    self.partitioning = partitioning
    self.isReadOnly = isReadOnly
    self.columns = columns
    self.primaryKey = primaryKey
    self.uniqueConstraints = uniqueConstraints
    self.checks = checks
    self.foreignKeys = foreignKeys
    self.indexes = indexes
    self.comment = comment
    self.rowEstimate = rowEstimate
  }

  /// The column of that exact name.
  public func column(_ name: String) -> Column? { columns.first { $0.name == name } }
}

/// A column of an Oracle table.
public struct Column: Sendable, Hashable, Codable {
  /// The name, in the dictionary's spelling.
  public var name: String
  /// The declared type.
  public var type: OracleDataType
  /// Whether NULL is allowed.
  public var isNullable: Bool
  /// DATA_DEFAULT's text: the default, or the expression of a virtual column.
  public var defaultExpression: String?
  /// DEFAULT ON NULL: an explicit NULL is replaced, too.
  public var isDefaultOnNull: Bool
  /// GENERATED ALWAYS AS (...) VIRTUAL.
  public var isVirtual: Bool
  /// INVISIBLE: left out of SELECT *, yet the user's.
  public var isInvisible: Bool
  /// Set for an identity column.
  public var identity: IdentityDefinition?
  /// COMMENT ON, if any.
  public var comment: String?
  /// DATA_LENGTH of text: how many bytes a value may have; nil where nobody has read it.
  public var byteLength: Int?

  /// Makes one from its parts.
  public init(
    name: String, type: OracleDataType, isNullable: Bool = true, defaultExpression: String? = nil,
    isDefaultOnNull: Bool = false, isVirtual: Bool = false, isInvisible: Bool = false,
    identity: IdentityDefinition? = nil, comment: String? = nil
  ) {
    self.name = name
    self.type = type
    self.isNullable = isNullable
    self.defaultExpression = defaultExpression
    self.isDefaultOnNull = isDefaultOnNull
    self.isVirtual = isVirtual
    self.isInvisible = isInvisible
    self.identity = identity
    self.comment = comment
  }
}

/// An identity column's rule (Oracle 12c and later).
public struct IdentityDefinition: Sendable, Hashable, Codable {
  /// ALWAYS, as against BY DEFAULT.
  public var isAlways: Bool
  /// The hidden sequence, such as `ISEQ$$_12345`.
  public var sequenceName: String
  /// How its hidden sequence counts.
  public var options: SequenceOptions

  /// Makes one from its parts.
  public init(isAlways: Bool, sequenceName: String, options: SequenceOptions = SequenceOptions()) {
    self.isAlways = isAlways
    self.sequenceName = sequenceName
    self.options = options
  }
}
