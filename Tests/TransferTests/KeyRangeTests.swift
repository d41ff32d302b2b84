import Model
import OracleClient
import OracleStandIn
import OracleWire
import Testing

@testable import Transfer

/// Where tables are cut whose rows have no addresses, on a live server: the ranges together have each row once.
@Suite("Chunks by keys") struct KeyRangeTests {
  private static let rows = 3_000

  /// Keys of several types and forms, and the columns of the key that can be bounds.
  struct Key: Sendable, CustomTestStringConvertible {
    var columns: [(name: String, definition: String, type: OracleDataType, value: String)]
    var bounds: Int

    var testDescription: String { columns.map(\.definition).joined(separator: ", ") }
  }

  static let keys: [Key] = [
    Key(columns: [("ID", "NUMBER(12)", .number(precision: 12, scale: 0), "LEVEL - 1500")], bounds: 1),
    Key(columns: [("ID", "NUMBER", .number(precision: nil, scale: nil), "(LEVEL - 1500) / 7")], bounds: 1),
    Key(
      columns: [
        ("TENANT", "NUMBER(3)", .number(precision: 3, scale: 0), "MOD(LEVEL, 3)"),
        ("CODE", "VARCHAR2(20 CHAR)", .varchar2(length: 20), "CHR(65 + MOD(LEVEL, 58)) || 'é' || LEVEL"),
      ], bounds: 2),
    Key(
      columns: [
        ("D", "DATE", .date, "DATE '2020-02-28' + MOD(LEVEL, 700)"),
        ("T", "TIMESTAMP(9)", .timestamp(precision: 9), "TIMESTAMP '2020-02-28 01:02:03.123456789' + LEVEL"),
        ("C", "CHAR(6)", .char(length: 6), "TO_CHAR(MOD(LEVEL, 7))"),
        ("R", "RAW(8)", .raw(length: 8), "HEXTORAW(TO_CHAR(LEVEL + 100000))"),
      ], bounds: 4),
    // What is behind a column that is no bound is none either.
    Key(
      columns: [
        ("A", "NUMBER(3)", .number(precision: 3, scale: 0), "MOD(LEVEL, 100)"),
        ("N", "NVARCHAR2(10)", .nvarchar2(length: 10), "TO_CHAR(LEVEL)"),
        ("B", "NUMBER(9)", .number(precision: 9, scale: 0), "LEVEL"),
      ], bounds: 1),
  ]

  private func withServer(_ body: (OracleConnection) async throws -> Void) async throws {
    let database = StandInDatabase()
    database.createUser("OT", password: "secret")
    let server = try await StandInServer.start(database: database)
    let connection = try await OracleConnection.connect(
      .init(
        host: "127.0.0.1", port: server.port, service: .serviceName("STANDIN"), user: "OT", password: "secret",
        connectTimeout: 300))
    do {
      try await body(connection)
    } catch {
      await server.stop()
      throw error
    }
    await connection.close()
    await server.stop()
  }

  private static func mapping(_ key: Key) -> TableMapping {
    var mapping = TableMapping(
      sourceOwner: "OT", sourceName: "T", target: QualifiedName(schema: "ot", name: "t"),
      columns: key.columns.map {
        ColumnMapping(
          sourceName: $0.name, oracleType: $0.type, targetName: $0.name.lowercased(), postgresType: .text,
          isNullable: false)
      }, primaryKey: key.columns.map { $0.name.lowercased() }, rowEstimate: rows)
    mapping.isIndexOrganised = true
    return mapping
  }

  private static func make(_ key: Key, on connection: OracleConnection) async throws {
    let definitions = key.columns.map { "\($0.name) \($0.definition)" }.joined(separator: ", ")
    let names = key.columns.map(\.name).joined(separator: ", ")
    for statement in [
      "CREATE TABLE t (\(definitions), PRIMARY KEY (\(names))) ORGANIZATION INDEX",
      "INSERT INTO t SELECT \(key.columns.map(\.value).joined(separator: ", ")) FROM dual CONNECT BY LEVEL <= \(rows)",
      "COMMIT",
    ] { _ = try await connection.execute(statement) }
  }

  /// The rows of each range, and that they are all rows, each once.
  private func counts(
    _ ranges: [RowRange], _ mapping: TableMapping, _ connection: OracleConnection
  ) async throws -> [Int] {
    var counts: [Int] = []
    var seen: Set<[OracleValue]> = []
    for range in ranges {
      let plan = try CopyPlan(mapping: mapping, scn: nil, range: range)
      let rows = try await connection.rows(plan.selectStatement, binds: plan.binds)
      counts.append(rows.count)
      seen.formUnion(rows)
    }
    #expect(counts.reduce(0, +) == Self.rows && seen.count == Self.rows, "\(counts), \(seen.count) different ones")
    return counts
  }

