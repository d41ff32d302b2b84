// Statements about the database: recognised by their words, their clauses kept as text.
extension Parser {
  /// What CREATE, ALTER and DROP of the database's own objects name, in one to three words.
  private static let objects: [[String]] = [
    ["TABLESPACE", "SET"], ["TABLESPACE"], ["PLUGGABLE", "DATABASE"], ["DATABASE", "LINK"], ["DATABASE", "DICTIONARY"],
    ["DATABASE"], ["SYSTEM"], ["PROFILE"], ["LOCKDOWN", "PROFILE"], ["AUDIT", "POLICY"], ["DISKGROUP"],
    ["ROLLBACK", "SEGMENT"], ["RESTORE", "POINT"], ["CONTROLFILE"], ["PFILE"], ["SPFILE"], ["EDITION"],
    ["FLASHBACK", "ARCHIVE"], ["OUTLINE"], ["RESOURCE", "COST"], ["DIMENSION"], ["ATTRIBUTE", "DIMENSION"],
    ["HIERARCHY"], ["ANALYTIC", "VIEW"], ["DOMAIN"], ["OPERATOR"], ["INDEXTYPE"], ["LIBRARY"],
    ["MATERIALIZED", "ZONEMAP"],
    ["INMEMORY", "JOIN", "GROUP"], ["PROPERTY", "GRAPH"], ["VECTOR", "INDEX"], ["MLE", "ENV"], ["MLE", "MODULE"],
    ["LOGICAL", "PARTITION", "TRACKING"], ["PMEM", "FILESTORE"], ["TRUE", "CACHE"], ["CLUSTER"], ["ROLE"],
    ["SCHEMA"], ["SYNONYM"], ["PROCEDURE"], ["JAVA", "SOURCE"], ["JAVA", "CLASS"], ["JAVA", "RESOURCE"],
    ["MATERIALIZED", "VIEW", "LOG", "ON"], ["MATERIALIZED", "VIEW"], ["DIRECTORY"], ["CONTEXT"], ["VIEW"], ["USER"],
  ]

  /// Words before those that say more about them.
  private static let modifiers: Set<String> = [
    "BIGFILE", "SMALLFILE", "TEMPORARY", "UNDO", "LOCAL", "PUBLIC", "SHARED", "PRIVATE", "MANDATORY", "CLEAN",
    "FLEXIBLE", "USECASE", "MULTI", "EDITIONABLE", "NONEDITIONABLE", "FORCE", "NOFORCE", "AND", "RESOLVE", "COMPILE",
  ]

  /// Reads ALTER, CREATE or DROP of an object of the database, from behind its first words on; nil when it's none.
  mutating func administrativeObject(
    _ verb: String, orReplace: Bool = false
  ) throws(SQLSyntaxError) -> AdministrativeStatement? {
    let place = index
    var words: [String] = []
    while kind == .word, words.count < 4, let word = Optional(foldedText(current.range)), Self.modifiers.contains(word)
    {
      words.append(word)
      advance()
    }
    guard let object = Self.objects.first(where: { startsWords($0) }) else {
      index = place
      return nil
    }
    for _ in object { advance() }
    note(([verb] + words + object).joined(separator: " "), at: tokens[place].range.start)
    var statement = AdministrativeStatement(
      verb: verb, object: (words + object).joined(separator: " "), orReplace: orReplace, clauses: [])
    if keyword == .if {
      let begin = start
      advance()
      _ = accept(.not)
      try expect(.exists)
      statement.clauses.append(PhysicalClause(keyword: "IF EXISTS", range: range(from: begin)))
    }
    let hasName = object != ["SYSTEM"] && object != ["DATABASE"] && object != ["RESOURCE", "COST"]
    if hasName, startsIdentifier { statement.name = try? dottedName() }
    statement.clauses += try restAsClauses()
    return statement
  }

  private func startsWords(_ words: [String]) -> Bool {
    for (distance, word) in words.enumerated() {
      let token = peek(distance)
      guard token.kind == .word, token.range.end - token.range.start == word.utf8.count,
        foldedText(token.range) == word
      else { return false }
    }
    return true
  }

  private mutating func dottedName() throws(SQLSyntaxError) -> ObjectName {
    var name = ObjectName(name: try identifier())
    while accept(.dot) {
      name.schema = name.name
      name.name = try anyWord()
    }
    return name
  }

  /// Keeps all up to the end of the text as one clause, once its parentheses are known to be closed.
  mutating func restAsClauses() throws(SQLSyntaxError) -> [PhysicalClause] {
    guard kind != .end else { return [] }
    let begin = start
    let word = kind == .word ? foldedText(current.range) : ""
    while kind != .end, kind != .semicolon {
      if kind == .leftParenthesis {
        try skipParentheses()
      } else if kind == .rightParenthesis {
        throw fault(.notProperlyEnded)
      } else {
        advance()
      }
    }
    return [PhysicalClause(keyword: word, range: range(from: begin))]
  }

  // MARK: Verbs

  /// Reads FLASHBACK, AUDIT or NOAUDIT.
  mutating func administrativeStatement() throws(SQLSyntaxError) -> AdministrativeStatement {
    let begin = start
    let verb = try anyWord().name
    guard kind != .end else { throw fault(.missingKeyword) }
    note(verb, at: begin)
    return AdministrativeStatement(verb: verb, object: "", orReplace: false, clauses: try restAsClauses())
  }

  /// Reads a statement by its first words, which are no keywords; nil when it's none of them.
  mutating func administrativeWord() throws(SQLSyntaxError) -> AdministrativeStatement? {
    let verbs = ["ADMINISTER", "ANALYZE", "PURGE", "ASSOCIATE", "DISASSOCIATE"]
    guard let verb = verbs.first(where: { isWord($0) }) else { return nil }
    let objects: Set<String> = [
      "KEY", "TABLE", "INDEX", "CLUSTER", "RECYCLEBIN", "DBA_RECYCLEBIN", "TABLESPACE", "STATISTICS",
    ]
    guard peek().kind == .word, objects.contains(foldedText(peek().range)) else { return nil }
    note(verb, at: start)
    advance()
    return AdministrativeStatement(verb: verb, object: "", orReplace: false, clauses: try restAsClauses())
  }

  /// Reads SET ROLE behind SET.
  mutating func setRole() throws(SQLSyntaxError) -> AdministrativeStatement {
    note("SET ROLE", at: start)
    advance()
    guard kind != .end else { throw fault(.missingKeyword) }
    return AdministrativeStatement(verb: "SET", object: "ROLE", orReplace: false, clauses: try restAsClauses())
  }

  mutating func explainPlan() throws(SQLSyntaxError) -> ExplainPlan {
    note("EXPLAIN PLAN", at: start)
    advance()
    guard acceptWord("PLAN") else { throw fault(.missingKeyword) }
    var identification: String?
    if accept(.set) {
      guard acceptWord("STATEMENT_ID") else { throw fault(.missingKeyword) }
      try expect(.equal, .missingEqual)
      identification = try string().text
    }
    let table = accept(.into) ? try objectName() : nil
    try expect(.for)
    try enter()
    let begin = start
    let kind = try statementKind()
    leave()
    return ExplainPlan(
      statementID: identification, table: table,
      statement: Statement(kind: kind, binds: binds, range: range(from: begin)))
  }
}
