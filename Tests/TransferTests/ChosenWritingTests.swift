import Model
import OracleWire
import Testing

@testable import Transfer

/// Columns whose user chose another type: exactly that value, or a reject.
struct ChosenWritingTests {
  private func number(_ text: String) throws -> [UInt8] { try OracleNumber(decimal: text).bytes }

  @Test("0 and 1 become false and true")
  func flags() async throws {
    let values = [try number("0"), try number("1"), nil]
    #expect(try await crossed(values, as: .number, to: .boolean) == ["false", "true", nil])
  }

  @Test("other numbers are no flags", arguments: ["2", "-1", "10", "100", "9999999999"])
  func noFlags(text: String) throws {
    #expect(rejection(try number(text), .flag) == .noFlag)
  }

  @Test("fractions, infinities and corrupt bytes are no flags")
  func faultyFlags() throws {
    #expect(rejection(try number("0.5"), .flag) == .numberHasFraction)
    #expect(rejection([0xFF, 0x65], .flag) == .infinityNotHeld)
    #expect(rejection([0xC1, 0x00], .flag) == .corruptNumber)
    #expect(rejection([], .flag) == .corruptNumber)
  }

  @Test("16 bytes become a uuid")
  func uuids() async throws {
    let value = bytes(hex: "00112233445566778899aabbccddeeff")
    #expect(
      try await crossed([value, nil], as: .raw, to: .uuid) == ["00112233-4455-6677-8899-aabbccddeeff", nil])
    for count in [0, 1, 15, 17] {
      #expect(rejection([UInt8](repeating: 7, count: count), .uuid) == .noUUID)
    }
  }

  @Test("midnights become dates")
  func days() async throws {
    // 2024-02-29, 1970-01-01, 9999-12-31 and 4 July 44 BC.
    let values: [[UInt8]] = [
      [120, 124, 2, 29, 1, 1, 1], [119, 170, 1, 1, 1, 1, 1], [199, 199, 12, 31, 1, 1, 1], [100, 56, 7, 4, 1, 1, 1],
    ]
    #expect(
      try await crossed(values, as: .date, to: .date) == ["2024-02-29", "1970-01-01", "9999-12-31", "0044-07-04 BC"])
    #expect(try await crossed([values[0] + [0, 0, 0, 0]], as: .timestamp, to: .date) == ["2024-02-29"])
  }

  @Test("a time of day is rejected", arguments: [[2, 1, 1], [1, 2, 1], [1, 1, 2], [24, 60, 60]] as [[UInt8]])
  func timesOfDay(time: [UInt8]) {
    #expect(rejection([120, 124, 2, 29] + time, .day) == .hasTimeOfDay)
    #expect(rejection([100, 56, 7, 4] + time, .day) == .hasTimeOfDay)
  }

  @Test("a fraction of a second is a time of day, and bad fields are no date")
  func faultyDays() {
    #expect(rejection([120, 124, 2, 29, 1, 1, 1, 0, 0, 0, 1], .day) == .hasTimeOfDay)
    #expect(rejection([120, 124, 2, 30, 1, 1, 1], .day) == .corruptDate)
    #expect(rejection([120, 124, 2], .day) == .corruptDate)
  }

  @Test("NUMBER becomes the nearest binary number, and what has more digits is counted")
  func binaryNumbers() async throws {
    let texts = ["0", "1", "-1", "0.1", "123456.789", "-0.000001", "1e100", "9007199254740993", "1e-130"]
    let values = try texts.map(number)
    #expect(
      try await crossed(values, as: .number, to: .doublePrecision)
        == ["0", "1", "-1", "0.1", "123456.789", "-1e-06", "1e+100", "9.007199254740992e+15", "1e-130"])
    #expect(
      try await crossed(values.prefix(5).map { $0 }, as: .number, to: .real) == ["0", "1", "-1", "0.1", "123456.79"])
    #expect(
      try await crossed([[0xFF, 0x65], [0x00]], as: .number, to: .doublePrecision) == ["Infinity", "-Infinity"])
    var counting = transcoder([.approximateDouble, .approximateReal])
    var arena = CopyArena(capacity: 64)
    let rows = try ["0.1", "9007199254740993", "123456.789"].map { [try number($0), try number($0)] }
    #expect(try counting.transcode(RowBatch(rows: rows), into: &arena) == 3)
    #expect(counting.losses == [1, 2])
    #expect(counting.findings.map(\.rule) == ["number.digits", "number.digits"])
  }

  @Test("beyond the range of real is a reject")
  func range() throws {
    #expect(rejection(try number("1e100"), .approximateReal) == .numberOutOfRange)
    #expect(rejection([0xC1, 0x00], .approximateDouble) == .corruptNumber)
  }

  @Test("short numbers become the binary number that their text is read as, and lose nothing")
  func shortNumbers() throws {
    var random = SystemRandomNumberGenerator()
    var texts = ["0", "-0.5", "1e22", "1e23", "999999999999999", "-999999999999999e-22", "0.1", "123456e10", "1e-10"]
    for _ in 0..<2_000 {
      let digits = Int64.random(in: 0..<1_000_000_000_000_000, using: &random)
      let shift = Int64.random(in: 0..<15, using: &random)
      let whole = (0..<shift).reduce(digits) { value, _ in value / 10 }
      texts.append("\(whole > 0 && Bool.random() ? "-" : "")\(whole)e\(Int.random(in: -30...30, using: &random))")
    }
    for (type, most) in [(ColumnPlan.approximateDouble, 15), (.approximateReal, 6)] {
      var transcoder = Transcoder(table: "T", columns: ["N"], plans: [type])
      for text in texts {
        let digits = text.drop { $0 == "-" || $0 == "0" || $0 == "." }.prefix { $0 != "e" }
        guard digits.count <= most else { continue }
        var arena = CopyArena(capacity: 64)
        let before = transcoder.losses
        _ = try transcoder.transcode(RowBatch(rows: [[try number(text)]]), into: &arena)
        let written = arena.withUnsafeBytes { Array($0.dropFirst(6)) }
        let bits = written.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let expected =
          type == .approximateDouble
          ? try #require(Double(text)).bitPattern : UInt64(try #require(Float(text)).bitPattern)
        #expect(bits == expected, "\(text)")
        #expect(transcoder.losses == before, "\(text)")
      }
    }
  }
}
