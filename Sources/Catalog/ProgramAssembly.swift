import Model

/// Views, triggers and synonyms, from ALL_VIEWS, ALL_TRIGGERS with ALL_SOURCE, and ALL_SYNONYMS.
struct ProgramAssembly {
  /// Ordered by name.
  private(set) var views: [ViewDefinition] = []
  private(set) var triggers: [TriggerDefinition] = []
  private(set) var synonyms: [SynonymDefinition] = []
  /// Texts from CREATE on, by kind and name.
  private let texts: [String: String]
  /// What is among these, by the dictionary's kind and name.
  private let held: Set<String>

  init(_ contents: DictionaryContents, columns: ColumnAssembly, comments: [String: String]) throws(CatalogError) {
    views = try Self.views(contents, columns, comments)
    texts = try Self.texts(contents)
    triggers = try Self.triggers(contents, texts)
    synonyms = try Self.synonyms(contents)
    held = Set(
      views.map { "VIEW " + $0.name } + triggers.map { "TRIGGER " + $0.name }
        + synonyms.filter { !$0.isPublic }.map { "SYNONYM " + $0.name })
  }

  /// Whether an object of the dictionary is among these, and thus no other one.
  func holds(_ object: OtherObject) -> Bool { held.contains(object.kind + " " + object.name) }

  /// The text of a stored unit, where it was asked for.
  func text(ofKind kind: String, _ name: String) -> String? { texts[kind + " " + name] }

  private static func texts(_ contents: DictionaryContents) throws(CatalogError) -> [String: String] {
    var lines: [String: [(number: Int, text: String)]] = [:]
    for row in contents.sources {
      let line = (number: try row.int("LINE"), text: try row.optionalText("TEXT") ?? "\n")
      lines[try row.text("TYPE") + " " + (try row.text("NAME")), default: []].append(line)
    }
    return lines.mapValues { "CREATE " + $0.sorted { $0.number < $1.number }.map(\.text).joined() }
  }

  private static func views(
    _ contents: DictionaryContents, _ columns: ColumnAssembly, _ comments: [String: String]
  ) throws(CatalogError) -> [ViewDefinition] {
    var restrictions: [String: Set<String>] = [:]
    for row in contents.viewRestrictions {
      restrictions[try row.text("TABLE_NAME"), default: []].insert(try row.text("CONSTRAINT_TYPE"))
    }
    var views: [ViewDefinition] = []
    for row in contents.views {
      // Rows of an object view are objects; Oracle leaves out a text that the session may not see.
      guard try row.optionalText("VIEW_TYPE") == nil, let query = try row.optionalText("TEXT") else { continue }
      let name = try row.text("VIEW_NAME")
      let own = columns.columns(of: name)
      let kinds = restrictions[name] ?? []
      views.append(
        ViewDefinition(
          name: name, columns: own.map(\.name), query: query, isReadOnly: kinds.contains("O"),
          hasCheckOption: kinds.contains("V"), comment: comments[name],
          columnComments: Dictionary(
            own.compactMap { column in column.comment.map { (column.name, $0) } },
            uniquingKeysWith: { first, _ in first })
        ))
    }
    return views.sorted { $0.name < $1.name }
  }

  private static func triggers(
    _ contents: DictionaryContents, _ texts: [String: String]
  ) throws(CatalogError) -> [TriggerDefinition] {
    var triggers: [TriggerDefinition] = []
    for row in contents.triggers {
      let name = try row.text("TRIGGER_NAME")
      guard let text = texts["TRIGGER " + name] else { continue }
      let isOwn = try row.optionalText("TABLE_OWNER") == contents.owner
      triggers.append(
        TriggerDefinition(
          name: name, table: isOwn ? try row.optionalText("TABLE_NAME") : nil,
          text: text, isEnabled: try row.flag("STATUS", is: "ENABLED")))
    }
    return triggers.sorted { $0.name < $1.name }
  }

  private static func synonyms(_ contents: DictionaryContents) throws(CatalogError) -> [SynonymDefinition] {
    var synonyms: [SynonymDefinition] = []
    for row in contents.synonyms {
      guard try row.optionalText("DB_LINK") == nil, let owner = try row.optionalText("TABLE_OWNER") else { continue }
      synonyms.append(
        SynonymDefinition(
          name: try row.text("SYNONYM_NAME"), isPublic: try row.text("OWNER") == "PUBLIC", targetOwner: owner,
          targetName: try row.text("TABLE_NAME")))
    }
    return synonyms.sorted { ($0.name, $0.isPublic ? 1 : 0) < ($1.name, $1.isPublic ? 1 : 0) }
  }
}
