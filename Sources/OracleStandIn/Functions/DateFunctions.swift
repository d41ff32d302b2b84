import OracleSQL
import OracleWire

/// Functions on datetimes.
enum DateFunctions {
  /// TRUNC and ROUND of a datetime to a unit.
  static func cut(_ value: Value, to unit: [UInt8], rounds: Bool, _ execution: Execution) throws -> Value {
    var date = try execution.rules.fields(value)
    date.nanosecond = 0
    let name = String(decoding: unit, as: UTF8.self).uppercased()
    func dayStart(_ date: OracleTimestamp) -> OracleTimestamp {
      OracleTimestamp(year: date.year, month: date.month, day: date.day)
    }
    switch name {
    case "DD", "DDD", "J":
      let start = dayStart(date)
      return Value(date: rounds && date.hour >= 12 ? try start.adding(seconds: 86400) : start)
    case "HH", "HH12", "HH24":
      var start = dayStart(date)
      start.hour = date.hour
      return Value(date: rounds && date.minute >= 30 ? try start.adding(seconds: 3600) : start)
    case "MI":
      var start = date
      start.second = 0
      return Value(date: rounds && date.second >= 30 ? try start.adding(seconds: 60) : start)
    case "MONTH", "MON", "MM", "RM":
      let start = OracleTimestamp(year: date.year, month: date.month, day: 1)
      return Value(date: rounds && date.day >= 16 ? try start.adding(months: 1) : start)
    case "Q":
      let start = OracleTimestamp(year: date.year, month: (date.month - 1) / 3 * 3 + 1, day: 1)
      let isLate = date.month % 3 == 0 || (date.month % 3 == 2 && date.day >= 16)
      return Value(date: rounds && isLate ? try start.adding(months: 3) : start)
    case "YEAR", "YYYY", "SYYYY", "YYY", "YY", "Y", "SYEAR":
      let start = OracleTimestamp(year: date.year, month: 1, day: 1)
      return Value(date: rounds && date.month >= 7 ? try start.adding(months: 12) : start)
    case "IW", "DAY", "DY", "D":
      let offset = name == "IW" ? (date.dayOfWeek + 6) % 7 : date.dayOfWeek
      let start = try dayStart(date).adding(seconds: -offset * 86400)
      return Value(date: rounds && offset >= 4 ? try start.adding(seconds: 7 * 86400) : start)
    case "WW", "W":
      let anchor = OracleTimestamp(year: date.year, month: name == "WW" ? 1 : date.month, day: 1)
      let offset = (date.dayOfWeek - anchor.dayOfWeek + 7) % 7
      let start = try dayStart(date).adding(seconds: -offset * 86400)
      return Value(date: rounds && offset >= 4 ? try start.adding(seconds: 7 * 86400) : start)
    case "CC", "SCC":
      let start = OracleTimestamp(year: (date.year - 1) / 100 * 100 + 1, month: 1, day: 1)
      return Value(date: rounds && date.year - start.year >= 50 ? try start.adding(months: 1200) : start)
    case "IYYY", "IYY", "IY", "I":
      let year = date.isoWeek.year
      return Value(date: try isoYearStart(rounds && date.month >= 7 && date.year == year ? year + 1 : year))
    default:
      throw OracleError(code: 1898, message: "too many precision specifiers")
    }
  }

  /// The Monday of the year's first ISO week, which holds 4 January.
  private static func isoYearStart(_ year: Int) throws -> OracleTimestamp {
    let fourth = OracleTimestamp(year: year, month: 1, day: 4)
    return try fourth.adding(seconds: -((fourth.dayOfWeek + 6) % 7) * 86400)
  }

