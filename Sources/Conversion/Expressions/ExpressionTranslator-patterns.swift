import Model
import OracleSQL

/// REGEXP_LIKE, REGEXP_REPLACE, REGEXP_SUBSTR, REGEXP_INSTR and REGEXP_COUNT with patterns that both databases read alike.
extension ExpressionTranslator {
  mutating func patternFunction(
    _ name: String, _ arguments: [Expression]
  ) throws(ConversionRefusal) -> TranslatedExpression? {
    switch (name, arguments.count) {
    case ("REGEXP_LIKE", 2...3):
      let subject = try text(arguments[0])
      let pattern = try self.pattern(arguments[1], onlyTests: true)
      let flags = try self.flags(arguments, 2, pattern)
      return .condition("\(subject.operand) ~ \(pattern.prefixed(by: flags))")
    case ("REGEXP_REPLACE", 2...6):
      let subject = try text(arguments[0])
      let pattern = try self.pattern(arguments[1])
      let replacement = arguments.count > 2 ? try value(arguments[2]) : .null
      let text = replacement.type == .null ? "" : replacement.literal
      guard let text, !text.contains("&") else {
        throw ConversionRefusal("REGEXP_REPLACE with a replacement that is no literal")
      }
      let start = try count(arguments, 3, name)
      let occurrence = try count(arguments, 4, name, otherwise: 0, least: 0)
      var flags = try self.flags(arguments, 5, pattern)
      guard start == 1, occurrence < 2 else {
        try requireNewFunctions()
        return Self.emptyAsNull(
          "regexp_replace(\(subject.sql), \(pattern), \(PostgresLiteral.quoted(text)), \(start), \(occurrence), "
            + "'\(flags)')", Self.kind(of: subject))
      }
      flags += occurrence == 0 ? "g" : ""
      return Self.emptyAsNull(
        "regexp_replace(\(subject.sql), \(pattern), \(PostgresLiteral.quoted(text)), '\(flags)')",
        Self.kind(of: subject))
    case ("REGEXP_SUBSTR", 2...6):
      let subject = try text(arguments[0])
      let pattern = try self.pattern(arguments[1])
      let start = try count(arguments, 2, name)
      let occurrence = try count(arguments, 3, name)
      let flags = try self.flags(arguments, 4, pattern)
      let group = try count(arguments, 5, name, otherwise: 0, least: 0)
      guard group <= pattern.groups else { throw ConversionRefusal("REGEXP_SUBSTR of a group that the pattern lacks") }
      guard start == 1, occurrence == 1, group == 0 else {
        try requireNewFunctions()
        return Self.emptyAsNull(
          "regexp_substr(\(subject.sql), \(pattern), \(start), \(occurrence), '\(flags)', \(group))",
          Self.kind(of: subject))
      }
      return Self.emptyAsNull(
        "substring(\(subject.sql) from \(pattern.grouped.prefixed(by: flags)))", Self.kind(of: subject))
    case ("REGEXP_COUNT", 2...4):
      let subject = try text(arguments[0])
      let pattern = try self.pattern(arguments[1])
      let start = try count(arguments, 2, name)
      let flags = try self.flags(arguments, 3, pattern)
      try requireNewFunctions()
      return Self.count("regexp_count(\(subject.sql), \(pattern), \(start), '\(flags)')", of: subject)
    case ("REGEXP_INSTR", 2...7):
      let subject = try text(arguments[0])
      let pattern = try self.pattern(arguments[1])
      let places = [try count(arguments, 2, name), try count(arguments, 3, name)]
      let end = try count(arguments, 4, name, otherwise: 0, least: 0)
      let flags = try self.flags(arguments, 5, pattern)
      let group = try count(arguments, 6, name, otherwise: 0, least: 0)
      guard group <= pattern.groups else { throw ConversionRefusal("REGEXP_INSTR of a group that the pattern lacks") }
      try requireNewFunctions()
      return Self.count(
        "regexp_instr(\(subject.sql), \(pattern), \(places[0]), \(places[1]), \(min(end, 1)), '\(flags)', \(group))",
        of: subject)
    default: return nil
    }
  }

  /// A literal place or number of an occurrence.
  private func count(
    _ arguments: [Expression], _ index: Int, _ name: String, otherwise: Int = 1, least: Int = 1
  ) throws(ConversionRefusal) -> Int {
    guard arguments.count > index else { return otherwise }
    guard let number = arguments[index].literalInteger, number >= least, number <= Int(Int32.max) else {
      throw ConversionRefusal("\(name) with a place or occurrence that is no literal")
    }
    return number
  }

  private func requireNewFunctions() throws(ConversionRefusal) {
    guard context.catalogue?.postgresMajorVersion ?? 0 >= 15 else {
      throw ConversionRefusal("regular expressions with places and counts need PostgreSQL 15")
    }
  }

