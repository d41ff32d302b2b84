import Canonical
import OracleClient
import OracleWire
import PostgresClient

/// Reads one table on both sides at the same time, each into its sink.
struct TableReading: Sendable {
  let source: OracleConnection
  let target: PostgresSession
  let plan: TablePlan

  private enum Side<Sink: Sendable>: Sendable {
    case source(Sink)
    case target(Sink)
  }

  /// Reads all rows and returns the filled sinks; when one side fails, the other is stopped.
  func read<Sink: RowSink & Sendable>(source: Sink, target: Sink) async throws -> (source: Sink, target: Sink) {
    let rows = try await self.source.query(plan.sourceStatement)
    let form = try plan.form(described: rows.columns)
    return try await withThrowingTaskGroup(of: Side<Sink>.self) { group in
      group.addTask { .source(try await readSource(rows, form: form, into: source)) }
      group.addTask { .target(try await readTarget(form: form, into: target)) }
      var result = (source: source, target: target)
      for try await side in group {
        switch side {
        case .source(let sink): result.source = sink
        case .target(let sink): result.target = sink
        }
      }
      return result
    }
  }

  private func readSource<Sink: RowSink>(_ rows: OracleRows, form: RowForm, into empty: Sink) async throws -> Sink {
    var sink = empty
    var buffer = CanonicalBuffer()
    for try await batch in rows {
      try Task.checkCancellation()
      try form.read(batch, through: &buffer, into: &sink)
    }
    return sink
  }

  private func readTarget<Sink: RowSink & Sendable>(form: RowForm, into empty: Sink) async throws -> Sink {
    let feed = CopyFeed(form: form, sink: empty)
    let rowCount = try await target.copyOut(plan.targetStatement) { try feed.take($0) }
    return try feed.finish(rowCount: rowCount)
  }
}
