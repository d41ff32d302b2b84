import OracleWire

/// TAB_COLUMNS, TAB_COLS and TAB_IDENTITY_COLS.
enum ColumnViews {
  /// A column of a table or a view.
  struct ColumnEntry {
    var owner: String
    var table: String
    var name: String
    var type: ColumnType
    var isNullable: Bool
    var place: Int
    /// COLUMN_ID: nil for invisible columns.
    var number: Int?
    var column: Column?
  }

  private typealias Entry = DictionaryColumn<ColumnEntry>

  static func entries(_ session: StandInSession) throws -> [ColumnEntry] {
    var entries: [ColumnEntry] = []
    for table in session.database.catalog.sortedTables {
      var number = 0
      for (place, column) in table.columns.enumerated() {
        if !column.isInvisible { number += 1 }
        entries.append(
          ColumnEntry(
            owner: table.name.owner, table: table.name.name, name: column.name, type: column.type,
            isNullable: !column.isNotNull, place: place + 1, number: column.isInvisible ? nil : number, column: column))
      }
    }
    let views = session.database.catalog.views.values.sorted { $0.name.description < $1.name.description }
    for view in views {
      let context = CompileContext(session: session, sql: Array(view.text.utf8))
      let plan = try? session.withSchema(view.name.owner) {
        try QueryCompiler(context: context).plan(view.query, parent: nil)
      }
      for (place, column) in (plan?.columns ?? []).enumerated() {
        entries.append(
          ColumnEntry(
            owner: view.name.owner, table: view.name.name, name: view.columnNames[safe: place] ?? column.name,
            type: column.type, isNullable: column.isNullable, place: place + 1, number: place + 1, column: nil))
      }
    }
    return entries
  }

  private static func dataDefault(_ entry: ColumnEntry) -> Value {
    guard let column = entry.column else { return .null }
    let text: String
    if let identity = column.identity {
      text = "\(identity.sequence.name.quoted).nextval"
    } else if let source = column.defaultValue ?? column.virtualExpression {
      text = source.text
    } else {
      return .null
    }
    return Value(type: .long, bytes: Array(text.utf8))
  }

  private static func precision(_ type: ColumnType) -> Value {
    switch type.base {
    case .number: type.isFloat ? Value(type.precision ?? 126) : Value(type.precision)
    case .intervalDS: Value(type.scale ?? 2)
    default: .null
    }
  }

  private static func scale(_ type: ColumnType) -> Value {
    switch type.base {
    case .number: type.isFloat ? .null : Value(type.scale)
    case .timestamp, .timestampTZ, .timestampLTZ, .intervalDS: Value(type.precision ?? 6)
    default: .null
    }
  }

  private static func length(_ type: ColumnType) -> Value {
    switch type.base {
    case .timestamp, .timestampLTZ: Value(type.precision == 0 ? 7 : 11)
    default: Value(type.bufferSize)
    }
  }

  private static func isText(_ type: ColumnType) -> Bool { type.base == .varchar || type.base == .char }

  private static let leading: [DictionaryColumn<ColumnEntry>] = [
    Entry("OWNER V128!") { Value($0.owner) },
    Entry("TABLE_NAME V128!") { Value($0.table) },
    Entry("COLUMN_NAME V128!") { Value($0.name) },
    Entry("DATA_TYPE V128") { Value($0.type.dictionaryName) },
    Entry("DATA_TYPE_MOD V3"),
    Entry("DATA_TYPE_OWNER V128"),
    Entry("DATA_LENGTH N!") { length($0.type) },
    Entry("DATA_PRECISION N") { precision($0.type) },
    Entry("DATA_SCALE N") { scale($0.type) },
    Entry("NULLABLE V1") { Value($0.isNullable ? "Y" : "N") },
    Entry("COLUMN_ID N") { Value($0.number) },
    Entry("DEFAULT_LENGTH N") { entry in
      let text = dataDefault(entry)
      return text.isNull ? .null : Value(text.bytes.count)
    },
    Entry("DATA_DEFAULT L") { dataDefault($0) },
    Entry("NUM_DISTINCT N"),
    Entry("LOW_VALUE R2000"),
    Entry("HIGH_VALUE R2000"),
    Entry("DENSITY N"),
    Entry("NUM_NULLS N"),
    Entry("NUM_BUCKETS N"),
    Entry("LAST_ANALYZED D"),
    Entry("SAMPLE_SIZE N"),
    Entry("CHARACTER_SET_NAME V44") { entry in
      guard isText(entry.type) || entry.type.base == .clob else { return .null }
      return Value(entry.type.isNational ? "NCHAR_CS" : "CHAR_CS")
    },
    Entry("CHAR_COL_DECL_LENGTH N") { isText($0.type) ? Value($0.type.bufferSize) : .null },
    Entry("GLOBAL_STATS V3", constant: "NO"),
    Entry("USER_STATS V3", constant: "NO"),
    Entry("AVG_COL_LEN N"),
    Entry("CHAR_LENGTH N") { Value($0.type.characterLength) },
    Entry("CHAR_USED V1") { entry in
      guard isText(entry.type) else { return .null }
      return Value(entry.type.inCharacters || entry.type.isNational ? "C" : "B")
    },
    Entry("V80_FMT_IMAGE V3", constant: "NO"),
    Entry("DATA_UPGRADED V3", constant: "YES"),
  ]

