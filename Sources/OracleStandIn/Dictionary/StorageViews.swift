import OracleWire

/// SEGMENTS, EXTENTS and LOBS: what tables and LOB columns take on disk.
enum StorageViews {
  /// A table, or one of its LOB columns.
  private struct Segment {
    var table: Table
    var name: String
    var type: String
    var column: Column?

    /// LOBs lie in the rows here: a LOB segment is never larger than its table.
    var bytes: Int { table.storage.blocks.byteCount }
  }

  private static func lobName(_ table: Table, _ place: Int, _ prefix: String) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return prefix + padded(Int(table.objectNumber), 10) + "C" + padded(place + 1, 5) + "$$"
  }

  /// The rows of an index-organised table lie in the index of its primary key.
  private static func segment(_ table: Table) -> Segment {
    guard table.isIndexOrganized, let index = table.primaryKey?.index else {
      return Segment(table: table, name: table.name.name, type: "TABLE")
    }
    return Segment(table: table, name: index.name.name, type: "INDEX")
  }

  private static func segments(_ session: StandInSession) -> [Segment] {
    session.database.catalog.sortedTables.filter { $0.temporary == nil }.flatMap { table in
      [segment(table)]
        + table.columns.enumerated().filter { $1.type.base.isLOB }.map { place, column in
          Segment(table: table, name: lobName(table, place, "SYS_LOB"), type: "LOBSEGMENT", column: column)
        }
    }
  }

  private static let segmentColumns: [DictionaryColumn<Segment>] = [
    DictionaryColumn("OWNER") { Value($0.table.name.owner) },
    DictionaryColumn("SEGMENT_NAME") { Value($0.name) },
    DictionaryColumn("SEGMENT_TYPE") { Value($0.type) },
    DictionaryColumn("SEGMENT_SUBTYPE") { Value($0.column == nil ? "ASSM" : "SECUREFILE") },
    DictionaryColumn("TABLESPACE_NAME", constant: "USERS"),
    DictionaryColumn("BYTES") { Value($0.bytes) },
    DictionaryColumn("BLOCKS") { Value($0.table.storage.blocks.count) },
    DictionaryColumn("EXTENTS") { _ in Value(1) },
  ]

  private struct Extent {
    var segment: Segment
    var number: Int
    var block: Int
    var blocks: Int

    var bytes: Int { blocks * 8192 }
  }

  /// A LOB's values lie in the rows: its segment has one extent without blocks of its own.
  private static func extents(_ segment: Segment) -> [Extent] {
    guard segment.column == nil else { return [Extent(segment: segment, number: 0, block: 0, blocks: 0)] }
    return segment.table.storage.extents.enumerated().map { number, run in
      Extent(segment: segment, number: number, block: Int(run.first), blocks: run.blocks)
    }
  }

  private static let extentColumns: [DictionaryColumn<Extent>] = [
    DictionaryColumn("OWNER") { Value($0.segment.table.name.owner) },
    DictionaryColumn("SEGMENT_NAME") { Value($0.segment.name) },
    DictionaryColumn("PARTITION_NAME") { _ in .null },
    DictionaryColumn("SEGMENT_TYPE") { Value($0.segment.type) },
    DictionaryColumn("TABLESPACE_NAME", constant: "USERS"),
    DictionaryColumn("EXTENT_ID") { Value($0.number) },
    DictionaryColumn("FILE_ID") { _ in Value(Int(TableStorage.file)) },
    DictionaryColumn("BLOCK_ID") { Value($0.block) },
    DictionaryColumn("BYTES") { Value($0.bytes) },
    DictionaryColumn("BLOCKS") { Value($0.blocks) },
    DictionaryColumn("RELATIVE_FNO") { _ in Value(Int(TableStorage.file)) },
  ]

  private struct LOBColumn {
    var table: Table
    var column: Column
    var place: Int
  }

  private static let lobColumns: [DictionaryColumn<LOBColumn>] = [
    DictionaryColumn("OWNER") { Value($0.table.name.owner) },
    DictionaryColumn("TABLE_NAME") { Value($0.table.name.name) },
    DictionaryColumn("COLUMN_NAME") { Value($0.column.name) },
    DictionaryColumn("SEGMENT_NAME") { Value(lobName($0.table, $0.place, "SYS_LOB")) },
    DictionaryColumn("TABLESPACE_NAME", constant: "USERS"),
    DictionaryColumn("INDEX_NAME") { Value(lobName($0.table, $0.place, "SYS_IL")) },
    DictionaryColumn("CHUNK") { _ in Value(8192) },
    DictionaryColumn("CACHE", constant: "NO"),
    DictionaryColumn("LOGGING", constant: "YES"),
    DictionaryColumn("ENCRYPT", constant: "NO"),
    DictionaryColumn("COMPRESSION", constant: "NO"),
    DictionaryColumn("DEDUPLICATION", constant: "NO"),
    DictionaryColumn("IN_ROW", constant: "YES"),
    DictionaryColumn("FORMAT") { Value($0.column.type.base == .clob ? "ENDIAN NEUTRAL" : "NOT APPLICABLE") },
    DictionaryColumn("PARTITIONED", constant: "NO"),
    DictionaryColumn("SECUREFILE", constant: "YES"),
    DictionaryColumn("SEGMENT_CREATED", constant: "YES"),
    DictionaryColumn("RETENTION_TYPE", constant: "DEFAULT"),
  ]

  static let all: [DictionaryDefinition] =
    DictionaryBuilder.family(
      "SEGMENTS", isCached: false, forms: ["DBA_", "USER_"], segmentColumns, owner: { $0.table.name.owner },
      elements: { segments($0) })
    + DictionaryBuilder.family(
      "EXTENTS", isCached: false, forms: ["DBA_", "USER_"], extentColumns, owner: { $0.segment.table.name.owner },
      elements: { segments($0).flatMap(extents) })
    + DictionaryBuilder.family("LOBS", lobColumns, owner: { $0.table.name.owner }) { session in
      session.database.catalog.sortedTables.flatMap { table in
        table.columns.enumerated().filter { $1.type.base.isLOB }.map { LOBColumn(table: table, column: $1, place: $0) }
      }
    }
}
