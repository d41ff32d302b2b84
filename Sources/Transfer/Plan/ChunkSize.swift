import Model

/// How many rows a chunk of a table should have.
public enum ChunkSize: Sendable, Hashable {
  /// As many as somebody says.
  case rows(Int)
  /// So few that each of so many workers gets several pieces of all that is copied, and none waits long for the last one.
  case shared(workers: Int)

  /// Rows of a chunk at most, unless somebody says otherwise; of a table with LOBs fewer.
  public static let usual = 1_000_000
  private static let usualWithLOBs = 100_000
  /// Smaller chunks are not worth their transactions.
  private static let least = 100_000
  private static let leastWithLOBs = 10_000
  /// Pieces for each worker.
  private static let piecesEach = 4

  /// - Parameter total: the rows of all tables that are copied.
  func rows(of table: TableMapping, total: Int) -> Int {
    switch self {
    case .rows(let rows): return max(1, rows)
    case .shared(let workers):
      let hasLOBs = table.columns.contains { $0.oracleType.isLarge }
      let (least, most) = hasLOBs ? (Self.leastWithLOBs, Self.usualWithLOBs) : (Self.least, Self.usual)
      guard workers > 1 else { return most }
      return min(max(total / (workers * Self.piecesEach), least), most)
    }
  }
}

extension OracleDataType {
  /// Whether a value may have many kilobytes.
  fileprivate var isLarge: Bool {
    switch self {
    case .clob, .nclob, .blob, .long, .longRaw, .json, .xml: true
    default: false
    }
  }
}
