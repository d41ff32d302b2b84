import OracleSQL
import OracleWire

/// GROUP BY's entries, spelt out as grouping sets.
enum GroupingSets {
  /// More than this are refused: CUBE doubles them with each key.
  static let most = 4096

  /// The sets that the entries stand for: the combinations of what each stands for.
  ///
  /// - Parameter key: the number of a key.
  static func expand(
    _ elements: [GroupingElement], at position: Int, key: (Expression) throws -> Int
  ) throws -> [[Int]] {
    var sets: [[Int]] = [[]]
    for element in elements {
      let more = try self.sets(element, at: position, key: key)
      // Neither factor is above the limit, so that the product is no overflow.
      try check(sets.count * more.count, at: position)
      sets = sets.flatMap { set in more.map { joined(set, $0) } }
    }
    return sets
  }

  /// Refuses a count of sets before they are made.
  private static func check(_ count: Int, at position: Int) throws {
    guard count <= most else {
      throw OracleError.unsupported("GROUP BY of more than \(most) grouping sets", at: position)
    }
  }

  private static func sets(
    _ element: GroupingElement, at position: Int, key: (Expression) throws -> Int
  ) throws -> [[Int]] {
    switch element {
    case .keys(let keys): return [joined([], try keys.map(key))]
    case .rollup(let lists):
      try check(lists.count + 1, at: position)
      var prefixes: [[Int]] = [[]]
      for list in lists { prefixes.append(joined(prefixes[prefixes.count - 1], try list.map(key))) }
      return prefixes.reversed()
    case .cube(let lists):
      guard lists.count <= 12 else {
        throw OracleError.unsupported("CUBE of more than 12 keys", at: position)
      }
      let numbers = try lists.map { try $0.map(key) }
      return (0..<(1 << numbers.count)).reversed().map { mask in
        joined([], numbers.indices.filter { mask >> (numbers.count - 1 - $0) & 1 == 1 }.flatMap { numbers[$0] })
      }
    case .sets(let elements):
      var all: [[Int]] = []
      for element in elements {
        let more = try sets(element, at: position, key: key)
        try check(all.count + more.count, at: position)
        all += more
      }
      return all
    }
  }

  /// The keys of both, each once.
  private static func joined(_ left: [Int], _ right: [Int]) -> [Int] {
    var seen = Set(left)
    return left + right.filter { seen.insert($0).inserted }
  }
}
