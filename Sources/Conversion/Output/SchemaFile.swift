/// A schema.sql cut into phases and statements, also after its user has changed it.
///
/// Reads what psql would, but for psql's own commands: strings, dollar quotes, comments and semicolons.
public struct SchemaFile: Sendable, Hashable {
  /// One statement.
  public struct Statement: Sendable, Hashable {
    /// Without its semicolon.
    public var sql: String
    /// The line where it begins, from 1.
    public var line: Int
    /// Where the Oracle source of what it makes stands, such as `tables.sql:12`.
    public var origin: String?
  }

  /// The statements below a line `-- phase: title`.
  public struct Phase: Sendable, Hashable {
    /// The title; empty for what comes before the first such line.
    public var title: String
    /// In order.
    public var statements: [Statement]
  }

  /// What begins a phase, in a line of its own.
  static let phaseMark = "-- phase: "
  /// What names the source of the statement below it.
  static let originMark = "-- from "

  /// In order; those without statements are left out.
  public private(set) var phases: [Phase] = []

  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private var origin: String?

  /// Reads a file's text.
  public init(_ text: String) {
    bytes = Array(text.utf8)
    var phase = Phase(title: "", statements: [])
    while place < bytes.count {
      if let remark = remark() {
        if remark.hasPrefix(Self.phaseMark) {
          if !phase.statements.isEmpty { phases.append(phase) }
          phase = Phase(title: String(remark.dropFirst(Self.phaseMark.count)), statements: [])
        } else if remark.hasPrefix(Self.originMark) {
          origin = String(remark.dropFirst(Self.originMark.count))
        }
      } else if isBlank(bytes[place]) || bytes[place] == UInt8(ascii: ";") {
        step(to: place + 1)
      } else {
        let begin = (place, line)
        let end = endOfStatement()
        let sql = String(decoding: bytes[begin.0..<end], as: UTF8.self)
        phase.statements.append(Statement(sql: sql, line: begin.1, origin: origin))
        origin = nil
      }
    }
    if !phase.statements.isEmpty { phases.append(phase) }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  private mutating func step(to end: Int) {
    while place < Swift.min(end, bytes.count) {
      if bytes[place] == 0x0A { line += 1 }
      place += 1
    }
  }

  private func starts(_ text: StaticString, at index: Int) -> Bool {
    text.withUTF8Buffer { bytes.dropFirst(index).starts(with: $0) }
  }

  /// A comment between statements, which is passed over; nil where none begins.
  private mutating func remark() -> String? {
    if starts("--", at: place) {
      let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
      let text = String(decoding: bytes[place..<end], as: UTF8.self)
      step(to: end)
      return text
    }
    guard starts("/*", at: place) else { return nil }
    step(to: endOfBlockComment(place))
    return ""
  }

  /// Moves behind the semicolon.
  ///
  /// - Returns: where the statement's text ends.
  private mutating func endOfStatement() -> Int {
    var index = place
    while index < bytes.count, bytes[index] != UInt8(ascii: ";") {
      switch bytes[index] {
      case UInt8(ascii: "'"): index = endOfString(index)
      case UInt8(ascii: "\""): index = end(of: UInt8(ascii: "\""), from: index + 1)
      case UInt8(ascii: "-") where starts("--", at: index):
        index = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
      case UInt8(ascii: "/") where starts("/*", at: index): index = endOfBlockComment(index)
      case UInt8(ascii: "$"): index = endOfDollarQuote(index) ?? index + 1
      default: index += 1
      }
    }
    var last = Swift.min(index, bytes.count)
    step(to: index + 1)
    while last > 0, isBlank(bytes[last - 1]) { last -= 1 }
    return last
  }

  private func end(of quote: UInt8, from start: Int) -> Int {
    (bytes.dropFirst(start).firstIndex(of: quote) ?? bytes.count) + 1
  }

  /// A string's end; in E'...' a backslash takes the next byte along.
  private func endOfString(_ quote: Int) -> Int {
    let isEscaped =
      quote > 0 && bytes[quote - 1] | 0x20 == UInt8(ascii: "e") && (quote < 2 || !isNameByte(bytes[quote - 2]))
    guard isEscaped else { return end(of: UInt8(ascii: "'"), from: quote + 1) }
    var index = quote + 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "'") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index + 1
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  /// Comments nest.
  private func endOfBlockComment(_ start: Int) -> Int {
    var (index, depth) = (start + 2, 1)
    while index < bytes.count, depth > 0 {
      if starts("/*", at: index) {
        (index, depth) = (index + 2, depth + 1)
      } else if starts("*/", at: index) {
        (index, depth) = (index + 2, depth - 1)
      } else {
        index += 1
      }
    }
    return index
  }

  /// The end of `$tag$...$tag$`; nil where none begins, as in the parameter `$1` or inside of a name.
  private func endOfDollarQuote(_ start: Int) -> Int? {
    if start > 0, isNameByte(bytes[start - 1]) { return nil }
    var index = start + 1
    while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "$") else { return nil }
    let tag = bytes[start...index]
    if tag.count > 2, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[start + 1]) { return nil }
    index += 1
    while index < bytes.count {
      guard let dollar = bytes[index...].firstIndex(of: UInt8(ascii: "$")) else { return bytes.count }
      if bytes[dollar...].starts(with: tag) { return dollar + tag.count }
      index = dollar + 1
    }
    return bytes.count
  }
}
