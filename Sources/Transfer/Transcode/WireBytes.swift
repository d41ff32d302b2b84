/// Where a value stands in its batch's bytes; the range was checked against them.
struct CellPlace {
  let offset: Int
  let length: Int

  /// The bytes that the value takes.
  var range: Range<Int> {
    @inline(__always) get { Range(uncheckedBounds: (offset, offset &+ length)) }
  }
}

extension UnsafeMutableRawPointer {
  /// Stores an integer big-endian at an offset that need not be aligned.
  @inline(__always)
  func storeBigEndian<Value: FixedWidthInteger & BitwiseCopyable>(_ value: Value, at offset: Int = 0) {
    storeBytes(of: value.bigEndian, toByteOffset: offset, as: Value.self)
  }
}

extension RawSpan {
  /// The byte at an offset that the caller has compared with `byteCount`.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 {
    assert(offset >= 0 && offset < byteCount)
    return unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
  }

  /// Bytes in memory order, at an offset that the caller has compared with `byteCount`; need not be aligned.
  @inline(__always)
  func word<Value: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as type: Value.Type = Value.self) -> Value {
    assert(offset >= 0 && offset + MemoryLayout<Value>.size <= byteCount)
    return unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: Value.self)
  }
}
