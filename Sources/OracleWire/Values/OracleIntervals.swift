/// An INTERVAL YEAR TO MONTH, as a count of months.
public struct OracleIntervalYM: Sendable, Hashable {
  /// The most months that nine digits of years and eleven months make.
  public static let limit = 999_999_999 * 12 + 11

  /// Years and months together, with their sign; at most `limit` in either direction.
  public let months: Int

  /// Takes a count of months.
  ///
  /// - Throws: `WireError.invalidValue` for more than nine digits of years.
  public init(months: Int) throws(WireError) {
    guard months.magnitude <= UInt(OracleIntervalYM.limit) else { throw .invalidValue("INTERVAL YEAR TO MONTH") }
    self.months = months
  }

  /// Decodes 5 bytes: years plus 2^31, big-endian, and months plus 60; both carry the sign.
  ///
  /// - Throws: `WireError.invalidValue` for another length or fields out of range.
  public init(wireBytes: some Sequence<UInt8>) throws(WireError) {
    let bytes = Array(wireBytes)
    guard bytes.count == 5 else { throw .invalidValue("INTERVAL YEAR TO MONTH") }
    let years = IntervalField.wide(bytes[0..<4])
    let months = Int(bytes[4]) - 60
    guard abs(years) <= 999_999_999, abs(months) <= 11 else { throw .invalidValue("INTERVAL YEAR TO MONTH") }
    try self.init(months: years * 12 + months)
  }

  /// The five bytes.
  public var wireBytes: [UInt8] {
    IntervalField.wideBytes(months / 12) + [UInt8(clamping: months % 12 + 60)]
  }
}

extension OracleIntervalYM: CustomStringConvertible {
  /// `+2021-10`, `-05-03`: at least two digits of years, as Oracle shows INTERVAL YEAR TO MONTH.
  public var description: String {
    (months < 0 ? "-" : "+") + IntervalField.padded(months / 12, 2) + "-" + IntervalField.padded(months % 12, 2)
  }
}

/// An INTERVAL DAY TO SECOND, as whole seconds and nanoseconds of one sign; a day has 24 hours.
public struct OracleIntervalDS: Sendable, Hashable {
  private static let secondsPerDay = 86_400
  /// Below this many seconds stand all intervals that nine digits of days can tell.
  private static let limit = 1_000_000_000 * secondsPerDay

  /// Days, hours, minutes and seconds together, with their sign.
  public let seconds: Int
  /// What is left below a second, of the same sign.
  public let nanoseconds: Int

  /// Takes an exact count, whose parts may have different signs.
  ///
  /// - Throws: `WireError.invalidValue` for more than nine digits of days.
  public init(seconds: Int, nanoseconds: Int = 0) throws(WireError) {
    let (total, overflow) = seconds.addingReportingOverflow(nanoseconds / 1_000_000_000)
    guard !overflow, total.magnitude < UInt(OracleIntervalDS.limit) else {
      throw .invalidValue("INTERVAL DAY TO SECOND")
    }
    let rest = nanoseconds % 1_000_000_000
    if total > 0, rest < 0 {
      self.seconds = total - 1
      self.nanoseconds = rest + 1_000_000_000
    } else if total < 0, rest > 0 {
      self.seconds = total + 1
      self.nanoseconds = rest - 1_000_000_000
    } else {
      self.seconds = total
      self.nanoseconds = rest
    }
  }

  /// Decodes 11 bytes: days plus 2^31, hours, minutes and seconds plus 60, nanoseconds plus 2^31.
  ///
  /// Servers give every field the same sign; clients may mix them, and mean the sum.
  ///
  /// - Throws: `WireError.invalidValue` for another length or fields out of range.
  public init(wireBytes: some Sequence<UInt8>) throws(WireError) {
    let bytes = Array(wireBytes)
    guard bytes.count == 11 else { throw .invalidValue("INTERVAL DAY TO SECOND") }
    let days = IntervalField.wide(bytes[0..<4])
    let (hours, minutes, seconds) = (Int(bytes[4]) - 60, Int(bytes[5]) - 60, Int(bytes[6]) - 60)
    let nanoseconds = IntervalField.wide(bytes[7..<11])
    guard abs(days) <= 999_999_999, abs(hours) <= 23, abs(minutes) <= 59, abs(seconds) <= 59,
      abs(nanoseconds) <= 999_999_999
    else { throw .invalidValue("INTERVAL DAY TO SECOND") }
    try self.init(
      seconds: days * OracleIntervalDS.secondsPerDay + hours * 3600 + minutes * 60 + seconds, nanoseconds: nanoseconds)
  }

  /// The eleven bytes.
  public var wireBytes: [UInt8] {
    let ofDay = seconds % OracleIntervalDS.secondsPerDay
    return IntervalField.wideBytes(seconds / OracleIntervalDS.secondsPerDay)
      + [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map { UInt8(clamping: $0 + 60) }
      + IntervalField.wideBytes(nanoseconds)
  }
}

extension OracleIntervalDS: CustomStringConvertible {
  /// `+02 12:23:34.456000000`: at least two digits of days, and nine of a second's fraction.
  public var description: String {
    let ofDay = seconds % OracleIntervalDS.secondsPerDay
    let sign = seconds < 0 || nanoseconds < 0 ? "-" : "+"
    let time = [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map { IntervalField.padded($0, 2) }.joined(separator: ":")
    return sign + IntervalField.padded(seconds / OracleIntervalDS.secondsPerDay, 2) + " " + time + "."
      + IntervalField.padded(nanoseconds, 9)
  }
}

/// The four-byte fields of both intervals: a number plus 2^31, big-endian.
private enum IntervalField {
  static func wide(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) } - 0x8000_0000
  }

  static func wideBytes(_ value: Int) -> [UInt8] {
    let stored = UInt32(clamping: value + 0x8000_0000)
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: stored >> UInt32($0)) }
  }

  static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value.magnitude)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
