import Model
import OracleWire
import Testing

@testable import Transfer

/// BINARY_FLOAT and BINARY_DOUBLE.
struct FloatWritingTests {
  static let doubles: [Double] = [
    0, -0.0, 1, -1, 134.45, -134.45, .infinity, -.infinity, .nan, .pi, .leastNonzeroMagnitude,
    -.greatestFiniteMagnitude,
  ]

  @Test("doubles keep every bit", arguments: doubles)
  func double(value: Double) throws {
    let bits = (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (56 - 8 * UInt64($0))) }
    #expect(try field(BinaryFloats.bytes(value), .doublePrecision) == bits)
  }

  @Test("floats keep every bit", arguments: doubles.map { Float($0) })
  func float(value: Float) throws {
    let bits = (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (24 - 8 * UInt32($0))) }
    #expect(try field(BinaryFloats.bytes(value), .real) == bits)
  }

  @Test("PostgreSQL reads them so")
  func crossing() async throws {
    let values = Self.doubles.map { BinaryFloats.bytes($0) }
    let texts = try await crossed(values, as: .binaryDouble, to: .doublePrecision)
    #expect(
      texts == [
        "0", "-0", "1", "-1", "134.45", "-134.45", "Infinity", "-Infinity", "NaN", "3.141592653589793", "5e-324",
        "-1.7976931348623157e+308",
      ])
    let floats = ["c3067333", "3cf98ccc"].map { bytes(hex: $0) }
    #expect(try await crossed(floats, as: .binaryFloat, to: .real) == ["134.45", "-134.45"])
    #expect(
      try await crossed(floats, as: .binaryFloat, to: .doublePrecision) == ["134.4499969482422", "-134.4499969482422"])
  }

  @Test("other lengths are rejected")
  func lengths() {
    for plan in [ColumnPlan.real, .doublePrecision, .widenedReal] {
      #expect(rejection([], plan) == .corruptFloat)
      #expect(rejection([1, 2, 3, 4, 5], plan) == .corruptFloat)
    }
  }
}
