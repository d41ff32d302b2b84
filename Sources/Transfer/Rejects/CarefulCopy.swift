import Ledger
import Model
import OracleWire
import PostgresClient

/// A copy in small steps that leaves out single rows: taken when a copy in one go met a row that cannot be carried over.
///
/// Rows that the transcoder refuses are known at once. The others go to the server in pieces, each in a subtransaction:
/// of a piece that it refuses, the row that it names is set aside; where it names none the piece is halved until one row
/// is left. Nothing is counted as loaded that the server did not count.
struct CarefulCopy: ~Copyable {
  /// What it came to.
  struct Sums: Sendable {
    var rowsRead = 0
    var rowsLoaded = 0
    var rowsRejected = 0
    var bytes = 0
  }

  /// COPY bytes of a piece.
  static let pieceSize = 384 * 1024
  /// Rejects that are written down in one go.
  private static let recordSize = 100
  /// The same in bytes of their rows.
  private static let recordBytes = 4 << 20

  let plan: CopyPlan
  let columns: [ColumnDescription]
  let session: PostgresSession
  let handling: BadValueHandling
  /// Takes what was left out, in the copy's transaction.
  let record: @Sendable ([LedgerReject]) async throws -> Void
  /// Told of each subtransaction that rows came in, within it.
  var noteLoad: (@Sendable () async throws -> Void)?
  private(set) var transcoder: Transcoder
  private(set) var sums = Sums()

  private var arena = CopyArena(capacity: pieceSize + pieceSize / 4)
  /// Where each row of the piece ends in the arena, and which row of the batch it is.
  private var rows: [(end: Int, batchRow: Int)] = []
  private var rejects: [LedgerReject] = []
  private var rejectBytes = 0
  /// Holds this copy and others to a rate.
  var rateLimit: RateLimit?

  /// - Parameter columns: as Oracle describes them, the address last.
  init(
    plan: CopyPlan, columns: [ColumnDescription], transcoder: Transcoder, session: PostgresSession,
    handling: BadValueHandling, record: @escaping @Sendable ([LedgerReject]) async throws -> Void
  ) {
    self.plan = plan
    self.columns = columns
    self.transcoder = transcoder
    self.session = session
    self.handling = handling
    self.record = record
  }

  /// Copies all batches, in the session's open transaction.
  ///
  /// - Throws: `CopyPipeline.Failure`, an error of the session, or `CancellationError`.
  mutating func run<Batches: AsyncSequence>(
    _ source: Batches, onProgress: @Sendable (_ rows: Int, _ bytes: Int) -> Void
  ) async throws where Batches.Element == SourceBatch {
    var batches = source.makeAsyncIterator()
    while let batch = try await batches.nextBatch(heldTo: rateLimit) {
      try await copy(batch, onProgress: onProgress)
      onProgress(sums.rowsLoaded, sums.bytes)
    }
    try await writeDownRejects()
  }

  private mutating func copy(
    _ batch: SourceBatch, onProgress: @Sendable (_ rows: Int, _ bytes: Int) -> Void
  ) async throws {
    guard !batch.lobs.isEmpty else { return try await copy(batch.rows) }
    sums.rowsRead += batch.rows.rowCount
    for row in 0..<batch.rows.rowCount {
      try await copyStreamed(row, of: batch) { [sums] in onProgress(sums.rowsLoaded, sums.bytes + $0) }
    }
  }

  private mutating func copy(_ batch: RowBatch) async throws {
    sums.rowsRead += batch.rowCount
    var row = 0
    while row < batch.rowCount {
      do throws(RejectError) {
        // One row at a time, so that each one's place in the arena is known.
        row = try transcoder.transcode(batch, from: row, into: &arena, limit: arena.count + 1)
        rows.append((arena.count, row - 1))
      } catch {
        guard handling.policy(of: error.column) != .abort else { throw CopyPipeline.Failure(cause: .reject(error)) }
        row = transcoder.faultyRow
        try await reject(row, of: batch, .value(error))
        row += 1
      }
      if arena.count >= Self.pieceSize { try await sendPiece(of: batch) }
    }
    try await sendPiece(of: batch)
  }

  // MARK: Pieces

  private mutating func sendPiece(of batch: RowBatch) async throws {
    var waiting = [rows.indices]
    while let part = waiting.popLast() {
      guard !part.isEmpty else { continue }
      guard let error = try await send(part) else {
        sums.rowsLoaded += part.count
        continue
      }
      guard handling.usual != .abort else { throw CopyPipeline.Failure(cause: .postgres(error)) }
      guard part.count > 1 else {
        let row = rows[part.lowerBound].batchRow
        transcoder.uncount(row, of: batch, scratch: &arena)
        try await reject(row, of: batch, .server(error))
        continue
      }
      waiting += Self.parts(of: part, refusedAt: error.copyRow)
    }
    rows.removeAll(keepingCapacity: true)
    arena.removeAll()
  }

