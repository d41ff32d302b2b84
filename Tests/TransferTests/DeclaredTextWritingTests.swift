import CharacterSets
import Model
import OracleWire
import Testing

@testable import Transfer

/// Text that comes as the bytes of a declared character set.
struct DeclaredTextWritingTests {
  private static func plan(
    _ name: String, maximum: Int32 = .max, isPadded: Bool = false, isWhole: Bool = true
  ) throws -> ColumnPlan {
    let set = try #require(OracleCharacterSet(name: name))
    _ = try DecodingTable.of(set)
    return .declaredText(
      DeclaredTextPlan(
        set: set, maximum: maximum, ignoresTrailingBlanks: isPadded, isWhole: isWhole))
  }

  /// The cell of a long column.
  private static func digits(_ bytes: [UInt8], length: Int? = nil) -> [UInt8] {
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    return Array("\(length ?? bytes.count):\(digits)".utf8)
  }

  @Test("every length up to 40, umlauts at every place")
  func lengths() throws {
    let plan = try Self.plan("WE8MSWIN1252")
    let long = try Self.plan("WE8MSWIN1252", isWhole: false)
    for length in 0...40 {
      let ascii = (0..<length).map { UInt8(0x41 + $0 % 26) }
      for place in 0...length {
        let bytes = Array(ascii[..<place] + [0x80, 0xFC] + ascii[place...])
        let text = Array(ascii[..<place] + Array("€ü".utf8) + ascii[place...])
        #expect(try field(bytes, plan) == text)
        #expect(try field(Self.digits(bytes), long) == text)
      }
    }
  }

  @Test("pairs of bytes, and UTF-8 that passed through")
  func others() throws {
    #expect(try field([0x95, 0x5C, 0x41], Self.plan("JA16SJIS")) == Array("表A".utf8))
    #expect(try field(Array("Müller 中文 😀".utf8), Self.plan("AL32UTF8")) == Array("Müller 中文 😀".utf8))
    #expect(
      try field(Self.digits(Array("Müller".utf8)), Self.plan("AL32UTF8", isWhole: false)) == Array("Müller".utf8))
  }

  @Test("the longest text of the widest characters fits")
  func widest() throws {
    let euros = [UInt8](repeating: 0x80, count: 32_767)
    let text = Array(String(repeating: "€", count: 32_767).utf8)
    #expect(try field(euros, Self.plan("WE8MSWIN1252")) == text)
    #expect(try field(Self.digits(euros), Self.plan("WE8MSWIN1252", isWhole: false)) == text)
  }

  @Test("what is no text of the set is refused")
  func faults() throws {
    let plan = try Self.plan("WE8MSWIN1252")
    #expect(rejection([0x41, 0x81], plan) == .notInCharacterSet)
    #expect(rejection([0x93], try Self.plan("JA16SJIS")) == .notInCharacterSet)
    #expect(rejection([0xFC], try Self.plan("AL32UTF8")) == .notInCharacterSet)
    #expect(rejection([0x41, 0], plan) == .nulInText)
    #expect(rejection([UInt8](repeating: 0x41, count: 20) + [0], plan) == .nulInText)
    let long = try Self.plan("WE8MSWIN1252", isWhole: false)
    for cell in [
      Self.digits([0x41, 0x42], length: 3), Self.digits([0x41, 0x42], length: 1), Array("2:4G41".utf8),
      Array("41".utf8),
      Array(":41".utf8), Array("-1:41".utf8), [],
    ] {
      #expect(rejection(cell, long) == .incompleteText, "\(cell)")
    }
  }

  @Test("lengths count characters, of a CHAR without its padding")
  func maximum() throws {
    let umlauts: [UInt8] = [0xFC, 0xFC, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20]
    #expect(rejection(umlauts, try Self.plan("WE8MSWIN1252", maximum: 2)) == .textTooLong)
    let padded = try Self.plan("WE8MSWIN1252", maximum: 2, isPadded: true)
    #expect(try field(umlauts, padded) == Array("üü          ".utf8))
    for length in 1...30 {
      let text = [UInt8](repeating: 0x41, count: length)
      let blanks = [UInt8](repeating: 0x20, count: 17)
      let exact = try Self.plan("WE8MSWIN1252", maximum: Int32(length), isPadded: true)
      #expect(try field(text + blanks, exact) == text + blanks)
      let short = try Self.plan("WE8MSWIN1252", maximum: Int32(length - 1), isPadded: true)
      #expect(rejection(text + blanks, short) == .textTooLong)
    }
  }

  @Test("strip leaves bytes out that are no character, replace puts U+FFFD there")
  func repair() throws {
    let cell: [UInt8] = [0x41, 0x81, 0xFC, 0]
    for (policy, text) in [(BadValuePolicy.strip, "Aü"), (.replace, "A\u{FFFD}ü\u{FFFD}")] {
      for isWhole in [true, false] {
        guard case .declaredText(let plan) = try Self.plan("WE8MSWIN1252", isWhole: isWhole) else { return }
        let repaired = TextRepair.declared(isWhole ? cell : Self.digits(cell), plan, policy)
        #expect(repaired.text == Array(text.utf8) && repaired.places == 2)
      }
    }
  }

  @Test("what is selected, by the most bytes that a value may have")
  func selection() throws {
    func sql(_ length: Int, _ bytes: Int?) throws -> String {
      let column = ColumnMapping(
        sourceName: "C", oracleType: .varchar2(length: length), targetName: "c", postgresType: .varchar(length: length),
        isNullable: true, declaredText: DeclaredText(characterSet: "JA16SJIS", length: length, byteLength: bytes))
      return try #require(try column.sourceValues().first).sql
    }
    #expect(try sql(2000, 2000) == "UTL_RAW.CAST_TO_RAW(\"C\") AS \"C\"")
    #expect(try sql(500, nil) == "UTL_RAW.CAST_TO_RAW(\"C\") AS \"C\"")
    let piece = "RAWTOHEX(UTL_RAW.CAST_TO_RAW(SUBSTR(\"C\", "
    #expect(
      try sql(501, nil) == "CASE WHEN \"C\" IS NOT NULL THEN TO_CLOB(LENGTHB(\"C\") || ':') || "
        + "\(piece)1, 500))) || \(piece)501, 500))) END AS \"C\"")
    #expect(try sql(4000, 4000).ranges(of: piece).count == 8)
  }
}
