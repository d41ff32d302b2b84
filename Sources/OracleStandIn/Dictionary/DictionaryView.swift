import OracleWire
import Synchronization

/// A view of the data dictionary as one release has it: columns of the manifest, rows made from the catalog.
struct DictionaryView: Sendable {
  var name: String
  var columns: [DictionaryManifest.Column]
  /// Whether rows stay valid as long as the catalog doesn't change.
  var isCached = true
  /// Whether the rows are those of the session's schema only.
  var dependsOnSchema = false
  var rows: @Sendable (StandInSession) throws -> [[Value]]
}

/// A view before its release is known.
struct DictionaryDefinition: Sendable {
  var name: String
  /// The columns that have values; those of the manifest that have none are NULL.
  var filled: [String]
  var resolve: @Sendable ([DictionaryManifest.Column]) -> DictionaryView
}

/// The value of one column of a view over elements of some kind.
struct DictionaryColumn<Element>: Sendable {
  let name: String
  let value: @Sendable (Element) -> Value

  init(_ name: String, _ value: @escaping @Sendable (Element) -> Value) {
    self.name = name
    self.value = value
  }

  /// A column with the same text in every row.
  init(_ name: String, constant: String) {
    self.init(name) { _ in Value(constant) }
  }
}

/// Builds views; the ALL_, DBA_ and USER_ forms of one kind come from one list of columns.
enum DictionaryBuilder {
  /// A view of its own.
  static func view<Element>(
    _ name: String, isCached: Bool = true, dependsOnSchema: Bool = false, _ columns: [DictionaryColumn<Element>],
    elements: @escaping @Sendable (StandInSession) throws -> [Element]
  ) -> DictionaryDefinition {
    DictionaryDefinition(name: name, filled: columns.map(\.name)) { manifest in
      let values = manifest.map { column in columns.first { $0.name == column.name }?.value }
      return DictionaryView(
        name: name, columns: manifest, isCached: isCached, dependsOnSchema: dependsOnSchema
      ) { session in
        try elements(session).map { element in values.map { $0?(element) ?? .null } }
      }
    }
  }

  /// ALL_, DBA_ and USER_ views; the manifest says which columns a form has.
  static func family<Element>(
    _ suffix: String, isCached: Bool = true, forms: [String] = ["ALL_", "DBA_", "USER_"],
    _ columns: [DictionaryColumn<Element>], owner: @escaping @Sendable (Element) -> String,
    elements: @escaping @Sendable (StandInSession) throws -> [Element]
  ) -> [DictionaryDefinition] {
    forms.map { form in
      guard form == "USER_" else { return view(form + suffix, isCached: isCached, columns, elements: elements) }
      // Oracle's USER_ views show the schema that names mean at the moment: they follow CURRENT_SCHEMA.
      return view(form + suffix, isCached: isCached, dependsOnSchema: true, columns) { session in
        let schema = session.currentSchema
        return try elements(session).filter { owner($0) == schema }
      }
    }
  }
}

/// All views of a release by name.
struct DictionaryViews: Sendable {
  private let views: [String: DictionaryView]

  static let definitions: [DictionaryDefinition] =
    TableViews.all + StorageViews.all + ColumnViews.all + ConstraintViews.all + IndexViews.all + ObjectViews.all
    + PartitionViews.all + MaterializedViewViews.all + PrivilegeViews.all
    + SequenceViews.all + CommentViews.all + ProgramViews.all + TypeViews.all + InstanceViews.all + EmptyViews.all

  static let synonyms = [
    "TABS": "USER_TABLES", "COLS": "USER_TAB_COLUMNS", "IND": "USER_INDEXES", "OBJ": "USER_OBJECTS",
    "SEQ": "USER_SEQUENCES", "SYN": "USER_SYNONYMS", "CAT": "USER_CATALOG", "DICT": "DICTIONARY",
    "V_$DATABASE": "V$DATABASE", "V_$INSTANCE": "V$INSTANCE", "V_$VERSION": "V$VERSION",
    "V_$PARAMETER": "V$PARAMETER", "GV$INSTANCE": "V$INSTANCE",
  ]

  private static let known = Mutex<[OracleRelease: DictionaryViews]>([:])

  /// The views of a release; made once.
  static func of(_ release: OracleRelease) -> DictionaryViews {
    known.withLock { known in
      if let views = known[release] { return views }
      let views = DictionaryViews(release)
      known[release] = views
      return views
    }
  }

  private init(_ release: OracleRelease) {
    var views: [String: DictionaryView] = [:]
    for definition in Self.definitions {
      guard let columns = DictionaryManifest.shared.columns(of: definition.name, in: release) else { continue }
      views[definition.name] = definition.resolve(columns)
    }
    for (synonym, name) in Self.synonyms { views[synonym] = views[name] }
    self.views = views
  }

  func view(_ name: String) -> DictionaryView? { views[name] }

  /// All names but synonyms, in order.
  var names: [String] { views.keys.filter { Self.synonyms[$0] == nil }.sorted() }
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
