import Model

/// Which rows of a table are carried: conditions in Oracle's SQL, which go into the query that reads the table.
public struct RowConditions: Sendable, Hashable {
  private struct Entry: Sendable, Hashable {
    var owner: NamePattern?
    var table: NamePattern
    var condition: String
    var text: String
    var origin: String?
  }

  private var entries: [Entry] = []

  /// All rows are carried.
  public init() {}

  /// Whether there are none.
  public var isEmpty: Bool { entries.isEmpty }

  /// Reads `TABLE = condition` or `OWNER.TABLE = condition`, with `*` and `?` in the names.
  ///
  /// - Throws: `OptionError` for text of another form.
  public mutating func add(_ text: String, origin: String? = nil) throws(OptionError) {
    guard let equals = text.firstIndex(of: "=") else {
      throw OptionError(text, origin: origin, "no `=`", remedy: "write TABLE = condition")
    }
    let written = NamePattern.parts(of: String(text[..<equals]).trimmingBlanks)
    let parts = written.compactMap { NamePattern(String($0).trimmingBlanks) }
    let condition = String(text[text.index(after: equals)...]).trimmingBlanks
    guard parts.count == written.count, (1...2).contains(parts.count), let table = parts.last, !condition.isEmpty
    else {
      throw OptionError(
        text, origin: origin, "no condition on a table's rows", remedy: "write TABLE = condition or * = condition")
    }
    // No statement can follow it: the query is one statement to Oracle, too.
    guard !condition.contains(";"), !condition.contains("\0") else {
      throw OptionError(
        text, origin: origin, "the condition holds a semicolon or a NUL", remedy: "write CHR(59) for one in a text")
    }
    let words = Self.words(of: condition)
    if let word = words.names.first(where: Self.unsteady.contains) {
      throw OptionError(
        text, origin: origin,
        "the condition has \(word), by which other rows come each time that a table, or a part of it, is read",
        remedy: "write a condition on columns and constants, such as DATE '2020-01-01'")
    }
    guard words.isBalanced else {
      throw OptionError(
        text, origin: origin, "parentheses or quotes of the condition are not closed", remedy: "close what is open")
    }
    let owner = parts.count == 2 ? parts[0] : nil
    entries.append(Entry(owner: owner, table: table, condition: condition, text: text, origin: origin))
  }

  /// What does not depend on the row alone.
  private static let unsteady: Set<String> = [
    "ROWNUM", "SYSDATE", "SYSTIMESTAMP", "CURRENT_DATE", "CURRENT_TIMESTAMP", "LOCALTIMESTAMP", "DBMS_RANDOM",
  ]

  /// The names in a condition, in upper case, and whether its parentheses and quotes are closed where they must be.
  private static func words(of condition: String) -> (names: Set<String>, isBalanced: Bool) {
    var names: Set<String> = []
    var word = ""
    var depth = 0
    var quote: Character?
    for character in condition {
      if let open = quote {
        if character == open { quote = nil }
        continue
      }
      if character.isLetter || character.isNumber || "_$#".contains(character) {
        word.append(character)
        continue
      }
      names.insert(word.uppercased())
      word = ""
      switch character {
      case "'", "\"": quote = character
      case "(": depth += 1
      case ")":
        depth -= 1
        if depth < 0 { return (names, false) }
      default: break
      }
    }
    names.insert(word.uppercased())
    return (names, depth == 0 && quote == nil)
  }

  /// Whether the condition on a table's rows reads other rows.
  func hasSubquery(owner: String, table: String) -> Bool {
    condition(owner: owner, table: table).map { Self.words(of: $0).names.contains("SELECT") } ?? false
  }

  /// The condition on a table's rows: that of the entry that says most characters, of equals the last; nil for all rows.
  public func condition(owner: String, table: String) -> String? {
    let fitting = entries.enumerated().filter { _, entry in
      (entry.owner?.matches(owner) ?? true) && entry.table.matches(table)
    }
    func rank(_ entry: Entry) -> Int {
      (entry.table.isExact ? 1_000_000 : 0) + entry.table.literalCount * 1_000 + (entry.owner?.literalCount ?? 0)
    }
    return fitting.max { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }?.element.condition
  }

  /// Finds entries that fit no table.
  ///
  /// - Throws: `ConversionError.option`.
  func check(against schemas: [Schema]) throws(ConversionError) {
    let tables = schemas.flatMap(\.tables)
    for entry in entries {
      let fits = tables.contains { (entry.owner?.matches($0.owner) ?? true) && entry.table.matches($0.name) }
      guard fits else {
        throw .option(
          OptionError(
            entry.text, origin: entry.origin, "no table is called so",
            remedy: "write TABLE = condition, with * and ? in the name where it means several"))
      }
    }
  }
}
