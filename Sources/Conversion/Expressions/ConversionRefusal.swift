/// Why something is not converted: its meaning in PostgreSQL could differ, or nobody knows it.
public struct ConversionRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// What stands in the way, for people; it names the construct and holds no row values.
  public var reason: String

  /// Makes one.
  public init(_ reason: String) {
    self.reason = reason
  }

  /// The reason.
  public var description: String { reason }
}
