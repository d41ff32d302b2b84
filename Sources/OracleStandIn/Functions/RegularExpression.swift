import OracleWire
import Synchronization

/// Where a match and its groups lie, in characters from the start of the text.
struct TextMatch: Sendable {
  /// The whole match, then its groups; nil for a group that took no part.
  var groups: [Range<Int>?]

  var whole: Range<Int> { (groups.first ?? nil) ?? 0..<0 }
}

/// A compiled Oracle pattern.
///
/// Alternatives are tried from left to right, as Oracle does, not for the longest match.
final class RegularExpression: @unchecked Sendable {
  // Unchecked: Regex is not Sendable because it may hold any closure; this one comes from text and holds none, and it
  // is never changed.
  private let regex: Regex<AnyRegexOutput>
  private let foldsText: Bool
  private let replacesLineEnds: Bool

  /// Compiles a pattern.
  ///
  /// - Throws: Oracle's errors between ORA-12723 and ORA-12748.
  init(_ pattern: [UInt8], _ flags: RegularExpressionFlags, from start: SearchStart) throws {
    let translation = try RegularExpressionTranslator(pattern, flags, from: start)
    // Swift compares what a back reference names exactly, also under (?i); folded text makes up for it.
    foldsText = flags.ignoresCase && translation.hasBackReference
    replacesLineEnds = flags.isMultiline
    do {
      regex = try Regex(translation.output).matchingSemantics(.unicodeScalar)
    } catch {
      // Swift's own limit, such as the one on how deep parentheses nest.
      throw OracleError(code: 12723, message: "regular expression too complex")
    }
  }

  private func prepared(_ text: String) -> String {
    guard foldsText || replacesLineEnds else { return text }
    var view = String.UnicodeScalarView()
    for var scalar in text.unicodeScalars {
      if replacesLineEnds, CharacterSetText.otherLineEnds.contains(scalar) { scalar = CharacterSetText.standIn(scalar) }
      if foldsText {
        // One character for one, so that offsets stay true.
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        if lower.count == 1, let only = lower.first { scalar = only }
      }
      view.append(scalar)
    }
    return String(view)
  }

  /// All matches from a character on, or only the first one.
  func matches(in text: String, from start: Int, onlyFirst: Bool = false) -> [TextMatch] {
    let text = prepared(text)
    let scalars = text.unicodeScalars
    guard let first = scalars.index(scalars.startIndex, offsetBy: start, limitedBy: scalars.endIndex) else { return [] }
    let part = text[first...]
    let found = onlyFirst ? [part.firstMatch(of: regex)].compactMap { $0 } : part.matches(of: regex)
    var place = first
    var offset = start
    return found.map { match in
      // Offsets are counted on from the match before, which keeps the whole linear.
      offset += scalars.distance(from: place, to: match.range.lowerBound)
      place = match.range.lowerBound
      return TextMatch(
        groups: match.output.map { group in
          guard let range = group.range else { return nil }
          let low = offset + scalars.distance(from: place, to: range.lowerBound)
          return low..<(low + scalars.distance(from: range.lowerBound, to: range.upperBound))
        })
    }
  }
}

/// Compiled patterns, by all that decides how they compile.
final class RegularExpressionCache: Sendable {
  private struct Key: Sendable, Hashable {
    var pattern: [UInt8]
    var flags: RegularExpressionFlags
    var start: SearchStart
  }

  private static let capacity = 200
  private let compiled = Mutex<[Key: RegularExpression]>([:])

  func expression(
    _ pattern: [UInt8], _ flags: RegularExpressionFlags, from start: SearchStart
  ) throws -> RegularExpression {
    let key = Key(pattern: pattern, flags: flags, start: start)
    if let known = compiled.withLock({ $0[key] }) { return known }
    let expression = try RegularExpression(pattern, flags, from: start)
    compiled.withLock { known in
      // Patterns that come from data could fill memory; a fresh start costs little.
      if known.count >= Self.capacity { known.removeAll() }
      known[key] = expression
    }
    return expression
  }
}
