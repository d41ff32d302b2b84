import Model
import Testing

@testable import Conversion

@Suite("Objects that are included and excluded") struct ObjectSelectionTests {
  private static func plan(
    include: String = "", exclude: String = "", names: String = ""
  ) throws -> MigrationPlan {
    var options = ConversionOptions()
    options.objects = ObjectSelection(
      included: try ObjectSelection.patterns(include), excluded: try ObjectSelection.patterns(exclude))
    options.schemaNames = try SchemaNames(names)
    var whole = schema(
      [
        table(
          "EMP", [column("ID", notNull: true), column("DEPT_ID", .number(precision: 4, scale: 0))], key: ["ID"],
          foreignKeys: [reference("EMP_FK", ["DEPT_ID"], to: "DEPT", ["ID"])]),
        table("DEPT", [column("ID", notNull: true)], key: ["ID"]), table("LOG_1", [column("ID", default: "S.NEXTVAL")]),
      ], sequences: [SequenceDefinition(name: "S", options: SequenceOptions())],
      others: [OtherObject(kind: "PACKAGE", name: "LOG_P"), OtherObject(kind: "PACKAGE BODY", name: "LOG_P")])
    whole.views = [
      ViewDefinition(name: "EMP_V", query: "SELECT id FROM emp"),
      ViewDefinition(name: "LOG_V", query: "SELECT id FROM log_1"),
    ]
    whole.triggers = [
      Model.TriggerDefinition(name: "LOG_T", table: "LOG_1", text: "CREATE TRIGGER log_t ..."),
      Model.TriggerDefinition(name: "EMP_T", table: "EMP", text: "CREATE TRIGGER emp_t ..."),
    ]
    whole.synonyms = [SynonymDefinition(name: "LOG_S", targetOwner: "OT", targetName: "LOG_1")]
    return try #require(SchemaConversion.plans(for: [whole], options: options).first)
  }

  private static func made(_ plan: MigrationPlan) -> Set<String> {
    let kinds: Set<TargetObject.Kind> = [.table, .view, .sequence, .foreignKey]
    let all = plan.preparation + plan.tables.map(\.creation) + plan.completion
    return Set(all.filter { kinds.contains($0.object.kind) }.map(\.object.name))
  }

  private static func left(_ plan: MigrationPlan) -> Set<String> {
    Set(plan.findings.filter { $0.rule == "selection.excluded" }.map(\.object))
  }

  @Test func withoutPatternsAllIsCarried() throws {
    let plan = try Self.plan()
    #expect(Self.made(plan) == ["emp", "dept", "log_1", "emp_v", "log_v", "log_s", "s", "emp_fk"])
    #expect(Self.left(plan).isEmpty)
  }

  @Test(arguments: [
    ("LOG*", ["table LOG_1", "view LOG_V", "package LOG_P", "package body LOG_P", "synonym LOG_S"]),
    ("table.log*", ["table LOG_1"]),
    ("OT.LOG_?", ["table LOG_1", "view LOG_V", "package LOG_P", "package body LOG_P", "synonym LOG_S"]),
    ("HR.LOG*", []), ("PACKAGE.*", ["package LOG_P", "package body LOG_P"]), ("VIEW.OT.EMP*", ["view EMP_V"]),
    ("TABLE.LOG_1, TRIGGER.EMP*", ["table LOG_1", "trigger EMP_T"]),
  ])
  func excluded(patterns: String, objects: [String]) throws {
    let plan = try Self.plan(exclude: patterns)
    #expect(Self.left(plan) == Set(objects))
    for object in objects {
      #expect(plan.findings.filter { $0.object == object }.map(\.severity) == [.info], "named once")
    }
  }

  @Test func whatReferredToItIsReported() throws {
    let plan = try Self.plan(exclude: "TABLE.DEPT, SEQUENCE.*, TABLE.LOG*")
    #expect(Self.made(plan) == ["emp", "emp_v"])
    let rules = Set(plan.findings.map { "\($0.rule) \($0.object)" })
    #expect(rules.contains("foreign-key.table-missing foreign key EMP.EMP_FK"))
    #expect(rules.contains("view.not-converted view LOG_V"))
    #expect(!plan.findings.contains { $0.object == "trigger LOG_T" })
    // A type doesn't depend on what is carried: DEPT's NUMBER(9) made this an integer.
    #expect(plan.columnSQL("emp", "dept_id") == "integer")
  }

