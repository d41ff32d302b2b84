/// The recursive-descent parser: tokens of one text, the place in them, and what was found on the way.
///
/// The grammar is in the extensions, one a topic.
struct Parser {
  let bytes: [UInt8]
  var tokens: [Token]
  var index = 0
  var binds: [BindVariable] = []
  /// Levels of expressions, queries and joins that are open at the moment.
  var depth = 0
  /// Levels of expressions alone.
  var expressionDepth = 0
  /// What few readers carry out, in the order it was read.
  var uncommon: [UncommonSyntax] = []
  /// Arithmetic operators in the current outermost expression; each may add a level to the tree.
  var operatorCount = 0
  /// For each token that opens a parenthesis the index of the one that closes it; made when first asked for.
  private var matching: [Int32] = []

  /// What the lexer reads beside SQL.
  let options: LexerOptions
  /// The text is PL/SQL: SQL in it has INTO and variables.
  var isProgram = false
  /// What is read is PL/SQL itself, not SQL in it: names may be words that only SQL reserves.
  var isProcedural = false
  /// Where the first column ends that has no type, which only `AS query` may give it.
  var untyped: Int?
  /// What `$IF` chose between.
  var conditionals: [ConditionalSection] = []

  static let maximumDepth = 100
  static let maximumOperators = 400

  /// Reads all tokens of an expression, condition or type.
  init(fragment bytes: [UInt8]) throws(SQLSyntaxError) {
    self.bytes = bytes
    options = []
    tokens = []
    var lexer = try Self.lexer(bytes, options)
    try readTokens(from: &lexer)
  }

  /// Reads all tokens of a PL/SQL unit.
  init(program bytes: [UInt8], options: LexerOptions) throws(SQLSyntaxError) {
    self.bytes = bytes
    self.options = options.union(.directives)
    isProgram = true
    isProcedural = true
    tokens = []
    var lexer = try Self.lexer(bytes, self.options)
    try readTokens(from: &lexer)
    if tokens.contains(where: { $0.kind == .directive }) { try chooseConditionals() }
  }

  /// Reads the tokens of a statement; of a stored PL/SQL unit only its head, as its text need not be SQL.
  init(statement bytes: [UInt8], options: LexerOptions = []) throws(SQLSyntaxError) {
    self.bytes = bytes
    self.options = options
    tokens = []
    var lexer = try Self.lexer(bytes, options)
    let head = try Self.head(of: bytes)
    if head.isStoredUnit {
      tokens = head.tokens
      tokens.append(Token(kind: .end, keyword: .other, range: SourceRange(start: bytes.count, end: bytes.count)))
    } else {
      try readTokens(from: &lexer)
    }
  }

  private static func lexer(_ bytes: [UInt8], _ options: LexerOptions) throws(SQLSyntaxError) -> Lexer {
    guard bytes.count < Int(Int32.max) else { throw SQLSyntaxError(.statementTooLong, offset: 0, in: []) }
    return Lexer(bytes, options: options)
  }

  /// Refuses bytes that are no UTF-8, at the first that isn't.
  static func checkEncoding(of bytes: [UInt8]) throws(SQLSyntaxError) {
    if bytes.allSatisfy({ $0 < 0x80 }) || String(validating: bytes, as: UTF8.self) != nil { return }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
    throw SQLSyntaxError(.partialCharacter, offset: offset, in: bytes)
  }

