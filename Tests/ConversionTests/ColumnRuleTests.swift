import Model
import Testing

@testable import Conversion

@Suite struct ColumnRuleTests {
  private func virtual(_ text: String, _ type: OracleDataType = .number(precision: 12, scale: 2)) throws
    -> MigrationPlan
  {
    var total = column("TOTAL", type, default: text)
    total.isVirtual = true
    return try plan([table("T", [column("QTY"), column("PRICE", .number(precision: 8, scale: 2)), total])])
  }

  @Test func virtualColumnIsGeneratedAndNotCopied() throws {
    let plan = try virtual("\"QTY\"*\"PRICE\"")
    #expect(
      plan.columnSQL("t", "total") == #"numeric(12,2) GENERATED ALWAYS AS ("qty"::numeric * "price") STORED"#)
    #expect(plan.tables[0].mapping.columns.map(\.targetName) == ["qty", "price"])
    #expect(plan.tables[0].mapping.generatedColumns.map(\.targetName) == ["total"])
    #expect(plan.findings.isEmpty)
  }

  @Test(arguments: ["\"QTY\"/3", "MY_FUNCTION(\"QTY\")", "\"TOTAL\"+1", "'x'"])
  func otherVirtualColumnsAreCopied(text: String) throws {
    let plan = try virtual(text)
    #expect(plan.columnSQL("t", "total") == "numeric(12,2)")
    #expect(plan.tables[0].mapping.columns.map(\.targetName) == ["qty", "price", "total"])
    #expect(plan.findings.map(\.object) == ["virtual column T.TOTAL"])
  }

  @Test func invisibleColumnsAreCopiedAndReported() throws {
    var hidden = column("SECRET")
    hidden.isInvisible = true
    let plan = try plan([table("T", [column("ID"), hidden])])
    #expect(plan.tables[0].mapping.columns.map(\.targetName) == ["id", "secret"])
    #expect(plan.rules == ["column.invisible"])
  }

  @Test(arguments: [
    (OracleDataType.number(precision: nil, scale: nil), "bigint"), (.number(precision: 38, scale: 0), "bigint"),
    (.number(precision: 4, scale: 0), "smallint"), (.number(precision: 9, scale: 0), "integer"),
  ])
  func identity(type: OracleDataType, sql: String) throws {
    var id = column("ID", type, notNull: true)
    id.identity = IdentityDefinition(
      isAlways: true, sequenceName: "ISEQ$$_1", options: SequenceOptions(increment: "2", lastNumber: "101"))
    let plan = try plan([table("T", [id], key: ["ID"])])
    let definition = try #require(plan.columnSQL("t", "id"))
    #expect(
      definition.hasPrefix(sql + #" GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME "ot"."t_id_seq" INCREMENT BY 2 "#))
    #expect(definition.hasSuffix("START WITH 101 CACHE 20 NO CYCLE) NOT NULL"))
    #expect(plan.sql("sequence value:t.id") == #"SELECT setval('"ot"."t_id_seq"'::regclass, 101, false)"#)
    #expect(plan.findings.isEmpty)
  }

  @Test func identityWithDecimalsIsPlain() throws {
    var id = column("ID", .number(precision: 8, scale: 2), notNull: true)
    id.identity = IdentityDefinition(isAlways: false, sequenceName: "ISEQ$$_1")
    let plan = try plan([table("T", [id])])
    #expect(plan.columnSQL("t", "id") == "numeric(8,2) NOT NULL")
    #expect(plan.rules == ["identity.not-converted"])
    #expect(plan.sql("sequence value:t.id") == nil)
  }

  @Test func comments() throws {
    var noted = column("ID")
    noted.comment = "it's\nthe 'key' \\ \u{1F600}"
    var one = table("T", [noted])
    one.comment = "all"
    let plan = try plan([one])
    #expect(plan.sql("table comment:t") == #"COMMENT ON TABLE "ot"."t" IS 'all'"#)
    #expect(
      plan.sql("column comment:t.id")
        == "COMMENT ON COLUMN \"ot\".\"t\".\"id\" IS E'it''s\nthe ''key'' \\\\ \u{1F600}'")
  }
}
