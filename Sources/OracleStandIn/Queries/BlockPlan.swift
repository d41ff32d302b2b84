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
    /// Set when the rows depend on those of sources before: what they depend on.
    var lateral: SourceSet?
    /// The random part of a table that is read; nil for all.
    var sample: TableSample?
  }

  let sources: [Source]
  let tree: JoinTree
  /// Conditions that no scan or join could take.
  let filters: [CompiledCondition]
  /// Conditions without a source: when one isn't true there are no rows.
  let gates: [CompiledCondition]
  let rowNumberFilters: [CompiledCondition]
  let hierarchy: HierarchyPlan?
  let grouping: GroupingPlan?
  let windows: Windows?
  let isDistinct: Bool
  let projection: [CompiledValue]
  let columns: [OutputColumn]

  init(
    sources: [Source], tree: JoinTree, filters: [CompiledCondition], gates: [CompiledCondition],
    rowNumberFilters: [CompiledCondition], hierarchy: HierarchyPlan?, grouping: GroupingPlan?, windows: Windows?,
    isDistinct: Bool, projection: [CompiledValue], columns: [OutputColumn]
  ) {
    self.sources = sources
    self.tree = tree
    self.filters = filters
    self.gates = gates
    self.rowNumberFilters = rowNumberFilters
    self.hierarchy = hierarchy
    self.grouping = grouping
    self.windows = windows
    self.isDistinct = isDistinct
    self.projection = projection
    self.columns = columns
  }

  func scan(_ index: Int, _ frame: Frame) throws -> TableScan {
    let source = sources[index]
    return try TableScan(
      frame: frame, index: index, conditions: source.conditions, path: source.path, table: source.table,
      sample: source.sample)
  }

  func frame(_ execution: Execution, parent: Frame?) throws -> Frame {
    Frame(
      execution: execution, parent: parent,
      sources: try sources.map {
        $0.lateral == nil
          ? try $0.plan.open(execution, parent: parent, types: $0.types) : RowSource(rows: [], types: $0.types)
      })
  }

  func open(_ execution: Execution, parent: Frame?, orderBy: [OrderKey]) throws -> RowStream {
    let frame = try frame(execution, parent: parent)
    let tuples = try tupleStream(frame)
    if grouping != nil || windows != nil { return try computed(tuples, orderBy) }
    if isDistinct { return try distinct(tuples, orderBy) }
    if orderBy.isEmpty { return tuples }
    var sorter = RowSorter()
    var rows = BlockRows(sources: Array(sources.indices))
    while try tuples.advance() {
      rows.append(from: frame, withNumber: usesRowNumber)
      try appendKeys(orderBy, .frame(frame, projection), &sorter)
    }
    return SortedStream(frame: frame, projection: projection, rows: rows, order: sorter.order())
  }

  private var usesRowNumber: Bool { !rowNumberFilters.isEmpty || projection.contains { $0.dependence.readsRowNumber } }

  /// Appends a row's key, so that rows sort by the bytes.
  func appendKeys(_ orderBy: [OrderKey], _ row: OutputRow, _ sorter: inout RowSorter) throws {
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
    let isLateral = sources.contains { $0.lateral != nil }
    if let hierarchy {
      let list = sources.isEmpty ? TupleList(sources: []) : try JoinRunner(frame: frame, block: self).tuples(tree)
      let tree = try HierarchyRunner(plan: hierarchy, block: self, frame: frame, list: list).run()
      return TupleStream(frame: frame, block: self, origin: .tree(tree))
    }
    if case .leaf(let index) = tree, sources.count == 1, !isLateral {
      return TupleStream(frame: frame, block: self, origin: .scan(try scan(index, frame)))
    }
    if sources.isEmpty { return TupleStream(frame: frame, block: self, origin: .once) }
    let list = try JoinRunner(frame: frame, block: self).tuples(tree)
    return TupleStream(frame: frame, block: self, origin: .tuples(list))
  }

  /// Rows with GROUP BY, window functions, or both: windows look at the groups that HAVING left.
  private func computed(_ tuples: TupleStream, _ orderBy: [OrderKey]) throws -> RowStream {
    let frame = tuples.frame
    var rows: BlockRows
    if let grouping {
      rows = BlockRows(try grouping.run(tuples))
    } else {
      rows = BlockRows(sources: Array(sources.indices))
      // Windows and ORDER BY may read ROWNUM, too: every row keeps its own.
      while try tuples.advance() { rows.append(from: frame, withNumber: true) }
    }
    let results = try windows.map { try WindowRunner(windows: $0, rows: rows, frame: frame).run() }
    var output: [[Value]] = []
    var seen: Set<[UInt8]> = []
    var sorter = RowSorter()
    for row in 0..<rows.count {
      rows.load(row, into: frame)
      if let results { frame.windows = results[row] }
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
    case tree(HierarchyTree)
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
    case .tree(let tree):
      guard place < tree.count else { return false }
      tree.load(place, into: frame)
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
  private let rows: BlockRows
  private let order: [Int]
  private var place = 0

  init(frame: Frame, projection: [CompiledValue], rows: BlockRows, order: [Int]) {
    self.frame = frame
    self.projection = projection
    self.rows = rows
    self.order = order
  }

  override func next() throws -> OutputRow? {
    guard place < order.count else { return nil }
    rows.load(order[place], into: frame)
    place += 1
    return .frame(frame, projection)
  }
}
