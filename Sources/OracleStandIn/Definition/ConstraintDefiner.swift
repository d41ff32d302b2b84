import OracleSQL
import OracleWire

/// Makes constraints, and switches them on and off.
struct ConstraintDefiner {
  let definer: TableDefiner

  private var session: StandInSession { definer.session }
  private var context: CompileContext { definer.context }
  private var catalog: SchemaCatalog { definer.session.database.catalog }

  // MARK: Adding

  /// Adds an inline constraint.
  func add(_ constraint: ColumnConstraint, _ column: Column, _ table: Table, validate: Bool) throws {
    let position = constraint.range.start
    switch constraint.kind {
    case .null: return
    case .notNull: try addNotNull(column, table, name: constraint.name, state: constraint.state, validate: validate)
    case .primaryKey:
      try addKey(.primaryKey, [column], table, constraint.name, constraint.state, validate, position)
    case .unique: try addKey(.unique, [column], table, constraint.name, constraint.state, validate, position)
    case .check(let condition, let range):
      try addCheck(condition, range, [column], table, constraint.name, constraint.state, validate)
    case .references(let target):
      try addForeignKey([column], target, table, constraint.name, constraint.state, validate, position)
    }
  }

  /// Adds a constraint that stands beside the columns.
  func add(_ constraint: TableConstraint, _ table: Table, validate: Bool) throws {
    let position = constraint.range.start
    switch constraint.kind {
    case .primaryKey(let names):
      try addKey(
        .primaryKey, columns(names, table), table, constraint.name, constraint.state, validate, position)
    case .unique(let names):
      try addKey(.unique, columns(names, table), table, constraint.name, constraint.state, validate, position)
    case .check(let condition, let range):
      try addCheck(condition, range, [], table, constraint.name, constraint.state, validate)
    case .foreignKey(let names, let target):
      try addForeignKey(
        columns(names, table), target, table, constraint.name, constraint.state, validate, position)
    }
  }

  private func columns(_ names: [Identifier], _ table: Table) throws -> [Column] {
    var columns: [Column] = []
    for name in names {
      guard let column = table.column(name.name) else {
        throw OracleError.invalidIdentifier("\"\(name.name)\"", at: name.range.start)
      }
      guard !columns.contains(where: { $0 === column }) else {
        throw OracleError(
          code: 957, message: "duplicate column name", position: name.range.start)
      }
      columns.append(column)
    }
    return columns
  }

  private func make(
    _ kind: Constraint.Kind, _ columns: [Column], _ table: Table, _ name: Identifier?, _ state: ConstraintState?
  ) throws -> Constraint {
    let owner = table.name.owner
    if let name {
      guard catalog.constraints[QualifiedName(owner: owner, name: name.name)] == nil else {
        throw OracleError(
          code: 2264, message: "name already used by an existing constraint", position: name.range.start)
      }
    }
    let constraint = Constraint(
      name: name?.name ?? catalog.takeConstraintName(owner: owner), isGeneratedName: name == nil, kind: kind,
      table: table, columns: columns, created: SystemClock.now())
    constraint.isEnabled = state?.isEnabled ?? true
    constraint.isValidated = state?.isValidated ?? constraint.isEnabled
    constraint.isDeferrable = state?.isDeferrable ?? (state?.isInitiallyDeferred == true)
    constraint.isDeferred = state?.isInitiallyDeferred ?? false
    constraint.isRely = state?.isRely ?? false
    return constraint
  }

  /// Puts a constraint in place, holding rows against it first where that is asked for.
  private func register(_ constraint: Constraint, _ table: Table, validate: Bool) throws {
    table.constraints.append(constraint)
    catalog.add(constraint)
    table.rules = nil
    guard validate, constraint.isEnabled, constraint.isValidated else { return }
    do {
      try ConstraintValidation.validate(constraint, of: table, session: session)
    } catch {
      remove(constraint, from: table)
      throw error
    }
  }

  func addNotNull(
    _ column: Column, _ table: Table, name: Identifier?, state: ConstraintState?, validate: Bool = false
  ) throws {
    if table.constraints.contains(where: { $0.kind == .notNull && $0.columns.first === column }) {
      if name != nil || validate {
        throw OracleError(
          code: 1442, message: "column to be modified to NOT NULL is already NOT NULL", position: name?.range.start)
      }
      return
    }
    let constraint = try make(.notNull, [column], table, name, state)
    constraint.conditionText = "\"\(column.name)\" IS NOT NULL"
    try register(constraint, table, validate: validate)
  }

