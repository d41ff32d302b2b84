import OracleSQL
import OracleWire

/// Carries out GRANT and REVOKE.
///
/// Nothing is refused for want of a privilege but what `ReadRights` asks for; the dictionary shows all of them.
struct GrantStatements {
  let session: StandInSession
  let context: CompileContext

  private var catalog: SchemaCatalog { session.database.catalog }

  func grant(_ privileges: Privileges) throws {
    let entries = try entries(privileges)
    for entry in entries.objects {
      // A later GRANT adds the option, never takes it.
      if entry.isGrantable { remove(entry) }
      if !catalog.grants.contains(where: { Self.isSame($0, entry) }) { catalog.grants.insert(entry) }
    }
    for entry in entries.roles {
      catalog.roleGrants = catalog.roleGrants.filter { $0.role != entry.role || $0.grantee != entry.grantee }
      catalog.roleGrants.insert(entry)
    }
    for grantee in privileges.grantees {
      catalog.users[grantee.name]?.privileges.formUnion(privileges.privileges.filter { $0.hasPrefix("SYS") })
    }
  }

  /// Takes rights back: of columns all at once, as Oracle does.
  func revoke(_ privileges: Privileges) throws {
    let entries = try entries(privileges)
    for entry in entries.objects { remove(entry) }
    for entry in entries.roles {
      catalog.roleGrants = catalog.roleGrants.filter { $0.role != entry.role || $0.grantee != entry.grantee }
    }
    for grantee in privileges.grantees {
      catalog.users[grantee.name]?.privileges.subtract(privileges.privileges.filter { $0.hasPrefix("SYS") })
    }
  }

  private static func isSame(_ left: ObjectGrant, _ right: ObjectGrant) -> Bool {
    left.grantee == right.grantee && left.object == right.object && left.privilege == right.privilege
      && left.column == right.column
  }

  private func remove(_ entry: ObjectGrant) {
    catalog.grants = catalog.grants.filter { grant in
      var wanted = entry
      if entry.column == nil { wanted.column = grant.column }
      return !Self.isSame(grant, wanted)
    }
  }

  private func entries(_ privileges: Privileges) throws -> (objects: [ObjectGrant], roles: [RoleGrant]) {
    var objects: [ObjectGrant] = []
    var roles: [RoleGrant] = []
    let target = try privileges.object.map { try object($0) }
    for grantee in privileges.grantees {
      guard isKnown(grantee.name) else {
        throw OracleError(
          code: 1917, message: "user or role '\(grantee.name)' does not exist", position: grantee.range.start)
      }
      guard let target else {
        roles += privileges.privileges.filter { catalog.roles.contains($0) || Self.roles.contains($0) }.map {
          RoleGrant(role: $0, grantee: grantee.name, isAdministered: privileges.withAdminOption)
        }
        continue
      }
      for (place, privilege) in privileges.privileges.enumerated() {
        let columns = privileges.columns.indices.contains(place) ? privileges.columns[place] : []
        let names = privilege.hasPrefix("ALL") ? all(on: target) : [privilege]
        for name in names {
          let entry = ObjectGrant(
            grantee: grantee.name, object: target, grantor: target.owner, privilege: name,
            isGrantable: privileges.withGrantOption)
          objects += columns.isEmpty ? [entry] : try columns.map { try limited(entry, to: $0) }
        }
      }
    }
    return (objects, roles)
  }

  private func limited(_ entry: ObjectGrant, to column: Identifier) throws -> ObjectGrant {
    let known =
      catalog.tables[entry.object]?.columns.map(\.name) ?? catalog.views[entry.object]?.columnNames ?? []
    guard known.contains(column.name) else {
      throw OracleError.invalidIdentifier("\"\(column.name)\"", at: column.range.start)
    }
    var entry = entry
    entry.column = column.name
    return entry
  }

  private func isKnown(_ name: String) -> Bool {
    catalog.users[name] != nil || catalog.roles.contains(name) || Self.roles.contains(name)
  }

  /// What ALL is for an object of this kind (SQL Language Reference, GRANT, "Object Privileges").
  private func all(on object: QualifiedName) -> [String] {
    if catalog.sequences[object] != nil { return ["ALTER", "SELECT"] }
    if catalog.units[object] != nil { return ["DEBUG", "EXECUTE"] }
    let rows = ["DELETE", "INSERT", "READ", "REFERENCES", "SELECT", "UPDATE"]
    return catalog.tables[object] == nil ? rows : rows + ["ALTER", "INDEX"]
  }

  static let roles: Set<String> = ["CONNECT", "RESOURCE", "DBA", "PUBLIC", "SELECT_CATALOG_ROLE"]

  private func object(_ name: ObjectName) throws -> QualifiedName {
    let wanted = context.qualified(name)
    if catalog.isTaken(wanted) { return wanted }
    if session.database.dictionary.view(wanted.name) != nil || name.name.name.hasPrefix("DBMS_")
      || name.name.name.hasPrefix("V_$")
      || name.name.name.hasPrefix("UTL_")
    {
      return QualifiedName(owner: "SYS", name: wanted.name)
    }
    throw OracleError.noSuchTable(at: name.range.start)
  }
}
