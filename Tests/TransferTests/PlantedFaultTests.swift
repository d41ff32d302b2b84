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
    /// More, for faults that need a value of another type.
    static let morePlans: [ColumnPlan] =
      plans + [
        .zonedTimestamp(unit: 1_000), .doublePrecision, .bytea, .intervalSeconds(unit: 1_000), .integer,
      ]

    static func batch() throws -> RowBatch {
      try RowBatch(rows: [
        [
          OracleNumber(12).bytes, OracleNumber(-7_001).bytes, OracleNumber(decimal: "-12.75").bytes,
          OracleTimestamp(year: 1999, month: 12, day: 31, nanosecond: 5_000).timestampBytes(), Array("Zoë".utf8),
        ]
      ])
    }

    /// Eight rows, each with other numbers, and now and then a NULL.
    static func rows() throws -> RowBatch {
      let notANumber: [UInt8] = [0xFF, 0xF8, 0, 0, 0, 0, 0, 0]
      let time = OracleTimestamp(
        year: 1999, month: 12, day: 31, hour: 5, minute: 6, second: 7, nanosecond: 5_123_000
      ).timestampBytes()
      let numbers = try (1...8).map { try OracleNumber(decimal: "123456789012345678901234567890.\($0)").bytes }
      let rows = (1...8).map { row -> [[UInt8]?] in
        let weight: [UInt8] = row == 3 ? notANumber : [0xBF, 0xF0, 0, 0, 0, 0, 0, UInt8(row)]
        return [
          OracleNumber(row).bytes, OracleNumber(-7_000 - row).bytes, numbers[row - 1], time, Array("Zoë \(row) ".utf8),
          time + [20, 60], weight, [1, 2, UInt8(row)], [0x80, 0, 0, 1, 61, 61, 61, 0x80, 0, 0, 0],
          row == 4 ? nil : OracleNumber(100 + row).bytes,
        ]
      }
      return RowBatch(rows: rows)
    }

    private static func written(_ fault: PlantedFault?) throws -> [UInt8] {
      var transcoder = transcoder(morePlans)
      transcoder.plantedFault = fault
      var arena = CopyArena(capacity: 4096)
      _ = try transcoder.transcode(rows(), into: &arena)
      return arena.withUnsafeBytes { Array($0) }
    }

    @Test("each changes the rows", arguments: PlantedFault.allCases)
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
