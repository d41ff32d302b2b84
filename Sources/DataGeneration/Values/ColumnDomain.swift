import Foundation
import SampleSchema

/// The values that a column may have, and those among them that are usual.
struct ColumnDomain: Sendable {
  /// How the letters of a text must be.
  enum LetterCase: Sendable { case any, upper, lower }

  let type: ValueType
  var meaning: ColumnMeaning
  /// Digits behind the point.
  var scale = 0
  /// Microseconds between two moments that are told apart.
  var step = 1
  /// Numbers in units of the scale, moments in steps.
  var allowed = IntervalSet.everything
  var usual = IntervalSet.everything
  /// Where these are given there are no others.
  var choices: [GeneratedValue]?
  var shortest = 1
  var longest = 200
  var letters = LetterCase.any
  var prefix = ""
  var pattern: TextPattern?
  var isASCII = false
  /// NULL once in so many rows; 0 for never, 1 for always.
  var nullRate: Int

  init(_ column: ColumnDescription, isASCII: Bool) {
    type = column.type
    meaning = ColumnMeaning(name: column.name, type: column.type)
    self.isASCII = isASCII
    nullRate = column.isNullable ? (meaning == .deleted ? 2 : 10) : 0
    switch type {
    case .number(let digits, let scale): setNumber(digits: digits, scale: scale)
    case .boolean: choices = [.integer(0), .integer(1)]
    case .choices(let list): choices = list.map { .text($0) }
    case .text(let characters): longest = min(characters ?? 200, meaning == .note ? 400 : 200)
    case .date: setMoments(step: CivilMoment.day)
    case .timestamp(let digits, _): setMoments(step: clockStep(digits, name: column.name))
    case .time:
      step = CivilMoment.second
      allowed = IntervalSet([0...86_399])
      usual = allowed
    case .interval(let isMonths):
      allowed = IntervalSet([0...(isMonths ? 99 * 12 : 99 * 86_400)])
      usual = allowed
    case .bytes(let length): longest = min(length ?? 16, 16)
    case .written(.emptyArray): choices = [.text("{}")]
    default: break
    }
  }

  private mutating func setNumber(digits: Int?, scale declared: Int?) {
    let isPrecise = [.amount, .rate, .percent, .latitude, .longitude].contains(meaning)
    scale = declared ?? (isPrecise ? 2 : 0)
    let limit = Self.power(min(digits ?? 15, 18)) - 1
    allowed = IntervalSet([-limit...limit])
    // As PostgreSQL's smallint cannot tell how few digits Oracle had, small numbers have one.
    let isSmall = (digits ?? 15) - max(0, scale) <= 4
    let one = scale > 0 ? Self.power(min(scale, 17)) : 1
    func whole(_ range: ClosedRange<Int>) -> IntervalSet {
      let (low, high) = (range.lowerBound, range.upperBound)
      let top = IntervalSet.limit / one
      return IntervalSet([max(low, -top) * one...min(high, top) * one])
    }
    usual =
      switch meaning {
      case .flag: whole(0...1)
      case .percent: whole(0...99)
      case .rate: scale > 0 ? IntervalSet([0...one]) : whole(0...9)
      case .amount: whole(isSmall ? 1...9 : 1...10_000)
      case .quantity: whole(isSmall ? 1...9 : 1...100)
      case .year: whole(2000...2025)
      case .month: whole(1...12)
      case .day: whole(1...28)
      case .age: whole(18...90)
      case .latitude: whole(-90...90)
      case .longitude: whole(-180...180)
      case .position, .version: whole(1...9)
      default: whole(isSmall ? 1...9 : 1...1000)
      }
    if usual.intersection(allowed).isEmpty { usual = allowed.intersection(0...min(limit, 9)) }
  }

  /// Days for what is called a date, else what a moment's digits can tell.
  private func clockStep(_ digits: Int, name: String) -> Int {
    let words = Set(ColumnMeaning.words(name))
    let isDay = digits == 0 && (meaning == .birth || !words.isDisjoint(with: ["date", "day", "dt"]))
    if isDay, meaning != .created, meaning != .updated { return CivilMoment.day }
    return digits >= 6 ? 1 : digits >= 3 ? 1000 : CivilMoment.second
  }

  private mutating func setMoments(step: Int) {
    self.step = step
    func span(_ from: Int, _ to: Int) -> IntervalSet {
      IntervalSet([
        CivilMoment.moment(year: from, month: 1, day: 1)
          / step...(CivilMoment.moment(year: to, month: 1, day: 1) / step - 1)
      ])
    }
    allowed = span(1970, 2500)
    usual =
      switch meaning {
      case .birth: span(1950, 2006)
      case .created: span(2020, 2024)
      case .updated, .deleted: span(2024, 2026)
      case .start: span(2020, 2023)
      case .end: span(2023, 2027)
      default: span(2020, 2026)
      }
  }

  static func power(_ exponent: Int) -> Int { (0..<max(0, min(exponent, 18))).reduce(1) { value, _ in value * 10 } }

  /// What random numbers and moments are taken from: what is usual as far as it is allowed, else the first of what is.
  var drawn: IntervalSet {
    let both = usual.intersection(allowed)
    if !both.isEmpty { return both }
    let positive = allowed.intersection(0...IntervalSet.limit)
    let source = positive.isEmpty ? allowed : positive
    guard let lowest = source.lowest else { return source }
    return source.intersection(lowest...min(lowest + 999, IntervalSet.limit))
  }

  /// Whether there is any value at all, NULL aside.
  var isEmpty: Bool {
    if let choices { return choices.isEmpty }
    switch type {
    case .number, .date, .timestamp, .time, .interval: return allowed.isEmpty
    case .text: return shortest > longest
    case .unsupported: return true
    default: return false
    }
  }

  func numberValue(_ unit: Int) -> GeneratedValue {
    switch type {
    case .date, .timestamp, .time: .moment(unit * step)
    default: .number(units: unit, scale: scale)
    }
  }
}
