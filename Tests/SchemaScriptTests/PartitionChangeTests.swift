import Model
@testable import SchemaScript
import Testing

/// Changes of partitions by what it leaves behind.
@Suite("Changes of partitions") struct PartitionChangeTests {
  private static let range = """
    CREATE TABLE t (a NUMBER) PARTITION BY RANGE (a) (PARTITION p1 VALUES LESS THAN (10), PARTITION p2 VALUES LESS THAN (20));
    """
  private static let list = """
    CREATE TABLE t (a NUMBER) PARTITION BY LIST (a) (PARTITION p1 VALUES (1, 2, 3), PARTITION p2 VALUES (DEFAULT));
    """

  private func read(_ text: String) -> ScriptSchemas {
    ScriptSchemas.read([ScriptSource(name: "t.sql", text: text)], owner: "APP")
  }

  @Test(arguments: [
    (range, "ADD PARTITION p3 VALUES LESS THAN (MAXVALUE)", "P1<10 P2<20 P3<MAXVALUE"),
    (range, "DROP PARTITION p1 UPDATE GLOBAL INDEXES", "P2<20"),
    (range, "RENAME PARTITION p1 TO low", "LOW<10 P2<20"),
    (range, "SPLIT PARTITION p2 AT (15) INTO (PARTITION p2a, PARTITION p2b)", "P1<10 P2A<15 P2B<20"),
    (range, "MERGE PARTITIONS p1, p2 INTO PARTITION p", "P<20"),
    (range, "TRUNCATE PARTITION p1", "P1<10 P2<20"),
    (range, "EXCHANGE PARTITION p1 WITH TABLE u", "P1<10 P2<20"),
    (range, "MOVE PARTITION p1 TABLESPACE x", "P1<10 P2<20"),
    (list, "MODIFY PARTITION p1 ADD VALUES (4)", "P1<1, 2, 3, 4 P2<DEFAULT"),
    (list, "MODIFY PARTITION p1 DROP VALUES (2)", "P1<1, 3 P2<DEFAULT"),
    (list, "SPLIT PARTITION p1 VALUES (1, 3) INTO (PARTITION odd, PARTITION even)", "ODD<1, 3 EVEN<2 P2<DEFAULT"),
    (list, "SPLIT PARTITION p2 VALUES (9) INTO (PARTITION p9, PARTITION p2)", "P1<1, 2, 3 P9<9 P2<DEFAULT"),
    (list, "MERGE PARTITIONS p1, p2 INTO PARTITION p", "P<DEFAULT"),
  ])
  func isFollowed(table: String, change: String, partitions: String) throws {
    let result = read(table + "ALTER TABLE t \(change);")
    let left = try #require(result.schemas[0].tables.first?.partitioning?.partitions)
    #expect(left.map { "\($0.name ?? "?")<\($0.bound ?? "")" }.joined(separator: " ") == partitions)
    #expect(result.findings.allSatisfy { $0.finding.severity == .info })
  }

  @Test(arguments: [
    (range, "DROP PARTITION nowhere"), (range, "DROP PARTITION FOR (5)"), (range, "ADD PARTITION p3"),
    (range, "MERGE PARTITIONS p1, p1 INTO PARTITION p"), (range, "COALESCE PARTITION"),
    (list, "MODIFY PARTITION p1 DROP VALUES (7)"), (range, "DROP PARTITIONS p1, p2"),
    (list, "SPLIT PARTITION p1 VALUES (1, 2, 3) INTO (PARTITION a, PARTITION b)"),
  ])
  func isNamed(table: String, change: String) {
    let before = read(table).schemas[0].tables[0].partitioning
    let result = read(table + "ALTER TABLE t \(change);")
    var after = result.schemas[0].tables[0].partitioning
    #expect(after?.unfollowedChange == "\(change.prefix { $0 != " " }) PARTITION")
    after?.unfollowedChange = nil
    #expect(after == before)
    #expect(result.findings.map(\.finding.rule) == ["script.partitions"])
  }

  @Test func columnsAreRenamed() {
    let result = read(Self.range + "ALTER TABLE t RENAME COLUMN a TO b;")
    #expect(result.schemas[0].tables[0].partitioning?.columns == ["B"])
  }
}
