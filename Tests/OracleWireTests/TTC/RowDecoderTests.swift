import NIOCore
import Testing

@testable import OracleWire

/// Rows of every form, with and without bit vectors, over several fetches.
@Suite struct RowDecoderTests {
  static let plainColumns = [
    ColumnDescription(name: "A", typeCode: .number, bufferSize: 22),
    ColumnDescription(name: "B", typeCode: .varchar, bufferSize: 32767),
    ColumnDescription(name: "C", typeCode: .date, bufferSize: 7),
  ]
  static let mixedColumns =
    plainColumns + [
      ColumnDescription(name: "NOTHING", typeCode: .varchar, bufferSize: 0),
      ColumnDescription(name: "TEXT", typeCode: .clob, bufferSize: 4000),
      ColumnDescription(name: "ROW", typeCode: .rowid, bufferSize: 18),
      ColumnDescription(name: "BYTES", typeCode: .longRaw, bufferSize: 0),
      ColumnDescription(name: "ANY_ROW", typeCode: .urowid, bufferSize: 0),
      ColumnDescription(name: "D", typeCode: .binaryDouble, bufferSize: 8),
      ColumnDescription(name: "E", typeCode: .raw, bufferSize: 2000),
    ]

  static let lengths = [1, 2, 5, 21, 251, 252, 253, 254, 255, 600, 32_767, 32_768, 70_000]

  /// A value as its column could hold it; nil for NULL.
  static func value(_ column: ColumnDescription, _ generator: inout SeededGenerator) -> [UInt8]? {
    guard !column.isNullByDescribe, Int.random(in: 0..<5, using: &generator) > 0 else { return nil }
    switch column.typeCode {
    case .rowid, .urowid:
      return RowAddress(
        object: .random(in: 0...UInt32.max, using: &generator),
        partition: .random(in: 0...UInt16.max, using: &generator),
        block: .random(in: 0...UInt32.max, using: &generator), slot: .random(in: 0...UInt16.max, using: &generator)
      ).text
    case .varchar, .clob, .longRaw:
      let isLong = Int.random(in: 0..<10, using: &generator) == 0
      let length = isLong ? lengths.randomElement(using: &generator) ?? 1 : Int.random(in: 1...40, using: &generator)
      return generator.bytes(length)
    default:
      return generator.bytes(Int.random(in: 1...21, using: &generator))
    }
  }

  static func write(_ value: [UInt8]?, _ column: ColumnDescription, to writer: inout TTCWriter) {
    guard !column.isNullByDescribe else { return }
    switch column.typeCode {
    case .rowid:
      guard let value, let address = RowAddress(text: value) else { return writer.u8(0) }
      address.writeColumn(to: &writer)
    case .urowid:
      guard let value, let address = RowAddress(text: value) else { return writer.u8(0) }
      writer.raw([1, 13, 13, 1])
      writer.u32BigEndian(address.object)
      writer.u16BigEndian(address.partition)
      writer.u32BigEndian(address.block)
      writer.u16BigEndian(address.slot)
    case .clob, .longRaw:
      writer.clr(value)
      writer.sb4(value == nil ? -1 : 0)
      writer.ub4(value == nil ? 1405 : 0)
    default:
      writer.clr(value)
    }
  }

  /// Writes a response with rows; a bit vector stands before a row that repeats values, by the generator's choice.
  static func response(
    _ rows: [[[UInt8]?]], columns: [ColumnDescription], before: [[UInt8]?]?, dialect: Dialect,
    _ generator: inout SeededGenerator
  ) -> [UInt8] {
    var writer = TTCWriter()
    RowHeaderMessage(columnCount: columns.count, iterations: UInt32(rows.count)).write(to: &writer)
    var previous = before
    for row in rows {
      var isSent = [Bool](repeating: true, count: columns.count)
      if let previous {
        for index in row.indices where row[index] == previous[index] { isSent[index] = Bool.random(using: &generator) }
      }
      if isSent.contains(false) {
        var bits = [UInt8](repeating: 0, count: (columns.count + 7) / 8)
        for index in isSent.indices where isSent[index] { bits[index / 8] |= 1 << UInt8(index % 8) }
        BitVectorMessage.write(bits, sentColumns: isSent.count { $0 }, to: &writer)
      }
      writer.u8(MessageType.rowData.rawValue)
      for index in row.indices where isSent[index] { write(row[index], columns[index], to: &writer) }
      previous = row
    }
    ResponseRoundTripTests.finish(&writer, dialect)
    return Array(writer.buffer.readableBytesView)
  }

  /// Rows of which many repeat values of the row before.
  static func rows(_ count: Int, _ columns: [ColumnDescription], _ generator: inout SeededGenerator) -> [[[UInt8]?]] {
    var rows: [[[UInt8]?]] = []
    for _ in 0..<count {
      rows.append(
        columns.enumerated().map { index, column in
          if let last = rows.last, Int.random(in: 0..<3, using: &generator) == 0 { return last[index] }
          return value(column, &generator)
        })
    }
    return rows
  }

