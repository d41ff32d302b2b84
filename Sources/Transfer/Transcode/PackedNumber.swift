/// A NUMBER of up to eight base-100 digits, held as the bytes of one word and converted without a loop.
///
/// Format: an exponent byte, then base-100 digits. Positive: 193 + the power of 100 of the first digit, digits + 1.
/// Negative: the exponent byte is complemented, digits are 101 - d, and 0x66 may end them.
struct PackedNumber {
  /// The digits, 0 to 99 a byte, the first in the highest byte; zero behind the last.
  private let digits: UInt64
  /// How many digits there are: 1 to 8.
  private let count: Int
  /// The power of 100 of the first digit.
  private let exponent: Int
  /// All ones for a negative number, else zero.
  private let sign: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Reads the number; nil for zero, infinities, more than eight digits, corrupt bytes, and when less than eleven
  /// bytes of the batch are left from the value's first on.
  @inline(__always)
  init?(_ bytes: RawSpan, _ place: CellPlace) {
    let length = place.length
    guard length >= 2, length <= 10, place.offset &+ 11 <= bytes.byteCount else { return nil }
    let head = bytes.byte(place.offset)
    let sign = UInt64(truncatingIfNeeded: Int64(Int8(bitPattern: ~head)) >> 7)
    let last = bytes.byte(place.offset &+ length &- 1)
    let isEnded = (last == 0x66 ? sign : 0) & 1
    let count = length &- 1 &- Int(truncatingIfNeeded: isEnded)
    guard count >= 1, count <= 8 else { return nil }
    // Bytes of digits are 1 + d, or 101 - d: `zero` holds the byte of the digit 0 in every place.
    let zero = PackedNumber.ones &* (1 &+ (sign & 100))
    let keep = ~UInt64(0) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    let raw = UInt64(bigEndian: bytes.word(place.offset &+ 1))
    let stored = raw & keep | zero & ~keep
    // Smallest and largest bytes are 1 and 100, or 2 and 101; every byte is compared by its own high bit.
    let isAbove = stored | (stored &+ PackedNumber.ones &* (27 &- (sign & 1)))
    let isNotBelow = (stored | PackedNumber.highs) &- PackedNumber.ones &* (1 &+ (sign & 1))
    guard (isAbove | ~isNotBelow) & PackedNumber.highs == 0 else { return nil }
    digits = ((stored &- zero) ^ sign) &- sign
    self.count = count
    self.sign = sign
    exponent = Int(head ^ UInt8(truncatingIfNeeded: sign)) &- 193
  }

  /// The exact value; nil when it has a fraction or more than sixteen decimal digits.
  var integer: Int64? {
    @inline(__always) get {
      let places = exponent &+ 1
      guard count <= places, places <= 8 else { return nil }
      let aligned = digits &>> UInt64(truncatingIfNeeded: 64 &- 8 &* places)
      let fours = PackedNumber.joined(aligned)
      let eights = (fours & 0xFFFF_0000_FFFF) &+ (fours &>> 16 & 0xFFFF_0000_FFFF) &* 10_000
      let magnitude = (eights & 0xFFFF_FFFF) &+ (eights &>> 32) &* 100_000_000
      return Int64(bitPattern: (magnitude ^ sign) &- sign)
    }
  }

  /// Whether `writeNumeric` takes it: no zero at either end of the digits, and at most four groups of four.
  var isNumericReady: Bool {
    @inline(__always) get {
      count &+ 1 &- (exponent & 1) <= 8 && digits &>> 56 != 0 && lastDigit != 0
    }
  }

  private var lastDigit: UInt8 {
    @inline(__always) get {
      UInt8(truncatingIfNeeded: digits &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count))
    }
  }

  /// Decimal digits after the point; 0 or less for an integer.
  var fractionDigits: Int {
    @inline(__always) get {
      2 &* (count &- exponent &- 1) &- (lastDigit % 10 == 0 ? 1 : 0)
    }
  }

  /// Decimal digits before the point, or one more.
  var mostIntegerDigits: Int {
    @inline(__always) get { 2 &* (exponent &+ 1) }
  }

  /// Writes PostgreSQL's numeric: base-10000 groups aligned on the point, behind their number, weight, sign and scale.
  @inline(__always)
  func writeNumeric(scale: Int, to out: UnsafeMutableRawPointer) -> Int {
    // An even power of 100 is the lower half of its group.
    let isEven = 1 &- (exponent & 1)
    let aligned = digits &>> UInt64(truncatingIfNeeded: 8 &* isEven)
    let groups = (count &+ isEven &+ 1) / 2
    let weight = UInt64(UInt16(truncatingIfNeeded: exponent >> 1))
    let header =
      UInt64(truncatingIfNeeded: groups) &<< 48 | weight &<< 32 | (sign & 0x4000) &<< 16
      | UInt64(UInt16(truncatingIfNeeded: scale))
    out.storeBigEndian(header)
    out.storeBigEndian(PackedNumber.joined(aligned), at: 8)
    return 8 &+ 2 &* groups
  }

  /// Joins each two base-100 digits to a base-10000 one: 99, 99 is 9999 in sixteen bits.
  @inline(__always)
  private static func joined(_ digits: UInt64) -> UInt64 {
    (digits & 0x00FF_00FF_00FF_00FF) &+ (digits &>> 8 & 0x00FF_00FF_00FF_00FF) &* 100
  }
}
