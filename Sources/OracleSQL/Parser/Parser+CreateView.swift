// CREATE VIEW and CREATE SYNONYM.
extension Parser {
  mutating func createView(orReplace: Bool) throws(SQLSyntaxError) -> CreateView {
    var clauses: [PhysicalClause] = []
    if isWord("EDITIONING") { clauses.append(try viewWord()) }
    let isForce = accept(.force)
    if !isForce, !accept(.noforce), accept(.no) { try expect(.force) }
    _ = accept(.editionable) || accept(.noneditionable)
    if isWord("EDITIONING") { clauses.append(try viewWord()) }
    try expect(.view)
    let condition = start
    let ifNotExists = try ifNotExists()
    if ifNotExists { note("CREATE VIEW IF NOT EXISTS", at: condition) }
    var view = CreateView(
      name: try objectName(), orReplace: orReplace, isForce: isForce, columns: [], query: .nothing,
      isReadOnly: false, hasCheckOption: false, ifNotExists: ifNotExists, clauses: clauses)
    while try viewClause(&view) {}
    if kind == .leftParenthesis { try viewColumns(&view) }
    while try viewClause(&view) {}
    try expect(.as)
    view.query = try query()
    try viewOption(&view)
    while try viewClause(&view) {}
    return view
  }

  private mutating func viewWord() throws(SQLSyntaxError) -> PhysicalClause {
    let begin = start
    note(foldedText(current.range), at: begin)
    let word = try anyWord().name
    return PhysicalClause(keyword: word, range: range(from: begin))
  }

  /// Reads the column list: names, each perhaps with constraints, and constraints beside them.
  private mutating func viewColumns(_ view: inout CreateView) throws(SQLSyntaxError) {
    advance()
    repeat {
      if startsTableConstraint {
        note("constraints of views", at: start)
        view.constraints.append(try tableConstraint())
        continue
      }
      let name = try identifier()
      view.columns.append(name)
      guard kind != .comma, kind != .rightParenthesis else { continue }
      let begin = start
      note("constraints of views", at: begin)
      var column = ColumnDefinition(
        name: name, type: nil, defaultValue: nil, identity: nil, virtualExpression: nil, isInvisible: false,
        constraints: [], range: name.range)
      while true {
        if try columnConstraint(&column) { continue }
        if accept(.visible) || accept(.invisible) || accept(.rely) { continue }
        guard acceptWord("ANNOTATIONS") else { break }
        try skipParentheses()
      }
      view.columnConstraints += column.constraints
      view.clauses.append(PhysicalClause(keyword: "COLUMN", range: range(from: begin)))
    } while accept(.comma)
    try expectRight()
  }

  private mutating func viewClause(_ view: inout CreateView) throws(SQLSyntaxError) -> Bool {
    let begin = start
    if let clause = try sharing() {
      view.clauses.append(clause)
      return true
    }
    let word = kind == .word ? foldedText(current.range) : ""
    switch word {
    case "OF" where view.objectType == nil:
      note("object views", at: begin)
      advance()
      view.objectType = try objectName(.invalidDatatype)
      if acceptWord("UNDER") { _ = try objectName() }
    case "WITH" where foldedText(peek().range) == "OBJECT":
      advance()
      advance()
      guard acceptWord("IDENTIFIER") || acceptWord("ID") || acceptWord("OID") else { throw fault(.missingKeyword) }
      if !accept(.default) { try skipParentheses() }
      view.clauses.append(PhysicalClause(keyword: "WITH OBJECT IDENTIFIER", range: range(from: begin)))
    case "BEQUEATH", "CONTAINER_MAP", "CONTAINERS_DEFAULT", "ANNOTATIONS":
      note(word, at: begin)
      advance()
      if kind == .leftParenthesis { try skipParentheses() } else if kind == .word, keyword != .as { advance() }
      view.clauses.append(PhysicalClause(keyword: word, range: range(from: begin)))
    case "DEFAULT" where peek().keyword == .collation:
      note("DEFAULT COLLATION", at: begin)
      advance()
      advance()
      _ = try identifier()
      view.clauses.append(PhysicalClause(keyword: "DEFAULT COLLATION", range: range(from: begin)))
    default: return false
    }
    return true
  }

  private mutating func viewOption(_ view: inout CreateView) throws(SQLSyntaxError) {
    guard accept(.with) else { return }
    if accept(.read) {
      try expect(.only)
      view.isReadOnly = true
    } else {
      try expect(.check)
      try expect(.option)
      view.hasCheckOption = true
    }
    if accept(.constraint) { view.optionName = try identifier() }
  }

  mutating func createSynonym(orReplace: Bool) throws(SQLSyntaxError) -> CreateSynonym {
    let isPublic = accept(.public)
    guard accept(.synonym) else { throw fault(.invalidCreate) }
    let condition = start
    let ifNotExists = try ifNotExists()
    if ifNotExists { note("CREATE SYNONYM IF NOT EXISTS", at: condition) }
    let name = try objectName(.invalidIdentifier)
    var clauses: [PhysicalClause] = []
    while let clause = try sharing() { clauses.append(clause) }
    try expect(.for)
    return CreateSynonym(
      name: name, orReplace: orReplace, isPublic: isPublic, target: try objectName(.invalidIdentifier),
      ifNotExists: ifNotExists, clauses: clauses)
  }
}