  private func addCheck(
    _ condition: Expression, _ range: SourceRange, _ columns: [Column], _ table: Table, _ name: Identifier?,
    _ state: ConstraintState, _ validate: Bool
  ) throws {
    let constraint = try make(.check, columns, table, name, state)
    let text = context.text(range)
    constraint.condition = SourceExpression(text: text, expression: condition)
    constraint.conditionText = text
    for reference in ExpressionWalk.columns(condition) {
      guard let column = table.column(reference.column.name) else {
        throw OracleError.invalidIdentifier("\"\(reference.column.name)\"", at: reference.column.range.start)
      }
      if !constraint.columns.contains(where: { $0 === column }) { constraint.columns.append(column) }
    }
    if columns.count == 1, constraint.columns.contains(where: { $0 !== columns[0] }) {
      throw OracleError(
        code: 2438, message: "Column check constraint cannot reference other columns", position: range.start)
    }
    _ = try TableRules.condition(constraint, session)
    try register(constraint, table, validate: validate)
  }

  private func addKey(
    _ kind: Constraint.Kind, _ columns: [Column], _ table: Table, _ name: Identifier?, _ state: ConstraintState,
    _ validate: Bool, _ position: Int
  ) throws {
    if kind == .primaryKey, table.primaryKey != nil {
      throw OracleError(code: 2260, message: "table can have only one primary key", position: position)
    }
    let same = table.constraints.contains { other in
      (other.kind == .primaryKey || other.kind == .unique) && other.columns.map(\.name) == columns.map(\.name)
    }
    if same {
      throw OracleError(
        code: 2261, message: "such unique or primary key already exists in the table", position: position)
    }
    if let wrong = columns.first(where: { $0.type.base.isLOB || $0.type.base == .long }) {
      throw OracleError(
        code: 2329, message: "column of datatype \(wrong.type.dictionaryName) cannot be unique or a primary key",
        position: position)
    }
    let constraint = try make(kind, columns, table, name, state)
    if constraint.isEnabled { try giveIndex(constraint, table, state.usingIndex) }
    try register(constraint, table, validate: validate)
    table.refreshNotNull()
  }

  private func addForeignKey(
    _ columns: [Column], _ target: ForeignKeyTarget, _ table: Table, _ name: Identifier?, _ state: ConstraintState,
    _ validate: Bool, _ position: Int
  ) throws {
    let parentTable = try context.table(target.table)
    let parent: Constraint
    if target.columns.isEmpty {
      guard let key = parentTable.primaryKey else {
        throw OracleError(
          code: 2268, message: "referenced table does not have a primary key", position: target.table.range.start)
      }
      parent = key
    } else {
      let wanted = target.columns.map(\.name)
      for column in target.columns where parentTable.column(column.name) == nil {
        throw OracleError.invalidIdentifier("\"\(column.name)\"", at: column.range.start)
      }
      let keys = parentTable.constraints.filter { $0.kind == .primaryKey || $0.kind == .unique }
      guard
        let key = keys.first(where: { Set($0.columns.map(\.name)) == Set(wanted) && $0.columns.count == wanted.count })
      else {
        throw OracleError(
          code: 2270, message: "no matching unique or primary key for this column-list",
          position: target.columns[0].range.start)
      }
      parent = key
    }
    guard parent.columns.count == columns.count else {
      throw OracleError(
        code: 2256, message: "number of referencing columns must match referenced columns", position: position)
    }
    // The child's columns in the order of the parent key's.
    var ordered = columns
    if !target.columns.isEmpty {
      ordered = try parent.columns.map { key in
        guard let index = target.columns.firstIndex(where: { $0.name == key.name }), index < columns.count else {
          throw OracleError(code: 2270, message: "no matching unique or primary key for this column-list")
        }
        return columns[index]
      }
    }
    for (child, key) in zip(ordered, parent.columns) {
      guard child.type.base == key.type.base, child.type.isNational == key.type.isNational else {
        throw OracleError(
          code: 2267, message: "column type incompatible with referenced column type", position: position)
      }
    }
    let constraint = try make(.foreignKey, ordered, table, name, state)
    constraint.parent = parent
    constraint.onDelete = target.onDelete
    if constraint.isEnabled, !parent.isEnabled {
      throw OracleError(
        code: 2270, message: "no matching unique or primary key for this column-list", position: position)
    }
    parentTable.referencing.append(constraint)
    parentTable.rules = nil
    try register(constraint, table, validate: validate)
  }

  // MARK: Indexes of keys

