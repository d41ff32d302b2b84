/// Date and time of day in the proleptic calendar that both databases show.
public struct FrameTime: Sendable, Hashable {
  /// Negative before Christ: -1 is 1 BC.
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
}

extension FrameTime {
  /// `2024-03-17 08:00:00.5`, with the zone behind it, and a year before Christ with ` BC`.
  func text(zone: String) -> String {
    let year = year < 0 ? -year : year
    return Self.padded(year, 4) + dayText + " " + clockText + zone + (self.year < 0 ? " BC" : "")
  }

  /// `2024-03-17T08:00:00.5` of ISO 8601, with the zone behind it.
  ///
  /// As ISO counts: 1 BC is the year 0000, 2 BC is -0001. A year of more than four digits has its sign.
  func isoText(zone: String) -> String {
    let year = year < 0 ? year + 1 : year
    let sign = year < 0 ? "-" : year > 9999 ? "+" : ""
    return sign + Self.padded(abs(year), 4) + dayText + "T" + clockText + zone
  }

  private var dayText: String { "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2) }

  private var clockText: String {
    let clock = Self.padded(hour, 2) + ":" + Self.padded(minute, 2) + ":" + Self.padded(second, 2)
    guard nanosecond > 0 else { return clock }
    var fraction = Self.padded(nanosecond, 9)[...]
    while fraction.last == "0" { fraction.removeLast() }
    return clock + "." + fraction
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
