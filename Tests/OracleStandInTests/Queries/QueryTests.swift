import OracleWire
import Testing

@testable import OracleStandIn

@Suite("Queries") struct QueryTests {
  private func sample() throws -> TestDatabase {
    let test = try TestDatabase()
    try test.run(
      "CREATE TABLE departments (id NUMBER(4) PRIMARY KEY, name VARCHAR2(20) NOT NULL)",
      "CREATE TABLE people (id NUMBER PRIMARY KEY, name VARCHAR2(30), dept NUMBER(4) REFERENCES departments(id), "
        + "pay NUMBER(8,2), born DATE, code CHAR(4))",
      "INSERT INTO departments VALUES (10, 'Sales')", "INSERT INTO departments VALUES (20, 'Stock')",
      "INSERT INTO departments VALUES (30, 'Empty')",
      "INSERT INTO people VALUES (1, 'Ann', 10, 1200.50, DATE '1980-05-17', 'A')",
      "INSERT INTO people VALUES (2, 'Bob', 20, 900, DATE '1990-12-01', 'B')",
      "INSERT INTO people VALUES (3, 'Cid', 10, NULL, NULL, 'C')",
      "INSERT INTO people VALUES (4, 'Dee', NULL, 50.25, DATE '2001-01-31', NULL)", "COMMIT")
    return test
  }

