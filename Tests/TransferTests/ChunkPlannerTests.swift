import Model
import OracleClient
import OracleStandIn
import OracleWire
import Testing

@testable import Transfer

/// Where large tables are cut, on a live server: the ranges together have each row once, whatever the cuts are worth.
@Suite("Chunks by addresses") struct ChunkPlannerTests {
  private static let rows = 5_000

  private func withTable(_ body: (OracleConnection, TableMapping) async throws -> Void) async throws {
    let database = StandInDatabase()
    database.createUser("OT", password: "secret")
    let server = try await StandInServer.start(database: database)
    let connection = try await OracleConnection.connect(
      .init(
        host: "127.0.0.1", port: server.port, service: .serviceName("STANDIN"), user: "OT", password: "secret",
        connectTimeout: 300))
    do {
      // Rows of another table lie between, so that extents are short.
      for statement in ["CREATE TABLE t (id NUMBER, note VARCHAR2(200))", "CREATE TABLE other (note VARCHAR2(200))"] {
        _ = try await connection.execute(statement)
      }
      for part in 0..<5 {
        for (table, columns) in [("t", "LEVEL + \(part * 1_000), RPAD('x', 200)"), ("other", "RPAD('y', 200)")] {
          _ = try await connection.execute("INSERT INTO \(table) SELECT \(columns) FROM dual CONNECT BY LEVEL <= 1000")
        }
      }
      try await connection.commit()
      let mapping = TableMapping(
        sourceOwner: "OT", sourceName: "T", target: QualifiedName(schema: "ot", name: "t"),
        columns: [
          ColumnMapping(
            sourceName: "ID", oracleType: .number(precision: nil, scale: nil), targetName: "id",
            postgresType: .bigint, isNullable: true)
        ], rowEstimate: Self.rows)
      try await body(connection, mapping)
    } catch {
      await server.stop()
      throw error
    }
    await connection.close()
    await server.stop()
  }

  /// The rows of each range, and that they are all rows, each once.
  private func counts(
    _ ranges: [RowRange], _ mapping: TableMapping, _ connection: OracleConnection
  ) async throws -> [Int] {
    var counts: [Int] = []
    var seen: Set<OracleValue> = []
    for range in ranges {
      let plan = try CopyPlan(mapping: mapping, scn: nil, range: range)
      let rows = try await connection.rows(plan.selectStatement, binds: plan.binds)
      counts.append(rows.count)
      seen.formUnion(rows.compactMap(\.first))
    }
    #expect(counts.reduce(0, +) == Self.rows && seen.count == Self.rows, "\(counts), \(seen.count) different ones")
    return counts
  }

  @Test("by extents, or a sample where they may not be read", arguments: [Duration.seconds(600), .zero])
  func everyRowIsInOneRange(limit: Duration) async throws {
    try await withTable { connection, mapping in
      let planner = ChunkPlanner(oracle: connection, size: .rows(600), limit: limit)
      let ranges = try #require(try await planner.ranges(of: [mapping])[mapping.target])
      #expect((4...10).contains(ranges.count), "\(ranges)")
      let counts = try await counts(ranges, mapping, connection)
      #expect(counts.allSatisfy { $0 < Self.rows / 2 }, "\(counts)")
      // Of a table that is said to be large, a sample of its blocks is read: too small a one finds no cut, at worst.
      var large = mapping
      large.rowEstimate = 200_000
      if let sampled = try await ChunkPlanner(oracle: connection, size: .rows(2_000), limit: .zero)
        .ranges(of: [large])[large.target]
      {
        _ = try await self.counts(sampled, mapping, connection)
      }
      // Rows that came, and went, since are in the open ranges.
      _ = try await connection.execute("DELETE FROM t WHERE id > 4500")
      _ = try await connection.execute("INSERT INTO t SELECT LEVEL + 4500, 'late' FROM dual CONNECT BY LEVEL <= 500")
      _ = try await self.counts(ranges, mapping, connection)
    }
  }

  @Test("small tables, unknown ones and those without addresses are copied in one piece") func onePiece() async throws {
    try await withTable { connection, mapping in
      let planner = ChunkPlanner(oracle: connection, size: .rows(600), limit: .seconds(600))
      for estimate in [nil, 600] as [Int?] {
        var small = mapping
        small.rowEstimate = estimate
        #expect(try await planner.ranges(of: [small]).isEmpty)
      }
      _ = try await connection.execute("CREATE VIEW v AS SELECT COUNT(*) AS id FROM t GROUP BY note")
      var view = mapping
      view.sourceName = "V"
      #expect(try await planner.ranges(of: [view]).isEmpty)
    }
  }

  @Test("large extents are cut inside, those of bigfile tablespaces are not") func extents() throws {
    func extent(_ block: UInt32, _ blocks: Int, isBigfile: Bool = false) -> ChunkPlanner.Extent {
      let address = RowAddress(object: 70_000, partition: isBigfile ? 0 : 5, block: block)
      return ChunkPlanner.Extent(address: address, blocks: blocks, isBigfile: isBigfile)
    }
    func blocks(_ cuts: [String]) throws -> [UInt32] { try cuts.map { try #require(RowAddress(text: $0.utf8)).block } }
    let one = ChunkPlanner.cuts(of: [extent(128, 8_192)], into: 4)
    #expect(try blocks(one) == [128 + 2_048, 128 + 4_096, 128 + 6_144])
    let some = ChunkPlanner.cuts(of: [extent(128, 8), extent(256, 8), extent(1_024, 16)], into: 4)
    #expect(try blocks(some) == [256, 1_024, 1_032])
    let big = ChunkPlanner.cuts(of: [extent(128, 64, isBigfile: true), extent(512, 64, isBigfile: true)], into: 4)
    #expect(try blocks(big) == [512])
    #expect(ChunkPlanner.cuts(of: [extent(128, 1)], into: 4).isEmpty)
    #expect(ChunkPlanner.cuts(of: [ChunkPlanner.Extent](), into: 4).isEmpty)
  }

  @Test func samples() {
    let addresses = (0..<10).map { "a\($0)" }
    #expect(ChunkPlanner.cuts(of: addresses, into: 3) == ["a3", "a6"])
    #expect(ChunkPlanner.cuts(of: ["a", "a", "a", "b"], into: 4) == ["a", "b"])
    #expect(ChunkPlanner.cuts(of: [String](), into: 5).isEmpty)
  }
}
