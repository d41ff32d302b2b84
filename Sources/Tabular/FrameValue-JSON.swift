extension FrameValue {
  /// Writes the value as JSON, in one form for each value, whichever database it came from.
  ///
  /// NULL is null. Numbers are JSON's numbers with every digit they have, in plain notation; NaN and the infinities, which
  /// JSON has no number for, are the texts "NaN", "Infinity" and "-Infinity". Times are texts of ISO 8601:
  /// "2024-03-17T08:00:00.5", a moment with "Z" behind it; 1 BC is the year 0000, 2 BC -0001, and a year beyond 9999 has
  /// a plus. Bytes are hexadecimal digits.
  func writeJSON(to buffer: inout [UInt8]) {
    switch self {
    case .null: buffer += "null".utf8
    case .boolean(let flag): buffer += (flag ? "true" : "false").utf8
    case .number, .double:
      let text = canonicalText ?? "null"
      // Nothing else ends with a letter.
      if text.utf8.last.map({ $0 > UInt8(ascii: "9") }) == true {
        FrameValue.writeJSON(text, to: &buffer)
      } else {
        buffer += text.utf8
      }
    case .text(let text): FrameValue.writeJSON(text, to: &buffer)
    case .timestamp(let time): FrameValue.writeJSON(time.isoText(zone: ""), to: &buffer)
    case .instant(let time): FrameValue.writeJSON(time.isoText(zone: "Z"), to: &buffer)
    case .bytes: FrameValue.writeJSON(canonicalText ?? "", to: &buffer)
    }
  }

  /// Writes a text in quotes.
  ///
  /// What some readers take for the end of a line (U+0085, U+2028, U+2029) is escaped as control characters are.
  static func writeJSON(_ text: String, to buffer: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    buffer.append(quote)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: buffer += [0x5C, 0x22]
      case 0x5C: buffer += [0x5C, 0x5C]
      case 0x09: buffer += "\\t".utf8
      case 0x0A: buffer += "\\n".utf8
      case 0x0D: buffer += "\\r".utf8
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        buffer += "\\u".utf8
        buffer += String(repeating: "0", count: 4 - digits.utf8.count).utf8
        buffer += digits.utf8
      case 0x20...0x7E: buffer.append(UInt8(truncatingIfNeeded: scalar.value))
      default: buffer += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    buffer.append(quote)
  }
}
