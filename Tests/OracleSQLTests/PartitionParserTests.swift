import Testing

@testable import OracleSQL

struct PartitionParserTests {
  private func table(_ clause: String) throws -> (partitioning: Partitioning, text: String) {
    let text = "CREATE TABLE t (a NUMBER, b DATE, c VARCHAR2(5)) " + clause
    guard case .createTable(let table) = try SQLParser.parse(text).kind, let result = table.partitioning else {
      throw Unexpected()
    }
    #expect(result.range.text(in: text) == clause)
    return (result, text)
  }

  private func changes(_ text: String) throws -> [PartitionChange] {
    guard case .alterTable(let alter) = try SQLParser.parse("ALTER TABLE t " + text).kind else { throw Unexpected() }
    return alter.actions.compactMap { if case .partition(let change) = $0 { change } else { nil } }
  }

  /// `name<value,value` for LESS THAN, `name=value;value` for lists, with subpartitions behind.
  private func shape(_ partition: PartitionDefinition) -> String {
    func shown(_ value: PartitionValue) -> String {
      switch value {
      case .maxValue: "MAX"
      case .defaultValue: "DEFAULT"
      case .expression(let expression): SQLPrinter.print(expression)
      }
    }
    var text = partition.name?.name ?? "?"
    switch partition.bound {
    case .lessThan(let values): text += "<" + values.map(shown).joined(separator: ",")
    case .list(let rows): text += "=" + rows.map { $0.map(shown).joined(separator: ",") }.joined(separator: ";")
    case nil: break
    }
    text += partition.physical.map { " " + $0.keyword }.joined()
    if let count = partition.subpartitionCount { text += " x\(count)" }
    if !partition.subpartitions.isEmpty {
      text += "[" + partition.subpartitions.map(shape).joined(separator: " ") + "]"
    }
    return text
  }

