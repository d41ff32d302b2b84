// Expressions, as outputs and conditions of a view.
extension QueryCatalogue {
  private static func output(_ expression: String) -> ClauseCase { view("SELECT \(expression) AS z FROM t") }
  private static func condition(_ condition: String) -> ClauseCase { view("SELECT a FROM t WHERE \(condition)") }

  static let expressions: [ClauseCase] = [
    "{a|p}", "{t.b|a}", "{app.t.b|t.a}", "a {+|*} p", "a {-|+} p", "a {/|*} p", "{-}a", "{+}b", "{CONCAT(b, 'y')|b}",
    "b || {e|a}", "{b|d} || e", "{SYSDATE|c}", "{SYSTIMESTAMP|h}", "{CURRENT_DATE|c}", "{CURRENT_TIMESTAMP|h}",
    "{LOCALTIMESTAMP|f}", "{DBTIMEZONE|b}", "{SESSIONTIMEZONE|b}", "{USER|b}", "{UID|a}", "{ROWNUM|a}",
    "SYSTIMESTAMP{(3)}", "LOCALTIMESTAMP{(0)}", "CURRENT_TIMESTAMP{(2)}", "{ROWID|b}", "{t.ROWID|b}", "{ORA_ROWSCN|a}",
    "{s.NEXTVAL|a}", "{s.CURRVAL|a}", "{:x|a}", "{(SELECT y FROM u)|a}", "({SELECT y FROM u|SELECT a FROM u})",
    "{CURSOR(SELECT y FROM u)|a}", "CASE WHEN a > 1 THEN 1{ ELSE 2} END", "CASE {a WHEN 1|WHEN a = 2} THEN 'x' END",
    "CASE a WHEN {1|2} THEN 'x' END", "CASE a WHEN 1 THEN {'x'|'y'} END",
    "CASE a WHEN 1 THEN 'x'{ WHEN 2 THEN 'y'} END",
    "EXTRACT({YEAR|MONTH} FROM c)", "EXTRACT({DAY|MONTH} FROM c)", "EXTRACT({HOUR|MINUTE} FROM f)",
    "EXTRACT({SECOND|MINUTE} FROM f)", "EXTRACT(YEAR FROM {c|f})", "EXTRACT({TIMEZONE_HOUR|HOUR} FROM h)",
    "EXTRACT({TIMEZONE_MINUTE|HOUR} FROM h)", "EXTRACT({TIMEZONE_REGION|HOUR} FROM h)",
    "EXTRACT({TIMEZONE_ABBR|HOUR} FROM h)", "TRIM({LEADING 'x' FROM b|b})", "TRIM({LEADING|TRAILING} 'x' FROM b)",
    "TRIM({BOTH|TRAILING} 'x' FROM b)", "TRIM(BOTH {'x'|'y'} FROM b)", "TRIM(LEADING{ 'x'} FROM b)",
    "f{ AT TIME ZONE 'UTC'}", "h{ AT TIME ZONE 'UTC'}", "h{ AT LOCAL}", "h AT TIME ZONE {'UTC'|'CET'}",
    "{JSON_VALUE(g, '$.a')|b}", "{JSON_QUERY(g, '$.a')|b}", "{JSON_VALUE(g, '$.a' NULL ON ERROR)|b}",
    "{JSON_SERIALIZE(g)|b}", "{TREAT(a AS nobody)|a}",
    "{(f - c) DAY TO SECOND|f - c}", "{CAST(MULTISET(SELECT y FROM u) AS nobody)|a}", "{XMLELEMENT(\"q\", b)|b}",
    "{NEW nobody(1)|a}", "{w MULTISET UNION w|w}", "CAST({b AS DATE DEFAULT NULL ON CONVERSION ERROR|c AS DATE})",
  ].map(output)

