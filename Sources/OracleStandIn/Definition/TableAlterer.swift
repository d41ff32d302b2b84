import OracleSQL
import OracleWire

/// Carries out ALTER TABLE.
struct TableAlterer {
  let definer: TableDefiner

  private var session: StandInSession { definer.session }
  private var context: CompileContext { definer.context }
  private var catalog: SchemaCatalog { definer.session.database.catalog }
  private var constraints: ConstraintDefiner { ConstraintDefiner(definer: definer) }

  func alter(_ statement: AlterTable) throws {
    let table = try context.table(statement.name)
    try table.checkChangeable()
    for action in statement.actions { try perform(action, table) }
    table.changed = SystemClock.now()
    catalog.changed()
  }

  private func perform(_ action: AlterTable.Action, _ table: Table) throws {
    switch action {
    case .addColumn(let definition): try addColumn(definition, table)
    case .addConstraint(let constraint):
      try constraints.add(constraint, table, validate: true)
      constraints.changed(table)
    case .modifyColumn(let definition): try ColumnModifier(definer: definer, table: table).modify(definition)
    case .modifyConstraint(let reference, let state): try modifyConstraint(reference, state, table)
    case .dropColumns(let names, let cascade), .setUnused(let names, let cascade):
      try dropColumns(names, table, cascade: cascade)
    case .dropConstraint(let reference, let cascade):
      let constraint = try constraints.find(reference, table) { name in
        name.isEmpty
          ? OracleError(code: 2441, message: "Cannot drop nonexistent primary key")
          : OracleError(code: 2443, message: "Cannot drop constraint  - nonexistent constraint")
      }
      try constraints.drop(constraint, table, cascade: cascade)
    case .enableConstraint(let reference, let validate):
      let constraint = try constraints.find(reference, table) {
        OracleError(code: 2430, message: "cannot enable constraint (\($0)) - no such constraint")
      }
      try constraints.enable(constraint, table, validate: validate)
    case .disableConstraint(let reference, let validate, let cascade):
      let constraint = try constraints.find(reference, table) {
        OracleError(code: 2431, message: "cannot disable constraint (\($0)) - no such constraint")
      }
      try constraints.disable(constraint, table, validate: validate, cascade: cascade)
    case .renameTable(let name): try renameTable(table, to: name)
    case .renameColumn(let old, let new): try renameColumn(old, to: new, table)
    case .renameConstraint(let old, let new):
      let constraint = try constraints.find(.named(old), table) { _ in
        OracleError(code: 23292, message: "The constraint does not exist")
      }
      guard catalog.constraints[QualifiedName(owner: table.name.owner, name: new.name)] == nil else {
        throw OracleError(
          code: 2264, message: "name already used by an existing constraint", position: new.range.start)
      }
      catalog.rename(constraint, to: new.name)
    case .allTriggers(let enable):
      for trigger in catalog.triggers.values where trigger.table == table.name {
        catalog.setTrigger(trigger.name, isEnabled: enable)
      }
    case .partition(let change): throw OracleError.unsupported("\(change.verb) PARTITION")
    case .other(let clause): throw OracleError.unsupported("ALTER TABLE \(clause.keyword)", at: clause.range.start)
    case .physical: break
    }
  }

  func renameTable(_ table: Table, to name: Identifier) throws {
    let new = QualifiedName(owner: table.name.owner, name: name.name)
    try catalog.checkFree(new, at: name.range.start)
    catalog.rename(table, to: name.name)
  }

