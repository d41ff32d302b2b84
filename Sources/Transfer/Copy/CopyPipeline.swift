import Ledger
import OracleWire
import PostgresClient

/// Oracle's batches to PostgreSQL's COPY, in three tasks that overlap: fetch, transcode, send.
///
/// In flight are at most `batches` batches, bounded in bytes, and `arenas` arenas that are used again and again. Whoever
/// is slow slows the others down.
struct CopyPipeline: Sendable {
  /// COPY bytes after which an arena is sent.
  var flushThreshold = 384 * 1024
  /// Batches that wait between fetch and transcoder.
  var batches = 2
  /// Bytes of waiting batches; a single larger batch may wait alone.
  var batchBytes = 8 << 20
  var arenas = 2
  /// Slows the fetch down.
  var rateLimit: RateLimit?

  /// What went through.
  struct Sums: Sendable {
    var rowsRead = 0
    var bytes = 0
    var transcoder: Transcoder
  }

  /// An arena on its way between two tasks: the queues hand it over, so that only one task has it at a time.
  private final class Parcel: @unchecked Sendable {
    var arena: CopyArena

    init(capacity: Int) { arena = CopyArena(capacity: capacity) }
  }

  /// Sends all batches of a query; the session is in COPY mode before and after.
  ///
  /// - Throws: a `TransferError.Cause` in `Failure`, or `CancellationError`.
  func run<Batches: AsyncSequence & Sendable>(
    _ source: Batches, transcoder: Transcoder, session: PostgresSession,
    onProgress: @escaping @Sendable (_ rows: Int, _ bytes: Int) -> Void
  ) async throws -> Sums where Batches.Element == RowBatch {
    let waiting = BoundedQueue<RowBatch>(capacity: batches, maximumWeight: batchBytes)
    let full = BoundedQueue<Parcel>(capacity: arenas)
    let empty = BoundedQueue<Parcel>(capacity: arenas)
    for _ in 0..<arenas { try await empty.send(Parcel(capacity: flushThreshold + flushThreshold / 4)) }

    return try await withThrowingTaskGroup(of: Sums?.self) { group in
      group.addTask {
        try await fetch(source, into: waiting)
        return nil
      }
      group.addTask {
        try await transcode(waiting, by: transcoder, from: empty, to: full, onProgress: onProgress)
      }
      group.addTask {
        try await send(full, back: empty, session: session)
        return nil
      }
      var sums: Sums?
      do {
        while let result = try await group.next() { sums = result ?? sums }
      } catch {
        group.cancelAll()
        waiting.cancel()
        full.cancel()
        empty.cancel()
        throw error
      }
      guard let sums else { throw CancellationError() }
      return sums
    }
  }

  private func fetch<Batches: AsyncSequence & Sendable>(
    _ source: Batches, into waiting: BoundedQueue<RowBatch>
  ) async throws where Batches.Element == RowBatch {
    var batches = source.makeAsyncIterator()
    while true {
      guard let batch = try await batches.nextBatch(heldTo: rateLimit) else { break }
      try await waiting.send(
        batch, weight: batch.bytes.count + batch.cells.count * MemoryLayout<RowBatch.Cell>.stride)
    }
    waiting.finish()
  }

  private func transcode(
    _ waiting: BoundedQueue<RowBatch>, by transcoder: Transcoder, from empty: BoundedQueue<Parcel>,
    to full: BoundedQueue<Parcel>, onProgress: @Sendable (_ rows: Int, _ bytes: Int) -> Void
  ) async throws -> Sums {
    var sums = Sums(transcoder: transcoder)
    guard var parcel = try await empty.next() else { throw CancellationError() }
    parcel.arena.appendHeader()
    while let batch = try await waiting.next() {
      sums.rowsRead += batch.rowCount
      var row = 0
      while row < batch.rowCount {
        do {
          row = try sums.transcoder.transcode(batch, from: row, into: &parcel.arena, limit: flushThreshold)
        } catch {
          throw Failure(cause: .reject(error))
        }
        guard parcel.arena.count >= flushThreshold else { continue }
        sums.bytes += parcel.arena.count
        try await full.send(parcel)
        guard let next = try await empty.next() else { throw CancellationError() }
        parcel = next
      }
      onProgress(sums.transcoder.rowCount, sums.bytes + parcel.arena.count)
    }
    parcel.arena.appendTrailer()
    sums.bytes += parcel.arena.count
    try await full.send(parcel)
    full.finish()
    return sums
  }

  private func send(
    _ full: BoundedQueue<Parcel>, back empty: BoundedQueue<Parcel>, session: PostgresSession
  ) async throws {
    while let parcel = try await full.next() {
      do {
        try await session.sendCopyData(UnsafeRawBufferPointer(start: parcel.arena.start, count: parcel.arena.count))
      } catch is CancellationError {
        throw CancellationError()
      } catch {
        throw Failure(cause: .postgres(error))
      }
      Failpoint.copySending.pass()
      parcel.arena.removeAll()
      try await empty.send(parcel)
    }
  }

  /// Why a task of the pipeline gave up; the copy adds the table.
  struct Failure: Error {
    var cause: TransferError.Cause
  }
}

extension AsyncIteratorProtocol where Element == RowBatch {
  /// The next batch of a copy's source, not before the rate allows its bytes.
  ///
  /// - Throws: `CopyPipeline.Failure`, or `CancellationError`.
  mutating func nextBatch(heldTo rateLimit: RateLimit?) async throws -> RowBatch? {
    let batch: RowBatch?
    do {
      batch = try await next()
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw CopyPipeline.Failure(cause: .oracle(error))
    }
    if let batch { try await rateLimit?.take(batch.bytes.count) }
    return batch
  }
}
