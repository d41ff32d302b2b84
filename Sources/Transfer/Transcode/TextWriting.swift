/// Text to varchar, char and text.
enum TextWriter {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Copies UTF-8 text, having made sure that it is valid and has neither a NUL nor more than `maximum` characters.
  ///
  /// One pass for ASCII: a byte outside of 1...127 sets a high bit in `word | (word - 0x01...)`. The output has room for
  /// seven bytes more than the text.
  ///
  /// - Parameter replaced: becomes 1 when the text holds U+FFFD, with which a server replaces what it cannot convert.
  @inline(__always)
  static func write(
    _ wire: RawSpan, to out: UnsafeMutableRawPointer, maximum: Int, ignoresTrailingBlanks: Bool, replaced: inout Int
  ) throws(RejectReason) -> Int {
    let count = wire.byteCount
    var flags: UInt64 = 0
    if count >= 8 {
      var offset = 0
      let lastWord = count &- 8
      while offset < lastWord {
        let word = wire.word(offset, as: UInt64.self)
        flags |= word | (word &- ones)
        out.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
        offset &+= 8
      }
      let word = wire.word(lastWord, as: UInt64.self)
      flags |= word | (word &- ones)
      out.storeBytes(of: word, toByteOffset: lastWord, as: UInt64.self)
    } else if count >= 4 {
      let head = wire.word(0, as: UInt32.self)
      let tail = wire.word(count &- 4, as: UInt32.self)
      let word = UInt64(head) | UInt64(tail) << 32
      flags = word | (word &- ones)
      out.storeBytes(of: head, toByteOffset: 0, as: UInt32.self)
      out.storeBytes(of: tail, toByteOffset: count &- 4, as: UInt32.self)
    } else {
      var offset = 0
      while offset < count {
        let byte = wire.byte(offset)
        flags |= UInt64(byte | (byte &- 1))
        out.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self)
        offset &+= 1
      }
    }
    if flags & highs != 0, try validateUTF8(wire) { replaced = 1 }
    if count > maximum { try checkLength(wire, maximum, ignoresTrailingBlanks) }
    return count
  }

  /// Checks text that is not plain ASCII: Unicode's table of well-formed UTF-8, and no NUL.
  ///
  /// - Returns: whether there is a replacement character, U+FFFD, in it.
  @inline(never)
  static func validateUTF8(_ wire: RawSpan) throws(RejectReason) -> Bool {
    let count = wire.byteCount
    var hasReplacement = false
    var offset = 0
    while offset < count {
      let lead = wire.byte(offset)
      switch lead {
      case 0: throw .nulInText
      case 1..<0x80: offset &+= 1
      case 0xC2...0xDF:
        guard isContinued(wire, offset, by: 1) else { throw .invalidUTF8 }
        offset &+= 2
      case 0xE0...0xEF:
        guard isContinued(wire, offset, by: 2) else { throw .invalidUTF8 }
        let second = wire.byte(offset &+ 1)
        guard lead != 0xE0 || second >= 0xA0, lead != 0xED || second < 0xA0 else { throw .invalidUTF8 }
        if lead == 0xEF, second == 0xBF, wire.byte(offset &+ 2) == 0xBD { hasReplacement = true }
        offset &+= 3
      case 0xF0...0xF4:
        guard isContinued(wire, offset, by: 3) else { throw .invalidUTF8 }
        let second = wire.byte(offset &+ 1)
        guard lead != 0xF0 || second >= 0x90, lead != 0xF4 || second < 0x90 else { throw .invalidUTF8 }
        offset &+= 4
      default: throw .invalidUTF8
      }
    }
    return hasReplacement
  }

  @inline(__always)
  private static func isContinued(_ wire: RawSpan, _ lead: Int, by size: Int) -> Bool {
    guard wire.byteCount &- lead > size else { return false }
    var offset = lead &+ 1
    while offset <= lead &+ size {
      guard wire.byte(offset) & 0xC0 == 0x80 else { return false }
      offset &+= 1
    }
    return true
  }

  /// Counts characters of valid UTF-8 that has more bytes than the column characters.
  ///
  /// For char(n), blanks at the end are padding and don't count.
  @inline(never)
  private static func checkLength(
    _ wire: RawSpan, _ maximum: Int, _ ignoresTrailingBlanks: Bool
  ) throws(RejectReason) {
    var count = wire.byteCount
    if ignoresTrailingBlanks {
      while count > 0, wire.byte(count - 1) == 0x20 { count -= 1 }
    }
    var characters = 0
    var offset = 0
    while offset < count {
      characters &+= wire.byte(offset) & 0xC0 == 0x80 ? 0 : 1
      offset &+= 1
    }
    guard characters <= maximum else { throw .textTooLong }
  }

  /// Turns UTF-16BE text, as the national character set AL16UTF16 is sent, into UTF-8; at most 3 bytes for 2.
  @inline(never)
  static func writeNational(
    _ wire: RawSpan, to out: UnsafeMutableRawPointer, maximum: Int, ignoresTrailingBlanks: Bool
  ) throws(RejectReason) -> Int {
    let count = wire.byteCount
    guard count % 2 == 0 else { throw .invalidUTF16 }
    var written = 0
    var characters = 0
    var charactersToLastInk = 0
    var offset = 0
    while offset < count {
      let unit = UInt32(UInt16(bigEndian: wire.word(offset)))
      offset += 2
      var scalar = unit
      if unit & 0xF800 == 0xD800 {
        guard unit < 0xDC00, offset < count else { throw .invalidUTF16 }
        let low = UInt32(UInt16(bigEndian: wire.word(offset)))
        guard low & 0xFC00 == 0xDC00 else { throw .invalidUTF16 }
        offset += 2
        scalar = 0x10000 + ((unit & 0x3FF) << 10 | low & 0x3FF)
      }
      guard scalar != 0 else { throw .nulInText }
      written += writeScalar(scalar, to: out + written)
      characters += 1
      if scalar != 0x20 { charactersToLastInk = characters }
    }
    guard (ignoresTrailingBlanks ? charactersToLastInk : characters) <= maximum else { throw .textTooLong }
    guard written <= Transcoder.largestValue else { throw .valueTooLarge }
    return written
  }

  /// Writes one Unicode scalar as UTF-8, and returns its 1 to 4 bytes' number.
  static func writeScalar(_ scalar: UInt32, to out: UnsafeMutableRawPointer) -> Int {
    func store(_ byte: UInt32, _ offset: Int) {
      out.storeBytes(of: UInt8(truncatingIfNeeded: byte), toByteOffset: offset, as: UInt8.self)
    }
    switch scalar {
    case ..<0x80:
      store(scalar, 0)
      return 1
    case ..<0x800:
      store(0xC0 | scalar >> 6, 0)
      store(0x80 | scalar & 0x3F, 1)
      return 2
    case ..<0x10000:
      store(0xE0 | scalar >> 12, 0)
      store(0x80 | scalar >> 6 & 0x3F, 1)
      store(0x80 | scalar & 0x3F, 2)
      return 3
    default:
      store(0xF0 | scalar >> 18, 0)
      store(0x80 | scalar >> 12 & 0x3F, 1)
      store(0x80 | scalar >> 6 & 0x3F, 2)
      store(0x80 | scalar & 0x3F, 3)
      return 4
    }
  }
}

/// Bytes to bytea.
enum BytesWriter {
  /// Copies RAW or BLOB bytes.
  ///
  /// The output has room for eight bytes more.
  @inline(__always)
  static func write(_ wire: RawSpan, to out: UnsafeMutableRawPointer) -> Int {
    let count = wire.byteCount
    wire.withUnsafeBytes { source in
      if let address = source.baseAddress { out.copyMemory(from: address, byteCount: count) }
    }
    return count
  }
}
