import Testing

@testable import OracleWire

@Suite struct OracleValueTests {
  static let noon = OracleTimestamp(year: 2024, month: 3, day: 17, hour: 12, nanosecond: 5000)
  static let values: [OracleValue] = [
    .null, .text("zażółć gęślą jaźń 🚢"), .text(" "), .number(OracleNumber(-42)), .number(.zero),
    .number(.positiveInfinity),
    .date(OracleTimestamp(year: 1582, month: 10, day: 15)), .timestamp(noon),
    .timestamp(OracleTimestamp(year: 2024, month: 3, day: 17)), .timestampTZ(noon, .offset(minutes: 0)),
    .timestampTZ(noon, .offset(minutes: 330)), .timestampTZ(noon, .offset(minutes: -570)),
    .timestampTZ(noon, .offset(minutes: -719)), .raw([0, 255, 128]), .binaryFloat(-1.5), .binaryDouble(.pi),
    .binaryDouble(-.infinity),
  ]

  @Test(arguments: values)
  func aBindsBytesAreReadBackEqual(_ value: OracleValue) throws {
    let column = ColumnDescription(name: "V", typeCode: value.bindTypeCode, bufferSize: 100)
    #expect(try OracleValue(wireBytes: value.wireBytes.map { $0[...] }, column: column) == value)
  }

  @Test(arguments: [OracleValue.text(""), .raw([])])
  func emptyIsNull(_ value: OracleValue) {
    #expect(value.wireBytes == nil)
  }

  @Test func nationalTextIsUTF16() throws {
    let column = ColumnDescription(name: "N", typeCode: .varchar, bufferSize: 8, isNational: true)
    let bytes: [UInt8] = [0x00, 0x41, 0x01, 0x42, 0xD8, 0x3D, 0xDE, 0xA2]
    #expect(try OracleValue(wireBytes: bytes[...], column: column) == .text("Ał🚢"))
    #expect(throws: WireError.invalidValue("UTF-16 text")) {
      try OracleValue(wireBytes: bytes[..<7], column: column)
    }
    #expect(throws: WireError.invalidValue("UTF-16 text")) {
      try OracleValue(wireBytes: bytes[..<6], column: column)
    }
  }

  @Test func textThatIsNoUTF8() {
    let column = ColumnDescription(name: "T", typeCode: .varchar, bufferSize: 8)
    #expect(throws: WireError.invalidValue("UTF-8 text")) {
      try OracleValue(wireBytes: [0x41, 0xFF][...], column: column)
    }
  }

  @Test(arguments: [(0x85, 0xFD), (0x44, 60), (0x00, 60), (0x24, 60), (0x14, 0), (0x14, 120), (0x3F, 0xFF)])
  func zonesThatAreNoOffset(_ hour: Int, _ minute: Int) {
    let column = ColumnDescription(name: "Z", typeCode: .timestampTZ, bufferSize: 13)
    let bytes = Self.noon.fullTimestampBytes() + [UInt8(hour), UInt8(minute)]
    #expect(throws: WireError.self) { try OracleValue(wireBytes: bytes[...], column: column) }
  }

  @Test(arguments: OracleTypeCode.allCases)
  func hostileBytesOfAnyTypeThrowOrAreAValue(_ type: OracleTypeCode) throws {
    var generator = SeededGenerator(UInt64(type.rawValue))
    for isNational in [false, true] {
      let column = ColumnDescription(name: "X", typeCode: type, bufferSize: 40, isNational: isNational)
      for _ in 0..<2000 {
        let bytes = generator.bytes(Int.random(in: 0...24, using: &generator))
        guard let value = try? OracleValue(wireBytes: bytes[...], column: column) else { continue }
        // What was taken can be sent again.
        _ = value.wireBytes
      }
      #expect(try OracleValue(wireBytes: nil, column: column) == .null)
    }
  }
}
