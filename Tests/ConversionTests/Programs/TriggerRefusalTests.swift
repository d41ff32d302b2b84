import Model
import Testing

@testable import Conversion

@Suite("Triggers that are refused") struct TriggerRefusalTests {
  /// Each is left out with a finding that names the construct.
  @Test(arguments: [
    ("BEFORE INSERT ON orders FOR EACH ROW BEGIN EXECUTE IMMEDIATE 'x'; END;", "dynamic SQL"),
    (
      "AFTER INSERT ON orders FOR EACH ROW DECLARE PRAGMA AUTONOMOUS_TRANSACTION; BEGIN NULL; END;",
      "autonomous transaction"
    ),
    ("AFTER INSERT ON orders FOR EACH ROW BEGIN COMMIT; END;", "COMMIT"),
    ("AFTER INSERT ON orders FOR EACH ROW BEGIN pkg.notify(:new.id); END;", "PKG.NOTIFY"),
    ("AFTER INSERT ON orders FOR EACH ROW BEGIN notify; END;", "NOTIFY"),
    ("AFTER INSERT ON orders FOR EACH ROW BEGIN :new.id := 1; END;", "can't be assigned"),
    ("BEFORE UPDATE ON orders FOR EACH ROW BEGIN :old.id := 1; END;", "can't be assigned"),
    ("BEFORE INSERT ON orders FOR EACH ROW BEGIN :new.total := :new.worth; END;", "computes WORTH"),
    ("BEFORE INSERT ON orders FOR EACH ROW BEGIN :new.nothing := 1; END;", "NOTHING"),
    ("BEFORE UPDATE ON orders FOR EACH ROW BEGIN IF UPDATING('TOTAL') THEN NULL; ELSE NULL; END IF; END;", "UPDATING"),
    ("BEFORE INSERT ON orders FOR EACH ROW BEGIN :new.created := '01.02.2020'; END;", "NLS"),
    ("BEFORE INSERT ON orders FOR EACH ROW BEGIN :new.note := SYSDATE; END;", "NLS"),
    (
      "BEFORE INSERT ON orders FOR EACH ROW DECLARE TYPE t IS TABLE OF NUMBER; BEGIN NULL; END;",
      "declaration of a type"
    ),
    (
      "BEFORE INSERT ON orders FOR EACH ROW DECLARE v SIMPLE_INTEGER := 1; BEGIN NULL; END;", "SIMPLE_INTEGER"
    ),
    ("BEFORE INSERT ON orders FOR EACH ROW BEGIN GOTO done; <<done>> NULL; END;", "GOTO"),
    (
      "BEFORE INSERT ON orders FOR EACH ROW BEGIN :new.id := order_seq.NEXTVAL + order_seq.NEXTVAL; END;",
      "stands twice"
    ),
    (
      "AFTER INSERT ON orders FOR EACH ROW BEGIN INSERT INTO log (what) VALUES ('a'); INSERT INTO log (what) VALUES ('b'); "
        + "EXCEPTION WHEN OTHERS THEN NULL; END;", "takes them back"
    ),
    (
      "AFTER INSERT ON orders FOR EACH ROW BEGIN FOR i IN 1 .. 3 LOOP UPDATE log SET amount = 1 / (i - 2); END LOOP; "
        + "EXCEPTION WHEN ZERO_DIVIDE THEN NULL; END;", "takes them back"
    ),
    (
      "AFTER INSERT ON orders FOR EACH ROW BEGIN NULL; EXCEPTION WHEN INVALID_NUMBER THEN NULL; END;", "INVALID_NUMBER"
    ),
    ("AFTER INSERT ON orders FOR EACH ROW BEGIN RAISE_APPLICATION_ERROR(-1, 'x'); END;", "RAISE_APPLICATION_ERROR"),
    ("AFTER INSERT ON orders FOR EACH ROW BEGIN INSERT INTO order_v (id) VALUES (1); END;", "ORDER_V is no table"),
    ("AFTER INSERT ON orders FOR EACH ROW BEGIN INSERT INTO nowhere VALUES (1); END;", "NOWHERE"),
    (
      "FOR INSERT ON orders COMPOUND TRIGGER n NUMBER := 0; AFTER EACH ROW IS BEGIN n := n + 1; END AFTER EACH ROW; END;",
      "share variables"
    ),
    ("AFTER LOGON ON DATABASE BEGIN NULL; END;", "other than a table"),
    ("BEFORE INSERT ON elsewhere FOR EACH ROW BEGIN NULL; END;", "ELSEWHERE"),
    ("BEFORE INSERT ON orders FOR EACH ROW BEGIN :new.id := ; END;", "not understood"),
    ("BEFORE INSERT ON orders FOR EACH ROW DECLARE v log%ROWTYPE; BEGIN v := NULL; END;", "V"),
  ])
  func whatHasNoCounterpartIsNamed(trigger: String, words: String) {
    let reason = TriggerFixture.refusal(trigger)
    #expect(reason?.contains(words) == true, "\(trigger): \(reason ?? "converted")")
  }

