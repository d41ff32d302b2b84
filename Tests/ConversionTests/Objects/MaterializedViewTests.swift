import Foundation
import Model
import Testing

@testable import Conversion

/// Rows are stored, stay until they are refreshed, and are found through indexes and other views.
@Suite("Materialized views") struct MaterializedViewTests {
  @Test func rowsStayUntilARefresh() async throws {
    try await ScriptedTarget.with(
      """
      CREATE TABLE t (a NUMBER(9), b VARCHAR2(9));
      CREATE MATERIALIZED VIEW LOG ON t WITH ROWID;
      CREATE MATERIALIZED VIEW m (a, total) TABLESPACE x BUILD IMMEDIATE REFRESH FAST ON COMMIT ENABLE QUERY REWRITE
        AS SELECT b, COUNT(*) FROM t GROUP BY b;
      CREATE UNIQUE INDEX m_ux ON m (a);
      CREATE INDEX m_fx ON m (UPPER(a));
      COMMENT ON MATERIALIZED VIEW m IS 'It''s';
      COMMENT ON COLUMN m.total IS 'c';
      CREATE VIEW above AS SELECT total FROM m WHERE a = 'x';
      CREATE MATERIALIZED VIEW later BUILD DEFERRED AS SELECT total FROM above;
      """
    ) { target in
      try await target.run("INSERT INTO t VALUES (1, 'x'), (2, 'x'), (3, 'y')")
      #expect(try await target.rows("SELECT * FROM m").isEmpty)
      try await target.run("REFRESH MATERIALIZED VIEW m")
      #expect(try await target.rows("SELECT * FROM m ORDER BY a") == ["x | 2", "y | 1"])
      #expect(try await target.rows("SELECT total FROM above") == ["2"])
      // Not filled yet.
      #expect(await target.failure("SELECT * FROM later") == "55000")
      try await target.run("REFRESH MATERIALIZED VIEW later")
      #expect(try await target.rows("SELECT * FROM later") == ["2"])
      #expect(
        try await target.rows("SELECT indexdef FROM pg_indexes WHERE tablename = 'm' ORDER BY 1") == [
          "CREATE INDEX m_fx ON app.m USING btree (upper((a)::text))",
          "CREATE UNIQUE INDEX m_ux ON app.m USING btree (a)",
        ])
      #expect(
        try await target.rows("SELECT obj_description('m'::regclass), col_description('m'::regclass, 2)") == [
          "It's | c"
        ])
      #expect(
        target.warnings == [
          "view.refresh materialized view M", "object.materialized-view-log materialized view log T",
        ])
      #expect(target.rules("materialized view LATER") == ["view.refresh"])
      #expect(
        target.findings.first { $0.object == "materialized view M" && $0.severity == .info }?.rule == "script.storage")
    }
  }

  @Test func viewsOfTwoSchemasStandOnEachOther() async throws {
    try await ScriptedTarget.with(
      """
      CREATE TABLE t (a NUMBER(9));
      CREATE VIEW hr.first AS SELECT a FROM app.t;
      CREATE VIEW second AS SELECT a + 1 AS a FROM hr.first;
      CREATE MATERIALIZED VIEW hr.third AS SELECT a + 1 AS a FROM app.second;
      CREATE INDEX hr.third_ix ON hr.third (a);
      CREATE VIEW fourth AS SELECT a FROM hr.third;
      """
    ) { target in
      try await target.run("INSERT INTO t VALUES (1)")
      try await target.run("REFRESH MATERIALIZED VIEW hr.third")
      #expect(try await target.rows("SELECT * FROM fourth") == ["3"])
      // The file is in that order, too.
      let text = SchemaSQL(target.plans, head: []).text
      let places = ["\"first\" (", "\"second\" (", "\"third\" (", "\"fourth\" (", "INDEX \"third_ix\""].map {
        text.range(of: $0)?.lowerBound
      }
      #expect(!places.contains(nil) && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    }
  }

  @Test func whatIsNotConvertedIsNamed() async throws {
    try await ScriptedTarget.with(
      """
      CREATE TABLE t (a NUMBER(9));
      CREATE TABLE p (a NUMBER(9));
      CREATE MATERIALIZED VIEW p ON PREBUILT TABLE AS SELECT a FROM t;
      CREATE MATERIALIZED VIEW o OF some_type AS SELECT a FROM t;
      CREATE MATERIALIZED VIEW h AS SELECT ORA_HASH(a) a FROM t;
      CREATE MATERIALIZED VIEW u FOR UPDATE AS SELECT a FROM t;
      CREATE MATERIALIZED VIEW gone AS SELECT a FROM t;
      DROP VIEW gone;
      DROP MATERIALIZED VIEW gone;
      CREATE MATERIALIZED VIEW t AS SELECT a FROM p;
      """
    ) { target in
      #expect(
        target.warnings.sorted() == [
          "object.materialized-view materialized view O", "script.repeated materialized view T",
          "view.form materialized view U", "view.not-converted materialized view H",
          "view.not-converted materialized view P",
        ])
      let made = try await target.rows("SELECT matviewname FROM pg_matviews")
      #expect(made == ["u"])
    }
  }
}
