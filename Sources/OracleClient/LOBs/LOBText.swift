import OracleWire

/// How much a server counts in text.
enum LOBText {
  /// Characters of UTF-8 in the count of a form.
  static func count(_ text: [UInt8], form: LOBLocator.TextForm) -> Int {
    let scalars = scalars(text)
    guard form != .utf8 else { return scalars }
    return text.reduce(into: scalars) { count, byte in
      if byte >= 0xF0 { count += 1 }
    }
  }

  /// Unicode scalars of valid UTF-8.
  static func scalars(_ text: [UInt8]) -> Int {
    text.reduce(into: 0) { count, byte in
      if byte & 0xC0 != 0x80 { count += 1 }
    }
  }
}
