import Testing

@testable import OracleWire

/// Bind values whose form differs from plain ones, byte by byte as python-oracledb writes them.
@Suite struct BindRowTests {
  @Test func imagesFollowTheirLocators() {
    let metadata = [ColumnMetadata(image: .json), ColumnMetadata(typeCode: .number, bufferSize: 22)]
    let bytes = written { writer in BindRow.write([[0xAA, 0xBB, 0xCC], [0x80]], metadata: metadata, to: &writer) }
    let locator = Captures.bytes(
      "0026 0004 61 08 0000 0001 0000000000000003 0000 0000 0000 0000000000000000 0000000000000000")
    #expect(locator.count == 40)
    // The image is longer than a plain value may be, so it stands last.
    #expect(bytes == [7, 1, 0x80, 1, 40, 40] + locator + [3, 0xAA, 0xBB, 0xCC])
  }

  @Test func aNullAmongImagesIsOneByte() {
    let bytes = written { writer in BindRow.write([nil], metadata: [ColumnMetadata(image: .vector)], to: &writer) }
    #expect(bytes == [7, 0])
  }

  /// `01 00` is false: NULL needs a form of its own.
  @Test func booleansTellNullFromFalse() {
    let metadata = [ColumnMetadata](repeating: ColumnMetadata(typeCode: .boolean, bufferSize: 4), count: 3)
    let values = [OracleValue.boolean(true), .boolean(false), .null].map(\.wireBytes)
    let bytes = written { writer in BindRow.write(values, metadata: metadata, to: &writer) }
    #expect(bytes == [7, 2, 1, 1, 1, 0, 0xFD, 1])
  }

  @Test func imagesAreAnnouncedWithThemWhole() {
    let bytes = written { writer in ColumnMetadata(image: .json).write(to: &writer, dialect: Dialect()) }
    #expect(bytes == Captures.bytes("77 01 00 00 0402000000 00 0402000000 00 00 00 00 0402000000 00"))
  }
}
