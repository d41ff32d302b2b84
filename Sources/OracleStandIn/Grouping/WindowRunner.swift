import OracleSQL
import OracleWire

/// Computes the window functions of a block over its rows.
struct WindowRunner {
  let windows: Windows
  let rows: BlockRows
  let frame: Frame

  private var rules: ConversionRules { frame.execution.rules }

  /// The rows of one partition in order, and how their keys compare.
  private struct Partition {
    var rows: [Int]
    var keys: [[UInt8]]
    /// The first and the last row with the same key as each.
    var firstPeer: [Int] = []
    var lastPeer: [Int] = []

    init(rows: [Int], keys: [[UInt8]]) {
      self.rows = rows
      self.keys = keys
      firstPeer = Array(repeating: 0, count: rows.count)
      lastPeer = firstPeer
      for place in rows.indices {
        firstPeer[place] = place > 0 && keys[place] == keys[place - 1] ? firstPeer[place - 1] : place
      }
      for place in rows.indices.reversed() {
        let next = place + 1
        lastPeer[place] = next < rows.count && firstPeer[next] == firstPeer[place] ? lastPeer[next] : place
      }
    }
  }

  /// For each row the results of all calls, in the order of the calls.
  func run() throws -> [[Value]] {
    var results = Array(repeating: Array(repeating: Value.null, count: windows.calls.count), count: rows.count)
    for (number, layout) in windows.layouts.enumerated() {
      let calls = windows.calls.indices.filter { windows.calls[$0].layout == number }
      for partition in try partitions(layout) {
        for index in calls {
          let values = try compute(windows.calls[index], layout, partition)
          for (place, row) in partition.rows.enumerated() { results[row][index] = values[place] }
        }
      }
    }
    return results
  }

  private func partitions(_ layout: Windows.Layout) throws -> [Partition] {
    var partitionKeys: [[UInt8]] = []
    var orderKeys: [[UInt8]] = []
    for row in 0..<rows.count {
      rows.load(row, into: frame)
      var key: [UInt8] = []
      for part in layout.partition { SortKey.append(try part.evaluate(frame), to: &key) }
      partitionKeys.append(key)
      key.removeAll()
      for part in layout.order { try part.append(frame, to: &key) }
      orderKeys.append(key)
    }
    let order = (0..<rows.count).sorted { left, right in
      var comparison = ValueOrder.bytes(partitionKeys[left], partitionKeys[right])
      if comparison == 0 { comparison = ValueOrder.bytes(orderKeys[left], orderKeys[right]) }
      return comparison == 0 ? left < right : comparison < 0
    }
    var partitions: [Partition] = []
    var begin = 0
    for place in order.indices {
      let next = place + 1
      if next < order.count, partitionKeys[order[next]] == partitionKeys[order[place]] { continue }
      let members = Array(order[begin..<next])
      partitions.append(Partition(rows: members, keys: members.map { orderKeys[$0] }))
      begin = next
    }
    return partitions
  }

  private func compute(_ call: Windows.Call, _ layout: Windows.Layout, _ partition: Partition) throws -> [Value] {
    let count = partition.rows.count
    switch call.function {
    case .rowNumber: return (0..<count).map { Value($0 + 1) }
    case .rank: return (0..<count).map { Value(partition.firstPeer[$0] + 1) }
    case .denseRank:
      var rank = 0
      return (0..<count).map { place in
        if partition.firstPeer[place] == place { rank += 1 }
        return Value(rank)
      }
    case .percentRank:
      return try (0..<count).map { place in
        count == 1
          ? Value(0)
          : Value(try NumberArithmetic.divide(OracleNumber(partition.firstPeer[place]), OracleNumber(count - 1)))
      }
    case .cumeDist:
      return try (0..<count).map { place in
        Value(try NumberArithmetic.divide(OracleNumber(partition.lastPeer[place] + 1), OracleNumber(count)))
      }
    case .ntile: return try tiles(call, partition)
    case .lag, .lead: return try shifted(call, partition)
    case .ratioToReport: return try ratios(call, partition)
    case .firstValue, .lastValue, .nthValue: return try picked(call, layout, partition)
    case .aggregate: return try aggregated(call, layout, partition)
    }
  }

  private func values(_ argument: CompiledValue, _ partition: Partition) throws -> [Value] {
    try partition.rows.map { row in
      rows.load(row, into: frame)
      return try argument.evaluate(frame)
    }
  }

  // MARK: Functions

