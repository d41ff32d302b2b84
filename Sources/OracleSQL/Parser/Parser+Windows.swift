// What may follow a call: WITHIN GROUP, KEEP, IGNORE NULLS, OVER.
extension Parser {
  mutating func callTail(_ call: inout FunctionCall) throws(SQLSyntaxError) {
    if isWord("FROM"), peek().keyword == .first || peek().keyword == .last, peek(2).kind != .comma,
      call.path.last?.name == "NTH_VALUE"
    {
      advance()
      call.isFromLast = keyword == .last
      advance()
    }
    if let nulls = nullTreatment() { call.nulls = nulls }
    if accept(.within, .group) {
      try expectLeft()
      call.withinGroup = try orderBy()
      try expectRight()
    }
    if keyword == .keep, peek().kind == .leftParenthesis {
      advance()
      call.keep = try rankFilter()
    }
    if keyword == .over {
      guard peek().kind == .leftParenthesis else { throw fault(.unimplemented, "named windows (OVER name)") }
      advance()
      call.over = try windowSpecification()
    }
  }

  /// Reads `IGNORE NULLS` and `RESPECT NULLS`, which may stand inside of the call or behind it.
  mutating func nullTreatment() -> NullTreatment? {
    let isIgnore = isWord("IGNORE")
    guard isIgnore || isWord("RESPECT"), text(peek().range.start, peek().range.end).uppercased() == "NULLS" else {
      return nil
    }
    advance()
    advance()
    return isIgnore ? .ignore : .respect
  }

  /// Reads `ON OVERFLOW ...` inside of LISTAGG's call.
  mutating func listOverflow() throws(SQLSyntaxError) -> ListOverflow {
    try expect(.on)
    try expect(.overflow)
    if acceptWord("ERROR") { return .error }
    try expect(.truncate)
    let text: Expression? = startsString ? try value() : nil
    if accept(.without) {
      guard acceptWord("COUNT") else { throw fault(.missingKeyword) }
      return .truncate(text, withCount: false)
    }
    if accept(.with) {
      guard acceptWord("COUNT") else { throw fault(.missingKeyword) }
    }
    return .truncate(text, withCount: true)
  }

  private mutating func rankFilter() throws(SQLSyntaxError) -> RankFilter {
    try expectLeft()
    guard acceptWord("DENSE_RANK") else { throw fault(.missingKeyword) }
    let keepsLast = keyword == .last
    guard accept(.first) || accept(.last) else { throw fault(.missingKeyword) }
    let order = try orderBy()
    try expectRight()
    return RankFilter(keepsLast: keepsLast, orderBy: order)
  }

  private mutating func windowSpecification() throws(SQLSyntaxError) -> WindowSpecification {
    let begin = start
    try expectLeft()
    var window = WindowSpecification(range: SourceRange(start: begin, end: begin))
    if accept(.partition) {
      try expect(.by, .missingBy)
      repeat {
        let key = try anyExpression()
        if case .row(let keys) = key.kind { window.partitionBy += keys } else { window.partitionBy.append(key) }
      } while accept(.comma)
    }
    if keyword == .order { window.orderBy = try orderBy() }
    if keyword == .rows || keyword == .range { window.frame = try windowFrame() }
    if keyword == .groups { throw fault(.unimplemented, "GROUPS frames") }
    if isWord("EXCLUDE") { throw fault(.unimplemented, "EXCLUDE in window frames") }
    try expectRight()
    window.range = range(from: begin)
    return window
  }

  private mutating func windowFrame() throws(SQLSyntaxError) -> WindowFrame {
    let unit: WindowFrame.Unit = keyword == .rows ? .rows : .range
    advance()
    guard accept(.between) else { return WindowFrame(unit: unit, start: try frameBound()) }
    let first = try frameBound()
    try expect(.and)
    return WindowFrame(unit: unit, start: first, end: try frameBound())
  }

  private mutating func frameBound() throws(SQLSyntaxError) -> WindowFrame.Bound {
    if acceptWord("UNBOUNDED") {
      if acceptWord("PRECEDING") { return .unboundedPreceding }
      guard acceptWord("FOLLOWING") else { throw fault(.missingKeyword) }
      return .unboundedFollowing
    }
    if accept(.current) {
      try expect(.row)
      return .currentRow
    }
    let offset = try value()
    if acceptWord("PRECEDING") { return .preceding(offset) }
    guard acceptWord("FOLLOWING") else { throw fault(.missingKeyword) }
    return .following(offset)
  }
}
