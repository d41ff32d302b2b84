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
      if let password = statement.password {
        user.password = password
        user.isExpired = false
      }
      if statement.otherClauses.contains(where: { $0.keyword == "PASSWORD" }) { user.isExpired = true }
      user.proxies.formUnion(statement.proxies.map(\.name))
    case .createRole(let name):
      guard catalog.users[name.name] == nil, catalog.roles.insert(name.name).inserted else {
        throw OracleError(
          code: 1921, message: "role name '\(name.name)' conflicts with another user or role name",
          position: name.range.start)
      }
    case .grant(let privileges): try GrantStatements(session: session, context: context).grant(privileges)
    case .revoke(let privileges): try GrantStatements(session: session, context: context).revoke(privileges)
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
    case .createMaterializedView(let statement): try MaterializedViewDefiner(definer: definer).create(statement)
    case .createMaterializedViewLog, .createDirectory, .createDatabaseLink, .createContext,
      .createCluster, .administrative, .explainPlan:
      throw OracleError.unsupported("this statement")
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
    let isExpired = statement.otherClauses.contains { $0.keyword == "PASSWORD" }
    catalog.users[name]?.isExpired = isExpired
  }

  private func truncate(_ name: ObjectName) throws {
    let table = try context.table(name)
    try table.checkChangeable()
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
    let relation = try context.relation(statement.object)
    if case .table(let table) = relation, var view = catalog.materializedViews[table.name], statement.column == nil {
      view.comment = text
      return catalog.add(view)
    }
    switch relation {
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
    if unit.kind == .type { try catalog.checkUnused(type: name) }
    let declaration = unit.kind == .type ? try TypeDeclaration(text, owner: name.owner, in: database.release) : nil
    catalog.add(
      StoredUnit(
        name: name, objectNumber: catalog.takeObjectNumber(), kind: unit.kind, text: text, created: SystemClock.now(),
        table: table, filling: unit.kind == .trigger ? SequenceFilling(triggerText: text) : nil,
        declaration: declaration, shape: declaration?.shape(name: name)))
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
