#if DEBUG
  import PostgresClient
  import Testing

  @testable import Verification

  /// Tables that are read in parts, over several sessions with one snapshot.
  @Suite struct SumVerifierTests {
    @Test(arguments: [1, 2, 3]) func partsMakeTheTable(sessions: Int) async throws {
      let table = CorruptionTests.table(rows: 3000)
      try await BothSides.with([table], isCopied: false) { sides in
        try await PlantedFaultTests.copy(table, sides, fault: nil)
        var more: [PostgresSession] = []
        for _ in 1..<sessions { more.append(try await PostgresSession.connect(sides.parameters)) }
        func isEqual() async throws -> Bool {
          try await PlantedFaultTests.isEqualBySums(sides, more: more, blocksOfAPart: 1)
        }
        #expect(try await isEqual())
        // At either end, where parts begin and end.
        for place in ["min", "max"] {
          _ = try await sides.postgres.execute(
            "CREATE TABLE gone AS SELECT * FROM ot.items WHERE ctid = (SELECT \(place)(ctid) FROM ot.items)")
          _ = try await sides.postgres.execute(
            "DELETE FROM ot.items WHERE ctid = (SELECT \(place)(ctid) FROM ot.items)")
          #expect(try await !isEqual())
          _ = try await sides.postgres.execute("INSERT INTO ot.items SELECT * FROM gone")
          _ = try await sides.postgres.execute("DROP TABLE gone")
          #expect(try await isEqual())
        }
        for session in more { await session.close() }
      }
    }
  }
#endif
