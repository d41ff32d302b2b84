// Groups, windows and dates.
extension SeededViews {
  static let groupsAndDates: [SeededView] = [
    SeededView(
      "Aggregate Functions: NULLs are left out",
      "SELECT COUNT(*) AS rows_, COUNT(comm) AS comms, SUM(comm) AS total, MIN(comm) AS low FROM emp",
      "rows_ bigint, comms bigint, total numeric, low numeric", ["6 | 4 | 2000 | 0"]),
    SeededView(
      "AVG: NULLs are left out",
      "SELECT AVG(comm) AS a FROM emp",
      "a numeric", ["500"]),
    SeededView(
      "COUNT: DISTINCT",
      "SELECT COUNT(DISTINCT job) AS jobs, COUNT(DISTINCT deptno) AS depts FROM emp",
      "jobs bigint, depts bigint", ["4 | 3"]),
    SeededView(
      "LISTAGG",
      "SELECT deptno, LISTAGG(ename, ';') WITHIN GROUP (ORDER BY ename DESC) AS names FROM emp WHERE deptno = 20 GROUP BY deptno",
      "deptno smallint, names text", ["20 | Dea;Cem;Ben"]),
    SeededView(
      "SELECT, group_by_clause: ROLLUP",
      "SELECT deptno, GROUPING(deptno) AS g, COUNT(*) AS n FROM emp WHERE deptno IS NOT NULL GROUP BY ROLLUP (deptno)",
      "deptno smallint, g integer, n bigint", ["10 | 0 | 1", "20 | 0 | 3", "30 | 0 | 1", "NULL | 1 | 5"]),
    SeededView(
      "SELECT, group_by_clause: GROUPING SETS",
      "SELECT job, deptno, SUM(sal) AS s FROM emp WHERE deptno = 20 GROUP BY GROUPING SETS ((job), (deptno))",
      "job character varying(9), deptno smallint, s numeric",
      ["LEAD | NULL | 6000", "CLERK | NULL | 5001", "NULL | 20 | 11001"]),
    SeededView(
      "SELECT, HAVING",
      "SELECT job, MAX(sal) AS top FROM emp GROUP BY job HAVING COUNT(*) > 1",
      "job character varying(9), top numeric", ["CLERK | 2500.5", "SALES | 4000"]),
    SeededView(
      "FIRST: KEEP (DENSE_RANK)",
      "SELECT MAX(ename) KEEP (DENSE_RANK FIRST ORDER BY sal) AS e FROM emp",
      "e character varying", ["Dea"]),
    SeededView(
      "MEDIAN",
      "SELECT MEDIAN(sal) AS m FROM emp",
      "m numeric", ["3500"]),
    SeededView(
      "RANK",
      "SELECT ename, RANK() OVER (ORDER BY sal DESC) AS r, DENSE_RANK() OVER (ORDER BY sal DESC) AS d FROM emp WHERE deptno = 20 OR deptno = 30",
      "ename character varying(10), r bigint, d bigint", ["Ben | 1 | 1", "Eli | 2 | 2", "Cem | 3 | 3", "Dea | 3 | 3"]),
    SeededView(
      "ROW_NUMBER",
      "SELECT ename FROM (SELECT ename, ROW_NUMBER() OVER (PARTITION BY deptno ORDER BY sal DESC, empno) AS n FROM emp) WHERE n = 1",
      "ename character varying(10)", ["Ana", "Ben", "Eli", "Flo"]),
    SeededView(
      "LAG",
      "SELECT empno, LAG(sal, 1, 0) OVER (ORDER BY empno) AS before, LEAD(ename) OVER (ORDER BY empno) AS next FROM emp WHERE empno <= 3",
      "empno smallint, before numeric, next character varying", ["1 | 0 | Ben", "2 | 9000 | Cem", "3 | 6000 | NULL"]),
    SeededView(
      "Analytic Functions: running total with ORDER BY",
      "SELECT empno, SUM(sal) OVER (ORDER BY sal) AS run FROM emp WHERE deptno = 20",
      "empno smallint, run numeric", ["2 | 11001", "3 | 5001", "4 | 5001"]),
    SeededView(
      "RATIO_TO_REPORT",
      "SELECT empno, RATIO_TO_REPORT(comm) OVER () AS r FROM emp WHERE empno IN (2, 5, 6)",
      "empno smallint, r numeric", ["2 | .25", "5 | .6", "6 | .15"]),
    SeededView(
      "Order of rows: NULLs come last when ascending",
      "SELECT ename FROM (SELECT ename FROM emp ORDER BY comm) WHERE ROWNUM <= 4",
      "ename character varying(10)", ["Cem", "Flo", "Ben", "Eli"]),
    SeededView(
      "Order of rows: NULLs come first when descending",
      "SELECT ename FROM (SELECT ename FROM emp ORDER BY comm DESC, empno) WHERE ROWNUM <= 2",
      "ename character varying(10)", ["Ana", "Dea"]),
    SeededView(
      "ADD_MONTHS: the last day stays the last day",
      "SELECT empno, ADD_MONTHS(hiredate, 1) AS d FROM emp WHERE empno IN (1, 2, 4)",
      "empno smallint, d timestamp without time zone", ["1 | 2001-03-31", "2 | 2004-03-31", "4 | 2011-02-28"]),
    SeededView(
      "LAST_DAY",
      "SELECT empno, LAST_DAY(hiredate) AS d FROM emp WHERE empno IN (3, 6)",
      "empno smallint, d timestamp without time zone", ["3 | 2010-12-31 23:59:59", "6 | 2015-03-31"]),
    SeededView(
      "MONTHS_BETWEEN: whole for the same day or both last",
      "SELECT MONTHS_BETWEEN(DATE '2024-03-31', DATE '2024-02-29') AS m, MONTHS_BETWEEN(DATE '2024-03-15', DATE '2024-01-15') AS n FROM dual",
      "m numeric, n numeric", ["1 | 2"]),
    SeededView(
      "NEXT_DAY",
      "SELECT NEXT_DAY(DATE '2009-10-15', 'TUESDAY') AS d FROM dual",
      "d timestamp without time zone", ["2009-10-20"]),
    SeededView(
      "TRUNC (date)",
      "SELECT empno, TRUNC(hiredate) AS d, TRUNC(hiredate, 'YEAR') AS y, TRUNC(hiredate, 'Q') AS q FROM emp WHERE empno IN (3, 5)",
      "empno smallint, d timestamp without time zone, y timestamp without time zone, q timestamp without time zone",
      ["3 | 2010-12-31 | 2010-01-01 | 2010-10-01", "5 | 2012-07-04 | 2012-01-01 | 2012-07-01"]),
    SeededView(
      "ROUND (date): noon is the next day, the 16th the next month",
      "SELECT ROUND(hiredate) AS d, ROUND(DATE '2000-10-16', 'MM') AS m FROM emp WHERE empno = 5",
      "d timestamp without time zone, m timestamp without time zone", ["2012-07-05 | 2000-11-01"]),
    SeededView(
      "Datetime/Interval Arithmetic: days between dates",
      "SELECT empno, hiredate - DATE '2012-07-04' AS days FROM emp WHERE empno = 5",
      "empno smallint, days numeric", ["5 | .5208333333333333333333333333333333"]),
    SeededView(
      "Datetime/Interval Arithmetic: a number is days",
      "SELECT hiredate + 1.5 AS d FROM emp WHERE empno = 5",
      "d timestamp without time zone", ["2012-07-06 00:30:00"]),
    SeededView(
      "EXTRACT (datetime)",
      "SELECT empno, EXTRACT(YEAR FROM hiredate) AS y, EXTRACT(MONTH FROM hiredate) AS m FROM emp WHERE empno = 2",
      "empno smallint, y numeric, m numeric", ["2 | 2004 | 2"]),
    SeededView(
      "TO_CHAR (datetime)",
      "SELECT TO_CHAR(hiredate, 'YYYY-MM-DD HH24:MI:SS') AS t, TO_CHAR(hiredate, 'DDD') AS ddd FROM emp WHERE empno = 3",
      "t text, ddd text", ["2010-12-31 23:59:59 | 365"]),
    SeededView(
      "TO_CHAR (number)",
      "SELECT TO_CHAR(sal, '99,999.00') AS t, TO_CHAR(sal, 'FM99999.0') AS f FROM emp WHERE empno = 3",
      "t text, f text", ["  2,500.50 | 2500.5"]),
  ]
}
