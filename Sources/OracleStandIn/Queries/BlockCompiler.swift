import OracleSQL
import OracleWire

/// Turns a SELECT block into a plan.
struct BlockCompiler {
  let context: CompileContext
  let query: QueryCompiler
  let depth: Int
  /// Whether CURSOR expressions may stand in the select list.
  var givesCursors = false

  struct Result {
    var plan: BlockPlan
    var orderBy: [OrderKey]
    var outerDepth: Int
  }

  func compile(
    _ block: SelectBlock, parent: Scope?, orderBy: [OrderItem], ordersSiblings: Bool = false
  ) throws -> Result {
    let scope = Scope(parent: parent)
    var from = FromCompiler(context: context, query: query, scope: scope, depth: depth)
    var trees: [JoinTree] = []
    for item in block.from { trees.append(try from.tree(item)) }
    let expressions = ExpressionCompiler(context: context, scope: scope)
    let conditions = ConditionCompiler(compiler: expressions)
    if block.hierarchy != nil { scope.hierarchy = Hierarchy() }
    var outerJoins = OuterJoinMarks()
    var filters: [CompiledCondition] = []
    for part in block.condition.map(Conjuncts.split) ?? [] {
      let condition = try conditions.condition(part)
      if let optional = try OuterJoinMarks.source(of: part, scope) {
        outerJoins.add(condition, optional: optional)
      } else {
        filters.append(condition)
      }
    }
    var outerDepth = max(from.outerDepth, outerJoins.outerDepth, from.conditionDepth)
    for filter in filters { outerDepth = max(outerDepth, filter.dependence.outerDepth) }

    let aggregation = try self.aggregation(block, orderBy, scope, expressions)
    // Siblings are ordered while the hierarchy is walked: nothing is grouped by then.
    if ordersSiblings, block.hierarchy == nil || aggregation != nil { throw Self.siblingsRefused(orderBy) }
    let keys = aggregation?.keys ?? []
    let hierarchy = try block.hierarchy.map { try connections($0, scope, conditions) }
    scope.aggregation = aggregation
    let windows = Windows()
    scope.windows = windows
    let (projection, columns) = try selectList(block, scope, expressions)
    if block.isDistinct, columns.contains(where: { $0.type.base == .long }) {
      throw OracleError.illegalLong(at: block.range.start)
    }
    let order = try order(orderBy, block, columns, projection, expressions)
    if ordersSiblings, order.contains(where: { Self.readsWindow($0, projection) }) {
      throw Self.siblingsRefused(orderBy)
    }
    scope.windows = nil
    let having = try block.having.map { try conditions.condition($0) }
    scope.aggregation = nil

    for value in projection + keys { outerDepth = max(outerDepth, value.dependence.outerDepth) }
    for call in aggregation?.calls ?? [] { outerDepth = max(outerDepth, call.outerDepth) }
    for condition in (hierarchy?.conditions ?? []) + [hierarchy?.startWith].compactMap({ $0 }) {
      outerDepth = max(outerDepth, condition.dependence.outerDepth)
    }
    for layout in windows.layouts {
      for value in layout.partition + layout.order.map(\.value) {
        outerDepth = max(outerDepth, value.dependence.outerDepth)
      }
    }
    for call in windows.calls {
      for value in call.parts { outerDepth = max(outerDepth, value.dependence.outerDepth) }
    }
    outerDepth = max(outerDepth, having?.dependence.outerDepth ?? 0)
    for key in order {
      if case .value(let value) = key.source { outerDepth = max(outerDepth, value.dependence.outerDepth) }
    }

    let tree = try outerJoins.apply(to: trees, sources: &from.sources)
    let assigned = assign(filters, tree, &from.sources, isHierarchical: hierarchy != nil)
    let plan = BlockPlan(
      sources: from.sources, tree: assigned.tree, filters: assigned.filters, gates: assigned.gates,
      rowNumberFilters: assigned.rowNumberFilters,
      hierarchy: hierarchy.map {
        HierarchyPlan(
          startWith: $0.startWith, conditions: $0.conditions, isNoCycle: $0.isNoCycle, priors: $0.priors,
          siblingOrder: ordersSiblings ? order : [])
      },
      grouping: aggregation.map { GroupingPlan($0, having: having) }, windows: windows.calls.isEmpty ? nil : windows,
      isDistinct: block.isDistinct, projection: projection, columns: columns)
    return Result(plan: plan, orderBy: ordersSiblings && hierarchy != nil ? [] : order, outerDepth: outerDepth)
  }

  // MARK: Conditions

  private struct Assigned {
    var tree: JoinTree
    var filters: [CompiledCondition] = []
    var gates: [CompiledCondition] = []
    var rowNumberFilters: [CompiledCondition] = []
  }

