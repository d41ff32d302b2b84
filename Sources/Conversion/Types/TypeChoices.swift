import Model

/// The user's type map.
///
/// Of the entries that fit a column the most specific one wins: one that names the column, then the pattern with most
/// characters that are no wildcards, then a type with its size, then a type of any size; of equals the later one, so
/// that the command line wins over the file. An entry that names many columns passes over those that cannot become its
/// type, with a remark; one that names a column must be possible.
public struct TypeChoices: Sendable, Hashable {
  /// The entries, in their order.
  public var entries: [TypeChoice]

  /// A map of entries.
  public init(_ entries: [TypeChoice] = []) {
    self.entries = entries
  }

  /// Reads entries with commas between them, such as `NUMBER(1)=boolean, *.IS_*=boolean`.
  ///
  /// - Throws: `OptionError` for an entry of another form, and for a type that cannot carry the values.
  public init(_ text: String, origin: String? = nil) throws(OptionError) {
    entries = []
    for part in Self.split(text) { entries.append(try TypeChoice(part, origin: origin)) }
  }

  /// The parts between commas outside of parentheses and double quotes, without empty ones.
  public static func split(_ text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var depth = 0
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted { depth += character == "(" ? 1 : character == ")" ? -1 : 0 }
      if character == ",", depth <= 0, !isQuoted {
        parts.append(part)
        part = ""
      } else {
        part.append(character)
      }
    }
    return (parts + [part]).map(\.trimmingBlanks).filter { !$0.isEmpty }
  }

  /// The entries that fit a column, the one that wins first.
  func candidates(owner: String, table: String, _ column: Column) -> [TypeChoice] {
    entries.enumerated().filter { $0.element.matches(owner: owner, table: table, column) }
      .sorted { left, right in
        let (first, second) = (left.element.specificity, right.element.specificity)
        return first == second ? left.offset > right.offset : second.lexicographicallyPrecedes(first)
      }
      .map(\.element)
  }
}
