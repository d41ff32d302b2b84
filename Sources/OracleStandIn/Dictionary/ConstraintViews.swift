import OracleWire

/// CONSTRAINTS and CONS_COLUMNS.
enum ConstraintViews {
  private typealias Entry = DictionaryColumn<Constraint>

  private static func elements(_ session: StandInSession) -> [Constraint] {
    session.database.catalog.sortedTables.flatMap(\.constraints)
  }

  private static let columns: [DictionaryColumn<Constraint>] = [
    Entry("OWNER V128") { Value($0.table.name.owner) },
    Entry("CONSTRAINT_NAME V128!") { Value($0.name) },
    Entry("CONSTRAINT_TYPE V1") { Value($0.kind.code) },
    Entry("TABLE_NAME V128!") { Value($0.table.name.name) },
    Entry("SEARCH_CONDITION L") { constraint in
      constraint.conditionText.map { Value(type: .long, bytes: Array($0.utf8)) } ?? .null
    },
    Entry("SEARCH_CONDITION_VC V4000") { Value($0.conditionText.map { String($0.prefix(4000)) }) },
    Entry("R_OWNER V128") { Value($0.parent?.table.name.owner) },
    Entry("R_CONSTRAINT_NAME V128") { Value($0.parent?.name) },
    Entry("DELETE_RULE V9") { $0.kind == .foreignKey ? Value($0.onDelete.rawValue) : .null },
    Entry("STATUS V8") { Value($0.isEnabled ? "ENABLED" : "DISABLED") },
    Entry("DEFERRABLE V14") { Value($0.isDeferrable ? "DEFERRABLE" : "NOT DEFERRABLE") },
    Entry("DEFERRED V9") { Value($0.isDeferred ? "DEFERRED" : "IMMEDIATE") },
    Entry("VALIDATED V13") { Value($0.isValidated ? "VALIDATED" : "NOT VALIDATED") },
    Entry("GENERATED V14") { Value($0.isGeneratedName ? "GENERATED NAME" : "USER NAME") },
    Entry("BAD V3"),
    Entry("RELY V4") { $0.isRely ? Value("RELY") : .null },
    Entry("LAST_CHANGE D") { Value(date: $0.created) },
    Entry("INDEX_OWNER V128") { Value($0.index?.name.owner) },
    Entry("INDEX_NAME V128") { Value($0.index?.name.name) },
    Entry("INVALID V7"),
    Entry("VIEW_RELATED V14"),
    Entry("ORIGIN_CON_ID N") { _ in Value(1) },
  ]

  private struct Part {
    var constraint: Constraint
    var column: Column
    var position: Int?
  }

  private typealias PartEntry = DictionaryColumn<Part>

  private static let partColumns: [DictionaryColumn<Part>] = [
    PartEntry("OWNER V128!") { Value($0.constraint.table.name.owner) },
    PartEntry("CONSTRAINT_NAME V128!") { Value($0.constraint.name) },
    PartEntry("TABLE_NAME V128!") { Value($0.constraint.table.name.name) },
    PartEntry("COLUMN_NAME V4000") { Value($0.column.name) },
    PartEntry("POSITION N") { Value($0.position) },
  ]

  private static func parts(_ session: StandInSession) -> [Part] {
    elements(session).flatMap { constraint in
      constraint.columns.enumerated().map { index, column in
        let isKey = constraint.kind != .check && constraint.kind != .notNull
        return Part(constraint: constraint, column: column, position: isKey ? index + 1 : nil)
      }
    }
  }

  static let all: [DictionaryView] =
    userKeepsOwner("CONSTRAINTS", columns, { $0.table.name.owner }, { elements($0) })
    + userKeepsOwner("CONS_COLUMNS", partColumns, { $0.constraint.table.name.owner }, { parts($0) })

  /// USER_CONSTRAINTS and USER_CONS_COLUMNS have the column OWNER, unlike most USER_ views.
  private static func userKeepsOwner<Element>(
    _ suffix: String, _ columns: [DictionaryColumn<Element>], _ owner: @escaping @Sendable (Element) -> String,
    _ elements: @escaping @Sendable (StandInSession) throws -> [Element]
  ) -> [DictionaryView] {
    var user = DictionaryBuilder.view("USER_" + suffix, columns) { session in
      let schema = session.currentSchema
      return try elements(session).filter { owner($0) == schema }
    }
    user.dependsOnUser = true
    return [
      DictionaryBuilder.view("ALL_" + suffix, columns, elements: elements),
      DictionaryBuilder.view("DBA_" + suffix, columns, elements: elements), user,
    ]
  }
}
