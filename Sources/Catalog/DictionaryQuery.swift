import OracleWire

/// One question put to Oracle's dictionary: some columns of one view, by default for one owner (bind 1, 2 and 3 where
/// the owner is named as often).
///
/// All columns exist from Oracle 11.2 on, except where an `older` form is named. Names and meaning are those of the
/// Oracle Database Reference.
struct DictionaryQuery: Sendable {
  let view: String
  let columns: [String]
  let filter: String?

  init(_ view: String, _ columns: [String], where filter: String? = "OWNER = :1") {
    self.view = view
    self.columns = columns
    self.filter = filter
  }

  /// How often the owner is bound.
  var ownerCount: Int { filter?.contains(":3") == true ? 3 : filter?.contains(":2") == true ? 2 : 1 }

  var sql: String {
    "SELECT " + columns.joined(separator: ", ") + " FROM " + view + (filter.map { " WHERE " + $0 } ?? "")
  }
}

extension DictionaryQuery {
  static let user = DictionaryQuery("ALL_USERS", ["USERNAME"], where: "USERNAME = :1")

  static let tables = DictionaryQuery(
    "ALL_TABLES",
    [
      "TABLE_NAME", "TEMPORARY", "NESTED", "SECONDARY", "IOT_TYPE", "PARTITIONED", "READ_ONLY", "NUM_ROWS", "DROPPED",
    ])

  static let lobs = DictionaryQuery(
    "ALL_LOBS", ["TABLE_NAME", "COLUMN_NAME", "SEGMENT_NAME", "COMPRESSION", "DEDUPLICATION", "PARTITIONED"])

  static let externalTables = DictionaryQuery("ALL_EXTERNAL_TABLES", ["TABLE_NAME"])

  /// From 23ai on: VECTOR_INFO, the shape of a VECTOR.
  static let newerColumns = DictionaryQuery("ALL_TAB_COLS", columns.columns + ["VECTOR_INFO"])

  /// From 12.1 on: DEFAULT_ON_NULL, and USER_GENERATED, which tells invisible columns from Oracle's own hidden ones.
  static let columns = DictionaryQuery("ALL_TAB_COLS", olderColumns.columns + ["DEFAULT_ON_NULL", "USER_GENERATED"])

  static let olderColumns = DictionaryQuery(
    "ALL_TAB_COLS",
    [
      "TABLE_NAME", "COLUMN_NAME", "DATA_TYPE", "DATA_LENGTH", "DATA_PRECISION", "DATA_SCALE", "CHAR_LENGTH",
      "NULLABLE", "COLUMN_ID", "INTERNAL_COLUMN_ID", "HIDDEN_COLUMN", "VIRTUAL_COLUMN", "DATA_DEFAULT",
      "DATA_TYPE_OWNER", "DATA_TYPE_MOD",
    ])

  static let types = DictionaryQuery(
    "ALL_TYPES", ["TYPE_NAME", "TYPECODE", "FINAL", "SUPERTYPE_NAME", "METHODS"])

  static let typeAttributes = DictionaryQuery(
    "ALL_TYPE_ATTRS",
    [
      "TYPE_NAME", "ATTR_NAME", "ATTR_NO", "ATTR_TYPE_MOD", "ATTR_TYPE_OWNER", "ATTR_TYPE_NAME", "LENGTH", "PRECISION",
      "SCALE", "CHARACTER_SET_NAME",
    ])

  static let collectionTypes = DictionaryQuery(
    "ALL_COLL_TYPES",
    [
      "TYPE_NAME", "COLL_TYPE", "UPPER_BOUND", "ELEM_TYPE_MOD", "ELEM_TYPE_OWNER", "ELEM_TYPE_NAME", "LENGTH",
      "PRECISION", "SCALE", "CHARACTER_SET_NAME",
    ])

  /// Tables of objects; ALL_TABLES lists relational tables only.
  static let objectTables = DictionaryQuery(
    "ALL_OBJECT_TABLES",
    [
      "TABLE_NAME", "TEMPORARY", "NESTED", "SECONDARY", "IOT_TYPE", "PARTITIONED", "NUM_ROWS", "DROPPED",
      "TABLE_TYPE_OWNER", "TABLE_TYPE",
    ])

