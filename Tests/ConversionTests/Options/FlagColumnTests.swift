import Model
import PostgresClient
import Testing

@testable import Conversion

/// NUMBER(1) as boolean, and RAW(16) as uuid: defaults, checks, generated columns and foreign keys, run on PostgreSQL.
@Suite("Flags as boolean, keys as uuid") struct FlagColumnTests {
  private static let flag = OracleDataType.number(precision: 1, scale: 0)

  private static func plan(_ tables: [Table], _ types: String) throws -> MigrationPlan {
    var options = ConversionOptions()
    options.types = try TypeChoices(types)
    return try SchemaConversion.plan(for: schema(tables), options: options)
  }

  private static func run(_ plan: MigrationPlan, _ body: (PostgresSession) async throws -> Void) async throws {
    try await QueryHarness.with(
      (plan.preparation + plan.tables.flatMap(\.statements) + plan.completion).map(\.sql)
    ) { try await body($0.session) }
  }

  @Test func defaultsAndChecksFollow() async throws {
    var both = column("BOTH_SET", Self.flag, default: "CASE WHEN \"A\"=1 AND \"B\"=1 THEN 1 ELSE 0 END")
    both.isVirtual = true
    let made = try Self.plan(
      [
        table(
          "T",
          [
            column("ID", notNull: true), column("A", Self.flag, notNull: true, default: "1"),
            column("B", Self.flag, default: "'0'"), column("C", Self.flag, default: "MOD(7, 2)"),
            column("D", Self.flag, default: "NULL"), both,
          ],
          checks: [
            CheckConstraint(name: "A_CK", condition: "A IN (0, 1)"),
            CheckConstraint(name: "B_CK", condition: "B = 0 OR B = 1"),
            CheckConstraint(name: "C_CK", condition: "C BETWEEN 0 AND 1 AND C IS NOT NULL"),
            CheckConstraint(name: "D_CK", condition: "NOT (D = 1)"),
            CheckConstraint(name: "AB_CK", condition: "A + B <= 1"),
          ])
      ], "NUMBER(1)=boolean")
    #expect(
      made.findings.filter { $0.rule == "check.absorbed" }.map(\.object) == [
        "check constraint T.A_CK", "check constraint T.B_CK",
      ])
    #expect(made.columnSQL("t", "a") == "boolean DEFAULT true NOT NULL")
    #expect(made.columnSQL("t", "b") == "boolean DEFAULT false")
    #expect(made.columnSQL("t", "d") == "boolean")
    #expect(made.tables[0].mapping.generatedColumns.map(\.postgresType) == [.boolean])
    try await Self.run(made) { session in
      _ = try await session.execute("INSERT INTO ot.t (id) VALUES (1)")
      let row = try await session.execute("SELECT a, b, c, d, both_set FROM ot.t")
      #expect(row.rows == [["t", "f", "t", nil, "f"]])
      for refused in ["(id, c) VALUES (2, NULL)", "(id, d) VALUES (2, true)", "(id, b) VALUES (2, true)"] {
        await #expect(throws: PostgresError.self) { _ = try await session.execute("INSERT INTO ot.t " + refused) }
      }
      _ = try await session.execute("INSERT INTO ot.t (id, a, b, d) VALUES (3, false, true, false)")
    }
  }

  /// What Oracle's NUMBER(1) takes and a boolean can't is an error, never another value.
  @Test func otherNumbersAreRefused() async throws {
    let made = try Self.plan([table("T", [column("A", Self.flag, default: "1 + 1")])], "NUMBER(1)=boolean")
    try await Self.run(made) { session in
      await #expect(throws: PostgresError.self) { _ = try await session.execute("INSERT INTO ot.t DEFAULT VALUES") }
    }
    let literal = try Self.plan([table("T", [column("A", Self.flag, default: "2")])], "NUMBER(1)=boolean")
    #expect(literal.rules.contains("default.not-converted"))
    #expect(literal.columnSQL("t", "a") == "boolean")
  }

  @Test func keysOfBytesBecomeUUIDsOnBothEnds() async throws {
    let code = OracleDataType.raw(length: 16)
    let made = try Self.plan(
      [
        table("A", [column("ID", code, notNull: true, default: "SYS_GUID()")], key: ["ID"]),
        table(
          "B",
          [
            column("A_ID", code, default: "HEXTORAW('00112233445566778899AABBCCDDEEFF')"),
            column("OTHER", .raw(length: 8)),
          ],
          checks: [CheckConstraint(name: "B_CK", condition: "A_ID <> HEXTORAW('FF')")],
          foreignKeys: [reference("B_A", ["A_ID"], to: "A", ["ID"])]),
      ], "A.ID=uuid")
    #expect(made.columnSQL("a", "id") == "uuid DEFAULT gen_random_uuid() NOT NULL")
    #expect(made.columnSQL("b", "a_id") == "uuid DEFAULT '00112233-4455-6677-8899-aabbccddeeff'::uuid")
    #expect(made.columnSQL("b", "other") == "bytea")
    #expect(made.findings.contains { $0.rule == "type.unified" && $0.object == "column B.A_ID" })
    try await Self.run(made) { session in
      _ = try await session.execute("INSERT INTO ot.a DEFAULT VALUES")
      await #expect(throws: PostgresError.self) { _ = try await session.execute("INSERT INTO ot.b DEFAULT VALUES") }
      _ = try await session.execute("INSERT INTO ot.b (a_id) SELECT id FROM ot.a")
    }
  }

  /// Triggers set and ask flags as numbers; what they assign is a flag again.
  @Test(arguments: [false, true])
  func triggersSetFlags(keepsCase: Bool) async throws {
    var options = ConversionOptions()
    options.types = try TypeChoices("NUMBER(1)=boolean, RAW(16)=uuid")
    options.keepsCase = keepsCase
    var whole = schema([
      table(
        "T",
        [
          column("ID", notNull: true), column("A", Self.flag), column("B", Self.flag), column("N"),
          column("CODE", .raw(length: 16)),
        ])
    ])
    whole.triggers = [
      Model.TriggerDefinition(
        name: "TR", table: "T",
        text: """
          CREATE TRIGGER tr BEFORE INSERT OR UPDATE ON t FOR EACH ROW
          DECLARE v NUMBER;
          BEGIN
            IF :new.a IS NULL THEN :new.a := 1; END IF;
            IF :new.a = 1 THEN :new.b := 0; ELSE :new.b := 1 - :new.a; END IF;
            v := :new.a + 10;
            :new.n := v;
            IF :new.code IS NULL THEN :new.code := HEXTORAW('00112233445566778899AABBCCDDEEFF'); END IF;
          END;
          """)
    ]
    let plan = try #require(SchemaConversion.plans(for: [whole], options: options).first)
    #expect(
      !plan.findings.contains { $0.object == "trigger TR" && $0.rule == "trigger.not-converted" }, "\(plan.findings)")
    let name = keepsCase ? #""OT"."T""# : "ot.t"
    let quoted: (String) -> String = { keepsCase ? "\"\($0)\"" : $0.lowercased() }
    try await Self.run(plan) { session in
      _ = try await session.execute(
        "INSERT INTO \(name) (\(quoted("ID")), \(quoted("A"))) VALUES (1, NULL), (2, false), (3, true)")
      let columns = ["A", "B", "N", "CODE"].map(quoted).joined(separator: ", ")
      let rows = try await session.execute("SELECT \(columns) FROM \(name) ORDER BY \(quoted("ID"))")
      let code = "00112233-4455-6677-8899-aabbccddeeff"
      #expect(rows.rows == [["t", "f", "11", code], ["f", "t", "10", code], ["t", "f", "11", code]])
    }
  }

  /// Statements inside of triggers write flags and keys, too, and read them.
  @Test func triggersChangeOtherTables() async throws {
    var options = ConversionOptions()
    options.types = try TypeChoices("NUMBER(1)=boolean, RAW(16)=uuid, LOG.DAY=date")
    let log = table(
      "LOG", [column("ID"), column("A", Self.flag), column("CODE", .raw(length: 16)), column("DAY", .date)])
    var whole = schema([table("T", [column("ID", notNull: true), column("A", Self.flag)]), log])
    whole.triggers = [
      Model.TriggerDefinition(
        name: "TR", table: "T",
        text: """
          CREATE TRIGGER tr AFTER INSERT ON t FOR EACH ROW
          DECLARE v log.a%TYPE; n NUMBER;
          BEGIN
            INSERT INTO log (id, a, code, day)
              VALUES (:new.id, :new.a, '00112233445566778899AABBCCDDEEFF', DATE '2024-02-29');
            INSERT INTO log (id, a) VALUES (:new.id + 10, 1 - :new.a);
            INSERT INTO log (id, a, code, day) SELECT id + 100, a, code, day FROM log WHERE a = 1;
            UPDATE log SET a = 0 WHERE id = 101 AND a = 1;
            SELECT a INTO v FROM log WHERE id = :new.id;
            SELECT COUNT(*) INTO n FROM log WHERE a = v;
            UPDATE log SET a = v, id = id + n * 1000 WHERE id = :new.id + 10;
            DELETE FROM log WHERE a <> v AND id = 111;
          END;
          """)
    ]
    let plan = try #require(SchemaConversion.plans(for: [whole], options: options).first)
    #expect(
      !plan.findings.contains { $0.object == "trigger TR" && $0.rule == "trigger.not-converted" }, "\(plan.findings)")
    try await Self.run(plan) { session in
      _ = try await session.execute("INSERT INTO ot.t VALUES (1, true)")
      let rows = try await session.execute("SELECT id, a, left(code::text, 4), day FROM ot.log ORDER BY id")
      #expect(
        rows.rows == [["1", "t", "0011", "2024-02-29"], ["101", "f", "0011", "2024-02-29"], ["1011", "t", nil, nil]])
    }
  }

  /// Partitions go by the column as it is stored.
  @Test func partitionsOfChosenTypes() async throws {
    func partitioned(
      _ name: String, _ key: Column, _ method: TablePartitioning.Method, _ bounds: [String]
    ) -> Table {
      var made = table(name, [key])
      made.partitioning = TablePartitioning(
        method: method, columns: [key.name],
        partitions: bounds.enumerated().map { TablePartition(name: "P\($0.offset)", bound: $0.element) })
      return made
    }
    let plan = try Self.plan(
      [
        partitioned(
          "DAYS", column("D", .date), .range,
          ["TO_DATE('2024-01-01', 'YYYY-MM-DD')", "TO_DATE('2024-02-01', 'YYYY-MM-DD')"]),
        partitioned("FLAGS", column("A", Self.flag), .list, ["0", "1, NULL"]),
        partitioned("HOURS", column("D", .date), .range, ["TO_DATE('2024-01-01 12', 'YYYY-MM-DD HH24')"]),
      ], "DATE=date, NUMBER(1)=boolean")
    try await Self.run(plan) { session in
      _ = try await session.execute("INSERT INTO ot.days VALUES ('2023-12-31'), ('2024-01-01')")
      _ = try await session.execute("INSERT INTO ot.flags VALUES (false), (true), (NULL)")
      let days = try await session.execute("SELECT tableoid::regclass::text FROM ot.days ORDER BY d")
      #expect(days.rows == [["ot.days_p0"], ["ot.days_p1"]])
      let flags = try await session.execute("SELECT tableoid::regclass::text FROM ot.flags ORDER BY a")
      #expect(flags.rows == [["ot.flags_p0"], ["ot.flags_p1"], ["ot.flags_p1"]])
      // A bound within a day has no counterpart.
      let kind = try await session.execute("SELECT relkind FROM pg_class WHERE oid = 'ot.hours'::regclass")
      #expect(kind.firstValue == "r")
    }
    #expect(plan.findings.contains { $0.object == "table HOURS" })
  }

  @Test(arguments: [
    ("C IN (0, 1)", true, true), ("C IN (1, 0, 2)", true, true), ("C IN (1)", true, false), ("C >= 0", true, true),
    ("C > 0", true, false), ("C BETWEEN 0 AND 9", true, true), ("C BETWEEN 1 AND 0", true, false),
    ("C NOT IN (2, 3)", true, true), ("C IS NULL OR C IN (0, 1)", true, true), ("C IS NOT NULL AND C < 2", true, false),
    ("C IS NOT NULL AND C < 2", false, true), ("NOT (C = 2)", true, true), ("C = C", true, true),
    ("C <> C", true, false),
    ("D IN (0, 1)", true, false), ("ABS(C) IN (0, 1)", true, false), ("C NOT IN (2, NULL)", true, true),
    ("C IN (0, 1) AND D = 1", true, false),
  ])
  func checksThatABooleanSays(condition: String, isNullable: Bool, isSaid: Bool) throws {
    let read = try OracleExpression.condition(condition)
    #expect(FlagCheck(column: "C").admitsFlags(read, isNullable: isNullable) == isSaid)
  }
}
