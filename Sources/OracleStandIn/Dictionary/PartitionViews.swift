import OracleSQL
import OracleWire

/// PART_TABLES, PART_INDEXES, TAB_PARTITIONS, TAB_SUBPARTITIONS and what goes with them.
///
/// Names of columns and their words are those of the Oracle Database Reference (ALL_PART_TABLES, ALL_PART_INDEXES,
/// ALL_PART_KEY_COLUMNS, ALL_TAB_PARTITIONS, ALL_TAB_SUBPARTITIONS, ALL_SUBPARTITION_TEMPLATES). No partition was ever
/// analysed: NUM_ROWS and its kin are NULL.
enum PartitionViews {
  private struct TableEntry {
    var table: Table
    var partitions: TablePartitions
  }

  private static func tables(_ session: StandInSession) -> [TableEntry] {
    session.database.catalog.sortedTables.compactMap { table in
      table.partitions.map { TableEntry(table: table, partitions: $0) }
    }
  }

  /// PARTITION_COUNT of an INTERVAL table is the most that there can be.
  private static func count(_ partitions: TablePartitions) -> Int {
    partitions.level.interval == nil ? partitions.parts.count : 1_048_575
  }

  private static let tableColumns: [DictionaryColumn<TableEntry>] = [
    DictionaryColumn("OWNER") { Value($0.table.name.owner) },
    DictionaryColumn("TABLE_NAME") { Value($0.table.name.name) },
    DictionaryColumn("PARTITIONING_TYPE") { Value($0.partitions.level.method.rawValue) },
    DictionaryColumn("SUBPARTITIONING_TYPE") { Value($0.partitions.below?.method.rawValue ?? "NONE") },
    DictionaryColumn("PARTITION_COUNT") { Value(count($0.partitions)) },
    DictionaryColumn("DEF_SUBPARTITION_COUNT") { Value($0.partitions.defaultCount) },
    DictionaryColumn("PARTITIONING_KEY_COUNT") { Value($0.partitions.level.columns.count) },
    DictionaryColumn("SUBPARTITIONING_KEY_COUNT") { Value($0.partitions.below?.columns.count ?? 0) },
    DictionaryColumn("STATUS", constant: "VALID"),
    DictionaryColumn("DEF_TABLESPACE_NAME", constant: "USERS"),
    DictionaryColumn("REF_PTN_CONSTRAINT_NAME") { Value($0.partitions.level.constraint) },
    DictionaryColumn("INTERVAL") { Value($0.partitions.level.interval) },
    DictionaryColumn("AUTOLIST") { .flag($0.partitions.level.isAutomatic) },
    DictionaryColumn("INTERVAL_SUBPARTITION") { Value($0.partitions.below?.interval) },
    DictionaryColumn("AUTOLIST_SUBPARTITION") { .flag($0.partitions.below?.isAutomatic ?? false) },
    DictionaryColumn("IS_NESTED", constant: "NO"),
    DictionaryColumn("DEF_SEGMENT_CREATION", constant: "NONE"),
    DictionaryColumn("DEF_INDEXING", constant: "ON"),
    DictionaryColumn("DEF_READ_ONLY", constant: "NO"),
  ]

  // MARK: Keys

  private struct KeyEntry {
    var name: QualifiedName
    var type: String
    var column: String
    var position: Int
  }

  private static func keys(_ name: QualifiedName, _ type: String, _ columns: [String]) -> [KeyEntry] {
    columns.enumerated().map { KeyEntry(name: name, type: type, column: $1, position: $0 + 1) }
  }

  /// Keys of tables, and of their LOCAL indexes, which have the same.
  private static func keys(
    _ session: StandInSession, _ columns: (TablePartitions) -> [Column]
  ) -> [KeyEntry] {
    tables(session).flatMap { entry in
      let names = columns(entry.partitions).map(\.name)
      let local = entry.table.indexes.filter(isLocal)
      return keys(entry.table.name, "TABLE", names) + local.flatMap { keys($0.name, "INDEX", names) }
    }
  }

  private static func isLocal(_ index: Index) -> Bool {
    if case .local = index.locality { true } else { false }
  }

