import OracleSQL
import OracleWire

/// Turns a FROM clause into sources and a join tree.
struct FromCompiler {
  let context: CompileContext
  let query: QueryCompiler
  let scope: Scope
  let depth: Int
  var sources: [BlockPlan.Source] = []
  /// How many blocks out the farthest row is that an inline view reads.
  var outerDepth = 0
  /// The same of ON conditions.
  var conditionDepth = 0

  init(context: CompileContext, query: QueryCompiler, scope: Scope, depth: Int) {
    self.context = context
    self.query = query
    self.scope = scope
    self.depth = depth
  }

  mutating func tree(_ item: FromItem) throws -> JoinTree {
    var tree = try leaf(item.source)
    for join in item.joins { tree = try joined(tree, join) }
    return tree
  }

  private mutating func leaf(_ source: TableSource) throws -> JoinTree {
    // Each source is one bit of a `SourceSet`.
    guard sources.count < 60 else {
      throw OracleError.unsupported("joins of more than 60 tables", at: Self.position(source))
    }
    switch source {
    case .table(let reference): return try table(reference)
    case .subquery(let inner, let alias, let isLateral):
      if isLateral { return try lateral(inner, alias) }
      let plan = try query.plan(inner, parent: scope.parent, depth: depth + 1)
      outerDepth = max(outerDepth, plan.outerDepth)
      return add(plan, name: alias?.name ?? "", columns: plan.columns)
    case .json(let table, let alias):
      let plan = try JSONTableCompiler(context: context, scope: scope).plan(table)
      let columns = plan.columns
      outerDepth = max(outerDepth, plan.dependence.outerDepth)
      let scoped = columns.map { ScopeSource.Column(name: $0.name, type: $0.type, isNullable: true) }
      scope.sources.append(ScopeSource(name: alias?.name ?? "", columns: scoped))
      sources.append(
        BlockPlan.Source(
          plan: .json(plan), types: columns.map(\.type), path: AccessPath(source: sources.count, conditions: []),
          lateral: plan.dependence.sources))
      return .leaf(sources.count - 1)
    case .nested(let item): return try tree(item)
    case .collection(let expression, _): throw OracleError.unsupported("TABLE()", at: expression.range.start)
    case .rare: throw OracleError.unsupported("this source of rows")
    }
  }

  private static func position(_ source: TableSource) -> Int {
    switch source {
    case .table(let reference): reference.name.range.start
    case .subquery(let query, _, _): query.range.start
    case .json(let table, _): table.range.start
    case .nested(let item): item.range.start
    case .collection(let expression, _): expression.range.start
    case .rare: 0
    }
  }

  /// An inline view that reads the sources before it.
  private mutating func lateral(_ inner: Query, _ alias: Identifier?) throws -> JoinTree {
    let before = sources.indices.reduce(SourceSet()) { $0.union(.only($1)) }
    let plan = try query.plan(inner, parent: scope, depth: depth + 1)
    outerDepth = max(outerDepth, plan.outerDepth - 1)
    let leaf = add(plan, name: alias?.name ?? "", columns: plan.columns)
    sources[sources.count - 1].lateral = before
    return leaf
  }

  private mutating func add(_ plan: QueryPlan, name: String, columns: [OutputColumn]) -> JoinTree {
    let scoped = columns.map { ScopeSource.Column(name: $0.name, type: $0.type, isNullable: $0.isNullable) }
    scope.sources.append(ScopeSource(name: name, columns: scoped))
    sources.append(
      BlockPlan.Source(
        plan: .query(plan), types: columns.map(\.type), path: AccessPath(source: sources.count, conditions: [])))
    return .leaf(sources.count - 1)
  }

