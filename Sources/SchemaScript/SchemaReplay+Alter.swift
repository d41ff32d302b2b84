import Model
import OracleSQL

// ALTER TABLE.
extension SchemaReplay {
  mutating func alter(_ alteration: AlterTable) {
    var key = key(alteration.name)
    guard tables[key] != nil else {
      report(
        .warning, "script.no-table", "table \(key.name)", "a change of it is left out: it is not in the scripts",
        "name the script that makes the table before this one")
      return
    }
    for action in alteration.actions {
      switch action {
      case .renameTable(let name):
        rename(key, to: name.name)
        key.name = name.name
      case .renameColumn(let old, let new): renameColumn(old.name, to: new.name, of: key)
      case .dropColumns(let columns, let cascades), .setUnused(let columns, let cascades):
        dropColumns(columns.map(\.name), of: key, takesConstraints: cascades)
      case .dropConstraint(let reference, let cascades): dropConstraint(reference, of: key, takesReferences: cascades)
      case .disableConstraint(let reference, _, true):
        guard let columns = tables[key].map({ Self.keyColumns(reference, of: $0) }) else { return }
        changeReferences(to: columns, of: key) { $0.state.isEnabled = false }
        update(key) { $0.change(&$1, by: action) }
      default: update(key) { $0.change(&$1, by: action) }
      }
    }
  }

  /// Changes a table in its place: while it is changed, no other copy of it is there to be made.
  private mutating func update(_ key: Key, _ change: (inout SchemaReplay, inout Table) -> Void) {
    guard let place = tables.index(forKey: key) else { return }
    var table = Table(owner: key.owner, name: key.name)
    swap(&table, &tables.values[place])
    change(&self, &table)
    swap(&table, &tables.values[place])
  }

  private mutating func change(_ table: inout Table, by action: AlterTable.Action) {
    switch action {
    case .addColumn(let definition): add(definition, to: &table)
    case .addConstraint(let constraint): add(constraint, to: &table)
    case .modifyColumn(let definition): modify(definition, of: &table)
    case .modifyConstraint(let reference, let state):
      changeState(reference, of: &table) { Self.change(&$0, by: state) }
      leaveOut(Self.words(of: state, Self.name(of: reference)), of: "table \(table.name)")
    case .enableConstraint(let reference, let validate):
      changeState(reference, of: &table) { state in
        state.isEnabled = true
        state.isValidated = validate
      }
    case .disableConstraint(let reference, let validate, _):
      changeState(reference, of: &table) { state in
        state.isEnabled = false
        state.isValidated = validate
      }
    case .renameConstraint(let old, let new): renameConstraint(old.name, to: new.name, of: &table)
    case .physical(let clause) where clause.keyword == "READ":
      table.isReadOnly = source(clause.range).uppercased().hasSuffix("ONLY")
    case .allTriggers(let enable):
      for (key, trigger) in triggers where key.owner == table.owner && trigger.table == table.name {
        triggers[key]?.isEnabled = enable
      }
    case .other(let clause):
      report(
        .warning, "script.table-form", "table \(table.name)", "\(clause.keyword) has no counterpart and is left out",
        "see whether the application depends on it")
      let text = source(clause.range).uppercased()
      if text.contains("PARTITION") || text.contains("INTERVAL") {
        table.partitioning?.unfollowedChange = clause.keyword
      }
    case .partition(let change):
      let before = table.partitioning
      if var partitioning = table.partitioning, self.change(&partitioning, by: change) {
        table.partitioning = partitioning
        // What moves rows, or is about storage, is followed by doing nothing.
        if table.partitioning == before {
          leaveOut(["\(change.verb) \(change.isSubpartition ? "SUB" : "")PARTITION"], of: "table \(table.name)")
        }
      } else {
        report(
          .warning, "script.partitions", "table \(table.name)",
          "\(change.verb) \(change.isSubpartition ? "SUB" : "")PARTITION is not followed: the table keeps the partitions "
            + "that it had before", "change the partitions by hand")
        // Where subpartitions change, the rows of their partition stay in it.
        if !change.isSubpartition { table.partitioning?.unfollowedChange = "\(change.verb) PARTITION" }
      }
    case .physical(let clause): leaveOut([clause.keyword], of: "table \(table.name)")
    case .renameTable, .renameColumn, .dropColumns, .setUnused, .dropConstraint: break
    }
  }

  mutating func modify(_ definition: ColumnDefinition, of table: inout Table) {
    guard let index = table.columns.firstIndex(where: { $0.name == definition.name.name }) else {
      report(
        .warning, "script.no-column", "column \(table.name).\(definition.name.name)",
        "a change of it is left out: the table has no such column (ORA-00904)", "mend the script")
      return
    }
    var column = table.columns[index]
    if let type = definition.type { column.type = columnType(type) }
    change(&column, by: definition, of: table)
    table.columns[index] = column
    for constraint in definition.constraints { add(constraint, on: column.name, to: &table) }
  }

  // MARK: Columns

