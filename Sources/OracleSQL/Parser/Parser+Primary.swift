// The operands of expressions: literals, names, calls, CASE, subqueries.
extension Parser {
  /// Reads one operand.
  mutating func primary() throws(SQLSyntaxError) -> Expression {
    switch kind {
    case .leftParenthesis:
      if startsQuery(at: index + 1, inParentheses: false) { return try scalarQuery() }
      return try parenthesized()
    case .quotedIdentifier: return try nameOrCall()
    case .word:
      guard keyword == .other else { return try wordOperand() }
      if isProgram, isWord("NEW"), canBeIdentifier(peek()) { return try instance() }
      return try nameOrCall()
    case .number: return try numberLiteral()
    case .bind: return try bindOperand()
    case .inquiry: return inquiry()
    default:
      if kind == .otherSymbol, bytes[start] == 0x3A { throw fault(.invalidBindName) }
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
    case .cursor where next == .leftParenthesis: return try cursorExpression()
    case .treat where next == .leftParenthesis: return try treatCall()
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
    let isRecord = isProgram && peek().kind == .dot && !keyword.isReservedInPLSQL
    if !canBeIdentifier(current) && keyword != .columnValue && !isRecord { throw fault(.missingExpression) }
    let begin = start
    var path = [try anyWord()]
    while kind == .dot {
      let next = peek()
      if let special = try pseudoColumn(next, behind: path, from: begin) { return special }
      guard
        canBeIdentifier(next) || next.kind == .word && (path.count > 1 || isProgram || next.keyword == .columnValue)
      else {
        advance()
        throw fault(.invalidIdentifier)
      }
      if path.count == 3 {
        note("attributes of objects", at: begin)
        return try members(try column(path, from: begin))
      }
      advance()
      path.append(try anyWord())
    }
    if kind == .leftParenthesis {
      guard !isOuterJoinMark else { return try column(path, from: begin) }
      if path.count == 1, let function = JSONCall.Function(rawValue: path[0].name), !path[0].isQuoted {
        return try jsonCall(function, from: begin)
      }
      if path.count == 1, Self.jsonMakers.contains(path[0].name), !path[0].isQuoted {
        return try jsonMaking(path[0], from: begin)
      }
      if path.count == 1, !path[0].isQuoted, let call = try rendering(path[0], from: begin) { return call }
      if path.count == 1, !path[0].isQuoted, let special = try specialFunction(path[0], from: begin) { return special }
      let result = try call(path, from: begin)
      guard kind == .dot else { return result }
      note("methods of a function's result", at: start)
      return try members(result)
    }
    return try column(path, from: begin)
  }

  private static let jsonMakers: Set<String> = ["JSON_OBJECT", "JSON_ARRAY", "JSON_OBJECTAGG", "JSON_ARRAYAGG"]

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

  mutating func call(_ path: [Identifier], from begin: Int) throws(SQLSyntaxError) -> Expression {
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
        call.arguments.append(try argument())
      } while accept(.comma)
      if keyword == .default {
        call.conversionDefault = try conversionDefault()
        while accept(.comma) { call.arguments.append(try argument()) }
      }
    }
    if let nulls = nullTreatment() { call.nulls = nulls }
    if keyword == .on { call.overflow = try listOverflow() }
    try expectRight()
    try callTail(&call)
    return Expression(kind: .call(call), range: range(from: begin))
  }

  /// Reads one argument of a call, by position or by name.
  mutating func argument() throws(SQLSyntaxError) -> FunctionCall.Argument {
    let name = startsIdentifier && peek().kind == .arrow ? try argumentName() : nil
    // A few functions take conditions, so both are read.
    let value = try anyExpression()
    if value.isRow { try requireValue(value) }
    if isProgram, accept(.arrow) {
      var argument = FunctionCall.Argument(value: try anyExpression())
      argument.index = value
      return argument
    }
    return FunctionCall.Argument(name: name, value: value)
  }

  /// Reads `DEFAULT value ON CONVERSION ERROR`, and what may follow as further arguments.
  mutating func conversionDefault() throws(SQLSyntaxError) -> Expression {
    note("DEFAULT ... ON CONVERSION ERROR", at: start)
    advance()
    let value = try value()
    try expect(.on)
    guard acceptWord("CONVERSION"), acceptWord("ERROR") else { throw fault(.missingKeyword) }
    return value
  }

  private mutating func argumentName() throws(SQLSyntaxError) -> Identifier {
    let name = try identifier()
    advance()
    return name
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
