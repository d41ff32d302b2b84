import OracleWire

/// Reads intervals from text: SQL's form (`3 04:05:06.7`, `1-2`) and ISO 8601's (`P3DT4H`, `P1Y2M`).
enum IntervalText {
  private static let invalid = OracleError(code: 1867, message: "the interval is invalid")

  /// - Throws: ORA-01867 for text that is no interval, ORA-01850 and kin for a field out of range.
  static func days(_ text: String) throws -> DayInterval {
    var rest = Substring(text.trimmingBlanks())
    let sign = takeSign(&rest)
    if rest.hasPrefix("P") { return try isoDays(rest.dropFirst(), sign) }
    let parts = rest.split { $0 == " " || $0 == ":" }
    guard parts.count == 4, rest.contains(" ") else { throw invalid }
    let fields = try parts.prefix(3).map { try whole($0) }
    let (seconds, nanos) = try fraction(parts[3])
    guard fields[1] < 24 else { throw OracleError(code: 1850, message: "hour must be between 0 and 23") }
    guard fields[2] < 60 else { throw OracleError(code: 1851, message: "minutes must be between 0 and 59") }
    guard seconds < 60 else { throw OracleError(code: 1852, message: "seconds must be between 0 and 59") }
    return DayInterval(
      seconds: sign * (fields[0] * 86400 + fields[1] * 3600 + fields[2] * 60 + seconds), nanoseconds: sign * nanos)
  }

  /// - Throws: ORA-01867 for text that is no interval, ORA-01843 for a month out of range.
  static func months(_ text: String) throws -> YearInterval {
    var rest = Substring(text.trimmingBlanks())
    let sign = takeSign(&rest)
    if rest.hasPrefix("P") {
      var months = 0
      // Days and times may be there, and say nothing of months.
      for (number, unit) in try pairs(rest.dropFirst().prefix { $0 != "T" && $0 != "D" }, ignoresRest: true) {
        switch unit {
        case "Y": months += try whole(number) * 12
        case "M": months += try whole(number)
        default: throw invalid
        }
      }
      return try YearInterval(months: sign * months)
    }
    let parts = rest.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw invalid }
    let month = try whole(trimmed(parts[1]))
    guard month < 12 else { throw OracleError(code: 1843, message: "not a valid month") }
    return try YearInterval(months: sign * (whole(trimmed(parts[0])) * 12 + month))
  }

  private static func takeSign(_ text: inout Substring) -> Int {
    guard let first = text.first, first == "-" || first == "+" else { return 1 }
    text.removeFirst()
    return first == "-" ? -1 : 1
  }

  private static func isoDays(_ text: Substring, _ sign: Int) throws -> DayInterval {
    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    var seconds = 0
    var nanos = 0
    for (number, unit) in try pairs(halves.first ?? "") {
      guard unit == "D" else { throw invalid }
      seconds += try whole(number) * 86400
    }
    for (number, unit) in try pairs(halves.count > 1 ? halves[1] : "") {
      switch unit {
      case "H": seconds += try whole(number) * 3600
      case "M": seconds += try whole(number) * 60
      case "S":
        let (whole, rest) = try fraction(number)
        seconds += whole
        nanos += rest
      default: throw invalid
      }
    }
    return DayInterval(seconds: sign * seconds, nanoseconds: sign * nanos)
  }

  private static func trimmed(_ text: Substring) -> Substring { Substring(String(text).trimmingBlanks()) }

  /// The numbers with their units, each of which may stand once.
  private static func pairs(_ text: Substring, ignoresRest: Bool = false) throws -> [(Substring, Character)] {
    var pairs: [(Substring, Character)] = []
    var rest = text
    while !rest.isEmpty {
      guard let end = rest.firstIndex(where: { $0.isLetter }) else {
        if ignoresRest { break }
        throw invalid
      }
      pairs.append((rest[..<end], rest[end]))
      rest = rest[rest.index(after: end)...]
    }
    guard Set(pairs.map(\.1)).count == pairs.count else { throw invalid }
    return pairs
  }

  private static func whole(_ text: Substring) throws -> Int {
    guard !text.isEmpty, text.count <= 9, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text)
    else { throw invalid }
    return number
  }

  private static func fraction(_ text: Substring) throws -> (seconds: Int, nanoseconds: Int) {
    let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
    guard pieces.count <= 2 else { throw invalid }
    guard pieces.count == 2, !pieces[1].isEmpty else { return (try whole(pieces[0]), 0) }
    let digits = pieces[1].prefix(9)
    guard let nanos = Int(digits + String(repeating: "0", count: 9 - digits.count)), nanos >= 0 else { throw invalid }
    return (try whole(pieces[0]), nanos)
  }
}