  private func tiles(_ call: Windows.Call, _ partition: Partition) throws -> [Value] {
    let count = partition.rows.count
    rows.load(partition.rows[0], into: frame)
    let wanted = try call.arguments[0].evaluate(frame)
    if wanted.isNull { return Array(repeating: .null, count: count) }
    let tiles = try TextFunctions.integer(wanted, frame.execution)
    guard tiles > 0 else { throw OracleError(code: 1428, message: "argument '\(tiles)' is out of range") }
    let size = count / tiles
    let larger = count % tiles
    return (0..<count).map { place in
      let inLarger = larger * (size + 1)
      return Value(place < inLarger ? place / (size + 1) + 1 : larger + (place - inLarger) / max(size, 1) + 1)
    }
  }

  private func shifted(_ call: Windows.Call, _ partition: Partition) throws -> [Value] {
    let values = try values(call.arguments[0], partition)
    let direction = call.function == .lag ? -1 : 1
    return try partition.rows.enumerated().map { place, row in
      var distance = 1
      if call.arguments.count > 1 {
        rows.load(row, into: frame)
        let wanted = try call.arguments[1].evaluate(frame)
        if wanted.isNull { return .null }
        distance = try TextFunctions.integer(wanted, frame.execution)
        guard distance >= 0 else { throw OracleError(code: 1428, message: "argument '\(distance)' is out of range") }
      }
      var target = place
      if call.ignoresNulls, distance > 0 {
        var left = distance
        while left > 0 {
          target += direction
          guard values.indices.contains(target) else { break }
          if !values[target].isNull { left -= 1 }
        }
      } else {
        let (moved, overflow) = place.addingReportingOverflow(direction * min(distance, 1 << 40))
        target = overflow ? -1 : moved
      }
      if values.indices.contains(target) { return try ColumnStore.convert(values[target], to: call.type, rules) }
      guard call.arguments.count > 2 else { return .null }
      rows.load(row, into: frame)
      return try ColumnStore.convert(call.arguments[2].evaluate(frame), to: call.type, rules)
    }
  }

  private func ratios(_ call: Windows.Call, _ partition: Partition) throws -> [Value] {
    let values = try values(call.arguments[0], partition).map { try rules.number($0) }
    var total = ExactDecimal(coefficient: 0, exponent: 0)
    for value in values where !value.isNull { total = NumberArithmetic.sum(total, ExactDecimal(value.number)) }
    let sum = try total.number()
    return try values.map { value in
      value.isNull || sum == .zero ? .null : Value(try NumberArithmetic.divide(value.number, sum))
    }
  }

  private func picked(
    _ call: Windows.Call, _ layout: Windows.Layout, _ partition: Partition
  ) throws -> [Value] {
    let values = try values(call.arguments[0], partition)
    return try partition.rows.indices.map { place in
      guard let bounds = try self.bounds(call.frame, layout, partition, place) else { return .null }
      var wanted = 1
      if call.function == .nthValue {
        rows.load(partition.rows[place], into: frame)
        wanted = try TextFunctions.integer(call.arguments[1].evaluate(frame), frame.execution)
        guard wanted > 0 else { throw OracleError(code: 1428, message: "argument '\(wanted)' is out of range") }
      }
      if call.frame.unit == .range, wanted == 1, !call.isFromLast {
        return try tied(values, partition, bounds, isLast: call.function == .lastValue, ignoresNulls: call.ignoresNulls)
      }
      let candidates = values[bounds]
      let backwards = call.function == .lastValue || call.isFromLast
      if call.ignoresNulls {
        let known = candidates.filter { !$0.isNull }
        guard wanted <= known.count else { return .null }
        return backwards ? known[known.count - wanted] : known[wanted - 1]
      }
      guard wanted <= candidates.count else { return .null }
      return backwards ? candidates[bounds.upperBound - wanted] : candidates[bounds.lowerBound + wanted - 1]
    }
  }

  /// FIRST_VALUE takes the lowest, LAST_VALUE the highest value of the rows that a RANGE can't tell apart.
  ///
  /// SQL Language Reference, FIRST_VALUE and LAST_VALUE, the examples with RANGE.
  private func tied(
    _ values: [Value], _ partition: Partition, _ bounds: Range<Int>, isLast: Bool, ignoresNulls: Bool
  ) throws -> Value {
    let places = ignoresNulls ? bounds.filter { !values[$0].isNull } : Array(bounds)
    guard let end = isLast ? places.last : places.first else { return .null }
    let peers = places.filter { partition.firstPeer[$0] == partition.firstPeer[end] }
    var best = values[end]
    for place in peers where !values[place].isNull {
      let order = best.isNull ? (isLast ? -1 : 0) : try Comparison.order(values[place], best, rules)
      if isLast ? order > 0 : order < 0 { best = values[place] }
    }
    return best
  }

