/// What becomes of fractional digits that the PostgreSQL column cannot hold.
///
/// Each such value is counted as a loss.
public enum FractionPolicy: String, Sendable, Hashable, Codable {
  /// To the nearest; halves to the later instant, and of an interval away from zero.
  case round
  /// To the earlier instant, and of an interval towards zero.
  case truncate
}

/// DATE and TIMESTAMP values to microseconds from 2000-01-01, PostgreSQL's own count.
///
/// The calendar fields are carried as Oracle shows them. Oracle's calendar is Julian before 15 October 1582 and
/// PostgreSQL's Gregorian at all times: 4 October 1582 stays 4 October 1582. What only the Julian calendar has, 29
/// February of 1500, is a reject. Years before Christ have no year 0 in either, so -44 is 44 BC in both.
enum TimestampWriter {
  private static let microsecondsPerDay: Int64 = 86_400_000_000

  /// DATE and TIMESTAMP: 7 or 11 bytes.
  ///
  /// - Parameters:
  ///   - unit: nanoseconds of the column's last digit, 1,000 for six digits.
  ///   - losses: grows by one when digits are lost.
  @inline(__always)
  static func write(
    _ wire: RawSpan, to out: UnsafeMutableRawPointer, unit: Int32, policy: FractionPolicy, losses: inout Int
  ) throws(RejectReason) -> Int {
    let count = wire.byteCount
    guard count == 7 || count == 11 else { throw .corruptDate }
    var value = try wholeSeconds(wire)
    if count == 11 { value &+= try fraction(wire, unit: unit, policy: policy, losses: &losses) }
    out.storeBigEndian(value)
    return 8
  }

  /// DATE and TIMESTAMP to date: days from 2000-01-01; a time of day is a reject.
  @inline(__always)
  static func writeDay(_ wire: RawSpan, to out: UnsafeMutableRawPointer) throws(RejectReason) -> Int {
    let count = wire.byteCount
    guard count == 7 || count == 11 else { throw .corruptDate }
    let value = try wholeSeconds(wire)
    let (days, time) = value.quotientAndRemainder(dividingBy: microsecondsPerDay)
    let fraction: UInt32 = count == 11 ? wire.word(7) : 0
    guard time == 0, fraction == 0 else { throw .hasTimeOfDay }
    out.storeBigEndian(Int32(truncatingIfNeeded: days))
    return 4
  }

  /// TIMESTAMP WITH TIME ZONE: 11 bytes of fields in UTC, and the zone.
  ///
  /// Bit 0x40 of the hour byte says that the fields are local, bit 0x80 that a region stands in place of the offset.
  @inline(__always)
  static func writeZoned(
    _ wire: RawSpan, to out: UnsafeMutableRawPointer, unit: Int32, policy: FractionPolicy, losses: inout Int
  ) throws(RejectReason) -> Int {
    guard wire.byteCount == 13 else { throw .corruptDate }
    var value = try wholeSeconds(wire)
    value &+= try fraction(wire, unit: unit, policy: policy, losses: &losses)
    let hour = wire.byte(11)
    if hour & 0xC0 != 0 { value &-= try localOffset(hour: hour, minute: wire.byte(12)) }
    out.storeBigEndian(value)
    return 8
  }

  /// Microseconds by which local fields are ahead of UTC; 0 for a region whose fields are in UTC.
  @inline(never)
  private static func localOffset(hour: UInt8, minute: UInt8) throws(RejectReason) -> Int64 {
    if hour & 0x80 != 0 {
      // Bit 0x40 is one of the region's number then.
      guard minute & 1 == 0 else { throw .zoneUnknown }
      return 0
    }
    let hours = Int64(hour & 0x3F) - 20
    let minutes = Int64(minute) - 60
    guard abs(hours) <= 15, abs(minutes) <= 59 else { throw .corruptDate }
    return (hours * 60 + minutes) * 60_000_000
  }

