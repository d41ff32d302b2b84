import OracleSQL
import OracleWire

/// Carries out DDL.
struct SchemaStatements {
  let session: StandInSession
  let context: CompileContext

  init(session: StandInSession, sql: String) {
    self.session = session
    context = CompileContext(session: session, sql: Array(sql.utf8))
  }

  private var database: StandInDatabase { session.database }
  private var catalog: SchemaCatalog { session.database.catalog }
  private var definer: TableDefiner { TableDefiner(session: session, context: context) }

  func run(_ kind: Statement.Kind) throws {
    switch kind {
    case .createTable(let statement): try definer.create(statement)
    case .alterTable(let statement): try TableAlterer(definer: definer).alter(statement)
    case .createIndex(let statement): try IndexDefiner(definer: definer).create(statement)
    case .createSequence(let statement): try createSequence(statement)
    case .alterSequence(let statement): try context.sequence(statement.name).alter(statement.options)
    case .createView(let statement): try createView(statement)
    case .createSynonym(let statement): try createSynonym(statement)
    case .createUser(let statement): try createUser(statement)
    case .alterUser(let statement):
      guard let user = catalog.users[statement.name.name] else { throw noUser(statement.name) }
      if let password = statement.password { user.password = password }
    case .createRole(let name): catalog.roles.insert(name.name)
    case .grant(let privileges): try grant(privileges, isRevoked: false)
    case .revoke(let privileges): try grant(privileges, isRevoked: true)
    case .drop(let statement): try DropStatements(session: session, context: context).drop(statement)
    case .truncate(let name): try truncate(name)
    case .comment(let statement): try comment(statement)
    case .rename(let old, let new):
      let name = QualifiedName(owner: session.currentSchema, name: old.name)
      guard let table = catalog.tables[name] else {
        throw OracleError(code: 4043, message: "object \(old.name) does not exist", position: old.range.start)
      }
      try TableAlterer(definer: definer).renameTable(table, to: new)
    case .alterOther(let keyword, let name, let isEnabled): try alterOther(keyword, name, isEnabled: isEnabled)
    case .plsql(let unit): try createUnit(unit)
    case .query, .insert, .update, .delete, .insertAll, .merge, .alterSession, .commit, .rollback, .savepoint,
      .setTransaction,
      .setConstraints, .lockTable:
      throw OracleError(code: 900, message: "invalid SQL statement")
    }
    catalog.changed()
  }

  private func noUser(_ name: Identifier) -> OracleError {
    OracleError(code: 1918, message: "user '\(name.name)' does not exist", position: name.range.start)
  }

  private func checkOwner(_ name: QualifiedName, at position: Int) throws {
    guard catalog.users[name.owner] != nil else {
      throw OracleError(code: 1918, message: "user '\(name.owner)' does not exist", position: position)
    }
  }

  private func createSequence(_ statement: CreateSequence) throws {
    let name = context.qualified(statement.name)
    try checkOwner(name, at: statement.name.range.start)
    if statement.ifNotExists, catalog.sequences[name] != nil { return }
    try catalog.checkFree(name, at: statement.name.range.start)
    catalog.add(
      try SequenceGenerator(
        name: name, objectNumber: catalog.takeObjectNumber(), created: SystemClock.now(), options: statement.options))
  }

  private func createView(_ statement: CreateView) throws {
    let name = context.qualified(statement.name)
    try checkOwner(name, at: statement.name.range.start)
    if let known = catalog.views[name] {
      guard statement.orReplace else { return try catalog.checkFree(known.name, at: statement.name.range.start) }
    } else {
      try catalog.checkFree(name, at: statement.name.range.start)
    }
    let text = context.text(statement.query.range)
    let query: Query
    do {
      guard case .query(let parsed) = try SQLParser.parse(text).kind else {
        throw OracleError(code: 900, message: "invalid SQL statement")
      }
      query = parsed
    } catch let error as SQLSyntaxError {
      throw OracleError(code: error.code, message: error.message)
    }
    var columns = statement.columns.map(\.name)
    do {
      let inner = CompileContext(session: session, sql: Array(text.utf8))
      let plan = try session.withSchema(name.owner) { try QueryCompiler(context: inner).plan(query, parent: nil) }
      if columns.isEmpty { columns = plan.columns.map(\.name) }
      guard columns.count == plan.columns.count else {
        throw OracleError(code: 1730, message: "invalid number of column names specified")
      }
      guard Set(columns).count == columns.count else {
        throw OracleError(code: 957, message: "duplicate column name")
      }
    } catch {
      // FORCE makes the view all the same: it fails when it is used.
      guard statement.isForce else { throw error }
    }
    catalog.add(
      View(
        name: name, objectNumber: catalog.takeObjectNumber(), text: text, query: query, columnNames: columns,
        isReadOnly: statement.isReadOnly, created: SystemClock.now()))
  }

