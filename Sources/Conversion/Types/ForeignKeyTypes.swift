import Model

/// A column of one of the schema's tables.
struct ColumnKey: Hashable, Comparable {
  var table: String
  var column: String

  static func < (left: ColumnKey, right: ColumnKey) -> Bool {
    (left.table, left.column) < (right.table, right.column)
  }
}

/// Gives columns that foreign keys tie together, over whatever chain, one number type that holds the values of all.
///
/// PostgreSQL compares both ends of a foreign key by one operator, and has none for bigint against numeric in the
/// direction that it needs.
struct ForeignKeyTypes {
  private var parents: [ColumnKey: ColumnKey] = [:]

  /// Ties two columns together.
  mutating func tie(_ left: ColumnKey, _ right: ColumnKey) {
    let (leftRoot, rightRoot) = (root(left), root(right))
    guard leftRoot != rightRoot else { return }
    // The smaller key is the root, so that the outcome doesn't depend on the order of the foreign keys.
    parents[max(leftRoot, rightRoot)] = min(leftRoot, rightRoot)
  }

  /// Adjusts the types; those of groups that are not all exact numbers stay.
  ///
  /// - Parameter identities: identity columns, which force their whole group to integers: PostgreSQL's identity takes
  ///   nothing else, and what refers to an identity holds its values only.
  func unify(_ types: inout [ColumnKey: PostgresType], identities: Set<ColumnKey>) {
    var groups: [ColumnKey: [ColumnKey]] = [:]
    for key in types.keys { groups[root(key), default: []].append(key) }
    for members in groups.values where members.count > 1 {
      guard var type = Self.union(members.compactMap { types[$0] }) else { continue }
      if !type.isInteger, members.contains(where: identities.contains) { type = .bigint }
      for key in members { types[key] = type }
    }
  }

  private static func union(_ types: [PostgresType]) -> PostgresType? {
    guard var result = types.first, result.isExactNumber else { return nil }
    for type in types.dropFirst() {
      guard let wider = result.union(type) else { return nil }
      result = wider
    }
    return result
  }

  private func root(_ key: ColumnKey) -> ColumnKey {
    var key = key
    while let parent = parents[key] { key = parent }
    return key
  }
}
