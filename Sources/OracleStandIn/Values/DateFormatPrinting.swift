import OracleWire

extension DateFormat {
  /// Prints a datetime as TO_CHAR does.
  ///
  /// - Parameters:
  ///   - timestamp: fields as they are to be shown, in the value's own zone.
  ///   - offsetMinutes: the zone's distance from UTC, nil for values without zone.
  /// - Throws: ORA-01821 for a zone element of a value that has none.
  func print(_ timestamp: OracleTimestamp, offsetMinutes: Int? = nil) throws -> [UInt8] {
    var text: [UInt8] = []
    var fills = true
    func number(_ value: Int, _ width: Int) {
      let digits = Array(String(abs(value)).utf8)
      if value < 0 { text.append(UInt8(ascii: "-")) }
      if fills, digits.count < width { text.append(contentsOf: repeatElement(0x30, count: width - digits.count)) }
      text.append(contentsOf: digits)
    }
    func name(_ word: [UInt8], _ style: Case, width: Int) {
      for (place, byte) in word.enumerated() {
        let lower = style == .lower || (style == .title && place > 0)
        text.append(lower && byte >= 65 && byte <= 90 ? byte + 32 : byte)
      }
      if fills, word.count < width { text.append(contentsOf: repeatElement(0x20, count: width - word.count)) }
    }
    for element in elements {
      switch element {
      case .punctuation(let bytes), .quoted(let bytes): text.append(contentsOf: bytes)
      case .fillMode: fills.toggle()
      case .exact: break
      case .field(let field, let style):
        switch field {
        case .year4, .roundYear4: number(abs(timestamp.year), 4)
        case .year3: number(abs(timestamp.year) % 1000, 3)
        case .year2, .roundYear: number(abs(timestamp.year) % 100, 2)
        case .year1: number(abs(timestamp.year) % 10, 1)
        case .signedYear:
          if timestamp.year >= 0, fills { text.append(0x20) }
          number(timestamp.year, 4)
        case .isoYear: number(timestamp.isoWeek.year, 4)
        case .isoYear2: number(timestamp.isoWeek.year % 100, 2)
        case .yearWithComma:
          let year = abs(timestamp.year)
          text += Array("\(year / 1000),".utf8) + Array(String(1000 + year % 1000).utf8.dropFirst())
        case .monthRoman: name(Array(Self.romanMonths[timestamp.month - 1].utf8), style, width: 4)
        case .month: number(timestamp.month, 2)
        case .monthName: name(Self.monthNames[timestamp.month - 1], style, width: 9)
        case .monthAbbreviation: name(Array(Self.monthNames[timestamp.month - 1].prefix(3)), style, width: 3)
        case .day: number(timestamp.day, 2)
        case .dayOfYear: number(timestamp.dayOfYear, 3)
        case .dayOfWeek: number(timestamp.dayOfWeek + 1, 1)
        case .dayName: name(Self.dayNames[timestamp.dayOfWeek], style, width: 9)
        case .dayAbbreviation: name(Array(Self.dayNames[timestamp.dayOfWeek].prefix(3)), style, width: 3)
        case .hour12: number(timestamp.hour % 12 == 0 ? 12 : timestamp.hour % 12, 2)
        case .hour24: number(timestamp.hour, 2)
        case .minute: number(timestamp.minute, 2)
        case .second: number(timestamp.second, 2)
        case .secondOfDay: number(timestamp.secondOfDay, 5)
        case .fraction(let digits):
          let all = String(1_000_000_000 + timestamp.nanosecond).utf8.dropFirst()
          text.append(contentsOf: all.prefix(digits ?? 6))
        case .meridian(let dotted):
          let word = timestamp.hour < 12 ? (dotted ? "A.M." : "AM") : (dotted ? "P.M." : "PM")
          name(Array(word.utf8), style, width: 0)
        case .era(let dotted):
          let word = timestamp.year < 0 ? (dotted ? "B.C." : "BC") : (dotted ? "A.D." : "AD")
          name(Array(word.utf8), style, width: 0)
        case .zoneHour:
          let offset = try Self.zone(offsetMinutes)
          text.append(UInt8(ascii: offset < 0 ? "-" : "+"))
          number(abs(offset) / 60, 2)
        case .zoneMinute: number(abs(try Self.zone(offsetMinutes)) % 60, 2)
        case .zoneName: text.append(contentsOf: DateFormat.zoneText(try Self.zone(offsetMinutes)).utf8)
        case .quarter: number((timestamp.month - 1) / 3 + 1, 1)
        case .weekOfYear: number((timestamp.dayOfYear - 1) / 7 + 1, 2)
        case .weekOfMonth: number((timestamp.day - 1) / 7 + 1, 1)
        case .isoWeek: number(timestamp.isoWeek.week, 2)
        case .julianDay: number(timestamp.dayNumber, 7)
        case .century: number((abs(timestamp.year) + 99) / 100, 2)
        case .radix: text.append(UInt8(ascii: "."))
        }
      }
    }
    return text
  }

  static let romanMonths = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]

  private static func zone(_ offset: Int?) throws -> Int {
    guard let offset else { throw OracleError(code: 1821, message: "date format not recognized") }
    return offset
  }

  /// A zone's distance from UTC such as `+01:00`.
  static func zoneText(_ offset: Int) -> String {
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return (offset < 0 ? "-" : "+") + two(abs(offset) / 60) + ":" + two(abs(offset) % 60)
  }
}

extension OracleTimestamp {
  /// 0 for Sunday.
  var dayOfWeek: Int { (dayNumber + 1) % 7 }

  var dayOfYear: Int { dayNumber - DayNumber.of(year: year, month: 1, day: 1) + 1 }

  /// The ISO 8601 week and the year that it belongs to.
  var isoWeek: (year: Int, week: Int) {
    let weekday = (dayOfWeek + 6) % 7  // 0 for Monday
    let thursday = dayNumber - weekday + 3
    let year = DayNumber.date(thursday).year
    return (year, (thursday - DayNumber.of(year: year, month: 1, day: 1)) / 7 + 1)
  }
}
