// Queries: WITH, set operators, SELECT blocks, ORDER BY, row limits, FOR UPDATE.
extension Parser {
  /// Whether a query, not an expression, starts at a token.
  ///
  /// Behind several parentheses that's decided by what follows the inner one: a set operator or ORDER BY means a query.
  /// - Parameter inParentheses: what a query that is merely wrapped once more counts as.
  mutating func startsQuery(at position: Int, inParentheses: Bool) -> Bool {
    var inner = min(position, tokens.count - 1)
    var opened: [Int] = []
    while tokens[inner].kind == .leftParenthesis {
      if opened.count > Self.maximumDepth { return false }
      opened.append(inner)
      inner += 1
    }
    guard tokens[inner].keyword == .select || tokens[inner].keyword == .with else { return false }
    while let opening = opened.popLast() {
      guard let end = closing(of: opening), end + 1 < tokens.count else { return inParentheses }
      let next = tokens[end + 1]
      switch next.keyword {
      case .union, .minus, .intersect, .except, .order, .fetch, .offset: continue
      default:
        if inParentheses, next.kind == .rightParenthesis || next.kind == .end { continue }
        return false
      }
    }
    return true
  }

  /// Reads a query.
  ///
  /// - Parameter behindWith: WITH is read already, and a name comes next.
  mutating func query(behindWith: Bool = false) throws(SQLSyntaxError) -> Query {
    try enter()
    let wasProcedural = isProcedural
    isProcedural = false
    defer { isProcedural = wasProcedural }
    let begin = start
    let with = behindWith || accept(.with) ? try commonTableExpressions() : []
    var query = Query(with: with, first: try queryTerm(), range: SourceRange(start: begin, end: begin))
    while let combinator = setOperator() {
      query.setOperations.append(SetOperation(combinator: combinator, term: try queryTerm()))
    }
    try queryTail(&query)
    query.range = range(from: begin)
    leave()
    return query
  }

  private mutating func queryTail(_ query: inout Query) throws(SQLSyntaxError) {
    if keyword == .order {
      query.ordersSiblings = peek().kind == .word && peek().keyword != .by
      query.orderBy = try orderBy()
    }
    if accept(.offset) {
      query.offset = try value()
      guard accept(.row) || accept(.rows) else { throw fault(.missingKeyword) }
    }
    if keyword == .fetch { query.fetch = try fetchClause() }
    if keyword == .for { query.forUpdate = try forUpdate() }
  }

  private mutating func commonTableExpressions() throws(SQLSyntaxError) -> [CommonTableExpression] {
    var result: [CommonTableExpression] = []
    if keyword == .function || keyword == .procedure { throw fault(.unimplemented, "WITH FUNCTION") }
    repeat {
      let name = try identifier(.invalidTableName)
      let columns = kind == .leftParenthesis ? try identifierList() : []
      try expect(.as)
      try expectLeft()
      let query = try query()
      try expectRight()
      var table = CommonTableExpression(name: name, columns: columns, query: query)
      if acceptWord("SEARCH") { table.search = try searchClause() }
      if accept(.cycle) { table.cycle = try cycleClause() }
      result.append(table)
    } while accept(.comma)
    return result
  }

  private mutating func searchClause() throws(SQLSyntaxError) -> SearchClause {
    let isDepthFirst = acceptWord("DEPTH")
    guard isDepthFirst || acceptWord("BREADTH") else { throw fault(.missingKeyword) }
    try expect(.first)
    try expect(.by, .missingBy)
    var order: [OrderItem] = []
    repeat { order.append(try orderItem()) } while accept(.comma)
    try expect(.set)
    return SearchClause(isDepthFirst: isDepthFirst, orderBy: order, column: try identifier())
  }

  private mutating func cycleClause() throws(SQLSyntaxError) -> CycleClause {
    var columns: [Identifier] = []
    repeat { columns.append(try identifier()) } while accept(.comma)
    try expect(.set)
    let mark = try identifier()
    try expect(.to)
    let value = try cycleValue()
    try expect(.default)
    return CycleClause(columns: columns, mark: mark, value: value, otherwise: try cycleValue())
  }

  private mutating func cycleValue() throws(SQLSyntaxError) -> String {
    if kind == .number {
      let text = text(current.range.start, current.range.end)
      advance()
      return text
    }
    return try string().text
  }

  private mutating func setOperator() -> SetOperator? {
    let word = keyword
    switch word {
    case .union, .minus, .except, .intersect: advance()
    default: return nil
    }
    let all = accept(.all)
    if !all { _ = accept(.distinct) }
    switch word {
    case .union: return all ? .unionAll : .union
    case .intersect: return all ? .intersectAll : .intersect
    default: return all ? .minusAll : .minus
    }
  }

  private mutating func queryTerm() throws(SQLSyntaxError) -> QueryTerm {
    if kind == .leftParenthesis {
      advance()
      let inner = try query()
      try expectRight()
      return .nested(inner)
    }
    guard keyword == .select else { throw fault(.missingSelect) }
    return .select(try selectBlock())
  }

