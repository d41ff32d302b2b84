import OracleWire

/// A view of the data dictionary: columns as Oracle has them, rows made from the catalog.
struct DictionaryView: Sendable {
  struct Column: Sendable {
    var name: String
    var type: ColumnType
    var isNullable: Bool
  }

  var name: String
  var columns: [Column]
  /// Whether rows stay valid as long as the catalog doesn't change.
  var isCached = true
  /// Whether the rows are those of the session's schema only.
  var dependsOnUser = false
  var rows: @Sendable (StandInSession) throws -> [[Value]]
}

/// One column of a view over elements of some kind: `NAME V128!` with the function that gives its value.
///
/// Types: V text with its bytes, N NUMBER, D DATE, L LONG, R RAW with its bytes, T TIMESTAMP(6) WITH TIME ZONE; `!`
/// is NOT NULL.
struct DictionaryColumn<Element>: Sendable {
  let column: DictionaryView.Column
  let value: @Sendable (Element) -> Value

  init(_ specification: String, _ value: @escaping @Sendable (Element) -> Value = { _ in .null }) {
    let parts = specification.split(separator: " ")
    let name = String(parts.first ?? "")
    var code = parts.count > 1 ? String(parts[1]) : "V128"
    let isNullable = !code.hasSuffix("!")
    if !isNullable { code.removeLast() }
    let length = Int(code.dropFirst()) ?? 128
    let type: ColumnType
    switch code.first {
    case "N": type = .number
    case "D": type = .date
    case "L": type = ColumnType(base: .long)
    case "R": type = ColumnType(base: .raw, length: length)
    case "T": type = ColumnType(base: .timestampTZ, precision: 6)
    default: type = .varchar(length)
    }
    column = DictionaryView.Column(name: name, type: type, isNullable: isNullable)
    self.value = value
  }

  /// A column with the same text in every row.
  init(_ specification: String, constant: String) {
    self.init(specification) { _ in Value(constant) }
  }
}

/// Builds views; the ALL_, DBA_ and USER_ forms of one kind come from one list of columns.
enum DictionaryBuilder {
  /// A view of its own.
  static func view<Element>(
    _ name: String, isCached: Bool = true, _ columns: [DictionaryColumn<Element>],
    elements: @escaping @Sendable (StandInSession) throws -> [Element]
  ) -> DictionaryView {
    DictionaryView(name: name, columns: columns.map(\.column), isCached: isCached) { session in
      try elements(session).map { element in columns.map { $0.value(element) } }
    }
  }

  /// ALL_, DBA_ and USER_ views: the first column is the owner, which the USER_ form leaves out.
  static func family<Element>(
    _ suffix: String, isCached: Bool = true, ownerColumn: Int = 0, _ columns: [DictionaryColumn<Element>],
    owner: @escaping @Sendable (Element) -> String,
    elements: @escaping @Sendable (StandInSession) throws -> [Element]
  ) -> [DictionaryView] {
    var own = columns
    own.remove(at: ownerColumn)
    let mine = own
    var user = DictionaryView(name: "USER_" + suffix, columns: mine.map(\.column), isCached: isCached) { session in
      let schema = session.currentSchema
      return try elements(session).compactMap { element in
        owner(element) == schema ? mine.map { $0.value(element) } : nil
      }
    }
    user.dependsOnUser = true
    return [
      view("ALL_" + suffix, isCached: isCached, columns, elements: elements),
      view("DBA_" + suffix, isCached: isCached, columns, elements: elements),
      user,
    ]
  }
}

/// All views by name.
enum DictionaryViews {
  private static let views: [String: DictionaryView] = {
    var views: [String: DictionaryView] = [:]
    let all =
      TableViews.all + ColumnViews.all + ConstraintViews.all + IndexViews.all + ObjectViews.all + SequenceViews.all
      + CommentViews.all + ProgramViews.all + InstanceViews.all + EmptyViews.all
    for view in all { views[view.name] = view }
    for (synonym, name) in synonyms { views[synonym] = views[name] }
    return views
  }()

  private static let synonyms = [
    "TABS": "USER_TABLES", "COLS": "USER_TAB_COLUMNS", "IND": "USER_INDEXES", "OBJ": "USER_OBJECTS",
    "SEQ": "USER_SEQUENCES", "SYN": "USER_SYNONYMS", "V_$DATABASE": "V$DATABASE", "V_$INSTANCE": "V$INSTANCE",
    "V_$VERSION": "V$VERSION", "GV$INSTANCE": "V$INSTANCE",
  ]

  static func view(_ name: String) -> DictionaryView? { views[name] }
}

extension Value {
  static func flag(_ isTrue: Bool) -> Value { Value(isTrue ? "YES" : "NO") }
}

extension SchemaCatalog {
  /// Tables in a fixed order.
  var sortedTables: [Table] {
    tables.values.sorted { ($0.name.owner, $0.name.name) < ($1.name.owner, $1.name.name) }
  }
}
