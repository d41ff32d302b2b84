import Model
import SchemaScript
import Testing

/// Scripts that include others, and SQL*Plus's variables in them.
@Suite struct ScriptInclusionTests {
  private static let files = [
    "install.sql": """
    DEFINE owner = app
    DEFINE width = 40
    @sub/tables VARCHAR2
    CREATE SEQUENCE &owner..ids;
    @missing
    """,
    "sub/tables.sql": """
    CREATE TABLE &&owner..people (name &1(&width));
    @@more.sql
    SET DEFINE OFF
    CREATE TABLE &owner..left (a NUMBER);
    SET DEFINE ON
    """,
    "sub/more.sql": "CREATE TABLE app.firms (motto CHAR(9) DEFAULT 'R&D', other NUMBER DEFAULT &unknown);",
    "loop.sql": "CREATE TABLE t (a NUMBER);\n@loop",
  ]

  private func read(_ name: String, _ more: [String: ScriptSource] = [:]) throws -> ScriptSchemas {
    let library = ScriptLibrary.files { path in
      more[path] ?? Self.files[path].map { ScriptSource(name: path, text: $0) }
    }
    let text = try #require(more[name]?.text ?? Self.files[name])
    return ScriptSchemas.read(
      [more[name] ?? ScriptSource(name: name, text: text)], owner: "APP", library: library)
  }

  @Test func includedScriptsRunInTheirPlace() throws {
    let read = try read("install.sql")
    let schema = try #require(read.schemas.first)
    #expect(schema.tables.map(\.name) == ["FIRMS", "PEOPLE"])
    #expect(schema.tables[1].columns.map(\.type) == [.varchar2(length: 40)])
    #expect(schema.tables[0].columns[0].defaultExpression == "'R&D'")
    #expect(schema.sequences.map(\.name) == ["IDS"])
    let table = ScriptSchemas.ObjectKey(owner: "APP", object: "table FIRMS")
    #expect(read.places[table] == ScriptPlace(script: "sub/more.sql", line: 1))
  }

  @Test func whatIsMissingIsNamed() throws {
    let findings = try read("install.sql").findings
    #expect(findings.map(\.finding.object).contains("script missing"))
    let missing = try #require(findings.first { $0.finding.rule == "script.include" })
    #expect(missing.place == ScriptPlace(script: "install.sql", line: 5))
    #expect(missing.finding.reason.contains("install.sql:5"))
    // After SET DEFINE OFF an ampersand is no variable's beginning, and no owner is called &owner.
    #expect(
      try read("install.sql").schemas.flatMap(\.tables).contains { $0.name == "LEFT" && $0.owner == "APP" } == false)
  }

  @Test func scriptsThatIncludeThemselvesEnd() throws {
    let read = try read("loop.sql")
    #expect(read.schemas.first?.tables.map(\.name) == ["T"])
    #expect(read.findings.contains { $0.finding.reason.contains("more than 20 deep") })
  }

  @Test func bytesOfAnotherEncodingAreNamed() throws {
    let script = ScriptSource(
      name: "latin.sql",
      text: "-- \u{FFFD}\nCREATE TABLE a (x CHAR(1) DEFAULT '\u{FFFD}');\nCREATE TABLE b (x NUMBER);",
      isRepaired: true)
    let read = try read("latin.sql", ["latin.sql": script])
    #expect(read.findings.map(\.finding.object) == ["table A"])
    #expect(read.findings[0].finding.rule == "script.encoding")
    #expect(read.schemas.first?.tables.map(\.name) == ["A", "B"])
  }
}
