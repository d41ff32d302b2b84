/// NUMBER to double precision and real, for columns whose user chose them: the nearest binary number.
///
/// Most numbers have few digits and a small power of ten, both of which are binary numbers exactly: one multiplication or
/// division rounds correctly then, and loses no digit. The digits of the others go through the C library's reading of a
/// text, which rounds correctly too. A value is counted as a loss when the shortest text of the binary number has other
/// digits than Oracle's.
enum ApproximateWriter {
  @inline(never)
  static func writeDouble(
    _ wire: RawSpan, to out: UnsafeMutableRawPointer, losses: inout Int
  ) throws(RejectReason) -> Int {
    // 15 digits come back from a double, and 10 to the 22nd is the last exact power.
    if let short = try Short(wire, below: 1_000_000_000_000_000, power: 22) {
      out.storeBigEndian(short.value(Double.self).bitPattern)
      return 8
    }
    let number = try Decimal(wire)
    guard let value = number.value(Double.self), value.isFinite == number.isFinite else { throw .numberOutOfRange }
    if number.isFinite, number.digits != Decimal.digits(of: value.description) { losses &+= 1 }
    out.storeBigEndian(value.bitPattern)
    return 8
  }

  @inline(never)
  static func writeReal(
    _ wire: RawSpan, to out: UnsafeMutableRawPointer, losses: inout Int
  ) throws(RejectReason) -> Int {
    // 6 digits come back from a real, and 10 to the 10th is the last exact power.
    if let short = try Short(wire, below: 1_000_000, power: 10) {
      out.storeBigEndian(short.value(Float.self).bitPattern)
      return 4
    }
    let number = try Decimal(wire)
    guard let value = number.value(Float.self), value.isFinite == number.isFinite else { throw .numberOutOfRange }
    if number.isFinite, number.digits != Decimal.digits(of: value.description) { losses &+= 1 }
    out.storeBigEndian(value.bitPattern)
    return 4
  }

  /// A NUMBER as a whole number and a power of ten, when both are small.
  private struct Short {
    let whole: Int64
    let power: Int

    /// Nil for infinities, and for numbers with more digits or a larger power than the limits.
    @inline(__always)
    init?(_ wire: RawSpan, below limit: Int64, power mostPower: Int) throws(RejectReason) {
      // One byte of 0 and two from 0xFF on are infinities.
      guard wire.byteCount > 0, wire.byte(0) != 0xFF, wire.byteCount > 1 || wire.byte(0) != 0 else { return nil }
      let fields = try NumberFields(wire)
      guard fields.end - fields.first <= 8 else { return nil }
      var whole: Int64 = 0
      for offset in fields.first..<fields.end {
        let digit = fields.digit(wire, offset)
        guard digit <= 99 else { throw .corruptNumber }
        whole = whole &* 100 &+ Int64(digit)
      }
      power = fields.isZero ? 0 : 2 * (fields.exponent - (fields.end - fields.first) + 1)
      guard whole < limit, abs(power) <= mostPower else { return nil }
      self.whole = fields.isNegative ? -whole : whole
    }

    /// The nearest binary number.
    @inline(__always)
    func value<Value: BinaryFloatingPoint>(_ type: Value.Type) -> Value {
      var scale: Value = 1
      for _ in 0..<abs(power) { scale *= 10 }
      return power < 0 ? Value(whole) / scale : Value(whole) * scale
    }
  }

  /// A NUMBER as text.
  private struct Decimal {
    let text: String
    /// The digits from the first to the last that is not 0; empty for zero.
    let digits: String
    let isFinite: Bool

    init(_ wire: RawSpan) throws(RejectReason) {
      if wire.byteCount == 1, wire.byte(0) == 0 {
        (text, digits, isFinite) = ("-inf", "", false)
      } else if wire.byteCount == 2, wire.byte(0) == 0xFF, wire.byte(1) == 0x65 {
        (text, digits, isFinite) = ("inf", "", false)
      } else {
        let fields = try NumberFields(wire)
        try fields.checkDigits(wire)
        var all = ""
        for offset in fields.first..<fields.end {
          let pair = fields.digit(wire, offset)
          all += pair < 10 ? "0\(pair)" : "\(pair)"
        }
        let power = 2 * (fields.exponent - (fields.end - fields.first) + 1)
        text = all.isEmpty ? "0" : "\(fields.isNegative ? "-" : "")\(all)e\(power)"
        digits = Self.trimmed(all)
        isFinite = true
      }
    }

    func value<Value: LosslessStringConvertible>(_ type: Value.Type) -> Value? { Value(text) }

    /// The digits of a binary number's text: `-1.25e-07` has 125.
    static func digits(of description: String) -> String {
      trimmed(String(description.prefix { $0 != "e" }.filter(\.isNumber)))
    }

    private static func trimmed(_ digits: String) -> String {
      var digits = Substring(digits)
      while digits.first == "0" { digits.removeFirst() }
      while digits.last == "0" { digits.removeLast() }
      return String(digits)
    }
  }
}
