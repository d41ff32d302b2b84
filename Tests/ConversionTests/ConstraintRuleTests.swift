import Model
import Testing

@testable import Conversion

@Suite struct ConstraintRuleTests {
  private static let id = column("ID", notNull: true)
  private static let disabled = ConstraintState(isEnabled: false)
  private static let unvalidated = ConstraintState(isValidated: false)
  private static let deferrable = ConstraintState(isDeferrable: true, isInitiallyDeferred: true)

  @Test func primaryKey() throws {
    let plan = try plan([table("T", [Self.id, column("N")], key: ["ID"])])
    #expect(plan.sql("primary key:t.t_pk") == #"ALTER TABLE "ot"."t" ADD CONSTRAINT "t_pk" PRIMARY KEY ("id")"#)
    #expect(plan.tables[0].mapping.primaryKey == ["id"])
    #expect(plan.findings.isEmpty)
  }

  @Test func disabledConstraintsAreLeftOutByName() throws {
    var one = table(
      "T", [Self.id], uniques: [KeyConstraint(name: "U", columns: ["ID"], state: Self.disabled)],
      checks: [CheckConstraint(name: "C", condition: "ID > 0", state: Self.disabled)],
      foreignKeys: [reference("F", ["ID"], to: "T", ["ID"], state: Self.disabled)])
    one.primaryKey = KeyConstraint(name: "P", columns: ["ID"], state: Self.disabled)
    let plan = try plan([one])
    #expect(plan.completion.allSatisfy { $0.phase >= .sequenceValue })
    #expect(
      plan.findings.map(\.object) == [
        "primary key T.P", "unique constraint T.U", "check constraint T.C", "foreign key T.F",
      ])
    #expect(plan.tables[0].mapping.primaryKey.isEmpty)
  }

  @Test func unvalidated() throws {
    var one = table(
      "T", [Self.id, column("N")], checks: [CheckConstraint(name: "C", condition: "N > 0", state: Self.unvalidated)],
      foreignKeys: [reference("F", ["N"], to: "T", ["ID"], state: Self.unvalidated)])
    one.primaryKey = KeyConstraint(name: "P", columns: ["ID"], state: Self.unvalidated)
    let plan = try plan([one])
    #expect(plan.sql("check constraint:t.c")?.hasSuffix("CHECK (\"n\" > 0) NOT VALID") == true)
    #expect(plan.sql("foreign key:t.f")?.hasSuffix("(\"id\") NOT VALID") == true)
    #expect(plan.completion.filter(\.mayFail).map(\.id) == ["primary key:t.p", "foreign key:t.f"])
  }

  /// Foreign keys are made and validated in two steps by a migration, in one by a file of SQL.
  @Test func validatedApart() throws {
    let references = [
      reference("F", ["ID"], to: "T", ["ID"]), reference("G", ["N"], to: "T", ["ID"], state: Self.unvalidated),
    ]
    let plan = try plan([
      table("C", [Self.id, column("N")], key: ["ID"], foreignKeys: references), table("T", [Self.id], key: ["ID"]),
    ])
    let whole = #"ALTER TABLE "ot"."c" ADD CONSTRAINT "f" FOREIGN KEY ("id") REFERENCES "ot"."t" ("id")"#
    #expect(plan.sql("foreign key:c.f") == whole)
    let apart = plan.validatingApart
    #expect(apart.sql("foreign key:c.f") == whole + " NOT VALID")
    #expect(apart.sql("foreign key:c.g") == plan.sql("foreign key:c.g"))
    let steps = apart.completion.filter { $0.phase == .validation }
    #expect(steps.map(\.id) == ["foreign key validation:c.f"])
    #expect(steps.map(\.sql) == [#"ALTER TABLE "ot"."c" VALIDATE CONSTRAINT "f""#])
    #expect(steps.map(\.validation?.referencedTable.name) == ["t"])
    let places = apart.completion.map(\.phase)
    #expect(places == places.sorted() && apart.completion.count == plan.completion.count + 1)
  }

  @Test func deferrableKeysKeepIt() throws {
    let plan = try plan([
      table(
        "T", [Self.id], uniques: [KeyConstraint(name: "U", columns: ["ID"], state: Self.deferrable)],
        checks: [CheckConstraint(name: "C", condition: "ID > 0", state: Self.deferrable)])
    ])
    #expect(plan.sql("unique constraint:t.u")?.hasSuffix("UNIQUE (\"id\") DEFERRABLE INITIALLY DEFERRED") == true)
    #expect(plan.rules == ["check.deferrable"])
  }

  @Test func referencedKeysAreNotDeferrable() throws {
    let plan = try plan([
      table(
        "T", [Self.id, column("P")], uniques: [KeyConstraint(name: "U", columns: ["ID"], state: Self.deferrable)],
        foreignKeys: [reference("F", ["P"], to: "T", ["ID"], rule: .setNull, state: Self.deferrable)])
    ])
    #expect(plan.sql("unique constraint:t.u")?.contains("DEFERRABLE") == false)
    #expect(
      plan.sql("foreign key:t.f")
        == #"ALTER TABLE "ot"."t" ADD CONSTRAINT "f" FOREIGN KEY ("p") REFERENCES "ot"."t" ("id") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED"#
    )
    #expect(plan.rules == ["key.deferrable-referenced"])
  }

  @Test func uniqueOverNullableColumnsIsANullAwareIndex() throws {
    let tables = [table("T", [column("A"), column("B")], uniques: [KeyConstraint(name: "U", columns: ["A", "B"])])]
    let index = try plan(tables).completion.first { $0.phase == .unique }
    #expect(
      index?.sql
        == #"CREATE UNIQUE INDEX "u" ON "ot"."t" ("a", "b") NULLS NOT DISTINCT WHERE "a" IS NOT NULL OR "b" IS NOT NULL"#
    )
    let before15 = try plan(tables, options: ConversionOptions(postgresMajorVersion: 14))
    #expect(before15.sql("unique constraint:t.u")?.hasSuffix("UNIQUE (\"a\", \"b\")") == true)
    #expect(before15.rules == ["unique.null-parts"])
  }

  @Test func referencedUniqueHasConstraintAndIndex() throws {
    let plan = try plan([
      table(
        "T", [column("A"), column("B")], uniques: [KeyConstraint(name: "U", columns: ["A", "B"])],
        foreignKeys: [reference("F", ["A", "B"], to: "T", ["A", "B"])])
    ])
    #expect(plan.sql("unique constraint:t.u")?.hasSuffix("UNIQUE (\"a\", \"b\")") == true)
    #expect(plan.sql("index:t.u_nulls")?.contains("NULLS NOT DISTINCT") == true)
    #expect(plan.sql("foreign key:t.f") != nil)
  }

  @Test func uniqueOverOneColumnOrNotNullColumnsIsAConstraint() throws {
    let plan = try plan([
      table(
        "T", [column("A"), Self.id, column("N", notNull: true)],
        uniques: [KeyConstraint(name: "U1", columns: ["A"]), KeyConstraint(name: "U2", columns: ["ID", "N"])])
    ])
    #expect(plan.completion.filter { $0.phase == .unique }.allSatisfy { $0.object.kind == .unique })
  }

  @Test func foreignKeysToTablesLeftOutAreNamed() throws {
    let tables = [
      table("PARENT", [Self.id], key: ["ID"]),
      table("CHILD", [Self.id], foreignKeys: [reference("F", ["ID"], to: "PARENT", ["ID"])]),
    ]
    let plan = try plan(tables, options: ConversionOptions(tables: ["child"]))
    #expect(plan.tables.map(\.mapping.sourceName) == ["CHILD"])
    #expect(plan.findings.map(\.object) == ["foreign key CHILD.F"])
    #expect(plan.rules == ["foreign-key.table-missing"])
  }

  @Test func foreignKeysToOtherSchemasAreNamed() throws {
    var key = reference("F", ["ID"], to: "PARENT", ["ID"])
    key.referencedOwner = "HR"
    #expect(try plan([table("T", [Self.id], foreignKeys: [key])]).rules == ["foreign-key.table-missing"])
  }

  @Test func checkThatIsNotConvertedIsNamed() throws {
    let check = CheckConstraint(name: "C", condition: "my_function(ID) = 1")
    let plan = try plan([table("T", [Self.id], checks: [check])])
    #expect(plan.findings.map(\.object) == ["check constraint T.C"])
    #expect(plan.completion.allSatisfy { $0.phase != .check })
  }

  @Test func unknownTableIsAnError() {
    #expect(throws: ConversionError.self) {
      try plan([table("T", [Self.id])], options: ConversionOptions(tables: ["T", "NOPE"]))
    }
  }
}
