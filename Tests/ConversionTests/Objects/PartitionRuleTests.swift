import Model
import SchemaScript
import Testing

@testable import Conversion

/// Rows land where Oracle puts them, or the table stays in one piece and says why.
@Suite("Partitions") struct PartitionRuleTests {
  private static let place = "SELECT tableoid::regclass::text, count(*) FROM"

  @Test func rangesAndNull() async throws {
    try await ScriptedTarget.with(
      """
      CREATE TABLE sales (id NUMBER(9), day DATE, CONSTRAINT sales_ck CHECK (id > 0) ENABLE NOVALIDATE)
      PARTITION BY RANGE (day) (
        PARTITION sales_2019 VALUES LESS THAN (TO_DATE(' 2020-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN')),
        PARTITION "q1" VALUES LESS THAN (DATE '2020-04-01') TABLESPACE x,
        PARTITION rest VALUES LESS THAN (MAXVALUE));
      CREATE INDEX sales_ix ON sales (day) LOCAL;
      CREATE INDEX sales_gx ON sales (id) GLOBAL PARTITION BY RANGE (id) (PARTITION g VALUES LESS THAN (MAXVALUE));
      """
    ) { target in
      try await target.run(
        "INSERT INTO sales VALUES (1, '2019-12-31 23:59:59'), (2, '2020-01-01'), (3, '2020-04-01'), (4, NULL)")
      #expect(
        try await target.rows("\(Self.place) sales GROUP BY 1 ORDER BY 1") == [
          "sales_2019 | 1", "sales_q1 | 1", "sales_rest | 2",
        ])
      #expect(
        try await target.rows("SELECT indexname FROM pg_indexes WHERE tablename = 'sales' ORDER BY 1") == [
          "sales_gx", "sales_ix",
        ])
      #expect(target.rules("table SALES") == ["script.storage", "table.partitions"])
      #expect(target.warnings.isEmpty, "\(target.warnings)")
    }
  }

  @Test func withoutMaxvalueRowsAboveAreRefused() async throws {
    try await ScriptedTarget.with(
      """
      CREATE TABLE t (a NUMBER(5) NOT NULL, b VARCHAR2(5) NOT NULL, CONSTRAINT t_pk PRIMARY KEY (b, a))
      PARTITION BY RANGE (a) (PARTITION p1 VALUES LESS THAN (10), PARTITION p2 VALUES LESS THAN (20));
      CREATE TABLE c (a NUMBER(5), b VARCHAR2(5), CONSTRAINT c_fk FOREIGN KEY (b, a) REFERENCES t (b, a));
      CREATE TABLE w (a NUMBER NOT NULL, b NUMBER NOT NULL)
      PARTITION BY RANGE (a, b) (PARTITION p1 VALUES LESS THAN (10, MAXVALUE), PARTITION p2 VALUES LESS THAN (20, 5));
      CREATE TABLE n (name VARCHAR2(5)) PARTITION BY RANGE (name)
        (PARTITION big VALUES LESS THAN ('a'), PARTITION small VALUES LESS THAN (MAXVALUE));
      """
    ) { target in
      try await target.run("INSERT INTO t VALUES (9, 'x'), (10, 'x')")
      #expect(try await target.rows("\(Self.place) t GROUP BY 1 ORDER BY 1") == ["t_p1 | 1", "t_p2 | 1"])
      #expect(await target.failure("INSERT INTO t VALUES (20, 'y')") == "23514")
      #expect(await target.failure("INSERT INTO t VALUES (9, 'x')") == "23505")
      #expect(await target.failure("INSERT INTO c VALUES (8, 'x')") == "23503")
      try await target.run("INSERT INTO w VALUES (10, 999), (11, 0), (20, 4)")
      #expect(try await target.rows("\(Self.place) w GROUP BY 1 ORDER BY 1") == ["w_p1 | 1", "w_p2 | 2"])
      #expect(await target.failure("INSERT INTO w VALUES (20, 5)") == "23514")
      // 'Z' is below 'a' by bytes, above it in most languages.
      try await target.run("INSERT INTO n VALUES ('Z'), ('b'), (NULL)")
      #expect(try await target.rows("\(Self.place) n GROUP BY 1 ORDER BY 1") == ["n_big | 1", "n_small | 2"])
    }
  }

  @Test func listsHashesAndBoth() async throws {
    try await ScriptedTarget.with(
      """
      CREATE TABLE l (k CHAR(3), n NUMBER(9)) PARTITION BY LIST (k) (
        PARTITION a VALUES ('AB', NULL), PARTITION rest VALUES (DEFAULT));
      CREATE TABLE h (id NUMBER(9) PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 3;
      CREATE TABLE c (day DATE, region VARCHAR2(9), id NUMBER(9)) PARTITION BY RANGE (day)
      SUBPARTITION BY LIST (region) SUBPARTITION TEMPLATE (SUBPARTITION n VALUES ('N'), SUBPARTITION s VALUES (DEFAULT)) (
        PARTITION p1 VALUES LESS THAN (DATE '2020-01-01'),
        PARTITION p2 VALUES LESS THAN (DATE '2021-01-01') (SUBPARTITION only VALUES ('N', 'S')),
        PARTITION p3 VALUES LESS THAN (MAXVALUE) (SUBPARTITION p3_all VALUES (DEFAULT)));
      CREATE TABLE x (a NUMBER(9), b NUMBER(9)) PARTITION BY LIST (a) SUBPARTITION BY HASH (b) SUBPARTITIONS 2
        (PARTITION p VALUES (1));
      """
    ) { target in
      try await target.run("INSERT INTO l VALUES ('AB', 1), (NULL, 2), ('ab', 3)")
      #expect(try await target.rows("\(Self.place) l GROUP BY 1 ORDER BY 1") == ["l_a | 2", "l_rest | 1"])
      try await target.run("INSERT INTO h SELECT generate_series(1, 300)")
      #expect(try await target.rows("\(Self.place) h GROUP BY 1").count == 3)
      #expect(await target.failure("INSERT INTO h VALUES (7)") == "23505")
      try await target.run(
        "INSERT INTO c VALUES ('2019-05-01', 'N', 1), ('2019-05-01', NULL, 2), ('2020-05-01', 'S', 3), (NULL, 'q', 4)")
      #expect(
        try await target.rows("\(Self.place) c GROUP BY 1 ORDER BY 1") == [
          "c_only | 1", "c_p1_n | 1", "c_p1_s | 1", "c_p3_all | 1",
        ])
      #expect(await target.failure("INSERT INTO c VALUES ('2020-05-01', 'Q', 5)") == "23514")
      try await target.run("INSERT INTO x SELECT 1, generate_series(1, 50)")
      #expect(try await target.rows("\(Self.place) x GROUP BY 1").count == 2)
      #expect(target.rules("table H").contains("table.hash-partitions"))
      #expect(target.warnings.isEmpty, "\(target.warnings)")
    }
  }

  @Test func openPartitionsGetADefault() async throws {
    try await ScriptedTarget.with(
      """
      CREATE TABLE i (at TIMESTAMP(3)) PARTITION BY RANGE (at) INTERVAL (NUMTODSINTERVAL(1, 'DAY'))
        (PARTITION first VALUES LESS THAN (TIMESTAMP' 2017-01-01 00:00:00'));
      CREATE TABLE a (k NUMBER(3)) PARTITION BY LIST (k) AUTOMATIC (PARTITION one VALUES (1));
      """
    ) { target in
      try await target.run("INSERT INTO i VALUES ('2016-01-01'), ('2018-01-01'); ")
      try await target.run("INSERT INTO a VALUES (1), (2)")
      #expect(try await target.rows("\(Self.place) i GROUP BY 1 ORDER BY 1") == ["i_default | 1", "i_first | 1"])
      #expect(try await target.rows("\(Self.place) a GROUP BY 1 ORDER BY 1") == ["a_default | 1", "a_one | 1"])
      #expect(target.warnings == ["table.open-partitions table A", "table.open-partitions table I"])
    }
  }

  /// Partitioned in Oracle, in one piece here.
  @Test(arguments: [
    // A key that does not say the partition.
    "CREATE TABLE t (id NUMBER(9) PRIMARY KEY, d DATE) PARTITION BY RANGE (d) (PARTITION p VALUES LESS THAN (MAXVALUE))",
    "CREATE TABLE t (id NUMBER(9), d DATE) PARTITION BY HASH (d) PARTITIONS 2; CREATE UNIQUE INDEX t_ux ON t (id)",
    "CREATE TABLE t (a VARCHAR2(9) PRIMARY KEY) PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN (MAXVALUE))",
    // Computed columns.
    "CREATE TABLE t (a NUMBER(9), v NUMBER(9) AS (a + 1)) PARTITION BY HASH (v) PARTITIONS 2",
    "CREATE TABLE t (a NUMBER(9) GENERATED ALWAYS AS IDENTITY) PARTITION BY HASH (a) PARTITIONS 2",
    // Kinds and bounds without counterpart.
    "CREATE TABLE t (a NUMBER(9), b NUMBER(9)) PARTITION BY LIST (a, b) (PARTITION p VALUES ((1, 2)))",
    "CREATE TABLE t (a NUMBER(9)) PARTITION BY SYSTEM (PARTITION p1, PARTITION p2)",
    "CREATE TABLE t (a NUMBER(9), b NUMBER(9)) PARTITION BY RANGE (a, b) (PARTITION p VALUES LESS THAN (1, 2))",
    "CREATE TABLE t (a NUMBER(3)) PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN (99999))",
    "CREATE TABLE t (a NUMBER(9)) PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN (1.5))",
    "CREATE TABLE t (a DATE) PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN (SYSDATE))",
    "CREATE TABLE t (a DATE) PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN ('01-JAN-20'))",
    "CREATE TABLE t (a VARCHAR2(2)) PARTITION BY LIST (a) (PARTITION p VALUES ('long'))",
    "CREATE TABLE t (a NUMBER(9)) PARTITION BY LIST (a) (PARTITION p VALUES (1), PARTITION q VALUES (1))",
    "CREATE TABLE t (a NUMBER(9)) PARTITION BY HASH (a)",
    "CREATE TABLE t (a NUMBER(9)) PARTITION BY HASH (a) PARTITIONS 99999999",
    "CREATE TABLE t (a BFILE, b DATE) PARTITION BY HASH (a) PARTITIONS 2",
  ])
  func staysInOnePiece(script: String) throws {
    let read = ScriptSchemas.read([ScriptSource(name: "t.sql", text: script + ";")], owner: "APP")
    let plan = try #require(SchemaConversion.plans(for: read.schemas).first)
    #expect(plan.tables.count == 1 && plan.tables[0].partitions.isEmpty)
    #expect(plan.tables[0].creation.sql.hasSuffix(")") && !plan.tables[0].creation.sql.contains("PARTITION"))
    let finding = try #require(plan.findings.first { $0.rule == "table.partitioned" })
    #expect(finding.object == "table T" && finding.severity == .warning)
  }

  @Test func referencePartitioningIsNamed() throws {
    let read = ScriptSchemas.read(
      [
        ScriptSource(
          name: "t.sql",
          text: """
            CREATE TABLE p (id NUMBER(9) PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 2;
            CREATE TABLE c (id NUMBER(9) NOT NULL, CONSTRAINT c_fk FOREIGN KEY (id) REFERENCES p NOVALIDATE)
              PARTITION BY REFERENCE (c_fk);
            CREATE TABLE h (id NUMBER(9), CONSTRAINT h_fk FOREIGN KEY (id) REFERENCES p NOVALIDATE)
              PARTITION BY HASH (id) PARTITIONS 2;
            """)
      ], owner: "APP")
    let plan = try #require(SchemaConversion.plans(for: read.schemas).first)
    #expect(plan.findings.filter { $0.rule == "table.partitioned" }.map(\.object) == ["table C"])
    #expect(plan.findings.filter { $0.rule == "foreign-key.partitioned" }.map(\.object) == ["foreign key H.H_FK"])
    let keys = plan.completion.filter { $0.phase == .foreignKey }
    #expect(keys.map { $0.sql.hasSuffix("NOT VALID") } == [true, false] && keys.map(\.mayFail) == [false, true])
    // PostgreSQL refuses NOT VALID on a partitioned table, so that nothing is validated apart.
    #expect(keys.allSatisfy { $0.validation == nil })
  }

  /// A partition is a table, and its name may be that of another.
  @Test func namesThatMeet() async throws {
    try await ScriptedTarget.with(
      """
      CREATE TABLE t (a NUMBER(9)) PARTITION BY LIST (a) (PARTITION p VALUES (1), PARTITION "P_" VALUES (2));
      CREATE TABLE t_p (a NUMBER(9));
      CREATE SEQUENCE t_p_;
      """
    ) { target in
      try await target.run("INSERT INTO t VALUES (1), (2)")
      #expect(try await target.rows("\(Self.place) t GROUP BY 1").count == 2)
      #expect(
        try await target.rows("SELECT relkind FROM pg_class WHERE relname IN ('t_p', 't_p_') ORDER BY 1") == ["S", "r"])
    }
  }

  @Test func theDictionarysBoundsAndDeferrableKeys() throws {
    var table = table("T", [column("A", .raw(length: 2)), column("B", .date, notNull: true)])
    table.isPartitioned = true
    table.partitioning = TablePartitioning(
      method: .list, columns: ["A"],
      partitions: [
        TablePartition(name: "P", bound: "HEXTORAW('00FF'), NULL"), TablePartition(name: "Q", bound: "DEFAULT"),
      ])
    let plan = try plan([table])
    #expect(
      plan.tables[0].partitions.map(\.sql) == [
        #"CREATE TABLE "ot"."t_p" PARTITION OF "ot"."t" FOR VALUES IN ('\x00ff'::bytea, NULL)"#,
        #"CREATE TABLE "ot"."t_q" PARTITION OF "ot"."t" DEFAULT"#,
      ])
  }
}
