import Model
@testable import SchemaScript
import Testing

/// Of a table that Oracle would refuse, what is understood stays, and the rest is named.
@Suite("Tables with mistakes") struct TableRecoveryTests {
  private func read(_ text: String) -> ScriptSchemas {
    ScriptSchemas.read([ScriptSource(name: "t.sql", text: text)], owner: "APP")
  }

  private func objects(_ result: ScriptSchemas) -> [String] { result.findings.map(\.finding.object) }

  @Test func aColumnIsToBlame() throws {
    let result = read(
      """
      CREATE TABLE t (
        id NUMBER(9) PRIMARY KEY,
        body CLOB(512) DEFAULT NULL,
        note VARCHAR2(9) DEFAULT ',)',
        big BIGINT(20) UNIQUE
      );
      CREATE TABLE u (a NUMBER);
      """)
    let table = try #require(result.schemas.first?.tables.first)
    #expect(table.columns.map(\.name) == ["ID", "NOTE"] && table.primaryKey?.columns == ["ID"])
    #expect(result.schemas[0].tables.map(\.name) == ["T", "U"])
    #expect(objects(result) == ["column T.BODY", "column T.BIG", "unique constraint T.UK(BIG)"])
    #expect(result.findings.allSatisfy { $0.finding.severity == .warning && $0.finding.rule == "script.table-part" })
    #expect(result.findings[0].finding.reason.contains("t.sql:3:12"), "\(result.findings[0].finding.reason)")
    #expect(result.findings[1].finding.reason.contains("t.sql:5:13"), "\(result.findings[1].finding.reason)")
  }

  @Test func theFirstColumnAndAConstraint() throws {
    let result = read(
      "CREATE TABLE t (mode NUMBER, b NUMBER, CONSTRAINT t_ck CHECK (b >), CONSTRAINT t_pk PRIMARY KEY (b));")
    let table = try #require(result.schemas.first?.tables.first)
    #expect(table.columns.map(\.name) == ["B"] && table.primaryKey?.name == "T_PK" && table.checks.isEmpty)
    #expect(objects(result) == ["column T.MODE", "check constraint T.T_CK"])
  }

  @Test func aMissingCommaNamesBothColumns() throws {
    let result = read(#"CREATE TABLE t (a NUMBER, "b" NUMBER(11,2) "c" DATE, d DATE);"#)
    #expect(result.schemas[0].tables[0].columns.map(\.name) == ["A", "D"])
    #expect(objects(result) == ["column T.b", "column T.c"])
  }

  @Test func whatStandsBehindTheColumns() throws {
    let result = read("CREATE TABLE t (a DATE) PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN (MAXVALUE);")
    #expect(result.schemas[0].tables.map(\.name) == ["T"])
    #expect(result.findings.map(\.finding.rule) == ["script.table-form"] && objects(result) == ["table T"])
  }

  /// What is no list, or all of it, is left out as a whole.
  @Test(arguments: [
    "CREATE TABLE t (a CLOB(5));", "CREATE TABLE t (a NUMBER", "CREATE TABLE t a NUMBER);", "CREATE TABLE t (;",
  ])
  func nothingIsLeft(text: String) {
    let result = read(text)
    #expect(result.schemas.flatMap(\.tables).isEmpty)
    #expect(result.findings.map(\.finding.rule) == ["script.statement"])
  }

  @Test func manyMistakesEnd() {
    let columns = (0..<2000).map { "c\($0) CLOB(\($0))" }.joined(separator: ", ")
    let result = read("CREATE TABLE t (a NUMBER, \(columns));")
    #expect(result.findings.map(\.finding.rule) == ["script.statement"])
  }

  @Test func aVeryLongStatementIsNotReadAgain() {
    let text = String(repeating: "x", count: 1_000_000)
    let result = read("CREATE TABLE t (a NUMBER DEFAULT '\(text)', b CLOB(5));")
    #expect(result.findings.map(\.finding.rule) == ["script.statement"])
  }

  @Test func aSecondDefinitionIsNamed() {
    let result = read(
      """
      CREATE TABLE t (a NUMBER, CONSTRAINT t_pk PRIMARY KEY (a));
      CREATE TABLE t (b NUMBER);
      ALTER TABLE t ADD CONSTRAINT t_pk2 PRIMARY KEY (b);
      ALTER TABLE t ADD CONSTRAINT t_pk3 PRIMARY KEY (a);
      """)
    #expect(objects(result) == ["table T", "primary key T.T_PK2", "primary key T.T_PK3"])
    #expect(result.findings.map(\.finding.severity) == [.warning, .warning, .info])
  }

  @Test func aLaterDefinitionIsNamed() {
    let result = read(
      """
      CREATE TABLE t (a NUMBER CONSTRAINT t_pk PRIMARY KEY);
      DROP TABLE t;
      CREATE TABLE t (a NUMBER, b NUMBER, CONSTRAINT t_pk2 PRIMARY KEY (a, b));
      CREATE TABLE u (a NUMBER);
      DROP TABLE u;
      CREATE TABLE u (a NUMBER);
      """)
    #expect(objects(result) == ["primary key T.T_PK", "table T"])
    #expect(result.schemas[0].tables[0].primaryKey?.columns == ["A", "B"])
  }
}
