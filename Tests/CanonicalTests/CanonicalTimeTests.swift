import OracleWire
import Testing

@testable import Canonical

@Suite struct CanonicalTimeTests {
  /// Oracle's bytes; microseconds since 2000-01-01 as PostgreSQL's timestamp_send has them
  /// (`extract(epoch from ...) - 946684800`); the text.
  static let timestamps: [(String, Int64, String)] = [
    ("78 64 01 01 01 01 01", 0, "2000-01-01 00:00:00"),
    ("77 c7 0c 1f 18 3c 3c", -1_000_000, "1999-12-31 23:59:59"),
    ("78 64 02 1d 01 01 01", 5_097_600_000_000, "2000-02-29 00:00:00"),
    ("78 7c 03 11 0a 1f 01", 763_983_000_000_000, "2024-03-17 09:30:00"),
    ("77 64 03 01 01 01 01", -3_150_576_000_000_000, "1900-03-01 00:00:00"),
    ("64 65 01 01 01 01 01", -63_082_281_600_000_000, "0001-01-01 00:00:00"),
    ("64 63 0c 1f 18 3c 3c", -63_082_281_601_000_000, "0001-12-31 23:59:59 BC"),
    ("c7 c7 0c 1f 18 3c 3c", 252_455_615_999_000_000, "9999-12-31 23:59:59"),
  ]

  @Test(arguments: timestamps)
  func sameFieldsSameBytes(oracle: String, microseconds: Int64, text: String) throws {
    let fromOracle = try canonical(oracle: bytes(oracle), as: .timestamp(.round))
    #expect(fromOracle == (try canonical(postgres: bigEndian(microseconds), as: .timestamp)))
    #expect(try shown(fromOracle) == text)
    // A timestamp whose fraction is 0 may come with its nanoseconds or without.
    #expect(try canonical(oracle: bytes(oracle + "00000000"), as: .timestamp(.truncate)) == fromOracle)
  }

