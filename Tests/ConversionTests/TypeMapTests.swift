import Model
import Testing

@testable import Conversion

@Suite struct TypeMapTests {
  @Test(arguments: [
    (OracleDataType.number(precision: nil, scale: nil), "numeric"),
    (.number(precision: nil, scale: 0), "numeric"),
    (.number(precision: 1, scale: 0), "smallint"),
    (.number(precision: 4, scale: 0), "smallint"),
    (.number(precision: 5, scale: 0), "integer"),
    (.number(precision: 9, scale: 0), "integer"),
    (.number(precision: 10, scale: 0), "bigint"),
    (.number(precision: 18, scale: 0), "bigint"),
    (.number(precision: 19, scale: 0), "numeric(19)"),
    (.number(precision: 38, scale: 0), "numeric(38)"),
    (.number(precision: 8, scale: 2), "numeric(8,2)"),
    (.number(precision: 5, scale: -2), "numeric(5,-2)"),
    (.number(precision: 2, scale: 5), "numeric(2,5)"),
    (.number(precision: 38, scale: 127), "numeric(38,127)"),
    (.float(binaryPrecision: 126), "numeric"),
    (.float(binaryPrecision: 1), "numeric"),
    (.varchar2(length: 255), "varchar(255)"),
    (.varchar2(length: 32767), "varchar(32767)"),
    (.nvarchar2(length: 20), "varchar(20)"),
    (.char(length: 3), "char(3)"),
    (.nchar(length: 3), "char(3)"),
    (.date, "timestamp(0)"),
    (.timestamp(precision: 0), "timestamp(0)"),
    (.timestamp(precision: 3), "timestamp(3)"),
    (.timestamp(precision: 9), "timestamp(6)"),
    (.timestampWithTimeZone(precision: 6), "timestamptz(6)"),
    (.timestampWithLocalTimeZone(precision: 9), "timestamptz(6)"),
    (.raw(length: 16), "bytea"),
    (.binaryFloat, "real"),
    (.binaryDouble, "double precision"),
    (.clob, "text"),
    (.nclob, "text"),
    (.blob, "bytea"),
  ])
  func mapsExactly(oracle: OracleDataType, sql: String) {
    #expect(TypeMap().postgresType(for: oracle)?.sql == sql)
  }

  @Test(arguments: [(5, -2), (2, 5)])
  func unusualScalesAreUnboundedBeforeVersion15(precision: Int, scale: Int) {
    let type = TypeMap(postgresMajorVersion: 14).postgresType(for: .number(precision: precision, scale: scale))
    #expect(type == .unboundedNumeric)
  }

  @Test(arguments: ["XMLTYPE", "LONG", "INTERVAL DAY(2) TO SECOND(6)", "BFILE", "ROWID", "SDO_GEOMETRY"])
  func othersAreNotMapped(name: String) {
    #expect(TypeMap().postgresType(for: .unsupported(name)) == nil)
  }

  @Test func unsupportedColumnBlocks() throws {
    let plan = try plan([table("DOCS", [column("ID"), column("BODY", .unsupported("XMLTYPE"))])])
    let finding = try #require(plan.blockingFindings.first)
    #expect(finding.object == "column DOCS.BODY")
    #expect(finding.reason.contains("XMLTYPE"))
    #expect(finding.remedy.contains("--tables"))
  }

  @Test func lossesOfTimestampsAreReported() throws {
    let plan = try plan([
      table(
        "T",
        [column("A", .timestamp(precision: 9)), column("B", .timestampWithTimeZone(precision: 6)), column("C", .date)])
    ])
    #expect(plan.rules == ["type.fraction", "type.time-zone"])
  }
}
