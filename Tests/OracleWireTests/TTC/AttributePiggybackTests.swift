import Testing

@testable import OracleWire

/// Session attributes as python-oracledb sends them: since 1.4 texts bring their own length, before they don't.
struct AttributePiggybackTests {
  /// Client identifier `z`, module `mod`, action `act`; no client information.
  private static let head = "00 00 0103 01 0101 01 0103 01 0103 00 00 00 00 00 00 00 00 00 00 00 00"

  @Test(arguments: [true, false])
  func endToEnd(convertsLength: Bool) throws {
    let texts = convertsLength ? "01 7A 03 6D6F64 03 616374" : "7A 6D6F64 616374"
    let bytes = Captures.bytes(Self.head + texts)
    let dialect = Dialect(convertsLength: convertsLength)
    var reader = TTCReader(bytes + [3])
    let told = try EndToEndPiggyback(from: &reader, dialect: dialect)
    #expect(told.clientIdentifier == "z" && told.module == "mod" && told.action == "act")
    #expect(reader.remaining == 1)
    for count in 0..<bytes.count {
      var reader = TTCReader(Array(bytes[..<count]))
      #expect(throws: WireError.needsMoreBytes) {
        _ = try EndToEndPiggyback(from: &reader, dialect: dialect)
      }
    }
  }

  @Test(arguments: [true, false])
  func schema(convertsLength: Bool) throws {
    var reader = TTCReader(Captures.bytes(convertsLength ? "01 0102 02 4F54 03" : "01 0102 4F54 03"))
    let dialect = Dialect(convertsLength: convertsLength)
    #expect(try AttributePiggyback.readSchema(from: &reader, dialect: dialect) == "OT")
    #expect(reader.remaining == 1)
  }
}
