import Catalog
import Conversion
import Model
import Testing

@testable import Migration

/// Which table and which column takes what.
@Suite struct TableMatchingTests {
  private func table(_ name: String, _ columns: (String, OracleDataType)..., kind: Table.Kind = .heap) -> Table {
    Table(owner: "OT", name: name, kind: kind, columns: columns.map { Column(name: $0.0, type: $0.1) })
  }

  private func existing(_ oid: UInt32, _ name: String, _ columns: ExistingColumn..., kind: ExistingTable.Kind = .table)
    -> ExistingTable
  {
    ExistingTable(
      oid: oid, name: QualifiedName(schema: "s", name: name), kind: kind, columns: columns,
      primaryKey: columns.first.map { [$0.name] } ?? [])
  }

  private func column(_ name: String, _ types: PostgresType...) -> ExistingColumn {
    ExistingColumn(name: name, types: types, typeName: types.first?.sql ?? "inet")
  }

  private func match(
    _ tables: [Table], _ existing: [ExistingTable], tableNames: [String] = [], columnNames: [String] = [],
    ignores: Bool = false, isChoice: Bool = false
  ) throws -> TableMatching {
    var names = NameChoices()
    for entry in tableNames { try names.add(table: entry) }
    for entry in columnNames { try names.add(column: entry) }
    var matching = TableMatching(
      names: names, keepsCase: false, options: DataOnlyOptions(ignoresUnmatchedColumns: ignores))
    matching.match(tables, with: existing, schema: "s", isChoice: isChoice, conditions: RowConditions())
    return matching
  }

  private func places(_ matching: TableMatching) -> [String] {
    matching.matches.flatMap { match in
      match.mapping.columns.map { "\(match.source.name).\($0.sourceName)>\(match.target.name.name).\($0.targetName)" }
    }
  }

  @Test func namesAreFoldedThenTakenInAnyCase() throws {
    let matching = try match(
      [table("EMP", ("ID", .date), ("Name", .date)), table("Dept", ("X", .date))],
      [
        existing(1, "emp", column("id", .date), column("NAME", .date)), existing(2, "DEPT", column("x", .date)),
      ])
    #expect(places(matching) == ["EMP.ID>emp.id", "EMP.Name>emp.NAME", "Dept.X>DEPT.x"])
    #expect(matching.findings.isEmpty)
    #expect(matching.matches[0].mapping.primaryKey == ["id"])
  }

  @Test func theMapWins() throws {
    let matching = try match(
      [table("EMP", ("ID", .date), ("OLD", .date))],
      [existing(1, "emp", column("id", .date)), existing(2, "staff", column("no", .date), column("id", .date))],
      tableNames: ["emp = staff"], columnNames: ["EMP.ID = no", "EMP.OLD = -"])
    #expect(places(matching) == ["EMP.ID>staff.no"])
    #expect(matching.findings.map(\.rule) == ["column.left-out", "table.without-source"])
  }

  @Test func whatDoesNotFitIsNamedAllAtOnce() throws {
    var generated = column("total", .numeric(precision: nil, scale: 0))
    generated.isGenerated = true
    var needed = column("needed", .integer)
    needed.isNotNull = true
    var filled = needed
    filled.name = "filled"
    filled.hasDefault = true
    let matching = try match(
      [
        table(
          "A", ("ID", .varchar2(length: 3)), ("TOTAL", .number(precision: nil, scale: nil)), ("GONE", .date),
          ("ADDRESS", .varchar2(length: 30))),
        table("B", ("ID", .date)), table("C", ("ID", .date)), table("V", ("ID", .date)),
        table("T", ("ID", .date), kind: .temporary),
      ],
      [
        existing(1, "a", column("id", .integer), generated, needed, filled, column("address")),
        existing(2, "B", column("id", .date)), existing(3, "b", column("id", .date)),
        existing(4, "v", column("id", .date), kind: .view),
      ])
    #expect(
      matching.findings.map { "\($0.severity.rawValue) \($0.rule) \($0.object)" } == [
        "blocking column.type column A.ID", "blocking column.generated column A.TOTAL",
        "blocking column.without-target column A.GONE", "blocking column.type column A.ADDRESS",
        "blocking column.without-source column s.a.needed of PostgreSQL", "warning table.without-target table C",
        "blocking table.no-table table V", "info table.temporary table T",
        "info table.without-source table s.B of PostgreSQL",
      ])
  }

  @Test func twoTablesOrColumnsInOnePlaceAreRefused() throws {
    let matching = try match(
      [table("A", ("X", .date), ("Y", .date)), table("B", ("X", .date))], [existing(1, "a", column("x", .date))],
      tableNames: ["B = a"], columnNames: ["A.Y = x"])
    #expect(matching.findings.map(\.rule) == ["column.shared", "table.shared"])
    let ambiguous = try match(
      [table("A", ("X", .date))], [existing(1, "aA", column("x")), existing(2, "Aa", column("x"))])
    #expect(ambiguous.findings.map(\.rule).contains("table.without-target"))
    let cases = try match(
      [table("AA", ("X", .date))], [existing(1, "aA", column("x")), existing(2, "Aa", column("x"))])
    #expect(cases.findings.map(\.rule).first == "table.ambiguous")
  }

  @Test func aColumnWithoutAPlaceMayBeIgnored() throws {
    let matching = try match(
      [table("A", ("X", .date), ("Y", .date))], [existing(1, "a", column("x", .date))], ignores: true)
    #expect(places(matching) == ["A.X>a.x"])
    #expect(matching.findings.map(\.severity) == [.warning])
    let none = try match([table("A", ("Y", .date))], [existing(1, "a", column("x", .date))], ignores: true)
    #expect(none.findings.map(\.rule) == ["column.without-target", "table.without-columns"])
    // A table that was asked for by its name must be there.
    let chosen = try match([table("C", ("Y", .date))], [existing(1, "a", column("x", .date))], isChoice: true)
    #expect(chosen.findings.map(\.severity) == [.blocking])
  }
}
