/// A date with or without time of day, read from a literal.
struct DateTimeText: Hashable {
  /// `YYYY-MM-DD HH:MM:SS[.ffffff]`.
  let normalised: String
  /// Whether the text gave no time of day.
  let hasDateOnly: Bool

  /// Reads `YYYY-MM-DD` or `YYYY-MM-DD HH24:MI:SS[.ffffff]`, of the years 1583 to 9999: before, Oracle counts days by
  /// the Julian calendar.
  init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard let first = parts.first, parts.count <= 2 else { return nil }
    let date = first.split(separator: "-", omittingEmptySubsequences: false)
    guard date.count == 3, let year = Self.digits(date[0], 4...4), let month = Self.digits(date[1], 1...2),
      let day = Self.digits(date[2], 1...2)
    else { return nil }
    guard parts.count == 2 else {
      self.init(year: year, month: month, day: day, hour: 0, minute: 0, second: 0, fraction: "", hasDateOnly: true)
      return
    }
    let time = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard time.count == 3, let hour = Self.digits(time[0], 1...2), let minute = Self.digits(time[1], 1...2) else {
      return nil
    }
    let seconds = time[2].split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = seconds.first, let second = Self.digits(whole, 1...2), seconds.count <= 2 else { return nil }
    let fraction = seconds.count == 2 ? String(seconds[1]) : ""
    if seconds.count == 2, Self.digits(seconds[1], 1...6) == nil { return nil }
    self.init(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second, fraction: fraction,
      hasDateOnly: false)
  }

  /// Checks the fields; nil when they name no moment.
  init?(
    year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, fraction: String = "",
    hasDateOnly: Bool = false
  ) {
    guard (1583...9999).contains(year), (1...12).contains(month), (1...Self.days(of: month, year)).contains(day),
      (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
    else { return nil }
    let date = Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
    let time = Self.padded(hour, 2) + ":" + Self.padded(minute, 2) + ":" + Self.padded(second, 2)
    normalised = date + " " + time + (fraction.isEmpty ? "" : "." + fraction)
    self.hasDateOnly = hasDateOnly
  }

  static func digits(_ text: some StringProtocol, _ count: ClosedRange<Int>) -> Int? {
    guard count.contains(text.count), text.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    return Int(text)
  }

  private static func days(of month: Int, _ year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
