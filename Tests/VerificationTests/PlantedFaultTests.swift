#if DEBUG
  import Ledger
  import OracleWire
  import PostgresClient
  import Testing
  import Transfer

  @testable import Verification

  /// Bugs planted in the transcoder, which shares nothing with verification: each one must be caught.
  @Suite struct PlantedFaultTests {
    static func copy(_ table: SourceTable, _ sides: BothSides, fault: PlantedFault?) async throws {
      let ledger = try await Ledger.open(on: sides.postgres, targetSchema: "ot")
      let source = SourceIdentity(host: "127.0.0.1", port: 1, service: "STANDIN", schema: "OT")
      let run = try await ledger.beginRun(source: source, scn: 1, toolVersion: "test")
      var options = TableCopy.Options()
      options.witness = Witness.maker(hashKey: try await ledger.hashKey(of: run))
      var copy = try TableCopy(table.mapping, scn: nil, options: options)
      copy.plantedFault = fault
      let outcome = try await copy.run(from: sides.oracle, to: sides.postgres, for: run)
      guard case .copied(let counts, _) = outcome else {
        Issue.record("the copy was not made: \(outcome)")
        return
      }
      #expect(counts.rowsLoaded == table.rows.count)
      try await ledger.finish(run)
      try await ledger.close()
    }

    private struct Witness: RowWitness {
      var passing: PassingSums

      static func maker(hashKey: [UInt8]) -> WitnessMaker {
        { mapping, described, session in
          try await PassingSums.beginning(mapping, described: described, hashKey: hashKey, on: session)
            .map { Witness(passing: $0) }
        }
      }

      mutating func see(_ batch: RowBatch) { passing.add(batch) }
      var sums: LedgerSums? { passing.recorded }
    }

    /// Whether PostgreSQL's rows are those that the sums of the copy were made of.
    static func isEqualBySums(
      _ sides: BothSides, more sessions: [PostgresSession] = [], blocksOfAPart: Int = 4096
    ) async throws -> Bool {
      let recorded = try #require(
        try await Ledger.recordedSums(sourceSchema: "OT", targetSchema: "ot", on: sides.postgres))
      let outcome = try await SumVerifier(
        over: [sides.postgres] + sessions, recorded: recorded, blocksOfAPart: blocksOfAPart
      ).verify(recorded.tables).first
      guard case .compared(let comparison)? = outcome else {
        Issue.record("not compared: \(String(describing: outcome))")
        return true
      }
      return comparison.equal
    }

    @Test func withoutAFaultTheCopyIsEqual() async throws {
      try await BothSides.with([.items], isCopied: false) { sides in
        try await PlantedFaultTests.copy(.items, sides, fault: nil)
        let result = try await sides.verify([SourceTable.items])
        #expect(result.equal)
        #expect(result.tables.map(\.targetRows) == [40])
        #expect(try await Self.isEqualBySums(sides))
      }
    }

    @Test func extremeValuesAreEqualOnceCopied() async throws {
      try await BothSides.with([.extremes], isCopied: false) { sides in
        try await PlantedFaultTests.copy(.extremes, sides, fault: nil)
        let result = try await sides.verify([SourceTable.extremes])
        #expect(result.equal, "\(result.textLines().joined(separator: "\n"))")
        #expect(result.tables.map(\.notes) == [[.lostDigits(rows: 10)]])
        #expect(try await Self.isEqualBySums(sides))
      }
    }

    /// Faults that need values which only the table of extremes has.
    private static let ofExtremes: Set<PlantedFault> = [
      .digitsOfADouble, .wrongZone, .trimmedBlanks, .lostNotANumber, .longerInterval,
    ]

    @Test(arguments: PlantedFault.allCases)
    func everyFaultIsCaught(fault: PlantedFault) async throws {
      let source = Self.ofExtremes.contains(fault) ? SourceTable.extremes : .items
      try await BothSides.with([source], isCopied: false) { sides in
        try await PlantedFaultTests.copy(source, sides, fault: fault)
        #expect(try await !Self.isEqualBySums(sides))
        let result = try await sides.verify([source])
        let table = try #require(result.tables.first)
        #expect(!result.equal)
        #expect((table.sourceRows, table.targetRows) == (source.rows.count, source.rows.count))
        #expect(!table.differences.isEmpty)
        let columns = Set(table.differences.flatMap(\.columns))
        let kinds = Set(table.differences.map(\.kind))
        #expect(Self.expected(fault).isSubset(of: columns), "\(columns)")
        // Faults of keys are rows that are not there.
        let ofKeys: Set<PlantedFault> = [.wrongSign, .rowTwice]
        #expect(kinds.contains(.missing) == ofKeys.contains(fault), "\(kinds)")
        let sample = try await Sampler(source: sides.oracle, target: sides.postgres, size: 1000)
          .sample(source.mapping, rows: source.rows.count, scn: nil, copiedAt: nil)
        // Of binary numbers a sample lets a value's neighbours pass.
        #expect(sample.rows == source.rows.count && sample.isClean == (fault == .lowestBit), "\(sample)")
      }
    }

    /// The columns that must be named.
    private static func expected(_ fault: PlantedFault) -> Set<String> {
      switch fault {
      case .wrongSign, .rowTwice: []
      case .droppedFraction: ["price", "ratio", "sold_at"]
      case .wrongCentury, .lostTimeOfDay, .earlyDay: ["day", "sold_at"]
      case .truncatedText: ["name", "note", "token"]
      case .swappedColumnOrder: ["name", "nick"]
      case .valueOfTheRowBefore, .lostValue: ["nick"]
      case .valueForNull: ["ratio", "day", "note"]
      case .wrongExponent: ["price"]
      case .digitsOfADouble: ["exact"]
      case .wrongZone: ["instant"]
      case .lateSecond, .millisecondsOnly: ["sold_at"]
      case .capitalLetters: ["name", "note", "nick"]
      case .doubleEncoding: ["name"]
      case .trimmedBlanks: ["word"]
      case .reversedBytes: ["token"]
      case .lowestBit: ["weight"]
      case .lostNotANumber: ["small", "large"]
      case .longerInterval: ["span"]
      }
    }
  }
#endif
