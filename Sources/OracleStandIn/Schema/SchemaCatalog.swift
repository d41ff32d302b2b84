import OracleSQL
import OracleWire

/// All named objects of the database.
final class SchemaCatalog {
  /// Grows with every DDL, so that compiled statements know that they are stale.
  private(set) var version = 1
  private(set) var users: [String: User] = [:]
  private(set) var tables: [QualifiedName: Table] = [:]
  private(set) var views: [QualifiedName: View] = [:]
  /// Beside their containers among `tables`.
  private(set) var materializedViews: [QualifiedName: MaterializedView] = [:]
  private(set) var sequences: [QualifiedName: SequenceGenerator] = [:]
  private(set) var synonyms: [QualifiedName: Synonym] = [:]
  private(set) var indexes: [QualifiedName: Index] = [:]
  private(set) var constraints: [QualifiedName: Constraint] = [:]
  private(set) var units: [QualifiedName: [PLSQLUnit.Kind: StoredUnit]] = [:]
  private(set) var triggers: [QualifiedName: StoredUnit] = [:]
  var grants: Set<ObjectGrant> = []
  var roles: Set<String> = []
  var roleGrants: Set<RoleGrant> = []
  private var nextObject: UInt32 = 73_000
  private var nextConstraint = 7_000
  private var nextUser = 100
  private var nextBlock: UInt32 = 131

  func changed() {
    version += 1
  }

  func takeObjectNumber() -> UInt32 {
    nextObject += 1
    return nextObject
  }

  func takeConstraintName(owner: String) -> String {
    while true {
      nextConstraint += 1
      let digits = String(nextConstraint)
      let name = "SYS_C" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
      if constraints[QualifiedName(owner: owner, name: name)] == nil { return name }
    }
  }

  func takeBlockNumber() -> UInt32 { takeBlockNumbers(1) }

  /// Takes consecutive numbers.
  ///
  /// - Returns: the first.
  func takeBlockNumbers(_ count: Int) -> UInt32 {
    defer { nextBlock += UInt32(truncatingIfNeeded: count) }
    return nextBlock + 1
  }

  // MARK: Users

  func addUser(_ name: String, password: String?, created: OracleTimestamp) {
    if let known = users[name] {
      if let password { known.password = password }
    } else {
      let number = name == "SYS" ? 0 : name == "SYSTEM" ? 9 : nextUser
      if number == nextUser { nextUser += 1 }
      users[name] = User(name: name, number: number, created: created, password: password)
    }
    changed()
  }

  func removeUser(_ name: String) {
    users[name] = nil
    changed()
  }

  /// A user by a name as it was typed at logon: exact, or in upper case.
  func user(_ name: String) -> User? { users[name] ?? users[name.uppercased()] }

  // MARK: Objects

  /// Whether a name is taken among tables, views, sequences, synonyms and units.
  func isTaken(_ name: QualifiedName) -> Bool {
    tables[name] != nil || views[name] != nil || sequences[name] != nil || synonyms[name] != nil || units[name] != nil
  }

  /// - Throws: ORA-00955 when the name is taken.
  func checkFree(_ name: QualifiedName, at position: Int? = nil) throws {
    guard !isTaken(name) else {
      throw OracleError(code: 955, message: "name is already used by an existing object", position: position)
    }
  }

  func add(_ table: Table) {
    tables[table.name] = table
    changed()
  }

  func add(_ view: View) {
    views[view.name] = view
    changed()
  }

  func add(_ view: MaterializedView) {
    materializedViews[view.name] = view
    changed()
  }

  func add(_ sequence: SequenceGenerator) {
    sequences[sequence.name] = sequence
    changed()
  }

  func add(_ synonym: Synonym) {
    synonyms[synonym.name] = synonym
    changed()
  }

  func add(_ index: Index) {
    indexes[index.name] = index
    changed()
  }

  func add(_ constraint: Constraint) {
    constraints[QualifiedName(owner: constraint.table.name.owner, name: constraint.name)] = constraint
    changed()
  }

  func add(_ unit: StoredUnit) {
    if unit.kind == .trigger { triggers[unit.name] = unit } else { units[unit.name, default: [:]][unit.kind] = unit }
    changed()
  }

  func setTrigger(_ name: QualifiedName, isEnabled: Bool) {
    triggers[name]?.isEnabled = isEnabled
    changed()
  }

  func removeTable(_ name: QualifiedName) {
    guard let table = tables.removeValue(forKey: name) else { return }
    for index in table.indexes { indexes[index.name] = nil }
    for constraint in table.constraints { remove(constraint) }
    for column in table.columns { if let identity = column.identity { sequences[identity.sequence.name] = nil } }
    for (trigger, unit) in triggers where unit.table == name { triggers[trigger] = nil }
    grants = grants.filter { $0.object != name }
    changed()
  }

  func removeView(_ name: QualifiedName) -> Bool {
    defer { changed() }
    return views.removeValue(forKey: name) != nil
  }

  /// Takes its container along, unless that was there before.
  func removeMaterializedView(_ name: QualifiedName) -> Bool {
    defer { changed() }
    guard let view = materializedViews.removeValue(forKey: name) else { return false }
    if !view.isPrebuilt { removeTable(name) }
    return true
  }

  func removeSequence(_ name: QualifiedName) -> Bool {
    defer { changed() }
    return sequences.removeValue(forKey: name) != nil
  }

  func removeSynonym(_ name: QualifiedName) -> Bool {
    defer { changed() }
    return synonyms.removeValue(forKey: name) != nil
  }

  func removeUnit(_ name: QualifiedName, kind: PLSQLUnit.Kind) -> Bool {
    defer { changed() }
    if kind == .trigger { return triggers.removeValue(forKey: name) != nil }
    guard units[name]?.removeValue(forKey: kind) != nil else { return false }
    if kind == .package { units[name]?[.packageBody] = nil }
    if kind == .type { units[name]?[.typeBody] = nil }
    if units[name]?.isEmpty == true { units[name] = nil }
    return true
  }

  func remove(_ index: Index) {
    indexes[index.name] = nil
    index.table.indexes.removeAll { $0 === index }
    changed()
  }

  /// Takes a constraint out of the dictionary and out of the parent's list; its table keeps it.
  func remove(_ constraint: Constraint) {
    constraints[QualifiedName(owner: constraint.table.name.owner, name: constraint.name)] = nil
    if let parent = constraint.parent { parent.table.referencing.removeAll { $0 === constraint } }
    changed()
  }

  func rename(_ table: Table, to name: String) {
    let old = table.name
    tables[old] = nil
    table.name.name = name
    tables[table.name] = table
    for (trigger, var unit) in triggers where unit.table == old {
      unit.table = table.name
      triggers[trigger] = unit
    }
    changed()
  }

  func rename(_ constraint: Constraint, to name: String) {
    let owner = constraint.table.name.owner
    constraints[QualifiedName(owner: owner, name: constraint.name)] = nil
    constraint.name = name
    constraints[QualifiedName(owner: owner, name: name)] = constraint
    changed()
  }
}
