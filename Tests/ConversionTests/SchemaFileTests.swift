import Testing

@testable import Conversion

/// schema.sql is cut where psql would cut it.
@Suite struct SchemaFileTests {
  @Test func phasesAndOrigins() {
    let file = SchemaFile(
      """
      -- made by hand
      CREATE SCHEMA s;

      -- phase: tables

      -- from t.sql:3
      CREATE TABLE a (x int); CREATE TABLE b (y int)
        ;
      -- phase: keys
      -- phase: views
      -- from v.sql:1
      CREATE VIEW v AS
        SELECT 1
      """)
    #expect(file.phases.map(\.title) == ["", "tables", "views"])
    #expect(file.phases[0].statements == [.init(sql: "CREATE SCHEMA s", line: 2, origin: nil)])
    #expect(
      file.phases[1].statements == [
        .init(sql: "CREATE TABLE a (x int)", line: 7, origin: "t.sql:3"),
        .init(sql: "CREATE TABLE b (y int)", line: 7, origin: nil),
      ])
    #expect(file.phases[2].statements == [.init(sql: "CREATE VIEW v AS\n  SELECT 1", line: 12, origin: "v.sql:1")])
  }

  @Test(arguments: [
    "COMMENT ON TABLE a IS 'one; two''s -- no comment'", #"SELECT ";" FROM "a""b;""#, #"SELECT E'\';', 'a\'"#,
    "SELECT 1 /* ; /* nested; */ ; */ + 2", "SELECT 1 -- ; 'quote\n + 2", "SELECT $$;$$, $a$ $$; $b$ $a$, $1",
    "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $f$\nBEGIN\n  RETURN NEW;\nEND\n$f$",
    #"SELECT U&'\0441;', price$ FROM t$x$ WHERE q = 'x'"#, "SELECT datee'\\'",
  ])
  func onlyRealSemicolonsCut(_ sql: String) {
    let file = SchemaFile(sql + ";\n;; " + sql + ";")
    #expect(file.phases.flatMap(\.statements).map(\.sql) == [sql, sql])
  }

  @Test(arguments: ["SELECT 'open;", "SELECT \"open;", "SELECT $a$ open; $b$", "SELECT 1 /* open;", "SELECT E'\\"])
  func whatIsNotClosedEndsWithTheFile(_ sql: String) {
    #expect(SchemaFile(sql).phases.flatMap(\.statements).map(\.sql) == [sql])
  }

  @Test(arguments: ["", "\n -- nothing\n", "/* nothing */ ;"])
  func emptyFiles(_ text: String) {
    #expect(SchemaFile(text).phases.isEmpty)
  }
}
