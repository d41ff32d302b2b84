import Testing

@testable import OracleWire

/// LOBs among the values that binds bring back.
@Suite struct OutBindLOBTests {
  private static let locator: [UInt8] = [0, 38, 0, 1, 2, 8, 0x80, 1] + [UInt8](repeating: 7, count: 32)

  private static func write(_ length: UInt64?, to writer: inout TTCWriter) {
    guard let length else { return writer.ub4(0) }
    writer.count(locator.count)
    writer.ub8(length)
    writer.ub4(8132)
    writer.clr(locator)
  }

  private static func value(_ length: UInt64) throws -> OutValue {
    var reader = TTCReader(written { write(length, to: &$0) })
    return .lob(try LOBColumnValue.read(from: &reader, isText: true, hasStart: false))
  }

  @Test func ofABlock() throws {
    let binds = [
      ColumnMetadata(lob: .clob), ColumnMetadata(lob: .blob), ColumnMetadata(typeCode: .number, bufferSize: 22),
    ]
    let bytes = written { writer in
      IOVectorMessage(directions: [16, 48, 16]).write(to: &writer)
      writer.u8(7)
      Self.write(3, to: &writer)
      writer.sb4(0)
      Self.write(nil, to: &writer)
      writer.sb4(0)
      writer.clr([0xC1, 2])
      writer.sb4(0)
      ResponseRoundTripTests.finish(&writer, Dialect())
    }
    let contents = try expectSameHoweverCut(bytes) {
      ResponseDecoder(call: .execute(wantsRowCounts: false), dialect: Dialect(), outBinds: OutBinds(binds: binds))
    }
    #expect(contents.outValues == [[try Self.value(3)], [.lob(nil)], [.bytes([0xC1, 2])]])
  }

  @Test func ofRETURNING() throws {
    let binds = [ColumnMetadata(typeCode: .number, bufferSize: 22), ColumnMetadata(lob: .nclob)]
    let bytes = written { writer in
      writer.raw([7, 1, 2])
      for length: UInt64? in [1, nil] {
        Self.write(length, to: &writer)
        writer.sb4(0)
      }
      ResponseRoundTripTests.finish(&writer, Dialect())
    }
    let contents = try expectSameHoweverCut(bytes) {
      ResponseDecoder(
        call: .execute(wantsRowCounts: false), dialect: Dialect(), outBinds: OutBinds(binds: binds, returning: [1]))
    }
    #expect(contents.outValues == [[], [try Self.value(1), .lob(nil)]])
  }

  @Test func bytesThatAreNoLocator() {
    for locator: [UInt8] in [[0], [7, 1, 2, 3, 4, 5, 6, 7]] {
      var decoder = ResponseDecoder(
        call: .execute(wantsRowCounts: false), dialect: Dialect(),
        outBinds: OutBinds(binds: [ColumnMetadata(lob: .clob)], returning: [0]))
      decoder.append([7, 1, 1, 1, 40, 1, 3, 0] + locator + [0, 0, 0])
      #expect(throws: WireError.self) { try decoder.decode() }
    }
  }
}
