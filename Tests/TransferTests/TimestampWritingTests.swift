import Model
import OracleWire
import Testing

@testable import Transfer

/// DATE and TIMESTAMP.
struct TimestampWritingTests {
  static let plan = ColumnPlan.timestamp(unit: 1_000)

  private static func padded(_ value: Int, _ width: Int = 2) -> String {
    String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
  }

  /// As PostgreSQL prints it.
  private static func text(_ date: OracleTimestamp) -> String {
    let time = "\(padded(date.hour)):\(padded(date.minute)):\(padded(date.second))"
    return "\(padded(abs(date.year), 4))-\(padded(date.month))-\(padded(date.day)) \(time)"
      + (date.year < 0 ? " BC" : "")
  }

  @Test("every year that Oracle has, first, last and random days")
  func everyYear() async throws {
    var random = SeededRandom(state: 4)
    var dates: [OracleTimestamp] = []
    for year in -4712...9999 where year != 0 {
      let month = Int.random(in: 1...12, using: &random)
      dates.append(
        OracleTimestamp(
          year: year, month: month, day: Int.random(in: 1...28, using: &random),
          hour: Int.random(in: 0...23, using: &random), minute: Int.random(in: 0...59, using: &random),
          second: Int.random(in: 0...59, using: &random)))
      dates.append(OracleTimestamp(year: year, month: year % 2 == 0 ? 2 : 3, day: year % 2 == 0 ? 28 : 1))
      dates.append(OracleTimestamp(year: year, month: 12, day: 31, hour: 23, minute: 59, second: 59))
    }
    let texts = try await crossed(dates.map { $0.dateBytes() }, as: .date, to: .timestamp(precision: 0))
    #expect(texts == dates.map { Self.text($0) })
  }