  /// Sends each condition to where it can be tested first.
  private func assign(
    _ conditions: [CompiledCondition], _ tree: JoinTree, _ sources: inout [BlockPlan.Source], isHierarchical: Bool
  ) -> Assigned {
    var assigned = Assigned(tree: tree)
    let preserved = Self.preserved(tree)
    var joining: [CompiledCondition] = []
    for condition in conditions {
      let reads = condition.dependence.sources
      if condition.dependence.readsRowNumber {
        assigned.rowNumberFilters.append(condition)
      } else if condition.dependence.isVolatile || isHierarchical && !Self.isJoin(reads) {
        // CONNECT BY walks over the joined rows: what isn't a join's condition chooses among the rows of the walk.
        assigned.filters.append(condition)
      } else if reads.isEmpty {
        assigned.gates.append(condition)
      } else if let index = sources.indices.first(where: { reads == .only($0) }), preserved.contains(index) {
        sources[index].conditions.append(condition)
      } else if case .inner = tree, reads.isSubset(of: tree.sources) {
        joining.append(condition)
      } else {
        assigned.filters.append(condition)
      }
    }
    if case .inner(let inputs, let others) = tree {
      var pushed: [CompiledCondition] = []
      for condition in others {
        if let index = sources.indices.first(where: { condition.dependence.sources == .only($0) }),
          preserved.contains(index), !condition.dependence.isVolatile
        {
          sources[index].conditions.append(condition)
        } else {
          pushed.append(condition)
        }
      }
      assigned.tree = .inner(inputs, pushed + joining)
    }
    for index in sources.indices {
      sources[index].path = AccessPath(source: index, conditions: sources[index].conditions)
    }
    return assigned
  }

  private static func isJoin(_ reads: SourceSet) -> Bool { reads.rawValue.nonzeroBitCount > 1 }

  /// Sources whose rows never become the NULL row of an outer join.
  private static func preserved(_ tree: JoinTree) -> Set<Int> {
    switch tree {
    case .leaf(let index): [index]
    case .inner(let inputs, _): inputs.reduce(into: []) { $0.formUnion(preserved($1)) }
    case .outer(let left, _, _, let isFull): isFull ? [] : preserved(left)
    }
  }

  // MARK: Grouping

  private func aggregation(
    _ block: SelectBlock, _ orderBy: [OrderItem], _ scope: Scope, _ expressions: ExpressionCompiler
  ) throws -> Aggregation? {
    let lists = block.items.contains { item in
      if case .expression(let expression, _, _) = item { return AggregateSearch.contains(expression) }
      return false
    }
    let orders = orderBy.contains { AggregateSearch.contains($0.expression) }
    guard !block.groupBy.isEmpty || block.having != nil || lists || orders else { return nil }
    let aggregation = Aggregation(hasGroupBy: !block.groupBy.isEmpty)
    aggregation.sets = try GroupingSets.expand(block.groupBy, at: block.range.start) { key in
      let compiled = try expressions.value(key)
      if compiled.type.base == .long { throw OracleError.illegalLong(at: key.range.start) }
      return aggregation.addKey(compiled, text: context.normalizedText(key.range))
    }
    return aggregation
  }

  // MARK: Hierarchy

  private func connections(
    _ clause: HierarchicalClause, _ scope: Scope, _ conditions: ConditionCompiler
  ) throws -> (startWith: CompiledCondition?, conditions: [CompiledCondition], isNoCycle: Bool, priors: [CompiledValue])
  {
    guard let hierarchy = scope.hierarchy else { return (nil, [], clause.isNoCycle, []) }
    hierarchy.isInCondition = true
    defer { hierarchy.isInCondition = false }
    let startWith = try clause.startWith.map { try conditions.condition($0) }
    hierarchy.priors.removeAll()
    let parts = try Conjuncts.split(clause.connectBy).map { try conditions.condition($0) }
    return (startWith, parts, clause.isNoCycle, hierarchy.priors)
  }

  private static func siblingsRefused(_ orderBy: [OrderItem]) -> OracleError {
    OracleError(
      code: 30929, message: "ORDER SIBLINGS BY clause not allowed here",
      position: orderBy.first?.expression.range.start)
  }

  private static func readsWindow(_ key: OrderKey, _ projection: [CompiledValue]) -> Bool {
    switch key.source {
    case .output(let index): projection[index].dependence.readsWindow
    case .value(let value): value.dependence.readsWindow
    }
  }

  // MARK: Select list