  @Test func earliestDateOfOracle() throws {
    #expect(
      try shown(canonical(oracle: bytes("35 58 01 01 01 01 01"), as: .timestamp(.round))) == "4712-01-01 00:00:00 BC")
  }

  @Test(
    arguments: [
      (1_000, 1, 1, false), (999_999_000, 999_999, 999_999, false), (499, 0, 0, true), (500, 1, 0, true),
      (1_499, 1, 1, true), (1_500, 2, 1, true), (999_999_999, 1_000_000, 999_999, true),
    ] as [(UInt32, Int64, Int64, Bool)])
  func digitsBeyondMicroseconds(nanoseconds: UInt32, rounded: Int64, truncated: Int64, isLost: Bool) throws {
    let value = bytes("78 64 01 01 01 01 01") + bigEndian(nanoseconds)
    for (rule, expected) in [(SubMicrosecondRule.round, rounded), (.truncate, truncated)] {
      var buffer = CanonicalBuffer()
      try buffer.append(oracle: value.span.bytes, as: .timestamp(rule))
      #expect(buffer.array == (try canonical(postgres: bigEndian(expected), as: .timestamp)))
      #expect(buffer.hasLostDigits == isLost)
    }
  }

  @Test(
    arguments: [
      // 09:30 UTC, told with the zones UTC, +05:30 and -08:00: the fields are UTC.
      ("78 7c 03 11 0a 1f 01 00000000 14 3c", 763_983_000_000_000),
      ("78 7c 03 11 0a 1f 01 00000000 19 5a", 763_983_000_000_000),
      ("78 7c 03 11 0a 1f 01 00000000 0c 3c", 763_983_000_000_000),
      // The flag 0x40 says that the fields are local: 09:30 at +05:30 is 04:00 UTC.
      ("78 7c 03 11 0a 1f 01 00000000 59 5a", 763_963_200_000_000),
      // Regions, whose fields are in UTC: numbers 383, and 4097 in summer time.
      ("78 7c 03 11 0a 1f 01 00000000 85 fc", 763_983_000_000_000),
      ("78 7c 03 11 0a 1f 01 00000000 c0 06", 763_983_000_000_000),
    ] as [(String, Int64)])
  func instantsAreInUTC(oracle: String, microseconds: Int64) throws {
    let fromOracle = try canonical(oracle: bytes(oracle), as: .instant(.round))
    #expect(fromOracle == (try canonical(postgres: bigEndian(microseconds), as: .instant)))
    #expect(try shown(fromOracle).hasSuffix("+00"))
    #expect(fromOracle != (try canonical(postgres: bigEndian(microseconds), as: .timestamp)))
  }

  /// What PostgreSQL cannot hold equals nothing that it can send, and stops nothing.
  @Test(
    arguments: [
      "73 64 02 1d 01 01 01",  // 29 February 1500, which Oracle's Julian calendar has
      "64 64 01 01 01 01 01",  // year 0
      "78 64 00 01 01 01 01", "78 64 0d 01 01 01 01", "78 64 01 20 01 01 01", "78 64 04 1f 01 01 01",
      "78 64 01 01 19 01 01", "78 64 01 01 00 01 01", "78 64 01 01 01 3d 01", "78 64 01 01 01 01 3d",
      "78 7c 03 11 0a 1f 01 00000000 85 fd",  // local fields of a region, whose rules are not known here
      "00 00 00 00 00 00 00", "ff ff ff ff ff ff ff", "78 64 01 01 01 01 01 ffffffff",
    ])
  func datesThatPostgreSQLCannotHold(hexadecimal: String) throws {
    let result = try canonical(oracle: bytes(hexadecimal), as: .timestamp(.round))
    #expect(result.first == CanonicalTag.unrepresentable.rawValue)
    #expect(try shown(result).contains("cannot hold"))
  }

  @Test(arguments: [0, 1, 6, 8, 10, 12, 14])
  func lengthsThatNoTimestampHas(length: Int) {
    let value = Array(repeating: UInt8(1), count: length)
    #expect(throws: CanonicalError.self) { try canonical(oracle: value, as: .timestamp(.round)) }
    #expect(throws: CanonicalError.self) { try canonical(postgres: value, as: .date) }
    #expect(throws: CanonicalError.self) { try canonical(postgres: value, as: .interval) }
    guard length != 8 else { return }
    #expect(throws: CanonicalError.self) { try canonical(postgres: value, as: .timestamp) }
  }

  @Test func infinitiesAndDates() throws {
    #expect(try shown(canonical(postgres: bigEndian(Int64.max), as: .timestamp)) == "infinity")
    #expect(try shown(canonical(postgres: bigEndian(Int64.min), as: .timestamp)) == "-infinity")
    #expect(try shown(canonical(postgres: bigEndian(Int32.max), as: .date)) == "infinity")
    let beyond = try canonical(postgres: bigEndian(Int32.max - 1), as: .date)
    #expect(beyond.first == CanonicalTag.unrepresentable.rawValue)
    #expect(
      try canonical(postgres: bigEndian(Int32(-1)), as: .date)
        == canonical(oracle: bytes("77 c7 0c 1f 01 01 01"), as: .timestamp(.round)))
  }

  /// Oracle's intervals from DUMP() of a real server; PostgreSQL's as microseconds, days, months.
  @Test(
    arguments: [
      ("800007e546", 0, 0, 2021 * 12 + 10), ("7ffff81b32", 0, 0, -2021 * 12 - 10), ("7ffffffb39", 0, 0, -63),
    ] as [(String, Int64, Int32, Int32)])
  func intervalsOfMonths(oracle: String, microseconds: Int64, days: Int32, months: Int32) throws {
    #expect(
      try canonical(oracle: bytes(oracle), as: .intervalYM)
        == canonical(postgres: bigEndian(microseconds) + bigEndian(days) + bigEndian(months), as: .interval))
  }

  /// 200,000,000 years: a value like others in Oracle, and a difference to whatever PostgreSQL has.
  @Test func intervalsThatPostgresCannotHold() throws {
    #expect(
      try canonical(oracle: bytes("8BEBC2003C"), as: .intervalYM).first == CanonicalTag.unrepresentable.rawValue)
  }

  @Test(
    arguments: [
      ("8000000248535e9b2e0200", 44_614_456_000, 2), ("7ffffffe30251a64c5f3f8", -44_614_456_789, -2),
      ("80000000 46 50 5a 80000000", 37_230_000_000, 0),
    ] as [(String, Int64, Int32)])
  func intervalsOfSeconds(oracle: String, microseconds: Int64, days: Int32) throws {
    let fromOracle = try canonical(oracle: bytes(oracle), as: .intervalDS(.round))
    #expect(
      fromOracle
        == (try canonical(postgres: bigEndian(microseconds) + bigEndian(days) + bigEndian(Int32(0)), as: .interval)))
    // A day is 24 hours, as PostgreSQL compares intervals.
    let hours = microseconds + Int64(days) * 86_400_000_000
    #expect(
      fromOracle
        == (try canonical(postgres: bigEndian(hours) + bigEndian(Int32(0)) + bigEndian(Int32(0)), as: .interval)))
  }

  @Test func everyDayOfNineCenturiesIsTheNext() {
    var expected = CivilCalendar.days(year: 1599, month: 12, day: 31)
    for year in 1600...2500 {
      for month in 1...12 {
        for day in 1...CivilCalendar.length(ofMonth: month, year: year) {
          expected += 1
          let days = CivilCalendar.days(year: year, month: month, day: day)
          guard days == expected, CivilCalendar.date(days: days) == (year, month, day) else {
            Issue.record("\(year)-\(month)-\(day) is day \(days), not \(expected)")
            return
          }
        }
      }
    }
    #expect(CivilCalendar.days(year: 2000, month: 1, day: 1) == 0)
  }
}
