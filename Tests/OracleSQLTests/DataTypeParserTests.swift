import Testing

@testable import OracleSQL

struct DataTypeParserTests {
  @Test(arguments: [
    ("varchar2(10)", "VARCHAR2(10)"), ("varchar( 255 )", "VARCHAR2(255)"), ("char varying(3)", "VARCHAR2(3)"),
    ("character varying(3 char)", "VARCHAR2(3 CHAR)"), ("char", "CHAR"), ("character(2 byte)", "CHAR(2 BYTE)"),
    ("nchar(4)", "NCHAR(4)"), ("nchar varying(4)", "NVARCHAR2(4)"), ("national character varying(4)", "NVARCHAR2(4)"),
    ("nvarchar2(9)", "NVARCHAR2(9)"), ("number", "NUMBER"), ("number(5)", "NUMBER(5)"), ("number(5,0)", "NUMBER(5)"),
    ("number(9,2)", "NUMBER(9, 2)"), ("number(3,-2)", "NUMBER(3, -2)"), ("number(*,2)", "NUMBER(*, 2)"),
    ("number(*)", "NUMBER"), ("integer", "NUMBER(*, 0)"), ("int", "NUMBER(*, 0)"), ("smallint", "NUMBER(*, 0)"),
    ("decimal", "NUMBER(*, 0)"), ("dec(4)", "NUMBER(4)"), ("numeric(4,1)", "NUMBER(4, 1)"), ("float", "FLOAT(126)"),
    ("float(20)", "FLOAT(20)"), ("real", "FLOAT(63)"), ("double precision", "FLOAT(126)"),
    ("binary_float", "BINARY_FLOAT"), ("binary_double", "BINARY_DOUBLE"), ("date", "DATE"),
    ("timestamp", "TIMESTAMP"), ("timestamp(9) with time zone", "TIMESTAMP(9) WITH TIME ZONE"),
    ("timestamp with local time zone", "TIMESTAMP WITH LOCAL TIME ZONE"),
    ("interval year(4) to month", "INTERVAL YEAR(4) TO MONTH"),
    ("interval day to second(3)", "INTERVAL DAY TO SECOND(3)"), ("raw(16)", "RAW(16)"), ("long", "LONG"),
    ("long raw", "LONG RAW"), ("clob", "CLOB"), ("nclob", "NCLOB"), ("blob", "BLOB"), ("bfile", "BFILE"),
    ("rowid", "ROWID"), ("urowid(100)", "UROWID(100)"), ("json", "JSON"), ("boolean", "BOOLEAN"),
    ("xmltype", "XMLTYPE"), ("mdsys.sdo_geometry", "MDSYS.SDO_GEOMETRY"),
  ])
  func types(text: String, expected: String) throws {
    let type = try SQLParser.parseDataType(text)
    #expect(SQLPrinter.print(type) == expected)
    #expect(try SQLPrinter.print(SQLParser.parseDataType(expected)) == expected)
    #expect(type.range == SourceRange(start: 0, end: text.utf8.count))
  }

  @Test(arguments: [
    ("varchar2()", 2017, 9), ("varchar2(1.5)", 2017, 9), ("number(1", 907, 8), ("select", 902, 0),
    ("number(5,)", 2017, 9), ("timestamp with time", 905, 19), ("varchar2(99999999999999999999)", 2017, 9),
    ("interval year", 946, 13), ("number(5) x", 902, 10),
  ])
  func errors(text: String, code: Int, offset: Int) {
    let error = #expect(throws: SQLSyntaxError.self) { try SQLParser.parseDataType(text) }
    #expect(error?.code == code)
    #expect(error?.offset == offset)
  }
}
