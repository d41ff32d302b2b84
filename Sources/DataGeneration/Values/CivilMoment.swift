/// Days and clock times of a count of microseconds since 1970, in the calendar that both databases use for our years.
struct CivilMoment: Hashable {
  static let day = 86_400_000_000
  static let second = 1_000_000

  var year: Int
  var month: Int
  var dayOfMonth: Int
  /// Within the day.
  var microseconds: Int

  init(_ moment: Int) {
    var days = moment / Self.day
    var rest = moment % Self.day
    if rest < 0 {
      days -= 1
      rest += Self.day
    }
    microseconds = rest
    // From days to civil fields by eras of 400 years that begin in March (Howard Hinnant, "chrono-compatible low-level
    // date algorithms").
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    dayOfMonth = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Microseconds since 1970 of a day's beginning.
  static func moment(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return (era * 146_097 + dayOfEra - 719_468) * Self.day
  }

  /// Reads `2024-01-31`, `2024-01-31 10:00:00.5` and the same with `T` or a zone of whole hours and minutes behind it;
  /// nil for anything else, and for years beyond 9999.
  static func moment(_ text: String) -> Int? {
    var numbers: [Int] = []
    var fraction = 0
    var isFraction = false
    var digits = 0
    var number = 0
    var zone = 0
    func close() -> Bool {
      guard digits > 0, digits <= 9 else { return false }
      if isFraction {
        for _ in min(digits, 6)..<6 { number *= 10 }
        fraction = number
        isFraction = false
      } else {
        numbers.append(number)
      }
      (digits, number) = (0, 0)
      return true
    }
    let bytes = Array(text.utf8.drop { $0 == 0x20 })
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39:
        if !isFraction || digits < 6 { number = number &* 10 &+ Int(byte - 0x30) }
        digits += 1
        guard digits <= 9 else { return nil }
      case UInt8(ascii: "-") where numbers.count < 2, UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "T"):
        if digits > 0, !close() { return nil }
      case UInt8(ascii: "."):
        guard close() else { return nil }
        isFraction = true
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "Z"):
        if digits > 0, !close() { return nil }
        let parts = String(decoding: bytes[(index + 1)...], as: UTF8.self).split(separator: ":").map { Int($0) }
        guard parts.count <= 2, !parts.contains(nil) else { return nil }
        zone = (parts.first.flatMap { $0 } ?? 0) * 60 + (parts.count > 1 ? parts[1] ?? 0 : 0)
        if byte == UInt8(ascii: "-") { zone = -zone }
        index = bytes.count
      default: return nil
      }
      index += 1
    }
    if digits > 0, !close() { return nil }
    guard numbers.count >= 3, numbers.count <= 6, (1...9999).contains(numbers[0]), (1...12).contains(numbers[1]),
      (1...31).contains(numbers[2]), abs(zone) <= 16 * 60
    else { return nil }
    let clock = numbers[3...] + Array(repeating: 0, count: 6 - numbers.count)
    guard clock.allSatisfy({ $0 < 61 }) else { return nil }
    let seconds = clock.reduce(0) { $0 * 60 + $1 } - zone * 60
    return moment(year: numbers[0], month: numbers[1], day: numbers[2]) + seconds * second + fraction
  }

  /// `2024-03-17`.
  var dateText: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(dayOfMonth, 2))" }

  /// `08:00:00`, with six digits behind a point where there is a fraction.
  var clockText: String {
    let seconds = microseconds / Self.second
    let fraction = microseconds % Self.second
    return Self.padded(seconds / 3600, 2) + ":" + Self.padded(seconds / 60 % 60, 2) + ":" + Self.padded(seconds % 60, 2)
      + (fraction == 0 ? "" : "." + Self.padded(fraction, 6))
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return digits.utf8.count >= width ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
  }
}
