import Model

/// Oracle's format masks of dates in PostgreSQL's spelling.
///
/// Most elements have one name and meaning in both (PostgreSQL took them over). FM is a switch for all that follows in
/// Oracle, and a prefix of one element in PostgreSQL. Left out is what depends on the territory (D, DL, DS, TS, X), on the
/// current year (for reading: Y to YYY, RR), or is spelled out (YEAR, SP).
struct DateFormat {
  /// PostgreSQL's mask.
  private(set) var mask = ""
  /// Whether names of months or days stand in it, which depend on NLS_DATE_LANGUAGE.
  private(set) var hasNames = false
  /// The elements, upper case.
  private(set) var elements: [String] = []
  /// Whether separators or quoted text other than blanks and punctuation stand in it.
  private(set) var hasQuotedText = false

  /// Longest first, so that a prefix is not taken for the whole.
  private static let spellings = [
    "MONTH", "SSSSS", "SYYYY", "RRRR", "IYYY", "YYYY", "HH24", "HH12", "A.M.", "P.M.", "B.C.", "A.D.", "MON", "DAY",
    "DDD", "IYY", "YYY", "FF1", "FF2", "FF3", "FF4", "FF5", "FF6", "RR", "IY", "YY", "MM", "MI", "DD", "DY", "HH", "SS",
    "WW", "IW", "RM", "CC", "AM", "PM", "AD", "BC", "Q", "W", "J", "Y", "I",
  ]

  private static let refused = ["SYYYY", "CC", "I", "A.D.", "B.C.", "AD", "BC"]

  /// Translates a mask.
  ///
  /// - Parameter precision: how many digits FF stands for; nil refuses it.
  init(_ oracle: String, precision: Int? = nil) throws(ConversionRefusal) {
    var rest = Substring(oracle)
    var isFilled = true
    while let first = rest.first {
      if first == "\"" {
        let quoted = rest.dropFirst().prefix { $0 != "\"" }
        guard rest.count > quoted.count + 1, !quoted.contains("\\") else { throw Self.refusal(rest) }
        mask += "\"\(quoted)\""
        hasQuotedText = true
        rest = rest.dropFirst(quoted.count + 2)
      } else if rest.prefix(2).uppercased() == "FF", rest.dropFirst(2).first?.isNumber != true, let precision,
        precision > 0
      {
        elements.append("FF\(precision)")
        mask += "FF\(precision)"
        rest = rest.dropFirst(2)
      } else if rest.prefix(2).uppercased() == "FM" {
        isFilled.toggle()
        rest = rest.dropFirst(2)
      } else if "-/,.;: ".contains(first) {
        mask.append(first)
        rest.removeFirst()
      } else {
        try take(&rest, isFilled: isFilled)
      }
    }
  }

  private mutating func take(_ rest: inout Substring, isFilled: Bool) throws(ConversionRefusal) {
    let upper = rest.uppercased()
    guard let element = Self.spellings.first(where: upper.hasPrefix), !Self.refused.contains(element),
      !["YEAR", "SCC", "DL", "DS", "FX"].contains(where: upper.hasPrefix)
    else { throw Self.refusal(rest) }
    let written = rest.prefix(element.count)
    rest = rest.dropFirst(element.count)
    if ["SP", "TH"].contains(rest.prefix(2).uppercased()) { throw Self.refusal(written) }
    elements.append(element)
    if ["MONTH", "MON", "DAY", "DY"].contains(element) {
      hasNames = true
      // Oracle goes by the case of the first two letters.
      let isUpper = written.prefix(2).allSatisfy(\.isUppercase)
      let isCapital = written.first?.isUppercase == true
      let name =
        isUpper ? element : isCapital ? element.prefix(1) + element.dropFirst().lowercased() : element.lowercased()
      mask += (isFilled ? "" : "FM") + name
      return
    }
    let spelling =
      switch element {
      case "RRRR": "YYYY"
      case "RR": "YY"
      case "AM", "PM", "A.M.", "P.M.", "RM": String(written)
      default: element
      }
    // Oracle pads no quarter, week of the month or era; FM changes nothing there.
    mask += (isFilled ? "" : "FM") + spelling
  }

  private static func refusal(_ rest: Substring) -> ConversionRefusal {
    ConversionRefusal("the date format element at '\(rest.prefix(12))' is not converted")
  }

  /// Whether a text can be read by it without knowing the current date: the year with four digits, and the month.
  var isReadable: Bool {
    let readable: Set<String> = ["YYYY", "MM", "MON", "MONTH", "DD", "HH24", "MI", "SS", "DDD"]
    return !hasQuotedText && elements.allSatisfy { readable.contains($0) || $0.hasPrefix("FF") }
      && elements.contains("YYYY") && Set(elements).count == elements.count
      && elements.contains { $0.hasPrefix("M") && $0 != "MI" || $0 == "DDD" }
  }

  /// Whether only dates stand in it.
  var isDateOnly: Bool { elements.allSatisfy { ["YYYY", "MM", "MON", "MONTH", "DD", "DDD"].contains($0) } }
}
