import OracleWire
import Testing

@testable import OracleStandIn

/// Vectors and XML between their values and their text.
@Suite("Vectors and XML") struct RenderedValueTests {
  /// Forms of numbers: Oracle SQL Language Reference 23ai, TO_VECTOR and FROM_VECTOR.
  @Test(arguments: [
    (
      "FROM_VECTOR(TO_VECTOR('[1, 3.4, -05.60, 3e+4]', *, FLOAT64))",
      "[1.0E+000,3.3999999999999999E+000,-5.5999999999999996E+000,3.0E+004]"
    ),
    ("FROM_VECTOR(TO_VECTOR('[0, 1e-45]'))", "[0,1.40129846E-045]"),
    ("FROM_VECTOR(TO_VECTOR('[1e300, 5e-324]', 2, FLOAT64))", "[1.0000000000000001E+300,4.9406564584124654E-324]"),
    ("FROM_VECTOR(TO_VECTOR('[1, -128]', *, INT8))", "[1,-128]"),
    ("FROM_VECTOR(TO_VECTOR(TO_VECTOR('[1.5, 2]', *, FLOAT32), *, FLOAT64))", "[1.5E+000,2.0E+000]"),
    ("FROM_VECTOR(NULL)", nil), ("TO_VECTOR(NULL)", nil),
  ])
  func vectors(sql: String, text: String?) throws {
    #expect(try TestDatabase().shownRows("SELECT \(sql) FROM DUAL") == [text ?? "NULL"])
  }

  @Test(arguments: [
    ("TO_VECTOR('1,2')", 51805), ("TO_VECTOR('[]')", 51805), ("TO_VECTOR('[1,]')", 51805),
    ("TO_VECTOR('[Nan]')", 51805),
    ("TO_VECTOR('[1, 2]', 3)", 51803), ("FROM_VECTOR('[1]')", 932),
    ("FROM_VECTOR(TO_VECTOR('[1]') RETURNING NUMBER)", 932),
    ("FROM_VECTOR(TO_VECTOR('[1.1, 2]') RETURNING VARCHAR2(5))", 51811), ("TO_VECTOR(1)", 932),
    ("TO_VECTOR('[5,[2,4],[1.0,2.0]]')", 3001),
  ])
  func vectorFaults(sql: String, code: Int) throws {
    #expect(try TestDatabase().code("SELECT \(sql) FROM DUAL") == code)
  }

  @Test func vectorFunctionsCameWith23ai() throws {
    var configuration = StandInDatabase.Configuration()
    configuration.version = "19.3.0.0.0"
    let database = StandInDatabase(configuration: configuration)
    database.createUser("APP", password: "secret")
    #expect(try TestDatabase(database).code("SELECT TO_VECTOR('[1]') FROM DUAL") == 904)
  }

  @Test func textIsStoredInTheColumnsFormat() throws {
    let test = try TestDatabase()
    try test.run("CREATE TABLE t (d VECTOR(2, FLOAT64), i VECTOR(*, INT8), a VECTOR)")
    try test.run("INSERT INTO t VALUES ('[0.1, 2]', '[1, 2, 3]', '[0.1]')")
    #expect(
      try test.shownRows("SELECT FROM_VECTOR(d), FROM_VECTOR(i), FROM_VECTOR(a) FROM t")
        == ["[1.0000000000000001E-001,2.0E+000] | [1,2,3] | [1.00000001E-001]"])
    #expect(test.code("INSERT INTO t (d) VALUES ('[1]')") == 51803)
    #expect(
      try test.shownRows("SELECT vector_info FROM user_tab_columns WHERE table_name = 'T' ORDER BY column_name")
        == ["VECTOR(*,*)", "VECTOR(2,FLOAT64)", "VECTOR(*,INT8)"])
  }

  @Test(arguments: [
    "<a/>", "<?xml version=\"1.0\"?>\n<!-- c --><a b='1' c=\"2\"> x <b>&lt;</b><![CDATA[<]]></a>\n",
    "<a:b xmlns:a='u'>ü</a:b>",
    "<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>", "<a><?pi x?></a>",
  ])
  func documents(text: String) throws {
    let test = try TestDatabase()
    let rows = try test.rows("SELECT XMLSERIALIZE(DOCUMENT XMLTYPE(:1) AS CLOB) FROM DUAL", .text(text))
    #expect(rows == [[text]])
  }

  @Test(arguments: [
    "text", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a b=1/>", "<a b='1/>", "<a", "<", "<a>]]", "<!-- x", "x<a/>",
    "<a b/>",
    "<a b='1'c='2'/>",
  ])
  func otherTextIsNoDocument(text: String) throws {
    #expect(try TestDatabase().code("SELECT XMLSERIALIZE(CONTENT XMLTYPE(:1)) FROM DUAL", .text(text)) == 31011)
  }

  @Test func columnsOfXML() throws {
    let test = try TestDatabase()
    try test.run(
      "CREATE TABLE t (id NUMBER, x XMLTYPE)", "INSERT INTO t VALUES (1, '<a/>')", "INSERT INTO t VALUES (2, NULL)")
    #expect(
      try test.shownRows("SELECT XMLSERIALIZE(CONTENT x AS VARCHAR2(10)) FROM t ORDER BY id") == ["<a/>", "NULL"])
    #expect(test.code("SELECT XMLSERIALIZE(CONTENT x AS VARCHAR2(2)) FROM t") == 19011)
    #expect(test.code("SELECT x FROM t") == 3001)
    #expect(test.code("SELECT id FROM t ORDER BY x") == 932)
    #expect(
      try test.shownRows("SELECT data_type, data_type_owner FROM user_tab_cols WHERE column_name = 'X'")
        == ["XMLTYPE | SYS"])
  }

  @Test func jsonIsWrittenAsAWhole() throws {
    let test = try TestDatabase()
    #expect(
      try test.shownRows("SELECT JSON_SERIALIZE('{a : [1.50, true ], b:\"x\"}') FROM DUAL")
        == ["{\"a\":[1.50,true],\"b\":\"x\"}"])
    #expect(test.code("SELECT JSON_SERIALIZE('{a') FROM DUAL") == 40441)
    #expect(try test.shownRows("SELECT JSON_SERIALIZE('{a' NULL ON ERROR) FROM DUAL") == ["NULL"])
    #expect(test.code("SELECT JSON_SERIALIZE('[1,2]' RETURNING VARCHAR2(3)) FROM DUAL") == 40478)
  }
}
