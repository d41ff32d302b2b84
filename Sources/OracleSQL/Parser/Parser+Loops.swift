// LOOP, WHILE, FOR and FORALL.
extension Parser {
  mutating func loop() throws(SQLSyntaxError) -> Loop {
    let control = try loopControl()
    try expect(.loop)
    let statements = try statements()
    try expect(.end)
    try expect(.loop)
    return Loop(control: control, statements: statements, endLabel: startsIdentifier ? try identifier() : nil)
  }

  private mutating func loopControl() throws(SQLSyntaxError) -> Loop.Control {
    if accept(.while) { return .condition(try anyExpression()) }
    guard accept(.for) else { return .forever }
    let name = try identifier()
    let type = keyword == .in || kind == .comma ? nil : try loopVariableType()
    if kind == .comma { return try otherIteration(name) }
    try expect(.in)
    if accept(.reverse) { return try loopRange(name, type, isReverse: true) }
    // A query in parentheses that LOOP follows; a scalar one may start a range.
    if kind == .leftParenthesis, startsQuery(at: index + 1, inParentheses: true), let end = closing(of: index),
      tokens[min(end + 1, tokens.count - 1)].keyword == .loop
    {
      advance()
      let query = try query()
      try expectRight()
      return .query(name, query)
    }
    if isWord("VALUES") || isWord("INDICES") || isWord("PAIRS") || isWord("REPEAT") { return try otherIteration(name) }
    return try loopRange(name, type, isReverse: false)
  }

  private mutating func loopVariableType() throws(SQLSyntaxError) -> ProgramType? {
    if isWord("MUTABLE") || isWord("IMMUTABLE") { advance() }
    return keyword == .in ? nil : try programType()
  }

  private mutating func loopRange(
    _ name: Identifier, _ type: ProgramType?, isReverse: Bool
  ) throws(SQLSyntaxError) -> Loop.Control {
    let place = index
    let low = try value()
    if accept(.dotDot) {
      let high = try value()
      guard keyword == .loop else {
        index = place
        return try otherIteration(name)
      }
      return .range(name, type, isReverse: isReverse, low: low, high: high)
    }
    guard keyword == .loop else {
      index = place
      return try otherIteration(name)
    }
    return .cursor(name, low)
  }

  /// Keeps 21c's iteration controls as text, up to LOOP.
  private mutating func otherIteration(_ name: Identifier) throws(SQLSyntaxError) -> Loop.Control {
    let begin = start
    while keyword != .loop {
      if kind == .leftParenthesis {
        try skipParentheses()
        continue
      }
      guard kind != .end, kind != .semicolon else { throw fault(.missingKeyword) }
      advance()
    }
    return .iteration(name, PhysicalClause(keyword: "IN", range: range(from: begin)))
  }

  mutating func forAll() throws(SQLSyntaxError) -> ForAll {
    advance()
    let index = try identifier()
    try expect(.in)
    let bounds = try forAllBounds()
    var savesExceptions = false
    if accept(.save) {
      guard accept(.exceptions) else { throw fault(.missingKeyword) }
      savesExceptions = true
    }
    try enter()
    let statement = try statement()
    leave()
    return ForAll(index: index, bounds: bounds, savesExceptions: savesExceptions, statement: statement)
  }

  private mutating func forAllBounds() throws(SQLSyntaxError) -> ForAll.Bounds {
    if keyword == .indices, peek().keyword == .of {
      advance()
      advance()
      let collection = try postfix(try primary())
      guard accept(.between) else { return .indices(collection, low: nil, high: nil) }
      let low = try boundBeforeAnd()
      try expect(.and)
      return .indices(collection, low: low, high: try boundBeforeAnd())
    }
    if keyword == .values, peek().keyword == .of {
      advance()
      advance()
      return .values(try postfix(try primary()))
    }
    let low = try value()
    try expect(.dotDot, .missingKeyword)
    return .range(low: low, high: try value())
  }
}
