import Model

/// Puts the dictionary's answers together to one schema.
struct SchemaAssembly {
  private let contents: DictionaryContents

  /// Statistics can be set to anything: sums of no more than this stay numbers.
  private static let mostRows = 1_000_000_000_000_000

  init(_ contents: DictionaryContents) {
    self.contents = contents
  }

  /// Tables, sequences and other objects, each ordered by name.
  func schema() throws(CatalogError) -> Schema {
    let sequences = try sequenceOptions()
    let columns = try ColumnAssembly(contents, sequences: sequences)
    let constraints = try ConstraintAssembly(contents)
    let indexes = try IndexAssembly(contents)
    let partitions = try PartitionAssembly(contents)
    let tableComments = try comments()
    let external = try Set(contents.externalTables.map { row throws(CatalogError) in try row.text("TABLE_NAME") })
    let materialisedViews = try MaterialisedViewAssembly(
      contents, columns: columns, indexes: indexes, constraints: constraints)
    let objectTypes = try ObjectTypeAssembly(contents).types
    let declared = try DeclaredTypes(contents)
    let rights = try RightsAssembly(contents)
    let programs = try ProgramAssembly(contents, columns: columns, comments: tableComments)

    var tables: [Table] = []
    var findings: [Finding] = []
    var others = try otherObjects(containers: materialisedViews.containers).filter {
      !programs.holds($0) && !materialisedViews.holds($0)
    }
    for index in others.indices {
      others[index].text = programs.text(ofKind: others[index].kind, others[index].name)
    }
    for row in contents.tables + contents.objectTables {
      let name = try row.text("TABLE_NAME")
      switch try classify(row, name: name, containers: materialisedViews.containers, objectTypes: objectTypes) {
      case .skipped: continue
      case .other(let kind): others.append(OtherObject(kind: kind, name: name))
      case .carried(let kind):
        let kind = external.contains(name) ? .external : kind
        var table = Table(
          owner: contents.owner, name: name, kind: kind, isPartitioned: try row.flag("PARTITIONED", is: "YES"),
          isReadOnly: try row.flag("READ_ONLY", is: "YES"), columns: columns.columns(of: name),
          comment: tableComments[name],
          rowEstimate: try row.optionalInt("NUM_ROWS").map { min(max(0, $0), Self.mostRows) })
        table.partitioning = partitions.partitioning(of: name)
        try constraints.add(to: &table)
        if let type = try row.optionalText("TABLE_TYPE") {
          // The objects' identifiers are unique, too, in a column of Oracle's own.
          table.uniqueConstraints = table.uniqueConstraints.filter { key in
            key.columns.allSatisfy { table.column($0) != nil }
          }
          findings.append(Self.objectRows(name, type))
        }
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
      views: (programs.views + materialisedViews.views).sorted { $0.name < $1.name }, triggers: programs.triggers,
      synonyms: programs.synonyms, types: declared.types, grants: rights.grants,
      roleGrants: rights.roleGrants, otherObjects: others.sorted { ($0.kind, $0.name) < ($1.kind, $1.name) },
      findings: try SchemaFindings(contents).all() + materialisedViews.findings + rights.findings + declared.findings
        + findings)
  }

  private static func objectRows(_ table: String, _ type: String) -> Finding {
    Finding(
      severity: .warning, rule: "table.object-rows", object: "table \(table)",
      reason: "it has a column for each attribute of \(type); its rows are no objects, and no REF points at them",
      remedy: "refer to rows by their keys")
  }

  private enum TableClass {
    /// Storage of something else, which is named elsewhere.
    case skipped
    case other(String)
    case carried(Table.Kind)
  }

  private func classify(
    _ row: DictionaryRow, name: String, containers: Set<String>, objectTypes: [String: ObjectType]
  ) throws(CatalogError) -> TableClass {
    if name.hasPrefix("BIN$") { return .skipped }
    if try row.flag("DROPPED", is: "YES") { return .skipped }
    if try row.flag("SECONDARY", is: "Y") { return .skipped }  // the store of a domain index
    if containers.contains(name) { return .skipped }  // the store of a materialised view
    if try row.flag("NESTED", is: "YES") { return .other("NESTED TABLE") }
    if let type = try row.optionalText("TABLE_TYPE") {
      let isOwn = try row.optionalText("TABLE_TYPE_OWNER") == contents.owner
      guard isOwn, objectTypes[type] != nil else { return .other("OBJECT TABLE") }
    }
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

  /// Kinds that are parts of a table, or read through their own view.
  private static let partKinds: Set<String> = [
    "INDEX", "INDEX PARTITION", "INDEX SUBPARTITION", "LOB", "LOB PARTITION", "LOB SUBPARTITION", "SEQUENCE",
    "TABLE PARTITION", "TABLE SUBPARTITION",
  ]

  private func otherObjects(containers: Set<String>) throws(CatalogError) -> [OtherObject] {
    let listed = try Set(
      (contents.tables + contents.objectTables).map { row throws(CatalogError) in try row.text("TABLE_NAME") })
    var triggerTables: [String: String] = [:]
    for row in contents.triggers {
      triggerTables[try row.text("TRIGGER_NAME")] = try row.optionalText("TABLE_NAME")
    }
    var lines: [String: Int] = [:]
    for row in contents.sourceLines {
      lines[try row.text("TYPE") + " " + (try row.text("NAME"))] = try row.int("COUNT(*)")
    }
    var result: Set<OtherObject> = []
    for row in contents.objects {
      let (kind, name) = (try row.text("OBJECT_TYPE"), try row.text("OBJECT_NAME"))
      if Self.partKinds.contains(kind) || name.hasPrefix("BIN$") { continue }
      if kind == "TABLE" {
        // Neither ALL_TABLES nor ALL_OBJECT_TABLES has it.
        if !listed.contains(name), !containers.contains(name) {
          result.insert(OtherObject(kind: "OBJECT TABLE", name: name))
        }
        continue
      }
      result.insert(
        OtherObject(
          kind: kind, name: name, table: kind == "TRIGGER" ? triggerTables[name] : nil, lines: lines[kind + " " + name])
      )
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
