import OracleSQL
import OracleWire

/// The SET clause of UPDATE and MERGE: which columns change, and the select list that gives their new values.
struct ColumnAssignments {
  let table: Table
  let items: [SelectItem]
  private let targets: [Int]
  /// Targets that are set to their default.
  private let defaulted: Set<Int>
  private let range: SourceRange

  var changed: Set<Int> { Set(targets) }

  init(_ assignments: [Update.Assignment], _ table: Table, at range: SourceRange) throws {
    self.table = table
    self.range = range
    var targets: [Int] = []
    var defaulted: Set<Int> = []
    var items: [SelectItem] = []
    let nothing = Expression(kind: .literal(.null), range: range)
    for assignment in assignments {
      switch assignment {
      case .row(let value): throw OracleError.unsupported("SET ROW", at: value.range.start)
      case .value(let reference, let value):
        targets.append(try Self.target(reference, table, targets))
        switch value {
        case .expression(let expression): items.append(.expression(expression, alias: nil, heading: ""))
        case .defaultValue:
          defaulted.insert(targets.count - 1)
          items.append(.expression(nothing, alias: nil, heading: ""))
        }
      case .query(let references, let query):
        for (index, reference) in references.enumerated() {
          targets.append(try Self.target(reference, table, targets))
          let single = try Self.column(index, of: query, expected: references.count)
          items.append(
            .expression(Expression(kind: .subquery(single), range: query.range), alias: nil, heading: ""))
        }
      }
    }
    self.targets = targets
    self.defaulted = defaulted
    self.items = items
  }

  private static func target(_ reference: ColumnReference, _ table: Table, _ known: [Int]) throws -> Int {
    let position = reference.column.range.start
    guard let index = table.columns.firstIndex(where: { $0.name == reference.column.name }) else {
      throw OracleError.invalidIdentifier("\"\(reference.column.name)\"", at: position)
    }
    guard !known.contains(index) else {
      throw OracleError(code: 957, message: "duplicate column name", position: position)
    }
    if table.columns[index].virtualExpression != nil {
      throw OracleError(
        code: 54017, message: "UPDATE operation disallowed on virtual columns", position: position)
    }
    if table.columns[index].identity?.isAlways == true {
      throw OracleError(
        code: 32796, message: "cannot update a generated always identity column", position: position)
    }
    return index
  }

  /// A query that only selects one of its columns, for `(a, b) = (SELECT x, y ...)`.
  private static func column(_ index: Int, of query: Query, expected: Int) throws -> Query {
    guard case .select(var block) = query.first, query.setOperations.isEmpty,
      !block.items.contains(where: { if case .expression = $0 { false } else { true } })
    else { throw OracleError.unsupported("this form of multi-column SET", at: query.range.start) }
    guard block.items.count == expected else {
      let few = block.items.count < expected
      throw OracleError(
        code: few ? 947 : 913, message: few ? "not enough values" : "too many values", position: query.range.start)
    }
    block.items = [block.items[index]]
    var single = query
    single.first = .select(block)
    return single
  }

  /// ORA-00932 for new values whose type never converts; the first columns are those of `items`.
  func check(_ columns: [OutputColumn]) throws {
    for (target, column) in zip(targets, columns) {
      try InsertPlan.checkStorable(column.type, table.columns[target], at: range.start)
    }
  }

  /// The row with its new values, converted to the columns' types.
  func apply(
    _ new: [Value], to row: [Value], _ execution: Execution, _ rules: TableRules
  ) throws -> [Value] {
    var values = row
    for (index, target) in targets.enumerated() {
      var value = new[index]
      if defaulted.contains(index) {
        value = try rules.defaults[target]?.evaluate(Frame(execution: execution, parent: nil)) ?? .null
      }
      values[target] = try ColumnStore.stored(value, in: table.columns[target], of: table, execution.rules)
    }
    return values
  }
}
