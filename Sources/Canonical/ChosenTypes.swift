/// NUMBER in columns whose user chose another type than a decimal one.
extension CanonicalBuffer {
  /// Appends a NUMBER as the truth value that 0 and 1 became; another number equals no boolean.
  mutating func append(oracleFlag bytes: RawSpan) throws(CanonicalError) {
    let pairs = try DecimalPairs(bytes)
    switch (pairs.digits, pairs.exponent, pairs.sign) {
    case ([], _, .finite): append(boolean: false)
    case ([1], 0, .finite) where !pairs.isNegative: append(boolean: true)
    default: append(.unrepresentable, contentsOf: bytes)
    }
  }

  /// The binary number that is nearest to a NUMBER.
  static func nearest<Value: BinaryFloatingPoint & LosslessStringConvertible>(
    to bytes: RawSpan
  ) throws(CanonicalError) -> Value {
    let pairs = try DecimalPairs(bytes)
    guard pairs.sign == .finite else { return pairs.isNegative ? -Value.infinity : Value.infinity }
    // 0.ddddd times a power of 100, which is as many zeros behind e.
    let numeral = pairs.digits.map { $0 < 10 ? "0\($0)" : String($0) }.joined()
    let text = (pairs.isNegative ? "-0." : "0.") + (numeral.isEmpty ? "0" : numeral) + "e\((pairs.exponent + 1) * 2)"
    guard let value = Value(text) else { throw .invalidValue(type: "NUMBER", reason: "its digits are no number") }
    return pairs.digits.isEmpty ? 0 : value
  }
}

/// A NUMBER taken apart.
private struct DecimalPairs {
  enum Sign: Hashable {
    case finite
    case infinite
  }

  /// The pairs of digits, no 0 first or last.
  var digits: [UInt8] = []
  /// The power of 100 of the first pair.
  var exponent = 0
  var sign = Sign.finite
  var isNegative = false

  init(_ bytes: RawSpan) throws(CanonicalError) {
    let raw = bytes.withUnsafeBytes { Array($0) }
    guard let head = raw.first, raw.count <= 22 else {
      throw .invalidValue(type: "NUMBER", reason: "its length is \(raw.count), not 1 to 22")
    }
    if raw == [0x80] { return }
    if raw == [0x00] || raw == [0xff, 0x65] {
      sign = .infinite
      isNegative = head == 0
      return
    }
    guard raw.count > 1 else { throw .invalidValue(type: "NUMBER", reason: "it has no digits") }
    isNegative = head < 0x80
    exponent = isNegative ? 62 - Int(head) : Int(head) - 193
    for byte in isNegative && raw.last == 102 ? raw[1..<(raw.count - 1)] : raw[1...] {
      let pair = isNegative ? 101 &- byte : byte &- 1
      guard pair < 100 else { throw .invalidValue(type: "NUMBER", reason: "a byte of it is no pair of digits") }
      digits.append(pair)
    }
    while digits.last == 0 { digits.removeLast() }
    while digits.first == 0 {
      digits.removeFirst()
      exponent -= 1
    }
  }
}
