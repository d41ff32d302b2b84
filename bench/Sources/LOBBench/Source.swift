import OracleWire

/// A value that is never in memory: one block again and again, in chunks that are cut anywhere, within characters too.
struct Source {
  /// No divisor or multiple of a call's piece.
  private static let chunkBytes = 1_000_003
  private static let lines = 20_011

  let count: Int
  private let block: [UInt8]

  init(kind: LOBKind, atLeast bytes: Int) {
    block = kind.isText ? Source.text : Source.noise
    count = (bytes + block.count - 1) / block.count * block.count
  }

  /// Lines of characters of one to four bytes.
  private static var text: [UInt8] {
    var text: [UInt8] = []
    for line in 0..<lines {
      text += Array("line \(line): plain text for the most part, then größer, я, 漢字, €, 🚢 and on it goes\n".utf8)
    }
    return text
  }

  private static var noise: [UInt8] {
    var state: UInt64 = 42
    return (0..<1_299_709).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
  }

  /// The chunk that begins at a place; nil at the end.
  func chunk(at place: Int) -> [UInt8]? {
    guard place < count else { return nil }
    let start = place % block.count
    let length = min(Source.chunkBytes, count - place)
    let first = block[start..<min(block.count, start + length)]
    guard first.count < length else { return Array(first) }
    return Array(first) + block[..<(length - first.count)]
  }
}
