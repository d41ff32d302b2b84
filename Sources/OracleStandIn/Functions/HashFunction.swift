import OracleSQL
import OracleWire

/// ORA_HASH.
///
/// Oracle documents what it is for and not how it computes. The mixing here is what a published reconstruction found;
/// the tests hold it to the output of a 23c server that the same author printed.
enum HashFunction {
  /// The hash of a value's internal bytes, in `0 ... maximum`.
  static func hash(_ bytes: [UInt8], maximum: UInt64 = 0xFFFF_FFFF, seed: UInt32 = 0) -> UInt64 {
    var state = State(seed: seed, length: UInt32(truncatingIfNeeded: bytes.count))
    var place = 0
    while bytes.count - place >= 16 {
      state.mix(words(bytes[place..<(place + 16)]), isLast: false)
      place += 16
    }
    state.mix(words(bytes[place...]), isLast: true)
    return UInt64(state.seed) % (maximum + 1)
  }

  /// Four little-endian words; bytes that are missing are 0.
  private static func words(_ bytes: ArraySlice<UInt8>) -> [UInt32] {
    var words: [UInt32] = [0, 0, 0, 0]
    for (offset, byte) in bytes.enumerated() { words[offset / 4] |= UInt32(byte) << UInt32(offset % 4 * 8) }
    return words
  }

  private struct State {
    var first: UInt32 = 0x9E37_79B9
    var second: UInt32 = 0x9E37_79B9
    var third: UInt32 = 0x9E37_79B9
    var seed: UInt32
    let length: UInt32

    init(seed: UInt32, length: UInt32) {
      self.seed = seed
      self.length = length
    }

    mutating func mix(_ words: [UInt32], isLast: Bool) {
      // The last block keeps its lowest byte for the length.
      let tail = isLast ? words[3] << 8 : words[3]
      let extra = tail &+ seed &+ (isLast ? length : 0)
      let x = first &+ words[0] &+ extra
      var p = x ^ x >> 7
      let q = second &+ words[1] &+ p
      var r = q ^ q << 13
      let s = third &+ words[2] &+ r
      let t = s ^ s >> 17
      var u = x &+ t &+ extra
      let v = u ^ u << 9
      p = p &+ q &+ v
      let w = p ^ p >> 3
      r = w &+ r &+ s
      first = w &+ r
      r = r ^ r << 7
      u = u &+ r &+ t
      second = u &+ r
      u = u ^ u >> 15
      p = u &+ p &+ v
      third = u &+ p
      seed = p ^ p << 11
    }
  }

  static let function = ScalarFunction(arguments: 1...3, type: { _ in .number }, isStrict: false) { values, execution in
    let maximum = values.count > 1 ? try bounded(values[1], execution) : 0xFFFF_FFFF
    let seed = values.count > 2 ? try bounded(values[2], execution) : 0
    if values[0].isNull { return .null }
    return Value(Int(hash(try bytes(values[0]), maximum: maximum, seed: UInt32(truncatingIfNeeded: seed))))
  }

  private static func bounded(_ value: Value, _ execution: Execution) throws -> UInt64 {
    let number = value.isNull ? 0 : try TextFunctions.integer(value, execution)
    guard (0...0xFFFF_FFFF).contains(number) else {
      throw OracleError(code: 1428, message: "argument '\(number)' is out of range")
    }
    return UInt64(number)
  }

  private static func bytes(_ value: Value) throws -> [UInt8] {
    switch value.type {
    case .varchar, .char, .number, .raw: return value.bytes
    case .date:
      guard let date = value.timestamp else { return [] }
      let year = UInt16(truncatingIfNeeded: date.year)
      let fields = [date.month, date.day, date.hour, date.minute, date.second].map { UInt8(clamping: $0) }
      return [UInt8(truncatingIfNeeded: year), UInt8(truncatingIfNeeded: year >> 8)] + fields + [0]
    default: throw OracleError.unsupported("ORA_HASH of \(value.type.name)")
    }
  }
}
