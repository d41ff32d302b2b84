import Testing

@testable import Canonical

/// Oracle's vectors as text against PostgreSQL's arrays.
@Suite struct CanonicalListTests {
  /// The binary form of an array: dimensions, NULL flag, element type, size, first index, then the elements.
  private func array(_ oid: UInt32, _ elements: [[UInt8]]) -> [UInt8] {
    bigEndian(UInt32(1)) + bigEndian(UInt32(0)) + bigEndian(oid) + bigEndian(UInt32(elements.count))
      + bigEndian(UInt32(1)) + elements.flatMap { bigEndian(UInt32($0.count)) + $0 }
  }

  private func floats(_ values: [Float]) -> [UInt8] { array(700, values.map { bigEndian($0.bitPattern) }) }

  @Test(
    arguments: [
      ("[1.10000002E+000,-2.5E-001,0]", [1.1, -0.25, 0]), ("[3.40282347E+038]", [.greatestFiniteMagnitude]),
      ("[1.40129846E-045]", [.leastNonzeroMagnitude]),
    ] as [(String, [Float])])
  func floatsOfBothSidesAreEqual(text: String, values: [Float]) throws {
    #expect(
      try canonical(oracle: Array(text.utf8), as: .vector(.float))
        == canonical(postgres: floats(values), as: .array(.float)))
  }

  @Test func doublesAndIntegersOfBothSidesAreEqual() throws {
    let doubles = array(701, [bigEndian((0.1).bitPattern), bigEndian((-1e300).bitPattern)])
    #expect(
      try canonical(oracle: Array("[1.0000000000000001E-001,-1.0E+300]".utf8), as: .vector(.double))
        == canonical(postgres: doubles, as: .array(.double)))
    let integers = array(21, [bigEndian(Int16(-128)), bigEndian(Int16(7))])
    let vector = try canonical(oracle: Array("[-1.28E+002,7]".utf8), as: .vector(.integer))
    #expect(try vector == canonical(postgres: integers, as: .array(.integer)))
    #expect(try shown(vector) == "[-128,7]")
  }

  @Test(arguments: ["[1.10000002E+000]", "[1.1,2]", "[2,1.1]", "[1.0999999E+000,2]", "[1.1,2,0]"])
  func otherNumbersAreADifference(text: String) throws {
    #expect(
      try canonical(oracle: Array(text.utf8), as: .vector(.float))
        != canonical(postgres: floats([1.1, 2.5]), as: .array(.float)))
  }

  @Test(arguments: ["", "[]", "[1", "1]", "[1,,2]", "[a]", "[Nan]", "[5,[2],[1.0E+000]]"])
  func otherTextIsNoVector(text: String) {
    #expect(throws: CanonicalError.self) { try canonical(oracle: Array(text.utf8), as: .vector(.float)) }
  }

  /// Empty, of two dimensions, with NULLs: no vector of Oracle's is like that.
  @Test(arguments: [
    bigEndian(UInt32(0)) + bigEndian(UInt32(0)) + bigEndian(UInt32(700)),
    bigEndian(UInt32(1)) + bigEndian(UInt32(1)) + bigEndian(UInt32(700)) + bigEndian(UInt32(1)) + bigEndian(UInt32(1))
      + [255, 255, 255, 255],
  ])
  func otherArraysEqualNoVector(bytes: [UInt8]) throws {
    #expect(try canonical(postgres: bytes, as: .array(.float)).first == CanonicalTag.unrepresentable.rawValue)
  }

  @Test func brokenArraysAreErrors() throws {
    let whole = floats([1, 2])
    for length in 0..<whole.count where length < 12 || length >= 20 {
      #expect(throws: CanonicalError.self, "\(length) bytes") {
        try canonical(postgres: Array(whole[..<length]), as: .array(.float))
      }
    }
    #expect(throws: CanonicalError.self) { try canonical(postgres: whole, as: .array(.integer)) }
  }

  @Test func aLongListIsCutWhereItIsShown() throws {
    let text = "[" + Array(repeating: "1", count: 1000).joined(separator: ",") + "]"
    let bytes = try canonical(oracle: Array(text.utf8), as: .vector(.double))
    let values = try CanonicalValue.values(ofCanonical: bytes, maximumValueBytes: 18)
    #expect(values.map(\.description) == ["[1.0,1.0,... 1000 in all]"])
  }
}
