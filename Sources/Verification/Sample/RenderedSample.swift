import Model

/// What the comparison of a random sample with Oracle's own text of it found.
public struct RenderedSample: Sendable, Hashable {
  /// A column that is not in it.
  public struct Omission: Sendable, Hashable {
    /// On the PostgreSQL side.
    public var column: String
    /// Why.
    public var reason: String
  }

  /// Rows that were compared.
  public var rows = 0
  /// Rows of which PostgreSQL shows another text, or that it does not have; values are texts of either server.
  public var differences: [RowDifference] = []
  /// Rows that differ, and were changed in Oracle since they were copied.
  public var changedSince = 0
  /// Columns of which Oracle has no text, or none but that which was copied.
  public var omitted: [Omission] = []
  /// Why nothing was compared; nil where it was.
  public var reason: String?

  /// Whether nothing was found to differ.
  public var isClean: Bool { differences.isEmpty }
}
