/// The most frequent trigger of all: BEFORE INSERT, it fills a column from a sequence.
///
/// The stand-in runs no PL/SQL, but does what this one says.
struct SequenceFilling {
  /// The column, as the dictionary spells it.
  let column: String
  /// The sequence's schema, when it is named.
  let sequenceOwner: String?
  let sequence: String
  /// Whether a value that is given stays: `WHEN (NEW.c IS NULL)` or `IF :NEW.c IS NULL`.
  let isGuarded: Bool

  /// What a trigger's text says; nil when it does anything else.
  init?(triggerText: String) {
    var words = TriggerWords(triggerText)
    guard words.skip(to: "BEFORE"), words.take("BEFORE", "INSERT", "ON") else { return nil }
    guard words.skip(to: "FOR"), words.take("FOR", "EACH", "ROW") else { return nil }
    var guarded: String?
    if words.take("WHEN") {
      guard words.take("("), words.take("NEW", "."), let column = words.name(), words.take("IS", "NULL", ")") else {
        return nil
      }
      guarded = column
    }
    _ = words.take("DECLARE")
    guard words.take("BEGIN") else { return nil }
    let hasCondition = words.take("IF")
    if hasCondition {
      let isBracketed = words.take("(")
      guard words.take(":", "NEW", "."), let column = words.name(), words.take("IS", "NULL") else { return nil }
      guard !isBracketed || words.take(")"), words.take("THEN") else { return nil }
      guarded = column
    }
    var target: String?
    if words.take(":", "NEW", ".") {
      target = words.name()
      guard words.take(":=") else { return nil }
    } else {
      guard words.take("SELECT") else { return nil }
    }
    guard let first = words.name(), words.take(".") else { return nil }
    if words.take("NEXTVAL") {
      (sequenceOwner, sequence) = (nil, first)
    } else {
      guard let second = words.name(), words.take(".", "NEXTVAL") else { return nil }
      (sequenceOwner, sequence) = (first, second)
    }
    if target == nil {
      guard words.take("INTO", ":", "NEW", ".") else { return nil }
      target = words.name()
      guard words.take("FROM", "DUAL") else { return nil }
    }
    guard let target, words.take(";") else { return nil }
    if hasCondition { guard words.take("END", "IF", ";") else { return nil } }
    guard words.take("END") else { return nil }
    guard guarded == nil || guarded == target else { return nil }
    column = target
    isGuarded = guarded != nil
  }
}

/// The words and signs of a trigger's text, without comments; names in upper case unless quoted.
private struct TriggerWords {
  private var words: [String] = []
  private var place = 0

  init(_ text: String) {
    var rest = text[...]
    while let first = rest.first {
      if rest.hasPrefix("--") {
        rest = rest.drop { !$0.isNewline }
      } else if rest.hasPrefix("/*") {
        rest = rest.firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
      } else if rest.hasPrefix(":=") {
        words.append(":=")
        rest = rest.dropFirst(2)
      } else if first == "\"" {
        let name = rest.dropFirst().prefix { $0 != "\"" }
        words.append("\"" + name)
        rest = rest.dropFirst(name.count + 2)
      } else if first.isLetter || first == "_" {
        let word = rest.prefix { $0.isLetter || $0.isNumber || "_$#".contains($0) }
        words.append(word.uppercased())
        rest = rest.dropFirst(word.count)
      } else {
        if !first.isWhitespace { words.append(String(first)) }
        rest = rest.dropFirst()
      }
    }
  }

  /// Moves on to a word; false when it doesn't come.
  mutating func skip(to word: String) -> Bool {
    guard let found = words[place...].firstIndex(of: word) else { return false }
    place = found
    return true
  }

  /// Takes words when all of them come next.
  mutating func take(_ expected: String...) -> Bool {
    guard words[place...].starts(with: expected) else { return false }
    place += expected.count
    return true
  }

  /// Takes a name.
  mutating func name() -> String? {
    guard place < words.count, let first = words[place].first, first.isLetter || first == "\"" || first == "_" else {
      return nil
    }
    defer { place += 1 }
    return first == "\"" ? String(words[place].dropFirst()) : words[place]
  }
}