  private func selectList(
    _ block: SelectBlock, _ scope: Scope, _ expressions: ExpressionCompiler
  ) throws -> ([CompiledValue], [OutputColumn]) {
    var values: [CompiledValue] = []
    var columns: [OutputColumn] = []
    func addColumn(_ place: ColumnPlace, at position: Int) throws {
      let column = scope.sources[place.source].columns[place.column]
      if let aggregation = scope.aggregation {
        guard let key = aggregation.key(place) else {
          throw OracleError(code: 979, message: "not a GROUP BY expression", position: position)
        }
        if aggregation.hasSets {
          values.append(aggregation.read(key))
          columns.append(OutputColumn(name: column.name, type: column.type, isNullable: true))
          return
        }
      }
      values.append(
        CompiledValue(
          type: column.type, isNullable: column.isNullable, dependence: Dependence(sources: .only(place.source)),
          column: place
        ) { $0.sources[place.source].value($0.handles[place.source], column: place.column) })
      columns.append(OutputColumn(name: column.name, type: column.type, isNullable: column.isNullable))
    }
    for item in block.items {
      switch item {
      case .star(let range):
        guard !scope.sources.isEmpty else {
          throw OracleError(code: 903, message: "invalid table name", position: range.start)
        }
        var done: Set<String> = []
        for (name, place) in scope.merged.sorted(by: { $0.value.column < $1.value.column }) {
          try addColumn(place, at: range.start)
          done.insert(name)
        }
        for (source, entry) in scope.sources.enumerated() {
          for (index, column) in entry.columns.enumerated() where !column.isHidden && !done.contains(column.name) {
            try addColumn(ColumnPlace(source: source, column: index), at: range.start)
          }
        }
      case .tableStar(let name, let range):
        guard let source = scope.sources.firstIndex(where: { $0.name == name.name.name }) else {
          throw OracleError.invalidIdentifier("\"\(name.name.name)\"", at: range.start)
        }
        for (index, column) in scope.sources[source].columns.enumerated() where !column.isHidden {
          try addColumn(ColumnPlace(source: source, column: index), at: range.start)
        }
      case .expression(let expression, let alias, let heading):
        let value: CompiledValue
        if givesCursors, case .cursor(let query) = expression.kind {
          value = try CursorExpressions.compile(query, expressions, depth: depth)
        } else {
          value = try expressions.value(expression)
        }
        values.append(value)
        var name = alias?.name ?? heading
        if alias == nil, case .column(let reference) = expression.kind { name = reference.column.name }
        columns.append(OutputColumn(name: name, type: value.type, isNullable: value.isNullable))
      }
    }
    return (values, columns)
  }

  // MARK: Order

  private func order(
    _ items: [OrderItem], _ block: SelectBlock, _ columns: [OutputColumn], _ projection: [CompiledValue],
    _ expressions: ExpressionCompiler
  ) throws -> [OrderKey] {
    try items.map { item in
      OrderKey(
        source: try orderSource(item.expression, block, columns, projection, expressions),
        isDescending: item.isDescending, nullsFirst: item.nullsFirst ?? item.isDescending)
    }
  }

  private func orderSource(
    _ expression: Expression, _ block: SelectBlock, _ columns: [OutputColumn], _ projection: [CompiledValue],
    _ expressions: ExpressionCompiler
  ) throws -> OrderSource {
    let position = expression.range.start
    func checked(_ type: ColumnType) throws {
      if type.base == .long { throw OracleError.illegalLong(at: position) }
      if type.base.isLOB || type.base == .cursor {
        throw OracleError.inconsistentTypes(expected: "-", got: type.base.name, at: position)
      }
    }
    if case .literal(.number(let text, _)) = expression.kind, let place = Int(text) {
      guard columns.indices.contains(place - 1) else {
        throw OracleError(
          code: 1785, message: "ORDER BY item must be the number of a SELECT-list expression", position: position)
      }
      try checked(columns[place - 1].type)
      return .output(place - 1)
    }
    if case .column(let reference) = expression.kind, reference.table == nil {
      let aliases = block.items.indices.filter { index in
        if case .expression(_, let alias?, _) = block.items[index] { return alias.name == reference.column.name }
        return false
      }
      if !aliases.isEmpty, let index = columns.firstIndex(where: { $0.name == reference.column.name }) {
        try checked(columns[index].type)
        return .output(index)
      }
    }
    let compiled = try expressions.value(expression)
    try checked(compiled.type)
    if let column = compiled.column, let index = projection.firstIndex(where: { $0.column == column }) {
      return .output(index)
    }
    if block.isDistinct {
      let text = context.normalizedText(expression.range)
      let index = block.items.firstIndex { item in
        guard case .expression(let other, _, _) = item else { return false }
        return context.normalizedText(other.range) == text
      }
      guard let index, block.items.count == columns.count else {
        throw OracleError(code: 1791, message: "not a SELECTed expression", position: position)
      }
      return .output(index)
    }
    return .value(compiled)
  }
}