  private static func globalKeys(_ session: StandInSession) -> [KeyEntry] {
    indexes(session).flatMap { index -> [KeyEntry] in
      guard case .global(let partitioning) = index.locality else { return [] }
      return keys(index.name, "INDEX", partitioning.columns.map(\.name))
    }
  }

  private static let keyColumns: [DictionaryColumn<KeyEntry>] = [
    DictionaryColumn("OWNER") { Value($0.name.owner) },
    DictionaryColumn("NAME") { Value($0.name.name) },
    DictionaryColumn("OBJECT_TYPE") { Value($0.type) },
    DictionaryColumn("COLUMN_NAME") { Value($0.column) },
    DictionaryColumn("COLUMN_POSITION") { Value($0.position) },
  ]

  // MARK: Partitions

  private struct PartEntry {
    var table: QualifiedName
    var part: TablePartitions.Part
    var position: Int
    var isComposite: Bool
    /// The partition above, and its position.
    var parent: String?
    var parentPosition = 0
  }

  private static func parts(_ session: StandInSession) -> [PartEntry] {
    tables(session).flatMap { entry in
      entry.partitions.parts.enumerated().map { place, part in
        PartEntry(
          table: entry.table.name, part: part, position: place + 1, isComposite: entry.partitions.below != nil)
      }
    }
  }

  private static func subparts(_ session: StandInSession) -> [PartEntry] {
    parts(session).flatMap { above in
      above.part.parts.enumerated().map { place, part in
        PartEntry(
          table: above.table, part: part, position: place + 1, isComposite: false, parent: above.part.name,
          parentPosition: above.position)
      }
    }
  }

  private static func templates(_ session: StandInSession) -> [PartEntry] {
    tables(session).flatMap { entry in
      entry.partitions.template.enumerated().map { place, part in
        PartEntry(table: entry.table.name, part: part, position: place + 1, isComposite: false)
      }
    }
  }

  private static func long(_ text: String?) -> Value {
    text.map { Value(type: .long, bytes: Array($0.utf8)) } ?? .null
  }

  /// What partitions and subpartitions have in common.
  private static let storage: [DictionaryColumn<PartEntry>] = [
    DictionaryColumn("TABLE_OWNER") { Value($0.table.owner) },
    DictionaryColumn("TABLE_NAME") { Value($0.table.name) },
    DictionaryColumn("HIGH_VALUE") { long($0.part.highValue) },
    DictionaryColumn("HIGH_VALUE_LENGTH") { Value($0.part.highValue?.utf8.count ?? 0) },
    DictionaryColumn("TABLESPACE_NAME", constant: "USERS"),
    DictionaryColumn("PCT_FREE") { _ in Value(10) },
    DictionaryColumn("INI_TRANS") { _ in Value(1) },
    DictionaryColumn("MAX_TRANS") { _ in Value(255) },
    DictionaryColumn("LOGGING", constant: "YES"),
    DictionaryColumn("COMPRESSION", constant: "DISABLED"),
    DictionaryColumn("BUFFER_POOL", constant: "DEFAULT"),
    DictionaryColumn("GLOBAL_STATS", constant: "NO"),
    DictionaryColumn("USER_STATS", constant: "NO"),
    DictionaryColumn("INTERVAL", constant: "NO"),
    DictionaryColumn("SEGMENT_CREATED", constant: "YES"),
    DictionaryColumn("INDEXING", constant: "ON"),
    DictionaryColumn("READ_ONLY", constant: "NO"),
  ]

  private static let partitionColumns: [DictionaryColumn<PartEntry>] =
    storage + [
      DictionaryColumn("COMPOSITE") { .flag($0.isComposite) },
      DictionaryColumn("PARTITION_NAME") { Value($0.part.name) },
      DictionaryColumn("SUBPARTITION_COUNT") { Value($0.part.parts.count) },
      DictionaryColumn("PARTITION_POSITION") { Value($0.position) },
      DictionaryColumn("IS_NESTED", constant: "NO"),
    ]

  private static let subpartitionColumns: [DictionaryColumn<PartEntry>] =
    storage + [
      DictionaryColumn("PARTITION_NAME") { Value($0.parent) },
      DictionaryColumn("SUBPARTITION_NAME") { Value($0.part.name) },
      DictionaryColumn("PARTITION_POSITION") { Value($0.parentPosition) },
      DictionaryColumn("SUBPARTITION_POSITION") { Value($0.position) },
    ]

