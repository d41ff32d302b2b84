import Canonical
import Synchronization

/// Leads the chunks of one binary COPY through the parser into a sink.
///
/// Chunks come on the PostgreSQL session's own queue; the lock is never waited for, as one COPY has one reader.
final class CopyFeed<Sink: RowSink & Sendable>: Sendable {
  private struct State: ~Copyable, Sendable {
    var parser = CopyBinaryParser()
    var buffer = CanonicalBuffer()
    var sink: Sink
    let form: RowForm

    mutating func take(_ chunk: UnsafeRawBufferPointer) throws {
      try parser.parse(chunk) { bytes, fields in
        try form.read(bytes, fields: fields, through: &buffer, into: &sink)
      }
    }
  }

  private let state: Mutex<State>

  init(form: RowForm, sink: Sink) {
    state = Mutex(State(sink: sink, form: form))
  }

  func take(_ chunk: UnsafeRawBufferPointer) throws {
    try state.withLock { try $0.take(chunk) }
  }

  /// The sink, once all has come.
  ///
  /// - Parameter rowCount: The rows that PostgreSQL says it has sent.
  /// - Throws: `CopyFormatError` when the COPY is not complete or has another number of rows.
  func finish(rowCount: Int) throws -> Sink {
    try state.withLock { state in
      try state.parser.finish()
      guard state.parser.rowCount == rowCount else {
        throw CopyFormatError("\(rowCount) rows were sent and \(state.parser.rowCount) arrived")
      }
      return state.sink
    }
  }
}
