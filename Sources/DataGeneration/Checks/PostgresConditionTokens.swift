extension PostgresConditionParser {
  /// A word, a constant or a sign.
  enum Token: Equatable {
    case name(String, isQuoted: Bool)
    case number(String)
    case text(String)
    case symbol(String)
  }

  /// Words in lower case, literals without quotes; nil for an escape string and anything else that checks seldom hold.
  static func tokens(_ text: String) -> [Token]? {
    var tokens: [Token] = []
    var rest = Array(text.unicodeScalars)[...]
    func run(_ accepted: (Unicode.Scalar) -> Bool) -> String {
      var word = String.UnicodeScalarView()
      while let next = rest.first, accepted(next) {
        word.append(next)
        rest = rest.dropFirst()
      }
      return String(word)
    }
    func quoted(_ mark: Unicode.Scalar) -> String? {
      rest = rest.dropFirst()
      var inner = String.UnicodeScalarView()
      while let next = rest.popFirst() {
        if next == mark {
          guard rest.first == mark else { return String(inner) }
          rest = rest.dropFirst()
        }
        inner.append(next)
      }
      return nil
    }
    while let next = rest.first {
      switch next {
      case " ", "\n", "\t": rest = rest.dropFirst()
      case "'":
        guard let inner = quoted("'") else { return nil }
        tokens.append(.text(inner))
      case "\"":
        guard let inner = quoted("\"") else { return nil }
        tokens.append(.name(inner, isQuoted: true))
      case "0"..."9": tokens.append(.number(run { ("0"..."9").contains($0) || $0 == "." }))
      case "a"..."z", "A"..."Z", "_":
        let word = run { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "$" }
        if word == "E", rest.first == "'" { return nil }
        tokens.append(.name(word.lowercased(), isQuoted: false))
      case "(", ")", "[", "]", ",", ".":
        tokens.append(.symbol(String(next)))
        rest = rest.dropFirst()
      case ":":
        guard rest.dropFirst().first == ":" else { return nil }
        rest = rest.dropFirst(2)
        tokens.append(.symbol("::"))
      default:
        let symbol = run { "=<>!~+-*/%|&^".unicodeScalars.contains($0) }
        guard !symbol.isEmpty else { return nil }
        tokens.append(.symbol(symbol))
      }
    }
    return tokens
  }
}
