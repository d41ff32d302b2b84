/// An exact NUMBER, held in Oracle's own bytes and never in a binary float.
///
/// The format, checked against values that real servers printed with DUMP(): one exponent byte, then up to twenty
/// base-100 digits. Positive: the exponent byte is 193 + the power of 100 of the first digit, and each digit is stored
/// plus one. Negative: the exponent byte is complemented, digits are 101 - d, and a 0x66 ends a value of fewer than
/// twenty digits. Zero is the one byte 0x80, -infinity 0x00, +infinity 0xFF 0x65.
public struct OracleNumber: Sendable, Hashable {
  /// The value as Oracle stores and sends it, 1 to 22 bytes.
  public let bytes: [UInt8]

  /// Zero.
  public static let zero = OracleNumber(unchecked: [0x80])
  public static let positiveInfinity = OracleNumber(unchecked: [0xFF, 0x65])
  public static let negativeInfinity = OracleNumber(unchecked: [0x00])

  init(unchecked bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Takes a value from the wire.
  ///
  /// - Throws: `WireError.invalidValue` for bytes that are no NUMBER.
  public init(wireBytes: some Sequence<UInt8>) throws(WireError) {
    let bytes = Array(wireBytes)
    guard OracleNumber.isValid(bytes) else {
      throw .invalidValue("NUMBER")
    }
    self.bytes = bytes
  }

  /// The number of an integer.
  public init(_ value: Int) {
    self.init(negative: value < 0, magnitude: value.magnitude)
  }

  private init(negative: Bool, magnitude: UInt) {
    guard magnitude != 0 else {
      self = .zero
      return
    }
    var pairs: [UInt8] = []
    var rest = magnitude
    while rest != 0 {
      pairs.append(UInt8(rest % 100))
      rest /= 100
    }
    pairs.reverse()
    self.init(negative: negative, pairs: pairs, power: pairs.count - 1)
  }

  /// Builds the bytes of base-100 digits that are in range and start with a non-zero one.
  private init(negative: Bool, pairs: [UInt8], power: Int) {
    var digits = pairs[...]
    while digits.last == 0 { digits.removeLast() }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(22)
    let exponent = UInt8(193 + power)
    if negative {
      bytes.append(~exponent)
      for pair in digits { bytes.append(101 - pair) }
      if digits.count < 20 { bytes.append(0x66) }
    } else {
      bytes.append(exponent)
      for pair in digits { bytes.append(pair + 1) }
    }
    self.bytes = bytes
  }

  /// Reads decimal text such as `-12.50`, `1e-5` or `Infinity`.
  ///
  /// At most 40 significant digits are kept; more are rounded half away from zero, as Oracle does.
  ///
  /// - Throws: `WireError.invalidValue` for text that is no number, or whose magnitude is 1e126 or more. A magnitude
  ///   below 1e-130 becomes zero, as in Oracle.
  public init(decimal text: String) throws(WireError) {
    var text = text
    let parsed = text.withUTF8 { OracleNumber.parse($0) }
    guard let parsed else { throw .invalidValue("NUMBER") }
    self = parsed
  }

  private static func parse(_ text: UnsafeBufferPointer<UInt8>) -> OracleNumber? {
    var index = 0
    var negative = false
    if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
      negative = text[index] == UInt8(ascii: "-")
      index += 1
    }
    if matches(text, at: index, "infinity") || matches(text, at: index, "inf") {
      return negative ? .negativeInfinity : .positiveInfinity
    }
    var digits: [UInt8] = []  // without leading zeros
    var pointShift = 0  // value = 0.digits * 10^pointShift
    var sawDigit = false
    var sawPoint = false
    while index < text.count {
      let character = text[index]
      if character >= 0x30, character <= 0x39 {
        sawDigit = true
        let digit = character - 0x30
        if digits.isEmpty && digit == 0 {
          if sawPoint { pointShift -= 1 }
        } else {
          if !sawPoint { pointShift += 1 }
          digits.append(digit)
        }
      } else if character == UInt8(ascii: "."), !sawPoint {
        sawPoint = true
      } else {
        break
      }
      index += 1
    }
    guard sawDigit else { return nil }
    if index < text.count {
      guard text[index] | 0x20 == UInt8(ascii: "e") else { return nil }
      index += 1
      var exponentNegative = false
      if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
        exponentNegative = text[index] == UInt8(ascii: "-")
        index += 1
      }
      guard index < text.count else { return nil }
      var exponent = 0
      while index < text.count {
        guard text[index] >= 0x30, text[index] <= 0x39 else { return nil }
        exponent = min(exponent * 10 + Int(text[index] - 0x30), 1_000_000)
        index += 1
      }
      pointShift += exponentNegative ? -exponent : exponent
    }
    return fromDigits(negative: negative, digits: digits, pointShift: pointShift)
  }

  private static func matches(_ text: UnsafeBufferPointer<UInt8>, at start: Int, _ word: StaticString) -> Bool {
    guard text.count - start == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { wanted in
      wanted.indices.allSatisfy { text[start + $0] | 0x20 == wanted[$0] }
    }
  }

  /// The number of decimal digits behind a point that is then shifted; nil when its magnitude is too large.
  ///
  /// The value is ±0.d1d2d3… × 10^pointShift, rounded to what NUMBER holds.
  ///
  /// - Parameter digits: decimal digits 0...9, the first not zero.
  public static func fromDigits(negative: Bool, digits: [UInt8], pointShift: Int) -> OracleNumber? {
    var digits = digits
    var pointShift = pointShift
    // Twenty base-100 digits: 40 decimal digits, or 39 when the first pair holds one digit only.
    let limit = pointShift & 1 == 0 ? 40 : 39
    if digits.count > limit {
      let roundsUp = digits[limit] >= 5
      digits.removeSubrange(limit...)
      if roundsUp {
        var place = digits.count - 1
        while place >= 0, digits[place] == 9 {
          digits[place] = 0
          place -= 1
        }
        if place >= 0 {
          digits[place] += 1
        } else {
          digits.insert(1, at: 0)
          pointShift += 1
        }
      }
    }
    while digits.last == 0 { digits.removeLast() }
    guard !digits.isEmpty else { return .zero }
    guard pointShift <= 126 else { return nil }
    guard pointShift >= -129 else { return .zero }
    if pointShift & 1 != 0 {
      digits.insert(0, at: 0)
      pointShift += 1
    }
    if digits.count & 1 != 0 { digits.append(0) }
    var pairs: [UInt8] = []
    pairs.reserveCapacity(digits.count / 2)
    for index in stride(from: 0, to: digits.count, by: 2) {
      pairs.append(digits[index] * 10 + digits[index + 1])
    }
    return OracleNumber(negative: negative, pairs: pairs, power: pointShift / 2 - 1)
  }

  /// Whether the bytes are a NUMBER that Oracle could have stored.
  public static func isValid(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, bytes.count <= 22 else { return false }
    if bytes.count == 1 { return first == 0x80 || first == 0x00 }
    if bytes == [0xFF, 0x65] { return true }
    if first & 0x80 != 0 {
      guard bytes.count <= 21 else { return false }
      for place in 1..<bytes.count where bytes[place] < 1 || bytes[place] > 100 { return false }
      return true
    }
    let end = bytes[bytes.count - 1] == 0x66 ? bytes.count - 1 : bytes.count
    guard end > 1, end <= 21 else { return false }
    for place in 1..<end where bytes[place] < 2 || bytes[place] > 101 { return false }
    return true
  }

  /// Whether the value is below zero.
  public var isNegative: Bool { bytes[0] & 0x80 == 0 }

  /// Whether the value is one of the two infinities.
  public var isInfinite: Bool { bytes == [0x00] || bytes == [0xFF, 0x65] }

  /// The decimal digits and where the point stands.
  ///
  /// The value is ±0.d1d2d3… × 10^pointShift.
  /// Digits have no leading and no trailing zero; they are empty for zero. Infinities have none.
  public var digits: (digits: [UInt8], pointShift: Int) {
    guard bytes.count > 1, !isInfinite else { return ([], 0) }
    let negative = isNegative
    var stored = bytes.dropFirst()
    if negative, stored.last == 0x66 { stored = stored.dropLast() }
    let exponent = negative ? ~bytes[0] : bytes[0]
    var pointShift = (Int(exponent) - 193 + 1) * 2
    var digits: [UInt8] = []
    digits.reserveCapacity(stored.count * 2)
    for byte in stored {
      let pair = negative ? 101 - byte : byte - 1
      digits.append(pair / 10)
      digits.append(pair % 10)
    }
    while digits.first == 0 {
      digits.removeFirst()
      pointShift -= 1
    }
    while digits.last == 0 { digits.removeLast() }
    return (digits, digits.isEmpty ? 0 : pointShift)
  }

  /// The value as an integer, or nil when it has a fraction or does not fit.
  public var intValue: Int? {
    guard !isInfinite else { return nil }
    let (digits, pointShift) = self.digits
    guard !digits.isEmpty else { return 0 }
    guard pointShift >= digits.count, pointShift <= 19 else { return nil }
    var value = 0
    for place in 0..<pointShift {
      let digit = place < digits.count ? Int(digits[place]) : 0
      let (scaled, overflowed) = value.multipliedReportingOverflow(by: 10)
      let (next, overflowed2) =
        isNegative
        ? scaled.subtractingReportingOverflow(digit) : scaled.addingReportingOverflow(digit)
      if overflowed || overflowed2 { return nil }
      value = next
    }
    return value
  }
}

extension OracleNumber: CustomStringConvertible {
  /// All digits in plain decimal notation, such as `-12.5` or `0.001`; `Infinity` and `-Infinity`.
  public var description: String {
    if isInfinite { return isNegative ? "-Infinity" : "Infinity" }
    let (digits, pointShift) = self.digits
    guard !digits.isEmpty else { return "0" }
    var text: [UInt8] = []
    if isNegative { text.append(UInt8(ascii: "-")) }
    if pointShift <= 0 {
      text.append(contentsOf: [0x30, UInt8(ascii: ".")])
      text.append(contentsOf: repeatElement(0x30, count: -pointShift))
      text.append(contentsOf: digits.lazy.map { $0 + 0x30 })
    } else {
      for place in 0..<max(pointShift, digits.count) {
        if place == pointShift { text.append(UInt8(ascii: ".")) }
        text.append(place < digits.count ? digits[place] + 0x30 : 0x30)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension OracleNumber: Comparable {
  /// Orders by value.
  ///
  /// Oracle's format sorts byte by byte.
  public static func < (left: OracleNumber, right: OracleNumber) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