  private func createSynonym(_ statement: CreateSynonym) throws {
    var name = context.qualified(statement.name)
    if statement.isPublic { name.owner = "PUBLIC" }
    if catalog.synonyms[name] == nil || !statement.orReplace {
      try catalog.checkFree(name, at: statement.name.range.start)
    }
    catalog.add(
      Synonym(
        name: name, objectNumber: catalog.takeObjectNumber(), target: context.qualified(statement.target),
        databaseLink: statement.target.databaseLink?.name, created: SystemClock.now()))
  }

  private func createUser(_ statement: UserDefinition) throws {
    let name = statement.name.name
    guard catalog.users[name] == nil, !catalog.roles.contains(name) else {
      throw OracleError(
        code: 1920, message: "user name '\(name)' conflicts with another user or role name",
        position: statement.name.range.start)
    }
    catalog.addUser(name, password: statement.password, created: SystemClock.now())
  }

  /// Nothing is ever refused for want of a privilege; grants on objects are shown in the dictionary.
  private func grant(_ privileges: Privileges, isRevoked: Bool) throws {
    for grantee in privileges.grantees {
      let name = grantee.name
      let known = catalog.users[name] != nil || catalog.roles.contains(name) || Self.roles.contains(name)
      guard known else {
        throw OracleError(
          code: 1917, message: "user or role '\(name)' does not exist", position: grantee.range.start)
      }
      guard let object = privileges.object else { continue }
      let target = try self.object(object)
      for privilege in privileges.privileges {
        let names =
          privilege.hasPrefix("ALL") ? ["ALTER", "DELETE", "INDEX", "INSERT", "SELECT", "UPDATE"] : [privilege]
        for privilege in names {
          let entry = ObjectGrant(grantee: name, object: target, grantor: target.owner, privilege: privilege)
          if isRevoked { catalog.grants.remove(entry) } else { catalog.grants.insert(entry) }
        }
      }
    }
  }

  static let roles: Set<String> = ["CONNECT", "RESOURCE", "DBA", "PUBLIC", "SELECT_CATALOG_ROLE"]

  private func object(_ name: ObjectName) throws -> QualifiedName {
    let wanted = context.qualified(name)
    if catalog.isTaken(wanted) { return wanted }
    if DictionaryViews.view(wanted.name) != nil || name.name.name.hasPrefix("DBMS_") || name.name.name.hasPrefix("V_$")
      || name.name.name.hasPrefix("UTL_")
    {
      return QualifiedName(owner: "SYS", name: wanted.name)
    }
    throw OracleError.noSuchTable(at: name.range.start)
  }

  private func truncate(_ name: ObjectName) throws {
    let table = try context.table(name)
    let children = table.referencing.filter { $0.isEnabled && $0.table !== table }
    if !children.isEmpty {
      throw OracleError(
        code: 2266, message: "unique/primary keys in table referenced by enabled foreign keys",
        position: name.range.start)
    }
    table.replaceStorage(database.newStorage(columnCount: table.columns.count))
  }

  private func comment(_ statement: Comment) throws {
    let text = statement.text.isEmpty ? nil : statement.text
    switch try context.relation(statement.object) {
    case .table(let table):
      guard let name = statement.column else {
        table.comment = text
        return
      }
      guard let column = table.column(name.name) else {
        throw OracleError.invalidIdentifier("\"\(name.name)\"", at: name.range.start)
      }
      column.comment = text
    case .view(var view):
      if let name = statement.column {
        guard view.columnNames.contains(name.name) else {
          throw OracleError.invalidIdentifier("\"\(name.name)\"", at: name.range.start)
        }
        view.columnComments[name.name] = text
      } else {
        view.comment = text
      }
      catalog.add(view)
    case .dictionary:
      throw OracleError(code: 1031, message: "insufficient privileges", position: statement.object.range.start)
    }
  }

