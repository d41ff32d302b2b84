import OracleWire

/// INDEXES, IND_COLUMNS and IND_EXPRESSIONS.
enum IndexViews {
  private typealias Entry = DictionaryColumn<Index>

  private static func elements(_ session: StandInSession) -> [Index] {
    session.database.catalog.sortedTables.flatMap(\.indexes)
  }

  private static func type(_ index: Index) -> String {
    let base = index.isBitmap ? "BITMAP" : index.isReverse ? "NORMAL/REV" : "NORMAL"
    return index.hasExpressions ? "FUNCTION-BASED " + base : base
  }

  private static let columns: [DictionaryColumn<Index>] = [
    Entry("OWNER V128!") { Value($0.name.owner) },
    Entry("INDEX_NAME V128!") { Value($0.name.name) },
    Entry("INDEX_TYPE V27") { Value(type($0)) },
    Entry("TABLE_OWNER V128!") { Value($0.table.name.owner) },
    Entry("TABLE_NAME V128!") { Value($0.table.name.name) },
    Entry("TABLE_TYPE V11", constant: "TABLE"),
    Entry("UNIQUENESS V9") { Value($0.isUnique ? "UNIQUE" : "NONUNIQUE") },
    Entry("COMPRESSION V13", constant: "DISABLED"),
    Entry("PREFIX_LENGTH N"),
    Entry("TABLESPACE_NAME V30", constant: "USERS"),
    Entry("INI_TRANS N") { _ in Value(2) },
    Entry("MAX_TRANS N") { _ in Value(255) },
    Entry("INITIAL_EXTENT N") { _ in Value(65536) },
    Entry("NEXT_EXTENT N") { _ in Value(1_048_576) },
    Entry("MIN_EXTENTS N") { _ in Value(1) },
    Entry("MAX_EXTENTS N") { _ in Value(2_147_483_645) },
    Entry("PCT_INCREASE N"),
    Entry("PCT_FREE N") { _ in Value(10) },
    Entry("LOGGING V3", constant: "YES"),
    Entry("BLEVEL N") { _ in Value(1) },
    Entry("LEAF_BLOCKS N"),
    Entry("DISTINCT_KEYS N") { $0.isUnique ? Value($0.table.storage.liveRows) : .null },
    Entry("CLUSTERING_FACTOR N"),
    Entry("STATUS V8", constant: "VALID"),
    Entry("NUM_ROWS N") { Value($0.table.storage.liveRows) },
    Entry("SAMPLE_SIZE N"),
    Entry("LAST_ANALYZED D"),
    Entry("DEGREE V40", constant: "1"),
    Entry("INSTANCES V40", constant: "1"),
    Entry("PARTITIONED V3", constant: "NO"),
    Entry("TEMPORARY V1") { Value($0.table.temporary == nil ? "N" : "Y") },
    Entry("GENERATED V1") { index in
      let names = index.table.constraints.filter { $0.index === index }
      return Value(index.isGenerated && names.contains { $0.isGeneratedName } ? "Y" : "N")
    },
    Entry("SECONDARY V1", constant: "N"),
    Entry("BUFFER_POOL V7", constant: "DEFAULT"),
    Entry("USER_STATS V3", constant: "NO"),
    Entry("DURATION V15"),
    Entry("GLOBAL_STATS V3", constant: "YES"),
    Entry("FUNCIDX_STATUS V8") { $0.hasExpressions ? Value("ENABLED") : .null },
    Entry("JOIN_INDEX V3", constant: "NO"),
    Entry("DROPPED V3", constant: "NO"),
    Entry("VISIBILITY V9", constant: "VISIBLE"),
    Entry("SEGMENT_CREATED V3", constant: "YES"),
    Entry("CONSTRAINT_INDEX V3") { index in .flag(index.table.constraints.contains { $0.index === index }) },
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
    PartEntry("INDEX_OWNER V128!") { Value($0.index.name.owner) },
    PartEntry("INDEX_NAME V128!") { Value($0.index.name.name) },
    PartEntry("TABLE_OWNER V128!") { Value($0.index.table.name.owner) },
    PartEntry("TABLE_NAME V128!") { Value($0.index.table.name.name) },
    PartEntry("COLUMN_NAME V4000") { Value($0.key.generatedName ?? $0.key.column?.name) },
    PartEntry("COLUMN_POSITION N!") { Value($0.position) },
    PartEntry("COLUMN_LENGTH N!") { Value($0.key.column?.type.bufferSize ?? 4000) },
    PartEntry("CHAR_LENGTH N") { Value($0.key.column?.type.characterLength ?? 0) },
    PartEntry("DESCEND V4") { Value($0.key.isDescending ? "DESC" : "ASC") },
    PartEntry("COLLATED_COLUMN_ID N"),
  ]

  private static let expressionColumns: [DictionaryColumn<Part>] = [
    PartEntry("INDEX_OWNER V128!") { Value($0.index.name.owner) },
    PartEntry("INDEX_NAME V128!") { Value($0.index.name.name) },
    PartEntry("TABLE_OWNER V128!") { Value($0.index.table.name.owner) },
    PartEntry("TABLE_NAME V128!") { Value($0.index.table.name.name) },
    PartEntry("COLUMN_EXPRESSION L") { part in
      let text = part.key.expression?.text ?? "\"\(part.key.column?.name ?? "")\""
      return Value(type: .long, bytes: Array(text.utf8))
    },
    PartEntry("COLUMN_POSITION N!") { Value($0.position) },
  ]

  /// The USER_ forms leave out both owners.
  private static func withoutOwners(_ views: [DictionaryView]) -> [DictionaryView] {
    views.map { view in
      guard view.name.hasPrefix("USER_"), let place = view.columns.firstIndex(where: { $0.name == "TABLE_OWNER" })
      else { return view }
      var changed = view
      changed.columns.remove(at: place)
      let rows = view.rows
      changed.rows = { session in
        try rows(session).map { row in
          var row = row
          row.remove(at: place)
          return row
        }
      }
      return changed
    }
  }

  static let all: [DictionaryView] =
    DictionaryBuilder.family("INDEXES", isCached: false, columns, owner: { $0.name.owner }, elements: { elements($0) })
    + withoutOwners(
      DictionaryBuilder.family(
        "IND_COLUMNS", partColumns, owner: { $0.index.name.owner }, elements: { parts($0) })
        + DictionaryBuilder.family(
          "IND_EXPRESSIONS", expressionColumns, owner: { $0.index.name.owner },
          elements: { parts($0).filter { $0.key.generatedName != nil } }))
}
