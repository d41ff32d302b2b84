import OracleWire

/// Oracle's calendar: Gregorian from 15 October 1582, Julian before, no year 0.
enum DayNumber {
  /// The Julian day number of 15 October 1582.
  static let gregorianStart = 2_299_161
  /// The first day that a DATE holds: 1 January 4712 BC.
  static let first = 0
  /// The last one: 31 December 9999.
  static let last = 5_373_484

  private static func floorDivide(_ a: Int, _ b: Int) -> Int {
    let quotient = a / b
    return a % b < 0 ? quotient - 1 : quotient
  }

  private static func gregorian(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shift = (14 - month) / 12
    let y = year + 4800 - shift
    let m = month + 12 * shift - 3
    return day + (153 * m + 2) / 5 + 365 * y + floorDivide(y, 4) - floorDivide(y, 100) + floorDivide(y, 400) - 32045
  }

  private static func julian(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shift = (14 - month) / 12
    let y = year + 4800 - shift
    let m = month + 12 * shift - 3
    return day + (153 * m + 2) / 5 + 365 * y + floorDivide(y, 4) - 32083
  }

  /// The Julian day number of a date; the year is negative before Christ.
  static func of(year: Int, month: Int, day: Int) -> Int {
    let astronomical = year < 0 ? year + 1 : year
    let number = gregorian(astronomical, month, day)
    return number >= gregorianStart ? number : julian(astronomical, month, day)
  }

  /// The date of a Julian day number.
  static func date(_ number: Int) -> (year: Int, month: Int, day: Int) {
    var f = number + 1401
    if number >= gregorianStart {
      f += floorDivide(floorDivide(4 * number + 274277, 146097) * 3, 4) - 38
    }
    let e = 4 * f + 3
    let g = floorDivide(e - floorDivide(e, 1461) * 1461, 4)
    let h = 5 * g + 2
    let day = (h % 153) / 5 + 1
    let month = (h / 153 + 2) % 12 + 1
    let year = floorDivide(e, 1461) - 4716 + (14 - month) / 12
    return (year <= 0 ? year - 1 : year, month, day)
  }

  /// Days of a month.
  static func daysInMonth(year: Int, month: Int) -> Int {
    let next =
      month == 12 ? of(year: year == -1 ? 1 : year + 1, month: 1, day: 1) : of(year: year, month: month + 1, day: 1)
    let days = next - of(year: year, month: month, day: 1)
    return year == 1582 && month == 10 ? 31 : days
  }
}

extension OracleTimestamp {
  /// The Julian day number of the date.
  var dayNumber: Int { DayNumber.of(year: year, month: month, day: day) }

  /// Seconds since midnight.
  var secondOfDay: Int { hour * 3600 + minute * 60 + second }

  /// Makes a timestamp of a day number and what has passed of the day.
  ///
  /// - Throws: ORA-01841 for a day that no DATE holds.
  init(dayNumber: Int, secondOfDay: Int, nanosecond: Int = 0) throws {
    guard (DayNumber.first...DayNumber.last).contains(dayNumber) else {
      throw OracleError(code: 1841, message: "(full) year must be between -4713 and +9999, and not be 0")
    }
    let (year, month, day) = DayNumber.date(dayNumber)
    self.init(
      year: year, month: month, day: day, hour: secondOfDay / 3600, minute: secondOfDay / 60 % 60,
      second: secondOfDay % 60, nanosecond: nanosecond)
  }

  /// Moves by seconds, over days where need be.
  func adding(seconds: Int) throws -> OracleTimestamp {
    let (sum, overflow) = (dayNumber * 86400 + secondOfDay).addingReportingOverflow(seconds)
    guard !overflow, sum >= 0 else {
      throw OracleError(code: 1841, message: "(full) year must be between -4713 and +9999, and not be 0")
    }
    return try OracleTimestamp(dayNumber: sum / 86400, secondOfDay: sum % 86400, nanosecond: nanosecond)
  }

  /// Moves by months; the last day of a month stays the last day.
  func adding(months: Int) throws -> OracleTimestamp {
    let astronomical = year < 0 ? year + 1 : year
    let (sum, overflow) = (astronomical * 12 + month - 1).addingReportingOverflow(months)
    let fault = OracleError(code: 1841, message: "(full) year must be between -4713 and +9999, and not be 0")
    guard !overflow else { throw fault }
    let newMonth = ((sum % 12) + 12) % 12 + 1
    let newAstronomical = (sum - (newMonth - 1)) / 12
    let newYear = newAstronomical <= 0 ? newAstronomical - 1 : newAstronomical
    guard (-4712...9999).contains(newYear) else { throw fault }
    let wasLast = day == DayNumber.daysInMonth(year: year, month: month)
    let lastDay = DayNumber.daysInMonth(year: newYear, month: newMonth)
    var moved = self
    moved.year = newYear
    moved.month = newMonth
    moved.day = wasLast ? lastDay : min(day, lastDay)
    return moved
  }

  /// The order of two timestamps in time.
  func isBefore(_ other: OracleTimestamp) -> Bool {
    (dayNumber, secondOfDay, nanosecond) < (other.dayNumber, other.secondOfDay, other.nanosecond)
  }
}
