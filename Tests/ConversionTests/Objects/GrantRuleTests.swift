import Model
import SchemaScript
import Testing

@testable import Conversion

/// Whoever has a role can do what its rights say, and nothing else.
@Suite("Grants") struct GrantRuleTests {
  @Test func rightsAreThose() async throws {
    try await ScriptedTarget.with(
      """
      CREATE TABLE t (a NUMBER(9), b NUMBER(9), "C" NUMBER(9));
      CREATE TABLE secret (a NUMBER(9));
      CREATE VIEW v AS SELECT a FROM secret;
      CREATE SEQUENCE s;
      CREATE SYNONYM t2 FOR t;
      CREATE ROLE reader;
      CREATE ROLE unused;
      GRANT SELECT, UPDATE (b) ON t2 TO reader;
      GRANT SELECT ON v TO reader, "odd ""name";
      GRANT SELECT ON v TO reader;
      GRANT SELECT ON s TO reader;
      GRANT ALL ON secret TO boss WITH GRANT OPTION;
      GRANT INSERT, DELETE ON secret TO boss2;
      REVOKE DELETE ON secret FROM boss2;
      GRANT ALL ON t TO boss2;
      REVOKE INSERT ON t FROM boss2;
      GRANT reader TO boss2 WITH ADMIN OPTION;
      GRANT SELECT ON t TO PUBLIC WITH GRANT OPTION;
      """.replacing(#""odd ""name""#, with: #""odd name""#),
      setup: ["CREATE ROLE boss NOLOGIN"]
    ) { target in
      try await target.run("INSERT INTO t VALUES (1, 2, 3)")
      try await target.run("SET ROLE reader")
      #expect(try await target.rows("SELECT a, nextval('app.s') FROM app.t") == ["1 | 1"])
      #expect(try await target.rows("SELECT count(*) FROM app.v") == ["0"])
      try await target.run("UPDATE app.t SET b = 5")
      for refused in [
        "UPDATE app.t SET a = 5", "INSERT INTO app.t VALUES (1)", "SELECT * FROM app.secret", "DELETE FROM app.t",
      ] {
        #expect(await target.failure(refused) == "42501", "\(refused)")
      }
      try await target.run("SET ROLE unused")
      #expect(try await target.rows("SELECT a FROM app.t") == ["1"])
      try await target.run("RESET ROLE")
      try await target.run("SET ROLE boss")
      try await target.run("GRANT SELECT ON app.secret TO unused")
      try await target.run("RESET ROLE")
      try await target.run("SET ROLE boss2")
      try await target.run("INSERT INTO app.secret VALUES (1)")
      try await target.run("DELETE FROM app.t")
      #expect(await target.failure("DELETE FROM app.secret") == "42501")
      #expect(await target.failure("INSERT INTO app.t VALUES (1)") == "42501")
      try await target.run("GRANT reader TO unused")
      try await target.run("RESET ROLE")
      try await target.run(#"SET ROLE "odd name""#)
      #expect(try await target.rows("SELECT count(*) FROM app.v") == ["1"])
      try await target.run("RESET ROLE")
      #expect(target.warnings.isEmpty, "\(target.warnings)")
    }
  }

  private func plans(_ script: String, _ options: ConversionOptions = ConversionOptions()) -> (
    [MigrationPlan], [Finding]
  ) {
    let read = ScriptSchemas.read([ScriptSource(name: "t.sql", text: script)], owner: "APP")
    let plans = SchemaConversion.plans(for: read.schemas, options: options)
    return (plans, read.findings.map(\.finding) + plans.flatMap(\.findings))
  }

  @Test func othersAreNamed() {
    let (plans, findings) = plans(
      """
      CREATE TABLE t (a NUMBER(9), s BFILE);
      CREATE PACKAGE p AS END;
      /
      GRANT INDEX, SELECT ON t TO r;
      GRANT UPDATE (s) ON t TO r;
      GRANT EXECUTE ON p TO r;
      GRANT SELECT ON sys.dba_users TO r;
      GRANT READ ON DIRECTORY d TO r;
      GRANT CREATE SESSION, dba TO r;
      GRANT SELECT ON gone TO r;
      CREATE TABLE dropped (a NUMBER(9));
      GRANT SELECT ON dropped TO r;
      DROP TABLE dropped;
      """)
    #expect(plans.map(\.schema) == ["app"])
    let named = findings.filter { $0.rule == "table.grants" || $0.rule == "script.user" }.map(\.object).sorted()
    #expect(
      named == ["grant on D", "grant on DBA_USERS", "grant on GONE", "grant on P", "grant on T", "grant to R"])
    #expect(plans[0].completion.filter { $0.phase == .grant }.map(\.object.kind) == [.role, .grant, .grant])
  }

  @Test func withoutTheOptionOneFindingCountsThem() {
    let script = "CREATE TABLE t (a NUMBER(9)); GRANT SELECT, INSERT ON t TO r; GRANT SELECT ON t TO s;"
    let (plans, findings) = plans(script, ConversionOptions(convertsGrants: false))
    #expect(plans[0].completion.allSatisfy { $0.phase != .grant })
    #expect(findings.map(\.object) == ["schema APP"])
    #expect(findings.first?.reason == "3 rights on 1 objects are not carried over, of R, S")
    #expect(findings.first?.severity == .info)
  }

  @Test func aChoiceOfTablesHasNoRights() throws {
    let schema = Schema(
      owner: "APP", tables: [Table(owner: "APP", name: "T", columns: [Column(name: "A", type: .date)])],
      grants: [ObjectGrant(object: "T", privilege: "SELECT", grantee: "R")])
    let plan = try SchemaConversion.plan(for: schema, options: ConversionOptions(tables: ["T"]))
    #expect(plan.completion.allSatisfy { $0.phase != .grant })
    #expect(plan.findings.map(\.rule) == ["schema.grants"])
  }

  @Test func rightsFollowANewName() {
    let (plans, _) = plans("CREATE TABLE t (a NUMBER(9)); GRANT SELECT ON t TO r; RENAME t TO u;")
    #expect(plans[0].completion.last { $0.phase == .grant }?.sql == #"GRANT SELECT ON TABLE "app"."u" TO "r""#)
  }

  @Test func hostileNamesStayNames() async throws {
    let name = #"r'; $do$ DROP SCHEMA app; --"#
    try await ScriptedTarget.with("CREATE TABLE t (a NUMBER(9)); GRANT SELECT ON t TO \"\(name)\";") { target in
      let rows = try await target.rows("SELECT rolname FROM pg_roles WHERE rolname LIKE 'r''%'")
      #expect(rows == [name])
    }
  }
}
