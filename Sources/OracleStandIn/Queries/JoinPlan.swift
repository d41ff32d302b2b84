import OracleSQL
import OracleWire

/// How the sources of a block come together.
indirect enum JoinTree {
  case leaf(Int)
  /// Inputs whose combinations must meet all conditions.
  case inner([JoinTree], [CompiledCondition])
  /// Rows of the left side stay without a match; with `isFull` those of the right side, too.
  case outer(left: JoinTree, right: JoinTree, on: [CompiledCondition], isFull: Bool)

  var sources: SourceSet {
    switch self {
    case .leaf(let index): .only(index)
    case .inner(let inputs, _): inputs.reduce(SourceSet()) { $0.union($1.sources) }
    case .outer(let left, let right, _, _): left.sources.union(right.sources)
    }
  }

  var sourceIndexes: [Int] {
    switch self {
    case .leaf(let index): [index]
    case .inner(let inputs, _): inputs.flatMap(\.sourceIndexes)
    case .outer(let left, let right, _, _): left.sourceIndexes + right.sourceIndexes
    }
  }
}

/// Combinations of rows, one handle for each of some sources, laid out flat.
struct TupleList {
  var sources: [Int]
  var handles: [RowHandle] = []
  var count: Int { sources.isEmpty ? 0 : handles.count / sources.count }

  func load(_ tuple: Int, into frame: Frame) {
    let base = tuple * sources.count
    for (offset, source) in sources.enumerated() { frame.handles[source] = handles[base + offset] }
  }

  func loadNulls(into frame: Frame) {
    for source in sources { frame.handles[source] = .null }
  }

  mutating func append(from frame: Frame) {
    for source in sources { handles.append(frame.handles[source]) }
  }
}

/// Runs the joins of a block.
struct JoinRunner {
  let frame: Frame
  let block: BlockPlan

  func tuples(_ tree: JoinTree) throws -> TupleList {
    switch tree {
    case .leaf(let index): return try leaf(index)
    case .inner(let inputs, let conditions): return try inner(inputs, conditions)
    case .outer(let left, .leaf(let index), let on, false) where block.sources[index].lateral != nil:
      return try lateral(tuples(left), index, on, keepsLeft: true)
    case .outer(let left, let right, let on, let isFull):
      return try join(tuples(left), tuples(right), on, keepsLeft: true, keepsRight: isFull)
    }
  }

  private func leaf(_ index: Int) throws -> TupleList {
    var list = TupleList(sources: [index])
    if block.sources[index].lateral != nil {
      for handle in try lateralRows(index) {
        frame.handles[index] = handle
        if try meets(block.sources[index].conditions) { list.handles.append(handle) }
      }
      return list
    }
    let scan = try block.scan(index, frame)
    while try scan.next() { list.handles.append(frame.handles[index]) }
    return list
  }

  private func inner(_ inputs: [JoinTree], _ conditions: [CompiledCondition]) throws -> TupleList {
    var remaining = inputs
    var pending = conditions
    let first = remaining.firstIndex { lateral($0) == nil } ?? 0
    let start = remaining.remove(at: first)
    var current = try tuples(start)
    var covered = start.sources
    while !remaining.isEmpty {
      let connected = remaining.firstIndex { input in
        lateral(input) == nil && pending.contains { connects($0, covered, input.sources) }
      }
      let ready = remaining.firstIndex { lateral($0).map { $0.isSubset(of: covered) } ?? true }
      let input = remaining.remove(at: connected ?? ready ?? 0)
      let all = covered.union(input.sources)
      let applicable = pending.filter { $0.dependence.sources.isSubset(of: all) }
      pending.removeAll { $0.dependence.sources.isSubset(of: all) }
      if current.count == 0 { return TupleList(sources: inputs.flatMap(\.sourceIndexes)) }
      if case .leaf(let index) = input, lateral(input) != nil {
        current = try lateral(current, index, applicable, keepsLeft: false)
      } else {
        current = try join(current, tuples(input), applicable, keepsLeft: false, keepsRight: false)
      }
      covered = all
    }
    if !pending.isEmpty { current = try filtered(current, pending) }
    return current
  }

  // MARK: Lateral sources

  /// What a source depends on that is made anew for each row of those before it; nil for others.
  private func lateral(_ tree: JoinTree) -> SourceSet? {
    guard case .leaf(let index) = tree else { return nil }
    return block.sources[index].lateral
  }

  /// Makes the rows of a lateral source for the rows that stand in the frame.
  private func lateralRows(_ index: Int) throws -> [RowHandle] {
    let source = frame.sources[index]
    let begin = source.rows.count
    source.rows += try block.sources[index].plan.lateralRows(frame, types: block.sources[index].types)
    return (begin..<source.rows.count).map { RowHandle(row: UInt32(truncatingIfNeeded: $0), offset: 1) }
  }

