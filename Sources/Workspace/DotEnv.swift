/// The variables of a `.env` file.
///
/// A line is blank, a comment (`#` as its first character that isn't a blank), or `NAME=value`, with or without `export`
/// before it. Blanks around name and value go. A value within single quotes is taken as it stands; within double quotes
/// `\n`, `\t`, `\"`, `\\` and `\$` stand for one character each; without quotes a ` #` begins a comment. Nothing is
/// expanded. The last of two lines for one name wins, as in a shell.
struct DotEnv {
  private(set) var variables: [String: String] = [:]

  /// Reads the text; errors name the file and the line, but never a value.
  init(_ bytes: [UInt8], file: String) throws(ConfigurationError) {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    for (index, raw) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let line = index + 1
      guard let text = String(validating: raw, as: UTF8.self) else {
        throw ConfigurationError("not UTF-8", remedy: "save the file as UTF-8", file: file, line: line)
      }
      try add(Self.trimmed(text[...]), line: line, file: file)
    }
  }

  private mutating func add(_ content: Substring, line: Int, file: String) throws(ConfigurationError) {
    if content.isEmpty || content.hasPrefix("#") { return }
    guard let equals = content.firstIndex(of: "=") else {
      throw ConfigurationError(
        "neither a comment nor NAME=value", remedy: "write NAME=value", file: file, line: line)
    }
    var name = Self.trimmed(content[..<equals])
    if name.hasPrefix("export ") || name.hasPrefix("export\t") { name = Self.trimmed(name.dropFirst(7)) }
    let isName = name.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || "0"..."9" ~= $0 || $0 == "_")
    }
    guard isName, let first = name.unicodeScalars.first, !("0"..."9" ~= first) else {
      throw ConfigurationError(
        "no name of a variable before the =", remedy: "use letters, digits and _", file: file, line: line)
    }
    guard let value = Self.value(Self.trimmed(content[content.index(after: equals)...])) else {
      throw ConfigurationError(
        "the quotes of a value are not closed, or more follows them", remedy: "close the quotes at the line's end",
        file: file, line: line)
    }
    variables[String(name)] = value
  }

  /// The value without its quotes or its comment; nil when the quotes don't end it.
  private static func value(_ text: Substring) -> String? {
    guard let quote = text.first, quote == "\"" || quote == "'" else { return unquoted(text) }
    var value = ""
    var rest = text.dropFirst()
    while let character = rest.popFirst() {
      if character == quote {
        let after = trimmed(rest)
        return after.isEmpty || after.hasPrefix("#") ? value : nil
      }
      guard character == "\\", quote == "\"", let escaped = rest.popFirst() else {
        value.append(character)
        continue
      }
      switch escaped {
      case "n": value.append("\n")
      case "t": value.append("\t")
      case "\"", "\\", "$": value.append(escaped)
      default: value += "\\\(escaped)"
      }
    }
    return nil
  }

  private static func unquoted(_ text: Substring) -> String {
    var before: Character = " "
    for index in text.indices {
      if text[index] == "#", before == " " || before == "\t" { return String(trimmed(text[..<index])) }
      before = text[index]
    }
    return String(text)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first == " " || first == "\t" || first == "\r" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" || last == "\r" || last == "\r\n" { text.removeLast() }
    return text
  }
}
