/// Clauses of queries, each in a view; beside what they need to stand in.
enum QueryCatalogue {
  static var all: [ClauseCase] {
    blocks + sources + groups + windows + orders + expressions + conditions + calls + literals + casts + meaningless
  }

  static let before =
    "CREATE TABLE parts (a NUMBER(5)) PARTITION BY LIST (a) (PARTITION p1 VALUES (1), PARTITION p2 VALUES (2)); "
    + "CREATE TABLE t (a NUMBER(5) NOT NULL, b VARCHAR2(10), c DATE, d NUMBER(10,2), e CHAR(4), f TIMESTAMP, g CLOB, "
    + "h TIMESTAMP WITH TIME ZONE, p NUMBER(5), n BINARY_DOUBLE, w RAW(8)); "
    + "CREATE TABLE u (a NUMBER(5), x VARCHAR2(10), y NUMBER(5)); CREATE SEQUENCE s; CREATE SEQUENCE r"

  static func view(_ query: String) -> ClauseCase { ClauseCase("CREATE VIEW v AS " + query, after: before) }

  // MARK: Blocks

  private static let walk =
    "WITH x (k, l) AS (SELECT a, 1 FROM t UNION ALL SELECT u.y, x.l + 1 FROM u JOIN x ON u.a = x.k) "

  static let blocks: [ClauseCase] = [
    "{WITH t AS (SELECT y AS a FROM u) }SELECT a FROM t", "WITH x{ (z)} AS (SELECT a AS z FROM t) SELECT z AS q FROM x",
    "WITH x AS (SELECT {a|p} AS a FROM t) SELECT a FROM x",
    "{WITH x AS (SELECT a FROM t) SELECT a FROM x|WITH y AS (SELECT a FROM t) SELECT a FROM y}",
    "WITH x (k, l) AS (SELECT a, 1 FROM t{ UNION ALL SELECT u.y, x.l + 1 FROM u JOIN x ON u.a = x.k}) SELECT k FROM x",
    "\(walk.dropLast()){ SEARCH DEPTH FIRST BY k SET o} SELECT k FROM x",
    "\(walk)SEARCH {DEPTH|BREADTH} FIRST BY k SET o SELECT k FROM x ORDER BY o",
    "\(walk)SEARCH DEPTH FIRST BY {k|l} SET o SELECT k FROM x ORDER BY o",
    "\(walk)SEARCH DEPTH FIRST BY k SET {o SELECT o AS z FROM x|r SELECT r AS z FROM x}",
    "\(walk.dropLast()){ CYCLE k SET m TO 'Y' DEFAULT 'N'} SELECT k FROM x",
    "SELECT a FROM t{ UNION SELECT y FROM u}", "SELECT a FROM t {UNION|UNION ALL} SELECT y FROM u",
    "SELECT a FROM t {INTERSECT|UNION} SELECT y FROM u", "SELECT a FROM t {INTERSECT ALL|INTERSECT} SELECT y FROM u",
    "SELECT a FROM t {MINUS|UNION} SELECT y FROM u", "SELECT a FROM t {EXCEPT ALL|MINUS} SELECT y FROM u",
    "SELECT a FROM t UNION {(SELECT y FROM u UNION ALL SELECT y FROM u)|SELECT y FROM u UNION ALL SELECT y FROM u}",
    "SELECT a FROM t UNION SELECT {y|a} FROM u", "(SELECT a FROM t{ ORDER BY a}) UNION ALL SELECT y FROM u",
    "SELECT {DISTINCT }p FROM t", "SELECT {UNIQUE }p FROM t", "SELECT {*|a} FROM t", "SELECT {t.*|t.a} FROM t, u",
    "SELECT {t|u}.* FROM t, u", "SELECT {app.t.*|u.y} FROM t, u",
    "SELECT a{ AS z} FROM t", "SELECT a{, b} FROM t", "SELECT a{ + 1} AS z FROM t", "SELECT {a+1|1+a} FROM t",
    "SELECT a FROM t{ WHERE a > 1}", "SELECT 1 AS z{ FROM u}", "SELECT MAX(a) AS z FROM t{ HAVING COUNT(*) > 1}",
    "SELECT a FROM t{ MODEL DIMENSION BY (a) MEASURES (p) RULES (p[1] = 2)}",
    "SELECT a FROM t{ FOR UPDATE}", "SELECT a FROM t{ FOR UPDATE OF a NOWAIT}",
    "SELECT a FROM t{ START WITH p IS NULL CONNECT BY PRIOR a = p}",
    "SELECT a FROM t{ START WITH p IS NULL} CONNECT BY PRIOR a = p",
    "SELECT a FROM t CONNECT BY {PRIOR a = p|a = PRIOR p}",
    "SELECT a FROM t CONNECT BY{ NOCYCLE} PRIOR a = p",
    "SELECT a FROM t CONNECT BY PRIOR a = p ORDER{ SIBLINGS} BY b",
    "SELECT {PRIOR a|a} AS z FROM t CONNECT BY PRIOR a = p",
    "SELECT {CONNECT_BY_ROOT a|a} AS z FROM t CONNECT BY PRIOR a = p",
    "SELECT {LEVEL|a} AS z FROM t CONNECT BY PRIOR a = p",
    "SELECT {CONNECT_BY_ISLEAF|a} AS z FROM t CONNECT BY PRIOR a = p",
    "SELECT SYS_CONNECT_BY_PATH(b, {'/'|'-'}) AS z FROM t CONNECT BY PRIOR a = p",
  ].map(view)

