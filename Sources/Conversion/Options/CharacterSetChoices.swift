import CharacterSets
import Model

/// Which columns are read as bytes, and in which character set those are: for databases that hold text of another set
/// than their own.
public struct CharacterSetChoices: Sendable, Hashable {
  private struct Entry: Sendable, Hashable {
    var owner: NamePattern?
    var table: NamePattern
    var column: NamePattern
    /// Nil leaves the text to Oracle's conversion.
    var set: OracleCharacterSet?
    var text: String
    var origin: String?

    var isExact: Bool { table.isExact && column.isExact }

    func matches(owner: String, table: String, column: String) -> Bool {
      self.column.matches(column) && self.table.matches(table) && self.owner?.matches(owner) != false
    }
  }

  private var entries: [Entry] = []

  /// All text is converted by Oracle.
  public init() {}

  /// Whether there are none.
  public var isEmpty: Bool { entries.isEmpty }

  /// Reads `TABLE.COLUMN = SET` or `OWNER.TABLE.COLUMN = SET`, with `*` and `?` in the names, or `* = SET` for all
  /// columns; `-` in the place of the set leaves a column to Oracle's conversion.
  ///
  /// - Throws: `OptionError` for text of another form and for sets that cannot be decoded.
  public mutating func add(_ text: String, origin: String? = nil) throws(OptionError) {
    let form = "write TABLE.COLUMN = WE8MSWIN1252, with * and ? in the names where it means several"
    guard let equals = text.lastIndex(of: "=") else { throw OptionError(text, origin: origin, "no `=`", remedy: form) }
    var written = NamePattern.parts(of: String(text[..<equals]).trimmingBlanks).map { String($0).trimmingBlanks }
    if written == ["*"] { written = ["*", "*"] }
    let parts = written.compactMap { NamePattern($0) }
    guard parts.count == written.count, (2...3).contains(parts.count) else {
      throw OptionError(text, origin: origin, "not the name of a column", remedy: form)
    }
    let name = String(text[text.index(after: equals)...]).trimmingBlanks
    let set = OracleCharacterSet(name: name)
    guard set != nil || name == "-" else {
      let near = NearNames.of(name, among: OracleCharacterSet.names)
      throw OptionError(
        text, origin: origin, "`\(name.prefix(40))` is no character set that can be decoded",
        remedy: near.isEmpty
          ? "the sets are \(OracleCharacterSet.names.joined(separator: ", "))"
          : "near it are \(near.joined(separator: ", "))"
      )
    }
    entries.append(
      Entry(
        owner: parts.count == 3 ? parts[0] : nil, table: parts[parts.count - 2], column: parts[parts.count - 1],
        set: set, text: text, origin: origin))
  }

  /// How a column's text is read; nil where Oracle converts it, and for types that have no bytes of text to ask for.
  ///
  /// Of the entries that fit a column the last one wins.
  public func declaredText(owner: String, table: String, _ column: Column) -> DeclaredText? {
    guard let set = set(owner: owner, table: table, column: column.name) else { return nil }
    switch column.type {
    case .varchar2(let length), .char(let length):
      return DeclaredText(characterSet: set.name, length: length, byteLength: column.byteLength)
    default: return nil
    }
  }

  /// Whether they say something of each text in the database's character set, so that there is no need to speak of it.
  func decide(_ tables: [Table]) -> Bool {
    tables.allSatisfy { table in
      table.columns.allSatisfy { column in
        guard column.type.hasBytesOfText || column.type.isLongText else { return true }
        return entries.contains { $0.matches(owner: table.owner, table: table.name, column: column.name) }
      }
    }
  }

  func set(owner: String, table: String, column: String) -> OracleCharacterSet? {
    entries.last { $0.matches(owner: owner, table: table, column: column) }?.set
  }

  /// Finds entries that fit no column, and those that name a column whose bytes cannot be asked for.
  ///
  /// - Throws: `ConversionError.option`.
  func check(against schemas: [Schema]) throws(ConversionError) {
    let tables = schemas.flatMap(\.tables)
    for entry in entries {
      let named = tables.flatMap { table in
        table.columns.filter { entry.matches(owner: table.owner, table: table.name, column: $0.name) }
      }
      guard let first = named.first else {
        let near = NearNames.of(
          entry.text.prefix { $0 != "=" }.uppercased(),
          among: tables.flatMap { table in
            table.columns.map { table.name + "." + $0.name }
          })
        throw .option(
          OptionError(
            entry.text, origin: entry.origin, "there is no such column",
            remedy: near.isEmpty ? "write TABLE.COLUMN = WE8MSWIN1252" : "near it are \(near.joined(separator: ", "))"))
      }
      guard entry.set != nil, entry.isExact, !first.type.hasBytesOfText else { continue }
      throw .option(
        OptionError(
          entry.text, origin: entry.origin,
          "only VARCHAR2 and CHAR columns can be read as bytes, and this one is \(first.type)",
          remedy: first.type.isLongText
            ? "take the entry out; what Oracle could not convert in it is counted, and must be mended in Oracle"
            : "take the entry out"))
    }
  }
}

extension OracleDataType {
  /// Whether UTL_RAW.CAST_TO_RAW gives the bytes of values in the database's character set.
  var hasBytesOfText: Bool {
    switch self {
    case .varchar2, .char: true
    default: false
    }
  }

  /// Text in the database's character set whose bytes no expression of a query gives.
  var isLongText: Bool {
    switch self {
    case .clob, .long: true
    default: false
    }
  }
}
