import OracleSQL
import OracleWire

/// The rows that a recursive query block sees under its own name: those of the round before.
final class RecursiveSource {
  let name: String
  let columns: [OutputColumn]

  init(name: String, columns: [OutputColumn]) {
    self.name = name
    self.columns = columns
  }
}

/// A recursive WITH: rows to begin with, and a block that makes further ones of each round's rows.
final class RecursivePlan {
  /// More rows than any table's worth: recursion without end.
  static let most = 5_000_000
  /// Runs of the step, and rows that wait for one.
  static let mostSteps = 1_000_000
  /// Looks at ancestors where all of a row's must be looked through.
  static let mostComparisons = 100_000_000

  /// SEARCH: siblings are ordered by these.
  struct Search {
    var isDepthFirst: Bool
    var order: [(column: Int, isDescending: Bool, nullsFirst: Bool)]
  }

  /// CYCLE.
  struct Cycle {
    var columns: [Int]
    var value: Value
    var otherwise: Value
  }

  let anchor: QueryPlan.Term
  let step: QueryPlan.Term
  let source: RecursiveSource
  let search: Search?
  let cycle: Cycle?
  /// The columns by which a loop is told without CYCLE: those that the step's conditions read.
  let loopColumns: [Int]

  init(
    anchor: QueryPlan.Term, step: QueryPlan.Term, source: RecursiveSource, search: Search?, cycle: Cycle?,
    loopColumns: [Int]
  ) {
    self.anchor = anchor
    self.step = step
    self.source = source
    self.search = search
    self.cycle = cycle
    self.loopColumns = loopColumns
  }

  /// All rows, with the columns of SEARCH and CYCLE behind their own.
  ///
  /// - Throws: ORA-32044 for a loop without CYCLE.
  func rows(_ execution: Execution) throws -> [[Value]] {
    let first = try ordered(QueryPlan.rows(anchor, source.columns, execution, parent: nil))
    var rows = try search?.isDepthFirst == true || cycle != nil ? walked(first, execution) : rounds(first, execution)
    if search != nil {
      for index in rows.indices {
        // The number stands before the mark of CYCLE.
        rows[index].insert(Value(index + 1), at: source.columns.count)
      }
    }
    return rows
  }

  private func step(_ rows: [[Value]], _ execution: Execution) throws -> [[Value]] {
    execution.recursions[ObjectIdentifier(source)] = rows
    return try ordered(QueryPlan.rows(step, source.columns, execution, parent: nil))
  }

  private func ordered(_ rows: [[Value]]) -> [[Value]] {
    guard let search, rows.count > 1 else { return rows }
    var sorter = RowSorter()
    for row in rows {
      sorter.begin()
      for key in search.order {
        SortKey.append(
          row[key.column], isDescending: key.isDescending, nullsFirst: key.nullsFirst, to: &sorter.bytes)
      }
    }
    return sorter.order().map { rows[$0] }
  }

  private static func key(_ row: [Value], _ columns: [Int]) -> [UInt8] {
    QueryPlan.key(columns.map { row[$0] })
  }

  /// Round after round, all rows of one at once.
  private func rounds(_ first: [[Value]], _ execution: Execution) throws -> [[Value]] {
    var all = first
    var current = first
    var known = Set(first.map { Self.key($0, loopColumns) })
    var round = 0
    while !current.isEmpty {
      round += 1
      // A chain of ancestors longer than there are different rows has met one of them twice.
      guard round <= min(known.count + 1, Self.mostSteps) else { throw Self.loop }
      current = try step(current, execution)
      for row in current { known.insert(Self.key(row, loopColumns)) }
      all += current
      guard all.count <= Self.most else { throw Self.loop }
    }
    return all
  }

  private struct Node {
    var parent: Int
    var level: Int
    var key: [UInt8]
  }

  /// Row by row, so that each row's ancestors are known.
  private func walked(_ first: [[Value]], _ execution: Execution) throws -> [[Value]] {
    let columns = cycle?.columns ?? loopColumns
    let isDepthFirst = search?.isDepthFirst ?? false
    var nodes: [Node] = []
    var output: [[Value]] = []
    var pending: [(row: [Value], parent: Int)] = first.map { ($0, -1) }
    if isDepthFirst { pending.reverse() }
    var next = 0
    var ancestors = AncestorKeys()
    var compared = 0
    while isDepthFirst ? !pending.isEmpty : next < pending.count {
      let (row, parent) = isDepthFirst ? pending.removeLast() : pending[next]
      if !isDepthFirst { next += 1 }
      let key = Self.key(row, columns)
      let level = parent < 0 ? 1 : nodes[parent].level + 1
      var isLoop = false
      if isDepthFirst {
        ancestors.leave(level)
        isLoop = ancestors.contains(key)
      } else {
        var ancestor = parent
        while ancestor >= 0, !isLoop {
          isLoop = nodes[ancestor].key == key
          ancestor = nodes[ancestor].parent
          compared += 1
        }
      }
      if isLoop, cycle == nil { throw Self.loop }
      output.append(row + [cycle.map { isLoop ? $0.value : $0.otherwise }].compactMap { $0 })
      let waiting = isDepthFirst ? pending.count : pending.count - next
      guard output.count + waiting <= Self.mostSteps, compared <= Self.mostComparisons else { throw Self.loop }
      nodes.append(Node(parent: parent, level: level, key: key))
      if isLoop { continue }
      if isDepthFirst { ancestors.append(key) }
      let number = nodes.count - 1
      let children = try step([row], execution).map { ($0, number) }
      pending += isDepthFirst ? children.reversed() : children
    }
    return output
  }

