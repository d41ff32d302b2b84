import Foundation

/// A value of a generated row.
public enum GeneratedValue: Sendable, Hashable {
  case null
  /// Units of ten to the power of minus the scale; truth is 1 or 0, a span its seconds or months.
  case number(units: Int, scale: Int)
  case double(Double)
  case text(String)
  /// Microseconds since 1970-01-01 00:00:00, without a zone or in UTC.
  case moment(Int)
  case bytes([UInt8])

  static func integer(_ value: Int) -> GeneratedValue { .number(units: value, scale: 0) }
}

extension GeneratedValue {
  /// The number as digits with a point: `-12.50`; nil for other values.
  var decimalText: String? {
    guard case .number(let units, let scale) = self else { return nil }
    if scale == 0 { return String(units) }
    if scale < 0 { return units == 0 ? "0" : String(units) + String(repeating: "0", count: -scale) }
    var digits = String(units.magnitude)
    if digits.utf8.count <= scale { digits = String(repeating: "0", count: scale - digits.utf8.count + 1) + digits }
    let point = digits.index(digits.endIndex, offsetBy: -scale)
    return (units < 0 ? "-" : "") + digits[..<point] + "." + digits[point...]
  }

  /// The exact number; nil for other values.
  var decimal: Decimal? {
    switch self {
    case .number(let units, let scale):
      Decimal(sign: units < 0 ? .minus : .plus, exponent: -scale, significand: Decimal(units.magnitude))
    case .double(let value): value.isFinite ? Decimal(value) : nil
    default: nil
    }
  }

  /// Reads a decimal number as units of a scale; nil when it has more digits than that, or than an Int.
  static func number(_ text: String, scale: Int) -> GeneratedValue? {
    guard let value = Decimal(string: text), let units = units(value, scale: scale, rounding: .plain),
      let back = GeneratedValue.number(units: units, scale: scale).decimal, back == value
    else { return nil }
    return .number(units: units, scale: scale)
  }

  /// A number in units of a scale; nil when it is too great for that.
  static func units(_ value: Decimal, scale: Int, rounding: NSDecimalNumber.RoundingMode) -> Int? {
    guard !value.isNaN, abs(scale) <= 40 else { return nil }
    var shifted = value
    var exact = Decimal(sign: .plus, exponent: scale, significand: 1) * value
    guard !exact.isNaN else { return nil }
    NSDecimalRound(&shifted, &exact, 0, rounding)
    guard shifted.magnitude <= Decimal(1_000_000_000_000_000_000) else { return nil }
    return NSDecimalNumber(decimal: shifted).intValue
  }
}
