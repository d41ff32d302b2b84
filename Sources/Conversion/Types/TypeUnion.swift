import Model

extension PostgresType {
  /// The number type that holds every value of both; nil when the two are not both exact numbers.
  func union(_ other: PostgresType) -> PostgresType? {
    guard isExactNumber, other.isExactNumber else { return nil }
    if isInteger, other.isInteger { return integerWidth >= other.integerWidth ? self : other }
    guard let left = decimalShape, let right = other.decimalShape else { return .unboundedNumeric }
    let scale = max(left.scale, right.scale)
    let precision = max(left.wholeDigits, right.wholeDigits) + scale
    guard (1...1000).contains(precision) else { return .unboundedNumeric }
    return .numeric(precision: precision, scale: scale)
  }

  private var integerWidth: Int {
    switch self {
    case .smallint: 2
    case .integer: 4
    default: 8
    }
  }

  /// Digits before and behind the point; nil when unbounded.
  private var decimalShape: (wholeDigits: Int, scale: Int)? {
    switch self {
    case .smallint: (5, 0)
    case .integer: (10, 0)
    case .bigint: (19, 0)
    case .numeric(.some(let precision), let scale): (max(0, precision - scale), max(0, scale))
    default: nil
    }
  }
}
