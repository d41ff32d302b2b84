/// `CREATE MATERIALIZED VIEW name ... AS query`.
public struct CreateMaterializedView: Sendable {
  /// The view.
  public var name: ObjectName
  /// 23ai's IF NOT EXISTS.
  public var ifNotExists: Bool
  /// OF type.
  public var objectType: ObjectName?
  /// Column aliases; empty when not written.
  public var columns: [Identifier] = []
  /// ON PREBUILT TABLE.
  public var isPrebuilt = false
  /// BUILD IMMEDIATE (true) or DEFERRED; nil is Oracle's default, IMMEDIATE.
  public var buildsImmediately: Bool?
  /// REFRESH or NEVER REFRESH; nil when not written.
  public var refresh: Refresh?
  /// FOR UPDATE.
  public var isUpdatable = false
  /// ENABLE (true) or DISABLE QUERY REWRITE.
  public var queryRewrite: Bool?
  /// PARTITION BY.
  public var partitioning: Partitioning?
  /// Storage clauses, USING INDEX and the like.
  public var physical: [PhysicalClause] = []
  /// The query; its range is the text that ALL_MVIEWS shows.
  public var query: Query

  /// When and how the rows are made again.
  public struct Refresh: Sendable {
    /// NEVER REFRESH.
    public var isNever = false
    /// FAST, COMPLETE or FORCE.
    public var method: Method?
    /// ON DEMAND, ON COMMIT or ON STATEMENT.
    public var moment: Moment?
    /// START WITH.
    public var startWith: Expression?
    /// NEXT.
    public var next: Expression?
    /// WITH PRIMARY KEY, WITH ROWID, USING and the like.
    public var clauses: [PhysicalClause] = []

    /// The spelling is the raw value.
    public enum Method: String, Sendable, Hashable {
      case fast = "FAST"
      case complete = "COMPLETE"
      case force = "FORCE"
    }

    /// The spelling is the raw value.
    public enum Moment: String, Sendable, Hashable {
      case onDemand = "ON DEMAND"
      case onCommit = "ON COMMIT"
      case onStatement = "ON STATEMENT"
    }
  }
}

/// `CREATE MATERIALIZED VIEW LOG ON table`.
public struct CreateMaterializedViewLog: Sendable {
  /// The table whose changes are logged.
  public var table: ObjectName
  /// WITH ROWID, PRIMARY KEY, SEQUENCE, ...: the words.
  public var contents: [String] = []
  /// Logged columns.
  public var columns: [Identifier] = []
  /// INCLUDING NEW VALUES (true) or EXCLUDING.
  public var includesNewValues: Bool?
  /// Storage clauses, PURGE and the like.
  public var physical: [PhysicalClause] = []
}
