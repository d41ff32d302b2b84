import Testing

@testable import Conversion

/// Set operations, limits, groups, windows and hierarchies on a real PostgreSQL.
@Suite struct ComputingQueryTests {
  static let setOperations: [QueryCase] = [
    .init("SELECT a FROM link MINUS SELECT b FROM link WHERE b > 1", ["1"]),
    .init(
      "SELECT 1 FROM dual UNION SELECT 2 FROM dual INTERSECT SELECT 2 FROM dual", ["2"],
      "from left to right: INTERSECT binds no tighter"),
    .init("SELECT 1 FROM dual UNION ALL (SELECT 2 FROM dual MINUS SELECT 2 FROM dual)", ["1"]),
    .init(
      "SELECT NULL FROM dual UNION ALL SELECT NULL FROM dual UNION ALL SELECT 3 FROM dual ORDER BY 1",
      ["3", "NULL", "NULL"]),
    .init(
      "SELECT name FROM staff WHERE id < 3 UNION SELECT \"Title\" FROM dept ORDER BY name DESC",
      ["Tech", "Law", "Head", "Bob", "Ada"]),
    .init(
      "SELECT dept FROM staff WHERE id = 1 UNION ALL SELECT 'abc' FROM dual UNION ALL SELECT name FROM staff WHERE id = 2",
      ["HQ ", "abc", "Bob"], "a CHAR keeps its blanks among VARCHAR2"),
    .init(
      "SELECT LENGTH(x) FROM (SELECT dept x FROM staff WHERE id = 1 UNION ALL SELECT name FROM staff WHERE id = 3)",
      ["3", "4"]),
    .init("(SELECT a FROM link) MINUS (SELECT 2 FROM dual UNION SELECT 3 FROM dual)", ["1"]),
    .init(
      "SELECT id, NULL b FROM staff WHERE id = 1 UNION SELECT a, b FROM link WHERE a = 1 ORDER BY 1, 2",
      ["1 | 2", "1 | NULL"]),
    .init("SELECT pay FROM staff WHERE id = 1 UNION SELECT id FROM staff WHERE id = 2 ORDER BY 1", ["2", "9000"]),
    .init("SELECT a FROM link INTERSECT SELECT b FROM link ORDER BY 1 FETCH FIRST 2 ROWS ONLY", ["1", "2"]),
  ]

  static let commonTables: [QueryCase] = [
    .init("WITH t AS (SELECT id, name FROM staff WHERE id < 3) SELECT name FROM t ORDER BY id", ["Ada", "Bob"]),
    .init("WITH t (x) AS (SELECT id FROM staff), u AS (SELECT MAX(x) m FROM t) SELECT m FROM u", ["5"]),
    .init(
      "WITH staff AS (SELECT name n FROM staff WHERE id = 1) SELECT n FROM staff", ["Ada"], "a table of the same name"),
    .init(
      "WITH n (i) AS (SELECT 1 FROM dual UNION ALL SELECT i + 1 FROM n WHERE i < 4) SELECT i FROM n ORDER BY i",
      ["1", "2", "3", "4"]),
    .init(
      "WITH t (id, path) AS (SELECT id, name FROM staff WHERE boss IS NULL UNION ALL SELECT s.id, t.path || '/' || s.name FROM staff s JOIN t ON s.boss = t.id) SELECT path FROM t WHERE id = 5",
      ["Ada/Bob/Eve"]),
    .init(
      "WITH t (id, name, lvl) AS (SELECT id, name, 1 FROM staff WHERE boss IS NULL UNION ALL SELECT s.id, s.name, t.lvl + 1 FROM staff s, t WHERE s.boss = t.id) SEARCH DEPTH FIRST BY name SET o SELECT name, lvl, o FROM t ORDER BY o",
      ["Ada | 1 | 1", "Bob | 2 | 2", "Dan | 3 | 3", "Eve | 3 | 4", "cleo | 2 | 5"]),
    .init(
      "WITH t (id, d) AS (SELECT id, hired FROM staff WHERE id = 1 UNION ALL SELECT s.id, s.hired FROM staff s JOIN t ON s.id = t.id + 1 WHERE s.id < 3) SELECT id, d FROM t ORDER BY id",
      ["1 | 2001-01-31 09:30:00", "2 | 2003-05-15"]),
    .init("SELECT * FROM (WITH t AS (SELECT 7 x FROM dual) SELECT x FROM t)", ["7"]),
  ]

