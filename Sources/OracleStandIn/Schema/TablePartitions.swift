import OracleSQL

/// The partitions of a table, as the dictionary shows them.
///
/// The rows lie in one heap, and partitions are not made for them (INTERVAL, AUTOMATIC); a row that no partition would
/// take is refused (ORA-14400).
struct TablePartitions {
  /// How rows would find their place on one level.
  struct Level {
    var method: PartitionMethod
    /// The key.
    var columns: [Column]
    /// INTERVAL's text.
    var interval: String?
    var isAutomatic = false
    /// The foreign key behind REFERENCE.
    var constraint: String?
  }

  /// A partition or subpartition.
  struct Part {
    var name: String
    var objectNumber: UInt32
    /// The bound as HIGH_VALUE has it; nil for hash, reference and system partitions.
    var highValue: String?
    /// What it takes; nil for those without `highValue`.
    var bound: Bound?
    /// Subpartitions in order.
    var parts: [Part] = []
  }

  var level: Level
  /// SUBPARTITION BY.
  var below: Level?
  var parts: [Part]
  /// SUBPARTITION TEMPLATE.
  var template: [Part] = []
  /// How many subpartitions a partition has that doesn't say otherwise.
  var defaultCount = 0
}
