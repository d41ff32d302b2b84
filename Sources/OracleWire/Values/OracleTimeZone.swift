/// The zone that a TIMESTAMP WITH TIME ZONE was written in.
public enum OracleTimeZone: Sendable, Hashable {
  /// How far the zone is ahead of UTC, in minutes.
  case offset(minutes: Int)
  /// A named region, such as Europe/Berlin, by the number that Oracle's zone file gives it; below 8192.
  ///
  /// The names are not known here: `SELECT TZNAME FROM V$TIMEZONE_NAMES` lists them without their numbers.
  case region(UInt16)

  private static let regionMark: UInt8 = 0x80
  private static let localMark: UInt8 = 0x40
  private static let localRegionMark: UInt8 = 0x01

  /// Reads a zone's two bytes, and whether the fields before it are local times: otherwise they are in UTC.
  ///
  /// An offset is the hour plus 20 and the minute plus 60, both signed alike; bit 0x40 of the hour says that the fields
  /// are local. With bit 0x80 thirteen bits are a region's number, and the last bit says that the fields are local.
  ///
  /// - Throws: `WireError.invalidValue` for an offset that no zone has.
  static func read(_ first: UInt8, _ second: UInt8) throws(WireError) -> (zone: OracleTimeZone, isLocal: Bool) {
    if first & regionMark != 0 {
      return (.region(UInt16(first & 0x7F) << 6 | UInt16(second >> 2)), second & localRegionMark != 0)
    }
    let hour = first & ~localMark
    // No zone is further from UTC than 15:59.
    guard (5...35).contains(hour), (1...119).contains(second) else { throw .invalidValue("TIMESTAMP WITH TIME ZONE") }
    return (.offset(minutes: (Int(hour) - 20) * 60 + Int(second) - 60), first & localMark != 0)
  }

  /// The two bytes behind fields in UTC.
  var wireBytes: [UInt8] {
    switch self {
    case .offset(let minutes): [UInt8(clamping: 20 + minutes / 60), UInt8(clamping: 60 + minutes % 60)]
    case .region(let region):
      [OracleTimeZone.regionMark | UInt8(truncatingIfNeeded: region >> 6), UInt8(truncatingIfNeeded: region << 2)]
    }
  }
}

extension OracleTimeZone: CustomStringConvertible {
  /// `+05:30`, `region 383`.
  public var description: String {
    switch self {
    case .offset(let minutes):
      let parts = [minutes.magnitude / 60, minutes.magnitude % 60].map { ($0 < 10 ? "0" : "") + String($0) }
      return (minutes < 0 ? "-" : "+") + parts.joined(separator: ":")
    case .region(let region): return "region \(region)"
    }
  }
}

extension OracleTimestamp {
  /// The fields of a moment that is so many minutes earlier, less than a day, in Oracle's calendar.
  ///
  /// - Throws: `WireError.invalidValue` outside of the years -4712 to 9999.
  func earlier(minutes: Int) throws(WireError) -> OracleTimestamp {
    let total = hour * 60 + minute - minutes
    var moved = self
    moved.hour = (total + 1440) / 60 % 24
    moved.minute = (total + 1440) % 60
    if total < 0 { moved.stepBack() }
    if total >= 1440 { moved.stepForward() }
    guard (-4712...9999).contains(moved.year) else { throw .invalidValue("TIMESTAMP WITH TIME ZONE") }
    return moved
  }

  private mutating func stepForward() {
    if (year, month, day) == (1582, 10, 4) {
      day = 15
      return
    }
    day += 1
    guard day > OracleTimestamp.days(ofMonth: month, year: year) else { return }
    day = 1
    month += 1
    guard month > 12 else { return }
    month = 1
    year = year == -1 ? 1 : year + 1
  }

  private mutating func stepBack() {
    if (year, month, day) == (1582, 10, 15) {
      day = 4
      return
    }
    day -= 1
    guard day < 1 else { return }
    month -= 1
    if month < 1 {
      month = 12
      year = year == 1 ? -1 : year - 1
    }
    day = OracleTimestamp.days(ofMonth: month, year: year)
  }

  /// The last day of a month: every fourth year is a leap year until 1582, and 1 BC is one.
  private static func days(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2:
      let astronomical = year < 0 ? year + 1 : year
      let isLeap = astronomical % 4 == 0 && (year <= 1582 || year % 100 != 0 || year % 400 == 0)
      return isLeap ? 29 : 28
    default: return 31
    }
  }
}
