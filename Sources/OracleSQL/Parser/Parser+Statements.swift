// Which statement a text is.
extension Parser {
  /// Reads the statement and the end of the text.
  mutating func wholeStatement() throws(SQLSyntaxError) -> Statement {
    let begin = start
    guard kind != .end else { throw fault(.invalidStatement) }
    let statement = try statementKind()
    let isSchemaChange =
      switch statement {
      case .createTable, .createIndex, .createSequence, .alterSequence, .createView, .createUser, .alterUser,
        .createMaterializedView, .createMaterializedViewLog, .createDirectory, .createDatabaseLink, .createContext,
        .createCluster:
        true
      default: false
      }
    try expectEnd(isSchemaChange ? .invalidOption : .notProperlyEnded)
    var range = range(from: begin)
    if case .plsql = statement { range = SourceRange(start: begin, end: bytes.count) }
    return Statement(kind: statement, binds: binds, range: range, uncommon: uncommon)
  }

  mutating func statementKind() throws(SQLSyntaxError) -> Statement.Kind {
    if kind == .labelStart { return try anonymousBlock(.anonymousBlock) }
    switch keyword {
    case .insert where peek().keyword == .all || peek().keyword == .first:
      advance()
      return .insertAll(try multiTableInsert())
    case .insert: return .insert(try insert())
    case .select, .with: return .query(try query())
    case .update: return .update(try update())
    case .delete: return .delete(try delete())
    case .create: return try create()
    case .alter: return try alter()
    case .drop: return try drop()
    case .truncate: return .truncate(try truncate())
    case .comment: return .comment(try comment())
    case .rename: return try rename()
    case .grant: return .grant(try privileges(to: .to, .missingTo))
    case .revoke: return .revoke(try privileges(to: .from, .missingFrom))
    case .begin, .declare: return try anonymousBlock(.anonymousBlock)
    case .call: return try anonymousBlock(.call)
    case .merge: return .merge(try merge())
    case .explain: return .explainPlan(try explainPlan())
    case .flashback, .audit, .noaudit: return .administrative(try administrativeStatement())
    default:
      if kind == .leftParenthesis, startsQuery(at: index, inParentheses: true) { return .query(try query()) }
      if let statement = try administrativeWord() { return .administrative(statement) }
      return try transactionStatement()
    }
  }

  // MARK: Transactions

  private mutating func transactionStatement() throws(SQLSyntaxError) -> Statement.Kind {
    switch keyword {
    case .commit: return try commit()
    case .rollback:
      advance()
      _ = accept(.work)
      try forcedTransaction()
      guard accept(.to) else { return .rollback(toSavepoint: nil) }
      if keyword == .savepoint, canBeIdentifier(peek()) { advance() }
      return .rollback(toSavepoint: try identifier())
    case .savepoint:
      advance()
      return .savepoint(try identifier())
    case .set: return try setStatement()
    case .lock: return try lockTable()
    default: throw fault(.invalidStatement)
    }
  }

  private mutating func commit() throws(SQLSyntaxError) -> Statement.Kind {
    advance()
    _ = accept(.work)
    if accept(.comment) { _ = try string() }
    try forcedTransaction()
    if accept(.write) {
      if !accept(.wait) { _ = accept(.nowait) }
      if !accept(.immediate) { _ = acceptWord("BATCH") }
    }
    return .commit
  }

  private mutating func setStatement() throws(SQLSyntaxError) -> Statement.Kind {
    advance()
    if accept(.constraint) || accept(.constraints) {
      var names: [ObjectName] = []
      if !accept(.all) {
        repeat { names.append(try objectName(.invalidIdentifier)) } while accept(.comma)
      }
      let deferred = keyword == .deferred
      guard accept(.deferred) || accept(.immediate) else { throw fault(.missingKeyword) }
      return .setConstraints(names, deferred: deferred)
    }
    if keyword == .role { return .administrative(try setRole()) }
    guard accept(.transaction) else { throw fault(.invalidOption) }
    var readOnly = false
    if accept(.read) {
      readOnly = keyword == .only
      guard accept(.only) || accept(.write) else { throw fault(.missingKeyword) }
    } else if accept(.isolation) {
      try expect(.level)
      if !accept(.serializable) {
        try expect(.read)
        try expect(.committed)
      }
    } else if keyword != .name {
      throw fault(.invalidOption)
    }
    if accept(.name) { _ = try string() }
    return .setTransaction(readOnly: readOnly)
  }

