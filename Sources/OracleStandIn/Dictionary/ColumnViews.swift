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
    case .intervalYM: Value(type.precision ?? 2)
    default: .null
    }
  }

  private static func scale(_ type: ColumnType) -> Value {
    switch type.base {
    case .number: type.isFloat ? .null : Value(type.scale)
    case .timestamp, .timestampTZ, .timestampLTZ, .intervalDS: Value(type.precision ?? 6)
    case .intervalYM: Value(0)
    default: .null
    }
  }

  private static func length(_ type: ColumnType) -> Value {
    switch type.base {
    case .timestamp, .timestampLTZ: Value(type.precision == 0 ? 7 : 11)
    case .urowid: Value(type.length)
    default: Value(type.bufferSize)
    }
  }

  private static func isText(_ type: ColumnType) -> Bool { type.base == .varchar || type.base == .char }

  private static let leading: [DictionaryColumn<ColumnEntry>] = [
    Entry("OWNER") { Value($0.owner) },
    Entry("TABLE_NAME") { Value($0.table) },
    Entry("COLUMN_NAME") { Value($0.name) },
    Entry("DATA_TYPE") { Value($0.type.dictionaryName) },
    Entry("DATA_TYPE_OWNER") { $0.type.base == .xml ? Value("SYS") : Value($0.type.shape?.name.owner) },
    Entry("DATA_LENGTH") { length($0.type) },
    Entry("DATA_PRECISION") { precision($0.type) },
    Entry("DATA_SCALE") { scale($0.type) },
    Entry("NULLABLE") { Value($0.isNullable ? "Y" : "N") },
    Entry("COLUMN_ID") { Value($0.number) },
    Entry("DEFAULT_LENGTH") { entry in
      let text = dataDefault(entry)
      return text.isNull ? .null : Value(text.bytes.count)
    },
    Entry("DATA_DEFAULT") { dataDefault($0) },
    Entry("CHARACTER_SET_NAME") { entry in
      guard isText(entry.type) || entry.type.base == .clob else { return .null }
      return Value(entry.type.isNational ? "NCHAR_CS" : "CHAR_CS")
    },
    Entry("CHAR_COL_DECL_LENGTH") { isText($0.type) ? Value($0.type.bufferSize) : .null },
    Entry("GLOBAL_STATS", constant: "NO"),
    Entry("USER_STATS", constant: "NO"),
    Entry("CHAR_LENGTH") { Value($0.type.characterLength) },
    Entry("CHAR_USED") { entry in
      guard isText(entry.type) else { return .null }
      return Value(entry.type.inCharacters || entry.type.isNational ? "C" : "B")
    },
    Entry("V80_FMT_IMAGE", constant: "NO"),
    Entry("DATA_UPGRADED", constant: "YES"),
  ]

  private static let hidden: [DictionaryColumn<ColumnEntry>] = [
    Entry("HIDDEN_COLUMN") { .flag($0.number == nil) },
    Entry("VIRTUAL_COLUMN") { .flag($0.column?.virtualExpression != nil) },
    Entry("SEGMENT_COLUMN_ID") { $0.column?.virtualExpression == nil ? Value($0.place) : .null },
    Entry("INTERNAL_COLUMN_ID") { Value($0.place) },
  ]

  private static let middle: [DictionaryColumn<ColumnEntry>] = [
    Entry("HISTOGRAM", constant: "NONE")
  ]

  private static let trailing: [DictionaryColumn<ColumnEntry>] = [
    Entry("DEFAULT_ON_NULL") { .flag($0.column?.defaultOnNull == true || $0.column?.identity?.onNull == true) },
    Entry("IDENTITY_COLUMN") { .flag($0.column?.identity != nil) },
    Entry("COLLATION") { isText($0.type) ? Value("USING_NLS_COMP") : .null },
    Entry("VECTOR_INFO") { $0.type.base == .vector ? Value(VectorColumns.shape($0.type)) : .null },
  ]

  private static let qualified: [DictionaryColumn<ColumnEntry>] = [
    Entry("QUALIFIED_COL_NAME") { Value($0.name) },
    Entry("USER_GENERATED", constant: "YES"),
  ]

  private struct IdentityEntry {
    var table: Table
    var column: Column
    var identity: IdentityColumn
  }

  private typealias Identity = DictionaryColumn<IdentityEntry>

  private static let identityColumns: [DictionaryColumn<IdentityEntry>] = [
    Identity("OWNER") { Value($0.table.name.owner) },
    Identity("TABLE_NAME") { Value($0.table.name.name) },
    Identity("COLUMN_NAME") { Value($0.column.name) },
    Identity("GENERATION_TYPE") { Value($0.identity.isAlways ? "ALWAYS" : "BY DEFAULT") },
    Identity("SEQUENCE_NAME") { Value($0.identity.sequence.name.name) },
    Identity("IDENTITY_OPTIONS") { entry in
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

  static let all: [DictionaryDefinition] =
    DictionaryBuilder.family(
      "TAB_COLUMNS", leading + middle + trailing, owner: { $0.owner },
      elements: { try entries($0).filter { $0.number != nil } })
    + DictionaryBuilder.family(
      "TAB_COLS", leading + hidden + middle + qualified + trailing, owner: { $0.owner }, elements: { try entries($0) })
    + DictionaryBuilder.family(
      "TAB_IDENTITY_COLS", identityColumns, owner: { $0.table.name.owner }, elements: { identities($0) })
}
