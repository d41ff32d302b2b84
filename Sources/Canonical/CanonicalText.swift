/// Text, bytes, floats and truth values.
extension CanonicalBuffer {
  /// Appends text in UTF-8, or bytes, as they are.
  @inline(__always)
  mutating func append(_ tag: CanonicalTag, contentsOf bytes: RawSpan) {
    append(tag, littleEndian: UInt32(truncatingIfNeeded: bytes.byteCount))
    append(contentsOf: bytes)
  }

  /// Appends text in UTF-8 without the blanks at its end, which only pad a CHAR.
  @inline(__always)
  mutating func append(paddedText bytes: RawSpan) {
    var end = bytes.byteCount
    while end > 0 && bytes.byte(at: end - 1) == 0x20 { end -= 1 }
    append(.text, contentsOf: bytes.extracting(first: end))
  }

  /// Appends text of the national character set AL16UTF16 (UTF-16, big-endian) as UTF-8.
  ///
  /// A surrogate without its other half, which UTF-8 cannot hold, is written as three bytes that no PostgreSQL text holds.
  mutating func append(nationalText bytes: RawSpan, isPadded: Bool) throws(CanonicalError) {
    guard bytes.byteCount % 2 == 0 else {
      throw .invalidValue(type: "AL16UTF16 text", reason: "it has an odd number of bytes")
    }
    var end = bytes.byteCount
    while isPadded && end > 0 && bytes.bigEndianUInt16(at: end - 2) == 0x20 { end -= 2 }
    let lengthOffset = count + 1
    append(.text, littleEndian: UInt32(0))
    var offset = 0
    while offset < end {
      var scalar = UInt32(bytes.bigEndianUInt16(at: offset))
      offset += 2
      if scalar & 0xfc00 == 0xd800, offset < end {
        let low = UInt32(bytes.bigEndianUInt16(at: offset))
        if low & 0xfc00 == 0xdc00 {
          scalar = 0x10000 + (scalar & 0x3ff) << 10 + low & 0x3ff
          offset += 2
        }
      }
      append(utf8Of: scalar)
    }
    replace(at: lengthOffset, littleEndian: UInt32(truncatingIfNeeded: count - lengthOffset - 4))
  }

  private mutating func append(utf8Of scalar: UInt32) {
    func continuation(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | (scalar >> shift) & 0x3f) }
    switch scalar {
    case 0..<0x80:
      append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      append(UInt8(truncatingIfNeeded: 0xc0 | scalar >> 6))
      append(continuation(0))
    case 0x800..<0x10000:
      append(UInt8(truncatingIfNeeded: 0xe0 | scalar >> 12))
      append(continuation(6))
      append(continuation(0))
    default:
      append(UInt8(truncatingIfNeeded: 0xf0 | scalar >> 18))
      append(continuation(12))
      append(continuation(6))
      append(continuation(0))
    }
  }

  /// Appends the bits of a double: 0.0 and -0.0 differ, every NaN is the same.
  @inline(__always)
  mutating func append(double value: Double) {
    append(.double, littleEndian: value.isNaN ? 0x7ff8_0000_0000_0000 : value.bitPattern)
  }

  /// Appends the bits of a float: 0.0 and -0.0 differ, every NaN is the same.
  @inline(__always)
  mutating func append(float value: Float) {
    append(.float, littleEndian: value.isNaN ? 0x7fc0_0000 : value.bitPattern)
  }

  /// Appends a truth value.
  @inline(__always)
  mutating func append(boolean value: Bool) {
    append(CanonicalTag.boolean.rawValue)
    append(value ? 1 : 0)
  }
}
