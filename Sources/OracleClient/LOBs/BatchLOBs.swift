import OracleWire
import Synchronization

/// The LOBs of the batch that a query's consumer has.
///
/// Temporary ones that it doesn't take are freed when the batch is over.
final class BatchLOBs: Sendable {
  private let columns: [ColumnDescription]
  private let connection: OracleConnection
  /// The temporary ones, by the locators that came.
  private let kept = Mutex<[[UInt8]: OracleLOB]>([:])

  init(columns: [ColumnDescription], connection: OracleConnection) {
    self.columns = columns
    self.connection = connection
  }

  /// Takes care of a batch's LOBs, and no longer of those of the batch before.
  func follow(_ batch: RowBatch?) throws(WireError) {
    var found: [[UInt8]: OracleLOB] = [:]
    if let batch {
      let earlier = kept.withLock { $0 }
      for column in columns.indices where columns[column].locatorPrefetch != nil {
        for row in 0..<batch.rowCount {
          guard let cell = batch.value(row: row, column: column), LOBColumnValue.mayBeTemporary(cell),
            let (kind, value) = try read(batch, row, column), value.locator.isTemporary
          else { continue }
          // A row may repeat the LOB of the row before.
          let bytes = value.locator.bytes
          if let lob = found[bytes] ?? earlier[bytes] {
            found[bytes] = lob
          } else {
            found[bytes] = try OracleLOB(kind: kind, value: value, connection: connection)
          }
        }
      }
    }
    let now = found
    // Let go of outside of the lock: LOBs are freed by that.
    let before = kept.withLock { kept in
      defer { kept = now }
      return kept
    }
    _ = before
  }

  /// The LOB of a cell, nil for NULL.
  func lob(_ batch: RowBatch, row: Int, column: Int) throws -> OracleLOB? {
    guard let (kind, value) = try read(batch, row, column) else { return nil }
    guard value.locator.isTemporary else { return try OracleLOB(kind: kind, value: value, connection: connection) }
    guard let lob = kept.withLock({ $0[value.locator.bytes] }) else { throw OracleLOBError.gone }
    return lob
  }

  private func read(
    _ batch: RowBatch, _ row: Int, _ column: Int
  ) throws(WireError) -> (LOBKind, LOBColumnValue)? {
    let description = columns[column]
    guard description.locatorPrefetch != nil,
      let kind = LOBKind(description.typeCode, isNational: description.isNational)
    else { throw .unsupportedType("a LOB of column \(description.name), which came as \(description.typeCode.name)") }
    guard let bytes = batch.value(row: row, column: column) else { return nil }
    return (kind, try LOBColumnValue(wireBytes: bytes, column: description))
  }
}
