import Foundation
import OracleWire
import Testing

@testable import Canonical

@Suite struct CanonicalNumberTests {
  /// Oracle's bytes from DUMP() of real servers, and PostgreSQL's numeric as base-10000 digits: weight, digits.
  @Test(
    arguments: [
      ("80", "0000 0000 0000 0000", "0"),
      ("c102", "0001 0000 0000 0000 0001", "1"),
      ("3e6466", "0001 0000 4000 0000 0001", "-1"),
      ("c10b", "0001 0000 0000 0000 000a", "10"),
      ("c202", "0001 0000 0000 0000 0064", "100"),
      // A PostgreSQL numeric may carry zero digits that Oracle's form does not have.
      ("c302", "0001 0001 0000 0002 0001", "10000"),
      ("c302", "0003 0001 0000 0002 0001 0000 0000", "10000"),
      ("c302", "0004 0003 0000 0002 0000 0000 0001 0000", "10000"),
      ("c10233", "0002 0000 0000 0001 0001 1388", "1.5"),
      ("c10233", "0002 0000 0000 0005 0001 1388", "1.5"),
      ("3e643366", "0002 0000 4000 0001 0001 1388", "-1.5"),
      ("c00d23", "0001 ffff 0000 0004 04d2", "0.1234"),
      ("be0d23", "0001 fffe 0000 0008 04d2", "0.00001234"),
      ("bf0d23", "0002 ffff 0000 0006 000c 0d48", "0.001234"),
      ("ff65", "0000 0000 d000 0000", "Infinity"),
      ("00", "0000 0000 f000 0000", "-Infinity"),
      ("d002", "0001 0007 0000 0000 0064", "1000000000000000000000000000000"),
    ])
  func bothSidesGiveTheSameBytes(oracle: String, postgres: String, text: String) throws {
    let fromOracle = try canonical(oracle: bytes(oracle), as: .number)
    let fromPostgres = try canonical(postgres: bytes(postgres), as: .numeric)
    #expect(try shown(fromPostgres) == text)
    #expect(fromOracle == fromPostgres)
    #expect(try shown(fromOracle) == text)
  }

  /// Values with all lengths and borders of pairs, as integers of each width.
  static let integers: [Int64] = {
    var values: Set<Int64> = [0, .min, .max, Int64(Int32.min), Int64(Int32.max), Int64(Int16.min), Int64(Int16.max)]
    var power: Int64 = 1
    for _ in 0..<18 {
      for value in [power - 1, power, power + 1, power * 7, -power, -power - 1, 1 - power] { values.insert(value) }
      power *= 10
    }
    return values.sorted()
  }()

  @Test(arguments: integers)
  func integersOfAllWidthsEqualOracles(value: Int64) throws {
    let expected = try canonical(oracle: OracleNumber(decimal: String(value)).bytes, as: .number)
    #expect(try canonical(postgres: bigEndian(value), as: .int8) == expected)
    if let narrow = Int32(exactly: value) {
      #expect(try canonical(postgres: bigEndian(narrow), as: .int4) == expected)
    }
    if let narrow = Int16(exactly: value) {
      #expect(try canonical(postgres: bigEndian(narrow), as: .int2) == expected)
    }
    #expect(try shown(expected) == String(value))
  }

  /// Zero pairs at the ends are no part of the number, even where a client once stored them.
  @Test(arguments: ["c102", "c20102", "c1020101", "c3010102", "c30101020101"])
  func zeroPairsAtTheEndsAreDropped(hexadecimal: String) throws {
    #expect(try canonical(oracle: bytes(hexadecimal), as: .number) == canonical(oracle: bytes("c102"), as: .number))
  }

  @Test func zerosOfAnyFormAreZero() throws {
    let zero = try canonical(oracle: [0x80], as: .number)
    #expect(try canonical(oracle: bytes("c101"), as: .number) == zero)
    #expect(try canonical(postgres: bigEndian(Int16(0)), as: .int2) == zero)
    #expect(try canonical(postgres: bytes("0001 0000 4000 0000 0000"), as: .numeric) == zero)
  }

  @Test(
    arguments: [
      // Without digits; with pairs that are none (a pair 0...99 is stored as 1...100, of a negative number as 101...2).
      "", "ff", "c1", "c100", "c1ff", "c165", "3e6665", "3e01", "3e67",
      "c10102030405060708090a0b0c0d0e0f101112131415161718",
    ])
  func noNumber(hexadecimal: String) {
    #expect(throws: CanonicalError.self) { try canonical(oracle: bytes(hexadecimal), as: .number) }
  }

  @Test(
    arguments: [
      "", "0001", "0001 0000 0000 0000", "0000 0000 0000 0000 0001", "0001 0000 0000 0000 2710",
      "0001 0000 8000 0000 0001",
      "ffff 0000 0000 0000",
    ])
  func noNumeric(hexadecimal: String) {
    #expect(throws: CanonicalError.self) { try canonical(postgres: bytes(hexadecimal), as: .numeric) }
  }

  @Test(arguments: [(0, PostgresReading.int2), (1, .int2), (3, .int2), (2, .int4), (8, .int4), (4, .int8), (9, .int8)])
  func noInteger(length: Int, reading: PostgresReading) {
    #expect(throws: CanonicalError.self) {
      try canonical(postgres: Array(repeating: 1, count: length), as: reading)
    }
  }

  @Test func numericsBeyondOraclesRangeKeepTheirSize() throws {
    let huge = try canonical(postgres: bytes("0001 7fff 0000 0000 0001"), as: .numeric)
    let tiny = try canonical(postgres: bytes("0001 8000 0000 0000 0001"), as: .numeric)
    #expect(huge != tiny)
    #expect(try shown(huge) == "1e131068")
    #expect(try shown(tiny) == "1e-131072")
  }

  @Test func vectorsOfARealServer() throws {
    guard let vectors = Captures.lines("go-ora/number_vectors_2.tsv") else { return }
    var checked = 0
    for line in vectors where !line.hasPrefix("#") {
      let fields = line.components(separatedBy: "\t")
      guard fields.count == 3, !fields[1].isEmpty else { continue }
      #expect(try shown(canonical(oracle: bytes(fields[2]), as: .number)) == fields[1])
      checked += 1
    }
    #expect(checked > 80)
  }
}
