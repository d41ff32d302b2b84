import OracleWire
import Testing

@testable import Canonical

@Suite struct BucketSumsTests {
  let digester = RowDigester(rowHash: SipHash128(low: 1, high: 2))
  let form = RowForm(
    columns: [
      ColumnForm(oracle: .number, postgres: .int8), ColumnForm(oracle: .text, postgres: .text),
      ColumnForm(oracle: .timestamp(.round), postgres: .timestamp),
    ], keyCount: 1)

  /// A row of the test's table: a key, a text, microseconds since 2000.
  typealias Row = (key: Int, text: String?, microseconds: Int64)
  let rows: [Row] = [(1, "one", 0), (2, "two", 1), (3, nil, -5), (4, "", 1_000_000)]

  func sums(_ rows: [Row], bucketCount: Int = 1024) throws -> BucketSums {
    var sink = BucketSums(digester: digester, bucketCount: bucketCount)
    var buffer = CanonicalBuffer(capacity: 1)
    for row in rows {
      let values: [[UInt8]?] = [
        bigEndian(Int64(row.key)), row.text.map { Array($0.utf8) }, bigEndian(row.microseconds),
      ]
      var bytes: [UInt8] = []
      var fields: [CopyField] = []
      for value in values {
        fields.append(CopyField(offset: bytes.count, length: value?.count ?? -1))
        bytes += value ?? []
      }
      try form.read(bytes.span.bytes, fields: fields, through: &buffer, into: &sink)
    }
    return sink
  }

  @Test func orderDoesNotMatter() throws {
    let expected = try sums(rows)
    #expect(try sums(rows.reversed()) == expected)
    #expect(try sums([rows[2], rows[0], rows[3], rows[1]]).sum == expected.sum)
    #expect(expected.rowCount == 4)
  }

  @Test func bothSidesSumToTheSame() throws {
    let text = "Łódź"
    let cells: [(OracleNumber, String?, String)] = [
      (OracleNumber(1), text, "78 64 01 01 01 01 01"), (OracleNumber(-250), nil, "78 7c 03 11 0a 1f 01 000003e8"),
    ]
    var store: [UInt8] = []
    var places: [RowBatch.Cell] = []
    for (number, text, time) in cells {
      for value in [number.bytes, text.map { Array($0.utf8) }, bytes(time)] as [[UInt8]?] {
        places.append(value.map { RowBatch.Cell(offset: UInt32(store.count), length: Int32($0.count)) } ?? .null)
        store += value ?? []
      }
    }
    var sink = BucketSums(digester: digester)
    var buffer = CanonicalBuffer(capacity: 1)
    let batch = RowBatch(columnCount: 3, rowCount: 2, bytes: store, cells: places)
    try form.read(batch, through: &buffer, into: &sink)
    #expect(try sums([(-250, nil, 763_983_000_000_001), (1, text, 0)]) == sink)
  }

  @Test(
    arguments: [
      [(1, "one ", 0), (2, "two", 1), (3, nil, -5), (4, "", 1_000_000)],  // a blank appended
      [(1, "onf", 0), (2, "two", 1), (3, nil, -5), (4, "", 1_000_000)],  // bits
      [(1, "one", 1), (2, "two", 1), (3, nil, -5), (4, "", 1_000_000)],  // a microsecond
      [(1, "two", 0), (2, "one", 1), (3, nil, -5), (4, "", 1_000_000)],  // values swapped between rows
      [(1, "one", 0), (2, "two", 1), (3, "", -5), (4, "", 1_000_000)],  // NULL became empty
      [(1, "one", 0), (2, "two", 1), (3, nil, -5), (5, "", 1_000_000)],  // another key
      [(1, "one", 0), (2, "two", 1), (3, nil, -5)],  // a row less
      [(1, "one", 0), (2, "two", 1), (3, nil, -5), (4, "", 1_000_000), (4, "", 1_000_000)],  // a row twice
    ] as [[(Int, String?, Int64)]])
  func changesAreSeen(changed: [(Int, String?, Int64)]) throws {
    let original = try sums(rows)
    let other = try sums(changed.map { (key: $0.0, text: $0.1, microseconds: $0.2) })
    #expect(original.sum != other.sum)
    #expect(!original.differingBuckets(from: other).isEmpty)
    #expect(original.differingBuckets(from: other).count <= 2)
  }

  @Test func singleBitsAreSeen() throws {
    let original = try sums(rows).sum
    for bit in 0..<63 {
      #expect(try sums([(1, "one", 1 << bit), rows[1], rows[2], rows[3]]).sum != original)
      #expect(try sums([(1 ^ 1 << bit, "one", 0), rows[1], rows[2], rows[3]]).sum != original)
    }
  }

  @Test func bordersBetweenValuesAreSeen() throws {
    let form = RowForm(columns: Array(repeating: ColumnForm(oracle: .text, postgres: .text), count: 2), keyCount: 0)
    func sum(_ one: String, _ other: String) throws -> UInt128 {
      var sink = BucketSums(digester: digester)
      var buffer = CanonicalBuffer()
      let bytes = Array((one + other).utf8)
      let fields = [
        CopyField(offset: 0, length: one.utf8.count), CopyField(offset: one.utf8.count, length: other.utf8.count),
      ]
      try form.read(bytes.span.bytes, fields: fields, through: &buffer, into: &sink)
      return sink.sum
    }
    #expect(try Set([sum("ab", "c"), sum("a", "bc"), sum("", "abc"), sum("abc", "")]).count == 4)
  }

  @Test(arguments: [1, 2, 1024, 65_536])
  func bucketsDoNotChangeTheSum(bucketCount: Int) throws {
    #expect(try sums(rows, bucketCount: bucketCount).sum == sums(rows).sum)
  }
}