  private mutating func table(_ reference: TableReference) throws -> JoinTree {
    if let partition = reference.partition { throw OracleError.unsupported("PARTITION", at: partition.range.start) }
    if reference.name.schema == nil,
      let common = context.commonTables.last(where: { $0.name == reference.name.name.name })
    {
      return add(common.plan, name: reference.alias?.name ?? common.name, columns: common.columns)
    }
    if reference.name.schema == nil,
      let recursive = context.recursiveSources.last(where: { $0.name == reference.name.name.name })
    {
      let scoped = recursive.columns.map { ScopeSource.Column(name: $0.name, type: $0.type, isNullable: true) }
      scope.sources.append(ScopeSource(name: reference.alias?.name ?? recursive.name, columns: scoped))
      sources.append(
        BlockPlan.Source(
          plan: .recursive(recursive), types: recursive.columns.map(\.type),
          path: AccessPath(source: sources.count, conditions: [])))
      return .leaf(sources.count - 1)
    }
    if reference.name.schema == nil,
      let open = context.openTables.last(where: { $0.name.name == reference.name.name.name })
    {
      guard open.columns.isEmpty else {
        throw OracleError.unsupported("recursive WITH", at: reference.name.range.start)
      }
      throw OracleError(
        code: 32039, message: "recursive WITH clause must have column alias list", position: open.name.range.start)
    }
    let alias = reference.alias?.name ?? reference.name.name.name
    let relation = try context.relation(reference.name)
    try ReadRights(context: context).check(relation, reference)
    switch relation {
    case .table(let table):
      let asOf = try reference.asOf.map { try flashback($0) } ?? context.flashback
      let columns = table.columns.map {
        ScopeSource.Column(name: $0.name, type: $0.type, isNullable: !$0.isNotNull, isHidden: $0.isInvisible)
      }
      scope.sources.append(ScopeSource(name: alias, owner: table.name.owner, columns: columns, table: table))
      sources.append(
        BlockPlan.Source(
          plan: .table(table, asOf: asOf), types: columns.map(\.type), table: table,
          path: AccessPath(source: sources.count, conditions: []), sample: try TableSample(reference)))
      return .leaf(sources.count - 1)
    case .view(let view):
      guard context.viewDepth < 20 else {
        throw OracleError(code: 1731, message: "circular view definition encountered")
      }
      let plan = try viewPlan(view, asOf: try reference.asOf.map { try flashback($0) } ?? context.flashback)
      var columns = plan.columns
      for index in columns.indices where index < view.columnNames.count {
        columns[index].name = view.columnNames[index]
      }
      return add(plan, name: alias, columns: columns)
    case .dictionary(let view):
      let columns = view.columns.map { ScopeSource.Column(name: $0.name, type: $0.type, isNullable: $0.isNullable) }
      scope.sources.append(ScopeSource(name: alias, owner: "SYS", columns: columns))
      sources.append(
        BlockPlan.Source(
          plan: .dictionary(view), types: columns.map(\.type), path: AccessPath(source: sources.count, conditions: [])))
      return .leaf(sources.count - 1)
    }
  }

  /// A view's query is compiled as its owner wrote it: names are looked up in the owner's schema.
  private func viewPlan(_ view: View, asOf: SourcePlan.FlashbackValue?) throws -> QueryPlan {
    let inner = CompileContext(session: context.session, sql: Array(view.text.utf8))
    inner.viewDepth = context.viewDepth + 1
    inner.flashback = asOf
    return try context.session.withSchema(view.name.owner) {
      try QueryCompiler(context: inner).plan(view.query, parent: nil, depth: depth + 1)
    }
  }

  private func flashback(_ point: FlashbackPoint) throws -> SourcePlan.FlashbackValue {
    let compiler = ExpressionCompiler(context: context, scope: Scope(parent: nil))
    switch point {
    case .scn(let expression): return .scn(try compiler.value(expression))
    case .timestamp(let expression): return .timestamp(try compiler.value(expression))
    }
  }

  private mutating func joined(_ left: JoinTree, _ join: Join) throws -> JoinTree {
    var source = join.source
    if join.kind == .crossApply || join.kind == .outerApply, case .subquery(let query, let alias, _) = source {
      source = .subquery(query, alias: alias, isLateral: true)
    }
    let right = try leaf(source)
    var conditions: [CompiledCondition] = []
    switch join.condition {
    case .none: break
    case .on(let expression):
      let compiler = ConditionCompiler(compiler: ExpressionCompiler(context: context, scope: scope))
      conditions = try Conjuncts.split(expression).map { try compiler.condition($0) }
      for condition in conditions { conditionDepth = max(conditionDepth, condition.dependence.outerDepth) }
    case .using(let names): conditions = try names.map { try usingCondition($0, left, right, join.kind) }
    case .natural:
      for name in commonNames(left, right) {
        conditions.append(try usingCondition(name, left, right, join.kind))
      }
    }
    switch join.kind {
    case .inner, .cross, .crossApply: return flattened(left, right, conditions)
    case .left, .outerApply: return .outer(left: left, right: pushed(right, &conditions), on: conditions, isFull: false)
    case .right: return .outer(left: right, right: pushed(left, &conditions), on: conditions, isFull: false)
    case .full: return .outer(left: left, right: right, on: conditions, isFull: true)
    }
  }

