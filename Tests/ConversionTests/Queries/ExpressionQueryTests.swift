import Testing

@testable import Conversion

/// Expressions in queries, each computed by a real PostgreSQL; what Oracle gives is in its SQL Language Reference.
///
/// The 1,500 of `PublishedQueryTests` are others' expectations; these are about types, NULL and blanks.
@Suite struct ExpressionQueryTests {
  static let nulls: [QueryCase] = [
    .init("NVL(NULL, 'x')", is: "x"), .init("NVL2('', 1, 2)", is: "2"), .init("COALESCE(NULL, '', 'z')", is: "z"),
    .init("NULLIF(1, 1)", is: "NULL"), .init("NULLIF('a', 'a ')", is: "NULL", "literals are CHAR"),
    .init("DECODE(NULL, NULL, 'same', 'other')", is: "same"), .init("DECODE(1, 2, 'x')", is: "NULL"),
    .init("DECODE(3, 1, 'a', 3, 'c', 'z')", is: "c"), .init("LENGTH('')", is: "NULL"),
    .init("'a' || NULL || 'b'", is: "ab"), .init("NULL || NULL", is: "NULL"), .init("CONCAT('a', NULL)", is: "a"),
    .init("REPLACE('aa', 'a')", is: "NULL"), .init("REPLACE('abc', NULL, 'x')", is: "abc"),
    .init("TRIM('   ')", is: "NULL"),
    .init("GREATEST(1, NULL)", is: "NULL"), .init("LEAST(3, 2, 5)", is: "2"), .init("GREATEST('b', 'B')", is: "b"),
    .init("CASE WHEN NULL = NULL THEN 1 ELSE 2 END", is: "2"), .init("CASE WHEN '' IS NULL THEN 1 END", is: "1"),
    .init("1 + NULL", is: "NULL"), .init("NVL(SUBSTR('abc', 5), 'none')", is: "none"), .init("NVL('', 7)", is: "7"),
    .init("CASE 1 WHEN 1 THEN 'one' ELSE 'many' END", is: "one"),
  ]

