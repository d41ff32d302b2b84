import OracleSQL
import OracleWire

/// Turns queries into plans.
struct QueryCompiler {
  let context: CompileContext

  /// Compiles a query.
  ///
  /// - Parameters:
  ///   - parent: the scope of the block around it, nil at the top.
  ///   - givesCursors: whether CURSOR expressions may stand in its select list: its rows go to the client.
  /// - Throws: `OracleError` with the position of the fault.
  func plan(_ query: Query, parent: Scope?, depth: Int = 0, givesCursors: Bool = false) throws -> QueryPlan {
    guard depth < 40 else {
      throw OracleError(
        code: 913, message: "too many values: queries are nested too deeply", position: query.range.start)
    }
    if query.forUpdate != nil {
      try context.session.checkWritable()
      throw OracleError.unsupported("FOR UPDATE", at: query.range.start)
    }
    let known = context.commonTables.count
    defer { context.commonTables.removeLast(context.commonTables.count - known) }
    for table in query.with {
      if let (plan, columns) = try RecursiveCompiler(context: context, queries: self).plan(table, depth: depth) {
        context.commonTables.append((table.name.name, plan, columns))
        continue
      }
      context.openTables.append(table)
      defer { context.openTables.removeLast() }
      let plan = try plan(table.query, parent: nil, depth: depth + 1)
      var columns = plan.columns
      if !table.columns.isEmpty {
        guard table.columns.count == columns.count else {
          throw OracleError(
            code: 32038, message: "number of WITH clause column names does not match number of elements in select list",
            position: table.name.range.start)
        }
        for index in columns.indices { columns[index].name = table.columns[index].name }
      }
      context.commonTables.append((table.name.name, plan, columns))
    }
    let limits = try limits(query)
    if query.setOperations.isEmpty, case .select(let block) = query.first {
      let compiled = try BlockCompiler(context: context, query: self, depth: depth + 1, givesCursors: givesCursors)
        .compile(block, parent: parent, orderBy: query.orderBy, ordersSiblings: query.ordersSiblings)
      try CursorExpressions.check(compiled.plan, limit: query.fetch, at: query.range.start)
      return QueryPlan(
        term: .block(compiled.plan), columns: compiled.plan.columns, orderBy: compiled.orderBy, offset: limits.offset,
        fetch: limits.fetch, hasFetch: query.fetch != nil, withTies: query.fetch?.withTies ?? false,
        isPercent: query.fetch?.isPercent ?? false, outerDepth: compiled.outerDepth)
    }
    let (first, firstColumns, firstDepth) = try self.term(query.first, parent: parent, depth: depth)
    var columns = firstColumns
    var outerDepth = firstDepth
    var terms: [(SetOperator, QueryPlan.Term)] = []
    for operation in query.setOperations {
      let (right, others, otherDepth) = try self.term(operation.term, parent: parent, depth: depth)
      guard others.count == columns.count else {
        throw OracleError(
          code: 1789, message: "query block has incorrect number of result columns", position: query.range.start)
      }
      for index in columns.indices {
        if operation.combinator != .unionAll, columns[index].type.base == .long || others[index].type.base == .long {
          throw OracleError.illegalLong(at: query.range.start)
        }
        do {
          columns[index].type = try CaseForms.commonType(
            [columns[index].type, others[index].type], at: query.range.start)
        } catch {
          throw OracleError(
            code: 1790, message: "expression must have same datatype as corresponding expression",
            position: query.range.start)
        }
        columns[index].isNullable = columns[index].isNullable || others[index].isNullable
      }
      terms.append((operation.combinator, right))
      outerDepth = max(outerDepth, otherDepth)
    }
    return QueryPlan(
      term: terms.isEmpty ? first : .set(first, terms), columns: columns, orderBy: try order(query.orderBy, columns),
      offset: limits.offset, fetch: limits.fetch, hasFetch: query.fetch != nil,
      withTies: query.fetch?.withTies ?? false, isPercent: query.fetch?.isPercent ?? false, outerDepth: outerDepth)
  }

  private func limits(_ query: Query) throws -> (offset: CompiledValue?, fetch: CompiledValue?) {
    let compiler = ExpressionCompiler(context: context, scope: Scope(parent: nil))
    return (try query.offset.map { try compiler.value($0) }, try query.fetch?.count.map { try compiler.value($0) })
  }

  /// Compiles one side of a set operation.
  func term(
    _ term: QueryTerm, parent: Scope?, depth: Int
  ) throws -> (QueryPlan.Term, [OutputColumn], Int) {
    switch term {
    case .select(let block):
      let compiled = try BlockCompiler(context: context, query: self, depth: depth + 1)
        .compile(block, parent: parent, orderBy: [])
      return (.block(compiled.plan), compiled.plan.columns, compiled.outerDepth)
    case .nested(let query):
      let plan = try plan(query, parent: parent, depth: depth + 1)
      return (.nested(plan), plan.columns, plan.outerDepth)
    }
  }

  /// ORDER BY of combined blocks: positions and column names only.
  private func order(_ items: [OrderItem], _ columns: [OutputColumn]) throws -> [OrderKey] {
    try items.map { item in
      let position = item.expression.range.start
      var index: Int?
      switch item.expression.kind {
      case .literal(.number(let text, _)): index = Int(text).map { $0 - 1 }
      case .column(let reference) where reference.table == nil:
        index = columns.firstIndex { $0.name == reference.column.name }
        if index == nil { throw OracleError.invalidIdentifier("\"\(reference.column.name)\"", at: position) }
      default: break
      }
      guard let index, columns.indices.contains(index) else {
        throw OracleError(
          code: 1785, message: "ORDER BY item must be the number of a SELECT-list expression",
          position: position)
      }
      return OrderKey(
        source: .output(index), isDescending: item.isDescending, nullsFirst: item.nullsFirst ?? item.isDescending)
    }
  }
}
