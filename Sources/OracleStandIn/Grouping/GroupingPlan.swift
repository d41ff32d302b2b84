import OracleSQL
import OracleWire

/// GROUP BY, or the one group of a block that only has aggregates.
final class GroupingPlan {
  let keys: [CompiledValue]
  let sets: [[Int]]
  /// Whether keys are read from the group and not from its row.
  let hasSets: Bool
  let calls: [Aggregation.Call]
  let having: CompiledCondition?
  /// How many of the sets before each have the same keys: GROUP_ID.
  private let copies: [Int]

  init(_ aggregation: Aggregation, having: CompiledCondition?) {
    keys = aggregation.keys
    sets = aggregation.sets
    hasSets = aggregation.hasSets
    calls = aggregation.calls
    self.having = having
    var seen: [Set<Int>: Int] = [:]
    copies = aggregation.sets.map { set in
      let members = Set(set)
      let number = seen[members, default: 0]
      seen[members] = number + 1
      return number
    }
  }

  /// The groups: one row that stands for each, and what was computed.
  struct Groups {
    var list: TupleList
    /// The row in `list` that stands for a group; nil for a total over no row.
    var rows: [Int?]
    var values: [GroupValues]

    var count: Int { values.count }

    func load(_ group: Int, into frame: Frame) {
      if let row = rows[group], row < list.count { list.load(row, into: frame) } else { list.loadNulls(into: frame) }
      frame.group = values[group]
    }
  }

  private struct Gathering {
    var list: TupleList
    var rows: [Int?] = []
    var accumulators: [[Accumulator]] = []
    var values: [GroupValues] = []
    var index: [[UInt8]: Int] = [:]
    var sortKeys: [[UInt8]] = []
  }

  /// Groups all rows, and leaves those groups that meet HAVING.
  func run(_ rows: TupleStream) throws -> Groups {
    let frame = rows.frame
    var gathering = Gathering(list: TupleList(sources: Array(frame.sources.indices)))
    let plainCount = plainCount(of: rows)
    while try plainCount == nil && rows.advance() {
      let values = try keys.map { try $0.evaluate(frame) }
      var row: Int?
      for (set, members) in sets.enumerated() {
        let group = self.group(set, members, values, copies[set], frame, &row, &gathering)
        for call in calls.indices { try gathering.accumulators[group][call].add(frame) }
      }
    }
    // A total stands even over no row: the one of aggregates alone, and those of empty grouping sets.
    for (set, members) in sets.enumerated() where members.isEmpty {
      guard gathering.index[[UInt8(clamping: set >> 8), UInt8(truncatingIfNeeded: set)]] == nil else { continue }
      gathering.rows.append(nil)
      gathering.accumulators.append(calls.map { Accumulator($0, rows: plainCount ?? 0) })
      gathering.values.append(values(members, [], copies[set]))
      gathering.sortKeys.append([])
    }
    let rules = frame.execution.rules
    for group in gathering.values.indices {
      gathering.values[group].aggregates = try gathering.accumulators[group].map { try $0.result(rules) }
    }
    return try kept(gathering, frame)
  }

  /// How many rows there are, when COUNT(*) of one table's rows is all that is asked: none of them is looked at then.
  private func plainCount(of rows: TupleStream) -> Int? {
    guard sets == [[]], calls.allSatisfy(\.countsRows), let scan = rows.plainScan else { return nil }
    return scan.countRows()
  }

  private func group(
    _ set: Int, _ members: [Int], _ keyValues: [Value], _ copy: Int, _ frame: Frame, _ row: inout Int?,
    _ gathering: inout Gathering
  ) -> Int {
    var key: [UInt8] = [UInt8(clamping: set >> 8), UInt8(truncatingIfNeeded: set)]
    for member in members { SortKey.append(keyValues[member], to: &key) }
    if let known = gathering.index[key] { return known }
    let group = gathering.accumulators.count
    gathering.index[key] = group
    gathering.accumulators.append(calls.map { Accumulator($0) })
    if row == nil {
      gathering.list.append(from: frame)
      row = gathering.list.sources.isEmpty ? 0 : gathering.list.count - 1
    }
    gathering.rows.append(row)
    let values = self.values(members, keyValues, copy)
    gathering.values.append(values)
    if hasSets {
      var sortKey: [UInt8] = []
      for value in values.keys { SortKey.append(value, to: &sortKey) }
      gathering.sortKeys.append(sortKey)
    }
    return group
  }

  private func values(_ members: [Int], _ keyValues: [Value], _ copy: Int) -> GroupValues {
    guard hasSets || keyValues.isEmpty else { return GroupValues() }
    let omitted = keys.indices.map { !members.contains($0) }
    return GroupValues(
      keys: keys.indices.map { omitted[$0] || keyValues.isEmpty ? .null : keyValues[$0] }, omitted: omitted, copy: copy)
  }

  /// Applies HAVING; subtotals come behind what they add up.
  private func kept(_ gathering: Gathering, _ frame: Frame) throws -> Groups {
    var order = Array(gathering.values.indices)
    if hasSets {
      order.sort { left, right in
        let byKey = ValueOrder.bytes(gathering.sortKeys[left], gathering.sortKeys[right])
        return byKey == 0 ? left < right : byKey < 0
      }
    }
    let all = Groups(list: gathering.list, rows: gathering.rows, values: gathering.values)
    var groups = Groups(list: gathering.list, rows: [], values: [])
    for group in order {
      if let having {
        all.load(group, into: frame)
        guard try having.test(frame) == true else { continue }
      }
      groups.rows.append(all.rows[group])
      groups.values.append(all.values[group])
    }
    return groups
  }
}
