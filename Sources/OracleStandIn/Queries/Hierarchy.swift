import OracleSQL
import OracleWire

/// What a block with CONNECT BY brings to its expressions while they are compiled.
final class Hierarchy {
  /// The operands of PRIOR in the CONNECT BY condition: rows that give the same values again are a loop.
  var priors: [CompiledValue] = []
  /// Set while that condition or START WITH is compiled.
  var isInCondition = false
}

/// CONNECT BY, compiled.
final class HierarchyPlan {
  let startWith: CompiledCondition?
  let conditions: [CompiledCondition]
  let isNoCycle: Bool
  let priors: [CompiledValue]
  /// ORDER SIBLINGS BY; empty when absent.
  let siblingOrder: [OrderKey]

  init(
    startWith: CompiledCondition?, conditions: [CompiledCondition], isNoCycle: Bool, priors: [CompiledValue],
    siblingOrder: [OrderKey]
  ) {
    self.startWith = startWith
    self.conditions = conditions
    self.isNoCycle = isNoCycle
    self.priors = priors
    self.siblingOrder = siblingOrder
  }
}

/// The rows of a hierarchy in the order of its walk: a row, then its children.
///
/// Nodes refer to each other by number: chains of objects a million levels deep could not be let go of.
final class HierarchyTree {
  private let sources: [Int]
  private var handles: [RowHandle] = []
  private var parents: [Int] = []
  private(set) var levels: [Int] = []
  private var roots: [Int] = []
  var leaves: [Bool] = []
  var cycles: [Bool] = []

  init(sources: [Int]) { self.sources = sources }

  var count: Int { leaves.count }

  /// Adds the row that stands in the frame below a node, -1 for a root.
  func append(_ frame: Frame, parent: Int) -> Int {
    push(parent: parent)
    for source in sources { handles.append(frame.handles[source]) }
    leaves.append(false)
    cycles.append(false)
    return leaves.count - 1
  }

  /// A place for a candidate, so that its LEVEL and PRIOR can be read before it is in the tree.
  func push(parent: Int) {
    roots.append(parent < 0 ? parents.count : roots[parent])
    parents.append(parent)
    levels.append(parent < 0 ? 1 : levels[parent] + 1)
  }

  func pop() {
    parents.removeLast()
    levels.removeLast()
    roots.removeLast()
  }

  func parent(of node: Int) -> Int { parents.indices.contains(node) ? parents[node] : -1 }

  func root(of node: Int) -> Int { roots.indices.contains(node) ? roots[node] : node }

  func load(_ node: Int, into frame: Frame) {
    frame.node = node
    let base = node * sources.count
    // A candidate is not in the tree yet: the frame holds its rows. Before the first node there is none, -1.
    guard base >= 0, base + sources.count <= handles.count else { return }
    for (offset, source) in sources.enumerated() { frame.handles[source] = handles[base + offset] }
  }

  /// Evaluates something at another node, and brings the frame back.
  func evaluate(_ value: CompiledValue, at node: Int, _ frame: Frame) throws -> Value {
    let handles = frame.handles
    let current = frame.node
    load(node, into: frame)
    defer {
      frame.handles = handles
      frame.node = current
    }
    return try value.evaluate(frame)
  }
}

/// The keys of the rows from a root down to the current one, by which a walk finds loops.
struct AncestorKeys {
  private var keys: [[UInt8]] = []
  private var known: Set<[UInt8]> = []

  /// Lets go of the rows at a level and below it, which were visited before.
  mutating func leave(_ level: Int) {
    while keys.count >= level, let last = keys.popLast() { known.remove(last) }
  }

  mutating func append(_ key: [UInt8]) {
    keys.append(key)
    known.insert(key)
  }

  func contains(_ key: [UInt8]) -> Bool { known.contains(key) }
}

/// Walks a hierarchy.
struct HierarchyRunner {
  /// Nodes beyond one for each row: a hierarchy without end is told by its size alone.
  static let most = 1_000_000
  /// Rows that are tested as children.
  static let mostCandidates = 10_000_000

  let plan: HierarchyPlan
  let block: BlockPlan
  let frame: Frame
  let list: TupleList

  /// A block without FROM has one row, of no columns.
  private var rowCount: Int { list.sources.isEmpty ? 1 : list.count }

  /// Candidates for children, by the value that PRIOR asks for.
  private struct Index {
    var prior: CompiledValue
    var form: Comparison.KeyForm
    var rows: [[UInt8]: [Int]]
  }

