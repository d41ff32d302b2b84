import Testing

@testable import Canonical

/// Counts of equal rows, over many merges.
@Suite struct DigestListTests {
  let digester = RowDigester(rowHash: SipHash128(low: 1, high: 2))

  private func list(_ rows: some Sequence<Int>, limit: Int = .max) -> DigestList {
    var list = DigestList(digester: digester, buckets: 0..<4, bucketCount: 4, limit: limit)
    var buffer = CanonicalBuffer(capacity: 16)
    for row in rows {
      buffer.removeAll()
      buffer.append(littleEndian: UInt64(row))
      list.take(buffer, keyLength: 8)
    }
    return list
  }

  @Test func equalRowsTakeOneEntry() {
    // 300,000 rows of which a thousand are different: several merges, and rows that span them.
    var many = list((0..<300_000).map { $0 * 7919 % 1000 })
    let entries = many.entries()
    #expect(entries.count == 1000)
    #expect(entries.allSatisfy { $0.count == 300 })
    #expect(entries == entries.sorted { $0.digest < $1.digest })
    #expect(!many.isTruncated)
  }

  @Test func orderDoesNotMatter() {
    var up = list(0..<70_000)
    var down = list((0..<70_000).reversed())
    #expect(up.entries() == down.entries())
    #expect(up.entries().count == 70_000)
  }

  @Test func theLimitCountsDifferentRows() {
    var few = list((0..<200_000).map { $0 % 10 }, limit: 10)
    #expect(few.entries().count == 10)
    #expect(!few.isTruncated)
    var more = list(0..<200_000, limit: 10)
    #expect(more.entries().count == 10)
    #expect(more.isTruncated)
  }
}
