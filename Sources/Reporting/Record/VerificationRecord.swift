import Foundation

/// What `verify` leaves for the report.
public struct VerificationRecord: Sendable, Hashable, Codable {
  /// A table or view that was compared.
  public struct Table: Sendable, Hashable, Codable {
    public var name: String
    public var isView: Bool
    public var sourceRows: Int
    public var targetRows: Int
    public var isEqual: Bool
    public var notes: [String]
    public var differences: [Difference]
    /// Whether there are more of them.
    public var hasMore: Bool
    /// Whether it was compared with the sums of the copy, and not with Oracle's rows; records of before have none.
    public var bySums: Bool?
    /// Rows that were compared with Oracle's own text of them, too; records of before have none.
    public var sampledRows: Int?

    /// A comparison's outcome.
    public init(
      name: String, isView: Bool = false, sourceRows: Int, targetRows: Int, isEqual: Bool, notes: [String] = [],
      differences: [Difference] = [], hasMore: Bool = false, bySums: Bool = false,
      sampledRows: Int? = nil
    ) {
      self.bySums = bySums
      self.sampledRows = sampledRows
      self.name = name
      self.isView = isView
      self.sourceRows = sourceRows
      self.targetRows = targetRows
      self.isEqual = isEqual
      self.notes = notes
      self.differences = differences
      self.hasMore = hasMore
    }
  }

  /// A row that is not the same on both sides.
  public struct Difference: Sendable, Hashable, Codable {
    /// `missing`, `extra` or `changed`, as seen from PostgreSQL.
    public var kind: String
    /// The key, or all columns of a table without one: `id = 7`.
    public var key: String
    public var cells: [Cell]

    /// A row's difference.
    public init(kind: String, key: String, cells: [Cell]) {
      self.kind = kind
      self.key = key
      self.cells = cells
    }
  }

  /// A value on both sides, nil where the row is not there.
  public struct Cell: Sendable, Hashable, Codable {
    public var column: String
    public var source: String?
    public var target: String?

    /// A column's two values.
    public init(column: String, source: String?, target: String?) {
      self.column = column
      self.source = source
      self.target = target
    }
  }

  /// What the comparison of the schema found.
  public struct Definitions: Sendable, Hashable, Codable {
    /// How many definitions were compared.
    public var compared: Int
    /// Whether all are as the conversion makes them.
    public var isEqual: Bool
    /// What was found, or why nothing was compared.
    public var lines: [String]

    /// A comparison's outcome.
    public init(compared: Int, isEqual: Bool, lines: [String]) {
      self.compared = compared
      self.isEqual = isEqual
      self.lines = lines
    }
  }

  /// A view that could not be compared.
  public struct Unchecked: Sendable, Hashable, Codable {
    public var name: String
    public var reason: String

    /// A view and what stood in the way.
    public init(name: String, reason: String) {
      self.name = name
      self.reason = reason
    }
  }

  /// Which databases and schemas, as a migration's.
  public var identity: String
  public var source: String
  public var target: String
  public var toolVersion: String
  public var begun: Date
  public var seconds: Double
  /// At which Oracle was read; nil where each table was read as it was when its turn came.
  public var scn: UInt64?
  public var tables: [Table]
  public var unchecked: [Unchecked]
  /// Whether all that can be compared was, and not only chosen tables.
  public var isWhole: Bool
  /// What the comparison of the schema found; nil where there was none.
  public var definitions: Definitions?

  /// A verification's outcome.
  public init(
    identity: String, source: String, target: String, toolVersion: String, begun: Date, seconds: Double, scn: UInt64?,
    tables: [Table],
    unchecked: [Unchecked] = [], isWhole: Bool = true
  ) {
    self.identity = identity
    self.source = source
    self.target = target
    self.toolVersion = toolVersion
    self.begun = begun
    self.seconds = seconds
    self.scn = scn
    self.tables = tables
    self.unchecked = unchecked
    self.isWhole = isWhole
  }

  /// This record of chosen tables, and of the others what an earlier one found.
  ///
  /// - Parameter outdated: until when what was found means nothing any more.
  public func following(_ earlier: VerificationRecord?, outdated: Date?) -> VerificationRecord {
    guard !isWhole, let earlier, earlier.identity == identity, earlier.begun >= outdated ?? .distantPast else {
      return self
    }
    var result = self
    let names = Set(tables.map(\.name))
    result.tables += earlier.tables.filter { !names.contains($0.name) }
    result.unchecked += earlier.unchecked
    // As old as its oldest part.
    result.begun = earlier.begun
    result.isWhole = earlier.isWhole
    if earlier.scn != scn { result.scn = nil }
    return result
  }

  /// Whether everything that was compared is the same on both sides.
  public var isEqual: Bool { tables.allSatisfy(\.isEqual) && definitions?.isEqual ?? true }
}
