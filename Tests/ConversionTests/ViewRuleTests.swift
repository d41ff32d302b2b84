import Model
import Testing

@testable import Conversion

@Suite("Views of schemas") struct ViewRuleTests {
  private static let table = Table(
    owner: "OT", name: "T",
    columns: [
      Column(name: "A", type: .number(precision: 9, scale: 0), isNullable: false),
      Column(name: "B", type: .varchar2(length: 10)),
    ])

  private func plans(_ views: [ViewDefinition], synonyms: [SynonymDefinition] = []) -> [MigrationPlan] {
    SchemaConversion.plans(
      for: [
        Schema(owner: "OT", tables: [Self.table], views: views, synonyms: synonyms),
        Schema(owner: "HR", views: [ViewDefinition(name: "FAR", query: "SELECT x.a FROM ot.first_v x")]),
      ],
      options: ConversionOptions(targetSchema: "public"))
  }

  private func made(_ plan: MigrationPlan) -> [String] {
    plan.completion.filter { $0.phase == .view }.map(\.object.name)
  }

  /// Views come behind those that they name, over all schemas, and by synonyms, too.
  @Test func eachViewFindsWhatItNames() {
    let plans = plans(
      [
        ViewDefinition(name: "A_LAST", query: "SELECT n FROM z_second"),
        ViewDefinition(name: "FIRST_V", query: "SELECT a, b FROM other_name"),
        ViewDefinition(
          name: "Z_SECOND", columns: ["N"], query: "SELECT a + 1 FROM first_v", comment: "It's",
          columnComments: ["N": "c"]),
      ],
      synonyms: [SynonymDefinition(name: "OTHER_NAME", targetOwner: "OT", targetName: "T")])
    #expect(made(plans[0]) == ["first_v", "z_second", "a_last"] && made(plans[1]) == ["far"])
    #expect(
      plans[0].completion.filter { $0.phase == .comment }.map(\.sql) == [
        #"COMMENT ON VIEW "public"."z_second" IS 'It''s'"#, #"COMMENT ON COLUMN "public"."z_second"."n" IS 'c'"#,
      ])
  }

  @Test func whatIsNotConvertedIsNamed() {
    let plans = plans([
      ViewDefinition(name: "FIRST_V", query: "SELECT ORA_HASH(a) a FROM t"),
      ViewDefinition(name: "ODD", query: "SELECT FROM t"),
      ViewDefinition(name: "TURNED", query: "SELECT * FROM t PIVOT (COUNT(*) FOR b IN ('x'))"),
      ViewDefinition(name: "ROUND_A", query: "SELECT a FROM round_b"),
      ViewDefinition(name: "ROUND_B", query: "SELECT a FROM round_a"),
    ])
    #expect(made(plans[0]).isEmpty && made(plans[1]).isEmpty)
    let named = plans.flatMap(\.findings).filter { $0.rule == "view.not-converted" }.map(\.object)
    #expect(Set(named) == ["view FIRST_V", "view ODD", "view TURNED", "view ROUND_A", "view ROUND_B", "view FAR"])
  }
}