  @Test("every day of leap and other years", arguments: [1600, 1700, 1900, 2000, 2023, 2024, -1, -5, 4])
  func everyDay(year: Int) async throws {
    let astronomical = year < 0 ? year + 1 : year
    let isLeap = astronomical % 4 == 0 && (astronomical % 100 != 0 || astronomical % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    for (month, length) in lengths.enumerated() {
      let dates = (1...length).map { OracleTimestamp(year: year, month: month + 1, day: $0) }
      let texts = try await crossed(dates.map { $0.dateBytes() }, as: .date, to: .timestamp(precision: 0))
      #expect(texts == dates.map { Self.text($0) })
      let beyond = OracleTimestamp(year: year, month: month + 1, day: length + 1)
      #expect(rejection(beyond.dateBytes(), Self.plan) == (length == 28 ? .dateNotInCalendar : .corruptDate))
    }
  }

  @Test("days that only the Julian calendar has are rejected", arguments: [100, 200, 300, 500, 1000, 1500, -4])
  func julianLeapDays(year: Int) {
    #expect(rejection(OracleTimestamp(year: year, month: 2, day: 29).dateBytes(), Self.plan) == .dateNotInCalendar)
  }

  @Test("days around the change of calendars keep their names")
  func calendarChange() async throws {
    let days = [(10, 4), (10, 15), (10, 1), (2, 28)].map { OracleTimestamp(year: 1582, month: $0.0, day: $0.1) }
    let texts = try await crossed(days.map { $0.dateBytes() }, as: .date, to: .timestamp(precision: 0))
    #expect(texts == days.map { Self.text($0) })
  }

  static let corrupt: [(String, RejectReason)] = [
    ("", .corruptDate), ("78", .corruptDate), ("787c0311010101ff", .corruptDate), ("78780000010101", .corruptDate),
    ("78780d01010101", .corruptDate), ("78780100010101", .corruptDate), ("78780120010101", .corruptDate),
    ("7878041f010101", .corruptDate), ("7878021e010101", .corruptDate), ("78780101000101", .corruptDate),
    ("78780101190101", .corruptDate), ("78780101013d01", .corruptDate), ("7878010101013d", .corruptDate),
    ("64640101010101", .dateNotInCalendar), ("35570101010101", .corruptDate),
    ("00000101010101", .corruptDate), ("c8640101010101", .corruptDate), ("78c80101010101", .corruptDate),
    ("7878010101010100000000ff", .corruptDate), ("787801010101013b9aca00", .corruptDate),
  ]

  @Test("corrupt dates are rejected", arguments: corrupt)
  func corruptDates(hex: String, reason: RejectReason) {
    #expect(rejection(bytes(hex: hex), Self.plan) == reason)
  }

  @Test("fractions of six digits are exact, with and without their four bytes")
  func fractions() async throws {
    let dates = [0, 1_000, 999_999_000, 123_456_000, 500_000_000].map {
      OracleTimestamp(year: 2024, month: 3, day: 17, hour: 9, minute: 30, nanosecond: $0)
    }
    let shown = [".000000", ".000001", ".999999", ".123456", ".500000"].map { "2024-03-17 09:30:00" + $0 }
    for encode in [OracleTimestamp.timestampBytes, OracleTimestamp.fullTimestampBytes] {
      let texts = try await crossed(
        dates.map { encode($0)() }, as: .timestamp, to: .timestamp(precision: 6),
        expression: "to_char(v, 'YYYY-MM-DD HH24:MI:SS.US')")
      #expect(texts == shown)
    }
  }

  @Test(
    "finer fractions are rounded or truncated, and counted",
    arguments: [
      (FractionPolicy.round, 6, 1_499, "00:00:00.000001"), (.round, 6, 1_500, "00:00:00.000002"),
      (.round, 6, 999_999_999, "00:00:01"), (.truncate, 6, 1_999, "00:00:00.000001"),
      (.truncate, 6, 999_999_999, "00:00:00.999999"), (.round, 3, 1_500_000, "00:00:00.002"),
      (.truncate, 3, 1_500_000, "00:00:00.001"), (.round, 0, 499_999_999, "00:00:00"),
      (.round, 0, 500_000_000, "00:00:01"),
    ])
  func finer(policy: FractionPolicy, precision: Int, nanosecond: Int, shown: String) async throws {
    let value = OracleTimestamp(year: 1969, month: 7, day: 20, nanosecond: nanosecond).fullTimestampBytes()
    let texts = try await crossed(
      [value], as: .timestamp, to: .timestamp(precision: precision), policy: policy, expression: "v::time::text")
    #expect(texts == [shown])

    let column = ColumnDescription(name: "V", typeCode: .timestamp)
    let plan = try #require(ColumnPlan(wire: column, to: .timestamp(precision: precision)))
    var transcoder = transcoder([plan, plan], policy: policy)
    var arena = CopyArena(capacity: 64)
    let exact = OracleTimestamp(year: 1969, month: 7, day: 20).dateBytes()
    _ = try transcoder.transcode(RowBatch(rows: [[exact, value], [exact, value]]), into: &arena)
    #expect(transcoder.losses == [0, 2])
    let finding = try #require(transcoder.findings.first)
    #expect(transcoder.findings.count == 1)
    #expect(finding.object == "column OT.THINGS.C2" && finding.reason.hasPrefix("2 values"))
  }

  @Test("time zones: the instant is kept, whichever way the fields are given")
  func zones() async throws {
    let fields = OracleTimestamp(year: 2024, month: 1, day: 1, hour: 12, nanosecond: 123_000).fullTimestampBytes()
    let values = [
      fields + [20, 60], fields + [22, 60], fields + [14, 30],
      // Regions, their fields in UTC; the second one's number is above 4095.
      fields + [0x83, 0x10], fields + [0xC0, 0x04],
      // Local fields, two and a half hours ahead, and six hours behind.
      fields + [0x40 | 22, 90], fields + [0x40 | 14, 60],
    ]
    let texts = try await crossed(values, as: .timestampTZ, to: .timestamptz(precision: 6))
    #expect(
      texts == [
        "2024-01-01 12:00:00.000123+00", "2024-01-01 12:00:00.000123+00", "2024-01-01 12:00:00.000123+00",
        "2024-01-01 12:00:00.000123+00", "2024-01-01 12:00:00.000123+00", "2024-01-01 09:30:00.000123+00",
        "2024-01-01 18:00:00.000123+00",
      ])
    let plan = ColumnPlan.zonedTimestamp(unit: 1_000)
    #expect(rejection(fields + [0x83, 0x11], plan) == .zoneUnknown)
    #expect(rejection(fields + [0xC3, 0x11], plan) == .zoneUnknown)
    #expect(rejection(fields + [0x40 | 60, 60], plan) == .corruptDate)
    #expect(rejection(fields, plan) == .corruptDate)
  }

  @Test("local time zone, in a session pinned to UTC")
  func localZone() async throws {
    let date = OracleTimestamp(year: 1850, month: 6, day: 1, hour: 1)
    let texts = try await crossed([date.timestampBytes()], as: .timestampLTZ, to: .timestamptz(precision: 6))
    #expect(texts == ["1850-06-01 01:00:00+00"])
  }
}