  @Test func ranges() throws {
    let result = try table(
      "PARTITION BY RANGE (b, a) (PARTITION p1 VALUES LESS THAN (DATE '2024-01-01', 5) TABLESPACE x PCTFREE 5, "
        + "PARTITION VALUES LESS THAN (MAXVALUE, MAXVALUE) NOCOMPRESS)"
    ).partitioning
    #expect(result.method == .range && result.columns.map(\.name) == ["B", "A"])
    #expect(
      result.partitions.map(shape) == ["P1<DATE '2024-01-01',5 TABLESPACE PCTFREE", "?<MAX,MAX NOCOMPRESS"])
  }

  @Test func listsAndIntervals() throws {
    let list = try table(
      "PARTITION BY LIST (c) AUTOMATIC (PARTITION p VALUES ('x', NULL), PARTITION q VALUES (DEFAULT))"
    ).partitioning
    #expect(list.isAutomatic && list.partitions.map(shape) == ["P='x';NULL", "Q=DEFAULT"])
    let rows = try table("PARTITION BY LIST (a, c) (PARTITION p VALUES ((1, 'x'), (2, 'y')))").partitioning
    #expect(rows.partitions.map(shape) == ["P=1,'x';2,'y'"])
    let interval = try table(
      "PARTITION BY RANGE (b) INTERVAL (NUMTOYMINTERVAL(1, 'MONTH')) STORE IN (x, y) "
        + "(PARTITION p VALUES LESS THAN (TO_DATE('2024-01-01', 'YYYY-MM-DD')))"
    ).partitioning
    #expect(interval.interval.map { SQLPrinter.print($0) } == "NUMTOYMINTERVAL(1, 'MONTH')")
    #expect(interval.tablespaces.map(\.name) == ["X", "Y"])
  }

  @Test func hashReferenceAndSystem() throws {
    let hash = try table("PARTITION BY HASH (a) PARTITIONS 4 STORE IN (x)").partitioning
    #expect(hash.method == .hash && hash.count == 4 && hash.partitions.isEmpty)
    let named = try table("PARTITION BY HASH (a) (PARTITION p, PARTITION q TABLESPACE x)").partitioning
    #expect(named.partitions.map(shape) == ["P", "Q TABLESPACE"])
    let reference = try table("PARTITION BY REFERENCE (fk)").partitioning
    #expect(reference.constraint?.name == "FK" && reference.columns.isEmpty)
    #expect(try table("PARTITION BY SYSTEM (PARTITION p)").partitioning.method == .system)
  }

  @Test func composite() throws {
    let result = try table(
      "PARTITION BY RANGE (b) SUBPARTITION BY LIST (c) SUBPARTITION TEMPLATE (SUBPARTITION s VALUES ('x') TABLESPACE y) "
        + "(PARTITION p VALUES LESS THAN (MAXVALUE) (SUBPARTITION p1 VALUES ('a'), SUBPARTITION p2 VALUES (DEFAULT)))"
    ).partitioning
    #expect(result.subpartitioning?.method == .list)
    #expect(result.subpartitioning?.template.map(shape) == ["S='x' TABLESPACE"])
    #expect(result.partitions.map(shape) == ["P<MAX[P1='a' P2=DEFAULT]"])
    let hash = try table(
      "PARTITION BY RANGE (b) SUBPARTITION BY HASH (a) SUBPARTITIONS 8 (PARTITION p VALUES LESS THAN (1) SUBPARTITIONS 2)"
    ).partitioning
    #expect(hash.subpartitioning?.count == 8 && hash.partitions.map(shape) == ["P<1 x2"])
  }

  @Test func indexes() throws {
    func partitioning(_ text: String) throws -> IndexPartitioning? {
      guard case .createIndex(let index) = try SQLParser.parse("CREATE INDEX i ON t (a) " + text).kind else {
        throw Unexpected()
      }
      return index.partitioning
    }
    guard case .local(let partitions, _)? = try partitioning("LOCAL (PARTITION p TABLESPACE x, PARTITION q) ONLINE"),
      case .local(let none, let tablespaces)? = try partitioning("LOCAL STORE IN (x, y)"),
      case .global(let global)? = try partitioning(
        "GLOBAL PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN (MAXVALUE))")
    else { throw Unexpected() }
    #expect(partitions.map(shape) == ["P TABLESPACE", "Q"] && none.isEmpty && tablespaces.count == 2)
    #expect(global.partitions.count == 1)
    #expect(try partitioning("GLOBAL") == nil)
  }

  @Test func alterations() throws {
    let add = try changes("ADD PARTITION p VALUES LESS THAN (5) TABLESPACE x, PARTITION q VALUES LESS THAN (6)")
    #expect(add.count == 1 && add[0].verb == "ADD" && add[0].definitions.map(shape) == ["P<5 TABLESPACE", "Q<6"])
    let drop = try changes("DROP PARTITIONS p, q UPDATE GLOBAL INDEXES")
    #expect(drop[0].targets.count == 2 && drop[0].clauses.map(\.keyword) == ["UPDATE INDEXES"])
    let split = try changes("SPLIT PARTITION p AT (5) INTO (PARTITION a, PARTITION b)")
    #expect(split[0].values.count == 1 && split[0].definitions.count == 2)
    #expect(try changes("MERGE PARTITIONS a, b INTO PARTITION c")[0].definitions.map(shape) == ["C"])
    #expect(try changes("RENAME PARTITION a TO b")[0].newName?.name == "B")
    #expect(try changes("EXCHANGE PARTITION a WITH TABLE u WITHOUT VALIDATION")[0].table?.name.name == "U")
    guard case .key = try changes("TRUNCATE PARTITION FOR (DATE '2024-01-01') DROP STORAGE")[0].targets[0] else {
      throw Unexpected()
    }
    #expect(try changes("MOVE SUBPARTITION s TABLESPACE x ONLINE")[0].isSubpartition)
    #expect(try SQLParser.parse("ALTER TABLE t DROP PARTITION p").uncommon.map(\.name) == ["changes of partitions"])
  }

  @Test(arguments: [
    ("PARTITION RANGE (a)", 924, 59), ("PARTITION BY FOO (a)", 905, 62), ("PARTITION BY RANGE ()", 904, 69),
    ("PARTITION BY RANGE (a) (PARTITION p VALUES LESS (1))", 905, 97),
    ("PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN (1)", 907, 105),
    ("PARTITION BY RANGE (a) (PARTITION p VALUES LESS THAN ())", 936, 103),
  ])
  func errors(clause: String, code: Int, offset: Int) {
    let text = "CREATE TABLE t (a NUMBER, b DATE, c VARCHAR2(5)) " + clause
    let error = #expect(throws: SQLSyntaxError.self) { try SQLParser.parse(text) }
    #expect(error?.code == code)
    #expect(error?.offset == offset)
  }
}
