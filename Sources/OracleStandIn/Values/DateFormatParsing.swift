import OracleWire

extension DateFormat {
  /// Reads text as TO_DATE and TO_TIMESTAMP do.
  ///
  /// - Parameters:
  ///   - text: what to read; blanks around it are skipped.
  ///   - now: gives year and month when the model has none.
  /// - Returns: the fields, and the zone's distance from UTC in minutes when the model names one.
  /// - Throws: Oracle's errors between ORA-01830 and ORA-01862.
  func parse(_ text: [UInt8], now: OracleTimestamp) throws -> (OracleTimestamp, offsetMinutes: Int?) {
    var reader = DateTextReader(text: text)
    var fields = DateFields()
    for (index, element) in elements.enumerated() {
      switch element {
      case .fillMode: break
      case .exact: reader.isExact = true
      case .punctuation(let bytes):
        try reader.skipPunctuation(bytes, isLast: index == elements.count - 1, beforeSign: isSigned(after: index))
      case .quoted(let bytes):
        for byte in bytes {
          guard reader.next == byte else {
            throw OracleError(code: 1861, message: "literal does not match format string")
          }
          reader.place += 1
        }
      case .field(let field, _):
        if !reader.isExact, field.isTime {
          // A text may end before the time of day does; what is missing is 0.
          reader.skipBlanks()
          if reader.isAtEnd, elements[index...].allSatisfy(\.isTimeOrPunctuation) {
            return (try fields.timestamp(now: now), fields.offsetMinutes)
          }
        }
        try reader.read(field, followedByDigits: isDigitElement(after: index), into: &fields)
      }
    }
    reader.skipBlanks()
    guard reader.isAtEnd else {
      throw OracleError(code: 1830, message: "date format picture ends before converting entire input string")
    }
    return (try fields.timestamp(now: now), fields.offsetMinutes)
  }

  private func isDigitElement(after index: Int) -> Bool {
    guard index + 1 < elements.count, case .field = elements[index + 1] else { return false }
    return true
  }
}

extension DateFormat {
  private func isSigned(after index: Int) -> Bool {
    guard index + 1 < elements.count, case .field(let field, _) = elements[index + 1] else { return false }
    return field == .signedYear || field == .zoneHour || field == .zoneName
  }
}

extension DateFormat.Field {
  /// Whether it belongs to the time of day.
  var isTime: Bool {
    switch self {
    case .hour12, .hour24, .minute, .second, .secondOfDay, .fraction, .radix: true
    default: false
    }
  }
}

extension DateFormat.Element {
  fileprivate var isTimeOrPunctuation: Bool {
    if case .field(let field, _) = self { return field.isTime }
    return true
  }
}

/// The fields that a text named; those that it didn't keep Oracle's defaults.
struct DateFields {
  var year: Int?
  var month: Int?
  var day: Int?
  var dayOfYear: Int?
  var julianDay: Int?
  var hour: Int?
  var hour12: Int?
  var isAfternoon: Bool?
  var minute = 0
  var second = 0
  var secondOfDay: Int?
  var nanosecond = 0
  var isBeforeChrist = false
  var zoneIsNegative = false
  var zoneHour: Int?
  var zoneMinute = 0
  var zoneOffset: Int?

  var offsetMinutes: Int? {
    if let zoneOffset { return zoneOffset }
    guard let zoneHour else { return nil }
    let total = zoneHour * 60 + zoneMinute
    return zoneIsNegative ? -total : total
  }

  func timestamp(now: OracleTimestamp) throws -> OracleTimestamp {
    if let julianDay {
      let seconds = try secondOfDay ?? (hourOfDay() * 3600 + minute * 60 + second)
      return try OracleTimestamp(dayNumber: julianDay, secondOfDay: seconds, nanosecond: nanosecond)
    }
    var year = self.year ?? now.year
    if isBeforeChrist { year = -abs(year) }
    guard year != 0, (-4712...9999).contains(year) else {
      throw OracleError(code: 1841, message: "(full) year must be between -4713 and +9999, and not be 0")
    }
    var month = self.month ?? now.month
    var day = self.day ?? 1
    if let dayOfYear {
      let first = DayNumber.of(year: year, month: 1, day: 1)
      let date = DayNumber.date(first + dayOfYear - 1)
      guard date.year == year else {
        throw OracleError(code: 1848, message: "day of year must be between 1 and 365 (366 for leap year)")
      }
      (month, day) = (date.month, date.day)
    }
    guard day <= DayNumber.daysInMonth(year: year, month: month) else {
      throw OracleError(code: 1839, message: "date not valid for month specified")
    }
    var result = OracleTimestamp(
      year: year, month: month, day: day, hour: try hourOfDay(), minute: minute, second: second,
      nanosecond: nanosecond)
    if let secondOfDay {
      (result.hour, result.minute, result.second) = (secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
    }
    return result
  }

  private func hourOfDay() throws -> Int {
    if let hour { return hour }
    guard let hour12 else { return isAfternoon == true ? 12 : 0 }
    return hour12 % 12 + (isAfternoon == true ? 12 : 0)
  }
}

/// Walks over a text that TO_DATE was given.
struct DateTextReader {
  let text: [UInt8]
  var place = 0
  var isExact = false

