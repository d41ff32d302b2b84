import Model
import OracleSQL

// Constraints of CREATE and ALTER TABLE.
extension SchemaReplay {
  /// Adds a constraint that stands beside the columns.
  mutating func add(_ constraint: OracleSQL.TableConstraint, to table: inout Table) {
    switch constraint.kind {
    case .primaryKey(let columns):
      addPrimaryKey(constraint.name, columns.map(\.name), constraint.state, constraint.range, &table)
    case .unique(let columns):
      addUnique(constraint.name, columns.map(\.name), constraint.state, constraint.range, &table)
    case .check(_, let range): addCheck(constraint.name, source(range), constraint.state, constraint.range, &table)
    case .foreignKey(let columns, let target):
      addForeignKey(constraint.name, columns.map(\.name), target, constraint.state, constraint.range, &table)
    }
  }

  /// Adds a constraint that stands behind its column; NOT NULL is the column's own.
  mutating func add(_ constraint: ColumnConstraint, on column: String, to table: inout Table) {
    switch constraint.kind {
    case .notNull, .null: break
    case .primaryKey: addPrimaryKey(constraint.name, [column], constraint.state, constraint.range, &table)
    case .unique: addUnique(constraint.name, [column], constraint.state, constraint.range, &table)
    case .check(_, let range): addCheck(constraint.name, source(range), constraint.state, constraint.range, &table)
    case .references(let target):
      addForeignKey(constraint.name, [column], target, constraint.state, constraint.range, &table)
    }
  }

  private mutating func addPrimaryKey(
    _ name: Identifier?, _ columns: [String], _ state: OracleSQL.ConstraintState, _ range: SourceRange,
    _ table: inout Table
  ) {
    let key = KeyConstraint(
      name: constraintName(name, "PK", columns, table), columns: columns, state: self.state(state, name))
    let object = "primary key \(table.name).\(key.name)"
    guard table.primaryKey == nil else {
      report(
        table.primaryKey?.columns == columns ? .info : .warning, "script.repeated", object,
        "the table has a primary key (ORA-02260), so this one changes nothing",
        "drop the first one where the second is meant")
      return
    }
    note(object, of: table.owner, at: range)
    reportRedefinition(key, of: table)
    table.primaryKey = key
    for column in columns { setNotNull(column, of: &table) }
    adoptIndex(state, columns, &table)
    leaveOut(Self.words(of: state, name), of: "table \(table.name)")
  }

  private func setNotNull(_ name: String, of table: inout Table) {
    guard let index = table.columns.firstIndex(where: { $0.name == name }) else { return }
    table.columns[index].isNullable = false
  }

  private mutating func addUnique(
    _ name: Identifier?, _ columns: [String], _ state: OracleSQL.ConstraintState, _ range: SourceRange,
    _ table: inout Table
  ) {
    let key = KeyConstraint(
      name: constraintName(name, "UK", columns, table), columns: columns, state: self.state(state, name))
    let object = "unique constraint \(table.name).\(key.name)"
    let existing = [table.primaryKey].compactMap { $0 } + table.uniqueConstraints
    guard !existing.contains(where: { $0.columns == columns }) else {
      report(
        .info, "script.repeated", object,
        "there is a key on these columns (ORA-02261), so this one changes nothing", "nothing needs to be done")
      return
    }
    note(object, of: table.owner, at: range)
    table.uniqueConstraints.append(key)
    adoptIndex(state, columns, &table)
    leaveOut(Self.words(of: state, name), of: "table \(table.name)")
  }

  /// A key rests on an index that is there on its columns: PostgreSQL makes one of its own.
  ///
  /// An index that the constraint makes on other columns than its own stays one.
  private mutating func adoptIndex(_ state: OracleSQL.ConstraintState, _ columns: [String], _ table: inout Table) {
    if case .created(let index) = state.usingIndex {
      table.indexes.append(self.index(index))
      indexTables[Key(owner: table.owner, name: index.name.name.name)] = table.name
    }
    table.indexes.removeAll { $0.parts.map(\.key) == columns.map { TableIndex.Key.column($0) } }
  }

