// PL/SQL is recognised by its head and kept as text.
extension Parser {
  /// The first tokens of a statement, and whether they are those of a stored PL/SQL unit.
  static func head(of bytes: [UInt8]) throws(SQLSyntaxError) -> (isStoredUnit: Bool, tokens: [Token]) {
    var lexer = Lexer(bytes)
    let first = try lexer.next()
    guard first.keyword == .create else { return (false, []) }
    var tokens = [first]
    while tokens.count < 6 {
      let token = try lexer.next()
      tokens.append(token)
      switch token.keyword {
      case .or, .replace, .editionable, .noneditionable: continue
      case .procedure, .function, .package, .trigger, .type, .library:
        while tokens.count < 16, let next = try? lexer.next(), next.kind != .end { tokens.append(next) }
        return (true, tokens)
      default: return (false, [])
      }
    }
    return (false, [])
  }

  mutating func library(orReplace: Bool) throws(SQLSyntaxError) -> AdministrativeStatement {
    note("CREATE LIBRARY", at: start)
    advance()
    if accept(.if) {
      try expect(.not)
      try expect(.exists)
    }
    return AdministrativeStatement(
      verb: "CREATE", object: "LIBRARY", name: try objectName(.invalidIdentifier), orReplace: orReplace,
      clauses: try restAsClauses())
  }

  /// Takes an anonymous block as it is, with the binds in it; its last `;` belongs to it.
  mutating func anonymousBlock(_ unit: PLSQLUnit.Kind) throws(SQLSyntaxError) -> Statement.Kind {
    while kind != .end {
      if kind == .bind {
        _ = try bindVariable()
      } else {
        advance()
      }
    }
    return .plsql(PLSQLUnit(kind: unit, name: nil, orReplace: false))
  }

  /// Takes a stored unit behind `CREATE [OR REPLACE] [EDITIONABLE]`.
  mutating func storedUnit(orReplace: Bool) throws(SQLSyntaxError) -> Statement.Kind {
    let word = keyword
    if word == .library { return .administrative(try library(orReplace: orReplace)) }
    advance()
    let isBody = word != .procedure && accept(.body)
    let unit: PLSQLUnit.Kind
    switch word {
    case .procedure: unit = .procedure
    case .function: unit = .function
    case .package: unit = isBody ? .packageBody : .package
    case .trigger: unit = .trigger
    case .type: unit = isBody ? .typeBody : .type
    default: unit = .type
    }
    if accept(.if) {
      try expect(.not)
      try expect(.exists)
    }
    let name = try objectName(.invalidIdentifier)
    index = tokens.count - 1
    return .plsql(PLSQLUnit(kind: unit, name: name, orReplace: orReplace))
  }
}
