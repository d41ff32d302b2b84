/// Where a statement probably begins, in a text whose quotes can't be trusted.
///
/// A line that starts with a statement's first word, behind a `;` or a `/` alone on its line, and comments of lines
/// between them.
enum StatementBorder {
  private static let words: Set<String> = [
    "CREATE", "ALTER", "COMMENT", "DROP", "GRANT", "REVOKE", "INSERT", "UPDATE", "DELETE", "BEGIN", "DECLARE",
  ]

  /// The first such place in a part of a text; `isUnit` where a `;` says nothing, as in PL/SQL.
  static func first(in bytes: [UInt8], from start: Int, to end: Int, isUnit: Bool = false) -> Int? {
    var index = start
    var isBehindTerminator = false
    var startsLine = false
    while index < end {
      let byte = bytes[index]
      switch byte {
      case 0x0A:
        startsLine = true
        index += 1
      case 0x20, 0x09, 0x0D: index += 1
      case 0x2D where startsLine && index + 1 < end && bytes[index + 1] == 0x2D:
        while index < end, bytes[index] != 0x0A { index += 1 }
      case 0x2F where startsLine && isAlone(index, bytes, end):
        isBehindTerminator = true
        index += 1
      default:
        if startsLine, isBehindTerminator, startsStatement(index, bytes, end) { return index }
        startsLine = false
        isBehindTerminator = byte == 0x3B && !isUnit
        index += 1
      }
    }
    return nil
  }

  private static func isAlone(_ slash: Int, _ bytes: [UInt8], _ end: Int) -> Bool {
    var index = slash + 1
    while index < end, bytes[index] != 0x0A {
      guard bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0D else { return false }
      index += 1
    }
    return true
  }

  private static func startsStatement(_ start: Int, _ bytes: [UInt8], _ end: Int) -> Bool {
    var index = start
    while index < end, index - start < 9, LexicalClass.isWordByte(bytes[index]) { index += 1 }
    guard index < end, bytes[index] <= 0x20 else { return false }
    return words.contains(String(decoding: bytes[start..<index], as: UTF8.self).uppercased())
  }
}