  private mutating func addCheck(
    _ name: Identifier?, _ condition: String, _ state: OracleSQL.ConstraintState, _ range: SourceRange,
    _ table: inout Table
  ) {
    let check = CheckConstraint(
      name: constraintName(name, "CK", ["\(table.checks.count + 1)"], table), condition: condition,
      state: self.state(state, name))
    note("check constraint \(table.name).\(check.name)", of: table.owner, at: range)
    table.checks.append(check)
    leaveOut(Self.words(of: state, name), of: "table \(table.name)")
  }

  private mutating func addForeignKey(
    _ name: Identifier?, _ columns: [String], _ target: ForeignKeyTarget, _ state: OracleSQL.ConstraintState,
    _ range: SourceRange, _ table: inout Table
  ) {
    let referenced = key(target.table)
    let rule: ForeignKey.DeleteRule =
      switch target.onDelete {
      case .noAction: .noAction
      case .cascade: .cascade
      case .setNull: .setNull
      }
    let key = ForeignKey(
      name: constraintName(name, "FK", columns, table), columns: columns, referencedOwner: referenced.owner,
      referencedTable: referenced.name, referencedColumns: target.columns.map(\.name), deleteRule: rule,
      state: self.state(state, name))
    note("foreign key \(table.name).\(key.name)", of: table.owner, at: range)
    table.foreignKeys.append(key)
    leaveOut(Self.words(of: state, name), of: "table \(table.name)")
  }

  /// A key that names no columns refers to the primary key, also to one that a later statement makes.
  mutating func settleReferences() {
    for (key, table) in tables {
      for (index, foreignKey) in table.foreignKeys.enumerated() where foreignKey.referencedColumns.isEmpty {
        let parent = tables[Key(owner: foreignKey.referencedOwner, name: foreignKey.referencedTable)]
        tables[key]?.foreignKeys[index].referencedColumns = parent?.primaryKey?.columns ?? []
      }
    }
  }

  // MARK: Names and states

  /// The user's name, or one that says what the constraint is, such as `PK(ID)`; no other of the table has it.
  private mutating func constraintName(
    _ name: Identifier?, _ kind: String, _ parts: [String], _ table: Table
  ) -> String {
    takenNames.read(table)
    if let name {
      takenNames.add(name.name)
      return name.name
    }
    let wanted = "\(kind)(\(parts.joined(separator: ",")))"
    var made = wanted
    var round = 1
    while takenNames.names.contains(made) {
      round += 1
      made = "\(wanted)#\(round)"
    }
    takenNames.add(made)
    return made
  }

  private func state(_ state: OracleSQL.ConstraintState, _ name: Identifier?) -> Model.ConstraintState {
    var result = Model.ConstraintState(hasGeneratedName: name == nil)
    Self.change(&result, by: state)
    return result
  }

  /// Gives a constraint what is written; ENABLE validates and DISABLE does not, unless another word says so.
  static func change(_ result: inout Model.ConstraintState, by state: OracleSQL.ConstraintState) {
    if let isEnabled = state.isEnabled {
      result.isEnabled = isEnabled
      result.isValidated = isEnabled
    }
    if let isValidated = state.isValidated { result.isValidated = isValidated }
    if let isDeferrable = state.isDeferrable { result.isDeferrable = isDeferrable }
    if let isDeferred = state.isInitiallyDeferred {
      result.isInitiallyDeferred = isDeferred
      if isDeferred, state.isDeferrable == nil { result.isDeferrable = true }
    }
  }
}

/// The names of a table's constraints, kept while statements speak of the same table.
struct TakenNames {
  private(set) var names: Set<String> = []
  private var table: SchemaReplay.Key?
  private var count = 0

  /// Reads the names unless they are those that it has.
  mutating func read(_ table: Table) {
    let key = SchemaReplay.Key(owner: table.owner, name: table.name)
    let written =
      (table.primaryKey == nil ? 0 : 1) + table.uniqueConstraints.count + table.checks.count + table.foreignKeys.count
    guard key != self.table || written != count else { return }
    names = Set(
      ([table.primaryKey].compactMap { $0 } + table.uniqueConstraints).map(\.name) + table.checks.map(\.name)
        + table.foreignKeys.map(\.name))
    (self.table, count) = (key, written)
  }

  /// Enters the name of a constraint that is added.
  mutating func add(_ name: String) {
    names.insert(name)
    count += 1
  }

  /// Forgets all, as a name was changed.
  mutating func forget() { self = TakenNames() }
}
