/// Text in nothing but ASCII: characters beyond it, and the backslash, as `\` and the four digits of their UTF-16 unit.
///
/// Oracle's ASCIISTR makes it on the server, so that no conversion between character sets lies in between (SQL Language
/// Reference, "ASCIISTR").
enum RenderedText {
  /// How many characters of the beginning and of the end are looked at.
  static let limit = 400

  /// The same form, made of a text.
  static func ascii(_ text: String) -> String {
    var result: [UInt8] = []
    for unit in text.utf16 {
      if unit < 0x80, unit != 0x5c {
        result.append(UInt8(truncatingIfNeeded: unit))
        continue
      }
      let digits = String(unit, radix: 16, uppercase: true)
      result.append(UInt8(ascii: "\\"))
      result += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
      result += digits.utf8
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text that such a form stands for; a unit without its other half is U+FFFD.
  static func text(_ ascii: String) -> String {
    var units: [UInt16] = []
    let bytes = Array(ascii.utf8)
    var place = 0
    while place < bytes.count {
      let digits = bytes[place...].dropFirst().prefix(4)
      if bytes[place] == UInt8(ascii: "\\"), digits.count == 4,
        let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        units.append(unit)
        place += 5
      } else {
        units.append(UInt16(bytes[place]))
        place += 1
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// Compares length, beginning and end.
  ///
  /// - Parameters:
  ///   - source: Oracle's LENGTH, and ASCIISTR of the first and the last characters (nil where the text has no more than
  ///     `limit`).
  ///   - target: PostgreSQL's number of characters, its number of UTF-16 units, its first and its last characters.
  ///     Oracle counts in either, depending on the character set, and a cut may go through a pair of units.
  static func isSame(_ source: [String?], _ target: [String?]) -> Bool {
    guard (2...3).contains(source.count), target.count == 4, let length = source[0].flatMap({ Int($0) }),
      target.prefix(2).contains(source[0])
    else { return false }
    let first = ascii(target[2] ?? "")
    let start = source[1] ?? ""
    guard length > limit else { return first == start }
    guard source.count == 3, let end = source[2], !start.isEmpty, !end.isEmpty else { return false }
    return first.utf8.starts(with: start.utf8)
      && ascii(target[3] ?? "").utf8.reversed().starts(with: end.utf8.reversed())
  }

  /// The beginning for people, and the length of a longer one; of either side's texts as `isSame` takes them.
  static func shown(_ texts: [String?]) -> String? {
    guard let length = texts.first ?? nil else { return nil }
    let start = texts.count == 4 ? texts[2] ?? "" : texts[1].map(text) ?? ""
    return start.unicodeScalars.count < Int(length) ?? 0 ? start + "... (\(length) characters)" : start
  }
}
