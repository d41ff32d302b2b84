/// Cuts a SQL*Plus script into statements and commands, as SQL*Plus itself reads it.
///
/// SQL ends with `;` or with `/` alone on a line, PL/SQL with `/` alone on a line. More lenient than SQL*Plus: a `;` may
/// be followed by more on its line, and blank lines inside of statements are kept. The last statement needs no terminator.
/// Whether a statement is valid is the parser's business: an unterminated string or comment comes out with the rest of
/// the script in it.
public struct ScriptSplitter: Sequence, IteratorProtocol, Sendable {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var countedTo = 0

  /// Makes a splitter of a whole script; a byte order mark is skipped.
  public init(_ text: String) {
    bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The next item; nil at the end.
  public mutating func next() -> ScriptItem? {
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D, 0x0B, 0x0C, 0x3B: offset += 1
      case 0x2D where self.byte(at: offset + 1) == 0x2D: skipLine()
      case 0x2F where self.byte(at: offset + 1) == 0x2A:
        guard let end = endOfComment(at: offset) else { return statement() }
        offset = end
      case 0x2F where isAlone(at: offset):
        let start = offset
        skipLine()
        return item(.runAgain, start, start + 1)
      case 0x40: return include()
      case 0x21: return commandLine(name: "HOST", wordEnd: offset + 1)
      default:
        if isRemark() {
          skipLine()
          continue
        }
        return command() ?? statement()
      }
    }
    return nil
  }

  // MARK: Commands

  private func upperWord(at start: Int) -> (text: String, end: Int) {
    var end = start
    while end < bytes.count, LexicalClass.isWordByte(bytes[end]) { end += 1 }
    return (String(decoding: bytes[start..<end], as: UTF8.self).uppercased(), end)
  }

  private func isRemark() -> Bool {
    guard KeywordHash.folded(bytes[offset]) == 0x52 else { return false }
    let word = upperWord(at: offset).text
    return word.utf8.count >= 3 && "REMARK".hasPrefix(word)
  }

  private mutating func command() -> ScriptItem? {
    // The frequent statements are no commands; this spares them the look-up.
    switch KeywordHash.folded(bytes[offset]) {
    case 0x49, 0x4D, 0x4F: return nil
    default: break
    }
    let (word, end) = upperWord(at: offset)
    guard let name = ScriptCommand.fullName(of: word) else { return nil }
    if name == "SET" {
      var next = end
      while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
      if ScriptCommand.isSQLSet(upperWord(at: next).text) { return nil }
    }
    return commandLine(name: name, wordEnd: end)
  }

  private mutating func commandLine(name: String, wordEnd: Int) -> ScriptItem {
    let start = offset
    offset = wordEnd
    var argument = restOfLine()
    let end = lastNonBlank(before: offset, from: start)
    if name != "PROMPT" {
      while argument.hasSuffix(" -") || argument == "-", offset < bytes.count {
        argument.removeLast()
        argument += restOfLine()
      }
    }
    if name != "PROMPT", name != "EXECUTE" { argument = argument.droppingTerminator() }
    switch name {
    case "CONNECT": return item(.connect(argument), start, end)
    case "EXIT", "QUIT": return item(.exit(argument), start, end)
    case "EXECUTE": return item(.execute(argument), start, end)
    case "START": return item(.include(argument, isNested: false), start, end)
    default: return item(.command(name, argument), start, end)
    }
  }

  private mutating func include() -> ScriptItem {
    let start = offset
    let isNested = byte(at: offset + 1) == 0x40
    offset += isNested ? 2 : 1
    let path = restOfLine().droppingTerminator()
    return item(.include(path, isNested: isNested), start, lastNonBlank(before: offset, from: start))
  }

  /// The text up to the end of the line, without blanks around it; moves behind the line.
  private mutating func restOfLine() -> String {
    var start = offset
    skipLine()
    var end = offset
    while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
    while start < end, Self.isBlank(bytes[start]) { start += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  // MARK: Statements

  private mutating func statement() -> ScriptItem {
    let start = offset
    let isUnit = startsPLSQL(at: start)
    var index = start
    var end: Int?
    while index < bytes.count, end == nil {
      let byte = bytes[index]
      switch byte {
      case 0x27: index = endOfString(at: index)
      case 0x22: index = skip(to: 0x22, from: index + 1)
      case 0x2D where self.byte(at: index + 1) == 0x2D: index = skipToLineEnd(from: index)
      case 0x2F where self.byte(at: index + 1) == 0x2A: index = endOfComment(at: index) ?? bytes.count
      case 0x3B where !isUnit:
        end = index
        index += 1
      case 0x0A:
        index += 1
        if let slash = loneSlash(after: index, isUnit: isUnit) {
          end = index
          index = skipToLineEnd(from: slash)
        }
      case 0x4E, 0x6E, 0x51, 0x71: index = endOfWordOrAlternativeString(at: index)
      default: index = LexicalClass.of(byte) == .letter ? endOfWord(at: index) : index + 1
      }
    }
    offset = index
    let last = lastNonBlank(before: end ?? bytes.count, from: start)
    let text = String(decoding: bytes[start..<last], as: UTF8.self)
    return item(isUnit ? .plsql(text) : .statement(text), start, last)
  }

  /// Whether a PL/SQL block or stored unit starts here, by its first words.
  private func startsPLSQL(at start: Int) -> Bool {
    var lexer = Lexer(bytes, from: start)
    guard let first = try? lexer.next() else { return false }
    if first.kind == .labelStart { return true }
    switch first.keyword {
    case .begin, .declare: return true
    case .with:
      guard let next = try? lexer.next() else { return false }
      return next.keyword == .function || next.keyword == .procedure
    case .create: break
    default: return false
    }
    for _ in 0..<5 {
      guard let token = try? lexer.next() else { return false }
      switch token.keyword {
      case .or, .replace, .editionable, .noneditionable: continue
      case .and:
        // CREATE AND RESOLVE JAVA SOURCE
        continue
      case .procedure, .function, .package, .trigger, .type, .library, .java: return true
      default: return false
      }
    }
    return false
  }

  /// The place of a `/` that is alone on the line starting at `start`, perhaps below a lone `.` that closes PL/SQL.
  private func loneSlash(after start: Int, isUnit: Bool) -> Int? {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    guard index < bytes.count else { return nil }
    if bytes[index] == 0x2F { return isAlone(at: index) ? index : nil }
    guard isUnit, bytes[index] == 0x2E, isAlone(at: index) else { return nil }
    return loneSlash(after: Swift.min(skipToLineEnd(from: index) + 1, bytes.count), isUnit: false)
  }

  // MARK: Skipping

  private func endOfWord(at start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] >= 0x80 || LexicalClass.isWordByte(bytes[index]) { index += 1 }
    return Swift.max(index, start + 1)
  }

  private func endOfWordOrAlternativeString(at start: Int) -> Int {
    let end = endOfWord(at: start)
    guard byte(at: end) == 0x27, KeywordHash.folded(bytes[end - 1]) == 0x51 else { return end }
    guard end - start == 1 || (end - start == 2 && KeywordHash.folded(bytes[start]) == 0x4E) else { return end }
    let opening = byte(at: end + 1)
    let closing: UInt8 =
      switch opening {
      case 0x5B: 0x5D
      case 0x7B: 0x7D
      case 0x28: 0x29
      case 0x3C: 0x3E
      default: opening
      }
    var index = end + 2
    while index + 1 < bytes.count, !(bytes[index] == closing && bytes[index + 1] == 0x27) { index += 1 }
    return Swift.min(index + 2, bytes.count)
  }

  private func endOfString(at quote: Int) -> Int {
    // A doubled quote reads as the end of one string and the start of the next.
    skip(to: 0x27, from: quote + 1)
  }

  /// The offset behind the next such byte.
  private func skip(to wanted: UInt8, from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != wanted { index += 1 }
    return Swift.min(index + 1, bytes.count)
  }

  /// The offset behind `*/`; nil when there is none.
  private func endOfComment(at start: Int) -> Int? {
    var index = start + 2
    while index + 1 < bytes.count {
      if bytes[index] == 0x2A, bytes[index + 1] == 0x2F { return index + 2 }
      index += 1
    }
    return nil
  }

  private func skipToLineEnd(from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    return index
  }

  private mutating func skipLine() {
    offset = Swift.min(skipToLineEnd(from: offset) + 1, bytes.count)
  }

  private func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  /// Whether nothing but blanks follows the byte on its line.
  private func isAlone(at position: Int) -> Bool {
    var index = position + 1
    while index < bytes.count, bytes[index] != 0x0A {
      if !Self.isBlank(bytes[index]) { return false }
      index += 1
    }
    return true
  }

  private func lastNonBlank(before end: Int, from start: Int) -> Int {
    var last = Swift.min(end, bytes.count)
    while last > start, Self.isBlank(bytes[last - 1]) { last -= 1 }
    return last
  }

  private mutating func item(_ kind: ScriptItem.Kind, _ start: Int, _ end: Int) -> ScriptItem {
    while countedTo < start {
      if bytes[countedTo] == 0x0A { line += 1 }
      countedTo += 1
    }
    return ScriptItem(kind: kind, line: line, range: SourceRange(start: start, end: end))
  }
}

extension String {
  /// Without the `;` that many write behind commands, and without blanks at the end.
  fileprivate func droppingTerminator() -> String {
    var text = Substring(self)
    while let last = text.last, last == ";" || last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}