  @Test("every key is in one range, also those that come later", arguments: keys)
  func everyRowIsInOneRange(key: Key) async throws {
    try await withServer { connection in
      try await Self.make(key, on: connection)
      let mapping = Self.mapping(key)
      let planner = ChunkPlanner(oracle: connection, size: .rows(400), limit: .zero)
      let ranges = try #require(try await planner.ranges(of: [mapping])[mapping.target])
      #expect((6...8).contains(ranges.count) && ranges.allSatisfy { $0.low == nil && $0.high == nil })
      #expect(ranges.first?.keys?.low == nil && ranges.last?.keys?.high == nil)
      #expect(ranges.dropLast().map(\.keys?.high) == ranges.dropFirst().map(\.keys?.low))
      #expect(ranges.allSatisfy { $0.keys?.columns.map(\.name) == key.columns.prefix(key.bounds).map(\.name) })
      let counts = try await counts(ranges, mapping, connection)
      #expect(counts.allSatisfy { $0 < Self.rows / 3 }, "\(counts)")
      // Rows before the first key and behind the last are in the open ranges.
      let gone = "MOD(ORA_HASH(\(key.columns[0].name)), 3) = 0"
      let before = try await connection.rows("SELECT * FROM t WHERE \(gone)").count
      _ = try await connection.execute("DELETE FROM t WHERE \(gone)")
      if key.columns.count == 1 {
        _ = try await connection.execute(
          "INSERT INTO t SELECT LEVEL * 100000 * CASE MOD(LEVEL, 2) WHEN 0 THEN 1 ELSE -1 END FROM dual "
            + "CONNECT BY LEVEL <= \(before)")
        _ = try await self.counts(ranges, mapping, connection)
      }
    }
  }

  /// A large estimate makes the planner take a sample; what it finds cuts as well, and nothing at worst.
  @Test("samples") func samples() async throws {
    try await withServer { connection in
      try await Self.make(Self.keys[0], on: connection)
      var mapping = Self.mapping(Self.keys[0])
      mapping.rowEstimate = 60_000
      let planner = ChunkPlanner(oracle: connection, size: .rows(20_000), limit: .zero)
      if let ranges = try await planner.ranges(of: [mapping])[mapping.target] {
        _ = try await counts(ranges, mapping, connection)
      }
    }
  }

  @Test("without a key that can be a bound, and where Oracle does not answer, a table is one piece")
  func onePiece() async throws {
    try await withServer { connection in
      try await Self.make(Self.keys[0], on: connection)
      let planner = ChunkPlanner(oracle: connection, size: .rows(400), limit: .zero)
      var without = Self.mapping(Self.keys[0])
      without.primaryKey = []
      #expect(try await planner.ranges(of: [without]).isEmpty)
      var zoned = Self.mapping(Self.keys[0])
      zoned.columns[0].oracleType = .timestampWithLocalTimeZone(precision: 6)
      #expect(try await planner.ranges(of: [zoned]).isEmpty)
      // The dictionary said another type than the query does.
      var other = Self.mapping(Self.keys[0])
      other.columns[0].oracleType = .date
      #expect(try await planner.ranges(of: [other]).isEmpty)
      var nullable = Self.mapping(Self.keys[0])
      nullable.columns[0].isNullable = true
      #expect(try await planner.ranges(of: [nullable]).isEmpty)
      var gone = Self.mapping(Self.keys[0])
      gone.sourceName = "GONE"
      #expect(try await planner.ranges(of: [gone]).isEmpty)
      // What has neither addresses nor the mark of an index-organised table is cut by its key, too.
      _ = try await connection.execute("CREATE VIEW v AS SELECT id FROM t GROUP BY id")
      var view = Self.mapping(Self.keys[0])
      view.sourceName = "V"
      view.isIndexOrganised = false
      let ranges = try #require(try await planner.ranges(of: [view])[view.target])
      _ = try await counts(ranges, view, connection)
    }
  }

  @Test("columns are compared one after the other; each bind stands once") func statement() throws {
    let columns: [KeyRange.Column] = [
      .init(name: "A", kind: .number), .init(name: "b", kind: .text), .init(name: "C", kind: .raw),
    ]
    let low = ["c102", "61", "00ff"]
    let high = ["c103", "62", "01"]
    func filter(_ low: [String]?, _ high: [String]?, _ count: Int = 3) throws -> (sql: String, binds: [OracleValue]) {
      let range = RowRange(keys: KeyRange(columns: Array(columns.prefix(count)), low: low, high: high))
      let (conditions, binds) = try range.conditions
      return (conditions.joined(separator: " AND "), binds)
    }
    let both = try filter(low, high)
    #expect(
      both.sql == """
        "A" >= :1 AND ("A" > :2 OR "b" >= :3 AND ("b" > :4 OR "C" >= :5)) AND \
        "A" <= :6 AND ("A" < :7 OR "b" <= :8 AND ("b" < :9 OR "C" < :10))
        """)
    #expect(both.binds[2...4] == [.text("a"), .text("a"), .raw([0, 255])] && both.binds.count == 10)
    #expect(try filter(["c102"], ["c103"], 1).sql == #""A" >= :1 AND "A" < :2"#)
    #expect(try filter(nil, nil).sql.isEmpty)
    let addresses = RowRange(low: "AAAR0rAAHAAAACWAAA", high: "AAAR0rAAHAAAACnAAA")
    #expect(try addresses.conditions.0 == ["ROWID >= CHARTOROWID(:1)", "ROWID < CHARTOROWID(:2)"])
    // A ledger that somebody has changed.
    #expect(throws: WireError.self) { try RowRange(low: "AAAR0rAAHAAAACWAA").conditions }
    for bound in [["c102"], ["zz", "61", "00"], ["c102", "6", "00"], ["c102", "ff", "00"], ["", "61", "00"]] {
      #expect(throws: WireError.self) { try filter(bound, nil) }
    }
  }
}
