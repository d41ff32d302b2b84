/// A number in plain decimal notation with every digit it has: never a binary float.
///
/// One text for each value: no exponent, no plus sign, no zeros that say nothing (`12.50` is `12.5`, `-0` is `0`).
public struct ExactDecimal: Sendable, Hashable, CustomStringConvertible {
  /// Zeros that an exponent may make necessary.
  private static let longest = 200_000

  /// The digits; `NaN`, `Infinity` or `-Infinity` where a database has such a number.
  public let description: String

  /// The number of a text in plain or scientific notation; nil for anything else.
  public init?(_ text: String) {
    switch text.lowercased() {
    case "nan": description = "NaN"
    case "infinity", "inf", "~": description = "Infinity"
    case "-infinity", "-inf", "-~": description = "-Infinity"
    default:
      guard let plain = Self.plain(Array(text.utf8)) else { return nil }
      description = plain
    }
  }

  private static func plain(_ text: [UInt8]) -> String? {
    var rest = text[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    var digits: [UInt8] = []
    var pointAt: Int?
    var exponent = 0
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
      case UInt8(ascii: "."):
        guard pointAt == nil else { return nil }
        pointAt = digits.count
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard let power = Int(String(decoding: rest, as: UTF8.self)), abs(power) <= longest else { return nil }
        exponent = power
        rest = []
      default: return nil
      }
    }
    guard !digits.isEmpty else { return nil }
    return assemble(digits, point: (pointAt ?? digits.count) + exponent, isNegative: isNegative)
  }

  /// - Parameter point: how many of the digits stand before the point; it may lie outside of them.
  private static func assemble(_ digits: [UInt8], point: Int, isNegative: Bool) -> String? {
    let zero = UInt8(ascii: "0")
    var point = point
    var significant = digits[...]
    while significant.first == zero {
      significant.removeFirst()
      point -= 1
    }
    while significant.last == zero { significant.removeLast() }
    guard !significant.isEmpty else { return "0" }
    guard abs(point) <= longest else { return nil }
    var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    if point <= 0 {
      text += [zero, UInt8(ascii: ".")] + Array(repeating: zero, count: -point) + significant
    } else if point >= significant.count {
      text += significant + Array(repeating: zero, count: point - significant.count)
    } else {
      text += significant.prefix(point) + [UInt8(ascii: ".")] + significant.dropFirst(point)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