  // MARK: FROM

  static let sources: [ClauseCase] = [
    "SELECT a FROM t{ PARTITION (p1)}", "SELECT a FROM parts{ PARTITION (p1)}",
    "SELECT a FROM parts PARTITION ({p1|p2})", "SELECT a FROM t{ SUBPARTITION (p1)}",
    "SELECT a FROM t{ PARTITION FOR (1)}",
    "SELECT a FROM t{ SAMPLE (10)}", "SELECT a FROM t{ SAMPLE BLOCK (10) SEED (1)}",
    "SELECT a FROM t{ VERSIONS BETWEEN SCN MINVALUE AND MAXVALUE}",
    "SELECT a FROM t{ AS OF SCN 5}", "SELECT a FROM t{ AS OF TIMESTAMP SYSDATE - 1}",
    "SELECT a FROM t{ z WHERE z.a = 1}", "SELECT a FROM {app.t|u}", "SELECT a FROM {t|u}", "SELECT a FROM t{@far}",
    "SELECT a FROM {nobody.}t", "SELECT t.b FROM t{, u}",
    "SELECT z.a FROM {t z|(SELECT a FROM t WHERE a > 1) z}",
    "SELECT z.a FROM ({SELECT a FROM t|SELECT p AS a FROM t}) z",
    "SELECT t.a FROM t, {LATERAL }(SELECT y FROM u) z",
    "SELECT t.a FROM t, LATERAL (SELECT y FROM u{ WHERE u.a = t.a}) z",
    "SELECT {z.a FROM (SELECT a FROM t) z|y.a FROM (SELECT a FROM t) y}",
    "SELECT t.b FROM t JOIN {(u CROSS JOIN u w)|u} ON u.a = t.a",
    "SELECT t.b FROM t{ JOIN u ON u.a = t.a}", "SELECT t.b FROM t {LEFT|INNER} JOIN u ON u.a = t.a",
    "SELECT t.b FROM t {RIGHT|LEFT} JOIN u ON u.a = t.a", "SELECT t.b FROM t {FULL|LEFT} JOIN u ON u.a = t.a",
    "SELECT t.b FROM t {CROSS JOIN u|JOIN u ON u.a = 1}", "SELECT t.b FROM t JOIN u ON u.a = t.{a|p}",
    "SELECT t.b FROM t JOIN u {USING (a)|ON u.y = t.a}",
    "SELECT b FROM t JOIN (SELECT a, a AS p FROM u) USING (a{, p})",
    "SELECT b FROM t {NATURAL JOIN u|JOIN u ON u.y = t.a}", "SELECT t.b FROM t JOIN {u|t} z ON z.a = t.a",
    "SELECT t.b FROM t {CROSS|OUTER} APPLY (SELECT y FROM u WHERE u.a = t.a) z",
    "SELECT t.b FROM t {CROSS APPLY|CROSS JOIN} (SELECT y FROM u) z",
    "SELECT t.b FROM t LEFT JOIN u{ PARTITION BY (u.y)} ON u.a = t.a", "SELECT t.b FROM t, u WHERE t.a = u.a{(+)}",
    "SELECT t.b FROM t{, TABLE(sys.odcinumberlist(1, 2)) z}",
    "SELECT t.b FROM t{, JSON_TABLE(t.g, '$' COLUMNS (q PATH '$.q')) z}",
    "SELECT t.b FROM t{, XMLTABLE('/a' PASSING XMLTYPE(t.g)) z}", "SELECT t.b FROM t{, (VALUES (1), (2)) z (q)}",
    "SELECT 1 AS z FROM t{ PIVOT (MAX(d) FOR a IN (1 AS one, 2 AS two))}",
    "SELECT 1 AS z FROM t{ UNPIVOT (q FOR k IN (a, p))}",
    "SELECT 1 AS z FROM t{ MATCH_RECOGNIZE (ORDER BY a PATTERN (q) DEFINE q AS a > 1)}",
    "SELECT t.b FROM t{, some_rows(1) z}", "SELECT 1 AS z FROM {ONLY (t)|t}", "SELECT 1 AS z FROM {CONTAINERS(t)|t}",
    "SELECT t.b FROM t{ NESTED g COLUMNS (q)}",
  ].map(view)

