// INSERT, UPDATE, DELETE.
extension Parser {
  mutating func insert() throws(SQLSyntaxError) -> Insert {
    advance()
    try expect(.into, .missingInto)
    if kind == .leftParenthesis { throw fault(.unimplemented, "INSERT INTO (query)") }
    let table = try objectName()
    if keyword == .partition, peek().kind == .leftParenthesis { throw fault(.unimplemented, "INSERT INTO PARTITION") }
    let alias = startsIdentifier ? try identifier() : nil
    var columns: [Identifier] = []
    if kind == .leftParenthesis, !startsQuery(at: index + 1, inParentheses: true) { columns = try insertColumns() }
    let source: Insert.Source
    if accept(.values) {
      source = .values(try insertRows(columnCount: columns.count))
    } else if keyword == .select || keyword == .with || kind == .leftParenthesis {
      source = .query(try query())
    } else {
      throw fault(.missingValues)
    }
    let returning = try returningClause()
    return Insert(table: table, alias: alias, columns: columns, source: source, returning: returning)
  }

  mutating func insertColumns() throws(SQLSyntaxError) -> [Identifier] {
    advance()
    var columns: [Identifier] = []
    columns.reserveCapacity(12)
    repeat {
      var name = try identifier()
      while accept(.dot) { name = try identifier() }
      columns.append(name)
    } while accept(.comma)
    try expectRight()
    return columns
  }

  mutating func insertRows(columnCount: Int) throws(SQLSyntaxError) -> [[InsertValue]] {
    var rows: [[InsertValue]] = []
    repeat {
      try expectLeft()
      var row: [InsertValue] = []
      row.reserveCapacity(max(columnCount, 8))
      repeat { row.append(try insertValue()) } while accept(.comma)
      try expect(.rightParenthesis, kind == .end ? .missingRightParenthesis : .missingComma)
      rows.append(row)
    } while accept(.comma)
    return rows
  }

  mutating func insertValue() throws(SQLSyntaxError) -> InsertValue {
    let token = current
    if accept(.default) { return .defaultValue(token.range) }
    return .expression(try value())
  }

  mutating func update() throws(SQLSyntaxError) -> Update {
    advance()
    if kind == .leftParenthesis { throw fault(.unimplemented, "UPDATE (query)") }
    let table = try tableReference()
    try expect(.set, .missingSet)
    var assignments: [Update.Assignment] = []
    repeat { assignments.append(try assignment()) } while accept(.comma)
    let condition = accept(.where) ? try condition() : nil
    return Update(table: table, assignments: assignments, condition: condition, returning: try returningClause())
  }

  mutating func assignment() throws(SQLSyntaxError) -> Update.Assignment {
    if accept(.leftParenthesis) {
      var targets: [ColumnReference] = []
      repeat { targets.append(try assignmentTarget()) } while accept(.comma)
      try expectRight()
      try expect(.equal, .missingEqual)
      try expectLeft()
      let query = try query()
      try expectRight()
      return .query(targets, query)
    }
    let target = try assignmentTarget()
    try expect(.equal, .missingEqual)
    return .value(target, try insertValue())
  }

  private mutating func assignmentTarget() throws(SQLSyntaxError) -> ColumnReference {
    var reference = ColumnReference(column: try identifier())
    while reference.schema == nil, accept(.dot) {
      reference.schema = reference.table
      reference.table = reference.column
      reference.column = try identifier()
    }
    return reference
  }

  mutating func delete() throws(SQLSyntaxError) -> Delete {
    advance()
    _ = accept(.from)
    if kind == .leftParenthesis { throw fault(.unimplemented, "DELETE FROM (query)") }
    let table = try tableReference()
    let condition = accept(.where) ? try condition() : nil
    return Delete(table: table, condition: condition, returning: try returningClause())
  }

  private mutating func returningClause() throws(SQLSyntaxError) -> ReturningClause? {
    if keyword == .log { throw fault(.unimplemented, "LOG ERRORS") }
    guard accept(.returning) || accept(.return) else { return nil }
    var clause = ReturningClause(expressions: [], targets: [])
    repeat { clause.expressions.append(try value()) } while accept(.comma)
    try expect(.into, .missingInto)
    repeat { clause.targets.append(try bindVariable()) } while accept(.comma)
    return clause
  }
}