  @inline(__always)
  private static func wholeSeconds(_ wire: RawSpan) throws(RejectReason) -> Int64 {
    let century = Int32(wire.byte(0)) &- 100
    let yearOfCentury = Int32(wire.byte(1)) &- 100
    let month = Int32(wire.byte(2))
    let day = Int32(wire.byte(3))
    let hour = Int32(wire.byte(4)) &- 1
    let minute = Int32(wire.byte(5)) &- 1
    let second = Int32(wire.byte(6)) &- 1
    // A field outside of its range leaves a sign bit.
    let time = hour | (23 &- hour) | minute | (59 &- minute) | second | (59 &- second)
    let date = (month &- 1) | (12 &- month) | (day &- 1)
    guard time | date >= 0 else { throw .corruptDate }
    var year = century &* 100 &+ yearOfCentury
    if century | (99 &- century) | yearOfCentury | (99 &- yearOfCentury) | (year &- 1) < 0 {
      year = try yearBeforeChrist(wire)
    }
    if day > 28 { try checkDay(year: year, month: month, day: day) }
    return daysFrom2000(year: year, month: month, day: day) &* microsecondsPerDay
      &+ Int64(hour &* 3600 &+ minute &* 60 &+ second) &* 1_000_000
  }

  /// Days from 2000-01-01 in the proleptic Gregorian calendar, for astronomical years from -4711 to 9999.
  ///
  /// Years begin in March of the year -4800 here. 5243 / 2^19 is 1/100 for all such years, and (979 m + 15) / 32 the
  /// days before the month m.
  @inline(__always)
  private static func daysFrom2000(year: Int32, month: Int32, day: Int32) -> Int64 {
    let isBeforeMarch = (month &- 3) &>> 31
    let shifted = UInt32(bitPattern: year &+ 4800 &+ isBeforeMarch)
    let monthFromMarch = UInt32(bitPattern: month &- 3 &- 12 &* isBeforeMarch)
    let centuries = (shifted &* 5243) &>> 19
    let leapDays = (shifted &>> 2) &- centuries &+ (centuries &>> 2)
    let dayOfYear = (979 &* monthFromMarch &+ 15) &>> 5
    return Int64(shifted &* 365 &+ leapDays &+ dayOfYear) &+ Int64(day) &- 2_483_590
  }

  /// The astronomical year (1 BC is 0) of bytes that are not of a year from 1 to 9999.
  @inline(never)
  private static func yearBeforeChrist(_ wire: RawSpan) throws(RejectReason) -> Int32 {
    let century = Int32(wire.byte(0)) - 100
    let yearOfCentury = Int32(wire.byte(1)) - 100
    guard century <= 0, yearOfCentury <= 0, yearOfCentury > -100 else { throw .corruptDate }
    let year = century * 100 + yearOfCentury
    guard year != 0 else { throw .dateNotInCalendar }
    guard year >= -4712 else { throw .corruptDate }
    return year + 1
  }

  @inline(never)
  private static func checkDay(year: Int32, month: Int32, day: Int32) throws(RejectReason) {
    switch month {
    case 4, 6, 9, 11:
      guard day <= 30 else { throw .corruptDate }
    case 2:
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      guard day <= 29 else { throw .corruptDate }
      guard day == 28 || isLeap else { throw .dateNotInCalendar }
    default:
      guard day <= 31 else { throw .corruptDate }
    }
  }

  /// The microseconds of the nanosecond field, in steps of `unit`.
  @inline(__always)
  private static func fraction(
    _ wire: RawSpan, unit: Int32, policy: FractionPolicy, losses: inout Int
  ) throws(RejectReason) -> Int64 {
    var nanoseconds = UInt32(bigEndian: wire.word(7))
    guard nanoseconds < 1_000_000_000 else { throw .corruptDate }
    let unit = UInt32(truncatingIfNeeded: unit)
    let rest = unit == 1_000 ? nanoseconds % 1_000 : nanoseconds % max(1, unit)
    if rest != 0 {
      losses &+= 1
      nanoseconds &-= rest
      if policy == .round, rest &* 2 >= unit { nanoseconds &+= unit }
    }
    return Int64(nanoseconds / 1_000)
  }
}
