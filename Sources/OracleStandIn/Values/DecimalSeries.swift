import BigInt

/// Elementary functions on fixed-point decimals: a value is an integer × 10^-places.
///
/// Results are off by some units of the last places, so `places` includes a guard of many more digits than a NUMBER
/// holds.
struct DecimalSeries {
  let places: Int
  /// The number 1.
  let one: BigInt

  init(places: Int) {
    self.places = min(max(places, 1), Self.constantPlaces)
    one = ExactDecimal.power(self.places)
  }

  func fixed(_ value: ExactDecimal) -> BigInt {
    let shift = value.exponent + places
    return shift >= 0
      ? value.coefficient * ExactDecimal.power(shift) : value.coefficient / ExactDecimal.power(-shift)
  }

  func exact(_ value: BigInt) -> ExactDecimal { ExactDecimal(coefficient: value, exponent: -places) }

  private func multiply(_ left: BigInt, _ right: BigInt) -> BigInt { left * right / one }

  /// The square root of a value that is not negative.
  func squareRoot(_ value: BigInt) -> BigInt { (value * one).squareRoot() }

  // MARK: Constants

  /// More than the widest argument needs: 126 places before the point, 130 behind it, and a result's own.
  private static let constantPlaces = 600

  /// Sums 1/n - 1/3n³ + 1/5n⁵ …, or the same with plus signs only.
  private static func inverseSeries(_ n: Int, alternates: Bool) -> BigInt {
    var power = ExactDecimal.power(constantPlaces) / BigInt(n)
    let square = BigInt(n * n)
    var sum = power
    var divisor = 1
    while !power.isZero {
      power /= square
      divisor += 2
      let term = power / BigInt(divisor)
      sum += alternates && divisor & 2 != 0 ? -term : term
    }
    return sum
  }

  private static let widePi =
    16 * inverseSeries(5, alternates: true) - 4 * inverseSeries(239, alternates: true)
  private static let wideLogarithmOf10 =
    46 * inverseSeries(31, alternates: false) + 34 * inverseSeries(49, alternates: false)
    + 20 * inverseSeries(161, alternates: false)

  var pi: BigInt { Self.widePi / ExactDecimal.power(Self.constantPlaces - places) }
  var logarithmOf10: BigInt { Self.wideLogarithmOf10 / ExactDecimal.power(Self.constantPlaces - places) }

  // MARK: Functions

  /// e to a value of moderate size, as a coefficient that a power of ten goes with.
  func exponential(_ value: BigInt) -> ExactDecimal {
    let tens = value / logarithmOf10
    // Sixteen halvings make the series short; as many squarings undo them.
    let rest = (value - tens * logarithmOf10) / 65536
    var term = one
    var sum = one
    var index = 1
    while !term.isZero {
      term = multiply(term, rest) / BigInt(index)
      sum += term
      index += 1
    }
    for _ in 0..<16 { sum = multiply(sum, sum) }
    return ExactDecimal(coefficient: sum, exponent: (Int(exactly: tens) ?? 0) - places)
  }

  /// The natural logarithm of a value between .1 and 10.
  func logarithm(_ value: BigInt) -> BigInt {
    var root = value
    for _ in 0..<8 { root = squareRoot(root) }
    let ratio = (root - one) * one / (root + one)
    let square = multiply(ratio, ratio)
    var power = ratio
    var sum = ratio
    var divisor = 1
    while !power.isZero {
      power = multiply(power, square)
      divisor += 2
      sum += power / BigInt(divisor)
    }
    return sum * 512
  }

  /// Sine and cosine of any value.
  ///
  /// - Parameter magnitude: the number of places before the point.
  func sineAndCosine(_ value: ExactDecimal, magnitude: Int) -> (sine: BigInt, cosine: BigInt) {
    // A large argument takes its digits from the quarter turn, of which as many more are needed.
    let wide = DecimalSeries(places: places + max(0, magnitude) + 10)
    let quarter = wide.pi / 2
    let angle = wide.fixed(value)
    var (turns, rest) = angle.quotientAndRemainder(dividingBy: quarter)
    if rest.magnitude > quarter.magnitude / 2 {
      let step = rest.sign == .minus ? BigInt(-1) : BigInt(1)
      turns += step
      rest -= step * quarter
    }
    rest /= ExactDecimal.power(wide.places - places)
    let square = multiply(rest, rest)
    func series(_ first: BigInt, from start: Int) -> BigInt {
      var term = first
      var sum = first
      var index = start
      while !term.isZero {
        term = -multiply(term, square) / BigInt(index * (index + 1))
        sum += term
        index += 2
      }
      return sum
    }
    let sine = series(rest, from: 2)
    let cosine = series(one, from: 1)
    return switch ((Int(exactly: turns % 4) ?? 0) + 4) & 3 {
    case 0: (sine, cosine)
    case 1: (cosine, -sine)
    case 2: (-sine, -cosine)
    default: (-cosine, sine)
    }
  }

  /// The arc tangent of a quotient of values that are not negative and not both zero.
  func arctangent(_ numerator: BigInt, _ denominator: BigInt) -> BigInt {
    if numerator > denominator { return pi / 2 - arctangent(denominator, numerator) }
    guard !denominator.isZero else { return 0 }
    var ratio = numerator * one / denominator
    for _ in 0..<3 { ratio = ratio * one / (one + squareRoot(one + multiply(ratio, ratio))) }
    let square = multiply(ratio, ratio)
    var power = ratio
    var sum = ratio
    var divisor = 1
    while !power.isZero {
      power = -multiply(power, square)
      divisor += 2
      sum += power / BigInt(divisor)
    }
    return sum * 8
  }
}
