import Ledger
import PostgresClient

/// Oracle's batches to PostgreSQL's COPY, in three tasks that overlap: fetch, transcode, send; a witness of the rows is a
/// fourth.
///
/// In flight are at most `batches` batches, bounded in bytes, and `arenas` arenas that are used again and again. Whoever
/// is slow slows the others down. LOBs that did not come with their rows are read by the transcoding task, a few pieces at
/// a time.
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
    /// What the witness made of the rows; nil without one, or where it could not follow.
    var witnessed: LedgerSums?
  }

  /// What a task of the pipeline ends with.
  private enum Part: Sendable {
    case none
    case copied(Sums)
    case witnessed(LedgerSums?)
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
    _ source: Batches, transcoder: Transcoder, witness: (any RowWitness)? = nil, session: PostgresSession,
    onProgress: @escaping @Sendable (_ rows: Int, _ bytes: Int) -> Void
  ) async throws -> Sums where Batches.Element == SourceBatch {
    let waiting = BoundedQueue<SourceBatch>(capacity: batches, maximumWeight: batchBytes)
    // The same batches, not copied.
    let witnessing = witness.map { _ in BoundedQueue<SourceBatch>(capacity: batches, maximumWeight: batchBytes) }
    let full = BoundedQueue<Parcel>(capacity: arenas)
    let empty = BoundedQueue<Parcel>(capacity: arenas)
    for _ in 0..<arenas { try await empty.send(Parcel(capacity: flushThreshold + flushThreshold / 4)) }

    return try await withThrowingTaskGroup(of: Part.self) { group in
      group.addTask {
        try await fetch(source, into: waiting, witnessing)
        return .none
      }
      group.addTask {
        .copied(try await transcode(waiting, by: transcoder, from: empty, to: full, onProgress: onProgress))
      }
      group.addTask {
        try await send(full, back: empty, session: session)
        return .none
      }
      if let witness, let witnessing {
        group.addTask { .witnessed(try await Self.watch(witnessing, by: witness)) }
      }
      var sums: Sums?
      var witnessed: LedgerSums?
      do {
        while let part = try await group.next() {
          switch part {
          case .copied(let result): sums = result
          case .witnessed(let result): witnessed = result
          case .none: break
          }
        }
      } catch {
        group.cancelAll()
        waiting.cancel()
        witnessing?.cancel()
        full.cancel()
        empty.cancel()
        throw error
      }
      guard var sums else { throw CancellationError() }
      sums.witnessed = witnessed
      return sums
    }
  }

  private func fetch<Batches: AsyncSequence & Sendable>(
    _ source: Batches, into waiting: BoundedQueue<SourceBatch>, _ witnessing: BoundedQueue<SourceBatch>?
  ) async throws where Batches.Element == SourceBatch {
    var batches = source.makeAsyncIterator()
    while true {
      guard let batch = try await batches.nextBatch(heldTo: rateLimit) else { break }
      try await waiting.send(batch, weight: batch.weight)
      try await witnessing?.send(batch, weight: batch.weight)
    }
    waiting.finish()
    witnessing?.finish()
  }

  /// Shows all batches to the witness; rows whose LOBs are still with Oracle are none that it can follow.
  private static func watch(
    _ witnessing: BoundedQueue<SourceBatch>, by witness: any RowWitness
  ) async throws -> LedgerSums? {
    var witness = witness
    var canFollow = true
    while let batch = try await witnessing.next() {
      canFollow = canFollow && batch.lobs.isEmpty
      if canFollow { witness.see(batch.rows) }
    }
    return canFollow ? witness.sums : nil
  }

  /// The way of arenas from the transcoder to PostgreSQL and back.
  private struct Parcels {
    let empty: BoundedQueue<Parcel>
    let full: BoundedQueue<Parcel>
    private(set) var current: Parcel
    /// Bytes that were handed over.
    private(set) var sent = 0

    init(from empty: BoundedQueue<Parcel>, to full: BoundedQueue<Parcel>) async throws {
      guard let parcel = try await empty.next() else { throw CancellationError() }
      (self.empty, self.full, current) = (empty, full, parcel)
    }

    /// Bytes that were handed over and those that wait.
    var bytes: Int { sent + current.arena.count }

    /// Hands the current arena over and takes the next.
    mutating func pass() async throws {
      sent += current.arena.count
      try await full.send(current)
      guard let next = try await empty.next() else { throw CancellationError() }
      current = next
    }

    /// Hands the last arena over.
    mutating func finish() async throws {
      sent += current.arena.count
      try await full.send(current)
      full.finish()
    }
  }

  private func transcode(
    _ waiting: BoundedQueue<SourceBatch>, by transcoder: Transcoder, from empty: BoundedQueue<Parcel>,
    to full: BoundedQueue<Parcel>, onProgress: @Sendable (_ rows: Int, _ bytes: Int) -> Void
  ) async throws -> Sums {
    var sums = Sums(transcoder: transcoder)
    var parcels = try await Parcels(from: empty, to: full)
    parcels.current.arena.appendHeader()
    while let batch = try await waiting.next() {
      sums.rowsRead += batch.rows.rowCount
      var row = 0
      while row < batch.rows.rowCount {
        if !batch.lobs.isEmpty {
          try await stream(batch, row: row, by: &sums.transcoder, to: &parcels, onProgress: onProgress)
          row += 1
        } else {
          do {
            row = try sums.transcoder.transcode(
              batch.rows, from: row, into: &parcels.current.arena, limit: flushThreshold)
          } catch {
            throw Failure(cause: .reject(error))
          }
        }
        guard parcels.current.arena.count >= flushThreshold else { continue }
        try await parcels.pass()
      }
      onProgress(sums.transcoder.rowCount, parcels.bytes)
    }
    parcels.current.arena.appendTrailer()
    try await parcels.finish()
    sums.bytes = parcels.sent
    return sums
  }

  /// Writes a row whose LOBs are still with Oracle.
  private func stream(
    _ batch: SourceBatch, row: Int, by transcoder: inout Transcoder, to parcels: inout Parcels,
    onProgress: @Sendable (_ rows: Int, _ bytes: Int) -> Void
  ) async throws {
    let rowsBefore = transcoder.rowCount
    let streamed: StreamedRow
    do {
      streamed = try await transcoder.stream(batch, row: row, rateLimit: rateLimit)
    } catch let error as RejectError {
      throw Failure(cause: .reject(error))
    }
    for try await piece in streamed {
      var rest = piece[...]
      while !rest.isEmpty {
        let part = rest.prefix(max(1, flushThreshold - parcels.current.arena.count))
        parcels.current.arena.append(part)
        rest = rest[part.endIndex...]
        guard parcels.current.arena.count >= flushThreshold else { continue }
        try await parcels.pass()
        onProgress(rowsBefore, parcels.bytes)
      }
    }
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

extension AsyncIteratorProtocol where Element == SourceBatch {
  /// The next batch of a copy's source, not before the rate allows its bytes.
  ///
  /// - Throws: `CopyPipeline.Failure`, or `CancellationError`.
  mutating func nextBatch(heldTo rateLimit: RateLimit?) async throws -> SourceBatch? {
    let batch: SourceBatch?
    do {
      batch = try await next()
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw CopyPipeline.Failure(cause: .oracle(error))
    }
    if let batch { try await rateLimit?.take(batch.rows.bytes.count) }
    return batch
  }
}
