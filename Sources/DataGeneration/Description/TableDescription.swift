import Model

/// What the generator must know of a table, whichever database it is in.
public struct TableDescription: Sendable {
  /// In the dictionary's spelling.
  public var name: String
  /// In their order, those that no value can be given left out.
  public var columns: [ColumnDescription]
  /// The columns of the primary key, by their places; empty without one.
  public var primaryKey: [Int]
  /// Sets of columns of which no two rows may have the same values, the primary key among them.
  public var uniques: [[Int]]
  public var foreignKeys: [ForeignKeyDescription]
  public var checks: [CheckDescription]
  /// Whether a trigger may change rows on their way in.
  public var hasInsertTriggers = false
  /// What stands against rows of ours, or could.
  public var findings: [Finding] = []

  init(name: String) {
    self.name = name
    columns = []
    primaryKey = []
    uniques = []
    foreignKeys = []
    checks = []
  }

  func place(of column: String) -> Int? { columns.firstIndex { $0.name == column } }

  /// The columns' places; nil when one is none of those that values can be given.
  func places(of names: [String]) -> [Int]? {
    let places = names.compactMap { place(of: $0) }
    return places.count == names.count ? places : nil
  }

  /// The columns by which one row is told from all others: the primary key, or a unique one without NULL.
  var rowKey: [Int]? {
    if !primaryKey.isEmpty { return primaryKey }
    return uniques.filter { $0.allSatisfy { !columns[$0].isNullable } }.min { $0.count < $1.count }
  }
}

/// A column that values can be given.
public struct ColumnDescription: Sendable, Hashable {
  public var name: String
  public var type: ValueType
  /// The type as PostgreSQL spells it, for casts; empty for Oracle.
  public var typeName = ""
  public var isNullable: Bool
  /// Whether the server has a value of its own where none is given.
  public var hasDefault = false
  /// Whether the server counts it: a sequence by identity, default or trigger, to which it is left.
  public var isLeftToServer = false
  /// PostgreSQL's sequence behind the column, as regclass spells it: it is set behind the rows made.
  public var sequence: String?
  /// Values that the partitions of the table take, where they limit them.
  public var partitionBounds: PartitionBounds?

  init(name: String, type: ValueType, isNullable: Bool) {
    self.name = name
    self.type = type
    self.isNullable = isNullable
  }

  /// What the seed of its values is made of: the same on both sides.
  var neutralName: String { name.lowercased() }
}

/// A foreign key between tables of the schema, or to another one.
public struct ForeignKeyDescription: Sendable, Hashable {
  /// What a deletion of the other row does.
  public enum Rule: Sendable, Hashable {
    case refuse
    case cascade
    case setNull
  }

  public var name: String
  public var columns: [Int]
  /// Nil for the same schema.
  public var otherSchema: String?
  public var table: String
  /// In the order of `columns`.
  public var referenced: [String]
  public var rule: Rule
}

/// A check, as the server has it and as far as it was understood.
public struct CheckDescription: Sendable {
  public var name: String
  /// The server's text.
  public var text: String
  /// Nil where it was not understood.
  public var condition: Condition?
}

/// Values that partitions take.
public enum PartitionBounds: Sendable, Hashable {
  /// From each lower bound up to but without the upper one, as literals; nil is without end.
  case ranges([Range])
  case list([String])

  public struct Range: Sendable, Hashable {
    public var lower: String?
    public var upper: String?
  }
}
