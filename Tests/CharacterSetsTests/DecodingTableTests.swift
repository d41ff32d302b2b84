import Testing

@testable import CharacterSets

/// Text in other character sets.
struct DecodingTableTests {
  /// What a table makes of bytes; U+FFFD for each that is no character.
  static func decoded(_ bytes: [UInt8], _ name: String) throws -> String {
    let table = try DecodingTable.of(#require(OracleCharacterSet(name: name)))
    var text = ""
    var place = 0
    while place < bytes.count {
      let next = place + 1 < bytes.count ? bytes[place + 1] : nil
      if let (value, length) = table.scalar(bytes[place], next: next) {
        text.unicodeScalars.append(try #require(Unicode.Scalar(value)))
        place += length
      } else {
        text.unicodeScalars.append("\u{FFFD}")
        place += 1
      }
    }
    return text
  }

  @Test(
    "published encodings",
    arguments: [
      ("WE8MSWIN1252", [0x80, 0x93, 0x4D, 0xFC, 0x94, 0x81], "€“Mü”\u{FFFD}"),
      ("WE8ISO8859P1", [0xC4, 0x80], "Ä\u{80}"), ("WE8ISO8859P15", [0xA4], "€"),
      ("EE8MSWIN1250", [0xB3, 0xF3, 0x64, 0x9F], "łódź"), ("CL8MSWIN1251", [0xCF, 0xF0, 0xE8], "При"),
      ("CL8KOI8R", [0xF0, 0xD2, 0xC9], "При"), ("RU8PC866", [0x8F, 0xE0, 0xA8], "При"), ("WE8PC850", [0x84], "ä"),
      ("EL8ISO8859P7", [0xE1], "α"), ("TR8MSWIN1254", [0xFE], "ş"), ("TH8TISASCII", [0xA1], "ก"),
      ("JA16SJIS", [0x93, 0xFA, 0x96, 0x7B, 0x41, 0xB1], "日本Aｱ"),
      // The second byte may be ASCII's backslash, which is part of the character then.
      ("JA16SJIS", [0x95, 0x5C, 0x5C], "表\\"), ("JA16SJISTILDE", [0x81, 0x60], "～"),
      ("ZHS16GBK", [0xD6, 0xD0, 0xCE, 0xC4], "中文"), ("ZHT16MSWIN950", [0xA4, 0xA4, 0xA4, 0xE5], "中文"),
      ("KO16MSWIN949", [0xC7, 0xD1, 0xB1, 0xDB, 0x81, 0x41], "한글갂"), ("KO16KSC5601", [0xC7, 0xD1], "한"),
      // Half a character at the end, and a pair that is none.
      ("JA16SJIS", [0x93], "\u{FFFD}"), ("ZHS16GBK", [0xD6, 0x20], "\u{FFFD} "),
      ("US7ASCII", [0x41, 0xC4], "A\u{FFFD}"),
    ] as [(String, [UInt8], String)])
  func published(_ name: String, _ bytes: [UInt8], _ text: String) throws {
    #expect(try Self.decoded(bytes, name) == text)
    let converter = try TextConverter(#require(OracleCharacterSet(name: name)))
    let whole = bytes.withUnsafeBytes { converter.utf8($0) }
    #expect(whole == (text.unicodeScalars.contains("\u{FFFD}") ? nil : Array(text.utf8)))
    // An error before leaves nothing behind.
    #expect(([0x41] as [UInt8]).withUnsafeBytes { converter.utf8($0) } == [0x41])
  }

  @Test("every set is known to the C library, and begins with ASCII", arguments: OracleCharacterSet.names)
  func ascii(_ name: String) throws {
    let set = try #require(OracleCharacterSet(name: name.lowercased()))
    #expect(set.name == name)
    let table = try DecodingTable.of(set)
    #expect(table.isUTF8 == ["AL32UTF8", "UTF8"].contains(name))
    guard !table.isUTF8 else { return }
    for byte in UInt8(0)..<128 {
      #expect(table.scalar(byte, next: nil)?.value == UInt32(byte))
    }
    #expect(try DecodingTable.of(set) == table)
  }

  @Test(
    "table and converter agree on each pair of bytes",
    arguments: ["JA16SJIS", "ZHS16GBK", "ZHT16MSWIN950", "KO16MSWIN949"])
  func pairs(_ name: String) throws {
    let set = try #require(OracleCharacterSet(name: name))
    let converter = try TextConverter(set)
    for lead in UInt8(0x80)...0xFF {
      for trail in UInt8(0)...0xFF {
        let bytes = [lead, trail]
        let whole = bytes.withUnsafeBytes { converter.utf8($0) }
        let byTable = try Self.decoded(bytes, name)
        if byTable.unicodeScalars.contains("\u{FFFD}") ? whole != nil : whole != Array(byTable.utf8) {
          Issue.record("\(name) \(bytes)")
        }
      }
    }
  }

  @Test("what cannot be decoded has no set", arguments: ["WIN1252", "AL16UTF16", "JA16EUC", "WE8EBCDIC37", ""])
  func unknown(_ name: String) {
    #expect(OracleCharacterSet(name: name) == nil)
  }
}
