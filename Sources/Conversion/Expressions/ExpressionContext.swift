import Model

/// What the names in an expression stand for.
struct ExpressionContext {
  /// A column that an expression may name.
  struct ColumnMeaning {
    var targetName: String
    var oracleType: OracleDataType
    var postgresType: PostgresType
    var isNullable: Bool
    /// PostgreSQL computes it: other computed columns may not name it.
    var isGenerated = false
  }

  /// By Oracle name; empty for a default.
  var columns: [String: ColumnMeaning] = [:]
  /// The Oracle table, that may qualify a column.
  var table: String?
  var owner: String
  /// The carried sequences, by Oracle name.
  var sequences: [String: QualifiedName] = [:]
  /// The zone of Oracle's clock as PostgreSQL names it.
  var serverTimeZone = "UTC"
  /// The target's major version.
  var postgresMajorVersion = 15
  /// Whether clocks and sequences are allowed: in defaults and queries.
  var allowsVolatile = false
  /// What a query may name; nil outside of queries, where an expression must be immutable or is a default.
  var catalogue: QueryCatalogue?

  /// What is special to programs; nil outside of them.
  var program: ProgramContext?

  /// PostgreSQL's clock: a query reads it once for all rows, as Oracle does.
  var clock: String {
    if let program { return program.clock ?? "clock_timestamp()" }
    return catalogue == nil ? "clock_timestamp()" : "statement_timestamp()"
  }
}
