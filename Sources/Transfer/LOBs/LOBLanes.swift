import Model
import OracleClient
import OracleWire

/// How rows with CLOBs and BLOBs are fetched: in lanes where some of them are large.
///
/// LOBs arrive in-line, which is the fastest way by far. But a server sends as many rows as it was asked for, whatever
/// their size: hundreds of rows of a few bytes, and the next fetch brings as many of 100 MiB. So the longest LOB is asked
/// for first. Where it is large, rows with small ones are fetched many at a time, and then those with a large one row by
/// row. Rows whose LOBs together are above a budget come last, with locators in the place of the LOBs, which are then read
/// piece by piece. All are of one SCN, and every row is in exactly one lane. Memory is bounded by the budget.
public struct LOBLanes: Sendable {
  /// The length, in characters or bytes, above which a LOB makes its row a large one.
  public static let usualLimit = 256 << 10
  /// The characters and bytes of all LOBs of a row above which they are read in pieces.
  public static let usualBudget = 4 << 20

  let plan: CopyPlan
  let limit: Int
  let budget: Int
  /// The columns that hold LOBs, quoted.
  private let columns: [String]

  init(plan: CopyPlan, limit: Int = usualLimit, budget: Int = usualBudget) {
    self.plan = plan
    self.limit = max(1, limit)
    self.budget = max(1, budget)
    columns = plan.lobColumns
  }

  /// Opens the query, or the first of those of the lanes.
  ///
  /// - Parameter fetchSize: rows of a round trip in the lane of small rows; nil leaves it to the client.
  /// - Throws: `OracleError` or `OracleConnectionError`.
  func open(on oracle: OracleConnection, fetchSize: Int?) async throws -> LaneRows {
    let longest = try await longest(oracle)
    let hasStreamed = longest.row > budget
    guard longest.value > limit || hasStreamed else {
      return LaneRows(first: try await oracle.query(plan.selectStatement, binds: plan.binds, fetchSize: fetchSize))
    }
    // Several queries see the same rows at one SCN only.
    guard plan.scn != nil else {
      return LaneRows(
        first: try await oracle.query(
          plan.selectStatement, binds: plan.binds, fetchSize: 1, lobs: hasStreamed ? .locators() : .inline))
    }
    let small = try await oracle.query(plan.selectStatement(where: isSmall), binds: plan.binds, fetchSize: fetchSize)
    var lanes = LaneRows(first: small)
    if longest.value > limit {
      let others = hasStreamed ? "(\(isLarge)) AND \(size) <= \(budget)" : isLarge
      lanes.large = opener(of: others, on: oracle, lobs: .inline)
    }
    if hasStreamed { lanes.streamed = opener(of: "\(size) > \(budget)", on: oracle, lobs: .locators()) }
    return lanes
  }

  private func opener(of condition: String, on oracle: OracleConnection, lobs: LOBDelivery) -> LaneRows.Opener {
    { [statement = plan.selectStatement(where: condition), binds = plan.binds] in
      try await oracle.query(statement, binds: binds, fetchSize: 1, lobs: lobs)
    }
  }

  private var isSmall: String {
    let each = columns.map { "(\($0) IS NULL OR DBMS_LOB.GETLENGTH(\($0)) <= \(limit))" }
    // Of a single column it follows, where the budget is no less than the limit.
    return (each + (columns.count > 1 || budget < limit ? ["\(size) <= \(budget)"] : [])).joined(separator: " AND ")
  }

  private var isLarge: String {
    columns.map { "DBMS_LOB.GETLENGTH(\($0)) > \(limit)" }.joined(separator: " OR ")
  }

  /// Characters and bytes of all LOBs of a row.
  private var size: String {
    columns.map { "NVL(DBMS_LOB.GETLENGTH(\($0)), 0)" }.joined(separator: " + ")
  }

  /// The length of the longest LOB, and of all LOBs of a row at the most.
  private func longest(_ oracle: OracleConnection) async throws -> (value: Int, row: Int) {
    guard !columns.isEmpty else { return (0, 0) }
    // Of a single LOB the row has no more.
    let lengths = columns.map { "MAX(DBMS_LOB.GETLENGTH(\($0)))" } + (columns.count > 1 ? ["MAX(\(size))"] : [])
    do {
      let rows = try await oracle.rows("SELECT \(lengths.joined(separator: ", ")) FROM \(plan.rows)", binds: plan.binds)
      let found = (rows.first ?? []).map { length in
        if case .number(let number) = length { number.intValue ?? .max } else { 0 }
      }
      return (found.prefix(columns.count).max() ?? 0, found.last ?? 0)
    } catch let error as OracleError where [904, 6550, 1031].contains(error.code) {
      // Without a right on DBMS_LOB nothing is known of lengths: all rows are fetched as small ones.
      return (0, 0)
    }
  }
}

/// The rows of one lane after those of the other.
struct LaneRows: AsyncSequence, Sendable {
  typealias Element = SourceBatch
  typealias Opener = @Sendable () async throws -> OracleRows

  let first: OracleRows
  /// Opens the query of the rows that come one by one; nil when there are none.
  var large: Opener?
  /// Opens the query of the rows whose LOBs are read in pieces.
  var streamed: Opener?

  /// As the query describes them.
  var columns: [ColumnDescription] { first.columns }

  init(first: OracleRows) {
    self.first = first
  }

  func makeAsyncIterator() -> Iterator {
    Iterator(query: first, rows: first.makeAsyncIterator(), others: [large, streamed].compactMap { $0 })
  }

  struct Iterator: AsyncIteratorProtocol {
    var query: OracleRows
    var rows: OracleRows.Iterator
    /// Those of the lanes that are not open yet.
    var others: [Opener]

    mutating func next() async throws -> SourceBatch? {
      while true {
        if let batch = try await rows.next() { return try SourceBatch(batch, of: query) }
        guard !others.isEmpty else { return nil }
        let next = try await others.removeFirst()()
        guard next.columns.map(\.inline) == query.columns.map(\.inline) else { throw LaneError() }
        query = next
        rows = next.makeAsyncIterator()
      }
    }
  }

  /// Oracle describes the second query otherwise than the first.
  struct LaneError: Error, CustomStringConvertible {
    var description: String { "the table was altered while it was read" }
  }
}

extension ColumnDescription {
  /// The same column with its values in the rows.
  fileprivate var inline: ColumnDescription {
    var column = self
    column.locatorPrefetch = nil
    return column
  }
}

extension CopyPlan {
  /// The columns of CLOBs and BLOBs that are selected as they are, quoted.
  fileprivate var lobColumns: [String] {
    values.filter { $0.role == .column && $0.declaredText == nil }.compactMap { value in
      switch value.oracleType {
      case .clob, .nclob, .blob: value.sql
      default: nil
      }
    }
  }
}
