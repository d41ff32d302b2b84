import Testing

@testable import DataGeneration

@Suite struct IntervalSetTests {
  @Test func placesAndCounts() {
    let set = IntervalSet([10...12, 1...3, 4...4, 20...20])
    #expect(set.intervals == [1...4, 10...12, 20...20])
    #expect(set.count == 8 && (0..<8).map { set[$0] } == [1, 2, 3, 4, 10, 11, 12, 20])
    #expect(set.countThrough(11) == 6 && set.countThrough(0) == 0 && set.countThrough(99) == 8)
  }

  @Test func setsAreCut() {
    let set = IntervalSet([1...10, 20...30])
    #expect(set.intersection(5...25).intervals == [5...10, 20...25])
    #expect(set.subtracting(20).subtracting(5).intervals == [1...4, 6...10, 21...30])
    #expect(set.intersection(11...19).isEmpty)
    #expect(IntervalSet.everything.count == IntervalSet.limit)
  }
}