  private func flattened(_ left: JoinTree, _ right: JoinTree, _ conditions: [CompiledCondition]) -> JoinTree {
    var inputs: [JoinTree] = []
    var all = conditions
    for side in [left, right] {
      if case .inner(let more, let others) = side {
        inputs += more
        all += others
      } else {
        inputs.append(side)
      }
    }
    return .inner(inputs, all)
  }

  /// Gives conditions that only read a single source on the optional side to its scan.
  private mutating func pushed(_ tree: JoinTree, _ conditions: inout [CompiledCondition]) -> JoinTree {
    guard case .leaf(let index) = tree else { return tree }
    let own = conditions.filter { $0.dependence.sources == .only(index) && !$0.dependence.isVolatile }
    conditions.removeAll { $0.dependence.sources == .only(index) && !$0.dependence.isVolatile }
    sources[index].conditions += own
    sources[index].path = AccessPath(source: index, conditions: sources[index].conditions)
    return tree
  }

  private func commonNames(_ left: JoinTree, _ right: JoinTree) -> [Identifier] {
    let rightNames = Set(right.sourceIndexes.flatMap { scope.sources[$0].columns.map(\.name) })
    var seen: Set<String> = []
    return left.sourceIndexes.flatMap { scope.sources[$0].columns.map(\.name) }
      .filter { rightNames.contains($0) && seen.insert($0).inserted }
      .map { Identifier(name: $0, isQuoted: true, range: SourceRange(start: 0, end: 0)) }
  }

  private func place(_ name: Identifier, in tree: JoinTree) throws -> ColumnPlace {
    if let merged = scope.merged[name.name], tree.sourceIndexes.contains(merged.source) { return merged }
    let found = tree.sourceIndexes.compactMap { index -> ColumnPlace? in
      scope.sources[index].columns.firstIndex { $0.name == name.name }.map { ColumnPlace(source: index, column: $0) }
    }
    guard let first = found.first else {
      throw OracleError.invalidIdentifier("\"\(name.name)\"", at: name.range.start)
    }
    guard found.count == 1 else { throw OracleError.ambiguousColumn(at: name.range.start) }
    return first
  }

  private func usingCondition(
    _ name: Identifier, _ left: JoinTree, _ right: JoinTree, _ kind: JoinKind
  ) throws -> CompiledCondition {
    if kind == .full { throw OracleError.unsupported("FULL JOIN with USING or NATURAL", at: name.range.start) }
    let a = try place(name, in: left)
    let b = try place(name, in: right)
    scope.merged[name.name] = kind == .right ? b : a
    let first = value(a)
    let second = value(b)
    return CompiledCondition(
      dependence: first.dependence.union(second.dependence), equality: (first, second)
    ) { frame in
      try Comparison.holds(.equal, first.evaluate(frame), second.evaluate(frame), frame.execution.rules)
    }
  }

  private func value(_ place: ColumnPlace) -> CompiledValue {
    let column = scope.sources[place.source].columns[place.column]
    return CompiledValue(
      type: column.type, isNullable: column.isNullable, dependence: Dependence(sources: .only(place.source)),
      column: place
    ) { $0.sources[place.source].value($0.handles[place.source], column: place.column) }
  }
}

/// The parts of a condition that must all hold.
enum Conjuncts {
  static func split(_ expression: Expression) -> [Expression] {
    guard case .and(let parts) = expression.kind else { return [expression] }
    return parts.flatMap { part -> [Expression] in
      if case .and = part.kind { return split(part) }
      return [part]
    }
  }
}
