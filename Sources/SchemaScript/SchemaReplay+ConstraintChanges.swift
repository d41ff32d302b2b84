import Model
import OracleSQL

// What ALTER TABLE does to constraints that are there.
extension SchemaReplay {
  mutating func changeState(
    _ reference: ConstraintReference, of table: inout Table, _ change: (inout Model.ConstraintState) -> Void
  ) {
    guard has(reference, table) else { return reportMissing(reference, table) }
    switch reference {
    case .primaryKey:
      changePrimaryKey(of: &table, change)
    case .unique(let columns):
      for index in table.uniqueConstraints.indices
      where table.uniqueConstraints[index].columns == columns.map(\.name) {
        change(&table.uniqueConstraints[index].state)
      }
    case .named(let name):
      if table.primaryKey?.name == name.name { changePrimaryKey(of: &table, change) }
      for index in table.uniqueConstraints.indices where table.uniqueConstraints[index].name == name.name {
        change(&table.uniqueConstraints[index].state)
      }
      for index in table.checks.indices where table.checks[index].name == name.name {
        change(&table.checks[index].state)
      }
      for index in table.foreignKeys.indices where table.foreignKeys[index].name == name.name {
        change(&table.foreignKeys[index].state)
      }
      if let notNull = notNulls[Key(owner: table.owner, name: name.name)], notNull.table == table.name,
        let index = table.columns.firstIndex(where: { $0.name == notNull.column })
      {
        var state = Model.ConstraintState(isEnabled: !table.columns[index].isNullable)
        change(&state)
        table.columns[index].isNullable = !state.isEnabled
      }
    }
  }

  static func name(of reference: ConstraintReference) -> Identifier? {
    if case .named(let name) = reference { name } else { nil }
  }

  /// Whether a table has the constraint; a named NOT NULL counts.
  private func has(_ reference: ConstraintReference, _ table: Table) -> Bool {
    switch reference {
    case .primaryKey: return table.primaryKey != nil
    case .unique(let columns): return table.uniqueConstraints.contains { $0.columns == columns.map(\.name) }
    case .named(let name):
      let names =
        [table.primaryKey?.name].compactMap { $0 } + table.uniqueConstraints.map(\.name) + table.checks.map(\.name)
        + table.foreignKeys.map(\.name)
      return names.contains(name.name) || notNulls[Key(owner: table.owner, name: name.name)]?.table == table.name
    }
  }

  private mutating func reportMissing(_ reference: ConstraintReference, _ table: Table) {
    let what =
      switch reference {
      case .primaryKey: "the primary key"
      case .unique(let columns): "the unique constraint on \(columns.map(\.name).joined(separator: ", "))"
      case .named(let name): "the constraint \(name.name)"
      }
    report(
      .info, "script.no-constraint", "table \(table.name)",
      "a change of \(what) is left out: the scripts make none (ORA-02443)",
      "name the script that makes it before this one, where there is one")
  }

  /// The columns of the key that a reference means; empty where it means no key.
  static func keyColumns(_ reference: ConstraintReference, of table: Table) -> [String] {
    switch reference {
    case .primaryKey: return table.primaryKey?.columns ?? []
    case .unique(let columns): return columns.map(\.name)
    case .named(let name):
      let keys = [table.primaryKey].compactMap { $0 } + table.uniqueConstraints
      return keys.first { $0.name == name.name }?.columns ?? []
    }
  }

  /// The foreign keys, of any table, that refer to a key.
  func references(to columns: [String], of key: Key) -> [(table: Key, place: Int)] {
    guard !columns.isEmpty else { return [] }
    return tables.flatMap { other, table in
      table.foreignKeys.enumerated().compactMap { place, reference in
        let referenced =
          reference.referencedColumns.isEmpty
          ? tables[key]?.primaryKey?.columns ?? [] : reference.referencedColumns
        return Key(owner: reference.referencedOwner, name: reference.referencedTable) == key
          && Set(referenced) == Set(columns) ? (other, place) : nil
      }
    }
  }

  mutating func changeReferences(
    to columns: [String], of key: Key, _ change: (inout ForeignKey) -> Void
  ) {
    for reference in references(to: columns, of: key) {
      guard var foreignKey = tables[reference.table]?.foreignKeys[reference.place] else { continue }
      change(&foreignKey)
      tables[reference.table]?.foreignKeys[reference.place] = foreignKey
    }
  }

  private func changePrimaryKey(of table: inout Table, _ change: (inout Model.ConstraintState) -> Void) {
    guard var key = table.primaryKey else { return }
    change(&key.state)
    table.primaryKey = key
  }

  /// A key goes with CASCADE only while foreign keys refer to it, and then takes them along.
  mutating func dropConstraint(_ reference: ConstraintReference, of key: Key, takesReferences: Bool) {
    guard var table = tables[key] else { return }
    guard has(reference, table) else { return reportMissing(reference, table) }
    let columns = Self.keyColumns(reference, of: table)
    let references = references(to: columns, of: key)
    guard references.isEmpty || takesReferences else {
      report(
        .warning, "script.referenced", "table \(key.name)",
        "its key on (\(columns.joined(separator: ", "))) stays, as foreign keys refer to it (ORA-02273)",
        "write DROP ... CASCADE where it has to go")
      return
    }
    for child in Set(references.map(\.table)) {
      let places = Set(references.filter { $0.table == child }.map(\.place))
      if let all = tables[child]?.foreignKeys {
        tables[child]?.foreignKeys = all.enumerated().filter { !places.contains($0.offset) }.map(\.element)
      }
    }
    table.foreignKeys = tables[key]?.foreignKeys ?? []
    drop(reference, of: &table)
    tables[key] = table
  }

  private mutating func drop(_ reference: ConstraintReference, of table: inout Table) {
    switch reference {
    case .primaryKey: table.primaryKey = nil
    case .unique(let columns): table.uniqueConstraints.removeAll { $0.columns == columns.map(\.name) }
    case .named(let name):
      if table.primaryKey?.name == name.name { table.primaryKey = nil }
      table.uniqueConstraints.removeAll { $0.name == name.name }
      table.checks.removeAll { $0.name == name.name }
      table.foreignKeys.removeAll { $0.name == name.name }
      if let notNull = notNulls.removeValue(forKey: Key(owner: table.owner, name: name.name)),
        let index = table.columns.firstIndex(where: { $0.name == notNull.column })
      {
        table.columns[index].isNullable = true
      }
    }
  }

  mutating func renameConstraint(_ old: String, to new: String, of table: inout Table) {
    takenNames.forget()
    if table.primaryKey?.name == old {
      table.primaryKey?.name = new
      table.primaryKey?.state.hasGeneratedName = false
    }
    for index in table.uniqueConstraints.indices where table.uniqueConstraints[index].name == old {
      table.uniqueConstraints[index].name = new
    }
    for index in table.checks.indices where table.checks[index].name == old { table.checks[index].name = new }
    for index in table.foreignKeys.indices where table.foreignKeys[index].name == old {
      table.foreignKeys[index].name = new
    }
    if let notNull = notNulls.removeValue(forKey: Key(owner: table.owner, name: old)) {
      notNulls[Key(owner: table.owner, name: new)] = notNull
    }
  }
}