  @Test(
    "single values",
    arguments: [
      ("SELECT 1 + 2 * 3 FROM dual", "7"),
      ("SELECT 'a' || 'b' || NULL || 1 FROM dual", "ab1"),
      ("SELECT NVL(NULL, 'x') FROM dual", "x"),
      ("SELECT NVL2('', 1, 2) FROM dual", "2"),
      ("SELECT COALESCE(NULL, NULL, 5) FROM dual", "5"),
      ("SELECT DECODE(2, 1, 'one', 2, 'two', 'many') FROM dual", "two"),
      ("SELECT DECODE(NULL, NULL, 'null', 'not') FROM dual", "null"),
      ("SELECT CASE WHEN 1 = 2 THEN 'a' WHEN NULL IS NULL THEN 'b' END FROM dual", "b"),
      ("SELECT CASE 3 WHEN 1 THEN 'a' ELSE 'z' END FROM dual", "z"),
      ("SELECT UPPER('straße') FROM dual", "STRASSE"),
      ("SELECT SUBSTR('größer', 3, 2) FROM dual", "öß"),
      ("SELECT SUBSTR('hello', -3) FROM dual", "llo"),
      ("SELECT INSTR('banana', 'an', 1, 2) FROM dual", "4"),
      ("SELECT INSTR('banana', 'an', -1) FROM dual", "4"),
      ("SELECT LENGTH('größer') FROM dual", "6"),
      ("SELECT LENGTHB('größer') FROM dual", "8"),
      ("SELECT TRIM('  x ') || '|' || LTRIM('xxay', 'x') || '|' || RTRIM('ay  ') FROM dual", "x|ay|ay"),
      ("SELECT TRIM(LEADING '0' FROM '007') FROM dual", "7"),
      ("SELECT LPAD('7', 3, '0') || RPAD('a', 3, 'xy') FROM dual", "007axy"),
      ("SELECT ROUND(2.345, 2) FROM dual", "2.35"),
      ("SELECT ROUND(-2.5) FROM dual", "-3"),
      ("SELECT ROUND(1234, -2) FROM dual", "1200"),
      ("SELECT TRUNC(-2.9) FROM dual", "-2"),
      ("SELECT MOD(-7, 3) FROM dual", "-1"),
      ("SELECT FLOOR(-2.1) || CEIL(2.1) FROM dual", "-33"),
      ("SELECT ABS(-3) + SIGN(-9) FROM dual", "2"),
      ("SELECT GREATEST(1, 12, 3) || LEAST('b', 'a') FROM dual", "12a"),
      ("SELECT POWER(2, 10) FROM dual", "1024"),
      ("SELECT SQRT(2) FROM dual", "1.41421356237309504880168872420969807857"),
      ("SELECT 1/3 FROM dual", "0.3333333333333333333333333333333333333333"),
      ("SELECT 2/3 FROM dual", "0.6666666666666666666666666666666666666667"),
      ("SELECT TO_CHAR(0.5) || TO_CHAR(-0.25) || TO_CHAR(1e30) FROM dual", ".5-.251000000000000000000000000000000"),
      ("SELECT TO_CHAR(1234.5, 'FM999,990.00') FROM dual", "1,234.50"),
      ("SELECT TO_CHAR(-5, '999') || '|' || TO_CHAR(12345, '999') FROM dual", "  -5|####"),
      ("SELECT TO_CHAR(255, 'FMXX') FROM dual", "FF"),
      ("SELECT TO_NUMBER('1,234.50', '9,999.99') FROM dual", "1234.5"),
      ("SELECT '5' + '7' FROM dual", "12"),
      ("SELECT TO_CHAR(DATE '2024-02-29', 'YYYY-MM-DD HH24:MI:SS') FROM dual", "2024-02-29 00:00:00"),
      ("SELECT TO_CHAR(DATE '2024-02-29', 'fmDay, DD Month YYYY') FROM dual", "Thursday, 29 February 2024"),
      ("SELECT TO_CHAR(DATE '2024-02-29') FROM dual", "29-FEB-24"),
      ("SELECT TO_CHAR(ADD_MONTHS(DATE '2024-01-31', 1), 'YYYY-MM-DD') FROM dual", "2024-02-29"),
      ("SELECT TO_CHAR(LAST_DAY(DATE '2023-02-03'), 'DD') FROM dual", "28"),
      ("SELECT MONTHS_BETWEEN(DATE '2024-03-31', DATE '2024-02-29') FROM dual", "1"),
      ("SELECT DATE '2024-03-01' - DATE '2024-02-28' FROM dual", "2"),
      ("SELECT DATE '2024-02-28' + 1.5 FROM dual", "2024-02-29 12:00:00"),
      ("SELECT TRUNC(DATE '2024-08-15', 'MM') FROM dual", "2024-08-01 00:00:00"),
      ("SELECT TO_DATE('17-mar-24') FROM dual", "2024-03-17 00:00:00"),
      ("SELECT TO_DATE('17-03-2016','DD-MM-RR') FROM dual", "2016-03-17 00:00:00"),
      ("SELECT TO_DATE('99','RR') - TO_DATE('1999','YYYY') FROM dual", "0"),
      (
        "SELECT TO_TIMESTAMP('2024-01-02 03:04:05.123456', 'YYYY-MM-DD HH24:MI:SS.FF') FROM dual",
        "2024-01-02 03:04:05.123456"
      ),
      ("SELECT TO_CHAR(TIMESTAMP '2024-01-02 03:04:05.125', 'HH:MI:SS.FF2 PM') FROM dual", "03:04:05.12 AM"),
      ("SELECT EXTRACT(YEAR FROM DATE '2024-02-29') FROM dual", "2024"),
      ("SELECT RAWTOHEX(HEXTORAW('0aFf')) FROM dual", "0AFF"),
      ("SELECT USER FROM dual", "APP"),
      ("SELECT SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') FROM dual", "APP"),
      ("SELECT DUMP(123) FROM dual", "Typ=2 Len=3: 194,2,24"),
      ("SELECT COUNT(*) FROM dual WHERE SYSDATE > DATE '2020-01-01'", "1"),
      ("SELECT 'x' FROM dual WHERE 'a ' = 'a'", "x"),
      ("SELECT 'x' FROM dual WHERE NULL = NULL", "no row"),
      ("SELECT 'x' FROM dual WHERE NOT (NULL = 1) OR 1 = 1", "x"),
      ("SELECT 'x' FROM dual WHERE 'a_b%' LIKE 'a\\_b\\%' ESCAPE '\\'", "x"),
      ("SELECT 'x' FROM dual WHERE 3 NOT IN (1, 2, NULL)", "no row"),
      ("SELECT INITCAP('two wORDS') FROM dual", "Two Words"),
      ("SELECT REPLACE('abcabc', 'b', 'xx') FROM dual", "axxcaxxc"),
      ("SELECT TRANSLATE('abc', 'ab', 'x') FROM dual", "xc"),
      ("SELECT CAST('12.7' AS NUMBER(3)) FROM dual", "13"),
      ("SELECT NULLIF(1, 1) FROM dual", nil as String?),
      ("SELECT TO_CHAR(1/7) FROM dual", ".142857142857142857142857142857142857143"),
    ] as [(String, String?)])
  func singleValues(_ sql: String, _ expected: String?) throws {
    #expect(try TestDatabase().value(sql) == expected)
  }

