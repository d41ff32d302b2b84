/// The text of a tnsnames.ora: names and what they stand for, and files to include.
///
/// Oracle's drivers pass over what they cannot read in this file, and so does this; only an entry that is asked for must
/// be whole.
public struct TNSNames: Sendable, Hashable {
  public enum Item: Sendable, Hashable {
    /// Names in upper case, and a descriptor or an EZConnect string.
    case entry(names: [String], value: String)
    /// `IFILE = path`
    case include(String)
  }

  /// In the order of the file; what stands later wins.
  public private(set) var items: [Item] = []

  public init(parsing text: String) {
    var reader = Reader(rest: TNSNames.withoutComments(text)[...])
    while let (key, value) = reader.next() {
      let names = key.split(separator: ",").map { String(TNSNames.trimmed($0)).uppercased() }.filter { !$0.isEmpty }
      guard !names.isEmpty, !value.isEmpty else { continue }
      if names == ["IFILE"] {
        items.append(.include(value.filter { $0 != "\"" && $0 != "'" }))
      } else {
        items.append(.entry(names: names, value: value))
      }
    }
  }

  /// What a `#` outside of quotes begins is a comment, to the line's end.
  private static func withoutComments(_ text: String) -> [Character] {
    var result: [Character] = []
    var quote: Character?
    var isComment = false
    for character in text {
      if character.isNewline {
        isComment = false
        // A quote that is left open must not swallow the rest of the file.
        quote = nil
      } else if isComment {
        continue
      } else if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "#" {
        isComment = true
        continue
      }
      result.append(character)
    }
    return result
  }

  private static func trimmed(_ text: some BidirectionalCollection<Character>) -> String {
    let front = text.drop { $0.isWhitespace }
    return String(String(front.reversed().drop { $0.isWhitespace }.reversed()))
  }

  private struct Reader {
    var rest: ArraySlice<Character>

    /// The next `key = value`: a value in parentheses to where they balance, another to the line's end.
    mutating func next() -> (key: String, value: String)? {
      while let equals = rest.firstIndex(of: "=") {
        let before = rest[..<equals]
        rest = rest[(equals + 1)...]
        // Rubbish of earlier lines is not part of the name.
        let lines = before.split(whereSeparator: \.isNewline)
        let key = TNSNames.trimmed(lines.last { !TNSNames.trimmed($0).isEmpty } ?? [])
        rest = rest.drop { $0.isWhitespace }
        let value = rest.first == "(" ? parenthesised() : line()
        guard !key.isEmpty, !key.contains(where: { "()".contains($0) }) else { continue }
        return (key, TNSNames.trimmed(value))
      }
      return nil
    }

    private mutating func line() -> ArraySlice<Character> {
      let line = rest.prefix { !$0.isNewline }
      rest = rest[line.endIndex...]
      return line
    }

    /// To the parenthesis that closes the first; when there is none, to the line that begins another entry.
    private mutating func parenthesised() -> ArraySlice<Character> {
      let start = rest.startIndex
      var depth = 0
      var quote: Character?
      var index = start
      while index < rest.endIndex {
        let character = rest[index]
        if character.isNewline {
          quote = nil
          if beginsEntry(index + 1) { break }
        } else if let open = quote {
          if character == open { quote = nil }
        } else if character == "\"" || character == "'" {
          quote = character
        } else if character == "(" {
          depth += 1
        } else if character == ")" {
          depth -= 1
          if depth == 0 {
            index += 1
            break
          }
        }
        index += 1
      }
      let value = rest[start..<index]
      rest = rest[index...]
      return value
    }

    /// Whether a line has a name in its first column, and an equals sign behind it: lines that go on are indented.
    private func beginsEntry(_ start: Int) -> Bool {
      guard start < rest.endIndex, rest[start].isLetter || rest[start].isNumber else { return false }
      let name = rest[start...].prefix { $0.isLetter || $0.isNumber || "_-., \t$".contains($0) }
      return name.endIndex < rest.endIndex && rest[name.endIndex] == "="
    }
  }
}
