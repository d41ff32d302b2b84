/// `CREATE TABLE`.
public struct CreateTable: Sendable {
  /// The table.
  public var name: ObjectName
  /// GLOBAL TEMPORARY, with what COMMIT does to the rows.
  public var temporary: TemporaryRows?
  /// 23ai's IF NOT EXISTS.
  public var ifNotExists: Bool
  /// Columns in order; empty only with `query`.
  public var columns: [ColumnDefinition]
  /// Out-of-line constraints in order.
  public var constraints: [TableConstraint]
  /// ORGANIZATION INDEX.
  public var isIndexOrganized: Bool
  /// Storage clauses that carry no meaning for rows.
  public var physical: [PhysicalClause]
  /// `AS query`.
  public var query: Query?
  /// PRIVATE TEMPORARY; `temporary` says what COMMIT does to the rows, if the definition stays.
  public var isPrivate = false
  /// ON COMMIT PRESERVE DEFINITION, of private temporary tables.
  public var preservesDefinition = false
  /// SHARDED, DUPLICATED, IMMUTABLE, BLOCKCHAIN, JSON COLLECTION: the words before TABLE.
  public var forms: [String] = []
  /// OF type: an object table, whose columns are the type's; `columns` holds what is said of them.
  public var objectType: ObjectName?
  /// ORGANIZATION EXTERNAL.
  public var external: ExternalTable?
  /// PARTITION BY.
  public var partitioning: Partitioning?
  /// What follows `AS query` or has a meaning of its own, such as PARENT or MEMOPTIMIZE: kept as text.
  public var clauses: [PhysicalClause] = []

  /// What COMMIT does to a temporary table's rows.
  public enum TemporaryRows: Sendable, Hashable {
    /// ON COMMIT DELETE ROWS, the default.
    case deleteOnCommit
    /// ON COMMIT PRESERVE ROWS.
    case preserveOnCommit
  }
}

/// A physical or storage clause: read, kept with its place, without effect on rows.
public struct PhysicalClause: Sendable {
  /// Its leading keyword, such as TABLESPACE or STORAGE, upper case.
  public var keyword: String
  /// Where it stands, arguments included.
  public var range: SourceRange
}

/// One column.
public struct ColumnDefinition: Sendable {
  /// The name.
  public var name: Identifier
  /// The type; nil only for virtual columns, and for foreign key columns that take the parent's type.
  public var type: DataType?
  /// DEFAULT.
  public var defaultValue: ColumnDefault?
  /// IDENTITY.
  public var identity: IdentityDefinition?
  /// GENERATED ALWAYS AS (expression) VIRTUAL.
  public var virtualExpression: Expression?
  /// INVISIBLE.
  public var isInvisible: Bool
  /// VISIBLE or INVISIBLE is written.
  public var isVisibilityWritten = false
  /// GENERATED ALWAYS AS (expression) MATERIALIZED (23ai).
  public var isMaterialized = false
  /// COLLATE.
  public var collation: Identifier?
  /// DOMAIN (23ai).
  public var domain: ObjectName?
  /// ENCRYPT, SORT, SCOPE IS, ANNOTATIONS and the like: kept as text.
  public var physical: [PhysicalClause] = []
  /// Inline constraints in order.
  public var constraints: [ColumnConstraint]
  /// Where it stands.
  public var range: SourceRange
}

/// `DEFAULT [ON NULL] expression`.
public struct ColumnDefault: Sendable {
  /// The expression; its range is the source text that DATA_DEFAULT shows.
  public var expression: Expression
  /// ON NULL.
  public var onNull: Bool
  /// ON NULL FOR INSERT AND UPDATE.
  public var onNullForUpdate = false
}

/// An external table: files that Oracle reads as rows.
public struct ExternalTable: Sendable {
  /// TYPE, such as ORACLE_LOADER.
  public var accessDriver: String?
  /// DEFAULT DIRECTORY.
  public var directory: Identifier?
  /// ACCESS PARAMETERS, which have a grammar of their own.
  public var accessParameters: PhysicalClause?
  /// LOCATION: files, each perhaps in a directory of its own.
  public var locations: [Location] = []
  /// REJECT LIMIT; UNLIMITED is nil.
  public var rejectLimit: Int?
  /// The clause as a whole.
  public var range: SourceRange

