import Model

/// A column of one of an owner's tables.
struct ColumnKey: Hashable, Comparable {
  var table: String
  var column: String

  static func < (left: ColumnKey, right: ColumnKey) -> Bool {
    (left.table, left.column) < (right.table, right.column)
  }
}

/// A column of any owner.
struct OwnedColumn: Hashable, Comparable, CustomStringConvertible {
  var owner: String
  var key: ColumnKey

  static func < (left: OwnedColumn, right: OwnedColumn) -> Bool {
    (left.owner, left.key) < (right.owner, right.key)
  }

  var description: String { (owner.isEmpty ? "" : owner + ".") + key.table + "." + key.column }
}

/// Columns that foreign keys tie together, over whatever chain and whatever owners.
///
/// PostgreSQL compares both ends of a foreign key by one operator, and has none for bigint against numeric in the
/// direction that it needs: each group gets one type.
struct ForeignKeyTypes {
  private var parents: [OwnedColumn: OwnedColumn] = [:]

  /// Ties two columns together.
  mutating func tie(_ left: OwnedColumn, _ right: OwnedColumn) {
    let (leftRoot, rightRoot) = (root(left), root(right))
    guard leftRoot != rightRoot else { return }
    // The smaller key is the root, so that the outcome doesn't depend on the order of the foreign keys.
    parents[max(leftRoot, rightRoot)] = min(leftRoot, rightRoot)
  }

  /// The groups of more than one of these columns, sorted.
  mutating func groups(of columns: some Sequence<OwnedColumn>) -> [[OwnedColumn]] {
    var groups: [OwnedColumn: [OwnedColumn]] = [:]
    for column in columns { groups[root(column), default: []].append(column) }
    return groups.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// The number type that holds the values of all; nil when they are not all exact numbers.
  static func union(_ types: [PostgresType]) -> PostgresType? {
    guard var result = types.first, result.isExactNumber else { return nil }
    for type in types.dropFirst() {
      guard let wider = result.union(type) else { return nil }
      result = wider
    }
    return result
  }

  /// The smallest column of the group; the way to it is shortened for the next time.
  private mutating func root(_ key: OwnedColumn) -> OwnedColumn {
    var root = key
    while let parent = parents[root] { root = parent }
    var place = key
    while place != root, let parent = parents[place] {
      parents[place] = root
      place = parent
    }
    return root
  }
}
