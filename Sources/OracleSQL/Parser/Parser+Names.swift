// Names, numbers and strings: tokens turned into values.
extension Parser {
  /// Whether the next token can be a name.
  var startsIdentifier: Bool { canBeIdentifier(current) }

  func canBeIdentifier(_ token: Token) -> Bool {
    token.kind == .quotedIdentifier || (token.kind == .word && !reserves(token.keyword))
  }

  private func reserves(_ keyword: Keyword) -> Bool {
    isProcedural ? keyword.isReservedInPLSQL : keyword.isReserved
  }

  /// Reads a name.
  mutating func identifier(_ otherwise: SyntaxFault = .invalidIdentifier) throws(SQLSyntaxError) -> Identifier {
    guard startsIdentifier else { throw fault(otherwise) }
    return try anyWord()
  }

  /// Reads a word as a name, even a reserved one.
  mutating func anyWord() throws(SQLSyntaxError) -> Identifier {
    let token = current
    let range = token.range
    var name: String
    switch token.kind {
    case .word: name = foldedText(range)
    case .quotedIdentifier: name = text(range.start + 1, range.end - 1)
    default: throw fault(.missingIdentifier)
    }
    if name.utf8.count > 128 { throw fault(.identifierTooLong) }
    advance()
    return Identifier(name: name, isQuoted: token.kind == .quotedIdentifier, range: range)
  }

  /// Reads `[schema.]name[@link]`.
  mutating func objectName(_ otherwise: SyntaxFault = .invalidTableName) throws(SQLSyntaxError) -> ObjectName {
    var result = ObjectName(name: try identifier(otherwise))
    if accept(.dot) {
      result.schema = result.name
      result.name = try identifier(otherwise)
    }
    if accept(Token.Kind.at) {
      result.databaseLink = try identifier(.databaseLinkExpected)
      while accept(.dot) { _ = try identifier(.databaseLinkExpected) }
    }
    return result
  }

  /// Reads `(name, name, ...)`.
  mutating func identifierList() throws(SQLSyntaxError) -> [Identifier] {
    try expectLeft()
    var names: [Identifier] = []
    repeat { names.append(try identifier()) } while accept(.comma)
    try expectRight()
    return names
  }

  /// The bytes of a range as text; that the whole is UTF-8 was checked at the start.
  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  /// An unquoted word in upper case.
  func foldedText(_ range: SourceRange) -> String {
    var hasLower = false
    for index in range.start..<range.end {
      let byte = bytes[index]
      if byte >= 0x80 { return text(range.start, range.end).uppercased() }
      if byte >= 0x61 && byte <= 0x7A { hasLower = true }
    }
    guard hasLower else { return text(range.start, range.end) }
    let count = range.end - range.start
    return String(unsafeUninitializedCapacity: count) { buffer in
      for offset in 0..<count { buffer[offset] = KeywordHash.folded(bytes[range.start + offset]) }
      return count
    }
  }

  /// Whether the next token is the given word, for words that are no keywords; `word` is upper case.
  func isWord(_ word: String) -> Bool {
    let token = current
    guard token.kind == .word, token.range.end - token.range.start == word.utf8.count else { return false }
    return zip(bytes[token.range.start..<token.range.end], word.utf8).allSatisfy { KeywordHash.folded($0) == $1 }
  }

  mutating func acceptWord(_ word: String) -> Bool {
    guard isWord(word) else { return false }
    advance()
    return true
  }

  // MARK: Numbers

  /// Reads an integer without sign that fits Int.
  mutating func integer() throws(SQLSyntaxError) -> Int {
    guard kind == .number, let value = Int(text(current.range.start, current.range.end)) else {
      throw fault(.integerRequired)
    }
    advance()
    return value
  }

  /// Reads an integer that may have a sign.
  mutating func signedInteger() throws(SQLSyntaxError) -> Int {
    let isNegative = accept(Token.Kind.minus)
    if !isNegative { _ = accept(Token.Kind.plus) }
    let value = try integer()
    return isNegative ? -value : value
  }

  /// Reads an integer of any length with sign, as text.
  mutating func integerText() throws(SQLSyntaxError) -> String {
    let isNegative = accept(Token.Kind.minus)
    if !isNegative { _ = accept(Token.Kind.plus) }
    let digits = kind == .number ? text(current.range.start, current.range.end) : ""
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { throw fault(.integerRequired) }
    advance()
    return isNegative ? "-" + digits : digits
  }

  // MARK: Strings

  /// Whether the next token is a string of any form.
  var startsString: Bool {
    switch kind {
    case .string, .nationalString, .alternativeString, .nationalAlternativeString: true
    default: false
    }
  }

  /// Reads a string; its value and whether it's national.
  mutating func string() throws(SQLSyntaxError) -> (text: String, isNational: Bool) {
    let token = current
    let start = token.range.start
    let end = token.range.end
    let value: String
    switch token.kind {
    case .string: value = unescaped(start + 1, end - 1)
    case .nationalString: value = unescaped(start + 2, end - 1)
    case .alternativeString: value = text(start + 3, end - 2)
    case .nationalAlternativeString: value = text(start + 4, end - 2)
    default: throw fault(.stringLiteralRequired)
    }
    advance()
    return (value, token.kind == .nationalString || token.kind == .nationalAlternativeString)
  }

  func unescaped(_ start: Int, _ end: Int) -> String {
    var hasQuote = false
    for index in start..<end where bytes[index] == 0x27 {
      hasQuote = true
      break
    }
    guard hasQuote else { return text(start, end) }
    var result: [UInt8] = []
    result.reserveCapacity(end - start)
    var index = start
    while index < end {
      result.append(bytes[index])
      index += bytes[index] == 0x27 ? 2 : 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: Binds

  /// Reads a placeholder and enters it into the statement's list.
  mutating func bindVariable() throws(SQLSyntaxError) -> BindVariable {
    let range = current.range
    guard kind == .bind else { throw fault(.invalidBindName) }
    let isQuoted = bytes[range.start + 1] == 0x22
    let name =
      isQuoted
      ? text(range.start + 2, range.end - 1)
      : foldedText(SourceRange(start: range.start + 1, end: range.end))
    advance()
    let bind = BindVariable(name: name, position: binds.count, range: range)
    binds.append(bind)
    return bind
  }
}
