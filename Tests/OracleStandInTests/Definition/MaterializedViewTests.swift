import Testing

@testable import OracleStandIn

/// Materialised views: Oracle SQL Language Reference 19c, CREATE MATERIALIZED VIEW; Database Reference, ALL_MVIEWS.
@Suite("Materialised views") struct MaterializedViewTests {
  private func database() throws -> TestDatabase {
    let test = try TestDatabase()
    try test.run(
      "CREATE TABLE t (id NUMBER PRIMARY KEY, a VARCHAR2(10))", "INSERT INTO t VALUES (1, 'one')",
      "INSERT INTO t VALUES (2, 'two')",
      "CREATE MATERIALIZED VIEW plain AS SELECT id, UPPER(a) AS name FROM t",
      "CREATE MATERIALIZED VIEW later (n) BUILD DEFERRED REFRESH FAST ON COMMIT AS SELECT COUNT(*) FROM t",
      "CREATE MATERIALIZED VIEW timed REFRESH COMPLETE START WITH SYSDATE NEXT SYSDATE + 1 AS SELECT id FROM t",
      "CREATE MATERIALIZED VIEW fixed NEVER REFRESH AS SELECT id FROM t", "CREATE TABLE ready (id NUMBER)",
      "CREATE MATERIALIZED VIEW ready ON PREBUILT TABLE AS SELECT id FROM t",
      "COMMENT ON MATERIALIZED VIEW plain IS 'names'", "COMMENT ON COLUMN plain.name IS 'in capitals'",
      "CREATE INDEX plain_name ON plain (name)")
    return test
  }

  @Test func rowsAreThoseOfItsMaking() throws {
    let test = try database()
    try test.run("INSERT INTO t VALUES (3, 'three')")
    #expect(try test.rows("SELECT id, name FROM plain ORDER BY id") == [["1", "ONE"], ["2", "TWO"]])
    #expect(try test.rows("SELECT n FROM later") == [])
    #expect(test.code("INSERT INTO plain VALUES (9, 'x')") == 1732)
    #expect(test.code("DELETE FROM plain") == 1732)
    try test.run("INSERT INTO ready VALUES (7)")
  }

  @Test func theDictionaryShowsThem() throws {
    let test = try database()
    #expect(
      try test.shownRows(
        """
        SELECT mview_name, container_name, query, refresh_mode, refresh_method, build_mode FROM user_mviews
        ORDER BY mview_name
        """) == [
          "FIXED | FIXED | SELECT id FROM t | NEVER | NEVER | IMMEDIATE",
          "LATER | LATER | SELECT COUNT(*) FROM t | COMMIT | FAST | DEFERRED",
          "PLAIN | PLAIN | SELECT id, UPPER(a) AS name FROM t | DEMAND | FORCE | IMMEDIATE",
          "READY | READY | SELECT id FROM t | DEMAND | FORCE | PREBUILT",
          "TIMED | TIMED | SELECT id FROM t | DEMAND | COMPLETE | IMMEDIATE",
        ])
    #expect(
      try test.shownRows("SELECT object_type FROM user_objects WHERE object_name = 'PLAIN' ORDER BY 1")
        == ["MATERIALIZED VIEW", "TABLE"])
    #expect(try test.shownRows("SELECT comments FROM user_mview_comments WHERE mview_name = 'PLAIN'") == ["names"])
    #expect(
      try test.shownRows("SELECT comments FROM user_mview_comments WHERE mview_name = 'FIXED'")
        == ["snapshot table for snapshot APP.FIXED"])
    #expect(
      try test.shownRows("SELECT comments FROM user_tab_comments WHERE table_name = 'PLAIN'")
        == ["snapshot table for snapshot APP.PLAIN"])
    #expect(
      try test.shownRows("SELECT column_name, comments FROM user_col_comments WHERE table_name = 'PLAIN' ORDER BY 1")
        == ["ID | NULL", "NAME | in capitals"])
    #expect(try test.shownRows("SELECT name, interval FROM all_refresh_children") == ["TIMED | SYSDATE + 1"])
  }

  @Test func dropping() throws {
    let test = try database()
    #expect(test.code("DROP TABLE plain") == 12_083)
    #expect(test.code("DROP MATERIALIZED VIEW t") == 12_003)
    try test.run("DROP MATERIALIZED VIEW plain", "DROP MATERIALIZED VIEW ready")
    #expect(test.code("SELECT 1 FROM plain") == 942)
    #expect(try test.value("SELECT COUNT(*) FROM ready") == "0")
    #expect(try test.value("SELECT COUNT(*) FROM user_mviews") == "3")
  }

  @Test(arguments: [
    ("CREATE MATERIALIZED VIEW m AS SELECT nothing FROM t", 904),
    ("CREATE MATERIALIZED VIEW m (a, b) AS SELECT id FROM t", 1730),
    ("CREATE MATERIALIZED VIEW t AS SELECT 1 x FROM t", 955),
    ("CREATE MATERIALIZED VIEW m ON PREBUILT TABLE AS SELECT id FROM t", 12_059),
    ("CREATE MATERIALIZED VIEW t ON PREBUILT TABLE AS SELECT id AS other FROM t", 12_060),
    ("CREATE MATERIALIZED VIEW LOG ON t", 3001), ("CREATE MATERIALIZED VIEW m AS SELECT id, id FROM t", 957),
  ])
  func whatIsRefused(sql: String, code: Int) throws {
    #expect(try database().code(sql) == code)
  }
}
