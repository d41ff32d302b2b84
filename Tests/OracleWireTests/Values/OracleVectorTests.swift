import Testing

@testable import OracleWire

/// Images that python-oracledb made.
@Suite struct OracleVectorTests {
  static let images: [(String, OracleVector)] = [
    ("db00001202000000020000000000000000bfc000003fefffff", OracleVector(.float32([1.5, -2.25]))),
    ("db00001203000000020000000000000000bfb999999999999a01c81bc377ff8a63", OracleVector(.float64([0.1, -1e300]))),
    ("db000012040000000200000000000000000180", OracleVector(.int8([1, -128]))),
    ("db01001005000000100000000000000000ff01", OracleVector(.binary([255, 1]))),
  ]

  @Test(arguments: images)
  func bothWays(hex: String, vector: OracleVector) throws {
    let image = Captures.bytes(hex)
    #expect(try OracleVector(wireBytes: image[...]) == vector)
    #expect(vector.wireBytes == image)
    let column = ColumnDescription(name: "V", typeCode: .vector, bufferSize: 8200)
    #expect(try OracleValue(wireBytes: image[...], column: column) == .vector(vector))
    for length in 0..<image.count {
      #expect(throws: WireError.self) { try OracleVector(wireBytes: image[..<length]) }
    }
  }

  /// Experimental: the layout is that of python-oracledb's decoder.
  @Test func sparse() throws {
    let image = Captures.bytes("db0200320200000 00a 0000000000000000 0002 00000002 00000005 bfc00000 3fffffff")
    let vector = try OracleVector(wireBytes: image[...])
    #expect(vector.dimensions == 10)
    #expect(vector.indices == [2, 5])
    #expect(vector.elements == .float32([1.5, -2]))
    #expect(vector.description == "[10,[2,5],[1.5,-2.0]]")
    #expect(vector.wireBytes == image)
  }

  @Test(arguments: [
    "00", "dc00001202000000000000000000000000", "db030012020000000000000000000000 00",
    "db000012060000000000000000000000 00",
    "db0000120200000001 0000000000000000", "db00001202ffffffff0000000000000000",
    "db01001005000000090000000000000000ffff",
    // An element beyond the dimensions, and bytes too many.
    "db02003202000000020000000000000000000100000002bfc00000", "db00001204000000010000000000000000 0101",
  ])
  func bytesThatAreNoVector(hex: String) {
    #expect(throws: WireError.self) { try OracleVector(wireBytes: Captures.bytes(hex)[...]) }
  }
}
