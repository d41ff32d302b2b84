import Model
import Testing

@testable import Conversion

@Suite struct IndexRuleTests {
  private func plan(_ index: TableIndex, version: Int = 15) throws -> MigrationPlan {
    let columns = [column("A"), column("N", .varchar2(length: 10)), column("ID", notNull: true)]
    return try SchemaConversion.plan(
      for: schema([table("T", columns, indexes: [index])]), options: ConversionOptions(postgresMajorVersion: version))
  }

  private func part(_ name: String, descending: Bool = false) -> TableIndex.Part {
    TableIndex.Part(key: .column(name), isDescending: descending)
  }

  @Test func plainAndDescending() throws {
    let plan = try plan(TableIndex(name: "IX", parts: [part("A", descending: true), part("N")]))
    #expect(plan.sql("index:t.ix") == #"CREATE INDEX "ix" ON "ot"."t" ("a" DESC, "n")"#)
    #expect(plan.findings.isEmpty)
  }

  @Test func expression() throws {
    let plan = try plan(TableIndex(name: "IX", parts: [.init(key: .expression("UPPER(\"N\")"))]))
    #expect(plan.sql("index:t.ix") == #"CREATE INDEX "ix" ON "ot"."t" ((upper("n")))"#)
  }

  @Test func uniqueOverOneColumn() throws {
    let plan = try plan(TableIndex(name: "IX", isUnique: true, parts: [part("A")]))
    #expect(plan.sql("index:t.ix") == #"CREATE UNIQUE INDEX "ix" ON "ot"."t" ("a")"#)
  }

  @Test func uniqueWithNullableParts() throws {
    let index = TableIndex(name: "IX", isUnique: true, parts: [part("A"), part("ID")])
    let sql = try plan(index).sql("index:t.ix")
    #expect(sql?.hasSuffix(#"("a", "id") NULLS NOT DISTINCT WHERE "a" IS NOT NULL OR "id" IS NOT NULL"#) == true)
    #expect(try plan(index, version: 14).rules == ["index.null-parts"])
  }

  @Test(arguments: [TableIndex.Kind.bitmap, .reverse])
  func otherStoragesBecomeBTrees(kind: TableIndex.Kind) throws {
    let plan = try plan(TableIndex(name: "IX", kind: kind, parts: [part("A")]))
    #expect(plan.sql("index:t.ix") != nil)
    #expect(plan.findings.map(\.severity) == [.info])
  }

  @Test(arguments: [
    TableIndex(name: "IX", kind: .other("DOMAIN"), parts: [.init(key: .column("A"))]),
    TableIndex(name: "IX", parts: [.init(key: .expression("MY_FUNCTION(\"N\")"))]),
    TableIndex(name: "IX", parts: [.init(key: .column("GONE"))]), TableIndex(name: "IX", parts: []),
  ])
  func othersAreNamed(index: TableIndex) throws {
    let plan = try plan(index)
    #expect(plan.sql("index:t.ix") == nil)
    #expect(plan.rules == ["index.not-converted"])
  }
}
