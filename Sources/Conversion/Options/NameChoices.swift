import Model

/// PostgreSQL's names of tables and columns that are not to be called like Oracle's.
public struct NameChoices: Sendable, Hashable {
  /// What a column gets.
  public enum ColumnChoice: Sendable, Hashable {
    /// This name.
    case name(String)
    /// It stays behind; only where the tables are there already.
    case leftOut
  }

  private struct Place: Sendable, Hashable {
    var owner: String?
    var table: String
    var column: String?
  }

  private struct Entry: Sendable, Hashable {
    var place: Place
    var choice: ColumnChoice
    var text: String
    var origin: String?
  }

  private var entries: [Entry] = []

  /// No object gets another name.
  public init() {}

  /// Reads `TABLE = name` or `OWNER.TABLE = name`.
  ///
  /// Oracle's names are folded to upper case unless they are in double quotes, PostgreSQL's is taken as it is written.
  ///
  /// - Throws: `OptionError` for text of another form.
  public mutating func add(table text: String, origin: String? = nil) throws(OptionError) {
    let (names, value) = try Self.sides(text, origin, form: "TABLE = name or OWNER.TABLE = name", names: 1...2)
    guard case .name = value else {
      throw OptionError(
        text, origin: origin, "a table is left out by its name", remedy: "write it into exclude of [conversion]")
    }
    let owner = names.count == 2 ? names[0] : nil
    add(Entry(place: Place(owner: owner, table: names[names.count - 1]), choice: value, text: text, origin: origin))
  }

  /// Reads `TABLE.COLUMN = name` or `OWNER.TABLE.COLUMN = name`; `-` in the place of the name leaves the column out.
  ///
  /// - Throws: `OptionError` for text of another form.
  public mutating func add(column text: String, origin: String? = nil) throws(OptionError) {
    let (names, value) = try Self.sides(
      text, origin, form: "TABLE.COLUMN = name or OWNER.TABLE.COLUMN = name", names: 2...3)
    let place = Place(
      owner: names.count == 3 ? names[0] : nil, table: names[names.count - 2], column: names[names.count - 1])
    add(Entry(place: place, choice: value, text: text, origin: origin))
  }

  private mutating func add(_ entry: Entry) {
    entries.removeAll { $0.place == entry.place }
    entries.append(entry)
  }

  private static func sides(
    _ text: String, _ origin: String?, form: String, names counts: ClosedRange<Int>
  ) throws(OptionError) -> ([String], ColumnChoice) {
    guard let equals = text.lastIndex(of: "=") else {
      throw OptionError(text, origin: origin, "no `=`", remedy: "write \(form)")
    }
    let parts = NamePattern.parts(of: String(text[..<equals]).trimmingBlanks).map { folded(String($0).trimmingBlanks) }
    let right = String(text[text.index(after: equals)...]).trimmingBlanks
    guard counts.contains(parts.count), parts.allSatisfy({ !$0.isEmpty && !$0.contains("*") }), !right.isEmpty else {
      throw OptionError(text, origin: origin, "not a name for a name", remedy: "write \(form)")
    }
    if right == "-" { return (parts, .leftOut) }
    return (parts, .name(PostgresIdentifier.shortened(unquoted(right) ?? right)))
  }

  private static func unquoted(_ name: String) -> String? {
    name.count > 2 && name.hasPrefix("\"") && name.hasSuffix("\"") ? String(name.dropFirst().dropLast()) : nil
  }

  private static func folded(_ name: String) -> String { unquoted(name) ?? name.uppercased() }

  /// The name that a table gets; nil where nobody said.
  public func target(owner: String, table: String) -> String? {
    guard case .name(let name)? = choice(owner: owner, table: table, column: nil) else { return nil }
    return name
  }

  /// The name that a column gets; nil where nobody said, or where it is left out.
  public func target(owner: String, table: String, column: String) -> String? {
    guard case .name(let name)? = choice(owner: owner, table: table, column: column) else { return nil }
    return name
  }

  /// What a column gets; nil where nobody said.
  public func choice(owner: String, table: String, column: String?) -> ColumnChoice? {
    let named = entries.filter { $0.place.table == table && $0.place.column == column }
    return (named.last { $0.place.owner == owner } ?? named.last { $0.place.owner == nil })?.choice
  }

  /// Columns that stay behind, as they were written.
  public var leftOut: [String] { entries.filter { $0.choice == .leftOut }.map(\.text) }

  /// Finds entries that name nothing, and two tables or columns that would share a name.
  ///
  /// - Throws: `ConversionError.option`.
  func check(against schemas: [Schema]) throws(ConversionError) {
    let tables = schemas.flatMap(\.tables)
    for entry in entries {
      let place = entry.place
      let named = tables.filter { $0.name == place.table && (place.owner == nil || $0.owner == place.owner) }
      guard !named.isEmpty else {
        let near = NearNames.of(place.table, among: tables.map(\.name))
        throw .option(Self.nothing(entry, "there is no such table", near: near))
      }
      if let column = place.column {
        guard named.contains(where: { $0.column(column) != nil }) else {
          let near = NearNames.of(column, among: named.flatMap { $0.columns.map(\.name) })
          throw .option(Self.nothing(entry, "the table has no such column", near: near))
        }
      }
      let twin = entries.first { other in
        other.choice == entry.choice && other.choice != .leftOut && other.place != place
          && (other.place.column == nil) == (place.column == nil) && other.place.owner == place.owner
          && (place.column == nil || other.place.table == place.table)
      }
      if let twin {
        throw .option(
          OptionError(
            entry.text, origin: entry.origin, "`\(twin.text.prefix(80))` gives the same name",
            remedy: "give each a name of its own"))
      }
    }
  }

  private static func nothing(_ entry: Entry, _ reason: String, near: [String]) -> OptionError {
    OptionError(
      entry.text, origin: entry.origin, reason,
      remedy: near.isEmpty ? "see `oraferry stats` for the names" : "near it are \(near.joined(separator: ", "))")
  }
}
