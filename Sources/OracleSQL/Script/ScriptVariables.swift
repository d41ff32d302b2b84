/// SQL*Plus's substitution variables: DEFINE, `&name`, `&&name`, the arguments `&1` and so on.
///
/// After the SQL*Plus User's Guide, "Using Substitution Variables". Where SQL*Plus would ask for a value there is an error:
/// nothing is ever asked. Comments are left alone.
public struct ScriptVariables: Sendable {
  /// A variable that has no value.
  public struct Missing: Error, Sendable {
    /// Its name, as written.
    public var name: String
    /// Where it stands, in bytes of the text.
    public var offset: Int
  }

  private var values: [String: String] = [:]
  /// What begins a variable; nil after SET DEFINE OFF.
  private var prefix: UInt8? = UInt8(ascii: "&")
  /// What ends a name and is dropped.
  private var concatenation: UInt8? = UInt8(ascii: ".")

  /// None is defined, and `&` begins a name.
  public init() {}

  /// A variable's value; names have no case.
  public subscript(name: String) -> String? {
    get { values[name.uppercased()] }
    set { values[name.uppercased()] = newValue }
  }

  /// The text with every variable replaced by its value.
  public func substituted(_ text: String) throws(Missing) -> String {
    let (result, missing) = replaced(text)
    if let missing { throw missing }
    return result
  }

  /// The text with the variables replaced that have a value; others stay as they are written.
  public func substitutedWhereDefined(_ text: String) -> String { replaced(text).text }

