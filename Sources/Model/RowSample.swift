/// A random part of a table's rows (SQL Language Reference, SELECT, "sample_clause").
public enum RowSample: Sendable, Hashable {
  /// Each row with this chance; all blocks are read. In millionths of a per cent.
  case rows(Int)
  /// All rows of blocks, each of which has this chance; the other blocks are not read. In millionths of a per cent.
  case blocks(Int)

  /// The smallest and the largest share that Oracle takes, in millionths of a per cent.
  private static let shares = 1...99_999_999

  /// The chance that makes about a number of rows of a table.
  ///
  /// - Parameter total: the table's rows, at least 1.
  public static func share(of wanted: Int, outOf total: Int) -> Int {
    let share = wanted.multipliedFullWidth(by: 100_000_000)
    guard total > 0, share.high < total else { return shares.upperBound }
    return min(max(total.dividingFullWidth(share).quotient, shares.lowerBound), shares.upperBound)
  }

  /// The clause.
  public var sql: String {
    switch self {
    case .rows(let share): "SAMPLE (\(Self.percent(share)))"
    case .blocks(let share): "SAMPLE BLOCK (\(Self.percent(share)))"
    }
  }

  private static func percent(_ share: Int) -> String {
    let digits = String(share % 1_000_000)
    return "\(share / 1_000_000)." + String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }
}
