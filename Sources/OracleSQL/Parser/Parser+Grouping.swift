// GROUP BY with its extensions, HAVING, and CONNECT BY.
extension Parser {
  mutating func grouping(_ block: inout SelectBlock) throws(SQLSyntaxError) {
    while true {
      if block.groupBy.isEmpty, accept(.group) {
        try expect(.by, .missingBy)
        repeat { block.groupBy.append(try groupingElement()) } while accept(.comma)
      } else if block.having == nil, accept(.having) {
        block.having = try condition()
      } else {
        return
      }
    }
  }

  private mutating func groupingElement() throws(SQLSyntaxError) -> GroupingElement {
    if isWord("GROUPING"), peek().kind == .word, peek(2).kind == .leftParenthesis {
      advance()
      guard acceptWord("SETS") else { throw fault(.missingKeyword) }
      try expectLeft()
      try enter()
      var elements: [GroupingElement] = []
      repeat { elements.append(try groupingElement()) } while accept(.comma)
      leave()
      try expectRight()
      return .sets(elements)
    }
    if peek().kind == .leftParenthesis, isWord("ROLLUP") || isWord("CUBE") {
      let isRollup = isWord("ROLLUP")
      advance()
      try expectLeft()
      var lists: [[Expression]] = []
      repeat { lists.append(try groupingKeys()) } while accept(.comma)
      try expectRight()
      return isRollup ? .rollup(lists) : .cube(lists)
    }
    return .keys(try groupingKeys())
  }

  /// Reads one key, `(a, b)`, or `()`.
  private mutating func groupingKeys() throws(SQLSyntaxError) -> [Expression] {
    if kind == .leftParenthesis, peek().kind == .rightParenthesis {
      advance()
      advance()
      return []
    }
    let expression = try anyExpression()
    if case .row(let keys) = expression.kind { return keys }
    try requireValue(expression)
    return [expression]
  }

  /// Reads START WITH and CONNECT BY, in either order.
  mutating func hierarchy() throws(SQLSyntaxError) -> HierarchicalClause? {
    guard keyword == .start || keyword == .connect else { return nil }
    var startWith: Expression?
    var connectBy: Expression?
    var isNoCycle = false
    while true {
      if startWith == nil, accept(.start) {
        try expect(.with)
        startWith = try condition()
      } else if connectBy == nil, accept(.connect) {
        try expect(.by, .missingBy)
        isNoCycle = accept(.nocycle)
        connectBy = try condition()
      } else {
        break
      }
    }
    guard let connectBy else { throw fault(.missingKeyword, "CONNECT BY") }
    return HierarchicalClause(startWith: startWith, connectBy: connectBy, isNoCycle: isNoCycle)
  }
}
