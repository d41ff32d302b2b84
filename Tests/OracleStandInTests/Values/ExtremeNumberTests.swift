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
