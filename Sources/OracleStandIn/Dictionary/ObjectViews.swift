import OracleWire

/// OBJECTS, USERS, SYNONYMS, VIEWS, TAB_PRIVS and ROLES.
enum ObjectViews {
  private struct ObjectEntry {
    var name: QualifiedName
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

  private static let objectColumns: [DictionaryColumn<ObjectEntry>] = [
    DictionaryColumn("OWNER V128!") { Value($0.name.owner) },
    DictionaryColumn("OBJECT_NAME V128!") { Value($0.name.name) },
    DictionaryColumn("SUBOBJECT_NAME V128"),
    DictionaryColumn("OBJECT_ID N!") { Value(Int($0.number)) },
    DictionaryColumn("DATA_OBJECT_ID N") { Value($0.dataObject.map { Int($0) }) },
    DictionaryColumn("OBJECT_TYPE V23") { Value($0.type) },
    DictionaryColumn("CREATED D!") { Value(date: $0.created) },
    DictionaryColumn("LAST_DDL_TIME D!") { Value(date: $0.changed) },
    DictionaryColumn("TIMESTAMP V19") { Value(String($0.changed.description.prefix(19)).replacingBlank()) },
    DictionaryColumn("STATUS V7") { Value($0.isValid ? "VALID" : "INVALID") },
    DictionaryColumn("TEMPORARY V1") { Value($0.isTemporary ? "Y" : "N") },
    DictionaryColumn("GENERATED V1") { Value($0.isGenerated ? "Y" : "N") },
    DictionaryColumn("SECONDARY V1", constant: "N"),
    DictionaryColumn("NAMESPACE N!") { entry in
      Value(entry.type == "INDEX" ? 4 : entry.type == "TRIGGER" ? 3 : entry.type.hasSuffix("BODY") ? 2 : 1)
    },
    DictionaryColumn("EDITION_NAME V128"),
    DictionaryColumn("SHARING V18", constant: "NONE"),
    DictionaryColumn("EDITIONABLE V1"),
    DictionaryColumn("ORACLE_MAINTAINED V1", constant: "N"),
    DictionaryColumn("APPLICATION V1", constant: "N"),
    DictionaryColumn("DEFAULT_COLLATION V100"),
    DictionaryColumn("DUPLICATED V1", constant: "N"),
    DictionaryColumn("SHARDED V1", constant: "N"),
  ]

  private static func users(_ session: StandInSession) -> [User] {
    session.database.catalog.users.values.filter { $0.name != "PUBLIC" }.sorted { $0.number < $1.number }
  }

  private static func isOwn(_ user: User) -> Bool { user.name == "SYS" || user.name == "SYSTEM" }

  private static let userColumns: [DictionaryColumn<User>] = [
    DictionaryColumn("USERNAME V128!") { Value($0.name) },
    DictionaryColumn("USER_ID N!") { Value($0.number) },
    DictionaryColumn("CREATED D!") { Value(date: $0.created) },
    DictionaryColumn("COMMON V3") { .flag(isOwn($0)) },
    DictionaryColumn("ORACLE_MAINTAINED V1") { Value(isOwn($0) ? "Y" : "N") },
    DictionaryColumn("INHERITED V3", constant: "NO"),
    DictionaryColumn("DEFAULT_COLLATION V100", constant: "USING_NLS_COMP"),
    DictionaryColumn("IMPLICIT V3", constant: "NO"),
    DictionaryColumn("ALL_SHARD V3", constant: "NO"),
  ]

  private static let accountColumns: [DictionaryColumn<User>] = [
    DictionaryColumn("USERNAME V128!") { Value($0.name) },
    DictionaryColumn("USER_ID N!") { Value($0.number) },
    DictionaryColumn("ACCOUNT_STATUS V32!") { Value($0.password == nil ? "LOCKED" : "OPEN") },
    DictionaryColumn("DEFAULT_TABLESPACE V30!", constant: "USERS"),
    DictionaryColumn("TEMPORARY_TABLESPACE V30!", constant: "TEMP"),
    DictionaryColumn("CREATED D!") { Value(date: $0.created) },
    DictionaryColumn("ORACLE_MAINTAINED V1") { Value(isOwn($0) ? "Y" : "N") },
  ]

  private static let viewColumns: [DictionaryColumn<View>] = [
    DictionaryColumn("OWNER V128!") { Value($0.name.owner) },
    DictionaryColumn("VIEW_NAME V128!") { Value($0.name.name) },
    DictionaryColumn("TEXT_LENGTH N") { Value($0.text.utf8.count) },
    DictionaryColumn("TEXT L") { Value(type: .long, bytes: Array($0.text.utf8)) },
    DictionaryColumn("TEXT_VC V4000") { Value(String($0.text.prefix(4000))) },
    DictionaryColumn("TYPE_TEXT_LENGTH N"),
    DictionaryColumn("TYPE_TEXT V4000"),
    DictionaryColumn("OID_TEXT_LENGTH N"),
    DictionaryColumn("OID_TEXT V4000"),
    DictionaryColumn("VIEW_TYPE_OWNER V128"),
    DictionaryColumn("VIEW_TYPE V128"),
    DictionaryColumn("SUPERVIEW_NAME V128"),
    DictionaryColumn("EDITIONING_VIEW V1", constant: "N"),
    DictionaryColumn("READ_ONLY V1") { Value($0.isReadOnly ? "Y" : "N") },
    DictionaryColumn("CONTAINER_DATA V1", constant: "N"),
    DictionaryColumn("BEQUEATH V12", constant: "DEFINER"),
  ]

