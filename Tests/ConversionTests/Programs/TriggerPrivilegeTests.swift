import Model
import Testing

@testable import Conversion

/// What triggers do with the rights of their owner, for columns of the user's choice, and for parts of a schema.
@Suite("Triggers: rights, choices, parts") struct TriggerPrivilegeTests {
  /// Oracle's triggers have the rights of their owner: whoever may write an order need not see the log.
  @Test func aTriggerHasItsOwnersRights() async throws {
    try await TriggerFixture.check([
      TriggerCase(
        title: "rights",
        triggers: [
          "AFTER INSERT ON orders FOR EACH ROW BEGIN INSERT INTO log (id, what, who) VALUES (log_seq.NEXTVAL, "
            + "SYS_CONTEXT('USERENV', 'CURRENT_USER') || SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA'), "
            + "SYS_CONTEXT('USERENV', 'SESSION_USER')); END;"
        ],
        steps: [
          .run("CREATE ROLE clerk"), .run("GRANT USAGE ON SCHEMA ot TO clerk"),
          .run("GRANT INSERT ON ot.orders TO clerk"), .run("CREATE SCHEMA trap"),
          .run(
            "CREATE FUNCTION trap.upper(name) RETURNS text LANGUAGE sql AS $$ SELECT 'caught' $$"),
          .run("CREATE SCHEMA own AUTHORIZATION clerk"), .run("SET search_path = trap"), .run("SET ROLE clerk"),
          .run("INSERT INTO ot.orders (id) VALUES (1)"),
          .fails("SELECT * FROM ot.log", state: "42501"), .run("CREATE TABLE own.mine (id int)"),
          // Those rights are for the owner's table, not for a trigger of somebody's own.
          .fails(
            "CREATE TRIGGER x AFTER INSERT ON own.mine FOR EACH ROW EXECUTE FUNCTION ot.tr1()", state: "42501"),
          .run("RESET ROLE"), .run("RESET search_path"),
          .rows("SELECT id, what, who = upper(session_user) FROM ot.log", ["1 | OTOT | t"]),
          .run("DROP OWNED BY clerk"), .run("DROP ROLE clerk"), .run("DROP SCHEMA trap CASCADE"),
        ]),
      TriggerCase(
        title: "what takes no rights gets none",
        triggers: ["BEFORE INSERT ON orders FOR EACH ROW BEGIN :new.note := 'x'; END;"],
        steps: [
          .rows("SELECT prosecdef, proconfig FROM pg_proc WHERE proname = 'tr1'", ["f | NULL"])
        ]),
    ])
  }

  @Test func chosenTypesAreFollowed() async throws {
    var entry = TriggerCase(
      title: "boolean and uuid",
      triggers: [
        "BEFORE INSERT OR UPDATE ON t FOR EACH ROW DECLARE f t.flag%TYPE; r t%ROWTYPE; BEGIN IF :new.flag = 1 AND :new.id IS "
          + "NULL THEN :new.id := 7; END IF; f := 1 - :new.flag; :new.other := f; :new.key := "
          + "'00112233445566778899aabbccddeeff'; IF UPDATING THEN SELECT * INTO r FROM t WHERE id = :old.id; UPDATE u SET "
          + "flag = r.flag, n = f WHERE n >= 0; INSERT INTO u (flag, n) SELECT other, flag + 10 FROM t; END IF; END;"
      ],
      steps: [
        .run("INSERT INTO ot.t (flag) VALUES (true)"),
        .rows("SELECT id, flag, other, key FROM ot.t", ["7 | t | f | 00112233-4455-6677-8899-aabbccddeeff"]),
        .run("INSERT INTO ot.u VALUES (NULL, 5)"), .run("UPDATE ot.t SET flag = false"),
        .rows("SELECT flag, n FROM ot.u ORDER BY n", ["t | 1", "f | 11"]),
      ])
    entry.options.types = try TypeChoices("NUMBER(1)=boolean, RAW(16)=uuid")
    let flag = OracleDataType.number(precision: 1, scale: 0)
    entry.tables = [
      table("T", [column("ID"), column("FLAG", flag), column("OTHER", flag), column("KEY", .raw(length: 16))]),
      table("U", [column("FLAG", flag), column("N")]),
    ]
    try await TriggerFixture.check([entry])
  }

  /// With a choice of tables only their triggers are made, and the sequences that these name.
  @Test func aPartOfASchemaTakesItsTriggersAlong() throws {
    var entry = TriggerCase(
      title: "",
      triggers: [
        "BEFORE INSERT OR UPDATE ON orders FOR EACH ROW BEGIN :new.id := order_seq.NEXTVAL; END;",
        "BEFORE INSERT ON limits FOR EACH ROW BEGIN :new.used := 1; END;",
      ], steps: [])
    entry.options.tables = ["ORDERS"]
    let plan = try SchemaConversion.plan(for: TriggerFixture.schema(entry), options: entry.options)
    #expect(plan.completion.filter { $0.object.kind == .trigger }.map(\.id) == ["trigger:orders.tr1"])
    #expect(plan.preparation.filter { $0.phase == .sequence }.map(\.id) == ["sequence:order_seq"])
    #expect(!plan.findings.contains { $0.object == "trigger TR2" })
  }
}
