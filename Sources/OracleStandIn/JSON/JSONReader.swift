/// Reads the tokens of a JSON text.
struct JSONReader {
  let bytes: [UInt8]
  let isStrict: Bool
  var place = 0

  init(_ bytes: [UInt8], isStrict: Bool) {
    self.bytes = bytes
    self.isStrict = isStrict
  }

  var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  /// The fault for a character that isn't expected here, or for the end of the text.
  var unexpected: JSONFault {
    JSONFault(kind: place < bytes.count ? .unexpectedCharacter : .unexpectedEnd, offset: place)
  }

  /// Skips a character if it comes next.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let next, UInt32(next) == character.value else { return false }
    place += 1
    return true
  }

  /// Skips what may stand between tokens; under lax syntax that's any control character, but no blank outside ASCII.
  mutating func skipBlanks() {
    while let byte = next {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: place += 1
      case 0..<0x20, 0x7F:
        if isStrict { return }
        place += 1
      default: return
      }
    }
  }

  /// Reads a string from its opening quotation mark to its closing one.
  mutating func string() throws(JSONFault) -> String {
    guard let quote = next, isQuote(quote) else { throw unexpected }
    let start = place
    place += 1
    var text: [UInt8] = []
    while let byte = next {
      place += 1
      switch byte {
      case quote: return try decode(text, from: start)
      case 0x5C: try escape(into: &text)
      case 0..<0x20: throw JSONFault(kind: .unexpectedCharacter, offset: place - 1)
      default: text.append(byte)
      }
    }
    throw unexpected
  }

  func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || !isStrict && byte == UInt8(ascii: "'")
  }

  private func decode(_ text: [UInt8], from start: Int) throws(JSONFault) -> String {
    guard let string = String(validating: text, as: UTF8.self) else {
      throw JSONFault(kind: .invalidUTF8, offset: start)
    }
    return string
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
    guard let byte = next else { throw unexpected }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "'") where !isStrict: text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: try escapedCharacter().utf8)
    default: throw JSONFault(kind: .invalidEscape, offset: place - 1)
    }
  }

  /// Reads what follows `\u`, and the other half of a surrogate pair; a lone half becomes U+FFFD.
  private mutating func escapedCharacter() throws(JSONFault) -> String {
    let first = try fourHexDigits()
    var code = first
    if first & 0xFC00 == 0xD800, place + 1 < bytes.count, bytes[place] == 0x5C, bytes[place + 1] == UInt8(ascii: "u") {
      let back = place
      place += 2
      let second = try fourHexDigits()
      if second & 0xFC00 == 0xDC00 {
        code = 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF
      } else {
        place = back
      }
    }
    return String(Unicode.Scalar(code) ?? "\u{FFFD}")
  }

  private mutating func fourHexDigits() throws(JSONFault) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next else { throw unexpected }
      switch byte {
      case 48...57: code = code << 4 | UInt32(byte - 48)
      case 65...70, 97...102: code = code << 4 | UInt32((byte | 0x20) - 87)
      default: throw JSONFault(kind: .invalidEscape, offset: place)
      }
      place += 1
    }
    return code
  }

  /// Reads the name of a member, which needs no quotation marks under lax syntax.
  mutating func name() throws(JSONFault) -> String {
    guard let first = next else { throw unexpected }
    if isQuote(first) { return try string() }
    let start = place
    if !isStrict {
      while let byte = next, Self.isPlain(byte) { place += 1 }
    }
    guard place > start else { throw unexpected }
    return try decode(Array(bytes[start..<place]), from: start)
  }

  /// Whether a byte can be part of a name without quotation marks: not blank, not structural, no escape.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x7F && !"{}[]:,\\".utf8.contains(byte)
  }

  /// Reads `true`, `false` or `null`, in any case under lax syntax.
  mutating func word() throws(JSONFault) -> JSONValue {
    let start = place
    while let byte = next, (97...122).contains(byte | 0x20) { place += 1 }
    let word = bytes[start..<place]
    for (text, value) in [("true", JSONValue.boolean(true)), ("false", .boolean(false)), ("null", .null)] {
      if word.elementsEqual(text.utf8, by: { isStrict ? $0 == $1 : $0 | 0x20 == $1 }) { return value }
    }
    place = start
    throw unexpected
  }

  /// Reads a numeral; under lax syntax it may have a plus sign, leading zeros, and no digit at one side of the point.
  mutating func number() throws(JSONFault) -> String {
    let start = place
    let hasPlus = skip("+")
    let isSigned = hasPlus || skip("-")
    let first = next
    let whole = skipDigits()
    var isValid = !isStrict || !hasPlus && (whole == 1 || whole > 1 && first != UInt8(ascii: "0"))
    var digits = whole
    if skip(".") {
      let fraction = skipDigits()
      digits += fraction
      if isStrict, fraction == 0 { isValid = false }
    }
    guard digits > 0 else {
      if !isSigned || next == nil { throw unexpected }
      throw JSONFault(kind: .invalidNumber, offset: start)
    }
    if skip("e") || skip("E") {
      _ = skip("+") || skip("-")
      if skipDigits() == 0 { isValid = false }
    }
    guard isValid else { throw JSONFault(kind: .invalidNumber, offset: start) }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func skipDigits() -> Int {
    let start = place
    while let byte = next, (48...57).contains(byte) { place += 1 }
    return place - start
  }
}
