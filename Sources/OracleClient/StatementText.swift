/// What the client must know of a statement's text: its kind and its binds.
struct StatementText: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case query
    case plsql
    /// INSERT, UPDATE, DELETE, MERGE.
    case dml
    /// DDL and everything else.
    case other
  }

  let sql: String
  let kind: Kind
  /// Bind names in the order in which they stand, upper-case unless quoted, each as often as it stands.
  let bindNames: [String]
  /// How often the word CURSOR stands there: at least as many CURSOR expressions as a row has.
  let cursorCount: Int

  init(_ sql: String) {
    self.sql = sql
    var scanner = Scanner(Array(sql.utf8))
    scanner.run()
    switch scanner.firstWord {
    case "SELECT", "WITH": kind = .query
    case "BEGIN", "DECLARE", "CALL": kind = .plsql
    case "INSERT", "UPDATE", "DELETE", "MERGE": kind = .dml
    default: kind = .other
    }
    // DDL has no binds: a trigger's text may well contain :NEW.
    bindNames = kind == .other ? [] : scanner.names
    cursorCount = scanner.cursorCount
  }

  /// The names to give values for: each once in PL/SQL, each place in SQL.
  var bindSlots: [String] {
    guard kind == .plsql else { return bindNames }
    var seen: Set<String> = []
    return bindNames.filter { seen.insert($0).inserted }
  }

  /// Finds binds outside of literals, quoted names and comments.
  private struct Scanner {
    let text: [UInt8]
    var index = 0
    var names: [String] = []
    var firstWord: String?
    var cursorCount = 0

    init(_ text: [UInt8]) {
      self.text = text
    }

    func at(_ offset: Int) -> UInt8? {
      index + offset < text.count ? text[index + offset] : nil
    }

    static func isWord(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "#"), 0x80...0xFF:
        true
      default: false
      }
    }

    mutating func skip(past end: UInt8) {
      index += 1
      while let byte = at(0), byte != end { index += 1 }
      index += 1
    }

    mutating func run() {
      while let byte = at(0) {
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
          skip(past: byte)
        case UInt8(ascii: "-") where at(1) == UInt8(ascii: "-"):
          skip(past: UInt8(ascii: "\n"))
        case UInt8(ascii: "/") where at(1) == UInt8(ascii: "*"):
          skipComment()
        case UInt8(ascii: ":"):
          readBind()
        case _ where Scanner.isWord(byte):
          readWord()
        default:
          index += 1
        }
      }
    }

    mutating func skipComment() {
      index += 2
      while let byte = at(0), !(byte == UInt8(ascii: "*") && at(1) == UInt8(ascii: "/")) { index += 1 }
      index += 2
    }

    mutating func readWord() {
      let start = index
      while let byte = at(0), Scanner.isWord(byte) { index += 1 }
      let word = String(decoding: text[start..<index], as: UTF8.self).uppercased()
      if firstWord == nil { firstWord = word }
      if word == "CURSOR" { cursorCount += 1 }
      if word == "Q" || word == "NQ", at(0) == UInt8(ascii: "'"), let opening = at(1) {
        skipAlternativeQuote(opening)
      }
    }

    mutating func skipAlternativeQuote(_ opening: UInt8) {
      let pairs: [UInt8: UInt8] = [
        UInt8(ascii: "["): UInt8(ascii: "]"), UInt8(ascii: "("): UInt8(ascii: ")"),
        UInt8(ascii: "{"): UInt8(ascii: "}"), UInt8(ascii: "<"): UInt8(ascii: ">"),
      ]
      let closing = pairs[opening] ?? opening
      index += 2
      while let byte = at(0), !(byte == closing && at(1) == UInt8(ascii: "'")) { index += 1 }
      index += 2
    }

    mutating func readBind() {
      index += 1
      if at(0) == UInt8(ascii: "=") { return }
      if at(0) == UInt8(ascii: "\"") {
        let start = index + 1
        skip(past: UInt8(ascii: "\""))
        guard start <= min(index - 1, text.count) else { return }
        names.append(String(decoding: text[start..<min(index - 1, text.count)], as: UTF8.self))
        return
      }
      let start = index
      while let byte = at(0), Scanner.isWord(byte) { index += 1 }
      if index > start {
        names.append(String(decoding: text[start..<index], as: UTF8.self).uppercased())
      }
    }
  }
}
