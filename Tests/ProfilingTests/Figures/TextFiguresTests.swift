import OracleWire
import Testing

@testable import Profiling

@Suite struct TextFiguresTests {
  @Test func utf8IsCountedAsSwiftCounts() {
    var random = Seeded(3)
    let alphabet: [Unicode.Scalar] = ["a", "Z", " ", "ä", "€", "\u{10FFFF}", "\u{FFFD}", "\0", "\u{7F}", "\u{800}"]
    for _ in 0..<5_000 {
      let scalars = (0..<Int.random(in: 0...40, using: &random)).compactMap { _ in
        alphabet.randomElement(using: &random)
      }
      let text = String(String.UnicodeScalarView(scalars))
      let scan = TextScan(utf8: Array(text.utf8).span.bytes)
      #expect(scan.characters == scalars.count && !scan.isMalformed)
      #expect(scan.hasNUL == scalars.contains("\0") && scan.hasReplacement == scalars.contains("\u{FFFD}"))
      let units = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      let wide = TextScan(utf16: units.span.bytes)
      #expect(wide.characters == scalars.count && !wide.isMalformed)
      #expect(wide.hasNUL == scan.hasNUL && wide.hasReplacement == scan.hasReplacement)
    }
  }

  /// What Swift itself takes for valid.
  @Test func randomBytesAreMalformedWhereSwiftSaysSo() {
    var random = Seeded(4)
    var malformed = 0
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0x80...0xFF, using: &random) : UInt8.random(in: 0x80...0xBF, using: &random)
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      malformed += isValid ? 0 : 1
      #expect(TextScan(utf8: bytes.span.bytes).isMalformed == !isValid, "\(bytes)")
    }
    #expect(malformed < 20_000)
  }

  @Test(arguments: 0..<24)
  func aNULIsFoundAtAnyPlace(place: Int) {
    var bytes = [UInt8](repeating: 0x61, count: 24)
    #expect(!TextScan(utf8: bytes.span.bytes).hasNUL)
    bytes[place] = 0
    #expect(TextScan(utf8: bytes.span.bytes).hasNUL)
  }

  @Test func halvesOfPairsAreMalformed() {
    for units: [UInt8] in [[0xD8, 0x00], [0xD8, 0x00, 0x00, 0x41], [0xDC, 0x00]] {
      #expect(TextScan(utf16: units.span.bytes).isMalformed)
    }
  }

  @Test func singleCharactersAreCollected() throws {
    var figures = TextFigures()
    for text in ["Y", "N", "Y", "N"] { try figures.take(Array(text.utf8).span.bytes) }
    #expect(figures.singleCharacters == "NY" && figures.notSingle == 0)
    try figures.take(Array("ä".utf8).span.bytes)
    try figures.take(Array("YN".utf8).span.bytes)
    #expect(figures.singleCharacters == "NY" && figures.notSingle == 2)
    #expect(figures.characters.longest == 2 && figures.bytes.longest == 2 && figures.bytes.total == 8)
  }
}
