import OracleWire
import Synchronization

/// The cursors of CURSOR expressions in the batch that a query's consumer has.
///
/// Those that it doesn't take are closed when the batch is over: a session may have few hundred open.
final class BatchCursors: Sendable {
  private let columns: [ColumnDescription]
  private let connection: OracleConnection
  /// Whether the query is open in whose rows they stand.
  private let life: CursorLife
  private let kept = Mutex<[UInt16: CursorCloser]>([:])

  init(columns: [ColumnDescription], connection: OracleConnection, life: CursorLife) {
    self.columns = columns
    self.connection = connection
    self.life = life
  }

  /// Takes care of a batch's cursors, and no longer of those of the batch before.
  func follow(_ batch: RowBatch?) throws(WireError) {
    var found: [UInt16: CursorCloser] = [:]
    if let batch {
      let earlier = kept.withLock { $0 }
      for column in columns.indices where columns[column].typeCode == .cursor {
        for row in 0..<batch.rowCount {
          guard let cursor = try batch.cursor(row: row, column: column), found[cursor.number] == nil else { continue }
          // A row may repeat the cursor of the row before.
          found[cursor.number] =
            earlier[cursor.number]
            ?? CursorCloser(
              connection: connection, cursor: UInt32(cursor.number), columns: cursor.columns, parent: life)
        }
      }
    }
    let now = found
    // Let go of outside of the lock: cursors are closed by that.
    let before = kept.withLock { kept in
      defer { kept = now }
      return kept
    }
    _ = before
  }

  /// The cursor of a cell, nil for NULL.
  ///
  /// - Parameter outer: the queries in whose rows it stands, outermost first.
  func cursor(_ batch: RowBatch, row: Int, column: Int, outer: [CursorCloser]) throws -> OracleCursor? {
    guard columns.indices.contains(column), columns[column].typeCode == .cursor else {
      throw OracleCursorError.noCursor(columns.indices.contains(column) ? columns[column] : nil)
    }
    guard outer.count <= OracleCursor.deepest else { throw OracleCursorError.tooDeep }
    guard let found = try batch.cursor(row: row, column: column) else { return nil }
    guard let closer = kept.withLock({ $0[found.number] }) else { throw OracleCursorError.gone }
    return OracleCursor(columns: found.columns, connection: connection, closer: closer, outer: outer)
  }
}
