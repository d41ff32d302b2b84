import OracleWire

/// TABLES and what goes with it.
enum TableViews {
  private typealias Entry = DictionaryColumn<Table>

  private static let columns: [DictionaryColumn<Table>] = [
    Entry("OWNER V128!") { Value($0.name.owner) },
    Entry("TABLE_NAME V128!") { Value($0.name.name) },
    Entry("TABLESPACE_NAME V30") { $0.temporary == nil ? Value("USERS") : .null },
    Entry("CLUSTER_NAME V128"),
    Entry("IOT_NAME V128"),
    Entry("STATUS V8", constant: "VALID"),
    Entry("PCT_FREE N") { _ in Value(10) },
    Entry("PCT_USED N"),
    Entry("INI_TRANS N") { _ in Value(1) },
    Entry("MAX_TRANS N") { _ in Value(255) },
    Entry("INITIAL_EXTENT N") { _ in Value(65536) },
    Entry("NEXT_EXTENT N") { _ in Value(1_048_576) },
    Entry("MIN_EXTENTS N") { _ in Value(1) },
    Entry("MAX_EXTENTS N") { _ in Value(2_147_483_645) },
    Entry("PCT_INCREASE N"),
    Entry("FREELISTS N"),
    Entry("FREELIST_GROUPS N"),
    Entry("LOGGING V3", constant: "YES"),
    Entry("BACKED_UP V1", constant: "N"),
    Entry("NUM_ROWS N") { Value($0.storage.liveRows) },
    Entry("BLOCKS N") { Value($0.storage.blocks.count) },
    Entry("EMPTY_BLOCKS N") { _ in Value(0) },
    Entry("AVG_SPACE N") { _ in Value(0) },
    Entry("CHAIN_CNT N") { _ in Value(0) },
    Entry("AVG_ROW_LEN N") { table in
      let bytes = table.storage.blocks.reduce(0) { $0 + $1.bytes.count }
      return Value(table.storage.liveRows == 0 ? 0 : bytes / table.storage.liveRows)
    },
    Entry("AVG_SPACE_FREELIST_BLOCKS N"),
    Entry("NUM_FREELIST_BLOCKS N"),
    Entry("DEGREE V40", constant: "         1"),
    Entry("INSTANCES V40", constant: "         1"),
    Entry("CACHE V20", constant: "    N"),
    Entry("TABLE_LOCK V8", constant: "ENABLED"),
    Entry("SAMPLE_SIZE N") { Value($0.storage.liveRows) },
    Entry("LAST_ANALYZED D") { Value(date: $0.changed) },
    Entry("PARTITIONED V3", constant: "NO"),
    Entry("IOT_TYPE V12") { $0.isIndexOrganized ? Value("IOT") : .null },
    Entry("TEMPORARY V1") { Value($0.temporary == nil ? "N" : "Y") },
    Entry("SECONDARY V1", constant: "N"),
    Entry("NESTED V3", constant: "NO"),
    Entry("BUFFER_POOL V7", constant: "DEFAULT"),
    Entry("FLASH_CACHE V7", constant: "DEFAULT"),
    Entry("CELL_FLASH_CACHE V7", constant: "DEFAULT"),
    Entry("ROW_MOVEMENT V8", constant: "DISABLED"),
    Entry("GLOBAL_STATS V3", constant: "YES"),
    Entry("USER_STATS V3", constant: "NO"),
    Entry("DURATION V15") { table in
      switch table.temporary {
      case .deleteOnCommit: Value("SYS$TRANSACTION")
      case .preserveOnCommit: Value("SYS$SESSION")
      case nil: .null
      }
    },
    Entry("SKIP_CORRUPT V8", constant: "DISABLED"),
    Entry("MONITORING V3", constant: "YES"),
    Entry("CLUSTER_OWNER V128"),
    Entry("DEPENDENCIES V8", constant: "DISABLED"),
    Entry("COMPRESSION V8", constant: "DISABLED"),
    Entry("COMPRESS_FOR V30"),
    Entry("DROPPED V3", constant: "NO"),
    Entry("READ_ONLY V3", constant: "NO"),
    Entry("SEGMENT_CREATED V3", constant: "YES"),
    Entry("RESULT_CACHE V7", constant: "DEFAULT"),
    Entry("CLUSTERING V3", constant: "NO"),
    Entry("ACTIVITY_TRACKING V23"),
    Entry("DML_TIMESTAMP V25"),
    Entry("HAS_IDENTITY V3") { table in .flag(table.columns.contains { $0.identity != nil }) },
    Entry("CONTAINER_DATA V3", constant: "NO"),
    Entry("INMEMORY V8", constant: "DISABLED"),
    Entry("DEFAULT_COLLATION V100", constant: "USING_NLS_COMP"),
    Entry("DUPLICATED V1", constant: "N"),
    Entry("SHARDED V1", constant: "N"),
    Entry("EXTERNAL V3", constant: "NO"),
    Entry("HYBRID V3", constant: "NO"),
  ]

  static let all: [DictionaryView] =
    DictionaryBuilder.family(
      "TABLES", isCached: false, columns, owner: { $0.name.owner }, elements: { $0.database.catalog.sortedTables })
    + [
      DictionaryBuilder.view(
        "DBA_SEGMENTS", isCached: false, [Entry("OWNER V128!") { Value($0.name.owner) }] + segmentColumns
      ) { session in
        session.database.catalog.sortedTables.filter { $0.temporary == nil }
      },
      DictionaryBuilder.view("USER_SEGMENTS", isCached: false, segmentColumns) { session in
        session.database.catalog.sortedTables.filter { $0.temporary == nil && $0.name.owner == session.user }
      },
    ]

  /// Segments of tables only: the stand-in's indexes live beside them.
  private static let segmentColumns: [DictionaryColumn<Table>] = [
    Entry("SEGMENT_NAME V128") { Value($0.name.name) },
    Entry("PARTITION_NAME V128"),
    Entry("SEGMENT_TYPE V18", constant: "TABLE"),
    Entry("TABLESPACE_NAME V30", constant: "USERS"),
    Entry("BYTES N") { table in Value(table.storage.blocks.reduce(0) { $0 + $1.bytes.count }) },
    Entry("BLOCKS N") { Value($0.storage.blocks.count) },
    Entry("EXTENTS N") { _ in Value(1) },
  ]
}
