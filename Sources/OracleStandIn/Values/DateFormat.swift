import OracleWire

/// A datetime format model such as `YYYY-MM-DD HH24:MI:SS`, split into its elements.
struct DateFormat: Sendable {
  enum Field: Sendable, Hashable {
    case year4, year3, year2, year1, signedYear, roundYear, roundYear4, isoYear, isoYear2
    case month, monthName, monthAbbreviation, day, dayOfYear, dayOfWeek, dayName, dayAbbreviation
    case hour12, hour24, minute, second, secondOfDay, fraction(Int?), meridian(dotted: Bool)
    case zoneHour, zoneMinute, zoneName, quarter, weekOfYear, weekOfMonth, isoWeek, julianDay, century
    case era(dotted: Bool), radix, yearWithComma, monthRoman
  }

  enum Case: Sendable, Hashable { case upper, title, lower }

  enum Element: Sendable, Hashable {
    case field(Field, Case)
    case punctuation([UInt8])
    case quoted([UInt8])
    case fillMode
    case exact
  }

  var elements: [Element]

  /// Longest keyword first, so that HH24 isn't read as HH.
  private static let keywords: [(String, Field)] = [
    ("Y,YYY", .yearWithComma), ("SYYYY", .signedYear), ("YYYY", .year4), ("RRRR", .roundYear4), ("IYYY", .isoYear),
    ("SSSSS", .secondOfDay),
    ("MONTH", .monthName), ("HH24", .hour24), ("HH12", .hour12), ("A.M.", .meridian(dotted: true)),
    ("P.M.", .meridian(dotted: true)), ("B.C.", .era(dotted: true)), ("A.D.", .era(dotted: true)), ("YYY", .year3),
    ("DDD", .dayOfYear), ("DAY", .dayName), ("MON", .monthAbbreviation), ("TZH", .zoneHour), ("TZM", .zoneMinute),
    ("TZR", .zoneName), ("FF1", .fraction(1)), ("FF2", .fraction(2)), ("FF3", .fraction(3)), ("FF4", .fraction(4)),
    ("FF5", .fraction(5)), ("FF6", .fraction(6)), ("FF7", .fraction(7)), ("FF8", .fraction(8)), ("FF9", .fraction(9)),
    ("YY", .year2), ("RR", .roundYear), ("IY", .isoYear2), ("RM", .monthRoman), ("MM", .month), ("MI", .minute),
    ("DD", .day),
    ("DY", .dayAbbreviation), ("HH", .hour12), ("SS", .second), ("FF", .fraction(nil)),
    ("AM", .meridian(dotted: false)),
    ("PM", .meridian(dotted: false)), ("WW", .weekOfYear), ("IW", .isoWeek), ("CC", .century),
    ("BC", .era(dotted: false)), ("AD", .era(dotted: false)), ("Y", .year1), ("D", .dayOfWeek), ("Q", .quarter),
    ("W", .weekOfMonth), ("J", .julianDay), ("X", .radix),
  ]
  private static let keywordBytes = keywords.map { (Array($0.0.utf8), $0.1) }

  /// Splits a format model.
  ///
  /// - Throws: ORA-01821 for an element that doesn't exist or isn't supported.
  init(_ model: [UInt8]) throws {
    elements = []
    var place = 0
    scan: while place < model.count {
      let byte = model[place]
      if byte == UInt8(ascii: "\"") {
        let start = place + 1
        guard let end = model[start...].firstIndex(of: byte) else {
          throw OracleError(code: 1821, message: "date format not recognized")
        }
        elements.append(.quoted(Array(model[start..<end])))
        place = end + 1
        continue
      }
      let upper = byte & 0xDF
      if !(upper >= 65 && upper <= 90) {
        guard !(byte >= 48 && byte <= 57), byte < 128 else {
          throw OracleError(code: 1821, message: "date format not recognized")
        }
        if case .punctuation(var earlier) = elements.last {
          earlier.append(byte)
          elements[elements.count - 1] = .punctuation(earlier)
        } else {
          elements.append(.punctuation([byte]))
        }
        place += 1
        continue
      }
      if Self.matches(model, place, [70, 77]) {
        elements.append(.fillMode)
        place += 2
        continue
      }
      if Self.matches(model, place, [70, 88]) {
        elements.append(.exact)
        place += 2
        continue
      }
      for (word, field) in Self.keywordBytes where Self.matches(model, place, word) {
        let second = word.count > 1 ? model[place + 1] : byte
        let style: Case = byte >= 97 ? .lower : second >= 97 ? .title : .upper
        elements.append(.field(field, style))
        place += word.count
        continue scan
      }
      throw OracleError(code: 1821, message: "date format not recognized")
    }
  }

  private static func matches(_ model: [UInt8], _ place: Int, _ word: [UInt8]) -> Bool {
    guard place + word.count <= model.count else { return false }
    for (offset, expected) in word.enumerated() {
      let byte = model[place + offset]
      let folded = byte >= 97 && byte <= 122 ? byte - 32 : byte
      if folded != expected { return false }
    }
    return true
  }

  static let monthNames = [
    "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER",
    "DECEMBER",
  ].map { Array($0.utf8) }
  static let dayNames = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"].map {
    Array($0.utf8)
  }
}

/// Format models that were met, so that each is split once.
final class DateFormatCache {
  private var formats: [[UInt8]: DateFormat] = [:]

  func format(_ model: [UInt8]) throws -> DateFormat {
    if let known = formats[model] { return known }
    let format = try DateFormat(model)
    if formats.count > 500 { formats.removeAll() }
    formats[model] = format
    return format
  }
}