  private func lateral(
    _ left: TupleList, _ index: Int, _ conditions: [CompiledCondition], keepsLeft: Bool
  ) throws -> TupleList {
    let all = conditions + block.sources[index].conditions
    var result = TupleList(sources: left.sources + [index])
    for tuple in 0..<left.count {
      left.load(tuple, into: frame)
      var isMatched = false
      for handle in try lateralRows(index) {
        frame.handles[index] = handle
        guard try meets(all) else { continue }
        isMatched = true
        result.append(from: frame)
      }
      if keepsLeft, !isMatched {
        frame.handles[index] = .null
        result.append(from: frame)
      }
    }
    return result
  }

  private func filtered(_ list: TupleList, _ conditions: [CompiledCondition]) throws -> TupleList {
    var kept = TupleList(sources: list.sources)
    for tuple in 0..<list.count {
      list.load(tuple, into: frame)
      if try meets(conditions) { kept.append(from: frame) }
    }
    return kept
  }

  private func connects(_ condition: CompiledCondition, _ left: SourceSet, _ right: SourceSet) -> Bool {
    guard let (a, b) = condition.equality, Comparison.keyForm(a.type, b.type) != nil else { return false }
    return side(a, in: left) && side(b, in: right) || side(a, in: right) && side(b, in: left)
  }

  private func side(_ value: CompiledValue, in sources: SourceSet) -> Bool {
    !value.dependence.sources.isEmpty && value.dependence.sources.isSubset(of: sources)
      && !value.dependence.isVolatile
  }

  private func meets(_ conditions: [CompiledCondition]) throws -> Bool {
    for condition in conditions where try condition.test(frame) != true { return false }
    return true
  }

  private struct KeyPair {
    var left: CompiledValue
    var right: CompiledValue
    var form: Comparison.KeyForm
  }

  private func join(
    _ left: TupleList, _ right: TupleList, _ conditions: [CompiledCondition], keepsLeft: Bool, keepsRight: Bool
  ) throws -> TupleList {
    let leftSet = left.sources.reduce(SourceSet()) { $0.union(.only($1)) }
    let rightSet = right.sources.reduce(SourceSet()) { $0.union(.only($1)) }
    var keys: [KeyPair] = []
    var rest: [CompiledCondition] = []
    for condition in conditions {
      guard let (a, b) = condition.equality, let form = Comparison.keyForm(a.type, b.type) else {
        rest.append(condition)
        continue
      }
      if side(a, in: leftSet), side(b, in: rightSet) {
        keys.append(KeyPair(left: a, right: b, form: form))
      } else if side(b, in: leftSet), side(a, in: rightSet) {
        keys.append(KeyPair(left: b, right: a, form: form))
      } else {
        rest.append(condition)
      }
    }
    var result = TupleList(sources: left.sources + right.sources)
    var matchedRight = keepsRight ? Array(repeating: false, count: right.count) : []
    let table = keys.isEmpty ? nil : try hashTable(right, keys)
    for tuple in 0..<left.count {
      left.load(tuple, into: frame)
      var isMatched = false
      func tryRight(_ candidate: Int) throws {
        right.load(candidate, into: frame)
        guard try meets(rest) else { return }
        isMatched = true
        if keepsRight { matchedRight[candidate] = true }
        result.append(from: frame)
      }
      if let table {
        if let key = try key(keys.map { ($0.left, $0.form) }), var candidate = table.heads[key] {
          while candidate >= 0 {
            try tryRight(Int(candidate))
            candidate = table.next[Int(candidate)]
          }
        }
      } else {
        for candidate in 0..<right.count { try tryRight(candidate) }
      }
      if keepsLeft, !isMatched {
        right.loadNulls(into: frame)
        result.append(from: frame)
      }
    }
    if keepsRight {
      left.loadNulls(into: frame)
      for candidate in matchedRight.indices where !matchedRight[candidate] {
        right.load(candidate, into: frame)
        result.append(from: frame)
      }
    }
    return result
  }

  private func key(_ parts: [(CompiledValue, Comparison.KeyForm)]) throws -> [UInt8]? {
    var key: [UInt8] = []
    for (value, form) in parts {
      let evaluated = try value.evaluate(frame)
      if evaluated.isNull { return nil }
      try Comparison.appendKey(evaluated, form, frame.execution.rules, to: &key)
    }
    return key
  }

  private func hashTable(
    _ list: TupleList, _ keys: [KeyPair]
  ) throws -> (heads: [[UInt8]: Int32], next: [Int32]) {
    var heads: [[UInt8]: Int32] = [:]
    var next = Array(repeating: Int32(-1), count: list.count)
    // Backwards, so that chains run in the order of the rows.
    for tuple in stride(from: list.count - 1, through: 0, by: -1) {
      list.load(tuple, into: frame)
      guard let key = try key(keys.map { ($0.right, $0.form) }) else { continue }
      next[tuple] = heads[key] ?? -1
      heads[key] = Int32(truncatingIfNeeded: tuple)
    }
    return (heads, next)
  }
}
