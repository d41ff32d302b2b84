import OracleWire

/// TAB_PRIVS, COL_PRIVS, ROLES and ROLE_PRIVS, as the Oracle Database Reference describes them.
enum PrivilegeViews {
  /// A right with the kind of object that it is on.
  private struct Entry {
    var grant: ObjectGrant
    var kind: String
  }

  private static func grants(_ session: StandInSession) -> [Entry] {
    let catalog = session.database.catalog
    return catalog.grants.sorted {
      ($0.object.description, $0.grantee, $0.privilege, $0.column ?? "")
        < ($1.object.description, $1.grantee, $1.privilege, $1.column ?? "")
    }.map { Entry(grant: $0, kind: catalog.kind(of: $0.object)) }
  }

  private static func tableGrants(_ session: StandInSession) -> [Entry] {
    grants(session).filter { $0.grant.column == nil }
  }

  private static func columnGrants(_ session: StandInSession) -> [Entry] {
    grants(session).filter { $0.grant.column != nil }
  }

  private static func isOwn(_ entry: Entry, _ session: StandInSession) -> Bool {
    entry.grant.grantee == session.user || entry.grant.object.owner == session.user
  }

  /// What ALL_ views show: rights that the user, PUBLIC or a role of the user takes part in.
  private static func isKnown(_ entry: Entry, _ session: StandInSession) -> Bool {
    let grant = entry.grant
    return isOwn(entry, session) || grant.grantor == session.user || grant.grantee == "PUBLIC"
      || session.database.catalog.roleGrants.contains { $0.role == grant.grantee && $0.grantee == session.user }
  }

  private static let common: [DictionaryColumn<Entry>] = [
    DictionaryColumn("GRANTOR") { Value($0.grant.grantor) },
    DictionaryColumn("GRANTEE") { Value($0.grant.grantee) },
    DictionaryColumn("TABLE_NAME") { Value($0.grant.object.name) },
    DictionaryColumn("PRIVILEGE") { Value($0.grant.privilege) },
    DictionaryColumn("GRANTABLE") { .flag($0.grant.isGrantable) },
    DictionaryColumn("COMMON", constant: "NO"),
    DictionaryColumn("INHERITED", constant: "NO"),
  ]

  private static let ofTables: [DictionaryColumn<Entry>] =
    common + [DictionaryColumn("HIERARCHY", constant: "NO"), DictionaryColumn("TYPE") { Value($0.kind) }]

  private static let ofColumns: [DictionaryColumn<Entry>] =
    common + [DictionaryColumn("COLUMN_NAME") { Value($0.grant.column) }]

  /// The ALL_ views call the owner TABLE_SCHEMA.
  private static let schema = DictionaryColumn<Entry>("TABLE_SCHEMA") { Value($0.grant.object.owner) }
  private static let owner = DictionaryColumn<Entry>("OWNER") { Value($0.grant.object.owner) }

  private static let roleColumns: [DictionaryColumn<String>] = [
    DictionaryColumn("ROLE") { Value($0) },
    DictionaryColumn("PASSWORD_REQUIRED", constant: "NO"),
    DictionaryColumn("AUTHENTICATION_TYPE", constant: "NONE"),
    DictionaryColumn("COMMON", constant: "NO"),
    DictionaryColumn("ORACLE_MAINTAINED") { Value(GrantStatements.roles.contains($0) ? "Y" : "N") },
    DictionaryColumn("INHERITED", constant: "NO"),
    DictionaryColumn("IMPLICIT", constant: "NO"),
  ]

  private static let memberColumns: [DictionaryColumn<RoleGrant>] = [
    DictionaryColumn("GRANTEE") { Value($0.grantee) },
    DictionaryColumn("GRANTED_ROLE") { Value($0.role) },
    DictionaryColumn("ADMIN_OPTION") { .flag($0.isAdministered) },
    DictionaryColumn("DELEGATE_OPTION", constant: "NO"),
    DictionaryColumn("DEFAULT_ROLE", constant: "YES"),
    DictionaryColumn("COMMON", constant: "NO"),
    DictionaryColumn("INHERITED", constant: "NO"),
  ]

  private static func members(_ session: StandInSession) -> [RoleGrant] {
    session.database.catalog.roleGrants.sorted { ($0.role, $0.grantee) < ($1.role, $1.grantee) }
  }

  static let all: [DictionaryDefinition] = [
    DictionaryBuilder.view("ALL_TAB_PRIVS", isCached: false, [schema] + ofTables) { session in
      tableGrants(session).filter { isKnown($0, session) }
    },
    DictionaryBuilder.view("DBA_TAB_PRIVS", [owner] + ofTables, elements: { tableGrants($0) }),
    DictionaryBuilder.view("USER_TAB_PRIVS", isCached: false, [owner] + ofTables) { session in
      tableGrants(session).filter { isOwn($0, session) }
    },
    DictionaryBuilder.view("ALL_COL_PRIVS", isCached: false, [schema] + ofColumns) { session in
      columnGrants(session).filter { isKnown($0, session) }
    },
    DictionaryBuilder.view("DBA_COL_PRIVS", [owner] + ofColumns, elements: { columnGrants($0) }),
    DictionaryBuilder.view("USER_COL_PRIVS", isCached: false, [owner] + ofColumns) { session in
      columnGrants(session).filter { isOwn($0, session) }
    },
    DictionaryBuilder.view("DBA_ROLES", roleColumns) { session in
      (session.database.catalog.roles.union(GrantStatements.roles).subtracting(["PUBLIC"])).sorted()
    },
    DictionaryBuilder.view("DBA_ROLE_PRIVS", memberColumns, elements: { members($0) }),
  ]
}

extension SchemaCatalog {
  /// TYPE of TAB_PRIVS.
  fileprivate func kind(of object: QualifiedName) -> String {
    if materializedViews[object] != nil || tables[object] != nil { return "TABLE" }
    if views[object] != nil { return "VIEW" }
    if sequences[object] != nil { return "SEQUENCE" }
    return units[object]?.keys.map(\.rawValue).min() ?? "UNKNOWN"
  }
}
