import OracleWire

/// One question put to Oracle's dictionary: some columns of one view, by default for one owner (bind 1).
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

  static let externalTables = DictionaryQuery("ALL_EXTERNAL_TABLES", ["TABLE_NAME"])

  /// From 12.1 on: DEFAULT_ON_NULL, and USER_GENERATED, which tells invisible columns from Oracle's own hidden ones.
  static let columns = DictionaryQuery("ALL_TAB_COLS", olderColumns.columns + ["DEFAULT_ON_NULL", "USER_GENERATED"])

  static let olderColumns = DictionaryQuery(
    "ALL_TAB_COLS",
    [
      "TABLE_NAME", "COLUMN_NAME", "DATA_TYPE", "DATA_LENGTH", "DATA_PRECISION", "DATA_SCALE", "CHAR_LENGTH",
      "NULLABLE", "COLUMN_ID", "INTERNAL_COLUMN_ID", "HIDDEN_COLUMN", "VIRTUAL_COLUMN", "DATA_DEFAULT",
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

  static let triggers = DictionaryQuery("ALL_TRIGGERS", ["TRIGGER_NAME", "TABLE_NAME"])

  /// Columns whose values Data Redaction masks for users without EXEMPT REDACTION POLICY.
  ///
  /// Few users may see this view.
  static let redactions = DictionaryQuery(
    "REDACTION_COLUMNS", ["OBJECT_NAME", "COLUMN_NAME"], where: "OBJECT_OWNER = :1")

  /// From 12.2 on.
  static let collations = DictionaryQuery(
    "ALL_TAB_COLS", ["TABLE_NAME", "COLUMN_NAME", "COLLATION"],
    where: "OWNER = :1 AND COLLATION NOT IN ('USING_NLS_COMP', 'BINARY')")

  static let grants = DictionaryQuery(
    "ALL_TAB_PRIVS", ["TABLE_NAME", "GRANTEE", "PRIVILEGE"], where: "TABLE_SCHEMA = :1")

  /// Every table, for those who may see this view.
  static let allTableNames = DictionaryQuery("DBA_TABLES", ["TABLE_NAME"])

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
