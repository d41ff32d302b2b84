extension SampleValue {
  /// NULL for nothing.
  static func optional(_ text: String?) -> SampleValue { text.map { .text($0) } ?? .null }

  /// A number given in units of its last decimal place: 1250 with 2 digits is "12.5".
  static func decimal(scaled: Int, digits: Int) -> SampleValue {
    var unscaled = scaled
    var places = digits
    while places > 0, unscaled % 10 == 0 {
      unscaled /= 10
      places -= 1
    }
    guard places > 0 else { return .integer(unscaled) }
    return .decimal(plain(unscaled, places: places))
  }

  /// Writes the digits from the last to the first; 24 bytes hold any Int with its sign and point.
  private static func plain(_ unscaled: Int, places: Int) -> String {
    var magnitude = unscaled.magnitude
    var reversed = [UInt8]()
    reversed.reserveCapacity(24)
    var written = 0
    while magnitude > 0 || written <= places {
      reversed.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude % 10))
      magnitude /= 10
      written += 1
      if written == places { reversed.append(UInt8(ascii: ".")) }
    }
    if unscaled < 0 { reversed.append(UInt8(ascii: "-")) }
    return String(decoding: reversed.reversed(), as: UTF8.self)
  }
}
