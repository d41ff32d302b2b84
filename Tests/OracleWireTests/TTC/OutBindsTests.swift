import Testing

@testable import OracleWire

/// What a statement's binds bring back, however the packets cut it.
@Suite struct OutBindsTests {
  private static let number = ColumnMetadata(typeCode: .number, bufferSize: 22)
  private static let text = ColumnMetadata(typeCode: .varchar, bufferSize: 100)

  private func response(_ values: [UInt8], vector: [UInt8]?) -> [UInt8] {
    written { writer in
      if let vector { IOVectorMessage(directions: vector).write(to: &writer) }
      writer.u8(MessageType.rowData.rawValue)
      writer.raw(values)
      ResponseRoundTripTests.finish(&writer, Dialect())
    }
  }

  @Test func severalValuesOfABlock() throws {
    let long = [UInt8](repeating: 0x61, count: 90)
    let bytes = response([1, 0x80, 0, 90] + long + [0, 2, 0xC1, 2, 0], vector: [16, 48, 32, 16])
    let contents = try expectSameHoweverCut(bytes) {
      ResponseDecoder(
        call: .execute(wantsRowCounts: false), dialect: Dialect(),
        outBinds: OutBinds(binds: [Self.number, Self.text, Self.number, Self.number]))
    }
    #expect(contents.outValues == [[.bytes([0x80])], [.bytes(long)], [], [.bytes([0xC1, 2])]])
  }

  @Test func rowsOfReturning() throws {
    let bytes = response([1, 2, 1, 0x80, 0, 1, 0x80, 0, 1, 2, 2, 65, 66, 0, 1, 67, 0], vector: nil)
    let contents = try expectSameHoweverCut(bytes) {
      ResponseDecoder(
        call: .execute(wantsRowCounts: false), dialect: Dialect(),
        outBinds: OutBinds(binds: [Self.number, Self.number, Self.text], returning: [1, 2]))
    }
    #expect(contents.outValues == [[], [.bytes([0x80]), .bytes([0x80])], [.bytes([65, 66]), .bytes([67])]])
  }

  /// A NULL's length may be -1, as OCI's indicator has it.
  @Test func nullsAndValuesThatAreCutOff() throws {
    let bytes = response([0, 0x81, 1, 0, 0, 2, 65, 66, 1, 9], vector: [16, 16, 16])
    var decoder = ResponseDecoder(
      call: .execute(wantsRowCounts: false), dialect: Dialect(),
      outBinds: OutBinds(binds: [Self.text, Self.text, Self.text]))
    decoder.append(bytes)
    #expect(try decoder.decode())
    #expect(decoder.response.outValues == [[.bytes(nil)], [.bytes(nil)], [.truncated]])
  }
}
