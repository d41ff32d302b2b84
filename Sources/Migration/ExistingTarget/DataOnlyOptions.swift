/// What a load into tables that are there already does where the two sides do not fit.
public struct DataOnlyOptions: Sendable, Hashable {
  /// What becomes of rows that a table holds before.
  public enum ExistingRows: String, Sendable, Hashable, CaseIterable {
    /// Nothing is loaded.
    case refuse
    /// They stay, and others come to them.
    case append
    /// They are removed first.
    case truncate
  }

  public var existingRows: ExistingRows
  /// Whether Oracle's columns that a table has not stay behind, with a finding; else nothing is loaded.
  public var ignoresUnmatchedColumns: Bool

  /// Refuses both unless somebody says otherwise.
  public init(existingRows: ExistingRows = .refuse, ignoresUnmatchedColumns: Bool = false) {
    self.existingRows = existingRows
    self.ignoresUnmatchedColumns = ignoresUnmatchedColumns
  }
}
