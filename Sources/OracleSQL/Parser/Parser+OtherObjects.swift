// CREATE of directories, database links, contexts and clusters.
extension Parser {
  mutating func createDirectory(orReplace: Bool) throws(SQLSyntaxError) -> CreateDirectory {
    note("CREATE DIRECTORY", at: start)
    advance()
    _ = try ifNotExists()
    let name = try identifier()
    var clauses: [PhysicalClause] = []
    if let clause = try sharing() { clauses.append(clause) }
    try expect(.as)
    return CreateDirectory(name: name, orReplace: orReplace, path: try string().text, clauses: clauses)
  }

  /// Reads `SHARING = METADATA` and its kin.
  mutating func sharing() throws(SQLSyntaxError) -> PhysicalClause? {
    guard keyword == .sharing, peek().kind == .equal else { return nil }
    let begin = start
    advance()
    advance()
    _ = try anyWord()
    if acceptWord("DATA") || accept(.data) {}
    return PhysicalClause(keyword: "SHARING", range: range(from: begin))
  }

  /// Whether `[SHARED] [PUBLIC] DATABASE LINK` comes next.
  var startsDatabaseLink: Bool {
    var distance = 0
    if isWord("SHARED") { distance += 1 }
    if peek(distance).keyword == .public { distance += 1 }
    return peek(distance).keyword == .database && peek(distance + 1).keyword == .link
  }

  mutating func createDatabaseLink() throws(SQLSyntaxError) -> CreateDatabaseLink {
    note("CREATE DATABASE LINK", at: start)
    let isShared = acceptWord("SHARED")
    let isPublic = accept(.public)
    advance()
    advance()
    _ = try ifNotExists()
    let begin = start
    var name = try identifier(.databaseLinkExpected).name
    while accept(.dot) { name += "." + (try anyWord().name) }
    if accept(Token.Kind.at) { name += "@" + (try anyWord().name) }
    var link = CreateDatabaseLink(
      name: name, nameRange: range(from: begin), isPublic: isPublic, isShared: isShared)
    while true {
      if accept(.connect) {
        try expect(.to, .missingTo)
        if acceptWord("CURRENT_USER") { continue }
        link.user = try anyWord()
        try linkPassword()
      } else if acceptWord("AUTHENTICATED") {
        try expect(.by, .missingBy)
        _ = try identifier()
        try linkPassword()
      } else if accept(.using) {
        link.connectString = try string().text
      } else {
        return link
      }
    }
  }

  private mutating func linkPassword() throws(SQLSyntaxError) {
    try expect(.identified)
    try expect(.by, .missingBy)
    if accept(.values) {
      _ = try string()
      return
    }
    guard kind == .word || kind == .quotedIdentifier else { throw fault(.invalidPassword) }
    advance()
  }

  mutating func createContext(orReplace: Bool) throws(SQLSyntaxError) -> CreateContext {
    note("CREATE CONTEXT", at: start)
    advance()
    _ = try ifNotExists()
    let name = try identifier()
    try expect(.using)
    var context = CreateContext(name: name, orReplace: orReplace, package: try objectName(.invalidIdentifier))
    while let clause = try contextClause() { context.clauses.append(clause) }
    return context
  }

  private mutating func contextClause() throws(SQLSyntaxError) -> PhysicalClause? {
    if let clause = try sharing() { return clause }
    let begin = start
    if acceptWord("INITIALIZED") {
      guard accept(.externally) || accept(.globally) else { throw fault(.missingKeyword) }
      return PhysicalClause(keyword: "INITIALIZED", range: range(from: begin))
    }
    guard acceptWord("ACCESSED") else { return nil }
    guard accept(.globally) else { throw fault(.missingKeyword) }
    return PhysicalClause(keyword: "ACCESSED", range: range(from: begin))
  }

  mutating func createCluster() throws(SQLSyntaxError) -> CreateCluster {
    note("CREATE CLUSTER", at: start)
    advance()
    _ = try ifNotExists()
    var cluster = CreateCluster(name: try objectName(.invalidIdentifier), columns: [], physical: [])
    try expectLeft()
    repeat { cluster.columns.append(try columnDefinition(isChange: false)) } while accept(.comma)
    try expectRight()
    try requireTypes(isQuery: false)
    while let clause = try clusterClause() { cluster.physical.append(clause) }
    return cluster
  }

  private mutating func clusterClause() throws(SQLSyntaxError) -> PhysicalClause? {
    if let clause = try tableClause() { return clause }
    let begin = start
    let word = kind == .word ? foldedText(current.range) : ""
    switch word {
    case "SIZE", "HASHKEYS":
      advance()
      _ = try sizeText()
    case "INDEX": advance()
    case "SINGLE":
      advance()
      try expect(.table)
    case "HASH":
      advance()
      try expect(.is)
      _ = try value()
    case "SHARING": return try sharing()
    default: return nil
    }
    return PhysicalClause(keyword: word, range: range(from: begin))
  }

  /// Reads a number with a unit behind it, such as `32M`.
  mutating func sizeText() throws(SQLSyntaxError) -> String {
    let begin = start
    guard kind == .number else { throw fault(.integerRequired) }
    advance()
    if kind == .word, current.range.start == previousEnd || current.range.end - current.range.start == 1 { advance() }
    return text(begin, previousEnd)
  }
}
