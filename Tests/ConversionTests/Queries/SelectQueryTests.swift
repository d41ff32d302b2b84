import Testing

@testable import Conversion

/// SELECT lists, names, joins and subqueries on a real PostgreSQL.
@Suite struct SelectQueryTests {
  /// What SQL Language Reference says about SELECT: stars, aliases, names.
  static let lists: [QueryCase] = [
    .init("SELECT * FROM link ORDER BY a, b", ["1 | 2", "2 | 3", "2 | 4", "3 | 1"]),
    .init("SELECT l.*, l.a + l.b FROM link l WHERE l.a = 1", ["1 | 2 | 3"]),
    .init("SELECT OT.LINK.B FROM OT.LINK WHERE OT.LINK.A = 3", ["1"]),
    .init(#"SELECT "Title" AS "select", floor# FROM dept WHERE floor# = 9"#, ["Head | 9"]),
    .init("SELECT /*+ FULL(staff) */ name FROM staff WHERE id = 1", ["Ada"], "hints are comments"),
    .init("SELECT name FROM workers WHERE id = 2", ["Bob"], "a public synonym"),
    .init("SELECT UNIQUE boss FROM staff ORDER BY boss DESC", ["NULL", "2", "1"], "NULLs first descending"),
    .init("SELECT DISTINCT dept FROM staff ORDER BY dept NULLS FIRST", ["NULL", "HQ ", "IT ", "OPS"]),
    .init("SELECT DISTINCT name n FROM staff ORDER BY n", ["Ada", "Bob", "Dan", "Eve", "cleo"], "NLS_SORT=BINARY"),
    .init("SELECT name FROM staff ORDER BY bonus, name", ["Dan", "Bob", "cleo", "Ada", "Eve"], "NULLs last ascending"),
    .init(
      "SELECT name, pay FROM staff ORDER BY 2 DESC NULLS LAST, 1 DESC",
      ["Ada | 9000", "Bob | 5000", "cleo | 4000.5", "Eve | 4000.5", "Dan | NULL"]),
    .init("SELECT id x FROM staff ORDER BY -x", ["5", "4", "3", "2", "1"], "an alias in an expression of ORDER BY"),
    .init("SELECT * FROM dual", ["X"]),
    .init("SELECT dummy, 1 FROM sys.dual", ["X | 1"]),
    .init("SELECT l.a FROM link l, dual WHERE l.b = 1", ["3"]),
    .init("SELECT tax.rate(pay) FROM staff WHERE id = 1", ["900"], "a function of a package that is carried over"),
    .init("SELECT q.x FROM (SELECT '' AS x, NULL AS y FROM dual) q WHERE q.x IS NULL", ["NULL"], "'' is NULL"),
    .init("SELECT \"COUNT(*)\" FROM (SELECT COUNT(*) FROM staff)", ["5"], "the heading of an expression is its name"),
  ]

  static let joins: [QueryCase] = [
    .init(
      "SELECT s.name, d.\"Title\" FROM staff s, dept d WHERE s.dept = d.dept ORDER BY s.id",
      ["Ada | Head", "Bob | Tech", "cleo | Tech"]),
    .init("SELECT s.name, d.floor# FROM staff s JOIN dept d ON d.dept = s.dept AND d.floor# > 1", ["Ada | 9"]),
    .init("SELECT dept, COUNT(*) FROM staff JOIN dept USING (dept) GROUP BY dept ORDER BY 1", ["HQ  | 1", "IT  | 2"]),
    .init(
      "SELECT * FROM dept NATURAL JOIN (SELECT dept, id FROM staff WHERE id < 3) ORDER BY id",
      ["HQ  | Head | 9 | 1", "IT  | Tech | NULL | 2"]),
    .init(
      "SELECT dept, name FROM staff FULL JOIN dept USING (dept) WHERE name IS NULL OR dept IS NULL ORDER BY 1",
      ["LAW | NULL", "NULL | Dan"]),
    .init(
      "SELECT s.name, d.\"Title\" FROM dept d RIGHT OUTER JOIN staff s ON s.dept = d.dept WHERE d.dept IS NULL ORDER BY s.id",
      ["Dan | NULL", "Eve | NULL"]),
    .init("SELECT COUNT(*) FROM staff CROSS JOIN dept", ["15"]),
    .init(
      "SELECT s.name, x.n FROM staff s CROSS APPLY (SELECT COUNT(*) n FROM staff t WHERE t.boss = s.id) x WHERE x.n > 0 ORDER BY 1",
      ["Ada | 2", "Bob | 2"]),
    .init(
      "SELECT d.dept, x.name FROM dept d OUTER APPLY (SELECT name FROM staff s WHERE s.dept = d.dept AND s.id < 3) x ORDER BY 1",
      ["HQ  | Ada", "IT  | Bob", "LAW | NULL"]),
    .init("SELECT s.id, t.x FROM staff s, LATERAL (SELECT s.id * 2 AS x FROM dual) t WHERE s.id = 4", ["4 | 8"]),
    .init("SELECT a.name, b.name FROM (staff a JOIN staff b ON b.id = a.boss) WHERE a.id = 3", ["cleo | Ada"]),
    .init(
      "SELECT d.\"Title\" || s.name FROM dept d LEFT JOIN staff s ON s.dept = d.dept WHERE d.dept = 'LAW'", ["Law"],
      "what an outer join fills with NULL adds nothing"),
    .init(
      "SELECT name FROM staff WHERE dept = 'IT' ORDER BY 1", ["Bob", "cleo"],
      "CHAR and literal are compared blank-padded"),
    .init("SELECT d.dept FROM dept d JOIN staff s ON TRIM(s.dept) = TRIM(d.dept) WHERE s.id = 1", ["HQ "]),
  ]

  /// Oracle's own outer joins ("Joins" in SQL Language Reference).
  static let marks: [QueryCase] = [
    .init(
      "SELECT s.name, d.\"Title\" FROM staff s, dept d WHERE s.dept = d.dept(+) ORDER BY s.id",
      ["Ada | Head", "Bob | Tech", "cleo | Tech", "Dan | NULL", "Eve | NULL"]),
    .init(
      "SELECT d.dept, s.name FROM staff s, dept d WHERE s.dept(+) = d.dept AND s.pay(+) > 4500 ORDER BY 1",
      ["HQ  | Ada", "IT  | Bob", "LAW | NULL"], "a marked condition with a constant belongs to ON"),
    .init(
      "SELECT d.dept, s.name FROM staff s, dept d WHERE s.dept(+) = d.dept AND s.pay > 4500 ORDER BY 1",
      ["HQ  | Ada", "IT  | Bob"], "an unmarked one is applied behind the join"),
    .init(
      "SELECT a.name, b.name, d.\"Title\" FROM staff a, staff b, dept d WHERE b.id(+) = a.boss AND d.dept(+) = b.dept ORDER BY a.id",
      ["Ada | NULL | NULL", "Bob | Ada | Head", "cleo | Ada | Head", "Dan | Bob | Tech", "Eve | Bob | Tech"], "a chain"),
    .init(
      "SELECT a.id, c.b FROM staff a, dept d, link c WHERE a.dept = d.dept AND c.a(+) = a.id AND c.b(+) BETWEEN 3 AND 9 ORDER BY 1, 2",
      ["1 | NULL", "2 | 3", "2 | 4", "3 | NULL"]),
    .init("SELECT d.dept FROM staff s, dept d WHERE s.dept(+) = d.dept AND s.id IS NULL", ["LAW"], "an anti-join"),
    .init(
      "SELECT a.id FROM staff a, link l WHERE l.a(+) = a.id AND l.b(+) = a.boss AND l.a IS NULL ORDER BY 1",
      ["1", "2", "4", "5"], "two conditions on one pair"),
  ]

  static let subqueries: [QueryCase] = [
    .init(
      "SELECT name FROM staff s WHERE EXISTS (SELECT * FROM staff t WHERE t.boss = s.id) ORDER BY 1", ["Ada", "Bob"]),
    .init("SELECT dept FROM dept WHERE dept NOT IN (SELECT dept FROM staff WHERE dept IS NOT NULL)", ["LAW"]),
    .init("SELECT name FROM staff WHERE id NOT IN (SELECT boss FROM staff)", [], "a NULL in the list"),
    .init("SELECT name FROM staff WHERE pay = (SELECT MAX(pay) FROM staff)", ["Ada"]),
    .init(
      "SELECT name, (SELECT \"Title\" FROM dept d WHERE d.dept = s.dept) t FROM staff s ORDER BY id",
      ["Ada | Head", "Bob | Tech", "cleo | Tech", "Dan | NULL", "Eve | NULL"]),
    .init("SELECT name FROM staff WHERE pay >= ALL (SELECT pay FROM staff WHERE pay IS NOT NULL)", ["Ada"]),
    .init("SELECT name FROM staff WHERE pay > ANY (4500, 8000) ORDER BY 1", ["Ada", "Bob"]),
    .init("SELECT name FROM staff WHERE (dept, boss) IN (SELECT dept, 1 FROM dept) ORDER BY 1", ["Bob", "cleo"]),
    .init("SELECT name FROM staff WHERE (id, boss) IN ((2, 1), (3, 2))", ["Bob"]),
    .init(
      "SELECT name FROM staff WHERE id IN (SELECT note FROM staff WHERE note = '7') OR id = '03'", ["cleo"],
      "texts become numbers"),
    .init("SELECT x FROM (SELECT name x FROM staff WHERE id = 1) WHERE x LIKE 'A%'", ["Ada"], "no alias"),
    .init(
      "SELECT t.name FROM staff t WHERE (SELECT COUNT(*) FROM staff WHERE boss = t.id) = 2 ORDER BY 1", ["Ada", "Bob"]),
    .init("SELECT MAX(n) FROM (SELECT dept, COUNT(*) n FROM staff GROUP BY dept)", ["2"]),
    .init("SELECT 'yes' FROM dual WHERE 'AA' > ALL (SELECT 'A' FROM dual UNION SELECT 'A ' FROM dual)", ["yes"]),
  ]

  @Test func selectLists() async throws { try await QueryFixture.check(Self.lists) }
  @Test func joinsOfTheStandard() async throws { try await QueryFixture.check(Self.joins) }
  @Test func outerJoinMarks() async throws { try await QueryFixture.check(Self.marks) }
  @Test func queriesInQueries() async throws { try await QueryFixture.check(Self.subqueries) }

  /// Each is refused, and the reason names what stands in the way.
  @Test(arguments: [
    ("SELECT * FROM nowhere", "NOWHERE"), ("SELECT nothing FROM staff", "NOTHING"),
    ("SELECT a FROM (SELECT a, a FROM link)", "ambiguous"),
    ("SELECT a FROM link, link l2 WHERE link.a = l2.a", "ambiguous"),
    ("SELECT s.id FROM staff s, dept d WHERE s.dept = d.dept(+) OR s.id = 1", "OR"),
    ("SELECT s.id FROM staff s, dept d WHERE s.dept(+) = d.dept(+)", "two sources"),
    ("SELECT a.id FROM staff a, staff b WHERE a.id(+) = b.boss AND b.id(+) = a.boss", "both sides"),
    ("SELECT s.id FROM staff s JOIN dept d ON s.dept = d.dept, link l WHERE l.a(+) = s.id", "JOIN"),
    ("SELECT id FROM staff WHERE id(+) = 1", "no other one"),
    ("SELECT s.id FROM staff s, dept d WHERE d.dept(+) = s.dept AND s.id = (SELECT d.floor#(+) FROM dual)", "(+)"),
    ("SELECT id FROM staff@elsewhere", "database link"), ("SELECT id FROM staff AS OF SCN 5", "flashback"),
    ("SELECT id FROM staff FOR UPDATE", "FOR UPDATE"), ("SELECT ROWID FROM staff", "ROWID"),
    ("SELECT id FROM staff WHERE name = :n", "bind"), ("SELECT MYSTERY(id) FROM staff", "MYSTERY"),
    ("SELECT id FROM staff WHERE hired > '01-JAN-2000'", "NLS"),
    ("SELECT TO_CHAR(hired) FROM staff", "NLS"), ("SELECT hired || '' FROM staff", "NLS"),
    ("SELECT MAX(COUNT(*)) FROM staff GROUP BY", "understood"),
    ("SELECT * FROM TABLE(f(1))", "TABLE"), ("SELECT id FROM staff PARTITION (p1)", "partition"),
    ("SELECT LAG(pay) IGNORE NULLS OVER (ORDER BY id) FROM staff", "IGNORE NULLS"),
    ("SELECT SUM(pay) KEEP (DENSE_RANK FIRST ORDER BY id) FROM staff", "KEEP"),
    ("SELECT name FROM staff WHERE MOD(ROWNUM, 2) = 0", "ROWNUM"), ("SELECT LEVEL FROM staff", "hierarchical"),
    ("SELECT PRIOR id FROM staff", "hierarchical"), ("SELECT staff_seq.CURRVAL FROM dual", "CURRVAL"),
    ("SELECT id FROM staff FETCH FIRST 10 PERCENT ROWS ONLY", "PERCENT"),
    ("SELECT SUM(ROWNUM) OVER () FROM staff", "ROWNUM"), ("SELECT MAX(ROWNUM) FROM staff", "ROWNUM"),
    ("SELECT s.id FROM staff s JOIN dept d ON ROWNUM = 1", "ROWNUM"),
    ("SELECT id FROM staff CONNECT BY ROWNUM < 5 AND PRIOR id = boss", "ROWNUM"),
    ("SELECT id, name FROM staff UNION SELECT id FROM staff", "numbers of columns"),
    ("SELECT id FROM staff UNION SELECT name FROM staff", "types"),
    ("SELECT REGEXP_SUBSTR(name, 'a|ab') FROM staff", "regular expression"),
    ("SELECT TO_CHAR(pay, 'L999') FROM staff", "L999"), ("SELECT TO_CHAR(hired, 'D') FROM staff", "'D'"),
    ("SELECT JSON_VALUE(note, '$.a') FROM staff", "JSON_VALUE"), ("SELECT CAST(name AS DATE) FROM staff", "CAST"),
  ])
  func refusesByName(text: String, part: String) {
    do {
      _ = try QueryTranslator(catalogue: QueryFixture.catalogue).translate(try QueryHarness.parse(text))
      Issue.record("\(text) is translated")
    } catch let refusal as ConversionRefusal {
      #expect(refusal.reason.contains(part), "\(text): \(refusal.reason)")
    } catch {
      #expect(part == "understood", "\(text): \(error)")
    }
  }
}
