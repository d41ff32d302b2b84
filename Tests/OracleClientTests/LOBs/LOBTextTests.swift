import OracleWire
import Testing

@testable import OracleClient

/// A CLOB's text between UTF-8 and the wire, cut at every byte.
struct LOBTextTests {
  /// Characters of one to four bytes in every neighbourhood, at the edges of their lengths.
  static let text =
    "plain ascii, longer than eight \u{0}\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}ä€🚢🚢aя🚢 \u{D7FF}\u{E000}"

  static let forms: [LOBLocator.TextForm] = [.utf8, .utf16, .utf16LittleEndian]

  /// By the standard library, not by the code under test.
  private func wire(_ text: String, _ form: LOBLocator.TextForm) -> [UInt8] {
    switch form {
    case .utf8: Array(text.utf8)
    case .utf16: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
  }

  @Test(arguments: forms) func encodesHoweverCut(form: LOBLocator.TextForm) throws {
    let bytes = Array(Self.text.utf8)
    let expected = wire(Self.text, form)
    for first in 0...bytes.count {
      for second in [first, min(first + 1, bytes.count), min(first + 7, bytes.count)] {
        var encoder = LOBTextEncoder(form: form)
        var (found, characters) = ([UInt8](), 0)
        for range in [0..<first, first..<second, second..<bytes.count] {
          let piece = try encoder.encode(bytes[range])
          found += piece.bytes
          characters += piece.characters
        }
        #expect(found == expected && encoder.isBetweenCharacters, "cut at \(first) and \(second)")
        #expect(characters == (form == .utf8 ? Self.text.unicodeScalars.count : Self.text.utf16.count))
      }
    }
  }

  @Test(arguments: forms) func decodesHoweverCut(form: LOBLocator.TextForm) throws {
    let bytes = wire(Self.text, form)
    let step = form == .utf8 ? 1 : 2
    for first in stride(from: 0, through: bytes.count, by: step) {
      for second in [first, min(first + step, bytes.count), min(first + 4 * step, bytes.count)] {
        var decoder = LOBTextDecoder(form: form)
        var found: [UInt8] = []
        for range in [0..<first, first..<second, second..<bytes.count] {
          let piece = try decoder.decode(Array(bytes[range]))
          #expect(String(validating: piece, as: UTF8.self) != nil, "a piece holds whole characters")
          found += piece
        }
        #expect(String(decoding: found, as: UTF8.self) == Self.text && decoder.isBetweenCharacters)
      }
    }
  }

  /// Every scalar there is, past the standard library's own transcoding.
  @Test(arguments: [LOBLocator.TextForm.utf16, .utf8]) func everyScalar(form: LOBLocator.TextForm) throws {
    for block in stride(from: UInt32(0), through: 0x10FFFF, by: 0x1000) {
      let text = String(String.UnicodeScalarView((block..<block + 0x1000).compactMap(Unicode.Scalar.init)))
      var encoder = LOBTextEncoder(form: form)
      let piece = try encoder.encode(Array(text.utf8)[...])
      #expect(piece.bytes == wire(text, form), "from \(block)")
      var decoder = LOBTextDecoder(form: form)
      #expect(try decoder.decode(piece.bytes) == Array(text.utf8), "from \(block)")
    }
  }

  static let notUTF8: [[UInt8]] = [
    [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
    [0xF0, 0x8F, 0xBF, 0xBF],
    [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC3, 0x41], [0xE2, 0x82, 0x41],
    [0xF0, 0x9F, 0x9A, 0x41],
  ]

  @Test(arguments: notUTF8) func refusesWhatIsNoUTF8(bytes: [UInt8]) {
    for form in Self.forms {
      // However it is cut, and whatever stands before it.
      for cut in 0..<bytes.count {
        var encoder = LOBTextEncoder(form: form)
        #expect(throws: OracleLOBError.notUTF8, "\(form) cut at \(cut)") {
          _ = try encoder.encode(Array("a€".utf8) + bytes[..<cut])
          _ = try encoder.encode(bytes[cut...] + Array("bcdefghij".utf8))
        }
      }
    }
    #expect(UTF8Scan(bytes, mayEndEarly: true) == nil)
  }

  @Test func refusesHalvesOfPairs() {
    for units: [UInt8] in [
      [0xDC, 0], [0xD8, 0, 0, 0x41], [0xD8, 0, 0xD8, 0, 0xDC, 0], [0, 0x41, 0xDF, 0xFF, 0, 0x42], [0],
    ] {
      var decoder = LOBTextDecoder(form: .utf16)
      #expect(throws: WireError.invalidValue("UTF-16 text")) { try decoder.decode(units) }
    }
  }

  @Test func countsAsTheServerDoes() throws {
    let bytes = Array(Self.text.utf8)
    #expect(LOBText.count(bytes, form: .utf16) == Self.text.utf16.count)
    #expect(LOBText.count(bytes, form: .utf8) == Self.text.unicodeScalars.count)
    let scan = try #require(UTF8Scan(bytes, mayEndEarly: false))
    #expect(scan.wholeBytes == bytes.count && scan.scalars == Self.text.unicodeScalars.count)
    #expect(scan.supplementary == Self.text.utf16.count - Self.text.unicodeScalars.count)
    #expect(UTF8Scan(Array(bytes.dropLast()), mayEndEarly: false) == nil)
  }
}
