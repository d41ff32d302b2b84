import OracleSQL
import OracleWire

/// A compiled SELECT block.
final class BlockPlan {
  struct Source {
    var plan: SourcePlan
    var types: [ColumnType]
    var table: Table?
    /// Conditions on this source alone, tested while it is scanned.
    var conditions: [CompiledCondition] = []
    var path: AccessPath
    var isLateral = false
  }

  let sources: [Source]
  let tree: JoinTree
  /// Conditions that no scan or join could take.
  let filters: [CompiledCondition]
  /// Conditions without a source: when one isn't true there are no rows.
  let gates: [CompiledCondition]
  let rowNumberFilters: [CompiledCondition]
  let grouping: GroupingPlan?
  let isDistinct: Bool
  let projection: [CompiledValue]
  let columns: [OutputColumn]

  init(
    sources: [Source], tree: JoinTree, filters: [CompiledCondition], gates: [CompiledCondition],
    rowNumberFilters: [CompiledCondition], grouping: GroupingPlan?, isDistinct: Bool, projection: [CompiledValue],
    columns: [OutputColumn]
  ) {
    self.sources = sources
    self.tree = tree
    self.filters = filters
    self.gates = gates
    self.rowNumberFilters = rowNumberFilters
    self.grouping = grouping
    self.isDistinct = isDistinct
    self.projection = projection
    self.columns = columns
  }

  func scan(_ index: Int, _ frame: Frame) throws -> TableScan {
    let source = sources[index]
    return try TableScan(
      frame: frame, index: index, conditions: source.conditions, path: source.path, table: source.table)
  }

  func frame(_ execution: Execution, parent: Frame?) throws -> Frame {
    Frame(
      execution: execution, parent: parent,
      sources: try sources.map { try $0.plan.open(execution, parent: parent, types: $0.types) })
  }

  func open(_ execution: Execution, parent: Frame?, orderBy: [OrderKey]) throws -> RowStream {
    let frame = try frame(execution, parent: parent)
    let rows = try tupleStream(frame)
    if let grouping { return try grouped(rows, grouping, orderBy) }
    if isDistinct { return try distinct(rows, orderBy) }
    if orderBy.isEmpty { return rows }
    var sorter = RowSorter()
    var list = TupleList(sources: Array(sources.indices))
    var numbers: [Int] = []
    while try rows.advance() {
      list.append(from: frame)
      if !rowNumberFilters.isEmpty || usesRowNumber { numbers.append(frame.rowNumber) }
      try appendKeys(orderBy, .frame(frame, projection), &sorter)
    }
    return SortedStream(frame: frame, projection: projection, list: list, order: sorter.order(), numbers: numbers)
  }

  private var usesRowNumber: Bool { projection.contains { $0.dependence.readsRowNumber } }

  private func appendKeys(_ orderBy: [OrderKey], _ row: OutputRow, _ sorter: inout RowSorter) throws {
    sorter.begin()
    for key in orderBy {
      let value: Value
      switch key.source {
      case .output(let index): value = try row.value(index)
      case .value(let compiled):
        guard case .frame(let frame, _) = row else { continue }
        value = try compiled.evaluate(frame)
      }
      SortKey.append(value, isDescending: key.isDescending, nullsFirst: key.nullsFirst, to: &sorter.bytes)
    }
  }

  private func tupleStream(_ frame: Frame) throws -> TupleStream {
    for gate in gates where try gate.test(frame) != true {
      return TupleStream(frame: frame, block: self, origin: .tuples(TupleList(sources: [])))
    }
    if case .leaf(let index) = tree, sources.count == 1 {
      return TupleStream(frame: frame, block: self, origin: .scan(try scan(index, frame)))
    }
    if sources.isEmpty { return TupleStream(frame: frame, block: self, origin: .once) }
    let list = try JoinRunner(frame: frame, block: self).tuples(tree)
    return TupleStream(frame: frame, block: self, origin: .tuples(list))
  }

