import Testing

@testable import OracleStandIn

/// Rights and roles: Oracle SQL Language Reference 19c, GRANT; Database Reference, ALL_TAB_PRIVS and others.
@Suite("Rights in the dictionary") struct PrivilegeViewsTests {
  private func database() throws -> TestDatabase {
    let test = try TestDatabase()
    test.database.createUser("CLERK", password: nil)
    try test.run(
      "CREATE TABLE t (a NUMBER, b NUMBER, c NUMBER)", "CREATE SEQUENCE s", "CREATE VIEW v AS SELECT a FROM t",
      "CREATE ROLE reader", "GRANT SELECT, UPDATE (a, b) ON t TO reader",
      "GRANT SELECT ON s TO clerk WITH GRANT OPTION",
      "GRANT SELECT ON v TO PUBLIC", "GRANT reader TO clerk WITH ADMIN OPTION")
    return test
  }

  @Test func theViewsShowThem() throws {
    let test = try database()
    #expect(
      try test.shownRows("SELECT table_name, grantee, privilege, grantable, type FROM all_tab_privs ORDER BY 1, 2, 3")
        == [
          "S | CLERK | SELECT | YES | SEQUENCE", "T | READER | SELECT | NO | TABLE", "V | PUBLIC | SELECT | NO | VIEW",
        ])
    #expect(
      try test.shownRows(
        "SELECT table_schema, table_name, column_name, privilege FROM all_col_privs ORDER BY column_name")
        == ["APP | T | A | UPDATE", "APP | T | B | UPDATE"])
    #expect(
      try test.shownRows("SELECT grantee, granted_role, admin_option FROM dba_role_privs") == ["CLERK | READER | YES"])
    #expect(try test.shownRows("SELECT role FROM dba_roles WHERE oracle_maintained = 'N'") == ["READER"])
  }

  @Test func revoking() throws {
    let test = try database()
    try test.run("REVOKE UPDATE ON t FROM reader", "REVOKE reader FROM clerk", "GRANT SELECT ON s TO clerk")
    #expect(try test.value("SELECT COUNT(*) FROM all_col_privs") == "0")
    #expect(try test.value("SELECT COUNT(*) FROM dba_role_privs") == "0")
    #expect(try test.value("SELECT grantable FROM all_tab_privs WHERE table_name = 'S'") == "YES")
    try test.run("GRANT ALL ON s TO reader", "DROP ROLE reader")
    #expect(try test.value("SELECT COUNT(*) FROM all_tab_privs WHERE grantee = 'READER'") == "0")
  }

  @Test(arguments: [
    ("GRANT SELECT ON t TO nobody", 1917), ("GRANT UPDATE (x) ON t TO reader", 904),
    ("GRANT SELECT ON x TO reader", 942),
    ("CREATE ROLE reader", 1921), ("CREATE ROLE clerk", 1921),
  ])
  func whatOracleRefuses(sql: String, code: Int) throws {
    #expect(try database().code(sql) == code)
  }
}
