import Model

/// Puts the dictionary's answers together to one schema.
struct SchemaAssembly {
  private let contents: DictionaryContents

  init(_ contents: DictionaryContents) {
    self.contents = contents
  }

  /// Tables, sequences and other objects, each ordered by name.
  func schema() throws(CatalogError) -> Schema {
    let sequences = try sequenceOptions()
    let columns = try ColumnAssembly(contents, sequences: sequences)
    let constraints = try ConstraintAssembly(contents)
    let indexes = try IndexAssembly(contents)
    let tableComments = try comments()
    let external = try Set(contents.externalTables.map { row throws(CatalogError) in try row.text("TABLE_NAME") })
    let materialisedViews = try names(ofKind: "MATERIALIZED VIEW")

    var tables: [Table] = []
    var others = try otherObjects()
    for row in contents.tables {
      let name = try row.text("TABLE_NAME")
      switch try classify(row, name: name, materialisedViews: materialisedViews) {
      case .skipped: continue
      case .other(let kind): others.append(OtherObject(kind: kind, name: name))
      case .carried(let kind):
        let kind = external.contains(name) ? .external : kind
        var table = Table(
          owner: contents.owner, name: name, kind: kind, isPartitioned: try row.flag("PARTITIONED", is: "YES"),
          isReadOnly: try row.flag("READ_ONLY", is: "YES"), columns: columns.columns(of: name),
          comment: tableComments[name], rowEstimate: try row.optionalInt("NUM_ROWS"))
        try constraints.add(to: &table)
        table.indexes = indexes.indexes(of: name, backing: constraints.backingIndexes(of: name))
        tables.append(table)
      }
    }
    let identitySequences = Set(tables.flatMap(\.columns).compactMap { $0.identity?.sequenceName })
    let definitions = sequences.filter { !identitySequences.contains($0.key) && !$0.key.hasPrefix("ISEQ$$_") }
    others += try rowPolicies()
    return Schema(
      owner: contents.owner, tables: tables.sorted { $0.name < $1.name },
      sequences: definitions.map { SequenceDefinition(name: $0.key, options: $0.value) }.sorted { $0.name < $1.name },
      otherObjects: others.sorted { ($0.kind, $0.name) < ($1.kind, $1.name) },
      findings: try SchemaFindings(contents).all())
  }

  private enum TableClass {
    /// Storage of something else, which is named elsewhere.
    case skipped
    case other(String)
    case carried(Table.Kind)
  }

  private func classify(
    _ row: DictionaryRow, name: String, materialisedViews: Set<String>
  ) throws(CatalogError) -> TableClass {
    if name.hasPrefix("BIN$") { return .skipped }
    if try row.flag("DROPPED", is: "YES") { return .skipped }
    if try row.flag("SECONDARY", is: "Y") { return .skipped }  // the store of a domain index
    if materialisedViews.contains(name) { return .skipped }  // the store of a materialised view
    if try row.flag("NESTED", is: "YES") { return .other("NESTED TABLE") }
    if name.hasPrefix("MLOG$_") || name.hasPrefix("RUPD$_") { return .other("MATERIALIZED VIEW LOG") }
    switch try row.optionalText("IOT_TYPE") {
    case "IOT_OVERFLOW", "IOT_MAPPING": return .skipped
    case "IOT": return .carried(.indexOrganised)
    default: break
    }
    return .carried(try row.flag("TEMPORARY", is: "Y") ? .temporary : .heap)
  }

  private func sequenceOptions() throws(CatalogError) -> [String: SequenceOptions] {
    var result: [String: SequenceOptions] = [:]
    for row in contents.sequences {
      result[try row.text("SEQUENCE_NAME")] = SequenceOptions(
        minimum: try row.text("MIN_VALUE"), maximum: try row.text("MAX_VALUE"), increment: try row.text("INCREMENT_BY"),
        cycles: try row.flag("CYCLE_FLAG", is: "Y"), isOrdered: try row.flag("ORDER_FLAG", is: "Y"),
        cacheSize: try row.int("CACHE_SIZE"), lastNumber: try row.text("LAST_NUMBER"))
    }
    return result
  }

  private func comments() throws(CatalogError) -> [String: String] {
    var result: [String: String] = [:]
    for row in contents.tableComments {
      if let comment = try row.optionalText("COMMENTS") { result[try row.text("TABLE_NAME")] = comment }
    }
    return result
  }

  private func names(ofKind kind: String) throws(CatalogError) -> Set<String> {
    var result: Set<String> = []
    for row in contents.objects where try row.text("OBJECT_TYPE") == kind {
      result.insert(try row.text("OBJECT_NAME"))
    }
    return result
  }

  /// Kinds that are parts of a table, or read through their own view.
  private static let partKinds: Set<String> = [
    "INDEX", "INDEX PARTITION", "INDEX SUBPARTITION", "LOB", "LOB PARTITION", "LOB SUBPARTITION", "SEQUENCE",
    "TABLE PARTITION", "TABLE SUBPARTITION",
  ]

  private func otherObjects() throws(CatalogError) -> [OtherObject] {
    let listed = try Set(contents.tables.map { row throws(CatalogError) in try row.text("TABLE_NAME") })
    let materialisedViews = try names(ofKind: "MATERIALIZED VIEW")
    var triggerTables: [String: String] = [:]
    for row in contents.triggers {
      triggerTables[try row.text("TRIGGER_NAME")] = try row.optionalText("TABLE_NAME")
    }
    var result: Set<OtherObject> = []
    for row in contents.objects {
      let (kind, name) = (try row.text("OBJECT_TYPE"), try row.text("OBJECT_NAME"))
      if Self.partKinds.contains(kind) || name.hasPrefix("BIN$") { continue }
      if kind == "TABLE" {
        // ALL_TABLES lists relational tables only.
        if !listed.contains(name), !materialisedViews.contains(name) {
          result.insert(OtherObject(kind: "OBJECT TABLE", name: name))
        }
        continue
      }
      result.insert(OtherObject(kind: kind, name: name, table: kind == "TRIGGER" ? triggerTables[name] : nil))
    }
    return Array(result)
  }

  private func rowPolicies() throws(CatalogError) -> [OtherObject] {
    var result: Set<OtherObject> = []
    for row in contents.rowPolicies {
      let table = try row.text("OBJECT_NAME")
      result.insert(OtherObject(kind: "ROW POLICY", name: table + "." + (try row.text("POLICY_NAME")), table: table))
    }
    return Array(result)
  }
}