  /// From 12.1.0.2 on.
  static let identityColumns = DictionaryQuery(
    "ALL_TAB_IDENTITY_COLS", ["TABLE_NAME", "COLUMN_NAME", "GENERATION_TYPE", "SEQUENCE_NAME"])

  static let constraints = DictionaryQuery(
    "ALL_CONSTRAINTS",
    [
      "CONSTRAINT_NAME", "CONSTRAINT_TYPE", "TABLE_NAME", "SEARCH_CONDITION", "R_OWNER", "R_CONSTRAINT_NAME",
      "DELETE_RULE", "STATUS", "DEFERRABLE", "DEFERRED", "VALIDATED", "GENERATED", "INDEX_NAME",
    ],
    where: "OWNER = :1 AND CONSTRAINT_TYPE IN ('P', 'U', 'C', 'R')")

  static let constraintColumns = DictionaryQuery(
    "ALL_CONS_COLUMNS", ["CONSTRAINT_NAME", "TABLE_NAME", "COLUMN_NAME", "POSITION"])

  static let indexes = DictionaryQuery(
    "ALL_INDEXES", ["OWNER", "INDEX_NAME", "INDEX_TYPE", "TABLE_NAME", "UNIQUENESS", "GENERATED"],
    where: "TABLE_OWNER = :1")

  static let indexColumns = DictionaryQuery(
    "ALL_IND_COLUMNS", ["INDEX_OWNER", "INDEX_NAME", "COLUMN_NAME", "COLUMN_POSITION", "DESCEND"],
    where: "TABLE_OWNER = :1")

  static let indexExpressions = DictionaryQuery(
    "ALL_IND_EXPRESSIONS", ["INDEX_OWNER", "INDEX_NAME", "COLUMN_EXPRESSION", "COLUMN_POSITION"],
    where: "TABLE_OWNER = :1")

  static let sequences = DictionaryQuery(
    "ALL_SEQUENCES",
    [
      "SEQUENCE_NAME", "MIN_VALUE", "MAX_VALUE", "INCREMENT_BY", "CYCLE_FLAG", "ORDER_FLAG", "CACHE_SIZE",
      "LAST_NUMBER",
    ],
    where: "SEQUENCE_OWNER = :1")

  static let tableComments = DictionaryQuery("ALL_TAB_COMMENTS", ["TABLE_NAME", "COMMENTS"])

  static let columnComments = DictionaryQuery("ALL_COL_COMMENTS", ["TABLE_NAME", "COLUMN_NAME", "COMMENTS"])

  static let objects = DictionaryQuery("ALL_OBJECTS", ["OBJECT_NAME", "OBJECT_TYPE"])

  /// Row-level security policies, which make a copy silently partial.
  static let rowPolicies = DictionaryQuery(
    "ALL_POLICIES", ["OBJECT_NAME", "POLICY_NAME"], where: "OBJECT_OWNER = :1 AND ENABLE = 'YES'")

  static let triggers = DictionaryQuery("ALL_TRIGGERS", ["TRIGGER_NAME", "TABLE_OWNER", "TABLE_NAME", "STATUS"])

  /// The lines of triggers, and of functions and procedures that they may call, from the word for their kind on.
  static let sources = DictionaryQuery(
    "ALL_SOURCE", ["TYPE", "NAME", "LINE", "TEXT"],
    where: "OWNER = :1 AND TYPE IN ('TRIGGER', 'FUNCTION', 'PROCEDURE')")

  /// From 12.2 on: AUTOLIST.
  static let partitionedTables = DictionaryQuery("ALL_PART_TABLES", olderPartitionedTables.columns + ["AUTOLIST"])

  static let olderPartitionedTables = DictionaryQuery(
    "ALL_PART_TABLES", ["TABLE_NAME", "PARTITIONING_TYPE", "SUBPARTITIONING_TYPE", "INTERVAL"])

  static let partitionKeys = DictionaryQuery(
    "ALL_PART_KEY_COLUMNS", ["NAME", "COLUMN_NAME", "COLUMN_POSITION"],
    where: "OWNER = :1 AND OBJECT_TYPE LIKE 'TABLE%'")

