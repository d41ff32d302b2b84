import BigInt
import OracleWire

/// The mathematical functions on NUMBER: exponentials, logarithms, angles and hyperbolic functions.
///
/// Each is worked out to far more digits than a NUMBER holds, and then rounded like every result.
enum NumberMathematics {
  /// Digits of a result that are worked out: 40 that count, 40 that an argument next to a root takes away, and a guard.
  private static let digits = 120

  static func outOfRange(_ argument: OracleNumber) -> OracleError {
    OracleError(code: 1428, message: "argument '\(NumberArithmetic.text(argument))' is out of range")
  }

  /// How many places a value has before its point; behind it, when negative.
  private static func magnitude(_ value: OracleNumber) -> Int { value.digits.pointShift }

  /// Room for the digits of a value, however small it is.
  private static func series(for value: OracleNumber) -> DecimalSeries {
    DecimalSeries(places: digits + max(0, -magnitude(value)))
  }

  private static func quotient(_ numerator: BigInt, _ denominator: BigInt, exponent: Int) throws -> OracleNumber {
    guard !denominator.isZero else { throw OracleError.divisorIsZero }
    let coefficient = numerator * ExactDecimal.power(digits) / denominator
    return try ExactDecimal(coefficient: coefficient, exponent: exponent - digits).number()
  }

  // MARK: Exponentials and logarithms

  /// EXP.
  ///
  /// - Throws: ORA-01426 when the result is 1e126 or more.
  static func exponential(_ value: OracleNumber) throws -> OracleNumber {
    if value.isInfinite { return value.isNegative ? .zero : value }
    guard let power = exactExponential(value, DecimalSeries(places: digits)) else {
      if value.isNegative { return .zero }
      throw OracleError.numericOverflow
    }
    return try power.number()
  }

  /// Nil when the power is far beyond what a NUMBER holds, on either side.
  private static func exactExponential(_ value: OracleNumber, _ series: DecimalSeries) -> ExactDecimal? {
    guard magnitude(value) <= 3 else { return nil }
    return series.exponential(series.fixed(ExactDecimal(value)))
  }

  /// LN.
  ///
  /// - Throws: ORA-01428 for an argument that is not above zero.
  static func logarithm(_ value: OracleNumber) throws -> OracleNumber {
    if value == .positiveInfinity { return value }
    let series = DecimalSeries(places: digits)
    return try series.exact(logarithm(value, series)).number()
  }

  private static func logarithm(_ value: OracleNumber, _ series: DecimalSeries) throws -> BigInt {
    guard value > .zero, !value.isInfinite else { throw outOfRange(value) }
    var exact = ExactDecimal(value)
    // Between .316 and 3.16, so that no power of ten hides how close a value is to 1.
    var tens = magnitude(value) - 1
    exact.exponent -= tens
    var factor = series.fixed(exact)
    if factor * factor > 10 * series.one * series.one {
      tens += 1
      factor /= 10
    }
    return series.logarithm(factor) + BigInt(tens) * series.logarithmOf10
  }

  /// LOG(base, value).
  ///
  /// - Throws: ORA-01428 for arguments that are not above zero, and for the base 1.
  static func logarithm(base: OracleNumber, _ value: OracleNumber) throws -> OracleNumber {
    guard base > .zero, base != OracleNumber(1), !base.isInfinite else { throw outOfRange(base) }
    let series = DecimalSeries(places: digits)
    return try quotient(logarithm(value, series), logarithm(base, series), exponent: 0)
  }

