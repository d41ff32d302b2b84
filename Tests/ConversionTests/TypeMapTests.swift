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
    (.intervalYearToMonth(yearPrecision: 9), "interval year to month"),
    (.intervalDayToSecond(dayPrecision: 2, precision: 3), "interval day to second(3)"),
    (.intervalDayToSecond(dayPrecision: 9, precision: 9), "interval day to second(6)"),
    (.raw(length: 16), "bytea"),
    (.binaryFloat, "real"),
    (.binaryDouble, "double precision"),
    (.clob, "text"),
    (.nclob, "text"),
    (.blob, "bytea"),
    (.long, "text"),
    (.longRaw, "bytea"),
    (.boolean, "boolean"),
    (.rowid, "text"),
    (.urowid(length: 4000), "text"),
    (.json, "json"),
    (.xml, "xml"),
    (.vector(dimensions: 3, format: .float32), "real[]"),
    (.vector(dimensions: nil, format: .float64), "double precision[]"),
    (.vector(dimensions: nil, format: nil), "double precision[]"),
    (.vector(dimensions: 3, format: .int8), "smallint[]"),
  ])
  func mapsExactly(oracle: OracleDataType, sql: String) {
    #expect(TypeMap().postgresType(for: oracle)?.sql == sql)
  }

  @Test(arguments: [(5, -2), (2, 5)])
  func unusualScalesAreUnboundedBeforeVersion15(precision: Int, scale: Int) {
    let type = TypeMap(postgresMajorVersion: 14).postgresType(for: .number(precision: precision, scale: scale))
    #expect(type == .unboundedNumeric)
  }

  @Test(arguments: ["BFILE", "VECTOR", "SDO_GEOMETRY"])
  func othersAreNotMapped(name: String) {
    #expect(TypeMap().postgresType(for: .unsupported(name)) == nil)
  }

  @Test func unsupportedColumnBlocks() throws {
    let plan = try plan(
      [table("DOCS", [column("ID"), column("BODY", .unsupported("SDO_GEOMETRY"))])],
      options: ConversionOptions(hasPostGIS: false))
    let finding = try #require(plan.blockingFindings.first)
    #expect(finding.object == "column DOCS.BODY")
    #expect(finding.reason.contains("SDO_GEOMETRY"))
    #expect(finding.remedy.contains("--tables"))
  }

  /// The column goes, the table with its keys and other indexes stays.
  @Test func anUncarriedColumnLeavesTheRest() throws {
    let docs =
      table(
        "DOCS", [column("ID", notNull: true), column("BODY", .unsupported("SDO_GEOMETRY"))], key: ["ID"],
        indexes: [
          TableIndex(name: "DOCS_IX", parts: [.init(key: .column("ID")), .init(key: .column("BODY"))]),
          TableIndex(name: "DOCS_SX", kind: .other("SPATIAL_INDEX_V2"), parts: [.init(key: .column("BODY"))]),
          TableIndex(name: "DOCS_ID", parts: [.init(key: .column("ID"), isDescending: true)]),
        ])
    let plan = try plan([docs], options: ConversionOptions(hasPostGIS: false))
    #expect(plan.sql("primary key:docs.docs_pk") != nil && plan.sql("index:docs.docs_id") != nil)
    #expect(
      plan.findings.map(\.object).sorted() == ["column DOCS.BODY", "index DOCS.DOCS_IX", "index DOCS.DOCS_SX"])
  }

  @Test func geometryNeedsPostGIS() throws {
    let tables = [
      table(
        "DOCS", [column("ID"), column("BODY", .unsupported("SDO_GEOMETRY"))],
        indexes: [
          TableIndex(name: "DOCS_SX", kind: .other("SPATIAL_INDEX"), parts: [.init(key: .column("BODY"))]),
          TableIndex(name: "DOCS_TX", kind: .other("CONTEXT"), parts: [.init(key: .column("BODY"))]),
        ])
    ]
    let plan = try plan(tables, options: ConversionOptions())
    #expect(plan.columnSQL("docs", "body") == "geometry")
    #expect(plan.sql("index:docs.docs_sx") == #"CREATE INDEX "docs_sx" ON "ot"."docs" USING gist ("body")"#)
    #expect(plan.rules == ["type.geometry", "index.kind", "index.not-converted"])
  }

  @Test func aVectorsDimensionsAreChecked() throws {
    let plan = try plan([
      table(
        "POINTS",
        [
          column("A", .vector(dimensions: 3, format: .float32)), column("B", .vector(dimensions: nil, format: nil)),
          column("C", .json),
        ])
    ])
    let sql = try #require(plan.tables.first?.creation.sql)
    #expect(sql.contains("\"a\" real[] CHECK (cardinality(\"a\") = 3)"), "\(sql)")
    #expect(sql.contains("\"b\" double precision[],"), "\(sql)")
    #expect(plan.rules == ["type.vector", "type.vector", "type.json"])
    #expect(plan.findings.map(\.severity) == [.info, .info, .warning])
  }

  @Test func lossesOfTimestampsAreReported() throws {
    let plan = try plan([
      table(
        "T",
        [
          column("A", .timestamp(precision: 9)), column("B", .timestampWithTimeZone(precision: 6)), column("C", .date),
          column("D", .intervalDayToSecond(dayPrecision: 2, precision: 7)),
          column("E", .intervalDayToSecond(dayPrecision: 2, precision: 6)),
        ])
    ])
    #expect(plan.rules == ["type.fraction", "type.time-zone", "type.fraction", "type.wider"])
  }
}
