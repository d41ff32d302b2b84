/// BINARY_FLOAT and BINARY_DOUBLE to real and double precision.
///
/// IEEE bits, big-endian; the sign bit is set for values that are not negative, and all bits are inverted for negative
/// ones. NaN, infinities and -0 pass bit by bit.
enum FloatWriter {
  @inline(__always)
  static func writeDouble(_ wire: RawSpan, to out: UnsafeMutableRawPointer) throws(RejectReason) -> Int {
    guard wire.byteCount == 8 else { throw .corruptFloat }
    let sortable = UInt64(bigEndian: wire.word(0))
    out.storeBigEndian(sortable >> 63 == 1 ? sortable ^ (1 << 63) : ~sortable)
    return 8
  }

  @inline(__always)
  static func writeReal(_ wire: RawSpan, to out: UnsafeMutableRawPointer) throws(RejectReason) -> Int {
    out.storeBigEndian(try realBits(wire))
    return 4
  }

  /// A BINARY_FLOAT into double precision, which holds every one exactly.
  @inline(__always)
  static func writeWidened(_ wire: RawSpan, to out: UnsafeMutableRawPointer) throws(RejectReason) -> Int {
    out.storeBigEndian(Double(Float(bitPattern: try realBits(wire))).bitPattern)
    return 8
  }

  @inline(__always)
  private static func realBits(_ wire: RawSpan) throws(RejectReason) -> UInt32 {
    guard wire.byteCount == 4 else { throw .corruptFloat }
    let sortable = UInt32(bigEndian: wire.word(0))
    return sortable >> 31 == 1 ? sortable ^ (1 << 31) : ~sortable
  }
}
