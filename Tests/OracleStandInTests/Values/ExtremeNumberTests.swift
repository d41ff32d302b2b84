import Testing

@testable import OracleStandIn

/// Numbers at the ends of what 64 bits hold, and sizes that nobody needs.
struct ExtremeNumberTests {
  @Test(
    "the least number of 64 bits has no counterpart above zero",
    arguments: [
      ("SELECT NUMTOYMINTERVAL(-9223372036854775808, 'MONTH') FROM dual", 1873),
      ("SELECT SYSDATE + (-9223372036854775808 / 86400) FROM dual", 1841),
    ])
  func leastNumber(_ sql: String, _ code: Int) throws {
    #expect(try TestDatabase().code(sql) == code)
  }

  @Test("a power far below one is zero") func power() throws {
    #expect(try TestDatabase().value("SELECT POWER(2, -9223372036854775808) FROM dual") == "0")
  }

  /// "the smallest number of characters possible", and an exponent beyond 64 of them: SQL Language Reference, "Number
  /// Format Elements".
  @Test(
    "TM9 loses no digit",
    arguments: [
      ("0.5, 'TM9'", ".5"), ("-120, 'TM'", "-120"), ("1/7, 'TM9'", ".1428571428571428571428571428571428571429"),
      ("1e63, 'TM9'", "1" + String(repeating: "0", count: 63)), ("1.5e100, 'TM9'", "1.5E+100"),
      ("-1e-130, 'TM9'", "-1E-130"),
      ("1234, 'TME'", "1.234E+03"), ("0, 'TME'", "0"), ("0.5, 'TM9', 'NLS_NUMERIC_CHARACTERS=''.,'''", ".5"),
    ])
  func textMinimum(_ arguments: String, _ text: String) throws {
    #expect(try TestDatabase().value("SELECT TO_CHAR(\(arguments)) FROM dual") == text)
  }

  @Test(
    "binary floats show as many digits as bring them back",
    arguments: [
      ("3.4d", "3.3999999999999999E+000"), ("0.1f", "1.00000001E-001"), ("-1e308d", "-1.0E+308"), ("2.5f", "2.5E+000"),
      ("BINARY_DOUBLE_NAN", "Nan"), ("-BINARY_FLOAT_INFINITY", "-Inf"),
    ])
  func binaryFloats(_ value: String, _ text: String) throws {
    #expect(try TestDatabase().value("SELECT TO_CHAR(\(value)) FROM dual") == text)
  }

  @Test("BITAND takes all bits") func bits() throws {
    let test = try TestDatabase()
    #expect(try test.value("SELECT BITAND(4398046511103, 2147483648) FROM dual") == "2147483648")
    #expect(try test.value("SELECT BITAND(4398046511104, 4398046511104) FROM dual") == "4398046511104")
  }

  @Test(
    "precisions end at nine",
    arguments: [
      "INTERVAL '999999999999999999' YEAR(18)", "INTERVAL '1' DAY(10)", "INTERVAL '1.5' SECOND(2, 10)",
      "CAST(NULL AS INTERVAL DAY(1000000) TO SECOND)", "CAST(NULL AS INTERVAL DAY TO SECOND(10))",
      "CAST(NULL AS INTERVAL YEAR(10) TO MONTH)", "CAST(NULL AS TIMESTAMP(10))",
    ])
  func precision(_ expression: String) throws {
    #expect(try TestDatabase().code("SELECT \(expression) FROM dual") == 30088)
  }

  @Test("a unit of an ISO interval stands once", arguments: ["P1D1D", "PT1H1H", "PT1S2S"])
  func repeatedUnit(_ text: String) throws {
    #expect(try TestDatabase().code("SELECT TO_DSINTERVAL('\(text)') FROM dual") == 1867)
  }
}
