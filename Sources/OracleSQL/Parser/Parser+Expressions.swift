// Conditions and values by precedence: OR, AND, NOT, comparison, + - ||, * /, sign, primary.
extension Parser {
  /// Reads a condition.
  mutating func condition() throws(SQLSyntaxError) -> Expression {
    let result = try anyExpression()
    guard isProgram || result.isCondition else { throw fault(.invalidRelationalOperator) }
    return result
  }

  /// Reads a value; conditions are none in Oracle's SQL.
  mutating func value() throws(SQLSyntaxError) -> Expression {
    if let literal = loneLiteral() { return literal }
    try enterExpression()
    let result = try expression(isProcedural ? .or : .additive)
    leaveExpression()
    try requireValue(result)
    return result
  }

  /// Reads a number, string or NULL that is all of a value: the short way for INSERT's lists.
  private mutating func loneLiteral() -> Expression? {
    let next = peek().kind
    guard next == .comma || next == .rightParenthesis else { return nil }
    let token = current
    let literal: Literal
    switch token.kind {
    case .number: literal = numberValue(token.range)
    case .string: literal = .string(unescaped(token.range.start + 1, token.range.end - 1), isNational: false)
    case .word where token.keyword == .null: literal = .null
    default: return nil
    }
    advance()
    return Expression(kind: .literal(literal), range: token.range)
  }

  /// Reads a condition or a value, a row of values included.
  mutating func anyExpression() throws(SQLSyntaxError) -> Expression {
    try enterExpression()
    let result = try expression(.or)
    leaveExpression()
    return result
  }

  /// Reads operators that bind at least as tightly as `level`, with their operands.
  ///
  /// Every function on the way from here to `primary` and back is on the stack once for each level of a text, so their
  /// frames are kept few and small.
  private mutating func expression(_ level: Precedence) throws(SQLSyntaxError) -> Expression {
    var ceiling: Precedence = keyword == .not ? .and : .multiplicative
    var left = try prefixed(level)
    while let next = infixPrecedence, next >= level, next <= ceiling {
      switch next {
      case .or, .and: left = try junction(left, next)
      case .comparison: left = try predicate(left)
      default: left = try arithmetic(left)
      }
      ceiling = next == .comparison ? .and : next
    }
    return left
  }

  /// How tightly the operator binds that comes next; nil when none does.
  private var infixPrecedence: Precedence? {
    switch kind {
    case .plus, .minus, .concatenation: return .additive
    case .star, .slash: return .multiplicative
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: return .comparison
    case .word: break
    default: return nil
    }
    let word = keyword == .not ? peek().keyword : keyword
    switch word {
    case .between, .in, .like, .likec, .like2, .like4: return .comparison
    case .is where keyword == .is: return .comparison
    case .member, .submultiset: return isCollectionTest ? .comparison : nil
    case .multiset where keyword == .multiset: return isMultiset ? .additive : nil
    case .and where keyword == .and: return .and
    case .or where keyword == .or: return .or
    default: return isProgram && keyword == .other && isWord("MOD") && startsOperand(peek()) ? .multiplicative : nil
    }
  }

  /// Reads an operand with NOT, sign or PRIOR before it, and AT TIME ZONE behind it.
  private mutating func prefixed(_ level: Precedence) throws(SQLSyntaxError) -> Expression {
    if kind == .minus || kind == .plus || keyword == .not || keyword == .prior || keyword == .connectByRoot {
      return try unary(level)
    }
    var operand = try primary()
    if isProgram { operand = try postfix(operand) }
    if keyword == .at { return try atTimeZone(operand) }
    return keyword == .day || keyword == .year ? try intervalQualifier(operand) : operand
  }

  private mutating func unary(_ level: Precedence) throws(SQLSyntaxError) -> Expression {
    let begin = start
    let sign: UnaryOperator =
      switch kind {
      case .minus: .minus
      case .plus: .plus
      default: keyword == .prior ? .prior : keyword == .connectByRoot ? .root : .not
      }
    if sign == .not, level > .not { throw fault(.missingExpression) }
    advance()
    try enter()
    let operand = sign == .not ? try expression(.not) : try prefixed(.sign)
    leave()
    if sign == .not { try requireCondition(operand) } else { try requireValue(operand) }
    return Expression(kind: .unary(sign, operand), range: range(from: begin))
  }

  /// Reads `AND x AND y ...` or `OR x OR y ...` behind the first operand.
  private mutating func junction(_ first: Expression, _ level: Precedence) throws(SQLSyntaxError) -> Expression {
    let word: Keyword = level == .or ? .or : .and
    try requireCondition(first)
    var operands = [first]
    while accept(word) {
      operands.append(try expression(level.tighter))
      try requireCondition(operands[operands.count - 1])
    }
    return Expression(kind: level == .or ? .or(operands) : .and(operands), range: range(from: first.range.start))
  }

