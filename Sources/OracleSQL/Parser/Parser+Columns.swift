// Columns: type, DEFAULT, identity, virtual expression, and what says nothing about values.
extension Parser {
  /// Reads a column; in ALTER TABLE MODIFY (`isChange`) the type may be missing.
  mutating func columnDefinition(isChange: Bool) throws(SQLSyntaxError) -> ColumnDefinition {
    let begin = start
    var column = ColumnDefinition(
      name: try identifier(), type: nil, defaultValue: nil, identity: nil, virtualExpression: nil,
      isInvisible: false, constraints: [], range: SourceRange(start: begin, end: begin))
    if startsColumnType, !isWord("ANNOTATIONS") { column.type = try dataType() }
    while true {
      if try columnProperty(&column) { continue }
      guard try columnConstraint(&column) else { break }
    }
    if column.type == nil, column.virtualExpression == nil, !isChange {
      let takesParentsType = column.constraints.contains { constraint in
        if case .references = constraint.kind { true } else { false }
      }
      if !takesParentsType { untyped = untyped ?? column.name.range.end }
    }
    column.range = range(from: begin)
    return column
  }

  /// Whether a type follows the name; most words that can't start one are listed, as type names are open.
  private var startsColumnType: Bool {
    switch keyword {
    case .generated, .constraint, .primary, .references, .invisible, .visible, .enable, .disable, .encrypt, .sort,
      .collate, .drop, .scope, .with, .validate:
      return false
    case .varchar2, .varchar, .char, .number, .decimal, .integer, .smallint, .float, .date, .raw, .long, .rowid:
      return true
    default: return startsIdentifier
    }
  }

  private mutating func columnProperty(_ column: inout ColumnDefinition) throws(SQLSyntaxError) -> Bool {
    switch keyword {
    case .default:
      guard column.defaultValue == nil else { throw fault(.invalidOption) }
      column.defaultValue = try columnDefault()
    case .generated, .as: try generated(&column)
    case .invisible, .visible:
      column.isInvisible = keyword == .invisible
      column.isVisibilityWritten = true
      advance()
    case .collate:
      advance()
      column.collation = try identifier()
    default:
      if keyword == .other && isWord("DOMAIN") {
        note("DOMAIN", at: start)
        advance()
        column.domain = try objectName(.invalidIdentifier)
        return true
      }
      guard let clause = try columnClause() else { return false }
      column.physical.append(clause)
    }
    return true
  }

  /// Reads a property of a column that says nothing about its values.
  private mutating func columnClause() throws(SQLSyntaxError) -> PhysicalClause? {
    let begin = start
    guard kind == .word else { return nil }
    switch keyword {
    case .sort:
      advance()
      return PhysicalClause(keyword: "SORT", range: range(from: begin))
    case .encrypt:
      note("ENCRYPT", at: begin)
      advance()
      try encryption()
      return PhysicalClause(keyword: "ENCRYPT", range: range(from: begin))
    case .scope where peek().keyword == .is:
      advance()
      advance()
      _ = try objectName()
      return PhysicalClause(keyword: "SCOPE", range: range(from: begin))
    case .with where peek().keyword == .rowid:
      advance()
      advance()
      return PhysicalClause(keyword: "WITH ROWID", range: range(from: begin))
    case .drop where peek().keyword == .identity || foldedText(peek().range) == "DOMAIN":
      note("DROP IDENTITY", at: begin)
      advance()
      advance()
      return PhysicalClause(keyword: "DROP IDENTITY", range: range(from: begin))
    case .is, .not:
      guard try substitutable() else { return nil }
      return PhysicalClause(keyword: "SUBSTITUTABLE", range: range(from: begin))
    case .other, .force, .range, .validate: break
    default: return nil
    }
    let word = foldedText(current.range)
    switch word {
    case "DECRYPT", "RESERVABLE", "SUBSTITUTABLE": advance()
    case "VALIDATE":
      advance()
      _ = accept(.cast)
      _ = accept(.using)
      _ = try string()
    case "ANNOTATIONS":
      advance()
      try skipParentheses()
    default: return nil
    }
    if word == "SUBSTITUTABLE" {
      while kind == .word, keyword == .at || keyword == .all || isWord("LEVELS") { advance() }
    }
    note(word, at: begin)
    return PhysicalClause(keyword: word, range: range(from: begin))
  }

