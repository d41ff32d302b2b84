import Model
import Testing

@testable import Conversion

/// FOLLOWS holds on PostgreSQL, which fires triggers by their names.
@Suite("The order of triggers") struct TriggerOrderTests {
  private static func mark(_ clause: String, _ letter: String) -> String {
    "BEFORE INSERT ON orders FOR EACH ROW \(clause) BEGIN :new.note := :new.note || '\(letter)'; END;"
  }

  private static let steps: [TriggerCase.Step] = [.run("INSERT INTO ot.orders (id) VALUES (1)")]

  @Test func followsAgainstTheNames() async throws {
    try await TriggerFixture.check([
      TriggerCase(
        title: "the second fires first", triggers: [Self.mark("FOLLOWS tr2", "b"), Self.mark("", "a")],
        steps: Self.steps + [.rows("SELECT note FROM ot.orders", ["ab"])]),
      TriggerCase(
        title: "a chain against the names",
        triggers: [Self.mark("FOLLOWS tr2", "c"), Self.mark("FOLLOWS \"TR3\"", "b"), Self.mark("", "a")],
        steps: Self.steps + [.rows("SELECT note FROM ot.orders", ["abc"])]),
      TriggerCase(
        title: "the names agree", triggers: [Self.mark("", "a"), Self.mark("FOLLOWS ot.tr1", "b")],
        steps: Self.steps + [.rows("SELECT note FROM ot.orders", ["ab"])]),
    ])
  }

  @Test func namesAreReadAsOracleDoes() throws {
    let text = """
      CREATE TRIGGER t BEFORE INSERT ON orders FOLLOWS "a.b", /* c, d */ ot . "e,f", x -- g, h
      BEGIN NULL; END;
      """
    guard case .trigger(let definition) = try ProgramRefusal.parsed(text).kind else {
      Issue.record("no trigger")
      return
    }
    let names = definition.clauses.flatMap { TriggerOrder.names(in: $0, of: text) }
    #expect(names.map(\.name) == ["a.b", "e,f", "X"])
    #expect(names.map(\.owner) == [nil, "OT", nil])
  }

  /// A trigger of another owner is not one of this owner that has the same name.
  @Test(arguments: ["FOLLOWS", "PRECEDES"]) func anotherOwnersTriggerIsNamed(word: String) throws {
    let plan = TriggerFixture.plan(
      TriggerCase(title: "", triggers: [Self.mark("\(word) other.tr2", "b"), Self.mark("", "a")], steps: []))
    let remarks = plan.findings.filter { $0.rule == "trigger.converted" && $0.object == "trigger TR1" }.map(\.reason)
    #expect(remarks.contains { $0.contains("\(word) OTHER.TR2") }, "\(plan.findings)")
    #expect(!plan.findings.contains { $0.rule == "name.changed" })
  }

  /// Of a trigger of many `IF UPDATING('C')` each becomes one of its own: the tenth must not fire behind the first.
  @Test func manyPartsKeepTheirOrder() async throws {
    let parts = (1...11).map { "IF UPDATING('TOTAL') THEN :new.note := :new.note || '\($0),'; END IF;" }
    try await TriggerFixture.check([
      TriggerCase(
        title: "eleven parts",
        triggers: ["BEFORE UPDATE ON orders FOR EACH ROW BEGIN \(parts.joined(separator: " ")) END;"],
        steps: Self.steps + [
          .run("UPDATE ot.orders SET total = 1"),
          .rows("SELECT note FROM ot.orders", ["1,2,3,4,5,6,7,8,9,10,11,"]),
        ])
    ])
  }

  @Test func namesThatAgreeStay() throws {
    #expect(try TriggerOrder.name("b", behind: ["a"], isOne: true) == "b")
    #expect(try TriggerOrder.name("a", behind: ["b", "c"], isOne: true) == "c_a")
    #expect(throws: ConversionRefusal.self) { try TriggerOrder.name("a", behind: ["b"], isOne: false) }
    #expect(throws: ConversionRefusal.self) {
      try TriggerOrder.name("a", behind: [String(repeating: "b", count: 62)], isOne: true)
    }
  }
}
