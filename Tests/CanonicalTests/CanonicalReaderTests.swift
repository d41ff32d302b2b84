import Testing

@testable import Canonical

@Suite struct CanonicalReaderTests {
  @Test(
    arguments: [
      ("c10b", "10"), ("c20b0b", "1010"), ("c00b", "0.1"), ("c002", "0.01"), ("c10b0b", "10.1"),
      ("ff0b", "1" + String(repeating: "0", count: 125)), ("820b", "0." + String(repeating: "0", count: 124) + "1"),
    ])
  func numbersInPlainDigits(hexadecimal: String, text: String) throws {
    let values = try CanonicalValue.values(ofCanonical: canonical(oracle: bytes(hexadecimal), as: .number))
    #expect(values == [.number(text)])
    #expect(values.first?.isInteger == !text.contains("."))
  }

  @Test func longTextAndBytesAreCut() throws {
    let text = try canonical(oracle: Array("abcdef".utf8), as: .text)
    #expect(try CanonicalValue.values(ofCanonical: text, maximumValueBytes: 3) == [.text("abc", byteCount: 6)])
    let raw = try canonical(oracle: [1, 2, 255], as: .bytes)
    #expect(try CanonicalValue.values(ofCanonical: raw, maximumValueBytes: 3) == [.bytes([1, 2, 255], byteCount: 3)])
    #expect(try shown(raw) == "\\x0102ff")
  }

  @Test(
    arguments: [
      (CanonicalValue.null, "NULL"), (.double(.infinity), "Infinity"), (.float(-.infinity), "-Infinity"),
      (.double(.nan), "NaN"), (.double(0.1), "0.1"), (.boolean(true), "true"),
    ])
  func spelling(value: CanonicalValue, text: String) {
    #expect(value.description == text)
  }

  @Test func noNumberIsNoInteger() {
    #expect(!CanonicalValue.number("Infinity").isInteger)
    #expect(!CanonicalValue.number("1e200").isInteger)
    #expect(!CanonicalValue.text("1", byteCount: 1).isInteger)
    #expect(CanonicalValue.number("-12").isInteger)
  }
}
