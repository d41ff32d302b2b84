import OracleWire

extension NumberArithmetic {
  /// A number with all of its digits in as few characters as can be: the models TM and TM9, and in any case with an
  /// exponent TME.
  ///
  /// TM9 turns to an exponent beyond 64 characters (SQL Language Reference, "Number Format Elements").
  static func textMinimum(_ value: OracleNumber, isScientific: Bool) -> String {
    if value.isInfinite { return value.isNegative ? "-~" : "~" }
    let (digits, pointShift) = value.digits
    if digits.isEmpty { return "0" }
    let sign = value.isNegative ? "-" : ""
    let glyphs = String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    if !isScientific {
      let plain: String
      if pointShift <= 0 {
        plain = "." + String(repeating: "0", count: -pointShift) + glyphs
      } else if pointShift >= glyphs.count {
        plain = glyphs + String(repeating: "0", count: pointShift - glyphs.count)
      } else {
        plain = glyphs.prefix(pointShift) + "." + glyphs.dropFirst(pointShift)
      }
      if sign.count + plain.count <= 64 { return sign + plain }
    }
    let exponent = pointShift - 1
    let fraction = glyphs.count > 1 ? "." + glyphs.dropFirst() : ""
    let places = String(abs(exponent))
    return sign + glyphs.prefix(1) + fraction + "E" + (exponent < 0 ? "-" : "+") + (places.count < 2 ? "0" : "")
      + places
  }
}
