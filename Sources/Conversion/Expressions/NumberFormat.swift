import Model

/// Oracle's format masks of numbers, as far as PostgreSQL's to_char means the same by them.
///
/// Taken are FM, 9, 0, one point (`.` or D) and group separators (`,` or G), and a trailing MI or S or a leading S.
/// Oracle fills the whole width with # when the number has too many digits, and knows no such state in PostgreSQL.
struct NumberFormat {
  /// PostgreSQL's mask.
  private(set) var mask = ""
  /// Digits before the point.
  private(set) var wholeDigits = 0
  /// Digits behind the point.
  private(set) var scale = 0
  /// How many # stand for a number that doesn't fit.
  private(set) var width = 0

  /// Translates a mask.
  init(_ oracle: String) throws(ConversionRefusal) {
    var rest = Substring(oracle.uppercased())
    var isFilled = true
    var hasPoint = false
    if rest.hasPrefix("FM") {
      isFilled = false
      rest = rest.dropFirst(2)
    }
    var sign = ""
    if rest.hasPrefix("S") {
      mask = "S"
      rest.removeFirst()
    } else if let end = ["MI", "PR", "S"].first(where: rest.hasSuffix) {
      sign = end
      rest = rest.dropLast(end.count)
    }
    while let first = rest.first {
      switch first {
      case "9", "0":
        mask.append(first)
        if hasPoint { scale += 1 } else { wholeDigits += 1 }
      case ".", "D":
        guard !hasPoint else { throw Self.refusal(oracle) }
        hasPoint = true
        mask.append(".")
      case ",", "G":
        guard !hasPoint, wholeDigits > 0 else { throw Self.refusal(oracle) }
        mask.append(",")
      default: throw Self.refusal(oracle)
      }
      rest.removeFirst()
    }
    guard wholeDigits > 0 else { throw Self.refusal(oracle) }
    width = mask.count + (sign == "PR" ? 2 : mask.hasPrefix("S") ? 0 : 1)
    mask += sign
    mask = (isFilled ? "" : "FM") + mask
  }

  private static func refusal(_ mask: String) -> ConversionRefusal {
    ConversionRefusal("the number format '\(mask.prefix(30))' is not converted")
  }

  /// The value formatted.
  func format(_ number: TranslatedExpression) -> TranslatedExpression {
    let plain = "to_char(\(number.numericOperand), '\(mask)')"
    if let digits = Self.wholeDigits(of: number), digits <= wholeDigits {
      return .atom(plain, .text(.variable), isNullable: number.isNullable)
    }
    let limit = "1" + String(repeating: "0", count: wholeDigits)
    return .atom(
      "CASE WHEN abs(round(\(number.numericOperand), \(scale))) < \(limit) THEN \(plain) "
        + "WHEN \(number.operand) IS NOT NULL THEN '\(String(repeating: "#", count: width))' END", .text(.variable),
      isNullable: number.isNullable)
  }

  /// How many digits before the point a value can have, rounding included; nil when unknown.
  private static func wholeDigits(of number: TranslatedExpression) -> Int? {
    if let literal = number.literal { return literal.prefix { $0 != "." }.filter(\.isNumber).count + 1 }
    switch number.postgresType {
    case .smallint: return 5
    case .integer: return 10
    case .bigint: return 19
    case .numeric(.some(let precision), let scale): return precision - scale + 1
    default: return nil
    }
  }
}
