import Canonical
import Testing

@testable import Verification

@Suite struct DigestDifferenceTests {
  /// The ordered list of what came in any order.
  static func digests(_ pairs: [(UInt128, UInt128)]) -> [DigestList.Entry] {
    var counts: [RowDigest: Int] = [:]
    for pair in pairs { counts[RowDigest(key: pair.0, row: pair.1), default: 0] += 1 }
    return counts.map { DigestList.Entry(digest: $0.key, count: $0.value) }.sorted { $0.digest < $1.digest }
  }

  static func find(
    _ source: [(UInt128, UInt128)], _ target: [(UInt128, UInt128)], limit: Int = 100
  ) -> (differences: [DigestDifference], hasMore: Bool) {
    DigestDifference.between(source: digests(source), target: digests(target), limit: limit)
  }

  @Test func equalListsInAnyOrder() {
    let result = DigestDifferenceTests.find([(1, 10), (2, 20), (2, 20)], [(2, 20), (1, 10), (2, 20)])
    #expect(result.differences.isEmpty)
    #expect(!result.hasMore)
  }

  @Test func missingExtraAndChanged() {
    let result = DigestDifferenceTests.find([(1, 10), (2, 20), (3, 30)], [(3, 31), (4, 40), (1, 10)])
    #expect(
      result.differences == [
        DigestDifference(key: 2, sourceOnly: [20]), DigestDifference(key: 3, sourceOnly: [30], targetOnly: [31]),
        DigestDifference(key: 4, targetOnly: [40]),
      ])
    #expect(result.differences.map(\.count) == [1, 1, 1])
  }

  @Test func rowsAreCountedAsOftenAsTheyAreThere() {
    let result = DigestDifferenceTests.find([(5, 50), (5, 50), (5, 50)], [(5, 50), (6, 60), (6, 60)])
    #expect(
      result.differences == [
        DigestDifference(key: 5, sourceOnly: [50, 50]), DigestDifference(key: 6, targetOnly: [60, 60]),
      ])
  }

  @Test func equalRowsByTheMillionAreNotListedOneByOne() {
    let many = [DigestList.Entry(digest: RowDigest(key: 5, row: 50), count: 5_000_000)]
    let result = DigestDifference.between(source: many, target: [], limit: 3)
    #expect(result.differences.map(\.count) == [4])
    #expect(result.hasMore)
    let few = [DigestList.Entry(digest: RowDigest(key: 5, row: 50), count: 4_999_999)]
    #expect(DigestDifference.between(source: many, target: few, limit: 3).differences.map(\.sourceOnly) == [[50]])
  }

  @Test func theLimitEndsTheSearch() {
    let source = (0..<10).map { (UInt128($0), UInt128($0)) }
    let some = DigestDifferenceTests.find(source, [], limit: 3)
    #expect(some.differences.map(\.key) == [0, 1, 2])
    #expect(some.hasMore)
    let all = DigestDifferenceTests.find(source, [], limit: 10)
    #expect(all.differences.count == 10)
    #expect(!all.hasMore)
  }

  @Test func emptyLists() {
    #expect(DigestDifferenceTests.find([], []).differences.isEmpty)
    #expect(DigestDifferenceTests.find([], [(1, 1)]).differences == [DigestDifference(key: 1, targetOnly: [1])])
  }
}
