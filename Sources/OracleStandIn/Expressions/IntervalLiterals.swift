import OracleSQL
import OracleWire

/// `INTERVAL '...' field [TO field]`.
enum IntervalLiterals {
  /// - Throws: ORA-01867 for a text that doesn't fit the fields, ORA-01873 for more digits than the leading field
  ///   takes, ORA-30088 for a precision above nine.
  static func constant(_ literal: IntervalLiteral, at position: Int) throws -> (Value, ColumnType) {
    do {
      for digits in [literal.leadingPrecision, literal.fractionalPrecision] {
        if let digits { _ = try ColumnTypes.datetimePrecision(digits) }
      }
      switch literal.leading {
      case .year, .month: return try months(literal)
      default: return try days(literal)
      }
    } catch var error as OracleError where error.position == nil {
      error.position = position
      throw error
    }
  }

  private static let invalid = OracleError(code: 1867, message: "the interval is invalid")

  private static func months(_ literal: IntervalLiteral) throws -> (Value, ColumnType) {
    let precision = literal.leadingPrecision ?? 2
    var text = literal.text.trimmingBlanks()
    let isNegative = text.hasPrefix("-")
    if isNegative || text.hasPrefix("+") { text.removeFirst() }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil }
    guard numbers.count == parts.count, numbers.count == (literal.trailing == nil ? 1 : 2) else { throw invalid }
    guard digits(numbers[0]) <= precision else { throw YearInterval.tooSmall }
    if numbers.count == 2, numbers[1] > 11 { throw OracleError(code: 1843, message: "not a valid month") }
    let months = literal.leading == .month ? numbers[0] : numbers[0] * 12 + (numbers.count == 2 ? numbers[1] : 0)
    return (
      try YearInterval(months: isNegative ? -months : months).value, ColumnType(base: .intervalYM, precision: precision)
    )
  }

  private static func digits(_ number: Int) -> Int { String(number).utf8.count }

  private static func days(_ literal: IntervalLiteral) throws -> (Value, ColumnType) {
    let fields: [DateTimeField] = [.day, .hour, .minute, .second]
    guard let first = fields.firstIndex(of: literal.leading) else { throw invalid }
    let last = literal.trailing.flatMap { fields.firstIndex(of: $0) } ?? first
    var text = literal.text.trimmingBlanks()
    let isNegative = text.hasPrefix("-")
    if isNegative || text.hasPrefix("+") { text.removeFirst() }
    let parts = text.split { $0 == " " || $0 == ":" }
    guard parts.count == last - first + 1 else { throw invalid }
    let weights = [86400, 3600, 60, 1]
    let precision = last == 3 ? literal.fractionalPrecision ?? 6 : 0
    var seconds = 0
    var nanos = 0
    for (index, part) in parts.enumerated() {
      let pieces = part.split(separator: ".", omittingEmptySubsequences: false)
      guard let whole = Int(pieces[0]), whole >= 0, whole < 1_000_000_000 else { throw invalid }
      if index == 0, digits(whole) > literal.leadingPrecision ?? 2 { throw YearInterval.tooSmall }
      if index > 0 { try check(whole, first + index) }
      seconds += whole * weights[first + index]
      if pieces.count == 2, first + index == 3 {
        nanos = try fraction(pieces[1], precision: precision)
      } else if pieces.count != 1 {
        throw invalid
      }
    }
    let sign = isNegative ? -1 : 1
    return (
      DayInterval(seconds: sign * seconds, nanoseconds: sign * nanos).value,
      ColumnType(base: .intervalDS, precision: precision, scale: literal.leadingPrecision ?? 2)
    )
  }

  /// Fields behind the leading one must be what a clock shows.
  private static func check(_ value: Int, _ field: Int) throws {
    switch field {
    case 1 where value > 23: throw OracleError(code: 1850, message: "hour must be between 0 and 23")
    case 2 where value > 59: throw OracleError(code: 1851, message: "minutes must be between 0 and 59")
    case 3 where value > 59: throw OracleError(code: 1852, message: "seconds must be between 0 and 59")
    default: break
    }
  }

  /// Nanoseconds, rounded to the digits that the type keeps; may be a whole second.
  private static func fraction(_ text: Substring, precision: Int) throws -> Int {
    let digits = text.prefix(9)
    guard let nanos = Int(digits + String(repeating: "0", count: 9 - digits.count)), nanos >= 0 else { throw invalid }
    var unit = 1
    for _ in min(precision, 9)..<9 { unit *= 10 }
    return (nanos + unit / 2) / unit * unit
  }
}
