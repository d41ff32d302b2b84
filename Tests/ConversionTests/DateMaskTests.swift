import Testing

@testable import Conversion

@Suite struct DateMaskTests {
  @Test(arguments: [
    ("2020-02-29", "YYYY-MM-DD", "2020-02-29 00:00:00"), ("31/12/1999", "dd/mm/yyyy", "1999-12-31 00:00:00"),
    ("17-NOV-16", "DD-MON-YYYY", nil), ("17-nov-2016", "DD-MON-YYYY", "2016-11-17 00:00:00"),
    ("20200102030405", "YYYYMMDDHH24MISS", "2020-01-02 03:04:05"), ("2020", "YYYY", nil),
    ("2020-1-2", "YYYY-MM-DD", "2020-01-02 00:00:00"), ("2020-01-02 ", "YYYY-MM-DD", nil),
    ("20-01-02", "RR-MM-DD", "2020-01-02 00:00:00"), ("50-01-02", "RR-MM-DD", "1950-01-02 00:00:00"),
    ("2020-01-02", "RRRR-MM-DD", "2020-01-02 00:00:00"), ("20-01-02", "RRRR-MM-DD", nil),
    ("70-01-02", "YY-MM-DD", "2070-01-02 00:00:00"),
    ("5 March 2021", "DD Month YYYY", "2021-03-05 00:00:00"),
    ("2020-01-02", "YYYY-MONTH-DD", nil), ("2020-001", "YYYY-DDD", nil),
    ("2020-01-02 25:00:00", "YYYY-MM-DD HH24:MI:SS", nil),
    ("1500-02-28", "YYYY-MM-DD", nil), ("2020-01-02 12", "YYYY-MM-DD HH", nil), ("", "YYYY", nil),
    ("2020-01-02", "", nil),
  ])
  func reads(text: String, mask: String, expected: String?) {
    #expect((try? DateMask.read(text, mask: mask))?.normalised == expected)
  }
}
