import OracleWire
import Testing

@testable import Query

/// Texts as PostgreSQL 15 printed them for the same intervals.
@Suite struct IntervalTextTests {
  @Test(arguments: [
    (24_262, "2021 years 10 mons"), (-63, "-5 years -3 mons"), (12, "1 year"), (-12, "-1 years"), (1, "1 mon"),
    (0, "00:00:00"),
  ])
  func months(months: Int, text: String) throws {
    #expect(IntervalText.text(try OracleIntervalYM(months: months)) == text)
  }

  @Test(arguments: [
    (217_414, 456_000_000, "2 days 12:23:34.456"), (-217_414, -456_789_000, "-2 days -12:23:34.456789"),
    (86_400, 0, "1 day"), (-86_400, 0, "-1 days"), (0, 0, "00:00:00"), (0, -1_000, "-00:00:00.000001"),
    (-37_230, 0, "-10:20:30"),
  ])
  func seconds(seconds: Int, nanoseconds: Int, text: String) throws {
    #expect(IntervalText.text(try OracleIntervalDS(seconds: seconds, nanoseconds: nanoseconds)) == text)
  }
}
