import OracleSQL
import OracleWire

/// Oracle's own outer joins: conditions with `(+)`, gathered by the source that they make optional.
struct OuterJoinMarks {
  private var conditions: [(optional: Int, CompiledCondition)] = []

  var outerDepth: Int { conditions.reduce(0) { max($0, $1.1.dependence.outerDepth) } }

  mutating func add(_ condition: CompiledCondition, optional: Int) {
    conditions.append((optional, condition))
  }

  /// The source that a condition marks with `(+)`; nil when it has no mark.
  ///
  /// - Throws: ORA-01468 when it marks two.
  static func source(of condition: Expression, _ scope: Scope) throws -> Int? {
    var found: Int?
    for reference in ExpressionWalk.columns(condition) where reference.isOuterJoined {
      let resolved = try scope.resolve(reference)
      guard resolved.depth == 0 else { continue }
      if let known = found, known != resolved.place.source {
        throw OracleError(
          code: 1468, message: "a predicate may reference only one outer-joined table",
          position: condition.range.start)
      }
      found = resolved.place.source
    }
    return found
  }

  /// Joins the trees of a comma list, optional sources after those that they depend on.
  func apply(to trees: [JoinTree], sources: inout [BlockPlan.Source]) throws -> JoinTree {
    let optional = Set(conditions.map(\.optional))
    var plain: [JoinTree] = []
    var pending: [Int] = []
    for tree in trees {
      if case .leaf(let index) = tree, optional.contains(index) { pending.append(index) } else { plain.append(tree) }
    }
    guard !optional.isEmpty else { return Self.combined(plain) }
    guard pending.count == optional.count else {
      throw OracleError(code: 25156, message: "old style outer join (+) cannot be used with ANSI joins")
    }
    guard !plain.isEmpty else {
      throw OracleError(code: 1416, message: "two tables cannot be outer-joined to each other")
    }
    var tree = Self.combined(plain)
    while !pending.isEmpty {
      let ready = pending.firstIndex { index in
        conditions.allSatisfy { entry in
          entry.optional != index
            || entry.1.dependence.sources.subtracting(.only(index)).isSubset(of: tree.sources)
        }
      }
      guard let ready else {
        throw OracleError(code: 1416, message: "two tables cannot be outer-joined to each other")
      }
      let index = pending.remove(at: ready)
      let own = conditions.filter { $0.optional == index }.map(\.1)
      let local = own.filter { $0.dependence.sources == .only(index) && !$0.dependence.isVolatile }
      sources[index].conditions += local
      let joining = own.filter { !($0.dependence.sources == .only(index) && !$0.dependence.isVolatile) }
      tree = .outer(left: tree, right: .leaf(index), on: joining, isFull: false)
    }
    return tree
  }

  private static func combined(_ trees: [JoinTree]) -> JoinTree {
    if trees.count == 1 { return trees[0] }
    var inputs: [JoinTree] = []
    var conditions: [CompiledCondition] = []
    for tree in trees {
      if case .inner(let more, let others) = tree {
        inputs += more
        conditions += others
      } else {
        inputs.append(tree)
      }
    }
    return .inner(inputs, conditions)
  }
}

/// Whether an expression holds an aggregate of its own block.
enum AggregateSearch {
  static func contains(_ expression: Expression) -> Bool {
    ExpressionWalk.calls(expression).contains { call in
      call.over == nil && AggregateFunction(call) != nil
    }
  }
}

/// Finds parts of expressions; subqueries are not entered.
enum ExpressionWalk {
  static func columns(_ expression: Expression) -> [ColumnReference] {
    if case .column(let reference) = expression.kind { return [reference] }
    return children(expression).flatMap(columns)
  }

  static func calls(_ expression: Expression) -> [FunctionCall] {
    let inner = children(expression).flatMap(calls)
    if case .call(let call) = expression.kind { return [call] + inner }
    return inner
  }

  /// Whether there is a subquery in it.
  static func holdsQuery(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .exists, .subquery, .cursor, .membership(_, .query, _), .quantified(_, _, _, .query): true
    default: children(expression).contains(where: holdsQuery)
    }
  }

  static func children(_ expression: Expression) -> [Expression] {
    switch expression.kind {
    case .literal, .column, .niladic, .rowPseudoColumn, .sequence, .bind, .exists, .subquery, .cursor, .extended:
      return []
    case .unary(_, let operand), .test(let operand, _, _), .cast(let operand, _), .extract(_, let operand):
      return [operand]
    case .binary(_, let left, let right): return [left, right]
    case .concatenation(let parts), .and(let parts), .or(let parts), .row(let parts): return parts
    case .between(let operand, let low, let high, _): return [operand, low, high]
    case .like(let operand, let pattern, let escape, _, _): return [operand, pattern] + [escape].compactMap { $0 }
    case .membership(let operand, let set, _), .quantified(_, let operand, _, let set):
      if case .list(let items) = set { return [operand] + items }
      return [operand]
    case .caseOf(let form):
      let branches = form.branches.flatMap { [$0.condition, $0.value] }
      return [form.operand, form.otherwise].compactMap { $0 } + branches
    case .trim(_, let character, let operand): return [character, operand].compactMap { $0 }
    case .atTimeZone(let operand, let zone): return [operand, zone].compactMap { $0 }
    case .json(let call): return [call.document] + call.passing.map(\.value)
    case .call(let call):
      let window = (call.over?.partitionBy ?? []) + (call.over?.orderBy.map(\.expression) ?? [])
      return call.arguments.map(\.value) + call.withinGroup.map(\.expression)
        + (call.keep?.orderBy.map(\.expression) ?? []) + window
    }
  }
}