  @Test(arguments: [plainColumns, mixedColumns, [plainColumns[0]], []], [true, false])
  func rowsOverSeveralFetches(_ columns: [ColumnDescription], _ endOfResponse: Bool) throws {
    var generator = SeededGenerator(UInt64(columns.count))
    let dialect = Dialect(endOfResponse: endOfResponse)
    var carried: RowBatch?
    var lastRow: [[UInt8]?]?
    for fetch in 0..<12 {
      let rows = Self.rows([0, 1, 7, 150][fetch % 4], columns, &generator)
      let bytes = Self.response(rows, columns: columns, before: lastRow, dialect: dialect, &generator)
      var decoder = ResponseDecoder(call: .fetch, dialect: dialect, columns: columns, carried: carried)
      // In pieces of random length, some of them empty.
      var rest = bytes[...]
      var isDone = false
      while !rest.isEmpty {
        #expect(!isDone)
        let piece = rest.prefix(Int.random(in: 0...3000, using: &generator))
        decoder.append(ByteBuffer(bytes: piece).readableBytesView)
        rest = rest.dropFirst(piece.count)
        isDone = try decoder.decode()
      }
      #expect(isDone)
      #expect(decoder.remaining == 0)
      let batch = try #require(decoder.response.batch)
      #expect(batch.rowCount == rows.count)
      #expect(batch.columnCount == columns.count)
      #expect(batch.rows == rows)
      if let last = rows.last {
        carried = batch
        lastRow = last
      }
    }
  }

  @Test(arguments: [plainColumns, mixedColumns])
  func rowsCutAtEveryByte(_ columns: [ColumnDescription]) throws {
    var generator = SeededGenerator(9)
    let dialect = Dialect(endOfResponse: false)
    var rows = Self.rows(6, columns, &generator)
    for index in rows.indices {
      for column in columns.indices where (rows[index][column]?.count ?? 0) > 600 { rows[index][column] = [7] }
    }
    let bytes = Self.response(rows, columns: columns, before: nil, dialect: dialect, &generator)
    let contents = try expectSameHoweverCut(bytes) {
      ResponseDecoder(call: .fetch, dialect: dialect, columns: columns)
    }
    #expect(contents.rows == rows)
  }

  @Test(arguments: lengths)
  func longValuesInChunks(_ length: Int) throws {
    var generator = SeededGenerator(UInt64(length))
    let dialect = Dialect()
    let rows = (0..<3).map { _ in [generator.bytes(21), generator.bytes(length), [1], nil, generator.bytes(length)] }
    let columns = Array(Self.mixedColumns.prefix(5))
    let bytes = Self.response(rows, columns: columns, before: nil, dialect: dialect, &generator)
    for step in [bytes.count, 8182, 1021] {
      var decoder = ResponseDecoder(call: .fetch, dialect: dialect, columns: columns)
      for start in stride(from: 0, to: bytes.count, by: step) {
        decoder.append(bytes[start..<min(start + step, bytes.count)])
        #expect(try decoder.decode() == (start + step >= bytes.count))
      }
      #expect(decoder.response.batch?.rows == rows)
    }
  }

  /// Servers choose their own chunks: odd ones, and one that is empty of content.
  @Test func chunksOfAnyLength() throws {
    let columns = [Self.plainColumns[1]]
    let bytes = written { writer in
      writer.raw([7, 254, 1, 2, 0x41, 0x42, 1, 1, 0x43, 2, 0, 3, 0x44, 0x45, 0x46, 0])
      writer.raw([7, 254, 0])
      writer.raw([7, 254, 1, 1, 0x47, 0])
      writer.raw([7, 255])
      ResponseRoundTripTests.finish(&writer, Dialect())
    }
    let contents = try expectSameHoweverCut(bytes) {
      ResponseDecoder(call: .fetch, dialect: Dialect(), columns: columns)
    }
    #expect(contents.rows == [[Array("ABCDEF".utf8)], [[]], [[0x47]], [nil]])
  }

  /// A row header may bring the bits itself.
  @Test func bitsInARowHeader() throws {
    let columns = Array(Self.plainColumns.prefix(2))
    let before = RowBatch(
      columnCount: 2, rowCount: 1, bytes: [1, 2, 3], cells: [.init(offset: 0, length: 1), .init(offset: 1, length: 2)])
    let bytes = written { writer in
      writer.raw([6, 0x22, 1, 2, 0, 1, 1, 0, 1, 1, 1, 0b10, 0])
      writer.raw([7, 1, 9])
      writer.raw([7, 1, 8, 1, 7])
      ResponseRoundTripTests.finish(&writer, Dialect())
    }
    let contents = try expectSameHoweverCut(bytes) {
      ResponseDecoder(call: .fetch, dialect: Dialect(), columns: columns, carried: before)
    }
    #expect(contents.rows == [[[1], [9]], [[8], [7]]])
  }