  private static let loop = OracleError(code: 32044, message: "cycle detected while executing recursive WITH query")
}

/// Compiles a WITH entry that refers to itself.
struct RecursiveCompiler {
  let context: CompileContext
  let queries: QueryCompiler

  /// The plan, and its columns; nil for an entry that doesn't refer to itself.
  func plan(_ table: CommonTableExpression, depth: Int) throws -> (QueryPlan, [OutputColumn])? {
    let query = table.query
    guard let last = query.setOperations.last, case .select(let block) = last.term, Self.reads(block, table.name.name)
    else { return nil }
    let position = table.name.range.start
    guard !table.columns.isEmpty else {
      throw OracleError(
        code: 32039, message: "recursive WITH clause must have column alias list", position: position)
    }
    guard last.combinator == .unionAll, query.orderBy.isEmpty, query.fetch == nil, query.with.isEmpty else {
      throw OracleError(
        code: 32040, message: "recursive WITH clause must use a UNION ALL operation", position: position)
    }
    var start = query
    start.setOperations.removeLast()
    context.openTables.append(table)
    let anchor = try queries.plan(start, parent: nil, depth: depth + 1)
    context.openTables.removeLast()
    guard anchor.columns.count == table.columns.count else {
      throw OracleError(
        code: 32038, message: "number of WITH clause column names does not match number of elements in select list",
        position: position)
    }
    var columns = anchor.columns
    for index in columns.indices {
      columns[index].name = table.columns[index].name
      columns[index].isNullable = true
      // What later rounds make may be longer: 'a' || 'b'.
      if columns[index].type.base == .char || columns[index].type.base == .varchar {
        columns[index].type = .varchar(4000)
      } else if columns[index].type.base == .number {
        columns[index].type = .number
      }
    }
    let source = RecursiveSource(name: table.name.name, columns: columns)
    context.recursiveSources.append(source)
    defer { context.recursiveSources.removeLast() }
    let (step, stepColumns, _) = try queries.term(.select(block), parent: nil, depth: depth + 1)
    guard stepColumns.count == columns.count else {
      throw OracleError(
        code: 1789, message: "query block has incorrect number of result columns", position: query.range.start)
    }
    var output = columns
    let plan = RecursivePlan(
      anchor: .nested(anchor), step: step, source: source, search: try search(table, columns, &output),
      cycle: try cycle(table, columns, &output), loopColumns: Self.loopColumns(block, table, columns))
    return (QueryPlan(term: .recursive(plan), columns: output, outerDepth: 0), output)
  }

  /// Whether a block's own FROM names the entry.
  private static func reads(_ block: SelectBlock, _ name: String) -> Bool {
    func reads(_ source: TableSource) -> Bool {
      switch source {
      case .table(let reference): return reference.name.schema == nil && reference.name.name.name == name
      case .rare: return false
      case .nested(let item): return reads(item.source) || item.joins.contains { reads($0.source) }
      case .subquery, .json, .collection: return false
      }
    }
    return block.from.contains { item in reads(item.source) || item.joins.contains { reads($0.source) } }
  }

  /// The entry's columns that WHERE and ON of the step read; all of them when they read none, and when there is a
  /// subquery, which may read any.
  private static func loopColumns(
    _ block: SelectBlock, _ table: CommonTableExpression, _ columns: [OutputColumn]
  ) -> [Int] {
    var conditions = [block.condition].compactMap { $0 }
    for case .on(let condition) in block.from.flatMap(\.joins).map(\.condition) { conditions.append(condition) }
    if conditions.contains(where: ExpressionWalk.holdsQuery) { return Array(columns.indices) }
    let names = Set(conditions.flatMap(ExpressionWalk.columns).map(\.column.name))
    let read = columns.indices.filter { names.contains(columns[$0].name) }
    return read.isEmpty ? Array(columns.indices) : read
  }

  private func place(_ name: Identifier, _ columns: [OutputColumn]) throws -> Int {
    guard let place = columns.firstIndex(where: { $0.name == name.name }) else {
      throw OracleError.invalidIdentifier("\"\(name.name)\"", at: name.range.start)
    }
    return place
  }

  private func search(
    _ table: CommonTableExpression, _ columns: [OutputColumn], _ output: inout [OutputColumn]
  ) throws -> RecursivePlan.Search? {
    guard let clause = table.search else { return nil }
    output.append(OutputColumn(name: clause.column.name, type: .number, isNullable: false))
    let order = try clause.orderBy.map { item in
      guard case .column(let reference) = item.expression.kind else {
        throw OracleError.unsupported("SEARCH by an expression", at: item.expression.range.start)
      }
      return (
        column: try place(reference.column, columns), isDescending: item.isDescending,
        nullsFirst: item.nullsFirst ?? item.isDescending
      )
    }
    return RecursivePlan.Search(isDepthFirst: clause.isDepthFirst, order: order)
  }

  private func cycle(
    _ table: CommonTableExpression, _ columns: [OutputColumn], _ output: inout [OutputColumn]
  ) throws -> RecursivePlan.Cycle? {
    guard let clause = table.cycle else { return nil }
    output.append(OutputColumn(name: clause.mark.name, type: .varchar(1), isNullable: false))
    return RecursivePlan.Cycle(
      columns: try clause.columns.map { try place($0, columns) }, value: Value(clause.value),
      otherwise: Value(clause.otherwise))
  }
}
