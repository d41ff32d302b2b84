/// Cuts a SQL*Plus script into statements and commands, as SQL*Plus itself reads it.
///
/// SQL ends with `;` or with `/` alone on a line, PL/SQL with `/` alone on a line. More lenient than SQL*Plus: a `;` may
/// be followed by more on its line, and blank lines inside of statements are kept. The last statement needs no terminator.
/// Whether a statement is valid is the parser's business: an unterminated string or comment comes out with the rest of
/// the script in it, or in lenient mode with what stands before the next line that begins a statement.
public struct ScriptSplitter: Sequence, IteratorProtocol, Sendable {
  private let bytes: [UInt8]
  private let mode: Mode
  private var offset = 0
  private var line = 1
  private var countedTo = 0
  /// For quotes, and 0 for the end of a comment: from where on there is none.
  private var missing: [UInt8: Int] = [:]

  /// How a script is read.
  public enum Mode: Sendable, Hashable {
    /// As SQL*Plus does.
    case sqlplus
    /// As the scripts of other tools want it.
    ///
    /// A PL/SQL unit that no `/` follows ends with its own END; placeholders of templates are words; see
    /// `LexerOptions.placeholders`.
    case lenient
  }

  /// Makes a splitter of a whole script; a byte order mark is skipped.
  public init(_ text: String, mode: Mode = .sqlplus) {
    bytes = Array(text.utf8)
    self.mode = mode
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
        guard let end = foundEndOfComment(at: offset) else { return statement() }
        offset = end
      case 0x2F where isAlone(at: offset):
        let start = offset
        skipLine()
        return item(.runAgain, start, start + 1)
      case 0x40 where mode == .sqlplus || Placeholder.end(in: bytes, at: offset) == nil: return include()
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

  /// Goes on reading at a place, as `border(inside:)` gives one.
  public mutating func resume(at offset: Int) { self.offset = Swift.min(Swift.max(0, offset), bytes.count) }

  /// A part of the script, without blanks at its end.
  public func text(from start: Int, to end: Int) -> String {
    let start = Swift.min(Swift.max(0, start), bytes.count)
    return String(decoding: bytes[start..<lastNonBlank(before: Swift.max(end, start), from: start)], as: UTF8.self)
  }

  /// Where a statement probably begins inside of a literal of an item: a quote was left out before it.
  ///
  /// For items that the parser refuses.
  public func border(inside range: SourceRange) -> Int? {
    var index = range.start
    let end = Swift.min(range.end, bytes.count)
    while index < end {
      let start = index
      switch bytes[index] {
      case 0x27: index = skip(to: 0x27, from: index + 1, before: end) ?? end
      case 0x22: index = skip(to: 0x22, from: index + 1, before: end) ?? end
      case 0x2D where byte(at: index + 1) == 0x2D:
        index = skipToLineEnd(from: index)
        continue
      case 0x2F where byte(at: index + 1) == 0x2A:
        index = endOfComment(at: index, before: end) ?? end
        continue
      default:
        index =
          LexicalClass.of(bytes[index]) == .letter
          ? endOfWordOrAlternativeString(at: index, before: end) ?? end : index + 1
        if byte(at: index - 1) != 0x27 { continue }
      }
      if let border = StatementBorder.first(in: bytes, from: start, to: Swift.min(index, end)) { return border }
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
    case 0x49 where byte(at: offset + 6) == 0x20, 0x4D where byte(at: offset + 5) == 0x20:
      // INSERT and MERGE.
      return nil
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
    case "RUN": return item(.runAgain, start, end)
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
    if isUnit, mode == .lenient, let own = ownEnd(of: start) {
      offset = own.next
      return item(.plsql(String(decoding: bytes[start..<own.end], as: UTF8.self)), start, own.end)
    }
    while index < bytes.count, end == nil {
      let byte = bytes[index]
      switch byte {
      // A doubled quote reads as the end of one string and the start of the next.
      case 0x27: close(&index, &end, isUnit, found(0x27, from: index + 1))
      case 0x22: close(&index, &end, isUnit, found(0x22, from: index + 1))
      case 0x2D where self.byte(at: index + 1) == 0x2D: index = skipToLineEnd(from: index)
      case 0x2F where self.byte(at: index + 1) == 0x2A: close(&index, &end, isUnit, foundEndOfComment(at: index))
      case 0x3B where !isUnit:
        end = index
        index += 1
      case 0x0A:
        index += 1
        if let slash = loneSlash(after: index, isUnit: isUnit) {
          end = index
          index = skipToLineEnd(from: slash)
        }
      case 0x4E, 0x6E, 0x51, 0x71: close(&index, &end, isUnit, foundEndOfWordOrString(at: index))
      default: index = LexicalClass.of(byte) == .letter ? endOfWord(at: index) : index + 1
      }
    }
    offset = index
    let last = lastNonBlank(before: end ?? bytes.count, from: start)
    let text = String(decoding: bytes[start..<last], as: UTF8.self)
    return item(isUnit ? .plsql(text) : .statement(text), start, last)
  }

  /// Moves behind a literal or comment; one that never ends reaches to where a statement seems to begin.
  private func close(_ index: inout Int, _ end: inout Int?, _ isUnit: Bool, _ found: Int?) {
    if let found {
      index = found
    } else if mode == .lenient,
      let border = StatementBorder.first(in: bytes, from: index, to: bytes.count, isUnit: isUnit)
    {
      (index, end) = (border, border)
    } else {
      index = bytes.count
    }
  }

  /// Where the unit at `start` ends by its blocks, if a statement or the end of the script follows and no `/` does.
  ///
  /// `next` is where reading goes on: behind a `/` on the line of END.
  private func ownEnd(of start: Int) -> (end: Int, next: Int)? {
    guard let end = UnitExtent.end(in: bytes, from: start, options: .placeholders) else { return nil }
    var index = end
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D, 0x0B, 0x0C, 0x3B: index += 1
      case 0x2D where byte(at: index + 1) == 0x2D: index = skipToLineEnd(from: index)
      case 0x2F where byte(at: index + 1) == 0x2A: index = endOfComment(at: index) ?? bytes.count
      case 0x2F where isAlone(at: index):
        let isOnLine = !bytes[end..<index].contains(0x0A)
        return isOnLine ? (end, Swift.min(skipToLineEnd(from: index) + 1, bytes.count)) : nil
      case 0x40, 0x21: return (end, end)
      default: return startsStatement(at: index) ? (end, end) : nil
      }
    }
    return (end, end)
  }

