import OracleSQL

/// A CREATE TABLE that is not understood, without the parts that are to blame.
///
/// An error among the columns costs the column or constraint that it stands in, one behind them all that stands there.
/// Bytes are blanked out, so that places stay.
struct TableRecovery {
  /// What a part would have made.
  struct Loss {
    /// Such as `column ORDERS.NOTE`.
    var object: String
    var error: SQLSyntaxError
    /// Whether it stands behind the columns.
    var isTail: Bool
  }

  private(set) var text: [UInt8]
  private(set) var losses: [Loss] = []
  /// The table, once one is found.
  private(set) var statement: Statement?

  /// More errors than this are no slips of the pen.
  private static let mostLosses = 32
  /// A statement of more bytes is left out as a whole: it is read again for each mistake.
  private static let mostBytes = 1_000_000

  /// - Parameters:
  ///   - text: the statement.
  ///   - error: what the parser said of it.
  init(_ text: [UInt8], _ error: SQLSyntaxError) {
    self.text = text
    guard text.count <= Self.mostBytes else { return }
    var error = error
    while losses.count < Self.mostLosses, let loss = dropPart(at: error) {
      losses += loss
      do throws(SQLSyntaxError) {
        let parsed = try SQLParser.parse(String(decoding: self.text, as: UTF8.self), options: .placeholders)
        guard case .createTable(let table) = parsed.kind, !table.columns.isEmpty else { return }
        statement = parsed
        return
      } catch let next {
        error = next
      }
    }
  }

  /// Blanks the part that an error stands in; nil where there is none.
  private mutating func dropPart(at error: SQLSyntaxError) -> [Loss]? {
    guard let list = ColumnList(text) else { return nil }
    if let end = list.end, error.offset >= end {
      guard text[end...].contains(where: { $0 > 0x20 }) else { return nil }
      blank(end..<text.count)
      return [Loss(object: "table \(list.table)", error: error, isTail: true)]
    }
    guard list.end != nil, let index = list.parts.firstIndex(where: { $0.range.contains(error.offset) }),
      list.parts.count > 1
    else { return nil }
    let part = list.parts[index]
    // The comma in front goes along, of the first part the one behind.
    blank(
      index > 0
        ? list.parts[index - 1].range.upperBound..<part.range.upperBound
        : part.range.lowerBound..<list.parts[1].range.lowerBound)
    var losses = [Loss(object: part.object(of: list.table), error: error, isTail: false)]
    for (word, key) in [("PRIMARY", "primary key %.PK"), ("UNIQUE", "unique constraint %.UK")] where part.isColumn {
      guard let column = part.tokens.first, part.tokens.dropFirst().contains(where: { $0.name == word && !$0.isQuoted })
      else { continue }
      let object = key.replacing("%", with: list.table) + "(\(column.name))"
      losses.append(Loss(object: object, error: error, isTail: false))
    }
    // Where a comma is missing, the next column's name is where the error stands.
    if let token = part.tokens.dropFirst().first(where: { $0.start == error.offset }), token.isName, part.isColumn {
      losses.append(Loss(object: "column \(list.table).\(token.name)", error: error, isTail: false))
    }
    return losses
  }

  private mutating func blank(_ range: Range<Int>) {
    for place in range where text[place] != 0x0A && text[place] != 0x0D { text[place] = 0x20 }
  }
}

/// The parts between the parentheses of CREATE TABLE, as far as tokens tell.
private struct ColumnList {
  struct Word {
    var name: String
    var start: Int
    var isName: Bool
    var isQuoted: Bool
  }

  struct Part {
    var range: Range<Int>
    var tokens: [Word] = []

    private static let heads: Set<String> = ["CONSTRAINT", "PRIMARY", "UNIQUE", "FOREIGN", "CHECK"]

    var isColumn: Bool { tokens.first.map { $0.isQuoted || !Self.heads.contains($0.name) } ?? false }

    /// What the part makes, as findings call it.
    func object(of table: String) -> String {
      guard let first = tokens.first else { return "table \(table)" }
      guard !isColumn else { return "column \(table).\(first.name)" }
      guard first.name == "CONSTRAINT", tokens.count > 2 else { return "table \(table)" }
      let kinds = [
        "PRIMARY": "primary key", "UNIQUE": "unique constraint", "FOREIGN": "foreign key", "CHECK": "check constraint",
      ]
      return kinds[tokens[2].name].map { "\($0) \(table).\(tokens[1].name)" } ?? "table \(table)"
    }
  }

  var table = ""
  var parts: [Part] = []
  /// Behind the closing parenthesis; nil where none closes.
  var end: Int?

  /// Nil for what is no CREATE TABLE with a list.
  init?(_ text: [UInt8]) {
    var lexer = Lexer(text, options: .placeholders)
    var depth = 0
    var head: [String] = []
    var isFirst = true
    while end == nil, let token = try? lexer.next(), token.kind != .end {
      let written = token.range.text(in: text)
      let isQuoted = token.kind == .quotedIdentifier
      let word = isQuoted ? String(written.dropFirst().dropLast()) : written.uppercased()
      let isName = isQuoted || token.kind == .word
      switch token.kind {
      case .leftParenthesis: depth += 1
      case .rightParenthesis: depth -= 1
      default: break
      }
      if depth == 0, parts.isEmpty {
        guard isName || token.kind == .dot else { return nil }
        if isFirst, word != "CREATE" { return nil }
        isFirst = false
        if isName { head.append(word) }
        guard head.count < 12 else { return nil }
      } else if depth == 1, parts.isEmpty {
        guard head.contains("TABLE"), let name = head.last else { return nil }
        table = name
        parts.append(Part(range: token.range.end..<token.range.end))
      } else if depth == 0 {
        end = token.range.end
      } else if depth == 1, token.kind == .comma {
        parts.append(Part(range: token.range.end..<token.range.end))
      } else if var part = parts.popLast() {
        if part.tokens.count < 400 {
          part.tokens.append(Word(name: word, start: token.range.start, isName: isName, isQuoted: isQuoted))
        }
        part.range = part.range.lowerBound..<token.range.end
        parts.append(part)
      }
    }
    guard !parts.isEmpty else { return nil }
  }
}