  /// The pattern as a literal that PostgreSQL reads as Oracle does.
  private mutating func pattern(
    _ expression: Expression, onlyTests: Bool = false
  ) throws(ConversionRefusal) -> PatternLiteral {
    guard let text = try value(expression).literal else {
      throw ConversionRefusal("a regular expression that is no literal")
    }
    return try PatternLiteral(text, onlyTests: onlyTests)
  }

  /// PostgreSQL's flags; empty where its defaults mean the same.
  ///
  /// Without `n` a point matches every character but the line break in Oracle, and `m` makes anchors match at lines. The flag
  /// that keeps PostgreSQL's point from line breaks does the same to brackets such as `[^a]`, which Oracle's doesn't.
  private mutating func flags(
    _ arguments: [Expression], _ index: Int, _ pattern: PatternLiteral
  ) throws(ConversionRefusal) -> String {
    var isCaseBlind = false
    var pointMatchesAll = false
    var hasLines = false
    let text = arguments.count > index ? try value(arguments[index]).literal : ""
    guard let text else { throw ConversionRefusal("the match parameter of a regular expression is no literal") }
    for character in text {
      switch character {
      case "i": isCaseBlind = true
      case "c": isCaseBlind = false
      case "n": pointMatchesAll = true
      case "m": hasLines = true
      default:
        throw ConversionRefusal("the match parameter '\(text.prefix(10))' of a regular expression is not converted")
      }
    }
    let isPartial = !pointMatchesAll && pattern.hasPoint
    guard !isPartial || !pattern.hasExclusion else {
      throw ConversionRefusal("a regular expression with both a point and an excluding bracket")
    }
    let lines = hasLines ? (isPartial ? "n" : "w") : (isPartial ? "p" : "")
    return (isCaseBlind ? "i" : "") + lines
  }
}

/// A regular expression of the part that POSIX, Oracle and PostgreSQL read alike.
struct PatternLiteral: CustomStringConvertible {
  private var text: String
  /// How many groups it has.
  private(set) var groups: Int
  /// Whether a point stands in it.
  private(set) var hasPoint = false
  /// Whether a bracket excludes characters.
  private(set) var hasExclusion = false

  /// Takes a pattern without back references in it, `\\` classes other than d, w, s, look-around, and quantifiers that
  /// are not greedy: the two engines choose differently among matches of alternatives and non-greedy quantifiers.
  init(_ text: String, onlyTests: Bool) throws(ConversionRefusal) {
    var rest = Substring(text)
    var groups = 0
    var (hasPoint, hasExclusion) = (false, false)
    while let first = rest.first {
      rest.removeFirst()
      switch first {
      case "\\":
        guard let next = rest.first, next.isASCII, !next.isLetter || "dwsDWS".contains(next), !next.isNumber else {
          throw Self.refusal
        }
        if "DWS".contains(next) { hasExclusion = true }
        rest.removeFirst()
      case "(":
        groups += 1
        if rest.hasPrefix("?") || rest.hasPrefix("*") { throw Self.refusal }
      case "\0": throw Self.refusal
      case "|":
        // Which alternative matches doesn't matter where only a match is asked for.
        if !onlyTests { throw Self.refusal }
      case "*", "+", "?", "}":
        if let next = rest.first, "?+*{".contains(next) { throw Self.refusal }
      case ".": hasPoint = true
      case "[":
        if rest.hasPrefix("^") { hasExclusion = true }
        // Within brackets a backslash is a character in Oracle, an escape in PostgreSQL.
        let end = rest.firstIndex(of: "]")
        guard let end, !rest[..<end].contains("\\"), !rest.hasPrefix("]"), !rest.hasPrefix("^]") else {
          throw Self.refusal
        }
        if rest[..<end].contains("[") {
          let classes = rest.hasPrefix("[:") || rest.hasPrefix("^[:")
          guard classes, let close = rest.range(of: ":]]") else { throw Self.refusal }
          rest = rest[close.upperBound...]
        } else {
          rest = rest[rest.index(after: end)...]
        }
      default: break
      }
    }
    guard !text.hasPrefix("*"), !text.hasPrefix("?"), !text.hasPrefix("+") else { throw Self.refusal }
    self.text = text
    self.groups = groups
    (self.hasPoint, self.hasExclusion) = (hasPoint, hasExclusion)
  }

  private static let refusal = ConversionRefusal("a regular expression that the two databases may read differently")

  /// The pattern as one group, which `substring` returns in place of the first group.
  var grouped: PatternLiteral {
    var copy = self
    if groups > 0 { copy.text = "(" + text + ")" }
    return copy
  }

  /// With options embedded.
  func prefixed(by flags: String) -> PatternLiteral {
    guard !flags.isEmpty else { return self }
    var copy = self
    copy.text = "(?\(flags))" + text
    return copy
  }

  /// The literal.
  var description: String { PostgresLiteral.quoted(text) }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Substring.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
