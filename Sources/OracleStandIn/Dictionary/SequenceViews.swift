import OracleWire

/// SEQUENCES.
enum SequenceViews {
  private typealias Entry = DictionaryColumn<SequenceGenerator>

  private static let columns: [DictionaryColumn<SequenceGenerator>] = [
    Entry("SEQUENCE_OWNER") { Value($0.name.owner) },
    Entry("SEQUENCE_NAME") { Value($0.name.name) },
    Entry("MIN_VALUE") { Value(int128: $0.minimum) },
    Entry("MAX_VALUE") { Value(int128: $0.maximum) },
    Entry("INCREMENT_BY") { Value(int128: $0.increment) },
    Entry("CYCLE_FLAG") { Value($0.isCycling ? "Y" : "N") },
    Entry("ORDER_FLAG") { Value($0.isOrdered ? "Y" : "N") },
    Entry("CACHE_SIZE") { Value($0.cache) },
    Entry("LAST_NUMBER") { Value(int128: $0.lastNumber) },
    Entry("SCALE_FLAG", constant: "N"),
    Entry("EXTEND_FLAG", constant: "N"),
    Entry("SHARDED_FLAG", constant: "N"),
    Entry("SESSION_FLAG", constant: "N"),
    Entry("KEEP_VALUE", constant: "N"),
  ]

  static let all: [DictionaryDefinition] = DictionaryBuilder.family(
    "SEQUENCES", isCached: false, columns, owner: { $0.name.owner },
    elements: { session in
      session.database.catalog.sequences.values.sorted { $0.name.description < $1.name.description }
    })
}
