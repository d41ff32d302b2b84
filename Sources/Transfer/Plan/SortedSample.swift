/// The places of a sorted sample, at even distances and no more than cuts need, however many there are.
///
/// Oracle takes the share of a SAMPLE as advice: where another way to the rows seems better it may give all of them.
struct SortedSample<Place> {
  private(set) var places: [Place] = []
  private let limit: Int
  private var apart = 1
  private var count = 0

  /// - Parameter limit: how many are kept at most, 2 or more.
  init(limit: Int = 1 << 18) {
    self.limit = max(2, limit)
  }

  /// Takes the next place in order, which is made only when it is kept.
  mutating func add(_ place: () throws -> Place) rethrows {
    defer { count += 1 }
    guard count % apart == 0 else { return }
    if places.count == limit {
      places = stride(from: 0, to: limit, by: 2).map { places[$0] }
      apart *= 2
      guard count % apart == 0 else { return }
    }
    places.append(try place())
  }
}
