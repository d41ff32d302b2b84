import Model
import OracleWire
import Testing

@testable import Catalog

/// Partitions, from rows as a real dictionary delivers them (Oracle Database Reference, ALL_TAB_PARTITIONS and others).
@Suite struct PartitionAssemblyTests {
  private func contents() throws -> DictionaryContents {
    var contents = DictionaryContents(owner: "OT")
    for (name, type, below, interval, automatic) in [
      ("SALES", "RANGE", "LIST", "NUMTOYMINTERVAL(1, 'MONTH')", "NO"), ("PLACES", "LIST", "NONE", nil, "YES"),
      ("PARTS", "HASH", "NONE", nil, "NO"), ("STRANGE", "CONSISTENT HASH", "NONE", nil, "NO"),
    ] {
      try contents.addTable(name, ["PARTITIONED": "YES"])
      try contents.addColumn(name, "A")
      contents.partitionedTables.append(
        try row(
          .partitionedTables,
          [
            "TABLE_NAME": .text(name), "PARTITIONING_TYPE": .text(type), "SUBPARTITIONING_TYPE": .text(below),
            "INTERVAL": interval.map { .text($0) } ?? .null, "AUTOLIST": .text(automatic),
          ]))
    }
    for (table, column, position) in [("SALES", "B", 2), ("SALES", "A", 1), ("PLACES", "A", 1), ("PARTS", "A", 1)] {
      contents.partitionKeys.append(
        try row(
          .partitionKeys,
          ["NAME": .text(table), "COLUMN_NAME": .text(column), "COLUMN_POSITION": .number(OracleNumber(position))]))
    }
    contents.subpartitionKeys.append(
      try row(.subpartitionKeys, ["NAME": "SALES", "COLUMN_NAME": "C", "COLUMN_POSITION": 1]))
    let bound = "TO_DATE(' 2024-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN')"
    for (table, name, high, position) in [
      ("SALES", "REST", "MAXVALUE, MAXVALUE", 2), ("SALES", "OLD", bound + ", 5", 1), ("PLACES", "N", "'N', 'NE'", 1),
      ("PARTS", "SYS_P1", nil, 1), ("PARTS", "SYS_P2", nil, 2),
    ] {
      contents.partitions.append(
        try row(
          .partitions,
          [
            "TABLE_NAME": .text(table), "PARTITION_NAME": .text(name), "HIGH_VALUE": high.map { .text($0) } ?? .null,
            "PARTITION_POSITION": .number(OracleNumber(position)),
          ]))
    }
    for (name, high, position) in [("OLD_Y", "DEFAULT", 2), ("OLD_X", "'x'", 1)] {
      contents.subpartitions.append(
        try row(
          .subpartitions,
          [
            "TABLE_NAME": "SALES", "PARTITION_NAME": "OLD", "SUBPARTITION_NAME": .text(name), "HIGH_VALUE": .text(high),
            "SUBPARTITION_POSITION": .number(OracleNumber(position)),
          ]))
    }
    return contents
  }

  @Test func partsComeInTheirOrder() throws {
    let schema = try SchemaAssembly(contents()).schema()
    let partitionings = Dictionary(uniqueKeysWithValues: schema.tables.map { ($0.name, $0.partitioning) })
    #expect(!schema.tables.contains { !$0.isPartitioned })
    let sales = try #require(partitionings["SALES"] ?? nil)
    #expect(sales.method == .range && sales.columns == ["A", "B"])
    #expect(sales.interval == "NUMTOYMINTERVAL(1, 'MONTH')" && !sales.isAutomatic)
    #expect(sales.subpartitioning == .init(method: .list, columns: ["C"]))
    #expect(sales.partitions.map(\.name) == ["OLD", "REST"])
    #expect(sales.partitions[0].bound?.hasPrefix("TO_DATE(' 2024-01-01") == true)
    #expect(
      sales.partitions[0].subpartitions == [
        TablePartition(name: "OLD_X", bound: "'x'"), TablePartition(name: "OLD_Y", bound: "DEFAULT"),
      ])
    #expect(
      partitionings["PLACES"]
        == TablePartitioning(
          method: .list, columns: ["A"], isAutomatic: true, partitions: [TablePartition(name: "N", bound: "'N', 'NE'")])
    )
    #expect(
      partitionings["PARTS"]
        == TablePartitioning(
          method: .hash, columns: ["A"], partitions: [TablePartition(name: nil), TablePartition(name: nil)]))
    #expect(partitionings["STRANGE"] == TablePartitioning(method: .other, columns: []))
  }

  /// Where somebody named a partition, those that Oracle named are told from it by their names.
  @Test func generatedNamesStayBesideOthers() throws {
    var contents = DictionaryContents(owner: "OT")
    try contents.addTable("T", ["PARTITIONED": "YES"])
    try contents.addColumn("T", "A")
    contents.partitionedTables = [
      try row(.partitionedTables, ["TABLE_NAME": "T", "PARTITIONING_TYPE": "RANGE", "SUBPARTITIONING_TYPE": "NONE"])
    ]
    for (name, position) in [("P0", 1), ("SYS_P21", 2), ("SYS_PX", 3)] {
      contents.partitions.append(
        try row(
          .partitions,
          ["TABLE_NAME": "T", "PARTITION_NAME": .text(name), "PARTITION_POSITION": .number(OracleNumber(position))]))
    }
    let partitions = try SchemaAssembly(contents).schema().tables[0].partitioning?.partitions
    #expect(partitions?.map(\.name) == ["P0", "SYS_P21", "SYS_PX"])
  }

  @Test func aTableInOnePieceHasNone() throws {
    var contents = DictionaryContents(owner: "OT")
    try contents.addTable("T")
    try contents.addColumn("T", "A")
    #expect(try SchemaAssembly(contents).schema().tables[0].partitioning == nil)
  }
}
