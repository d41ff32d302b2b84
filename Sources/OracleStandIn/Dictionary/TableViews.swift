import OracleWire

/// TABLES and what goes with it.
enum TableViews {
  private typealias Entry = DictionaryColumn<Table>

  private static let columns: [DictionaryColumn<Table>] = [
    Entry("OWNER") { Value($0.name.owner) },
    Entry("TABLE_NAME") { Value($0.name.name) },
    Entry("TABLESPACE_NAME") { $0.temporary == nil && !$0.isIndexOrganized ? Value("USERS") : .null },
    Entry("STATUS", constant: "VALID"),
    Entry("PCT_FREE") { _ in Value(10) },
    Entry("INI_TRANS") { _ in Value(1) },
    Entry("MAX_TRANS") { _ in Value(255) },
    Entry("INITIAL_EXTENT") { _ in Value(65536) },
    Entry("NEXT_EXTENT") { _ in Value(1_048_576) },
    Entry("MIN_EXTENTS") { _ in Value(1) },
    Entry("MAX_EXTENTS") { _ in Value(2_147_483_645) },
    Entry("LOGGING", constant: "YES"),
    Entry("BACKED_UP", constant: "N"),
    Entry("NUM_ROWS") { $0.overflowOf == nil ? Value($0.storage.liveRows) : .null },
    Entry("BLOCKS") { Value($0.storage.blocks.count) },
    Entry("EMPTY_BLOCKS") { _ in Value(0) },
    Entry("AVG_SPACE") { _ in Value(0) },
    Entry("CHAIN_CNT") { _ in Value(0) },
    Entry("AVG_ROW_LEN") { table in
      return Value(table.storage.liveRows == 0 ? 0 : table.storage.blocks.byteCount / table.storage.liveRows)
    },
    Entry("DEGREE", constant: "         1"),
    Entry("INSTANCES", constant: "         1"),
    Entry("CACHE", constant: "    N"),
    Entry("TABLE_LOCK", constant: "ENABLED"),
    Entry("SAMPLE_SIZE") { Value($0.storage.liveRows) },
    Entry("LAST_ANALYZED") { Value(date: $0.changed) },
    Entry("PARTITIONED") { .flag($0.partitions != nil) },
    Entry("IOT_NAME") { Value($0.overflowOf?.name) },
    Entry("IOT_TYPE") { $0.isIndexOrganized ? Value("IOT") : $0.overflowOf != nil ? Value("IOT_OVERFLOW") : .null },
    Entry("TEMPORARY") { Value($0.temporary == nil ? "N" : "Y") },
    Entry("SECONDARY", constant: "N"),
    Entry("NESTED", constant: "NO"),
    Entry("BUFFER_POOL", constant: "DEFAULT"),
    Entry("FLASH_CACHE", constant: "DEFAULT"),
    Entry("CELL_FLASH_CACHE", constant: "DEFAULT"),
    Entry("ROW_MOVEMENT", constant: "DISABLED"),
    Entry("GLOBAL_STATS", constant: "YES"),
    Entry("USER_STATS", constant: "NO"),
    Entry("DURATION") { table in
      switch table.temporary {
      case .deleteOnCommit: Value("SYS$TRANSACTION")
      case .preserveOnCommit: Value("SYS$SESSION")
      case nil: .null
      }
    },
    Entry("SKIP_CORRUPT", constant: "DISABLED"),
    Entry("MONITORING", constant: "YES"),
    Entry("DEPENDENCIES", constant: "DISABLED"),
    Entry("COMPRESSION", constant: "DISABLED"),
    Entry("DROPPED", constant: "NO"),
    Entry("READ_ONLY", constant: "NO"),
    Entry("SEGMENT_CREATED", constant: "YES"),
    Entry("RESULT_CACHE", constant: "DEFAULT"),
    Entry("CLUSTERING", constant: "NO"),
    Entry("HAS_IDENTITY") { table in .flag(table.columns.contains { $0.identity != nil }) },
    Entry("CONTAINER_DATA", constant: "NO"),
    Entry("INMEMORY", constant: "DISABLED"),
    Entry("DEFAULT_COLLATION", constant: "USING_NLS_COMP"),
    Entry("DUPLICATED", constant: "N"),
    Entry("SHARDED", constant: "N"),
    Entry("EXTERNAL", constant: "NO"),
    Entry("HYBRID", constant: "NO"),
  ]

  static let all: [DictionaryDefinition] =
    DictionaryBuilder.family(
      "TABLES", isCached: false, columns, owner: { $0.name.owner },
      elements: {
        $0.database.catalog.sortedTables.filter { $0.objectType == nil }.flatMap {
          [$0] + ($0.overflow.map { [$0] } ?? [])
        }
      })
}
