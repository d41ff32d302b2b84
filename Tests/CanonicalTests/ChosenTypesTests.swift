import OracleWire
import Testing

@testable import Canonical

/// NUMBER against the types that a user can choose.
@Suite struct ChosenTypesTests {
  @Test func flagsEqualBooleans() throws {
    for (oracle, postgres) in [("80", "00"), ("c102", "01")] {
      #expect(
        try canonical(oracle: bytes(oracle), as: .flag) == canonical(postgres: bytes(postgres), as: .boolean))
    }
  }

  @Test(arguments: ["c103", "3e6466", "c033", "ff65", "00", "c202"])
  func otherNumbersEqualNone(hex: String) throws {
    let value = try canonical(oracle: bytes(hex), as: .flag)
    for postgres in ["00", "01"] { #expect(try value != canonical(postgres: bytes(postgres), as: .boolean)) }
  }

  @Test(arguments: [
    ("80", 0.0), ("c102", 1), ("3e6466", -1), ("c00b", 0.1), ("c10d23", 12.34), ("3e644e3d66", -1.234), ("c202", 100),
    ("ff64", 99e124), ("8002", 1e-130), ("ff65", .infinity), ("00", -.infinity),
  ])
  func theNearestBinaryNumber(hex: String, value: Double) throws {
    #expect(
      try canonical(oracle: bytes(hex), as: .numberAsDouble)
        == canonical(postgres: bigEndian(value.bitPattern), as: .double))
  }

  @Test func floatsAreRoundedOnce() throws {
    // 16777217 lies between two floats.
    let oracle = try canonical(oracle: bytes("c4114e4912"), as: .numberAsFloat)
    #expect(try oracle == canonical(postgres: bigEndian(Float(16_777_217).bitPattern), as: .float))
  }

  @Test(arguments: ["", "c1", "c100", "c166"])
  func corruptBytesThrow(hex: String) {
    for reading in [OracleReading.flag, .numberAsDouble, .numberAsFloat] {
      #expect(throws: CanonicalError.self) { _ = try canonical(oracle: bytes(hex), as: reading) }
    }
  }
}
