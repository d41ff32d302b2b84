import Model
import Testing

@testable import Conversion

@Suite("The user's type map") struct TypeChoiceTests {
  private func plan(_ types: String, _ tables: [Table]) throws -> MigrationPlan {
    var options = ConversionOptions()
    options.types = try TypeChoices(types)
    return try SchemaConversion.plan(for: schema(tables), options: options)
  }

  private func type(_ types: String, _ oracle: OracleDataType) throws -> String? {
    try plan(types, [table("T", [column("IS_PAID", oracle)])]).columnSQL("t", "is_paid")
  }

  @Test(arguments: [
    (OracleDataType.number(precision: 1, scale: 0), "NUMBER(1)=boolean", "boolean"),
    (.number(precision: 1, scale: nil), "number(1) = BOOL", "boolean"),
    (.number(precision: 10, scale: 0), "NUMBER(10)=integer", "integer"),
    (.number(precision: 10, scale: 0), "NUMBER=integer", "integer"),
    (.number(precision: nil, scale: nil), "NUMBER(*)=bigint", "bigint"),
    (.number(precision: 10, scale: 0), "NUMBER(*)=smallint", "bigint"),
    (.number(precision: nil, scale: 0), "INTEGER=bigint", "bigint"),
    (.number(precision: 8, scale: 2), "NUMBER(8,2)=numeric", "numeric"),
    (.number(precision: 8, scale: 2), "NUMBER(8)=numeric", "numeric(8,2)"),
    (.number(precision: nil, scale: nil), "NUMBER=double precision", "double precision"),
    (.float(binaryPrecision: 126), "FLOAT=float8", "double precision"),
    (.varchar2(length: 30), "VARCHAR2=text", "text"), (.varchar2(length: 30), "VARCHAR2(30 CHAR)=text", "text"),
    (.varchar2(length: 30), "VARCHAR2(31)=text", "varchar(30)"),
    (.varchar2(length: 30), "VARCHAR2=varchar(100)", "varchar(100)"),
    (.clob, "CLOB=xml", "xml"), (.clob, "CLOB=json", "json"), (.date, "DATE=date", "date"),
    (.raw(length: 16), "RAW(16)=uuid", "uuid"), (.raw(length: 17), "RAW(16)=uuid", "bytea"),
    (.timestamp(precision: 6), "TIMESTAMP=timestamp(3)", "timestamp(3)"),
    (.timestampWithTimeZone(precision: 6), "TIMESTAMP(6) WITH TIME ZONE=timestamptz(0)", "timestamptz(0)"),
    (.timestamp(precision: 6), "TIMESTAMP WITH TIME ZONE=timestamptz(0)", "timestamp(6)"),
  ])
  func byType(oracle: OracleDataType, types: String, postgres: String) throws {
    #expect(try type(types, oracle) == postgres)
  }

  /// Column, then pattern by what it says, then size, then type; of equals the later.
  @Test(arguments: [
    ("NUMBER=numeric, NUMBER(1)=integer", "integer"), ("NUMBER(1)=integer, NUMBER=numeric", "integer"),
    ("NUMBER(1)=integer, *.IS_*=boolean", "boolean"), ("*.IS_*=boolean, NUMBER(1)=integer", "boolean"),
    ("*_PAID=bigint, *.IS_*=boolean", "bigint"), ("*.IS_*=boolean, *_PAID=bigint", "bigint"),
    ("T.IS_PAID=numeric, *.IS_PAI?=boolean", "numeric"), ("OT.T.IS_PAID=numeric, T.IS_PAID=bigint", "numeric"),
    ("NUMBER(1)=integer, NUMBER(1)=bigint", "bigint"), ("IS_PAID=integer", "integer"), ("U.*=integer", "smallint"),
    ("X.T.IS_*=integer", "smallint"), ("\"is_paid\"=integer", "smallint"),
  ])
  func theMostSpecificWins(types: String, postgres: String) throws {
    #expect(try type(types, .number(precision: 1, scale: 0)) == postgres)
  }

