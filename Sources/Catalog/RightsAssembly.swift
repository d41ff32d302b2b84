import Model

/// Rights on the owner's objects, from ALL_TAB_PRIVS and ALL_COL_PRIVS or their DBA_ forms, and who has the roles that have them, from
/// DBA_ROLE_PRIVS where the session may see it.
///
/// Users and roles are not told apart: both become roles.
struct RightsAssembly {
  /// Ordered by object, grantee and right.
  private(set) var grants: [ObjectGrant] = []
  /// Ordered by role.
  private(set) var roleGrants: [RoleGrant] = []
  /// What the session may not know.
  private(set) var findings: [Finding] = []

  init(_ contents: DictionaryContents) throws(CatalogError) {
    for row in contents.grants { grants.append(try Self.grant(row)) }
    var limited: [ObjectGrant: [String]] = [:]
    for row in contents.columnGrants {
      limited[try Self.grant(row), default: []].append(try row.text("COLUMN_NAME"))
    }
    grants += limited.map { grant, columns in
      var grant = grant
      grant.columns = columns.sorted()
      return grant
    }
    grants = grants.filter { !$0.object.hasPrefix("BIN$") }.sorted {
      ($0.object, $0.grantee, $0.privilege, $0.isGrantable ? 1 : 0)
        < ($1.object, $1.grantee, $1.privilege, $1.isGrantable ? 1 : 0)
    }
    for row in contents.roleGrants {
      roleGrants.append(
        RoleGrant(
          role: try row.text("GRANTED_ROLE"), grantee: try row.text("GRANTEE"),
          isAdministered: try row.flag("ADMIN_OPTION", is: "YES")))
    }
    roleGrants.sort { ($0.role, $0.grantee) < ($1.role, $1.grantee) }
    if !contents.knowsAllGrants {
      report(
        "schema.rights-in-part", contents.owner,
        "Oracle shows this user only the rights that it gave or has itself: others are not carried over",
        "log in as the owner, or as a DBA run: GRANT SELECT ON SYS.DBA_TAB_PRIVS TO <user>, and the same for "
          + "SYS.DBA_COL_PRIVS")
    }
    if !contents.knowsMembers, grants.contains(where: { $0.grantee != "PUBLIC" }) {
      report(
        "schema.role-members", contents.owner,
        "who has the roles with rights on its objects is not known: no role is granted to anybody",
        "as a DBA run: GRANT SELECT ON SYS.DBA_ROLE_PRIVS TO <user>, or grant the roles in PostgreSQL")
    }
  }

  private mutating func report(_ rule: String, _ owner: String, _ reason: String, _ remedy: String) {
    findings.append(
      Finding(severity: .info, rule: rule, object: "schema \(owner)", reason: reason, remedy: remedy))
  }

  private static func grant(_ row: DictionaryRow) throws(CatalogError) -> ObjectGrant {
    ObjectGrant(
      object: try row.text("TABLE_NAME"), privilege: try row.text("PRIVILEGE"), grantee: try row.text("GRANTEE"),
      isGrantable: try row.flag("GRANTABLE", is: "YES"))
  }
}
