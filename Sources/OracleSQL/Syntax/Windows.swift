/// `OVER ([PARTITION BY ...] [ORDER BY ...] [frame])`.
public struct WindowSpecification: Sendable {
  /// PARTITION BY; empty when absent.
  public var partitionBy: [Expression]
  /// ORDER BY; empty when absent.
  public var orderBy: [OrderItem]
  /// ROWS or RANGE; nil when not written.
  public var frame: WindowFrame?
  /// Where it stands, with its parentheses.
  public var range: SourceRange

  /// Makes a specification.
  public init(
    partitionBy: [Expression] = [], orderBy: [OrderItem] = [], frame: WindowFrame? = nil, range: SourceRange
  ) {
    self.partitionBy = partitionBy
    self.orderBy = orderBy
    self.frame = frame
    self.range = range
  }
}

/// `ROWS BETWEEN ... AND ...`, `RANGE ...`.
public struct WindowFrame: Sendable {
  /// What an offset counts; the raw value is the spelling.
  public enum Unit: String, Sendable, Hashable {
    case rows = "ROWS"
    case range = "RANGE"
  }

  /// One end of the frame.
  public enum Bound: Sendable {
    case unboundedPreceding
    indirect case preceding(Expression)
    case currentRow
    indirect case following(Expression)
    case unboundedFollowing
  }

  /// ROWS or RANGE.
  public var unit: Unit
  /// The first row.
  public var start: Bound
  /// The last row; nil when the frame was written without BETWEEN, which ends it at the current row.
  public var end: Bound?

  /// Makes a frame.
  public init(unit: Unit, start: Bound, end: Bound? = nil) {
    self.unit = unit
    self.start = start
    self.end = end
  }
}

/// `KEEP (DENSE_RANK FIRST | LAST ORDER BY ...)` behind an aggregate.
public struct RankFilter: Sendable {
  /// LAST.
  public var keepsLast: Bool
  /// By what rows are ranked.
  public var orderBy: [OrderItem]

  /// Makes a filter.
  public init(keepsLast: Bool, orderBy: [OrderItem]) {
    self.keepsLast = keepsLast
    self.orderBy = orderBy
  }
}

/// `IGNORE NULLS` and `RESPECT NULLS`; the raw value is the spelling.
public enum NullTreatment: String, Sendable, Hashable {
  case ignore = "IGNORE NULLS"
  case respect = "RESPECT NULLS"
}

/// `ON OVERFLOW ...` of LISTAGG.
public enum ListOverflow: Sendable {
  /// ERROR, which is the default.
  case error
  /// `TRUNCATE ['...'] [WITH | WITHOUT COUNT]`; a nil text is Oracle's three points.
  indirect case truncate(Expression?, withCount: Bool)
}
