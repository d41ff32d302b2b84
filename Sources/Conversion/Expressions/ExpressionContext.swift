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
  /// Whether clocks and sequences are allowed: in defaults only.
  var allowsVolatile = false
}