  @Test(arguments: [
    ("EMP*", ["emp", "emp_v"]), ("TABLE.EMP", ["emp", "emp_v", "s"]),
    ("TABLE.*, VIEW.EMP*", ["emp", "dept", "log_1", "emp_v", "log_s", "s", "emp_fk"]),
    ("OT.*", ["emp", "dept", "log_1", "emp_v", "log_v", "log_s", "s", "emp_fk"]), ("HR.*", []),
  ])
  func included(patterns: String, objects: [String]) throws {
    #expect(Self.made(try Self.plan(include: patterns)) == Set(objects))
  }

  /// Rights go with their objects, and stored views are a kind of their own.
  @Test func rightsAndStoredViews() throws {
    var options = ConversionOptions()
    options.objects = ObjectSelection(excluded: try ObjectSelection.patterns("TABLE.A, MATERIALIZED VIEW.*, TYPE.T"))
    var whole = schema([table("A", [column("ID")]), table("B", [column("ID")])])
    whole.views = [
      ViewDefinition(name: "M", query: "SELECT id FROM b", materialization: ViewDefinition.Materialization()),
      ViewDefinition(name: "V", query: "SELECT id FROM b"),
    ]
    whole.types = [.object(ObjectType(owner: "OT", name: "T", attributes: [.init(name: "X", type: .date)]))]
    whole.grants = ["A", "B", "M", "V"].map { ObjectGrant(object: $0, privilege: "SELECT", grantee: "R") }
    let plan = try #require(SchemaConversion.plans(for: [whole], options: options).first)
    #expect(Self.made(plan) == ["b", "v"] && !plan.preparation.contains { $0.phase == .type })
    #expect(Self.left(plan) == ["table A", "materialized view M", "type T"])
    #expect(plan.completion.filter { $0.object.kind == .grant }.compactMap(\.object.table) == ["b", "v"])
  }

  @Test func excludingWins() throws {
    #expect(Self.made(try Self.plan(include: "EMP*", exclude: "*_V")) == ["emp"])
  }

  @Test func rightsGoWithTheirObjects() throws {
    var whole = schema([table("A", [column("ID")]), table("B", [column("ID")])])
    whole.grants = ["A", "B"].map { ObjectGrant(object: $0, privilege: "SELECT", grantee: "READER") }
    whole.views = [
      ViewDefinition(name: "M", query: "SELECT id FROM a", materialization: ViewDefinition.Materialization()),
      ViewDefinition(name: "V", query: "SELECT id FROM a"),
    ]
    var options = ConversionOptions()
    options.objects.excluded = try ObjectSelection.patterns("TABLE.B, MATERIALIZED VIEW.*")
    let plan = try #require(SchemaConversion.plans(for: [whole], options: options).first)
    #expect(Self.left(plan) == ["table B", "materialized view M"])
    #expect(plan.completion.contains { $0.sql.hasPrefix("GRANT SELECT ON TABLE \"ot\".\"a\"") })
    #expect(!plan.findings.contains { $0.object == "grant on B" })
    #expect(Self.made(plan) == ["a", "v"])
  }

  @Test func triggersGoWithTheirTables() throws {
    let plan = try Self.plan(include: "EMP")
    #expect(plan.findings.contains { $0.object == "trigger EMP_T" })
    #expect(!plan.findings.contains { $0.object == "trigger LOG_T" })
  }

  @Test(arguments: ["A.B.C", "TABLE.A.B.C", "", "\"A", "A..B", "TABLE.\"\""])
  func otherPatternsAreErrors(text: String) {
    #expect(throws: OptionError.self) { _ = try ObjectSelection.Pattern(text) }
  }

  @Test func schemasAreRenamed() throws {
    let plan = try Self.plan(names: "ot = \"My Schema\"")
    #expect(plan.schema == "My Schema")
    #expect(plan.sql("view:emp_v")?.contains(#"FROM "My Schema"."emp""#) == true)
  }

  @Test func ofSeveralOwnersEachGetsItsOwn() throws {
    var options = ConversionOptions(targetSchema: "main")
    options.schemaNames = try SchemaNames("B=bee")
    let schemas = ["A", "B", "C"].map { Schema(owner: $0) }
    #expect(SchemaConversion.plans(for: schemas, options: options).map(\.schema) == ["main", "bee", "c"])
    try SchemaConversion.check(options, for: schemas)
    options.targetSchema = "bee"
    #expect { try SchemaConversion.check(options, for: schemas) } throws: { "\($0)".contains("would share") }
  }

  @Test(arguments: ["A", "A=b=c", "A=b, A=c", "A=b, C=b", "=b", "A="])
  func wrongSchemaNames(text: String) {
    #expect(throws: OptionError.self) { _ = try SchemaNames(text) }
  }
}