  static let limits: [QueryCase] = [
    .init("SELECT name FROM (SELECT name FROM staff ORDER BY pay DESC NULLS LAST) WHERE ROWNUM <= 2", ["Ada", "Bob"]),
    .init("SELECT COUNT(*) FROM staff WHERE ROWNUM < 3", ["2"], "rows are counted behind the limit"),
    .init("SELECT MAX(id) FROM (SELECT id FROM staff ORDER BY id) WHERE ROWNUM <= 2", ["2"]),
    .init(
      "SELECT id FROM (SELECT id FROM staff ORDER BY id) WHERE ROWNUM <= 2 ORDER BY id DESC", ["2", "1"],
      "ORDER BY comes behind ROWNUM"),
    .init(
      "SELECT ROWNUM, name FROM (SELECT name FROM staff ORDER BY name DESC) WHERE ROWNUM <= 2", ["1 | cleo", "2 | Eve"]),
    .init(
      "SELECT * FROM (SELECT ROWNUM r, x.* FROM (SELECT id FROM staff ORDER BY id) x) WHERE r BETWEEN 2 AND 3",
      ["2 | 2", "3 | 3"], "a page"),
    .init("SELECT id FROM staff WHERE ROWNUM > 1", [], "no row is ever the second"),
    .init("SELECT id FROM staff WHERE ROWNUM = 2", []), .init("SELECT COUNT(*) FROM staff WHERE ROWNUM = 1", ["1"]),
    .init("SELECT COUNT(*) FROM staff WHERE 2.5 > ROWNUM", ["2"]),
    .init("SELECT COUNT(*) FROM staff WHERE ROWNUM >= 1", ["5"]),
    .init("SELECT DISTINCT q.a FROM (SELECT a FROM link WHERE a = 2) q WHERE ROWNUM <= 2", ["2"]),
    .init("SELECT id FROM staff ORDER BY id OFFSET 1 ROWS FETCH NEXT 2 ROWS ONLY", ["2", "3"]),
    .init(
      "SELECT name FROM staff ORDER BY pay DESC NULLS LAST FETCH FIRST 3 ROWS WITH TIES", ["Ada", "Bob", "cleo", "Eve"]),
    .init("SELECT id FROM staff ORDER BY id FETCH FIRST ROW ONLY", ["1"]),
  ]

  static let groups: [QueryCase] = [
    .init(
      "SELECT dept, SUM(pay), AVG(bonus) FROM staff GROUP BY dept ORDER BY dept",
      ["HQ  | 9000 | NULL", "IT  | 9000.5 | 175", "OPS | 4000.5 | NULL", "NULL | NULL | 7"]),
    .init("SELECT boss, COUNT(*) FROM staff GROUP BY boss HAVING COUNT(*) > 1 ORDER BY boss", ["1 | 2", "2 | 2"]),
    .init(
      "SELECT boss, COUNT(bonus) FROM staff GROUP BY ROLLUP (boss) ORDER BY GROUPING(boss), boss",
      ["1 | 2", "2 | 1", "NULL | 0", "NULL | 3"]),
    .init(
      "SELECT NVL(name, 'all') || '.' FROM staff WHERE id < 3 GROUP BY ROLLUP (name) ORDER BY 1",
      ["Ada.", "Bob.", "all."], "a key that is NOT NULL is NULL in a subtotal"),
    .init(
      "SELECT a, b, GROUPING_ID(a, b) g FROM link WHERE a = 1 GROUP BY CUBE (a, b) ORDER BY g",
      ["1 | 2 | 0", "1 | NULL | 1", "NULL | 2 | 2", "NULL | NULL | 3"]),
    .init(
      "SELECT a, COUNT(*) FROM link GROUP BY GROUPING SETS ((a), ()) ORDER BY a",
      ["1 | 1", "2 | 2", "3 | 1", "NULL | 4"]),
    .init("SELECT LISTAGG(name, ',') WITHIN GROUP (ORDER BY name) FROM staff", ["Ada,Bob,Dan,Eve,cleo"]),
    .init(
      "SELECT boss, LISTAGG(bonus, '-') WITHIN GROUP (ORDER BY id DESC) l FROM staff GROUP BY boss ORDER BY 1",
      ["1 | 250-100", "2 | 7", "NULL | NULL"], "NULLs are passed over"),
    .init("SELECT LISTAGG(DISTINCT name, ';') WITHIN GROUP (ORDER BY name DESC) FROM staff WHERE id < 3", ["Bob;Ada"]),
    .init("SELECT MAX(name) KEEP (DENSE_RANK LAST ORDER BY pay) FROM staff WHERE pay IS NOT NULL", ["Ada"]),
    .init(
      "SELECT MIN(id) KEEP (DENSE_RANK FIRST ORDER BY pay), MAX(id) KEEP (DENSE_RANK FIRST ORDER BY pay) FROM staff",
      ["3 | 5"]),
    .init("SELECT COUNT(DISTINCT pay), COUNT(pay), COUNT(*) FROM staff", ["3 | 4 | 5"]),
    .init("SELECT MIN(name), MAX(name) FROM staff", ["Ada | cleo"], "binary order"),
    .init("SELECT s.name FROM staff s JOIN (SELECT MAX(name) m FROM staff) t ON s.name = t.m", ["cleo"]),
    .init("SELECT SUM(bonus) / COUNT(bonus) FROM staff", ["119"]),
    .init("SELECT AVG(id) FROM link, staff WHERE id < 3", ["1.5"]),
    .init("SELECT STDDEV(id), VARIANCE(id) FROM staff WHERE id = 1", ["0 | 0"], "of one value: zero, not NULL"),
    .init("SELECT MEDIAN(pay) FROM staff", ["4500.25"]),
    .init("SELECT 'x', COUNT(*) FROM staff GROUP BY 'x'", ["x | 5"]),
    .init("SELECT COUNT(*) FROM staff WHERE id > 9 GROUP BY 1", []),
    .init(
      "SELECT TO_CHAR(hired, 'YYYY') y, COUNT(*) FROM staff GROUP BY TO_CHAR(hired, 'YYYY') HAVING MAX(id) > 3 ORDER BY y",
      ["2010 | 1", "2011 | 1"]),
  ]

