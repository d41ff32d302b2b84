import OracleSQL
import OracleWire

/// A column of a query's result.
struct OutputColumn {
  var name: String
  var type: ColumnType
  var isNullable: Bool
}

/// One row of a result: either computed from a frame on demand, or values that are there already.
enum OutputRow {
  case frame(Frame, [CompiledValue])
  case values([Value])

  func value(_ column: Int) throws -> Value {
    switch self {
    case .frame(let frame, let projection): try projection[column].evaluate(frame)
    case .values(let values): values[column]
    }
  }

  func values() throws -> [Value] {
    switch self {
    case .frame(let frame, let projection): try projection.map { try $0.evaluate(frame) }
    case .values(let values): values
    }
  }
}

/// Hands out the rows of a result one by one.
class RowStream {
  /// The next row; nil at the end.
  func next() throws -> OutputRow? { nil }
}

/// Rows that were computed in full.
final class ValueStream: RowStream {
  private let rows: [[Value]]
  private var place = 0

  init(_ rows: [[Value]]) { self.rows = rows }

  override func next() throws -> OutputRow? {
    guard place < rows.count else { return nil }
    place += 1
    return .values(rows[place - 1])
  }
}

/// OFFSET and FETCH FIRST.
final class LimitStream: RowStream {
  private let source: RowStream
  private var skip: Int
  private var left: Int

  init(_ source: RowStream, skip: Int, count: Int) {
    self.source = source
    self.skip = skip
    left = count
  }

  override func next() throws -> OutputRow? {
    guard left > 0 else { return nil }
    while skip > 0 {
      guard try source.next() != nil else { return nil }
      skip -= 1
    }
    left -= 1
    return try source.next()
  }
}

/// A sort key of ORDER BY.
enum OrderSource {
  case output(Int)
  case value(CompiledValue)
}

struct OrderKey {
  var source: OrderSource
  var isDescending: Bool
  var nullsFirst: Bool
}

/// A compiled query: blocks combined by set operators, then ORDER BY and limits.
final class QueryPlan {
  indirect enum Term {
    case block(BlockPlan)
    case nested(QueryPlan)
    /// Operators one after the other: a list, as a tree of thousands would be too deep for the stack.
    case set(Term, [(SetOperator, Term)])
    case recursive(RecursivePlan)
  }

  let term: Term
  let columns: [OutputColumn]
  let orderBy: [OrderKey]
  let offset: CompiledValue?
  let fetch: CompiledValue?
  let withTies: Bool
  let isPercent: Bool
  let hasFetch: Bool
  /// How many blocks out the farthest row is that some part reads; 0 for none.
  let outerDepth: Int

  var readsOuter: Bool { outerDepth > 0 }

  init(
    term: Term, columns: [OutputColumn], orderBy: [OrderKey] = [], offset: CompiledValue? = nil,
    fetch: CompiledValue? = nil, hasFetch: Bool = false, withTies: Bool = false, isPercent: Bool = false,
    outerDepth: Int
  ) {
    self.term = term
    self.columns = columns
    self.orderBy = orderBy
    self.offset = offset
    self.fetch = fetch
    self.hasFetch = hasFetch
    self.withTies = withTies
    self.isPercent = isPercent
    self.outerDepth = outerDepth
  }

  /// Calls the body with each row until it returns false.
  func run(_ execution: Execution, parent: Frame?, _ body: (OutputRow) throws -> Bool) throws {
    let stream = try open(execution, parent: parent)
    while let row = try stream.next() {
      guard try body(row) else { return }
      if !execution.nextValues.isEmpty { execution.nextValues.removeAll() }
    }
  }

  func open(_ execution: Execution, parent: Frame?) throws -> RowStream {
    var stream: RowStream
    switch term {
    case .block(let block): stream = try block.open(execution, parent: parent, orderBy: orderBy)
    default:
      var rows = try Self.rows(term, columns, execution, parent: parent)
      if !orderBy.isEmpty { rows = sorted(rows) }
      stream = ValueStream(rows)
    }
    guard hasFetch || offset != nil else { return stream }
    let frame = Frame(execution: execution, parent: parent)
    func count(_ value: CompiledValue?, _ otherwise: Int) throws -> Int {
      guard let value else { return otherwise }
      let number = try value.evaluate(frame)
      return number.isNull ? 0 : max(0, try TextFunctions.integer(number, execution))
    }
    let skip = try count(offset, 0)
    if isPercent || withTies { return try counted(stream, skip, frame) }
    return LimitStream(stream, skip: skip, count: hasFetch ? try count(fetch, 1) : .max)
  }

