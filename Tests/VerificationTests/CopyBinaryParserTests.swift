import Canonical
import Testing

@testable import Verification

@Suite struct CopyBinaryParserTests {
  static let header: [UInt8] = Array("PGCOPY\n".utf8) + [0xff, 0x0d, 0x0a, 0x00] + [0, 0, 0, 0, 0, 0, 0, 0]
  static let trailer: [UInt8] = [0xff, 0xff]

  static func int32(_ value: Int) -> [UInt8] { withUnsafeBytes(of: Int32(value).bigEndian) { Array($0) } }

  static func row(_ values: [[UInt8]?]) -> [UInt8] {
    withUnsafeBytes(of: Int16(values.count).bigEndian) { Array($0) }
      + values.flatMap { $0.map { int32($0.count) + $0 } ?? int32(-1) }
  }

  static let rows: [[[UInt8]?]] = [
    [[1, 2, 3], nil, []], [nil, nil, nil], [[], Array(repeating: 7, count: 300), [0xff, 0xff]], [[9], [8], [7]],
  ]

  /// The rows found in chunks.
  static func parse(_ chunks: [[UInt8]]) throws -> (rows: [[[UInt8]?]], isFinished: Bool) {
    var parser = CopyBinaryParser()
    var found: [[[UInt8]?]] = []
    for chunk in chunks {
      try chunk.withUnsafeBytes { bytes in
        try parser.parse(bytes) { span, fields in
          found.append(
            fields.map { field in
              guard field.length >= 0 else { return nil }
              return (0..<field.length).map { span.unsafeLoad(fromByteOffset: field.offset + $0, as: UInt8.self) }
            })
        }
      }
    }
    #expect(parser.rowCount == found.count)
    return (found, parser.isFinished)
  }

  static let whole = header + rows.flatMap(row) + trailer

  @Test func cutAtEveryByte() throws {
    for cut in 0...CopyBinaryParserTests.whole.count {
      let parts = [Array(CopyBinaryParserTests.whole[..<cut]), Array(CopyBinaryParserTests.whole[cut...])]
      let result = try CopyBinaryParserTests.parse(parts)
      #expect(result.rows == CopyBinaryParserTests.rows)
      #expect(result.isFinished)
    }
  }

  @Test(arguments: [1, 2, 3, 5, 7, 64, 10_000])
  func inPiecesOf(length: Int) throws {
    let whole = CopyBinaryParserTests.whole
    let pieces = stride(from: 0, to: whole.count, by: length).map { Array(whole[$0..<min($0 + length, whole.count)]) }
    let result = try CopyBinaryParserTests.parse(pieces)
    #expect(result.rows == CopyBinaryParserTests.rows)
    #expect(result.isFinished)
  }

  @Test func anExtensionOfTheHeaderIsSkipped() throws {
    let header = CopyBinaryParserTests.header.dropLast() + [3, 1, 2, 3]
    let bytes = header + CopyBinaryParserTests.row([[1]]) + CopyBinaryParserTests.trailer
    #expect(try CopyBinaryParserTests.parse(bytes.map { [$0] }).rows == [[[1]]])
  }

  @Test func aRowWithoutFields() throws {
    let bytes = CopyBinaryParserTests.header + [0, 0] + CopyBinaryParserTests.trailer
    #expect(try CopyBinaryParserTests.parse([bytes]).rows == [[]])
  }

  @Test func anEndThatComesTooEarlyIsTold() throws {
    for length in 0..<CopyBinaryParserTests.whole.count {
      var parser = CopyBinaryParser()
      try CopyBinaryParserTests.whole[..<length].withUnsafeBytes { try parser.parse($0) { _, _ in } }
      #expect(throws: CopyFormatError.self) { try parser.finish() }
    }
  }

  @Test(
    arguments: [
      Array("PGCOPX\n".utf8) + header.dropFirst(7), Array(repeating: 0, count: 19),  // another signature
      header.prefix(11) + [0, 1, 0, 0, 0, 0, 0, 0],  // rows with object identifiers
      header.prefix(11) + [0x80, 0, 0, 0, 0, 0, 0, 0],  // an unknown critical flag
      header.prefix(11) + [0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff],  // an endless header
      header + [0xff, 0xfe], header + [0x80, 0x00],  // fewer fields than none
      header + [0, 1, 0xff, 0xff, 0xff, 0xfe], header + [0, 1, 0x7f, 0xff, 0xff, 0xff],  // impossible lengths
      header + trailer + [0],  // bytes behind the end
    ] as [[UInt8]])
  func noBinaryCopy(bytes: [UInt8]) {
    #expect(throws: CopyFormatError.self) { try CopyBinaryParserTests.parse([bytes]) }
    #expect(throws: CopyFormatError.self) { try CopyBinaryParserTests.parse(bytes.map { [$0] }) }
  }

  @Test func anErrorOfTheBodyPasses() {
    struct Refusal: Error {}
    var parser = CopyBinaryParser()
    #expect(throws: Refusal.self) {
      try CopyBinaryParserTests.whole.withUnsafeBytes { try parser.parse($0) { _, _ in throw Refusal() } }
    }
  }

  @Test func flippedBitsThrowOrGiveOtherRows() throws {
    var refused = 0
    for bit in 0..<CopyBinaryParserTests.whole.count * 8 {
      var bytes = CopyBinaryParserTests.whole
      bytes[bit / 8] ^= 1 << (bit % 8)
      guard let result = try? CopyBinaryParserTests.parse([bytes]) else {
        refused += 1
        continue
      }
      // The flags' lower half is for hints that may be ignored.
      let isHint = (13..<15).contains(bit / 8)
      #expect(isHint || result.rows != CopyBinaryParserTests.rows || !result.isFinished)
    }
    #expect(refused > 8 * 11)
  }
}
