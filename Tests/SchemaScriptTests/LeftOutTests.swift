import Model
@testable import SchemaScript
import Testing

/// What a script makes and a schema of PostgreSQL has no place for is named, each by its name.
@Suite("What is left out") struct LeftOutTests {
  private func read(_ text: String) -> ScriptSchemas {
    ScriptSchemas.read([ScriptSource(name: "t.sql", text: text)], owner: "APP")
  }

  private func others(_ result: ScriptSchemas) -> [String] {
    result.schemas.flatMap(\.otherObjects).map { "\($0.kind) \($0.name)" }.sorted()
  }

  @Test func objectsOfOtherKinds() {
    let result = read(
      """
      CREATE DIRECTORY d AS '/x';
      CREATE PUBLIC DATABASE LINK far.away USING 'x';
      CREATE CONTEXT c USING p;
      CREATE CLUSTER k (a NUMBER);
      CREATE DIMENSION dim LEVEL l IS (t.a);
      CREATE OPERATOR op BINDING (NUMBER) RETURN NUMBER USING f;
      CREATE MATERIALIZED VIEW LOG ON t;
      BEGIN
        dbms_scheduler.create_job(comments => 'x', job_name => 'nightly', job_type => 'PLSQL_BLOCK');
        DBMS_AQADM.CREATE_QUEUE('hr.q', 'qt');
      END;
      /
      EXEC DBMS_RLS.ADD_POLICY('app', 't', 'pol', 'app', 'f')
      """)
    #expect(
      others(result) == [
        "CLUSTER K", "CONTEXT C", "DATABASE LINK FAR.AWAY", "DIMENSION DIM", "DIRECTORY D", "JOB NIGHTLY",
        "MATERIALIZED VIEW LOG T", "OPERATOR OP", "QUEUE Q", "ROW POLICY POL",
      ], "\(others(result))")
    #expect(result.schemas.map(\.owner) == ["APP", "HR"])
    #expect(result.findings.isEmpty, "\(result.findings.map(\.finding))")
  }

  @Test(arguments: [
    ("CREATE TABLESPACE ts DATAFILE 'x' SIZE 1M;", "script.administrative tablespace TS"),
    ("CREATE PROFILE p LIMIT IDLE_TIME 1;", "script.administrative profile P"),
    ("ALTER SYSTEM FLUSH SHARED_POOL;", "script.administrative statement at t.sql:1"),
    ("ALTER USER u IDENTIFIED BY x;", "script.user user U"),
    ("ALTER TYPE ty ADD ATTRIBUTE (a NUMBER);", "script.changed-type type TY"),
    ("BEGIN DBMS_JOB.SUBMIT(:n, 'x;'); END;\n/", "object.job job at t.sql:1"),
    ("BEGIN p; END;\n/", "script.block block at t.sql:1"),
    ("CREATE SEQUENCE s SESSION;", "script.clause sequence S"),
    ("CREATE TABLE t (a NUMBER PRIMARY KEY) ORGANIZATION INDEX;", "script.storage table T"),
    ("CREATE TABLE t (a NUMBER); ALTER TABLE t NOLOGGING;", "script.storage table T"),
    ("CREATE TABLE t (a NUMBER); CREATE INDEX i ON t (a) TABLESPACE x LOCAL;", "script.storage index T.I"),
    ("CREATE TABLE t (a NUMBER); CREATE INDEX i ON t (a); ALTER INDEX i UNUSABLE;", "script.index-state index I"),
  ])
  func isNamed(script: String, finding: String) {
    let result = read(script)
    #expect(result.findings.map { $0.finding.rule + " " + $0.finding.object } == [finding])
  }

  @Test func indexesAreRenamedAndMadeBesideKeys() {
    let result = read(
      """
      CREATE TABLE t (a NUMBER, b NUMBER, CONSTRAINT t_pk PRIMARY KEY (a) USING INDEX (CREATE UNIQUE INDEX t_x ON t (a)),
        CONSTRAINT t_uk UNIQUE (b) USING INDEX (CREATE INDEX t_y ON t (b, a)));
      ALTER INDEX t_y RENAME TO "New";
      """)
    #expect(result.schemas[0].tables[0].indexes.map(\.name) == ["New"])
  }

  @Test func columnsOfAQuery() {
    let result = read(
      """
      CREATE TABLE t (a NUMBER(9) DEFAULT 1 NOT NULL, b VARCHAR2(5), c DATE INVISIBLE, PRIMARY KEY (a));
      CREATE TABLE u AS SELECT * FROM t WHERE 1 = 0;
      CREATE TABLE v (x PRIMARY KEY, y) AS SELECT b, a FROM t;
      CREATE TABLE w AS SELECT t.a AS n, b FROM t;
      CREATE TABLE z AS SELECT a + 1 AS n FROM t;
      """)
    let tables = result.schemas[0].tables.dropFirst()
    #expect(tables.map { $0.columns.map(\.name) } == [["A", "B"], ["X", "Y"], ["N", "B"]])
    #expect(tables.map { $0.columns.map(\.isNullable) } == [[false, true], [false, false], [false, true]])
    #expect(tables.allSatisfy { $0.columns.allSatisfy { $0.defaultExpression == nil } })
    #expect(tables.map { $0.primaryKey?.columns ?? [] } == [[], ["X"], []])
    #expect(result.findings.map(\.finding.severity) == [.info, .info, .info, .warning])
    #expect(result.findings.last?.finding.object == "table Z")
  }
}