  private func startsStatement(at index: Int) -> Bool {
    if ScriptCommand.fullName(of: upperWord(at: index).text) != nil { return true }
    var lexer = Lexer(bytes, from: index, options: .placeholders)
    guard let token = try? lexer.next() else { return false }
    switch token.keyword {
    case .create, .alter, .drop, .insert, .update, .delete, .select, .merge, .grant, .revoke, .comment, .begin,
      .declare,
      .commit, .rollback, .truncate, .rename, .set, .with, .call, .lock, .savepoint, .explain, .audit:
      return true
    default: return token.kind == .labelStart
    }
  }

  /// Whether a PL/SQL block or stored unit starts here, by its first words.
  private func startsPLSQL(at start: Int) -> Bool {
    var lexer = Lexer(bytes, from: start)
    guard let first = try? lexer.next() else { return false }
    if first.kind == .labelStart { return true }
    switch first.keyword {
    // BEGIN; opens a transaction in other databases, and in scripts that were written for several.
    case .begin where mode == .lenient && (try? lexer.next())?.kind == .semicolon: return false
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

  /// The closing character of an alternative string at a word's start, and where its content begins; nil for a word.
  private func alternativeString(at start: Int, wordEnd end: Int) -> (closing: UInt8, content: Int)? {
    guard byte(at: end) == 0x27, KeywordHash.folded(bytes[end - 1]) == 0x51 else { return nil }
    guard end - start == 1 || (end - start == 2 && KeywordHash.folded(bytes[start]) == 0x4E) else { return nil }
    let opening = byte(at: end + 1)
    let closing: UInt8 =
      switch opening {
      case 0x5B: 0x5D
      case 0x7B: 0x7D
      case 0x28: 0x29
      case 0x3C: 0x3E
      default: opening
      }
    return (closing, end + 2)
  }

  /// The offset behind the word or alternative string; nil for a string that doesn't end.
  private func endOfWordOrAlternativeString(at start: Int, before limit: Int? = nil) -> Int? {
    let end = endOfWord(at: start)
    let limit = limit ?? bytes.count
    guard let (closing, content) = alternativeString(at: start, wordEnd: end) else { return end }
    var index = content
    while index + 1 < limit {
      if bytes[index] == closing, bytes[index + 1] == 0x27 { return index + 2 }
      index += 1
    }
    return nil
  }

  /// The same; that there is no end further on is kept in mind, so that it is looked for once.
  private mutating func foundEndOfWordOrString(at start: Int) -> Int? {
    let end = endOfWord(at: start)
    guard let (closing, content) = alternativeString(at: start, wordEnd: end) else { return end }
    // Quotes and 0 have entries of their own; as closing characters they are not kept.
    let isKept = closing != 0x27 && closing != 0x22 && closing != 0
    if isKept, let none = missing[closing], content >= none { return nil }
    let found = endOfWordOrAlternativeString(at: start)
    if found == nil, isKept { missing[closing] = content }
    return found
  }

  private mutating func found(_ quote: UInt8, from start: Int) -> Int? {
    if let none = missing[quote], start >= none { return nil }
    let found = skip(to: quote, from: start)
    if found == nil { missing[quote] = start }
    return found
  }

  private mutating func foundEndOfComment(at start: Int) -> Int? {
    if let none = missing[0], start >= none { return nil }
    let found = endOfComment(at: start)
    if found == nil { missing[0] = start }
    return found
  }

  /// The offset behind the next such byte; nil when there is none.
  private func skip(to wanted: UInt8, from start: Int, before limit: Int? = nil) -> Int? {
    var index = start
    let limit = limit ?? bytes.count
    while index < limit {
      if bytes[index] == wanted { return index + 1 }
      index += 1
    }
    return nil
  }

  /// The offset behind `*/`; nil when there is none.
  private func endOfComment(at start: Int, before limit: Int? = nil) -> Int? {
    var index = start + 2
    let limit = limit ?? bytes.count
    while index + 1 < limit {
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