  static let windows: [QueryCase] = [
    .init(
      "SELECT id, LAST_VALUE(bonus IGNORE NULLS) OVER (ORDER BY id), FIRST_VALUE(bonus) IGNORE NULLS OVER (ORDER BY id) FROM staff ORDER BY id",
      ["1 | NULL | NULL", "2 | 100 | 100", "3 | 250 | 100", "4 | 7 | 100", "5 | 7 | 100"]),
    .init(
      "SELECT name, ROW_NUMBER() OVER (PARTITION BY dept ORDER BY id) FROM staff WHERE dept = 'IT' ORDER BY 2",
      ["Bob | 1", "cleo | 2"]),
    .init(
      "SELECT id, RANK() OVER (ORDER BY pay DESC) r FROM staff ORDER BY r, id",
      ["4 | 1", "1 | 2", "2 | 3", "3 | 4", "5 | 4"], "NULLs rank first descending"),
    .init(
      "SELECT id, SUM(bonus) OVER (ORDER BY id) FROM staff ORDER BY id",
      ["1 | NULL", "2 | 100", "3 | 350", "4 | 357", "5 | 357"]),
    .init(
      "SELECT id, LAG(name, 1, '-') OVER (ORDER BY id), LEAD(id) OVER (ORDER BY id) FROM staff WHERE id < 4 ORDER BY 1",
      ["1 | - | 2", "2 | Ada | 3", "3 | Bob | NULL"]),
    .init("SELECT id, LAG(id, 1, 0.5) OVER (ORDER BY id) FROM staff WHERE id < 3 ORDER BY 1", ["1 | .5", "2 | 1"]),
    .init(
      "SELECT id, SUM(id) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM staff ORDER BY 1",
      ["1 | 3", "2 | 6", "3 | 9", "4 | 12", "5 | 9"]),
    .init(
      "SELECT id, COUNT(*) OVER (ORDER BY hired RANGE 400 PRECEDING) FROM staff ORDER BY 1",
      ["1 | 1", "2 | 1", "3 | 2", "4 | 1", "5 | 2"], "a range of days"),
    .init("SELECT id, RATIO_TO_REPORT(id) OVER () FROM staff WHERE id IN (1, 3) ORDER BY 1", ["1 | .25", "3 | .75"]),
    .init(
      "SELECT name, LISTAGG(name, ',') WITHIN GROUP (ORDER BY name) OVER (PARTITION BY boss) l FROM staff WHERE boss = 2 ORDER BY 1",
      ["Dan | Dan,Eve", "Eve | Dan,Eve"]),
    .init("SELECT * FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY id DESC) rn FROM staff) WHERE rn = 1", ["5 | 1"]),
    .init("SELECT MAX(name) OVER (PARTITION BY boss) FROM staff WHERE id = 3", ["cleo"]),
    .init(
      "SELECT id, NTILE(2) OVER (ORDER BY id) FROM staff ORDER BY 1", ["1 | 1", "2 | 1", "3 | 1", "4 | 2", "5 | 2"]),
  ]

