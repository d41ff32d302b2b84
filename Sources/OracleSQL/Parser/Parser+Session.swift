// ALTER SESSION, users, privileges, DROP.
extension Parser {
  mutating func alterSession() throws(SQLSyntaxError) -> AlterSession {
    advance()
    var session = AlterSession(settings: [])
    if keyword == .enable || keyword == .disable || keyword == .force {
      var words: [String] = []
      while kind == .word, words.count < 6 { words.append(try anyWord().name) }
      var value = ""
      if kind == .number { value = String(try integer()) }
      guard words.count > 1 else { throw fault(.invalidSessionOption) }
      session.settings.append((words.joined(separator: " "), value))
      return session
    }
    guard accept(.set) else { throw fault(.invalidSessionOption) }
    repeat {
      guard kind == .word || kind == .quotedIdentifier else { throw fault(.invalidSessionOption) }
      var name = try anyWord().name
      // The one setting whose name is three words.
      if name == "ROW", kind == .word { name += " " + (try anyWord().name) + " " + (try anyWord().name) }
      if name != "EVENTS" { try expect(.equal, .missingEqual) }
      session.settings.append((name, try settingValue()))
    } while kind == .word || kind == .quotedIdentifier
    return session
  }

  private mutating func settingValue() throws(SQLSyntaxError) -> String {
    if startsString { return try string().text }
    if kind == .number || kind == .minus { return try integerText() }
    guard kind == .word || kind == .quotedIdentifier else { throw fault(.invalidSessionOption) }
    var text = try anyWord().name
    while accept(.dot) { text += "." + (try anyWord().name) }
    return text
  }

  // MARK: Users

  mutating func userDefinition() throws(SQLSyntaxError) -> UserDefinition {
    advance()
    var user = UserDefinition(name: try identifier(.invalidUserName), password: nil, otherClauses: [])
    while kind != .end, kind != .semicolon {
      if accept(.identified) {
        user.password = try authentication()
      } else {
        user.otherClauses.append(try userClause())
      }
    }
    return user
  }

  private mutating func authentication() throws(SQLSyntaxError) -> String? {
    if accept(.externally) || accept(.globally) {
      if accept(.as) { _ = try string() }
      return nil
    }
    try expect(.by, .missingBy)
    if keyword == .values { throw fault(.unimplemented, "IDENTIFIED BY VALUES") }
    let password = try passwordText()
    if accept(.replace) { _ = try passwordText() }
    return password
  }

  /// A password keeps its case, quoted or not.
  private mutating func passwordText() throws(SQLSyntaxError) -> String {
    let range = current.range
    let isQuoted = kind == .quotedIdentifier
    guard kind == .word || isQuoted else { throw fault(.invalidPassword) }
    advance()
    return isQuoted ? text(range.start + 1, range.end - 1) : text(range.start, range.end)
  }

  private mutating func userClause() throws(SQLSyntaxError) -> PhysicalClause {
    let begin = start
    let word = keyword
    switch word {
    case .quota:
      advance()
      if !accept(.unlimited) {
        _ = try integer()
        if kind == .word, keyword != .on { advance() }
      }
      try expect(.on, .missingOn)
      _ = try identifier()
    case .default where peek().keyword == .role: try defaultRole()
    case .default, .temporary, .local:
      advance()
      if word == .local { try expect(.temporary) }
      guard accept(.tablespace) || accept(.collation) else { throw fault(.invalidOption) }
      _ = try identifier()
    case .profile:
      advance()
      if !accept(.default) { _ = try identifier() }
    case .password:
      advance()
      try expect(.expire)
    case .account:
      advance()
      guard accept(.lock) || accept(.unlock) else { throw fault(.missingKeyword) }
    case .container:
      advance()
      try expect(.equal, .missingEqual)
      guard accept(.current) || accept(.all) else { throw fault(.missingKeyword) }
    case .enable:
      advance()
      try expect(.editions)
    default: throw fault(.invalidOption)
    }
    return PhysicalClause(keyword: word.spelling, range: range(from: begin))
  }

  private mutating func defaultRole() throws(SQLSyntaxError) {
    advance()
    advance()
    if accept(.none) { return }
    if accept(.all) {
      guard accept(.except) else { return }
    }
    repeat { _ = try anyWord() } while accept(.comma)
  }

  // MARK: Privileges

  /// Reads what follows GRANT (`to` is TO) or REVOKE (`to` is FROM).
  mutating func privileges(to: Keyword, _ otherwise: SyntaxFault) throws(SQLSyntaxError) -> Privileges {
    advance()
    var result = Privileges(privileges: [], object: nil, grantees: [])
    repeat { result.privileges.append(try privilege(before: to)) } while accept(.comma)
    if accept(.on) {
      _ = accept(.directory)
      result.object = try objectName()
    }
    try expect(to, otherwise)
    repeat {
      guard kind == .quotedIdentifier || kind == .word, keyword == .public || startsIdentifier else {
        throw fault(.invalidUserName)
      }
      result.grantees.append(try anyWord())
    } while accept(.comma)
    while accept(.with) {
      guard accept(.admin) || accept(.grant) || acceptWord("HIERARCHY") else { throw fault(.missingKeyword) }
      try expect(.option)
    }
    if accept(.cascade) { try expect(.constraints) }
    return result
  }

  private mutating func privilege(before end: Keyword) throws(SQLSyntaxError) -> String {
    var words: [String] = []
    while keyword != end, keyword != .on, kind == .word || kind == .quotedIdentifier {
      words.append(try anyWord().name)
      if words.count > 6 { throw fault(.invalidPrivilege) }
    }
    if words.isEmpty { throw fault(.invalidPrivilege) }
    if kind == .leftParenthesis { try skipParentheses() }
    return words.joined(separator: " ")
  }

  // MARK: DROP

  mutating func drop() throws(SQLSyntaxError) -> Drop {
    advance()
    let kind = try dropKind()
    var ifExists = false
    if accept(.if) {
      try expect(.exists)
      ifExists = true
    }
    var drop = Drop(
      kind: kind, name: try objectName(kind == .table ? .invalidTableName : .invalidIdentifier), ifExists: ifExists,
      isCascade: false, isPurge: false)
    switch kind {
    case .table, .view, .materializedView:
      drop.isCascade = accept(.cascade)
      if drop.isCascade { try expect(.constraints) }
      if kind == .table { drop.isPurge = accept(.purge) }
    case .user: drop.isCascade = accept(.cascade)
    case .index:
      _ = accept(.online)
      _ = accept(.force)
    case .type, .synonym, .publicSynonym: _ = accept(.force) || accept(.validate)
    default: break
    }
    return drop
  }

  private mutating func dropKind() throws(SQLSyntaxError) -> Drop.Kind {
    let kind: Drop.Kind
    switch keyword {
    case .table: kind = .table
    case .view: kind = .view
    case .index: kind = .index
    case .sequence: kind = .sequence
    case .synonym: kind = .synonym
    case .user: kind = .user
    case .role: kind = .role
    case .procedure: kind = .procedure
    case .function: kind = .function
    case .package: kind = .package
    case .trigger: kind = .trigger
    case .type: kind = .type
    case .public where peek().keyword == .synonym:
      advance()
      kind = .publicSynonym
    case .materialized where peek().keyword == .view:
      advance()
      kind = .materializedView
    default: throw fault(.invalidDrop)
    }
    advance()
    if kind == .package || kind == .type { _ = accept(.body) }
    return kind
  }
}
