import OracleWire

/// INTERVAL YEAR TO MONTH, as months.
struct YearInterval: Sendable, Hashable, CustomStringConvertible {
  /// Nine digits of years are the most that Oracle takes.
  static let largest: UInt = 999_999_999 * 12 + 11

  var months: Int

  /// - Throws: ORA-01873 for more than nine digits of years.
  init(months: Int) throws {
    guard months.magnitude <= Self.largest else { throw Self.tooSmall }
    self.months = months
  }

  /// Takes the five bytes: years plus 2^31, months plus 60.
  init(bytes: [UInt8]) throws {
    guard bytes.count == 5 else { throw OracleError(code: 1867, message: "the interval is invalid") }
    let years = bytes[0..<4].reduce(0) { $0 << 8 | Int($1) } - 0x8000_0000
    try self.init(months: years * 12 + Int(bytes[4]) - 60)
  }

  static let tooSmall = OracleError(code: 1873, message: "the leading precision of the interval is too small")

  /// The five bytes; both fields carry the sign.
  var bytes: [UInt8] {
    let years = UInt32(clamping: months / 12 + 0x8000_0000)
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: years >> UInt32($0)) } + [UInt8(clamping: months % 12 + 60)]
  }

  var value: Value { Value(type: .intervalYM, bytes: bytes) }

  /// The text with nine digits of years, as results of functions show it.
  var description: String { text(yearDigits: 9) }

  func text(yearDigits: Int) -> String {
    let years = String(abs(months / 12))
    let rest = abs(months % 12)
    return (months < 0 ? "-" : "+") + String(repeating: "0", count: max(0, yearDigits - years.count)) + years
      + (rest < 10 ? "-0" : "-") + String(rest)
  }

  /// Whether the years take no more digits than a type gives them.
  func fits(yearDigits: Int) -> Bool { months / 12 == 0 || String(abs(months / 12)).utf8.count <= yearDigits }

  /// A datetime moved by the interval: unlike ADD_MONTHS it refuses a day that the month doesn't have.
  ///
  /// - Throws: ORA-01839.
  func added(to fields: OracleTimestamp, sign: Int) throws -> OracleTimestamp {
    let total = fields.year * 12 + fields.month - 1 + sign * months
    var moved = fields
    moved.year = total >= 0 ? total / 12 : (total - 11) / 12
    moved.month = total - moved.year * 12 + 1
    guard (-4712...9999).contains(moved.year), moved.year != 0 else {
      throw OracleError(code: 1841, message: "(full) year must be between -4713 and +9999, and not be 0")
    }
    guard moved.day <= DayNumber.daysInMonth(year: moved.year, month: moved.month) else {
      throw OracleError(code: 1839, message: "date not valid for month specified")
    }
    return moved
  }
}
