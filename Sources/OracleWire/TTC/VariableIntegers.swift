extension Span<UInt8> {
  /// An integer in the universal form: a length byte, then so many bytes, the highest first.
  ///
  /// - Parameter position: where the length byte stands; afterwards behind the integer.
  /// - Returns: nil when the bytes end too early; the position then has no meaning.
  /// - Throws: `WireError.malformed` for a negative integer, or one of more than eight bytes.
  @inline(__always)
  func unsigned(at position: inout Int) throws(WireError) -> UInt64? {
    guard position < count else { return nil }
    let length = Int(self[position])
    guard length <= 8 else { throw length & 0x80 != 0 ? .negativeInteger(at: position) : .longInteger(at: position) }
    guard count - position > length else { return nil }
    var value: UInt64 = 0
    for index in position + 1..<position + 1 + length { value = value << 8 | UInt64(self[index]) }
    position += 1 + length
    return value
  }

  /// The length of a piece of a long value.
  ///
  /// - Parameter isByte: whether it is one byte, and no integer in the universal form: `Dialect.hasByteChunks`.
  @inline(__always)
  func chunkLength(at position: inout Int, isByte: Bool) throws(WireError) -> UInt64? {
    guard isByte else { return try unsigned(at: &position) }
    guard position < count else { return nil }
    defer { position += 1 }
    return UInt64(self[position])
  }

  /// A signed integer: the length byte's top bit marks a negative value, whose magnitude follows.
  ///
  /// - Returns: nil when the bytes end too early; the position then has no meaning.
  /// - Throws: `WireError.malformed` for an integer of more than four bytes.
  func signed(at position: inout Int) throws(WireError) -> Int64? {
    guard position < count else { return nil }
    let length = Int(self[position] & 0x7F)
    guard length <= 4 else { throw .longInteger(at: position) }
    guard count - position > length else { return nil }
    let isNegative = self[position] & 0x80 != 0
    var value: Int64 = 0
    for index in position + 1..<position + 1 + length { value = value << 8 | Int64(self[index]) }
    position += 1 + length
    return isNegative ? -value : value
  }
}

extension WireError {
  fileprivate static func negativeInteger(at position: Int) -> WireError {
    .malformed("a negative integer where none can be, at byte \(position)")
  }

  fileprivate static func longInteger(at position: Int) -> WireError {
    .malformed("an integer that is too long, at byte \(position)")
  }
}
