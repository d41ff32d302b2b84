import Conversion
import Ledger
import Model

extension Migration {
  /// What there is to copy of each table of the plan, and what was copied before.
  ///
  /// - Parameter done: chunks that earlier starts have copied.
  func outlook(
    _ plan: MigrationPlan, _ remainder: Remainder, _ jobs: [RowCopying.Job], done: [LedgerChunk]
  ) -> [TableOutlook] {
    let copied = Dictionary(remainder.copied.map { ($0.target, $0.counts) }) { first, _ in first }
    let doneChunks = Dictionary(grouping: done, by: \.target)
    var open: [QualifiedName: Int] = [:]
    for case .chunk(let table, _) in jobs { open[table.mapping.target, default: 0] += 1 }
    return plan.tables.filter(\.copiesRows).map { table in
      let target = table.mapping.target
      var outlook = TableOutlook(table: target, rowEstimate: table.mapping.rowEstimate)
      if let counts = copied[target] {
        (outlook.rows, outlook.rejected, outlook.isCopied) = (counts.rowsLoaded, counts.rowsRejected, true)
      } else if open[target] != nil || doneChunks[target] != nil {
        let chunks = doneChunks[target] ?? []
        outlook.chunksDone = chunks.count
        outlook.chunks = chunks.count + (open[target] ?? 0)
        outlook.rows = chunks.reduce(0) { $0 + $1.counts.rowsLoaded }
        outlook.bytes = chunks.reduce(0) { $0 + $1.counts.bytes }
        outlook.rejected = chunks.reduce(0) { $0 + $1.counts.rowsRejected }
      }
      return outlook
    }
  }
}
