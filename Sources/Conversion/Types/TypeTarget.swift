import Model

/// A PostgreSQL type as the user writes it in a type map.
public struct TypeTarget: Sendable, Hashable {
  /// The types that a map can choose.
  enum Word: String, CaseIterable {
    case boolean, smallint, integer, bigint, numeric, real
    case doublePrecision = "double precision"
    case text, varchar, char, date, timestamp, timestamptz, uuid, bytea, json, xml
  }

  let word: Word
  /// What stands in parentheses.
  let size: Int?
  /// The second number there.
  let scale: Int?

  private static let otherNames: [String: Word] = [
    "bool": .boolean, "int2": .smallint, "int": .integer, "int4": .integer, "int8": .bigint, "decimal": .numeric,
    "float4": .real, "float8": .doublePrecision, "double": .doublePrecision, "character varying": .varchar,
    "character": .char, "bpchar": .char, "timestamp without time zone": .timestamp,
    "timestamp with time zone": .timestamptz,
  ]

  /// Reads a type; nil for one that is not known.
  init?(_ text: some StringProtocol) {
    guard let spelling = TypeSpelling(text) else { return nil }
    let name = spelling.name.lowercased()
    guard let word = Word(rawValue: name) ?? Self.otherNames[name] else { return nil }
    let limits: ClosedRange<Int>?
    switch word {
    case .numeric: limits = 1...1000
    case .varchar, .char: limits = 1...TextTypes.maximumLength
    case .timestamp, .timestamptz: limits = 0...DateTimeTypes.maximumPrecision
    default: limits = nil
    }
    if let size = spelling.sizes.first {
      guard let size, let limits, limits.contains(size) else { return nil }
    }
    guard spelling.sizes.count <= (word == .numeric ? 2 : 1) else { return nil }
    self.word = word
    size = spelling.sizes.first ?? nil
    scale = spelling.sizes.count == 2 ? spelling.sizes[1] : nil
    if spelling.sizes.count == 2, scale.map({ (0...1000).contains($0) }) != true { return nil }
  }

  /// The names that a message lists.
  static var known: String { Word.allCases.map(\.rawValue).joined(separator: ", ") }
}

/// A type's name with the numbers in its parentheses, in Oracle's spelling or PostgreSQL's.
struct TypeSpelling: Hashable {
  /// In upper case, blanks made single.
  var name: String
  /// The numbers; nil for `*`.
  var sizes: [Int?] = []

  /// Reads `NUMBER(10,2)`, `timestamp(3) with time zone`; nil when the parentheses don't match or hold something else.
  init?(_ text: some StringProtocol) {
    let text = text.uppercased()
    var words = text
    if let open = text.firstIndex(of: "(") {
      guard let close = text.firstIndex(of: ")"), open < close else { return nil }
      words = text[..<open] + " " + text[text.index(after: close)...]
      for part in text[text.index(after: open)..<close].split(separator: ",", omittingEmptySubsequences: false) {
        // `VARCHAR2(30 CHAR)`: the unit is the dictionary's business.
        let parts = part.split(separator: " ")
        guard let first = parts.first, parts.count == 1 || (parts.count == 2 && ["CHAR", "BYTE"].contains(parts[1]))
        else { return nil }
        if first == "*" {
          sizes.append(nil)
        } else {
          guard let number = Int(first), first.allSatisfy({ $0.isNumber || $0 == "-" }) else { return nil }
          sizes.append(number)
        }
      }
    }
    guard !words.contains(where: { "()".contains($0) }) else { return nil }
    name = words.split(separator: " ").joined(separator: " ")
    guard !name.isEmpty else { return nil }
  }
}
