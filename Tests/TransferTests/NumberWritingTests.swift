import Model
import OracleWire
import Testing

@testable import Transfer

/// NUMBER to PostgreSQL's exact types.
struct NumberWritingTests {
  static let plain = ColumnPlan.numeric(holdsInfinity: true)

  @Test(
    "vectors of a real server, with PostgreSQL's own text",
    .enabled(if: Captures.folder != nil, "SKIPPED: no folder with captures; set ORAFERRY_CAPTURES"))
  func vectors() async throws {
    let lines = try Captures.lines("go-ora/number_vectors_2.tsv").filter { $0[0] != "NULL" }
    try #require(lines.count > 50)
    let texts = try await crossed(lines.map { bytes(hex: $0[2]) }, as: .number, to: .unboundedNumeric)
    #expect(texts == lines.map { $0[1] })
  }

  @Test(
    "vectors of a real server, compared as numbers",
    .enabled(if: Captures.folder != nil, "SKIPPED: no folder with captures; set ORAFERRY_CAPTURES"))
  func roundedVectors() async throws {
    let lines = try Captures.lines("go-ora/number_vectors.tsv").filter { $0[0] != "NULL" }
    try #require(lines.count > 50)
    for line in lines where line[1].utf8.count < 40 && !line[1].contains("E") {
      let text = try OracleNumber(wireBytes: bytes(hex: line[2])).description
      #expect(try await crossed([bytes(hex: line[2])], as: .number, to: .unboundedNumeric) == [text], "\(line[0])")
    }
  }

  static let known: [(String, String)] = [
    ("80", "0"), ("c102", "1"), ("3e6466", "-1"), ("c10b", "10"), ("c202", "100"), ("c00b", "0.1"), ("c002", "0.01"),
    ("bf02", "0.0001"), ("3e644e3d66", "-1.234"), ("c10d23", "12.34"), ("8002", "1e-130"), ("ff64", "99e124"),
    ("ff65", "Infinity"), ("00", "-Infinity"),
  ]

  @Test("known bytes", arguments: known)
  func knownBytes(hex: String, literal: String) async throws {
    let same = try await crossed(
      [bytes(hex: hex)], as: .number, to: .unboundedNumeric, expression: "(v = '\(literal)'::numeric)::text")
    #expect(same == ["true"])
  }

  @Test("up to forty digits, any scale and sign, keep all digits and the natural scale")
  func longNumbers() async throws {
    var random = SeededRandom(state: 1)
    var texts: [String] = []
    for digits in 1...40 {
      for _ in 0..<30 {
        let all = (0..<digits).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
        let point = Int.random(in: 0...digits, using: &random)
        let literal = all.prefix(point) + "." + all.dropFirst(point)
        texts.append(try OracleNumber(decimal: (Bool.random(using: &random) ? "-0" : "0") + literal).description)
      }
    }
    let values = try texts.map { try OracleNumber(decimal: $0).bytes }
    #expect(try await crossed(values, as: .number, to: .unboundedNumeric) == texts)
  }

  @Test("the word-wide way and the digit by digit one write the same bytes")
  func bothWays() throws {
    var random = SeededRandom(state: 2)
    let plans: [ColumnPlan] = [
      .smallint, .integer, .bigint, Self.plain, .boundedNumeric(precision: 12, scale: 4),
      .boundedNumeric(precision: 5, scale: -2), .boundedNumeric(precision: 2, scale: 5),
    ]
    for _ in 0..<4_000 {
      let digits = Int.random(in: 1...19, using: &random)
      let mantissa = (0..<digits).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
      let exponent = Int.random(in: -12...4, using: &random)
      let number = try OracleNumber(decimal: (Bool.random(using: &random) ? "-" : "") + mantissa + "e\(exponent)")
      for plan in plans {
        let wide = Result { try field(number.bytes, plan, slack: 16) }
        let narrow = Result { try field(number.bytes, plan, slack: 0) }
        switch (wide, narrow) {
        case (.success(let left), .success(let right)) where left == right: break
        case (.failure(let left as RejectError), .failure(let right as RejectError)) where left == right: break
        default: Issue.record("\(number) by \(plan): \(wide) and \(narrow)")
        }
      }
    }
  }

