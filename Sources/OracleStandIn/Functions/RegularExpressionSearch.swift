import OracleWire

/// What REGEXP_LIKE, REGEXP_COUNT, REGEXP_INSTR, REGEXP_SUBSTR and REGEXP_REPLACE do.
///
/// Empty text is NULL, as everywhere in Oracle. Positions count characters from 1.
struct RegularExpressionSearch {
  var source: [UInt8]
  var pattern: [UInt8]
  var position = 1
  /// Which match; nil for the default, which is the first one, and all of them for REGEXP_REPLACE.
  var occurrence: Int?
  /// Not 0: REGEXP_INSTR tells the place behind the match.
  var returnOption = 0
  var matchParameter: [UInt8] = []
  /// Which group, 0 for the whole match.
  var subexpression = 0
  let cache: RegularExpressionCache

  init(_ source: [UInt8], _ pattern: [UInt8], cache: RegularExpressionCache) {
    self.source = source
    self.pattern = pattern
    self.cache = cache
  }

  /// REGEXP_LIKE; nil for unknown.
  func isLike() throws -> Bool? {
    let flags = try RegularExpressionFlags(matchParameter)
    guard !source.isEmpty, !pattern.isEmpty else { return nil }
    return try !matches(flags, onlyFirst: true).isEmpty
  }

  /// REGEXP_COUNT; nil for NULL.
  func count() throws -> Int? {
    let flags = try checkedFlags()
    guard !source.isEmpty, !pattern.isEmpty else { return nil }
    return try matches(flags).count
  }

  /// REGEXP_INSTR: 0 when there is no such match or group, nil for NULL.
  func place() throws -> Int? {
    guard returnOption >= 0 else { throw Self.outOfRange(returnOption) }
    let flags = try checkedFlags(leastOccurrence: 1)
    guard !source.isEmpty, !pattern.isEmpty else { return nil }
    guard let range = try group(flags) else { return 0 }
    return (returnOption == 0 ? range.lowerBound : range.upperBound) + 1
  }

  /// REGEXP_SUBSTR; nil for NULL, which an empty match is too.
  func part() throws -> [UInt8]? {
    let flags = try checkedFlags(leastOccurrence: 1)
    guard !source.isEmpty, !pattern.isEmpty, let range = try group(flags), !range.isEmpty else { return nil }
    let text = SearchedText(source)
    return Array(text.bytes(range))
  }

  /// REGEXP_REPLACE; nil for NULL.
  ///
  /// - Throws: ORA-01489 for a result that is longer than a VARCHAR2, or a LOB, can be.
  func replacing(with replacement: [UInt8], isLarge: Bool) throws -> [UInt8]? {
    let flags = try checkedFlags(leastOccurrence: 0)
    guard !source.isEmpty else { return nil }
    guard !pattern.isEmpty else { return source }
    let wanted = occurrence ?? 0
    var matches = try matches(flags, onlyFirst: wanted == 1)
    if wanted > 1 { matches = matches.count >= wanted ? [matches[wanted - 1]] : [] }
    guard !matches.isEmpty else { return source }
    let text = SearchedText(source)
    let template = ReplacementTemplate(replacement)
    var result: [UInt8] = []
    var done = 0
    for match in matches {
      result += text.bytes(done..<match.whole.lowerBound)
      try template.append(match, of: text, to: &result, isLarge: isLarge)
      done = match.whole.upperBound
    }
    result += text.bytes(done..<text.count)
    try TextFunctions.checkLength(result.count, isLarge: isLarge)
    return result.isEmpty ? nil : result
  }

  private static func outOfRange(_ argument: Int) -> OracleError {
    OracleError(code: 1428, message: "argument '\(argument)' is out of range")
  }

  private func checkedFlags(leastOccurrence: Int = 0) throws -> RegularExpressionFlags {
    guard position > 0 else { throw Self.outOfRange(position) }
    if let occurrence, occurrence < leastOccurrence { throw Self.outOfRange(occurrence) }
    guard subexpression >= 0 else { throw Self.outOfRange(subexpression) }
    return try RegularExpressionFlags(matchParameter)
  }

  private func matches(_ flags: RegularExpressionFlags, onlyFirst: Bool = false) throws -> [TextMatch] {
    let text = String(decoding: source, as: UTF8.self)
    var start = SearchStart.text
    if position > 1 {
      let scalars = text.unicodeScalars
      guard let before = scalars.index(scalars.startIndex, offsetBy: position - 2, limitedBy: scalars.endIndex),
        before < scalars.endIndex, scalars.index(after: before) < scalars.endIndex
      else {
        // The pattern is checked all the same.
        _ = try cache.expression(pattern, flags, from: .text)
        return []
      }
      start = flags.isMultiline && scalars[before] == "\n" ? .line : .inLine
    }
    return try cache.expression(pattern, flags, from: start)
      .matches(in: text, from: position - 1, onlyFirst: onlyFirst)
  }

  /// The wanted group of the wanted match.
  private func group(_ flags: RegularExpressionFlags) throws -> Range<Int>? {
    let wanted = occurrence ?? 1
    let matches = try matches(flags, onlyFirst: wanted == 1)
    guard matches.count >= wanted else { return nil }
    let groups = matches[wanted - 1].groups
    return groups.indices.contains(subexpression) ? groups[subexpression] : nil
  }
}

/// Source text that can be cut by characters.
struct SearchedText {
  private let text: [UInt8]
  private let offsets: [Int]

  init(_ source: [UInt8]) {
    // What is no UTF-8 is repaired here as it was for the match, so that characters are counted alike.
    text = Array(String(decoding: source, as: UTF8.self).utf8)
    offsets = TextFunctions.boundaries(text)
  }

  /// How many characters there are.
  var count: Int { offsets.count - 1 }

  func bytes(_ characters: Range<Int>) -> ArraySlice<UInt8> {
    let characters = characters.clamped(to: 0..<count)
    return text[offsets[characters.lowerBound]..<offsets[characters.upperBound]]
  }
}

/// The replacement of REGEXP_REPLACE: `\1` to `\9` name groups, `\\` is a backslash.
struct ReplacementTemplate {
  private enum Piece {
    case bytes([UInt8])
    case group(Int)
  }

  private var pieces: [Piece] = []

  init(_ replacement: [UInt8]) {
    var literal: [UInt8] = []
    var place = 0
    while place < replacement.count {
      let byte = replacement[place]
      let next = place + 1 < replacement.count ? replacement[place + 1] : 0
      place += 1
      guard byte == UInt8(ascii: "\\") else {
        literal.append(byte)
        continue
      }
      if next == UInt8(ascii: "\\") {
        literal.append(next)
        place += 1
      } else if next >= UInt8(ascii: "1"), next <= UInt8(ascii: "9") {
        pieces += [.bytes(literal), .group(Int(next) - 0x30)]
        literal = []
        place += 1
      } else {
        literal.append(byte)
      }
    }
    pieces.append(.bytes(literal))
  }

  /// Appends what stands for a match; a group that the pattern lacks or that took no part is empty.
  func append(_ match: TextMatch, of text: SearchedText, to result: inout [UInt8], isLarge: Bool) throws {
    for piece in pieces {
      try TextFunctions.checkLength(result.count, isLarge: isLarge)
      switch piece {
      case .bytes(let bytes): result += bytes
      case .group(let number):
        if match.groups.indices.contains(number), let range = match.groups[number] { result += text.bytes(range) }
      }
    }
  }
}
