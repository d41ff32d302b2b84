/// INTERVAL YEAR TO MONTH and INTERVAL DAY TO SECOND to PostgreSQL's interval: microseconds, days, months.
///
/// Days stay days and hours hours, so that both databases show the same; a day counts as 24 hours in either.
enum IntervalWriter {
  private static let microsecondsPerDay: Int64 = 86_400_000_000

  /// INTERVAL YEAR TO MONTH: years plus 2^31, months plus 60.
  ///
  /// Oracle takes 999,999,999 years, PostgreSQL's 32 bits of months 178,956,970.
  @inline(__always)
  static func writeMonths(_ wire: RawSpan, to out: UnsafeMutableRawPointer) throws(RejectReason) -> Int {
    guard wire.byteCount == 5 else { throw .corruptInterval }
    let years = wideField(wire, 0)
    let months = Int64(wire.byte(4)) &- 60
    guard abs(years) <= 999_999_999, abs(months) <= 11 else { throw .corruptInterval }
    guard let total = Int32(exactly: years &* 12 &+ months) else { throw .intervalOutOfRange }
    store(microseconds: 0, days: 0, months: total, to: out)
    return 16
  }

  /// INTERVAL DAY TO SECOND: days plus 2^31, hours, minutes and seconds plus 60, nanoseconds plus 2^31.
  ///
  /// - Parameters:
  ///   - unit: nanoseconds of the column's last digit, 1,000 for six digits.
  ///   - policy: rounds halves away from zero, or truncates towards it.
  ///   - losses: grows by one when digits are lost.
  @inline(__always)
  static func writeSeconds(
    _ wire: RawSpan, to out: UnsafeMutableRawPointer, unit: Int32, policy: FractionPolicy, losses: inout Int
  ) throws(RejectReason) -> Int {
    guard wire.byteCount == 11 else { throw .corruptInterval }
    var days = wideField(wire, 0)
    let hours = Int64(wire.byte(4)) &- 60
    let minutes = Int64(wire.byte(5)) &- 60
    let seconds = Int64(wire.byte(6)) &- 60
    var nanoseconds = wideField(wire, 7)
    guard abs(days) <= 999_999_999, abs(hours) <= 23, abs(minutes) <= 59, abs(seconds) <= 59,
      abs(nanoseconds) <= 999_999_999
    else { throw .corruptInterval }
    let unit = Int64(max(1_000, unit))
    let rest = nanoseconds % unit
    if rest != 0 {
      losses &+= 1
      nanoseconds &-= rest
      if policy == .round, abs(rest) &* 2 >= unit { nanoseconds &+= rest < 0 ? -unit : unit }
    }
    var microseconds = ((hours &* 60 &+ minutes) &* 60 &+ seconds) &* 1_000_000 &+ nanoseconds / 1_000
    // Rounding up can make a day full.
    if abs(microseconds) >= microsecondsPerDay {
      days &+= microseconds < 0 ? -1 : 1
      microseconds %= microsecondsPerDay
    }
    store(microseconds: microseconds, days: Int32(truncatingIfNeeded: days), months: 0, to: out)
    return 16
  }

  @inline(__always)
  private static func wideField(_ wire: RawSpan, _ offset: Int) -> Int64 {
    Int64(UInt32(bigEndian: wire.word(offset))) &- 0x8000_0000
  }

  @inline(__always)
  private static func store(microseconds: Int64, days: Int32, months: Int32, to out: UnsafeMutableRawPointer) {
    out.storeBigEndian(microseconds)
    out.storeBigEndian(days, at: 8)
    out.storeBigEndian(months, at: 12)
  }
}
