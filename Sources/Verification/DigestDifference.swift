import Canonical

/// The rows of one key that are not on both sides, by their digests; a row that is there twice counts twice.
struct DigestDifference: Sendable, Hashable {
  var key: UInt128
  var sourceOnly: [UInt128] = []
  var targetOnly: [UInt128] = []

  /// How many differences this makes: rows of both sides are paired as changed ones.
  var count: Int { max(sourceOnly.count, targetOnly.count) }

  /// Finds the differences of two ordered lists, in the order of the keys' digests.
  ///
  /// - Parameter limit: After this many differences no further key is looked at, and no key gives many more.
  /// - Returns: The differences, and whether there are more.
  static func between(
    source: [DigestList.Entry], target: [DigestList.Entry], limit: Int
  ) -> (differences: [DigestDifference], hasMore: Bool) {
    var differences: [DigestDifference] = []
    var total = 0
    var hasMore = false
    var current: DigestDifference?
    var sourceIndex = 0
    var targetIndex = 0
    while sourceIndex < source.count || targetIndex < target.count {
      let left = sourceIndex < source.count ? source[sourceIndex] : nil
      let right = targetIndex < target.count ? target[targetIndex] : nil
      let isLeftFirst = right.map { right in left.map { $0.digest <= right.digest } ?? false } ?? true
      let isRightFirst = left.map { left in right.map { $0.digest <= left.digest } ?? false } ?? true
      guard let digest = (isLeftFirst ? left : right)?.digest else { break }
      let surplus = (isLeftFirst ? left?.count ?? 0 : 0) - (isRightFirst ? right?.count ?? 0 : 0)
      if isLeftFirst { sourceIndex += 1 }
      if isRightFirst { targetIndex += 1 }
      guard surplus != 0 else { continue }
      if let finished = current, finished.key != digest.key {
        differences.append(finished)
        total += finished.count
        current = nil
        if total >= limit { return (differences, true) }
      }
      var difference = current ?? DigestDifference(key: digest.key)
      // Millions of equal rows that are missing need not be listed one by one.
      let listed = repeatElement(digest.row, count: min(abs(surplus), limit + 1))
      hasMore = hasMore || listed.count < abs(surplus)
      if surplus > 0 { difference.sourceOnly += listed } else { difference.targetOnly += listed }
      current = difference
    }
    if let current { differences.append(current) }
    return (differences, hasMore)
  }
}
