/// What a lexer reads beside SQL.
public struct LexerOptions: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Placeholders of templates and of SQL*Plus are words, or parts of them.
  ///
  /// These are `&name`, `&&name`, `&1.`, `[[name]]`, `${name}`, `{{name}}` and `@name@`.
  public static let placeholders = LexerOptions(rawValue: 1)

  /// `$IF`, `$THEN`, `$END` and `$$name` of PL/SQL are tokens.
  public static let directives = LexerOptions(rawValue: 2)
}

/// Placeholders by their form.
enum Placeholder {
  /// How long a name between brackets may be.
  private static let longest = 200

  /// The offset behind the placeholder at `start`; nil when there is none.
  static func end(in bytes: [UInt8], at start: Int) -> Int? {
    func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
    switch byte(start) {
    case 0x26: return variableEnd(in: bytes, at: start)
    case 0x5B where byte(start + 1) == 0x5B: return closed(in: bytes, from: start + 2, by: 0x5D, count: 2)
    case 0x7B where byte(start + 1) == 0x7B: return closed(in: bytes, from: start + 2, by: 0x7D, count: 2)
    case 0x24 where byte(start + 1) == 0x7B: return closed(in: bytes, from: start + 2, by: 0x7D, count: 1)
    case 0x40 where LexicalClass.of(byte(start + 1)) == .letter:
      guard let end = closed(in: bytes, from: start + 1, by: 0x40, count: 1) else { return nil }
      // A link and an include have blanks or dots before the next @.
      let name = bytes[(start + 1)..<(end - 1)]
      return name.allSatisfy { LexicalClass.isWordByte($0) || $0 == 0x2D } ? end : nil
    default: return nil
    }
  }

  /// `&name`, `&&name`, `&1`, each with the dot that ends it.
  private static func variableEnd(in bytes: [UInt8], at start: Int) -> Int? {
    var index = start + 1
    if index < bytes.count, bytes[index] == 0x26 { index += 1 }
    let name = index
    while index < bytes.count, LexicalClass.isWordByte(bytes[index]) { index += 1 }
    guard index > name else { return nil }
    return index < bytes.count && bytes[index] == 0x2E ? index + 1 : index
  }

  /// The offset behind `count` closing bytes on the same line.
  private static func closed(in bytes: [UInt8], from start: Int, by closing: UInt8, count: Int) -> Int? {
    var index = start
    while index < bytes.count, index - start < longest, bytes[index] != 0x0A {
      if bytes[index] == closing, count == 1 || index + 1 < bytes.count && bytes[index + 1] == closing {
        return index > start ? index + count : nil
      }
      index += 1
    }
    return nil
  }
}
