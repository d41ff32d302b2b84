/// Finds where a PL/SQL unit ends by its own blocks, for scripts that have no `/` behind it.
///
/// It reads tokens and knows BEGIN, CASE, IF, LOOP and END, declarations and the heads of subprograms; what statements say
/// is the parser's business.
struct UnitExtent {
  private var lexer: Lexer
  private var token: Token
  private var depth = 0
  private static let maximumDepth = 200

  /// The offset behind the last `;` of the unit that starts at `start`; nil when its blocks are not understood.
  static func end(in bytes: [UInt8], from start: Int, options: LexerOptions) -> Int? {
    var lexer = Lexer(bytes, from: start, options: options.union(.directives))
    guard let first = try? lexer.next() else { return nil }
    var extent = UnitExtent(lexer: lexer, token: first)
    do {
      return try extent.unit()
    } catch {
      return nil
    }
  }

  private init(lexer: Lexer, token: Token) {
    self.lexer = lexer
    self.token = token
  }

  /// The blocks are not those of a unit.
  private struct NotUnderstood: Error {}

  private mutating func advance() throws {
    if token.kind == .end { throw NotUnderstood() }
    token = try lexer.next()
    // What SQL*Plus takes for the end of the unit is one here.
    if token.kind == .slash, isAlone(token.range.start) { throw NotUnderstood() }
  }

  private func isAlone(_ offset: Int) -> Bool {
    let bytes = lexer.bytes
    var before = offset - 1
    while before >= 0, bytes[before] == 0x20 || bytes[before] == 0x09 { before -= 1 }
    var behind = offset + 1
    while behind < bytes.count, bytes[behind] == 0x20 || bytes[behind] == 0x09 || bytes[behind] == 0x0D { behind += 1 }
    return (before < 0 || bytes[before] == 0x0A) && (behind == bytes.count || bytes[behind] == 0x0A)
  }

  /// Moves behind the next `;` outside of parentheses and gives the offset behind it.
  private mutating func skipStatement() throws -> Int {
    var parentheses = 0
    while token.kind != .semicolon || parentheses > 0 {
      if token.kind == .leftParenthesis { parentheses += 1 }
      if token.kind == .rightParenthesis { parentheses -= 1 }
      try advance()
    }
    let end = token.range.end
    // What follows may be anything: it is looked at only where a block goes on.
    token = (try? lexer.next()) ?? Token(kind: .end, keyword: .other, range: token.range)
    return end
  }

  // MARK: Units

  private mutating func unit() throws -> Int {
    while token.kind == .labelStart {
      while token.kind != .labelEnd { try advance() }
      try advance()
    }
    switch token.keyword {
    case .declare:
      try advance()
      return try block()
    case .begin: return try block()
    case .create: break
    default: throw NotUnderstood()
    }
    while true {
      try advance()
      switch token.keyword {
      case .procedure, .function: return try subprogram()
      case .trigger: return try trigger()
      case .package: return try package()
      case .type: return try type()
      case .library, .java: return try skipStatement()
      case .or, .replace, .editionable, .noneditionable: continue
      default: throw NotUnderstood()
      }
    }
  }

  private mutating func trigger() throws -> Int {
    var parentheses = 0
    while true {
      try advance()
      if token.kind == .leftParenthesis { parentheses += 1 }
      if token.kind == .rightParenthesis { parentheses -= 1 }
      guard parentheses == 0 else { continue }
      switch token.keyword {
      case .declare:
        try advance()
        return try block()
      case .begin: return try block()
      case .compound:
        try advance()
        try advance()
        return try block()
      case .call: return try skipStatement()
      default: if token.kind == .semicolon { throw NotUnderstood() }
      }
    }
  }

  private mutating func package() throws -> Int {
    while token.keyword != .is, token.keyword != .as {
      if token.kind == .semicolon { throw NotUnderstood() }
      try advance()
    }
    try advance()
    return try block()
  }

  private mutating func type() throws -> Int {
    try advance()
    guard token.keyword == .body else { return try skipStatement() }
    return try package()
  }

  /// Reads a subprogram from PROCEDURE or FUNCTION on, its `;` included.
  private mutating func subprogram() throws -> Int {
    var parentheses = 0
    while true {
      try advance()
      if token.kind == .leftParenthesis { parentheses += 1 }
      if token.kind == .rightParenthesis { parentheses -= 1 }
      guard parentheses == 0 else { continue }
      if token.kind == .semicolon { return try skipStatement() }
      guard token.keyword == .is || token.keyword == .as else { continue }
      try advance()
      if token.keyword == .external || isWord("LANGUAGE") || isWord("MLE") { return try skipStatement() }
      return try block()
    }
  }

  private func isWord(_ word: String) -> Bool {
    token.kind == .word && token.range.end - token.range.start == word.utf8.count
      && zip(lexer.bytes[token.range.start..<token.range.end], word.utf8).allSatisfy { KeywordHash.folded($0) == $1 }
  }

  // MARK: Blocks

  /// Reads declarations, and the body where there is one, up to the `;` behind END.
  private mutating func block() throws -> Int {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.maximumDepth else { throw NotUnderstood() }
    while true {
      switch token.keyword {
      case .begin:
        try advance()
        try body()
        return try skipStatement()
      case .end:
        // A package without initialisation, or a type's body.
        return try skipStatement()
      default: try declaration()
      }
    }
  }

  private mutating func declaration() throws {
    var isFirst = true
    while true {
      switch token.keyword {
      case .procedure, .function:
        _ = try subprogram()
        return
      case .begin where !isFirst:
        // The section of a compound trigger: BEFORE STATEMENT IS ... BEGIN.
        _ = try block()
        return
      default: break
      }
      if token.kind == .semicolon {
        token = try lexer.next()
        return
      }
      if token.kind == .leftParenthesis {
        var parentheses = 0
        repeat {
          if token.kind == .leftParenthesis { parentheses += 1 }
          if token.kind == .rightParenthesis { parentheses -= 1 }
          try advance()
        } while parentheses > 0
      } else {
        let isSection = (token.keyword == .before || token.keyword == .after || token.keyword == .instead) && isFirst
        try advance()
        if isSection {
          while token.keyword != .is, token.keyword != .as, token.kind != .semicolon { try advance() }
          if token.kind != .semicolon {
            try advance()
            _ = try block()
            return
          }
        }
      }
      isFirst = false
    }
  }

  /// Reads statements up to the END that belongs to them, which is left behind.
  private mutating func body() throws {
    var open = 1
    while open > 0 {
      switch token.keyword {
      case .end:
        open -= 1
        try advance()
        if token.keyword == .if || token.keyword == .loop || token.keyword == .case { try advance() }
        continue
      case .begin, .loop, .case, .if: open += 1
      case .declare where open < Self.maximumDepth * 10:
        try advance()
        // A block among statements has declarations of its own.
        while token.keyword != .begin {
          if token.keyword == .end { throw NotUnderstood() }
          try declaration()
        }
        continue
      default: break
      }
      try advance()
    }
  }
}
