import OracleWire

/// CONSTRAINTS and CONS_COLUMNS.
enum ConstraintViews {
  private typealias Entry = DictionaryColumn<Constraint>

  private static func elements(_ session: StandInSession) -> [Constraint] {
    session.database.catalog.sortedTables.flatMap(\.constraints)
  }

  private static let columns: [DictionaryColumn<Constraint>] = [
    Entry("OWNER") { Value($0.table.name.owner) },
    Entry("CONSTRAINT_NAME") { Value($0.name) },
    Entry("CONSTRAINT_TYPE") { Value($0.kind.code) },
    Entry("TABLE_NAME") { Value($0.table.name.name) },
    Entry("SEARCH_CONDITION") { constraint in
      constraint.conditionText.map { Value(type: .long, bytes: Array($0.utf8)) } ?? .null
    },
    Entry("SEARCH_CONDITION_VC") { Value($0.conditionText.map { String($0.prefix(4000)) }) },
    Entry("R_OWNER") { Value($0.parent?.table.name.owner) },
    Entry("R_CONSTRAINT_NAME") { Value($0.parent?.name) },
    Entry("DELETE_RULE") { $0.kind == .foreignKey ? Value($0.onDelete.rawValue) : .null },
    Entry("STATUS") { Value($0.isEnabled ? "ENABLED" : "DISABLED") },
    Entry("DEFERRABLE") { Value($0.isDeferrable ? "DEFERRABLE" : "NOT DEFERRABLE") },
    Entry("DEFERRED") { Value($0.isDeferred ? "DEFERRED" : "IMMEDIATE") },
    Entry("VALIDATED") { Value($0.isValidated ? "VALIDATED" : "NOT VALIDATED") },
    Entry("GENERATED") { Value($0.isGeneratedName ? "GENERATED NAME" : "USER NAME") },
    Entry("RELY") { $0.isRely ? Value("RELY") : .null },
    Entry("LAST_CHANGE") { Value(date: $0.created) },
    Entry("INDEX_OWNER") { Value($0.index?.name.owner) },
    Entry("INDEX_NAME") { Value($0.index?.name.name) },
    Entry("ORIGIN_CON_ID") { _ in Value(1) },
  ]

  private struct Part {
    var constraint: Constraint
    var column: Column
    var position: Int?
  }

  private typealias PartEntry = DictionaryColumn<Part>

  private static let partColumns: [DictionaryColumn<Part>] = [
    PartEntry("OWNER") { Value($0.constraint.table.name.owner) },
    PartEntry("CONSTRAINT_NAME") { Value($0.constraint.name) },
    PartEntry("TABLE_NAME") { Value($0.constraint.table.name.name) },
    PartEntry("COLUMN_NAME") { Value($0.column.name) },
    PartEntry("POSITION") { Value($0.position) },
  ]

  private static func parts(_ session: StandInSession) -> [Part] {
    elements(session).flatMap { constraint in
      constraint.columns.enumerated().map { index, column in
        let isKey = constraint.kind != .check && constraint.kind != .notNull
        return Part(constraint: constraint, column: column, position: isKey ? index + 1 : nil)
      }
    }
  }

  static let all: [DictionaryDefinition] =
    DictionaryBuilder.family(
      "CONSTRAINTS", columns, owner: { $0.table.name.owner }, elements: { elements($0) })
    + DictionaryBuilder.family(
      "CONS_COLUMNS", partColumns, owner: { $0.constraint.table.name.owner }, elements: { parts($0) })
}
