import Testing

@testable import OracleStandIn

/// Intervals as a server's DUMP() showed them, published with go-ora's tests.
struct IntervalBytesTests {
  private func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }

  @Test(arguments: [
    ("+2021-10", "800007e546"), ("-2021-10", "7ffff81b32"), ("-05-10", "7ffffffb32"), ("-05-03", "7ffffffb39"),
    ("+00-10", "8000000046"), ("-00-03", "8000000039"),
  ])
  func yearsAndMonths(_ text: String, _ hex: String) throws {
    let interval = try YearInterval(bytes: bytes(hex))
    #expect(interval.text(yearDigits: 2) == text)
    #expect(interval.bytes == bytes(hex))
  }

  @Test(arguments: [
    ("+02 12:23:34.456000", "8000000248535e9b2e0200"), ("-02 12:23:34.456789", "7ffffffe30251a64c5f3f8"),
    ("+00 10:20:30.456789", "8000000046505a9b3a0c08"), ("-00 10:20:30.456789", "8000000032281e64c5f3f8"),
    ("-00 10:20:30.000000", "8000000032281e80000000"),
  ])
  func daysAndSeconds(_ text: String, _ hex: String) throws {
    let interval = try DayInterval(bytes: bytes(hex))
    #expect(interval.text(dayDigits: 2, fractionDigits: 6) == text)
    #expect(interval.bytes == bytes(hex))
  }
}
