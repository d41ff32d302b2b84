import OracleWire
import Testing

@testable import Canonical

/// Whatever bytes come, reading gives a value or throws.
@Suite struct HostileBytesTests {
  static let oracleReadings: [OracleReading] = [
    .text, .paddedText, .nationalText(isPadded: false), .nationalText(isPadded: true), .bytes, .number,
    .timestamp(.round), .instant(.truncate), .double, .float, .floatAsDouble, .boolean, .intervalYM,
    .intervalDS(.round),
  ]
  static let postgresReadings: [PostgresReading] = [
    .text, .paddedText, .bytes, .int2, .int4, .int8, .numeric, .timestamp, .instant, .date, .double, .float, .boolean,
    .interval,
  ]

  /// A generator with a fixed seed (SplitMix64), so that a failure comes again.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return mixed ^ (mixed >> 31)
    }
  }

  static func values(seed: UInt64) -> [[UInt8]] {
    var generator = Generator(state: seed)
    return (0..<2000).map { index in
      (0..<index % 26).map { _ in
        [0x00, 0xff, 0x80, 0x64, UInt8.random(in: 0...255, using: &generator)].randomElement(using: &generator) ?? 0
      }
    }
  }

  /// The bytes as digits of a numeric whose header is sound.
  static func numeric(_ digits: [UInt8]) -> [UInt8] {
    let count = digits.count / 2
    return bigEndian(UInt16(count)) + [0, 1, 0, 0, 0, 0] + digits.prefix(2 * count)
  }

  @Test(arguments: oracleReadings)
  func oracle(reading: OracleReading) throws {
    var readable = 0
    for value in HostileBytesTests.values(seed: 1) {
      guard let result = try? canonical(oracle: value, as: reading) else { continue }
      readable += 1
      #expect(try CanonicalValue.values(ofCanonical: result).count == 1)
    }
    #expect(readable > 0)
  }

  @Test(arguments: postgresReadings)
  func postgres(reading: PostgresReading) throws {
    var readable = 0
    for value in HostileBytesTests.values(seed: 2).flatMap({ [$0, HostileBytesTests.numeric($0)] }) {
      guard let result = try? canonical(postgres: value, as: reading) else { continue }
      readable += 1
      #expect(try CanonicalValue.values(ofCanonical: result).count == 1)
    }
    #expect(readable > 0)
  }

  @Test func canonicalBytesCutAnywhereAreNotRead() throws {
    var buffer = CanonicalBuffer()
    try buffer.append(oracle: bytes("c10233").span.bytes, as: .number)
    try buffer.append(oracle: Array("text".utf8).span.bytes, as: .text)
    try buffer.append(oracle: bytes("78 64 01 01 01 01 01").span.bytes, as: .timestamp(.round))
    let whole = buffer.array
    #expect(try CanonicalValue.values(ofCanonical: whole).count == 3)
    for length in 1..<whole.count {
      let count = try? CanonicalValue.values(ofCanonical: Array(whole[..<length])).count
      #expect(count == nil || count ?? 3 < 3)
    }
  }

  @Test func aBatchWithAnotherNumberOfColumnsIsRefused() {
    let form = RowForm(columns: [ColumnForm(oracle: .text, postgres: .text)], keyCount: 1)
    let batch = RowBatch(columnCount: 2, rowCount: 1, bytes: [], cells: [.null, .null])
    var sink = BucketSums(digester: RowDigester())
    var buffer = CanonicalBuffer()
    #expect(throws: CanonicalError.columnCount(expected: 1, found: 2)) {
      try form.read(batch, through: &buffer, into: &sink)
    }
    #expect(throws: CanonicalError.columnCount(expected: 1, found: 0)) {
      try form.read([UInt8]().span.bytes, fields: [], through: &buffer, into: &sink)
    }
  }
}
