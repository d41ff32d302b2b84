import OracleWire

/// SEQUENCES.
enum SequenceViews {
  private typealias Entry = DictionaryColumn<SequenceGenerator>

  private static let columns: [DictionaryColumn<SequenceGenerator>] = [
    Entry("SEQUENCE_OWNER V128!") { Value($0.name.owner) },
    Entry("SEQUENCE_NAME V128!") { Value($0.name.name) },
    Entry("MIN_VALUE N") { Value(int128: $0.minimum) },
    Entry("MAX_VALUE N") { Value(int128: $0.maximum) },
    Entry("INCREMENT_BY N!") { Value(int128: $0.increment) },
    Entry("CYCLE_FLAG V1") { Value($0.isCycling ? "Y" : "N") },
    Entry("ORDER_FLAG V1") { Value($0.isOrdered ? "Y" : "N") },
    Entry("CACHE_SIZE N!") { Value($0.cache) },
    Entry("LAST_NUMBER N!") { Value(int128: $0.lastNumber) },
    Entry("SCALE_FLAG V1", constant: "N"),
    Entry("EXTEND_FLAG V1", constant: "N"),
    Entry("SHARDED_FLAG V1", constant: "N"),
    Entry("SESSION_FLAG V1", constant: "N"),
    Entry("KEEP_VALUE V1", constant: "N"),
  ]

  static let all: [DictionaryView] = DictionaryBuilder.family(
    "SEQUENCES", isCached: false, columns, owner: { $0.name.owner },
    elements: { session in
      session.database.catalog.sequences.values.sorted { $0.name.description < $1.name.description }
    })
}
