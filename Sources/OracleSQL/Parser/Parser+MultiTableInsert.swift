// INSERT ALL and INSERT FIRST.
extension Parser {
  /// Reads what follows INSERT, from ALL or FIRST on.
  mutating func multiTableInsert() throws(SQLSyntaxError) -> MultiTableInsert {
    let isFirst = keyword == .first
    advance()
    var branches: [MultiTableInsert.Branch] = []
    if keyword == .when {
      while accept(.when) {
        let condition = try condition()
        try expect(.then)
        branches.append(MultiTableInsert.Branch(condition: condition, targets: try multiTableTargets()))
      }
      if accept(.else) {
        branches.append(MultiTableInsert.Branch(condition: nil, targets: try multiTableTargets()))
      }
    } else {
      guard !isFirst else { throw fault(.missingKeyword) }
      branches.append(MultiTableInsert.Branch(condition: nil, targets: try multiTableTargets()))
    }
    guard keyword == .select || keyword == .with || kind == .leftParenthesis else { throw fault(.missingSelect) }
    return MultiTableInsert(isFirst: isFirst, branches: branches, query: try query())
  }

  private mutating func multiTableTargets() throws(SQLSyntaxError) -> [MultiTableInsert.Target] {
    var targets: [MultiTableInsert.Target] = []
    guard keyword == .into else { throw fault(.missingInto) }
    while accept(.into) {
      var target = MultiTableInsert.Target(table: try objectName())
      if startsIdentifier, keyword != .when, keyword != .with {
        throw fault(.unimplemented, "PARTITION, aliases and LOG ERRORS in multi-table INSERT")
      }
      if kind == .leftParenthesis, !startsQuery(at: index + 1, inParentheses: true) {
        target.columns = try insertColumns()
      }
      if accept(.values) {
        let position = start
        let rows = try insertRows(columnCount: target.columns.count)
        guard rows.count == 1 else { throw fault(.notProperlyEnded, at: position) }
        target.values = rows.first
      }
      targets.append(target)
    }
    return targets
  }
}
