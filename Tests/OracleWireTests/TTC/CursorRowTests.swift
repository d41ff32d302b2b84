import Testing

@testable import OracleWire

/// Cursors as values of rows: a byte, a describe without its opening bytes, the number.
@Suite struct CursorRowTests {
  private static let columns = [
    ColumnDescription(name: "ID", typeCode: .number, bufferSize: 22),
    ColumnDescription(name: "C", typeCode: .cursor, bufferSize: 4),
    ColumnDescription(name: "V", typeCode: .varchar, bufferSize: 20),
  ]
  private static let nested = [
    ColumnDescription(
      name: "NAME", typeCode: .varchar, bufferSize: 80, maxCharacters: 20, isNational: false, isNullable: true),
    ColumnDescription(name: String(repeating: "N", count: 300), typeCode: .cursor, bufferSize: 4),
  ]

  private static func write(
    _ columns: [ColumnDescription], _ number: UInt16, _ dialect: Dialect, to writer: inout TTCWriter
  ) {
    writer.u8(1)
    DescribeMessage(columns: columns, serverDate: [120, 124, 1, 1, 1, 1, 1]).writeBody(to: &writer, dialect: dialect)
    writer.ub2(number)
  }

  private static func decode(_ bytes: [UInt8], _ dialect: Dialect = Dialect()) throws -> RowBatch {
    var decoder = ResponseDecoder(call: .fetch, dialect: dialect, columns: columns)
    decoder.append(bytes)
    try #require(try decoder.decode())
    return try #require(decoder.response.batch)
  }

  @Test(arguments: Dialect.fieldVersions) func describedInEachRow(_ fieldVersion: UInt8) throws {
    let dialect = Dialect(fieldVersion: fieldVersion)
    let bytes = written { writer in
      for number: UInt16 in [7, 0, 60000] {
        writer.u8(7)
        writer.clr([0xC1, 2])
        Self.write(number == 0 ? [] : Self.nested, number, dialect, to: &writer)
        writer.clr(Array("x".utf8))
      }
      ResponseRoundTripTests.finish(&writer, dialect)
    }
    try expectSameHoweverCut(bytes) { ResponseDecoder(call: .fetch, dialect: dialect, columns: Self.columns) }
    let batch = try Self.decode(bytes, dialect)
    #expect(try batch.cursor(row: 0, column: 1) == ReturnedCursor(columns: Self.nested, number: 7))
    // A cursor without a number is none.
    #expect(try batch.cursor(row: 1, column: 1) == nil)
    #expect(try batch.cursor(row: 2, column: 1)?.number == 60000)
    #expect(batch.value(row: 2, column: 2) == Array("x".utf8)[...])
    #expect(throws: WireError.invalidValue("cursor")) { try batch.cursor(row: 0, column: 0) }
  }

  @Test func repeatedFromTheRowBefore() throws {
    let first = written { writer in
      writer.u8(7)
      writer.clr([0xC1, 2])
      Self.write(Self.nested, 7, Dialect(), to: &writer)
      writer.clr(nil)
      ResponseRoundTripTests.finish(&writer, Dialect())
    }
    let before = try Self.decode(first)
    let bytes = written { writer in
      writer.raw([21, 1, 1, 0b101, 7])
      writer.clr([0xC1, 3])
      writer.clr(nil)
      ResponseRoundTripTests.finish(&writer, Dialect())
    }
    var decoder = ResponseDecoder(call: .fetch, dialect: Dialect(), columns: Self.columns, carried: before)
    decoder.append(bytes)
    #expect(try decoder.decode())
    #expect(try decoder.response.batch?.cursor(row: 0, column: 1)?.number == 7)
  }

  @Test func bytesThatAreNoCursor() {
    // A describe of more columns than there can be, and one of a type that nobody knows.
    for cursor: [UInt8] in [[1, 0, 4, 0xFF, 0xFF, 0xFF, 0xFF, 0], [1, 0, 1, 1, 0, 77, 0, 0, 0]] {
      var decoder = ResponseDecoder(call: .fetch, dialect: Dialect(), columns: Self.columns)
      decoder.append([7, 1, 1] + cursor + [UInt8](repeating: 0, count: 100))
      #expect(throws: WireError.self) { try decoder.decode() }
    }
  }
}
