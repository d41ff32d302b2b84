/// Finds keywords by the bytes of a word, whatever their case: a hash table with open addressing, made once.
struct KeywordTable: Sendable {
  static let shared = KeywordTable()
  static let longest = 18

  private static let mask = 2047
  /// Bytes a slot takes: the word's length, its spelling, its number in the last two.
  private static let stride = 24
  private let slots: [UInt8]

  private init() {
    var slots = [UInt8](repeating: 0, count: (Self.mask + 1) * Self.stride)
    for keyword in Keyword.allCases where keyword != .other {
      let bytes = Array(keyword.spelling.utf8)
      var slot = Self.slot(of: bytes)
      while slots[slot * Self.stride] != 0 { slot = (slot + 1) & Self.mask }
      let base = slot * Self.stride
      slots[base] = UInt8(truncatingIfNeeded: bytes.count)
      for (index, byte) in bytes.prefix(Self.longest).enumerated() { slots[base + 1 + index] = byte }
      slots[base + Self.stride - 2] = UInt8(truncatingIfNeeded: keyword.rawValue)
      slots[base + Self.stride - 1] = UInt8(truncatingIfNeeded: keyword.rawValue >> 8)
    }
    self.slots = slots
  }

  private static func slot(of upperCased: [UInt8]) -> Int {
    var hash = KeywordHash()
    for byte in upperCased { hash.add(byte) }
    return hash.slot & mask
  }

  /// Looks up the word at `start ..< end`, whose hash of folded bytes is `hash`.
  @inline(__always)
  func keyword(in bytes: borrowing Span<UInt8>, start: Int, end: Int, hash: KeywordHash) -> Keyword {
    let length = end - start
    if length > Self.longest || length < 2 { return .other }
    var slot = hash.slot & Self.mask
    let table = slots.span
    while true {
      let base = slot * Self.stride
      let stored = Int(table[base])
      if stored == 0 { return .other }
      if stored == length {
        var index = 0
        while index < length, table[base + 1 + index] == KeywordHash.folded(bytes[start + index]) { index += 1 }
        if index == length {
          let low = UInt16(table[base + Self.stride - 2])
          let high = UInt16(table[base + Self.stride - 1])
          return Keyword(rawValue: low | high << 8) ?? .other
        }
      }
      slot = (slot + 1) & Self.mask
    }
  }
}

/// The hash of a word's bytes in upper case (FNV-1a).
struct KeywordHash {
  private var state: UInt32 = 2_166_136_261

  var slot: Int { Int((state ^ (state >> 15)) & 0xFFFF) }

  @inline(__always)
  mutating func add(_ folded: UInt8) {
    state = (state ^ UInt32(folded)) &* 16_777_619
  }

  /// Upper case of an ASCII letter; other bytes as they are.
  @inline(__always)
  static func folded(_ byte: UInt8) -> UInt8 {
    byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte
  }
}
