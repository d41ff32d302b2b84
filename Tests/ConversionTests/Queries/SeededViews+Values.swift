// Texts, numbers and conditions.
extension SeededViews {
  static let textsAndNumbers: [SeededView] = [
    SeededView(
      "TO_DATE",
      "SELECT TO_DATE('31.12.1999 23:59', 'DD.MM.YYYY HH24:MI') AS d FROM dual",
      "d timestamp without time zone", ["1999-12-31 23:59:00"]),
    SeededView(
      "TO_NUMBER",
      "SELECT TO_NUMBER('1,234.50', '9,999.99') + 1 AS n FROM dual",
      "n numeric", ["1235.5"]),
    SeededView(
      "SUBSTR: 0 is 1, negative counts from the end",
      "SELECT SUBSTR('ABCDEFG', 0, 2) AS a, SUBSTR('ABCDEFG', -5, 4) AS b, SUBSTR('ABC', 9) AS c FROM dual",
      "a text, b text, c text", ["AB | CDEF | NULL"]),
    SeededView(
      "INSTR",
      "SELECT INSTR('CORPORATE FLOOR', 'OR', 3, 2) AS a, INSTR('CORPORATE FLOOR', 'OR', -3, 2) AS b FROM dual",
      "a integer, b integer", ["14 | 2"]),
    SeededView(
      "LPAD and RPAD",
      "SELECT LPAD('Page 1', 15, '*.') AS l, RPAD(ename, 5, '-') AS r FROM emp WHERE empno = 1",
      "l text, r text", ["*.*.*.*.*Page 1 | Ana--"]),
    SeededView(
      "TRIM",
      "SELECT TRIM(LEADING '0' FROM '0070') AS a, LTRIM('xyxXxyLAST', 'xy') AS b, RTRIM('ab  ') || '|' AS c FROM dual",
      "a text, b text, c text", ["70 | XxyLAST | ab|"]),
    SeededView(
      "REPLACE: without a third argument it removes",
      "SELECT REPLACE('JACK and JUE', 'J', 'BL') AS a, REPLACE(ename, 'a') AS b FROM emp WHERE empno = 1",
      "a text, b text", ["BLACK and BLUE | An"]),
    SeededView(
      "TRANSLATE",
      "SELECT TRANSLATE('SQL*Plus', 'S*P', 'T_') AS t FROM dual",
      "t text", ["TQL_lus"]),
    SeededView(
      "INITCAP",
      "SELECT INITCAP('the soap') AS t, LOWER(ename) AS l, UPPER(dname) AS u FROM emp JOIN dept ON dept.deptno = emp.deptno WHERE empno = 1",
      "t text, l text, u text", ["The Soap | ana | BOARD"]),
    SeededView(
      "REGEXP_SUBSTR",
      "SELECT REGEXP_SUBSTR('a1b22c', '[0-9]+', 1, 2) AS s, REGEXP_REPLACE('a  b', ' +', '_') AS r FROM dual",
      "s text, r text", ["22 | a_b"]),
    SeededView(
      "MOD: the sign is the dividend's, MOD(n, 0) is n",
      "SELECT MOD(11, 4) AS a, MOD(-11, 4) AS b, MOD(11, 0) AS c FROM dual",
      "a numeric, b numeric, c numeric", ["3 | -3 | 11"]),
    SeededView(
      "ROUND (number): halves go away from zero",
      "SELECT ROUND(15.193, 1) AS a, ROUND(15.193, -1) AS b, ROUND(-2.5) AS c, TRUNC(15.79, 1) AS d FROM dual",
      "a numeric, b numeric, c numeric, d numeric", ["15.2 | 20 | -3 | 15.7"]),
    SeededView(
      "Arithmetic Operators: a division of integers is exact",
      "SELECT deptno / 4 AS q FROM dept WHERE deptno = 10",
      "q numeric", ["2.5"]),
    SeededView(
      "FLOOR and CEIL",
      "SELECT FLOOR(15.7) AS f, CEIL(15.2) AS c, SIGN(-15) AS s, ABS(-15) AS a, POWER(3, 2) AS p FROM dual",
      "f numeric, c numeric, s numeric, a numeric, p numeric", ["15 | 16 | -1 | 15 | 9"]),
    SeededView(
      "Data Type Comparison Rules: blank-padded comparison of CHARs",
      "SELECT deptno FROM dept WHERE loc = 'Linz'",
      "deptno smallint", ["20"]),
    SeededView(
      "Data Type Comparison Rules: a CHAR is padded to its length",
      "SELECT deptno, LENGTH(loc) AS n, loc || '|' AS t FROM dept WHERE deptno = 10",
      "deptno smallint, n integer, t text", ["10 | 8 | Graz    |"]),
    SeededView(
      "EXISTS Condition",
      "SELECT dname FROM dept d WHERE NOT EXISTS (SELECT 1 FROM emp e WHERE e.deptno = d.deptno)",
      "dname character varying(14)", ["Idle"]),
    SeededView(
      "IN Condition: NOT IN with a NULL is never true",
      "SELECT dname FROM dept WHERE deptno NOT IN (SELECT deptno FROM emp)",
      "dname character varying(14)", []),
    SeededView(
      "BETWEEN Condition",
      "SELECT ename FROM emp WHERE sal BETWEEN 3000 AND 4000",
      "ename character varying(10)", ["Eli", "Flo"]),
    SeededView(
      "LIKE Condition: ESCAPE",
      "SELECT 'a_c' AS t FROM dual WHERE 'a_c' LIKE 'a\\_c' ESCAPE '\\' AND NOT 'abc' LIKE 'a\\_c' ESCAPE '\\'",
      "t text", ["a_c"]),
    SeededView(
      "Conditions: ANY and ALL",
      "SELECT ename FROM emp WHERE sal >= ALL (SELECT sal FROM emp)",
      "ename character varying(10)", ["Ana"]),
    SeededView(
      "Scalar Subquery Expressions: NULL without a row",
      "SELECT dname, (SELECT MAX(sal) FROM emp e WHERE e.deptno = d.deptno) AS top FROM dept d WHERE deptno >= 30",
      "dname character varying(14), top numeric", ["Shop | 4000", "Idle | NULL"]),
    SeededView(
      "Expression Lists: rows are compared",
      "SELECT ename FROM emp WHERE (deptno, job) IN ((20, 'CLERK'), (30, 'SALES'))",
      "ename character varying(10)", ["Cem", "Dea", "Eli"]),
    SeededView(
      "NUMTODSINTERVAL",
      "SELECT hiredate + NUMTODSINTERVAL(90, 'MINUTE') AS d FROM emp WHERE empno = 5",
      "d timestamp without time zone", ["2012-07-04 14:00:00"]),
    SeededView(
      "CAST",
      "SELECT CAST('7' AS NUMBER(3)) + 1 AS n, CAST(sal AS NUMBER(5)) AS s FROM emp WHERE empno = 3",
      "n numeric, s numeric(5,0)", ["8 | 2501"]),
    SeededView(
      "ASCII and CHR",
      "SELECT ASCII('A') AS a, CHR(66) AS b FROM dual",
      "a integer, b text", ["65 | B"]),
    SeededView(
      "WIDTH_BUCKET",
      "SELECT empno, WIDTH_BUCKET(sal, 2000, 10000, 4) AS w FROM emp WHERE empno IN (1, 2, 3)",
      "empno smallint, w integer", ["1 | 4", "2 | 3", "3 | 1"]),
    SeededView(
      "INSTR: occurrences may overlap, a negative place searches backwards",
      "SELECT INSTR('aaaa', 'aa', 1, 3) AS a, INSTR('aaaa', 'aa', -2, 2) AS b, INSTR('abc', 'x', -2) AS c FROM dual",
      "a integer, b integer, c integer", ["3 | 2 | 0"]),
    SeededView(
      "INSTR: of columns",
      "SELECT ename, INSTR(ename || ename, SUBSTR(ename, 1, 1), 1, 2) AS p FROM emp WHERE empno IN (1, 2)",
      "ename character varying(10), p integer", ["Ana | 4", "Ben | 4"]),
  ]
}
