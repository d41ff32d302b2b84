// The operands of expressions: literals, names, calls, CASE, subqueries.
extension Parser {
  /// Reads one operand.
  mutating func primary() throws(SQLSyntaxError) -> Expression {
    switch kind {
    case .leftParenthesis:
      if startsQuery(at: index + 1, inParentheses: false) { return try scalarQuery() }
      return try parenthesized()
    case .quotedIdentifier: return try nameOrCall()
    case .word: return keyword == .other ? try nameOrCall() : try wordOperand()
    case .number: return try numberLiteral()
    case .bind: return try bindOperand()
    default:
      guard startsString else { throw fault(.missingExpression) }
      return try stringLiteral()
    }
  }

  private mutating func bindOperand() throws(SQLSyntaxError) -> Expression {
    let bind = try bindVariable()
    return Expression(kind: .bind(bind), range: bind.range)
  }

  private mutating func stringLiteral() throws(SQLSyntaxError) -> Expression {
    let begin = start
    let (text, isNational) = try string()
    return Expression(kind: .literal(.string(text, isNational: isNational)), range: range(from: begin))
  }

  private mutating func numberLiteral() throws(SQLSyntaxError) -> Expression {
    let range = current.range
    advance()
    return Expression(kind: .literal(numberValue(range)), range: range)
  }

  /// The digits of a number and what its suffix says.
  func numberValue(_ range: SourceRange) -> Literal {
    switch bytes[range.end - 1] {
    case 0x46, 0x66: .number(text(range.start, range.end - 1), .binaryFloat)
    case 0x44, 0x64: .number(text(range.start, range.end - 1), .binaryDouble)
    default: .number(text(range.start, range.end), .number)
    }
  }

  /// Reads an operand that starts with a keyword.
  private mutating func wordOperand() throws(SQLSyntaxError) -> Expression {
    let next = peek().kind
    switch keyword {
    case .case: return try caseExpression()
    case .exists: return try existsCondition()
    case .cast where next == .leftParenthesis: return try castCall()
    case .extract where next == .leftParenthesis: return try extractCall()
    case .trim where next == .leftParenthesis: return try trimCall()
    case .interval where next == .string: return try intervalLiteral()
    case .date where next == .string, .timestamp where next == .string: return try dateLiteral()
    case .null, .rowid: return wordAlone()
    case .oraRowscn where next != .leftParenthesis && next != .dot: return wordAlone()
    default:
      if let function = niladicFunction, next != .dot { return try niladic(function) }
      return try nameOrCall()
    }
  }

  private mutating func wordAlone() -> Expression {
    let token = current
    advance()
    switch token.keyword {
    case .rowid: return Expression(kind: .rowPseudoColumn(.rowid, table: nil), range: token.range)
    case .oraRowscn: return Expression(kind: .rowPseudoColumn(.oraRowSCN, table: nil), range: token.range)
    default: return Expression(kind: .literal(.null), range: token.range)
    }
  }

  private mutating func dateLiteral() throws(SQLSyntaxError) -> Expression {
    let token = current
    advance()
    let text = try string().text
    let literal: Literal = token.keyword == .date ? .date(text) : .timestamp(text)
    return Expression(kind: .literal(literal), range: range(from: token.range.start))
  }

  private mutating func existsCondition() throws(SQLSyntaxError) -> Expression {
    let begin = start
    advance()
    try expectLeft()
    let query = try query()
    try expectRight()
    return Expression(kind: .exists(query), range: range(from: begin))
  }

  /// The function that the next word is; nil when it's something else.
  private var niladicFunction: NiladicFunction? {
    switch keyword {
    case .sysdate: .sysdate
    case .systimestamp: .systimestamp
    case .currentDate: .currentDate
    case .currentTimestamp: .currentTimestamp
    case .localtimestamp: .localTimestamp
    case .dbtimezone: .dbTimezone
    case .sessiontimezone: .sessionTimezone
    case .user: .user
    case .uid: .uid
    case .rownum: .rownum
    case .level: .level
    default: nil
    }
  }

  private mutating func niladic(_ function: NiladicFunction) throws(SQLSyntaxError) -> Expression {
    let begin = start
    advance()
    var precision: Int?
    if kind == .leftParenthesis, function.takesPrecision {
      advance()
      precision = try integer()
      try expectRight()
    }
    return Expression(kind: .niladic(function, precision: precision), range: range(from: begin))
  }

  // MARK: Parentheses

  private mutating func scalarQuery() throws(SQLSyntaxError) -> Expression {
    let begin = start
    advance()
    let query = try query()
    try expectRight()
    return Expression(kind: .subquery(query), range: range(from: begin))
  }

