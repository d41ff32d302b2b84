import OracleSQL
import OracleWire

/// GROUP BY, or the one group of a block that only has aggregates.
final class GroupingPlan {
  let keys: [CompiledValue]
  let calls: [Aggregation.Call]
  let having: CompiledCondition?
  let hasGroupBy: Bool

  init(keys: [CompiledValue], calls: [Aggregation.Call], having: CompiledCondition?, hasGroupBy: Bool) {
    self.keys = keys
    self.calls = calls
    self.having = having
    self.hasGroupBy = hasGroupBy
  }

  /// The groups: one row that stands for each, and the results of the aggregates.
  struct Groups {
    var list: TupleList
    var results: [[Value]]

    var count: Int { results.count }

    func load(_ group: Int, into frame: Frame) {
      if group < list.count { list.load(group, into: frame) } else { list.loadNulls(into: frame) }
      frame.aggregates = results[group]
    }
  }

  func run(_ rows: TupleStream) throws -> Groups {
    let frame = rows.frame
    var list = TupleList(sources: Array(frame.sources.indices))
    var accumulators: [[Accumulator]] = []
    var index: [[UInt8]: Int] = [:]
    while try rows.advance() {
      var key: [UInt8] = []
      for part in keys { SortKey.append(try part.evaluate(frame), to: &key) }
      let group: Int
      if let known = index[key] {
        group = known
      } else {
        group = accumulators.count
        index[key] = group
        accumulators.append(calls.map { Accumulator($0) })
        list.append(from: frame)
      }
      for call in calls.indices { try accumulators[group][call].add(frame) }
    }
    if accumulators.isEmpty, !hasGroupBy { accumulators.append(calls.map { Accumulator($0) }) }
    let rules = frame.execution.rules
    return Groups(list: list, results: try accumulators.map { try $0.map { try $0.result(rules) } })
  }
}

/// The running state of one aggregate over one group.
struct Accumulator {
  private let call: Aggregation.Call
  private var count = 0
  private var whole = 0
  private var exact: ExactDecimal?
  private var double = 0.0
  private var best: Value?
  private var seen: Set<[UInt8]> = []
  private var items: [(key: [UInt8], text: [UInt8])] = []
  private var separator: [UInt8] = []

  init(_ call: Aggregation.Call) { self.call = call }

  mutating func add(_ frame: Frame) throws {
    guard let argument = call.argument else {
      count += 1
      return
    }
    let value = try argument.evaluate(frame)
    if value.isNull { return }
    if call.isDistinct {
      var key: [UInt8] = []
      SortKey.append(value, to: &key)
      guard seen.insert(key).inserted else { return }
    }
    count += 1
    let rules = frame.execution.rules
    switch call.function {
    case .count: break
    case .sum, .average: try addNumber(value, rules)
    case .minimum, .maximum:
      guard let known = best else {
        best = value
        return
      }
      let order = try Comparison.order(value, known, rules)
      if call.function == .maximum ? order > 0 : order < 0 { best = value }
    case .listagg:
      var key: [UInt8] = []
      for (part, isDescending) in call.order {
        SortKey.append(try part.evaluate(frame), isDescending: isDescending, nullsFirst: isDescending, to: &key)
      }
      items.append((key, try rules.text(value)))
      if let separator = call.separator { self.separator = try rules.text(separator.evaluate(frame)) }
    }
  }

  private var isBinary: Bool {
    call.argument?.type.base == .binaryDouble || call.argument?.type.base == .binaryFloat
  }

  private mutating func addNumber(_ value: Value, _ rules: ConversionRules) throws {
    if isBinary {
      double += try rules.double(value)
      return
    }
    let number = try rules.number(value).number
    if exact == nil, let small = number.intValue {
      let (sum, overflow) = whole.addingReportingOverflow(small)
      if !overflow {
        whole = sum
        return
      }
    }
    let decimal = ExactDecimal(number)
    exact = NumberArithmetic.sum(exact ?? ExactDecimal(coefficient: 0, exponent: 0), decimal)
  }

  func result(_ rules: ConversionRules) throws -> Value {
    switch call.function {
    case .count: return Value(count)
    case .minimum, .maximum: return best ?? .null
    case .sum, .average:
      if count == 0 { return .null }
      if isBinary { return Value(double: call.function == .sum ? double : double / Double(count)) }
      var total = OracleNumber(whole)
      if let exact { total = try NumberArithmetic.sum(exact, ExactDecimal(total)).number() }
      return Value(call.function == .sum ? total : try NumberArithmetic.divide(total, OracleNumber(count)))
    case .listagg:
      let ordered = items.enumerated().sorted {
        let order = ValueOrder.bytes($0.element.key, $1.element.key)
        return order == 0 ? $0.offset < $1.offset : order < 0
      }
      let text = Array(ordered.map(\.element.text).joined(separator: separator))
      if text.count > 4000 { throw OracleError(code: 1489, message: "result of string concatenation is too long") }
      return Value(text: text)
    }
  }
}