  static let texts: [QueryCase] = [
    .init("SUBSTR('abcdef', 0, 2)", is: "ab"), .init("SUBSTR('abcdef', -3, 2)", is: "de"),
    .init("SUBSTR('abc', -5)", is: "NULL"),
    .init("SUBSTR('abcdef', 2.9, 1.9)", is: "b"), .init("SUBSTR('abc', 2, 0)", is: "NULL"),
    .init("SUBSTR('abc', 1, NULL)", is: "NULL"),
    .init("INSTR('banana', 'a')", is: "2"), .init("INSTR('banana', 'a', 3)", is: "4"),
    .init("INSTR('banana', 'a', -1)", is: "6"),
    .init("INSTR('banana', 'x', -1)", is: "0"), .init("INSTR('abc', NULL)", is: "NULL"),
    .init("INSTR('banana', 'na', 4)", is: "5"),
    .init("INSTR('a.b.c', '.', 1, 2)", is: "4"), .init("INSTR('a.b.c', '.', 3, 2)", is: "0"),
    .init("LPAD('7', 3, '0')", is: "007"), .init("RPAD('abc', 2)", is: "ab"), .init("LPAD('a', 0)", is: "NULL"),
    .init("LTRIM('xxyabc', 'xy')", is: "abc"), .init("RTRIM('abc..', '.')", is: "abc"),
    .init("TRIM(BOTH '0' FROM '0070')", is: "7"),
    .init("TRANSLATE('2KRW229', '0123456789', '9999999999')", is: "9KRW999"),
    .init("TRANSLATE('abc', 'ab', 'x')", is: "xc"),
    .init("INITCAP('the soap')", is: "The Soap"), .init("UPPER('abc') || LOWER('DEF')", is: "ABCdef"),
    .init("REVERSE('abc')", is: "cba"),
    .init("LENGTH('abc ')", is: "4"), .init("ASCII('A')", is: "65"), .init("'a' || CHR(9) || 'b'", is: "a\tb"),
    .init("1 || 2", is: "12"), .init("0.5 || 'x'", is: ".5x"), .init("-0.50 || 'x'", is: "-.5x"),
    .init("1e3 || ''", is: "1000"),
    .init("'5' + 1", is: "6"), .init("'2' * '3'", is: "6"), .init("TO_NUMBER(' 12.50 ')", is: "12.5"),
    .init("TO_CHAR(1/4)", is: ".25"),
    .init("CASE WHEN 'a' = 'a  ' THEN 1 ELSE 0 END", is: "1"), .init("CASE WHEN 'B' < 'a' THEN 1 ELSE 0 END", is: "1"),
    .init(
      "CASE WHEN CAST('a' AS CHAR(3)) = CAST('a' AS VARCHAR2(3)) THEN 1 ELSE 0 END", is: "0",
      "blanks count against VARCHAR2"),
    .init("CASE WHEN CAST('a' AS CHAR(3)) = 'a' THEN 1 ELSE 0 END", is: "1"),
    .init("CAST('a' AS CHAR(3)) || '|'", is: "a  |"),
    .init("LENGTH(CAST('a' AS CHAR(3)))", is: "3"), .init("CAST('abcdef' AS VARCHAR2(3))", is: "abc"),
    .init("CASE WHEN 'a_c' LIKE 'a\\_c' THEN 1 ELSE 0 END", is: "0", "no escape character unless ESCAPE names one"),
    .init("CASE WHEN 'a_c' LIKE 'a!_c' ESCAPE '!' THEN 1 ELSE 0 END", is: "1"),
    .init("CASE WHEN 12 LIKE '1%' THEN 1 ELSE 0 END", is: "1"),
    .init("CASE WHEN REGEXP_LIKE('cat', '^(cat|dog)$') THEN 1 ELSE 0 END", is: "1"),
    .init("REGEXP_REPLACE('a  b   c', ' {2,}', ' ')", is: "a b c"),
    .init("REGEXP_SUBSTR('a1b22', '[0-9]+', 1, 2)", is: "22"),
    .init("REGEXP_COUNT('banana', 'a')", is: "3"), .init("REGEXP_INSTR('a1b22', '[0-9]{2}')", is: "4"),
    .init("REGEXP_REPLACE('John Smith', '(\\w+) (\\w+)', '\\2, \\1')", is: "Smith, John"),
    .init("LENGTHB('é')", is: "2"),
  ]

  static let numbers: [QueryCase] = [
    .init("7 / 2", is: "3.5"), .init("1 / 3 * 3", is: ".999999999999999999999999999999"),
    .init("2147483647 + 1", is: "2147483648"),
    .init("9223372036854775807 * 10", is: "92233720368547758070"), .init("MOD(-7, 3)", is: "-1"),
    .init("MOD(7, 0)", is: "7"),
    .init("ROUND(2.5)", is: "3"), .init("ROUND(-2.5)", is: "-3"), .init("ROUND(1234.567, -2)", is: "1200"),
    .init("TRUNC(-1.99)", is: "-1"),
    .init("TRUNC(15.79, 1)", is: "15.7"), .init("CEIL(1.1) + FLOOR(-1.1)", is: "0"),
    .init("SIGN(-3) * ABS(-4)", is: "-4"),
    .init("POWER(2, 10)", is: "1024"), .init("SQRT(16)", is: "4"), .init("BITAND(6, 3)", is: "2"),
    .init("CAST(2.567 AS NUMBER(5, 1))", is: "2.6"),
    .init("CAST(1.5 AS INTEGER)", is: "2"), .init("WIDTH_BUCKET(5, 0, 10, 5)", is: "3"), .init("-(-3)", is: "3"),
    .init("+5 - -2", is: "7"),
    .init("TO_CHAR(1234.5, '9,999.00')", is: " 1,234.50"), .init("TO_CHAR(-12, '999')", is: " -12"),
    .init("TO_CHAR(12345, '999')", is: "####"),
    .init("TO_CHAR(0.1, 'FM990.99')", is: "0.1"), .init("TO_CHAR(7, '000')", is: " 007"),
    .init("TO_CHAR(5, 'S99')", is: " +5"),
    .init("TO_CHAR(-5, '99MI')", is: " 5-"), .init("TO_NUMBER('1,234.5', '9G999D9')", is: "1234.5"),
    .init("TO_CHAR(99.9, '99')", is: "###"),
  ]

