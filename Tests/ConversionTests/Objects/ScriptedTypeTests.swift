import Model
import SchemaScript
import Testing

@testable import Conversion

/// Values of users' types keep their parts, and arrays their limits.
@Suite("Types of scripts") struct ScriptedTypeTests {
  @Test func attributesElementsAndLimits() async throws {
    try await ScriptedTarget.with(
      """
      CREATE TYPE address;
      /
      CREATE OR REPLACE TYPE address AS OBJECT (street VARCHAR2(30), zip NUMBER(5), MEMBER FUNCTION label RETURN VARCHAR2);
      /
      CREATE TYPE BODY address AS MEMBER FUNCTION label RETURN VARCHAR2 IS BEGIN RETURN street; END; END;
      /
      CREATE TYPE phones AS VARRAY(2) OF VARCHAR2(20);
      /
      CREATE TYPE places AS TABLE OF address;
      /
      CREATE TYPE person AS OBJECT (name VARCHAR2(9), home address, calls phones);
      /
      CREATE TABLE t (id NUMBER(9) PRIMARY KEY, p person, q phones, r places) NESTED TABLE r STORE AS r_store;
      CREATE TABLE people OF person (name NOT NULL, CONSTRAINT people_pk PRIMARY KEY (name));
      """
    ) { target in
      try await target.run(
        "INSERT INTO t VALUES (1, ('Eve', ('Main', 12345), ARRAY['1', '2']), ARRAY['3'], ARRAY[('A', 1), ('B', 2)]::address[])"
      )
      #expect(
        try await target.rows("SELECT ((p).home).zip, (p).calls[2], q[1], (r[2]).street FROM t") == [
          "12345 | 2 | 3 | B"
        ])
      #expect(await target.failure("INSERT INTO t (id, q) VALUES (2, ARRAY['1', '2', '3'])") == "23514")
      #expect(await target.failure("UPDATE t SET q[1] = 'a text that is longer than that'") == "22001")
      try await target.run("INSERT INTO people VALUES ('Eve', ('Main', 1), NULL)")
      #expect(await target.failure("INSERT INTO people VALUES (NULL, NULL, NULL)") == "23502")
      #expect(await target.failure("INSERT INTO people VALUES ('Eve', NULL, NULL)") == "23505")
      #expect(
        target.warnings == [
          "script.object-rows table PEOPLE", "type.object column PEOPLE.HOME", "type.object type ADDRESS",
        ], "\(target.warnings)")
      #expect(target.rules("column T.R") == ["type.collection"])
    }
  }

  /// Files of a folder come in the order of their names, not in that of their needs.
  @Test func aTypeMayComeLater() throws {
    let read = ScriptSchemas.read(
      [
        ScriptSource(
          name: "t.sql", text: "CREATE TABLE x (p point, q point2);\nCREATE TYPE point AS OBJECT (a NUMBER(9));\n/\n")
      ], owner: "APP")
    let plan = try #require(SchemaConversion.plans(for: read.schemas).first)
    #expect(plan.columnSQL("x", "p") == #""app"."point""#)
    #expect(plan.findings.filter { $0.severity != .info }.map(\.object) == ["column X.Q"])
  }

  @Test func othersAreNamed() throws {
    let nested = (1...40).map { "CREATE TYPE t\($0) AS OBJECT (a t\($0 - 1), b t\($0 - 1));\n/\n" }.joined()
    let read = ScriptSchemas.read(
      [
        ScriptSource(
          name: "t.sql",
          text: """
            CREATE TYPE base AS OBJECT (a NUMBER) NOT FINAL;
            /
            CREATE TYPE derived UNDER base (b NUMBER);
            /
            CREATE TYPE odd AS OBJECT (a ANYDATA);
            /
            CREATE TYPE pointing AS OBJECT (a REF base);
            /
            CREATE TYPE shape AS OBJECT (g BFILE);
            /
            CREATE TYPE dropped AS OBJECT (a NUMBER);
            /
            DROP TYPE dropped;
            CREATE TYPE t0 AS OBJECT (a NUMBER);
            /
            \(nested)
            CREATE TABLE x (id NUMBER(9), b base, d derived, o odd, gone dropped);
            CREATE TABLE y OF derived;
            """)
      ], owner: "APP")
    let plan = try #require(SchemaConversion.plans(for: read.schemas).first)
    let named = Set((read.findings.map(\.finding) + plan.findings).filter { $0.severity != .info }.map(\.object))
    #expect(
      named.isSuperset(of: [
        "type BASE", "type DERIVED", "type ODD", "type POINTING", "type SHAPE", "type T40", "column X.B", "column X.D",
        "column X.O", "column X.GONE", "table Y",
      ]), "\(named)")
    #expect(plan.tables.map(\.creation.sql) == ["CREATE TABLE \"app\".\"x\" (\n  \"id\" integer\n)"])
    #expect(plan.preparation.contains { $0.sql.hasPrefix("CREATE TYPE \"app\".\"t1\"") })
  }

  /// A dictionary's collections are types of PostgreSQL, while their values stop a migration with a reason of their own.
  @Test func valuesThatAreNotReadAreTold() throws {
    let schema = Schema(
      owner: "APP",
      tables: [
        Table(
          owner: "APP", name: "T",
          columns: [Column(name: "P", type: .unsupported("PATH")), Column(name: "Q", type: .unsupported("OTHER"))])
      ], types: [.collection(CollectionType(owner: "APP", name: "PATH", element: .date))])
    let plan = try SchemaConversion.plan(for: schema)
    #expect(plan.preparation.contains { $0.sql == #"CREATE DOMAIN "app"."path" AS timestamp(0)[]"# })
    let reasons = plan.findings.filter { $0.rule == "type.unsupported" }.map { $0.object + ": " + $0.reason.prefix(50) }
    #expect(
      reasons == [
        "column T.P: values of the type PATH are not read from rows yet",
        "column T.Q: the type OTHER is not carried over yet; the column",
      ], "\(reasons)")
  }
}
