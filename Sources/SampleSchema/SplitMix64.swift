/// The SplitMix64 generator (Steele, Lea, Flood 2014): 64 bits of state, the same numbers on every platform.
///
/// Every row has a generator of its own, seeded by table and row number, so that a row can be made without the ones
/// before it and one table can look up what another one says.
package struct SplitMix64: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// The generator of one row; a stream of its own serves what other tables look up.
  init(table: SampleTable.Ordinal, row: Int, stream: UInt64 = 0) {
    state = UInt64(truncatingIfNeeded: table.rawValue) &* 0xD1B5_4A32_D192_ED03
    state ^= UInt64(truncatingIfNeeded: row) &* 0x9E37_79B9_7F4A_7C15
    state ^= stream &* 0xA24B_AED4_963E_E407
    state = next()
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number in 0..<bound by multiplication; the bias is below bound / 2^64.
  package mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: bound)).high)
  }

  package mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  package mutating func isOne(in n: Int) -> Bool { below(n) == 0 }

  /// An element of a list that is never empty.
  package mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }

  package mutating func bytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 7)
    while bytes.count < count {
      withUnsafeBytes(of: next().littleEndian) { bytes.append(contentsOf: $0) }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}
