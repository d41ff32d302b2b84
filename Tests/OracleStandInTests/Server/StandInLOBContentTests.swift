import OracleWire
import Testing

@testable import OracleStandIn

/// A LOB's bytes in memory and in a file, against an array of them.
@Suite struct StandInLOBContentTests {
  @Test func aFileHoldsWhatAnArrayWould() throws {
    let limit = StandInLOBContent.memoryLimit
    var content = StandInLOBContent([1, 2, 3])
    var expected: [UInt8] = [1, 2, 3]
    func write(_ data: [UInt8], at offset: Int) throws {
      try content.write(data, at: offset, isText: true)
      if offset > expected.count {
        expected += (0..<(offset - expected.count)).map { $0 % 2 == 0 ? 0 : 0x20 }
      }
      expected.replaceSubrange(offset..<min(expected.count, offset + data.count), with: data)
    }
    try write([4, 5], at: 3)
    try write([9], at: 1)
    try write([7, 7], at: 11)
    // Over the border of what is kept in memory, and far behind it.
    try write([UInt8](repeating: 8, count: 1000), at: limit - 501)
    try write([6, 6, 6], at: limit - 503)
    try write([UInt8](repeating: 5, count: 70_001), at: limit + 3 << 20)
    #expect(content.count == expected.count)
    #expect(try content.all() == expected)
    for range in [0..<0, 0..<5, limit - 510..<limit + 600, expected.count - 3..<expected.count] {
      #expect(try content.read(range) == Array(expected[range]))
    }
    for length in [limit + 5, 100, 0] {
      try content.trim(to: length)
      expected.removeLast(expected.count - length)
      #expect(content.count == length)
      #expect(try content.all() == expected)
    }
    // What was cut off does not come back.
    try write([1], at: 10)
    #expect(try content.all() == expected)
  }

  @Test func aLOBHasItsLimit() throws {
    var content = StandInLOBContent([])
    #expect(throws: OracleError.self) { try content.write([1, 2], at: StandInLOBContent.sizeLimit - 1, isText: false) }
    #expect(content.count == 0)
    #expect(try content.all() == [])
  }
}
