import Model
import Testing

@testable import Conversion

@Suite struct TableSelectionRuleTests {
  private func special(_ change: (inout Table) -> Void) throws -> MigrationPlan {
    var one = table("T", [column("ID")])
    change(&one)
    return try plan([one, table("OTHER", [column("ID")])])
  }

  @Test func externalTablesAreLeftOutByName() throws {
    let plan = try special { $0.kind = .external }
    #expect(plan.tables.map(\.mapping.sourceName) == ["OTHER"])
    #expect(plan.rules == ["table.external"])
  }

  @Test func temporaryTablesAreMadeButNotCopied() throws {
    let plan = try special { $0.kind = .temporary }
    #expect(plan.tables.first { $0.mapping.sourceName == "T" }?.copiesRows == false)
    #expect(plan.rules == ["table.temporary"])
  }

  @Test func indexOrganisedTablesArePlain() throws {
    #expect(try special { $0.kind = .indexOrganised }.findings.isEmpty)
  }

  @Test func partitionsAndReadOnlyAreReported() throws {
    let plan = try special {
      $0.isPartitioned = true
      $0.isReadOnly = true
    }
    #expect(plan.rules == ["table.partitioned", "table.read-only"])
  }

  @Test func largestTablesComeFirst() throws {
    var (small, large) = (table("A", [column("ID")]), table("B", [column("ID")]))
    (small.rowEstimate, large.rowEstimate) = (10, 1000)
    #expect(try plan([small, large, table("C", [column("ID")])]).tables.map(\.mapping.sourceName) == ["B", "A", "C"])
  }

  @Test func otherObjectsAreFindings() throws {
    let others = [
      OtherObject(kind: "VIEW", name: "V"), OtherObject(kind: "PACKAGE", name: "P"),
      OtherObject(kind: "PACKAGE BODY", name: "P"), OtherObject(kind: "SYNONYM", name: "S"),
    ]
    let plan = try SchemaConversion.plan(for: schema([table("T", [column("ID")])], others: others))
    #expect(plan.findings.map(\.object) == ["view V", "package P", "synonym S"])
    #expect(plan.findings.allSatisfy { $0.severity == .warning })
  }

  @Test func sequencesFollowTheChosenTables() throws {
    let sequences = ["USED", "UNUSED"].map { SequenceDefinition(name: $0, options: SequenceOptions()) }
    let whole = schema([table("T", [column("ID", default: "USED.NEXTVAL")])], sequences: sequences)
    let restricted = try SchemaConversion.plan(for: whole, options: ConversionOptions(tables: ["T"]))
    #expect(restricted.preparation.map(\.id) == ["schema:ot", "sequence:used"])
    let full = try SchemaConversion.plan(for: whole)
    #expect(full.preparation.map(\.id) == ["schema:ot", "sequence:used", "sequence:unused"])
  }
}
