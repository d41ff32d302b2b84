/// One entry of GROUP BY.
public enum GroupingElement: Sendable {
  /// An expression, or the empty list `()`; several for `(a, b)`, which count as one key.
  case keys([Expression])
  /// `ROLLUP (a, (b, c))`: each prefix of the list, down to none.
  case rollup([[Expression]])
  /// `CUBE (a, b)`: each subset.
  case cube([[Expression]])
  /// `GROUPING SETS (...)`.
  indirect case sets([GroupingElement])

  /// All expressions, in the order in which they stand.
  public var expressions: [Expression] {
    switch self {
    case .keys(let keys): keys
    case .rollup(let lists), .cube(let lists): lists.flatMap { $0 }
    case .sets(let elements): elements.flatMap(\.expressions)
    }
  }
}

/// `[START WITH condition] CONNECT BY [NOCYCLE] condition`.
public struct HierarchicalClause: Sendable {
  /// Which rows are roots; nil is all.
  public var startWith: Expression?
  /// How a child is found; PRIOR stands for the parent's row.
  public var connectBy: Expression
  /// NOCYCLE.
  public var isNoCycle: Bool

  /// Makes a clause.
  public init(startWith: Expression?, connectBy: Expression, isNoCycle: Bool) {
    self.startWith = startWith
    self.connectBy = connectBy
    self.isNoCycle = isNoCycle
  }
}