  /// Reads what may follow ENCRYPT: `[USING 'algorithm'] [IDENTIFIED BY p] ['MAC'] [[NO] SALT]`.
  mutating func encryption() throws(SQLSyntaxError) {
    if accept(.using) { _ = try string() }
    if accept(.identified) {
      try expect(.by, .missingBy)
      _ = try anyWord()
    }
    if startsString { _ = try string() }
    if keyword == .no, foldedText(peek().range) == "SALT" { advance() }
    _ = acceptWord("SALT")
  }

  private mutating func columnDefault() throws(SQLSyntaxError) -> ColumnDefault {
    advance()
    let nulls = try onNull()
    return ColumnDefault(expression: try value(), onNull: nulls.written, onNullForUpdate: nulls.forUpdate)
  }

  /// Reads `ON NULL [FOR INSERT ONLY | FOR INSERT AND UPDATE]`.
  private mutating func onNull() throws(SQLSyntaxError) -> (written: Bool, forUpdate: Bool) {
    guard accept(.on) else { return (false, false) }
    try expect(.null, .missingNull)
    if accept(.for) {
      try expect(.insert)
      if accept(.and) {
        note("DEFAULT ON NULL FOR INSERT AND UPDATE", at: previousEnd - 3)
        try expect(.update)
        return (true, true)
      }
      try expect(.only)
    }
    return (true, false)
  }

  private mutating func generated(_ column: inout ColumnDefinition) throws(SQLSyntaxError) {
    var isAlways = true
    var nulls = false
    if accept(.generated), !accept(.always), accept(.by) {
      try expect(.default)
      isAlways = false
      nulls = try onNull().written
    }
    try expect(.as)
    if accept(.identity) {
      guard column.identity == nil else { throw fault(.invalidOption) }
      column.identity = try identity(isAlways: isAlways, onNull: nulls)
      return
    }
    if isAlways, accept(.row) {
      // Temporal validity: GENERATED ALWAYS AS ROW START and ROW END.
      note("GENERATED AS ROW START or END", at: start)
      let begin = start
      guard accept(.start) || accept(Keyword.end) else { throw fault(.missingKeyword) }
      column.physical.append(PhysicalClause(keyword: "GENERATED ROW", range: range(from: begin)))
      return
    }
    guard kind == .leftParenthesis, isAlways else { throw fault(.missingLeftParenthesis) }
    advance()
    column.virtualExpression = try virtualValue()
    try expectRight()
    if !accept(.virtual), accept(.materialized) { column.isMaterialized = true }
    guard acceptWord("EVALUATE") || keyword == .unusable else { return }
    let begin = previousEnd
    note("EVALUATE USING", at: begin)
    while kind == .word,
      keyword == .using || keyword == .current || keyword == .unusable || isWord("EDITION")
        || keyword == .null || isWord("BEFORE") || keyword == .with || isWord("BEGINNING")
    { advance() }
    column.physical.append(PhysicalClause(keyword: "EVALUATE", range: range(from: begin)))
  }

  /// Reads a virtual column's expression, which may be a condition in 23ai.
  private mutating func virtualValue() throws(SQLSyntaxError) -> Expression {
    let begin = start
    let result = try anyExpression()
    if result.isPureCondition { note("conditions as virtual columns", at: begin) }
    return result
  }

  private mutating func identity(isAlways: Bool, onNull: Bool) throws(SQLSyntaxError) -> IdentityDefinition {
    var identity = IdentityDefinition(
      isAlways: isAlways, onNull: onNull, startWithLimitValue: false, options: SequenceOptions())
    let isParenthesized = accept(.leftParenthesis)
    if keyword == .start, peek(2).keyword == .limit {
      advance()
      try expect(.with, .missingWith)
      advance()
      try expect(.value)
      identity.startWithLimitValue = true
    }
    identity.options = try sequenceOptions()
    if isParenthesized { try expectRight() }
    return identity
  }
}
