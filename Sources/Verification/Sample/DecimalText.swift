import Canonical

/// A decimal number as a server writes it, in the one form that equal numbers share.
///
/// Reads `12`, `-.5`, `1.0E+125`, and the infinities: `~` and `-~` of Oracle, `Infinity` of PostgreSQL.
struct DecimalText: Hashable {
  private enum Kind: Hashable {
    case finite
    case infinite
  }

  private var kind = Kind.finite
  private var isNegative = false
  /// Without zeros at either end; none for 0.
  private var digits: [UInt8] = []
  /// The power of ten of the last digit.
  private var exponent = 0

  /// Longer ones are of no database.
  private static let maximumLength = 1000

  /// Nil for what is no number.
  init?(_ text: String) {
    var rest = Substring(text.trimming(" "))
    guard rest.utf8.count <= Self.maximumLength else { return nil }
    if rest.first == "-" || rest.first == "+" { isNegative = rest.removeFirst() == "-" }
    if rest == "~" || rest == "Infinity" {
      kind = .infinite
      return
    }
    let parts = rest.split(separator: "E", maxSplits: 1, omittingEmptySubsequences: false)
    guard let mantissa = parts.first, !mantissa.isEmpty else { return nil }
    if parts.count == 2 {
      guard let power = Int(parts[1]), abs(power) < 10_000 else { return nil }
      exponent = power
    }
    var isBehindPoint = false
    for byte in mantissa.utf8 {
      switch byte {
      case UInt8(ascii: ".") where !isBehindPoint: isBehindPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.append(byte - UInt8(ascii: "0"))
        if isBehindPoint { exponent -= 1 }
      default: return nil
      }
    }
    normalise()
  }

  private mutating func normalise() {
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    digits = Array(digits.drop { $0 == 0 })
    guard digits.isEmpty else { return }
    exponent = 0
    isNegative = false
  }

  /// With six places behind the point at the most, the rest rounded half away from zero or left out.
  func toMicros(_ rule: SubMicrosecondRule) -> DecimalText {
    var result = self
    guard exponent < -6 else { return result }
    let excess = min(-6 - exponent, digits.count + 1)
    var kept = Array(digits.dropLast(excess))
    let isHalf = excess <= digits.count && digits[digits.count - excess] >= 5
    if isHalf, rule == .round {
      var place = kept.count - 1
      while place >= 0, kept[place] == 9 {
        kept[place] = 0
        place -= 1
      }
      if place >= 0 { kept[place] += 1 } else { kept.insert(1, at: 0) }
    }
    result.digits = kept
    result.exponent = -6
    result.normalise()
    return result
  }
}
