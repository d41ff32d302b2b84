import Testing

@testable import OracleStandIn

/// Views about partitions: Oracle Database Reference 19c, ALL_PART_TABLES and others; VLDB and Partitioning Guide, chapter 4.
@Suite("Partitions in the dictionary") struct PartitionViewsTests {
  private func database() throws -> TestDatabase {
    let test = try TestDatabase()
    try test.run(
      """
      CREATE TABLE sales (id NUMBER(9), region VARCHAR2(10), day DATE, at TIMESTAMP(3))
      PARTITION BY RANGE (day) INTERVAL (NUMTOYMINTERVAL(1, 'MONTH'))
      SUBPARTITION BY LIST (region) SUBPARTITION TEMPLATE (
        SUBPARTITION north VALUES ('N', 'O''N'), SUBPARTITION rest VALUES (DEFAULT))
      (PARTITION y2023 VALUES LESS THAN (DATE '2024-01-01'),
       PARTITION y2024 VALUES LESS THAN (TO_DATE('01.01.2025 13:30', 'DD.MM.YYYY HH24:MI'))
         (SUBPARTITION y24_all VALUES (DEFAULT)))
      """,
      """
      CREATE TABLE parts (a NUMBER, b CHAR(2), t TIMESTAMP) PARTITION BY RANGE (a, t)
      (PARTITION low VALUES LESS THAN (10 * 2, TIMESTAMP '2024-05-06 07:08:09.25'),
       PARTITION high VALUES LESS THAN (MAXVALUE, MAXVALUE))
      """,
      """
      CREATE TABLE pairs (a NUMBER, b CHAR(2)) PARTITION BY LIST (a, b)
      (PARTITION p1 VALUES ((1, 'x'), (2, 'y')), PARTITION p2 VALUES (DEFAULT))
      """, "CREATE TABLE hashed (a NUMBER) PARTITION BY HASH (a) PARTITIONS 3", "CREATE TABLE whole (a NUMBER)",
      "CREATE INDEX sales_day ON sales (day) LOCAL", "CREATE INDEX sales_id ON sales (id)")
    return test
  }

