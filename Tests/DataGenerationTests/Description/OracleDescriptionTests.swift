import Model
import Testing

@testable import DataGeneration

@Suite struct OracleDescriptionTests {
  private func described(_ table: Table, triggers: [TriggerDefinition] = []) -> TableDescription? {
    OracleDescription(schema: Schema(owner: "OT", tables: [table], triggers: triggers)).tables().first
  }

  private func table(_ columns: [Column]) -> Table { Table(owner: "OT", name: "T", columns: columns) }

  @Test func typesCorrespondToThoseOfPostgreSQL() {
    func type(_ type: OracleDataType) -> ValueType { ValueType(Column(name: "C", type: type)) }
    #expect(type(.number(precision: 9, scale: 0)) == .number(digits: 9, scale: 0))
    #expect(type(.number(precision: nil, scale: nil)) == .number(digits: nil, scale: nil))
    #expect(type(.date) == .timestamp(digits: 0, hasZone: false))
    #expect(type(.timestamp(precision: 9)) == .timestamp(digits: 6, hasZone: false))
    #expect(type(.unsupported("BFILE")) == .unsupported("BFILE"))
    var column = Column(name: "C", type: .varchar2(length: 30))
    column.byteLength = 10
    #expect(ValueType(column) == .text(characters: 10))
  }

  @Test func partitionsLimitTheirKeys() throws {
    var source = table([Column(name: "AT", type: .date), Column(name: "N", type: .number(precision: 5, scale: 0))])
    source.partitioning = TablePartitioning(
      method: .range, columns: ["AT"],
      partitions: [
        TablePartition(
          name: "P1", bound: "TO_DATE(' 2020-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN')"),
        TablePartition(
          name: "P2", bound: "TO_DATE(' 2021-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN')"),
      ])
    let ranged = try #require(described(source))
    #expect(
      ranged.columns[0].partitionBounds == .ranges([PartitionBounds.Range(lower: nil, upper: " 2021-01-01 00:00:00")]))
    #expect(RowPlan(ranged, isASCII: false).findings.isEmpty)
    source.partitioning?.interval = "NUMTOYMINTERVAL(1, 'MONTH')"
    #expect(described(source)?.columns[0].partitionBounds == nil)
    source.partitioning = TablePartitioning(
      method: .list, columns: ["N"],
      partitions: [TablePartition(name: "A", bound: "1, -2"), TablePartition(name: "B", bound: "NULL, 5")])
    #expect(described(source)?.columns[1].partitionBounds == .list(["1", "-2", "5"]))
    source.partitioning?.partitions.append(TablePartition(name: "C", bound: "DEFAULT"))
    #expect(described(source)?.columns[1].partitionBounds == nil)
    source.partitioning = TablePartitioning(
      method: .range, columns: ["N", "AT"], partitions: [TablePartition(name: "A", bound: "1, MAXVALUE")])
    #expect(described(source)?.findings.first?.rule == "generate.partitions")
  }

  @Test func whatIsLeftOutIsSaid() throws {
    var source = table([Column(name: "A", type: .number(precision: 5, scale: 0))])
    source.isReadOnly = true
    source.checks = [
      CheckConstraint(name: "ON", condition: "A > 0"),
      CheckConstraint(name: "OFF", condition: "A < 0", state: ConstraintState(isEnabled: false)),
    ]
    source.foreignKeys = [
      ForeignKey(name: "FK", columns: ["A"], referencedOwner: "X", referencedTable: "HIDDEN", referencedColumns: [])
    ]
    source.uniqueConstraints = [KeyConstraint(name: "UQ", columns: ["VIRTUAL"])]
    let table = try #require(described(source))
    #expect(table.checks.map(\.name) == ["ON"] && table.foreignKeys.isEmpty)
    #expect(table.findings.map(\.rule) == ["generate.read-only", "generate.key", "generate.foreign-key"])
    #expect(RowPlan(table, isASCII: false).isBlocked)
  }
}
