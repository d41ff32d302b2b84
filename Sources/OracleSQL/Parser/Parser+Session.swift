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
      } else if accept(.grant) {
        try expect(.connect)
        guard try anyWord().name == "THROUGH" else { throw fault(.missingKeyword) }
        user.proxies.append(try identifier())
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
    let begin = start
    if accept(.values) {
      note("IDENTIFIED BY VALUES", at: begin)
      _ = try string()
      return nil
    }
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
}
