import Model
import SchemaScript
import Testing

@testable import Conversion

/// `table PARTITION (name)` reads the rows that Oracle keeps there, whatever the table became.
@Suite("Queries of partitions") struct PartitionQueryTests {
  @Test func rowsOfAPartition() async throws {
    try await ScriptedTarget.with(
      """
      CREATE TABLE days (id NUMBER(5) PRIMARY KEY, day DATE) PARTITION BY RANGE (day) (
        PARTITION old VALUES LESS THAN (TO_DATE(' 2020-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN')),
        PARTITION mid VALUES LESS THAN (DATE '2021-01-01'), PARTITION rest VALUES LESS THAN (MAXVALUE));
      CREATE TABLE places (id NUMBER(5), region VARCHAR2(5)) PARTITION BY LIST (region) (
        PARTITION north VALUES ('N', 'NE'), PARTITION none VALUES (NULL), PARTITION others VALUES (DEFAULT));
      CREATE TABLE words (word VARCHAR2(5)) PARTITION BY RANGE (word) (
        PARTITION low VALUES LESS THAN ('a'), PARTITION high VALUES LESS THAN (MAXVALUE));
      CREATE TABLE opens (a NUMBER(5)) PARTITION BY LIST (a) (PARTITION p1 VALUES (1), PARTITION p2 VALUES (DEFAULT));
      CREATE VIEW v_old AS SELECT id FROM days PARTITION (old);
      CREATE VIEW v_mid AS SELECT d.id, p.region FROM days PARTITION (mid) d LEFT JOIN places PARTITION (north) p ON p.id = d.id;
      CREATE VIEW v_rest AS SELECT id FROM days PARTITION (rest);
      CREATE VIEW v_north AS SELECT id FROM places PARTITION (north);
      CREATE VIEW v_none AS SELECT id FROM places PARTITION (none);
      CREATE VIEW v_others AS SELECT id FROM places PARTITION (others);
      CREATE VIEW v_low AS SELECT word FROM words PARTITION (low);
      CREATE VIEW v_p2 AS SELECT COUNT(*) n FROM opens PARTITION (p2);
      """
    ) { target in
      try await target.run(
        "INSERT INTO days VALUES (1, '2019-12-31 23:59:59'), (2, '2020-01-01'), (3, '2021-01-01'), (4, NULL)")
      try await target.run("INSERT INTO places VALUES (1, 'N'), (2, 'NE'), (3, 'S'), (4, NULL)")
      try await target.run("INSERT INTO words VALUES ('Z'), ('b'), (NULL)")
      try await target.run("INSERT INTO opens VALUES (1), (2), (NULL)")
      #expect(try await target.rows("SELECT * FROM v_old") == ["1"])
      #expect(try await target.rows("SELECT * FROM v_mid") == ["2 | NE"])
      #expect(try await target.rows("SELECT * FROM v_rest ORDER BY 1") == ["3", "4"])
      #expect(try await target.rows("SELECT * FROM v_north ORDER BY 1") == ["1", "2"])
      #expect(try await target.rows("SELECT * FROM v_none") == ["4"])
      #expect(try await target.rows("SELECT * FROM v_others") == ["3"])
      #expect(try await target.rows("SELECT * FROM v_low") == ["Z"])
      #expect(try await target.rows("SELECT * FROM v_p2") == ["2"])
    }
  }

  /// Where the bounds are not known, or not one column's, the view is left out by name.
  @Test(arguments: [
    "PARTITION BY HASH (a) (PARTITION p1, PARTITION p2)",
    "PARTITION BY RANGE (a) INTERVAL (10) (PARTITION p1 VALUES LESS THAN (10))",
    "PARTITION BY RANGE (a, b) (PARTITION p1 VALUES LESS THAN (10, 5))",
    "PARTITION BY LIST (a) (PARTITION q1 VALUES (1))",
    // What is not followed leaves bounds that may no longer hold.
    "PARTITION BY RANGE (a) (PARTITION p1 VALUES LESS THAN (10)); ALTER TABLE t DROP PARTITION FOR (3)",
    "PARTITION BY RANGE (a) (PARTITION p1 VALUES LESS THAN (10)); ALTER TABLE t MODIFY PARTITION BY HASH (a)",
  ])
  func othersAreRefused(clause: String) throws {
    let script =
      "CREATE TABLE t (a NUMBER(5), b NUMBER(5)) \(clause);\nCREATE VIEW v AS SELECT a FROM t PARTITION (p1);"
    let read = ScriptSchemas.read([ScriptSource(name: "t.sql", text: script)], owner: "APP")
    let findings = SchemaConversion.plans(for: read.schemas, options: ConversionOptions()).flatMap(\.findings)
    let reason = try #require(findings.first { $0.object == "view V" }).reason
    #expect(reason.contains("the partition P1 of T"), "\(reason)")
  }
}
