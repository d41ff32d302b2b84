import Model
import OracleWire
import Testing

@testable import Transfer

/// Rows, arenas, flush limits, errors.
struct TranscoderTests {
  static let plans: [ColumnPlan] = [
    .integer, .numeric(holdsInfinity: true), .text(maximum: 40, ignoresTrailingBlanks: false), .timestamp(unit: 1_000),
    .bytea,
  ]

  static func rows(_ count: Int) -> [[[UInt8]?]] {
    (0..<count).map { row in
      [
        OracleNumber(row).bytes, row % 3 == 0 ? nil : OracleNumber(row * 1_000_003).bytes,
        [UInt8](repeating: UInt8(0x41 + row % 26), count: row % 41),
        OracleTimestamp(year: 2000 + row % 30, month: 1 + row % 12, day: 1 + row % 28).dateBytes(),
        row % 5 == 0 ? nil : [UInt8](repeating: UInt8(row & 0xFF), count: row % 300),
      ]
    }
  }

  @Test("the stream is the same wherever it is cut", arguments: [1, 30, 64, 1_000, 4_096, 1 << 20])
  func flushBoundaries(limit: Int) throws {
    let batch = RowBatch(rows: Self.rows(500))
    var whole = CopyArena(capacity: 1 << 20)
    var once = transcoder(Self.plans)
    #expect(try once.transcode(batch, into: &whole) == 500)

    var pieces: [UInt8] = []
    var arena = CopyArena(capacity: 64)
    var inPieces = transcoder(Self.plans)
    var row = 0
    while row < 500 {
      let next = try inPieces.transcode(batch, from: row, into: &arena, limit: limit)
      #expect(next > row)
      row = next
      pieces += arena.withUnsafeBytes { Array($0) }
      arena.removeAll()
    }
    #expect(pieces == whole.withUnsafeBytes { Array($0) })
    #expect(inPieces.rowCount == 500 && once.rowCount == 500)
  }

  @Test("an arena grows for a large value, and gives the room back")
  func largeValue() throws {
    let value = [UInt8](repeating: 0x61, count: 5_000_000)
    var arena = CopyArena(capacity: 1_024)
    var transcoder = transcoder([.text(maximum: .max, ignoresTrailingBlanks: false)])
    #expect(try transcoder.transcode(RowBatch(rows: [[value]]), into: &arena) == 1)
    #expect(arena.count == 5_000_006)
    #expect(arena.withUnsafeBytes { $0[6...].allSatisfy { $0 == 0x61 } })
    arena.removeAll()
    #expect(arena.isEmpty && arena.capacity == 1_024)
  }

  @Test("header and trailer are PostgreSQL's")
  func envelope() {
    var arena = CopyArena(capacity: 1)
    arena.appendHeader()
    arena.appendTrailer()
    let written = arena.withUnsafeBytes { Array($0) }
    #expect(written == bytes(hex: "5047434f50590aff0d0a00" + "00000000" + "00000000" + "ffff"))
  }

  @Test("a reject names table, column, and the row of the whole copy; the arena ends with the row before")
  func reject() throws {
    var transcoder = transcoder([.integer, .smallint])
    var arena = CopyArena(capacity: 64)
    let good = [OracleNumber(1).bytes, OracleNumber(2).bytes]
    _ = try transcoder.transcode(RowBatch(rows: [good, good]), into: &arena)
    let before = arena.count
    let error = #expect(throws: RejectError.self) {
      _ = try transcoder.transcode(RowBatch(rows: [good, [good[0], OracleNumber(70_000).bytes]]), into: &arena)
    }
    #expect(error == RejectError(table: "OT.THINGS", column: "C2", row: 4, reason: .numberOutOfRange))
    #expect(arena.count == before + before / 2)
    #expect(error?.description.contains("70000") == false)
  }

  @Test("every reason has a fault and a remedy", arguments: RejectReason.allCases)
  func reasons(reason: RejectReason) {
    #expect(!reason.explanation.fault.isEmpty && !reason.explanation.remedy.isEmpty)
  }

  static let allPlans: [ColumnPlan] = [
    .smallint, .integer, .bigint, .numeric(holdsInfinity: true), .numeric(holdsInfinity: false),
    .boundedNumeric(precision: 10, scale: 2), .boundedNumeric(precision: 3, scale: 7),
    .boundedNumeric(precision: 3, scale: -4), .boundedNumeric(precision: 0, scale: .min),
    .boundedNumeric(precision: .max, scale: .max), .text(maximum: 4, ignoresTrailingBlanks: true),
    .text(maximum: .max, ignoresTrailingBlanks: false), .nationalText(maximum: 4, ignoresTrailingBlanks: true), .bytea,
    .timestamp(unit: 1_000), .timestamp(unit: 1_000_000_000), .zonedTimestamp(unit: 1_000), .real, .doublePrecision,
    .widenedReal,
  ]

  @Test("any bytes become a field or a reject, never a trap", arguments: allPlans)
  func hostileBytes(plan: ColumnPlan) {
    var random = SeededRandom(state: 5)
    for round in 0..<4_000 {
      let length = round % 30
      let value = (0..<length).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random) : [0, 1, 0x65, 0x66, 0x80, 0xC1, 0xFF][round % 7]
      }
      _ = rejection(value, plan, slack: round % 2 == 0 ? 16 : 0)
    }
  }

  @Test("what the transcoder takes from hostile numbers and dates, PostgreSQL takes as well")
  func hostileCrossing() async throws {
    var random = SeededRandom(state: 6)
    for (wire, type, plan, lengths) in [
      (
        OracleTypeCode.number, PostgresType.unboundedNumeric, ColumnPlan.numeric(holdsInfinity: true), [1, 2, 3, 9, 21]
      ),
      (.timestamp, .timestamp(precision: 6), .timestamp(unit: 1_000), [7, 11]),
    ] {
      var values: [[UInt8]] = []
      for _ in 0..<30_000 {
        let length = lengths[Int.random(in: 0..<lengths.count, using: &random)]
        var value = (0..<length).map { _ in UInt8.random(in: 1...102, using: &random) }
        if wire == .timestamp {
          value[0] = .random(in: 52...200, using: &random)
          value[1] = .random(in: 0...200, using: &random)
          value[2] = .random(in: 0...13, using: &random)
          value[3] = .random(in: 0...32, using: &random)
          for place in 4..<7 { value[place] = .random(in: 0...61, using: &random) }
        } else {
          value[0] = .random(in: 0...255, using: &random)
        }
        if rejection(value, plan) == nil { values.append(value) }
      }
      #expect(values.count > 300)
      let texts = try await crossed(values, as: wire, to: type)
      #expect(texts.count == values.count && !texts.contains(nil))
    }
  }

  @Test("the benchmark measures every kind")
  func benchmark() throws {
    let results = try TranscoderBenchmark.run(values: 1_000)
    #expect(results.count > 10)
    #expect(results.allSatisfy { $0.nanosecondsPerColumn > 0 })
  }
}
