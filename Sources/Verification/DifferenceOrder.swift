import Canonical

/// The order in which differences are listed: by the values of their keys, then by kind.
enum DifferenceOrder {
  static func areInOrder(_ left: RowDifference, _ right: RowDifference) -> Bool {
    for (one, other) in zip(left.key, right.key) {
      switch order(one.value, other.value) {
      case let order where order < 0: return true
      case let order where order > 0: return false
      default: continue
      }
    }
    return left.kind.rawValue < right.kind.rawValue
  }

  /// Negative, 0 or positive: numbers by size, all else by text, NULL last.
  private static func order(_ left: CanonicalValue, _ right: CanonicalValue) -> Int {
    switch (left, right) {
    case (.null, .null): return 0
    case (.null, _): return 1
    case (_, .null): return -1
    case (.number(let one), .number(let other)):
      // Doubles are exact enough to sort by; where they are not, the digits decide.
      let (small, large) = (Double(one) ?? 0, Double(other) ?? 0)
      if small != large { return small < large ? -1 : 1 }
      return compare(one, other)
    default:
      return compare(left.description, right.description)
    }
  }

  private static func compare(_ left: String, _ right: String) -> Int {
    if left == right { return 0 }
    return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars) ? -1 : 1
  }
}
