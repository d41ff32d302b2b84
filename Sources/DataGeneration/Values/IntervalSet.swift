/// Whole numbers in ascending intervals that neither touch nor overlap.
struct IntervalSet: Sendable, Hashable {
  private(set) var intervals: [ClosedRange<Int>]

  /// So far from zero that sums of two never overflow.
  static let limit = 2_000_000_000_000_000_000
  static let everything = IntervalSet([-limit...limit])

  init(_ intervals: [ClosedRange<Int>]) {
    self.intervals = []
    for interval in intervals.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = self.intervals.last, last.upperBound >= interval.lowerBound - 1 {
        self.intervals[self.intervals.count - 1] = last.lowerBound...max(last.upperBound, interval.upperBound)
      } else {
        self.intervals.append(interval)
      }
    }
  }

  var isEmpty: Bool { intervals.isEmpty }
  var lowest: Int? { intervals.first?.lowerBound }
  var greatest: Int? { intervals.last?.upperBound }

  /// How many numbers; never more than `limit`.
  var count: Int {
    var sum = 0
    for interval in intervals {
      sum += min(Self.limit, interval.upperBound - interval.lowerBound + 1)
      if sum >= Self.limit { return Self.limit }
    }
    return sum
  }

  func contains(_ value: Int) -> Bool { intervals.contains { $0.contains(value) } }

  /// The number at a place, counted from the lowest; the caller keeps it below `count`.
  subscript(place: Int) -> Int {
    if intervals.count == 1 { return intervals[0].lowerBound + place }
    var rest = place
    for interval in intervals {
      let length = interval.upperBound - interval.lowerBound + 1
      if rest < length { return interval.lowerBound + rest }
      rest -= length
    }
    return intervals.last?.upperBound ?? 0
  }

  /// How many numbers are at or below a value.
  func countThrough(_ value: Int) -> Int {
    var sum = 0
    for interval in intervals where interval.lowerBound <= value {
      sum += min(interval.upperBound, value) - interval.lowerBound + 1
    }
    return sum
  }

  func intersection(_ other: IntervalSet) -> IntervalSet {
    var result: [ClosedRange<Int>] = []
    for one in intervals {
      for two in other.intervals where one.overlaps(two) { result.append(one.clamped(to: two)) }
    }
    return IntervalSet(result)
  }

  func intersection(_ range: ClosedRange<Int>) -> IntervalSet { intersection(IntervalSet([range])) }

  /// Without one number.
  func subtracting(_ value: Int) -> IntervalSet {
    IntervalSet(
      intervals.flatMap { interval -> [ClosedRange<Int>] in
        guard interval.contains(value) else { return [interval] }
        return (value > interval.lowerBound ? [interval.lowerBound...(value - 1)] : [])
          + (value < interval.upperBound ? [(value + 1)...interval.upperBound] : [])
      })
  }
}