  @Test func repeatingWithoutARowBefore() {
    var decoder = ResponseDecoder(call: .fetch, dialect: Dialect(), columns: Self.plainColumns)
    decoder.append([21, 1, 1, 0b011, 7, 1, 1, 1, 1])
    #expect(throws: WireError.malformed("a row that repeats a value of no row")) { try decoder.decode() }
  }

  @Test func rowsThatWereNotDescribed() {
    var decoder = ResponseDecoder(call: .fetch, dialect: Dialect())
    decoder.append([7, 1, 1])
    #expect(throws: WireError.self) { try decoder.decode() }
  }

  @Test func typesThatAreNotCarried() {
    let type = OracleTypeCode.object
    let columns = [ColumnDescription(name: "X", typeCode: type, bufferSize: 100)]
    var decoder = ResponseDecoder(call: .fetch, dialect: Dialect(), columns: columns)
    decoder.append([7, 1, 1])
    #expect(throws: WireError.unsupportedType("a column of type \(type.name)")) { try decoder.decode() }
  }

  @Test func logicalAddressesShowAsOracleDoes() throws {
    let columns = [ColumnDescription(name: "U", typeCode: .urowid, bufferSize: 0)]
    let bytes = written { writer in
      writer.raw([7, 1, 5, 5, 2, 4, 1, 0, 0x40])
      ResponseRoundTripTests.finish(&writer, Dialect())
    }
    let contents = try expectSameHoweverCut(bytes) {
      ResponseDecoder(call: .fetch, dialect: Dialect(), columns: columns)
    }
    #expect(contents.rows == [[Array("*BAEAQA".utf8)]])
  }

  /// JSON and VECTOR come as LOBs whose whole image stands before the locator; BFILE as a locator alone.
  @Test func imagesAndLocators() throws {
    let columns = [
      ColumnDescription(name: "J", typeCode: .json, bufferSize: 8200),
      ColumnDescription(name: "V", typeCode: .vector, bufferSize: 8200),
      ColumnDescription(name: "F", typeCode: .bfile, bufferSize: 530),
      ColumnDescription(name: "B", typeCode: .boolean, bufferSize: 1),
    ]
    let oson: [UInt8] = [0xFF, 0x4A, 0x5A, 1, 0, 0x16, 0, 1, 0x31]
    let vector = OracleVector(.int8([1, -2])).wireBytes
    let file = [UInt8](repeating: 9, count: 16) + [0, 4] + Array("DOCS".utf8) + [0, 6] + Array("ü.pdf".utf8)
    let bytes = written { writer in
      let rows: [(image: [UInt8]?, truth: [UInt8]?)] = [(oson, [1, 1]), (nil, [0]), (oson, nil)]
      for (image, truth) in rows {
        writer.u8(7)
        for value in [image, image == nil ? nil : vector] {
          guard let value else {
            writer.ub4(0)
            continue
          }
          writer.ub4(40)
          writer.ub8(UInt64(value.count))
          writer.ub4(8132)
          writer.clr(value)
          writer.clr([UInt8](repeating: 3, count: 40))
        }
        if image == nil { writer.ub4(0) } else { writer.dalc(file) }
        writer.clr(truth)
      }
      ResponseRoundTripTests.finish(&writer, Dialect())
    }
    let contents = try expectSameHoweverCut(bytes) {
      ResponseDecoder(call: .fetch, dialect: Dialect(), columns: columns)
    }
    let values = try contents.rows?.map { row in
      try zip(row, columns).map { try OracleValue(wireBytes: $0.map { $0[...] }, column: $1) }
    }
    let whole: [OracleValue] = [
      .json(.boolean(true)), .vector(OracleVector(.int8([1, -2]))), .file(directory: "DOCS", name: "ü.pdf"),
    ]
    #expect(values == [whole + [.boolean(true)], [.null, .null, .null, .boolean(false)], whole + [.null]])
  }

  /// `00` is NULL only with a negative indicator; a return code says that the value is cut short.
  @Test func longValuesTellEmptyFromNullAndWholeFromCut() throws {
    let columns = [ColumnDescription(name: "TEXT", typeCode: .clob, bufferSize: 4000)]
    func batch(_ bytes: [UInt8]) throws -> RowBatch {
      var decoder = RowDecoder(columns: columns, carried: [])
      var reader = TTCReader(bytes)
      try decoder.readRows(from: &reader)
      return decoder.finish(bytes: reader.bytes)
    }
    #expect(try batch([7, 0, 0, 0]).value(row: 0, column: 0) == [])
    #expect(try batch([7, 0, 0x81, 1, 2, 5, 0x7D]).value(row: 0, column: 0) == nil)
    #expect(try batch([7, 1, 65, 0, 0]).value(row: 0, column: 0) == [65])
    let error = #expect(throws: WireError.self) { try batch([7, 1, 65, 0, 2, 5, 0x7E]) }
    #expect(error?.description.contains("1406") == true)
  }
}
