/// A whole CREATE VIEW over the seeded tables, with the rows that Oracle's documentation has for its rule.
struct SeededView: Sendable, CustomStringConvertible {
  /// The chapter and the rule in it.
  var source: String
  /// Oracle's query.
  var query: String
  /// PostgreSQL's columns: names with types.
  var columns: String
  /// Rows in any order, values as `QueryHarness.shown` writes them.
  var rows: [String]

  init(_ source: String, _ query: String, _ columns: String, _ rows: [String]) {
    self.source = "Oracle SQL Language Reference 23ai, " + source
    self.query = query
    self.columns = columns
    self.rows = rows
  }

  var description: String { source }
}

/// Views whose rows are known: joins, sets, hierarchies and conditional expressions first.
enum SeededViews {
  static let all = joinsAndHierarchies + groupsAndDates + textsAndNumbers

  static let joinsAndHierarchies: [SeededView] = [
    SeededView(
      "Nulls: with a character value of length zero",
      "SELECT empno, NVL(NULLIF(job, ''), '-') AS j FROM emp WHERE job = '' OR empno = 1",
      "empno smallint, j text", ["1 | CHIEF"]),
    SeededView(
      "Concatenation Operator: NULL adds nothing",
      "SELECT ename || comm || '!' AS t FROM emp WHERE empno IN (1, 3)",
      "t text", ["Ana!", "Cem0!"]),
    SeededView(
      "NVL",
      "SELECT ename, NVL(comm, -1) AS c FROM emp WHERE deptno = 20",
      "ename character varying(10), c numeric", ["Ben | 500", "Cem | 0", "Dea | -1"]),
    SeededView(
      "NVL2",
      "SELECT ename, NVL2(comm, 'yes', 'no') AS c FROM emp WHERE empno < 3",
      "ename character varying(10), c text", ["Ana | no", "Ben | yes"]),
    SeededView(
      "COALESCE",
      "SELECT empno, COALESCE(comm, sal / 10, 0) AS c FROM emp WHERE empno IN (1, 5)",
      "empno smallint, c numeric", ["1 | 900", "5 | 1200"]),
    SeededView(
      "DECODE: NULLs are equal",
      "SELECT empno, DECODE(mgr, NULL, 'top', 1, 'near', 'far') AS d FROM emp",
      "empno smallint, d text", ["1 | top", "2 | near", "3 | far", "4 | far", "5 | near", "6 | far"]),
    SeededView(
      "DECODE: no default gives NULL",
      "SELECT empno, DECODE(deptno, 10, 'A', 20, 'B') AS d FROM emp WHERE empno IN (1, 2, 5)",
      "empno smallint, d text", ["1 | A", "2 | B", "5 | NULL"]),
    SeededView(
      "CASE Expressions",
      "SELECT empno, CASE WHEN sal >= 6000 THEN 'high' WHEN sal >= 3000 THEN 'mid' END AS band FROM emp WHERE empno <> 4",
      "empno smallint, band text", ["1 | high", "2 | high", "3 | NULL", "5 | mid", "6 | mid"]),
    SeededView(
      "NULLIF",
      "SELECT empno, NULLIF(comm, 0) AS c FROM emp WHERE empno IN (2, 3)",
      "empno smallint, c numeric(7,2)", ["2 | 500", "3 | NULL"]),
    SeededView(
      "GREATEST: NULL when any is NULL",
      "SELECT empno, GREATEST(sal, comm) AS g, LEAST(sal, 3000) AS l FROM emp WHERE empno IN (1, 5)",
      "empno smallint, g numeric, l numeric", ["1 | NULL | 3000", "5 | 4000 | 3000"]),
    SeededView(
      "Joins: Outer Joins, the operator (+)",
      "SELECT d.dname, e.ename FROM dept d, emp e WHERE e.deptno (+) = d.deptno AND d.deptno IN (30, 40)",
      "dname character varying(14), ename character varying(10)", ["Shop | Eli", "Idle | NULL"]),
    SeededView(
      "Joins: Outer Joins, (+) on each condition",
      "SELECT d.deptno, e.ename FROM dept d, emp e WHERE d.deptno = e.deptno (+) AND e.job (+) = 'CLERK'",
      "deptno smallint, ename character varying(10)", ["10 | NULL", "20 | Cem", "20 | Dea", "30 | NULL", "40 | NULL"]),
    SeededView(
      "Joins: a condition without (+) makes it an inner join",
      "SELECT d.deptno, e.ename FROM dept d, emp e WHERE d.deptno = e.deptno (+) AND e.job = 'CLERK'",
      "deptno smallint, ename character varying(10)", ["20 | Cem", "20 | Dea"]),
    SeededView(
      "SELECT, join_clause: FULL OUTER JOIN",
      "SELECT e.ename, d.dname FROM emp e FULL OUTER JOIN dept d ON d.deptno = e.deptno WHERE e.empno = 6 OR d.deptno = 40",
      "ename character varying(10), dname character varying(14)", ["Flo | NULL", "NULL | Idle"]),
    SeededView(
      "SELECT, join_clause: USING",
      "SELECT deptno, COUNT(ename) AS n FROM emp JOIN dept USING (deptno) GROUP BY deptno",
      "deptno smallint, n bigint", ["10 | 1", "20 | 3", "30 | 1"]),
    SeededView(
      "Self Joins",
      "SELECT e.ename AS who, m.ename AS boss FROM emp e, emp m WHERE e.mgr = m.empno AND m.mgr IS NOT NULL",
      "who character varying(10), boss character varying(10)", ["Cem | Ben", "Dea | Ben", "Flo | Eli"]),
    SeededView(
      "The UNION [ALL], INTERSECT, MINUS Operators",
      "SELECT deptno FROM dept MINUS SELECT deptno FROM emp",
      "deptno smallint", ["40"]),
    SeededView(
      "The UNION [ALL], INTERSECT, MINUS Operators: NULLs are alike",
      "SELECT comm FROM emp WHERE empno = 1 UNION SELECT comm FROM emp WHERE empno = 4",
      "comm numeric(7,2)", ["NULL"]),
    SeededView(
      "The UNION [ALL], INTERSECT, MINUS Operators: from left to right",
      "SELECT 1 AS n FROM dual UNION SELECT 2 FROM dual MINUS SELECT 1 FROM dual",
      "n integer", ["2"]),
    SeededView(
      "ROWNUM Pseudocolumn: rows are numbered before ORDER BY of the same block",
      "SELECT ename FROM (SELECT ename FROM emp ORDER BY sal DESC) WHERE ROWNUM <= 2",
      "ename character varying(10)", ["Ana", "Ben"]),
    SeededView(
      "ROWNUM Pseudocolumn: never greater than one at first",
      "SELECT ename FROM emp WHERE ROWNUM > 1",
      "ename character varying(10)", []),
    SeededView(
      "SELECT, row_limiting_clause",
      "SELECT ename FROM emp ORDER BY sal DESC, empno OFFSET 1 ROWS FETCH NEXT 2 ROWS ONLY",
      "ename character varying(10)", ["Ben", "Eli"]),
    SeededView(
      "SELECT, row_limiting_clause: WITH TIES",
      "SELECT ename FROM emp ORDER BY sal FETCH FIRST 1 ROW WITH TIES",
      "ename character varying(10)", ["Cem", "Dea"]),
    SeededView(
      "Hierarchical Queries: LEVEL",
      "SELECT LEVEL AS l, ename FROM emp START WITH mgr IS NULL CONNECT BY PRIOR empno = mgr",
      "l integer, ename character varying(10)", ["1 | Ana", "2 | Ben", "3 | Cem", "3 | Dea", "2 | Eli", "3 | Flo"]),
    SeededView(
      "SYS_CONNECT_BY_PATH",
      "SELECT SYS_CONNECT_BY_PATH(ename, '/') AS p FROM emp WHERE CONNECT_BY_ISLEAF = 1 START WITH empno = 5 CONNECT BY PRIOR empno = mgr",
      "p text", ["/Eli/Flo"]),
    SeededView(
      "Hierarchical Query Operators: CONNECT_BY_ROOT",
      "SELECT CONNECT_BY_ROOT ename AS root, ename FROM emp WHERE LEVEL = 2 START WITH empno IN (2, 5) CONNECT BY PRIOR empno = mgr",
      "root text, ename character varying(10)", ["Ben | Cem", "Ben | Dea", "Eli | Flo"]),
    SeededView(
      "Hierarchical Queries: rows of DUAL",
      "SELECT LEVEL * 2 AS n FROM dual CONNECT BY LEVEL <= 3",
      "n numeric", ["2", "4", "6"]),
    SeededView(
      "SELECT, subquery_factoring_clause",
      "WITH pay AS (SELECT deptno, SUM(sal) AS total FROM emp GROUP BY deptno) SELECT d.dname, p.total FROM dept d JOIN pay p ON p.deptno = d.deptno WHERE p.total > 5000",
      "dname character varying(14), total numeric", ["Board | 9000", "Lab | 11001"]),
  ]
}
