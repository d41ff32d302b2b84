/// A value as people read it, made from its canonical bytes: the same text for equal values of either side.
public enum CanonicalValue: Sendable, Hashable {
  case null
  /// A decimal number in plain digits (`-12.5`), with an exponent beyond 150 digits; `Infinity`, `-Infinity`, `NaN`.
  case number(String)
  /// Text; bytes that are no UTF-8 are shown as U+FFFD. The length in bytes tells whether it was cut.
  case text(String, byteCount: Int)
  /// Bytes, perhaps cut.
  case bytes([UInt8], byteCount: Int)
  /// `2024-03-17 09:30:00.000001`, with ` BC` before Christ, `infinity` and `-infinity`.
  case timestamp(String)
  /// The same in UTC, with `+00`.
  case instant(String)
  /// A date or interval that the other side cannot hold, as the bytes it came in.
  case unrepresentable([UInt8])
  case double(Double)
  case float(Float)
  case boolean(Bool)
  /// Months and microseconds.
  case interval(String)
  /// The first values of a list, and how many it has.
  case list([CanonicalValue], count: Int)

  /// The value as text; `NULL` for NULL.
  public var description: String {
    switch self {
    case .null: "NULL"
    case .number(let text), .text(let text, _), .timestamp(let text), .instant(let text), .interval(let text): text
    case .bytes(let bytes, _): "\\x" + CanonicalValue.hexadecimal(bytes)
    case .unrepresentable(let bytes):
      "value that the other side cannot hold (0x" + CanonicalValue.hexadecimal(bytes) + ")"
    case .double(let value): CanonicalValue.spelled("\(value)")
    case .float(let value): CanonicalValue.spelled("\(value)")
    case .boolean(let value): value ? "true" : "false"
    case .list(let values, let count):
      "[" + values.map(\.description).joined(separator: ",") + (count > values.count ? ",... \(count) in all" : "")
        + "]"
    }
  }

  /// Whether this is a whole number in plain digits.
  public var isInteger: Bool {
    guard case .number(let text) = self else { return false }
    return text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2d }
  }

  private static func spelled(_ text: String) -> String {
    switch text {
    case "inf": "Infinity"
    case "-inf": "-Infinity"
    case "nan": "NaN"
    default: text
    }
  }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

extension CanonicalValue: CustomStringConvertible {}
