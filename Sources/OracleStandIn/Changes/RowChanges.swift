import OracleSQL
import OracleWire

/// One iteration of a DML statement: puts rows in, changes and deletes them, and holds them against the constraints.
///
/// Unique keys and references are checked once all rows of the iteration are in place, as Oracle does.
final class RowChanges {
  let execution: Execution
  let transaction: Transaction
  private var keyChecks: [(Table, TableRules.Key, RowReference)] = []
  private var referenceChecks: [(TableRules.Reference, Table, RowReference)] = []
  private var parentChecks: [(Constraint, [UInt8])] = []
  private var image: [UInt8] = []
  private var keyBuffer: [UInt8] = []
  private var triggersChecked: Set<TableEvent> = []

  private struct TableEvent: Hashable {
    var table: ObjectIdentifier
    var event: String
  }

  init(execution: Execution, transaction: Transaction) {
    self.execution = execution
    self.transaction = transaction
  }

  private var session: StandInSession { execution.session }

  // MARK: Rows

  /// Adds a row; the values are the columns' in order, converted already.
  func insert(_ values: [Value], into table: Table, _ rules: TableRules) throws -> RowReference {
    try checkTriggers(table, "INSERT")
    let completed = try complete(try filled(values, table), table, rules, isUpdate: false)
    build(completed, table)
    let row = try table.storage.append(image, stamp: transaction.stamp)
    transaction.note(.insert, row, in: table.storage)
    if table.temporary != nil { try noteTemporary(table) }
    try enterNew(row, table, rules)
    for reference in rules.references {
      // A parent in the same table may come later in the same statement; one elsewhere is there, or never will be.
      if reference.isToOwnTable {
        referenceChecks.append((reference, table, row))
      } else {
        try checkNewReference(reference, table)
      }
    }
    return row
  }

  /// Replaces a row's values.
  func update(_ row: RowReference, to values: [Value], changed: Set<Int>, in table: Table, _ rules: TableRules) throws {
    try checkTriggers(table, "UPDATE")
    let old = try lockedVersion(row, table)
    let completed = try complete(values, table, rules, isUpdate: true)
    try noteParentKeys(old, row, table, rules, changed: changed)
    build(completed, table)
    try table.storage.update(row, image: image, stamp: transaction.stamp)
    transaction.note(.update, row, in: table.storage)
    if table.temporary != nil { try noteTemporary(table) }
    try enter(row, table, rules, changed: changed)
    for reference in rules.references where reference.positions.contains(where: changed.contains) {
      referenceChecks.append((reference, table, row))
    }
  }

  /// Deletes a row, and carries out what foreign keys say of it.
  func delete(_ row: RowReference, from table: Table, _ rules: TableRules) throws {
    try checkTriggers(table, "DELETE")
    let old = try lockedVersion(row, table)
    guard old.deleted == Stamps.none else { return }
    table.storage.delete(row, stamp: transaction.stamp)
    transaction.note(.delete, row, in: table.storage)
    if table.temporary != nil { try noteTemporary(table) }
    for child in rules.dependents {
      guard let parent = child.parent, let key = key(of: parent.columns, old, row, table) else { continue }
      switch child.onDelete {
      case .noAction: parentChecks.append((child, key))
      case .cascade: try cascade(child, key)
      case .setNull: try setNull(child, key)
      }
    }
  }

  private func noteTemporary(_ table: Table) throws {
    guard table.temporary == .deleteOnCommit else {
      throw OracleError.unsupported("rows in temporary tables with ON COMMIT PRESERVE ROWS")
    }
    transaction.temporaryTables[ObjectIdentifier(table)] = table
  }

  /// The newest version of a row that may be changed now.
  ///
  /// - Throws: ORA-00054 when another transaction has changed it.
  private func lockedVersion(_ row: RowReference, _ table: Table) throws -> RowVersion {
    let version = table.storage.newest(row)
    for stamp in [version.created, version.deleted] where Stamps.isOpen(stamp) && stamp != Stamps.dead {
      if Stamps.transaction(stamp) != transaction.number & 0x7FFF_FFFE { throw OracleError.rowLocked }
    }
    return version
  }