  init(text: [UInt8]) {
    self.text = text
    skipBlanks()
  }

  var isAtEnd: Bool { place >= text.count }
  var next: UInt8? { place < text.count ? text[place] : nil }

  mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { place += 1 }
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    !((byte >= 48 && byte <= 57) || (byte | 0x20 >= 97 && byte | 0x20 <= 122)) && byte < 128
  }

  mutating func skipPunctuation(_ model: [UInt8], isLast: Bool, beforeSign: Bool) throws {
    for wanted in model {
      guard let byte = next else {
        // Whether something is missing, the next field knows.
        if isLast || wanted == 0x20 || !isExact { return }
        throw Self.tooShort
      }
      if isExact {
        guard byte == wanted else { throw OracleError(code: 1861, message: "literal does not match format string") }
        place += 1
      } else if wanted == 0x20 {
        // Any punctuation may stand for a blank, but for the sign of what follows.
        let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
        if byte > 0x20, Self.isPunctuation(byte), !(beforeSign && isSign) { place += 1 }
        skipBlanks()
      } else if Self.isPunctuation(byte) {
        place += 1
      }
    }
    if !isExact { skipBlanks() }
  }

  static let tooShort = OracleError(code: 1840, message: "input value not long enough for date format")

  /// Reads up to so many digits.
  mutating func digits(_ most: Int) throws -> Int {
    guard let first = next else { throw Self.tooShort }
    guard first >= 48, first <= 57 else {
      throw OracleError(code: 1858, message: "a non-numeric character was found where a numeric was expected")
    }
    var value = 0
    var count = 0
    while count < most, let byte = next, byte >= 48, byte <= 57 {
      value = value * 10 + Int(byte - 48)
      place += 1
      count += 1
    }
    return value
  }

  mutating func sign() -> Bool {
    guard let byte = next, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") else { return false }
    place += 1
    return byte == UInt8(ascii: "-")
  }

  private func hasPrefix(_ word: ArraySlice<UInt8>) -> Bool {
    guard place + word.count <= text.count else { return false }
    return zip(text[place...], word).allSatisfy { $0 & 0xDF == $1 & 0xDF || $0 == $1 }
  }

  mutating func monthName() throws -> Int {
    for (index, name) in DateFormat.monthNames.enumerated() where hasPrefix(name[...]) {
      place += name.count
      return index + 1
    }
    for (index, name) in DateFormat.monthNames.enumerated() where hasPrefix(name.prefix(3)) {
      place += 3
      return index + 1
    }
    throw isAtEnd ? Self.tooShort : OracleError(code: 1843, message: "not a valid month")
  }

