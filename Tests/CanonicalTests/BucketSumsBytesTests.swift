import Testing

@testable import Canonical

/// Sums that are kept and added again.
@Suite struct BucketSumsBytesTests {
  private static let digester = RowDigester(rowHash: SipHash128(low: 1, high: 2))

  /// The sums of rows that hold a number each.
  private static func sums(of numbers: some Sequence<Int64>, bucketCount: Int = 64) -> BucketSums {
    var sums = BucketSums(digester: digester, bucketCount: bucketCount)
    var buffer = CanonicalBuffer()
    for number in numbers {
      buffer.removeAll()
      buffer.append(integer: number)
      sums.take(buffer, keyLength: buffer.count)
    }
    return sums
  }

  @Test func partsMakeTheWhole() {
    let whole = Self.sums(of: 0..<1000)
    var added = Self.sums(of: [])
    for part in [0..<300, 300..<301, 301..<301, 301..<1000] as [Range<Int64>] {
      let isAdded = added.add(bytes: Self.sums(of: part).bytes)
      #expect(isAdded)
    }
    #expect(added.buckets == whole.buckets && added.rowCount == 1000)
    // Only buckets with rows are kept.
    #expect(Self.sums(of: [7]).bytes.count == 26 && Self.sums(of: []).bytes.isEmpty)
  }

  @Test func anotherRowIsAnotherSum() {
    var added = Self.sums(of: [])
    let isAdded = added.add(bytes: Self.sums(of: (0..<999).map { $0 } + [998]).bytes)
    #expect(isAdded && added.rowCount == 1000 && added.buckets != Self.sums(of: 0..<1000).buckets)
  }

  @Test(arguments: [[0], Array(repeating: 1, count: 25), [64] + Array(repeating: 0, count: 25)] as [[UInt8]])
  func whatIsNoSumIsRefused(bytes: [UInt8]) {
    var sums = Self.sums(of: 0..<5)
    let before = sums
    let isAdded = sums.add(bytes: bytes)
    #expect(!isAdded)
    #expect(sums == before)
  }

  @Test func readingsHaveNamesOfTheirOwn() throws {
    let names = [
      "text", "padded text", "bytes", "int2", "int4", "int8", "numeric", "timestamp", "instant", "date", "double",
      "float", "boolean", "interval", "xml", "array of int2", "array of float", "array of double",
    ]
    for name in names { #expect(try #require(PostgresReading(name: name)).name == name) }
    #expect(Set(names.compactMap { PostgresReading(name: $0) }).count == names.count)
    #expect(PostgresReading(name: "int16") == nil)
  }
}
