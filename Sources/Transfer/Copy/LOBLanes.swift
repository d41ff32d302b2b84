import Model
import OracleClient
import OracleWire

/// How rows with CLOBs and BLOBs are fetched: in two lanes where some of them are large.
///
/// LOBs arrive in-line, which is the fastest way by far. But a server sends as many rows as it was asked for, whatever
/// their size: hundreds of rows of a few bytes, and the next fetch brings as many of 100 MiB. So the longest LOB is asked
/// for first. Where it is large, rows with small ones are fetched many at a time, and then those with a large one row by
/// row; both are of one SCN, and every row is in exactly one lane. Memory is then bounded by a few of the largest rows.
public struct LOBLanes: Sendable {
  /// The length, in characters or bytes, above which a LOB makes its row a large one.
  public static let usualLimit = 256 << 10

  let plan: CopyPlan
  let limit: Int
  /// The columns that hold LOBs, quoted.
  private let columns: [String]

  init(plan: CopyPlan, limit: Int = usualLimit) {
    self.plan = plan
    self.limit = max(1, limit)
    columns = plan.lobColumns
  }

  /// Opens the query, or those of the two lanes.
  ///
  /// - Parameter fetchSize: rows of a round trip in the lane of small rows; nil leaves it to the client.
  /// - Throws: `OracleError` or `OracleConnectionError`.
  func open(on oracle: OracleConnection, fetchSize: Int?) async throws -> LaneRows {
    guard try await hasLargeRows(oracle) else {
      return LaneRows(
        small: try await oracle.query(plan.selectStatement, binds: plan.binds, fetchSize: fetchSize), large: nil)
    }
    // Two queries see the same rows at one SCN only.
    guard plan.scn != nil else {
      return LaneRows(small: try await oracle.query(plan.selectStatement, binds: plan.binds, fetchSize: 1), large: nil)
    }
    let small = try await oracle.query(plan.selectStatement(where: isSmall), binds: plan.binds, fetchSize: fetchSize)
    let statement = plan.selectStatement(where: isLarge)
    return LaneRows(small: small) { [binds = plan.binds] in
      try await oracle.query(statement, binds: binds, fetchSize: 1)
    }
  }

  private var isSmall: String {
    columns.map { "(\($0) IS NULL OR DBMS_LOB.GETLENGTH(\($0)) <= \(limit))" }.joined(separator: " AND ")
  }

  private var isLarge: String {
    columns.map { "DBMS_LOB.GETLENGTH(\($0)) > \(limit)" }.joined(separator: " OR ")
  }

  private func hasLargeRows(_ oracle: OracleConnection) async throws -> Bool {
    guard !columns.isEmpty else { return false }
    let lengths = columns.map { "MAX(DBMS_LOB.GETLENGTH(\($0)))" }.joined(separator: ", ")
    do {
      let rows = try await oracle.rows("SELECT \(lengths) FROM \(plan.rows)", binds: plan.binds)
      return rows.first?.contains { length in
        guard case .number(let number) = length, let length = number.intValue else { return false }
        return length > limit
      } ?? false
    } catch let error as OracleError where [904, 6550, 1031].contains(error.code) {
      // Without a right on DBMS_LOB nothing is known of lengths: all rows are fetched as small ones.
      return false
    }
  }
}

/// The rows of one lane, then those of the other.
struct LaneRows: AsyncSequence, Sendable {
  typealias Element = RowBatch

  let small: OracleRows
  /// Opens the query of the large rows; nil when there are none.
  let large: (@Sendable () async throws -> OracleRows)?

  func makeAsyncIterator() -> Iterator {
    Iterator(columns: small.columns, rows: small.makeAsyncIterator(), large: large)
  }

  struct Iterator: AsyncIteratorProtocol {
    let columns: [ColumnDescription]
    var rows: OracleRows.Iterator
    var large: (@Sendable () async throws -> OracleRows)?

    mutating func next() async throws -> RowBatch? {
      if let batch = try await rows.next() { return batch }
      guard let open = large else { return nil }
      large = nil
      let rows = try await open()
      guard rows.columns == columns else { throw LaneError() }
      self.rows = rows.makeAsyncIterator()
      return try await self.rows.next()
    }
  }

  /// Oracle describes the second query otherwise than the first.
  struct LaneError: Error, CustomStringConvertible {
    var description: String { "the table was altered while it was read" }
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
