import OracleWire

/// OBJECTS, USERS, SYNONYMS and VIEWS.
enum ObjectViews {
  private struct ObjectEntry {
    var name: QualifiedName
    /// The partition, of a table's.
    var part: String?
    var number: UInt32
    var dataObject: UInt32?
    var type: String
    var created: OracleTimestamp
    var changed: OracleTimestamp
    var isTemporary = false
    var isValid = true
    var isGenerated = false
  }

  private static func objects(_ session: StandInSession) -> [ObjectEntry] {
    let catalog = session.database.catalog
    var entries: [ObjectEntry] = []
    for table in catalog.sortedTables {
      entries.append(
        ObjectEntry(
          name: table.name, number: table.objectNumber, dataObject: table.storage.dataObject, type: "TABLE",
          created: table.created, changed: table.changed, isTemporary: table.temporary != nil))
      for part in table.partitions?.parts ?? [] {
        entries.append(self.part(part, of: table, type: "TABLE PARTITION"))
        for below in part.parts { entries.append(self.part(below, of: table, type: "TABLE SUBPARTITION")) }
      }
      for index in table.indexes {
        entries.append(
          ObjectEntry(
            name: index.name, number: index.objectNumber, dataObject: index.objectNumber, type: "INDEX",
            created: index.created, changed: index.created, isGenerated: index.name.name.hasPrefix("SYS_C")))
      }
    }
    for view in catalog.views.values {
      entries.append(
        ObjectEntry(
          name: view.name, number: view.objectNumber, type: "VIEW", created: view.created, changed: view.created))
    }
    for view in catalog.materializedViews.values {
      entries.append(
        ObjectEntry(
          name: view.name, number: view.objectNumber, type: "MATERIALIZED VIEW", created: view.created,
          changed: view.created))
    }
    for sequence in catalog.sequences.values {
      entries.append(
        ObjectEntry(
          name: sequence.name, number: sequence.objectNumber, type: "SEQUENCE", created: sequence.created,
          changed: sequence.created, isGenerated: sequence.name.name.hasPrefix("ISEQ$$_")))
    }
    for synonym in catalog.synonyms.values {
      entries.append(
        ObjectEntry(
          name: synonym.name, number: synonym.objectNumber, type: "SYNONYM", created: synonym.created,
          changed: synonym.created))
    }
    for unit in ProgramViews.units(session) {
      entries.append(
        ObjectEntry(
          name: unit.name, number: unit.objectNumber, type: unit.kind.rawValue, created: unit.created,
          changed: unit.created, isValid: false))
    }
    return entries.sorted { $0.number < $1.number }
  }

  private static func part(_ part: TablePartitions.Part, of table: Table, type: String) -> ObjectEntry {
    ObjectEntry(
      name: table.name, part: part.name, number: part.objectNumber, dataObject: part.objectNumber, type: type,
      created: table.created, changed: table.created)
  }

  private static let objectColumns: [DictionaryColumn<ObjectEntry>] = [
    DictionaryColumn("OWNER") { Value($0.name.owner) },
    DictionaryColumn("OBJECT_NAME") { Value($0.name.name) },
    DictionaryColumn("SUBOBJECT_NAME") { Value($0.part) },
    DictionaryColumn("OBJECT_ID") { Value(Int($0.number)) },
    DictionaryColumn("DATA_OBJECT_ID") { Value($0.dataObject.map { Int($0) }) },
    DictionaryColumn("OBJECT_TYPE") { Value($0.type) },
    DictionaryColumn("CREATED") { Value(date: $0.created) },
    DictionaryColumn("LAST_DDL_TIME") { Value(date: $0.changed) },
    DictionaryColumn("TIMESTAMP") { Value(String($0.changed.description.prefix(19)).replacingBlank()) },
    DictionaryColumn("STATUS") { Value($0.isValid ? "VALID" : "INVALID") },
    DictionaryColumn("TEMPORARY") { Value($0.isTemporary ? "Y" : "N") },
    DictionaryColumn("GENERATED") { Value($0.isGenerated ? "Y" : "N") },
    DictionaryColumn("SECONDARY", constant: "N"),
    DictionaryColumn("NAMESPACE") { entry in
      Value(entry.type == "INDEX" ? 4 : entry.type == "TRIGGER" ? 3 : entry.type.hasSuffix("BODY") ? 2 : 1)
    },
    DictionaryColumn("SHARING", constant: "NONE"),
    DictionaryColumn("ORACLE_MAINTAINED", constant: "N"),
    DictionaryColumn("APPLICATION", constant: "N"),
    DictionaryColumn("DUPLICATED", constant: "N"),
    DictionaryColumn("SHARDED", constant: "N"),
  ]

  private static let catalogColumns: [DictionaryColumn<ObjectEntry>] = [
    DictionaryColumn("OWNER") { Value($0.name.owner) },
    DictionaryColumn("TABLE_NAME") { Value($0.name.name) },
    DictionaryColumn("TABLE_TYPE") { Value($0.type) },
  ]

