import OracleWire

/// TAB_COMMENTS and COL_COMMENTS.
enum CommentViews {
  private struct TableEntry {
    var name: QualifiedName
    var type: String
    var comment: String?
  }

  private struct ColumnEntry {
    var name: QualifiedName
    var column: String
    var comment: String?
  }

  private static let tableColumns: [DictionaryColumn<TableEntry>] = [
    DictionaryColumn("OWNER") { Value($0.name.owner) },
    DictionaryColumn("TABLE_NAME") { Value($0.name.name) },
    DictionaryColumn("TABLE_TYPE") { Value($0.type) },
    DictionaryColumn("COMMENTS") { Value($0.comment) },
    DictionaryColumn("ORIGIN_CON_ID") { _ in Value(1) },
  ]

  private static let columnColumns: [DictionaryColumn<ColumnEntry>] = [
    DictionaryColumn("OWNER") { Value($0.name.owner) },
    DictionaryColumn("TABLE_NAME") { Value($0.name.name) },
    DictionaryColumn("COLUMN_NAME") { Value($0.column) },
    DictionaryColumn("COMMENTS") { Value($0.comment) },
    DictionaryColumn("ORIGIN_CON_ID") { _ in Value(1) },
  ]

  private static func tables(_ session: StandInSession) -> [TableEntry] {
    let catalog = session.database.catalog
    let views = catalog.views.values.sorted { $0.name.description < $1.name.description }
    return catalog.sortedTables.map { TableEntry(name: $0.name, type: "TABLE", comment: $0.comment) }
      + views.map { TableEntry(name: $0.name, type: "VIEW", comment: $0.comment) }
  }

  private static func columns(_ session: StandInSession) -> [ColumnEntry] {
    let catalog = session.database.catalog
    let views = catalog.views.values.sorted { $0.name.description < $1.name.description }
    return catalog.sortedTables.flatMap { table in
      table.columns.map { ColumnEntry(name: table.name, column: $0.name, comment: $0.comment) }
    }
      + views.flatMap { view in
        view.columnNames.map { ColumnEntry(name: view.name, column: $0, comment: view.columnComments[$0]) }
      }
  }

  static let all: [DictionaryDefinition] =
    DictionaryBuilder.family("TAB_COMMENTS", tableColumns, owner: { $0.name.owner }, elements: { tables($0) })
    + DictionaryBuilder.family("COL_COMMENTS", columnColumns, owner: { $0.name.owner }, elements: { columns($0) })
}
