import Testing

@testable import OracleWire

@Suite struct EndToEndPiggybackTests {
  @Test func whatWasNotSentYetStays() {
    let first = EndToEndPiggyback(module: "m", action: "old")
    #expect(EndToEndPiggyback(action: "a").filled(from: first) == EndToEndPiggyback(module: "m", action: "a"))
    #expect(EndToEndPiggyback(action: "a").filled(from: nil) == EndToEndPiggyback(action: "a"))
  }

  /// The bytes that python-oracledb sends for a module and an action, by its order of fields (23ai: with a token).
  @Test func moduleAndAction() throws {
    var dialect = Dialect()
    dialect.fieldVersion = 24
    var writer = TTCWriter()
    EndToEndPiggyback(module: "ab", action: "").write(sequence: 7, to: &writer, dialect: dialect)
    let expected: [UInt8] = [
      0x11, 135, 7, 0, 0, 0, 1, 0x18, 0, 0, 1, 1, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0x61, 0x62,
    ]
    #expect(Array(writer.buffer.readableBytesView) == expected)
    var reader = TTCReader(Array(expected.dropFirst(4)))
    #expect(try EndToEndPiggyback(from: &reader, dialect: dialect) == EndToEndPiggyback(module: "ab", action: ""))
    #expect(reader.remaining == 0)
  }
}
