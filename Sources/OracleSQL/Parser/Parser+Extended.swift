// Expressions of PL/SQL, of objects and of collections.
extension Parser {
  /// Reads what may stand behind an operand in PL/SQL: `.member`, `(arguments)`, `%attribute`, `**`.
  mutating func postfix(_ operand: Expression) throws(SQLSyntaxError) -> Expression {
    var result = try members(operand)
    if kind == .percent, peek().kind == .word {
      advance()
      let name = try anyWord().name
      result = Expression(kind: .extended(.attribute(result, name)), range: range(from: operand.range.start))
      if kind == .leftParenthesis { result = try members(result) }
    }
    while kind == .power {
      try countOperator()
      advance()
      try enter()
      let exponent = try signedOperand()
      leave()
      result = Expression(kind: .extended(.power(result, exponent)), range: range(from: operand.range.start))
    }
    return result
  }

  /// Reads `.member` and `(arguments)` behind an operand, as often as they come.
  mutating func members(_ operand: Expression) throws(SQLSyntaxError) -> Expression {
    var result = operand
    while true {
      if kind == .dot, peek().kind == .word || peek().kind == .quotedIdentifier {
        try countOperator()
        advance()
        result = Expression(kind: .extended(.member(result, try anyWord())), range: range(from: operand.range.start))
      } else if kind == .leftParenthesis, isCallable(result) {
        try countOperator()
        let arguments = try callArguments()
        result = Expression(kind: .extended(.call(result, arguments)), range: range(from: operand.range.start))
      } else {
        return result
      }
    }
  }

  /// Each step adds a level to the tree, as operators do.
  private mutating func countOperator() throws(SQLSyntaxError) {
    operatorCount += 1
    guard operatorCount <= Self.maximumOperators else {
      throw fault(.nestedTooDeep, "more than \(Self.maximumOperators) operators in one expression")
    }
  }