  /// PostgreSQL looks for a row's partition before triggers, Oracle behind them: such a table stays in one piece.
  @Test func aTriggerThatSetsThePartitionKeyKeepsTheTableWhole() {
    var days = table("DAYS", [column("ID"), column("DAY", .date)])
    days.partitioning = TablePartitioning(
      method: .range, columns: ["DAY"],
      partitions: [
        TablePartition(name: "OLD", bound: "TO_DATE('2020-01-01', 'YYYY-MM-DD')"),
        TablePartition(name: "REST", bound: "MAXVALUE"),
      ])
    for (key, isPartitioned) in [("day", false), ("id", true)] {
      let value = key == "day" ? "SYSDATE" : "1"
      let entry = TriggerCase(
        title: "", triggers: ["BEFORE INSERT ON days FOR EACH ROW BEGIN :new.\(key) := \(value); END;"],
        tables: [days], steps: [])
      let plan = TriggerFixture.plan(entry)
      #expect(plan.tables[0].creation.sql.contains("PARTITION BY") == isPartitioned)
      #expect(plan.rules.contains("table.partitioned") != isPartitioned)
      #expect(plan.completion.contains { $0.object.kind == .trigger })
    }
  }

  @Test func theLineIsNamed() {
    let reason = TriggerFixture.refusal(
      "BEFORE INSERT ON orders\nFOR EACH ROW\nBEGIN\n  NULL;\n  IF 1 = 1 THEN\n    send_mail('x');\n  END IF;\nEND;")
    #expect(reason?.hasPrefix("line 6 of its text: the procedure SEND_MAIL") == true)
  }

  /// Depth is limited, and deep text is refused, never trapped on.
  @Test func depthIsLimited() {
    let deep = String(repeating: "IF 1 = 1 THEN ", count: 150) + "NULL; " + String(repeating: "END IF; ", count: 150)
    let reason = TriggerFixture.refusal("BEFORE INSERT ON orders FOR EACH ROW BEGIN \(deep) END;")
    #expect(reason?.contains("nested too deeply") == true)
  }

  @Test func aDisabledTriggerOnAViewIsLeftOut() {
    var entry = TriggerCase(
      title: "", triggers: ["INSTEAD OF DELETE ON order_v BEGIN NULL; END;"], steps: [])
    entry.isEnabled = false
    #expect(TriggerFixture.plan(entry).rules.contains("trigger.not-converted"))
  }

  @Test(arguments: ["BEFORE", "AFTER"]) func materialisedViewsHaveNone(timing: String) throws {
    var schema = TriggerFixture.schema(
      TriggerCase(
        title: "", triggers: ["\(timing) INSERT ON totals FOR EACH ROW BEGIN NULL; END;"], steps: []))
    schema.views.append(
      ViewDefinition(name: "TOTALS", query: "SELECT id FROM orders", materialization: .init()))
    let plan = SchemaConversion.plans(for: [schema], options: ConversionOptions())[0]
    let finding = try #require(plan.findings.first { $0.object == "trigger TR1" })
    #expect(finding.rule == "trigger.not-converted" && finding.reason.contains("TOTALS is a materialized view"))
    #expect(!plan.completion.contains { $0.phase == .trigger })
  }
}
