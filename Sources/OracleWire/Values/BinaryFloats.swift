/// BINARY_DOUBLE and BINARY_FLOAT travel as IEEE bits that sort byte by byte.
///
/// Big-endian; the sign bit is set for values that are not negative, and all bits are inverted for those that are.
public enum BinaryFloats {
  /// The eight bytes of a BINARY_DOUBLE.
  public static func bytes(_ value: Double) -> [UInt8] {
    let bits = value.bitPattern
    let sortable = bits >> 63 == 0 ? bits | 1 << 63 : ~bits
    return (0..<8).map { UInt8(truncatingIfNeeded: sortable >> (56 - 8 * UInt64($0))) }
  }

  /// The four bytes of a BINARY_FLOAT.
  public static func bytes(_ value: Float) -> [UInt8] {
    let bits = value.bitPattern
    let sortable = bits >> 31 == 0 ? bits | 1 << 31 : ~bits
    return (0..<4).map { UInt8(truncatingIfNeeded: sortable >> (24 - 8 * UInt32($0))) }
  }

  /// Reads a BINARY_DOUBLE.
  public static func double(_ bytes: some Collection<UInt8>) throws(WireError) -> Double {
    guard bytes.count == 8 else { throw .invalidValue("BINARY_DOUBLE") }
    let sortable = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Double(bitPattern: sortable >> 63 == 1 ? sortable & ~(1 << 63) : ~sortable)
  }

  /// Reads a BINARY_FLOAT.
  public static func float(_ bytes: some Collection<UInt8>) throws(WireError) -> Float {
    guard bytes.count == 4 else { throw .invalidValue("BINARY_FLOAT") }
    let sortable = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return Float(bitPattern: sortable >> 31 == 1 ? sortable & ~(1 << 31) : ~sortable)
  }
}
