import OracleWire
import Testing

@testable import Canonical

/// Bytes of a declared character set, next to the text that PostgreSQL has.
struct DeclaredTextReadingTests {
  private static func canonical(_ bytes: [UInt8], _ reading: OracleReading) throws -> CanonicalValue? {
    var buffer = CanonicalBuffer()
    try buffer.append(oracle: bytes.span.bytes, as: reading)
    return try CanonicalValue.values(ofCanonical: buffer.withBytes { Array($0) }).first
  }

  private static func reading(_ name: String, isPadded: Bool = false, isWhole: Bool = true) throws -> OracleReading {
    .declaredText(try DeclaredTextReading(characterSet: name, isPadded: isPadded, isWhole: isWhole))
  }

  @Test func textIsThatOfItsSet() throws {
    #expect(try Self.canonical([0x4D, 0xFC, 0x80, 0x20], Self.reading("WE8MSWIN1252")) == .text("Mü€ ", byteCount: 7))
    #expect(
      try Self.canonical([0x4D, 0xFC, 0x20, 0x20], Self.reading("WE8MSWIN1252", isPadded: true))
        == .text("Mü", byteCount: 3))
    #expect(try Self.canonical([0x95, 0x5C], Self.reading("JA16SJIS")) == .text("表", byteCount: 3))
    #expect(
      try Self.canonical(Array("2:955C".utf8), Self.reading("JA16SJIS", isWhole: false)) == .text("表", byteCount: 3))
    #expect(try Self.canonical(Array("é".utf8), Self.reading("AL32UTF8")) == .text("é", byteCount: 2))
  }

  @Test(arguments: [[0x81] as [UInt8], [0x41, 0x8D]]) func whatIsNoTextEqualsNone(_ bytes: [UInt8]) throws {
    #expect(try Self.canonical(bytes, Self.reading("WE8MSWIN1252")) == .unrepresentable(bytes))
  }

  @Test(arguments: ["", "1", "2:41", "1:4142", "1:4G", "x:41"]) func digitsThatAreNone(_ cell: String) throws {
    let bytes = Array(cell.utf8)
    #expect(try Self.canonical(bytes, Self.reading("WE8MSWIN1252", isWhole: false)) == .unrepresentable(bytes))
  }

  @Test func formsFollowPostgres() throws {
    func form(_ oid: UInt32, isPadded: Bool) throws -> ColumnForm {
      try ColumnForm(
        declaredText: "WE8MSWIN1252", isPadded: isPadded, isWhole: true,
        postgres: PostgresColumnType(oid: oid, name: "t"))
    }
    #expect(try form(1043, isPadded: false).oracle == Self.reading("WE8MSWIN1252"))
    #expect(try form(25, isPadded: true).oracle == Self.reading("WE8MSWIN1252"))
    #expect(try form(1042, isPadded: true).oracle == Self.reading("WE8MSWIN1252", isPadded: true))
    #expect(throws: CanonicalError.self) { try form(1042, isPadded: false) }
    #expect(throws: CanonicalError.self) { try form(23, isPadded: false) }
    #expect(throws: CanonicalError.self) {
      try DeclaredTextReading(characterSet: "KLINGON", isPadded: false, isWhole: true)
    }
  }
}