  /// A trigger would have to run, and cannot: as in Oracle with one that doesn't compile.
  private func checkTriggers(_ table: Table, _ event: String) throws {
    try table.checkChangeable()
    guard !session.database.catalog.triggers.isEmpty else { return }
    guard triggersChecked.insert(TableEvent(table: ObjectIdentifier(table), event: event)).inserted else { return }
    for trigger in session.database.catalog.triggers.values where trigger.table == table.name && trigger.isEnabled {
      guard trigger.events.contains(event), trigger.filling == nil else { continue }
      throw OracleError(
        code: 4098,
        message: "trigger '\(trigger.name)' is invalid and failed re-validation: the oraferry stand-in runs no PL/SQL")
    }
  }

  /// The values with what triggers take from sequences.
  private func filled(_ values: [Value], _ table: Table) throws -> [Value] {
    let catalog = session.database.catalog
    guard !catalog.triggers.isEmpty else { return values }
    var values = values
    for trigger in catalog.triggers.values where trigger.table == table.name && trigger.isEnabled {
      guard let filling = trigger.filling else { continue }
      let name = QualifiedName(owner: filling.sequenceOwner ?? trigger.name.owner, name: filling.sequence)
      guard let sequence = catalog.sequences[name],
        let place = table.columns.firstIndex(where: { $0.name == filling.column })
      else {
        throw OracleError(code: 4098, message: "trigger '\(trigger.name)' is invalid and failed re-validation")
      }
      if filling.isGuarded, !values[place].isNull { continue }
      let next = try sequence.next()
      session.setCurrentValue(next, of: sequence)
      values[place] = try ColumnStore.stored(
        Value(int128: next), in: table.columns[place], of: table, execution.rules)
    }
    return values
  }

  // MARK: Values

  /// Fills virtual columns, and checks NOT NULL and CHECK.
  private func complete(
    _ values: [Value], _ table: Table, _ rules: TableRules, isUpdate: Bool
  ) throws -> [Value] {
    var values = values
    var frame: Frame?
    func rowFrame() -> Frame {
      if let frame { return frame }
      let source = RowSource(rows: [values], types: table.columns.map(\.type))
      let made = Frame(execution: execution, parent: nil, sources: [source])
      made.handles[0] = RowHandle(row: 0, offset: 0)
      frame = made
      return made
    }
    if !rules.virtuals.isEmpty {
      for (position, compiled) in rules.virtuals {
        let value = try compiled.evaluate(rowFrame())
        values[position] = try ColumnStore.stored(value, in: table.columns[position], of: table, execution.rules)
      }
      frame = nil
    }
    for (index, column) in table.columns.enumerated() where column.isNotNull && values[index].isNull {
      let place = "(\(table.name.quoted).\"\(column.name)\")"
      throw isUpdate
        ? OracleError(code: 1407, message: "cannot update \(place) to NULL")
        : OracleError(code: 1400, message: "cannot insert NULL into \(place)")
    }
    if let partitions = table.partitions, !partitions.takes(values) {
      throw OracleError(code: 14_400, message: "inserted partition key does not map to any partition")
    }
    for check in rules.checks where try check.condition.test(rowFrame()) == false {
      if isDeferred(check.constraint) {
        transaction.deferredChecks[ObjectIdentifier(check.constraint)] = (table, check.constraint)
        continue
      }
      throw OracleError(code: 2290, message: "check constraint (\(check.constraint.qualifiedName)) violated")
    }
    return values
  }

  private func isDeferred(_ constraint: Constraint) -> Bool {
    guard constraint.isDeferrable else { return false }
    return session.constraintModes[ObjectIdentifier(constraint)] ?? session.allConstraintsDeferred
      ?? constraint.isDeferred
  }

  private func build(_ values: [Value], _ table: Table) {
    image.removeAll(keepingCapacity: true)
    for (column, value) in zip(table.columns, values) {
      if value.isNull {
        image.append(0)
      } else {
        RowImage.append(column.type.isNational ? RowImage.national(value.bytes) : value.bytes, to: &image)
      }
    }
  }

