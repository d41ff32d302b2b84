/// Points in time and intervals: microseconds since 2000-01-01 00:00:00.
extension CanonicalBuffer {
  /// Appends an Oracle DATE or TIMESTAMP (7 or 11 bytes) or TIMESTAMP WITH TIME ZONE (13 bytes).
  ///
  /// The last one's fields are UTC, unless bit 0x40 of its hour byte says that they are local. A date that PostgreSQL
  /// cannot hold, or a moment in local fields of a named region, gets a form of its own, which nothing equals that
  /// PostgreSQL sends.
  @inline(__always)
  mutating func append(
    oracleTimestamp bytes: RawSpan, as tag: CanonicalTag, rule: SubMicrosecondRule
  ) throws(CanonicalError) {
    let length = bytes.byteCount
    guard length == 7 || length == 11 || length == 13 else {
      throw .invalidValue(type: "DATE or TIMESTAMP", reason: "its length is \(length), not 7, 11 or 13")
    }
    let month = Int(bytes.byte(at: 2))
    let day = Int(bytes.byte(at: 3))
    let hour = Int(bytes.byte(at: 4)) - 1
    let minute = Int(bytes.byte(at: 5)) - 1
    let second = Int(bytes.byte(at: 6)) - 1
    let oracleYear = (Int(bytes.byte(at: 0)) - 100) * 100 + Int(bytes.byte(at: 1)) - 100
    let nanosecond = length > 7 ? Int64(bytes.bigEndianUInt32(at: 7)) : 0
    // Oracle has 1 BC as -1, the calendar has it as 0.
    let year = oracleYear < 0 ? oracleYear + 1 : oracleYear
    let isDate =
      oracleYear != 0 && oracleYear >= -4712 && oracleYear <= 9999 && month >= 1 && month <= 12 && day >= 1
      && day <= CivilCalendar.length(ofMonth: month, year: year)
    let isTime =
      hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59
      && nanosecond <= 999_999_999
    let isUnknown = length == 13 && bytes.byte(at: 11) & 0x80 != 0 && bytes.byte(at: 12) & 1 != 0
    guard isDate && isTime && !isUnknown else { return append(.unrepresentable, contentsOf: bytes) }

    if nanosecond % 1000 != 0 { hasLostDigits = true }
    let days = Int64(CivilCalendar.days(year: year, month: month, day: day))
    let seconds = Int64((hour * 60 + minute) * 60 + second)
    var microseconds = days * CivilCalendar.microsecondsPerDay + seconds * 1_000_000
    microseconds += rule.microseconds(ofNanoseconds: nanosecond)
    if length == 13, bytes.byte(at: 11) & 0xc0 == 0x40 {
      let offset = Int64(bytes.byte(at: 11) & 0x3f) * 60 - 1200 + Int64(bytes.byte(at: 12)) - 60
      microseconds -= offset * 60_000_000
    }
    append(tag, littleEndian: microseconds)
  }

  /// Appends a PostgreSQL timestamp or timestamptz: its Int64 as it is, infinities included.
  @inline(__always)
  mutating func append(postgresTimestamp bytes: RawSpan, as tag: CanonicalTag) throws(CanonicalError) {
    guard bytes.byteCount == 8 else { throw .length(bytes.byteCount, type: "timestamp") }
    append(tag, littleEndian: Int64(bitPattern: bytes.bigEndianUInt64(at: 0)))
  }

  /// Appends a PostgreSQL date as its midnight; its infinities become those of a timestamp, and dates beyond a
  /// timestamp's range, which Oracle does not have either, get a form of their own.
  mutating func append(postgresDate bytes: RawSpan) throws(CanonicalError) {
    guard bytes.byteCount == 4 else { throw .length(bytes.byteCount, type: "date") }
    let days = Int32(bitPattern: bytes.bigEndianUInt32(at: 0))
    let microseconds: Int64 =
      switch days {
      case .max: .max
      case .min: .min
      default: Int64(days).multipliedReportingOverflow(by: CivilCalendar.microsecondsPerDay).partialValue
      }
    let isFinite = days != .max && days != .min
    guard !isFinite || Int64(days).magnitude <= UInt64(Int64.max / CivilCalendar.microsecondsPerDay) else {
      return append(.unrepresentable, contentsOf: bytes)
    }
    append(.timestamp, littleEndian: microseconds)
  }

  /// Appends an Oracle INTERVAL YEAR TO MONTH: years plus 2^31 (UInt32), months plus 60.
  mutating func append(oracleIntervalYM bytes: RawSpan) throws(CanonicalError) {
    guard bytes.byteCount == 5 else { throw .length(bytes.byteCount, type: "INTERVAL YEAR TO MONTH") }
    let years = Int64(bytes.bigEndianUInt32(at: 0)) - 0x8000_0000
    let months = years * 12 + Int64(bytes.byte(at: 4)) - 60
    guard let months = Int32(exactly: months) else { return append(.unrepresentable, contentsOf: bytes) }
    append(.interval, littleEndian: months)
    append(littleEndian: Int128(0))
  }

  /// Appends an Oracle INTERVAL DAY TO SECOND: days plus 2^31, hours, minutes and seconds plus 60, nanoseconds plus 2^31;
  /// every field carries the sign.
  mutating func append(oracleIntervalDS bytes: RawSpan, rule: SubMicrosecondRule) throws(CanonicalError) {
    guard bytes.byteCount == 11 else { throw .length(bytes.byteCount, type: "INTERVAL DAY TO SECOND") }
    let days = Int128(bytes.bigEndianUInt32(at: 0)) - 0x8000_0000
    let hours = Int128(bytes.byte(at: 4)) - 60
    let minutes = Int128(bytes.byte(at: 5)) - 60
    let seconds = Int128(bytes.byte(at: 6)) - 60
    let nanoseconds = Int64(bytes.bigEndianUInt32(at: 7)) - 0x8000_0000
    if nanoseconds % 1000 != 0 { hasLostDigits = true }
    let fraction = rule.microseconds(ofNanoseconds: abs(nanoseconds))
    let whole = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000_000
    append(.interval, littleEndian: Int32(0))
    append(littleEndian: whole + Int128(nanoseconds < 0 ? -fraction : fraction))
  }

  /// Appends a PostgreSQL interval: microseconds (Int64), days and months (Int32 each); a day counts as 24 hours.
  mutating func append(postgresInterval bytes: RawSpan) throws(CanonicalError) {
    guard bytes.byteCount == 16 else { throw .length(bytes.byteCount, type: "interval") }
    let microseconds = Int128(Int64(bitPattern: bytes.bigEndianUInt64(at: 0)))
    let days = Int128(Int32(bitPattern: bytes.bigEndianUInt32(at: 8)))
    append(.interval, littleEndian: Int32(bitPattern: bytes.bigEndianUInt32(at: 12)))
    append(littleEndian: days * Int128(CivilCalendar.microsecondsPerDay) + microseconds)
  }
}

extension CanonicalError {
  static func length(_ length: Int, type: String) -> CanonicalError {
    .invalidValue(type: type, reason: "its length is \(length)")
  }
}
