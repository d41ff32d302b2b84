import Model
import Testing

@testable import Conversion

/// [tables], [columns] and [where] of config.ini.
@Suite struct NameChoicesTests {
  private static let schema = Schema(
    owner: "OT",
    tables: [
      Table(
        owner: "OT", name: "EMP",
        columns: [
          Column(name: "ID", type: .number(precision: 9, scale: 0), isNullable: false),
          Column(name: "DEPTNO", type: .number(precision: 9, scale: 0)), Column(name: "Mixed", type: .date),
        ],
        primaryKey: KeyConstraint(name: "EMP_PK", columns: ["ID"]),
        foreignKeys: [
          ForeignKey(
            name: "EMP_FK", columns: ["DEPTNO"], referencedOwner: "OT", referencedTable: "DEPT",
            referencedColumns: ["ID"])
        ]),
      Table(
        owner: "OT", name: "DEPT",
        columns: [Column(name: "ID", type: .number(precision: 9, scale: 0), isNullable: false)],
        primaryKey: KeyConstraint(name: "DEPT_PK", columns: ["ID"])),
    ])

  private func options(_ settings: [(String, String)]) throws -> ConversionOptions {
    var options = ConversionOptions()
    for (key, value) in settings { try options.set(key, to: value, origin: "config.ini:1") }
    return options
  }

  @Test func namesGoEverywhere() throws {
    let plan = try SchemaConversion.plan(
      for: Self.schema,
      options: options([
        ("tables", "emp = staff"), ("tables", "OT.DEPT=\"Units\""), ("columns", "EMP.DEPTNO = unit"),
        ("columns", "EMP.\"Mixed\" = plain"),
      ]))
    #expect(plan.tables.map(\.mapping.target.name).sorted() == ["Units", "staff"])
    let staff = try #require(plan.tables.first { $0.mapping.target.name == "staff" })
    #expect(staff.mapping.columns.map(\.targetName) == ["id", "unit", "plain"])
    #expect(
      plan.completion.contains {
        $0.sql.contains("ALTER TABLE \"ot\".\"staff\"") && $0.sql.contains("(\"unit\") REFERENCES \"ot\".\"Units\"")
      })
    #expect(plan.blockingFindings.isEmpty)
  }

  @Test func conditionsGoWithTheirTables() throws {
    let plan = try SchemaConversion.plan(
      for: Self.schema,
      options: options([("where", "*=1 = 1"), ("where", "D* = id < 10"), ("where", "EMP = a = 'x=y'")]))
    let conditions = Dictionary(uniqueKeysWithValues: plan.tables.map { ($0.mapping.sourceName, $0.mapping.condition) })
    #expect(conditions == ["EMP": "a = 'x=y'", "DEPT": "id < 10"])
    #expect(plan.findings.filter { $0.rule == "rows.condition" }.map(\.severity) == [.info, .info])
    // A row of EMP may refer to one of DEPT that stays behind.
    #expect(plan.completion.filter { $0.phase == .foreignKey }.map(\.mayFail) == [true])
  }

  @Test(arguments: [
    ("tables", "EMP"), ("tables", "EMP ="), ("tables", "A.B.C = d"), ("tables", "E* = d"), ("tables", "EMP = -"),
    ("columns", "DEPTNO = x"), ("where", "EMP ="), ("where", "EMP = a; DROP TABLE x"), ("where", "EMP = rownum < 5"),
    ("where", "A.B.C = 1 = 1"),
  ])
  func otherFormsAreErrors(key: String, value: String) {
    #expect(throws: OptionError.self) { _ = try options([(key, value)]) }
  }

  @Test(arguments: [
    ([("tables", "EMPS = a")], "near it are EMP"), ([("columns", "EMP.DEPTN = a")], "near it are DEPTNO"),
    ([("tables", "EMP = a"), ("tables", "DEPT = a")], "gives the same name"),
    ([("columns", "EMP.ID = a"), ("columns", "EMP.DEPTNO = a")], "gives the same name"),
    ([("where", "X* = 1 = 1")], "no table is called so"),
  ])
  func whatNamesNothingIsAnError(settings: [(String, String)], message: String) throws {
    let options = try options(settings)
    #expect { _ = try SchemaConversion.plan(for: Self.schema, options: options) } throws: { "\($0)".contains(message) }
  }

  @Test func aColumnStaysBehindOnlyWhereTablesAreThere() throws {
    let options = try options([("columns", "EMP.DEPTNO = -")])
    #expect(
      try SchemaConversion.plan(for: Self.schema, options: options).blockingFindings.map(\.rule) == ["column.left-out"])
    #expect(try SchemaConversion.carriedTables(of: Self.schema, options: options).tables.count == 2)
  }
}
