import Conversion
import Ledger
import Model
import OracleClient
import OracleWire
import PostgresClient
import Synchronization
import Transfer

/// A session on either side, used by one worker.
struct SessionPair: Sendable {
  var oracle: OracleConnection
  var postgres: PostgresSession

  func close() async {
    await oracle.close()
    await postgres.close()
  }
}

/// Copies tables and chunks of tables, each worker over its own sessions, in the order of the jobs.
struct RowCopying: Sendable {
  let run: LedgerRun
  /// The SCNs of tables that are not read at the run's.
  var snapshots: [QualifiedName: UInt64] = [:]
  /// What becomes of values that PostgreSQL cannot hold.
  var badValues = BadValueRules()
  let budget: RejectBudget
  var rateLimit: RateLimit?
  /// Sums up the rows of tables that are the run's own; nil for none.
  let witness: WitnessMaker?
  let onEvent: @Sendable (MigrationEvent) -> Void

  /// What a worker does in one go.
  enum Job: Sendable {
    /// All of a table, made and filled in one transaction.
    case table(TablePlan)
    /// A part of a table that is there.
    case chunk(TablePlan, LedgerChunk)
    /// The rows of a table that is copied in chunks are counted in Oracle, to be compared with the chunks' sum: early,
    /// since behind the last chunk Oracle may no longer have the snapshot.
    case count(TablePlan)
    /// All chunks are copied, and the run ended before that was recorded.
    case finish(TablePlan)

    /// Rows by Oracle's statistics, of a chunk its share.
    var rowEstimate: Int? {
      switch self {
      case .table(let table): table.mapping.rowEstimate
      case .chunk(let table, let chunk): table.mapping.rowEstimate.map { $0 / max(1, chunk.siblings) }
      case .count, .finish: 0
      }
    }

    var table: TablePlan {
      switch self {
      case .table(let table), .chunk(let table, _), .count(let table), .finish(let table): table
      }
    }
  }

  /// A table that was copied.
  struct Copied: Sendable {
    var counts: CopyCounts
    var findings: [Finding]
  }

  /// How far the tables are that are being copied.
  private struct Progress {
    var start: ContinuousClock.Instant?
    var openJobs = 0
    /// Rows and bytes of chunks, finished or under way, by chunk, and their sums.
    var parts: [Int: (rows: Int, bytes: Int)] = [:]
    var rows = 0
    var bytes = 0

    mutating func note(part: Int, rows: Int, bytes: Int) {
      let before = parts.updateValue((rows, bytes), forKey: part) ?? (0, 0)
      self.rows += rows - before.rows
      self.bytes += bytes - before.bytes
    }
  }

  private final class Board: Sendable {
    struct State {
      var jobs: [Job]
      var progress: [QualifiedName: Progress] = [:]
      var copied: [QualifiedName: Copied] = [:]
    }

    let state: Mutex<State>

    init(_ jobs: [Job], done: [LedgerChunk]) {
      var state = State(jobs: jobs.reversed())
      for job in jobs { state.progress[job.table.mapping.target, default: Progress()].openJobs += 1 }
      for chunk in done {
        state.progress[chunk.target, default: Progress()]
          .note(part: chunk.number, rows: chunk.counts.rowsLoaded, bytes: chunk.counts.bytes)
      }
      self.state = Mutex(state)
    }

    /// The next job; whether it is the first of its table.
    func next() -> (job: Job, isFirst: Bool)? {
      state.withLock { state in
        guard let job = state.jobs.popLast() else { return nil }
        let target = job.table.mapping.target
        let isFirst = state.progress[target]?.start == nil
        if isFirst { state.progress[target]?.start = .now }
        return (job, isFirst)
      }
    }

    /// Notes how far a part is; the sums of its table.
    func note(_ target: QualifiedName, part: Int, rows: Int, bytes: Int) -> (rows: Int, bytes: Int) {
      state.withLock { state in
        state.progress[target, default: Progress()].note(part: part, rows: rows, bytes: bytes)
        let progress = state.progress[target] ?? Progress()
        return (progress.rows, progress.bytes)
      }
    }

    /// Whether that was the last job of its table.
    func finishJob(_ target: QualifiedName) -> Bool {
      state.withLock { state in
        state.progress[target]?.openJobs -= 1
        return state.progress[target]?.openJobs == 0
      }
    }

    /// Seconds since the table was begun.
    func record(_ copied: Copied, of target: QualifiedName) -> Double {
      state.withLock { state in
        state.copied[target] = copied
        let elapsed = ContinuousClock.now - (state.progress[target]?.start ?? .now)
        return elapsed.inSeconds
      }
    }
  }

