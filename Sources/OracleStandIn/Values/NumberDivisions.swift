import BigInt
import OracleWire

/// REMAINDER and WIDTH_BUCKET, which are exact.
extension NumberMathematics {
  /// REMAINDER(dividend, divisor): what is left of the nearest multiple, of two as near of the even one.
  ///
  /// - Throws: ORA-01428 for a divisor of zero.
  static func remainder(_ dividend: OracleNumber, _ divisor: OracleNumber) throws -> OracleNumber {
    guard divisor != .zero else { throw outOfRange(divisor) }
    guard !dividend.isInfinite else { throw outOfRange(dividend) }
    if divisor.isInfinite { return dividend }
    let a = ExactDecimal(dividend)
    let b = ExactDecimal(divisor)
    let low = min(a.exponent, b.exponent)
    let x = a.coefficient * ExactDecimal.power(a.exponent - low)
    let y = b.coefficient * ExactDecimal.power(b.exponent - low)
    let (quotient, remainder) = x.quotientAndRemainder(dividingBy: y)
    var rest = remainder
    let twice = 2 * rest.magnitude
    if twice > y.magnitude || (twice == y.magnitude && quotient.magnitude % 2 == 1) {
      rest += rest.sign == y.sign ? -y : y
    }
    return try ExactDecimal(coefficient: rest, exponent: low).number()
  }

  /// WIDTH_BUCKET: the number of the bucket, 0 below the first and one more than there are above the last.
  ///
  /// - Throws: ORA-30494 for a range without width and for a count of buckets below one.
  static func widthBucket(
    _ value: OracleNumber, from low: OracleNumber, to high: OracleNumber, count: OracleNumber
  ) throws -> OracleNumber {
    let whole = try NumberArithmetic.round(count, scale: 0, .towardZero)
    guard whole > .zero, !whole.isInfinite else { throw invalidBucketArgument(4) }
    guard !low.isInfinite else { throw invalidBucketArgument(2) }
    guard !high.isInfinite, low != high else { throw invalidBucketArgument(3) }
    let isAscending = low < high
    if isAscending ? value < low : value > low { return .zero }
    if isAscending ? value >= high : value <= high { return try NumberArithmetic.add(whole, OracleNumber(1)) }
    func difference(_ left: OracleNumber, _ right: OracleNumber) -> ExactDecimal {
      var negated = ExactDecimal(right)
      negated.coefficient.negate()
      return NumberArithmetic.sum(ExactDecimal(left), negated)
    }
    let part = product(difference(value, low), ExactDecimal(whole))
    let width = difference(high, low)
    let least = min(part.exponent, width.exponent)
    let bucket =
      part.coefficient * ExactDecimal.power(part.exponent - least)
      / (width.coefficient * ExactDecimal.power(width.exponent - least))
    return try ExactDecimal(coefficient: bucket + 1, exponent: 0).number()
  }

  private static func invalidBucketArgument(_ number: Int) -> OracleError {
    OracleError(code: 30494, message: "The argument [\(number)] of WIDTH_BUCKET function is NULL or invalid.")
  }
}
