// CREATE TABLE: its columns and properties.
extension Parser {
  mutating func createTable() throws(SQLSyntaxError) -> CreateTable {
    var temporary: CreateTable.TemporaryRows?
    let begin = start
    let isPrivate = keyword == .private
    if accept(.global) {
      try expect(.temporary)
      temporary = .deleteOnCommit
    } else if accept(.private) {
      note("private temporary tables", at: begin)
      try expect(.temporary)
      temporary = .deleteOnCommit
    }
    let forms = try tableForms()
    try expect(.table)
    let ifNotExists = try ifNotExists()
    var table = CreateTable(
      name: try objectName(), temporary: temporary, ifNotExists: ifNotExists, columns: [], constraints: [],
      isIndexOrganized: false, physical: [], query: nil, isPrivate: isPrivate, forms: forms)
    if let clause = try sharing() { table.clauses.append(clause) }
    if keyword == .of {
      note("object tables (CREATE TABLE ... OF)", at: start)
      advance()
      table.objectType = try objectName(.invalidDatatype)
      if try substitutable() {
        table.clauses.append(PhysicalClause(keyword: "SUBSTITUTABLE", range: range(from: begin)))
      }
    }
    let hasList = kind == .leftParenthesis
    if hasList { try relationalProperties(&table) }
    try tableProperties(&table)
    if accept(.as) { table.query = try query() }
    try requireTypes(isQuery: table.query != nil)
    if keyword == .for, kind != .end { table.clauses.append(try trailingClause("FOR")) }
    if !hasList, table.query == nil, table.objectType == nil, !forms.contains("JSON COLLECTION"),
      !table.clauses.contains(where: { $0.keyword == "FOR" })
    {
      throw fault(.missingLeftParenthesis)
    }
    return table
  }

  /// Refuses columns without a type, unless a query gives them theirs.
  mutating func requireTypes(isQuery: Bool) throws(SQLSyntaxError) {
    guard let place = untyped else { return }
    untyped = nil
    if !isQuery { throw fault(.datatypeRequired, at: place) }
    note("columns without a type before AS", at: place)
  }

  /// Reads SHARDED, IMMUTABLE, BLOCKCHAIN, DUPLICATED and JSON COLLECTION before TABLE.
  private mutating func tableForms() throws(SQLSyntaxError) -> [String] {
    var forms: [String] = []
    while keyword != .table {
      let begin = start
      if accept(.json) {
        guard acceptWord("COLLECTION") else { throw fault(.missingKeyword) }
        forms.append("JSON COLLECTION")
      } else {
        guard [.sharded, .immutable, .blockchain, .duplicated].contains(keyword) else { throw fault(.missingKeyword) }
        forms.append(try anyWord().name)
      }
      note("CREATE " + forms[forms.count - 1], at: begin)
    }
    return forms
  }

  /// Reads FOR EXCHANGE WITH TABLE or FOR STAGING.
  private mutating func trailingClause(_ word: String) throws(SQLSyntaxError) -> PhysicalClause {
    let begin = start
    note("CREATE TABLE ... FOR", at: begin)
    advance()
    if acceptWord("EXCHANGE") {
      try expect(.with)
      try expect(.table)
      _ = try objectName()
    } else {
      guard acceptWord("STAGING") else { throw fault(.missingKeyword) }
    }
    return PhysicalClause(keyword: word, range: range(from: begin))
  }

  /// Reads `[NOT] SUBSTITUTABLE AT ALL LEVELS` or `IS OF TYPE (ONLY type)`.
  mutating func substitutable() throws(SQLSyntaxError) -> Bool {
    if keyword == .not, foldedText(peek().range) == "SUBSTITUTABLE" { advance() }
    if acceptWord("SUBSTITUTABLE") {
      try expect(Keyword.at)
      try expect(.all)
      guard acceptWord("LEVELS") else { throw fault(.missingKeyword) }
      return true
    }
    guard keyword == .is, peek().keyword == .of else { return false }
    advance()
    advance()
    _ = accept(.type)
    try skipParentheses()
    return true
  }

  private mutating func relationalProperties(_ table: inout CreateTable) throws(SQLSyntaxError) {
    advance()
    repeat {
      if startsTableConstraint {
        table.constraints.append(try tableConstraint())
      } else if keyword == .supplemental, peek().keyword == .log {
        table.physical.append(try supplementalLog())
      } else if startsTableElement {
        table.clauses.append(try tableElement())
      } else {
        table.columns.append(try columnDefinition(isChange: table.objectType != nil || table.query != nil))
      }
    } while accept(.comma)
    try expectRight()
  }