  /// ALTER of objects that hold no rows: the object must exist, its storage clauses mean nothing here.
  private func alterOther(_ keyword: String, _ name: ObjectName, isEnabled: Bool?) throws {
    let wanted = context.qualified(name)
    switch keyword {
    case "INDEX":
      guard catalog.indexes[wanted] != nil else {
        throw OracleError(code: 1418, message: "specified index does not exist", position: name.range.start)
      }
    case "TRIGGER":
      guard catalog.triggers[wanted] != nil else {
        throw OracleError(
          code: 4080, message: "trigger '\(name.name.name)' does not exist", position: name.range.start)
      }
      if let isEnabled { catalog.setTrigger(wanted, isEnabled: isEnabled) }
    case "VIEW", "PROCEDURE", "FUNCTION", "PACKAGE", "TYPE":
      guard catalog.views[wanted] != nil || catalog.units[wanted] != nil else {
        throw OracleError(
          code: 4043, message: "object \(name.name.name) does not exist", position: name.range.start)
      }
    default: throw OracleError.unsupported("ALTER \(keyword)", at: name.range.start)
    }
  }

  /// Stored units are kept as text: they are in the dictionary, but don't run.
  private func createUnit(_ unit: PLSQLUnit) throws {
    guard let object = unit.name else { throw OracleError(code: 900, message: "invalid SQL statement") }
    let name = context.qualified(object)
    try checkOwner(name, at: object.range.start)
    if unit.kind == .trigger {
      if catalog.triggers[name] != nil, !unit.orReplace {
        throw OracleError(
          code: 4081, message: "trigger '\(name.name)' already exists", position: object.range.start)
      }
    } else {
      let known = catalog.units[name]
      let pairs: Set<PLSQLUnit.Kind> = [.package, .packageBody, .type, .typeBody]
      let isPair = pairs.contains(unit.kind) && known.map { Set($0.keys).isSubset(of: pairs) } == true
      if known?[unit.kind] != nil {
        if !unit.orReplace { try catalog.checkFree(name, at: object.range.start) }
      } else if !isPair {
        try catalog.checkFree(name, at: object.range.start)
      }
    }
    var table: QualifiedName?
    if unit.kind == .trigger { table = try triggerTable(name.owner) }
    let text = String(decoding: context.sql, as: UTF8.self)
    catalog.add(
      StoredUnit(
        name: name, objectNumber: catalog.takeObjectNumber(), kind: unit.kind, text: text, created: SystemClock.now(),
        table: table, filling: unit.kind == .trigger ? SequenceFilling(triggerText: text) : nil))
  }

  /// The table behind ON in a trigger's head.
  private func triggerTable(_ owner: String) throws -> QualifiedName? {
    let words = String(decoding: context.sql.prefix(4000), as: UTF8.self)
      .split { $0.isWhitespace || $0 == "(" || $0 == ")" || $0 == ";" }
    guard let place = words.firstIndex(where: { $0.uppercased() == "ON" }), place + 1 < words.count else { return nil }
    let parts = words[place + 1].split(separator: ".").map { part -> String in
      part.hasPrefix("\"") ? part.filter { $0 != "\"" } : part.uppercased()
    }
    guard let last = parts.last else { return nil }
    let name = QualifiedName(owner: parts.count > 1 ? parts[0] : owner, name: last)
    if ["DATABASE", "SCHEMA"].contains(last) { throw OracleError.unsupported("triggers on DATABASE and SCHEMA") }
    guard catalog.tables[name] != nil || catalog.views[name] != nil else { throw OracleError.noSuchTable() }
    return name
  }
}

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
      try removed(
        catalog.roles.remove(statement.name.name.name) != nil,
        OracleError(code: 1919, message: "role '\(statement.name.name.name)' does not exist"))
    case .procedure: try removed(catalog.removeUnit(name, kind: .procedure), noObject)
    case .function: try removed(catalog.removeUnit(name, kind: .function), noObject)
    case .package: try removed(catalog.removeUnit(name, kind: .package), noObject)
    case .type: try removed(catalog.removeUnit(name, kind: .type), noObject)
    case .trigger:
      try removed(
        catalog.removeUnit(name, kind: .trigger),
        OracleError(code: 4080, message: "trigger '\(name.name)' does not exist"))
    case .materializedView:
      try removed(false, OracleError(code: 12003, message: "materialized view \(name.quoted) does not exist"))
    }
  }

  private func dropTable(_ name: QualifiedName, _ statement: Drop, at position: Int) throws {
    guard let table = catalog.tables[name] else {
      if statement.ifExists { return }
      throw OracleError.noSuchTable(at: position)
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