  /// Gives a key the index that enforces it: a named one, one that fits, or a new one.
  private func giveIndex(
    _ constraint: Constraint, _ table: Table, _ using: ConstraintState.UsingIndex? = nil
  ) throws {
    let indexes = IndexDefiner(definer: definer)
    switch using {
    case .named(let name):
      guard let index = catalog.indexes[context.qualified(name)], index.table === table else {
        throw OracleError(
          code: 14196, message: "Specified index cannot be used to enforce the constraint.",
          position: name.range.start)
      }
      constraint.index = index
      try indexes.giveHash(index)
      return
    case .created(let statement):
      try indexes.create(statement)
      if let index = catalog.indexes[context.qualified(statement.name)], index.table === table {
        constraint.index = index
        try indexes.giveHash(index)
        return
      }
    case .automatic, nil: break
    }
    if let fitting = table.indexes.first(where: { index in
      !index.hasExpressions && index.keys.compactMap(\.column).map(\.name) == constraint.columns.map(\.name)
    }) {
      constraint.index = fitting
      try indexes.giveHash(fitting)
      return
    }
    let name = QualifiedName(owner: table.name.owner, name: constraint.name)
    guard catalog.indexes[name] == nil else {
      throw OracleError(code: 955, message: "name is already used by an existing object")
    }
    let index = Index(
      name: name, table: table, objectNumber: catalog.takeObjectNumber(), isUnique: !constraint.isDeferrable,
      isGenerated: true,
      keys: constraint.columns.map { .init(column: $0, expression: nil, isDescending: false, generatedName: nil) },
      created: SystemClock.now())
    try indexes.giveHash(index)
    table.indexes.append(index)
    catalog.add(index)
    constraint.index = index
  }

  // MARK: Changing

  /// Finds what ALTER TABLE points at.
  func find(_ reference: ConstraintReference, _ table: Table, missing: (String) -> OracleError) throws -> Constraint {
    switch reference {
    case .named(let name):
      guard let found = table.constraints.first(where: { $0.name == name.name }) else {
        var error = missing(name.name)
        error.position = name.range.start
        throw error
      }
      return found
    case .primaryKey:
      guard let found = table.primaryKey else { throw missing("") }
      return found
    case .unique(let names):
      let wanted = names.map(\.name)
      guard let found = table.constraints.first(where: { $0.kind == .unique && $0.columns.map(\.name) == wanted })
      else { throw missing("") }
      return found
    }
  }

  /// ENABLE, with or without VALIDATE.
  func enable(_ constraint: Constraint, _ table: Table, validate: Bool) throws {
    let wasEnabled = constraint.isEnabled
    if constraint.kind == .primaryKey || constraint.kind == .unique, constraint.index == nil {
      try giveIndex(constraint, table)
    }
    if constraint.kind == .foreignKey, constraint.parent?.isEnabled == false {
      throw OracleError(
        code: 2270, message: "no matching unique or primary key for this column-list")
    }
    constraint.isEnabled = true
    do {
      if validate { try ConstraintValidation.validate(constraint, of: table, session: session) }
    } catch {
      constraint.isEnabled = wasEnabled
      if !wasEnabled { dropIndex(of: constraint, table) }
      throw error
    }
    constraint.isValidated = validate
    changed(table)
  }

  func disable(_ constraint: Constraint, _ table: Table, validate: Bool, cascade: Bool) throws {
    let dependents = table.referencing.filter { $0.parent === constraint && $0.isEnabled }
    if !dependents.isEmpty {
      guard cascade else {
        throw OracleError(
          code: 2297, message: "cannot disable constraint (\(constraint.qualifiedName)) - dependencies exist")
      }
      for child in dependents {
        child.isEnabled = false
        child.isValidated = false
        changed(child.table)
      }
    }
    constraint.isEnabled = false
    constraint.isValidated = validate
    dropIndex(of: constraint, table)
    changed(table)
  }

  func drop(_ constraint: Constraint, _ table: Table, cascade: Bool) throws {
    let dependents = table.referencing.filter { $0.parent === constraint }
    if !dependents.isEmpty {
      guard cascade else {
        throw OracleError(code: 2273, message: "this unique/primary key is referenced by some foreign keys")
      }
      for child in dependents { remove(child, from: child.table) }
    }
    dropIndex(of: constraint, table)
    remove(constraint, from: table)
  }

  func remove(_ constraint: Constraint, from table: Table) {
    table.constraints.removeAll { $0 === constraint }
    catalog.remove(constraint)
    changed(table)
  }

  /// An index that a constraint made goes with it; one that was there before stays.
  private func dropIndex(of constraint: Constraint, _ table: Table) {
    guard let index = constraint.index else { return }
    constraint.index = nil
    guard index.isGenerated else {
      if !index.isUnique { index.hash = nil }
      return
    }
    catalog.remove(index)
  }

  func changed(_ table: Table) {
    table.rules = nil
    table.refreshNotNull()
    catalog.changed()
  }
}