  private mutating func parenthesized() throws(SQLSyntaxError) -> Expression {
    let begin = start
    advance()
    var inner = try anyExpression()
    if kind == .comma { return try row(inner, from: begin) }
    try expectRight()
    inner.range = range(from: begin)
    return inner
  }

  private mutating func row(_ first: Expression, from begin: Int) throws(SQLSyntaxError) -> Expression {
    try requireValue(first)
    var elements = [first]
    while accept(.comma) { elements.append(try value()) }
    try expectRight()
    return Expression(kind: .row(elements), range: range(from: begin))
  }

  // MARK: Names and calls

  private mutating func nameOrCall() throws(SQLSyntaxError) -> Expression {
    if keyword.isReserved && keyword != .columnValue { throw fault(.missingExpression) }
    let begin = start
    var path = [try anyWord()]
    while kind == .dot {
      let next = peek()
      if let special = try pseudoColumn(next, behind: path, from: begin) { return special }
      guard canBeIdentifier(next) || next.kind == .word && path.count > 1 else {
        advance()
        throw fault(.invalidIdentifier)
      }
      advance()
      path.append(try anyWord())
    }
    if kind == .leftParenthesis {
      guard !isOuterJoinMark else { return try column(path, from: begin) }
      return try call(path, from: begin)
    }
    return try column(path, from: begin)
  }

  private var isOuterJoinMark: Bool { peek().kind == .plus && peek(2).kind == .rightParenthesis }

  /// Reads `.NEXTVAL`, `.CURRVAL`, `.ROWID`, `.ORA_ROWSCN` behind a name.
  private mutating func pseudoColumn(
    _ next: Token, behind path: [Identifier], from begin: Int
  ) throws(SQLSyntaxError) -> Expression? {
    guard path.count <= 2 else { return nil }
    let schema = path.count == 2 ? path[0] : nil
    let object = ObjectName(schema: schema, name: path[path.count - 1])
    let kind: Expression.Kind
    switch next.keyword {
    case .nextval: kind = .sequence(object, .next)
    case .currval: kind = .sequence(object, .current)
    case .rowid: kind = .rowPseudoColumn(.rowid, table: object)
    case .oraRowscn: kind = .rowPseudoColumn(.oraRowSCN, table: object)
    default: return nil
    }
    advance()
    advance()
    return Expression(kind: kind, range: range(from: begin))
  }

  private mutating func column(_ path: [Identifier], from begin: Int) throws(SQLSyntaxError) -> Expression {
    guard path.count <= 3 else { throw fault(.invalidIdentifier, at: begin) }
    var reference = ColumnReference(column: path[path.count - 1])
    if path.count > 1 { reference.table = path[path.count - 2] }
    if path.count > 2 { reference.schema = path[0] }
    if kind == .leftParenthesis, isOuterJoinMark {
      advance()
      advance()
      advance()
      reference.isOuterJoined = true
    }
    return Expression(kind: .column(reference), range: range(from: begin))
  }

  private mutating func call(_ path: [Identifier], from begin: Int) throws(SQLSyntaxError) -> Expression {
    guard path.count <= 3 else { throw fault(.invalidIdentifier, at: begin) }
    var call = FunctionCall(path: path, arguments: [])
    advance()
    if kind == .star, peek().kind == .rightParenthesis {
      advance()
      call.isStar = true
    } else if kind != .rightParenthesis {
      if keyword == .distinct || keyword == .unique {
        advance()
        call.isDistinct = true
      } else if keyword == .all {
        advance()
      }
      repeat {
        let name = startsIdentifier && peek().kind == .arrow ? try argumentName() : nil
        // A few functions take conditions, so both are read.
        let value = try anyExpression()
        if value.isRow { try requireValue(value) }
        call.arguments.append(FunctionCall.Argument(name: name, value: value))
      } while accept(.comma)
    }
    if keyword == .on { throw fault(.unimplemented, "ON clauses inside of a call") }
    try expectRight()
    try callTail(&call)
    return Expression(kind: .call(call), range: range(from: begin))
  }

  private mutating func argumentName() throws(SQLSyntaxError) -> Identifier {
    let name = try identifier()
    advance()
    return name
  }

  private mutating func callTail(_ call: inout FunctionCall) throws(SQLSyntaxError) {
    if accept(.within, .group) {
      try expectLeft()
      call.withinGroup = try orderBy()
      try expectRight()
    }
    if keyword == .over { throw fault(.unimplemented, "window functions (OVER)") }
    if keyword == .keep, peek().kind == .leftParenthesis { throw fault(.unimplemented, "KEEP (DENSE_RANK ...)") }
    if kind == .dot { throw fault(.unimplemented, "methods of a function's result") }
  }
}

extension NiladicFunction {
  fileprivate var takesPrecision: Bool {
    switch self {
    case .systimestamp, .currentTimestamp, .localTimestamp: true
    default: false
    }
  }
}
