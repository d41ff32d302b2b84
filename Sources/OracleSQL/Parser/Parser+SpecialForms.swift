// Operands with a grammar of their own: CASE, CAST, EXTRACT, TRIM, INTERVAL.
extension Parser {
  mutating func caseExpression() throws(SQLSyntaxError) -> Expression {
    let begin = start
    advance()
    let operand = keyword == .when ? nil : try value()
    var branches: [CaseExpression.Branch] = []
    while accept(.when) {
      var conditions = [isProgram ? try caseCondition() : operand == nil ? try condition() : try value()]
      while isProgram, accept(.comma) { conditions.append(try caseCondition()) }
      try expect(.then)
      let result = try value()
      branches += conditions.map { CaseExpression.Branch(condition: $0, value: result) }
    }
    guard !branches.isEmpty else { throw fault(.missingKeyword) }
    let otherwise = accept(.else) ? try value() : nil
    try expect(.end)
    let result = CaseExpression(operand: operand, branches: branches, otherwise: otherwise)
    return Expression(kind: .caseOf(result), range: range(from: begin))
  }

  mutating func castCall() throws(SQLSyntaxError) -> Expression {
    let begin = start
    advance()
    try expectLeft()
    if keyword == .multiset, peek().kind == .leftParenthesis { return try castOfMultiset(from: begin) }
    let operand = try value()
    try expect(.as)
    let type = try dataType()
    if kind != .rightParenthesis, startsCastClause { return try castWithClauses(from: begin) }
    try expectRight()
    return Expression(kind: .cast(operand, type), range: range(from: begin))
  }

  /// Whether DEFAULT for conversion errors, a format or VALIDATE follows the type.
  private var startsCastClause: Bool {
    keyword == .default || kind == .comma || keyword == .validate || keyword == .novalidate || isWord("DOMAIN")
  }

  /// Keeps a cast with clauses behind its type as text.
  private mutating func castWithClauses(from begin: Int) throws(SQLSyntaxError) -> Expression {
    note("clauses of CAST", at: begin)
    while tokens[index].range.start > begin, tokens[index].keyword != .cast || tokens[index].range.start != begin {
      index -= 1
    }
    advance()
    let arguments = start
    try skipParentheses()
    return Expression(
      kind: .extended(.special("CAST", text: text(arguments, previousEnd))), range: range(from: begin))
  }

  /// Reads `MULTISET (query) AS type)` behind `CAST(`.
  private mutating func castOfMultiset(from begin: Int) throws(SQLSyntaxError) -> Expression {
    note("CAST of MULTISET", at: start)
    advance()
    try expectLeft()
    let query = try query()
    try expectRight()
    let operand = Expression(kind: .extended(.multisetQuery(query)), range: query.range)
    try expect(.as)
    let type = try dataType()
    try expectRight()
    return Expression(kind: .cast(operand, type), range: range(from: begin))
  }

  mutating func extractCall() throws(SQLSyntaxError) -> Expression {
    let begin = start
    advance()
    try expectLeft()
    guard let field = dateTimeField() else {
      guard canBeIdentifier(current), peek().kind == .comma else {
        throw fault(.missingKeyword, "date-time field")
      }
      index -= 2
      note("EXTRACT from XML", at: begin)
      let name = try anyWord()
      return try call([name], from: begin)
    }
    try expect(.from, .missingFrom)
    let operand = try value()
    try expectRight()
    return Expression(kind: .extract(field, operand), range: range(from: begin))
  }

  mutating func trimCall() throws(SQLSyntaxError) -> Expression {
    let begin = start
    advance()
    try expectLeft()
    var side = TrimSide.both
    var hasSide = true
    switch keyword {
    case .leading: side = .leading
    case .trailing: side = .trailing
    case .both: side = .both
    default: hasSide = false
    }
    if hasSide { advance() }
    var character: Expression?
    var operand: Expression?
    if keyword != .from { operand = try value() }
    if accept(.from) {
      character = operand
      operand = try value()
    } else if hasSide {
      throw fault(.missingFrom)
    }
    guard let operand else { throw fault(.missingExpression) }
    try expectRight()
    return Expression(kind: .trim(side, character: character, operand), range: range(from: begin))
  }

  mutating func dateTimeField() -> DateTimeField? {
    let field: DateTimeField
    switch keyword {
    case .year: field = .year
    case .month: field = .month
    case .day: field = .day
    case .hour: field = .hour
    case .minute: field = .minute
    case .second: field = .second
    case .timezoneHour: field = .timezoneHour
    case .timezoneMinute: field = .timezoneMinute
    case .timezoneRegion: field = .timezoneRegion
    case .timezoneAbbr: field = .timezoneAbbreviation
    default: return nil
    }
    advance()
    return field
  }

  mutating func intervalLiteral() throws(SQLSyntaxError) -> Expression {
    let begin = start
    advance()
    let text = try string().text
    guard let leading = intervalField() else { throw fault(.missingKeyword, "interval field") }
    var interval = IntervalLiteral(text: text, leading: leading)
    if accept(.leftParenthesis) {
      interval.leadingPrecision = try integer()
      if leading == .second, accept(.comma) { interval.fractionalPrecision = try integer() }
      try expectRight()
    }
    if accept(.to) {
      guard let trailing = intervalField() else { throw fault(.missingKeyword, "interval field") }
      interval.trailing = trailing
      if trailing == .second, accept(.leftParenthesis) {
        interval.fractionalPrecision = try integer()
        try expectRight()
      }
    }
    return Expression(kind: .literal(.interval(interval)), range: range(from: begin))
  }

  private mutating func intervalField() -> DateTimeField? {
    switch keyword {
    case .year, .month, .day, .hour, .minute, .second: dateTimeField()
    default: nil
    }
  }
}
