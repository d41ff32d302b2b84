import Testing

@testable import OracleWire

/// Bytes and text as real servers printed them with DUMP(), published by go-ora.
@Suite struct OracleIntervalsTests {
  @Test(arguments: [
    ("+2021-10", "800007e546", 24_262), ("-2021-10", "7ffff81b32", -24_262), ("-05-10", "7ffffffb32", -70),
    ("-05-03", "7ffffffb39", -63), ("+00-10", "8000000046", 10), ("-00-03", "8000000039", -3),
  ])
  func yearsAndMonths(text: String, hex: String, months: Int) throws {
    let interval = try OracleIntervalYM(wireBytes: Captures.bytes(hex))
    #expect(interval.months == months)
    #expect(interval.description == text)
    #expect(try OracleIntervalYM(months: months).wireBytes == Captures.bytes(hex))
    let column = ColumnDescription(name: "V", typeCode: .intervalYM, bufferSize: 5)
    let value = try OracleValue(wireBytes: Captures.bytes(hex)[...], column: column)
    #expect(value == .intervalYM(interval))
    #expect(value.bindTypeCode == .intervalYM)
    #expect(value.wireBytes == Captures.bytes(hex))
  }

  @Test(arguments: [
    ("+02 12:23:34.456000", "8000000248535e9b2e0200", 217_414, 456_000_000),
    ("-02 12:23:34.456789", "7ffffffe30251a64c5f3f8", -217_414, -456_789_000),
    ("+00 10:20:30.456789", "8000000046505a9b3a0c08", 37_230, 456_789_000),
    ("-00 10:20:30.456789", "8000000032281e64c5f3f8", -37_230, -456_789_000),
    ("-00 10:20:30.000000", "8000000032281e80000000", -37_230, 0),
  ])
  func daysAndSeconds(text: String, hex: String, seconds: Int, nanoseconds: Int) throws {
    let interval = try OracleIntervalDS(wireBytes: Captures.bytes(hex))
    #expect(interval.seconds == seconds)
    #expect(interval.nanoseconds == nanoseconds)
    // The server printed six digits of a fraction, all that its column had.
    #expect(interval.description == text + "000")
    #expect(try OracleIntervalDS(seconds: seconds, nanoseconds: nanoseconds).wireBytes == Captures.bytes(hex))
    let column = ColumnDescription(name: "V", typeCode: .intervalDS, bufferSize: 11)
    let value = try OracleValue(wireBytes: Captures.bytes(hex)[...], column: column)
    #expect(value == .intervalDS(interval))
    #expect(value.bindTypeCode == .intervalDS)
    #expect(value.wireBytes == Captures.bytes(hex))
  }

  /// python-oracledb sends a negative timedelta as days of one sign and a time of the other.
  @Test func mixedSignsMeanTheSum() throws {
    let interval = try OracleIntervalDS(wireBytes: Captures.bytes("7fffffff53773780000000"))
    #expect(interval.seconds == -86_400 + 23 * 3600 + 59 * 60 - 5)
    #expect(try OracleIntervalDS(seconds: 1, nanoseconds: -1).nanoseconds == 999_999_999)
    #expect(try OracleIntervalDS(seconds: -1, nanoseconds: 1).seconds == 0)
    #expect(
      try OracleIntervalDS(wireBytes: Captures.bytes("800000003c3c3d7fffffff")).wireBytes
        == Captures.bytes("800000003c3c3cbb9ac9ff"))
  }

  @Test(arguments: [
    "", "80000000", "800000004600", "8000000030", "8000000048", "bb9aca003c", "446535ff3c", "000000003c", "ffffffff3c",
  ])
  func bytesThatAreNoYearsAndMonths(hex: String) {
    #expect(throws: WireError.invalidValue("INTERVAL YEAR TO MONTH")) {
      try OracleIntervalYM(wireBytes: Captures.bytes(hex))
    }
  }

  @Test(arguments: [
    "", "800000003c3c3c800000", "800000003c3c3c8000000000", "bb9aca003c3c3c80000000", "80000000543c3c80000000",
    "800000003c783c80000000", "800000003c3c0080000000", "800000003c3c3cbb9aca00", "800000003c3c3c00000000",
  ])
  func bytesThatAreNoDaysAndSeconds(hex: String) {
    #expect(throws: WireError.invalidValue("INTERVAL DAY TO SECOND")) {
      try OracleIntervalDS(wireBytes: Captures.bytes(hex))
    }
  }

  @Test func theWidestIntervals() throws {
    let years = try OracleIntervalYM(months: OracleIntervalYM.limit)
    #expect(years.description == "+999999999-11")
    #expect(try OracleIntervalYM(wireBytes: years.wireBytes) == years)
    #expect(throws: WireError.self) { try OracleIntervalYM(months: OracleIntervalYM.limit + 1) }
    #expect(throws: WireError.self) { try OracleIntervalYM(months: .min) }
    let days = try OracleIntervalDS(seconds: -86_399_999_999_999, nanoseconds: -999_999_999)
    #expect(days.description == "-999999999 23:59:59.999999999")
    #expect(try OracleIntervalDS(wireBytes: days.wireBytes) == days)
    #expect(throws: WireError.self) { try OracleIntervalDS(seconds: 86_400_000_000_000) }
    #expect(throws: WireError.self) { try OracleIntervalDS(seconds: .max, nanoseconds: .max) }
  }
}
