/// Cuts Oracle SQL (UTF-8) into tokens; blanks and comments, hints included, are left out.
///
/// A lexer has no memory but its place, so it can be run from any offset that is not inside of a token.
public struct Lexer: Sendable {
  let bytes: [UInt8]
  private let keywords = KeywordTable.shared
  /// What it reads beside SQL.
  let options: LexerOptions
  /// Byte offset of the next byte to read.
  public private(set) var offset: Int

  /// Makes a lexer that starts at a byte offset.
  public init(_ bytes: [UInt8], from offset: Int = 0, options: LexerOptions = []) {
    self.bytes = bytes
    self.options = options
    self.offset = min(max(0, offset), bytes.count)
  }

  /// All tokens of a text, without the end token.
  ///
  /// - Throws: ORA-01756, ORA-01740, ORA-01742, ORA-00911 and ORA-01745 with their place.
  public static func tokens(of text: String) throws(SQLSyntaxError) -> [Token] {
    var lexer = Lexer(Array(text.utf8))
    var tokens: [Token] = []
    while true {
      let token = try lexer.next()
      if token.kind == .end { return tokens }
      tokens.append(token)
    }
  }

  /// Reads the next token; at the end of the text an end token, again and again.
  public mutating func next() throws(SQLSyntaxError) -> Token {
    try skipBlanksAndComments()
    let start = offset
    guard start < bytes.count else { return Token(kind: .end, keyword: .other, range: range(start, start)) }
    let first = bytes[start]
    if !options.isEmpty, let token = try optionalToken(first, at: start) { return token }
    switch LexicalClass.of(first) {
    case .letter: return try word(from: start)
    case .digit: return number(from: start)
    case .other: return try symbol(first, at: start)
    }
  }

  // MARK: Blanks