  /// FETCH FIRST n PERCENT and WITH TIES need all rows, or their keys.
  private func counted(_ stream: RowStream, _ skip: Int, _ frame: Frame) throws -> RowStream {
    var rows: [[Value]] = []
    var keys: [[UInt8]] = []
    while let row = try stream.next() {
      var key: [UInt8] = []
      if withTies {
        for part in orderBy {
          switch part.source {
          case .output(let index): SortKey.append(try row.value(index), to: &key)
          case .value(let compiled):
            guard case .frame(let own, _) = row else {
              throw OracleError.unsupported("FETCH ... WITH TIES ordered by what the select list doesn't have")
            }
            SortKey.append(try compiled.evaluate(own), to: &key)
          }
        }
      }
      keys.append(key)
      rows.append(try row.values())
    }
    let wanted = try fetch.map { try $0.evaluate(frame) } ?? Value(1)
    var number = OracleNumber.zero
    if !wanted.isNull { number = try frame.execution.rules.number(wanted).number }
    if isPercent {
      let part = try NumberArithmetic.divide(
        NumberArithmetic.multiply(number, OracleNumber(rows.count)), OracleNumber(100))
      number = try NumberArithmetic.round(part, scale: 0, .up)
    }
    let limit = number.isNegative ? 0 : try TextFunctions.integer(Value(number), frame.execution)
    let first = min(skip, rows.count)
    var end = min(rows.count, first + limit)
    // Without ORDER BY there are no ties.
    if withTies, !orderBy.isEmpty, end > first { while end < rows.count, keys[end] == keys[end - 1] { end += 1 } }
    return ValueStream(Array(rows[first..<end]))
  }

  private func sorted(_ rows: [[Value]]) -> [[Value]] {
    var sorter = RowSorter()
    for row in rows {
      sorter.begin()
      for key in orderBy {
        guard case .output(let index) = key.source else { continue }
        SortKey.append(row[index], isDescending: key.isDescending, nullsFirst: key.nullsFirst, to: &sorter.bytes)
      }
    }
    return sorter.order().map { rows[$0] }
  }

  static func rows(
    _ term: Term, _ columns: [OutputColumn], _ execution: Execution, parent: Frame?
  ) throws -> [[Value]] {
    switch term {
    case .block(let block):
      return try drain(block.open(execution, parent: parent, orderBy: []), columns, execution)
    case .recursive(let plan): return try plan.rows(execution)
    case .nested(let plan): return try drain(plan.open(execution, parent: parent), columns, execution)
    case .set(let first, let others):
      var result = try rows(first, columns, execution, parent: parent)
      for (combinator, other) in others {
        combine(combinator, &result, try rows(other, columns, execution, parent: parent))
      }
      return result
    }
  }

  private static func drain(
    _ stream: RowStream, _ columns: [OutputColumn], _ execution: Execution
  ) throws -> [[Value]] {
    var rows: [[Value]] = []
    while let row = try stream.next() {
      var values = try row.values()
      for index in values.indices where index < columns.count {
        values[index] = try ColumnStore.convert(values[index], to: columns[index].type, execution.rules)
      }
      rows.append(values)
    }
    return rows
  }

  static func key(_ row: [Value]) -> [UInt8] {
    var key: [UInt8] = []
    for value in row { SortKey.append(value, to: &key) }
    return key
  }

  private static func combine(_ combinator: SetOperator, _ left: inout [[Value]], _ right: [[Value]]) {
    switch combinator {
    case .unionAll: left += right
    case .union:
      var seen: Set<[UInt8]> = []
      left = (left + right).filter { seen.insert(key($0)).inserted }
    case .intersect, .minus:
      let others = Set(right.map(key))
      var seen: Set<[UInt8]> = []
      left = left.filter {
        let rowKey = key($0)
        return others.contains(rowKey) == (combinator == .intersect) && seen.insert(rowKey).inserted
      }
    case .intersectAll, .minusAll:
      var counts: [[UInt8]: Int] = [:]
      for row in right { counts[key(row), default: 0] += 1 }
      left = left.filter {
        let rowKey = key($0)
        let rest = counts[rowKey] ?? 0
        if rest > 0 { counts[rowKey] = rest - 1 }
        return (rest > 0) == (combinator == .intersectAll)
      }
    }
  }
}

/// Sorts rows by keys that compare bytewise; rows with equal keys keep their order.
struct RowSorter {
  var bytes: [UInt8] = []
  private var starts: [Int] = []

  var count: Int { starts.count }

  /// Begins the key of the next row; its bytes are then appended to `bytes`.
  mutating func begin() { starts.append(bytes.count) }

  /// The indexes of the rows in order.
  mutating func order() -> [Int] {
    starts.append(bytes.count)
    defer { starts.removeLast() }
    return bytes.withUnsafeBufferPointer { bytes in
      let ends = starts
      // The first eight bytes decide most comparisons.
      let prefixes: [UInt64] = (0..<(ends.count - 1)).map { row in
        var prefix: UInt64 = 0
        for place in 0..<8 {
          let offset = ends[row] + place
          prefix = prefix << 8 | (offset < ends[row + 1] ? UInt64(bytes[offset]) : 0)
        }
        return prefix
      }
      return (0..<prefixes.count).sorted { left, right in
        if prefixes[left] != prefixes[right] { return prefixes[left] < prefixes[right] }
        var a = ends[left]
        var b = ends[right]
        let endA = ends[left + 1]
        let endB = ends[right + 1]
        while a < endA, b < endB {
          if bytes[a] != bytes[b] { return bytes[a] < bytes[b] }
          a += 1
          b += 1
        }
        if endA - a != endB - b { return endA - a < endB - b }
        return left < right
      }
    }
  }
}
