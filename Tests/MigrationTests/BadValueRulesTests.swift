import Conversion
import Model
import Testing

@testable import Migration
@testable import Transfer

struct BadValueRulesTests {
  private let mapping = TableMapping(
    sourceOwner: "HR", sourceName: "NOTES", target: QualifiedName(schema: "hr", name: "notes"),
    columns: ["ID", "TEXT", "mixed"].map {
      ColumnMapping(
        sourceName: $0, oracleType: .varchar2(length: 10), targetName: $0.lowercased(),
        postgresType: .varchar(length: 10), isNullable: true)
    })

  @Test func theLastEntryThatFitsWins() throws {
    var rules = BadValueRules()
    rules.entries = [
      try .init("*.TEXT", policy: "strip", origin: nil), try .init("hr.notes.\"mixed\"", policy: "Abort", origin: nil),
      try .init("OE.*.*", policy: "abort", origin: nil), try .init("NOTES.T*", policy: "replace", origin: nil),
    ]
    let handling = rules.handling(of: mapping, RejectBudget(limit: nil))
    #expect(handling.usual == .reject)
    #expect(handling.byColumn == ["TEXT": .replace, "mixed": .abort])
  }

  @Test(arguments: [("NOTE", "strip"), ("A.B.C.D", "strip"), ("A.", "strip"), ("A.B", "forgive"), ("A.B", "")])
  func errorsNamePlaceAndRemedy(_ columns: String, _ policy: String) {
    let error = #expect(throws: OptionError.self) {
      try BadValueRules.Entry(columns, policy: policy, origin: "config.ini:7")
    }
    #expect(error?.description.contains("config.ini:7") == true)
  }
}