  // MARK: Keys

  /// Enters a new row into the hash indexes; its keys are checked at once, since inserts only ever add keys.
  private func enterNew(_ row: RowReference, _ table: Table, _ rules: TableRules) throws {
    try image.withUnsafeBufferPointer { bytes in
      for key in rules.keys {
        keyBuffer.removeAll(keepingCapacity: true)
        let nulls = try key.hash.appendKey(rowAt: 0, in: bytes, to: &keyBuffer)
        guard nulls < key.hash.keyCount else { continue }
        if try key.hash.hasOther(than: row, key: keyBuffer) { try violated(key, table) }
        key.hash.insert(row, key: keyBuffer)
      }
      for hash in table.lookups {
        keyBuffer.removeAll(keepingCapacity: true)
        let nulls = try hash.appendKey(rowAt: 0, in: bytes, to: &keyBuffer)
        if nulls < hash.keyCount { hash.insert(row, key: keyBuffer) }
      }
    }
  }

  /// Two rows share a key: an error now, or a check at the commit.
  private func violated(_ key: TableRules.Key, _ table: Table) throws {
    if let constraint = key.constraint, isDeferred(constraint) {
      transaction.deferredChecks[ObjectIdentifier(constraint)] = (table, constraint)
      return
    }
    throw OracleError(code: 1, message: "unique constraint (\(key.name)) violated")
  }

  /// Enters a row into the hash indexes, and remembers which keys must be checked.
  private func enter(_ row: RowReference, _ table: Table, _ rules: TableRules, changed: Set<Int>?) throws {
    for key in rules.keys where isAffected(key.hash, changed) { keyChecks.append((table, key, row)) }
    try image.withUnsafeBufferPointer { bytes in
      for hash in table.hashIndexes where isAffected(hash, changed) {
        keyBuffer.removeAll(keepingCapacity: true)
        let nulls = try hash.appendKey(rowAt: 0, in: bytes, to: &keyBuffer)
        if nulls < hash.keyCount { hash.insert(row, key: keyBuffer) }
      }
    }
  }

  private func isAffected(_ hash: HashIndex, _ changed: Set<Int>?) -> Bool {
    guard let changed, case .columns(let columns) = hash.key else { return true }
    return columns.contains(where: changed.contains)
  }

  private func cells(_ positions: [Int], _ row: RowReference, _ table: Table) -> (key: [UInt8], nulls: Int) {
    let version = table.storage.newest(row)
    var key: [UInt8] = []
    let nulls = table.storage.blocks[row.block].bytes.withUnsafeBufferPointer {
      HashIndex.appendCells(positions, rowAt: Int(version.offset), in: $0, to: &key)
    }
    return (key, nulls)
  }

  private func key(of columns: [Column], _ version: RowVersion, _ row: RowReference, _ table: Table) -> [UInt8]? {
    var key: [UInt8] = []
    let nulls = table.storage.blocks[row.block].bytes.withUnsafeBufferPointer {
      HashIndex.appendCells(columns.map(\.position), rowAt: Int(version.offset), in: $0, to: &key)
    }
    return nulls == 0 ? key : nil
  }

  /// Remembers keys that an update takes away from under foreign keys.
  private func noteParentKeys(
    _ old: RowVersion, _ row: RowReference, _ table: Table, _ rules: TableRules, changed: Set<Int>
  ) throws {
    for child in rules.dependents {
      guard let parent = child.parent, parent.columns.contains(where: { changed.contains($0.position) }),
        let key = key(of: parent.columns, old, row, table)
      else { continue }
      parentChecks.append((child, key))
    }
  }

  // MARK: At the end of the iteration

  /// Checks what could only be judged when all rows were in place.
  ///
  /// - Throws: ORA-00001, ORA-02291 and ORA-02292.
  func finish() throws {
    for (table, key, row) in keyChecks { try checkKey(table, key, row) }
    for (reference, table, row) in referenceChecks { try checkReference(reference, table, row) }
    for (child, key) in parentChecks { try checkNoChildren(child, key) }
    keyChecks.removeAll(keepingCapacity: true)
    referenceChecks.removeAll(keepingCapacity: true)
    parentChecks.removeAll(keepingCapacity: true)
  }