  /// Columns go with CASCADE CONSTRAINTS only while constraints over other columns, or of other tables, need them.
  private mutating func dropColumns(_ names: [String], of key: Key, takesConstraints: Bool) {
    guard let table = tables[key] else { return }
    for name in names where table.column(name) == nil {
      report(
        .warning, "script.no-column", "column \(key.name).\(name)",
        "a DROP of it is left out: the table has no such column (ORA-00904)", "mend the script")
    }
    let going = Set(names)
    let keys = ([table.primaryKey].compactMap { $0 } + table.uniqueConstraints).filter {
      !going.isDisjoint(with: $0.columns)
    }
    let isNeeded =
      keys.contains { !going.isSuperset(of: $0.columns) || !references(to: $0.columns, of: key).isEmpty }
      || table.foreignKeys.contains { !going.isDisjoint(with: $0.columns) && !going.isSuperset(of: $0.columns) }
    guard takesConstraints || !isNeeded else {
      report(
        .warning, "script.referenced", "table \(key.name)",
        "\(names.joined(separator: ", ")) stay, as a constraint over other columns needs them (ORA-12991, ORA-12992)",
        "write CASCADE CONSTRAINTS where they have to go")
      return
    }
    for name in names { dropColumn(name, of: key) }
  }

  /// A column goes with what stands on it alone, and with every key and index that it is a part of.
  private mutating func dropColumn(_ name: String, of key: Key) {
    guard var table = tables[key] else { return }
    table.columns.removeAll { $0.name == name }
    if table.primaryKey?.columns.contains(name) == true { table.primaryKey = nil }
    table.uniqueConstraints.removeAll { $0.columns.contains(name) }
    table.foreignKeys.removeAll { $0.columns.contains(name) }
    table.checks.removeAll { Self.mentions(name, $0.condition) }
    table.indexes.removeAll { index in
      index.parts.contains { part in
        switch part.key {
        case .column(let column): column == name
        case .expression(let text): Self.mentions(name, text)
        }
      }
    }
    tables[key] = table
    for (other, candidate) in tables {
      let left = candidate.foreignKeys.filter {
        Key(owner: $0.referencedOwner, name: $0.referencedTable) != key || !$0.referencedColumns.contains(name)
      }
      if left.count != candidate.foreignKeys.count { tables[other]?.foreignKeys = left }
    }
  }

  private mutating func renameColumn(_ old: String, to new: String, of key: Key) {
    guard var table = tables[key], table.column(old) != nil else { return }
    func renamed(_ names: [String]) -> [String] { names.map { $0 == old ? new : $0 } }
    func rewritten(_ text: String) -> String { Self.replacing(old, by: new, in: text) }
    for index in table.columns.indices {
      if table.columns[index].name == old { table.columns[index].name = new }
      if table.columns[index].isVirtual {
        table.columns[index].defaultExpression = table.columns[index].defaultExpression.map(rewritten)
      }
    }
    if let key = table.primaryKey { table.primaryKey?.columns = renamed(key.columns) }
    if var partitioning = table.partitioning {
      partitioning.columns = renamed(partitioning.columns)
      if let columns = partitioning.subpartitioning?.columns {
        partitioning.subpartitioning?.columns = renamed(columns)
      }
      table.partitioning = partitioning
    }
    for index in table.uniqueConstraints.indices {
      table.uniqueConstraints[index].columns = renamed(table.uniqueConstraints[index].columns)
    }
    for index in table.foreignKeys.indices {
      table.foreignKeys[index].columns = renamed(table.foreignKeys[index].columns)
    }
    for index in table.checks.indices {
      table.checks[index].condition = rewritten(table.checks[index].condition)
    }
    for index in table.indexes.indices {
      table.indexes[index].parts = table.indexes[index].parts.map { part in
        var part = part
        switch part.key {
        case .column(let column): part.key = .column(column == old ? new : column)
        case .expression(let text): part.key = .expression(rewritten(text))
        }
        return part
      }
    }
    tables[key] = table
    for (name, notNull) in notNulls where name.owner == key.owner && notNull.table == key.name && notNull.column == old
    {
      notNulls[name]?.column = new
    }
    for (other, candidate) in tables {
      for (index, foreignKey) in candidate.foreignKeys.enumerated()
      where Key(owner: foreignKey.referencedOwner, name: foreignKey.referencedTable) == key {
        tables[other]?.foreignKeys[index].referencedColumns = renamed(foreignKey.referencedColumns)
      }
    }
  }

  // MARK: Names in expressions

  /// Whether a text has the name as a word of its own.
  private static func mentions(_ name: String, _ text: String) -> Bool {
    replacing(name, by: "", in: text) != text
  }

  /// The text with each occurrence of a column's name changed; strings and comments stay.
  private static func replacing(_ old: String, by new: String, in text: String) -> String {
    let bytes = Array(text.utf8)
    guard let tokens = try? Lexer.tokens(of: text) else { return text }
    var result: [UInt8] = []
    var copied = 0
    for token in tokens where token.kind == .word || token.kind == .quotedIdentifier {
      let written = token.range.text(in: bytes)
      let name = token.kind == .quotedIdentifier ? String(written.dropFirst().dropLast()) : written.uppercased()
      guard name == old else { continue }
      result += bytes[copied..<token.range.start]
      result += Array("\"\(new)\"".utf8)
      copied = token.range.end
    }
    return String(decoding: result + bytes[copied...], as: UTF8.self)
  }
}