  mutating func read(_ field: DateFormat.Field, followedByDigits: Bool, into fields: inout DateFields) throws {
    if case .fraction = field {} else { skipBlanks() }
    switch field {
    case .year4, .isoYear, .signedYear:
      let negative = field == .signedYear ? sign() : false
      let year = try digits(4)
      fields.year = negative ? -year : year
    case .roundYear4, .roundYear:
      let start = place
      let year = try digits(field == .roundYear4 || !followedByDigits ? 4 : 2)
      fields.year = place - start > 2 ? year : year < 50 ? 2000 + year : 1900 + year
    case .year2:
      let start = place
      let year = try digits(followedByDigits ? 2 : 4)
      fields.year = place - start > 2 ? year : 2000 + year
    case .year3: fields.year = 2000 + (try digits(3))
    case .year1: fields.year = 2020 + (try digits(1))
    case .yearWithComma:
      let thousands = try digits(1)
      if next == UInt8(ascii: ",") { place += 1 }
      fields.year = thousands * 1000 + (try digits(3))
    case .monthRoman:
      let start = place
      while let byte = next, byte | 0x20 >= 97, byte | 0x20 <= 122 { place += 1 }
      let word = String(decoding: text[start..<place], as: UTF8.self).uppercased()
      guard let month = DateFormat.romanMonths.firstIndex(of: word) else {
        throw OracleError(code: 1843, message: "not a valid month")
      }
      fields.month = month + 1
    case .month:
      if let byte = next, byte | 0x20 >= 97, byte | 0x20 <= 122 {
        fields.month = try monthName()
      } else {
        fields.month = try digits(2)
      }
      guard (1...12).contains(fields.month ?? 0) else { throw OracleError(code: 1843, message: "not a valid month") }
    case .monthName, .monthAbbreviation:
      if let byte = next, byte >= 48, byte <= 57 { throw OracleError(code: 1843, message: "not a valid month") }
      fields.month = try monthName()
    case .day:
      let day = try digits(2)
      guard (1...31).contains(day) else {
        throw OracleError(code: 1847, message: "day of month must be between 1 and last day of month")
      }
      fields.day = day
    case .dayOfYear:
      let day = try digits(3)
      guard (1...366).contains(day) else {
        throw OracleError(code: 1848, message: "day of year must be between 1 and 365 (366 for leap year)")
      }
      fields.dayOfYear = day
    case .julianDay: fields.julianDay = try digits(7)
    case .hour24:
      let hour = try digits(2)
      guard hour <= 23 else { throw OracleError(code: 1850, message: "hour must be between 0 and 23") }
      fields.hour = hour
    case .hour12:
      let hour = try digits(2)
      guard (1...12).contains(hour) else { throw OracleError(code: 1849, message: "hour must be between 1 and 12") }
      fields.hour12 = hour
    case .minute:
      fields.minute = try digits(2)
      guard fields.minute <= 59 else { throw OracleError(code: 1851, message: "minutes must be between 0 and 59") }
    case .second:
      fields.second = try digits(2)
      guard fields.second <= 59 else { throw OracleError(code: 1852, message: "seconds must be between 0 and 59") }
    case .secondOfDay:
      let seconds = try digits(5)
      guard seconds < 86400 else {
        throw OracleError(code: 1853, message: "seconds in day must be between 0 and 86399")
      }
      fields.secondOfDay = seconds
    case .fraction(let most): fields.nanosecond = try fraction(most ?? 9)
    case .radix:
      if next == UInt8(ascii: ".") { place += 1 }
    case .meridian, .era: try marker(field, into: &fields)
    case .zoneHour:
      fields.zoneIsNegative = sign()
      let hour = try digits(2)
      guard hour <= 15 else { throw OracleError(code: 1874, message: "time zone hour must be between -15 and 15") }
      fields.zoneHour = hour
    case .zoneMinute:
      fields.zoneMinute = try digits(2)
      guard fields.zoneMinute <= 59 else {
        throw OracleError(code: 1875, message: "time zone minute must be between -59 and 59")
      }
    case .zoneName: fields.zoneOffset = try zoneName()
    case .dayName, .dayAbbreviation:
      guard let byte = next else { throw Self.tooShort }
      guard byte | 0x20 >= 97, byte | 0x20 <= 122 else {
        throw OracleError(code: 1846, message: "not a valid day of the week")
      }
      while let byte = next, byte | 0x20 >= 97, byte | 0x20 <= 122 { place += 1 }
    case .dayOfWeek: _ = try digits(1)
    case .quarter, .weekOfYear, .weekOfMonth, .isoWeek, .isoYear2, .century:
      throw OracleError(code: 1820, message: "format code cannot appear in date input format")
    }
  }

  private mutating func fraction(_ most: Int) throws -> Int {
    guard let first = next else { return 0 }
    guard first >= 48, first <= 57 else { return 0 }
    var value = 0
    var count = 0
    while count < most, let byte = next, byte >= 48, byte <= 57 {
      value = value * 10 + Int(byte - 48)
      place += 1
      count += 1
    }
    for _ in count..<9 { value *= 10 }
    return value
  }

  private mutating func marker(_ field: DateFormat.Field, into fields: inout DateFields) throws {
    let words: [(String, Bool)]
    if case .era = field {
      words = [("B.C.", true), ("A.D.", false), ("BC", true), ("AD", false)]
    } else {
      words = [("A.M.", false), ("P.M.", true), ("AM", false), ("PM", true)]
    }
    for (word, flag) in words where hasPrefix(Array(word.utf8)[...]) {
      place += word.utf8.count
      if case .era = field { fields.isBeforeChrist = flag } else { fields.isAfternoon = flag }
      return
    }
    if case .era = field { throw OracleError(code: 1856, message: "BC/AD or B.C./A.D. required") }
    throw OracleError(code: 1855, message: "AM/A.M. or PM/P.M. required")
  }

  private mutating func zoneName() throws -> Int {
    if let byte = next, byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") {
      let negative = sign()
      let hour = try digits(2)
      var minute = 0
      if next == UInt8(ascii: ":") {
        place += 1
        minute = try digits(2)
      }
      guard hour <= 15, minute <= 59 else {
        throw OracleError(code: 1882, message: "timezone region not found")
      }
      return (hour * 60 + minute) * (negative ? -1 : 1)
    }
    if let byte = next, byte >= 48, byte <= 57 {
      let hour = try digits(2)
      guard next == UInt8(ascii: ":") else { throw OracleError(code: 1882, message: "timezone region not found") }
      place += 1
      let minute = try digits(2)
      guard hour <= 15, minute <= 59 else { throw OracleError(code: 1882, message: "timezone region not found") }
      return hour * 60 + minute
    }
    for word in ["UTC", "GMT", "Z"] where hasPrefix(Array(word.utf8)[...]) {
      place += word.utf8.count
      return 0
    }
    throw OracleError(code: 1882, message: "timezone region not found")
  }
}