  private mutating func skipBlanksAndComments() throws(SQLSyntaxError) {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D, 0x0B, 0x0C:
        offset += 1
      case 0x2D where byte(at: offset + 1) == 0x2D:
        while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
      case 0x2F where byte(at: offset + 1) == 0x2A:
        let start = offset
        offset += 2
        while !(byte(at: offset) == 0x2A && byte(at: offset + 1) == 0x2F) {
          offset += 1
          if offset >= bytes.count {
            offset = bytes.count
            throw fault(.unterminatedComment, at: start)
          }
        }
        offset += 2
      default:
        return
      }
    }
  }

  // MARK: Words

  private mutating func word(from start: Int) throws(SQLSyntaxError) -> Token {
    if let literal = try prefixedString(from: start) { return literal }
    let (end, keyword) = try scanWord(from: start)
    offset = end
    return Token(kind: .word, keyword: keyword, range: range(start, end))
  }

  private func scanWord(from start: Int) throws(SQLSyntaxError) -> (end: Int, keyword: Keyword) {
    var hash = KeywordHash()
    var index = start
    let span = bytes.span
    while index < span.count {
      let byte = span[index]
      if byte >= 0x80 {
        index = try endOfLetter(at: index)
        hash.add(byte)
        continue
      }
      if LexicalClass.isWordByte(byte) {
        if byte == 0x24, options.contains(.placeholders), let end = placeholderEnd(at: index) {
          index = end
          hash.add(byte)
          continue
        }
        hash.add(KeywordHash.folded(byte))
        index += 1
      } else if options.contains(.placeholders), let end = placeholderEnd(at: index) {
        index = end
        hash.add(byte)
      } else {
        break
      }
    }
    return (index, keywords.keyword(in: span, start: start, end: index, hash: hash))
  }

  /// Checks that a letter outside of ASCII stands at `index` and returns the offset behind it.
  private func endOfLetter(at index: Int) throws(SQLSyntaxError) -> Int {
    let length = bytes[index] >= 0xF0 ? 4 : bytes[index] >= 0xE0 ? 3 : 2
    let end = min(index + length, bytes.count)
    guard let text = String(validating: bytes[index..<end], as: UTF8.self), let scalar = text.unicodeScalars.first
    else { throw fault(.partialCharacter, at: index) }
    guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
      throw fault(.invalidCharacter, at: index)
    }
    return end
  }

  private mutating func prefixedString(from start: Int) throws(SQLSyntaxError) -> Token? {
    switch (KeywordHash.folded(bytes[start]), KeywordHash.folded(byte(at: start + 1))) {
    case (0x4E, 0x27):
      offset = try endOfString(openingQuote: start + 1)
      return Token(kind: .nationalString, keyword: .other, range: range(start, offset))
    case (0x51, 0x27):
      offset = try endOfAlternativeString(openingQuote: start + 1)
      return Token(kind: .alternativeString, keyword: .other, range: range(start, offset))
    case (0x4E, 0x51) where byte(at: start + 2) == 0x27:
      offset = try endOfAlternativeString(openingQuote: start + 2)
      return Token(kind: .nationalAlternativeString, keyword: .other, range: range(start, offset))
    default:
      return nil
    }
  }

  /// Reads a word that starts with a placeholder, or a directive of PL/SQL; nil when neither is next.
  private mutating func optionalToken(_ first: UInt8, at start: Int) throws(SQLSyntaxError) -> Token? {
    if options.contains(.placeholders), placeholderEnd(at: start) != nil {
      let (end, _) = try scanWord(from: start)
      offset = end
      return Token(kind: .word, keyword: .other, range: range(start, end))
    }
    guard options.contains(.directives), first == 0x24 else { return nil }
    let name = byte(at: start + 1) == 0x24 ? start + 2 : start + 1
    guard LexicalClass.of(byte(at: name)) == .letter else { return nil }
    let (end, keyword) = try scanWord(from: name)
    offset = end
    return Token(kind: name == start + 1 ? .directive : .inquiry, keyword: keyword, range: range(start, end))
  }

  private func placeholderEnd(at start: Int) -> Int? { Placeholder.end(in: bytes, at: start) }

  // MARK: Quotes

  /// The offset behind the string whose opening quote stands at `openingQuote`.
  private func endOfString(openingQuote: Int) throws(SQLSyntaxError) -> Int {
    var index = openingQuote + 1
    let span = bytes.span
    while index < span.count {
      if span[index] == 0x27 {
        if index + 1 < span.count, span[index + 1] == 0x27 {
          index += 2
          continue
        }
        return index + 1
      }
      index += 1
    }
    throw fault(.unterminatedString, at: openingQuote)
  }

  /// The offset behind the `q'[..]'` string whose quote stands at `openingQuote`.
  private func endOfAlternativeString(openingQuote: Int) throws(SQLSyntaxError) -> Int {
    let opening = byte(at: openingQuote + 1)
    let closing: UInt8
    switch opening {
    case 0x5B: closing = 0x5D
    case 0x7B: closing = 0x7D
    case 0x28: closing = 0x29
    case 0x3C: closing = 0x3E
    case 0, 0x20, 0x09, 0x0A, 0x0D:
      throw fault(.unterminatedString, at: openingQuote)
    default: closing = opening
    }
    if opening >= 0x80 { throw fault(.invalidCharacter, at: openingQuote + 1) }
    var index = openingQuote + 2
    while index + 1 < bytes.count {
      if bytes[index] == closing, bytes[index + 1] == 0x27 {
        return index + 2
      }
      index += 1
    }
    throw fault(.unterminatedString, at: openingQuote)
  }

  private mutating func quotedIdentifier(from start: Int) throws(SQLSyntaxError) -> Token {
    var index = start + 1
    while index < bytes.count, bytes[index] != 0x22 {
      if bytes[index] == 0 { throw fault(.invalidCharacter, at: index) }
      index += 1
    }
    guard index < bytes.count else {
      offset = bytes.count
      throw fault(.missingDoubleQuote, at: start)
    }
    guard index > start + 1 else { throw fault(.zeroLengthIdentifier, at: start) }
    offset = index + 1
    return Token(kind: .quotedIdentifier, keyword: .other, range: range(start, offset))
  }

  // MARK: Numbers and binds

  private mutating func number(from start: Int) -> Token {
    var index = skipDigits(from: start)
    if byte(at: index) == 0x2E, byte(at: index + 1) != 0x2E { index = skipDigits(from: index + 1) }
    if KeywordHash.folded(byte(at: index)) == 0x45 {
      let sign = byte(at: index + 1)
      let digits = sign == 0x2B || sign == 0x2D ? index + 2 : index + 1
      let end = skipDigits(from: digits)
      if end > digits { index = end }
    }
    let suffix = KeywordHash.folded(byte(at: index))
    if suffix == 0x46 || suffix == 0x44, !LexicalClass.isWordByte(byte(at: index + 1)) { index += 1 }
    offset = index
    return Token(kind: .number, keyword: .other, range: range(start, index))
  }

  private func skipDigits(from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 { index += 1 }
    return index
  }

  private mutating func bind(from start: Int) throws(SQLSyntaxError) -> Token {
    if byte(at: start + 1) == 0x22 {
      let name = try quotedIdentifier(from: start + 1)
      return Token(kind: .bind, keyword: .other, range: range(start, name.range.end))
    }
    var index = start + 1
    while index < bytes.count, bytes[index] < 0x80 ? LexicalClass.isWordByte(bytes[index]) : true {
      index = bytes[index] < 0x80 ? index + 1 : try endOfLetter(at: index)
    }
    guard index > start + 1 else { throw fault(.invalidBindName, at: start) }
    offset = index
    return Token(kind: .bind, keyword: .other, range: range(start, index))
  }

  // MARK: Symbols

  private mutating func symbol(_ first: UInt8, at start: Int) throws(SQLSyntaxError) -> Token {
    let second = byte(at: start + 1)
    switch first {
    case 0x27:
      offset = try endOfString(openingQuote: start)
      return Token(kind: .string, keyword: .other, range: range(start, offset))
    case 0x22: return try quotedIdentifier(from: start)
    case 0x2E where second >= 0x30 && second <= 0x39: return number(from: start)
    case 0x3A where second != 0x3D && second != 0x27: return try bind(from: start)
    default: break
    }
    guard let (kind, length) = Symbols.match(first, second) else { throw fault(.invalidCharacter, at: start) }
    offset = start + length
    return Token(kind: kind, keyword: .other, range: range(start, offset))
  }

  // MARK: Places

  @inline(__always)
  private func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  @inline(__always)
  private func range(_ start: Int, _ end: Int) -> SourceRange { SourceRange(start: start, end: end) }

  private func fault(_ fault: SyntaxFault, at offset: Int) -> SQLSyntaxError {
    SQLSyntaxError(fault, offset: offset, in: bytes)
  }
}

extension SQLSyntaxError {
  init(_ fault: SyntaxFault, detail: String = "", offset: Int, in bytes: [UInt8]) {
    self.init(
      code: fault.code, message: detail.isEmpty ? fault.message : fault.message + ": " + detail, offset: offset,
      location: SourceLocation(offset: offset, in: bytes))
  }
}
