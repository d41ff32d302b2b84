import Model
import OracleSQL

/// What rows of a table lie in each of its partitions, as conditions: for queries of `table PARTITION (name)`.
///
/// A condition holds however the table is made in PostgreSQL, in one piece or partitioned. Known are ranges and lists over
/// one column; not those of INTERVAL, where partitions are made as rows come and where one begins says no bound, nor those
/// that were changed in a way that is not followed.
struct PartitionConditions {
  let table: TargetTable
  let context: ExpressionContext

  /// The conditions that are known, by partition name; columns are quoted, without a table.
  func all() -> [String: String] {
    guard let partitioning = table.source.partitioning, partitioning.interval == nil,
      partitioning.unfollowedChange == nil, partitioning.columns.count == 1,
      let key = table.column(partitioning.columns[0])
    else { return [:] }
    let bounds = PartitionBounds(method: partitioning.method, columns: [key], context: context)
    let conditions: [String]?
    switch partitioning.method {
    case .range: conditions = try? ranges(partitioning.partitions, bounds, key)
    case .list: conditions = try? lists(partitioning.partitions, bounds, key)
    default: conditions = nil
    }
    guard let conditions else { return [:] }
    let named = zip(partitioning.partitions, conditions).compactMap { part, condition in
      part.name.map { ($0, condition) }
    }
    return Dictionary(named) { first, _ in first }
  }

  /// Oracle sorts NULL above all values: into the partition below MAXVALUE.
  private func ranges(
    _ partitions: [TablePartition], _ bounds: PartitionBounds, _ key: TargetColumn
  ) throws(ConversionRefusal) -> [String] {
    let name = PostgresIdentifier.quoted(key.name)
    let operand = name + (key.type.isText ? " COLLATE \"C\"" : "")
    var lower: String?
    var result: [String] = []
    for partition in partitions {
      let upper = try bounds.rangeBound(partition)[0]
      let above = lower.map { "\(operand) >= \($0)" }
      if upper == "MAXVALUE" {
        result.append(above.map { "(\($0) OR \(name) IS NULL)" } ?? "TRUE")
      } else {
        result.append([above, "\(operand) < \(upper)"].compactMap { $0 }.joined(separator: " AND "))
      }
      lower = upper
    }
    return result
  }

  private func lists(
    _ partitions: [TablePartition], _ bounds: PartitionBounds, _ key: TargetColumn
  ) throws(ConversionRefusal) -> [String] {
    let name = PostgresIdentifier.quoted(key.name)
    var lists: [[String?]?] = []
    for partition in partitions {
      let texts = try PartitionBounds.values(partition.bound ?? "")
      guard texts.map({ $0.uppercased() }) != ["DEFAULT"] else {
        lists.append(nil)
        continue
      }
      var values: [String?] = []
      for text in texts { values.append(try bounds.constant(text, key)) }
      lists.append(values)
    }
    let all = lists.compactMap { $0 }.flatMap { $0 }
    return lists.map { values in
      let known = (values ?? all).compactMap { $0 }.joined(separator: ", ")
      guard let values else {
        // What stands in no other list, NULL included.
        let others = known.isEmpty ? nil : "\(name) NOT IN (\(known))"
        guard !all.contains(nil) else { return others ?? "\(name) IS NOT NULL" }
        return others.map { "(\($0) OR \(name) IS NULL)" } ?? "TRUE"
      }
      let parts = [known.isEmpty ? nil : "\(name) IN (\(known))", values.contains(nil) ? "\(name) IS NULL" : nil]
      return "(\(parts.compactMap { $0 }.joined(separator: " OR ")))"
    }
  }
}
