/// Decimal numbers as text.
enum DecimalText {
  /// The number as plain digits with at most one point and no exponent, nil for anything else or for one that needs
  /// more than about 130 places (Oracle's NUMBER ends at 1e126).
  ///
  /// `.5` becomes `0.5`, `007` becomes `7`, `1e3` becomes `1000`; digits behind the point stay.
  static func normalised(_ text: String) -> String? {
    var rest = Substring(text)
    var sign = ""
    if let first = rest.first, first == "-" || first == "+" {
      sign = first == "-" ? "-" : ""
      rest.removeFirst()
    }
    let parts = rest.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard let mantissa = parts.first, parts.count <= 2 else { return nil }
    var exponent = 0
    if parts.count == 2 {
      guard let value = Int(parts[1]), abs(value) <= 130 else { return nil }
      exponent = value
    }
    let sides = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    guard sides.count <= 2, let whole = sides.first else { return nil }
    let fraction = sides.count == 2 ? sides[1] : ""
    let digits = Array(whole + fraction)
    guard !digits.isEmpty, digits.count <= 200, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    return sign + placed(digits, point: whole.count + exponent)
  }

  /// Digits with the point behind the given number of them, which may be negative or beyond their end.
  private static func placed(_ digits: [Character], point: Int) -> String {
    var whole: [Character]
    var fraction: [Character]
    if point <= 0 {
      whole = []
      fraction = Array(repeating: "0", count: -point) + digits
    } else if point >= digits.count {
      whole = digits + Array(repeating: "0", count: point - digits.count)
      fraction = []
    } else {
      whole = Array(digits[..<point])
      fraction = Array(digits[point...])
    }
    whole = Array(whole.drop { $0 == "0" })
    let start = whole.isEmpty ? "0" : String(whole)
    return fraction.isEmpty ? start : start + "." + String(fraction)
  }
}