  /// Does all jobs.
  ///
  /// - Parameters:
  ///   - done: chunks that earlier starts have copied, of tables among the jobs.
  ///   - pairs: one for each worker.
  /// - Returns: the tables that are copied now.
  /// - Throws: the first worker's error; the others' transactions are rolled back.
  func run(_ jobs: [Job], done: [LedgerChunk], over pairs: [SessionPair]) async throws -> [QualifiedName: Copied] {
    let board = Board(jobs, done: done)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (worker, pair) in pairs.enumerated() {
        group.addTask {
          while let (job, isFirst) = board.next() {
            try Task.checkCancellation()
            if isFirst { onEvent(.tableStarted(job.table.mapping.target)) }
            try await perform(job, over: pair, worker: worker, board)
          }
        }
      }
      // The first error ends the others, too: what they have committed stays.
      for try await _ in group {}
    }
    return board.state.withLock { $0.copied }
  }

  private func scn(of target: QualifiedName) -> UInt64 { snapshots[target] ?? run.scn }

  private func perform(_ job: Job, over pair: SessionPair, worker: Int, _ board: Board) async throws {
    let mapping = job.table.mapping
    var options = TableCopy.Options()
    options.isTextConverted = pair.oracle.characterSet != CharacterSet.utf8
    options.rateLimit = rateLimit
    options.badValues = badValues.handling(of: mapping, budget)
    options.isExisting = job.table.isExisting
    // An existing table may have other rows as well, and triggers that change ours.
    options.witness = job.table.isExisting ? nil : witness
    switch job {
    case .table(let table):
      let copy = try TableCopy(
        mapping, scn: scn(of: mapping.target), createStatements: table.statements.map(\.sql), options: options)
      let outcome = try await self.run(copy, chunk: nil, over: pair, worker: worker, board)
      if case .copied(let counts, let findings) = outcome {
        finished(Copied(counts: counts, findings: findings), of: mapping.target, board)
      }
    case .chunk(_, let chunk):
      let copy = try TableCopy(mapping, chunk: chunk, scn: scn(of: mapping.target), options: options)
      do {
        _ = try await self.run(copy, chunk: chunk.number, over: pair, worker: worker, board)
      } catch let error as TransferError {
        // For `status` alone: where the session is lost, there is nothing to note it with.
        try? await Ledger.noteFailure(error.description, of: chunk, for: run, on: pair.postgres)
        throw error
      }
      if board.finishJob(mapping.target) { try await finish(job.table, over: pair, board) }
    case .count(let table):
      if try await Ledger.rowsExpected(of: mapping.target, for: run, on: pair.postgres) == nil {
        let count = try await count(table, over: pair)
        try await Ledger.note(rowsExpected: count, of: mapping.target, for: run, on: pair.postgres)
      }
      if board.finishJob(mapping.target) { try await finish(table, over: pair, board) }
    case .finish(let table): try await finish(table, over: pair, board)
    }
  }

  private func run(
    _ copy: TableCopy, chunk: Int?, over pair: SessionPair, worker: Int, _ board: Board
  ) async throws -> TableCopy.Outcome {
    let begun = ContinuousClock.now
    onEvent(.pieceStarted(copy.plan.mapping.target, chunk: chunk, worker: worker))
    let outcome = try await copy.run(from: pair.oracle, to: pair.postgres, for: run) { [onEvent] progress in
      let sums = board.note(progress.target, part: chunk ?? 0, rows: progress.rows, bytes: progress.bytes)
      onEvent(.tableProgress(progress.target, rows: sums.rows, bytes: sums.bytes))
    }
    if case .copied(let counts, _) = outcome {
      let elapsed = ContinuousClock.now - begun
      onEvent(
        .pieceCopied(
          CopiedPiece(
            table: copy.plan.mapping.target, chunk: chunk, worker: worker, rows: counts.rowsLoaded,
            rejected: counts.rowsRejected, seconds: elapsed.inSeconds)))
    }
    return outcome
  }

  /// Compares the chunks' sum with what Oracle counts, and records the table as copied.
  private func finish(_ table: TablePlan, over pair: SessionPair, _ board: Board) async throws {
    let target = table.mapping.target
    let noted = try await Ledger.rowsExpected(of: target, for: run, on: pair.postgres)
    let count = if let noted { noted } else { try await count(table, over: pair) }
    if let (counts, findings) = try await Ledger.finish(target, rowsExpected: count, for: run, on: pair.postgres) {
      Failpoint.tableFinished.pass()
      finished(Copied(counts: counts, findings: findings), of: target, board)
    }
  }

  private func count(_ table: TablePlan, over pair: SessionPair) async throws -> Int {
    let count = try await TableCopy.count(
      table.mapping, scn: scn(of: table.mapping.target), on: pair.oracle)
    Failpoint.tableCounted.pass()
    return count
  }

  private func finished(_ copied: Copied, of target: QualifiedName, _ board: Board) {
    let seconds = board.record(copied, of: target)
    let result = MigrationReport.TableResult(
      target: target, rows: copied.counts.rowsLoaded, rejected: copied.counts.rowsRejected, bytes: copied.counts.bytes,
      isNew: true, scn: scn(of: target))
    onEvent(.tableCopied(result, seconds: seconds))
  }
}
