/// `PARTITION BY ...` of a table or of a global index, with all its partitions.
public struct Partitioning: Sendable {
  /// RANGE, LIST, HASH, ...
  public var method: PartitionMethod
  /// The key; empty for REFERENCE and SYSTEM.
  public var columns: [Identifier]
  /// The foreign key behind REFERENCE.
  public var constraint: Identifier?
  /// INTERVAL (expression): partitions above the last one are made when rows come.
  public var interval: Expression?
  /// AUTOMATIC: partitions of unknown list values are made when rows come.
  public var isAutomatic = false
  /// STORE IN (tablespaces), behind the method, INTERVAL or PARTITIONS n.
  public var tablespaces: [Identifier] = []
  /// PARTITIONS n: that many, without names.
  public var count: Int?
  /// SUBPARTITION BY.
  public var subpartitioning: Subpartitioning?
  /// The partitions in order; empty with `count`, and for some interval tables.
  public var partitions: [PartitionDefinition] = []
  /// Where it stands.
  public var range: SourceRange
}

/// How rows find their partition; the raw value is the keyword.
public enum PartitionMethod: String, Sendable, Hashable {
  case range = "RANGE"
  case list = "LIST"
  case hash = "HASH"
  case reference = "REFERENCE"
  case system = "SYSTEM"
  case consistentHash = "CONSISTENT HASH"
}

/// `SUBPARTITION BY ...` of a composite partitioned table.
public struct Subpartitioning: Sendable {
  /// RANGE, LIST or HASH.
  public var method: PartitionMethod
  /// The key.
  public var columns: [Identifier]
  /// INTERVAL (expression).
  public var interval: Expression?
  /// AUTOMATIC.
  public var isAutomatic = false
  /// SUBPARTITIONS n, in each partition that doesn't say otherwise.
  public var count: Int?
  /// STORE IN (tablespaces).
  public var tablespaces: [Identifier] = []
  /// SUBPARTITION TEMPLATE: those of each partition that doesn't say otherwise.
  public var template: [PartitionDefinition] = []
}

/// One partition or subpartition.
public struct PartitionDefinition: Sendable {
  /// The name; nil when Oracle makes one.
  public var name: Identifier?
  /// VALUES ...; nil for hash, reference and system partitions.
  public var bound: PartitionBound?
  /// TABLESPACE and the like.
  public var physical: [PhysicalClause] = []
  /// Subpartitions with names.
  public var subpartitions: [PartitionDefinition] = []
  /// SUBPARTITIONS n.
  public var subpartitionCount: Int?
  /// STORE IN (tablespaces) behind SUBPARTITIONS n.
  public var tablespaces: [Identifier] = []
  /// Where it stands.
  public var range: SourceRange
}

/// Which rows a partition takes.
public enum PartitionBound: Sendable {
  /// VALUES LESS THAN (values), a value for each key column.
  case lessThan([PartitionValue])
  /// VALUES (...): rows of values; a key of one column has rows of one value.
  case list([[PartitionValue]])
}

/// A value in a partition's bound.
public enum PartitionValue: Sendable {
  /// A constant, or an expression that Oracle evaluates once.
  indirect case expression(Expression)
  /// MAXVALUE: above all values, NULL included.
  case maxValue
  /// DEFAULT: what no other list partition takes.
  case defaultValue
}

/// How an index is partitioned.
public enum IndexPartitioning: Sendable {
  /// LOCAL: like its table; partitions where any are written, STORE IN's tablespaces.
  case local([PartitionDefinition], tablespaces: [Identifier])
  /// GLOBAL PARTITION BY.
  indirect case global(Partitioning)
}

/// `ALTER TABLE ... ADD | DROP | TRUNCATE | SPLIT | MERGE | EXCHANGE | MOVE | MODIFY | RENAME | COALESCE PARTITION`.
public struct PartitionChange: Sendable {
  /// The verb, upper case.
  public var verb: String
  /// SUBPARTITION.
  public var isSubpartition: Bool
  /// The partitions it changes.
  public var targets: [PartitionReference] = []
  /// The partitions that it makes, by ADD, and by INTO of SPLIT and MERGE.
  public var definitions: [PartitionDefinition] = []
  /// RENAME's new name.
  public var newName: Identifier?
  /// WITH TABLE, of EXCHANGE.
  public var table: ObjectName?
  /// AT (values) or VALUES (values) of SPLIT, ADD VALUES and DROP VALUES of MODIFY.
  public var values: [PartitionValue] = []
  /// What else is written, such as UPDATE GLOBAL INDEXES or TABLESPACE.
  public var clauses: [PhysicalClause] = []
}

/// A partition by its name or by a key in it.
public enum PartitionReference: Sendable {
  /// `PARTITION name`
  case name(Identifier)
  /// `PARTITION FOR (values)`
  case key([PartitionValue])
}
