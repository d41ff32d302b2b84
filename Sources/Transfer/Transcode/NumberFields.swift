/// The parts of a finite NUMBER inside its wire bytes.
///
/// Format: an exponent byte, then base-100 digits. Positive: 193 + the power of 100 of the first digit, digits + 1.
/// Negative: the exponent byte is complemented, digits are 101 - d, and 0x66 may end them. Zero is the one byte 0x80.
/// Zero digits at either end, which Oracle's own code never makes, are skipped.
struct NumberFields {
  let isNegative: Bool
  /// The power of 100 of the first digit.
  private(set) var exponent: Int
  /// Offset of the first digit; equal to `end` for zero.
  private(set) var first: Int
  /// Offset behind the last digit.
  private(set) var end: Int
  private let flip: UInt8
  private let shift: UInt8

  init(_ wire: RawSpan) throws(RejectReason) {
    let count = wire.byteCount
    guard count >= 1, count <= 22 else { throw .corruptNumber }
    let head = wire.byte(0)
    first = 1
    isNegative = head & 0x80 == 0
    guard count > 1 || head == 0x80 else { throw .corruptNumber }
    if isNegative {
      exponent = 62 - Int(head)
      flip = 0xFF
      shift = 102
      end = wire.byte(count - 1) == 0x66 ? count - 1 : count
    } else {
      exponent = Int(head) - 193
      flip = 0
      shift = 0xFF
      end = count
    }
    while end > first, digit(wire, end - 1) == 0 { end -= 1 }
    while first < end, digit(wire, first) == 0 {
      first += 1
      exponent -= 1
    }
  }

  /// The base-100 digit at an offset between `first` and `end`: 0 to 99, more when the bytes are corrupt.
  func digit(_ wire: RawSpan, _ offset: Int) -> UInt8 {
    (wire.byte(offset) ^ flip) &+ shift
  }

  /// Makes sure that every digit is one.
  func checkDigits(_ wire: RawSpan) throws(RejectReason) {
    for offset in first..<end {
      guard digit(wire, offset) <= 99 else { throw .corruptNumber }
    }
  }

  var isZero: Bool { first == end }

  /// Decimal digits after the point; negative when that many zeros end the integer.
  ///
  /// Not for zero.
  func fractionDigits(_ wire: RawSpan) -> Int {
    2 * (end - first - exponent - 1) - (digit(wire, end - 1) % 10 == 0 ? 1 : 0)
  }

  /// Decimal digits before the point; negative when that many zeros follow the point.
  ///
  /// Not for zero.
  func integerDigits(_ wire: RawSpan) -> Int {
    2 * (exponent + 1) - (digit(wire, first) < 10 ? 1 : 0)
  }
}