  @Test func tables() throws {
    let test = try database()
    #expect(
      try test.shownRows(
        """
        SELECT table_name, partitioning_type, subpartitioning_type, partition_count, interval FROM user_part_tables
        ORDER BY table_name
        """) == [
          "HASHED | HASH | NONE | 3 | NULL", "PAIRS | LIST | NONE | 2 | NULL", "PARTS | RANGE | NONE | 2 | NULL",
          "SALES | RANGE | LIST | 1048575 | NUMTOYMINTERVAL(1, 'MONTH')",
        ])
    #expect(
      try test.shownRows(
        "SELECT table_name, partitioned FROM user_tables WHERE table_name IN ('WHOLE', 'PARTS') ORDER BY 1")
        == ["PARTS | YES", "WHOLE | NO"])
    #expect(
      try test.shownRows(
        "SELECT name, object_type, column_name, column_position FROM all_part_key_columns WHERE name LIKE 'PA%' "
          + "OR name LIKE 'SALES%' ORDER BY name, column_position") == [
          "PAIRS | TABLE | A | 1", "PAIRS | TABLE | B | 2", "PARTS | TABLE | A | 1", "PARTS | TABLE | T | 2",
          "SALES | TABLE | DAY | 1", "SALES_DAY | INDEX | DAY | 1",
        ])
    #expect(
      try test.shownRows("SELECT column_name FROM all_subpart_key_columns WHERE name = 'SALES'") == ["REGION"])
    #expect(
      try test.shownRows("SELECT index_name, partitioning_type, locality, alignment FROM user_part_indexes")
        == ["SALES_DAY | RANGE | LOCAL | PREFIXED"])
    #expect(try test.shownRows("SELECT index_name FROM user_indexes WHERE partitioned = 'YES'") == ["SALES_DAY"])
  }

  /// HIGH_VALUE is what Oracle has made of the expression, not what was written.
  @Test func bounds() throws {
    let test = try database()
    func highValues(_ table: String) throws -> [String] {
      try test.shownRows(
        "SELECT partition_name, high_value FROM user_tab_partitions WHERE table_name = '\(table)' "
          + "ORDER BY partition_position")
    }
    let suffix = "'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN')"
    #expect(
      try highValues("SALES") == [
        "Y2023 | TO_DATE(' 2024-01-01 00:00:00', \(suffix)", "Y2024 | TO_DATE(' 2025-01-01 13:30:00', \(suffix)",
      ])
    #expect(
      try highValues("PARTS") == ["LOW | 20, TIMESTAMP' 2024-05-06 07:08:09.25'", "HIGH | MAXVALUE, MAXVALUE"])
    #expect(try highValues("PAIRS") == ["P1 | ( 1, 'x' ), ( 2, 'y' )", "P2 | DEFAULT"])
    let hashed = try highValues("HASHED")
    #expect(hashed.count == 3 && hashed.allSatisfy { $0.hasPrefix("SYS_P") && $0.hasSuffix(" | NULL") })
    #expect(
      try test.shownRows(
        """
        SELECT partition_name, subpartition_name, subpartition_position, high_value FROM user_tab_subpartitions
        WHERE table_name = 'SALES' ORDER BY partition_name, subpartition_position
        """) == [
          "Y2023 | Y2023_NORTH | 1 | 'N', 'O''N'", "Y2023 | Y2023_REST | 2 | DEFAULT", "Y2024 | Y24_ALL | 1 | DEFAULT",
        ])
    #expect(
      try test.shownRows(
        "SELECT subpartition_name, high_bound FROM user_subpartition_templates ORDER BY subpartition_position")
        == ["NORTH | 'N', 'O''N'", "REST | DEFAULT"])
    #expect(
      try test.shownRows(
        "SELECT object_type, COUNT(*) FROM user_objects WHERE object_name = 'SALES' GROUP BY object_type ORDER BY 1")
        == ["TABLE | 1", "TABLE PARTITION | 2", "TABLE SUBPARTITION | 3"])
  }

  @Test(arguments: [
    ("PARTITION BY RANGE (x) (PARTITION p VALUES LESS THAN (1))", 904),
    ("PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN (2), PARTITION q VALUES LESS THAN (2))", 14_037),
    ("PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN (MAXVALUE), PARTITION q VALUES LESS THAN (9))", 14_037),
    ("PARTITION BY RANGE (a, b) (PARTITION p VALUES LESS THAN (1))", 14_018),
    ("PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN (1, 2))", 14_017),
    ("PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN (NULL))", 14_019),
    ("PARTITION BY LIST (a, b) (PARTITION p VALUES (1))", 14_308),
    ("PARTITION BY HASH (a) (PARTITION p, PARTITION p)", 14_013),
    ("PARTITION BY HASH (a) PARTITIONS 1048576", 14_299),
    (
      "PARTITION BY LIST (a) SUBPARTITION BY HASH (b) (PARTITION p VALUES (1) SUBPARTITIONS 1048575, "
        + "PARTITION q VALUES (2) SUBPARTITIONS 1)", 14_299
    ),
    ("PARTITION BY HASH (a) SUBPARTITION BY HASH (b) SUBPARTITIONS 524288 PARTITIONS 2", 14_299),
    ("PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN ('no number'))", 1722),
  ])
  func whatOracleRefuses(clause: String, code: Int) throws {
    let test = try TestDatabase()
    #expect(test.code("CREATE TABLE t (a NUMBER, b VARCHAR2(5)) \(clause)") == code)
    #expect(try test.value("SELECT COUNT(*) FROM user_tables") == "0")
  }

  /// What the partitions say themselves counts, not the number for those that say nothing.
  @Test func fewOfManySubpartitions() throws {
    let test = try TestDatabase()
    try test.run(
      """
      CREATE TABLE t (a NUMBER, b VARCHAR2(5)) PARTITION BY LIST (a) SUBPARTITION BY HASH (b) SUBPARTITIONS 1000000
      (PARTITION p VALUES (1) SUBPARTITIONS 1, PARTITION q VALUES (2) SUBPARTITIONS 2)
      """)
    #expect(try test.value("SELECT COUNT(*) FROM user_tab_subpartitions") == "3")
  }

  /// ORA-14400, and where NULL goes (VLDB and Partitioning Guide, "Range Partitioning": it sorts above all values).
  @Test(arguments: [
    ("ranged VALUES (9, 'a')", 0), ("ranged VALUES (10, 'a')", 0), ("ranged VALUES (10, 'b')", 14_400),
    ("ranged VALUES (11, NULL)", 14_400), ("ranged VALUES (NULL, 'a')", 14_400), ("listed VALUES ('x', 1)", 0),
    ("listed VALUES (NULL, 1)", 0), ("listed VALUES ('y', 1)", 14_400), ("listed VALUES ('x', 3)", 14_400),
    ("growing VALUES (99)", 0), ("growing VALUES (NULL)", 14_400), ("hashed VALUES (NULL)", 0),
    ("open VALUES (NULL)", 0),
  ])
  func rowsNeedAPartition(insert: String, code: Int) throws {
    let test = try TestDatabase()
    try test.run(
      """
      CREATE TABLE ranged (a NUMBER, b VARCHAR2(3)) PARTITION BY RANGE (a, b)
      (PARTITION p VALUES LESS THAN (5, MAXVALUE), PARTITION q VALUES LESS THAN (10, 'b'))
      """,
      """
      CREATE TABLE listed (a CHAR(4), b NUMBER) PARTITION BY LIST (a) SUBPARTITION BY RANGE (b)
      (PARTITION p VALUES ('x', NULL) (SUBPARTITION s VALUES LESS THAN (2)))
      """,
      "CREATE TABLE growing (a NUMBER) PARTITION BY RANGE (a) INTERVAL (10) (PARTITION p VALUES LESS THAN (1))",
      "CREATE TABLE hashed (a NUMBER) PARTITION BY HASH (a) PARTITIONS 2",
      "CREATE TABLE open (a NUMBER) PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN (MAXVALUE))")
    #expect(test.code("INSERT INTO \(insert)") == code)
  }

  @Test func updatesNeedAPartition() throws {
    let test = try TestDatabase()
    try test.run(
      "CREATE TABLE t (a NUMBER) PARTITION BY LIST (a) (PARTITION p VALUES (1, 2))", "INSERT INTO t VALUES (1)",
      "UPDATE t SET a = 2")
    #expect(test.code("UPDATE t SET a = 3") == 14_400)
    #expect(try test.value("SELECT a FROM t") == "2")
  }

  @Test func keysStay() throws {
    let test = try database()
    #expect(test.code("ALTER TABLE sales DROP COLUMN region") == 12_984)
    #expect(test.code("CREATE INDEX whole_a ON whole (a) LOCAL") == 14_016)
    try test.run("ALTER TABLE sales RENAME COLUMN day TO sold", "INSERT INTO sales VALUES (1, 'N', SYSDATE, NULL)")
    #expect(try test.shownRows("SELECT column_name FROM user_part_key_columns WHERE name = 'SALES'") == ["SOLD"])
    #expect(try test.value("SELECT COUNT(*) FROM sales WHERE region = 'N'") == "1")
  }
}
