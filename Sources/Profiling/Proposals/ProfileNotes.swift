import Conversion

/// What the figures of columns say beside types.
struct ProfileNotes {
  private(set) var notes: [ProfileNote] = []

  /// Texts so much shorter than their limit are remarked on.
  private static let lengthRatio = 8
  private static let leastLimit = 100
  /// Sets of one character each that are flags in disguise.
  private static let flags = ["NY", "FT", "01", "JN", "ny", "ft", "AI"]

  /// - Parameter declaredTexts: columns whose bytes are of a declared character set: what Oracle makes of them without
  ///   that says nothing.
  init(_ tables: [TableProfile], declaredTexts: Set<ColumnTypes.Place>) {
    for table in tables {
      if let reason = table.unread {
        add(.warning, table, nil, reason, "look at the right to read it, or leave the table out with --exclude")
        continue
      }
      for column in table.columns {
        if let reason = column.unread {
          add(.remark, table, column, "it was not looked at: \(reason)")
        }
        if column.values == 0, table.rows >= ProposalRules.leastValues, column.unread == nil {
          add(.remark, table, column, "it is NULL in every row that was read", "ask whether anybody needs it")
        }
        let isDeclared = declaredTexts.contains(ColumnTypes.Place(table: table.table, column: column.column))
        noteText(table, column, isDeclared: isDeclared)
        noteMoments(table, column)
        noteNumbers(table, column)
      }
    }
  }

  private mutating func add(
    _ severity: ProfileNote.Severity, _ table: TableProfile, _ column: ColumnProfile?, count: Int? = nil,
    _ text: String, _ remedy: String = ""
  ) {
    notes.append(
      ProfileNote(
        severity: severity, table: table.table, column: column?.column, count: count, text: text, remedy: remedy))
  }

  private mutating func noteText(_ table: TableProfile, _ column: ColumnProfile, isDeclared: Bool) {
    guard let text = column.text else { return }
    let name =
      ColumnTypes.entryName(of: ColumnTypes.Place(table: table.table, column: column.column))
      ?? "\(table.table).\(column.column)"
    if text.withNUL > 0 {
      add(
        .warning, table, column, count: text.withNUL,
        "\(Self.counted(text.withNUL)) with a NUL, chr(0), which PostgreSQL cannot hold",
        "the copy leaves these rows out; [rejects] \(name) = strip carries them without it, replace with U+FFFD in its "
          + "place (--bad-values for all columns)")
    }
    if text.withReplacement > 0, !isDeclared {
      add(
        .warning, table, column, count: text.withReplacement,
        "\(Self.counted(text.withReplacement)) with U+FFFD, the mark of a character that was lost",
        "where the bytes in Oracle mean something in another character set, say so: [character-sets] \(name) = "
          + "WE8MSWIN1252; else they are carried as they are")
    }
    if text.malformed > 0, !isDeclared {
      add(
        .warning, table, column, count: text.malformed, "\(Self.counted(text.malformed)) of no valid text",
        "the copy leaves these rows out; [rejects] \(name) = strip or replace mends them")
    }
    guard column.values >= ProposalRules.leastValues else { return }
    if text.notSingle == 0, Self.flags.contains(text.singleCharacters) {
      let pair = text.singleCharacters.map(String.init).joined(separator: " and ")
      add(
        .remark, table, column, "only \(pair): a flag, which stays text",
        "for boolean change it in PostgreSQL once the rows are verified, with the programs that read it")
    }
    if let limit = Self.limit(column.oracleType), limit >= Self.leastLimit,
      text.characters.longest * Self.lengthRatio <= limit
    {
      add(
        .remark, table, column,
        "the longest of \(Self.counted(column.values)) has \(text.characters.longest) of \(limit) characters that are allowed"
      )
    }
  }

  private static func counted(_ count: Int) -> String { ProposalRules.counted(count) }

  /// Characters that a VARCHAR2 or NVARCHAR2 may have.
  private static func limit(_ type: String) -> Int? {
    guard type.hasPrefix("VARCHAR2(") || type.hasPrefix("NVARCHAR2(") else { return nil }
    return Int(type.drop { $0 != "(" }.dropFirst().prefix { $0.isNumber })
  }

  private mutating func noteMoments(_ table: TableProfile, _ column: ColumnProfile) {
    guard let moment = column.moment else { return }
    if moment.beyondMicroseconds > 0 {
      add(
        .warning, table, column, count: moment.beyondMicroseconds,
        "\(Self.counted(moment.beyondMicroseconds)) with more than six digits of a second, which PostgreSQL rounds",
        "keep the digits in a column of their own where they matter")
    }
    if moment.timesOfDay == 0, column.values >= ProposalRules.leastValues, column.oracleType.hasPrefix("TIMESTAMP") {
      add(.remark, table, column, "no value has a time of day; a TIMESTAMP stays one")
    }
  }

  private mutating func noteNumbers(_ table: TableProfile, _ column: ColumnProfile) {
    guard let number = column.number else { return }
    if number.infinities > 0 {
      add(
        .remark, table, column, count: number.infinities,
        "\(Self.counted(number.infinities)) without end, infinities, which numeric holds")
    }
    if column.values >= ProposalRules.leastValues, number.fractions == 0, number.infinities == 0,
      column.oracleType.hasPrefix("NUMBER("), column.postgresType.hasPrefix("numeric("),
      !column.postgresType.hasSuffix(",0)"), column.postgresType.contains(",")
    {
      add(
        .remark, table, column, "no value has digits behind the point, though \(column.oracleType) has room for some")
    }
  }
}