  private mutating func enterExpression() throws(SQLSyntaxError) {
    try enter()
    if expressionDepth == 0 { operatorCount = 0 }
    expressionDepth += 1
  }

  private mutating func leaveExpression() {
    expressionDepth -= 1
    leave()
  }

  // MARK: What an expression is

  func requireValue(_ expression: Expression) throws(SQLSyntaxError) {
    if isProgram { return }
    if case .row = expression.kind { throw fault(.missingRightParenthesis, at: expression.range.start) }
    if expression.isPureCondition { throw fault(.missingRightParenthesis, at: expression.range.start) }
  }

  private func requireOperand(_ expression: Expression) throws(SQLSyntaxError) {
    if isProgram { return }
    if expression.isPureCondition { throw fault(.missingRightParenthesis, at: expression.range.start) }
  }

  private func requireCondition(_ expression: Expression) throws(SQLSyntaxError) {
    if !isProgram, !expression.isCondition { throw fault(.invalidRelationalOperator) }
  }

  // MARK: Comparison

  /// Reads what makes a condition of an operand.
  private mutating func predicate(_ left: Expression) throws(SQLSyntaxError) -> Expression {
    let begin = left.range.start
    let result: Expression.Kind
    if let comparison = BinaryOperator(comparison: kind) {
      try requireOperand(left)
      advance()
      result = try comparisonRight(comparison, left)
    } else if keyword == .is {
      try requireValue(left)
      advance()
      result = try valueTest(left)
    } else {
      result = try negatablePredicate(left)
    }
    return Expression(kind: result, range: range(from: begin))
  }

  /// Reads `[NOT] BETWEEN`, `[NOT] IN`, `[NOT] LIKE`.
  private mutating func negatablePredicate(_ left: Expression) throws(SQLSyntaxError) -> Expression.Kind {
    let negated = accept(.not)
    let word = keyword
    advance()
    switch word {
    case .between:
      try requireValue(left)
      let low = try additiveValue()
      try expect(.and)
      return .between(left, low: low, high: try additiveValue(), negated: negated)
    case .in:
      try requireOperand(left)
      return .membership(left, try membershipSet(rowsAllowed: left.isRow), negated: negated)
    case .member, .submultiset: return try collectionTest(left, negated: negated)
    default:
      try requireValue(left)
      let pattern = try additiveValue()
      let escape = accept(.escape) ? try additiveValue() : nil
      return .like(left, pattern: pattern, escape: escape, form: Self.likeForm(word), negated: negated)
    }
  }

  private static func likeForm(_ word: Keyword) -> LikeForm {
    switch word {
    case .likec: .likeC
    case .like2: .like2
    case .like4: .like4
    default: .like
    }
  }

  private mutating func comparisonRight(
    _ comparison: BinaryOperator, _ left: Expression
  ) throws(SQLSyntaxError) -> Expression.Kind {
    if keyword == .any || keyword == .some || keyword == .all {
      let quantifier: Quantifier = keyword == .all ? .all : .any
      advance()
      return .quantified(comparison, left, quantifier, try membershipSet(rowsAllowed: left.isRow))
    }
    let right = try expression(.additive)
    try requireOperand(right)
    if left.isRow, !right.isRow {
      guard case .subquery = right.kind else { throw fault(.missingExpression, at: right.range.start) }
    } else if right.isRow, !left.isRow {
      throw fault(.missingRightParenthesis, at: right.range.start)
    }
    return .binary(comparison, left, right)
  }

  private mutating func valueTest(_ operand: Expression) throws(SQLSyntaxError) -> Expression.Kind {
    let negated = accept(.not)
    let test: ValueTest
    switch keyword {
    case .null: test = .null
    case .nan: test = .nan
    case .infinite: test = .infinite
    case .json:
      advance()
      if isWord("VALIDATE") || keyword == .validate
        || kind == .leftParenthesis && foldedText(peek().range) == "VALIDATE"
      {
        return try jsonValidation(operand, negated: negated)
      }
      return .test(operand, try jsonTest(), negated: negated)
    default:
      if let rare = try rareTest(operand, negated: negated) { return rare }
      throw fault(.missingNull)
    }
    advance()
    return .test(operand, test, negated: negated)
  }