  @Test(
    "integers at their limits",
    arguments: [
      (PostgresType.smallint, "32767", "-32768"), (.integer, "2147483647", "-2147483648"),
      (.bigint, "9223372036854775807", "-9223372036854775808"), (.bigint, "999999999999999999", "-1000000000000000000"),
      (.bigint, "9999999999999999", "-10000000000000000"),
    ])
  func limits(type: PostgresType, most: String, least: String) async throws {
    let values = try [most, least, "0"].map { try OracleNumber(decimal: $0).bytes }
    #expect(try await crossed(values, as: .number, to: type) == [most, least, "0"])
  }

  static let rejects: [(ColumnPlan, String, RejectReason)] = [
    (.smallint, "32768", .numberOutOfRange), (.smallint, "-32769", .numberOutOfRange),
    (.integer, "2147483648", .numberOutOfRange), (.integer, "-2147483649", .numberOutOfRange),
    (.bigint, "9223372036854775808", .numberOutOfRange), (.bigint, "-9223372036854775809", .numberOutOfRange),
    (.bigint, "1e20", .numberOutOfRange), (.bigint, "1e125", .numberOutOfRange),
    (.integer, "1.5", .numberHasFraction), (.integer, "-0.001", .numberHasFraction),
    (.bigint, "12345678901234567.5", .numberHasFraction),
    (.boundedNumeric(precision: 5, scale: 2), "1000", .tooManyIntegerDigits),
    (.boundedNumeric(precision: 5, scale: 2), "-1000.01", .tooManyIntegerDigits),
    (.boundedNumeric(precision: 5, scale: 2), "1.001", .tooManyFractionDigits),
    (.boundedNumeric(precision: 5, scale: -2), "150", .tooManyFractionDigits),
    (.boundedNumeric(precision: 2, scale: 5), "0.01", .tooManyIntegerDigits),
  ]

  @Test("what doesn't fit is rejected, never rounded", arguments: rejects)
  func doesNotFit(plan: ColumnPlan, text: String, reason: RejectReason) throws {
    let number = try OracleNumber(decimal: text)
    #expect(rejection(number.bytes, plan) == reason)
    #expect(rejection(number.bytes, plan, slack: 0) == reason)
  }

  @Test("infinities only in numeric without precision, from PostgreSQL 14 on")
  func infinities() {
    let infinities = [OracleNumber.positiveInfinity.bytes, OracleNumber.negativeInfinity.bytes]
    for value in infinities {
      #expect(rejection(value, Self.plain) == nil)
      for plan in [
        ColumnPlan.numeric(holdsInfinity: false), .boundedNumeric(precision: 38, scale: 0), .integer, .bigint,
      ] {
        #expect(rejection(value, plan) == .infinityNotHeld)
        #expect(rejection(value, plan, slack: 0) == .infinityNotHeld)
      }
    }
  }

  @Test("numeric(p, s) keeps the declared scale", arguments: [0, 2, 5, -2])
  func declaredScale(scale: Int) async throws {
    let texts = ["0", "7700", "-100", "12345600"]
    let values = try texts.map { try OracleNumber(decimal: $0).bytes }
    let shown = texts.map { scale > 0 ? $0 + "." + String(repeating: "0", count: scale) : $0 }
    #expect(try await crossed(values, as: .number, to: .numeric(precision: 20, scale: scale)) == shown)
  }

  @Test("zeros at the ends, which Oracle never writes, don't change the value")
  func notNormalised() async throws {
    let values = ["c1020101", "c30102", "c3010203010101", "3c65646566"].map { bytes(hex: $0) }
    let shown = ["1", "100", "102", "-100"]
    #expect(try await crossed(values, as: .number, to: .unboundedNumeric) == shown)
    #expect(try await crossed(values, as: .number, to: .bigint) == shown)
  }

  @Test(
    "corrupt bytes are rejected",
    arguments: [
      "", "81", "ff", "c1", "c166", "c100", "c10201ff", "3e", "3e01", "3e6600", "c16565",
      "c1" + String(repeating: "02", count: 22),
    ])
  func corrupt(hex: String) {
    for plan in [ColumnPlan.bigint, Self.plain, .boundedNumeric(precision: 38, scale: 10)] {
      #expect(rejection(bytes(hex: hex), plan) == .corruptNumber, "\(plan)")
      #expect(rejection(bytes(hex: hex), plan, slack: 0) == .corruptNumber, "\(plan)")
    }
  }

  @Test("NULL is a length of -1")
  func null() throws {
    #expect(try field(nil, .bigint) == nil)
    #expect(try field(nil, Self.plain) == nil)
  }
}
