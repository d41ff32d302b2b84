// Constraints, inline and out of line, and their states.
extension Parser {
  /// Whether an out-of-line constraint, not a column, comes next.
  var startsTableConstraint: Bool {
    let next = peek()
    switch keyword {
    case .constraint: return true
    case .primary, .foreign: return next.keyword == .key
    case .unique, .check: return next.kind == .leftParenthesis
    default: return false
    }
  }

  mutating func tableConstraint() throws(SQLSyntaxError) -> TableConstraint {
    let begin = start
    let name = accept(.constraint) ? try identifier() : nil
    let kind: TableConstraint.Kind
    switch keyword {
    case .primary:
      advance()
      try expect(.key)
      kind = .primaryKey(try identifierList())
    case .unique:
      advance()
      kind = .unique(try identifierList())
    case .check:
      let (condition, range) = try checkCondition()
      kind = .check(condition, conditionRange: range)
    case .foreign:
      advance()
      try expect(.key)
      let columns = try identifierList()
      kind = .foreignKey(columns: columns, try foreignKeyTarget())
    default: throw fault(.missingKeyword)
    }
    let state = try constraintState()
    return TableConstraint(name: name, kind: kind, state: state, range: range(from: begin))
  }

  /// Reads an inline constraint into the column; false when none is next.
  mutating func columnConstraint(_ column: inout ColumnDefinition) throws(SQLSyntaxError) -> Bool {
    let begin = start
    let name = accept(.constraint) ? try identifier() : nil
    let kind: ColumnConstraint.Kind
    switch keyword {
    case .not:
      advance()
      try expect(.null, .missingNull)
      kind = .notNull
    case .null:
      advance()
      kind = .null
    case .primary:
      advance()
      try expect(.key)
      kind = .primaryKey
    case .unique:
      advance()
      kind = .unique
    case .check:
      let (condition, range) = try checkCondition()
      kind = .check(condition, conditionRange: range)
    case .references: kind = .references(try foreignKeyTarget())
    default:
      if name != nil { throw fault(.missingKeyword) }
      return false
    }
    let state = try constraintState()
    column.constraints.append(ColumnConstraint(name: name, kind: kind, state: state, range: range(from: begin)))
    return true
  }

  private mutating func checkCondition() throws(SQLSyntaxError) -> (Expression, SourceRange) {
    advance()
    let opening = current.range
    try expectLeft()
    let condition = try condition()
    let closing = current.range
    try expectRight()
    return (condition, SourceRange(start: opening.end, end: closing.start))
  }

  private mutating func foreignKeyTarget() throws(SQLSyntaxError) -> ForeignKeyTarget {
    try expect(.references)
    var target = ForeignKeyTarget(table: try objectName(), columns: [], onDelete: .noAction)
    if kind == .leftParenthesis { target.columns = try identifierList() }
    if keyword == .on, peek().keyword == .delete {
      advance()
      advance()
      if accept(.cascade) {
        target.onDelete = .cascade
      } else if accept(.set) {
        try expect(.null, .missingNull)
        target.onDelete = .setNull
      } else {
        throw fault(.missingKeyword)
      }
    }
    return target
  }

  // MARK: States

  mutating func constraintState() throws(SQLSyntaxError) -> ConstraintState {
    var state = ConstraintState()
    while true {
      if try constraintFlag(&state) { continue }
      guard try usingIndex(&state) else { return state }
    }
  }

  private mutating func constraintFlag(_ state: inout ConstraintState) throws(SQLSyntaxError) -> Bool {
    switch keyword {
    case .not where peek().keyword == .deferrable:
      advance()
      state.isDeferrable = false
    case .deferrable: state.isDeferrable = true
    case .initially:
      advance()
      guard keyword == .deferred || keyword == .immediate else { throw fault(.missingKeyword) }
      state.isInitiallyDeferred = keyword == .deferred
    case .enable where peek().keyword != .row: state.isEnabled = true
    case .disable where peek().keyword != .row: state.isEnabled = false
    case .validate: state.isValidated = true
    case .novalidate: state.isValidated = false
    case .rely: state.isRely = true
    case .norely: state.isRely = false
    default: return false
    }
    advance()
    return true
  }

  private mutating func usingIndex(_ state: inout ConstraintState) throws(SQLSyntaxError) -> Bool {
    let begin = start
    if keyword == .exceptions, peek().keyword == .into {
      note("EXCEPTIONS INTO", at: begin)
      advance()
      advance()
      _ = try objectName()
      state.clauses.append(PhysicalClause(keyword: "EXCEPTIONS INTO", range: range(from: begin)))
      return true
    }
    if isWord("PRECHECK") || isWord("NOPRECHECK") {
      note("PRECHECK", at: begin)
      let word = try anyWord().name
      state.clauses.append(PhysicalClause(keyword: word, range: range(from: begin)))
      return true
    }
    guard accept(.using, .index) else { return false }
    if kind == .leftParenthesis, peek().keyword == .create {
      advance()
      advance()
      state.usingIndex = .created(try createIndex())
      try expectRight()
      return true
    }
    var clauses: [PhysicalClause] = []
    while let clause = try indexClause() { clauses.append(clause) }
    if clauses.isEmpty, startsIdentifier, !Self.followsUsingIndex(keyword) {
      state.usingIndex = .named(try objectName(.invalidIndexName))
    } else {
      state.usingIndex = .automatic(clauses)
    }
    return true
  }

  private static func followsUsingIndex(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .enable, .disable, .novalidate, .rely, .norely, .deferrable, .initially, .constraint, .references, .primary,
      .cascade, .keep:
      true
    default: false
    }
  }
}
