import Testing

@testable import OracleStandIn

/// What the published cases don't reach: windows over groups, over other windows' rows, and where none may stand.
@Suite("Window functions") struct WindowTests {
  private func sample() throws -> TestDatabase {
    let test = try TestDatabase()
    try test.run("CREATE TABLE sales (region VARCHAR2(10), day DATE, amount NUMBER)")
    for (region, day, amount) in [("N", 1, 10), ("N", 2, 30), ("S", 1, 5), ("S", 3, 5), ("S", 4, 40)] {
      try test.run("INSERT INTO sales VALUES ('\(region)', DATE '2024-01-0\(day)', \(amount))")
    }
    return test
  }

  @Test("over groups, behind HAVING") func overGroups() throws {
    let test = try sample()
    #expect(
      try test.shownRows(
        "SELECT region, SUM(amount), RANK() OVER (ORDER BY SUM(amount) DESC), SUM(SUM(amount)) OVER () FROM sales "
          + "GROUP BY region HAVING COUNT(*) > 1 ORDER BY region") == ["N | 40 | 2 | 90", "S | 50 | 1 | 90"])
  }

  @Test("ROWNUM stays the row's own, DISTINCT comes behind windows") func order() throws {
    let test = try sample()
    #expect(
      try test.shownRows("SELECT DISTINCT region, COUNT(*) OVER (PARTITION BY region) FROM sales ORDER BY 1")
        == ["N | 2", "S | 3"])
    #expect(
      try test.shownRows(
        "SELECT ROWNUM, ROW_NUMBER() OVER (ORDER BY amount DESC) FROM sales WHERE region = 'S' ORDER BY 2")
        == ["3 | 1", "1 | 2", "2 | 3"])
  }

  @Test("windows and ORDER BY read ROWNUM") func rowNumber() throws {
    let test = try sample()
    #expect(try test.value("SELECT SUM(ROWNUM) OVER () FROM sales") == "15")
    #expect(
      try test.shownRows("SELECT region, COUNT(*) OVER () FROM sales ORDER BY ROWNUM DESC")
        == ["S | 5", "S | 5", "S | 5", "N | 5", "N | 5"])
  }

  @Test("a subquery is run anew for each row that any part of an aggregate or a window reads") func correlated() throws
  {
    let test = try sample()
    let outer = "FROM (SELECT DISTINCT amount FROM sales) s ORDER BY 1"
    #expect(
      try test.shownRows(
        "SELECT s.amount, (SELECT RANK(s.amount) WITHIN GROUP (ORDER BY amount) FROM sales) \(outer)")
        == ["5 | 1", "10 | 3", "30 | 4", "40 | 5"])
    #expect(
      try test.shownRows(
        "SELECT s.amount, (SELECT LISTAGG(region, s.amount) WITHIN GROUP (ORDER BY day) FROM sales WHERE region = 'N') "
          + outer) == ["5 | N5N", "10 | N10N", "30 | N30N", "40 | N40N"])
  }

  @Test("a query keeps the first of each group by its row number") func topOfGroup() throws {
    let test = try sample()
    #expect(
      try test.shownRows(
        "SELECT region, amount FROM (SELECT s.*, ROW_NUMBER() OVER (PARTITION BY region ORDER BY amount DESC, day) n "
          + "FROM sales s) WHERE n = 1 ORDER BY region") == ["N | 30", "S | 40"])
  }

  @Test("days as the distance of a RANGE") func range() throws {
    let test = try sample()
    #expect(
      try test.shownRows(
        "SELECT TO_CHAR(day, 'DD'), SUM(amount) OVER (ORDER BY day RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) "
          + "FROM sales ORDER BY day, amount") == ["01 | 15", "01 | 15", "02 | 45", "03 | 35", "04 | 45"])
  }

  @Test(
    "where none may stand, and windows that don't fit",
    arguments: [
      ("SELECT amount FROM sales WHERE ROW_NUMBER() OVER (ORDER BY day) = 1", 30483),
      ("SELECT region FROM sales GROUP BY region HAVING SUM(1) OVER () = 1", 30483),
      ("SELECT SUM(RANK() OVER (ORDER BY day)) FROM sales", 30483),
      ("SELECT SUM(SUM(amount) OVER ()) OVER () FROM sales", 30483),
      ("SELECT ROW_NUMBER() FROM sales", 30484), ("SELECT RANK() OVER () FROM sales", 30485),
      ("SELECT SUM(amount) OVER (ROWS 1 PRECEDING) FROM sales", 30485),
      ("SELECT SUM(amount) OVER (ORDER BY region, day RANGE 1 PRECEDING) FROM sales", 30486),
      ("SELECT COUNT(DISTINCT region) OVER (ORDER BY day) FROM sales", 30487),
      ("SELECT RATIO_TO_REPORT(amount) OVER (ORDER BY day) FROM sales", 30487),
      ("SELECT amount, SUM(amount) OVER () FROM sales GROUP BY region", 979),
    ])
  func refused(sql: String, code: Int) throws {
    #expect(try sample().code(sql) == code)
  }
}
