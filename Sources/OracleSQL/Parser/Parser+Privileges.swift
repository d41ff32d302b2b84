// GRANT and REVOKE.
extension Parser {
  /// Reads what follows GRANT (`to` is TO) or REVOKE (`to` is FROM).
  mutating func privileges(to: Keyword, _ otherwise: SyntaxFault) throws(SQLSyntaxError) -> Privileges {
    advance()
    var result = Privileges(privileges: [], object: nil, grantees: [])
    repeat {
      result.privileges.append(try privilege(before: to))
      result.columns.append(kind == .leftParenthesis ? try identifierList() : [])
    } while accept(.comma)
    if accept(.on) { try grantedObject(&result) }
    try expect(to, otherwise)
    repeat { result.grantees.append(try grantee()) } while accept(.comma)
    while try privilegeOption(&result) {}
    return result
  }

  private mutating func grantee() throws(SQLSyntaxError) -> Identifier {
    let begin = start
    if [.function, .procedure, .package].contains(keyword), canBeIdentifier(peek()) {
      note("privileges for code", at: begin)
      advance()
      let name = try objectName(.invalidUserName)
      return name.name
    }
    guard kind == .quotedIdentifier || kind == .word, keyword == .public || startsIdentifier else {
      throw fault(.invalidUserName)
    }
    return try anyWord()
  }

  private mutating func grantedObject(_ result: inout Privileges) throws(SQLSyntaxError) {
    let begin = start
    if keyword == .schema, canBeIdentifier(peek()) {
      note("privileges on a schema", at: begin)
      advance()
      result.objectKind = "SCHEMA"
      result.object = ObjectName(name: try identifier())
      return
    }
    if accept(.directory) {
      result.objectKind = "DIRECTORY"
    } else if accept(.user) {
      result.objectKind = "USER"
    } else if acceptWord("EDITION") {
      result.objectKind = "EDITION"
    } else if keyword == .java, canBeIdentifier(peek()) || peek().keyword == .resource {
      advance()
      result.objectKind = "JAVA " + (try anyWord().name)
    } else if acceptWord("MINING") {
      try expect(.model)
      result.objectKind = "MINING MODEL"
    } else if isWord("SQL"), foldedText(peek().range) == "TRANSLATION" {
      advance()
      advance()
      try expect(.profile)
      result.objectKind = "SQL TRANSLATION PROFILE"
    } else if isWord("PROPERTY"), foldedText(peek().range) == "GRAPH" {
      advance()
      advance()
      result.objectKind = "PROPERTY GRAPH"
    } else if isWord("MLE"), canBeIdentifier(peek()) {
      advance()
      advance()
      result.objectKind = "MLE"
    }
    if let kind = result.objectKind, kind != "DIRECTORY" { note("privileges on " + kind, at: begin) }
    result.object = try objectName()
  }

  private mutating func privilegeOption(_ result: inout Privileges) throws(SQLSyntaxError) -> Bool {
    let begin = start
    switch keyword {
    case .with:
      advance()
      if accept(.admin) {
        result.withAdminOption = true
      } else if accept(.grant) {
        result.withGrantOption = true
      } else if acceptWord("HIERARCHY") {
        result.withHierarchyOption = true
      } else if accept(.delete) || acceptWord("DELEGATE") {
        note("WITH DELEGATE OPTION", at: begin)
        result.clauses.append(PhysicalClause(keyword: "WITH DELEGATE OPTION", range: range(from: begin)))
      } else {
        throw fault(.missingKeyword)
      }
      try expect(.option)
    case .cascade:
      advance()
      try expect(.constraints)
      result.cascadesConstraints = true
    case .force:
      note("REVOKE ... FORCE", at: begin)
      advance()
      result.clauses.append(PhysicalClause(keyword: "FORCE", range: range(from: begin)))
    case .container:
      advance()
      try expect(.equal, .missingEqual)
      guard accept(.current) || accept(.all) else { throw fault(.missingKeyword) }
      result.clauses.append(PhysicalClause(keyword: "CONTAINER", range: range(from: begin)))
    case .identified:
      note("GRANT ... IDENTIFIED BY", at: begin)
      advance()
      try expect(.by, .missingBy)
      repeat {
        guard kind == .word || kind == .quotedIdentifier else { throw fault(.invalidPassword) }
        advance()
      } while accept(.comma)
      result.clauses.append(PhysicalClause(keyword: "IDENTIFIED", range: range(from: begin)))
    default: return false
    }
    return true
  }

  private mutating func privilege(before end: Keyword) throws(SQLSyntaxError) -> String {
    var words: [String] = []
    while keyword != end, keyword != .on, kind == .word || kind == .quotedIdentifier {
      words.append(try anyWord().name)
      if words.count > 6 { throw fault(.invalidPrivilege) }
    }
    if words.isEmpty { throw fault(.invalidPrivilege) }
    return words.joined(separator: " ")
  }
}
