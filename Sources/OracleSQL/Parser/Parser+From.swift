// FROM: tables, subqueries, ANSI joins, flashback.
extension Parser {
  mutating func fromItem() throws(SQLSyntaxError) -> FromItem {
    try enter()
    let begin = start
    var item = FromItem(source: try tableSource(), joins: [], range: SourceRange(start: begin, end: begin))
    while let kind = try joinKind() { item.joins.append(try join(kind.kind, isNatural: kind.isNatural)) }
    item.range = range(from: begin)
    leave()
    return item
  }

  private mutating func joinKind() throws(SQLSyntaxError) -> (kind: JoinKind, isNatural: Bool)? {
    let isNatural = keyword == .natural
    if isNatural { advance() }
    let kind: JoinKind
    switch keyword {
    case .join: kind = .inner
    case .inner:
      advance()
      kind = .inner
    case .cross where !isNatural:
      advance()
      if acceptWord("APPLY") { return (.crossApply, false) }
      kind = .cross
    case .outer where !isNatural && isApply:
      advance()
      advance()
      return (.outerApply, false)
    case .left, .right, .full:
      kind = keyword == .left ? .left : keyword == .right ? .right : .full
      advance()
      _ = accept(.outer)
    default:
      if isNatural { throw fault(.missingKeyword) }
      return nil
    }
    try expect(.join)
    return (kind, isNatural)
  }

  private var isApply: Bool { text(peek().range.start, peek().range.end).uppercased() == "APPLY" }

  private mutating func join(_ kind: JoinKind, isNatural: Bool) throws(SQLSyntaxError) -> Join {
    let source = try tableSource()
    if kind == .cross || kind == .crossApply || kind == .outerApply {
      return
        Join(kind: kind, source: source, condition: .none)
    }
    if isNatural { return Join(kind: kind, source: source, condition: .natural) }
    if accept(.on) { return Join(kind: kind, source: source, condition: .on(try condition())) }
    guard accept(.using) else { throw fault(.missingKeyword) }
    return Join(kind: kind, source: source, condition: .using(try identifierList()))
  }

  mutating func tableSource() throws(SQLSyntaxError) -> TableSource {
    let isLateral = keyword == .lateral && peek().kind == .leftParenthesis
    if isLateral { advance() }
    if kind == .leftParenthesis {
      if startsQuery(at: index + 1, inParentheses: true) {
        advance()
        let query = try query()
        try expectRight()
        if kind == .word, keyword == .pivot || keyword == .unpivot || keyword == .other {
          let inner = TableSource.subquery(query, alias: nil, isLateral: isLateral)
          let rare = try rareSource(inner)
          if case .rare = rare { return rare }
        }
        return .subquery(query, alias: try tableAlias(), isLateral: isLateral)
      }
      advance()
      if keyword == .values, peek().kind == .leftParenthesis { return try valuesSource() }
      let inner = try fromItem()
      try expectRight()
      return try rareSource(.nested(inner))
    }
    if keyword == .table, peek().kind == .leftParenthesis {
      advance()
      advance()
      let collection = try collectionValue()
      try expectRight()
      if kind == .leftParenthesis, isOuterMark {
        note("(+) behind TABLE", at: start)
        try skipParentheses()
      }
      return .collection(collection, alias: try tableAlias())
    }
    if isWord("JSON_TABLE"), peek().kind == .leftParenthesis {
      let begin = start
      advance()
      let table = try jsonTable(from: begin)
      _ = accept(.as)
      return .json(table, alias: try tableAlias())
    }
    if startsTableFunction { return try tableFunction() }
    let reference = try tableReference()
    if kind == .word, keyword == .pivot || keyword == .unpivot || keyword == .nested || keyword == .other,
      reference.alias == nil
    {
      return try rareSource(.table(reference))
    }
    return .table(reference)
  }

  /// Reads what stands in TABLE(...): a value, or a query whose value is a collection.
  private mutating func collectionValue() throws(SQLSyntaxError) -> Expression {
    guard startsQuery(at: index, inParentheses: true) else { return try value() }
    note("TABLE(query)", at: start)
    let query = try query()
    return Expression(kind: .subquery(query), range: query.range)
  }

  private var isOuterMark: Bool { peek().kind == .plus && peek(2).kind == .rightParenthesis }

  /// Whether a name with parentheses comes next: a table function, XMLTABLE, CONTAINERS.
  private var startsTableFunction: Bool {
    var distance = 0
    while distance < 6 {
      let token = peek(distance)
      guard token.kind == .quotedIdentifier || token.kind == .word && (distance > 0 || canBeIdentifier(token)) else {
        return false
      }
      let next = peek(distance + 1).kind
      if next == .leftParenthesis { return true }
      guard next == .dot else { return false }
      distance += 2
    }
    return false
  }

  /// Reads a table's name with partition, flashback clause and alias.
  mutating func tableReference() throws(SQLSyntaxError) -> TableReference {
    var reference = TableReference(name: try objectName(.invalidTableName))
    if keyword == .partition, peek().kind == .leftParenthesis {
      advance()
      advance()
      reference.partition = try identifier()
      try expectRight()
    }
    if keyword == .subpartition && peek().kind == .leftParenthesis
      || keyword == .partition && peek().keyword == .for
    {
      reference.otherPartition = try insertedPartition()
    }
    if keyword == .partition, peek().keyword == .by { reference.partitionedBy = try partitionedBy() }
    if keyword == .sample { reference.sample = try sample() }
    if keyword == .other, isWord("VERSIONS"), peek().keyword == .between { reference.versions = try versions() }
    if keyword == .as, peek().keyword == .of {
      advance()
      advance()
      if accept(.scn) {
        reference.asOf = .scn(try value())
      } else {
        try expect(.timestamp)
        reference.asOf = .timestamp(try value())
      }
    }
    guard !startsRareSource else { return reference }
    reference.alias = try tableAlias()
    if keyword == .partition, peek().keyword == .by { reference.partitionedBy = try partitionedBy() }
    return reference
  }

  private var startsRareSource: Bool {
    let next = peek()
    switch keyword {
    case .nested: return next.kind != .comma && next.kind != .rightParenthesis && next.kind != .end
    case .pivot, .unpivot:
      return next.kind == .leftParenthesis
        || next.kind == .word && ["XML", "INCLUDE", "EXCLUDE"].contains(foldedText(next.range))
    case .other:
      return next.kind == .leftParenthesis && (isWord("MATCH_RECOGNIZE") || isWord("HIERARCHIES"))
    default: return false
    }
  }

  mutating func tableAlias() throws(SQLSyntaxError) -> Identifier? {
    guard startsIdentifier else { return nil }
    switch keyword {
    case .join, .inner, .left, .right, .full, .cross, .natural, .outer, .using, .offset, .fetch, .except, .model,
      .returning, .return, .log, .when, .limit, .loop, .bulk:
      return nil
    default: return try identifier()
    }
  }
}
