import Testing

@testable import OracleWire

@Suite struct BinaryFloatsTests {
  @Test(.enabled(if: Captures.areThere, Captures.absence))
  func theServersBytes() throws {
    let rows = Captures.rows("go-ora/other_types.tsv").filter { $0[0].hasPrefix("BINARY_") }
    #expect(rows.count == 4)
    for row in rows {
      let bytes = Captures.bytes(row[2])
      if row[0] == "BINARY_FLOAT" {
        let value = try #require(Float(row[1]))
        #expect(BinaryFloats.bytes(value) == bytes)
        #expect(try BinaryFloats.float(bytes) == value)
      } else {
        let value = try #require(Double(row[1]))
        #expect(BinaryFloats.bytes(value) == bytes)
        #expect(try BinaryFloats.double(bytes) == value)
      }
    }
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