  private func addColumn(_ definition: ColumnDefinition, _ table: Table) throws {
    guard table.column(definition.name.name) == nil else {
      throw OracleError(
        code: 1430, message: "column being added already exists in table", position: definition.name.range.start)
    }
    let column = try definer.column(definition, position: table.columns.count, owner: table.name.owner)
    let isMandatory =
      column.defaultOnNull || definition.identity != nil
      || definition.constraints.contains {
        switch $0.kind {
        case .notNull, .primaryKey: $0.state.isEnabled ?? true
        default: false
        }
      }
    let hasValues = column.defaultValue != nil || definition.identity != nil || column.virtualExpression != nil
    if isMandatory, !hasValues, table.storage.liveRows > 0 {
      throw OracleError(code: 1758, message: "table must be empty to add mandatory (NOT NULL) column")
    }
    table.columns.append(column)
    do {
      try definer.addIdentities([definition], table)
      let fill = try filler(column, table)
      try StorageRebuild(session: session, table: table).rebuild { values in
        values + [try fill(values)]
      }
      for constraint in definition.constraints { try constraints.add(constraint, column, table, validate: true) }
      if column.defaultOnNull { try constraints.addNotNull(column, table, name: nil, state: nil) }
    } catch {
      table.columns.removeLast()
      for constraint in table.constraints where constraint.columns.contains(where: { $0 === column }) {
        constraints.remove(constraint, from: table)
      }
      if table.storage.columnCount > table.columns.count {
        try StorageRebuild(session: session, table: table).rebuild { Array($0.dropLast()) }
      }
      throw error
    }
    constraints.changed(table)
  }

  /// What existing rows get in a new column.
  private func filler(_ column: Column, _ table: Table) throws -> ([[UInt8]?]) throws -> [UInt8]? {
    let execution = Execution(session: session, binds: [], snapshot: session.snapshot())
    let rules = session.rules
    func cell(_ value: Value) throws -> [UInt8]? {
      let stored = try ColumnStore.stored(value, in: column, of: table, rules)
      if stored.isNull { return nil }
      return column.type.isNational ? RowImage.national(stored.bytes) : stored.bytes
    }
    if let identity = column.identity {
      return { _ in
        execution.nextValues.removeAll()
        return try cell(execution.nextValue(of: identity.sequence))
      }
    }
    if let source = column.virtualExpression {
      let types = table.columns.map(\.type)
      let compiled = try TableRules.compile(source, TableRules.scope(table), table, session)
      return { cells in
        let row = zip(types, cells + [nil]).map { RowImage.value($1, type: $0) }
        let frame = Frame(execution: execution, parent: nil, sources: [RowSource(rows: [row], types: types)])
        frame.handles[0] = RowHandle(row: 0, offset: 0)
        return try cell(compiled.evaluate(frame))
      }
    }
    guard let source = column.defaultValue else { return { _ in nil } }
    let compiled = try TableRules.compile(source, Scope(parent: nil), table, session)
    return { _ in try cell(compiled.evaluate(Frame(execution: execution, parent: nil))) }
  }

  private func modifyConstraint(
    _ reference: ConstraintReference, _ state: ConstraintState, _ table: Table
  ) throws {
    let constraint = try constraints.find(reference, table) { _ in
      OracleError(code: 2443, message: "Cannot drop constraint  - nonexistent constraint")
    }
    if let deferred = state.isInitiallyDeferred {
      guard constraint.isDeferrable || !deferred else {
        throw OracleError(
          code: 2447, message: "cannot defer a constraint that is not deferrable")
      }
      constraint.isDeferred = deferred
    }
    if let rely = state.isRely { constraint.isRely = rely }
    if let enabled = state.isEnabled {
      if enabled {
        try constraints.enable(constraint, table, validate: state.isValidated ?? true)
      } else {
        try constraints.disable(constraint, table, validate: state.isValidated ?? false, cascade: false)
      }
    } else if let validated = state.isValidated, constraint.isEnabled {
      try constraints.enable(constraint, table, validate: validated)
    }
  }

