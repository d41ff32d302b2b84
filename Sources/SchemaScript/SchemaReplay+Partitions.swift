import Model
import OracleSQL

// Partitions of tables.
extension SchemaReplay {
  /// More partitions than this, of one table, are not written out.
  private static let mostPartitions = 20_000

  /// What PARTITION BY says; without partitions where there are too many of them.
  func partitioning(_ written: Partitioning) -> TablePartitioning {
    var result = TablePartitioning(
      method: Self.method(written.method), columns: written.columns.map(\.name),
      interval: written.interval.map { source($0.range) }, isAutomatic: written.isAutomatic,
      subpartitioning: written.subpartitioning.map(subpartitioning))
    guard written.count ?? 0 <= Self.mostPartitions else { return result }
    let partitions =
      written.partitions.map(partition) + (0..<(written.count ?? 0)).map { _ in TablePartition(name: nil) }
    let most = Self.mostPartitions / max(1, partitions.count)
    guard partitions.allSatisfy({ $0.subpartitions.count <= most }),
      result.subpartitioning?.template.count ?? 0 <= most
    else { return result }
    result.partitions = partitions.map { Self.filled($0, by: result.subpartitioning) }
    return result
  }

  private static func method(_ method: PartitionMethod) -> TablePartitioning.Method {
    switch method {
    case .range: .range
    case .list: .list
    case .hash: .hash
    case .reference: .reference
    case .system: .system
    case .consistentHash: .other
    }
  }

  private func subpartitioning(_ written: OracleSQL.Subpartitioning) -> TablePartitioning.Subpartitioning {
    let count = min(written.count ?? 0, Self.mostPartitions)
    return TablePartitioning.Subpartitioning(
      method: Self.method(written.method), columns: written.columns.map(\.name),
      template: written.template.isEmpty
        ? (0..<count).map { _ in TablePartition(name: nil) } : written.template.map(partition))
  }

  private func partition(_ written: PartitionDefinition) -> TablePartition {
    let count = min(written.subpartitionCount ?? 0, Self.mostPartitions)
    return TablePartition(
      name: written.name?.name, bound: written.bound.map(bound),
      subpartitions: written.subpartitions.map(partition) + (0..<count).map { _ in TablePartition(name: nil) })
  }

  private func bound(_ bound: PartitionBound) -> String {
    switch bound {
    case .lessThan(let values): self.values(values)
    case .list(let rows): rows.map { $0.count == 1 ? values($0) : "( \(values($0)) )" }.joined(separator: ", ")
    }
  }

  private func values(_ values: [PartitionValue]) -> String {
    values.map { value in
      switch value {
      case .expression(let expression): source(expression.range)
      case .maxValue: "MAXVALUE"
      case .defaultValue: "DEFAULT"
      }
    }.joined(separator: ", ")
  }

  /// A partition that names no subpartitions gets those of the template, called after both.
  private static func filled(
    _ partition: TablePartition, by subpartitioning: TablePartitioning.Subpartitioning?
  ) -> TablePartition {
    guard partition.subpartitions.isEmpty, let subpartitioning else { return partition }
    var partition = partition
    partition.subpartitions = subpartitioning.template.map { part in
      var part = part
      part.name = partition.name.flatMap { name in part.name.map { name + "_" + $0 } }
      return part
    }
    return partition
  }

  // MARK: Changes

  /// Carries out a change of partitions; what moves rows only changes nothing.
  ///
  /// - Returns: false for one that is not followed.
  func change(_ partitioning: inout TablePartitioning, by change: PartitionChange) -> Bool {
    switch change.verb {
    case "MOVE", "TRUNCATE", "EXCHANGE", "REBUILD": return true
    case "MODIFY" where change.values.isEmpty: return true
    default: break
    }
    guard !change.isSubpartition else { return false }
    let places = change.targets.compactMap { target -> Int? in
      guard case .name(let name) = target else { return nil }
      return partitioning.partitions.firstIndex { $0.name == name.name }
    }
    guard places.count == change.targets.count else { return false }
    switch (change.verb, places.count) {
    case ("ADD", 0): return add(change.definitions.map(partition), to: &partitioning)
    case ("DROP", 1...):
      guard places.count < partitioning.partitions.count, partitioning.method != .hash else { return false }
      for place in Set(places).sorted(by: >) { partitioning.partitions.remove(at: place) }
    case ("RENAME", 1):
      guard let name = change.newName?.name else { return false }
      partitioning.partitions[places[0]].name = name
    case ("COALESCE", 0):
      guard partitioning.method == .hash, partitioning.partitions.count > 1 else { return false }
      partitioning.partitions.removeLast()
    case ("SPLIT", 1): return split(&partitioning, places[0], change)
    case ("MERGE", 2...): return merge(&partitioning, places, change)
    case ("MODIFY", 1): return modify(&partitioning, places[0], change)
    default: return false
    }
    return true
  }