  private mutating func readTokens(from lexer: inout Lexer) throws(SQLSyntaxError) {
    tokens.reserveCapacity(bytes.count / 4 + 2)
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if token.kind == .end { return }
    }
  }

  // MARK: Looking

  /// The token to read next; the end token stays.
  var current: Token { tokens[index] }

  /// The keyword to read next, `.other` for anything else.
  var keyword: Keyword { tokens[index].keyword }

  /// The kind of the next token.
  var kind: Token.Kind { tokens[index].kind }

  /// A token further on.
  func peek(_ distance: Int = 1) -> Token { tokens[min(index + distance, tokens.count - 1)] }

  mutating func advance() {
    if index < tokens.count - 1 { index += 1 }
  }

  /// Where the last token that was read ends.
  var previousEnd: Int { index > 0 ? tokens[index - 1].range.end : 0 }

  /// The range from a start to the last token that was read.
  func range(from start: Int) -> SourceRange { SourceRange(start: start, end: max(start, previousEnd)) }

  /// Where the next token starts.
  var start: Int { tokens[index].range.start }

  // MARK: Reading

  /// Reads the keyword if it's next.
  mutating func accept(_ wanted: Keyword) -> Bool {
    guard tokens[index].keyword == wanted else { return false }
    advance()
    return true
  }

  /// Reads two keywords if both are next.
  mutating func accept(_ first: Keyword, _ second: Keyword) -> Bool {
    guard keyword == first, peek().keyword == second else { return false }
    advance()
    advance()
    return true
  }

  /// Reads the symbol if it's next.
  mutating func accept(_ wanted: Token.Kind) -> Bool {
    guard tokens[index].kind == wanted else { return false }
    advance()
    return true
  }

  mutating func expect(_ wanted: Keyword, _ otherwise: SyntaxFault = .missingKeyword) throws(SQLSyntaxError) {
    guard accept(wanted) else { throw fault(otherwise) }
  }

  mutating func expect(_ wanted: Token.Kind, _ otherwise: SyntaxFault) throws(SQLSyntaxError) {
    guard accept(wanted) else { throw fault(otherwise) }
  }

  mutating func expectLeft() throws(SQLSyntaxError) { try expect(.leftParenthesis, .missingLeftParenthesis) }

  mutating func expectRight() throws(SQLSyntaxError) { try expect(.rightParenthesis, .missingRightParenthesis) }

  func expectEnd(_ otherwise: SyntaxFault) throws(SQLSyntaxError) {
    if kind == .end { return }
    throw fault(kind == .semicolon ? .invalidCharacter : otherwise)
  }

  // MARK: Faults and limits

  /// An error at the next token, or at a given offset.
  func fault(_ fault: SyntaxFault, _ detail: String = "", at offset: Int? = nil) -> SQLSyntaxError {
    SQLSyntaxError(fault, detail: detail, offset: offset ?? start, in: bytes)
  }

  /// Enters a construct that few readers carry out.
  mutating func note(_ name: String, at offset: Int) {
    uncommon.append(UncommonSyntax(name: name, offset: offset))
  }

  /// Opens a level; the caller closes it with `leave`.
  mutating func enter() throws(SQLSyntaxError) {
    guard depth < Self.maximumDepth else {
      throw fault(.nestedTooDeep, "more than \(Self.maximumDepth) levels")
    }
    depth += 1
  }

  mutating func leave() { depth -= 1 }

  // MARK: Parentheses

  /// The index of the token that closes the parenthesis opened at `opening`; nil if none does.
  mutating func closing(of opening: Int) -> Int? {
    if matching.isEmpty { matchParentheses() }
    guard opening < matching.count, matching[opening] >= 0 else { return nil }
    return Int(matching[opening])
  }

  private mutating func matchParentheses() {
    matching = [Int32](repeating: -1, count: tokens.count)
    var open: [Int] = []
    for (position, token) in tokens.enumerated() {
      if token.kind == .leftParenthesis {
        open.append(position)
      } else if token.kind == .rightParenthesis, let opening = open.popLast() {
        matching[opening] = Int32(truncatingIfNeeded: position)
      }
    }
  }

  /// Reads a parenthesis with all it holds, whatever that is.
  mutating func skipParentheses() throws(SQLSyntaxError) {
    guard kind == .leftParenthesis else { throw fault(.missingLeftParenthesis) }
    guard let end = closing(of: index) else { throw fault(.missingRightParenthesis, at: bytes.count) }
    index = end
    advance()
  }
}