  private func checkKey(_ table: Table, _ key: TableRules.Key, _ row: RowReference) throws {
    let version = table.storage.newest(row)
    guard version.deleted == Stamps.none else { return }
    keyBuffer.removeAll(keepingCapacity: true)
    let nulls = try table.storage.blocks[row.block].bytes.withUnsafeBufferPointer {
      try key.hash.appendKey(rowAt: Int(version.offset), in: $0, to: &keyBuffer)
    }
    guard nulls < key.hash.keyCount, try key.hash.hasOther(than: row, key: keyBuffer) else { return }
    try violated(key, table)
  }

  private func checkReference(_ reference: TableRules.Reference, _ table: Table, _ row: RowReference) throws {
    guard table.storage.newest(row).deleted == Stamps.none else { return }
    let (key, nulls) = cells(reference.positions, row, table)
    if nulls > 0 { return }
    if try reference.parent.hasOther(than: nil, key: key) { return }
    try orphaned(reference, table)
  }

  /// Checks a reference of the row in `image`.
  private func checkNewReference(_ reference: TableRules.Reference, _ table: Table) throws {
    keyBuffer.removeAll(keepingCapacity: true)
    let nulls = image.withUnsafeBufferPointer {
      HashIndex.appendCells(reference.positions, rowAt: 0, in: $0, to: &keyBuffer)
    }
    if nulls > 0 { return }
    if try reference.parent.hasOther(than: nil, key: keyBuffer) { return }
    try orphaned(reference, table)
  }

  /// A row has no parent: an error now, or a check at the commit.
  private func orphaned(_ reference: TableRules.Reference, _ table: Table) throws {
    if isDeferred(reference.constraint) {
      transaction.deferredChecks[ObjectIdentifier(reference.constraint)] = (table, reference.constraint)
      return
    }
    throw OracleError(
      code: 2291,
      message: "integrity constraint (\(reference.constraint.qualifiedName)) violated - parent key not found")
  }

  private func checkNoChildren(_ child: Constraint, _ key: [UInt8]) throws {
    guard let parent = child.parent else { return }
    // The key may have come back, in another row.
    if try parent.table.lookup(parent.columns.map(\.position)).hasOther(than: nil, key: key) { return }
    guard try child.table.lookup(child.columns.map(\.position)).hasOther(than: nil, key: key) else { return }
    if isDeferred(child) {
      transaction.deferredChecks[ObjectIdentifier(child)] = (child.table, child)
      return
    }
    throw OracleError(
      code: 2292, message: "integrity constraint (\(child.qualifiedName)) violated - child record found")
  }

  // MARK: What foreign keys do to children

  private func children(_ child: Constraint, _ key: [UInt8]) throws -> [RowReference] {
    let table = child.table
    let hash = try table.lookup(child.columns.map(\.position))
    var found: [RowReference] = []
    _ = try hash.search(key) { row in
      let version = table.storage.newest(row)
      if version.deleted == Stamps.none, version.created != Stamps.dead, !found.contains(row),
        try hash.matches(row, version, key: key)
      {
        found.append(row)
      }
      return false
    }
    return found
  }

  private func cascade(_ child: Constraint, _ key: [UInt8]) throws {
    for row in try children(child, key) { try delete(row, from: child.table, child.table.rules(session)) }
  }

  private func setNull(_ child: Constraint, _ key: [UInt8]) throws {
    let table = child.table
    let positions = Set(child.columns.map(\.position))
    for row in try children(child, key) {
      var values = self.values(row, table)
      for position in positions { values[position] = .null }
      try update(row, to: values, changed: positions, in: table, table.rules(session))
    }
  }

  /// The newest values of a row.
  func values(_ row: RowReference, _ table: Table) -> [Value] {
    zip(table.columns, table.storage.values(row, table.storage.newest(row))).map { column, bytes in
      RowImage.value(bytes, type: column.type)
    }
  }
}
