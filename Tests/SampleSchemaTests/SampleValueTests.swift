import Testing

@testable import SampleSchema

@Suite struct SampleValueTests {
  @Test(arguments: [
    (0, 0, 2000, 1, 1, 0, 0, 0), (-1, 5, 1999, 12, 31, 23, 59, 59), (5_097_600, 999_999, 2000, 2, 29, 0, 0, 0),
    (5_184_000, 0, 2000, 3, 1, 0, 0, 0), (762_480_000, 0, 2024, 2, 29, 0, 0, 0),
    (-3_160_857_600, 0, 1899, 11, 2, 0, 0, 0),
    (789_004_799, 1, 2024, 12, 31, 23, 59, 59),
  ])
  func countsSecondsFrom2000(
    seconds: Int, microsecond: Int, year: Int16, month: UInt8, day: UInt8, hour: UInt8, minute: UInt8, second: UInt8
  ) {
    let time = SampleTimestamp(seconds: seconds, microsecond: microsecond)
    #expect([time.month, time.day, time.hour, time.minute, time.second] == [month, day, hour, minute, second])
    #expect(time.year == year)
    #expect(time.microsecond == Int32(microsecond))
  }

  @Test(arguments: [
    (0, 2, SampleValue.integer(0)), (1250, 2, .decimal("12.5")), (1200, 2, .integer(12)), (-5, 3, .decimal("-0.005")),
    (-889_100, 6, .decimal("-0.8891")), (123, 0, .integer(123)), (1, 1, .decimal("0.1")),
    (Int.max, 4, .decimal("922337203685477.5807")),
  ])
  func writesScaledNumbersWithoutTrailingZeros(scaled: Int, digits: Int, expected: SampleValue) {
    #expect(SampleValue.decimal(scaled: scaled, digits: digits) == expected)
  }
}
