import Testing

@testable import OracleWire

@Suite struct OracleTimeZoneTests {
  private static func value(_ fields: OracleTimestamp, _ first: UInt8, _ second: UInt8) throws(WireError) -> OracleValue
  {
    let column = ColumnDescription(name: "Z", typeCode: .timestampTZ, bufferSize: 13)
    return try OracleValue(wireBytes: (fields.fullTimestampBytes() + [first, second])[...], column: column)
  }

  private static let noon = OracleTimestamp(year: 2024, month: 3, day: 17, hour: 12, nanosecond: 5000)

  /// Numbers of regions in Oracle's zone file, as go-ora's table has them: 383 Europe/Berlin, 100 America/New_York.
  @Test(arguments: [(383, 0x85, 0xFC), (100, 0x81, 0x90), (1, 0x80, 0x04), (4097, 0xC0, 0x04), (5121, 0xD0, 0x04)])
  func aRegionsFieldsAreInUTC(region: Int, first: Int, second: Int) throws {
    // Bit 1 of the last byte only tells summer time.
    for summer in [0, 2] {
      let value = try Self.value(Self.noon, UInt8(first), UInt8(second | summer))
      #expect(value == .timestampTZ(Self.noon, .region(UInt16(region))))
      #expect(value.wireBytes == Self.noon.fullTimestampBytes() + [UInt8(first), UInt8(second)])
    }
    #expect(throws: WireError.unsupportedType("TIMESTAMP WITH TIME ZONE in local fields of a named region")) {
      try Self.value(Self.noon, UInt8(first), UInt8(second | 1))
    }
  }

  @Test(arguments: [
    // Two hours and a half ahead, half a day behind, and across a day's end.
    (
      OracleTimestamp(year: 2024, month: 3, day: 17, hour: 12), 150,
      OracleTimestamp(year: 2024, month: 3, day: 17, hour: 9, minute: 30)
    ),
    (OracleTimestamp(year: 2023, month: 12, day: 31, hour: 12), -720, OracleTimestamp(year: 2024, month: 1, day: 1)),
    (
      OracleTimestamp(year: 2024, month: 3, day: 1, hour: 1), 120,
      OracleTimestamp(year: 2024, month: 2, day: 29, hour: 23)
    ),
    (OracleTimestamp(year: 1900, month: 2, day: 28, hour: 23), -60, OracleTimestamp(year: 1900, month: 3, day: 1)),
    (OracleTimestamp(year: 1500, month: 2, day: 28, hour: 23), -60, OracleTimestamp(year: 1500, month: 2, day: 29)),
    (OracleTimestamp(year: 1582, month: 10, day: 4, hour: 23), -60, OracleTimestamp(year: 1582, month: 10, day: 15)),
    (
      OracleTimestamp(year: 1582, month: 10, day: 15), 1,
      OracleTimestamp(year: 1582, month: 10, day: 4, hour: 23, minute: 59)
    ),
    (OracleTimestamp(year: 1, month: 1, day: 1), 60, OracleTimestamp(year: -1, month: 12, day: 31, hour: 23)),
    (OracleTimestamp(year: -1, month: 12, day: 31, hour: 23), -60, OracleTimestamp(year: 1, month: 1, day: 1)),
    (
      OracleTimestamp(year: -5, month: 3, day: 1), 1, OracleTimestamp(year: -5, month: 2, day: 29, hour: 23, minute: 59)
    ),
  ])
  func localFieldsBecomeUTC(local: OracleTimestamp, minutes: Int, utc: OracleTimestamp) throws {
    let value = try Self.value(local, UInt8(20 + minutes / 60) | 0x40, UInt8(60 + minutes % 60))
    #expect(value == .timestampTZ(utc, .offset(minutes: minutes)))
    // What is sent again is in UTC.
    #expect(value.wireBytes == utc.fullTimestampBytes() + [UInt8(20 + minutes / 60), UInt8(60 + minutes % 60)])
  }

  @Test func momentsOutsideOfTheCalendar() {
    let first = OracleTimestamp(year: -4712, month: 1, day: 1)
    #expect(throws: WireError.self) { try Self.value(first, 0x40 | 21, 60) }
    let last = OracleTimestamp(year: 9999, month: 12, day: 31, hour: 23)
    #expect(throws: WireError.self) { try Self.value(last, 0x40 | 19, 60) }
  }

  @Test(arguments: [
    (OracleTimeZone.offset(minutes: 330), "+05:30"), (.offset(minutes: -570), "-09:30"),
    (.offset(minutes: 0), "+00:00"),
    (.region(383), "region 383"),
  ])
  func text(zone: OracleTimeZone, text: String) {
    #expect(zone.description == text)
  }
}