  private func isCallable(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .extended(.member), .extended(.call), .call, .extended(.attribute), .sequence, .bind: true
    default: false
    }
  }

  mutating func callArguments() throws(SQLSyntaxError) -> [FunctionCall.Argument] {
    try expectLeft()
    var arguments: [FunctionCall.Argument] = []
    if kind != .rightParenthesis {
      repeat { arguments.append(try argument()) } while accept(.comma)
    }
    try expectRight()
    return arguments
  }

  private mutating func signedOperand() throws(SQLSyntaxError) -> Expression {
    let begin = start
    if kind == .minus || kind == .plus {
      let sign: UnaryOperator = kind == .minus ? .minus : .plus
      advance()
      let operand = try postfix(try primary())
      return Expression(kind: .unary(sign, operand), range: range(from: begin))
    }
    return try postfix(try primary())
  }

  // MARK: Operators

  /// Whether an operand may start with a token, so that a word before it is an operator.
  func startsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .leftParenthesis, .number, .bind, .string, .quotedIdentifier: true
    case .word: !token.keyword.isReservedInPLSQL
    default: false
    }
  }

  /// Whether `[NOT] MEMBER [OF]` or `[NOT] SUBMULTISET [OF]` comes next, not a name.
  var isCollectionTest: Bool {
    let distance = keyword == .not ? 1 : 0
    let next = peek(distance + 1)
    return next.keyword == .of || next.kind == .word && !next.keyword.isReserved || next.kind == .quotedIdentifier
  }

  var isMultiset: Bool {
    switch peek().keyword {
    case .union, .intersect, .except: true
    default: false
    }
  }

  /// Reads `MULTISET UNION ...` or `MOD ...` behind its left side.
  mutating func wordOperator(_ left: Expression) throws(SQLSyntaxError) -> Expression {
    let begin = start
    if acceptWord("MOD") {
      let right = try postfix(try primary())
      return Expression(kind: .extended(.modulo(left, right)), range: range(from: left.range.start))
    }
    note("MULTISET", at: begin)
    advance()
    var words = "MULTISET " + keyword.spelling
    advance()
    if keyword == .all || keyword == .distinct {
      words += " " + keyword.spelling
      advance()
    }
    let right = isProgram ? try postfix(try primary()) : try primary()
    return Expression(kind: .extended(.multiset(left, words, right)), range: range(from: left.range.start))
  }

  /// Reads `OF collection` behind MEMBER or SUBMULTISET, which is read.
  mutating func collectionTest(_ left: Expression, negated: Bool) throws(SQLSyntaxError) -> Expression.Kind {
    let word = foldedText(tokens[index - 1].range)
    note(word + " OF", at: tokens[index - 1].range.start)
    _ = accept(.of)
    let right = isProgram ? try postfix(try primary()) : try primary()
    return .extended(.collectionTest(left, word + " OF", right, negated: negated))
  }

  /// Reads rare tests behind `IS [NOT]`; nil when none is next.
  mutating func rareTest(_ operand: Expression, negated: Bool) throws(SQLSyntaxError) -> Expression.Kind? {
    let begin = start
    guard kind == .word else { return nil }
    let word = foldedText(current.range)
    switch word {
    case "EMPTY", "DANGLING", "PRESENT", "TRUE", "FALSE", "UNKNOWN": advance()
    case "A" where peek().keyword == .set:
      advance()
      advance()
      note("IS A SET", at: begin)
      return .extended(.test(operand, "A SET", types: [], negated: negated))
    case "ANY" where peek().kind == .word:
      advance()
    case "OF":
      advance()
      _ = accept(.type)
      note("IS OF", at: begin)
      try expectLeft()
      var types: [DataType] = []
      repeat {
        _ = accept(.only)
        types.append(try dataType())
      } while accept(.comma)
      try expectRight()
      return .extended(.test(operand, "OF", types: types, negated: negated))
    default: return nil
    }
    note("IS " + word, at: begin)
    return .extended(.test(operand, word, types: [], negated: negated))
  }

  /// Reads `DAY [(n)] TO SECOND [(n)]` or `YEAR [(n)] TO MONTH` behind an operand in parentheses.
  mutating func intervalQualifier(_ operand: Expression) throws(SQLSyntaxError) -> Expression {
    guard index > 0, tokens[index - 1].kind == .rightParenthesis else { return operand }
    let next = peek()
    guard next.keyword == .to || next.kind == .leftParenthesis && peek(4).keyword == .to else { return operand }
    let begin = start
    note("interval expressions", at: begin)
    advance()
    if kind == .leftParenthesis { try skipParentheses() }
    try expect(.to)
    guard accept(.second) || accept(.month) else { throw fault(.missingKeyword) }
    if kind == .leftParenthesis { try skipParentheses() }
    return Expression(
      kind: .extended(.interval(operand, text(begin, previousEnd).uppercased())),
      range: range(from: operand.range.start))
  }

  // MARK: Operands

  mutating func inquiry() -> Expression {
    let range = current.range
    advance()
    return Expression(
      kind: .extended(.inquiry(foldedText(SourceRange(start: range.start + 2, end: range.end)))), range: range)
  }

  /// Reads `CURSOR (query)`, or a call of a function of that name.
  mutating func cursorExpression() throws(SQLSyntaxError) -> Expression {
    let begin = start
    guard startsQuery(at: index + 2, inParentheses: true) else {
      let name = try anyWord()
      return try call([name], from: begin)
    }
    advance()
    advance()
    let query = try query()
    try expectRight()
    return Expression(kind: .cursor(query), range: range(from: begin))
  }

  mutating func treatCall() throws(SQLSyntaxError) -> Expression {
    let begin = start
    note("TREAT", at: begin)
    advance()
    try expectLeft()
    let operand = try value()
    try expect(.as)
    let type = try dataType()
    try expectRight()
    let result = Expression(kind: .extended(.treat(operand, type)), range: range(from: begin))
    return try members(result)
  }

  mutating func instance() throws(SQLSyntaxError) -> Expression {
    let begin = start
    advance()
    let constructor = try primary()
    return Expression(kind: .extended(.instance(constructor)), range: range(from: begin))
  }

  /// Reads `VALIDATE [CAST] [USING] 'schema'` behind IS JSON.
  mutating func jsonValidation(_ operand: Expression, negated: Bool) throws(SQLSyntaxError) -> Expression.Kind {
    let begin = start
    note("IS JSON VALIDATE", at: begin)
    if kind == .leftParenthesis {
      try skipParentheses()
    } else {
      advance()
      _ = accept(.cast)
      _ = accept(.using)
      if startsString { _ = try string() } else { _ = try bindVariable() }
    }
    return .extended(.test(operand, "JSON " + text(begin, previousEnd), types: [], negated: negated))
  }
}
