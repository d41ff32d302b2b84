// Declarations: of blocks, subprograms and packages.
extension Parser {
  /// Reads declarations up to BEGIN, END or a section of a compound trigger.
  mutating func declarations() throws(SQLSyntaxError) -> [Declaration] {
    var result: [Declaration] = []
    while !endsDeclarations {
      if accept(.semicolon) { continue }
      result.append(try declaration())
      try expect(.semicolon, .notProperlyEnded)
    }
    return result
  }

  private var endsDeclarations: Bool {
    switch keyword {
    case .begin, .end: return true
    case .before, .after: return peek().keyword == .each || foldedText(peek().range) == "STATEMENT"
    case .instead: return peek().keyword == .of
    default: return kind == .end
    }
  }

  private mutating func declaration() throws(SQLSyntaxError) -> Declaration {
    let begin = start
    let kind: Declaration.Kind
    switch keyword {
    case .procedure, .function:
      let isFunction = keyword == .function
      advance()
      kind = .subprogram(try subprogram(isFunction: isFunction, words: [], from: begin))
    case .cursor: kind = .cursor(try cursorDeclaration())
    case .pragma: kind = .pragma(try pragma())
    case .type where canBeIdentifier(peek()) && peek(2).keyword == .is: kind = .type(try typeDeclaration())
    case .subtype where canBeIdentifier(peek()) && peek(2).keyword == .is: kind = .type(try typeDeclaration())
    default:
      let name = try identifier()
      kind = accept(.exception) ? .exception(name) : .variable(try variable(name))
    }
    return Declaration(kind: kind, range: range(from: begin))
  }

  private mutating func variable(_ name: Identifier) throws(SQLSyntaxError) -> VariableDeclaration {
    let isConstant = accept(.constant)
    var type = try programType()
    if keyword == .not, peek().keyword == .null {
      advance()
      advance()
      type.isNotNull = true
    }
    let value = accept(.assign) || accept(.default) ? try anyExpression() : nil
    return VariableDeclaration(name: name, isConstant: isConstant, type: type, value: value)
  }

  private mutating func cursorDeclaration() throws(SQLSyntaxError) -> CursorDeclaration {
    advance()
    var cursor = CursorDeclaration(name: try identifier())
    if kind == .leftParenthesis { cursor.parameters = try parameters() }
    if accept(.return) { cursor.returnType = try programType() }
    if accept(.is) { cursor.query = try query() }
    return cursor
  }

  private mutating func typeDeclaration() throws(SQLSyntaxError) -> TypeDeclaration {
    let isSubtype = keyword == .subtype
    advance()
    let name = try identifier()
    try expect(.is)
    if isSubtype {
      var type = try programType()
      if accept(.range) {
        type.bounds.append(try additiveBound())
        try expect(.dotDot, .missingKeyword)
        type.bounds.append(try additiveBound())
      }
      if accept(.not) {
        try expect(.null, .missingNull)
        type.isNotNull = true
      }
      return TypeDeclaration(name: name, kind: .subtype(type))
    }
    if accept(.record) { return TypeDeclaration(name: name, kind: .record(try recordFields())) }
    if accept(.ref) {
      try expect(.cursor)
      return TypeDeclaration(name: name, kind: .refCursor(accept(.return) ? try programType() : nil))
    }
    if let collection = try collectionType() { return TypeDeclaration(name: name, kind: .collection(collection)) }
    throw fault(.invalidDatatype)
  }

  /// Reads a bound of a range, which ends before `..`.
  mutating func additiveBound() throws(SQLSyntaxError) -> Expression { try value() }

  /// Reads `PRAGMA name [(arguments)]`.
  mutating func pragma() throws(SQLSyntaxError) -> Pragma {
    let begin = start
    advance()
    let name = try anyWord().name
    var arguments: [FunctionCall.Argument] = []
    if accept(.leftParenthesis), kind != .rightParenthesis {
      repeat {
        // RESTRICT_REFERENCES takes DEFAULT as a name.
        if accept(.default) { continue }
        arguments.append(try argument())
      } while accept(.comma)
      try expectRight()
    } else if kind == .rightParenthesis {
      advance()
    }
    return Pragma(name: name, arguments: arguments, range: range(from: begin))
  }
}