  static let subpartitionKeys = DictionaryQuery(
    "ALL_SUBPART_KEY_COLUMNS", ["NAME", "COLUMN_NAME", "COLUMN_POSITION"],
    where: "OWNER = :1 AND OBJECT_TYPE LIKE 'TABLE%'")

  static let partitions = DictionaryQuery(
    "ALL_TAB_PARTITIONS", ["TABLE_NAME", "PARTITION_NAME", "HIGH_VALUE", "PARTITION_POSITION"],
    where: "TABLE_OWNER = :1")

  static let subpartitions = DictionaryQuery(
    "ALL_TAB_SUBPARTITIONS",
    ["TABLE_NAME", "PARTITION_NAME", "SUBPARTITION_NAME", "HIGH_VALUE", "SUBPARTITION_POSITION"],
    where: "TABLE_OWNER = :1")

  /// How many lines each stored unit has.
  static let sourceLines = DictionaryQuery(
    "ALL_SOURCE", ["NAME", "TYPE", "COUNT(*)"], where: "OWNER = :1 GROUP BY NAME, TYPE")

  /// Their columns are in ALL_TAB_COLS.
  static let views = DictionaryQuery("ALL_VIEWS", ["VIEW_NAME", "TEXT", "VIEW_TYPE"])

  /// Their columns, comments of columns and indexes are those of the table that holds their rows.
  static let materialisedViews = DictionaryQuery(
    "ALL_MVIEWS",
    [
      "MVIEW_NAME", "CONTAINER_NAME", "QUERY", "UPDATABLE", "REFRESH_MODE", "REFRESH_METHOD", "BUILD_MODE",
      "LAST_REFRESH_TYPE",
    ])

  static let materialisedViewComments = DictionaryQuery("ALL_MVIEW_COMMENTS", ["MVIEW_NAME", "COMMENTS"])

  /// What the clock refreshes: materialised views are called snapshots here.
  static let refreshedByClock = DictionaryQuery(
    "ALL_REFRESH_CHILDREN", ["NAME"], where: "OWNER = :1 AND TYPE = 'SNAPSHOT' AND INTERVAL IS NOT NULL")

  /// Views WITH CHECK OPTION (V) and WITH READ ONLY (O).
  static let viewRestrictions = DictionaryQuery(
    "ALL_CONSTRAINTS", ["TABLE_NAME", "CONSTRAINT_TYPE"], where: "OWNER = :1 AND CONSTRAINT_TYPE IN ('V', 'O')")

  /// The owner's own, and everybody's names for the owner's objects.
  static let synonyms = DictionaryQuery(
    "ALL_SYNONYMS", ["OWNER", "SYNONYM_NAME", "TABLE_OWNER", "TABLE_NAME", "DB_LINK"],
    where: "OWNER = :1 OR OWNER = 'PUBLIC' AND TABLE_OWNER = :2")

  /// Columns whose values Data Redaction masks for users without EXEMPT REDACTION POLICY.
  ///
  /// Few users may see this view.
  static let redactions = DictionaryQuery(
    "REDACTION_COLUMNS", ["OBJECT_NAME", "COLUMN_NAME"], where: "OBJECT_OWNER = :1")

  /// From 12.2 on.
  static let collations = DictionaryQuery(
    "ALL_TAB_COLS", ["TABLE_NAME", "COLUMN_NAME", "COLLATION"],
    where: "OWNER = :1 AND COLLATION NOT IN ('USING_NLS_COMP', 'BINARY')")

  /// Rights on the owner's objects, for those who may see this view.
  static let allGrants = DictionaryQuery("DBA_TAB_PRIVS", grants.columns)

  /// Rights on the owner's objects: all of them for the owner, for others those that the session takes part in.
  static let grants = DictionaryQuery(
    "ALL_TAB_PRIVS", ["TABLE_NAME", "GRANTEE", "PRIVILEGE", "GRANTABLE"], where: "TABLE_SCHEMA = :1")

  /// Rights that are limited to columns, for those who may see this view.
  static let allColumnGrants = DictionaryQuery("DBA_COL_PRIVS", columnGrants.columns)

