import Canonical

/// The rows of one key that are not on both sides, by their digests; a row that is there twice counts twice.
struct DigestDifference: Sendable, Hashable {
  var key: UInt128
  var sourceOnly: [UInt128] = []
  var targetOnly: [UInt128] = []

  /// How many differences this makes: rows of both sides are paired as changed ones.
  var count: Int { max(sourceOnly.count, targetOnly.count) }

  /// Finds the differences of two lists, in the order of the keys' digests.
  ///
  /// - Parameter limit: After this many differences no further key is looked at.
  /// - Returns: The differences, and whether there are more.
  static func between(
    source: [RowDigest], target: [RowDigest], limit: Int
  ) -> (differences: [DigestDifference], hasMore: Bool) {
    let source = source.sorted()
    let target = target.sorted()
    var differences: [DigestDifference] = []
    var total = 0
    var current: DigestDifference?
    var sourceIndex = 0
    var targetIndex = 0
    while sourceIndex < source.count || targetIndex < target.count {
      let left = sourceIndex < source.count ? source[sourceIndex] : nil
      let right = targetIndex < target.count ? target[targetIndex] : nil
      if let left, let right, left == right {
        sourceIndex += 1
        targetIndex += 1
        continue
      }
      let isSource = right.map { right in left.map { $0 < right } ?? false } ?? true
      guard let digest = isSource ? left : right else { break }
      if let finished = current, finished.key != digest.key {
        differences.append(finished)
        total += finished.count
        current = nil
        if total >= limit { return (differences, true) }
      }
      var difference = current ?? DigestDifference(key: digest.key)
      if isSource {
        difference.sourceOnly.append(digest.row)
        sourceIndex += 1
      } else {
        difference.targetOnly.append(digest.row)
        targetIndex += 1
      }
      current = difference
    }
    if let current { differences.append(current) }
    return (differences, false)
  }
}
