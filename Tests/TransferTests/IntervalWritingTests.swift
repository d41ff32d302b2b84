import Model
import OracleWire
import Testing

@testable import Transfer

/// INTERVAL YEAR TO MONTH and INTERVAL DAY TO SECOND; bytes as real servers printed them with DUMP(), from go-ora.
struct IntervalWritingTests {
  static let plan = ColumnPlan.intervalSeconds(unit: 1_000)

  @Test("months are exact, as PostgreSQL shows them")
  func months() async throws {
    let values = ["800007e546", "7ffff81b32", "7ffffffb39", "8000000046", "8000000039", "800000003c", "8aaaaaaa43"]
    let texts = try await crossed(values.map { bytes(hex: $0) }, as: .intervalYM, to: .intervalYearToMonth)
    #expect(
      texts == [
        "2021 years 10 mons", "-2021 years -10 mons", "-5 years -3 mons", "10 mons", "-3 mons", "00:00:00",
        "178956970 years 7 mons",
      ])
  }

  @Test("days, hours and seconds are exact, as PostgreSQL shows them")
  func seconds() async throws {
    let values = [
      "8000000248535e9b2e0200", "7ffffffe30251a64c5f3f8", "8000000046505a9b3a0c08", "8000000032281e64c5f3f8",
      "8000000032281e80000000", "bb9ac9ff53777780000000", "446536023c3c3c80000000",
      // A client's mixed signs: a day less, 23:59:55 more.
      "7fffffff53773780000000",
    ]
    let texts = try await crossed(
      values.map { bytes(hex: $0) }, as: .intervalDS, to: .intervalDayToSecond(precision: 6))
    #expect(
      texts == [
        "2 days 12:23:34.456", "-2 days -12:23:34.456789", "10:20:30.456789", "-10:20:30.456789", "-10:20:30",
        "999999999 days 23:59:59", "-999999998 days", "-1 days +23:58:55",
      ])
  }

  @Test(
    "finer fractions are rounded away from zero or truncated towards it, and counted",
    arguments: [
      (FractionPolicy.round, 6, 1_499, "00:00:00.000001"), (.round, 6, 1_500, "00:00:00.000002"),
      (.round, 6, -1_500, "-00:00:00.000002"), (.truncate, 6, 1_999, "00:00:00.000001"),
      (.truncate, 6, -1_999, "-00:00:00.000001"), (.round, 3, 1_500_000, "00:00:00.002"),
      (.round, 0, 500_000_000, "00:00:01"), (.truncate, 0, -999_999_999, "00:00:00"),
    ])
  func finer(policy: FractionPolicy, precision: Int, nanoseconds: Int, shown: String) async throws {
    let value = try OracleIntervalDS(seconds: 0, nanoseconds: nanoseconds).wireBytes
    let texts = try await crossed(
      [value], as: .intervalDS, to: .intervalDayToSecond(precision: precision), policy: policy)
    #expect(texts == [shown])

    let plan = try #require(
      ColumnPlan(
        wire: ColumnDescription(name: "V", typeCode: .intervalDS), to: .intervalDayToSecond(precision: precision)))
    var transcoder = transcoder([plan], policy: policy)
    var arena = CopyArena(capacity: 64)
    let exact = try OracleIntervalDS(seconds: 7).wireBytes
    _ = try transcoder.transcode(RowBatch(rows: [[value], [exact]]), into: &arena)
    #expect(transcoder.losses == [1])
    #expect(transcoder.findings.map(\.rule) == ["timestamp.fraction"])
  }

  @Test("rounding can make a day full")
  func fullDays() async throws {
    let values = try [(86_399, 999_999_900), (-86_399, -999_999_900)].map {
      try OracleIntervalDS(seconds: $0, nanoseconds: $1).wireBytes
    }
    let texts = try await crossed(values, as: .intervalDS, to: .intervalDayToSecond(precision: 6))
    #expect(texts == ["1 day", "-1 days"])
  }

  @Test("what PostgreSQL cannot hold is rejected", arguments: ["8aaaaaab3c", "8aaaaaaa44", "755555553c", "bb9ac9ff3c"])
  func tooManyYears(hex: String) {
    #expect(rejection(bytes(hex: hex), .intervalMonths) == .intervalOutOfRange)
  }

  @Test(
    "corrupt intervals are rejected",
    arguments: ["", "80000000", "8000000030", "8000000048", "bb9aca003c", "00000000ff"])
  func corruptMonths(hex: String) {
    #expect(rejection(bytes(hex: hex), .intervalMonths) == .corruptInterval)
  }

  @Test(
    "corrupt intervals are rejected",
    arguments: [
      "", "8000000048535e9b2e02", "bb9aca003c3c3c80000000", "80000000543c3c80000000", "800000003c783c80000000",
      "800000003c3c0080000000", "800000003c3c3cbb9aca00", "ffffffffffffffffffffff", "0000000000000000000000",
    ])
  func corruptSeconds(hex: String) {
    #expect(rejection(bytes(hex: hex), Self.plan) == .corruptInterval)
  }
}