  private static func users(_ session: StandInSession) -> [User] {
    session.database.catalog.users.values.filter { $0.name != "PUBLIC" }.sorted { $0.number < $1.number }
  }

  private static func isOwn(_ user: User) -> Bool { user.name == "SYS" || user.name == "SYSTEM" }

  private static let userColumns: [DictionaryColumn<User>] = [
    DictionaryColumn("USERNAME") { Value($0.name) },
    DictionaryColumn("USER_ID") { Value($0.number) },
    DictionaryColumn("CREATED") { Value(date: $0.created) },
    DictionaryColumn("COMMON") { .flag(isOwn($0)) },
    DictionaryColumn("ORACLE_MAINTAINED") { Value(isOwn($0) ? "Y" : "N") },
    DictionaryColumn("INHERITED", constant: "NO"),
    DictionaryColumn("DEFAULT_COLLATION", constant: "USING_NLS_COMP"),
    DictionaryColumn("IMPLICIT", constant: "NO"),
    DictionaryColumn("ALL_SHARD", constant: "NO"),
  ]

  private static let accountColumns: [DictionaryColumn<User>] = [
    DictionaryColumn("USERNAME") { Value($0.name) },
    DictionaryColumn("USER_ID") { Value($0.number) },
    DictionaryColumn("COMMON") { .flag(isOwn($0)) },
    DictionaryColumn("ACCOUNT_STATUS") { Value($0.password == nil ? "LOCKED" : "OPEN") },
    DictionaryColumn("DEFAULT_TABLESPACE", constant: "USERS"),
    DictionaryColumn("TEMPORARY_TABLESPACE", constant: "TEMP"),
    DictionaryColumn("CREATED") { Value(date: $0.created) },
    DictionaryColumn("ORACLE_MAINTAINED") { Value(isOwn($0) ? "Y" : "N") },
  ]

  private static let viewColumns: [DictionaryColumn<View>] = [
    DictionaryColumn("OWNER") { Value($0.name.owner) },
    DictionaryColumn("VIEW_NAME") { Value($0.name.name) },
    DictionaryColumn("TEXT_LENGTH") { Value($0.text.utf8.count) },
    DictionaryColumn("TEXT") { Value(type: .long, bytes: Array($0.text.utf8)) },
    DictionaryColumn("TEXT_VC") { Value(String($0.text.prefix(4000))) },
    DictionaryColumn("EDITIONING_VIEW", constant: "N"),
    DictionaryColumn("READ_ONLY") { Value($0.isReadOnly ? "Y" : "N") },
    DictionaryColumn("CONTAINER_DATA", constant: "N"),
    DictionaryColumn("BEQUEATH", constant: "DEFINER"),
  ]

  private static let synonymColumns: [DictionaryColumn<Synonym>] = [
    DictionaryColumn("OWNER") { Value($0.name.owner) },
    DictionaryColumn("SYNONYM_NAME") { Value($0.name.name) },
    DictionaryColumn("TABLE_OWNER") { Value($0.target.owner) },
    DictionaryColumn("TABLE_NAME") { Value($0.target.name) },
    DictionaryColumn("DB_LINK") { Value($0.databaseLink) },
    DictionaryColumn("ORIGIN_CON_ID") { _ in Value(1) },
  ]

  private static let userViews: [DictionaryDefinition] = [
    DictionaryBuilder.view("ALL_USERS", userColumns, elements: { users($0) }),
    DictionaryBuilder.view("DBA_USERS", accountColumns, elements: { users($0) }),
    DictionaryBuilder.view("USER_USERS", isCached: false, accountColumns) { session in
      users(session).filter { $0.name == session.user }
    },
  ]

  static let all: [DictionaryDefinition] =
    DictionaryBuilder.family("OBJECTS", objectColumns, owner: { $0.name.owner }, elements: { objects($0) })
    + DictionaryBuilder.family(
      "VIEWS", viewColumns, owner: { $0.name.owner },
      elements: { $0.database.catalog.views.values.sorted { $0.name.description < $1.name.description } })
    + DictionaryBuilder.family(
      "SYNONYMS", synonymColumns, owner: { $0.name.owner },
      elements: { $0.database.catalog.synonyms.values.sorted { $0.name.description < $1.name.description } })
    + DictionaryBuilder.family(
      "CATALOG", catalogColumns, owner: { $0.name.owner },
      elements: { objects($0).filter { ["TABLE", "VIEW", "SEQUENCE", "SYNONYM"].contains($0.type) } })
    + userViews
}

extension String {
  /// `2024-01-31 10:00:00` as the dictionary writes it: `2024-01-31:10:00:00`.
  fileprivate func replacingBlank() -> String { split(separator: " ").joined(separator: ":") }
}
