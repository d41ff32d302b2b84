import Testing

@testable import OracleWire

/// Long values of servers without the capability of long pieces: each of at most 64 bytes, with a length of one byte, as
/// go-ora reads and writes them.
@Suite struct ByteChunksTests {
  private static let long = (0..<300).map { UInt8(truncatingIfNeeded: $0) }
  private static let encoded: [UInt8] =
    [254]
    + stride(from: 0, to: 300, by: 64).flatMap { start -> [UInt8] in
      let chunk = long[start..<min(start + 64, 300)]
      return [UInt8(chunk.count)] + chunk
    } + [0]

  @Test func writtenAndRead() throws {
    var writer = TTCWriter()
    writer.hasByteChunks = true
    writer.clr(Self.long)
    #expect(Array(writer.buffer.readableBytesView) == Self.encoded)
    var reader = TTCReader(Self.encoded)
    reader.hasByteChunks = true
    #expect(try reader.clr() == Self.long)
    #expect(reader.remaining == 0)
    for count in 0..<Self.encoded.count {
      var cut = TTCReader(Array(Self.encoded.prefix(count)))
      cut.hasByteChunks = true
      #expect(throws: WireError.needsMoreBytes) { try cut.clr() }
    }
  }

  @Test func inRows() throws {
    let columns = [
      ColumnDescription(name: "A", typeCode: .varchar, bufferSize: 4000),
      ColumnDescription(name: "B", typeCode: .varchar, bufferSize: 4000),
    ]
    var dialect = Dialect()
    dialect.hasByteChunks = true
    var decoder = RowDecoder(columns: columns, carried: [], dialect: dialect)
    var reader = TTCReader([7] + Self.encoded + [1, 65, 7, 1, 66] + Self.encoded)
    try decoder.readRows(from: &reader)
    let batch = decoder.finish(bytes: reader.bytes)
    #expect(batch.rowCount == 2)
    #expect(batch.value(row: 0, column: 0).map { Array($0) } == Self.long)
    #expect(batch.value(row: 1, column: 1).map { Array($0) } == Self.long)
  }

  @Test func inPiecesOfLOBs() throws {
    var decoder = LOBDataDecoder()
    var data: [UInt8] = []
    var reader = TTCReader([])
    reader.hasByteChunks = true
    for byte in [MessageType.lobData.rawValue] + Self.encoded {
      reader.append([byte])
      #expect(try decoder.read(from: &reader, limit: 300, into: &data))
    }
    #expect(data == Self.long)
  }

  @Test func theServersCapabilitiesDecide() {
    let request = DataTypesRequest(capabilities: .client(fieldVersion: 24, endOfResponse: true))
    func dialect(_ change: (inout Capabilities) -> Void) -> Dialect {
      var server = Capabilities.server(fieldVersion: 24)
      change(&server)
      return request.dialect(server: server, offersEndOfResponse: true)
    }
    #expect(!dialect { _ in }.hasByteChunks && dialect { _ in }.longestString == 32767)
    #expect(dialect { $0.compileTime[37] &= ~0x20 }.hasByteChunks)
    #expect(dialect { $0.compileTime = Array($0.compileTime.prefix(30)) }.hasByteChunks)
    // The run-time capabilities of a real 12.1 server (pcap of the captures).
    #expect(dialect { $0.runTime = [2, 1, 0, 1, 0x18, 0, 3] }.longestString == 4000)
  }

  @Test func stringsThatAreLongForTheServerStandLast() throws {
    let metadata = [4001, 4000].map { ColumnMetadata(typeCode: .varchar, bufferSize: $0) }
    let values: [[UInt8]?] = [[1], [2]]
    let bytes = written { BindRow.write(values, metadata: metadata, longest: 4000, to: &$0) }
    #expect(bytes == [7, 1, 2, 1, 1])
    #expect(written { BindRow.write(values, metadata: metadata, to: &$0) } == [7, 1, 1, 1, 2])
    var reader = TTCReader(Array(bytes.dropFirst()))
    #expect(try BindRow.read(from: &reader, metadata: metadata, isPLSQL: false, longest: 4000) == values)
  }
}
