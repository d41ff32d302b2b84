// ALTER TABLE, and the other ALTERs.
extension Parser {
  mutating func alter() throws(SQLSyntaxError) -> Statement.Kind {
    advance()
    switch keyword {
    case .table: return .alterTable(try alterTable())
    case .session: return .alterSession(try alterSession())
    case .user: return .alterUser(try userDefinition())
    case .sequence:
      advance()
      let name = try objectName(.invalidSequenceName)
      return .alterSequence(AlterSequence(name: name, options: try sequenceOptions()))
    case .index, .trigger, .view, .package, .procedure, .function, .type: return try alterCode()
    case .materialized where peek().keyword == .view && peek(2).keyword != .log:
      return try alterMaterializedView()
    default:
      guard let other = try administrativeObject("ALTER") else { throw fault(.invalidAlter) }
      return .administrative(other)
    }
  }

  /// Reads ALTER MATERIALIZED VIEW, whose clauses are kept as text.
  private mutating func alterMaterializedView() throws(SQLSyntaxError) -> Statement.Kind {
    note("ALTER MATERIALIZED VIEW", at: start)
    advance()
    advance()
    let name = try objectName(.invalidIdentifier)
    guard kind != .end else { throw fault(.invalidAlter) }
    return .administrative(
      AdministrativeStatement(
        verb: "ALTER", object: "MATERIALIZED VIEW", name: name, orReplace: false, clauses: try restAsClauses()))
  }

  /// Reads ALTER of an object that holds no rows, with plain words such as REBUILD, COMPILE, ENABLE.
  private mutating func alterCode() throws(SQLSyntaxError) -> Statement.Kind {
    let word = keyword
    advance()
    let ifExists = start
    if accept(.if) {
      note("ALTER ... IF EXISTS", at: ifExists)
      try expect(.exists)
    }
    let name = try objectName(.invalidIdentifier)
    var clauses = 0
    var isEnabled: Bool?
    if kind != .end, startsLooseAlteration(of: word) {
      note("this ALTER " + word.spelling, at: start)
      return .administrative(
        AdministrativeStatement(
          verb: "ALTER", object: word.spelling, name: name, orReplace: false, clauses: try restAsClauses()))
    }
    while kind != .end, kind != .semicolon {
      if try indexClause() == nil {
        switch keyword {
        case .enable, .disable:
          isEnabled = keyword == .enable
          advance()
        case .rebuild, .compile, .coalesce, .body, .package: advance()
        case .monitoring, .nomonitoring:
          advance()
          guard acceptWord("USAGE") else { throw fault(.missingKeyword) }
        default:
          guard word != .index, acceptWord("DEBUG") || acceptWord("SPECIFICATION") else {
            throw fault(.unimplemented, "this ALTER " + word.spelling)
          }
        }
      }
      clauses += 1
    }
    if clauses == 0 { throw fault(.invalidAlter) }
    return .alterOther(word.spelling, name, isEnabled: isEnabled)
  }

  /// Whether what follows the name is kept as text: all but the plain words.
  private func startsLooseAlteration(of word: Keyword) -> Bool {
    switch word {
    case .index:
      if startsPartitionChange || keyword == .rename || keyword == .parameters || keyword == .deallocate
        || keyword == .allocate || keyword == .shrink || keyword == .modify
      {
        return true
      }
      if keyword == .rebuild { return peek().keyword == .parameters }
      return isWord("ANNOTATIONS") || isWord("UPDATE")
    case .type, .view: return keyword != .compile && !(keyword == .body)
    case .trigger: return keyword == .rename || keyword == .editionable || keyword == .noneditionable
    default: return keyword == .editionable || keyword == .noneditionable
    }
  }

  private mutating func alterTable() throws(SQLSyntaxError) -> AlterTable {
    advance()
    let ifExists = start
    if accept(.if) {
      note("ALTER TABLE IF EXISTS", at: ifExists)
      try expect(.exists)
    }
    var alteration = AlterTable(name: try objectName(), actions: [])
    repeat { try alterAction(&alteration.actions) } while kind != .end && kind != .semicolon
    return alteration
  }