  private mutating func jsonTest() throws(SQLSyntaxError) -> ValueTest {
    if accept(.format) { try expect(.json) }
    let isParenthesized = kind == .leftParenthesis && [.strict, .lax, .with, .without].contains(peek().keyword)
    if isParenthesized { advance() }
    var isStrict = false
    var uniqueKeys = false
    if accept(.strict) { isStrict = true } else { _ = accept(.lax) }
    if keyword == .with || keyword == .without {
      uniqueKeys = keyword == .with
      advance()
      try expect(.unique)
      try expect(.keys)
    }
    if isParenthesized { try expectRight() }
    return .json(isStrict: isStrict, uniqueKeys: uniqueKeys)
  }

  /// Reads the parenthesis behind IN, ANY, ALL.
  private mutating func membershipSet(rowsAllowed: Bool) throws(SQLSyntaxError) -> MembershipSet {
    guard kind == .leftParenthesis else {
      // IN without parentheses takes one value, such as a bind.
      if kind == .bind || isProgram { return .list([try additiveValue()]) }
      throw fault(.missingLeftParenthesis)
    }
    if startsQuery(at: index + 1, inParentheses: true) {
      advance()
      let query = try query()
      try expectRight()
      return .query(query)
    }
    advance()
    var elements: [Expression] = []
    try enterExpression()
    repeat {
      let element = try expression(.additive)
      if rowsAllowed { try requireOperand(element) } else { try requireValue(element) }
      elements.append(element)
    } while accept(.comma)
    leaveExpression()
    guard elements.count <= 65535 else { throw fault(.tooManyExpressions) }
    try expectRight()
    return .list(elements)
  }

  /// Reads a value that ends before AND.
  mutating func boundBeforeAnd() throws(SQLSyntaxError) -> Expression { try additiveValue() }

  // MARK: Arithmetic

  private mutating func additiveValue() throws(SQLSyntaxError) -> Expression {
    let result = try expression(.additive)
    try requireValue(result)
    return result
  }

  /// Reads one operator of `+ - || * /` and its right side.
  private mutating func arithmetic(_ left: Expression) throws(SQLSyntaxError) -> Expression {
    operatorCount += 1
    if operatorCount > Self.maximumOperators {
      throw fault(.nestedTooDeep, "more than \(Self.maximumOperators) arithmetic operators in one expression")
    }
    try requireValue(left)
    let binary: BinaryOperator
    switch kind {
    case .plus: binary = .add
    case .minus: binary = .subtract
    case .star: binary = .multiply
    case .slash: binary = .divide
    case .word: return try wordOperator(left)
    default: return try concatenation(left)
    }
    advance()
    let right = try expression(binary == .add || binary == .subtract ? .multiplicative : .sign)
    try requireValue(right)
    return Expression(kind: .binary(binary, left, right), range: left.range.extended(to: right.range))
  }

  private mutating func concatenation(_ first: Expression) throws(SQLSyntaxError) -> Expression {
    var operands = [first]
    while accept(.concatenation) {
      operands.append(try expression(.multiplicative))
      try requireValue(operands[operands.count - 1])
    }
    return Expression(kind: .concatenation(operands), range: range(from: first.range.start))
  }

  private mutating func atTimeZone(_ operand: Expression) throws(SQLSyntaxError) -> Expression {
    if accept(.at, .local) {
      return Expression(kind: .atTimeZone(operand, zone: nil), range: range(from: operand.range.start))
    }
    guard peek().keyword == .time else { return operand }
    advance()
    advance()
    try expect(.zone)
    let zone = try primary()
    return Expression(kind: .atTimeZone(operand, zone: zone), range: range(from: operand.range.start))
  }
}

extension BinaryOperator {
  fileprivate init?(comparison kind: Token.Kind) {
    switch kind {
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    default: return nil
    }
  }
}

extension Expression {
  /// Whether it is a row of values in parentheses.
  var isRow: Bool {
    if case .row = kind { true } else { false }
  }

  /// Whether it can only be a condition.
  var isPureCondition: Bool {
    switch kind {
    case .and, .or, .quantified, .test, .between, .like, .membership, .exists: true
    case .binary(let binary, _, _): binary.isComparison
    case .unary(let unary, _): unary == .not
    case .json(let call): call.function == .exists
    case .extended(.collectionTest), .extended(.test): true
    case .extended(.special(let name, _)): name == "XMLEXISTS" || name == "JSON_EQUAL"
    default: false
    }
  }

  /// Whether it can stand where a condition is wanted: some functions can, too.
  public var isCondition: Bool {
    if isPureCondition { return true }
    guard case .call(let call) = kind, let name = call.path.last?.name else { return false }
    return ["REGEXP_LIKE", "LNNVL", "JSON_EQUAL", "XMLEXISTS", "JSON_TEXTCONTAINS"].contains(name)
  }
}