  /// Rights that are limited to columns.
  static let columnGrants = DictionaryQuery(
    "ALL_COL_PRIVS", ["TABLE_NAME", "COLUMN_NAME", "GRANTEE", "PRIVILEGE", "GRANTABLE"], where: "TABLE_SCHEMA = :1")

  /// Who has the roles that have rights on the owner's objects; few users may see these views.
  static let allRoleGrants = members(of: "DBA_TAB_PRIVS WHERE OWNER", "DBA_COL_PRIVS WHERE OWNER")

  /// The same, of those rights that the session may know.
  static let roleGrants = members(of: "ALL_TAB_PRIVS WHERE TABLE_SCHEMA", "ALL_COL_PRIVS WHERE TABLE_SCHEMA")

  private static func members(of rights: String, _ columnRights: String) -> DictionaryQuery {
    DictionaryQuery(
      "DBA_ROLE_PRIVS", ["GRANTED_ROLE", "GRANTEE", "ADMIN_OPTION"],
      where: "(GRANTED_ROLE IN (SELECT GRANTEE FROM \(rights) = :1) "
        + "OR GRANTED_ROLE IN (SELECT GRANTEE FROM \(columnRights) = :2)) "
        + "AND GRANTEE NOT IN (:3, 'SYS', 'SYSTEM')")
  }

  /// Every table, relational or of objects, for those who may see this view; without the stores of nested tables.
  static let allTableNames = DictionaryQuery("DBA_ALL_TABLES", ["TABLE_NAME"], where: "OWNER = :1 AND NESTED = 'NO'")

  static let sessionPrivileges = DictionaryQuery(
    "SESSION_PRIVS", ["PRIVILEGE"], where: "PRIVILEGE = 'SELECT ANY TABLE'")

  static let databaseParameters = DictionaryQuery("NLS_DATABASE_PARAMETERS", ["PARAMETER", "VALUE"], where: nil)

  static let currentSCN = DictionaryQuery("V$DATABASE", ["CURRENT_SCN"], where: nil)

  static let flashbackSCN = DictionaryQuery("DUAL", ["DBMS_FLASHBACK.GET_SYSTEM_CHANGE_NUMBER"], where: nil)
}

/// One row of an answer, read by column name.
struct DictionaryRow {
  private let query: DictionaryQuery
  private let values: [OracleValue]

  /// - Throws: `CatalogError.unreadable` when the row has another width than the query.
  init(_ query: DictionaryQuery, _ values: [OracleValue]) throws(CatalogError) {
    guard values.count == query.columns.count else {
      throw CatalogError.unreadable(view: query.view, column: "\(values.count) columns for \(query.columns.count)")
    }
    self.query = query
    self.values = values
  }

  private func value(_ column: String) -> OracleValue? {
    query.columns.firstIndex(of: column).map { values[$0] }
  }

  /// Text, nil for NULL or for a column that this form of the query doesn't have.
  func optionalText(_ column: String) throws(CatalogError) -> String? {
    switch value(column) {
    case nil, .null: return nil
    case .text(let text): return text
    case .number(let number): return number.description
    default: throw unreadable(column)
    }
  }

  func text(_ column: String) throws(CatalogError) -> String {
    guard let text = try optionalText(column) else { throw unreadable(column) }
    return text
  }

  /// A whole number, nil for NULL.
  func optionalInt(_ column: String) throws(CatalogError) -> Int? {
    switch value(column) {
    case nil, .null: return nil
    case .number(let number):
      guard let int = number.intValue else { throw unreadable(column) }
      return int
    default: throw unreadable(column)
    }
  }

  func int(_ column: String) throws(CatalogError) -> Int {
    guard let int = try optionalInt(column) else { throw unreadable(column) }
    return int
  }

  /// Whether a flag column reads `yes`, blanks around it ignored (some views pad: `' N'`).
  func flag(_ column: String, is yes: String) throws(CatalogError) -> Bool {
    guard let text = try optionalText(column) else { return false }
    return text.split(separator: " ").joined(separator: " ") == yes
  }

  private func unreadable(_ column: String) -> CatalogError {
    .unreadable(view: query.view, column: column)
  }
}
