import OracleSQL
import OracleWire

/// A compiled INSERT ALL or INSERT FIRST: a query over the subquery's rows that gives all conditions and values.
final class MultiInsertPlan {
  private struct Target {
    var insertion: InsertTarget
    /// For each column the place of its value in the query's select list, nil for DEFAULT.
    var places: [Int?]
  }

  private struct Branch {
    /// The place of WHEN; nil for ELSE and without conditions.
    var condition: Int?
    var targets: [Target]
  }

  private let isFirst: Bool
  private let branches: [Branch]
  private let plan: QueryPlan

  init(_ insert: MultiTableInsert, _ context: CompileContext) throws {
    isFirst = insert.isFirst
    let range = insert.query.range
    let width = try QueryCompiler(context: context).plan(insert.query, parent: nil).columns.count
    var items: [SelectItem] = [.star(range)]
    func add(_ expression: Expression) throws -> Int {
      if AggregateSearch.contains(expression) {
        throw OracleError(
          code: 934, message: "group function is not allowed here", position: expression.range.start)
      }
      items.append(.expression(expression, alias: nil, heading: ""))
      return width + items.count - 2
    }
    var branches: [Branch] = []
    for branch in insert.branches {
      let condition = try branch.condition.map { try add(Expression.flag($0)) }
      let targets = try branch.targets.map { target in
        let insertion = try InsertTarget(context.changedTable(target.table), target.columns)
        try insertion.checkCount(target.values?.count ?? width, at: target.table.range.start)
        guard let values = target.values else { return Target(insertion: insertion, places: Array(0..<width)) }
        let places: [Int?] = try values.map { value in
          if case .expression(let expression) = value { return try add(expression) }
          return nil
        }
        return Target(insertion: insertion, places: places)
      }
      branches.append(Branch(condition: condition, targets: targets))
    }
    self.branches = branches
    let rows = FromItem(
      source: .subquery(insert.query, alias: nil, isLateral: false), joins: [], range: range)
    let block = SelectBlock(
      isDistinct: false, items: items, from: [rows], condition: nil, groupBy: [], having: nil, range: range)
    plan = try QueryCompiler(context: context).plan(Query(first: .select(block), range: range), parent: nil)
    for target in branches.flatMap(\.targets) {
      for (index, place) in target.places.enumerated() {
        guard let place else { continue }
        try InsertPlan.checkStorable(plan.columns[place].type, target.insertion.column(index), at: range.start)
      }
    }
  }

  /// Inserts the rows of one iteration and returns how many there were in all tables.
  func run(_ changes: RowChanges) throws -> Int {
    let execution = changes.execution
    var found: [(target: InsertTarget, values: [Value?])] = []
    try plan.run(execution, parent: nil) { row in
      var isChosen = false
      for branch in branches {
        if let condition = branch.condition {
          if isChosen, isFirst { break }
          if try row.value(condition).isNull { continue }
        } else if isChosen {
          break
        }
        isChosen = true
        for target in branch.targets {
          found.append((target.insertion, try target.places.map { try $0.map { try row.value($0) } }))
        }
      }
      return true
    }
    for (target, values) in found {
      execution.nextValues.removeAll()
      let rules = try target.table.rules(execution.session)
      _ = try changes.insert(try target.values(values, execution, rules), into: target.table, rules)
    }
    execution.nextValues.removeAll()
    try changes.finish()
    return found.count
  }
}
