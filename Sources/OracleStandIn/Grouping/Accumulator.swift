import BigInt
import OracleWire

/// The running state of one aggregate over one group.
struct Accumulator {
  private let call: Aggregation.Call
  private var count = 0
  private var whole = 0
  private var exact: ExactDecimal?
  private var squares: ExactDecimal?
  private var double = 0.0
  private var doubleSquares = 0.0
  private var best: Value?
  private var seen: Set<[UInt8]> = []
  /// Values with the bytes that they sort by, for those that look at all of them.
  private var items: [(key: [UInt8], value: Value)] = []
  private var separator: [UInt8] = []
  private var truncation: [UInt8] = []
  private var fraction = OracleNumber.zero
  /// The keys of JSON_OBJECTAGG's members.
  private var names: [Value] = []
  private var before = 0
  private var beside = 0
  private var keptRank: [UInt8]?

  /// - Parameter rows: how many rows COUNT(*) has seen.
  init(_ call: Aggregation.Call, rows: Int = 0) {
    self.call = call
    count = rows
  }

  /// Takes the current row.
  mutating func add(_ frame: Frame) throws {
    if let keep = call.keep, try !ranks(keep.order, keep.keepsLast, frame) { return }
    if call.function.isHypothetical { return try compare(frame) }
    if call.maker != nil { return try addJSON(frame) }
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
    case .count, .hypotheticalRank, .hypotheticalDenseRank, .hypotheticalPercentRank, .hypotheticalCumeDist, .jsonArray,
      .jsonObject:
      break
    case .sum, .average: try addNumber(value, rules)
    case .deviation, .sampleDeviation, .populationDeviation, .variance, .sampleVariance, .populationVariance:
      try addNumber(value, rules)
      try addSquare(value, rules)
    case .minimum, .maximum:
      guard let known = best else {
        best = value
        return
      }
      let order = try Comparison.order(value, known, rules)
      if call.function == .maximum ? order > 0 : order < 0 { best = value }
    case .listagg:
      if let separator = call.separator { self.separator = try rules.text(separator.evaluate(frame)) }
      if let truncation = call.truncation {
        self.truncation = try truncation.text.map { try rules.text($0.evaluate(frame)) } ?? Array("...".utf8)
      }
      items.append((try key(frame), Value(type: .varchar, bytes: try rules.text(value))))
    case .median: try addItem(value, OracleNumber(decimal: "0.5"), rules) { SortKey.append(value, to: &$0) }
    case .percentileCont, .percentileDisc:
      guard let wanted = call.fraction else { return }
      let key = try key(frame)
      try addItem(value, rules.number(wanted.evaluate(frame)).number, rules) { $0 = key }
    }
  }

  /// Whether the current row is among those that KEEP keeps; a better one begins anew.
  private mutating func ranks(_ order: [SortPart], _ keepsLast: Bool, _ frame: Frame) throws -> Bool {
    var rank: [UInt8] = []
    for part in order { try part.append(frame, to: &rank) }
    if let known = keptRank {
      let comparison = ValueOrder.bytes(rank, known)
      if comparison == 0 { return true }
      guard keepsLast ? comparison > 0 : comparison < 0 else { return false }
      self = Accumulator(call)
    }
    keptRank = rank
    return true
  }

  /// Takes an element, or a member: its key is kept beside its text.
  private mutating func addJSON(_ frame: Frame) throws {
    guard let argument = call.argument else { return }
    count += 1
    let value = try argument.evaluate(frame)
    let rules = frame.execution.rules
    if call.isDistinct {
      var key: [UInt8] = []
      SortKey.append(value, to: &key)
      guard seen.insert(key).inserted else { return }
    }
    let text = value.isNull ? nil : try JSONMaker.text(value, isFormatted: call.isFormatted, rules)
    items.append((try key(frame), text.map { Value(type: .varchar, bytes: $0) } ?? .null))
    if let name = call.key { names.append(try name.evaluate(frame)) }
  }

  private func json(_ rules: ConversionRules) throws -> Value {
    guard let maker = call.maker, count > 0 else { return .null }
    guard call.function == .jsonObject else {
      return try maker.array(sorted.map { $0.value.isNull ? nil : $0.value.bytes })
    }
    return try maker.object(zip(names, items).map { ($0, $1.value.isNull ? nil : $1.value.bytes) }, rules)
  }

  /// Counts the rows that stand before the made-up one, and those beside it.
  private mutating func compare(_ frame: Frame) throws {
    count += 1
    let key = try key(frame)
    var wanted: [UInt8] = []
    for (part, value) in zip(call.order, call.hypothetical) {
      let made = try ColumnStore.convert(value.evaluate(frame), to: part.value.type, frame.execution.rules)
      SortKey.append(made, isDescending: part.isDescending, nullsFirst: part.nullsFirst, to: &wanted)
    }
    let order = ValueOrder.bytes(key, wanted)
    if order < 0 {
      before += 1
      seen.insert(key)
    } else if order == 0 {
      beside += 1
    }
  }

  private func key(_ frame: Frame) throws -> [UInt8] {
    var key: [UInt8] = []
    for part in call.order { try part.append(frame, to: &key) }
    return key
  }

  private mutating func addItem(
    _ value: Value, _ fraction: OracleNumber, _ rules: ConversionRules, key: (inout [UInt8]) -> Void
  ) throws {
    guard try NumberArithmetic.round(fraction, scale: 0, .up).intValue.map({ $0 == 0 || $0 == 1 }) == true,
      !fraction.isNegative
    else { throw OracleError(code: 30496, message: "Argument should be a constant between 0 and 1") }
    self.fraction = fraction
    var bytes: [UInt8] = []
    key(&bytes)
    items.append((bytes, value.type.isText ? try rules.number(value) : value))
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

  private mutating func addSquare(_ value: Value, _ rules: ConversionRules) throws {
    if isBinary {
      let part = try rules.double(value)
      doubleSquares += part * part
      return
    }
    let decimal = ExactDecimal(try rules.number(value).number)
    let square = ExactDecimal(
      coefficient: decimal.coefficient * decimal.coefficient, exponent: decimal.exponent * 2)
    squares = NumberArithmetic.sum(squares ?? ExactDecimal(coefficient: 0, exponent: 0), square)
  }

  /// The exact sum of all values.
  private var total: ExactDecimal {
    let small = ExactDecimal(OracleNumber(whole))
    guard let exact else { return small }
    return NumberArithmetic.sum(exact, small)
  }

  // MARK: Result

  /// What the rows so far give.
  func result(_ rules: ConversionRules) throws -> Value {
    switch call.function {
    case .count: return Value(count)
    case .hypotheticalRank: return Value(before + 1)
    case .hypotheticalDenseRank: return Value(seen.count + 1)
    case .hypotheticalPercentRank:
      return count == 0 ? Value(0) : Value(try NumberArithmetic.divide(OracleNumber(before), OracleNumber(count)))
    case .hypotheticalCumeDist:
      return Value(try NumberArithmetic.divide(OracleNumber(before + beside + 1), OracleNumber(count + 1)))
    case .minimum, .maximum: return best ?? .null
    case .sum, .average:
      if count == 0 { return .null }
      if isBinary { return Value(double: call.function == .sum ? double : double / Double(count)) }
      let sum = try total.number()
      return Value(call.function == .sum ? sum : try NumberArithmetic.divide(sum, OracleNumber(count)))
    case .deviation, .sampleDeviation, .populationDeviation, .variance, .sampleVariance, .populationVariance:
      return try spread()
    case .listagg: return try list()
    case .jsonArray, .jsonObject: return try json(rules)
    case .median, .percentileCont: return try interpolated(rules)
    case .percentileDisc:
      guard !items.isEmpty else { return .null }
      let place = try NumberArithmetic.round(
        NumberArithmetic.multiply(fraction, OracleNumber(items.count)), scale: 0, .up)
      return sorted[min(max((place.intValue ?? 1) - 1, 0), items.count - 1)].value
    }
  }

  private func spread() throws -> Value {
    let isPopulation = call.function == .populationVariance || call.function == .populationDeviation
    let isSample = call.function == .sampleVariance || call.function == .sampleDeviation
    let isRoot: Bool
    switch call.function {
    case .deviation, .sampleDeviation, .populationDeviation: isRoot = true
    default: isRoot = false
    }
    guard count > (isSample ? 1 : 0) else { return .null }
    let divisor = isPopulation ? count : max(count - 1, 1)
    if isBinary {
      let variance = max(0, doubleSquares - double * double / Double(count)) / Double(divisor)
      return Value(double: isRoot ? variance.squareRoot() : variance)
    }
    // count * sum(x²) - sum(x)² is exact: only the last division rounds.
    let sum = total
    let squares = self.squares ?? ExactDecimal(coefficient: 0, exponent: 0)
    let scaled = ExactDecimal(coefficient: squares.coefficient * BigInt(count), exponent: squares.exponent)
    let negative = ExactDecimal(coefficient: -(sum.coefficient * sum.coefficient), exponent: sum.exponent * 2)
    let numerator = try NumberArithmetic.sum(scaled, negative).number()
    let variance = try NumberArithmetic.divide(
      numerator, NumberArithmetic.multiply(OracleNumber(count), OracleNumber(divisor)))
    return Value(isRoot ? try NumberArithmetic.squareRoot(variance) : variance)
  }

  private var sorted: [(key: [UInt8], value: Value)] {
    items.enumerated().sorted {
      let order = ValueOrder.bytes($0.element.key, $1.element.key)
      return order == 0 ? $0.offset < $1.offset : order < 0
    }.map(\.element)
  }

  /// PERCENTILE_CONT: between the two values around the place that the fraction means.
  private func interpolated(_ rules: ConversionRules) throws -> Value {
    guard !items.isEmpty else { return .null }
    let ordered = sorted
    let place = try NumberArithmetic.multiply(fraction, OracleNumber(items.count - 1))
    let floor = try NumberArithmetic.round(place, scale: 0, .down)
    let lower = min(max(floor.intValue ?? 0, 0), items.count - 1)
    let rest = try NumberArithmetic.subtract(place, floor)
    let low = ordered[lower].value
    guard rest != .zero, lower + 1 < ordered.count else { return low }
    let step = try Arithmetic.apply(.subtract, ordered[lower + 1].value, low, rules)
    return try Arithmetic.apply(.add, low, Arithmetic.apply(.multiply, step, Value(rest), rules), rules)
  }

  private func list() throws -> Value {
    let texts = sorted.map(\.value.bytes)
    let text = Array(texts.joined(separator: separator))
    if text.count <= 4000 { return Value(text: text) }
    guard let clause = call.truncation else {
      throw OracleError(code: 1489, message: "result of string concatenation is too long")
    }
    var kept: [UInt8] = []
    var number = 0
    for entry in texts {
      let tail = truncation.count + (clause.withCount ? String(texts.count - number).utf8.count + 2 : 0)
      guard kept.count + entry.count + separator.count + tail <= 4000 else { break }
      kept += entry + separator
      number += 1
    }
    kept += truncation
    if clause.withCount { kept += Array("(\(texts.count - number))".utf8) }
    return Value(text: kept)
  }
}
