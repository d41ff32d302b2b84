import Canonical

/// A point in time as a server writes it, field by field.
///
/// Oracle: `SYYYY-MM-DD HH24:MI:SS.FF9`, years before Christ with a minus sign. PostgreSQL:
/// `YYYY-MM-DD HH24:MI:SS.US AD`.
struct MomentText: Hashable {
  /// Year (-1 is 1 BC, 0 is none), month, day, hour, minute, second.
  private var fields: [Int]
  private var nanoseconds: Int

  /// Reads Oracle's text; nil for what is none.
  init?(oracle text: String) {
    self.init(text.trimming(" "))
  }

  /// Reads PostgreSQL's text; nil for what is none, which infinities are.
  init?(postgres text: String) {
    guard text.hasSuffix(" AD") || text.hasSuffix(" BC") else { return nil }
    self.init((text.hasSuffix(" BC") ? "-" : "") + text.dropLast(3))
  }

  private init?(_ text: String) {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(omittingEmptySubsequences: false) { "-: .".contains($0) }
    guard (6...7).contains(parts.count), parts.allSatisfy({ $0.utf8.count <= 9 }) else { return nil }
    let numbers = parts.prefix(6).compactMap { UInt32($0).map(Int.init) }
    guard numbers.count == 6 else { return nil }
    let fraction = parts.count == 7 ? String(parts[6]) : ""
    let padded = fraction + String(repeating: "0", count: 9 - fraction.utf8.count)
    guard let nanoseconds = UInt32(padded) else { return nil }
    fields = numbers
    if isNegative { fields[0] = -fields[0] }
    self.nanoseconds = Int(nanoseconds)
  }

  /// With whole microseconds; nil where the fields are no point in time.
  func rounded(_ rule: SubMicrosecondRule) -> MomentText? {
    guard (1...12).contains(fields[1]) else { return nil }
    var result = self
    let micros = rule == .round ? (nanoseconds + 500) / 1000 : nanoseconds / 1000
    result.nanoseconds = micros % 1_000_000 * 1000
    guard micros == 1_000_000 else { return result }
    let last = [0, 12, daysOfMonth, 23, 59, 59]
    var place = 5
    while place > 0, result.fields[place] >= last[place] {
      result.fields[place] = place < 3 ? 1 : 0
      place -= 1
    }
    result.fields[place] += 1
    if place == 0, result.fields[0] == 0 { result.fields[0] = 1 }
    return result
  }

  private var daysOfMonth: Int {
    guard fields[1] == 2 else { return [4, 6, 9, 11].contains(fields[1]) ? 30 : 31 }
    let year = fields[0] < 0 ? fields[0] + 1 : fields[0]
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  }

  /// As PostgreSQL reads it.
  ///
  /// - Parameter zone: set behind the time; empty for none.
  func postgres(zone: String) -> String {
    func padded(_ number: Int, _ count: Int) -> String {
      let digits = String(abs(number))
      return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
    }
    let date = padded(fields[0], 4) + "-" + padded(fields[1], 2) + "-" + padded(fields[2], 2)
    let time = fields[3...].map { padded($0, 2) }.joined(separator: ":") + "." + padded(nanoseconds, 9)
    return date + " " + time + zone + (fields[0] < 0 ? " BC" : "")
  }
}