  /// POWER.
  ///
  /// - Throws: ORA-01428 for zero to a negative power and for a negative base to a power that is not whole; ORA-01426
  ///   when the result is 1e126 or more.
  static func power(_ base: OracleNumber, _ exponent: OracleNumber) throws -> OracleNumber {
    guard !base.isInfinite, !exponent.isInfinite else { throw OracleError.numericOverflow }
    if exponent == .zero { return OracleNumber(1) }
    if base == .zero {
      if exponent.isNegative { throw outOfRange(base) }
      return .zero
    }
    if let whole = exponent.intValue, whole.magnitude <= 4096 { return try power(base, whole) }
    let exact = ExactDecimal(exponent)
    guard !base.isNegative || exact.exponent >= 0 else { throw outOfRange(base) }
    // A whole number that ends with zeros has an exponent above 0, and is even.
    let isOdd = exact.exponent == 0 && exact.coefficient.magnitude % 2 == 1
    let size = base.isNegative ? try NumberArithmetic.negate(base) : base
    let series = DecimalSeries(places: digits)
    // A logarithm that isn't zero is 1e-40 or more, so a product within a NUMBER's range keeps more digits than it needs.
    let product = try logarithm(size, series) * exact.coefficient
    let scale = exact.exponent - series.places
    let places = String(product.magnitude).utf8.count + scale
    guard places <= 3 else {
      if product.sign == .minus { return .zero }
      throw OracleError.numericOverflow
    }
    let angle = series.fixed(ExactDecimal(coefficient: product, exponent: scale))
    var result = series.exponential(angle)
    if base.isNegative, isOdd { result.coefficient.negate() }
    return try result.number()
  }

  /// A whole power by squaring, with more digits than a NUMBER holds.
  private static func power(_ base: OracleNumber, _ exponent: Int) throws -> OracleNumber {
    var result = ExactDecimal(coefficient: 1, exponent: 0)
    var factor = ExactDecimal(base)
    var rest = exponent.magnitude
    while rest > 0 {
      if rest & 1 == 1 { result = shortened(product(result, factor)) }
      rest >>= 1
      if rest > 0 { factor = shortened(product(factor, factor)) }
    }
    guard exponent < 0 else { return try result.number() }
    // The divisor has no more than `digits` digits, so the quotient has at least as many.
    let one = ExactDecimal.power(2 * digits)
    return try ExactDecimal(coefficient: one / result.coefficient, exponent: -result.exponent - 2 * digits).number()
  }

  static func product(_ left: ExactDecimal, _ right: ExactDecimal) -> ExactDecimal {
    ExactDecimal(coefficient: left.coefficient * right.coefficient, exponent: left.exponent + right.exponent)
  }

  private static func shortened(_ value: ExactDecimal) -> ExactDecimal {
    let excess = String(value.coefficient.magnitude).utf8.count - digits
    guard excess > 0 else { return value }
    return ExactDecimal(
      coefficient: value.coefficient / ExactDecimal.power(excess), exponent: value.exponent + excess)
  }

  // MARK: Angles

  private static func angle(_ value: OracleNumber) throws -> (sine: BigInt, cosine: BigInt, places: Int) {
    guard !value.isInfinite else { throw outOfRange(value) }
    let series = series(for: value)
    let (sine, cosine) = series.sineAndCosine(ExactDecimal(value), magnitude: magnitude(value))
    return (sine, cosine, series.places)
  }

  static func sine(_ value: OracleNumber) throws -> OracleNumber {
    let angle = try angle(value)
    return try ExactDecimal(coefficient: angle.sine, exponent: -angle.places).number()
  }

  static func cosine(_ value: OracleNumber) throws -> OracleNumber {
    let angle = try angle(value)
    return try ExactDecimal(coefficient: angle.cosine, exponent: -angle.places).number()
  }

  static func tangent(_ value: OracleNumber) throws -> OracleNumber {
    let angle = try angle(value)
    return try quotient(angle.sine * ExactDecimal.power(angle.places), angle.cosine, exponent: -angle.places)
  }

  /// ASIN.
  ///
  /// - Throws: ORA-01428 for an argument beyond -1 and 1.
  static func arcsine(_ value: OracleNumber) throws -> OracleNumber {
    let series = series(for: value)
    let (size, other) = try legs(value, series)
    let angle = series.arctangent(size, other)
    return try series.exact(value.isNegative ? -angle : angle).number()
  }

