// SQL/JSON: JSON_VALUE, JSON_QUERY, JSON_EXISTS, JSON_TABLE.
extension Parser {
  /// Reads the arguments of a SQL/JSON function behind its name.
  mutating func jsonCall(_ function: JSONCall.Function, from begin: Int) throws(SQLSyntaxError) -> Expression {
    try expectLeft()
    let (document, hasFormat) = try jsonDocument()
    var call = JSONCall(function: function, document: document, hasFormat: hasFormat)
    if function != .serialize {
      if accept(.comma) { call.path = try string().text }
      call.passing = try jsonPassing()
    }
    call.output = try jsonOutput()
    try expectRight()
    return Expression(kind: .json(call), range: range(from: begin))
  }

  private mutating func jsonDocument() throws(SQLSyntaxError) -> (Expression, hasFormat: Bool) {
    let document = try value()
    guard accept(.format) else { return (document, false) }
    try expect(.json)
    return (document, true)
  }

  private mutating func jsonPassing() throws(SQLSyntaxError) -> [(value: Expression, name: String)] {
    guard acceptWord("PASSING") else { return [] }
    var passing: [(value: Expression, name: String)] = []
    repeat {
      let value = try value()
      try expect(.as)
      passing.append((value, try identifier().name))
    } while accept(.comma)
    return passing
  }

  /// Reads RETURNING, PRETTY, the wrapper and the ON clauses.
  private mutating func jsonOutput() throws(SQLSyntaxError) -> JSONOutput {
    var output = JSONOutput()
    if accept(.returning) { output.returning = try dataType() }
    while true {
      if acceptWord("PRETTY") {
        output.isPretty = true
      } else if acceptWord("ASCII") {
        output.isASCII = true
      } else if acceptWord("TRUNCATE") {
        output.isTruncated = true
      } else if acceptWord("ALLOW") || acceptWord("DISALLOW") || acceptWord("SCALARS") {
        continue
      } else if keyword == .with || keyword == .without {
        output.wrapper = try jsonWrapper()
      } else {
        break
      }
    }
    while let fallback = try jsonFallback() {
      try expect(.on)
      if acceptWord("ERROR") {
        output.onError = fallback
      } else if acceptWord("EMPTY") {
        output.onEmpty = fallback
      } else if acceptWord("MISMATCH") {
        output.onMismatch = fallback
      } else {
        throw fault(.missingKeyword)
      }
    }
    return output
  }

  private mutating func jsonWrapper() throws(SQLSyntaxError) -> JSONWrapper {
    if accept(.without) {
      _ = acceptWord("ARRAY")
      guard acceptWord("WRAPPER") else { throw fault(.missingKeyword) }
      return .without
    }
    try expect(.with)
    let isConditional = acceptWord("CONDITIONAL")
    if !isConditional { _ = acceptWord("UNCONDITIONAL") }
    _ = acceptWord("ARRAY")
    guard acceptWord("WRAPPER") else { throw fault(.missingKeyword) }
    return isConditional ? .conditional : .with
  }

  /// Reads what stands before ON ERROR and its like; nil when nothing of the kind comes.
  private mutating func jsonFallback() throws(SQLSyntaxError) -> JSONFallback? {
    if accept(.default) { return .value(try value()) }
    if accept(.null) { return .null }
    if acceptWord("ERROR") { return .error }
    if acceptWord("TRUE") { return .true }
    if acceptWord("FALSE") { return .false }
    if acceptWord("IGNORE") { return .ignore }
    guard isWord("EMPTY") else { return nil }
    advance()
    if acceptWord("OBJECT") { return .emptyObject }
    _ = acceptWord("ARRAY")
    return .emptyArray
  }

  // MARK: JSON_TABLE

  /// Reads JSON_TABLE behind its name.
  mutating func jsonTable(from begin: Int) throws(SQLSyntaxError) -> JSONTable {
    try expectLeft()
    let (document, hasFormat) = try jsonDocument()
    let path = accept(.comma) ? try string().text : nil
    let passing = try jsonPassing()
    let output = try jsonOutput()
    let columns = try jsonColumns()
    try expectRight()
    return JSONTable(
      document: document, hasFormat: hasFormat, path: path, passing: passing, onError: output.onError,
      onEmpty: output.onEmpty, columns: columns, range: range(from: begin))
  }

  private mutating func jsonColumns() throws(SQLSyntaxError) -> [JSONTable.Column] {
    try enter()
    try expect(.columns)
    let isParenthesized = accept(.leftParenthesis)
    var columns: [JSONTable.Column] = []
    repeat { columns.append(try jsonColumn()) } while accept(.comma)
    if isParenthesized { try expectRight() }
    leave()
    return columns
  }

  private mutating func jsonColumn() throws(SQLSyntaxError) -> JSONTable.Column {
    if keyword == .nested, isWordAt(1, "PATH") || peek().kind == .string {
      advance()
      _ = acceptWord("PATH")
      let path = try string().text
      return .nested(path: path, columns: try jsonColumns())
    }
    let name = try identifier()
    if accept(.for) {
      guard acceptWord("ORDINALITY") else { throw fault(.missingKeyword) }
      return .ordinality(name)
    }
    var output = JSONOutput()
    if keyword != .exists, keyword != .format, !isWord("PATH"), kind == .word { output.returning = try dataType() }
    let isExists = accept(.exists)
    let isQuery = !isExists && accept(.format)
    if isQuery { try expect(.json) }
    let before = try jsonOutput()
    let path = acceptWord("PATH") ? try string().text : nil
    let after = try jsonOutput()
    output.wrapper = before.wrapper == .without ? after.wrapper : before.wrapper
    output.isPretty = before.isPretty || after.isPretty
    output.onError = before.onError ?? after.onError
    output.onEmpty = before.onEmpty ?? after.onEmpty
    output.onMismatch = before.onMismatch ?? after.onMismatch
    if isExists { return .exists(name, path: path, output: output) }
    return .value(name, path: path, isQuery: isQuery, output: output)
  }

  private func isWordAt(_ distance: Int, _ word: String) -> Bool {
    let token = peek(distance)
    return token.kind == .word && text(token.range.start, token.range.end).uppercased() == word
  }
}
