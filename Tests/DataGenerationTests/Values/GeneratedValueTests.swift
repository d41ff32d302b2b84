import Testing

@testable import DataGeneration

@Suite struct GeneratedValueTests {
  @Test(arguments: [
    (GeneratedValue.number(units: -1250, scale: 2), "-12.50"), (.number(units: 5, scale: 3), "0.005"),
    (.number(units: -5, scale: 2), "-0.05"), (.number(units: 7, scale: -2), "700"), (.integer(0), "0"),
  ])
  func decimalsAsText(_ value: GeneratedValue, _ text: String) { #expect(value.decimalText == text) }

  @Test func textAsDecimals() {
    #expect(GeneratedValue.number("12.5", scale: 2) == .number(units: 1250, scale: 2))
    #expect(GeneratedValue.number("12.345", scale: 2) == nil)
    #expect(GeneratedValue.number("99999999999999999999999999", scale: 0) == nil)
    #expect(GeneratedValue.number("1e400", scale: 0) == nil && GeneratedValue.number("x", scale: 0) == nil)
    #expect(PostgresText.decimal("12.500", scale: nil) == .number(units: 125, scale: 1))
    #expect(PostgresText.decimal("1200", scale: nil) == .integer(1200))
  }

  @Test func copyLinesAreEscaped() {
    var line: [UInt8] = []
    PostgresText.write(.text("a\tb\\c\nd"), .text(characters: nil), to: &line)
    #expect(String(decoding: line, as: UTF8.self) == "a\\tb\\\\c\\nd")
    line = []
    PostgresText.write(.null, .date, to: &line)
    #expect(String(decoding: line, as: UTF8.self) == "\\N")
    line = []
    PostgresText.write(.bytes([0, 255]), .bytes(length: 2), to: &line)
    #expect(String(decoding: line, as: UTF8.self) == "\\\\x00ff")
  }

  /// What is written digit by digit is what parameters are as text.
  @Test(arguments: [
    (GeneratedValue.number(units: -1250, scale: 2), ValueType.number(digits: 9, scale: 2)),
    (.number(units: -5, scale: 3), .number(digits: 9, scale: 3)), (.integer(0), .number(digits: 9, scale: 0)),
    (.integer(100), .number(digits: 9, scale: 0)), (.number(units: 7, scale: -2), .number(digits: 9, scale: -2)),
    (.moment(1_710_655_200_000_001), .timestamp(digits: 6, hasZone: true)), (.moment(-1), .date),
    (.moment(951_827_445_500_000), .timestamp(digits: 3, hasZone: false)), (.moment(3_661_000_000), .time),
    (.bytes([1, 254]), .uuid), (.integer(1), .boolean), (.integer(90), .interval(isMonths: false)),
  ])
  func linesAndParametersAgree(_ value: GeneratedValue, _ type: ValueType) {
    var line: [UInt8] = []
    PostgresText.write(value, type, to: &line)
    #expect(String(decoding: line, as: UTF8.self) == PostgresText.text(value, type))
  }

  @Test func answersAreReadByType() {
    #expect(PostgresText.value("t", .boolean) == .integer(1))
    #expect(PostgresText.value("\\x00ff", .bytes(length: nil)) == .bytes([0, 255]))
    #expect(PostgresText.value("\\x0", .bytes(length: nil)) == .text("\\x0"))
    #expect(PostgresText.value(nil, .date) == .null)
    #expect(PostgresText.value("infinity", .date) == .text("infinity"))
  }
}
