/// Cuts a script into its text and its binds.
struct ScriptScanner {
  struct Piece {
    var text: String
    var isBind: Bool
  }

  private let bytes: [UInt8]
  private var position = 0
  /// Where the text begins that is not in a piece yet.
  private var start = 0
  private var isOver = false
  private(set) var pieces: [Piece] = []
  private(set) var hasStatement = false

  init(_ text: String) {
    bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      start = 3
    }
  }

  mutating func run() throws(QueryScript.Fault) {
    while position < bytes.count {
      let byte = bytes[position]
      if byte <= 0x20 {
        position += 1
      } else if byte == UInt8(ascii: "-"), self.byte(1) == UInt8(ascii: "-") {
        skipLine()
      } else if byte == UInt8(ascii: "/"), self.byte(1) == UInt8(ascii: "*") {
        try skipComment()
      } else if byte == UInt8(ascii: ";") || (byte == UInt8(ascii: "/") && isAloneOnLine) {
        endStatement()
      } else {
        guard !isOver else { throw Self.fault("holds more than one statement; put each into a file of its own") }
        hasStatement = true
        try takeToken(byte)
      }
    }
    if !isOver { addText(upTo: bytes.count) }
  }

  private mutating func takeToken(_ byte: UInt8) throws(QueryScript.Fault) {
    switch byte {
    case UInt8(ascii: "'"): try skipQuoted(by: byte, "a string")
    case UInt8(ascii: "\""): try skipQuoted(by: byte, "a quoted name")
    case UInt8(ascii: "$"): try skipDollarQuote()
    case UInt8(ascii: "q") where self.byte(1) == UInt8(ascii: "'"),
      UInt8(ascii: "Q") where self.byte(1) == UInt8(ascii: "'"):
      try skipAlternativeQuote()
    case UInt8(ascii: ":"): takeColon()
    case let byte where Self.isWord(byte): skipWord()
    default: position += 1
    }
  }

  private static func fault(_ text: String) -> QueryScript.Fault {
    QueryScript.Fault(description: "the script \(text)")
  }

  private func byte(_ ahead: Int) -> UInt8? {
    position + ahead < bytes.count ? bytes[position + ahead] : nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80 || isDigit(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private mutating func addText(upTo end: Int) {
    if start < end { pieces.append(Piece(text: String(decoding: bytes[start..<end], as: UTF8.self), isBind: false)) }
    start = end
  }

  /// The statement ends before the terminator; what comes after it must be blank or comment.
  private mutating func endStatement() {
    if hasStatement, !isOver {
      addText(upTo: position)
      isOver = true
    }
    position += 1
  }

  private var isAloneOnLine: Bool {
    func isBlank(_ place: Int) -> Bool { bytes[place] == 0x20 || bytes[place] == 0x09 || bytes[place] == 0x0D }
    var before = position - 1
    while before >= 0, isBlank(before) { before -= 1 }
    var after = position + 1
    while after < bytes.count, isBlank(after) { after += 1 }
    return (before < 0 || bytes[before] == 0x0A) && (after == bytes.count || bytes[after] == 0x0A)
  }

  private mutating func skipLine() {
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
  }

  private mutating func skipComment() throws(QueryScript.Fault) {
    position += 2
    while position + 1 < bytes.count {
      if bytes[position] == UInt8(ascii: "*"), bytes[position + 1] == UInt8(ascii: "/") {
        position += 2
        return
      }
      position += 1
    }
    throw Self.fault("has a comment that is not closed")
  }

  /// A doubled quote within is one that closes and one that opens again.
  private mutating func skipQuoted(by quote: UInt8, _ what: String) throws(QueryScript.Fault) {
    position += 1
    while position < bytes.count {
      position += 1
      if bytes[position - 1] == quote { return }
    }
    throw Self.fault("has \(what) that is not closed")
  }

  /// `$$...$$` or `$tag$...$tag$`; any other `$` is a character like others.
  private mutating func skipDollarQuote() throws(QueryScript.Fault) {
    var end = position + 1
    while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "$"), !Self.isDigit(bytes[position + 1]) else {
      position += 1
      return
    }
    let tag = bytes[position...end]
    position = end + 1
    while position + tag.count <= bytes.count {
      if bytes[position..<position + tag.count].elementsEqual(tag) {
        position += tag.count
        return
      }
      position += 1
    }
    throw Self.fault("has a dollar quote that is not closed")
  }

  /// Oracle's `q'[...]'`: it ends at the partner of the character that opens it, with a quote behind.
  private mutating func skipAlternativeQuote() throws(QueryScript.Fault) {
    guard let opening = byte(2) else { throw Self.fault("has a string that is not closed") }
    let partners: [UInt8: UInt8] = [
      UInt8(ascii: "["): UInt8(ascii: "]"), UInt8(ascii: "("): UInt8(ascii: ")"), UInt8(ascii: "{"): UInt8(ascii: "}"),
      UInt8(ascii: "<"): UInt8(ascii: ">"),
    ]
    let closing = partners[opening] ?? opening
    position += 3
    while position + 1 < bytes.count {
      if bytes[position] == closing, bytes[position + 1] == UInt8(ascii: "'") {
        position += 2
        return
      }
      position += 1
    }
    throw Self.fault("has a string that is not closed")
  }

  private mutating func takeColon() {
    if byte(1) == UInt8(ascii: ":") || byte(1) == UInt8(ascii: "=") {
      position += 2
      return
    }
    guard let next = byte(1), Self.isWord(next), next < 0x80 else {
      position += 1
      return
    }
    addText(upTo: position)
    position += 1
    let first = position
    while position < bytes.count, Self.isWord(bytes[position]) { position += 1 }
    pieces.append(
      Piece(text: String(decoding: bytes[first..<position], as: UTF8.self).lowercased(), isBind: true))
    start = position
  }

  /// Words and numbers; a `$` within a word is part of it, as in V$SESSION.
  private mutating func skipWord() {
    while position < bytes.count, Self.isWord(bytes[position]) || bytes[position] == UInt8(ascii: "$") { position += 1 }
  }
}