  static let conditions: [ClauseCase] = [
    "a {=|<>} 1", "a {<|<=} 1", "a {>|>=} 1", "a {>=|=} 1", "a {<=|<} 1", "{NOT }a = 1", "a = 1{ AND p = 2}",
    "a = 1{ OR p = 2}", "a {!=|=} 1",
    "a = {ANY (1, 2)|1}", "a = {SOME (1, 2)|1}", "a > {ALL (1, 2)|2}", "a = {ANY|ALL} (SELECT y FROM u)",
    "a = ANY ({SELECT y FROM u|1})",
    "b IS{ NOT} NULL", "n IS{ NOT} NAN", "{n IS INFINITE|n IS NAN}", "{g IS JSON|g IS NULL}",
    "{g IS JSON STRICT|g IS NULL}",
    "{g IS JSON WITH UNIQUE KEYS|g IS NULL}", "a{ NOT} BETWEEN 1 AND 2", "a BETWEEN {1|2} AND 3",
    "a BETWEEN 1 AND {2|3}",
    "b{ NOT} LIKE 'x%'", "b LIKE {'x%'|'y%'}", "b LIKE 'x!%'{ ESCAPE '!'}", "b LIKE 'x!%' ESCAPE '{!|#}'",
    "b {LIKEC '%x'|LIKE 'x%'}", "b {LIKE4|LIKE} 'x%'", "b {LIKE2|LIKE} 'x%'", "a{ NOT} IN (1, 2)", "a IN ({1, 2|1})",
    "a IN ({SELECT y FROM u|1})",
    "a IN (SELECT y FROM u{ WHERE x = 'q'})", "{(a, p) IN (SELECT a, y FROM u)|a IN (SELECT y FROM u)}",
    "(a, p) IN ((1, 2){, (3, 4)})", "(a, p) IN ((1, {2|3}))",
    "{EXISTS (SELECT 1 FROM u)|a = 1}", "{NOT }EXISTS (SELECT 1 FROM u)", "EXISTS (SELECT 1 FROM u{ WHERE u.a = t.a})",
    "{JSON_EXISTS(g, '$.a')|a = 1}", "{a MEMBER OF w|a = 1}", "{w IS EMPTY|a = 1}", "{w IS OF (nobody)|a = 1}",
    "{REGEXP_LIKE(b, 'x')|a = 1}", "REGEXP_LIKE(b, 'x'{, 'i'})", "{LNNVL(a = 1)|a = 1}",
  ].map(condition)

  static let calls: [ClauseCase] = [
    "{NVL(p, 0)|p}", "NVL(p, {0|1})", "COUNT({*|p})", "COUNT({DISTINCT }p)", "SUM({DISTINCT }p)", "AVG({DISTINCT }p)",
    "LISTAGG(b, ','){ WITHIN GROUP (ORDER BY a)}", "LISTAGG({DISTINCT }b, ',') WITHIN GROUP (ORDER BY b)",
    "LISTAGG(b{, ','}) WITHIN GROUP (ORDER BY a)",
    "LISTAGG(b, ',' ON OVERFLOW {TRUNCATE|ERROR}) WITHIN GROUP (ORDER BY a)",
    "LISTAGG(b, ','{ ON OVERFLOW TRUNCATE '..' WITHOUT COUNT}) WITHIN GROUP (ORDER BY a)",
    "LISTAGG(b, ',') WITHIN GROUP (ORDER BY a{ DESC})", "LISTAGG(b, ',') WITHIN GROUP (ORDER BY p{ NULLS FIRST})",
    "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY a{ DESC})",
    "{PERCENTILE_DISC|PERCENTILE_CONT}(0.5) WITHIN GROUP (ORDER BY a)",
    "{RANK(1) WITHIN GROUP (ORDER BY a)|MAX(a)}", "MAX(d){ KEEP (DENSE_RANK LAST ORDER BY a)}",
    "MAX(d) KEEP (DENSE_RANK {LAST|FIRST} ORDER BY a)", "MAX(d) KEEP (DENSE_RANK LAST ORDER BY {a|p})",
    "SUM(d){ KEEP (DENSE_RANK LAST ORDER BY a)}", "{JSON_OBJECT('k' VALUE b)|b}", "{JSON_ARRAYAGG(b)|MAX(b)}",
    "{TO_NUMBER(b DEFAULT 0 ON CONVERSION ERROR)|a}", "{pkg.}nvl(p, 0)", "{nobody(a)|a}", "{XMLSERIALIZE(CONTENT g)|b}",
    "{FROM_VECTOR(w)|b}", "{TO_VECTOR(b, 3)|b}", "ROUND(d{, 1})", "TRUNC(c{, 'MM'})", "{COUNT(p)|p}",
  ].map(output)

  static let literals: [ClauseCase] = [
    "{NULL|1}", "{'x'|'y'}", "{1|2}", "{1f|1}", "{1d|1}", "DATE '2024-01-{01|02}'",
    "TIMESTAMP '2024-01-01 00:00:0{0|1}'",
    "{DATE '2024-01-01'|TIMESTAMP '2024-01-01 00:00:01'}",
    "c + INTERVAL '{1|2}' DAY", "c + INTERVAL '1' {DAY|HOUR}", "c + INTERVAL '1' {MONTH|DAY}",
    "c + INTERVAL {'1-2' YEAR TO MONTH|'1' YEAR}",
    "c + INTERVAL {'1 2' DAY TO HOUR|'1' DAY}", "f + INTERVAL '1.5' SECOND{(3, 0)}",
    "f + INTERVAL '0:0:1.25' HOUR TO SECOND{(1)}",
    "TIMESTAMP '2024-01-01 00:00:00{ +01:00}'",
  ].map(output)

