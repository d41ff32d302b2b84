import Testing

@testable import OracleStandIn

/// Examples of Oracle's SQL Language Reference (chapter "Functions"; the page is the function's name).
///
/// STANDARD_HASH's sums of "abc" are the test vectors of FIPS 180-4 (SHA) and RFC 1321 (MD5).
@Suite("Functions as documented") struct DocumentedFunctionTests {
  @Test(
    "examples of the manual",
    arguments: [
      ("SELECT TO_CHAR(ROUND(TO_DATE('27-OCT-00','DD-MON-YY'), 'YEAR'), 'DD-MON-YY') FROM dual", "01-JAN-01"),
      ("SELECT TO_CHAR(TRUNC(TO_DATE('27-OCT-92','DD-MON-YY'), 'YEAR'), 'DD-MON-YY') FROM dual", "01-JAN-92"),
      ("SELECT TO_CHAR(NEXT_DAY(DATE '2009-10-15','TUESDAY'), 'DD-MON-YYYY') FROM dual", "20-OCT-2009"),
      (
        "SELECT ROUND(MONTHS_BETWEEN(TO_DATE('02-02-1995','MM-DD-YYYY'), TO_DATE('01-01-1995','MM-DD-YYYY')), 8) "
          + "FROM dual", "1.03225806"
      ),
      ("SELECT LPAD('Page 1',15,'*.') FROM dual", "*.*.*.*.*Page 1"),
      ("SELECT INITCAP('the soap') FROM dual", "The Soap"),
      ("SELECT INSTR('CORPORATE FLOOR','OR', 3, 2) FROM dual", "14"),
      ("SELECT INSTR('CORPORATE FLOOR','OR', -3, 2) FROM dual", "2"),
      ("SELECT SUBSTR('ABCDEFG',3,4) FROM dual", "CDEF"),
      ("SELECT SUBSTR('ABCDEFG',-5,4) FROM dual", "CDEF"),
      ("SELECT REPLACE('JACK and JUE','J','BL') FROM dual", "BLACK and BLUE"),
      ("SELECT TRANSLATE('SQL*Plus User''s Guide', ' */''', '___') FROM dual", "SQL_Plus_Users_Guide"),
      ("SELECT GREATEST('HARRY', 'HARRIOT', 'HAROLD') FROM dual", "HARRY"),
      ("SELECT LEAST('HARRY','HARRIOT','HAROLD') FROM dual", "HAROLD"),
      ("SELECT MOD(11,4) FROM dual", "3"), ("SELECT CONVERT('Ä b', 'UTF8') FROM dual", "Ä b"),
      ("SELECT POWER(3,2) FROM dual", "9"),
      ("SELECT ROUND(15.193,1) FROM dual", "15.2"),
      ("SELECT ROUND(15.193,-1) FROM dual", "20"),
      ("SELECT TRUNC(15.79,-1) FROM dual", "10"),
    ])
  func example(sql: String, expected: String) throws {
    #expect(try TestDatabase().value(sql) == expected)
  }

  @Test(
    "bytes and sums",
    arguments: [
      ("SELECT UTL_RAW.CAST_TO_RAW('abc') FROM dual", "616263"),
      ("SELECT STANDARD_HASH('abc') FROM dual", "a9993e364706816aba3e25717850c26c9cd0d89d"),
      ("SELECT STANDARD_HASH('abc', 'MD5') FROM dual", "900150983cd24fb0d6963f7d28e17f72"),
      (
        "SELECT STANDARD_HASH(HEXTORAW('616263'), 'SHA256') FROM dual",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
      ),
    ])
  func sum(sql: String, expected: String) throws {
    #expect(try TestDatabase().value(sql) == expected)
  }

  // Page "ROUND and TRUNC Date Functions": WW keeps the weekday of 1 January (2003: Wednesday), W that of the month's
  // first day (August 2003: Friday).
  @Test(
    "weeks counted from the year and the month",
    arguments: [("WW", "2003-08-20"), ("W", "2003-08-15")])
  func week(unit: String, expected: String) throws {
    let sql = "SELECT TO_CHAR(TRUNC(DATE '2003-08-21', '\(unit)'), 'YYYY-MM-DD') FROM dual"
    #expect(try TestDatabase().value(sql) == expected)
  }

  @Test(
    "what is not certain is refused",
    arguments: [
      "SELECT STANDARD_HASH(NULL) FROM dual", "SELECT STANDARD_HASH(1) FROM dual",
      "SELECT STANDARD_HASH('a', 'CRC') FROM dual",
      "SELECT ORA_HASH(SYSTIMESTAMP) FROM dual",
    ])
  func refused(sql: String) throws {
    #expect(try TestDatabase().message(sql)?.contains("not") == true)
    #expect(try TestDatabase().code(sql) == 3001)
  }
}
