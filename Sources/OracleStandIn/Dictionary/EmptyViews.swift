import OracleWire

/// Views about objects that the stand-in never has: columns right, no rows.
enum EmptyViews {
  private static func view(_ name: String) -> DictionaryDefinition {
    DictionaryBuilder.view(name, [DictionaryColumn<Int>](), elements: { _ in [] })
  }

  private static let families = [
    "MVIEW_LOGS", "EXTERNAL_TABLES", "POLICIES", "DB_LINKS", "ERRORS",
    "DEPENDENCIES",
  ]

  static let all: [DictionaryDefinition] =
    families.flatMap { suffix in ["ALL_", "DBA_", "USER_"].map { view($0 + suffix) } }
    + ["REDACTION_COLUMNS", "REDACTION_POLICIES"].map { view($0) }
}
