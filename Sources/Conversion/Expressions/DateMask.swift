/// Oracle's date format masks, as far as they are free of NLS settings.
enum DateMask {
  /// Reads a text by a mask such as `YYYY-MM-DD HH24:MI:SS`, `DD-MON-YYYY` or `MM/DD/YYYY`.
  ///
  /// Elements: YYYY, SYYYY, RR, YY, MM, DD, HH24, MI, SS, and MON and MONTH with English names (said in the refusal to depend
  /// on NLS_DATE_LANGUAGE, thus taken only for the letters that English has). Any other element refuses. Until 2049 RR is a
  /// year of 1950 to 2049, and until 2099 YY one of 2000 to 2099: `hasShortYear` says that a mask has one of them.
  static func read(_ text: String, mask: String) throws(ConversionRefusal) -> DateTimeText {
    var fields: [Element: Int] = [:]
    var rest = Substring(text)
    for part in try parts(of: mask.uppercased()) {
      switch part {
      case .separator(let character):
        guard rest.first == character else { throw mismatch }
        rest.removeFirst()
      case .element(.signedYear):
        // A sign is a blank for years after Christ.
        rest = rest.drop { $0 == " " }
        let digits = rest.prefix(4).prefix { ("0"..."9").contains($0) }
        guard let value = DateTimeText.digits(digits, 4...4) else { throw mismatch }
        fields[.year] = value
        rest = rest.dropFirst(4)
      case .element(.fullMonthName):
        guard let index = fullMonthNames.firstIndex(where: { rest.uppercased().hasPrefix($0) }) else { throw mismatch }
        fields[.month] = index + 1
        rest = rest.dropFirst(fullMonthNames[index].count)
      case .element(let element) where element == .nearYear || element == .shortYear:
        let digits = rest.prefix(2).prefix { ("0"..."9").contains($0) }
        guard let value = DateTimeText.digits(digits, 2...2), rest.dropFirst(2).first?.isNumber != true else {
          throw mismatch
        }
        fields[.year] = value + (value < 50 || element == .shortYear ? 2000 : 1900)
        rest = rest.dropFirst(2)
      case .element(.monthName):
        let name = rest.prefix(3).uppercased()
        guard let index = monthNames.firstIndex(of: name) else { throw mismatch }
        fields[.month] = index + 1
        rest = rest.dropFirst(3)
      case .element(let element):
        let digits = rest.prefix(element.width).prefix { ("0"..."9").contains($0) }
        guard let value = DateTimeText.digits(digits, 1...element.width) else { throw mismatch }
        fields[element] = value
        rest = rest.dropFirst(digits.count)
      }
    }
    // Without year or month Oracle takes the current one.
    guard rest.isEmpty, let year = fields[.year], let month = fields[.month],
      let moment = DateTimeText(
        year: year, month: month, day: fields[.day] ?? 1, hour: fields[.hour] ?? 0, minute: fields[.minute] ?? 0,
        second: fields[.second] ?? 0)
    else { throw mismatch }
    return moment
  }

  /// Whether a mask reads two digits of a year, whose century is that of the day when they are read.
  static func hasShortYear(_ mask: String) -> Bool {
    let elements = (try? parts(of: mask.uppercased())) ?? []
    return elements.contains { part in
      if case .element(let element) = part { element == .nearYear || element == .shortYear } else { false }
    }
  }

  private enum Element: Hashable {
    case year, signedYear, nearYear, shortYear, month, monthName, fullMonthName, day, hour, minute, second

    var width: Int { self == .year ? 4 : 2 }
  }

  private enum Part {
    case element(Element)
    case separator(Character)
  }

  private static let spellings: [(String, Element)] = [
    ("SYYYY", .signedYear), ("YYYY", .year), ("MONTH", .fullMonthName), ("RRRR", .year), ("RR", .nearYear),
    ("YY", .shortYear),
    ("HH24", .hour),
    ("MON", .monthName), ("MM", .month), ("MI", .minute), ("DD", .day),
    ("SS", .second),
  ]

  private static let monthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]

  private static let fullMonthNames = [
    "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER",
    "DECEMBER",
  ]

  private static let mismatch = ConversionRefusal("TO_DATE with a text that does not follow its mask to the letter")

  private static func parts(of mask: String) throws(ConversionRefusal) -> [Part] {
    var result: [Part] = []
    var rest = Substring(mask)
    while let first = rest.first {
      if let (spelling, element) = spellings.first(where: { rest.hasPrefix($0.0) }) {
        // MONTH, DDD, DDTH, SSSSS and the like are other elements, not these with something behind.
        rest = rest.dropFirst(spelling.count)
        guard rest.first.map({ !$0.isLetter || spellings.contains { [rest] in rest.hasPrefix($0.0) } }) ?? true,
          !(element == .day && rest.first == "D"), !(element == .second && rest.first == "S")
        else { throw unknown }
        result.append(.element(element))
      } else if "-/,.;: ".contains(first) {
        result.append(.separator(first))
        rest.removeFirst()
      } else {
        throw unknown
      }
    }
    return result
  }

  private static let unknown = ConversionRefusal("TO_DATE with a mask that is not converted")
}
