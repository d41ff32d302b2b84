// Operands with a grammar of their own: CASE, CAST, EXTRACT, TRIM, INTERVAL.
extension Parser {
  mutating func caseExpression() throws(SQLSyntaxError) -> Expression {
    let begin = start
    advance()
    let operand = keyword == .when ? nil : try value()
    var branches: [CaseExpression.Branch] = []
    while accept(.when) {
      let condition = operand == nil ? try condition() : try value()
      try expect(.then)
      branches.append(CaseExpression.Branch(condition: condition, value: try value()))
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
    let operand = try value()
    try expect(.as)
    let type = try dataType()
    try expectRight()
    return Expression(kind: .cast(operand, type), range: range(from: begin))
  }

  mutating func extractCall() throws(SQLSyntaxError) -> Expression {
    let begin = start
    advance()
    try expectLeft()
    guard let field = dateTimeField() else { throw fault(.missingKeyword, "date-time field") }
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
