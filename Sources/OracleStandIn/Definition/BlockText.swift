import OracleSQL

/// The text of an anonymous block, taken apart: the cursor variables it declares and its statements.
struct BlockText {
  /// Names of variables of type SYS_REFCURSOR, upper case.
  private(set) var cursorVariables: [String] = []
  private(set) var statements: [String] = []
  /// Which errors end the block without being told.
  private(set) var handler = Handler.none

  /// What stands behind EXCEPTION.
  enum Handler: Equatable {
    case none
    /// `WHEN OTHERS THEN NULL`.
    case all
    /// `WHEN OTHERS THEN IF SQLCODE != -n THEN RAISE; END IF`: the number.
    case only(Int)

    func swallows(_ code: Int) -> Bool {
      switch self {
      case .none: false
      // What does not compile never runs into a handler.
      case .all: code != 3001 && code != 6550
      case .only(let only): code == only
      }
    }
  }

  /// Takes the forms that are supported.
  ///
  /// - Throws: `UnknownForm` for any other.
  init(_ text: String) throws(UnknownForm) {
    var parts = Self.split(text)[...]
    try takeDeclarations(&parts)
    guard let first = parts.first, Self.words(first).first == "BEGIN" else { throw UnknownForm() }
    parts[parts.startIndex] = String(first.dropFirst("BEGIN".count)).trimmingBlanks()
    while let last = parts.last, last.isEmpty || last == "/" { parts.removeLast() }
    guard let last = parts.popLast(), Self.words(last).first == "END", Self.words(last).count <= 2 else {
      throw UnknownForm()
    }
    if let place = parts.firstIndex(where: { Self.words($0).first == "EXCEPTION" }) {
      handler = try Self.handler(parts[place...].map(Self.words))
      parts = parts[..<place]
    }
    statements = Array(parts)
  }

  /// A form that is not supported.
  struct UnknownForm: Error {}

  private static func handler(_ parts: [[String]]) throws(UnknownForm) -> Handler {
    guard let first = parts.first, first.starts(with: ["EXCEPTION", "WHEN", "OTHERS", "THEN"]) else {
      throw UnknownForm()
    }
    let rest = Array(first.dropFirst(4))
    if rest == ["NULL"], parts.count == 1 { return .all }
    guard parts.count == 2, parts[1] == ["END", "IF"], rest.count == 6, rest.starts(with: ["IF", "SQLCODE"]),
      ["!=", "<>"].contains(rest[2]), Array(rest.suffix(2)) == ["THEN", "RAISE"], let code = Int(rest[3]), code < 0
    else { throw UnknownForm() }
    return .only(-code)
  }

  private mutating func takeDeclarations(_ parts: inout ArraySlice<String>) throws(UnknownForm) {
    guard let first = parts.first, Self.words(first).first == "DECLARE" else { return }
    parts[parts.startIndex] = String(first.dropFirst("DECLARE".count)).trimmingBlanks()
    while let part = parts.first, Self.words(part).first != "BEGIN" {
      let words = Self.words(part)
      guard words.count == 2, words[1] == "SYS_REFCURSOR" else { throw UnknownForm() }
      cursorVariables.append(words[0])
      parts.removeFirst()
    }
  }

  static func words(_ text: String) -> [String] {
    text.uppercased().split { $0.isWhitespace }.map(String.init)
  }

  /// The name and the arguments of a call such as `PACKAGE.PROCEDURE(a, b)`, nil for anything else.
  ///
  /// Arguments are as written, without the names of `name => value`.
  static func call(_ text: String) -> (name: String, arguments: [String])? {
    guard let open = text.firstIndex(of: "(") else {
      return text.allSatisfy { $0.isLetter || $0.isNumber || "_$#.".contains($0) } ? (text.uppercased(), []) : nil
    }
    guard text.last == ")" else { return nil }
    let name = String(text[..<open]).trimmingBlanks().uppercased()
    let inner = String(text[text.index(after: open)...].dropLast())
    let arguments = split(inner, at: ",").map { argument in
      guard let arrow = argument.firstRange(of: "=>") else { return argument }
      return String(argument[arrow.upperBound...]).trimmingBlanks()
    }
    return (name, arguments == [""] ? [] : arguments)
  }

  /// `SELECT list INTO targets FROM rest` as the query without INTO, and the targets; nil for anything else.
  static func selectInto(_ text: String) -> (query: String, targets: [String])? {
    guard let into = place(of: "INTO", in: text, from: text.startIndex),
      let from = place(of: "FROM", in: text, from: into.upperBound)
    else { return nil }
    return (
      text[..<into.lowerBound] + " " + text[from.lowerBound...],
      split(String(text[into.upperBound..<from.lowerBound]), at: ",")
    )
  }

  /// Where a word stands outside of quotes and parentheses.
  private static func place(of word: String, in text: String, from start: String.Index) -> Range<String.Index>? {
    var depth = 0
    var quote: Character?
    var place = start
    while place < text.endIndex {
      let character = text[place]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character == "(" {
        depth += 1
      } else if character == ")" {
        depth -= 1
      } else if depth == 0, character.isLetter {
        let end = text[place...].firstIndex { !($0.isLetter || $0.isNumber || "_$#".contains($0)) } ?? text.endIndex
        if text[place..<end].uppercased() == word { return place..<end }
        place = end
        continue
      }
      place = text.index(after: place)
    }
    return nil
  }

  /// Splits at semicolons, or another mark outside of parentheses, that stand outside of quotes and comments.
  ///
  /// Comments are dropped.
  static func split(_ text: String, at mark: Character = ";") -> [String] {
    var parts: [String] = []
    var current = ""
    var depth = 0
    var characters = text[...]
    while let character = characters.first {
      if character == "'" || character == "\"" {
        let body = characters.dropFirst()
        let end = body.firstIndex(of: character).map { body.index(after: $0) } ?? body.endIndex
        current += characters[..<end]
        characters = characters[end...]
      } else if characters.hasPrefix("--") {
        characters = characters.drop { !$0.isNewline }
      } else if characters.hasPrefix("/*") {
        var rest = characters.dropFirst(2)
        while !rest.isEmpty, !rest.hasPrefix("*/") { rest = rest.dropFirst() }
        characters = rest.dropFirst(2)
        current += " "
      } else {
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
        if character == mark, mark == ";" || depth <= 0 {
          parts.append(current.trimmingBlanks())
          current = ""
        } else {
          current.append(character)
        }
        characters = characters.dropFirst()
      }
    }
    parts.append(current.trimmingBlanks())
    return parts
  }
}
