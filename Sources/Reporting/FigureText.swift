import Foundation

/// Numbers as people read them.
public enum FigureText {
  /// `12,345,678`.
  public static func grouped(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return (number < 0 ? "-" : "") + String(digits)
  }

  /// The nearest whole number, `12,345,678`.
  public static func grouped(_ number: Double) -> String {
    grouped(number.isFinite ? Int(min(max(number, -9e18), 9e18).rounded()) : 0)
  }

  /// `0.4 s`, `12 s`, `3 min 05 s`, `2 h 10 min`.
  public static func time(_ seconds: Double) -> String {
    guard seconds >= 10 else { return String(format: "%.1f s", max(0, seconds)) }
    let whole = Int(min(seconds, 1e9).rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return String(format: "%d min %02d s", whole / 60, whole % 60) }
    return String(format: "%d h %02d min", whole / 3600, whole % 3600 / 60)
  }

  /// `812 B`, `4.1 KB`, `17 MB`: by thousands, two digits at least.
  public static func bytes(_ count: Int) -> String {
    var value = Double(max(0, count))
    var unit = "B"
    for larger in ["KB", "MB", "GB", "TB"] where value >= 1000 {
      value /= 1000
      unit = larger
    }
    return String(format: unit == "B" || value >= 9.95 ? "%.0f" : "%.1f", value) + " " + unit
  }

  /// `2026-03-17 09:30:00 UTC`.
  public static func moment(_ date: Date) -> String {
    let format = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day().dateSeparator(.dash)
      .dateTimeSeparator(.space).time(includingFractionalSeconds: false).timeSeparator(.colon)
    return date.formatted(format) + " UTC"
  }
}
