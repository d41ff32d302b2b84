/// A 64-bit hash of a value's bytes, for counting how many differ.
///
/// Words are folded by the two halves of a 64 by 64 bit product. It has no secret: what an adversary could spoil by
/// choosing values is an estimate.
enum ByteHash {
  private static let first: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let second: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let third: UInt64 = 0xD6E8_FEB8_6659_FD93

  @inline(__always)
  static func hash(_ value: RawSpan) -> UInt64 {
    let count = value.byteCount
    var state = first &+ UInt64(truncatingIfNeeded: count) &* third
    var place = 0
    while place &+ 8 < count {
      state = folded(state ^ value.word(place), second)
      place &+= 8
    }
    let last: UInt64
    if count >= 8 {
      // What is read twice does no harm: the length is part of the state.
      last = value.word(count &- 8)
    } else {
      var rest: UInt64 = 0
      while place < count {
        rest = rest &<< 8 | UInt64(value.byte(place))
        place &+= 1
      }
      last = rest
    }
    return folded(folded(state ^ last, second) ^ third, first)
  }

  @inline(__always)
  private static func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low ^ left
  }
}
