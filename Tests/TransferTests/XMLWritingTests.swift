import Model
import OracleWire
import Testing

@testable import Transfer

/// The text of XMLSERIALIZE to xml.
struct XMLWritingTests {
  private func crossed(_ texts: [String]) async throws -> [String?] {
    try await TransferTests.crossed(texts.map { Array($0.utf8) }, as: .clob, to: .xml)
  }

  @Test("text stays as it is")
  func text() async throws {
    let texts = [
      "<a/>", "<?xml version=\"1.0\"?>\n<a b='1'>Zoë 🚀 &amp; <![CDATA[<]]></a>", "just text, and <b/>",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>ü</a>",
      "<?xml version='1.0' encoding='utf-8' standalone='yes'?><a/>",
      "<!DOCTYPE a [<!ENTITY e 'x'>]><a>é</a>", "<a>" + String(repeating: "Größe ", count: 10_000) + "</a>",
    ]
    #expect(try await crossed(texts) == texts)
  }

  @Test("another encoding than UTF-8 is left out, since PostgreSQL would convert by it, and counted")
  func encodings() async throws {
    #expect(
      try await crossed([
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>ü€</a>",
        "<?xml version='1.0'  encoding = 'WINDOWS-1252' standalone='yes'?><a>ü</a>",
        "<?xml version=\"1.0\" encoding=\"No-Such\" ?>\n<a>Ł</a>",
      ]) == [
        "<?xml version=\"1.0\"?><a>ü€</a>", "<?xml version='1.0' standalone='yes'?><a>ü</a>",
        "<?xml version=\"1.0\" ?>\n<a>Ł</a>",
      ])
    var transcoder = transcoder([.xml])
    var arena = CopyArena(capacity: 64)
    let documents = [
      "<?xml version=\"1.0\" encoding=\"US-ASCII\"?><a/>", "<a encoding='x'/>", "<?xml-style encoding='x'?><a/>",
    ]
    _ = try transcoder.transcode(RowBatch(rows: documents.map { [Array($0.utf8)] }), into: &arena)
    #expect(transcoder.losses == [1])
    #expect(transcoder.findings.map(\.rule) == ["xml.encoding"])
  }

  @Test("declarations that are none, or cut short, don't trap")
  func broken() {
    let whole = "<?xml version=\"1.0\" encoding=\"US-ASCII\"?>"
    for length in 0...whole.utf8.count {
      #expect(rejection(Array(whole.utf8.prefix(length)), .xml) == nil)
    }
    #expect(rejection([0x3c, 0x61, 0, 0x3e], .xml) == .nulInText)
    #expect(rejection([0x3c, 0xff, 0x3e], .xml) == .invalidUTF8)
  }
}
