import Testing

@testable import OracleStandIn

@Suite("Lengths of texts") struct TextLengthTests {
  private static let long = "RPAD('a', 20000, 'a')"

  @Test(
    "what is longer than a VARCHAR2 is refused",
    arguments: [
      "REPLACE(\(long), 'a', 'bb')", "REPLACE('a', 'a', \(long)) || \(long)", "CONCAT(\(long), \(long))",
      "REGEXP_REPLACE(\(long), 'a', 'bb')", "REGEXP_REPLACE(\(long), '(a+)', '\\1\\1')",
    ])
  func refused(_ expression: String) throws {
    #expect(try TestDatabase().code("SELECT LENGTH(\(expression)) FROM dual") == 1489)
  }

  @Test("a CLOB may be longer") func large() throws {
    let test = try TestDatabase()
    #expect(try test.value("SELECT LENGTH(REPLACE(TO_CLOB(\(Self.long)), 'a', 'bb')) FROM dual") == "40000")
    #expect(try test.value("SELECT LENGTH(CONCAT(TO_CLOB(\(Self.long)), \(Self.long))) FROM dual") == "40000")
  }
}