  private func grouped(
    _ rows: TupleStream, _ grouping: GroupingPlan, _ orderBy: [OrderKey]
  ) throws -> RowStream {
    let frame = rows.frame
    let groups = try grouping.run(rows)
    var output: [[Value]] = []
    var seen: Set<[UInt8]> = []
    var sorter = RowSorter()
    for group in 0..<groups.count {
      groups.load(group, into: frame)
      if let having = grouping.having, try having.test(frame) != true { continue }
      let values = try projection.map { try $0.evaluate(frame) }
      if isDistinct, !seen.insert(QueryPlan.key(values)).inserted { continue }
      output.append(values)
      if !orderBy.isEmpty { try appendKeys(orderBy, .frame(frame, projection), &sorter) }
    }
    return ValueStream(orderBy.isEmpty ? output : sorter.order().map { output[$0] })
  }

  private func distinct(_ rows: TupleStream, _ orderBy: [OrderKey]) throws -> RowStream {
    var output: [[Value]] = []
    var seen: Set<[UInt8]> = []
    var sorter = RowSorter()
    while let row = try rows.next() {
      let values = try row.values()
      guard seen.insert(QueryPlan.key(values)).inserted else { continue }
      output.append(values)
      if !orderBy.isEmpty { try appendKeys(orderBy, .values(values), &sorter) }
    }
    return ValueStream(orderBy.isEmpty ? output : sorter.order().map { output[$0] })
  }
}

/// The joined and filtered rows of a block, put into its frame one after the other.
final class TupleStream: RowStream {
  enum Origin {
    case scan(TableScan)
    case tuples(TupleList)
    /// One row without sources.
    case once
  }

  let frame: Frame
  let block: BlockPlan
  let origin: Origin
  private var place = 0
  private var rowNumber = 0
  private var isDone = false

  init(frame: Frame, block: BlockPlan, origin: Origin) {
    self.frame = frame
    self.block = block
    self.origin = origin
  }

  override func next() throws -> OutputRow? {
    try advance() ? .frame(frame, block.projection) : nil
  }

  /// The scan behind rows that nothing more is asked of, so that they may be copied as they lie.
  var plainScan: TableScan? {
    guard case .scan(let scan) = origin, scan.walksBlocks, block.filters.isEmpty, block.rowNumberFilters.isEmpty else {
      return nil
    }
    return scan
  }

  func advance() throws -> Bool {
    candidates: while !isDone, try nextCandidate() {
      for filter in block.filters where try filter.test(frame) != true { continue candidates }
      frame.rowNumber = rowNumber + 1
      for filter in block.rowNumberFilters where try filter.test(frame) != true {
        // A condition on ROWNUM alone that fails once fails for good: the number grows only with accepted rows.
        if filter.dependence.sources.isEmpty { isDone = true }
        continue candidates
      }
      rowNumber += 1
      return true
    }
    return false
  }

  private func nextCandidate() throws -> Bool {
    switch origin {
    case .scan(let scan): return try scan.next()
    case .tuples(let list):
      guard place < list.count else { return false }
      list.load(place, into: frame)
      place += 1
      return true
    case .once:
      place += 1
      return place == 1
    }
  }
}

/// Rows of a block in the order of their keys.
final class SortedStream: RowStream {
  private let frame: Frame
  private let projection: [CompiledValue]
  private let list: TupleList
  private let order: [Int]
  private let numbers: [Int]
  private var place = 0

  init(frame: Frame, projection: [CompiledValue], list: TupleList, order: [Int], numbers: [Int]) {
    self.frame = frame
    self.projection = projection
    self.list = list
    self.order = order
    self.numbers = numbers
  }

  override func next() throws -> OutputRow? {
    guard place < order.count else { return nil }
    let tuple = order[place]
    place += 1
    list.load(tuple, into: frame)
    if !numbers.isEmpty { frame.rowNumber = numbers[tuple] }
    return .frame(frame, projection)
  }
}
