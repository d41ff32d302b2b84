/// Oracle's date format masks, as far as they are free of NLS settings.
enum DateMask {
  /// Reads a text by a mask such as `YYYY-MM-DD HH24:MI:SS`, `DD-MON-YYYY` or `MM/DD/YYYY`.
  ///
  /// Elements: YYYY, MM, DD, HH24, MI, SS, and MON with English names (said in the refusal to depend on
  /// NLS_DATE_LANGUAGE, thus taken only for the three letters that English has). Any other element refuses, so does RR
  /// and YY, whose century depends on the day of the conversion.
  static func read(_ text: String, mask: String) throws(ConversionRefusal) -> DateTimeText {
    var fields: [Element: Int] = [:]
    var rest = Substring(text)
    for part in try parts(of: mask.uppercased()) {
      switch part {
      case .separator(let character):
        guard rest.first == character else { throw mismatch }
        rest.removeFirst()
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

  private enum Element: Hashable {
    case year, month, monthName, day, hour, minute, second

    var width: Int { self == .year ? 4 : 2 }
  }

  private enum Part {
    case element(Element)
    case separator(Character)
  }

  private static let spellings: [(String, Element)] = [
    ("YYYY", .year), ("HH24", .hour), ("MON", .monthName), ("MM", .month), ("MI", .minute), ("DD", .day),
    ("SS", .second),
  ]

  private static let monthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]

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
