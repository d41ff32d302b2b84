import Model
import OracleWire
import Testing

@testable import Catalog

/// ALL_TAB_PRIVS, ALL_COL_PRIVS and DBA_ROLE_PRIVS as the Oracle Database Reference describes them.
@Suite struct RightsAssemblyTests {
  @Test func rightsAndRoles() throws {
    var contents = DictionaryContents(owner: "OT")
    try contents.addTable("T")
    try contents.addColumn("T", "A")
    for (object, grantee, privilege, grantable) in [
      ("T", "READER", "SELECT", "NO"), ("S", "CLERK", "SELECT", "YES"), ("BIN$gone", "READER", "SELECT", "NO"),
      ("T", "CLERK", "INSERT", "NO"),
    ] {
      contents.grants.append(
        try row(
          .grants,
          [
            "TABLE_NAME": .text(object), "GRANTEE": .text(grantee), "PRIVILEGE": .text(privilege),
            "GRANTABLE": .text(grantable),
          ]))
    }
    for column in ["B", "A"] {
      contents.columnGrants.append(
        try row(
          .columnGrants,
          [
            "TABLE_NAME": "T", "COLUMN_NAME": .text(column), "GRANTEE": "READER", "PRIVILEGE": "UPDATE",
            "GRANTABLE": "NO",
          ]))
    }
    contents.roleGrants = [
      try row(.roleGrants, ["GRANTED_ROLE": "READER", "GRANTEE": "CLERK", "ADMIN_OPTION": "YES"])
    ]
    let schema = try SchemaAssembly(contents).schema()
    #expect(
      schema.grants == [
        ObjectGrant(object: "S", privilege: "SELECT", grantee: "CLERK", isGrantable: true),
        ObjectGrant(object: "T", privilege: "INSERT", grantee: "CLERK"),
        ObjectGrant(object: "T", privilege: "SELECT", grantee: "READER"),
        ObjectGrant(object: "T", privilege: "UPDATE", columns: ["A", "B"], grantee: "READER"),
      ])
    #expect(schema.roleGrants == [RoleGrant(role: "READER", grantee: "CLERK", isAdministered: true)])
    #expect(schema.roles.isEmpty && schema.findings.isEmpty)
  }

  /// Nothing is said of members while nobody but PUBLIC has a right.
  @Test func whatIsNotKnownIsSaid() throws {
    var contents = DictionaryContents(owner: "OT")
    contents.knowsAllGrants = false
    contents.knowsMembers = false
    for (grantee, rules) in [
      ("PUBLIC", ["schema.rights-in-part"]), ("READER", ["schema.rights-in-part", "schema.role-members"]),
    ] {
      contents.grants.append(
        try row(.grants, ["TABLE_NAME": "T", "GRANTEE": .text(grantee), "PRIVILEGE": "SELECT", "GRANTABLE": "NO"]))
      let findings = try SchemaAssembly(contents).schema().findings
      #expect(findings.map(\.rule) == rules)
      #expect(findings.allSatisfy { $0.severity == .info && $0.object == "schema OT" })
    }
  }
}