  /// ACOS.
  ///
  /// - Throws: ORA-01428 for an argument beyond -1 and 1.
  static func arccosine(_ value: OracleNumber) throws -> OracleNumber {
    let series = series(for: value)
    let (size, other) = try legs(value, series)
    let angle = series.arctangent(other, size)
    return try series.exact(value.isNegative ? series.pi - angle : angle).number()
  }

  /// The size of a sine, and the cosine that goes with it.
  private static func legs(_ value: OracleNumber, _ series: DecimalSeries) throws -> (BigInt, BigInt) {
    guard magnitude(value) <= 1, !value.isInfinite else { throw outOfRange(value) }
    let fixed = series.fixed(ExactDecimal(value))
    let size = fixed.sign == .minus ? -fixed : fixed
    guard size <= series.one else { throw outOfRange(value) }
    let square = (series.one - size) * (series.one + size) / series.one
    return (size, series.squareRoot(square))
  }

  static func arctangent(_ value: OracleNumber) throws -> OracleNumber {
    try arctangent(value, OracleNumber(1))
  }

  /// ATAN2(numerator, denominator).
  ///
  /// - Throws: ORA-01428 when both are zero.
  static func arctangent(_ numerator: OracleNumber, _ denominator: OracleNumber) throws -> OracleNumber {
    guard numerator != .zero || denominator != .zero else { throw outOfRange(denominator) }
    guard !numerator.isInfinite, !denominator.isInfinite else { throw OracleError.numericOverflow }
    // A quotient far below one needs as many more places, and so do small arguments themselves.
    let least = min(magnitude(numerator), magnitude(denominator), magnitude(numerator) - magnitude(denominator))
    let series = DecimalSeries(places: digits + max(0, -least))
    var y = series.fixed(ExactDecimal(numerator))
    var x = series.fixed(ExactDecimal(denominator))
    if y.sign == .minus { y.negate() }
    if x.sign == .minus { x.negate() }
    var angle = series.arctangent(y, x)
    if denominator.isNegative { angle = series.pi - angle }
    return try series.exact(numerator.isNegative ? -angle : angle).number()
  }

  // MARK: Hyperbolic functions

  /// Twice the hyperbolic sine and cosine; nil far beyond what a NUMBER holds.
  private static func hyperbolic(_ value: OracleNumber) -> (sine: ExactDecimal, cosine: ExactDecimal)? {
    let series = series(for: value)
    guard !value.isInfinite, let power = exactExponential(value, series) else { return nil }
    var inverse = ExactDecimal(
      coefficient: series.one * series.one / power.coefficient, exponent: -power.exponent - 2 * series.places)
    let cosine = NumberArithmetic.sum(power, inverse)
    inverse.coefficient.negate()
    return (NumberArithmetic.sum(power, inverse), cosine)
  }

  private static func half(_ value: ExactDecimal) throws -> OracleNumber {
    try ExactDecimal(coefficient: value.coefficient * 5, exponent: value.exponent - 1).number()
  }

  static func hyperbolicSine(_ value: OracleNumber) throws -> OracleNumber {
    guard let pair = hyperbolic(value) else { throw OracleError.numericOverflow }
    return try half(pair.sine)
  }

  static func hyperbolicCosine(_ value: OracleNumber) throws -> OracleNumber {
    guard let pair = hyperbolic(value) else { throw OracleError.numericOverflow }
    return try half(pair.cosine)
  }

  static func hyperbolicTangent(_ value: OracleNumber) throws -> OracleNumber {
    guard magnitude(value) <= 2, !value.isInfinite, let pair = hyperbolic(value) else {
      return OracleNumber(value.isNegative ? -1 : 1)
    }
    let low = min(pair.sine.exponent, pair.cosine.exponent)
    let sine = pair.sine.coefficient * ExactDecimal.power(pair.sine.exponent - low)
    let cosine = pair.cosine.coefficient * ExactDecimal.power(pair.cosine.exponent - low)
    let room = max(0, -magnitude(value))
    return try quotient(sine * ExactDecimal.power(room), cosine, exponent: -room)
  }
}
