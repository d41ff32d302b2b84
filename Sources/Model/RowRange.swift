/// A part of a table's rows by their addresses in Oracle (ROWID), or by their keys where they have no address.
///
/// From the lower bound on, up to the upper one, which is not in it. A bound that is nil is open.
public struct RowRange: Sendable, Hashable, Codable {
  /// The first address, as Oracle shows a ROWID: 18 characters.
  public var low: String?
  /// The first address behind the range.
  public var high: String?
  /// The keys, of a table whose rows have no addresses; the addresses are nil then.
  public var keys: KeyRange?

  /// Makes one; all rows without bounds.
  public init(low: String? = nil, high: String? = nil) {
    self.low = low
    self.high = high
  }

  /// The rows with these keys.
  public init(keys: KeyRange) {
    self.keys = keys
  }

  /// All rows, cut at keys in ascending order, as addresses cut them.
  public static func ranges(of columns: [KeyRange.Column], cutAt cuts: [[String]]) -> [RowRange] {
    zip([nil] + cuts.map(Optional.some), cuts.map(Optional.some) + [nil])
      .map { RowRange(keys: KeyRange(columns: columns, low: $0, high: $1)) }
  }

  /// All rows, cut at addresses in ascending order.
  ///
  /// Without gaps and open at both ends: a row that lies outside of the extents that were known is in one of them, too.
  public static func ranges(cutAt cuts: [String]) -> [RowRange] {
    zip([nil] + cuts.map(Optional.some), cuts.map(Optional.some) + [nil]).map { RowRange(low: $0, high: $1) }
  }
}
