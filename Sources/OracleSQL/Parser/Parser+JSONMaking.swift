// JSON_OBJECT, JSON_ARRAY and their aggregates.
extension Parser {
  /// Reads the arguments behind the function's name.
  mutating func jsonMaking(_ name: Identifier, from begin: Int) throws(SQLSyntaxError) -> Expression {
    var call = FunctionCall(path: [name], arguments: [])
    var making = JSONMaking()
    let isObject = name.name.hasPrefix("JSON_OBJECT")
    try expectLeft()
    if isObject, accept(.star) {
      call.isStar = true
    } else if kind != .rightParenthesis, !startsJSONMakingClause {
      repeat {
        if isObject { try jsonMember(&call) } else { call.arguments.append(FunctionCall.Argument(value: try value())) }
        let isFormatted = accept(.format)
        if isFormatted { try expect(.json) }
        making.isFormatted.append(isFormatted)
      } while accept(.comma)
    }
    if keyword == .order { call.withinGroup = try orderBy() }
    try jsonMakingClauses(&making)
    try expectRight()
    call.json = making
    try callTail(&call)
    return Expression(kind: .call(call), range: range(from: begin))
  }

  /// Reads `[KEY] key VALUE value`, or a column that is its own key.
  private mutating func jsonMember(_ call: inout FunctionCall) throws(SQLSyntaxError) {
    if keyword == .key, peek().kind != .comma, peek().kind != .rightParenthesis, peek().keyword != .value { advance() }
    let key = try value()
    if accept(.value) {
      call.arguments.append(FunctionCall.Argument(value: key))
      call.arguments.append(FunctionCall.Argument(value: try value()))
      return
    }
    guard case .column(let reference) = key.kind else { throw fault(.missingKeyword, "VALUE") }
    let written = text(reference.column.range.start, reference.column.range.end).filter { $0 != "\"" }
    call.arguments.append(
      FunctionCall.Argument(
        value: Expression(kind: .literal(.string(written, isNational: false)), range: key.range)))
    call.arguments.append(FunctionCall.Argument(value: key))
  }

  private var startsJSONMakingClause: Bool {
    isWord("ABSENT") || keyword == .returning || keyword == .null && peek().keyword == .on
  }

  private mutating func jsonMakingClauses(_ making: inout JSONMaking) throws(SQLSyntaxError) {
    if isWord("ABSENT") || keyword == .null {
      making.keepsNulls = keyword == .null
      advance()
      try expect(.on)
      try expect(.null)
    }
    if accept(.returning) { making.returning = try dataType() }
    if accept(.strict) { making.isStrict = true }
    if accept(.with) {
      try expect(.unique)
      try expect(.keys)
      making.uniqueKeys = true
    }
  }
}
