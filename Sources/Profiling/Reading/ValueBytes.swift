extension RawSpan {
  /// The byte at an offset that the caller has compared with `byteCount`.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 {
    assert(offset >= 0 && offset < byteCount)
    return unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
  }

  /// Eight bytes in memory order, at an offset that the caller has compared with `byteCount`.
  @inline(__always)
  func word(_ offset: Int) -> UInt64 {
    assert(offset >= 0 && offset + 8 <= byteCount)
    return unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
  }

  /// The first eight bytes as a number that sorts as they do; zeros stand for what is missing.
  @inline(__always)
  var head: UInt64 {
    if byteCount >= 8 { return UInt64(bigEndian: word(0)) }
    var head: UInt64 = 0
    for place in 0..<byteCount { head |= UInt64(byte(place)) &<< UInt64(truncatingIfNeeded: 56 &- 8 &* place) }
    return head
  }
}