  /// One file, as `directory:'file'` or by its name alone.
  public struct Location: Sendable {
    /// Nil is the default one.
    public var directory: Identifier?
    /// The file.
    public var file: String
  }
}

/// `GENERATED {ALWAYS | BY DEFAULT [ON NULL]} AS IDENTITY options`.
public struct IdentityDefinition: Sendable {
  /// ALWAYS, or BY DEFAULT.
  public var isAlways: Bool
  /// BY DEFAULT ON NULL.
  public var onNull: Bool
  /// START WITH LIMIT VALUE, as MODIFY has it.
  public var startWithLimitValue: Bool
  /// The sequence options.
  public var options: SequenceOptions
}

/// A constraint behind a column.
public struct ColumnConstraint: Sendable {
  /// CONSTRAINT name.
  public var name: Identifier?
  /// What it demands.
  public var kind: Kind
  /// DEFERRABLE, DISABLE and the like.
  public var state: ConstraintState
  /// Where it stands, the name included.
  public var range: SourceRange

  /// What an inline constraint demands.
  public enum Kind: Sendable {
    /// NOT NULL.
    case notNull
    /// NULL, which says nothing.
    case null
    /// PRIMARY KEY.
    case primaryKey
    /// UNIQUE.
    case unique
    /// CHECK (condition); the range is the text between the parentheses, as SEARCH_CONDITION shows it.
    indirect case check(Expression, conditionRange: SourceRange)
    /// REFERENCES.
    indirect case references(ForeignKeyTarget)
  }
}

/// A constraint beside the columns.
public struct TableConstraint: Sendable {
  /// CONSTRAINT name.
  public var name: Identifier?
  /// What it demands.
  public var kind: Kind
  /// DEFERRABLE, DISABLE and the like.
  public var state: ConstraintState
  /// Where it stands, the name included.
  public var range: SourceRange

  /// What an out-of-line constraint demands.
  public enum Kind: Sendable {
    /// PRIMARY KEY (columns).
    case primaryKey([Identifier])
    /// UNIQUE (columns).
    case unique([Identifier])
    /// CHECK (condition); the range is the text between the parentheses, as SEARCH_CONDITION shows it.
    indirect case check(Expression, conditionRange: SourceRange)
    /// FOREIGN KEY (columns) REFERENCES ...
    indirect case foreignKey(columns: [Identifier], ForeignKeyTarget)
  }
}

/// `REFERENCES table [(columns)] [ON DELETE ...]`.
public struct ForeignKeyTarget: Sendable {
  /// The parent table.
  public var table: ObjectName
  /// Parent columns; empty means the parent's primary key.
  public var columns: [Identifier]
  /// ON DELETE.
  public var onDelete: DeleteAction

  /// What deleting a parent row does.
  public enum DeleteAction: String, Sendable, Hashable {
    case noAction = "NO ACTION"
    case cascade = "CASCADE"
    case setNull = "SET NULL"
  }
}

/// States behind a constraint; nil means "not written".
public struct ConstraintState: Sendable {
  /// DEFERRABLE or NOT DEFERRABLE.
  public var isDeferrable: Bool?
  /// INITIALLY DEFERRED or INITIALLY IMMEDIATE.
  public var isInitiallyDeferred: Bool?
  /// ENABLE or DISABLE.
  public var isEnabled: Bool?
  /// VALIDATE or NOVALIDATE.
  public var isValidated: Bool?
  /// EXCEPTIONS INTO, PRECHECK and the like: kept as text.
  public var clauses: [PhysicalClause] = []
  /// RELY or NORELY.
  public var isRely: Bool?
  /// USING INDEX.
  public var usingIndex: UsingIndex?

  /// What USING INDEX names.
  public enum UsingIndex: Sendable {
    /// `USING INDEX` with nothing but physical attributes.
    case automatic([PhysicalClause])
    /// `USING INDEX name`
    indirect case named(ObjectName)
    /// `USING INDEX (CREATE INDEX ...)`
    indirect case created(CreateIndex)
  }

  /// Nothing written.
  public init() {}
}