  /// The text, and the first variable that has no value.
  private func replaced(_ text: String) -> (text: String, missing: Missing?) {
    guard let prefix, text.utf8.contains(prefix) else { return (text, nil) }
    var missing: Missing?
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var place = 0
    var quote: UInt8?
    /// Where an alternative string, q'[...]', ends: quotes and hyphens before are its own.
    var alternativeEnd = 0
    while place < bytes.count {
      let byte = bytes[place]
      if quote == nil, place >= alternativeEnd { alternativeEnd = Self.endOfAlternativeString(bytes, place) ?? 0 }
      if quote == nil, place >= alternativeEnd, let end = Self.endOfComment(bytes, place) {
        result += bytes[place..<end]
        place = end
        continue
      }
      if byte == quote {
        quote = nil
      } else if quote == nil, place >= alternativeEnd, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      }
      guard byte == prefix, let (name, end) = variable(bytes, place, prefix) else {
        result.append(byte)
        place += 1
        continue
      }
      if let value = self[name] {
        result += value.utf8
      } else {
        if missing == nil { missing = Missing(name: name, offset: place) }
        result += bytes[place..<end]
      }
      place = end
    }
    return (String(decoding: result, as: UTF8.self), missing)
  }

  /// The name behind the prefix, or behind two of them, and where the rest begins; nil when no name follows.
  private func variable(_ bytes: [UInt8], _ place: Int, _ prefix: UInt8) -> (name: String, end: Int)? {
    var start = place + 1
    if start < bytes.count, bytes[start] == prefix { start += 1 }
    var end = start
    while end < bytes.count, Self.isNameByte(bytes[end]) { end += 1 }
    guard end > start else { return nil }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    if end < bytes.count, bytes[end] == concatenation { end += 1 }
    return (name, end)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "#"):
      true
    default: false
    }
  }

  /// The end of `q'[...]'` when one begins here; an unclosed one ends with the text.
  private static func endOfAlternativeString(_ bytes: [UInt8], _ place: Int) -> Int? {
    guard bytes[place] | 0x20 == UInt8(ascii: "q"), place + 2 < bytes.count, bytes[place + 1] == UInt8(ascii: "'")
    else {
      return nil
    }
    // The q of nq'...' may follow an n; the last letter of a word is no such q.
    if place > 0, isNameByte(bytes[place - 1]) {
      let isNational = bytes[place - 1] | 0x20 == UInt8(ascii: "n")
      guard isNational, place < 2 || !isNameByte(bytes[place - 2]) else { return nil }
    }
    let partners: [UInt8: UInt8] = [0x5B: 0x5D, 0x28: 0x29, 0x7B: 0x7D, 0x3C: 0x3E]
    let closing = partners[bytes[place + 2]] ?? bytes[place + 2]
    var end = place + 3
    while end + 1 < bytes.count, !(bytes[end] == closing && bytes[end + 1] == UInt8(ascii: "'")) { end += 1 }
    return min(end + 2, bytes.count)
  }

  private static func endOfComment(_ bytes: [UInt8], _ place: Int) -> Int? {
    guard place + 1 < bytes.count else { return nil }
    if bytes[place] == UInt8(ascii: "-"), bytes[place + 1] == UInt8(ascii: "-") {
      return bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
    }
    guard bytes[place] == UInt8(ascii: "/"), bytes[place + 1] == UInt8(ascii: "*") else { return nil }
    var end = place + 2
    while end + 1 < bytes.count, !(bytes[end] == UInt8(ascii: "*") && bytes[end + 1] == UInt8(ascii: "/")) { end += 1 }
    return min(end + 2, bytes.count)
  }

  // MARK: Commands

  /// `DEFINE name = value`; without a value it only shows one.
  public mutating func define(_ argument: String) {
    guard let equals = argument.firstIndex(of: "=") else { return }
    self[Self.trimmed(argument[..<equals])] = Self.unquoted(Self.trimmed(argument[argument.index(after: equals)...]))
  }

  /// Gives a variable a value that a query found.
  public mutating func set(_ name: String, to value: String) { self[name] = value }

  /// `UNDEFINE name name ...`.
  public mutating func undefine(_ argument: String) {
    for name in argument.split(separator: " ") { self[String(name)] = nil }
  }

  /// `SET DEFINE ...`, `SET SCAN ...` and `SET CONCAT ...`; other settings mean nothing here.
  public mutating func set(_ argument: String) {
    var words = argument.split { $0 == " " || $0 == "\t" }[...]
    while let name = words.popFirst() {
      guard let value = words.first else { return }
      switch name.uppercased() {
      case "DEF", "DEFI", "DEFIN", "DEFINE", "SCAN":
        prefix = Self.character(value, on: "&")
        words.removeFirst()
      case "CON", "CONC", "CONCA", "CONCAT":
        concatenation = Self.character(value, on: ".")
        words.removeFirst()
      default: continue
      }
    }
  }

  private static func character(_ value: Substring, on usual: Character) -> UInt8? {
    switch value.uppercased() {
    case "ON": return usual.asciiValue
    case "OFF": return nil
    default: return unquoted(String(value)).utf8.first ?? usual.asciiValue
    }
  }

  /// `ACCEPT name [type] [FORMAT f] [DEFAULT value] [PROMPT text] [HIDE]`: takes the default.
  ///
  /// - Returns: whether the variable has a value now.
  public mutating func accept(_ argument: String) -> Bool {
    let words = Self.words(argument)
    guard let name = words.first else { return false }
    let options = words.dropFirst()
    if let place = options.firstIndex(where: { $0.uppercased().hasPrefix("DEF") }), place + 1 < words.count {
      self[name] = Self.unquoted(words[place + 1])
    }
    return self[name] != nil
  }

  /// The arguments behind `@file`: `&1`, `&2` and so on.
  public mutating func setArguments(_ arguments: [String]) {
    for (index, argument) in arguments.enumerated() { self[String(index + 1)] = Self.unquoted(argument) }
  }

  /// Words, and quoted texts as one.
  public static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in text {
      if character == quote {
        quote = nil
        word.append(character)
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
        word.append(character)
      } else if quote == nil, character == " " || character == "\t" {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count >= 2, let first = text.first, first == text.last, first == "'" || first == "\"" else {
      return text
    }
    return String(text.dropFirst().dropLast())
  }
}
