import OracleSQL
import OracleWire

/// Carries out DROP.
struct DropStatements {
  let session: StandInSession
  let context: CompileContext

  private var catalog: SchemaCatalog { session.database.catalog }

  func drop(_ statement: Drop) throws {
    let name = context.qualified(statement.name)
    let position = statement.name.range.start
    func removed(_ done: Bool, _ missing: OracleError) throws {
      if !done, !statement.ifExists {
        var error = missing
        error.position = position
        throw error
      }
    }
    let noObject = OracleError(code: 4043, message: "object \(name.name) does not exist")
    switch statement.kind {
    case .table: try dropTable(name, statement, at: position)
    case .view: try removed(catalog.removeView(name), OracleError.noSuchTable())
    case .sequence:
      let isIdentity = catalog.tables.values.contains { table in
        table.columns.contains { $0.identity?.sequence.name == name }
      }
      if isIdentity {
        throw OracleError(code: 32794, message: "cannot drop a system-generated sequence", position: position)
      }
      try removed(catalog.removeSequence(name), OracleError(code: 2289, message: "sequence does not exist"))
    case .synonym:
      try removed(
        catalog.removeSynonym(name), OracleError(code: 1434, message: "private synonym to be dropped does not exist"))
    case .publicSynonym:
      try removed(
        catalog.removeSynonym(QualifiedName(owner: "PUBLIC", name: name.name)),
        OracleError(code: 1432, message: "public synonym to be dropped does not exist"))
    case .index: try dropIndex(name, statement, at: position)
    case .user: try dropUser(statement, at: position)
    case .role:
      let role = statement.name.name.name
      catalog.roleGrants = catalog.roleGrants.filter { $0.role != role && $0.grantee != role }
      catalog.grants = catalog.grants.filter { $0.grantee != role }
      try removed(
        catalog.roles.remove(role) != nil,
        OracleError(code: 1919, message: "role '\(statement.name.name.name)' does not exist"))
    case .procedure: try removed(catalog.removeUnit(name, kind: .procedure), noObject)
    case .function: try removed(catalog.removeUnit(name, kind: .function), noObject)
    case .package, .packageBody: try removed(catalog.removeUnit(name, kind: .package), noObject)
    case .type, .typeBody:
      try catalog.checkUnused(type: name)
      try removed(catalog.removeUnit(name, kind: .type), noObject)
    case .trigger:
      try removed(
        catalog.removeUnit(name, kind: .trigger),
        OracleError(code: 4080, message: "trigger '\(name.name)' does not exist"))
    case .materializedView:
      try removed(
        catalog.removeMaterializedView(name),
        OracleError(code: 12003, message: "materialized view \(name.quoted) does not exist"))
    case .materializedViewLog, .directory, .databaseLink, .publicDatabaseLink, .context, .cluster, .profile,
      .tablespace,
      .library, .indextype, .operator, .dimension, .domain:
      throw OracleError.unsupported("DROP \(statement.kind.rawValue)", at: position)
    }
  }

  private func dropTable(_ name: QualifiedName, _ statement: Drop, at position: Int) throws {
    guard let table = catalog.tables[name] else {
      if statement.ifExists { return }
      throw OracleError.noSuchTable(at: position)
    }
    guard catalog.materializedViews[name] == nil else {
      throw OracleError(
        code: 12_083, message: "must use DROP MATERIALIZED VIEW to drop \(name.quoted)", position: position)
    }
    let children = table.referencing.filter { $0.table !== table }
    if !children.isEmpty {
      guard statement.isCascade else {
        throw OracleError(
          code: 2449, message: "unique/primary keys in table referenced by foreign keys", position: position)
      }
      for child in children {
        child.table.constraints.removeAll { $0 === child }
        child.table.rules = nil
        catalog.remove(child)
      }
    }
    catalog.removeTable(name)
  }

  private func dropIndex(_ name: QualifiedName, _ statement: Drop, at position: Int) throws {
    guard let index = catalog.indexes[name] else {
      if statement.ifExists { return }
      throw OracleError(code: 1418, message: "specified index does not exist", position: position)
    }
    if index.table.constraints.contains(where: { $0.index === index }) {
      throw OracleError(
        code: 2429, message: "cannot drop index used for enforcement of unique/primary key", position: position)
    }
    index.table.rules = nil
    catalog.remove(index)
  }

  private func dropUser(_ statement: Drop, at position: Int) throws {
    let user = statement.name.name.name
    guard catalog.users[user] != nil else {
      if statement.ifExists { return }
      throw OracleError(code: 1918, message: "user '\(user)' does not exist", position: position)
    }
    let owns =
      catalog.tables.keys.contains { $0.owner == user } || catalog.views.keys.contains { $0.owner == user }
      || catalog.sequences.keys.contains { $0.owner == user } || catalog.units.keys.contains { $0.owner == user }
    if owns, !statement.isCascade {
      throw OracleError(code: 1922, message: "CASCADE must be specified to drop '\(user)'", position: position)
    }
    for table in catalog.tables.values where table.name.owner == user {
      for child in table.referencing where child.table.name.owner != user {
        child.table.constraints.removeAll { $0 === child }
        child.table.rules = nil
        catalog.remove(child)
      }
    }
    for name in catalog.materializedViews.keys where name.owner == user { _ = catalog.removeMaterializedView(name) }
    for name in catalog.tables.keys where name.owner == user { catalog.removeTable(name) }
    for name in catalog.views.keys where name.owner == user { _ = catalog.removeView(name) }
    for name in catalog.sequences.keys where name.owner == user { _ = catalog.removeSequence(name) }
    for name in catalog.synonyms.keys where name.owner == user { _ = catalog.removeSynonym(name) }
    for (name, kinds) in catalog.units where name.owner == user {
      for kind in kinds.keys { _ = catalog.removeUnit(name, kind: kind) }
    }
    for name in catalog.triggers.keys where name.owner == user { _ = catalog.removeUnit(name, kind: .trigger) }
    catalog.removeUser(user)
  }
}
