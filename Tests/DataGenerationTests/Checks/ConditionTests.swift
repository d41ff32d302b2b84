import Testing

@testable import DataGeneration

/// The same condition, as Oracle and as PostgreSQL tell it, is one.
@Suite struct ConditionTests {
  private let names = ["a", "b", "c"]

  private func oracle(_ text: String) -> Condition? {
    Condition(oracle: text) { name in names.firstIndex(of: name.lowercased()) }
  }

  private func postgres(_ text: String) -> Condition? {
    PostgresConditionParser.condition(text) { names.firstIndex(of: $0) }
  }

  @Test(arguments: [
    ("a > 0", "CHECK ((a > 0))"),
    ("a >= -5 AND a < 10.5", "CHECK (((a >= '-5'::integer) AND ((a)::numeric < 10.5)))"),
    ("b IN ('x', 'y')", "CHECK (((b)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])))"),
    ("b NOT IN ('x')", "CHECK (((b)::text <> ALL (ARRAY['x'::text])))"),
    ("LENGTH(b) = 5", "CHECK ((length((b)::text) = 5))"),
    ("b = UPPER(b)", "CHECK (((b)::text = upper((b)::text)))"),
    ("a IS NOT NULL OR c IS NULL", "CHECK (((a IS NOT NULL) OR (c IS NULL)))"),
    ("c >= DATE '2020-01-31'", "CHECK ((c >= '2020-01-31'::date))"),
    ("a <= c", "CHECK ((a <= c)) NOT VALID"),
    ("b LIKE 'AB%'", "CHECK (((b)::text ~~ 'AB%'::text))"),
    ("REGEXP_LIKE(b, '^[A-Z]{2}$')", "CHECK (((b)::text ~ '^[A-Z]{2}$'::text))"),
    ("MOD(a, 10) = 3", "CHECK (((a % 10) = 3))"),
    ("NOT (a = 1 AND c = 2)", "CHECK ((NOT ((a = 1) AND (c = 2))))"),
    ("a * 2 + c > 7", "CHECK ((((a * 2) + c) > 7))"),
  ])
  func bothDatabasesTellTheSame(_ oracleText: String, _ postgresText: String) throws {
    let one = try #require(oracle(oracleText))
    let two = try #require(postgres(postgresText))
    // -5 is a literal for one and a difference for the other: what counts is what they say of rows.
    for row in rows { #expect(one.holds(row) == two.holds(row), "\(row)") }
    #expect(one.columns == two.columns)
  }

  private let rows: [[GeneratedValue]] = [
    [.integer(1), .text("x"), .integer(2)], [.integer(-6), .text("ABCDE"), .moment(1_580_428_800_000_000)],
    [.null, .text("AB"), .null], [.integer(13), .null, .moment(0)], [.integer(0), .text("ab"), .integer(3)],
    [.number(units: 105, scale: 1), .text("y"), .integer(-1)],
  ]

  @Test(arguments: [
    "CHECK ((my_function(a) > 0))", "CHECK ((a > 0)) trailing", "CHECK ((unknown = 1))", "a > 0",
    "CHECK ((b = E'\\n'))",
    "CHECK ((a > (SELECT 1)))", "", "CHECK (", "CHECK ((b ~ 'a|b'::text))",
  ])
  func whatIsNotUnderstoodIsNil(_ text: String) {
    #expect(postgres(text) == nil)
  }

  @Test func bracketsWithoutEndDoNotOverflowTheStack() {
    let text = "CHECK " + String(repeating: "(", count: 200_000) + "a > 0" + String(repeating: ")", count: 200_000)
    #expect(postgres(text) == nil)
  }

  @Test func oracleFunctionsOfUnknownMeaningAreNil() {
    #expect(oracle("SOUNDEX(b) = 'X'") == nil)
    #expect(oracle("a > (SELECT 1 FROM dual)") == nil)
    #expect(oracle("nobody > 1") == nil)
  }

  /// What Swift would reckon otherwise than the server is not claimed to be understood.
  @Test(arguments: [
    ("b > 'm'", false), ("b <> 'm'", true), ("c >= a + 1", false), ("c - c > 1", true), ("a > '5'", true),
    ("a > 'five'", false), ("c < '2024-01-01'", true), ("b LIKE 'a\\_%'", false), ("LENGTH(a) > 1", false),
    ("d IS NULL OR a > 1", true), ("d > 1", false), ("NVL(a, 0) >= 0", true), ("NVL(b, 0) >= 0", false),
  ])
  func onlyWhatMeansTheSameIsEvaluated(_ text: String, _ expected: Bool) throws {
    let names = ["a", "b", "c", "d"]
    let kinds: [Condition.Kind?] = [.number, .text, .moment, nil]
    let condition = try #require(Condition(oracle: text) { names.firstIndex(of: $0.lowercased()) })
    #expect((condition.understood { kinds[$0] } != nil) == expected, "\(text)")
  }

  @Test func unknownIsNeitherTrueNorFalse() throws {
    let condition = try #require(oracle("a > 0 AND c > 0"))
    #expect(condition.holds([.null, .null, .integer(1)]) == nil)
    #expect(condition.holds([.null, .null, .integer(0)]) == false)
    #expect(condition.holds([.integer(1), .null, .integer(1)]) == true)
  }

  @Test func nestedNotIsDrawnIn() throws {
    let condition = try #require(oracle("NOT (a > 1 OR c <= 2)")).simplified
    #expect(
      condition
        == .and([
          .comparison(.lessOrEqual, .column(0), .number(1)), .comparison(.greater, .column(2), .number(2)),
        ]))
  }
}