  // MARK: Grouping

  static let groups: [ClauseCase] = [
    "SELECT MAX(d) AS z FROM t{ GROUP BY a}", "SELECT MAX(d) AS z FROM t GROUP BY a{, p}",
    "SELECT MAX(d) AS z FROM t GROUP BY {ROLLUP (a, p)|a, p}",
    "SELECT MAX(d) AS z FROM t GROUP BY {CUBE|ROLLUP} (a, p)",
    "SELECT MAX(d) AS z FROM t GROUP BY {GROUPING SETS (a, p)|a, p}",
    "SELECT MAX(d) AS z FROM t GROUP BY GROUPING SETS (a, p{, ()})",
    "SELECT MAX(d) AS z FROM t GROUP BY GROUPING SETS ({(a, p)|a, p})",
    "SELECT MAX(d) AS z FROM t GROUP BY ROLLUP ({(a, p)|a, p})",
    "SELECT {GROUPING(a)|a} AS z FROM t GROUP BY ROLLUP (a)",
    "SELECT {GROUPING_ID(a, p)|GROUPING(a)} AS z FROM t GROUP BY CUBE (a, p)",
    "SELECT {GROUP_ID()|GROUPING(a)} AS z FROM t GROUP BY CUBE (a, p)",
    "SELECT MAX(d) AS z FROM t GROUP BY a{ HAVING MAX(d) > 1}",
  ].map(view)

  // MARK: Windows