  private mutating func alterAction(_ actions: inout [AlterTable.Action]) throws(SQLSyntaxError) {
    if startsPartitionChange, peek(2).keyword != .by {
      actions.append(.partition(try partitionChange()))
      return
    }
    switch keyword {
    case .add: try addAction(&actions)
    case .modify: try modifyAction(&actions)
    case .drop: actions.append(try dropAction())
    case .set where isUnused(peek()):
      advance()
      advance()
      let columns = try columnOrColumns()
      actions.append(.setUnused(columns, cascadeConstraints: accept(.cascade, .constraints)))
    case .rename: actions.append(try renameAction())
    case .enable where peek().keyword != .row && !startsTableSwitch,
      .disable where peek().keyword != .row && !startsTableSwitch:
      actions.append(try enableAction())
    default:
      if let clause = try rareAlteration() {
        actions.append(.other(clause))
      } else {
        actions.append(.physical(try alterPhysical()))
      }
    }
  }

  /// Whether ENABLE or DISABLE is about the table, not about a constraint: TABLE LOCK, CONTAINER_MAP, ...
  private var startsTableSwitch: Bool {
    let next = peek()
    return next.keyword == .table
      || next.kind == .word && ["CONTAINER_MAP", "CONTAINERS_DEFAULT", "LOGICAL"].contains(foldedText(next.range))
  }

  private func isUnused(_ token: Token) -> Bool { token.keyword == .unused }

  private mutating func alterPhysical() throws(SQLSyntaxError) -> PhysicalClause {
    if let clause = try alterPhysicalClause() { return clause }
    throw fault(.invalidAlterTable)
  }

  /// Reads a storage clause of ALTER; nil when none is next.
  mutating func alterPhysicalClause() throws(SQLSyntaxError) -> PhysicalClause? {
    let begin = start
    if let clause = try tableClause() { return clause }
    if accept(.read) {
      guard accept(.only) || accept(.write) else { throw fault(.missingKeyword) }
      return PhysicalClause(keyword: "READ", range: range(from: begin))
    }
    if accept(.shrink) {
      try expect(.space)
      if !accept(.cascade) { _ = accept(.compact) }
      return PhysicalClause(keyword: "SHRINK", range: range(from: begin))
    }
    if accept(.move) {
      _ = accept(.online)
      while try tableClause() != nil {}
      return PhysicalClause(keyword: "MOVE", range: range(from: begin))
    }
    if keyword == .allocate || keyword == .deallocate {
      let word = keyword.spelling
      note(word, at: begin)
      advance()
      if accept(.unused) {
        if accept(.keep) { _ = try sizeText() }
      } else {
        guard acceptWord("EXTENT") else { throw fault(.missingKeyword) }
        if kind == .leftParenthesis { try skipParentheses() }
      }
      return PhysicalClause(keyword: word, range: range(from: begin))
    }
    return nil
  }

  /// Reads what changes a table without being one of the actions of `AlterTable`.
  private mutating func rareAlteration() throws(SQLSyntaxError) -> PhysicalClause? {
    guard kind == .word else { return nil }
    let begin = start
    let word = foldedText(current.range)
    switch word {
    case "ANNOTATIONS", "RESULT_CACHE", "HASHING":
      advance()
      if kind == .leftParenthesis { try skipParentheses() }
    case "MODIFY", "NO", "MINIMIZE", "NOMINIMIZE", "UPGRADE", "ILM", "MEMOPTIMIZE", "SET", "XMLTYPE", "CLUSTERING":
      // Up to the end: these take words and lists that no other action has.
      if word == "NO", peek().keyword == .flashback { return nil }
      _ = try restAsClauses()
    case "INMEMORY" where peek().kind == .word || peek().kind == .leftParenthesis: _ = try restAsClauses()
    case "DROP" where foldedText(peek().range) == "PERIOD" || peek().keyword == .supplemental:
      _ = try restAsClauses()
    case "ENABLE" where peek().keyword != .row, "DISABLE" where peek().keyword != .row: _ = try restAsClauses()
    default: return nil
    }
    note("ALTER TABLE " + word, at: begin)
    return PhysicalClause(keyword: word, range: range(from: begin))
  }

  // MARK: ADD and MODIFY

  private mutating func addAction(_ actions: inout [AlterTable.Action]) throws(SQLSyntaxError) {
    advance()
    if keyword == .supplemental, peek().keyword == .log {
      actions.append(.physical(try supplementalLog()))
      return
    }
    if startsTableElement {
      let begin = start
      note("ALTER TABLE ADD " + foldedText(current.range), at: begin)
      let clauses = try restAsClauses()
      actions += clauses.map { .other($0) }
      return
    }
    let isList = accept(.leftParenthesis)
    repeat {
      if startsTableConstraint {
        actions.append(.addConstraint(try tableConstraint()))
      } else {
        actions.append(.addColumn(try columnDefinition(isChange: false)))
        try requireTypes(isQuery: false)
      }
    } while isList && accept(.comma)
    if isList { try expectRight() }
  }

