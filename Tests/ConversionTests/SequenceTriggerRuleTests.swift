import Model
import OracleSQL
import Testing

@testable import Conversion

@Suite("Triggers that fill a column from a sequence") struct SequenceTriggerRuleTests {
  private func filling(_ text: String) throws -> SequenceFilling? {
    guard case .trigger(let definition) = try SQLParser.parseUnit(text).kind else { return nil }
    return SequenceFilling(definition)
  }

  @Test(arguments: [
    ("BEFORE INSERT ON t FOR EACH ROW BEGIN SELECT s.NEXTVAL INTO :new.id FROM dual; END;", false),
    ("BEFORE INSERT ON t FOR EACH ROW BEGIN :NEW.id := s.NEXTVAL; END;", false),
    ("BEFORE INSERT ON t FOR EACH ROW WHEN (new.id IS NULL) BEGIN :new.id := s.nextval; END;", true),
    ("BEFORE INSERT ON t FOR EACH ROW BEGIN IF :new.id IS NULL THEN :new.id := s.nextval; END IF; END;", true),
    (
      "BEFORE INSERT ON t FOR EACH ROW BEGIN IF :new.id IS NULL OR :new.id = 0 THEN SELECT s.nextval INTO :new.id "
        + "FROM dual; END IF; END;", true
    ),
    (
      "BEFORE INSERT OR UPDATE ON t FOR EACH ROW BEGIN IF INSERTING THEN :new.id := s.nextval; END IF; NULL; END;",
      false
    ),
    ("BEFORE INSERT ON t REFERENCING NEW AS n FOR EACH ROW BEGIN :n.id := s.nextval; END;", false),
    (
      "BEFORE INSERT ON t FOR EACH ROW DECLARE v NUMBER; BEGIN SELECT s.nextval INTO v FROM dual; :new.id := v; END;",
      false
    ),
  ])
  func everyFormIsKnown(text: String, isGuarded: Bool) throws {
    let filling = try #require(try filling("CREATE OR REPLACE TRIGGER tr " + text))
    #expect(filling.column == "ID" && filling.sequence == "S" && filling.isGuarded == isGuarded)
  }

  @Test(arguments: [
    "AFTER INSERT ON t FOR EACH ROW BEGIN :new.id := s.nextval; END;",
    "BEFORE UPDATE ON t FOR EACH ROW BEGIN :new.id := s.nextval; END;",
    "BEFORE INSERT OR UPDATE ON t FOR EACH ROW BEGIN :new.id := s.nextval; END;",
    "BEFORE INSERT ON t BEGIN NULL; END;",
    "BEFORE INSERT ON t FOR EACH ROW BEGIN NULL; END;",
    "BEFORE INSERT ON t FOR EACH ROW BEGIN :new.id := s.nextval; :new.made := SYSDATE; END;",
    "BEFORE INSERT ON t FOR EACH ROW BEGIN :new.id := s.nextval + 1; END;",
    "BEFORE INSERT ON t FOR EACH ROW BEGIN :new.id := s.nextval; INSERT INTO log VALUES (1); END;",
    "BEFORE INSERT ON t FOR EACH ROW BEGIN IF :new.kind = 1 THEN :new.id := s.nextval; END IF; END;",
    "BEFORE INSERT ON t FOR EACH ROW WHEN (new.other IS NULL) BEGIN :new.id := s.nextval; END;",
    "BEFORE INSERT ON t FOR EACH ROW BEGIN IF :new.id IS NULL THEN :new.id := s.nextval; ELSE :new.id := 1; END IF; END;",
    "BEFORE INSERT ON t FOR EACH ROW BEGIN :new.id := s.currval; END;",
    "BEFORE INSERT ON t FOR EACH ROW BEGIN :new.id := s.nextval; EXCEPTION WHEN OTHERS THEN NULL; END;",
    "BEFORE INSERT ON t FOR EACH ROW BEGIN fill(:new.id); END;",
  ])
  func whateverElseATriggerDoesKeepsIt(text: String) throws {
    #expect(try filling("CREATE TRIGGER tr " + text) == nil)
  }

  private func plan(_ trigger: String, isEnabled: Bool = true, columnDefault: String? = nil) throws -> MigrationPlan {
    let id = Column(
      name: "ID", type: .number(precision: 10, scale: 0), isNullable: false, defaultExpression: columnDefault)
    return try SchemaConversion.plan(
      for: Schema(
        owner: "OT", tables: [Table(owner: "OT", name: "T", columns: [id])],
        sequences: [SequenceDefinition(name: "S", options: SequenceOptions())],
        triggers: [
          Model.TriggerDefinition(name: "TR", table: "T", text: "CREATE TRIGGER tr " + trigger, isEnabled: isEnabled)
        ]))
  }

  private static let plain = "BEFORE INSERT ON t FOR EACH ROW BEGIN :new.id := s.nextval; END;"

  @Test func theColumnGetsADefault() throws {
    let plan = try plan(Self.plain)
    #expect(plan.tables[0].creation.sql.contains(#""id" bigint DEFAULT nextval('"ot"."s"') NOT NULL"#))
    #expect(plan.findings.map(\.rule) == ["trigger.default"])
  }

  @Test func aColumnOfTheUsersChoiceIsFilledToo() throws {
    var options = ConversionOptions()
    options.types = try TypeChoices("T.ID=double precision")
    let id = Column(name: "ID", type: .number(precision: 10, scale: 0), isNullable: false)
    let plan = try SchemaConversion.plan(
      for: Schema(
        owner: "OT", tables: [Table(owner: "OT", name: "T", columns: [id])],
        sequences: [SequenceDefinition(name: "S", options: SequenceOptions())],
        triggers: [Model.TriggerDefinition(name: "TR", table: "T", text: "CREATE TRIGGER tr " + Self.plain)]),
      options: options)
    #expect(plan.tables[0].creation.sql.contains(#""id" double precision DEFAULT nextval('"ot"."s"')"#))
  }

  @Test func aTriggerThatCannotBeCarriedIsNamed() throws {
    for plan in [
      try plan("BEFORE INSERT ON t FOR EACH ROW BEGIN :new.id := other.nextval; END;"),
      try plan("BEFORE INSERT ON t FOR EACH ROW BEGIN :new.id := ; END;"),
    ] {
      #expect(!plan.tables[0].creation.sql.contains("nextval"))
      #expect(!plan.completion.contains { $0.object.kind == .trigger })
      #expect(plan.findings.contains { $0.object == "trigger TR" && $0.rule == "trigger.not-converted" })
    }
  }

  @Test func whatNoDefaultCanDoStaysATrigger() throws {
    for plan in [try plan(Self.plain, isEnabled: false), try plan(Self.plain, columnDefault: "7")] {
      #expect(!plan.tables[0].creation.sql.contains("nextval"))
      #expect(plan.sql("function:tr")?.contains("NEW.\"id\" := nextval(") == true)
    }
    #expect(
      try plan(Self.plain, isEnabled: false).sql("trigger state:t.tr")?.hasSuffix("DISABLE TRIGGER \"tr\"") == true)
  }
}
