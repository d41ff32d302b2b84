import OracleWire

/// INDEXES, IND_COLUMNS and IND_EXPRESSIONS.
enum IndexViews {
  private typealias Entry = DictionaryColumn<Index>

  private static func elements(_ session: StandInSession) -> [Index] {
    session.database.catalog.sortedTables.flatMap(\.indexes)
  }

  private static func type(_ index: Index) -> String {
    if index.table.isIndexOrganized, index.table.primaryKey?.index === index { return "IOT - TOP" }
    let base = index.isBitmap ? "BITMAP" : index.isReverse ? "NORMAL/REV" : "NORMAL"
    return index.hasExpressions ? "FUNCTION-BASED " + base : base
  }

  private static let columns: [DictionaryColumn<Index>] = [
    Entry("OWNER") { Value($0.name.owner) },
    Entry("INDEX_NAME") { Value($0.name.name) },
    Entry("INDEX_TYPE") { Value(type($0)) },
    Entry("TABLE_OWNER") { Value($0.table.name.owner) },
    Entry("TABLE_NAME") { Value($0.table.name.name) },
    Entry("TABLE_TYPE", constant: "TABLE"),
    Entry("UNIQUENESS") { Value($0.isUnique ? "UNIQUE" : "NONUNIQUE") },
    Entry("COMPRESSION", constant: "DISABLED"),
    Entry("TABLESPACE_NAME", constant: "USERS"),
    Entry("INI_TRANS") { _ in Value(2) },
    Entry("MAX_TRANS") { _ in Value(255) },
    Entry("INITIAL_EXTENT") { _ in Value(65536) },
    Entry("NEXT_EXTENT") { _ in Value(1_048_576) },
    Entry("MIN_EXTENTS") { _ in Value(1) },
    Entry("MAX_EXTENTS") { _ in Value(2_147_483_645) },
    Entry("PCT_FREE") { _ in Value(10) },
    Entry("LOGGING", constant: "YES"),
    Entry("BLEVEL") { _ in Value(1) },
    Entry("DISTINCT_KEYS") { $0.isUnique ? Value($0.table.storage.liveRows) : .null },
    Entry("STATUS", constant: "VALID"),
    Entry("NUM_ROWS") { Value($0.table.storage.liveRows) },
    Entry("DEGREE", constant: "1"),
    Entry("INSTANCES", constant: "1"),
    Entry("PARTITIONED") { .flag($0.locality != nil) },
    Entry("TEMPORARY") { Value($0.table.temporary == nil ? "N" : "Y") },
    Entry("GENERATED") { index in
      let names = index.table.constraints.filter { $0.index === index }
      return Value(index.isGenerated && names.contains { $0.isGeneratedName } ? "Y" : "N")
    },
    Entry("SECONDARY", constant: "N"),
    Entry("BUFFER_POOL", constant: "DEFAULT"),
    Entry("USER_STATS", constant: "NO"),
    Entry("GLOBAL_STATS", constant: "YES"),
    Entry("FUNCIDX_STATUS") { $0.hasExpressions ? Value("ENABLED") : .null },
    Entry("JOIN_INDEX", constant: "NO"),
    Entry("DROPPED", constant: "NO"),
    Entry("VISIBILITY", constant: "VISIBLE"),
    Entry("SEGMENT_CREATED", constant: "YES"),
    Entry("CONSTRAINT_INDEX") { index in .flag(index.table.constraints.contains { $0.index === index }) },
  ]

  private struct Part {
    var index: Index
    var key: Index.Key
    var position: Int
  }

  private typealias PartEntry = DictionaryColumn<Part>

  private static func parts(_ session: StandInSession) -> [Part] {
    elements(session).flatMap { index in
      index.keys.enumerated().map { Part(index: index, key: $1, position: $0 + 1) }
    }
  }

  private static let partColumns: [DictionaryColumn<Part>] = [
    PartEntry("INDEX_OWNER") { Value($0.index.name.owner) },
    PartEntry("INDEX_NAME") { Value($0.index.name.name) },
    PartEntry("TABLE_OWNER") { Value($0.index.table.name.owner) },
    PartEntry("TABLE_NAME") { Value($0.index.table.name.name) },
    PartEntry("COLUMN_NAME") { Value($0.key.generatedName ?? $0.key.column?.name) },
    PartEntry("COLUMN_POSITION") { Value($0.position) },
    PartEntry("COLUMN_LENGTH") { Value($0.key.column?.type.bufferSize ?? 4000) },
    PartEntry("CHAR_LENGTH") { Value($0.key.column?.type.characterLength ?? 0) },
    PartEntry("DESCEND") { Value($0.key.isDescending ? "DESC" : "ASC") },
  ]

  private static let expressionColumns: [DictionaryColumn<Part>] = [
    PartEntry("INDEX_OWNER") { Value($0.index.name.owner) },
    PartEntry("INDEX_NAME") { Value($0.index.name.name) },
    PartEntry("TABLE_OWNER") { Value($0.index.table.name.owner) },
    PartEntry("TABLE_NAME") { Value($0.index.table.name.name) },
    PartEntry("COLUMN_EXPRESSION") { part in
      let text = part.key.expression?.text ?? "\"\(part.key.column?.name ?? "")\""
      return Value(type: .long, bytes: Array(text.utf8))
    },
    PartEntry("COLUMN_POSITION") { Value($0.position) },
  ]

  static let all: [DictionaryDefinition] =
    DictionaryBuilder.family("INDEXES", isCached: false, columns, owner: { $0.name.owner }, elements: { elements($0) })
    + DictionaryBuilder.family(
      "IND_COLUMNS", partColumns, owner: { $0.index.name.owner }, elements: { parts($0) })
    + DictionaryBuilder.family(
      "IND_EXPRESSIONS", expressionColumns, owner: { $0.index.name.owner },
      elements: { parts($0).filter { $0.key.generatedName != nil } })
}
