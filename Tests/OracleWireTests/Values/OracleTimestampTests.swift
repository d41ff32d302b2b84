import Testing

@testable import OracleWire

@Suite struct OracleTimestampTests {
  @Test(arguments: [
    ("78 7C 03 11 0A 1F 01", "2024-03-17 09:30:00"),
    ("78 7C 03 11 0A 1F 01 00 00 03 E8", "2024-03-17 09:30:00.000001"),
    ("78 7C 03 11 0A 1F 01 3B 9A C9 FF", "2024-03-17 09:30:00.999999999"),
    ("77 C7 0C 1F 18 3C 3C", "1999-12-31 23:59:59"),
    ("C7 C7 0C 1F 01 01 01", "9999-12-31 00:00:00"),
    ("64 65 01 01 01 01 01", "0001-01-01 00:00:00"),
    ("35 58 01 01 01 01 01", "-4712-01-01 00:00:00"),
  ])
  func fields(_ hex: String, _ text: String) throws {
    let bytes = Captures.bytes(hex)
    let timestamp = try OracleTimestamp(wireBytes: bytes)
    #expect(timestamp.description == text)
    #expect(timestamp.timestampBytes() == bytes)
    #expect(timestamp.dateBytes() == Array(bytes.prefix(7)))
    #expect(try OracleTimestamp(wireBytes: timestamp.fullTimestampBytes()) == timestamp)
  }

  @Test(arguments: [
    "", "78", "78 7C 03 11 0A 1F", "78 7C 03 11 0A 1F 01 00", "78 7C 00 11 0A 1F 01", "78 7C 0D 11 0A 1F 01",
    "78 7C 03 00 0A 1F 01", "78 7C 03 20 0A 1F 01", "78 7C 03 11 00 1F 01", "78 7C 03 11 19 1F 01",
    "78 7C 03 11 0A 00 01", "78 7C 03 11 0A 3D 01", "78 7C 03 11 0A 1F 00", "78 7C 03 11 0A 1F 3D",
    "78 7C 03 11 0A 1F 01 3B 9A CA 00", "FF FF 01 01 01 01 01", "00 00 01 01 01 01 01",
  ])
  func bytesThatAreNoDate(_ hex: String) {
    #expect(throws: WireError.invalidValue("DATE or TIMESTAMP")) {
      try OracleTimestamp(wireBytes: Captures.bytes(hex))
    }
  }

  @Test func everyCenturyBothWays() throws {
    for year in stride(from: -4712, through: 9999, by: 7) {
      let timestamp = OracleTimestamp(
        year: year, month: 2, day: 28, hour: 23, minute: 1, second: 59, nanosecond: 120_000_000)
      #expect(try OracleTimestamp(wireBytes: timestamp.timestampBytes()) == timestamp)
    }
  }
}
