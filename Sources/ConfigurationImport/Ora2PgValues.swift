import Foundation

/// The forms of ora2pg's values.
enum Ora2PgValues {
  /// Parts between separators, outside of parentheses, brackets and quotes, and not behind a backslash.
  static func split(_ text: String, at separators: Set<Character>) -> [String] {
    var parts: [String] = []
    var part = ""
    var depth = 0
    var isQuoted = false
    var isEscaped = false
    for character in text {
      if isEscaped {
        part.append(character)
        isEscaped = false
        continue
      }
      switch character {
      case "\\":
        isEscaped = true
        continue
      case "'": isQuoted.toggle()
      case "(", "[": depth += isQuoted ? 0 : 1
      case ")", "]": depth -= isQuoted ? 0 : 1
      default: break
      }
      if depth <= 0, !isQuoted, separators.contains(character) {
        parts.append(part)
        part = ""
      } else {
        part.append(character)
      }
    }
    return (parts + [part]).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  static let blanksAndCommas: Set<Character> = [" ", "\t", ","]

  /// `NAME(a,b)` or `NAME[a]`: the name and what is inside.
  static func group(_ text: String, open: Character, close: Character) -> (name: String, inside: String)? {
    guard let start = text.firstIndex(of: open), text.last == close, start != text.startIndex else { return nil }
    return (String(text[..<start]), String(text[text.index(after: start)...].dropLast()))
  }

  /// Conditions on tables, `NAME[condition]`, and what stands outside of them, which is for all tables.
  ///
  /// - Returns: nil when a bracket or a quote is not closed.
  static func conditions(_ text: String) -> (tables: [(name: String, condition: String)], general: String)? {
    var tables: [(name: String, condition: String)] = []
    var general = ""
    var isQuoted = false
    var inside: String?
    var depth = 0
    for character in text {
      if character == "'" { isQuoted.toggle() }
      if inside == nil {
        guard character == "[", !isQuoted else {
          general.append(character)
          continue
        }
        let name = String(general.reversed().prefix { $0.isLetter || $0.isNumber || "_$#.\"".contains($0) }.reversed())
        guard !name.isEmpty else { return nil }
        general.removeLast(name.count)
        tables.append((name, ""))
        inside = ""
        depth = 1
        continue
      }
      if !isQuoted { depth += character == "[" ? 1 : character == "]" ? -1 : 0 }
      if depth > 0 {
        inside?.append(character)
      } else {
        tables[tables.count - 1].condition = (inside ?? "").trimmingCharacters(in: .whitespaces)
        inside = nil
      }
    }
    guard inside == nil, !isQuoted, tables.allSatisfy({ !$0.condition.isEmpty }) else { return nil }
    return (tables, general.trimmingCharacters(in: .whitespaces))
  }

  /// A pattern of oraferry's for a regular expression that means the same; nil for another one.
  static func pattern(_ expression: String) -> String? {
    var result = ""
    var rest = Substring(expression)
    while let first = rest.first {
      if rest.hasPrefix(".*") {
        result += "*"
        rest = rest.dropFirst(2)
      } else if first == "." {
        result += "?"
        rest = rest.dropFirst()
      } else if first == "%" {
        result += "*"
        rest = rest.dropFirst()
      } else if first.isLetter || first.isNumber || "_$#".contains(first) {
        result.append(first)
        rest = rest.dropFirst()
      } else {
        return nil
      }
    }
    return result.isEmpty ? nil : result
  }

  /// `key=value` pairs of a data source name.
  static func pairs(_ text: String) -> [String: String] {
    var pairs: [String: String] = [:]
    for part in text.split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      if sides.count == 2 { pairs[sides[0].lowercased()] = sides[1] }
    }
    return pairs
  }
}