  private func dropColumns(_ names: [Identifier], _ table: Table, cascade: Bool) throws {
    var dropped: [Column] = []
    for name in names {
      guard let column = table.column(name.name) else {
        throw OracleError.invalidIdentifier("\"\(name.name)\"", at: name.range.start)
      }
      dropped.append(column)
    }
    func isDropped(_ column: Column?) -> Bool { dropped.contains { $0 === column } }
    guard dropped.count < table.columns.count else {
      throw OracleError(code: 12983, message: "cannot drop all columns in a table")
    }
    let partitionKeys = (table.partitions?.level.columns ?? []) + (table.partitions?.below?.columns ?? [])
    guard !partitionKeys.contains(where: isDropped) else {
      throw OracleError(code: 12984, message: "cannot drop partitioning column")
    }
    for key in table.constraints where key.columns.contains(where: isDropped) {
      let children = table.referencing.filter { $0.parent === key && $0.table !== table }
      if !children.isEmpty, !cascade {
        throw OracleError(code: 12992, message: "cannot drop parent key column")
      }
      if key.columns.count > 1, key.kind != .notNull, !cascade, !key.columns.allSatisfy(isDropped) {
        throw OracleError(
          code: 12991, message: "column is referenced in a multi-column constraint")
      }
    }
    for other in table.columns where !isDropped(other) {
      if let source = other.virtualExpression,
        ExpressionWalk.columns(source.expression).contains(where: { reference in
          dropped.contains { $0.name == reference.column.name }
        })
      {
        throw OracleError(code: 54031, message: "column to be dropped is used in a virtual column expression")
      }
    }
    if table.indexes.contains(where: { index in index.keys.contains { $0.column == nil } }) {
      throw OracleError.unsupported("DROP COLUMN on a table with an index on expressions")
    }
    for constraint in table.constraints where constraint.columns.contains(where: isDropped) {
      try constraints.drop(constraint, table, cascade: true)
    }
    for index in table.indexes where index.keys.contains(where: { isDropped($0.column) }) { catalog.remove(index) }
    let kept = table.columns.indices.filter { !isDropped(table.columns[$0]) }
    let identities = dropped.compactMap(\.identity)
    table.columns.removeAll(where: { isDropped($0) })
    for (position, column) in table.columns.enumerated() { column.position = position }
    for identity in identities { _ = catalog.removeSequence(identity.sequence.name) }
    try StorageRebuild(session: session, table: table).rebuild { values in kept.map { values[$0] } }
    constraints.changed(table)
  }

  private func renameColumn(_ old: Identifier, to new: Identifier, _ table: Table) throws {
    guard let column = table.column(old.name) else {
      throw OracleError.invalidIdentifier("\"\(old.name)\"", at: old.range.start)
    }
    guard table.column(new.name) == nil else {
      throw OracleError(code: 957, message: "duplicate column name", position: new.range.start)
    }
    let texts =
      table.constraints.compactMap(\.condition) + table.columns.compactMap(\.virtualExpression)
      + table.indexes.flatMap { $0.keys.compactMap(\.expression) }
    let isUsed = texts.contains { source in
      ExpressionWalk.columns(source.expression).contains { $0.column.name == old.name }
    }
    if isUsed {
      throw OracleError.unsupported("RENAME COLUMN of a column that expressions refer to", at: old.range.start)
    }
    column.name = new.name
    for constraint in table.constraints where constraint.kind == .notNull && constraint.columns.first === column {
      constraint.conditionText = "\"\(new.name)\" IS NOT NULL"
    }
    constraints.changed(table)
  }
}

/// Gives a table new storage with changed rows, keeping every version and every ROWID but for their object number.
struct StorageRebuild {
  let session: StandInSession
  let table: Table

  /// Rebuilds all living rows.
  ///
  /// - Parameter change: from the old cells of a row to the new ones.
  func rebuild(_ change: ([[UInt8]?]) throws -> [[UInt8]?]) throws {
    let old = table.storage
    let new = session.database.newStorage(columnCount: table.columns.count, dataObject: old.dataObject)
    let stamp = session.database.lastSCN
    for (index, block) in old.blocks.enumerated() {
      for slot in block.slots.indices {
        let version = block.slots[slot]
        guard version.deleted == Stamps.none, version.created != Stamps.dead else { continue }
        var image: [UInt8] = []
        for cell in try change(old.values(RowReference(block: index, slot: slot), version)) {
          RowImage.append(cell, to: &image)
        }
        _ = try new.append(image, stamp: stamp)
      }
    }
    table.storage = new
    table.lookups = []
    table.rules = nil
    for index in table.indexes {
      guard let hash = index.hash else { continue }
      var key = hash.key
      if case .columns = key { key = .columns(index.keys.compactMap { $0.column?.position }) }
      let fresh = HashIndex(key: key, storage: new)
      try fresh.build()
      index.hash = fresh
    }
  }
}
