import Testing

@testable import OracleWire

@Suite struct OracleNumberTests {
  /// A literal and the bytes that a server's DUMP() shows for it.
  struct Vector: Sendable, CustomTestStringConvertible {
    let literal: String
    let bytes: [UInt8]
    var testDescription: String { literal }
  }

  static let vectors = NumberVectors.all.map { Vector(literal: $0.literal, bytes: Captures.bytes($0.hex)) }

  @Test func theVectorsAreThere() {
    #expect(Self.vectors.count == 87)
  }

  /// Every recorded row whose text is a literal is among the vectors.
  @Test(.enabled(if: Captures.areThere, Captures.absence), arguments: ["number_vectors.tsv", "number_vectors_2.tsv"])
  func theVectorsAreTheRecordedOnes(_ file: String) {
    let known = Set(NumberVectors.all.map { "\($0.literal)=\($0.hex)" })
    let recorded = Captures.rows("go-ora/\(file)").filter { row in
      row.count >= 3 && row[0] != "NULL" && !row[0].contains("/") && !row[0].contains("(")
    }
    #expect(recorded.count > 70)
    for row in recorded { #expect(known.contains("\(row[0])=\(row[2].lowercased())"), "\(row[0])") }
  }

  @Test(arguments: vectors)
  func textGivesTheServersBytes(_ vector: Vector) throws {
    #expect(try OracleNumber(decimal: vector.literal).bytes == vector.bytes)
  }

  @Test(arguments: vectors)
  func theServersBytesGiveTheSameNumber(_ vector: Vector) throws {
    let number = try OracleNumber(wireBytes: vector.bytes)
    #expect(try OracleNumber(decimal: number.description).bytes == vector.bytes)
    #expect(Self.plain(vector.literal) == number.description)
  }

  /// Another way to the plain decimal text of a literal: moves the point in its digits.
  static func plain(_ literal: String) -> String {
    if literal.hasSuffix("Infinity") { return literal }
    let isNegative = literal.hasPrefix("-")
    let parts = literal.drop { $0 == "-" || $0 == "+" }.lowercased().split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1].drop { $0 == "+" }) ?? 0 : 0
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var whole = String(mantissa[0])
    var fraction = mantissa.count > 1 ? String(mantissa[1]) : ""
    for _ in 0..<abs(exponent) {
      if exponent > 0 {
        whole.append(fraction.isEmpty ? "0" : fraction.removeFirst())
      } else {
        fraction = (whole.popLast().map(String.init) ?? "0") + fraction
      }
    }
    whole = String(whole.drop { $0 == "0" })
    while fraction.last == "0" { fraction.removeLast() }
    if whole.isEmpty, fraction.isEmpty { return "0" }
    return (isNegative ? "-" : "") + (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : ".\(fraction)")
  }

  /// Values whose bytes follow from the format by hand.
  @Test(arguments: [
    ("0", "80"), ("-0", "80"), ("0.000", "80"), ("1", "C102"), ("-1", "3E6466"), ("+1", "C102"), ("12.50", "C10D33"),
    ("-12.5", "3E593366"), (".5", "C033"), ("5.", "C106"), ("100", "C202"), ("1e-130", "8002"), ("-1e-130", "7F6466"),
    ("1e125", "FF0B"), ("-1e125", "005B66"), ("1E+2", "C202"), ("Infinity", "FF65"), ("-inf", "00"),
    ("9e-131", "80"), ("0e999999999999", "80"),
  ])
  func decimalText(_ text: String, _ hex: String) throws {
    let number = try OracleNumber(decimal: text)
    #expect(number.bytes == Captures.bytes(hex))
    #expect(try OracleNumber(wireBytes: number.bytes) == number)
  }

  @Test(arguments: [
    "", "-", ".", "e5", "1e", "1e+", "1.2.3", "12a", " 1", "1 ", "0x10", "1e126", "1e999999999999999999999", "--1",
    "infinit", "nan", "１",
  ])
  func textThatIsNoNumber(_ text: String) {
    #expect(throws: WireError.invalidValue("NUMBER")) { try OracleNumber(decimal: text) }
  }

  @Test(arguments: [
    "", "FF", "7F", "81", "C100", "C166", "3E01", "3E0166", "0066", "66", "C1020066", "3E66",
    "C1020202020202020202020202020202020202020202", "000102030405060708090A0B0C0D0E0F101112131415161718",
  ])
  func bytesThatAreNoNumber(_ hex: String) {
    #expect(throws: WireError.invalidValue("NUMBER")) { try OracleNumber(wireBytes: Captures.bytes(hex)) }
  }

  @Test func digitsBeyondFortyAreRoundedHalfAwayFromZero() throws {
    let nines = String(repeating: "9", count: 40)
    #expect(try OracleNumber(decimal: nines).description == nines)
    #expect(try OracleNumber(decimal: nines + "4e-1").description == nines)
    #expect(try OracleNumber(decimal: nines + "5e-1").description == "1" + String(repeating: "0", count: 40))
    let threes = String(repeating: "3", count: 45)
    // The point stands after an odd number of digits: the first pair holds one digit, so 39 fit.
    #expect(try OracleNumber(decimal: "1." + threes).description == "1." + String(repeating: "3", count: 38))
    #expect(try OracleNumber(decimal: "-11." + threes).description == "-11." + String(repeating: "3", count: 38))
    #expect(try OracleNumber(decimal: "-11." + threes).bytes.count == 21)
  }

  @Test(arguments: [0, 1, -1, 9, 10, 99, 100, -100, 101, 12345, -98765, 1_000_000_007, Int.max, Int.min])
  func integers(_ value: Int) throws {
    let number = OracleNumber(value)
    #expect(number.intValue == value)
    #expect(number.description == String(value))
    #expect(try OracleNumber(decimal: String(value)) == number)
    #expect(try OracleNumber(wireBytes: number.bytes) == number)
  }

  @Test(arguments: ["0.5", "-1.01", "1e19", "9223372036854775808", "-9223372036854775809", "1e125", "Infinity"])
  func numbersThatAreNoInteger(_ text: String) throws {
    #expect(try OracleNumber(decimal: text).intValue == nil)
  }

  @Test func randomNumbersKeepTheirTextAndOrder() throws {
    var generator = SeededGenerator(1)
    var numbers: [(Double, OracleNumber)] = []
    for _ in 0..<5000 {
      let digits = (0..<Int.random(in: 1...15, using: &generator)).map { _ in
        String(Int.random(in: 0...9, using: &generator))
      }.joined()
      let sign = Bool.random(using: &generator) ? "-" : ""
      let text = "\(sign)\(digits)e\(Int.random(in: -60...60, using: &generator))"
      let number = try OracleNumber(decimal: text)
      #expect(number.description == Self.plain(text))
      #expect(try OracleNumber(wireBytes: number.bytes) == number)
      numbers.append((try #require(Double(text)), number))
    }
    numbers.sort { $0.1 < $1.1 }
    for (smaller, larger) in zip(numbers, numbers.dropFirst()) { #expect(smaller.0 <= larger.0) }
  }

  @Test func twoBytesEitherAreANumberOrThrow() {
    var valid = 0
    for first in UInt8.min ... .max {
      for second in UInt8.min ... .max {
        guard let number = try? OracleNumber(wireBytes: [first, second]) else { continue }
        valid += 1
        _ = number.intValue
        #expect(!number.description.isEmpty)
      }
    }
    // 128 exponents of either sign with 100 digits each, and +infinity.
    #expect(valid == 2 * 128 * 100 + 1)
  }
}
