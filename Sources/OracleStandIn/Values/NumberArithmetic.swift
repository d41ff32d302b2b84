import BigInt
import OracleWire

/// Exact decimal arithmetic with Oracle's rounding to twenty base-100 digits.
///
/// A finite NUMBER is coefficient × 10^exponent; results that need more digits than a NUMBER holds are rounded half
/// away from zero when they are put back.
struct ExactDecimal {
  var coefficient: BigInt
  var exponent: Int

  init(coefficient: BigInt, exponent: Int) {
    self.coefficient = coefficient
    self.exponent = exponent
  }

  init(_ number: OracleNumber) {
    let (digits, pointShift) = number.digits
    exponent = pointShift - digits.count
    if digits.count <= 18 {
      var value = 0
      for digit in digits { value = value * 10 + Int(digit) }
      coefficient = BigInt(number.isNegative ? -value : value)
    } else {
      var value = BigInt(0)
      for digit in digits { value = value * 10 + BigInt(digit) }
      coefficient = number.isNegative ? -value : value
    }
  }

  static func power(_ exponent: Int) -> BigInt { BigInt(10).power(exponent) }

  /// Puts the value back into a NUMBER.
  ///
  /// - Throws: ORA-01426 when the magnitude is 1e126 or more.
  func number() throws -> OracleNumber {
    if coefficient.isZero { return .zero }
    let digits = Array(String(coefficient.magnitude).utf8).map { $0 - 0x30 }
    guard
      let number = OracleNumber.fromDigits(
        negative: coefficient.sign == .minus, digits: digits, pointShift: digits.count + exponent)
    else { throw OracleError.numericOverflow }
    return number
  }
}

/// The operators and functions on NUMBER.
enum NumberArithmetic {
  private static func infinite(_ left: OracleNumber, _ right: OracleNumber) -> OracleNumber? {
    left.isInfinite ? left : right.isInfinite ? right : nil
  }

  static func add(_ left: OracleNumber, _ right: OracleNumber) throws -> OracleNumber {
    if let infinite = infinite(left, right) { return infinite }
    if let a = left.intValue, let b = right.intValue {
      let (sum, overflow) = a.addingReportingOverflow(b)
      if !overflow { return OracleNumber(sum) }
    }
    return try sum(ExactDecimal(left), ExactDecimal(right)).number()
  }

  static func sum(_ a: ExactDecimal, _ b: ExactDecimal) -> ExactDecimal {
    if a.exponent == b.exponent {
      return ExactDecimal(coefficient: a.coefficient + b.coefficient, exponent: a.exponent)
    }
    if a.coefficient.isZero { return b }
    if b.coefficient.isZero { return a }
    let low = min(a.exponent, b.exponent)
    let left = a.exponent == low ? a.coefficient : a.coefficient * ExactDecimal.power(a.exponent - low)
    let right = b.exponent == low ? b.coefficient : b.coefficient * ExactDecimal.power(b.exponent - low)
    return ExactDecimal(coefficient: left + right, exponent: low)
  }

  static func negate(_ value: OracleNumber) throws -> OracleNumber {
    if value.isInfinite { return value.isNegative ? .positiveInfinity : .negativeInfinity }
    var exact = ExactDecimal(value)
    exact.coefficient.negate()
    return try exact.number()
  }

  static func subtract(_ left: OracleNumber, _ right: OracleNumber) throws -> OracleNumber {
    try add(left, negate(right))
  }

  static func multiply(_ left: OracleNumber, _ right: OracleNumber) throws -> OracleNumber {
    if let infinite = infinite(left, right) { return infinite }
    let a = ExactDecimal(left)
    let b = ExactDecimal(right)
    return try ExactDecimal(coefficient: a.coefficient * b.coefficient, exponent: a.exponent + b.exponent).number()
  }

