/// Rows and bytes a second of late, by counts that only grow.
struct RateWindow {
  private struct Count {
    var time: ContinuousClock.Instant
    var rows: Int
    var bytes: Int
  }

  /// What is longer ago than this does not count.
  private static let length = Duration.seconds(15)
  private var counts: [Count] = []

  mutating func add(rows: Int, bytes: Int, at time: ContinuousClock.Instant) {
    // Counts that went back are another copy's.
    if let last = counts.last, rows < last.rows { counts = [] }
    counts.append(Count(time: time, rows: rows, bytes: bytes))
    while counts.count > 2, let first = counts.first, time - first.time > Self.length { counts.removeFirst() }
  }

  /// Nil until there are two counts.
  var rowsPerSecond: Double? { perSecond { $0.rows } }
  var bytesPerSecond: Double? { perSecond { $0.bytes } }

  private func perSecond(_ count: (Count) -> Int) -> Double? {
    guard let first = counts.first, let last = counts.last else { return nil }
    let seconds = ProgressDisplay.seconds(last.time - first.time)
    guard seconds > 0.2 else { return nil }
    return Double(max(0, count(last) - count(first))) / seconds
  }
}
