// INSERT, UPDATE, DELETE.
extension Parser {
  mutating func insert() throws(SQLSyntaxError) -> Insert {
    advance()
    try expect(.into, .missingInto)
    let begin = start
    let view = try changedView("INSERT INTO")
    let table = view == nil ? try objectName() : ObjectName(name: .nothing(at: begin))
    let partition = try insertedPartition()
    let alias = startsIdentifier ? try identifier() : nil
    var columns: [Identifier] = []
    if kind == .leftParenthesis, !startsQuery(at: index + 1, inParentheses: true) { columns = try insertColumns() }
    let source: Insert.Source
    if isProgram, keyword == .values, peek().kind != .leftParenthesis {
      advance()
      source = .record(try anyExpression())
    } else if accept(.values) {
      source = .values(try insertRows(columnCount: columns.count))
    } else if keyword == .select || keyword == .with || kind == .leftParenthesis {
      source = .query(try query())
    } else {
      throw fault(.missingValues)
    }
    let returning = try returningClause()
    var insert = Insert(table: table, alias: alias, columns: columns, source: source, returning: returning)
    insert.view = view
    insert.partition = partition
    insert.errorLog = try errorLog()
    return insert
  }

  /// Reads `PARTITION (p)`, `PARTITION FOR (...)` and those of SUBPARTITION; their text.
  mutating func insertedPartition() throws(SQLSyntaxError) -> String? {
    guard keyword == .partition || keyword == .subpartition, peek().kind == .leftParenthesis || peek().keyword == .for
    else { return nil }
    let begin = start
    note("INSERT INTO PARTITION", at: begin)
    advance()
    _ = accept(.for)
    try skipParentheses()
    return text(begin, previousEnd)
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
    let table = try changedTable("UPDATE")
    try expect(.set, .missingSet)
    var assignments: [Update.Assignment] = []
    repeat { assignments.append(try assignment()) } while accept(.comma)
    let from = try changeFrom()
    let condition = accept(.where) ? try changeCondition() : nil
    var update = Update(
      table: table, assignments: assignments, condition: condition, returning: try returningClause())
    update.from = from
    update.errorLog = try errorLog()
    return update
  }

  /// Reads FROM of 23ai behind what is changed.
  private mutating func changeFrom() throws(SQLSyntaxError) -> [FromItem] {
    let begin = start
    guard accept(.from) else { return [] }
    note("FROM in UPDATE and DELETE", at: begin)
    var from: [FromItem] = []
    repeat { from.append(try fromItem()) } while accept(.comma)
    return from
  }

  /// Reads the table that UPDATE or DELETE changes, or a view in its place.
  private mutating func changedTable(_ statement: String) throws(SQLSyntaxError) -> TableReference {
    let begin = start
    guard let view = try changedView(statement) else { return try tableReference() }
    var reference = TableReference(name: ObjectName(name: .nothing(at: begin)))
    reference.view = view
    switch view {
    case .subquery(_, let alias, _), .collection(_, let alias): reference.alias = alias
    default: break
    }
    if startsIdentifier, keyword != .set, keyword != .returning, keyword != .log { reference.alias = try identifier() }
    return reference
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
    if isProgram, keyword == .row, peek().kind == .equal {
      advance()
      advance()
      return .row(try value())
    }
    let target = try assignmentTarget()
    try expect(.equal, .missingEqual)
    return .value(target, try insertValue())
  }

  private mutating func assignmentTarget() throws(SQLSyntaxError) -> ColumnReference {
    var reference = ColumnReference(column: try identifier())
    if reference.column.name == "VALUE", kind == .leftParenthesis {
      note("UPDATE ... SET VALUE", at: start)
      try skipParentheses()
      return reference
    }
    while reference.schema == nil, accept(.dot) {
      reference.schema = reference.table
      reference.table = reference.column
      reference.column = try identifier()
    }
    while kind == .dot {
      note("attributes of objects", at: start)
      advance()
      reference.column = try identifier()
    }
    return reference
  }

  mutating func delete() throws(SQLSyntaxError) -> Delete {
    advance()
    _ = accept(.from)
    let table = try changedTable("DELETE FROM")
    let from = try changeFrom()
    let condition = accept(.where) ? try changeCondition() : nil
    var delete = Delete(table: table, condition: condition, returning: try returningClause())
    delete.from = from
    delete.errorLog = try errorLog()
    return delete
  }

  mutating func returningClause() throws(SQLSyntaxError) -> ReturningClause? {
    guard accept(.returning) || accept(.return) else { return nil }
    var clause = ReturningClause(expressions: [], targets: [])
    repeat { clause.expressions.append(try value()) } while accept(.comma)
    if isProgram, keyword == .bulk {
      clause.into = try intoClause()
      return clause
    }
    try expect(.into, .missingInto)
    if isProgram {
      index -= 1
      clause.into = try intoClause()
      return clause
    }
    repeat { clause.targets.append(try bindVariable()) } while accept(.comma)
    return clause
  }

  /// Reads the condition behind WHERE; in PL/SQL it may be `CURRENT OF cursor`.
  private mutating func changeCondition() throws(SQLSyntaxError) -> Expression {
    guard isProgram, keyword == .current, peek().keyword == .of else { return try condition() }
    let begin = start
    advance()
    advance()
    let cursor = try primary()
    return Expression(kind: .extended(.attribute(cursor, "CURRENT OF")), range: range(from: begin))
  }
}
