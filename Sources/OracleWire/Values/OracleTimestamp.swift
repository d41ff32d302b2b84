/// Calendar fields of a DATE or TIMESTAMP, as Oracle shows them.
///
/// Years before Christ are negative and there is no year 0. Nothing is converted between calendars: Oracle's own is
/// Julian before 15 October 1582.
public struct OracleTimestamp: Sendable, Hashable {
  public var year: Int
  public var month: Int
  public var day: Int
  public var hour: Int
  public var minute: Int
  public var second: Int
  public var nanosecond: Int

  /// Takes fields as they are.
  public init(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, nanosecond: Int = 0
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.nanosecond = nanosecond
  }

  /// Decodes 7 bytes (a DATE, or a TIMESTAMP without fraction), 11 (with), or the first 11 of 13 (with a zone).
  ///
  /// - Throws: `WireError.invalidValue` for another length or fields that no calendar has.
  public init(wireBytes: some Sequence<UInt8>) throws(WireError) {
    let bytes = Array(wireBytes)
    guard bytes.count == 7 || bytes.count == 11 || bytes.count == 13 else { throw .invalidValue("DATE or TIMESTAMP") }
    year = (Int(bytes[0]) - 100) * 100 + Int(bytes[1]) - 100
    month = Int(bytes[2])
    day = Int(bytes[3])
    hour = Int(bytes[4]) - 1
    minute = Int(bytes[5]) - 1
    second = Int(bytes[6]) - 1
    nanosecond = 0
    if bytes.count > 7 {
      nanosecond = bytes[7..<11].reduce(0) { $0 << 8 | Int($1) }
    }
    let isSane =
      (1...12).contains(month) && (1...31).contains(day) && (0...23).contains(hour) && (0...59).contains(minute)
      && (0...59).contains(second) && nanosecond < 1_000_000_000 && (-4712...9999).contains(year)
    guard isSane else { throw .invalidValue("DATE or TIMESTAMP") }
  }

  /// The seven bytes of a DATE: century and year plus 100, month, day, hour, minute and second plus one.
  ///
  /// Fields outside of what a byte holds are an error of the caller's and trap.
  public func dateBytes() -> [UInt8] {
    let century = year / 100
    return [
      UInt8(century + 100), UInt8(year - century * 100 + 100), UInt8(month), UInt8(day), UInt8(hour + 1),
      UInt8(minute + 1), UInt8(second + 1),
    ]
  }

  /// The bytes of a TIMESTAMP: a DATE's, and the nanoseconds big-endian unless they are 0.
  public func timestampBytes() -> [UInt8] {
    nanosecond == 0 ? dateBytes() : fullTimestampBytes()
  }

  /// The eleven bytes of a TIMESTAMP, whatever the fraction.
  public func fullTimestampBytes() -> [UInt8] {
    let fraction = UInt32(nanosecond)
    return dateBytes() + [
      UInt8(truncatingIfNeeded: fraction >> 24), UInt8(truncatingIfNeeded: fraction >> 16),
      UInt8(truncatingIfNeeded: fraction >> 8), UInt8(truncatingIfNeeded: fraction),
    ]
  }
}

extension OracleTimestamp: CustomStringConvertible {
  /// `2024-03-17 09:30:00.000001`, the fraction only when there is one.
  public var description: String {
    func padded(_ value: Int, _ width: Int) -> String {
      let text = String(abs(value))
      return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - text.count)) + text
    }
    var text = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2)) "
    text += "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
    if nanosecond != 0 {
      var fraction = padded(nanosecond, 9)
      while fraction.hasSuffix("0") { fraction.removeLast() }
      text += "." + fraction
    }
    return text
  }
}