  private func aggregated(
    _ call: Windows.Call, _ layout: Windows.Layout, _ partition: Partition
  ) throws -> [Value] {
    guard let aggregate = call.aggregate else { return [] }
    var accumulator = Accumulator(aggregate)
    var covered = 0..<0
    var known: Value?
    return try partition.rows.indices.map { place in
      let bounds = try self.bounds(call.frame, layout, partition, place) ?? place..<place
      if let known, bounds == covered { return known }
      // A frame that only grows goes on with what is there.
      if bounds.lowerBound != covered.lowerBound || bounds.upperBound < covered.upperBound || known == nil {
        accumulator = Accumulator(aggregate)
        covered = bounds.lowerBound..<bounds.lowerBound
      }
      for row in covered.upperBound..<bounds.upperBound {
        rows.load(partition.rows[row], into: frame)
        try accumulator.add(frame)
      }
      covered = bounds
      let result = try accumulator.result(rules)
      known = result
      return result
    }
  }

  // MARK: Frames

  /// The rows of the frame, as places in the partition; nil when it holds none.
  private func bounds(
    _ bounds: FrameBounds, _ layout: Windows.Layout, _ partition: Partition, _ place: Int
  ) throws -> Range<Int>? {
    let count = partition.rows.count
    var first = 0
    var last = count - 1
    switch bounds.first {
    case .start, .end: break
    case .current: first = bounds.unit == .rows ? place : partition.firstPeer[place]
    case .preceding(let offset): first = try bound(offset, -1, bounds.unit, layout, partition, place, isFirst: true)
    case .following(let offset): first = try bound(offset, 1, bounds.unit, layout, partition, place, isFirst: true)
    }
    switch bounds.last {
    case .start, .end: break
    case .current: last = bounds.unit == .rows ? place : partition.lastPeer[place]
    case .preceding(let offset): last = try bound(offset, -1, bounds.unit, layout, partition, place, isFirst: false)
    case .following(let offset): last = try bound(offset, 1, bounds.unit, layout, partition, place, isFirst: false)
    }
    first = max(first, 0)
    last = min(last, count - 1)
    return first <= last ? first..<(last + 1) : nil
  }

  private func bound(
    _ offset: CompiledValue, _ direction: Int, _ unit: WindowFrame.Unit, _ layout: Windows.Layout,
    _ partition: Partition, _ place: Int, isFirst: Bool
  ) throws -> Int {
    rows.load(partition.rows[place], into: frame)
    let distance = try offset.evaluate(frame)
    guard !distance.isNull else { throw Self.badOffset }
    if unit == .rows {
      let number = try TextFunctions.integer(distance, frame.execution)
      guard number >= 0 else { throw Self.badOffset }
      return place + direction * min(number, 1 << 40)
    }
    let part = layout.order[0]
    let value = try part.value.evaluate(frame)
    // A NULL has no neighbours at a distance: its frame is its peers.
    guard !value.isNull else { return isFirst ? partition.firstPeer[place] : partition.lastPeer[place] }
    let goesUp = (direction > 0) != part.isDescending
    let moved = try Arithmetic.apply(goesUp ? .add : .subtract, value, distance, rules)
    var key: [UInt8] = []
    SortKey.append(
      try ColumnStore.convert(moved, to: ColumnType(base: value.type), rules), isDescending: part.isDescending,
      nullsFirst: part.nullsFirst, to: &key)
    return isFirst ? Self.firstPlace(partition.keys, notBelow: key) : Self.firstPlace(partition.keys, above: key) - 1
  }

  private static let badOffset = OracleError(code: 1428, message: "argument of the window frame is out of range")

  private static func firstPlace(_ keys: [[UInt8]], notBelow key: [UInt8]) -> Int {
    partitioningIndex(keys) { ValueOrder.bytes($0, key) >= 0 }
  }

  private static func firstPlace(_ keys: [[UInt8]], above key: [UInt8]) -> Int {
    partitioningIndex(keys) { ValueOrder.bytes($0, key) > 0 }
  }

  private static func partitioningIndex(_ keys: [[UInt8]], _ holds: ([UInt8]) -> Bool) -> Int {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if holds(keys[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
