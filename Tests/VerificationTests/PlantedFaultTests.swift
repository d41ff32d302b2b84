#if DEBUG
  import Ledger
  import Testing
  import Transfer

  @testable import Verification

  /// Bugs planted in the transcoder, which shares nothing with verification: each one must be caught.
  @Suite struct PlantedFaultTests {
    private static func copy(_ table: SourceTable, _ sides: BothSides, fault: PlantedFault?) async throws {
      let ledger = try await Ledger.open(on: sides.postgres, targetSchema: "ot")
      let source = SourceIdentity(host: "127.0.0.1", port: 1, service: "STANDIN", schema: "OT")
      let run = try await ledger.beginRun(source: source, scn: 1, toolVersion: "test")
      var copy = try TableCopy(table.mapping, scn: nil)
      copy.plantedFault = fault
      let outcome = try await copy.run(from: sides.oracle, to: sides.postgres, for: run)
      guard case .copied(let counts, _) = outcome else {
        Issue.record("the copy was not made: \(outcome)")
        return
      }
      #expect(counts.rowsLoaded == table.rows.count)
      try await ledger.close()
    }

    @Test func withoutAFaultTheCopyIsEqual() async throws {
      try await BothSides.with([.items], isCopied: false) { sides in
        try await PlantedFaultTests.copy(.items, sides, fault: nil)
        let result = try await sides.verify([SourceTable.items])
        #expect(result.equal)
        #expect(result.tables.map(\.targetRows) == [40])
      }
    }

    @Test func extremeValuesAreEqualOnceCopied() async throws {
      try await BothSides.with([.extremes], isCopied: false) { sides in
        try await PlantedFaultTests.copy(.extremes, sides, fault: nil)
        let result = try await sides.verify([SourceTable.extremes])
        #expect(result.equal, "\(result.textLines().joined(separator: "\n"))")
        #expect(result.tables.map(\.notes) == [[.lostDigits(rows: 10)]])
      }
    }

    @Test(arguments: PlantedFault.allCases)
    func everyFaultIsCaught(fault: PlantedFault) async throws {
      try await BothSides.with([.items], isCopied: false) { sides in
        try await PlantedFaultTests.copy(.items, sides, fault: fault)
        let result = try await sides.verify([SourceTable.items])
        let table = try #require(result.tables.first)
        #expect(!result.equal)
        #expect((table.sourceRows, table.targetRows) == (40, 40))
        #expect(!table.differences.isEmpty)
        let columns = Set(table.differences.flatMap(\.columns))
        switch fault {
        case .wrongSign: #expect(table.differences.contains { $0.kind == .missing })
        case .droppedFraction: #expect(columns.isSuperset(of: ["price", "ratio", "sold_at"]))
        case .wrongCentury: #expect(columns.isSuperset(of: ["day", "sold_at"]))
        case .truncatedText: #expect(columns.isSuperset(of: ["name", "note", "token"]))
        case .swappedColumnOrder: #expect(!columns.isEmpty || table.differences.contains { $0.kind == .missing })
        }
      }
    }
  }
#endif