  /// Whether one of `tableElement` comes next, not a column called `scope`, `ref`, `period` or `domain`.
  var startsTableElement: Bool {
    switch keyword {
    case .scope, .period: peek().keyword == .for
    case .ref: peek().kind == .leftParenthesis
    case .other:
      isWord("DOMAIN") && peek().keyword == .other && peek(2).kind == .leftParenthesis && canBeIdentifier(peek(3))
        && peek(4).kind != .word
    default: false
    }
  }

  /// Reads SCOPE FOR, REF (column) WITH ROWID, DOMAIN d(columns) or PERIOD FOR among the columns.
  private mutating func tableElement() throws(SQLSyntaxError) -> PhysicalClause {
    let begin = start
    let word = try anyWord().name
    note(word + " among columns", at: begin)
    if word == "PERIOD" {
      try expect(.for)
      _ = try identifier()
      if kind == .leftParenthesis { try skipParentheses() }
    } else {
      _ = accept(.for)
      if word == "DOMAIN" { _ = try objectName() }
      try skipParentheses()
      if accept(.is) { _ = try objectName() }
      if accept(.with) { try expect(.rowid) }
    }
    return PhysicalClause(keyword: word, range: range(from: begin))
  }

  private mutating func tableProperties(_ table: inout CreateTable) throws(SQLSyntaxError) {
    while true {
      if keyword == .on, peek().keyword == .commit {
        let begin = start
        advance()
        advance()
        let preserves = keyword == .preserve
        guard accept(.preserve) || accept(.delete) || table.isPrivate && accept(.drop) else {
          throw fault(.missingKeyword)
        }
        if table.isPrivate, acceptWord("DEFINITION") {
          table.preservesDefinition = preserves
          if preserves { table.temporary = .preserveOnCommit }
          continue
        }
        try expect(.rows)
        guard table.temporary != nil else { throw fault(.invalidOption, at: begin) }
        table.temporary = preserves ? .preserveOnCommit : .deleteOnCommit
      } else if keyword == .partition || isWord("PARTITIONSET") {
        table.partitioning = try partitioning()
      } else if keyword == .organization, peek().keyword == .external || keyword == .external {
        advance()
        table.external = try externalTable(from: start)
      } else if keyword == .external, peek().keyword == .partition {
        advance()
        advance()
        guard acceptWord("ATTRIBUTES") || accept(.attributes) else { throw fault(.missingKeyword) }
        table.external = try externalTable(from: start)
      } else if let clause = try tableClause() {
        if clause.keyword == "ORGANIZATION INDEX" { table.isIndexOrganized = true }
        table.physical.append(clause)
      } else if let clause = try rareProperty() {
        table.clauses.append(clause)
      } else {
        return
      }
    }
  }

  /// Reads properties that few tables have: words, each perhaps with a list behind it.
  private mutating func rareProperty() throws(SQLSyntaxError) -> PhysicalClause? {
    guard kind == .word else { return nil }
    let begin = start
    let word = foldedText(current.range)
    switch word {
    case "ANNOTATIONS", "OIDINDEX", "HASHING":
      advance()
      if word == "OIDINDEX", startsIdentifier { advance() }
      if word == "HASHING" {
        try expect(.using)
        _ = try string()
      }
      if kind == .leftParenthesis { try skipParentheses() }
    case "OBJECT" where foldedText(peek().range) == "IDENTIFIER":
      advance()
      advance()
      try expect(.is)
      if accept(.system) {
        guard acceptWord("GENERATED") else { throw fault(.missingKeyword) }
      } else {
        try expect(.primary)
        try expect(.key)
      }
    case "PARENT", "MEMOPTIMIZE", "VERSION", "STAGING":
      advance()
      while kind == .word, keyword != .as, keyword != .partition, keyword != .tablespace { advance() }
      if kind == .string { advance() }
    case "NO" where peek().keyword == .drop || peek().keyword == .delete || foldedText(peek().range) == "INMEMORY":
      // NO DROP UNTIL n DAYS IDLE and NO DELETE UNTIL n DAYS AFTER INSERT of blockchain tables.
      advance()
      advance()
      while kind == .number || isWord("UNTIL") || isWord("DAYS") || isWord("IDLE") || isWord("AFTER")
        || isWord("LOCKED")
        || keyword == .insert
      { advance() }
    case "ILM", "ROWARCHIVAL", "CLUSTERING", "LOGICAL":
      advance()
      while kind == .word, keyword != .as, keyword != .partition { advance() }
    case "ROW" where peek().keyword == .archive || foldedText(peek().range) == "ARCHIVAL":
      advance()
      advance()
    default: return nil
    }
    note(word, at: begin)
    return PhysicalClause(keyword: word, range: range(from: begin))
  }
}