  private func add(_ new: [TablePartition], to partitioning: inout TablePartitioning) -> Bool {
    let hasBounds = partitioning.method == .range || partitioning.method == .list
    guard partitioning.partitions.count + new.count <= Self.mostPartitions,
      new.allSatisfy({ ($0.bound != nil) == hasBounds })
    else { return false }
    let filled = new.map { Self.filled($0, by: partitioning.subpartitioning) }
    partitioning.partitions += filled
    return true
  }

  /// SPLIT gives what is below AT, or the VALUES, to the first of two partitions, the rest to the second.
  private func split(_ partitioning: inout TablePartitioning, _ place: Int, _ change: PartitionChange) -> Bool {
    let old = partitioning.partitions[place]
    guard partitioning.subpartitioning == nil, let bound = old.bound, !change.values.isEmpty,
      change.definitions.isEmpty || change.definitions.count == 2,
      change.definitions.allSatisfy({ $0.bound == nil })
    else { return false }
    var parts = [TablePartition(name: nil), TablePartition(name: old.name)]
    for (index, definition) in change.definitions.enumerated() { parts[index].name = definition.name?.name }
    parts[0].bound = values(change.values)
    switch partitioning.method {
    case .range: parts[1].bound = bound
    case .list:
      guard let left = Self.without(change.values.map { values([$0]) }, bound) else { return false }
      parts[1].bound = left
    default: return false
    }
    partitioning.partitions.replaceSubrange(place...place, with: parts)
    return true
  }

  private func merge(_ partitioning: inout TablePartitioning, _ places: [Int], _ change: PartitionChange) -> Bool {
    let places = places.sorted()
    guard partitioning.subpartitioning == nil, change.definitions.count == 1,
      Set(places).count == places.count, let first = places.first, let last = places.last
    else { return false }
    let bounds = places.compactMap { partitioning.partitions[$0].bound }
    guard bounds.count == places.count else { return false }
    var merged = TablePartition(name: change.definitions[0].name?.name)
    switch partitioning.method {
    case .range:
      guard last - first == places.count - 1 else { return false }
      merged.bound = bounds.last
    case .list: merged.bound = bounds.contains("DEFAULT") ? "DEFAULT" : bounds.joined(separator: ", ")
    default: return false
    }
    for place in places.reversed() { partitioning.partitions.remove(at: place) }
    partitioning.partitions.insert(merged, at: first)
    return true
  }

  /// ADD VALUES and DROP VALUES of a list partition.
  private func modify(_ partitioning: inout TablePartitioning, _ place: Int, _ change: PartitionChange) -> Bool {
    guard partitioning.method == .list, let bound = partitioning.partitions[place].bound, bound != "DEFAULT",
      let verb = change.clauses.map(\.keyword).first(where: { $0.hasSuffix(" VALUES") })
    else { return false }
    if verb.hasPrefix("ADD") {
      partitioning.partitions[place].bound = bound + ", " + values(change.values)
      return true
    }
    guard let left = Self.without(change.values.map { values([$0]) }, bound) else { return false }
    partitioning.partitions[place].bound = left
    return true
  }

  /// A list's bound without some of its values, which must be written as they are there; DEFAULT loses none.
  private static func without(_ values: [String], _ bound: String) -> String? {
    guard bound != "DEFAULT" else { return bound }
    guard let tokens = try? Lexer.tokens(of: bound), tokens.allSatisfy({ $0.kind != .leftParenthesis }) else {
      return nil
    }
    let bytes = Array(bound.utf8)
    let written = tokens.split { $0.kind == .comma }.compactMap { part -> String? in
      guard let first = part.first, let last = part.last(where: { $0.kind != .end }) else { return nil }
      return SourceRange(start: first.range.start, end: last.range.end).text(in: bytes)
    }
    let left = written.filter { !values.contains($0) }
    guard left.count == written.count - values.count, !left.isEmpty else { return nil }
    return left.joined(separator: ", ")
  }
}