  static let windows: [ClauseCase] = [
    "SELECT MAX(d){ OVER ()} AS z FROM t", "SELECT MAX(d) OVER ({PARTITION BY a}) AS z FROM t",
    "SELECT MAX(d) OVER (PARTITION BY a{, p}) AS z FROM t", "SELECT MAX(d) OVER ({ORDER BY a}) AS z FROM t",
    "SELECT MAX(d) OVER (ORDER BY a{ DESC}) AS z FROM t", "SELECT MAX(d) OVER (ORDER BY p{ NULLS FIRST}) AS z FROM t",
    "SELECT MAX(d) OVER (ORDER BY a{ ROWS UNBOUNDED PRECEDING}) AS z FROM t",
    "SELECT MAX(d) OVER (ORDER BY a {RANGE|ROWS} UNBOUNDED PRECEDING) AS z FROM t",
    "SELECT MAX(d) OVER (ORDER BY a ROWS {2 PRECEDING|UNBOUNDED PRECEDING}) AS z FROM t",
    "SELECT MAX(d) OVER (ORDER BY a ROWS {2|3} PRECEDING) AS z FROM t",
    "SELECT MAX(d) OVER (ORDER BY a ROWS {p|3} PRECEDING) AS z FROM t",
    "SELECT MAX(d) OVER (ORDER BY a ROWS {CURRENT ROW|2 PRECEDING}) AS z FROM t",
    "SELECT MAX(d) OVER (ORDER BY a ROWS {BETWEEN 2 PRECEDING AND 1 FOLLOWING|2 PRECEDING}) AS z FROM t",
    "SELECT MAX(d) OVER (ORDER BY a ROWS BETWEEN 2 PRECEDING AND {UNBOUNDED FOLLOWING|1 FOLLOWING}) AS z FROM t",
    "SELECT MAX(d) OVER (ORDER BY c RANGE BETWEEN INTERVAL '{1|2}' DAY PRECEDING AND CURRENT ROW) AS z FROM t",
    "SELECT MAX(d) OVER (ORDER BY a{ GROUPS 2 PRECEDING}) AS z FROM t",
    "SELECT MAX(d) OVER (ORDER BY a ROWS 2 PRECEDING{ EXCLUDE TIES}) AS z FROM t",
    "SELECT MAX(d) OVER {q|(ORDER BY a)} AS z FROM t",
    "SELECT FIRST_VALUE(p{ IGNORE NULLS}) OVER (ORDER BY a) AS z FROM t",
    "SELECT LAST_VALUE(p){ IGNORE NULLS} OVER (ORDER BY a) AS z FROM t",
    "SELECT LAG(p){ IGNORE NULLS} OVER (ORDER BY a) AS z FROM t", "SELECT LAG(p{, 2}) OVER (ORDER BY a) AS z FROM t",
    "SELECT LEAD(p, 2{, 0}) OVER (ORDER BY a) AS z FROM t",
    "SELECT NTH_VALUE(p, 2){ FROM LAST} OVER (ORDER BY a) AS z FROM t",
    "SELECT NTH_VALUE(p, 2){ IGNORE NULLS} OVER (ORDER BY a) AS z FROM t",
    "SELECT COUNT({DISTINCT }p) OVER (PARTITION BY a) AS z FROM t", "SELECT NTILE({2|3}) OVER (ORDER BY a) AS z FROM t",
    "SELECT RATIO_TO_REPORT(d) OVER ({PARTITION BY a}) AS z FROM t",
    "SELECT LISTAGG(b, ',') WITHIN GROUP (ORDER BY a){ OVER (PARTITION BY p)} AS z FROM t",
    "SELECT {RANK|DENSE_RANK}() OVER (ORDER BY a) AS z FROM t",
    "SELECT MAX(d) KEEP (DENSE_RANK LAST ORDER BY a){ OVER (PARTITION BY p)} AS z FROM t",
  ].map(view)

  // MARK: Order and limits

  static let orders: [ClauseCase] = [
    "SELECT a FROM t{ ORDER BY a}", "SELECT a FROM t ORDER BY {p|a}", "SELECT a FROM t ORDER BY p{ DESC}",
    "SELECT a FROM t ORDER BY p{ NULLS FIRST}", "SELECT a FROM t ORDER BY p DESC{ NULLS LAST}",
    "SELECT a, b FROM t ORDER BY {2|1}", "SELECT a FROM t ORDER BY p{, a}",
    "SELECT a FROM t ORDER BY a{ OFFSET 2 ROWS}",
    "SELECT a FROM t ORDER BY a{ FETCH FIRST 2 ROWS ONLY}", "SELECT a FROM t ORDER BY a FETCH FIRST{ 2} ROWS ONLY",
    "SELECT a FROM t ORDER BY a FETCH FIRST 2{ PERCENT} ROWS ONLY",
    "SELECT a FROM t ORDER BY a FETCH NEXT 2 ROWS {WITH TIES|ONLY}",
    "SELECT a FROM t ORDER BY a OFFSET {2|3} ROWS FETCH NEXT 2 ROWS ONLY", "SELECT a FROM t ORDER BY {UPPER(b)|b}",
    "SELECT a FROM t UNION SELECT y FROM u{ ORDER BY 1}",
    "SELECT a FROM t UNION SELECT y FROM u{ FETCH FIRST ROW ONLY}",
    "SELECT a FROM t{ WHERE ROWNUM < 3} ORDER BY a", "SELECT DISTINCT p FROM t{ ORDER BY p NULLS FIRST}",
  ].map(view)
}
