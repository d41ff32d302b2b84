import Testing

@testable import OracleWire

@Suite struct BinaryFloatsTests {
  /// Values as a server's DUMP() showed them, published with go-ora's tests.
  @Test(arguments: [(Float(134.45), "c3067333"), (-134.45, "3cf98ccc")])
  func theServersFloats(_ value: Float, _ hex: String) throws {
    #expect(BinaryFloats.bytes(value) == Captures.bytes(hex))
    #expect(try BinaryFloats.float(Captures.bytes(hex)) == value)
  }

  @Test(arguments: [(134.45, "c060ce6666666666"), (-134.45, "3f9f319999999999")])
  func theServersDoubles(_ value: Double, _ hex: String) throws {
    #expect(BinaryFloats.bytes(value) == Captures.bytes(hex))
    #expect(try BinaryFloats.double(Captures.bytes(hex)) == value)
  }

  static let doubles: [Double] = [
    -.infinity, -.greatestFiniteMagnitude, -1.5, -.leastNormalMagnitude, -.leastNonzeroMagnitude, -0.0, 0.0,
    .leastNonzeroMagnitude, .leastNormalMagnitude, 0.1, 1, 134.45, .greatestFiniteMagnitude, .infinity,
  ]

  @Test func bytesSortAsValuesDo() {
    let sorted = Self.doubles.map { BinaryFloats.bytes($0) }
    for (smaller, larger) in zip(sorted, sorted.dropFirst()) {
      #expect(smaller.lexicographicallyPrecedes(larger))
    }
    let floats = Self.doubles.filter { $0.magnitude < 1e30 && ($0 == 0 || $0.magnitude > 1e-30) }
    let short = floats.map { BinaryFloats.bytes(Float($0)) }
    for (smaller, larger) in zip(short, short.dropFirst()) { #expect(smaller.lexicographicallyPrecedes(larger)) }
  }

  @Test(arguments: doubles + [.nan])
  func bothWays(_ value: Double) throws {
    #expect(try BinaryFloats.double(BinaryFloats.bytes(value)).bitPattern == value.bitPattern)
    let float = Float(value)
    #expect(try BinaryFloats.float(BinaryFloats.bytes(float)).bitPattern == float.bitPattern)
  }

  @Test(arguments: [0, 1, 3, 5, 7, 9])
  func wrongLengths(_ count: Int) {
    let bytes = [UInt8](repeating: 0x80, count: count)
    #expect(throws: WireError.invalidValue("BINARY_DOUBLE")) { try BinaryFloats.double(bytes) }
    #expect(throws: WireError.invalidValue("BINARY_FLOAT")) { try BinaryFloats.float(bytes) }
  }
}
