import Model

/// A table that somebody else has made in PostgreSQL, as its catalogue has it.
public struct ExistingTable: Sendable, Hashable {
  /// What it is, by pg_class.relkind.
  public enum Kind: String, Sendable, Hashable {
    case table = "r"
    case partitioned = "p"
    case foreign = "f"
    case view = "v"
    case materializedView = "m"
  }

  /// The number of the relation (pg_class.oid).
  public var oid: UInt32
  /// Its name.
  public var name: QualifiedName
  /// What it is.
  public var kind: Kind
  /// Whether it is a partition of another table.
  public var isPartition: Bool
  /// Whether the user is its owner, or acts for the owner.
  public var isOwned: Bool
  /// Whether the user may insert and read rows.
  public var isWritable: Bool
  /// Whether a policy decides for this user which rows there are.
  public var hasRowSecurity: Bool
  /// In their order.
  public var columns: [ExistingColumn]
  /// The primary key's columns in order; empty without one.
  public var primaryKey: [String]

  /// Makes one from its parts.
  public init(
    oid: UInt32, name: QualifiedName, kind: Kind = .table, isPartition: Bool = false, isOwned: Bool = true,
    isWritable: Bool = true, hasRowSecurity: Bool = false, columns: [ExistingColumn] = [], primaryKey: [String] = []
  ) {
    self.oid = oid
    self.name = name
    self.kind = kind
    self.isPartition = isPartition
    self.isOwned = isOwned
    self.isWritable = isWritable
    self.hasRowSecurity = hasRowSecurity
    self.columns = columns
    self.primaryKey = primaryKey
  }
}

/// A column of such a table.
public struct ExistingColumn: Sendable, Hashable {
  /// Its name, unquoted.
  public var name: String
  /// The types by which values can be written into it; several for an interval, none where oraferry writes no such type.
  public var types: [PostgresType]
  /// The type as PostgreSQL spells it.
  public var typeName: String
  /// Whether the column, or the domain that is its type, refuses NULL.
  public var isNotNull: Bool
  /// Whether a default or an identity fills it where nothing is given.
  public var hasDefault: Bool
  /// GENERATED ALWAYS AS (expression): nothing can be written into it.
  public var isGenerated: Bool

  /// Makes one from its parts.
  public init(
    name: String, types: [PostgresType], typeName: String, isNotNull: Bool = false, hasDefault: Bool = false,
    isGenerated: Bool = false
  ) {
    self.name = name
    self.types = types
    self.typeName = typeName
    self.isNotNull = isNotNull
    self.hasDefault = hasDefault
    self.isGenerated = isGenerated
  }
}