  static let dates: [QueryCase] = [
    .init("TO_CHAR(DATE '2024-03-05', 'DD-MON-YYYY')", is: "05-MAR-2024"),
    .init("TO_CHAR(DATE '2024-03-05', 'fmDD/MM/YY')", is: "5/3/24"),
    .init("TO_CHAR(DATE '2024-03-05', 'Day') || '|'", is: "Tuesday  |"),
    .init("TO_CHAR(DATE '2024-03-05', 'FMMonth DD')", is: "March 5"),
    .init("TO_CHAR(DATE '2024-03-05', 'Q \"of\" YYYY')", is: "1 of 2024"),
    .init("TO_CHAR(DATE '2024-12-30', 'IYYY-IW')", is: "2025-01"),
    .init("TO_CHAR(TO_DATE('2024-03-05 14:07', 'YYYY-MM-DD HH24:MI'), 'HH12:MI AM')", is: "02:07 PM"),
    .init("TO_CHAR(TIMESTAMP '2024-03-05 01:02:03.456', 'SS.FF3')", is: "03.456"),
    .init("TO_CHAR(DATE '2024-03-05', 'J')", is: "2460375"),
    .init("DATE '2024-03-01' - DATE '2024-02-28'", is: "2"), .init("DATE '2024-03-01' - 1", is: "2024-02-29"),
    .init("DATE '2024-01-01' + 1/24", is: "2024-01-01 01:00:00"),
    .init("DATE '2024-01-01' + 0.5", is: "2024-01-01 12:00:00"),
    .init("(DATE '2024-01-02' - TO_DATE('2024-01-01 06:00', 'YYYY-MM-DD HH24:MI')) * 24", is: "18"),
    .init("TRUNC(TO_DATE('2024-05-17 13:00', 'YYYY-MM-DD HH24:MI'))", is: "2024-05-17"),
    .init("TRUNC(DATE '2024-05-17', 'MM')", is: "2024-05-01"),
    .init("TRUNC(DATE '2024-05-17', 'Q')", is: "2024-04-01"), .init("TRUNC(DATE '2024-05-17', 'IW')", is: "2024-05-13"),
    .init("TRUNC(DATE '2024-05-17', 'YEAR')", is: "2024-01-01"),
    .init("ROUND(DATE '2024-05-16', 'MONTH')", is: "2024-06-01"),
    .init("ROUND(DATE '2024-07-01', 'YEAR')", is: "2025-01-01"),
    .init("ROUND(DATE '2024-01-31', 'MM')", is: "2024-02-01"),
    .init("ROUND(TO_DATE('2024-05-17 12:00', 'YYYY-MM-DD HH24:MI'))", is: "2024-05-18"),
    .init("TRUNC(DATE '2024-01-10', 'WW')", is: "2024-01-08"),
    .init("ADD_MONTHS(DATE '2024-01-31', 1)", is: "2024-02-29"),
    .init("ADD_MONTHS(DATE '2023-02-28', 12)", is: "2024-02-29", "the last day goes to the last day"),
    .init("ADD_MONTHS(DATE '2024-03-15', -1)", is: "2024-02-15"),
    .init("LAST_DAY(DATE '2024-02-10')", is: "2024-02-29"),
    .init("NEXT_DAY(DATE '2024-03-05', 'TUESDAY')", is: "2024-03-12"),
    .init("NEXT_DAY(DATE '2024-03-05', 'Wed')", is: "2024-03-06"),
    .init("MONTHS_BETWEEN(DATE '2024-03-31', DATE '2024-02-29')", is: "1"),
    .init("ROUND(MONTHS_BETWEEN(DATE '2024-03-16', DATE '2024-02-15') * 31, 20)", is: "32"),
    .init("EXTRACT(YEAR FROM DATE '2024-03-05') + EXTRACT(DAY FROM DATE '2024-03-05')", is: "2029"),
    .init("DATE '2024-01-31' + INTERVAL '1' DAY", is: "2024-02-01"),
    .init("DATE '2024-01-15' - INTERVAL '1-2' YEAR TO MONTH", is: "2022-11-15"),
    .init("TIMESTAMP '2024-01-01 00:00:00.5' + INTERVAL '1 02:03' DAY TO MINUTE", is: "2024-01-02 02:03:00.5"),
    .init("CAST(TIMESTAMP '2024-01-01 10:20:30.9' AS DATE)", is: "2024-01-01 10:20:30"),
    .init("DATE '2024-01-01' + NUMTODSINTERVAL(90, 'MINUTE')", is: "2024-01-01 01:30:00"),
    .init("TO_DATE('31/12/1999', 'DD/MM/YYYY')", is: "1999-12-31"),
    .init("TO_DATE('17-NOV-16', 'DD-MON-RR')", is: "2016-11-17"),
    .init("CASE WHEN SYSDATE > DATE '2000-01-01' AND TRUNC(SYSDATE) <= SYSDATE THEN 1 END", is: "1"),
    .init("CASE WHEN SYSTIMESTAMP > TIMESTAMP '2000-01-01 00:00:00' THEN 1 END", is: "1"),
    .init("GREATEST(DATE '2024-01-01', DATE '2024-02-01')", is: "2024-02-01"),
  ]