  @Test("rows of one table") func oneTable() throws {
    let test = try sample()
    #expect(try test.rows("SELECT name FROM people WHERE pay > 100 ORDER BY pay") == [["Bob"], ["Ann"]])
    #expect(try test.rows("SELECT id FROM people ORDER BY pay") == [["4"], ["2"], ["1"], ["3"]])
    #expect(try test.rows("SELECT id FROM people ORDER BY pay DESC") == [["3"], ["1"], ["2"], ["4"]])
    #expect(try test.rows("SELECT id FROM people ORDER BY pay NULLS FIRST, id") == [["3"], ["4"], ["2"], ["1"]])
    #expect(try test.rows("SELECT code FROM people WHERE code = 'A'") == [["A   "]])
    #expect(try test.rows("SELECT id FROM people WHERE id = :1", .number(OracleNumber(2))) == [["2"]])
    #expect(try test.rows("SELECT id FROM people WHERE id = :x AND name = :y", .text("1"), .text("Ann")) == [["1"]])
    #expect(try test.rows("SELECT id FROM people WHERE name IN ('Ann', 'Cid') ORDER BY 1 DESC") == [["3"], ["1"]])
    #expect(try test.rows("SELECT id FROM people WHERE ROWNUM <= 2") == [["1"], ["2"]])
    #expect(try test.rows("SELECT id FROM people WHERE ROWNUM > 1") == [])
    #expect(
      try test.rows("SELECT id FROM people ORDER BY id OFFSET 1 ROWS FETCH NEXT 2 ROWS ONLY") == [["2"], ["3"]])
    #expect(try test.rows("SELECT DISTINCT dept FROM people ORDER BY dept") == [["10"], ["20"], [nil]])
  }

  @Test("groups") func groups() throws {
    let test = try sample()
    #expect(
      try test.rows("SELECT dept, COUNT(*), SUM(pay), MIN(name), MAX(born) FROM people GROUP BY dept ORDER BY dept")
        == [
          ["10", "2", "1200.5", "Ann", "1980-05-17 00:00:00"], ["20", "1", "900", "Bob", "1990-12-01 00:00:00"],
          [nil, "1", "50.25", "Dee", "2001-01-31 00:00:00"],
        ])
    #expect(
      try test.rows("SELECT COUNT(pay), AVG(pay) FROM people") == [["3", "716.916666666666666666666666666666666667"]])
    #expect(try test.rows("SELECT COUNT(*), SUM(pay) FROM people WHERE 1 = 0") == [["0", nil]])
    #expect(try test.rows("SELECT dept FROM people GROUP BY dept HAVING COUNT(*) > 1") == [["10"]])
    #expect(try test.rows("SELECT COUNT(DISTINCT dept) FROM people") == [["2"]])
    #expect(
      try test.rows("SELECT UPPER(name) || 'x', COUNT(*) FROM people WHERE id < 2 GROUP BY UPPER(name)")
        == [["ANNx", "1"]])
    #expect(
      try test.rows("SELECT LISTAGG(name, ',') WITHIN GROUP (ORDER BY name DESC) FROM people") == [["Dee,Cid,Bob,Ann"]])
    #expect(test.code("SELECT name, COUNT(*) FROM people") == 937)
    #expect(test.code("SELECT name, COUNT(*) FROM people GROUP BY dept") == 979)
    #expect(test.code("SELECT id FROM people WHERE COUNT(*) > 1") == 934)
  }

  @Test("joins") func joins() throws {
    let test = try sample()
    let inner: [[String?]] = [["Ann", "Sales"], ["Bob", "Stock"], ["Cid", "Sales"]]
    #expect(
      try test.rows("SELECT p.name, d.name FROM people p, departments d WHERE p.dept = d.id ORDER BY p.id") == inner)
    #expect(
      try test.rows("SELECT p.name, d.name FROM people p JOIN departments d ON d.id = p.dept ORDER BY p.id") == inner)
    let left = inner + [["Dee", nil]]
    #expect(
      try test.rows("SELECT p.name, d.name FROM people p LEFT JOIN departments d ON d.id = p.dept ORDER BY p.id")
        == left)
    #expect(
      try test.rows("SELECT p.name, d.name FROM people p, departments d WHERE p.dept = d.id(+) ORDER BY p.id") == left)
    #expect(
      try test.rows(
        "SELECT d.name, COUNT(p.id) FROM people p RIGHT JOIN departments d ON p.dept = d.id GROUP BY d.name ORDER BY 1")
        == [["Empty", "0"], ["Sales", "2"], ["Stock", "1"]])
    #expect(
      try test.value("SELECT COUNT(*) FROM people p FULL OUTER JOIN departments d ON p.dept = d.id") == "5")
    #expect(try test.value("SELECT COUNT(*) FROM people, departments") == "12")
    #expect(
      try test.rows(
        "SELECT p.id, q.id FROM people p JOIN people q ON p.dept = q.dept AND p.id < q.id") == [["1", "3"]])
    #expect(test.code("SELECT id FROM people, departments") == 918)
  }

  @Test("subqueries, views and set operators") func subqueries() throws {
    let test = try sample()
    #expect(
      try test.rows(
        "SELECT name FROM people WHERE dept IN (SELECT id FROM departments WHERE name = 'Sales') ORDER BY 1")
        == [["Ann"], ["Cid"]])
    #expect(
      try test.rows("SELECT d.name FROM departments d WHERE NOT EXISTS (SELECT 1 FROM people p WHERE p.dept = d.id)")
        == [["Empty"]])
    #expect(
      try test.rows("SELECT d.id, (SELECT MAX(p.pay) FROM people p WHERE p.dept = d.id) FROM departments d ORDER BY 1")
        == [["10", "1200.5"], ["20", "900"], ["30", nil]])
    #expect(
      try test.rows("SELECT n FROM (SELECT name n, pay FROM people ORDER BY pay DESC NULLS LAST) WHERE ROWNUM = 1")
        == [["Ann"]])
    #expect(try test.rows("WITH a AS (SELECT 1 x FROM dual) SELECT x + 1 FROM a") == [["2"]])
    #expect(
      try test.rows("SELECT 1 a FROM dual UNION ALL SELECT 2 FROM dual UNION ALL SELECT 1 FROM dual ORDER BY 1 DESC")
        == [["2"], ["1"], ["1"]])
    #expect(try test.rows("SELECT 1 FROM dual UNION SELECT 1 FROM dual") == [["1"]])
    #expect(
      try test.rows("SELECT id FROM departments MINUS SELECT dept FROM people") == [["30"]])
    try test.run("CREATE VIEW sales_people AS SELECT id, name AS who FROM people WHERE dept = 10")
    #expect(try test.rows("SELECT who FROM sales_people ORDER BY id") == [["Ann"], ["Cid"]])
    #expect(test.code("SELECT (SELECT id FROM people) FROM dual") == 1427)
    #expect(
      try test.rows("SELECT name FROM people WHERE pay >= ALL (SELECT pay FROM people WHERE pay IS NOT NULL)") == [
        ["Ann"]
      ])
  }

  @Test("thousands of set operators") func manyOperators() throws {
    let blocks = Array(repeating: "SELECT 1 FROM dual", count: 2000).joined(separator: " UNION ALL ")
    #expect(try TestDatabase().value("SELECT COUNT(*) FROM (\(blocks))") == "2000")
  }

  @Test("no more than sixty sources, of whatever kind", arguments: ["dual", "(SELECT 1 FROM dual)"])
  func manySources(_ source: String) throws {
    let sources = (1...65).map { "\(source) t\($0)" }.joined(separator: ", ")
    #expect(try TestDatabase().code("SELECT COUNT(*) FROM \(sources)") == 3001)
  }

  @Test("a condition with a subquery tells no loop by itself") func recursion() throws {
    let sql =
      "WITH r (n, m) AS (SELECT 1, 0 FROM dual UNION ALL SELECT n + 1, m FROM r WHERE m < 5 "
      + "AND EXISTS (SELECT 1 FROM dual WHERE r.n < 4)) SELECT COUNT(*) FROM r"
    #expect(try TestDatabase().value(sql) == "4")
  }

  @Test("ROWIDs find their rows") func rowIDs() throws {
    let test = try sample()
    let found = try test.rows("SELECT ROWID, id FROM people ORDER BY id")
    let first = try #require(found[1][0])
    #expect(first.count == 18)
    #expect(try test.rows("SELECT id FROM people WHERE ROWID = :1", .text(first)) == [["2"]])
    #expect(try test.rows("SELECT id FROM people WHERE ROWID > '\(first)' ORDER BY id") == [["3"], ["4"]])
    #expect(
      try test.rows("SELECT id FROM people WHERE ROWID BETWEEN '\(first)' AND '\(first)'") == [["2"]])
    #expect(test.code("SELECT id FROM people WHERE ROWID = 'x'") == 1410)
    try test.run("UPDATE people SET name = 'Bobby' WHERE id = 2")
    #expect(try test.rows("SELECT name FROM people WHERE ROWID = '\(first)'") == [["Bobby"]])
  }

  @Test(
    "errors and their numbers",
    arguments: [
      ("SELECT x FROM dual", 904), ("SELECT * FROM nowhere", 942), ("SELECT TO_NUMBER('abc') FROM dual", 1722),
      ("SELECT 1/0 FROM dual", 1476), ("SELECT nothing(1) FROM dual", 904),
      ("SELECT DATE '2024-02-30' FROM dual", 1839),
      ("SELECT TO_DATE('2024-13-01', 'YYYY-MM-DD') FROM dual", 1843), ("SELECT TO_DATE('x', 'YYYY') FROM dual", 1858),
      ("SELECT TO_DATE('2024-01-01 1', 'YYYY-MM-DD') FROM dual", 1830),
      ("SELECT TO_DATE('2024', 'YYYY-MM') FROM dual", 1840), ("SELECT TO_CHAR(SYSDATE, 'ZZ') FROM dual", 1821),
      ("SELECT TO_DATE('25', 'HH24') FROM dual", 1850), ("SELECT SYSDATE + SYSDATE FROM dual", 975),
      ("SELECT * FROM dual WHERE SYSDATE = 1", 932), ("SELECT s.NEXTVAL FROM dual", 2289),
      ("SELECT SUBSTR('a') FROM dual", 938), ("SELECT UPPER('a', 'b') FROM dual", 909),
      ("SELECT HEXTORAW('xx') FROM dual", 1465), ("SELECT SUBSTR('a', 1, 2, 3) FROM dual", 939),
      ("SELECT 1 FROM dual UNION ALL SELECT 1, 2 FROM dual", 1789),
      ("SELECT 1 FROM dual UNION ALL SELECT SYSDATE FROM dual", 1790),
      ("SELECT dummy FROM dual ORDER BY 3", 1785), ("SELECT * FROM dual FOR UPDATE", 3001),
      ("SELECT :a FROM dual", 1008),
    ]) func errors(_ sql: String, _ code: Int) throws
  {
    #expect(try TestDatabase().code(sql) == code)
  }

  @Test("errors point at the place") func positions() throws {
    let test = try TestDatabase()
    #expect(throws: OracleError(code: 942, message: "table or view does not exist", position: 14)) {
      try test.session.prepare("SELECT * FROM nowhere")
    }
    #expect(throws: OracleError(code: 904, message: "\"NAME\": invalid identifier", position: 7)) {
      try test.session.prepare("SELECT name FROM dual")
    }
  }

  @Test("columns are described as Oracle does") func describe() throws {
    let test = try TestDatabase()
    try test.run(
      "CREATE TABLE kinds (a NUMBER, b NUMBER(9,2) NOT NULL, c VARCHAR2(10 CHAR), d NVARCHAR2(5), e CHAR(3), f FLOAT(24),"
        + " g DATE, h TIMESTAMP(3), i RAW(16), j CLOB, k BLOB, l BINARY_DOUBLE, m INTEGER)")
    let columns = try test.session.prepare("SELECT * FROM kinds").columns
    #expect(columns.map(\.name) == ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M"])
    #expect(
      columns.map(\.typeCode) == [
        .number, .number, .varchar, .varchar, .char, .number, .date, .timestamp, .raw, .clob, .blob, .binaryDouble,
        .number,
      ])
    #expect(columns[0].precision == 0 && columns[0].scale == -127)
    #expect(columns[1].precision == 9 && columns[1].scale == 2 && !columns[1].isNullable)
    #expect(columns[2].bufferSize == 40 && columns[2].maxCharacters == 10)
    #expect(columns[3].isNational && columns[3].bufferSize == 10)
    #expect(columns[5].precision == 24 && columns[5].scale == -127)
    #expect(columns[7].scale == 3)
    #expect(columns[12].precision == 38 && columns[12].scale == 0)
    #expect(try test.session.prepare("SELECT NULL FROM dual").columns[0].isNullByDescribe)
    #expect(try test.session.prepare("SELECT 'abc' x FROM dual").columns[0].typeCode == .char)
  }
}