  private static let monthsBetween = ScalarFunction(arguments: 2...2, type: { _ in .number }) { values, execution in
    let rules = execution.rules
    let a = try rules.fields(rules.date(values[0]))
    let b = try rules.fields(rules.date(values[1]))
    let months = (a.year - b.year) * 12 + a.month - b.month
    let bothLast =
      a.day == DayNumber.daysInMonth(year: a.year, month: a.month)
      && b.day == DayNumber.daysInMonth(year: b.year, month: b.month)
    if a.day == b.day || bothLast { return Value(months) }
    let seconds = (a.day - b.day) * 86400 + a.secondOfDay - b.secondOfDay
    let fraction = try NumberArithmetic.divide(OracleNumber(seconds), OracleNumber(31 * 86400))
    return Value(try NumberArithmetic.add(OracleNumber(months), fraction))
  }

  private static let numberToInterval = ScalarFunction(
    arguments: 2...2, type: { _ in ColumnType(base: .intervalDS, precision: 9, scale: 9) }
  ) { values, execution in
    let unit = String(decoding: try execution.rules.text(values[1]), as: UTF8.self).uppercased()
    guard let weight = ["DAY": 86400, "HOUR": 3600, "MINUTE": 60, "SECOND": 1][unit.trimmingBlanks()] else {
      throw OracleError(code: 1760, message: "illegal argument for function")
    }
    let seconds = try NumberArithmetic.multiply(
      execution.rules.number(values[0]).number,
      NumberArithmetic.multiply(OracleNumber(weight), OracleNumber(1_000_000_000)))
    guard let nanos = try NumberArithmetic.round(seconds, scale: 0, .halfAwayFromZero).intValue else {
      throw OracleError(code: 1873, message: "the leading precision of the interval is too small")
    }
    return DayInterval(seconds: nanos / 1_000_000_000, nanoseconds: nanos % 1_000_000_000).value
  }

  static let table: [String: ScalarFunction] = [
    "ADD_MONTHS": ScalarFunction(arguments: 2...2, type: { _ in .date }) { values, execution in
      let date = try execution.rules.fields(execution.rules.date(values[0]))
      return Value(date: try date.adding(months: TextFunctions.integer(values[1], execution)))
    },
    "LAST_DAY": ScalarFunction(arguments: 1...1, type: { _ in .date }) { values, execution in
      var date = try execution.rules.fields(execution.rules.date(values[0]))
      date.day = DayNumber.daysInMonth(year: date.year, month: date.month)
      return Value(date: date)
    },
    "MONTHS_BETWEEN": monthsBetween,
    "NUMTODSINTERVAL": numberToInterval,
    "NEXT_DAY": ScalarFunction(arguments: 2...2, type: { _ in .date }) { values, execution in
      let date = try execution.rules.fields(execution.rules.date(values[0]))
      let wanted = String(decoding: try execution.rules.text(values[1]), as: UTF8.self).uppercased()
      let names = DateFormat.dayNames.map { String(decoding: $0, as: UTF8.self) }
      guard wanted.count >= 3, let day = names.firstIndex(where: { $0.hasPrefix(wanted.prefix(3)) }) else {
        throw OracleError(code: 1846, message: "not a valid day of the week")
      }
      let ahead = (day - date.dayOfWeek + 6) % 7 + 1
      return Value(date: try date.adding(seconds: ahead * 86400))
    },
    "SYS_EXTRACT_UTC": ScalarFunction(
      arguments: 1...1, type: { _ in ColumnType(base: .timestamp, precision: 9) }
    ) { values, execution in
      guard let utc = try execution.rules.timestampTZ(values[0]).timestamp else { return .null }
      return Value(timestamp: utc)
    },
    "FROM_TZ": ScalarFunction(
      arguments: 2...2, type: { _ in ColumnType(base: .timestampTZ, precision: 9) }
    ) { values, execution in
      let rules = execution.rules
      let zone = try rules.formats.format(Array("TZR".utf8)).parse(rules.text(values[1]), now: rules.now)
      return try ConversionRules.zoned(local: rules.fields(rules.timestamp(values[0])), offset: zone.offsetMinutes ?? 0)
    },
  ]
}
