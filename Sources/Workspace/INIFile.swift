/// The sections, keys and values of an INI text.
///
/// A line is blank, a comment (`#` or `;` as its first character that isn't a blank), `[section]`, or `key = value`.
/// There are no comments after a value, which may itself hold `#` and `;`. Names are taken in lower case. Blanks around
/// a value go; a value within a pair of double or single quotes loses these, and keeps all between them. CRLF and a
/// byte order mark are fine.
struct INIFile {
  struct Entry: Hashable {
    var value: String
    /// As it was written, with the quotes around it.
    var written: String
    /// The key as it was written.
    var writtenKey: String
    var line: Int
  }

  struct Section {
    var line: Int
    var entries: [String: Entry] = [:]
  }

  private(set) var sections: [String: Section] = [:]

  /// The largest file that is read, in bytes.
  static let largestSize = 1 << 20

  /// Reads the text; errors name the file, the line and what stands there, but never a value.
  init(_ bytes: [UInt8], file: String) throws(ConfigurationError) {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var current: String?
    for (index, raw) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let line = index + 1
      guard let text = String(validating: raw, as: UTF8.self) else {
        throw ConfigurationError("not UTF-8", remedy: "save the file as UTF-8", file: file, line: line)
      }
      let content = Self.trimmed(text)
      guard !content.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\t" }) else {
        throw ConfigurationError("a control character", remedy: "remove it", file: file, line: line, section: current)
      }
      switch content.first {
      case nil, "#", ";": continue
      case "[": current = try open(content, line: line, file: file)
      default: try add(content, to: current, line: line, file: file)
      }
    }
  }

  private mutating func open(_ content: String, line: Int, file: String) throws(ConfigurationError) -> String {
    let name = Self.trimmed(content.dropFirst().dropLast()).lowercased()
    guard content.last == "]", !name.isEmpty else {
      throw ConfigurationError(
        "not a section", remedy: "write a section's name in brackets, [oracle]", file: file, line: line)
    }
    if let former = sections[name] {
      throw ConfigurationError(
        "the section is there twice, first in line \(former.line)", remedy: "put all its keys under one heading",
        file: file, line: line, section: name)
    }
    sections[name] = Section(line: line)
    return name
  }

  private mutating func add(
    _ content: String, to section: String?, line: Int, file: String
  ) throws(ConfigurationError) {
    guard let section else {
      throw ConfigurationError(
        "a line before the first section", remedy: "put a heading such as [oracle] before it", file: file, line: line)
    }
    guard let equals = content.firstIndex(of: "="), equals != content.startIndex else {
      throw ConfigurationError(
        "neither a comment nor `key = value`", remedy: "write `key = value`", file: file, line: line, section: section)
    }
    let writtenKey = Self.trimmed(content[..<equals])
    let key = writtenKey.lowercased()
    if let former = sections[section]?.entries[key] {
      throw ConfigurationError(
        "the key is there twice, first in line \(former.line)", remedy: "remove one of the two", file: file,
        line: line, section: section, key: key)
    }
    let written = Self.trimmed(content[content.index(after: equals)...])
    sections[section]?.entries[key] = Entry(
      value: Self.unquoted(written), written: written, writtenKey: writtenKey, line: line)
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var text = text.unicodeScalars[...]
    while let first = text.first, isBlank(first) { text.removeFirst() }
    while let last = text.last, isBlank(last) { text.removeLast() }
    return String(String.UnicodeScalarView(text))
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\r"
  }

  private static func unquoted(_ value: String) -> String {
    guard value.count >= 2, let quote = value.first, quote == value.last, quote == "\"" || quote == "'" else {
      return value
    }
    return String(value.dropFirst().dropLast())
  }

  /// The value as it must be written so that it is read back the same.
  static func quoted(_ value: String) -> String {
    let needsQuotes = trimmed(value) != value || unquoted(value) != value
    return needsQuotes ? "\"\(value)\"" : value
  }
}
