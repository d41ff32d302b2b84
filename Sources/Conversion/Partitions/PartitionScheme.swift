import Model

/// PARTITION BY, and the partitions of one level.
struct PartitionScheme {
  /// `RANGE ("day")`, behind PARTITION BY.
  var clause: String
  var pieces: [Piece]

  /// A partition.
  struct Piece {
    /// By which `TargetNames` calls it.
    var labels: [String]
    /// `DEFAULT`, or `FOR VALUES ...`.
    var bound: String
    /// The level below, if any.
    var scheme: PartitionScheme?
  }

  /// Every partition below, those of a level before what lies in them.
  var count: Int { pieces.reduce(pieces.count) { $0 + ($1.scheme?.count ?? 0) } }
}

/// What a partition is called: by its table, its own name and that of its subpartition.
struct PartitionPath: Hashable {
  var table: String
  var labels: [String]

  /// The name of a partition, or one by its place where Oracle would make it.
  static func label(_ partition: TablePartition, at index: Int) -> String { partition.name ?? "P\(index + 1)" }

  /// The partition that takes what Oracle would make a new one for.
  static let overflow = "DEFAULT"
}