  /// The parts that a refused one is sent in, the one that comes first last.
  static func parts(of part: Range<Int>, refusedAt line: Int?) -> [Range<Int>] {
    if let line, line >= 1, line <= part.count {
      let row = part.lowerBound + line - 1
      return [row + 1..<part.upperBound, row..<row + 1, part.lowerBound..<row]
    }
    let middle = part.lowerBound + part.count / 2
    return [middle..<part.upperBound, part.lowerBound..<middle]
  }

  /// Sends rows of the arena in a subtransaction of their own; the server's refusal, when rows are at fault.
  private mutating func send(_ part: Range<Int>) async throws -> PostgresError? {
    let start = part.lowerBound == 0 ? 0 : rows[part.lowerBound - 1].end
    let end = rows[part.upperBound - 1].end
    let bytes = arena.start + start
    return try await inSubtransaction(rowCount: part.count) { session in
      try await session.sendCopyData(UnsafeRawBufferPointer(start: bytes, count: end - start))
      return end - start
    }
  }

  /// Sends rows in a subtransaction of their own; the server's refusal, when rows are at fault.
  ///
  /// - Parameter send: sends the rows' bytes and tells how many.
  private mutating func inSubtransaction(
    rowCount: Int, _ send: (PostgresSession) async throws -> Int
  ) async throws -> PostgresError? {
    _ = try await session.execute("SAVEPOINT oraferry_piece")
    do {
      try await session.copyIn(plan.copyStatement)
      try await session.sendCopyData(CopyArena.header)
      let bytes = try await send(session)
      try await session.sendCopyData(CopyArena.trailer)
      let taken = try await session.endCopyIn()
      guard taken == rowCount else {
        throw CopyPipeline.Failure(cause: .count(read: rowCount, loaded: taken))
      }
      try await noteLoad?()
      _ = try await session.execute("RELEASE SAVEPOINT oraferry_piece")
      sums.bytes += bytes
      return nil
    } catch let error as PostgresError where error.isOfRow {
      _ = try await session.execute("ROLLBACK TO SAVEPOINT oraferry_piece")
      _ = try await session.execute("RELEASE SAVEPOINT oraferry_piece")
      return error
    }
  }

  // MARK: Rows with LOBs in pieces

  /// Copies a row whose LOBs are still with Oracle: it is a piece by itself.
  private mutating func copyStreamed(
    _ row: Int, of batch: SourceBatch, onProgress: @Sendable (_ bytes: Int) -> Void
  ) async throws {
    let before = transcoder
    let streamed: StreamedRow
    do {
      streamed = try await transcoder.stream(batch, row: row, rateLimit: rateLimit)
    } catch let error as RejectError {
      guard handling.policy(of: error.column) != .abort else { throw CopyPipeline.Failure(cause: .reject(error)) }
      return try await reject(row, of: batch.rows, .value(error), isWhole: false)
    }
    let error = try await inSubtransaction(rowCount: 1) { session in
      var bytes = 0
      for try await piece in streamed {
        try await session.sendCopyData(piece)
        bytes += piece.count
        onProgress(bytes)
      }
      return bytes
    }
    guard let error else {
      sums.rowsLoaded += 1
      return
    }
    guard handling.usual != .abort else { throw CopyPipeline.Failure(cause: .postgres(error)) }
    transcoder.uncount(to: before)
    try await reject(row, of: batch.rows, .server(error), isWhole: false)
  }

  // MARK: Rejects

  /// - Parameter isWhole: whether all of the row's values are in the batch.
  private mutating func reject(
    _ row: Int, of batch: RowBatch, _ reason: TransferError.RejectReasonOfRow, isWhole: Bool = true
  ) async throws {
    guard handling.budget.take() else {
      throw CopyPipeline.Failure(cause: .tooManyRejects(limit: handling.budget.limit ?? 0, reason))
    }
    sums.rowsRejected += 1
    rejects.append(LedgerReject(row, of: batch, columns: columns, plan: plan, reason, isWhole: isWhole))
    rejectBytes += rejects.last?.bytes.count ?? 0
    if rejects.count >= Self.recordSize || rejectBytes >= Self.recordBytes { try await writeDownRejects() }
  }

  private mutating func writeDownRejects() async throws {
    guard !rejects.isEmpty else { return }
    try await record(rejects)
    rejects.removeAll(keepingCapacity: true)
    rejectBytes = 0
  }
}