  /// Reads `FORCE 'transaction' [, scn]` behind COMMIT or ROLLBACK: a distributed one that is in doubt.
  private mutating func forcedTransaction() throws(SQLSyntaxError) {
    let begin = start
    guard accept(.force) else { return }
    note("FORCE of distributed transactions", at: begin)
    _ = try string()
    if accept(.comma) { _ = try integer() }
  }

  private mutating func lockTable() throws(SQLSyntaxError) -> Statement.Kind {
    advance()
    try expect(.table)
    var names: [ObjectName] = []
    repeat {
      names.append(try objectName())
      if keyword == .partition || keyword == .subpartition {
        note("LOCK TABLE ... PARTITION", at: start)
        advance()
        _ = accept(.for)
        try skipParentheses()
      }
    } while accept(.comma)
    try expect(.in)
    var words = 0
    while keyword != .mode {
      guard keyword == .row || keyword == .share || keyword == .exclusive || keyword == .update, words < 3 else {
        throw fault(.missingKeyword)
      }
      words += 1
      advance()
    }
    advance()
    if accept(.wait) { _ = try integer() } else { _ = accept(.nowait) }
    return .lockTable(names)
  }

  // MARK: Short ones

  private mutating func truncate() throws(SQLSyntaxError) -> ObjectName {
    advance()
    let begin = start
    if accept(.cluster) { note("TRUNCATE CLUSTER", at: begin) } else { try expect(.table) }
    let name = try objectName()
    if keyword == .preserve || keyword == .purge {
      advance()
      if !acceptWord("MATERIALIZED") { throw fault(.missingKeyword) }
      try expect(.view)
      try expect(.log)
    }
    if accept(.drop) || accept(.reuse) {
      _ = accept(.all)
      try expect(.storage)
    }
    if accept(.cascade) { note("TRUNCATE ... CASCADE", at: name.range.end) }
    return name
  }

  private mutating func rename() throws(SQLSyntaxError) -> Statement.Kind {
    advance()
    let old = try identifier(.invalidTableName)
    try expect(.to, .missingTo)
    return .rename(old, to: try identifier(.invalidTableName))
  }

  private mutating func comment() throws(SQLSyntaxError) -> Comment {
    advance()
    try expect(.on, .missingOn)
    let isColumn = keyword == .column
    var object = Comment.Object.table
    let begin = start
    if accept(.materialized) {
      try expect(.view)
    } else if !accept(.table) && !accept(.column) && !accept(.view) {
      note("COMMENT ON anything but tables, views and columns", at: begin)
      object = try commentedObject()
    }
    var names = [try identifier(.invalidTableName)]
    while names.count < 3, accept(.dot) { names.append(try identifier(.invalidIdentifier)) }
    try expect(.is)
    let text = try string().text
    guard names.count == (isColumn ? max(2, names.count) : min(2, names.count)) else {
      throw fault(.invalidIdentifier, at: names[0].range.start)
    }
    let column = isColumn ? names.removeLast() : nil
    let schema = names.count > 1 ? names[0] : nil
    return Comment(
      object: ObjectName(schema: schema, name: names[names.count - 1]), column: column, text: text, kind: object)
  }

  private mutating func commentedObject() throws(SQLSyntaxError) -> Comment.Object {
    if acceptWord("INDEXTYPE") { return .indextype }
    if acceptWord("OPERATOR") { return .operator }
    if acceptWord("EDITION") { return .edition }
    if acceptWord("MINING") {
      try expect(.model)
      return .miningModel
    }
    if accept(.audit) {
      guard acceptWord("POLICY") else { throw fault(.missingKeyword) }
      return .auditPolicy
    }
    throw fault(.missingKeyword)
  }
}
