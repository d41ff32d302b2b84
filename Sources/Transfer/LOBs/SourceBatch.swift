import OracleClient
import OracleWire

/// Rows on their way, and the LOBs that did not come with them.
struct SourceBatch: Sendable {
  /// A LOB of one of the rows, which is read when its row is written.
  struct LOBCell: Sendable {
    var row: Int
    var column: Int
    var lob: OracleLOB
  }

  /// The cells of `lobs` hold locators; all others hold values.
  var rows: RowBatch
  /// By rows.
  var lobs: [LOBCell] = []

  /// Rows with all of their values.
  init(_ rows: RowBatch) {
    self.rows = rows
  }

  /// The rows of a query whose LOBs come as locators.
  ///
  /// - Throws: `WireError` for locators that are none.
  init(_ batch: RowBatch, of query: OracleRows) throws {
    rows = batch
    let columns = query.columns.indices.filter { query.columns[$0].locatorPrefetch != nil }
    guard !columns.isEmpty else { return }
    for row in 0..<batch.rowCount {
      for column in columns {
        // Taken at once: temporary ones are freed when the next batch is asked for.
        guard let lob = try query.lob(in: batch, row: row, column: column) else { continue }
        lobs.append(LOBCell(row: row, column: column, lob: lob))
      }
    }
  }

  /// Bytes that it takes in memory, at about.
  var weight: Int { rows.bytes.count + rows.cells.count * MemoryLayout<RowBatch.Cell>.stride }
}
