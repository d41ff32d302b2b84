import Model
import OracleSQL

// GRANT, REVOKE and CREATE ROLE.
extension SchemaReplay {
  /// Notes rights on objects, and roles that the scripts made; rights on the database are named.
  mutating func grant(_ written: Privileges) {
    guard let object = written.object else {
      let given = written.privileges.filter(roles.contains)
      for role in given {
        for grantee in written.grantees {
          roleGrants.removeAll { $0.role == role && $0.grantee == grantee.name }
          roleGrants.append(
            RoleGrant(role: role, grantee: grantee.name, isAdministered: written.withAdminOption))
        }
      }
      let left = written.privileges.filter { !roles.contains($0) }
      guard !left.isEmpty else { return }
      report(
        .warning, "script.user", "grant to \(Self.names(written.grantees))",
        "rights on the database, and roles that the scripts don't make, are not granted: "
          + left.joined(separator: ", ") + Self.options(of: written), "GRANT what the roles need in PostgreSQL")
      return
    }
    let key = key(object)
    guard written.objectKind == nil else {
      report(
        .warning, "table.grants", "grant on \(key.name)",
        "rights on a \(written.objectKind?.lowercased() ?? "") are not carried over: "
          + "\(written.privileges.joined(separator: ", ")) to \(Self.names(written.grantees))",
        "see what the roles need in its place")
      return
    }
    let options = Self.clauses(of: written)
    leaveOut(options.map { "GRANT " + $0 }, of: "grant on \(key.name)")
    for (index, privilege) in written.privileges.enumerated() {
      let columns = index < written.columns.count ? written.columns[index].map(\.name) : []
      for grantee in written.grantees {
        let new = ObjectGrant(
          object: key.name, privilege: privilege, columns: columns, grantee: grantee.name,
          isGrantable: written.withGrantOption)
        // A later GRANT adds the option, never takes it.
        if new.isGrantable {
          grants[key]?.removeAll {
            $0.privilege == privilege && $0.columns == columns && $0.grantee == grantee.name
          }
        } else if grants[key]?.contains(where: {
          $0.privilege == privilege && $0.columns == columns && $0.grantee == grantee.name
        }) == true {
          continue
        }
        grants[key, default: []].append(new)
      }
    }
  }

  /// Takes rights back: of columns all at once, as Oracle does.
  mutating func revoke(_ written: Privileges) {
    let grantees = Set(written.grantees.map(\.name))
    guard let object = written.object else {
      roleGrants.removeAll { written.privileges.contains($0.role) && grantees.contains($0.grantee) }
      let left = written.privileges.filter { !roles.contains($0) }
      guard !left.isEmpty else { return }
      report(
        .info, "script.user", "grant to \(Self.names(written.grantees))",
        "rights on the database were not granted, so they are not revoked: " + left.joined(separator: ", "),
        "nothing needs to be done")
      return
    }
    if written.cascadesConstraints {
      report(
        .warning, "script.clause", "grant on \(key(object).name)",
        "REVOKE ... CASCADE CONSTRAINTS drops foreign keys of those who lose the right; they are kept",
        "drop them in PostgreSQL if they must not be")
    }
    leaveOut(Self.clauses(of: written).map { "REVOKE " + $0 }, of: "grant on \(key(object).name)")
    let takesAll = written.privileges.contains { $0 == "ALL" || $0 == "ALL PRIVILEGES" }
    let key = key(object)
    // Of ALL a part stays.
    if !takesAll {
      let wide = grants[key]?.filter { grantees.contains($0.grantee) && $0.privilege.hasPrefix("ALL") } ?? []
      for grant in wide {
        grants[key]?.removeAll { $0 == grant }
        for privilege in ["SELECT", "INSERT", "UPDATE", "DELETE", "REFERENCES"] {
          var part = grant
          part.privilege = privilege
          grants[key]?.append(part)
        }
      }
    }
    grants[key]?.removeAll { grantees.contains($0.grantee) && (takesAll || written.privileges.contains($0.privilege)) }
  }

  /// What a statement says beside privileges, object and grantees, and PostgreSQL doesn't know.
  private static func clauses(of written: Privileges) -> [String] {
    (written.withHierarchyOption ? ["WITH HIERARCHY OPTION"] : []) + written.clauses.map(\.keyword)
  }

  private static func options(of written: Privileges) -> String {
    let words = (written.withAdminOption ? ["WITH ADMIN OPTION"] : []) + clauses(of: written)
    return words.map { " " + $0 }.joined()
  }

  private static func names(_ grantees: [Identifier]) -> String {
    grantees.map(\.name).joined(separator: ", ")
  }
}
