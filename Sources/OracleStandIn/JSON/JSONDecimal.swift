/// The exact value of a JSON numeral.
struct JSONDecimal: Sendable, Equatable {
  private(set) var isNegative = false
  /// Digits from 0 to 9 with no zero at either end; none for zero.
  private(set) var digits: [UInt8] = []
  /// The power of ten of the last digit; 0 for zero.
  private(set) var exponent = 0

  /// Reads a numeral in strict or lax syntax; nil for any other text.
  init?(_ numeral: String) {
    var reader = JSONReader(Array(numeral.utf8), isStrict: false)
    guard (try? reader.number()) != nil, reader.next == nil else { return nil }
    var power: Int?
    var isPastPoint = false
    for (index, byte) in reader.bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): isPastPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"): power = Self.power(reader.bytes[(index + 1)...])
      case 48...57:
        digits.append(byte - 48)
        if isPastPoint { exponent -= 1 }
      default: break
      }
      if power != nil { break }
    }
    exponent += power ?? 0
    normalize()
  }

  /// An exponent, held within bounds that no numeral's own digits can overflow.
  private static func power(_ text: ArraySlice<UInt8>) -> Int {
    var value = 0
    for byte in text where (48...57).contains(byte) { value = min(value * 10 + Int(byte - 48), 1 << 40) }
    return text.first == UInt8(ascii: "-") ? -value : value
  }

  private mutating func normalize() {
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    digits.removeFirst(digits.prefix { $0 == 0 }.count)
    if digits.isEmpty { (isNegative, exponent) = (false, 0) }
  }

  /// Compares two values: negative, zero or positive.
  static func order(_ left: JSONDecimal, _ right: JSONDecimal) -> Int {
    let (a, b) = (left.signum, right.signum)
    if a != b { return a - b }
    return a * magnitudeOrder(left, right)
  }

  private var signum: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

  private static func magnitudeOrder(_ left: JSONDecimal, _ right: JSONDecimal) -> Int {
    let (a, b) = (left.digits.count + left.exponent, right.digits.count + right.exponent)
    if a != b { return a < b ? -1 : 1 }
    if left.digits == right.digits { return 0 }
    return left.digits.lexicographicallyPrecedes(right.digits) ? -1 : 1
  }

  var magnitude: JSONDecimal {
    var result = self
    result.isNegative = false
    return result
  }

  /// The greatest integer that is not above the value.
  var floor: JSONDecimal { rounded(awayFromZero: isNegative) }

  /// The least integer that is not below the value.
  var ceiling: JSONDecimal { rounded(awayFromZero: !isNegative) }

  private func rounded(awayFromZero: Bool) -> JSONDecimal {
    guard exponent < 0 else { return self }
    var result = self
    result.digits.removeLast(min(-exponent, digits.count))
    result.exponent = 0
    if awayFromZero {
      var place = result.digits.count - 1
      while place >= 0, result.digits[place] == 9 {
        result.digits[place] = 0
        place -= 1
      }
      if place >= 0 { result.digits[place] += 1 } else { result.digits.insert(1, at: 0) }
    }
    result.normalize()
    return result
  }

  /// A standard numeral; one with an exponent only where plain digits would take more than 130 places.
  var text: String {
    if digits.isEmpty { return "0" }
    var output = isNegative ? "-" : ""
    let point = digits.count + exponent
    let numerals = digits.map { Character(Unicode.Scalar($0 + 48)) }
    if max(digits.count, point) - min(0, exponent) > 130 {
      output += String(numerals.prefix(1))
      if digits.count > 1 { output += "." + String(numerals.dropFirst()) }
      return output + "E\(point - 1)"
    }
    if exponent >= 0 { return output + String(numerals) + String(repeating: "0", count: exponent) }
    if point <= 0 { return output + "0." + String(repeating: "0", count: -point) + String(numerals) }
    return output + String(numerals.prefix(point)) + "." + String(numerals.dropFirst(point))
  }
}
