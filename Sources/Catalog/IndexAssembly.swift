import Model

/// The indexes of all tables, from ALL_INDEXES, ALL_IND_COLUMNS and ALL_IND_EXPRESSIONS.
struct IndexAssembly {
  private struct Key: Hashable {
    var owner: String
    var index: String
  }

  private var indexes: [String: [TableIndex]] = [:]

  init(_ contents: DictionaryContents) throws(CatalogError) {
    var expressions: [Key: [Int: String]] = [:]
    for row in contents.indexExpressions {
      let position = try row.int("COLUMN_POSITION")
      expressions[try Self.key(row), default: [:]][position] = try row.optionalText("COLUMN_EXPRESSION")
    }
    var parts: [Key: [(position: Int, part: TableIndex.Part)]] = [:]
    for row in contents.indexColumns {
      let (key, position) = (try Self.key(row), try row.int("COLUMN_POSITION"))
      let column = try row.text("COLUMN_NAME")
      let part = TableIndex.Part(
        key: Self.indexed(expressions[key]?[position]) ?? .column(column),
        isDescending: try row.flag("DESCEND", is: "DESC"))
      parts[key, default: []].append((position, part))
    }
    for row in contents.indexes {
      let name = try row.text("INDEX_NAME")
      guard let kind = Self.kind(try row.text("INDEX_TYPE")), !name.hasPrefix("BIN$") else { continue }
      let key = Key(owner: try row.text("OWNER"), index: name)
      let index = TableIndex(
        name: name, kind: kind, isUnique: try row.flag("UNIQUENESS", is: "UNIQUE"),
        parts: (parts[key] ?? []).sorted { $0.position < $1.position }.map(\.part),
        hasGeneratedName: try row.flag("GENERATED", is: "Y"))
      indexes[try row.text("TABLE_NAME"), default: []].append(index)
    }
  }

  /// The indexes of a table, ordered by name, without those that do no more than back a key.
  ///
  /// - Parameter backing: the keys' columns by the name of the index they rest on.
  func indexes(of table: String, backing: [String: [String]]) -> [TableIndex] {
    (indexes[table] ?? []).filter { index in
      guard let columns = backing[index.name] else { return true }
      return index.parts != columns.map { TableIndex.Part(key: .column($0)) }
    }.sorted { $0.name < $1.name }
  }

  private static func key(_ row: DictionaryRow) throws(CatalogError) -> Key {
    Key(owner: try row.text("INDEX_OWNER"), index: try row.text("INDEX_NAME"))
  }

  /// A descending column shows as a hidden SYS_NC...$ column whose expression is the quoted column.
  private static func indexed(_ expression: String?) -> TableIndex.Key? {
    guard let expression else { return nil }
    let inner = expression.dropFirst().dropLast()
    if expression.hasPrefix("\""), expression.hasSuffix("\""), !inner.isEmpty, !inner.contains("\"") {
      return .column(String(inner))
    }
    return .expression(expression)
  }

  /// Nil for the stores of LOBs and of index-organised tables.
  private static func kind(_ type: String) -> TableIndex.Kind? {
    switch type {
    case "LOB", "IOT - TOP": nil
    case "NORMAL", "FUNCTION-BASED NORMAL": .normal
    case "NORMAL/REV", "FUNCTION-BASED NORMAL/REV": .reverse
    case "BITMAP", "FUNCTION-BASED BITMAP": .bitmap
    default: .other(type)
    }
  }
}
