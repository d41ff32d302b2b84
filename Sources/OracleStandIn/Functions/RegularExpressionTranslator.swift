import OracleWire

/// What a match parameter such as `'in'` asks for.
struct RegularExpressionFlags: Sendable, Hashable {
  /// `i`; a later `c` takes it back.
  var ignoresCase = false
  /// `m`: `^` and `$` match at every line.
  var isMultiline = false
  /// `n`: the period matches a newline.
  var periodMatchesNewline = false
  /// `x`: blanks in the pattern don't count.
  var skipsBlanks = false

  init() {}

  /// Reads a match parameter; of contradicting letters the last one holds.
  ///
  /// - Throws: ORA-01760 for an unknown letter.
  init(_ parameter: [UInt8]) throws {
    for letter in parameter {
      switch letter {
      case UInt8(ascii: "i"): ignoresCase = true
      case UInt8(ascii: "c"): ignoresCase = false
      case UInt8(ascii: "m"): isMultiline = true
      case UInt8(ascii: "n"): periodMatchesNewline = true
      case UInt8(ascii: "x"): skipsBlanks = true
      default: throw OracleError(code: 1760, message: "illegal argument for function")
      }
    }
  }
}

/// Where in the text a search begins, which decides whether `^` may match there.
enum SearchStart: Sendable, Hashable {
  case text, line, inLine
}

/// Reads an Oracle pattern and writes the same as a pattern of Swift's `Regex`.
///
/// One pass without recursion: a quantifier wraps what the last atom wrote. Quirks follow Oracle's own test suite for
/// GraalVM's OracleDB flavour: a quantifier without an atom and a backslash at the end are ignored, braces that are no
/// interval stand for themselves, and quantifiers may follow each other.
struct RegularExpressionTranslator {
  /// The pattern for `Regex`.
  private(set) var output = ""
  /// Groups that can be referred to, at most nine.
  private(set) var groupCount = 0
  private(set) var hasBackReference = false

  private let pattern: [Unicode.Scalar]
  private let flags: RegularExpressionFlags
  private let start: SearchStart
  private var place = 0
  private var pieces: [String] = []
  /// Where in `pieces` the last atom begins; nil when nothing can be quantified.
  private var atom: Int?
  private var openGroups: [Int] = []

  /// Translates a pattern.
  ///
  /// - Throws: Oracle's errors between ORA-12725 and ORA-12748.
  init(_ pattern: [UInt8], _ flags: RegularExpressionFlags, from start: SearchStart) throws {
    guard pattern.count <= 512 else { throw OracleError(code: 12733, message: "regular expression too long") }
    self.pattern = Array(String(decoding: pattern, as: UTF8.self).unicodeScalars)
    self.flags = flags
    self.start = start
    while place < self.pattern.count { try translateNext() }
    guard openGroups.isEmpty else { throw OracleError.unmatchedParentheses }
    output = (flags.ignoresCase ? "(?i)" : "") + pieces.joined()
  }

  private mutating func append(_ piece: String) {
    atom = pieces.count
    pieces.append(piece)
  }

  private mutating func translateNext() throws {
    let scalar = pattern[place]
    place += 1
    switch scalar {
    case " ", "\n":
      if !flags.skipsBlanks { append(CharacterSetText.literal(scalar, flags)) }
    case "(": openGroup()
    case ")": try closeGroup()
    case "|":
      pieces.append("|")
      atom = nil
    case "[":
      var bracket = BracketExpression(pattern, at: place, flags)
      append(try bracket.translate())
      place = bracket.place
    case ".": append(flags.periodMatchesNewline ? "(?s:.)" : "[^\\x{0A}]")
    case "^": append(lineStart)
    // Before a final line feed, too: Oracle's own tests of its regular expressions say so.
    case "$": append(flags.isMultiline ? "(?=\\x{0A}|\\z)" : "(?=\\x{0A}?\\z)")
    case "*": quantify("*")
    case "+": quantify("+")
    case "?": quantify("?")
    case "{":
      if let interval = try readInterval() {
        quantify(interval)
      } else {
        append(CharacterSetText.literal(scalar, flags))
      }
    case "\\": try translateEscape()
    default: append(CharacterSetText.literal(scalar, flags))
    }
  }

  /// `^`: Swift's search sees only the text from where it begins, so what precedes that is decided here.
  private var lineStart: String {
    guard flags.isMultiline else { return textStart }
    return start == .inLine ? "(?:(?!\\A)(?m:^))" : "(?m:^)"
  }

  private var textStart: String { start == .text ? "\\A" : "(?!)" }

  private mutating func openGroup() {
    openGroups.append(pieces.count)
    // Oracle tracks nine groups; later ones only group.
    if groupCount < 9 {
      groupCount += 1
      pieces.append("(")
    } else {
      pieces.append("(?:")
    }
    atom = nil
  }

  private mutating func closeGroup() throws {
    guard let first = openGroups.popLast() else { throw OracleError.unmatchedParentheses }
    pieces.append(")")
    atom = first
  }

  private mutating func translateEscape() throws {
    guard place < pattern.count else { return }
    let scalar = pattern[place]
    place += 1
    switch scalar {
    case "d", "w", "s": append("[" + CharacterSetText.shorthand(scalar, flags) + "]")
    case "D", "W", "S": append("[^" + CharacterSetText.shorthand(scalar, flags) + "]")
    case "A": append(textStart)
    case "Z": append("(?=\\x{0A}?\\z)")
    case "z": append("\\z")
    case "1"..."9":
      let digit = Int(scalar.value) - 0x30
      guard digit <= groupCount else {
        throw OracleError(code: 12727, message: "invalid back reference in regular expression")
      }
      hasBackReference = true
      // Parentheses keep digits that follow out of the number.
      append("(?:\\\(digit))")
    default: append(CharacterSetText.literal(scalar, flags))
    }
  }

  private mutating func quantify(_ quantifier: String) {
    var isReluctant = false
    if place < pattern.count, pattern[place] == "?" {
      isReluctant = true
      place += 1
    }
    guard let first = atom else { return }
    pieces[first] = "(?:" + pieces[first]
    pieces.append(")" + quantifier + (isReluctant ? "?" : ""))
  }

  /// The interval after a `{`, or nil when what follows is none; then nothing is consumed.
  private mutating func readInterval() throws -> String? {
    var next = place
    func readNumber() -> Int? {
      var number: Int?
      while next < pattern.count, ("0"..."9").contains(pattern[next]) {
        number = min((number ?? 0) * 10 + Int(pattern[next].value) - 0x30, 1_000_000)
        next += 1
      }
      return number
    }
    guard let least = readNumber(), next < pattern.count else { return nil }
    var most: Int? = least
    if pattern[next] == "," {
      next += 1
      most = readNumber()
    }
    guard next < pattern.count, pattern[next] == "}" else { return nil }
    if let most, most < least {
      throw OracleError(code: 12732, message: "invalid interval value in regular expression")
    }
    guard max(least, most ?? 0) <= 65534 else {
      throw OracleError(
        code: 12748, message: "interval value in regular expression cannot be greater than 65534")
    }
    place = next + 1
    guard let most else { return "{\(least),}" }
    return "{\(least),\(most)}"
  }
}

extension OracleError {
  static let unmatchedParentheses = OracleError(
    code: 12725, message: "unmatched parentheses in regular expression")
}
