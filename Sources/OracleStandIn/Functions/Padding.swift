import OracleWire

/// LPAD and RPAD, which count the places that a text takes on a terminal.
///
/// SQL Language Reference, LPAD: the length is the one "as it is displayed on your terminal screen"; ideographs and
/// other wide characters take two places. orafce's regression suite has the same.
enum Padding {
  /// - Returns: nil when the width leaves room for nothing.
  static func pad(_ text: [UInt8], to width: Int, with fill: [UInt8], atStart: Bool) -> [UInt8]? {
    guard width > 0, width <= 32767 else { return nil }
    let characters = String(decoding: text, as: UTF8.self).unicodeScalars
    let taken = characters.reduce(0) { $0 + places($1) }
    if taken >= width { return cut(characters, to: width) }
    let filling = Array(String(decoding: fill, as: UTF8.self).unicodeScalars)
    guard !filling.isEmpty else { return text }
    var padding: [UInt8] = []
    var missing = width - taken
    var index = 0
    while missing > 0 {
      let next = filling[index % filling.count]
      guard places(next) <= missing else { break }
      padding += Array(String(next).utf8)
      missing -= places(next)
      index += 1
    }
    // A wide character that doesn't fit leaves a blank, on the outer side.
    let blanks = Array(repeating: UInt8(0x20), count: missing)
    return atStart ? blanks + padding + text : text + padding + blanks
  }

  private static func cut(_ characters: String.UnicodeScalarView, to width: Int) -> [UInt8] {
    var kept: [UInt8] = []
    var left = width
    for character in characters {
      guard places(character) <= left else {
        kept += Array(repeating: 0x20, count: left)
        break
      }
      kept += Array(String(character).utf8)
      left -= places(character)
    }
    return kept
  }

  /// Two for what Unicode's East Asian Width calls wide or full-width, one for all else.
  private static func places(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x1100: 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
