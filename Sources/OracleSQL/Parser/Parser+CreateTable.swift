// CREATE TABLE: its columns and properties.
extension Parser {
  mutating func createTable() throws(SQLSyntaxError) -> CreateTable {
    var temporary: CreateTable.TemporaryRows?
    if accept(.global) {
      try expect(.temporary)
      temporary = .deleteOnCommit
    } else if keyword == .private {
      throw fault(.unimplemented, "private temporary tables")
    }
    try expect(.table)
    let ifNotExists = try ifNotExists()
    var table = CreateTable(
      name: try objectName(), temporary: temporary, ifNotExists: ifNotExists, columns: [], constraints: [],
      isIndexOrganized: false, physical: [], query: nil)
    if keyword == .of { throw fault(.unimplemented, "object tables (CREATE TABLE ... OF)") }
    let hasList = kind == .leftParenthesis
    if hasList { try relationalProperties(&table) }
    try tableProperties(&table)
    if accept(.as) { table.query = try query() }
    if !hasList, table.query == nil { throw fault(.missingLeftParenthesis) }
    return table
  }

  private mutating func relationalProperties(_ table: inout CreateTable) throws(SQLSyntaxError) {
    advance()
    repeat {
      if startsTableConstraint {
        table.constraints.append(try tableConstraint())
      } else if keyword == .supplemental, peek().keyword == .log {
        table.physical.append(try supplementalLog())
      } else {
        table.columns.append(try columnDefinition(isChange: false))
      }
    } while accept(.comma)
    try expectRight()
  }

  private mutating func tableProperties(_ table: inout CreateTable) throws(SQLSyntaxError) {
    while true {
      if keyword == .on, peek().keyword == .commit {
        let begin = start
        advance()
        advance()
        let preserves = keyword == .preserve
        guard accept(.preserve) || accept(.delete) else { throw fault(.missingKeyword) }
        try expect(.rows)
        guard table.temporary != nil else { throw fault(.invalidOption, at: begin) }
        table.temporary = preserves ? .preserveOnCommit : .deleteOnCommit
      } else if let clause = try tableClause() {
        if clause.keyword == "ORGANIZATION INDEX" { table.isIndexOrganized = true }
        table.physical.append(clause)
      } else {
        return
      }
    }
  }

  // MARK: Columns

  /// Reads a column; in ALTER TABLE MODIFY (`isChange`) the type may be missing.
  mutating func columnDefinition(isChange: Bool) throws(SQLSyntaxError) -> ColumnDefinition {
    let begin = start
    var column = ColumnDefinition(
      name: try identifier(), type: nil, defaultValue: nil, identity: nil, virtualExpression: nil,
      isInvisible: false, constraints: [], range: SourceRange(start: begin, end: begin))
    if startsColumnType { column.type = try dataType() }
    while true {
      if try columnProperty(&column) { continue }
      guard try columnConstraint(&column) else { break }
    }
    if column.type == nil, column.virtualExpression == nil, !isChange {
      let takesParentsType = column.constraints.contains { constraint in
        if case .references = constraint.kind { true } else { false }
      }
      guard takesParentsType else { throw fault(.datatypeRequired, at: column.name.range.end) }
    }
    column.range = range(from: begin)
    return column
  }

  /// Whether a type follows the name; most words that can't start one are listed, as type names are open.
  private var startsColumnType: Bool {
    switch keyword {
    case .generated, .constraint, .primary, .references, .invisible, .visible, .enable, .disable, .encrypt, .sort,
      .collate, .drop:
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
    case .invisible:
      advance()
      column.isInvisible = true
    case .visible:
      advance()
      column.isInvisible = false
    case .sort: advance()
    case .collate:
      advance()
      _ = try identifier()
    case .encrypt: throw fault(.unimplemented, "ENCRYPT")
    default: return false
    }
    return true
  }

  private mutating func columnDefault() throws(SQLSyntaxError) -> ColumnDefault {
    advance()
    let onNull = try onNull()
    return ColumnDefault(expression: try value(), onNull: onNull)
  }

  /// Reads `ON NULL [FOR INSERT ONLY | FOR INSERT AND UPDATE]`.
  private mutating func onNull() throws(SQLSyntaxError) -> Bool {
    guard accept(.on) else { return false }
    try expect(.null, .missingNull)
    if accept(.for) {
      try expect(.insert)
      if keyword == .and { throw fault(.unimplemented, "DEFAULT ON NULL FOR INSERT AND UPDATE") }
      try expect(.only)
    }
    return true
  }

  private mutating func generated(_ column: inout ColumnDefinition) throws(SQLSyntaxError) {
    var isAlways = true
    var nulls = false
    if accept(.generated), !accept(.always), accept(.by) {
      try expect(.default)
      isAlways = false
      nulls = try onNull()
    }
    try expect(.as)
    if accept(.identity) {
      guard column.identity == nil else { throw fault(.invalidOption) }
      column.identity = try identity(isAlways: isAlways, onNull: nulls)
      return
    }
    guard kind == .leftParenthesis, isAlways else { throw fault(.missingLeftParenthesis) }
    advance()
    column.virtualExpression = try value()
    try expectRight()
    if !accept(.virtual) { _ = accept(.materialized) }
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
