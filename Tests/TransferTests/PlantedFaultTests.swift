#if DEBUG
  import Model
  import OracleWire
  import Testing

  @testable import Transfer

  /// Planted faults change what is written, and stay plausible: nothing is rejected.
  struct PlantedFaultTests {
    static let plans: [ColumnPlan] = [
      .integer, .integer, .numeric(holdsInfinity: true), .timestamp(unit: 1_000),
      .text(maximum: 40, ignoresTrailingBlanks: false),
    ]

    static func batch() throws -> RowBatch {
      try RowBatch(rows: [
        [
          OracleNumber(12).bytes, OracleNumber(-7_001).bytes, OracleNumber(decimal: "-12.75").bytes,
          OracleTimestamp(year: 1999, month: 12, day: 31, nanosecond: 5_000).timestampBytes(), Array("Zoë".utf8),
        ]
      ])
    }

    private static func written(_ fault: PlantedFault?) throws -> [UInt8] {
      var transcoder = transcoder(plans)
      transcoder.plantedFault = fault
      var arena = CopyArena(capacity: 256)
      _ = try transcoder.transcode(batch(), into: &arena)
      return arena.withUnsafeBytes { Array($0) }
    }

    @Test("each changes the row", arguments: PlantedFault.allCases)
    func changes(fault: PlantedFault) throws {
      #expect(try Self.written(fault) != Self.written(nil))
    }

    @Test("they do what their names say")
    func meaning() throws {
      let batch = try Self.batch()
      func value(_ fault: PlantedFault, _ column: Int) throws -> [UInt8] {
        Array(try #require(fault.applied(to: batch, plans: Self.plans).value(row: 0, column: column)))
      }
      #expect(try value(.wrongSign, 0) == OracleNumber(-12).bytes)
      #expect(try value(.wrongSign, 1) == OracleNumber(7_001).bytes)
      #expect(try value(.droppedFraction, 2) == OracleNumber(-12).bytes)
      #expect(try value(.droppedFraction, 3).count == 7)
      #expect(try OracleTimestamp(wireBytes: value(.wrongCentury, 3)).year == 2099)
      #expect(try value(.truncatedText, 4) == Array("Zo".utf8))
      #expect(try value(.swappedColumnOrder, 0) == OracleNumber(-7_001).bytes)
      #expect(try value(.swappedColumnOrder, 1) == OracleNumber(12).bytes)
    }
  }
#endif