  private static let hidden: [DictionaryColumn<ColumnEntry>] = [
    Entry("HIDDEN_COLUMN V3") { .flag($0.number == nil) },
    Entry("VIRTUAL_COLUMN V3") { .flag($0.column?.virtualExpression != nil) },
    Entry("SEGMENT_COLUMN_ID N") { $0.column?.virtualExpression == nil ? Value($0.place) : .null },
    Entry("INTERNAL_COLUMN_ID N!") { Value($0.place) },
  ]

  private static let middle: [DictionaryColumn<ColumnEntry>] = [
    Entry("HISTOGRAM V15", constant: "NONE")
  ]

  private static let trailing: [DictionaryColumn<ColumnEntry>] = [
    Entry("DEFAULT_ON_NULL V3") { .flag($0.column?.defaultOnNull == true || $0.column?.identity?.onNull == true) },
    Entry("IDENTITY_COLUMN V3") { .flag($0.column?.identity != nil) },
    Entry("EVALUATION_EDITION V128"),
    Entry("UNUSABLE_BEFORE V128"),
    Entry("UNUSABLE_BEGINNING V128"),
    Entry("COLLATION V100") { isText($0.type) ? Value("USING_NLS_COMP") : .null },
  ]

  private static let qualified: [DictionaryColumn<ColumnEntry>] = [
    Entry("QUALIFIED_COL_NAME V4000") { Value($0.name) },
    Entry("USER_GENERATED V3", constant: "YES"),
  ]

  private struct IdentityEntry {
    var table: Table
    var column: Column
    var identity: IdentityColumn
  }

  private typealias Identity = DictionaryColumn<IdentityEntry>

  private static let identityColumns: [DictionaryColumn<IdentityEntry>] = [
    Identity("OWNER V128!") { Value($0.table.name.owner) },
    Identity("TABLE_NAME V128!") { Value($0.table.name.name) },
    Identity("COLUMN_NAME V128!") { Value($0.column.name) },
    Identity("GENERATION_TYPE V10") { Value($0.identity.isAlways ? "ALWAYS" : "BY DEFAULT") },
    Identity("SEQUENCE_NAME V128!") { Value($0.identity.sequence.name.name) },
    Identity("IDENTITY_OPTIONS V298") { entry in
      let sequence = entry.identity.sequence
      return Value(
        "START WITH: \(sequence.start), INCREMENT BY: \(sequence.increment), MAX_VALUE: \(sequence.maximum), "
          + "MIN_VALUE: \(sequence.minimum), CYCLE_FLAG: \(sequence.isCycling ? "Y" : "N"), "
          + "CACHE_SIZE: \(sequence.cache), ORDER_FLAG: \(sequence.isOrdered ? "Y" : "N")")
    },
  ]

  private static func identities(_ session: StandInSession) -> [IdentityEntry] {
    session.database.catalog.sortedTables.flatMap { table in
      table.columns.compactMap { column in
        column.identity.map { IdentityEntry(table: table, column: column, identity: $0) }
      }
    }
  }

  static let all: [DictionaryView] =
    DictionaryBuilder.family(
      "TAB_COLUMNS", leading + middle + trailing, owner: { $0.owner },
      elements: { try entries($0).filter { $0.number != nil } })
    + DictionaryBuilder.family(
      "TAB_COLS", leading + hidden + middle + qualified + trailing, owner: { $0.owner }, elements: { try entries($0) })
    + DictionaryBuilder.family(
      "TAB_IDENTITY_COLS", identityColumns, owner: { $0.table.name.owner }, elements: { identities($0) })
}
