import Testing

@testable import Conversion

@Suite struct DecimalTextTests {
  @Test(arguments: [
    ("7", "7"), ("007", "7"), (".5", "0.5"), ("5.", "5"), ("-0.50", "-0.50"), ("+3", "3"), ("1e3", "1000"),
    ("1.25E1", "12.5"), ("12e-3", "0.012"), ("0", "0"), ("1e125", "1" + String(repeating: "0", count: 125)),
  ])
  func normalises(text: String, expected: String) {
    #expect(DecimalText.normalised(text) == expected)
  }

  @Test(arguments: ["", ".", "-", "e5", "1e", "1e999", "1.2.3", "abc", "1 ", "١", "0x10", "1e5e5", "NaN"])
  func refuses(text: String) {
    #expect(DecimalText.normalised(text) == nil)
  }
}
