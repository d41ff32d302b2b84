import Testing

@testable import Tabular

/// One text for each number.
@Suite struct ExactDecimalTests {
  @Test(arguments: [
    ("12.50", "12.5"), ("0", "0"), ("-0", "0"), ("-0.00", "0"), ("+7", "7"), ("007", "7"), (".5", "0.5"), ("5.", "5"),
    ("1e3", "1000"), ("1.25E+2", "125"), ("1.25e-3", "0.00125"),
    ("-12345678901234567890.000000001", "-12345678901234567890.000000001"),
    ("1E-130", "0." + String(repeating: "0", count: 129) + "1"), ("100", "100"), ("0.10", "0.1"), ("NaN", "NaN"),
    ("-Infinity", "-Infinity"),
  ])
  func values(_ text: String, _ expected: String) {
    #expect(ExactDecimal(text)?.description == expected)
  }

  @Test(arguments: ["", "-", ".", "1.2.3", "12a", "1e", "1e99999999", "0x10", " 1"])
  func others(_ text: String) {
    #expect(ExactDecimal(text) == nil)
  }
}
