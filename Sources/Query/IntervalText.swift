import OracleWire

/// The texts of Oracle's intervals in the style that PostgreSQL shows them in by default (IntervalStyle `postgres`).
enum IntervalText {
  /// `2021 years 10 mons`, `-1 years -3 mons`, `00:00:00`.
  static func text(_ interval: OracleIntervalYM) -> String {
    let parts = [counted(interval.months / 12, "year"), counted(interval.months % 12, "mon")].compactMap { $0 }
    return parts.isEmpty ? "00:00:00" : parts.joined(separator: " ")
  }

  /// `2 days 12:23:34.456`, `-2 days -12:23:34.456789`, `1 day`, `00:00:00`.
  static func text(_ interval: OracleIntervalDS) -> String {
    let ofDay = interval.seconds % 86_400
    let days = counted(interval.seconds / 86_400, "day")
    guard ofDay != 0 || interval.nanoseconds != 0 || days == nil else { return days ?? "" }
    var time = ofDay < 0 || interval.nanoseconds < 0 ? "-" : ""
    time += [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map { padded($0, 2) }.joined(separator: ":")
    if interval.nanoseconds != 0 {
      var fraction = padded(interval.nanoseconds, 9)
      while fraction.hasSuffix("0") { fraction.removeLast() }
      time += "." + fraction
    }
    return days.map { $0 + " " + time } ?? time
  }

  private static func counted(_ value: Int, _ unit: String) -> String? {
    value == 0 ? nil : "\(value) \(unit)\(value == 1 ? "" : "s")"
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value.magnitude)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
