import Model
import OracleSQL

/// INTERVAL literals.
enum IntervalText {
  /// The literal in PostgreSQL's words: `INTERVAL '1 year 2 mons'`, `INTERVAL '4 days 05:12:10'`.
  static func translate(_ literal: IntervalLiteral) throws(ConversionRefusal) -> TranslatedExpression {
    var text = Substring(literal.text.filter { $0 != " " || !literal.text.hasPrefix(" ") })
    var sign = ""
    if let first = text.first, first == "-" || first == "+" {
      sign = first == "-" ? "-" : ""
      text.removeFirst()
    }
    switch (literal.leading, literal.trailing) {
    case (.year, nil): return try months(sign, years: text, months: "0")
    case (.month, nil): return try months(sign, years: "0", months: text)
    case (.year, .month):
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw refusal }
      return try months(sign, years: parts[0], months: parts[1])
    default: return try duration(sign, text, literal)
    }
  }

  private static let refusal = ConversionRefusal("an INTERVAL literal is not converted")

  private static func months(
    _ sign: String, years: Substring, months: Substring
  ) throws(ConversionRefusal) -> TranslatedExpression {
    guard let years = DateTimeText.digits(years, 1...9), let months = DateTimeText.digits(months, 1...9) else {
      throw refusal
    }
    return .atom("INTERVAL '\(sign)\(years) years \(sign)\(months) months'", .months, isNullable: false)
  }

  /// `4 5:12:10.222` from the leading field on.
  private static func duration(
    _ sign: String, _ text: Substring, _ literal: IntervalLiteral
  ) throws(ConversionRefusal) -> TranslatedExpression {
    let fields: [DateTimeField] = [.day, .hour, .minute, .second]
    let parts = text.split(omittingEmptySubsequences: false) { $0 == " " || $0 == ":" }
    guard let first = fields.firstIndex(of: literal.leading),
      let last = fields.firstIndex(of: literal.trailing ?? literal.leading), first <= last,
      parts.count == last - first + 1
    else { throw refusal }
    var sql: [String] = []
    let precision = literal.fractionalPrecision ?? 6
    for (field, part) in zip(fields[first...last], parts) {
      let sides = part.split(separator: ".", omittingEmptySubsequences: false)
      guard let whole = sides.first, DateTimeText.digits(whole, 1...9) != nil, sides.count <= 2,
        sides.count == 1 || (field == .second && DateTimeText.digits(sides[1], 1...9) != nil)
      else { throw refusal }
      guard sides.count == 1 || sides[1].count <= min(precision, 6) else { throw refusal }
      sql.append("\(sign)\(part) \(field.rawValue.lowercased())s")
    }
    return .atom("INTERVAL '\(sql.joined(separator: " "))'", .duration, isNullable: false)
  }
}
