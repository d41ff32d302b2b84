import Model
import OracleWire
import Testing

@testable import Transfer

/// Text and bytes.
struct TextWritingTests {
  static let text = ColumnPlan.text(maximum: .max, ignoresTrailingBlanks: false)
  static let national = ColumnPlan.nationalText(maximum: .max, ignoresTrailingBlanks: false)

  @Test("every length up to 70, ASCII and not, byte by byte")
  func lengths() throws {
    for length in 0...70 {
      let ascii = (0..<length).map { UInt8(0x20 + $0 % 0x5F) }
      for slack in [0, 16] {
        #expect(try field(ascii, Self.text, slack: slack) == ascii)
        let accented = Array(ascii + "é€😀".utf8)
        #expect(try field(accented, Self.text, slack: slack) == accented)
      }
    }
  }

  @Test("a NUL is found at every place")
  func nul() {
    for length in 1...40 {
      for place in 0..<length {
        var value = [UInt8](repeating: 0x41, count: length)
        value[place] = 0
        if rejection(value, Self.text) != .nulInText { Issue.record("NUL at \(place) of \(length)") }
      }
    }
    #expect(rejection(Array("é\0".utf8), Self.text) == .nulInText)
  }

  @Test("UTF-8 is valid where Swift's own validation says so")
  func validity() {
    var random = SeededRandom(state: 3)
    let interesting: [UInt8] = [
      0x41, 0x7F, 0x80, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xA0, 0x9F, 0xED, 0xEF, 0xF0, 0x8F, 0x90, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<30_000 {
      let length = Int.random(in: 1...9, using: &random)
      let value = (0..<length).map { _ in interesting[Int.random(in: 0..<interesting.count, using: &random)] }
      let isValid = String(validating: value, as: UTF8.self) != nil
      if (rejection(value, Self.text) == nil) != isValid { Issue.record("\(value)") }
    }
  }

  @Test("Unicode scalars of every plane pass, as UTF-8 and as UTF-16")
  func scalars() throws {
    var text = String.UnicodeScalarView()
    for value in stride(from: UInt32(1), through: 0x10FFFF, by: 7) {
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    for edge: UInt32 in [0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF] {
      if let scalar = Unicode.Scalar(edge) { text.append(scalar) }
    }
    let utf8 = Array(String(text).utf8)
    let utf16 = String(text).utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try field(utf8, Self.text) == utf8)
    #expect(try field(utf16, Self.national) == utf8)
  }

  @Test(
    "broken UTF-16 is rejected",
    arguments: [
      ("41", RejectReason.invalidUTF16), ("d83d", .invalidUTF16), ("d83d0041", .invalidUTF16), ("de00", .invalidUTF16),
      ("00410000", .nulInText),
    ])
  func brokenNational(hex: String, reason: RejectReason) {
    #expect(rejection(bytes(hex: hex), Self.national, slack: 0) == reason)
  }

  @Test("lengths count characters, and blanks at the end of a char(n) don't count")
  func tooLong() {
    let varchar = ColumnPlan.text(maximum: 3, ignoresTrailingBlanks: false)
    let char = ColumnPlan.text(maximum: 3, ignoresTrailingBlanks: true)
    let nchar = ColumnPlan.nationalText(maximum: 1, ignoresTrailingBlanks: true)
    #expect(rejection(Array("äöü".utf8), varchar) == nil)
    #expect(rejection(Array("abcd".utf8), varchar) == .textTooLong)
    #expect(rejection(Array("abc ".utf8), varchar) == .textTooLong)
    #expect(rejection(Array("abc   ".utf8), char) == nil)
    #expect(rejection(Array(" abc".utf8), char) == .textTooLong)
    #expect(rejection(bytes(hex: "d83dde0000200020"), nchar) == nil)
    #expect(rejection(bytes(hex: "00410042"), nchar) == .textTooLong)
  }

  @Test("varchar, char, text and CLOB in PostgreSQL")
  func crossing() async throws {
    let texts = ["a", "Größe", " leading", "tab\tand\nline", "😀\\N", String(repeating: "x", count: 100)]
    let values: [[UInt8]?] = texts.map { Array($0.utf8) } + [nil, []]
    for (wire, type) in [
      (OracleTypeCode.varchar, PostgresType.varchar(length: 100)), (.varchar, .text), (.clob, .text), (.long, .text),
    ] {
      #expect(try await crossed(values, as: wire, to: type) == texts + [nil, ""])
    }
    let padded = try await crossed(
      [Array("ab   ".utf8), Array(" b   ".utf8)], as: .char, to: .char(length: 5), expression: "octet_length(v) || v")
    #expect(padded == ["5ab", "5 b"])
  }

  @Test("national text in PostgreSQL")
  func nationalCrossing() async throws {
    let texts = ["Straße", "😀", "日本語"]
    let values = texts.map { $0.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } }
    #expect(try await crossed(values, as: .varchar, to: .varchar(length: 6), isNational: true) == texts)
  }

  @Test("RAW and BLOB to bytea")
  func raw() async throws {
    let values: [[UInt8]?] = [[0, 1, 2, 255], [], nil, (0..<300).map { UInt8($0 & 0xFF) }]
    let shown = values.map {
      $0.map { "\\x" + $0.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() }
    }
    #expect(try await crossed(values, as: .raw, to: .bytea) == shown)
    #expect(try await crossed(values, as: .blob, to: .bytea) == shown)
  }
}
