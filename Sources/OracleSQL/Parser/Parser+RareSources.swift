// PIVOT, UNPIVOT, table functions and other rare sources.
extension Parser {
  /// Reads what may stand behind a source before its alias: PIVOT, UNPIVOT, MATCH_RECOGNIZE, NESTED.
  mutating func rareSource(_ source: TableSource) throws(SQLSyntaxError) -> TableSource {
    guard kind == .word else { return source }
    let begin = start
    let next = peek()
    switch keyword {
    case .pivot where next.kind == .leftParenthesis || foldedText(next.range) == "XML":
      note("PIVOT and UNPIVOT", at: begin)
      let pivot = try pivot()
      return try rareAlias(.pivot(source, pivot))
    case .unpivot where next.kind == .leftParenthesis || isNullsWord(next):
      note("PIVOT and UNPIVOT", at: begin)
      let unpivot = try unpivot()
      return try rareAlias(.unpivot(source, unpivot))
    case .nested where next.kind != .leftParenthesis && next.kind != .comma && next.kind != .end:
      note("NESTED ... COLUMNS", at: begin)
      while keyword != .columns {
        guard kind != .end, kind != .rightParenthesis else { throw fault(.missingKeyword) }
        advance()
      }
      advance()
      try skipParentheses()
      return try rareAlias(.clause(source, text: text(begin, previousEnd)))
    case .other where next.kind == .leftParenthesis && isWord("MATCH_RECOGNIZE"),
      .other where next.kind == .leftParenthesis && isWord("HIERARCHIES"):
      note(foldedText(current.range), at: begin)
      advance()
      try skipParentheses()
      return try rareAlias(.clause(source, text: text(begin, previousEnd)))
    default: return source
    }
  }

  private func isNullsWord(_ token: Token) -> Bool {
    guard token.kind == .word else { return false }
    let word = foldedText(token.range)
    return word == "INCLUDE" || word == "EXCLUDE"
  }

  private mutating func rareAlias(_ source: RareSource) throws(SQLSyntaxError) -> TableSource {
    try rareSource(.rare(source, alias: try tableAlias()))
  }

  /// Reads a call in FROM from its name on.
  mutating func tableFunction() throws(SQLSyntaxError) -> TableSource {
    note("table functions", at: current.range.end)
    let call = try primary()
    return try rareAlias(.function(call))
  }

  /// Reads `(VALUES (1, 2), ...) alias (columns)`.
  mutating func valuesSource() throws(SQLSyntaxError) -> TableSource {
    note("VALUES as a source", at: start)
    let rows = try valueRows()
    try expectRight()
    let alias = try tableAlias()
    let columns = kind == .leftParenthesis ? try identifierList() : []
    return .rare(.values(rows, columns: columns), alias: alias)
  }

  /// Reads rows behind VALUES, which comes next.
  mutating func valueRows() throws(SQLSyntaxError) -> [[Expression]] {
    try expect(.values)
    var rows: [[Expression]] = []
    repeat {
      try expectLeft()
      var row: [Expression] = []
      repeat { row.append(try value()) } while accept(.comma)
      try expectRight()
      rows.append(row)
    } while accept(.comma)
    return rows
  }

  // MARK: PIVOT

  private mutating func pivot() throws(SQLSyntaxError) -> Pivot {
    advance()
    var pivot = Pivot()
    pivot.isXML = acceptWord("XML")
    try expectLeft()
    repeat {
      let call = try value()
      let hasAs = accept(.as)
      let alias = hasAs || startsIdentifier ? try identifier() : nil
      pivot.aggregates.append(Pivot.Aggregate(expression: call, alias: alias))
    } while accept(.comma)
    try expect(.for)
    pivot.columns = try pivotColumns()
    try expect(.in)
    try expectLeft()
    if accept(.any) {
      while accept(.comma) { try expect(.any) }
    } else if startsQuery(at: index, inParentheses: false) {
      pivot.values = .query(try query())
    } else {
      var values: [Pivot.Value] = []
      repeat { values.append(try pivotValue()) } while accept(.comma)
      pivot.values = .list(values)
    }
    try expectRight()
    try expectRight()
    return pivot
  }

  private mutating func pivotColumns() throws(SQLSyntaxError) -> [Identifier] {
    if kind == .leftParenthesis { return try identifierList() }
    return [try identifier()]
  }

  private mutating func pivotValue() throws(SQLSyntaxError) -> Pivot.Value {
    let first = try anyExpression()
    var value = Pivot.Value(expressions: [first])
    if case .row(let elements) = first.kind { value.expressions = elements }
    let hasAs = accept(.as)
    if hasAs || startsIdentifier { value.alias = try identifier() }
    return value
  }

