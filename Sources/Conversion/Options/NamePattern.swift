/// A name as the user writes it in an option: exact, or with `*` for any characters and `?` for one.
///
/// It is folded to upper case as Oracle folds names, unless it is in double quotes, in which `*` and `?` are themselves.
public struct NamePattern: Sendable, Hashable {
  private enum Piece: Hashable {
    case character(Character)
    case one
    case any
  }

  private let pieces: [Piece]
  /// What stands before the first wildcard and behind the last: most names already differ there.
  private let head: String
  private let tail: String

  /// A pattern from its text; nil when it is empty or its quotes are not closed.
  public init?(_ text: some StringProtocol) {
    if text.hasPrefix("\"") {
      guard text.count > 2, text.hasSuffix("\"") else { return nil }
      pieces = text.dropFirst().dropLast().map { .character($0) }
      (head, tail) = (String(text.dropFirst().dropLast()), "")
      return
    }
    guard !text.isEmpty, !text.contains("\"") else { return nil }
    pieces = text.uppercased().map { character in
      switch character {
      case "*": .any
      case "?": .one
      default: .character(character)
      }
    }
    let isWild: (Character) -> Bool = { $0 == "*" || $0 == "?" }
    let upper = text.uppercased()
    head = String(upper.prefix { !isWild($0) })
    tail = upper.contains(where: isWild) ? String(upper.reversed().prefix { !isWild($0) }.reversed()) : ""
  }

  /// Whether it can match one name only.
  public var isExact: Bool { head.count == pieces.count }

  /// How many characters it says.
  var literalCount: Int {
    pieces.count { if case .character = $0 { true } else { false } }
  }

  /// Whether a name of the dictionary's spelling fits.
  public func matches(_ name: String) -> Bool {
    guard name.hasPrefix(head), name.hasSuffix(tail) else { return false }
    if isExact { return name == head }
    // The usual walk with one point to come back to: its time is at most the product of both lengths.
    let name = Array(name)
    var (place, index) = (0, 0)
    var retry: (place: Int, index: Int)?
    while index < name.count {
      if place < pieces.count, pieces[place] == .one || pieces[place] == .character(name[index]) {
        place += 1
        index += 1
      } else if place < pieces.count, pieces[place] == .any {
        retry = (place + 1, index)
        place += 1
      } else if let last = retry {
        retry = (last.place, last.index + 1)
        (place, index) = (last.place, last.index + 1)
      } else {
        return false
      }
    }
    return pieces[place...].allSatisfy { $0 == .any }
  }

  /// The parts of a dotted text, such as `OWNER.TABLE.COLUMN`; dots inside of double quotes are part of a name.
  public static func parts(of text: String) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var isQuoted = false
    for index in text.indices {
      if text[index] == "\"" { isQuoted.toggle() }
      if text[index] == ".", !isQuoted {
        parts.append(text[start..<index])
        start = text.index(after: index)
      }
    }
    return parts + [text[start...]]
  }
}
