import Testing

@testable import Canonical

@Suite struct CanonicalTextTests {
  @Test(arguments: ["", "a", "Łódź", "a b", " leading", String(repeating: "x", count: 100_000), "\u{0}", "😀"])
  func textIsItsBytes(text: String) throws {
    let value = Array(text.utf8)
    #expect(try canonical(oracle: value, as: .text) == canonical(postgres: value, as: .text))
    #expect(try shown(canonical(oracle: value, as: .text)) == text)
  }

  @Test func aBlankAppendedToTextIsADifference() throws {
    #expect(try canonical(oracle: Array("ab".utf8), as: .text) != canonical(postgres: Array("ab ".utf8), as: .text))
  }

  @Test(arguments: [("ab", "ab   "), ("ab  ", "ab"), ("", "     "), ("   ", ""), (" ab", " ab  ")])
  func blanksAtTheEndOfACharArePadding(oracle: String, postgres: String) throws {
    #expect(
      try canonical(oracle: Array(oracle.utf8), as: .paddedText)
        == canonical(postgres: Array(postgres.utf8), as: .paddedText))
  }

  @Test(arguments: [("ab", " ab"), ("ab", "ab\t"), ("ab", "ab\u{a0}"), ("ab", "a b")])
  func otherBlanksOfACharAreData(oracle: String, postgres: String) throws {
    #expect(
      try canonical(oracle: Array(oracle.utf8), as: .paddedText)
        != canonical(postgres: Array(postgres.utf8), as: .paddedText))
  }

  @Test(arguments: ["", "a", "ÄÖ€", "😀 and 𝄞", "\u{7f}\u{80}\u{7ff}\u{800}\u{ffff}\u{10000}\u{10ffff}"])
  func nationalTextBecomesUTF8(text: String) throws {
    let utf16 = text.utf16.flatMap { bigEndian($0) }
    #expect(
      try canonical(oracle: utf16, as: .nationalText(isPadded: false))
        == canonical(postgres: Array(text.utf8), as: .text))
    let padded = utf16 + [0, 0x20, 0, 0x20]
    #expect(
      try canonical(oracle: padded, as: .nationalText(isPadded: true))
        == canonical(postgres: Array(text.utf8), as: .paddedText))
  }

  @Test func loneSurrogatesEqualNoText() throws {
    let result = try canonical(oracle: [0xd8, 0x00], as: .nationalText(isPadded: false))
    #expect(result == [CanonicalTag.text.rawValue, 3, 0, 0, 0, 0xed, 0xa0, 0x80])
    #expect(throws: CanonicalError.self) { try canonical(oracle: [0, 0x41, 0], as: .nationalText(isPadded: false)) }
  }

  @Test func emptyTextIsNotNull() throws {
    var buffer = CanonicalBuffer()
    buffer.appendNull()
    #expect(try buffer.array != canonical(oracle: [], as: .text))
    #expect(try canonical(oracle: [], as: .bytes) != canonical(oracle: [], as: .text))
  }

  /// Oracle's sortable bits and IEEE's; 134.45 and its negative are from DUMP() of a real server.
  @Test(
    arguments: [
      ("c060ce6666666666", 134.45), ("3f9f319999999999", -134.45), ("8000000000000000", 0.0),
      ("fff0000000000000", .infinity),
      ("000fffffffffffff", -.infinity), ("7fffffffffffffff", -0.0), ("8000000000000001", Double.leastNonzeroMagnitude),
      ("ffefffffffffffff", Double.greatestFiniteMagnitude),
    ])
  func doublesAreTheirBits(oracle: String, value: Double) throws {
    let fromOracle = try canonical(oracle: bytes(oracle), as: .double)
    #expect(fromOracle == (try canonical(postgres: bigEndian(value.bitPattern), as: .double)))
  }

  @Test(arguments: [("c3067333", Float(134.45)), ("3cf98ccc", -134.45), ("80000000", 0), ("7fffffff", -0.0)])
  func floatsAreTheirBits(oracle: String, value: Float) throws {
    #expect(
      try canonical(oracle: bytes(oracle), as: .float) == canonical(postgres: bigEndian(value.bitPattern), as: .float))
    #expect(
      try canonical(oracle: bytes(oracle), as: .floatAsDouble)
        == canonical(postgres: bigEndian(Double(value).bitPattern), as: .double))
  }

  @Test func zerosDifferAndEveryNaNIsOne() throws {
    func double(_ bits: UInt64) throws -> [UInt8] { try canonical(postgres: bigEndian(bits), as: .double) }
    #expect(try double(0) != double(1 << 63))
    #expect(try double(0x7ff8_0000_0000_0000) == double(0xfff8_0000_0000_0001))
    #expect(try double(0x7ff8_0000_0000_0000) == canonical(oracle: bytes("fff8000000000000"), as: .double))
    let float = try canonical(postgres: bigEndian(UInt32(0xffc0_0001)), as: .float)
    #expect(float == (try canonical(oracle: bytes("ffc00000"), as: .float)))
  }

  @Test func booleans() throws {
    #expect(try canonical(oracle: [1, 1], as: .boolean) == canonical(postgres: [1], as: .boolean))
    #expect(try canonical(oracle: [0], as: .boolean) == canonical(postgres: [0], as: .boolean))
    #expect(throws: CanonicalError.self) { try canonical(oracle: [], as: .boolean) }
    #expect(throws: CanonicalError.self) { try canonical(postgres: [2], as: .boolean) }
  }
}
