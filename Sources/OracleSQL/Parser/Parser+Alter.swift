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
    default: throw fault(.invalidAlter)
    }
  }

  /// Reads ALTER of an object that holds no rows, with plain words such as REBUILD, COMPILE, ENABLE.
  private mutating func alterCode() throws(SQLSyntaxError) -> Statement.Kind {
    let word = keyword
    advance()
    let name = try objectName(.invalidIdentifier)
    var clauses = 0
    var isEnabled: Bool?
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

  private mutating func alterTable() throws(SQLSyntaxError) -> AlterTable {
    advance()
    var alteration = AlterTable(name: try objectName(), actions: [])
    repeat { try alterAction(&alteration.actions) } while kind != .end && kind != .semicolon
    return alteration
  }

  private mutating func alterAction(_ actions: inout [AlterTable.Action]) throws(SQLSyntaxError) {
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
    case .enable where peek().keyword != .row, .disable where peek().keyword != .row:
      actions.append(try enableAction())
    default: actions.append(.physical(try alterPhysical()))
    }
  }

  private func isUnused(_ token: Token) -> Bool { token.keyword == .unused }

  private mutating func alterPhysical() throws(SQLSyntaxError) -> PhysicalClause {
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
    throw fault(.invalidAlterTable)
  }

  // MARK: ADD and MODIFY

  private mutating func addAction(_ actions: inout [AlterTable.Action]) throws(SQLSyntaxError) {
    advance()
    if keyword == .partition { throw fault(.unimplemented, "ALTER TABLE ADD PARTITION") }
    if keyword == .supplemental, peek().keyword == .log {
      actions.append(.physical(try supplementalLog()))
      return
    }
    let isList = accept(.leftParenthesis)
    repeat {
      if startsTableConstraint {
        actions.append(.addConstraint(try tableConstraint()))
      } else {
        actions.append(.addColumn(try columnDefinition(isChange: false)))
      }
    } while isList && accept(.comma)
    if isList { try expectRight() }
  }

  private mutating func modifyAction(_ actions: inout [AlterTable.Action]) throws(SQLSyntaxError) {
    advance()
    if keyword == .partition || keyword == .nested || keyword == .lob {
      throw fault(.unimplemented, "this ALTER TABLE MODIFY")
    }
    if let reference = try constraintReference() {
      actions.append(.modifyConstraint(reference, try constraintState()))
      return
    }
    let isList = accept(.leftParenthesis)
    repeat { actions.append(.modifyColumn(try columnDefinition(isChange: true))) } while isList && accept(.comma)
    if isList { try expectRight() }
  }

  // MARK: DROP and RENAME

  private mutating func dropAction() throws(SQLSyntaxError) -> AlterTable.Action {
    advance()
    if keyword == .unused || keyword == .partition { throw fault(.unimplemented, "this ALTER TABLE DROP") }
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
