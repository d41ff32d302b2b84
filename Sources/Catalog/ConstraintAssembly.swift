import Model

/// The constraints of all tables, from ALL_CONSTRAINTS and ALL_CONS_COLUMNS.
struct ConstraintAssembly {
  /// One row of ALL_CONSTRAINTS.
  private struct Entry {
    var name: String
    var type: String
    var table: String
    var condition: String?
    var referencedOwner: String?
    var referencedName: String?
    var deleteRule: ForeignKey.DeleteRule
    var state: ConstraintState
    var indexName: String?
  }

  private struct Key: Hashable {
    var owner: String
    var constraint: String
  }

  private let owner: String
  private var entries: [String: [Entry]] = [:]
  private var tables: [Key: String] = [:]
  private var columns: [Key: [String]] = [:]

  init(_ contents: DictionaryContents) throws(CatalogError) {
    owner = contents.owner
    for row in contents.constraints {
      let entry = try Self.entry(row)
      if entry.name.hasPrefix("BIN$") { continue }
      entries[entry.table, default: []].append(entry)
      tables[Key(owner: owner, constraint: entry.name)] = entry.table
    }
    try addColumns(contents.constraintColumns, owner: owner)
    for (other, keys) in contents.foreignOwners {
      for row in keys.constraints {
        tables[Key(owner: other, constraint: try row.text("CONSTRAINT_NAME"))] = try row.text("TABLE_NAME")
      }
      try addColumns(keys.columns, owner: other)
    }
  }

  /// Gives a table its constraints, ordered by name.
  func add(to table: inout Table) throws(CatalogError) {
    for entry in (entries[table.name] ?? []).sorted(by: { $0.name < $1.name }) {
      let columns = columns[Key(owner: owner, constraint: entry.name)] ?? []
      switch entry.type {
      case "P": table.primaryKey = KeyConstraint(name: entry.name, columns: columns, state: entry.state)
      case "U": table.uniqueConstraints.append(KeyConstraint(name: entry.name, columns: columns, state: entry.state))
      case "R": table.foreignKeys.append(foreignKey(entry, columns: columns))
      default:
        let condition = entry.condition ?? ""
        if isNotNullOfNullableForm(condition, columns: columns, state: entry.state, table: table) { continue }
        table.checks.append(CheckConstraint(name: entry.name, condition: condition, state: entry.state))
      }
    }
  }

  /// The indexes that keys of a table rest on, each with the key's columns.
  func backingIndexes(of table: String) -> [String: [String]] {
    var result: [String: [String]] = [:]
    for entry in entries[table] ?? [] where entry.type == "P" || entry.type == "U" {
      guard let index = entry.indexName else { continue }
      result[index] = columns[Key(owner: owner, constraint: entry.name)] ?? []
    }
    return result
  }

  /// Whether a check is the system's `"X" IS NOT NULL` for a column that the dictionary already shows as NOT NULL.
  ///
  /// A disabled, unvalidated or deferrable one leaves NULLABLE at Y and is kept as a check.
  private func isNotNullOfNullableForm(
    _ condition: String, columns: [String], state: ConstraintState, table: Table
  ) -> Bool {
    guard columns.count == 1, condition == "\"\(columns[0])\" IS NOT NULL" else { return false }
    return table.column(columns[0])?.isNullable == false
  }

  private func foreignKey(_ entry: Entry, columns: [String]) -> ForeignKey {
    let referencedOwner = entry.referencedOwner ?? owner
    let key = Key(owner: referencedOwner, constraint: entry.referencedName ?? "")
    return ForeignKey(
      name: entry.name, columns: columns, referencedOwner: referencedOwner,
      // A key that this user may not see is called by its constraint's name, so that the finding can name it.
      referencedTable: tables[key] ?? key.constraint, referencedColumns: self.columns[key] ?? [],
      deleteRule: entry.deleteRule, state: entry.state)
  }

  private mutating func addColumns(_ rows: [DictionaryRow], owner: String) throws(CatalogError) {
    var positioned: [Key: [(position: Int, name: String)]] = [:]
    for row in rows {
      let key = Key(owner: owner, constraint: try row.text("CONSTRAINT_NAME"))
      // POSITION is NULL for check constraints.
      let position = try row.optionalInt("POSITION") ?? 0
      positioned[key, default: []].append((position, try row.text("COLUMN_NAME")))
    }
    for (key, list) in positioned {
      columns[key] = list.sorted { ($0.position, $0.name) < ($1.position, $1.name) }.map(\.name)
    }
  }

  private static func entry(_ row: DictionaryRow) throws(CatalogError) -> Entry {
    let rule: ForeignKey.DeleteRule =
      switch try row.optionalText("DELETE_RULE") {
      case "CASCADE": .cascade
      case "SET NULL": .setNull
      default: .noAction
      }
    return Entry(
      name: try row.text("CONSTRAINT_NAME"), type: try row.text("CONSTRAINT_TYPE"), table: try row.text("TABLE_NAME"),
      condition: try row.optionalText("SEARCH_CONDITION"), referencedOwner: try row.optionalText("R_OWNER"),
      referencedName: try row.optionalText("R_CONSTRAINT_NAME"), deleteRule: rule,
      state: ConstraintState(
        isEnabled: try !row.flag("STATUS", is: "DISABLED"),
        isValidated: try !row.flag("VALIDATED", is: "NOT VALIDATED"),
        isDeferrable: try row.flag("DEFERRABLE", is: "DEFERRABLE"),
        isInitiallyDeferred: try row.flag("DEFERRED", is: "DEFERRED"),
        hasGeneratedName: try row.flag("GENERATED", is: "GENERATED NAME")),
      indexName: try row.optionalText("INDEX_NAME"))
  }
}
