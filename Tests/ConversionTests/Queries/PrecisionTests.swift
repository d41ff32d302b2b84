import Model
import Testing

@testable import Conversion

/// Precisions, lengths and zones that expressions name are kept, said or refused.
@Suite("Precisions in expressions") struct PrecisionTests {
  private static let catalogue: QueryCatalogue = {
    var catalogue = QueryCatalogue(owner: "OT")
    catalogue.serverTimeZone = "UTC"
    return catalogue
  }()

  @Test func clocksAreRounded() async throws {
    try await QueryHarness.with { harness in
      // Each reads the clock once: a clock of microseconds would show them in nearly all of twenty rows.
      for (clock, digits) in [("LOCALTIMESTAMP(0)", 0), ("CAST(SYSTIMESTAMP(1) AS TIMESTAMP)", 1)] {
        let sql = try harness.translate("SELECT \(clock) AS v FROM dual CONNECT BY LEVEL <= 20").sql
        let odd = "SELECT count(*) FROM (\(sql)) q WHERE v <> v::timestamp(\(digits))"
        #expect(try await harness.rows(odd) == ["0"])
        #expect(try await harness.rows("SELECT count(*) FROM (\(sql)) q") == ["20"])
      }
      let clocks = try harness.translate("SELECT CURRENT_TIMESTAMP(3) AS v FROM dual")
      #expect(clocks.remarks == ["a clock of 3 digits of a second is rounded to them"])
      #expect(try harness.translate("SELECT CURRENT_TIMESTAMP(6) AS v FROM dual").remarks.isEmpty)
    }
  }

  @Test(arguments: [
    ("SYSTIMESTAMP(9)", "9 digits"), ("CAST(1.5 AS FLOAT(10))", "FLOAT(10)"), ("CAST(1.5 AS REAL)", "FLOAT(63)"),
    ("CAST(HEXTORAW('0102') AS RAW(1))", "RAW(1)"),
  ])
  func othersAreRefused(expression: String, reason: String) throws {
    let query = try QueryHarness.parse("SELECT \(expression) AS v FROM dual")
    let error = try #require(throws: ConversionRefusal.self) {
      try QueryTranslator(catalogue: QueryCatalogue(owner: "OT")).translate(query)
    }
    #expect(error.reason.contains(reason), "\(error.reason)")
  }

  @Test(arguments: [
    ("CAST('a\u{e4}\u{e4}' AS VARCHAR2(3))", true), ("CAST('a\u{e4}\u{e4}' AS VARCHAR2(3 CHAR))", false),
    ("CAST('abc' AS VARCHAR2(3 BYTE))", false), ("CAST(12 AS VARCHAR2(3 BYTE))", false),
    ("SYSTIMESTAMP AT TIME ZONE 'CET'", true), ("CAST(SYSTIMESTAMP AS TIMESTAMP(9))", true),
  ])
  func whatIsCloseIsSaid(expression: String, isSaid: Bool) throws {
    let query = try QueryHarness.parse("SELECT \(expression) AS v FROM dual")
    let remarks = try QueryTranslator(catalogue: Self.catalogue).translate(query).remarks
    #expect(remarks.isEmpty != isSaid, "\(remarks)")
  }
}