  /// "Hierarchical Queries" in SQL Language Reference.
  static let hierarchies: [QueryCase] = [
    .init("SELECT ROWNUM FROM dual CONNECT BY ROWNUM <= 3", ["1", "2", "3"]),
    .init(
      "SELECT name FROM staff START WITH id = (SELECT MIN(base.id) FROM staff base) CONNECT BY PRIOR id = boss AND EXISTS (SELECT 1 FROM staff tree WHERE tree.id = 1) AND LEVEL < 2",
      ["Ada"], "aliases that ours could hide"),
    .init("SELECT LEVEL FROM dual CONNECT BY LEVEL <= 3", ["1", "2", "3"]),
    .init("SELECT LEVEL FROM dual CONNECT BY LEVEL <= 0", ["1"], "the root is always there"),
    .init(
      "SELECT LEVEL, name FROM staff START WITH boss IS NULL CONNECT BY PRIOR id = boss ORDER SIBLINGS BY name",
      ["1 | Ada", "2 | Bob", "3 | Dan", "3 | Eve", "2 | cleo"]),
    .init(
      "SELECT LPAD(' ', 2 * (LEVEL - 1)) || name FROM staff START WITH id = 2 CONNECT BY boss = PRIOR id ORDER SIBLINGS BY id DESC",
      ["Bob", "  Eve", "  Dan"]),
    .init(
      "SELECT SYS_CONNECT_BY_PATH(name, '/') FROM staff WHERE id = 5 START WITH boss IS NULL CONNECT BY boss = PRIOR id",
      ["/Ada/Bob/Eve"], "WHERE comes behind the hierarchy"),
    .init(
      "SELECT CONNECT_BY_ROOT name, name, PRIOR name FROM staff START WITH id IN (1, 2) CONNECT BY boss = PRIOR id AND LEVEL < 3 ORDER BY 1, 2",
      [
        "Ada | Ada | NULL", "Ada | Bob | Ada", "Ada | cleo | Ada", "Bob | Bob | NULL", "Bob | Dan | Bob",
        "Bob | Eve | Bob",
      ]),
    .init(
      "SELECT name, CONNECT_BY_ISLEAF FROM staff START WITH boss IS NULL CONNECT BY PRIOR id = boss ORDER BY id",
      ["Ada | 0", "Bob | 0", "cleo | 1", "Dan | 1", "Eve | 1"]),
    .init(
      "SELECT b, LEVEL, CONNECT_BY_ISCYCLE FROM link START WITH a = 1 CONNECT BY NOCYCLE PRIOR b = a ORDER SIBLINGS BY b",
      ["2 | 1 | 0", "3 | 2 | 0", "1 | 3 | 1", "4 | 2 | 0"]),
    .init(
      "SELECT s.name, d.\"Title\" FROM staff s, dept d WHERE s.dept = d.dept AND s.id > 1 START WITH s.boss IS NULL CONNECT BY PRIOR s.id = s.boss ORDER SIBLINGS BY s.name",
      ["Bob | Tech", "cleo | Tech"], "joins come before the hierarchy, filters behind it"),
    .init("SELECT COUNT(*), MAX(LEVEL) FROM staff START WITH boss IS NULL CONNECT BY PRIOR id = boss", ["5 | 3"]),
    .init(
      "SELECT ROWNUM, name FROM staff START WITH id = 2 CONNECT BY PRIOR id = boss ORDER SIBLINGS BY id",
      ["1 | Bob", "2 | Dan", "3 | Eve"]),
    .init(
      "SELECT name FROM staff WHERE id IN (SELECT id FROM staff START WITH id = 2 CONNECT BY PRIOR id = boss) ORDER BY id",
      ["Bob", "Dan", "Eve"]),
    .init(
      "SELECT DATE '2024-02-27' + LEVEL d FROM dual CONNECT BY LEVEL <= 3", ["2024-02-28", "2024-02-29", "2024-03-01"]),
    .init(
      "WITH t AS (SELECT 1 AS i, 0 AS p FROM dual UNION ALL SELECT 2, 1 FROM dual) SELECT i, LEVEL FROM t START WITH p = 0 CONNECT BY PRIOR i = p",
      ["1 | 1", "2 | 2"]),
  ]

  @Test func combined() async throws { try await QueryFixture.check(Self.setOperations) }
  @Test func withClauses() async throws { try await QueryFixture.check(Self.commonTables) }
  @Test func rowLimits() async throws { try await QueryFixture.check(Self.limits) }
  @Test func grouped() async throws { try await QueryFixture.check(Self.groups) }
  @Test func analytic() async throws { try await QueryFixture.check(Self.windows) }
  @Test func hierarchical() async throws { try await QueryFixture.check(Self.hierarchies) }

  /// Without NOCYCLE a loop is an error, as ORA-01436 is.
  @Test func loopsFail() async throws {
    try await QueryHarness.with(QueryFixture.script, QueryFixture.catalogue) { harness in
      let query = try harness.translate("SELECT b FROM link START WITH a = 1 CONNECT BY PRIOR b = a")
      await #expect(throws: (any Error).self) { _ = try await harness.session.execute(query.sql) }
    }
  }
}