  private static let synonymColumns: [DictionaryColumn<Synonym>] = [
    DictionaryColumn("OWNER V128") { Value($0.name.owner) },
    DictionaryColumn("SYNONYM_NAME V128!") { Value($0.name.name) },
    DictionaryColumn("TABLE_OWNER V128") { Value($0.target.owner) },
    DictionaryColumn("TABLE_NAME V128!") { Value($0.target.name) },
    DictionaryColumn("DB_LINK V128") { Value($0.databaseLink) },
    DictionaryColumn("ORIGIN_CON_ID N") { _ in Value(1) },
  ]

  private static let grantColumns: [DictionaryColumn<ObjectGrant>] = [
    DictionaryColumn("GRANTOR V128!") { Value($0.grantor) },
    DictionaryColumn("GRANTEE V128!") { Value($0.grantee) },
    DictionaryColumn("TABLE_SCHEMA V128!") { Value($0.object.owner) },
    DictionaryColumn("TABLE_NAME V128!") { Value($0.object.name) },
    DictionaryColumn("PRIVILEGE V40!") { Value($0.privilege) },
    DictionaryColumn("GRANTABLE V3", constant: "NO"),
    DictionaryColumn("HIERARCHY V3", constant: "NO"),
    DictionaryColumn("COMMON V3", constant: "NO"),
    DictionaryColumn("TYPE V24", constant: "TABLE"),
    DictionaryColumn("INHERITED V3", constant: "NO"),
  ]

  private static let ownedGrantColumns: [DictionaryColumn<ObjectGrant>] = [
    DictionaryColumn("GRANTEE V128") { Value($0.grantee) },
    DictionaryColumn("OWNER V128") { Value($0.object.owner) },
    DictionaryColumn("TABLE_NAME V128") { Value($0.object.name) },
    DictionaryColumn("GRANTOR V128") { Value($0.grantor) },
    DictionaryColumn("PRIVILEGE V40") { Value($0.privilege) },
    DictionaryColumn("GRANTABLE V3", constant: "NO"),
    DictionaryColumn("HIERARCHY V3", constant: "NO"),
    DictionaryColumn("COMMON V3", constant: "NO"),
    DictionaryColumn("TYPE V24", constant: "TABLE"),
    DictionaryColumn("INHERITED V3", constant: "NO"),
  ]

  private static func grants(_ session: StandInSession) -> [ObjectGrant] {
    session.database.catalog.grants.sorted {
      ($0.object.description, $0.grantee, $0.privilege) < ($1.object.description, $1.grantee, $1.privilege)
    }
  }

  private static var userViews: [DictionaryView] {
    var own = DictionaryBuilder.view("USER_USERS", accountColumns) { session in
      users(session).filter { $0.name == session.user }
    }
    own.dependsOnUser = true
    return [
      DictionaryBuilder.view("ALL_USERS", userColumns, elements: { users($0) }),
      DictionaryBuilder.view("DBA_USERS", accountColumns, elements: { users($0) }), own,
    ]
  }

  static let all: [DictionaryView] =
    DictionaryBuilder.family("OBJECTS", objectColumns, owner: { $0.name.owner }, elements: { objects($0) })
    + DictionaryBuilder.family(
      "VIEWS", viewColumns, owner: { $0.name.owner },
      elements: { $0.database.catalog.views.values.sorted { $0.name.description < $1.name.description } })
    + DictionaryBuilder.family(
      "SYNONYMS", synonymColumns, owner: { $0.name.owner },
      elements: { $0.database.catalog.synonyms.values.sorted { $0.name.description < $1.name.description } })
    + userViews
    + [
      DictionaryBuilder.view("ALL_TAB_PRIVS", grantColumns, elements: { grants($0) }),
      DictionaryBuilder.view("DBA_TAB_PRIVS", ownedGrantColumns, elements: { grants($0) }),
      DictionaryBuilder.view("USER_TAB_PRIVS", isCached: false, ownedGrantColumns) { session in
        grants(session).filter { $0.grantee == session.user || $0.object.owner == session.user }
      },
    ]
}

extension String {
  /// `2024-01-31 10:00:00` as the dictionary writes it: `2024-01-31:10:00:00`.
  fileprivate func replacingBlank() -> String { split(separator: " ").joined(separator: ":") }
}