  private static let templateColumns: [DictionaryColumn<PartEntry>] = [
    DictionaryColumn("USER_NAME") { Value($0.table.owner) },
    DictionaryColumn("TABLE_NAME") { Value($0.table.name) },
    DictionaryColumn("SUBPARTITION_NAME") { Value($0.part.name) },
    DictionaryColumn("SUBPARTITION_POSITION") { Value($0.position) },
    DictionaryColumn("HIGH_BOUND") { long($0.part.highValue) },
  ]

  // MARK: Indexes

  private static func indexes(_ session: StandInSession) -> [Index] {
    session.database.catalog.sortedTables.flatMap(\.indexes).filter { $0.locality != nil }
  }

  private static let indexColumns: [DictionaryColumn<Index>] = [
    DictionaryColumn("OWNER") { Value($0.name.owner) },
    DictionaryColumn("INDEX_NAME") { Value($0.name.name) },
    DictionaryColumn("TABLE_NAME") { Value($0.table.name.name) },
    DictionaryColumn("PARTITIONING_TYPE") { index in
      if case .global(let partitioning) = index.locality { return Value(partitioning.method.rawValue) }
      return Value(index.table.partitions?.level.method.rawValue)
    },
    DictionaryColumn("SUBPARTITIONING_TYPE") { index in
      Value(isLocal(index) ? index.table.partitions?.below?.method.rawValue ?? "NONE" : "NONE")
    },
    DictionaryColumn("PARTITION_COUNT") { index in
      if case .global(let partitioning) = index.locality {
        return Value(max(partitioning.partitions.count, partitioning.count ?? 0))
      }
      return Value(index.table.partitions.map(count))
    },
    DictionaryColumn("DEF_SUBPARTITION_COUNT") { index in
      Value(isLocal(index) ? index.table.partitions?.defaultCount ?? 0 : 0)
    },
    DictionaryColumn("PARTITIONING_KEY_COUNT") { index in
      if case .global(let partitioning) = index.locality { return Value(partitioning.columns.count) }
      return Value(index.table.partitions?.level.columns.count)
    },
    DictionaryColumn("SUBPARTITIONING_KEY_COUNT") { index in
      Value(isLocal(index) ? index.table.partitions?.below?.columns.count ?? 0 : 0)
    },
    DictionaryColumn("LOCALITY") { Value(isLocal($0) ? "LOCAL" : "GLOBAL") },
    DictionaryColumn("ALIGNMENT") { index in
      let first = index.table.partitions?.level.columns.first
      return Value(isLocal(index) && index.keys.first?.column !== first ? "NON_PREFIXED" : "PREFIXED")
    },
    DictionaryColumn("AUTOLIST") { .flag(isLocal($0) && $0.table.partitions?.level.isAutomatic == true) },
  ]

  static let all: [DictionaryDefinition] =
    DictionaryBuilder.family("PART_TABLES", tableColumns, owner: { $0.table.name.owner }, elements: { tables($0) })
    + DictionaryBuilder.family("PART_INDEXES", indexColumns, owner: { $0.name.owner }, elements: { indexes($0) })
    + DictionaryBuilder.family(
      "PART_KEY_COLUMNS", keyColumns, owner: { $0.name.owner },
      elements: { session in keys(session) { $0.level.columns } + globalKeys(session) })
    + DictionaryBuilder.family(
      "SUBPART_KEY_COLUMNS", keyColumns, owner: { $0.name.owner },
      elements: { session in keys(session) { $0.below?.columns ?? [] } })
    + DictionaryBuilder.family(
      "TAB_PARTITIONS", partitionColumns, owner: { $0.table.owner }, elements: { parts($0) })
    + DictionaryBuilder.family(
      "TAB_SUBPARTITIONS", subpartitionColumns, owner: { $0.table.owner }, elements: { subparts($0) })
    + DictionaryBuilder.family(
      "SUBPARTITION_TEMPLATES", templateColumns, owner: { $0.table.owner }, elements: { templates($0) })
}
