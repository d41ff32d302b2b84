/// Decimal numbers in their one form: a sign, the power of 100 of the first pair of digits, the pairs.
extension CanonicalBuffer {
  /// Appends a whole number.
  @inline(__always)
  mutating func append(integer: Int64) {
    guard integer != 0 else { return append(CanonicalTag.zero.rawValue) }
    var magnitude = integer.magnitude
    var pairCount = 1
    var bound: UInt64 = 100
    while pairCount < 10 && magnitude >= bound {
      pairCount &+= 1
      bound = bound.multipliedReportingOverflow(by: 100).overflow ? .max : bound &* 100
    }
    let exponent = Int32(truncatingIfNeeded: pairCount &- 1)
    while magnitude % 100 == 0 {
      magnitude /= 100
      pairCount &-= 1
    }
    append(integer > 0 ? .positive : .negative, littleEndian: exponent)
    append(pairsOf: magnitude, count: pairCount)
    append(CanonicalTag.endOfDigits)
  }

  /// Appends an Oracle NUMBER from its base-100 bytes.
  ///
  /// Source: the exponent byte is 193 plus the power of 100; a digit pair is stored plus 1. Of a negative number the
  /// exponent byte is inverted, a pair is stored as 101 minus the pair, and 102 may close it. 80 is zero, 00 is minus
  /// infinity, FF 65 is infinity.
  mutating func append(oracleNumber bytes: RawSpan) throws(CanonicalError) {
    let length = bytes.byteCount
    guard length > 0, length <= 22 else { throw .number("its length is \(length), not 1 to 22") }
    let first = bytes.unsafeLoad(fromByteOffset: 0, as: UInt8.self)
    if length == 1 {
      switch first {
      case 0x80: return append(CanonicalTag.zero.rawValue)
      case 0x00: return append(CanonicalTag.negativeInfinity.rawValue)
      default: throw .number("it has no digits")
      }
    }
    if length == 2, first == 0xff, bytes.unsafeLoad(fromByteOffset: 1, as: UInt8.self) == 0x65 {
      return append(CanonicalTag.positiveInfinity.rawValue)
    }
    let isPositive = first >= 0x80
    let exponent = isPositive ? Int(first) - 193 : 62 - Int(first)
    var end = length
    if !isPositive, bytes.unsafeLoad(fromByteOffset: length - 1, as: UInt8.self) == 102 { end -= 1 }
    var number = PairWriter(isPositive: isPositive, exponent: exponent, start: count)
    for offset in 1..<end {
      let stored = bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
      let pair = isPositive ? stored &- 1 : 101 &- stored
      guard pair < 100 else { throw .number("byte \(offset) is no pair of digits") }
      number.append(pair, to: &self)
    }
    number.finish(in: &self)
  }

  /// Appends a PostgreSQL numeric from its binary form.
  ///
  /// Source: `numeric_send`: number of base-10000 digits, weight of the first, sign, display scale (Int16 each), digits.
  mutating func append(postgresNumeric bytes: RawSpan) throws(CanonicalError) {
    guard bytes.byteCount >= 8 else { throw .numeric("it is shorter than its header") }
    let digitCount = Int(bytes.bigEndianUInt16(at: 0))
    guard bytes.byteCount == 8 + 2 * digitCount else { throw .numeric("its length does not fit its digits") }
    let weight = Int(Int16(bitPattern: bytes.bigEndianUInt16(at: 2)))
    let isPositive: Bool
    switch bytes.bigEndianUInt16(at: 4) {
    case 0x0000: isPositive = true
    case 0x4000: isPositive = false
    case 0xc000: return append(CanonicalTag.notANumber.rawValue)
    case 0xd000: return append(CanonicalTag.positiveInfinity.rawValue)
    case 0xf000: return append(CanonicalTag.negativeInfinity.rawValue)
    default: throw .numeric("its sign is unknown")
    }
    var number = PairWriter(isPositive: isPositive, exponent: 2 * weight + 1, start: count)
    for index in 0..<digitCount {
      let digit = bytes.bigEndianUInt16(at: 8 + 2 * index)
      guard digit < 10_000 else { throw .numeric("digit \(index) exceeds 9999") }
      number.append(UInt8(truncatingIfNeeded: digit / 100), to: &self)
      number.append(UInt8(truncatingIfNeeded: digit % 100), to: &self)
    }
    number.finish(in: &self)
  }
}

/// Writes pairs of digits and drops those that are 0 at the beginning and at the end.
private struct PairWriter {
  let isPositive: Bool
  /// The power of 100 of the next pair while none was written, then of the first.
  var exponent: Int
  let start: Int
  /// The buffer's count behind the last pair that is not 0; nil while none was written.
  var significantEnd: Int?

  @inline(__always)
  init(isPositive: Bool, exponent: Int, start: Int) {
    self.isPositive = isPositive
    self.exponent = exponent
    self.start = start
  }

  @inline(__always)
  mutating func append(_ pair: UInt8, to buffer: inout CanonicalBuffer) {
    if significantEnd == nil {
      guard pair != 0 else {
        exponent &-= 1
        return
      }
      buffer.append(isPositive ? .positive : .negative, littleEndian: Int32(truncatingIfNeeded: exponent))
    }
    buffer.append(pair)
    if pair != 0 { significantEnd = buffer.count }
  }

  @inline(__always)
  func finish(in buffer: inout CanonicalBuffer) {
    guard let significantEnd else { return buffer.append(CanonicalTag.zero.rawValue) }
    buffer.shorten(to: significantEnd)
    buffer.append(CanonicalTag.endOfDigits)
  }
}

extension CanonicalError {
  fileprivate static func number(_ reason: String) -> CanonicalError {
    .invalidValue(type: "NUMBER", reason: reason)
  }

  fileprivate static func numeric(_ reason: String) -> CanonicalError {
    .invalidValue(type: "numeric", reason: reason)
  }
}