  /// Over columns, where types decide.
  static let columns: [QueryCase] = [
    .init("SELECT id / 2 FROM staff WHERE id = 3", ["1.5"], "NUMBER, not integer"),
    .init("SELECT bonus * 100000000 FROM staff WHERE id = 3", ["25000000000"]),
    .init("SELECT id FROM staff WHERE id = '4'", ["4"]),
    .init("SELECT dept || '|' FROM staff WHERE id IN (1, 4) ORDER BY id", ["HQ |", "|"]),
    .init("SELECT LENGTH(dept) FROM staff WHERE id = 1", ["3"]),
    .init("SELECT id FROM staff WHERE dept = 'HQ    '", ["1"]),
    .init("SELECT id FROM staff WHERE dept = CAST('HQ' AS VARCHAR2(3))", []),
    .init("SELECT id FROM staff WHERE dept LIKE 'HQ'", [], "LIKE sees the blanks"),
    .init("SELECT id FROM staff WHERE dept LIKE 'HQ%'", ["1"]),
    .init(
      "SELECT DECODE(dept, 'IT', 'tech', NULL, 'none', 'rest') FROM staff ORDER BY id",
      ["rest", "tech", "tech", "none", "rest"]),
    .init(
      "SELECT DECODE(boss, NULL, 'top', 1, 'mid', 'low') FROM staff WHERE id < 4 ORDER BY id", ["top", "mid", "mid"]),
    .init("SELECT NVL(bonus, 0) + 1 FROM staff WHERE id = 1", ["1"]),
    .init("SELECT NVL(note, id) FROM staff WHERE id IN (2, 4) ORDER BY id", ["2", "7"]),
    .init("SELECT GREATEST(pay, bonus) FROM staff ORDER BY id", ["NULL", "5000", "4000.5", "NULL", "NULL"]),
    .init("SELECT pay || '' FROM staff ORDER BY id", ["9000", "5000", "4000.5", "NULL", "4000.5"]),
    .init("SELECT TO_CHAR(pay, '99990.00') FROM staff WHERE id = 3", ["  4000.50"]),
    .init("SELECT TO_CHAR(hired, 'YYYY-MM-DD HH24:MI:SS') FROM staff WHERE id = 1", ["2001-01-31 09:30:00"]),
    .init("SELECT hired + id FROM staff WHERE id = 2", ["2003-05-17"]),
    .init("SELECT hired + pay / 10000 FROM staff WHERE id = 2", ["2003-05-15 12:00:00"]),
    .init("SELECT TRUNC(hired) - DATE '2001-01-01' FROM staff WHERE id = 1", ["30"]),
    .init("SELECT id FROM staff WHERE hired BETWEEN DATE '2003-01-01' AND DATE '2003-12-31'", ["2"]),
    .init("SELECT name FROM staff WHERE name BETWEEN 'A' AND 'Z' ORDER BY 1", ["Ada", "Bob", "Dan", "Eve"]),
    .init("SELECT name FROM staff WHERE name > 'a'", ["cleo"]),
    .init("SELECT SUBSTR(name, id, 1) FROM staff WHERE id < 4 ORDER BY id", ["A", "o", "e"]),
    .init("SELECT SUBSTR(name, -id) FROM staff WHERE id IN (2, 4) ORDER BY id", ["ob", "NULL"]),
    .init("SELECT TO_DATE(TO_CHAR(hired, 'YYYYMM') || '01', 'YYYYMMDD') FROM staff WHERE id = 1", ["2001-01-01"]),
    .init(
      "SELECT TO_TIMESTAMP(TO_CHAR(hired, 'DD.MM.YYYY HH24:MI'), 'DD.MM.YYYY HH24:MI') FROM staff WHERE id = 1",
      ["2001-01-31 09:30:00"]),
    .init("SELECT ADD_MONTHS(hired, bonus) FROM staff WHERE id = 4", ["2011-07-31 23:59:59"]),
    .init("SELECT COUNT(*) FROM staff WHERE LNNVL(pay > 4500)", ["3"]),
    .init(
      "SELECT id FROM staff WHERE NVL(dept, 'IT') = 'IT ' ORDER BY 1", ["2", "3"],
      "a CHAR that became VARCHAR2 keeps its blanks"),
    .init("SELECT INSTR(name, SUBSTR(name, 2)) FROM staff WHERE id = 1", ["2"]),
    .init("SELECT MOD(bonus, id) FROM staff ORDER BY id", ["NULL", "0", "1", "3", "NULL"]),
  ]

