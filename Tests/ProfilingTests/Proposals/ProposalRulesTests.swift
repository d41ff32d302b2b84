import Conversion
import Model
import OracleWire
import Testing

@testable import Profiling

/// What is proposed for hand-made values.
@Suite struct ProposalRulesTests {
  private func evidence(
    _ type: OracleDataType, _ reading: ColumnReading, _ code: OracleTypeCode, _ values: [[UInt8]],
    default expression: String? = nil, isKey: Bool = false
  ) throws -> ColumnEvidence {
    let wire = ColumnDescription(name: "C", typeCode: code, bufferSize: 22)
    var column = ColumnAccumulator(reading, wire: wire)
    var cells: [RowBatch.Cell] = []
    var offset = 0
    for value in values {
      cells.append(.init(offset: UInt32(offset), length: Int32(value.count)))
      offset += value.count
    }
    try column.take(
      RowBatch(columnCount: 1, rowCount: values.count, bytes: values.flatMap(\.self), cells: cells), column: 0)
    let now = try #require(TypeMap().postgresType(for: type))
    var profile = ColumnProfile(column: "C", oracleType: type.description, postgresType: now.sql)
    try profile.take(column)
    return ColumnEvidence(members: [
      .init(
        place: .init(table: "T", column: "C"), oracleType: type, postgresType: now, defaultExpression: expression,
        isKey: isKey, profile: profile, isOfSample: false)
    ])
  }

  private func numbers(_ texts: some Sequence<String>) throws -> [[UInt8]] {
    try texts.map { try OracleNumber(decimal: $0).bytes }
  }

  private func proposed(
    _ texts: [String], as type: OracleDataType = .number(precision: nil, scale: nil), times: Int = 20,
    isKey: Bool = false
  ) throws -> String? {
    let values = try numbers((0..<times).map { texts[$0 % texts.count] })
    return ProposalRules.choice(try evidence(type, .number, .number, values, isKey: isKey))?.type.sql
  }

  /// The largest value, how many there are, whether it is a key, and what comes of it.
  @Test(
    arguments: [
      ("999", 1_000, false, "smallint"), ("999", 999, false, "integer"), ("999", 1_000, true, "integer"),
      ("1000", 1_000, false, "integer"), ("99", 1_000, true, "smallint"), ("99999999", 20, false, "integer"),
      ("100000000", 20, false, "bigint"), ("9999999", 20, true, "integer"), ("10000000", 20, true, "bigint"),
      ("999999999999999999", 20, false, "bigint"), ("999999999999999999", 20, true, "bigint"),
      ("1000000000000000000", 20, false, nil), ("-100000000", 20, false, "bigint"), ("0", 20, false, "integer"),
    ] as [(String, Int, Bool, String?)])
  func integersHaveRoomForMoreDigits(value: String, times: Int, isKey: Bool, type: String?) throws {
    #expect(try proposed([value], times: times, isKey: isKey) == type)
    #expect(try proposed([value], as: .number(precision: 38, scale: 0), times: times, isKey: isKey) == type)
  }

  @Test func otherNumbers() throws {
    #expect(try proposed(["1.5"]) == "numeric(11,2)")
    #expect(try proposed(["12345678.125", "0"]) == "numeric(14,3)")
    #expect(try proposed(["0.00001"]) == "numeric(14,5)")
    #expect(try proposed(["0.123456789"]) == nil)
    #expect(try proposed(["1", "Infinity"]) == nil && proposed(["1.5", "-Infinity"]) == nil)
    // Declared limits are not narrowed: only flags are.
    #expect(try proposed(["1", "20"], as: .number(precision: 9, scale: 0)) == nil)
    #expect(try proposed(["1", "20"], as: .number(precision: 12, scale: 2)) == nil)
    #expect(try proposed(["1", "20"], as: .float(binaryPrecision: 126)) == nil)
  }

  @Test func flags() throws {
    let flag = OracleDataType.number(precision: 1, scale: 0)
    #expect(try proposed(["0", "1"], as: flag) == "boolean")
    #expect(try proposed(["1"], as: flag) == nil && proposed(["0", "1", "2"], as: flag) == nil)
    #expect(try proposed(["0", "1", "-1"], as: flag) == nil && proposed(["0", "1"], as: flag, isKey: true) == nil)
    #expect(try proposed(["0", "1"], as: flag, times: 19) == nil)
    // Of a bare NUMBER the conversion makes no boolean.
    #expect(try proposed(["0", "1"]) == "integer")
  }

  @Test func datesWithoutTimes() throws {
    let day: [UInt8] = [120, 124, 2, 29, 1, 1, 1]
    var days = [[UInt8]](repeating: day, count: 20)
    func proposed(_ expression: String? = nil) throws -> String? {
      ProposalRules.choice(try evidence(.date, .moment, .date, days, default: expression))?.type.sql
    }
    #expect(try proposed() == "date" && proposed("TRUNC(SYSDATE)") == "date")
    #expect(try proposed("sysdate") == nil)
    let stamps = try evidence(.timestamp(precision: 6), .moment, .timestamp, days)
    #expect(ProposalRules.choice(stamps) == nil)
    days[19][6] = 2
    #expect(try proposed() == nil)
  }

  @Test func rawOfSixteenBytes() throws {
    func proposed(_ lengths: [Int], limit: Int) throws -> String? {
      let values = (0..<20).map { [UInt8](repeating: 1, count: lengths[$0 % lengths.count]) }
      return ProposalRules.choice(try evidence(.raw(length: limit), .bytes, .raw, values))?.type.sql
    }
    #expect(try proposed([16], limit: 16) == "uuid")
    #expect(try proposed([16, 15], limit: 16) == nil && proposed([16], limit: 17) == nil)
  }
}
