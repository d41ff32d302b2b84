import Model
import Testing

@testable import Conversion

/// A synonym's rows are those of what it stands for, in both directions.
@Suite("Synonyms") struct SynonymRuleTests {
  @Test func rowsGoThrough() async throws {
    try await ScriptedTarget.with(
      """
      CREATE TABLE t (a NUMBER(9) DEFAULT 7, "Mixed" VARCHAR2(9), s BFILE);
      CREATE VIEW v AS SELECT a FROM t2;
      CREATE SYNONYM t2 FOR t3;
      CREATE SYNONYM t3 FOR t;
      CREATE SYNONYM vs FOR v;
      CREATE TABLE hr.emp (id NUMBER(9));
      CREATE SYNONYM emp FOR hr.emp;
      CREATE PUBLIC SYNONYM people FOR hr.emp;
      CREATE SYNONYM hr.back FOR app.t;
      """
    ) { target in
      try await target.run(#"INSERT INTO t2 ("Mixed") VALUES ('x')"#)
      #expect(try await target.rows("SELECT * FROM t") == ["7 | x"])
      try await target.run("UPDATE t3 SET a = 8")
      #expect(try await target.rows("SELECT * FROM vs") == ["8"])
      try await target.run("INSERT INTO emp VALUES (1)")
      try await target.run("INSERT INTO people VALUES (2)")
      #expect(try await target.rows("SELECT id FROM hr.emp ORDER BY 1") == ["1", "2"])
      #expect(try await target.rows("SELECT a FROM hr.back") == ["8"])
      try await target.run("DELETE FROM hr.back")
      #expect(try await target.rows("SELECT * FROM t").isEmpty)
      #expect(target.warnings == ["type.unsupported column T.S", "synonym.public synonym PEOPLE"])
      #expect(target.rules("synonym T2") == ["synonym.view"])
    }
  }

  @Test func othersAreNamed() async throws {
    try await ScriptedTarget.with(
      """
      CREATE TABLE t (a NUMBER(9));
      CREATE SEQUENCE s;
      CREATE SYNONYM sq FOR s;
      CREATE SYNONYM code FOR pkg;
      CREATE SYNONYM far FOR t@link;
      CREATE SYNONYM strange FOR other.t;
      CREATE PUBLIC SYNONYM t FOR t;
      CREATE SYNONYM "Sq" FOR t;
      CREATE SYNONYM "sq" FOR t;
      CREATE SYNONYM round FOR about;
      CREATE SYNONYM about FOR round;
      """
    ) { target in
      #expect(
        target.warnings == [
          "object.synonym synonym FAR", "synonym.not-converted synonym ABOUT",
          "synonym.not-converted synonym CODE",
          "synonym.not-converted synonym ROUND", "synonym.not-converted synonym SQ",
          "synonym.not-converted synonym STRANGE",
        ])
      #expect(target.rules("synonym T") == ["synonym.public"])
      // SQ, which is none, takes the name of "sq".
      #expect(target.rules("synonym sq") == ["name.changed", "synonym.view"])
      let count = try await target.rows("SELECT count(*) FROM pg_views WHERE schemaname = 'app'")
      #expect(count == ["2"])
    }
  }

  @Test func aPublicNameThatIsTaken() async throws {
    try await ScriptedTarget.with(
      """
      CREATE TABLE emp (b NUMBER(9));
      CREATE TABLE hr.emp (a NUMBER(9));
      CREATE PUBLIC SYNONYM emp FOR hr.emp;
      """
    ) { target in
      #expect(target.warnings == ["synonym.not-converted synonym EMP"])
      let rows = try await target.rows("SELECT b FROM emp")
      #expect(rows.isEmpty)
    }
  }
}