  // MARK: SELECT

  private mutating func selectBlock() throws(SQLSyntaxError) -> SelectBlock {
    let begin = start
    advance()
    var block = SelectBlock(
      isDistinct: false, items: [], from: [], condition: nil, groupBy: [], having: nil,
      range: SourceRange(start: begin, end: begin))
    if accept(.distinct) || accept(.unique) { block.isDistinct = true } else { _ = accept(.all) }
    repeat { block.items.append(try selectItem()) } while accept(.comma)
    if isProgram { block.into = try intoClause() }
    if accept(.from) {
      repeat { block.from.append(try fromItem()) } while accept(.comma)
    } else if !endsBlockWithoutFrom {
      throw fault(.missingFrom)
    }
    if accept(.where) { block.condition = try condition() }
    block.hierarchy = try hierarchy()
    try grouping(&block)
    if keyword == .model { block.model = try model() }
    block.range = range(from: begin)
    return block
  }

  private var endsBlockWithoutFrom: Bool {
    if kind == .end || kind == .rightParenthesis || kind == .semicolon { return true }
    switch keyword {
    case .union, .minus, .intersect, .except, .order, .where, .fetch, .offset: return true
    default: return false
    }
  }

  private mutating func selectItem() throws(SQLSyntaxError) -> SelectItem {
    let token = current
    if accept(.star) { return .star(token.range) }
    if let star = try tableStar() { return star }
    let firstToken = index
    let expression = try value()
    let lastToken = index
    if accept(.as) { return .expression(expression, alias: try identifier(.missingFrom), heading: "") }
    if startsIdentifier, !Self.stopsColumnAlias(keyword) {
      return .expression(expression, alias: try identifier(), heading: "")
    }
    return .expression(expression, alias: nil, heading: heading(of: expression, firstToken, lastToken))
  }

  private static func stopsColumnAlias(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .offset, .fetch, .except, .bulk: true
    default: false
    }
  }

  /// Reads `t.*` and `schema.t.*`.
  private mutating func tableStar() throws(SQLSyntaxError) -> SelectItem? {
    guard startsIdentifier, peek().kind == .dot else { return nil }
    let begin = start
    if peek(2).kind == .star {
      let name = ObjectName(name: try identifier())
      advance()
      advance()
      return .tableStar(name, range(from: begin))
    }
    guard peek(3).kind == .dot, peek(4).kind == .star else { return nil }
    let schema = try identifier()
    advance()
    let name = ObjectName(schema: schema, name: try identifier())
    advance()
    advance()
    return .tableStar(name, range(from: begin))
  }

  /// What Oracle calls a column without alias: a column's name, or the text in upper case without blanks.
  private func heading(
    of expression: Expression, _ firstToken: Int, _ lastToken: Int
  ) -> String {
    if case .column(let reference) = expression.kind { return reference.column.name }
    var text = ""
    for token in tokens[firstToken..<max(firstToken, lastToken)] {
      text += self.text(token.range.start, token.range.end)
    }
    return String(text.uppercased().filter { $0 != " " && $0 != "\t" && $0 != "\n" && $0 != "\r" && $0 != "\r\n" })
  }

  // MARK: Tail

  mutating func orderBy() throws(SQLSyntaxError) -> [OrderItem] {
    try expect(.order)
    _ = acceptWord("SIBLINGS")
    try expect(.by, .missingBy)
    var items: [OrderItem] = []
    repeat { items.append(try orderItem()) } while accept(.comma)
    return items
  }

  /// Reads an expression with ASC or DESC and NULLS FIRST or LAST.
  mutating func orderItem() throws(SQLSyntaxError) -> OrderItem {
    var item = OrderItem(expression: try value())
    if accept(.desc) { item.isDescending = true } else { _ = accept(.asc) }
    if acceptWord("NULLS") {
      if accept(.first) {
        item.nullsFirst = true
      } else {
        try expect(.last)
        item.nullsFirst = false
      }
    }
    return item
  }

  private mutating func fetchClause() throws(SQLSyntaxError) -> FetchClause {
    advance()
    guard accept(.first) || accept(.next) else { throw fault(.missingKeyword) }
    var clause = FetchClause(count: nil)
    if keyword != .row, keyword != .rows { clause.count = try value() }
    clause.isPercent = accept(Keyword.percent)
    guard accept(.row) || accept(.rows) else { throw fault(.missingKeyword) }
    if accept(.only) { return clause }
    try expect(.with)
    try expect(.ties)
    clause.withTies = true
    return clause
  }

  private mutating func forUpdate() throws(SQLSyntaxError) -> ForUpdateClause {
    advance()
    try expect(.update)
    var clause = ForUpdateClause(columns: [], wait: .forever)
    if accept(.of) {
      repeat { clause.columns.append(try value()) } while accept(.comma)
    }
    if accept(.nowait) {
      clause.wait = .noWait
    } else if accept(.wait) {
      clause.wait = .seconds(try integer())
    } else if accept(.skip) {
      try expect(.locked)
      clause.wait = .skipLocked
    }
    return clause
  }
}