  static let casts: [ClauseCase] = [
    "{CAST(b AS NUMBER)|b}", "CAST({b|e} AS VARCHAR2(5))", "CAST(b AS VARCHAR2({5|6}))",
    "CAST(b AS VARCHAR2(5{ CHAR}))",
    "CAST(b AS VARCHAR2(5{ BYTE| CHAR}))", "CAST(b AS NVARCHAR2({5|6}))",
    "CAST(b AS {CHAR|VARCHAR2}(5))", "CAST(b AS CHAR{(5)})", "CAST(b AS CHAR(5{ BYTE| CHAR}))",
    "CAST(b AS {NCHAR(5)|CHAR(5)})",
    "CAST(d AS NUMBER{(5)})", "CAST(d AS NUMBER({5|6}))", "CAST(d AS NUMBER(5{, 1}))", "CAST(d AS NUMBER(5, {-1|1}))",
    "CAST(d AS NUMBER(*{, 1}))", "CAST(d AS {INTEGER|NUMBER})", "CAST(d AS {SMALLINT|NUMBER})",
    "CAST(d AS {FLOAT|INTEGER})",
    "CAST(d AS FLOAT{(10)})", "CAST(d AS {REAL|FLOAT})", "CAST(d AS {BINARY_FLOAT|BINARY_DOUBLE})",
    "CAST(d AS {BINARY_DOUBLE|NUMBER})",
    "CAST(f AS {DATE|TIMESTAMP})", "CAST(f AS TIMESTAMP{(3)})", "CAST(f AS TIMESTAMP{(9)})",
    "CAST(f AS TIMESTAMP{ WITH TIME ZONE})", "CAST(f AS TIMESTAMP{ WITH LOCAL TIME ZONE})",
    "{CAST('1' AS INTERVAL YEAR(3) TO MONTH)|b}", "{CAST('1' AS INTERVAL DAY(3) TO SECOND(2))|b}",
    "CAST(w AS RAW({4|8}))",
    "{CAST(b AS CLOB)|b}", "{CAST(b AS NCLOB)|b}", "{CAST(w AS BLOB)|w}", "{CAST(b AS ROWID)|b}", "{CAST(b AS JSON)|b}",
    "{CAST(a AS BOOLEAN)|a}",
    "{CAST(b AS VECTOR(3, FLOAT32))|b}", "{CAST(b AS nobody)|b}", "{CAST(a AS REF nobody)|a}",
  ].map(output)

  static let meaningless: [ClauseCase] = [
    ClauseCase(
      "CREATE VIEW v AS SELECT{ /*+ FULL(t) */} a FROM t", after: before,
      meansNothing: "a hint chooses a way to the same rows"),
    ClauseCase(
      "CREATE VIEW v AS SELECT{ ALL} a FROM t", after: before, meansNothing: "ALL is what nothing written means"),
    ClauseCase(
      "CREATE VIEW v AS SELECT a FROM t ORDER BY a{ ASC}", after: before,
      meansNothing: "ASC is what nothing written means"),
    ClauseCase("CREATE VIEW v AS SELECT {t.}a AS z FROM t", after: before, meansNothing: "there is one source"),
    ClauseCase("CREATE VIEW v AS SELECT {app.}t.a AS z FROM t", after: before, meansNothing: "there is one source"),
    ClauseCase("CREATE VIEW v AS SELECT {app.}t.* FROM t", after: before, meansNothing: "there is one source"),
    ClauseCase("CREATE VIEW v AS SELECT a FROM {app.}t", after: before, meansNothing: "it is the schema of the view"),
    ClauseCase(
      "CREATE VIEW v AS SELECT MAX({DISTINCT }p) AS z FROM t", after: before,
      meansNothing: "the greatest value is the same"),
    ClauseCase(
      "CREATE VIEW v AS SELECT CAST(b AS {NVARCHAR2|VARCHAR2}(5 CHAR)) AS z FROM t".replacing("(5 CHAR)", with: "(30)"),
      after: before, meansNothing: "PostgreSQL has one character set"),
    ClauseCase(
      "CREATE VIEW v AS SELECT {N}'x' AS z FROM t", after: before, meansNothing: "PostgreSQL has one character set"),
    ClauseCase(
      "CREATE VIEW v AS SELECT c + INTERVAL '1' DAY{(3)} AS z FROM t", after: before,
      meansNothing: "the precision of a leading field says how long a literal may be, not its value"),
    ClauseCase(
      "CREATE VIEW v AS SELECT NTH_VALUE(p, 2){ FROM FIRST} OVER (ORDER BY a) AS z FROM t", after: before,
      meansNothing: "FROM FIRST is what nothing written means"),
    ClauseCase(
      "CREATE VIEW v AS SELECT LAG(p){ RESPECT NULLS} OVER (ORDER BY a) AS z FROM t", after: before,
      meansNothing: "RESPECT NULLS is what nothing written means"),
    ClauseCase(
      "CREATE VIEW v AS SELECT t.b FROM t LEFT{ OUTER} JOIN u ON u.a = t.a", after: before,
      meansNothing: "LEFT is outer"),
    ClauseCase(
      "CREATE VIEW v AS SELECT LISTAGG(b, ','{ ON OVERFLOW ERROR}) WITHIN GROUP (ORDER BY a) AS z FROM t",
      after: before,
      meansNothing: "ERROR is what nothing written means"),
  ]
}
