import Conversion
import Model

/// Another type for a column, or for all columns that foreign keys tie together, with what speaks for it.
public struct TypeProposal: Sendable, Hashable, Codable {
  /// A column that would get it.
  public struct Column: Sendable, Hashable, Codable {
    /// The table in the dictionary's spelling.
    public var table: String
    /// The column in the dictionary's spelling.
    public var column: String
    /// As an entry of [types] names the column.
    public var entryName: String
    /// The declared type in Oracle.
    public var oracleType: String
    /// The type that the conversion gives it now.
    public var postgresType: String
  }

  /// More than one where foreign keys tie them together.
  public var columns: [Column]
  /// What each of them would be.
  public var type: String
  /// What was seen.
  public var evidence: String
  /// What happens to values that may come.
  public var growth: String
  /// What programs would notice; nil where they would notice nothing.
  public var effect: String?
  /// Whether not all rows were read: the others may hold values that don't fit.
  public var isOfSample: Bool
}

/// Something about a column or a table that no type is proposed for.
public struct ProfileNote: Sendable, Hashable, Codable {
  /// How much it matters.
  public enum Severity: String, Sendable, Hashable, Codable {
    /// Worth knowing.
    case remark
    /// Values would be left out or changed, or were not looked at.
    case warning
  }

  /// How much it matters.
  public var severity: Severity
  /// The table in the dictionary's spelling.
  public var table: String
  /// The column in the dictionary's spelling; nil for the table itself.
  public var column: String?
  /// How many values it speaks of, where it counts some.
  public var count: Int?
  /// What was seen.
  public var text: String
  /// What can be done about it; empty where nothing need be.
  public var remedy: String
}

/// What a pass over a schema's rows has found, and what follows from it.
public struct SchemaProfile: Sendable, Hashable, Codable {
  /// The Oracle schema.
  public var owner: String
  /// The SCN that was read at; nil where each table was read as it was when its turn came.
  public var scn: UInt64?
  /// In the order of their names.
  public var tables: [TableProfile]
  /// In the order of their first columns.
  public var proposals: [TypeProposal]
  /// Warnings and remarks.
  public var notes: [ProfileNote]
  /// What the conversion would say in addition if it took all proposals: of checks, views, triggers and the like.
  public var consequences: [Finding]

  /// The notes that are warnings.
  public var warnings: [ProfileNote] { notes.filter { $0.severity == .warning } }
}