  @Test(arguments: [
    "NUMBER(2)=boolean", "NUMBER(8,2)=integer", "RAW(17)=uuid", "DATE=timestamptz", "CLOB=jsonb", "VARCHAR2=citext",
    "VARCHAR2=integer", "NUMBER(1)=varchar(3)", "BLOB=text", "NUMBER=", "=text", "T.C", "A.B.C.D=text", "T.C=text(3)",
    "NUMBER(=text", "T.C=numeric(0)", "T.C=numeric(5,-1)", "T.C=timestamp(7)", "TIMESTAMP(6)=timestamptz",
    "NCLOB=xml", "\"=text", "T..C=text", "NUMBER)1(=boolean", "T.C=varchar(99999999999999999999)",
  ])
  func theImpossibleIsAnErrorThatNamesTheEntry(text: String) {
    #expect { _ = try TypeChoice(text, origin: "config.ini:7") } throws: { error in
      "\(error)".hasPrefix("config.ini:7: `\(text.prefix(80))`: ") && "\(error)".contains("; ")
    }
  }

  @Test func anEntryOfOneColumnMustBePossible() throws {
    let tables = [table("T", [column("NAME", .varchar2(length: 5)), column("PAID")])]
    #expect { _ = try plan("T.NAME=integer", tables) } throws: {
      "\($0)".contains("possible are varchar(n), text, json")
    }
    #expect { _ = try plan("T.NAMES=text", tables) } throws: { "\($0)".contains("near it are T.NAME") }
    #expect { _ = try plan("T.PAID=boolean", tables) } throws: { "\($0)".contains("T.PAID is NUMBER(9)") }
  }

  @Test func aPatternPassesOverWhatItCannotChange() throws {
    let made = try plan(
      "*.IS_*=boolean",
      [table("T", [column("IS_A", .number(precision: 1, scale: 0)), column("IS_B", .char(length: 1))])])
    #expect(made.columnSQL("t", "is_a") == "boolean" && made.columnSQL("t", "is_b") == "char(1)")
    #expect(made.findings.map(\.object) == ["column T.IS_A", "column T.IS_B"])
    #expect(made.rules == ["type-map.chosen", "type-map.passed-over"])
  }

  @Test(arguments: [
    ("NUMBER(10)=integer", OracleDataType.number(precision: 10, scale: 0), true),
    ("NUMBER(9)=integer", .number(precision: 9, scale: 0), false), ("DATE=date", .date, true),
    ("NUMBER=double precision", .number(precision: nil, scale: nil), true),
    ("NUMBER(15)=double precision", .number(precision: 15, scale: 0), false),
    ("VARCHAR2=text", .varchar2(length: 9), false), ("VARCHAR2=varchar(8)", .varchar2(length: 9), true),
    ("CHAR=text", .char(length: 2), true), ("TIMESTAMP=timestamp(3)", .timestamp(precision: 6), true),
    ("TIMESTAMP=timestamp(6)", .timestamp(precision: 6), false),
  ])
  func whatDoesNotHoldAllIsReported(types: String, oracle: OracleDataType, isReported: Bool) throws {
    let made = try plan(types, [table("T", [column("C", oracle)])])
    #expect(made.rules.contains("type-map.chosen") == isReported)
  }

  @Test func identitiesStayWhole() throws {
    var id = column("ID", .number(precision: 1, scale: 0), notNull: true)
    id.identity = IdentityDefinition(isAlways: false, sequenceName: "S")
    let made = try plan("NUMBER(1)=boolean", [table("T", [id])])
    #expect(made.columnSQL("t", "id")?.hasPrefix("smallint GENERATED") == true)
    #expect(made.rules == ["type-map.passed-over"])
  }

  @Test(arguments: [
    ("*", "ABC", true), ("A*", "ABC", true), ("*C", "ABC", true), ("A?C", "ABC", true),
    ("a*b*c", "AXBYC", true), ("A?", "ABC", false), ("*B", "ABC", false), ("\"A*\"", "ABC", false),
    ("\"a\"", "a", true),
    ("a", "a", false), ("**", "", true), ("?", "", false), ("*A*A*A*A*B", "AAAAAAAAAAAAAAAAAAAAAAAA", false),
  ])
  func patterns(pattern: String, name: String, fits: Bool) throws {
    #expect(try #require(NamePattern(pattern)).matches(name) == fits)
  }
}
