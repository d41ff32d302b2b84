import OracleSQL
import OracleWire

/// CURSOR expressions: queries that are opened for each row that is handed out.
enum CursorExpressions {
  /// How many may stand in each other; clients read them one by one, so that nobody needs more.
  private static let deepest = 16

  static func notAllowed(at position: Int) -> OracleError {
    OracleError(code: 22902, message: "CURSOR expression not allowed", position: position)
  }

  /// An item of a select list.
  ///
  /// Its value stands for the next of `Execution.opened`: a cursor is no bytes before its client has a number for it.
  static func compile(_ query: Query, _ compiler: ExpressionCompiler, depth: Int) throws -> CompiledValue {
    let context = compiler.context
    guard context.cursorDepth < deepest else {
      throw OracleError.unsupported("more than \(deepest) CURSOR expressions in each other", at: query.range.start)
    }
    context.cursorDepth += 1
    defer { context.cursorDepth -= 1 }
    let plan = try QueryCompiler(context: context)
      .plan(query, parent: compiler.scope, depth: depth + 1, givesCursors: true)
    let statement = StandInStatement(
      sql: "", kind: .query, columns: try context.session.described(plan), bindNames: [], sqlTypeCode: 3, body: .nested,
      catalogVersion: context.catalog.version, bindTypes: [])
    return CompiledValue(
      type: ColumnType(base: .cursor), isNullable: false, dependence: SubqueryForms.dependence(plan)
    ) { frame in
      let cursor = try frame.execution.session.open(
        plan, columns: statement.columns, frame.execution.nested(), parent: frame.kept())
      frame.execution.opened.append(OpenedQuery(statement: statement, cursor: cursor))
      return Value(type: .cursor, bytes: [1])
    }
  }

  /// Refuses cursors in rows that are made before they are handed out, all at once.
  static func check(_ plan: BlockPlan, limit: FetchClause?, at position: Int) throws {
    guard plan.columns.contains(where: { $0.type.base == .cursor }) else { return }
    if plan.isDistinct { throw notAllowed(at: position) }
    guard plan.grouping == nil, plan.windows == nil, limit?.withTies != true, limit?.isPercent != true else {
      throw OracleError.unsupported(
        "CURSOR expressions beside GROUP BY, window functions and FETCH WITH TIES or PERCENT", at: position)
    }
  }
}