  /// CHAR: functions see its blanks; compared with CHAR and literals it is padded, compared with VARCHAR2 it isn't.
  ///
  /// See "Blank-Padded and Nonpadded Comparison Semantics". UPPER and LOWER of a CHAR are CHAR, as are joined CHARs.
  static let blanks: [QueryCase] = [
    .init("SELECT id FROM staff WHERE UPPER(dept) = 'HQ'", ["1"]),
    .init("SELECT id FROM staff WHERE '-' || dept = '-HQ'", ["1"]),
    .init("SELECT id FROM staff WHERE LOWER(dept) || name = 'hq Ada'", ["1"]),
    .init("SELECT id FROM staff WHERE SUBSTR(dept, 1, 3) = 'HQ'", []),
    .init("SELECT 'yes' FROM staff WHERE dept = 'HQ' GROUP BY boss HAVING MAX(dept) = 'HQ'", ["yes"]),
    .init("SELECT LENGTH(dept || 'x') FROM staff WHERE id IN (1, 4) ORDER BY id", ["4", "1"]),
    .init("SELECT id FROM staff WHERE TRIM(dept) = 'HQ'", ["1"]),
    .init("SELECT id FROM staff WHERE dept IN ('HQ', 'OPS ') ORDER BY id", ["1", "5"]),
    .init("SELECT id FROM staff WHERE dept > 'I' AND dept < 'J' ORDER BY id", ["2", "3"]),
    .init("SELECT q.d FROM (SELECT LOWER(dept) d FROM staff) q WHERE q.d = 'hq'", ["hq "]),
    .init(
      "SELECT x.s b FROM (SELECT l.a + l.b AS b, l.b AS s FROM link l) x WHERE x.b = 3", ["2"], "a sum keeps its alias"),
  ]

  @Test func aboutBlanks() async throws { try await QueryFixture.check(Self.blanks) }
  @Test func aboutNull() async throws { try await QueryFixture.check(Self.nulls) }
  @Test func aboutText() async throws { try await QueryFixture.check(Self.texts) }
  @Test func aboutNumbers() async throws { try await QueryFixture.check(Self.numbers) }
  @Test func aboutDates() async throws { try await QueryFixture.check(Self.dates) }
  @Test func aboutColumns() async throws { try await QueryFixture.check(Self.columns) }
}
