/// How the rows of an Oracle table are spread over partitions.
public struct TablePartitioning: Sendable, Hashable, Codable {
  /// How a row finds its partition.
  public enum Method: String, Sendable, Hashable, Codable {
    case range
    case list
    case hash
    /// As the row of the parent table that a foreign key points at.
    case reference
    /// As INSERT says.
    case system
    /// Any other, such as CONSISTENT HASH.
    case other
  }

  /// How a row finds its partition.
  public var method: Method
  /// The key's columns; empty for REFERENCE and SYSTEM.
  public var columns: [String]
  /// INTERVAL's text: partitions above the last one are made when rows come.
  public var interval: String?
  /// AUTOMATIC: partitions of new list values are made when rows come.
  public var isAutomatic: Bool
  /// In their order, by which a range partition begins where the one before ends.
  public var partitions: [TablePartition]
  /// How the rows of each partition are spread further; nil where they are not.
  public var subpartitioning: Subpartitioning?
  /// A change of partitions that could not be followed: these are the partitions from before it; nil where they are
  /// Oracle's.
  public var unfollowedChange: String?

  /// `SUBPARTITION BY`.
  public struct Subpartitioning: Sendable, Hashable, Codable {
    /// How a row finds its subpartition.
    public var method: Method
    /// The key's columns.
    public var columns: [String]
    /// The subpartitions of a partition that names none, by the names that follow the partition's.
    public var template: [TablePartition]

    /// Makes one from its parts.
    public init(method: Method, columns: [String], template: [TablePartition] = []) {
      self.method = method
      self.columns = columns
      self.template = template
    }
  }

  /// Makes one from its parts.
  public init(
    method: Method, columns: [String], interval: String? = nil, isAutomatic: Bool = false,
    partitions: [TablePartition] = [], subpartitioning: Subpartitioning? = nil
  ) {
    self.method = method
    self.columns = columns
    self.interval = interval
    self.isAutomatic = isAutomatic
    self.partitions = partitions
    self.subpartitioning = subpartitioning
  }
}

/// A partition or subpartition.
public struct TablePartition: Sendable, Hashable, Codable {
  /// The name in the dictionary's spelling; nil where a script leaves it to Oracle.
  public var name: String?
  /// Oracle's text of its bound, as HIGH_VALUE has it: `DATE '2020-01-01', MAXVALUE`, `'A', 'B'`, `DEFAULT`,
  /// `( 'A', 1 ), ( 'B', 2 )`; nil for hash, reference and system partitions.
  public var bound: String?
  /// In their order; empty for a partition without any of its own.
  public var subpartitions: [TablePartition]

  /// Makes one from its parts.
  public init(name: String?, bound: String? = nil, subpartitions: [TablePartition] = []) {
    self.name = name
    self.bound = bound
    self.subpartitions = subpartitions
  }
}
