/// Section [data-only]: what a load into tables that are there already does.
public struct DataOnlySettings: Sendable, Hashable {
  /// What becomes of rows that a table holds before.
  public enum ExistingRows: String, Sendable, Hashable, CaseIterable {
    /// Nothing is loaded.
    case refuse
    /// They stay, and others come to them.
    case append
    /// They are removed first.
    case truncate
  }

  /// What becomes of Oracle's columns that a table has not.
  public enum UnmatchedColumns: String, Sendable, Hashable, CaseIterable {
    /// Nothing is loaded.
    case refuse
    /// They stay behind, each with a finding.
    case ignore
  }

  /// Rows of before; nil where nobody said.
  public var existingRows: ExistingRows?
  /// Columns without a place; nil where nobody said.
  public var unmatchedColumns: UnmatchedColumns?

  /// Settings made by hand.
  public init(existingRows: ExistingRows? = nil, unmatchedColumns: UnmatchedColumns? = nil) {
    self.existingRows = existingRows
    self.unmatchedColumns = unmatchedColumns
  }

  static let keys = ["existing-rows", "unmatched-columns"]

  init(_ reader: SectionReader) throws(ConfigurationError) {
    existingRows = try Self.word("existing-rows", reader)
    unmatchedColumns = try Self.word("unmatched-columns", reader)
  }

  private static func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ reader: SectionReader
  ) throws(ConfigurationError) -> Word? {
    guard let text = try reader.optional(key) else { return nil }
    guard let word = Word(rawValue: text.lowercased()) else {
      throw reader.error(
        key, "\"\(text.prefix(20))\" is none of the words for it",
        remedy: "it is one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return word
  }

  /// Keys and values as a configuration file has them.
  var entries: [(String, String?)] {
    [("existing-rows", existingRows?.rawValue), ("unmatched-columns", unmatchedColumns?.rawValue)]
  }
}