  private mutating func unpivot() throws(SQLSyntaxError) -> Unpivot {
    advance()
    var unpivot = Unpivot()
    if isNullsWord(current) {
      unpivot.includesNulls = foldedText(current.range) == "INCLUDE"
      advance()
      guard acceptWord("NULLS") else { throw fault(.missingKeyword) }
    }
    try expectLeft()
    unpivot.columns = try pivotColumns()
    try expect(.for)
    unpivot.nameColumns = try pivotColumns()
    try expect(.in)
    try expectLeft()
    repeat {
      var source = Unpivot.Source(columns: try pivotColumns(), constants: [])
      if accept(.as) {
        let constant = try anyExpression()
        if case .row(let elements) = constant.kind {
          source.constants = elements
        } else {
          source.constants = [constant]
        }
      }
      unpivot.sources.append(source)
    } while accept(.comma)
    try expectRight()
    try expectRight()
    return unpivot
  }

  // MARK: Behind a table's name

  /// Reads `SAMPLE [BLOCK] (percent) [SEED (n)]`; its text.
  mutating func sample() throws(SQLSyntaxError) -> String {
    let begin = start
    advance()
    note(acceptWord("BLOCK") ? "SAMPLE BLOCK" : "SAMPLE", at: begin)
    try skipParentheses()
    if acceptWord("SEED") { try skipParentheses() }
    return text(begin, previousEnd)
  }

  /// Reads `VERSIONS BETWEEN SCN | TIMESTAMP low AND high`; its text.
  mutating func versions() throws(SQLSyntaxError) -> String {
    let begin = start
    note("VERSIONS BETWEEN", at: begin)
    advance()
    try expect(.between)
    guard accept(.scn) || accept(.timestamp) else { throw fault(.missingKeyword) }
    if !accept(.minvalue) { _ = try boundBeforeAnd() }
    try expect(.and)
    if !accept(.maxvalue) { _ = try boundBeforeAnd() }
    return text(begin, previousEnd)
  }

  /// Reads `PARTITION BY (expressions)` of a partitioned outer join.
  mutating func partitionedBy() throws(SQLSyntaxError) -> [Expression] {
    note("partitioned outer joins", at: start)
    advance()
    advance()
    var keys: [Expression] = []
    let isList = accept(.leftParenthesis)
    repeat { keys.append(try value()) } while accept(.comma)
    if isList { try expectRight() }
    return keys
  }

  // MARK: Behind a block

  /// Reads MODEL up to the end of its block; its text.
  mutating func model() throws(SQLSyntaxError) -> String {
    let begin = start
    note("MODEL", at: begin)
    advance()
    while kind != .end, kind != .semicolon, kind != .rightParenthesis {
      if kind == .leftParenthesis {
        try skipParentheses()
        continue
      }
      if keyword == .order, peek().keyword == .by { break }
      if keyword == .union || keyword == .minus || keyword == .intersect || keyword == .except { break }
      advance()
    }
    return text(begin, previousEnd)
  }

  // MARK: Changes

  /// Reads `LOG ERRORS ...`; nil when it isn't next.
  mutating func errorLog() throws(SQLSyntaxError) -> ErrorLog? {
    guard keyword == .log else { return nil }
    note("LOG ERRORS", at: start)
    advance()
    guard acceptWord("ERRORS") else { throw fault(.missingKeyword) }
    var log = ErrorLog()
    if accept(.into) { log.table = try objectName() }
    if accept(.leftParenthesis) {
      log.tag = try value()
      try expectRight()
    }
    if acceptWord("REJECT") {
      try expect(.limit)
      log.limit = accept(.unlimited) ? "UNLIMITED" : try integerText()
    }
    return log
  }

  /// Reads an inline view or TABLE(...) where a table's name is wanted; nil when a name comes next.
  mutating func changedView(_ statement: String) throws(SQLSyntaxError) -> TableSource? {
    let isCollection = keyword == .table && peek().kind == .leftParenthesis
    guard kind == .leftParenthesis || isCollection else { return nil }
    note(statement + " (query)", at: start)
    if isCollection || startsQuery(at: index + 1, inParentheses: true) || peek().keyword == .values {
      return try tableSource()
    }
    advance()
    // ONLY (view)
    let reference = try tableReference()
    try expectRight()
    return .table(reference)
  }
}

extension Identifier {
  /// What stands where a view takes the place of a name.
  static func nothing(at offset: Int) -> Identifier {
    Identifier(name: "", isQuoted: false, range: SourceRange(start: offset, end: offset))
  }
}
