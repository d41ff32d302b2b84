import Canonical

/// When the texts that two servers make of one value mean the same.
///
/// None of this shares code with the canonical form or with the transcoder: it is there to find their faults.
enum RenderedMeaning: Sendable, Hashable {
  /// A decimal number.
  case decimal
  /// A decimal number of seconds, of which PostgreSQL has microseconds.
  case seconds(SubMicrosecondRule)
  case double
  case float
  /// 0 or 1 in Oracle, a truth value in PostgreSQL.
  case flag
  /// Text: its length, its first characters, its last ones.
  case text
  /// Bytes as hexadecimal digits: their number, the first ones, the last ones.
  case bytes
  /// A point in time, in UTC where it has a zone.
  case moment(SubMicrosecondRule)
  /// The same letters.
  case letters

  /// Whether two renderings are of one value; the first text of each is nil where it is NULL.
  func isSame(_ source: [String?], _ target: [String?]) -> Bool {
    guard let first = source.first ?? nil, let other = target.first ?? nil else {
      return (source.first ?? nil) == nil && (target.first ?? nil) == nil
    }
    switch self {
    case .decimal: return DecimalText(first).map { $0 == DecimalText(other) } ?? false
    case .seconds(let rule):
      return DecimalText(first).map { $0.toMicros(rule) == DecimalText(other)?.toMicros(rule) } ?? false
    case .double: return Self.isNear(Double(Self.plain(first)), Double(other))
    case .float: return Self.isNear(Float(Self.plain(first)), Float(other))
    case .flag: return ["0": "false", "1": "true"][first] == other
    case .moment(let rule):
      return MomentText(oracle: first)?.rounded(rule).map { $0 == MomentText(postgres: other) } ?? false
    case .letters: return first == other
    case .text: return RenderedText.isSame(source, target)
    case .bytes:
      return first == other
        && zip(source, target).dropFirst().allSatisfy { ($0 ?? "").lowercased() == ($1 ?? "").lowercased() }
    }
  }

  /// A rendering for people; nil for NULL.
  func shown(_ texts: [String?]) -> String? {
    guard let first = texts.first ?? nil else { return nil }
    switch self {
    case .text: return RenderedText.shown(texts)
    case .bytes: return "\\x" + (texts.dropFirst().first.flatMap { $0 } ?? "").lowercased()
    case .moment, .decimal, .seconds: return first.trimming(" ")
    default: return first
    }
  }

  /// Oracle writes a comma where the session's territory has one.
  private static func plain(_ text: String) -> String { text.replacing(",", with: ".").trimming(" ") }

  /// Of the 17 digits that Oracle shows the last may be another for the same bits; a value's neighbours are let pass here,
  /// as sums compare all of its bits.
  private static func isNear<Value: BinaryFloatingPoint>(_ left: Value?, _ right: Value?) -> Bool {
    guard let left, let right else { return false }
    if left.isNaN || right.isNaN { return left.isNaN && right.isNaN }
    return left == right || left.nextUp == right || left.nextDown == right
  }
}

extension String {
  /// Without a character at both ends.
  func trimming(_ character: Character) -> String {
    String(drop { $0 == character }.reversed().drop { $0 == character }.reversed())
  }
}
