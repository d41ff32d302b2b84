import Testing

@testable import OracleStandIn

@Suite("Hierarchies") struct HierarchyTests {
  private func staff() throws -> TestDatabase {
    let test = try TestDatabase()
    try test.run("CREATE TABLE staff (id NUMBER, boss NUMBER, name VARCHAR2(10))")
    for row in ["1, NULL, 'Ann'", "2, 1, 'Bob'", "3, 1, 'Abe'", "4, 2, 'Cid'"] {
      try test.run("INSERT INTO staff VALUES (\(row))")
    }
    return test
  }

  @Test("rows in the order of the walk, siblings by name") func walk() throws {
    let test = try staff()
    #expect(
      try test.shownRows(
        "SELECT LEVEL, LPAD(' ', LEVEL - 1) || name, PRIOR name, CONNECT_BY_ROOT name, CONNECT_BY_ISLEAF, "
          + "SYS_CONNECT_BY_PATH(id, '/') FROM staff START WITH boss IS NULL CONNECT BY PRIOR id = boss "
          + "ORDER SIBLINGS BY name")
        == [
          "1 | Ann | NULL | Ann | 0 | /1", "2 |  Abe | Ann | Ann | 1 | /1/3", "2 |  Bob | Ann | Ann | 0 | /1/2",
          "3 |   Cid | Bob | Ann | 1 | /1/2/4",
        ])
    #expect(
      try test.shownRows(
        "SELECT name FROM staff WHERE name <> 'Bob' START WITH id = 1 CONNECT BY PRIOR id = boss ORDER BY name")
        == ["Abe", "Ann", "Cid"])
    #expect(
      try test.shownRows(
        "SELECT LEVEL, COUNT(*) FROM staff START WITH id = 1 CONNECT BY PRIOR id = boss GROUP BY LEVEL ORDER BY 1")
        == ["1 | 1", "2 | 2", "3 | 1"])
  }

  @Test("a hundred thousand levels") func generator() throws {
    let test = try TestDatabase()
    #expect(try test.value("SELECT SUM(LEVEL) FROM dual CONNECT BY LEVEL <= 100000") == "5000050000")
    try test.run("CREATE TABLE t (n NUMBER)", "INSERT INTO t SELECT LEVEL * 2 FROM dual CONNECT BY LEVEL <= 10")
    #expect(try test.value("SELECT MAX(n) FROM t") == "20")
  }

  @Test("ROWNUM counts the rows of the walk") func rowNumber() throws {
    let test = try TestDatabase()
    #expect(try test.value("SELECT COUNT(*) FROM dual CONNECT BY ROWNUM <= 10") == "10")
  }

  @Test("a hierarchy without end is refused") func endless() throws {
    #expect(try TestDatabase().code("SELECT LEVEL FROM dual CONNECT BY LEVEL <> 1") == 30009)
  }

  @Test("a block without FROM has one row") func withoutFrom() throws {
    let test = try TestDatabase()
    #expect(try test.shownRows("SELECT LEVEL WHERE 1 = 1 CONNECT BY LEVEL <= 3") == ["1", "2", "3"])
  }

  @Test("ten thousand levels whose PRIOR differs") func deepPrior() throws {
    let sql = "SELECT COUNT(*) FROM dual CONNECT BY LEVEL <= 10000 AND PRIOR SYS_GUID() IS NOT NULL"
    #expect(try TestDatabase().value(sql) == "10000")
  }

  @Test("the root of no row") func noRoot() throws {
    let sql = "SELECT COUNT(*), MAX(CONNECT_BY_ROOT id), CONNECT_BY_ROOT 1 FROM staff CONNECT BY PRIOR id = boss"
    let test = try staff()
    try test.run("DELETE FROM staff")
    #expect(try test.shownRows(sql) == ["0 | NULL | 1"])
  }

  @Test("loops") func loops() throws {
    let test = try staff()
    try test.run("UPDATE staff SET boss = 4 WHERE id = 1")
    let loop = "FROM staff START WITH id = 1 CONNECT BY"
    #expect(test.code("SELECT id \(loop) PRIOR id = boss") == 1436)
    #expect(
      try test.shownRows("SELECT id, CONNECT_BY_ISCYCLE \(loop) NOCYCLE PRIOR id = boss ORDER BY id")
        == ["1 | 0", "2 | 0", "3 | 0", "4 | 1"])
  }

  @Test(
    "words that only a hierarchy has",
    arguments: [
      ("SELECT LEVEL FROM staff", 1788), ("SELECT PRIOR id FROM staff", 1788),
      ("SELECT SYS_CONNECT_BY_PATH(id, '/') FROM staff", 1788), ("SELECT CONNECT_BY_ISLEAF FROM staff", 904),
      ("SELECT id FROM staff CONNECT BY CONNECT_BY_ROOT id = boss", 30007),
      ("SELECT SYS_CONNECT_BY_PATH(name, 'n') FROM staff CONNECT BY PRIOR id = boss", 30004),
      ("SELECT id FROM staff ORDER SIBLINGS BY id", 30929),
      ("SELECT COUNT(*) FROM staff CONNECT BY PRIOR id = boss ORDER SIBLINGS BY COUNT(*)", 30929),
      ("SELECT boss FROM staff CONNECT BY PRIOR id = boss GROUP BY boss ORDER SIBLINGS BY boss", 30929),
      ("SELECT id FROM staff CONNECT BY PRIOR id = boss ORDER SIBLINGS BY RANK() OVER (ORDER BY id)", 30929),
      ("SELECT RANK() OVER (ORDER BY id) FROM staff CONNECT BY PRIOR id = boss ORDER SIBLINGS BY 1", 30929),
    ])
  func refused(sql: String, code: Int) throws {
    #expect(try staff().code(sql) == code)
  }

  @Test("LATERAL and APPLY read the sources before them") func lateral() throws {
    let test = try staff()
    let inner = "(SELECT name sub FROM staff t WHERE t.boss = s.id ORDER BY name FETCH FIRST 1 ROW ONLY)"
    #expect(
      try test.shownRows("SELECT s.name, x.sub FROM staff s CROSS APPLY \(inner) x ORDER BY 1") == [
        "Ann | Abe", "Bob | Cid",
      ])
    #expect(
      try test.shownRows("SELECT s.name, x.sub FROM staff s OUTER APPLY \(inner) x ORDER BY 1")
        == ["Abe | NULL", "Ann | Abe", "Bob | Cid", "Cid | NULL"])
    #expect(try test.shownRows("SELECT s.name, x.sub FROM staff s, LATERAL \(inner) x ORDER BY 1").count == 2)
  }
}
