// ORGANIZATION EXTERNAL.
extension Parser {
  /// Reads `EXTERNAL (...) [REJECT LIMIT n]` from the parenthesis or the word before it on.
  mutating func externalTable(from begin: Int) throws(SQLSyntaxError) -> ExternalTable {
    note("ORGANIZATION EXTERNAL", at: begin)
    _ = accept(.external)
    var table = ExternalTable(range: SourceRange(start: begin, end: begin))
    try expectLeft()
    while kind != .rightParenthesis { try externalProperty(&table) }
    try expectRight()
    try rejectLimit(&table)
    table.range = range(from: begin)
    return table
  }

  private mutating func externalProperty(_ table: inout ExternalTable) throws(SQLSyntaxError) {
    let begin = start
    if accept(.type) {
      table.accessDriver = try anyWord().name
    } else if accept(.default) {
      try expect(.directory)
      table.directory = try identifier()
    } else if accept(.access) {
      try expect(.parameters)
      if accept(.using) {
        try expect(.clob)
        _ = try query()
      } else if kind == .leftParenthesis {
        try skipParentheses()
      } else {
        while kind != .end, kind != .rightParenthesis, !isWord("LOCATION") { advance() }
      }
      table.accessParameters = PhysicalClause(keyword: "ACCESS PARAMETERS", range: range(from: begin))
    } else if acceptWord("LOCATION") {
      try expectLeft()
      repeat { table.locations.append(try location()) } while accept(.comma)
      try expectRight()
    } else if isWord("REJECT") {
      try rejectLimit(&table)
    } else {
      throw fault(.invalidOption)
    }
  }

  private mutating func location() throws(SQLSyntaxError) -> ExternalTable.Location {
    if startsString { return ExternalTable.Location(directory: nil, file: try string().text) }
    let directory = try identifier()
    // A colon before a string reads as a symbol of its own.
    guard kind == .otherSymbol else { throw fault(.invalidOption) }
    advance()
    return ExternalTable.Location(directory: directory, file: try string().text)
  }

  private mutating func rejectLimit(_ table: inout ExternalTable) throws(SQLSyntaxError) {
    guard acceptWord("REJECT") else { return }
    try expect(.limit)
    if !accept(.unlimited) { table.rejectLimit = try integer() }
  }
}