  /// Divides; the quotient is rounded to what a NUMBER holds.
  ///
  /// - Throws: ORA-01476 for a divisor of zero.
  static func divide(_ left: OracleNumber, _ right: OracleNumber) throws -> OracleNumber {
    if let infinite = infinite(left, right) { return infinite }
    let a = ExactDecimal(left)
    let b = ExactDecimal(right)
    guard !b.coefficient.isZero else { throw OracleError.divisorIsZero }
    // 85 more digits than the divisor has leave at least 44 in the quotient; a sticky digit keeps the rounding true.
    let scaled = a.coefficient * ExactDecimal.power(85)
    let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: b.coefficient)
    var coefficient = quotient * 10
    if !remainder.isZero { coefficient += (a.coefficient.sign == b.coefficient.sign) ? 1 : -1 }
    return try ExactDecimal(coefficient: coefficient, exponent: a.exponent - b.exponent - 86).number()
  }

  /// MOD: the sign is the dividend's; MOD(a, 0) is a.
  static func modulo(_ left: OracleNumber, _ right: OracleNumber) throws -> OracleNumber {
    if left.isInfinite || right.isInfinite { return left }
    let a = ExactDecimal(left)
    let b = ExactDecimal(right)
    guard !b.coefficient.isZero else { return left }
    let low = min(a.exponent, b.exponent)
    let x = a.coefficient * ExactDecimal.power(a.exponent - low)
    let y = b.coefficient * ExactDecimal.power(b.exponent - low)
    return try ExactDecimal(coefficient: x % y, exponent: low).number()
  }

  enum Rounding { case halfAwayFromZero, towardZero, down, up }

  /// Rounds to so many digits after the point (before it, when negative).
  static func round(_ value: OracleNumber, scale: Int, _ mode: Rounding) throws -> OracleNumber {
    if value.isInfinite { return value }
    let (digits, pointShift) = value.digits
    let scale = max(-200, min(200, scale))
    let kept = pointShift + scale
    if kept >= digits.count { return value }
    let negative = value.isNegative
    var head = kept > 0 ? Array(digits[..<kept]) : []
    let first = kept >= 0 ? digits[kept] : 0
    let away: Bool
    switch mode {
    case .halfAwayFromZero: away = first >= 5
    case .towardZero: away = false
    case .down: away = negative
    case .up: away = !negative
    }
    if away {
      if head.isEmpty {
        guard let number = OracleNumber.fromDigits(negative: negative, digits: [1], pointShift: 1 - scale) else {
          throw OracleError.numericOverflow
        }
        return number
      }
      var place = head.count - 1
      while place >= 0, head[place] == 9 {
        head[place] = 0
        place -= 1
      }
      if place >= 0 {
        head[place] += 1
      } else {
        head.insert(1, at: 0)
        guard let number = OracleNumber.fromDigits(negative: negative, digits: head, pointShift: pointShift + 1) else {
          throw OracleError.numericOverflow
        }
        return number
      }
    }
    if head.isEmpty { return .zero }
    return OracleNumber.fromDigits(negative: negative, digits: head, pointShift: pointShift) ?? .zero
  }

  /// The square root, to the digits that a NUMBER holds.
  static func squareRoot(_ value: OracleNumber) throws -> OracleNumber {
    if value.isInfinite { return value }
    let exact = ExactDecimal(value)
    guard exact.coefficient.sign == .plus else {
      throw OracleError(code: 1428, message: "argument '\(value)' is out of range")
    }
    let shift = 88 + (exact.exponent & 1)
    let root = (exact.coefficient * ExactDecimal.power(shift)).squareRoot()
    return try ExactDecimal(coefficient: root, exponent: (exact.exponent - shift) / 2).number()
  }

  /// Rounds to binary digits, as FLOAT(b) does: to the decimal digits that hold them.
  static func roundToBinaryPrecision(_ value: OracleNumber, bits: Int) throws -> OracleNumber {
    if value.isInfinite { return value }
    let decimalDigits = (bits * 30103 + 99_999) / 100_000
    let (digits, pointShift) = value.digits
    guard digits.count > decimalDigits else { return value }
    return try round(value, scale: decimalDigits - pointShift, .halfAwayFromZero)
  }

  /// Text as Oracle converts a NUMBER without a format: no zero before the point, at most 40 characters, then
  /// scientific notation.
  static func text(_ value: OracleNumber) -> String {
    if value.isInfinite { return value.isNegative ? "-~" : "~" }
    let (digits, pointShift) = value.digits
    if digits.isEmpty { return "0" }
    let sign = value.isNegative ? "-" : ""
    let glyphs = digits.map { Character(UnicodeScalar($0 + 0x30)) }
    if pointShift > 40 {
      return sign + scientific(glyphs, exponent: pointShift - 1)
    }
    if pointShift >= glyphs.count {
      return sign + String(glyphs) + String(repeating: "0", count: pointShift - glyphs.count)
    }
    if pointShift > 0 {
      var kept = glyphs
      var shift = pointShift
      if glyphs.count + 1 > 40 {
        // 40 characters with the point: 39 digits.
        if let rounded = try? round(value, scale: 39 - pointShift, .halfAwayFromZero) {
          let again = rounded.digits
          kept = again.digits.map { Character(UnicodeScalar($0 + 0x30)) }
          shift = again.pointShift
        }
      }
      if shift >= kept.count { return sign + String(kept) + String(repeating: "0", count: shift - kept.count) }
      return sign + String(kept[..<shift]) + "." + String(kept[shift...])
    }
    let plain = "." + String(repeating: "0", count: -pointShift) + String(glyphs)
    if plain.count <= 40 { return sign + plain }
    if pointShift > -5, let rounded = try? round(value, scale: 39, .halfAwayFromZero), rounded != value {
      return text(rounded)
    }
    return sign + scientific(glyphs, exponent: pointShift - 1)
  }

  private static func scientific(_ glyphs: [Character], exponent: Int) -> String {
    let kept = glyphs.prefix(34)
    var text = String(kept[0])
    if kept.count > 1 { text += "." + String(kept[1...]) }
    let digits = String(abs(exponent))
    return text + "E" + (exponent < 0 ? "-" : "+") + (digits.count < 2 ? "0" + digits : digits)
  }
}
