/// SipHash-2-4 with a 128-bit result: a keyed hash that nobody can find collisions for without the key.
///
/// Source: Aumasson and Bernstein, "SipHash: a fast short-input PRF", and the 128-bit variant of their reference code.
public struct SipHash128: Sendable, Hashable {
  /// The 128-bit key, as two little-endian halves.
  public let key: (low: UInt64, high: UInt64)

  /// Makes a hash with a given key.
  public init(low: UInt64, high: UInt64) {
    key = (low, high)
  }

  /// Makes a hash with a fresh key from the system's random source.
  public static func withRandomKey() -> SipHash128 {
    var generator = SystemRandomNumberGenerator()
    return SipHash128(low: generator.next(), high: generator.next())
  }

  /// Whether the keys are the same.
  public static func == (left: SipHash128, right: SipHash128) -> Bool { left.key == right.key }

  /// Feeds the key to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(key.low)
    hasher.combine(key.high)
  }

  /// The hash of some bytes, its sixteen bytes read as a little-endian number.
  public func hash(_ bytes: UnsafeRawBufferPointer) -> UInt128 {
    var state = State(key: key)
    let wordEnd = bytes.count & ~7
    var offset = 0
    while offset < wordEnd {
      state.absorb(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    var last = UInt64(truncatingIfNeeded: bytes.count) << 56
    var shift: UInt64 = 0
    while offset < bytes.count {
      last |= UInt64(bytes[offset]) << shift
      shift += 8
      offset += 1
    }
    state.absorb(last)
    return state.finish()
  }

  /// The hash of an array's bytes.
  public func hash(_ bytes: [UInt8]) -> UInt128 {
    bytes.withUnsafeBytes { hash($0) }
  }

  private struct State {
    var v0: UInt64
    var v1: UInt64
    var v2: UInt64
    var v3: UInt64

    @inline(__always)
    init(key: (low: UInt64, high: UInt64)) {
      v0 = key.low ^ 0x736f_6d65_7073_6575
      v1 = key.high ^ 0x646f_7261_6e64_6f6d ^ 0xee
      v2 = key.low ^ 0x6c79_6765_6e65_7261
      v3 = key.high ^ 0x7465_6462_7974_6573
    }

    @inline(__always)
    mutating func absorb(_ word: UInt64) {
      v3 ^= word
      round()
      round()
      v0 ^= word
    }

    @inline(__always)
    mutating func finish() -> UInt128 {
      v2 ^= 0xee
      for _ in 0..<4 { round() }
      let low = v0 ^ v1 ^ v2 ^ v3
      v1 ^= 0xdd
      for _ in 0..<4 { round() }
      return UInt128(v0 ^ v1 ^ v2 ^ v3) << 64 | UInt128(low)
    }

    @inline(__always)
    mutating func round() {
      v0 &+= v1
      v1 = State.rotated(v1, 13) ^ v0
      v0 = State.rotated(v0, 32)
      v2 &+= v3
      v3 = State.rotated(v3, 16) ^ v2
      v0 &+= v3
      v3 = State.rotated(v3, 21) ^ v0
      v2 &+= v1
      v1 = State.rotated(v1, 17) ^ v2
      v2 = State.rotated(v2, 32)
    }

    @inline(__always)
    static func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 {
      value &<< bits | value &>> (64 &- bits)
    }
  }
}