  /// - Throws: ORA-01436 for a loop without NOCYCLE, ORA-30009 for a hierarchy without end.
  func run() throws -> HierarchyTree {
    let tree = HierarchyTree(sources: list.sources)
    frame.hierarchy = tree
    let index = try self.index()
    var ancestors = AncestorKeys()
    var tested = 0
    var pending: [(tuple: Int, parent: Int)] = try roots(tree).reversed().map { ($0, -1) }
    while let (tuple, parent) = pending.popLast() {
      guard tree.count + pending.count < Self.most + rowCount else { throw Self.endless }
      list.load(tuple, into: frame)
      let node = tree.append(frame, parent: parent)
      frame.node = node
      if !plan.priors.isEmpty {
        ancestors.leave(tree.levels[node])
        ancestors.append(try priorKey())
      }
      let children = try self.children(of: node, tree, index, ancestors, &tested)
      tree.leaves[node] = children.isEmpty
      for child in children.reversed() { pending.append((child, node)) }
    }
    return tree
  }

  private static let endless = OracleError(code: 30009, message: "Not enough memory for CONNECT BY operation")

  private func roots(_ tree: HierarchyTree) throws -> [Int] {
    try ordered(
      (0..<rowCount).filter { tuple in
        guard let startWith = plan.startWith else { return true }
        return try candidate(tuple, parent: -1, tree) { try startWith.test(frame) == true }
      }, parent: -1, tree)
  }

  private func children(
    of node: Int, _ tree: HierarchyTree, _ index: Index?, _ ancestors: AncestorKeys, _ tested: inout Int
  ) throws -> [Int] {
    let indexed = try index.map { try candidates(of: node, tree, $0) }
    let count = indexed?.count ?? rowCount
    tested += count
    guard tested <= Self.mostCandidates else { throw Self.endless }
    var found: [Int] = []
    for place in 0..<count {
      let tuple = indexed?[place] ?? place
      let (isChild, key) = try candidate(tuple, parent: node, tree) { () -> (Bool, [UInt8]?) in
        for condition in plan.conditions where try condition.test(frame) != true { return (false, nil) }
        return (true, plan.priors.isEmpty ? nil : try priorKey())
      }
      guard isChild else { continue }
      if let key, ancestors.contains(key) {
        guard plan.isNoCycle else { throw OracleError(code: 1436, message: "CONNECT BY loop in user data") }
        tree.cycles[node] = true
        continue
      }
      found.append(tuple)
    }
    return try ordered(found, parent: node, tree)
  }

  private func priorKey() throws -> [UInt8] {
    var key: [UInt8] = []
    for prior in plan.priors { SortKey.append(try prior.evaluate(frame), to: &key) }
    return key
  }

  /// Looks at a row as if it stood below a node already.
  private func candidate<Result>(
    _ tuple: Int, parent: Int, _ tree: HierarchyTree, _ body: () throws -> Result
  ) throws -> Result {
    list.load(tuple, into: frame)
    tree.push(parent: parent)
    frame.node = tree.count
    // ROWNUM as the row would have it: CONNECT BY ROWNUM <= 10 makes ten rows.
    frame.rowNumber = tree.count + 1
    defer { tree.pop() }
    return try body()
  }

  private func ordered(_ tuples: [Int], parent: Int, _ tree: HierarchyTree) throws -> [Int] {
    guard !plan.siblingOrder.isEmpty, tuples.count > 1 else { return tuples }
    var sorter = RowSorter()
    for tuple in tuples {
      try candidate(tuple, parent: parent, tree) {
        try block.appendKeys(plan.siblingOrder, .frame(frame, block.projection), &sorter)
      }
    }
    return sorter.order().map { tuples[$0] }
  }

  // MARK: Index

  private func candidates(of node: Int, _ tree: HierarchyTree, _ index: Index) throws -> [Int] {
    tree.push(parent: node)
    frame.node = tree.count
    defer { tree.pop() }
    let value = try index.prior.evaluate(frame)
    if value.isNull { return [] }
    var key: [UInt8] = []
    try Comparison.appendKey(value, index.form, frame.execution.rules, to: &key)
    return index.rows[key] ?? []
  }

  /// `PRIOR a = b` lets children be looked up.
  private func index() throws -> Index? {
    for condition in plan.conditions {
      guard let (a, b) = condition.equality, a.dependence.readsPrior != b.dependence.readsPrior,
        let form = Comparison.keyForm(a.type, b.type)
      else { continue }
      let prior = a.dependence.readsPrior ? a : b
      let own = a.dependence.readsPrior ? b : a
      guard prior.dependence.sources.isEmpty, !own.dependence.isVolatile else { continue }
      var rows: [[UInt8]: [Int]] = [:]
      for tuple in 0..<rowCount {
        list.load(tuple, into: frame)
        let value = try own.evaluate(frame)
        if value.isNull { continue }
        var key: [UInt8] = []
        try Comparison.appendKey(value, form, frame.execution.rules, to: &key)
        rows[key, default: []].append(tuple)
      }
      return Index(prior: prior, form: form, rows: rows)
    }
    return nil
  }
}
