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
      if keyword != .join { throw fault(.unimplemented, "CROSS APPLY") }
      kind = .cross
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

  private mutating func join(_ kind: JoinKind, isNatural: Bool) throws(SQLSyntaxError) -> Join {
    let source = try tableSource()
    if kind == .cross { return Join(kind: kind, source: source, condition: .none) }
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
        try rejectPivot()
        return .subquery(query, alias: try tableAlias(), isLateral: isLateral)
      }
      advance()
      let inner = try fromItem()
      try expectRight()
      return .nested(inner)
    }
    if keyword == .table, peek().kind == .leftParenthesis {
      advance()
      advance()
      let collection = try value()
      try expectRight()
      return .collection(collection, alias: try tableAlias())
    }
    return .table(try tableReference())
  }

  /// Reads a table's name with partition, flashback clause and alias.
  mutating func tableReference() throws(SQLSyntaxError) -> TableReference {
    var reference = TableReference(name: try objectName(.invalidTableName))
    if kind == .leftParenthesis { throw fault(.unimplemented, "table functions") }
    if keyword == .partition, peek().kind == .leftParenthesis {
      advance()
      advance()
      reference.partition = try identifier()
      try expectRight()
    }
    if keyword == .sample { throw fault(.unimplemented, "SAMPLE") }
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
    try rejectPivot()
    reference.alias = try tableAlias()
    return reference
  }

  private func rejectPivot() throws(SQLSyntaxError) {
    guard keyword == .pivot || keyword == .unpivot, peek().kind == .leftParenthesis else { return }
    throw fault(.unimplemented, "PIVOT and UNPIVOT")
  }

  private mutating func tableAlias() throws(SQLSyntaxError) -> Identifier? {
    guard startsIdentifier else { return nil }
    switch keyword {
    case .join, .inner, .left, .right, .full, .cross, .natural, .outer, .using, .offset, .fetch, .except, .model,
      .returning, .return, .log, .when, .limit:
      return nil
    default: return try identifier()
    }
  }
}