  private mutating func modifyAction(_ actions: inout [AlterTable.Action]) throws(SQLSyntaxError) {
    if [.partition, .nested, .lob, .varray, .default].contains(peek().keyword) && peek(2).kind != .rightParenthesis
      || peek().kind == .word && ["OPAQUE", "CLUSTERING"].contains(foldedText(peek().range))
        && peek(2).keyword == .type
      || peek().keyword == .column && foldedText(peek(3).range) == "SUBSTITUTABLE"
    {
      if let clause = try rareAlteration() { actions.append(.other(clause)) }
      return
    }
    advance()
    if let reference = try constraintReference() {
      let state = try constraintState()
      let begin = start
      if accept(.cascade) {
        note("MODIFY CONSTRAINT ... CASCADE", at: begin)
        actions.append(.modifyConstraint(reference, state))
        actions.append(.other(PhysicalClause(keyword: "CASCADE", range: range(from: begin))))
        return
      }
      actions.append(.modifyConstraint(reference, state))
      return
    }
    let isList = accept(.leftParenthesis)
    repeat { actions.append(.modifyColumn(try columnDefinition(isChange: true))) } while isList && accept(.comma)
    if isList { try expectRight() }
  }

  // MARK: DROP and RENAME

  private mutating func dropAction() throws(SQLSyntaxError) -> AlterTable.Action {
    advance()
    let begin = start
    if keyword == .unused && peek().keyword == .columns || keyword == .columns && peek().keyword == .continue
      || isWord("PERIOD") || keyword == .supplemental
    {
      note("this ALTER TABLE DROP", at: begin)
      return .other(try restAsClauses().first ?? PhysicalClause(keyword: "DROP", range: range(from: begin)))
    }
    if let reference = try constraintReference() {
      let cascade = accept(.cascade)
      if keyword == .keep || keyword == .drop, peek().keyword == .index {
        advance()
        advance()
      }
      return .dropConstraint(reference, cascade: cascade)
    }
    guard keyword == .column || kind == .leftParenthesis else { throw fault(.missingKeyword) }
    let columns = try columnOrColumns()
    return .dropColumns(columns, cascadeConstraints: accept(.cascade, .constraints))
  }

  /// Reads `COLUMN c` or `(c, d)`.
  private mutating func columnOrColumns() throws(SQLSyntaxError) -> [Identifier] {
    if accept(.column) { return [try identifier()] }
    return try identifierList()
  }

  private mutating func renameAction() throws(SQLSyntaxError) -> AlterTable.Action {
    advance()
    if accept(.to) { return .renameTable(try identifier(.invalidTableName)) }
    let isColumn = keyword == .column
    guard accept(.column) || accept(.constraint) else { throw fault(.missingKeyword) }
    let old = try identifier()
    try expect(.to, .missingTo)
    let new = try identifier()
    return isColumn ? .renameColumn(old, to: new) : .renameConstraint(old, to: new)
  }

  // MARK: Constraints

  private mutating func enableAction() throws(SQLSyntaxError) -> AlterTable.Action {
    let enable = keyword == .enable
    advance()
    if accept(.all) {
      try expect(.triggers)
      return .allTriggers(enable: enable)
    }
    var validate = enable
    if accept(.validate) { validate = true } else if accept(.novalidate) { validate = false }
    guard let reference = try constraintReference() else { throw fault(.invalidAlterTable) }
    if enable {
      let state = try constraintState()
      if state.isEnabled != nil || state.isValidated != nil { throw fault(.invalidAlterTable) }
      return .enableConstraint(reference, validate: validate)
    }
    let cascade = accept(.cascade)
    if keyword == .keep || keyword == .drop, peek().keyword == .index {
      advance()
      advance()
    }
    return .disableConstraint(reference, validate: validate, cascade: cascade)
  }

  private mutating func constraintReference() throws(SQLSyntaxError) -> ConstraintReference? {
    if accept(.constraint) { return .named(try identifier()) }
    if accept(.primary, .key) { return .primaryKey }
    if keyword == .unique, peek().kind == .leftParenthesis {
      advance()
      return .unique(try identifierList())
    }
    return nil
  }
}
