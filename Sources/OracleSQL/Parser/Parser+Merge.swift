// MERGE.
extension Parser {
  mutating func merge() throws(SQLSyntaxError) -> Merge {
    advance()
    try expect(.into, .missingInto)
    let target = try tableReference()
    try expect(.using)
    let source = try tableSource()
    try expect(.on, .missingOn)
    try expectLeft()
    let condition = try condition()
    try expectRight()
    var merge = Merge(target: target, source: source, condition: condition)
    guard keyword == .when else { throw fault(.missingKeyword) }
    while accept(.when) {
      let isNegated = accept(.not)
      guard acceptWord("MATCHED") else { throw fault(.missingKeyword) }
      try expect(.then)
      if isNegated {
        guard merge.insert == nil else { throw fault(.notProperlyEnded) }
        merge.insert = try mergeInsert()
      } else {
        guard merge.update == nil else { throw fault(.notProperlyEnded) }
        merge.update = try mergeUpdate()
      }
    }
    merge.errorLog = try errorLog()
    let begin = start
    merge.returning = try returningClause()
    if merge.returning != nil { note("MERGE ... RETURNING", at: begin) }
    return merge
  }

  private mutating func mergeUpdate() throws(SQLSyntaxError) -> Merge.Matched {
    try expect(.update)
    try expect(.set, .missingSet)
    var matched = Merge.Matched(assignments: [])
    repeat { matched.assignments.append(try assignment()) } while accept(.comma)
    if accept(.where) { matched.condition = try condition() }
    if accept(.delete) {
      try expect(.where)
      matched.deletion = try condition()
    }
    return matched
  }

  private mutating func mergeInsert() throws(SQLSyntaxError) -> Merge.NotMatched {
    try expect(.insert)
    let columns = kind == .leftParenthesis ? try insertColumns() : []
    try expect(.values, .missingValues)
    let position = start
    let rows = try insertRows(columnCount: columns.count)
    guard let row = rows.first, rows.count == 1 else { throw fault(.notProperlyEnded, at: position) }
    return Merge.NotMatched(columns: columns, values: row, condition: accept(.where) ? try condition() : nil)
  }
}
