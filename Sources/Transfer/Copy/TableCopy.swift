import Ledger
import Model
import OracleClient
import OracleWire
import PostgresClient

/// The copy of one table, or of one of its chunks, exactly once: the rows and their ledger record commit in one PostgreSQL
/// transaction.
public struct TableCopy: Sendable {
  /// How a copy is done.
  public struct Options: Sendable {
    /// What becomes of digits of a second that the PostgreSQL column cannot hold.
    public var fractionPolicy = FractionPolicy.round
    /// Whether the server converts text to UTF-8 because the database has another character set.
    public var isTextConverted = false
    /// COPY bytes that are sent to PostgreSQL at once.
    public var flushThreshold = 384 * 1024
    /// Rows of an Oracle round trip; nil leaves it to the client.
    public var fetchSize: Int?
    /// Holds this copy and others to a rate; nil for as fast as can be.
    public var rateLimit: RateLimit?
    /// What becomes of values that PostgreSQL cannot hold.
    public var badValues = BadValueHandling.abort
    /// Characters or bytes of a LOB above which its row is fetched by itself.
    public var largeLOB = LOBLanes.usualLimit
    /// Characters and bytes of all LOBs of a row above which they are read and written in pieces.
    public var streamedLOBs = LOBLanes.usualBudget
    /// Whether the table is somebody else's: the ledger is told of each subtransaction that rows come in.
    public var isExisting = false
    /// Makes the one who sees the rows beside the transcoder; nil for nobody.
    ///
    /// A copy that leaves rows out, or mends values, has none.
    public var witness: WitnessMaker?

    /// The usual way.
    public init() {}
  }

  /// How far a copy is.
  public struct Progress: Sendable, Hashable {
    /// The PostgreSQL table.
    public var target: QualifiedName
    /// Rows transcoded so far.
    public var rows: Int
    /// Bytes of the COPY stream.
    public var bytes: Int
  }

  /// How a copy ended.
  public enum Outcome: Sendable, Hashable {
    /// The rows are committed; the findings say what was not carried over exactly.
    case copied(CopyCounts, findings: [Finding])
    /// An earlier run, or another worker, had copied the table; nothing was done.
    case alreadyCopied
  }

  /// The query, the COPY and the mapping.
  public let plan: CopyPlan
  /// How the copy is done.
  public let options: Options
  /// Run before the COPY, in its transaction.
  public let createStatements: [String]
  /// The part of the table; nil for all of it.
  public let chunk: LedgerChunk?
  /// The same query with the rows' addresses, for a copy that leaves out rows.
  private let carefulPlan: CopyPlan
  #if DEBUG
    /// A fault that tests plant to see verification find it.
    public var plantedFault: PlantedFault?
  #endif

  /// Plans the copy of a table.
  ///
  /// - Parameters:
  ///   - scn: the SCN that the table is read at; nil reads what is committed when the query starts.
  ///   - createStatements: CREATE TABLE, and what else must be done in the copy's transaction before it.
  public init(
    _ mapping: TableMapping, scn: UInt64?, createStatements: [String] = [], options: Options = Options()
  ) throws(TransferError) {
    plan = try CopyPlan(mapping: mapping, scn: scn)
    carefulPlan = try CopyPlan(mapping: mapping, scn: scn, readsAddresses: true)
    self.createStatements = createStatements
    self.options = options
    chunk = nil
  }

  /// Plans the copy of a chunk of a table that is there.
  public init(
    _ mapping: TableMapping, chunk: LedgerChunk, scn: UInt64?, options: Options = Options()
  ) throws(TransferError) {
    plan = try CopyPlan(mapping: mapping, scn: scn, range: chunk.range)
    carefulPlan = try CopyPlan(mapping: mapping, scn: scn, range: chunk.range, readsAddresses: true)
    createStatements = []
    self.options = options
    self.chunk = chunk
  }

  /// How many rows Oracle has in a table at an SCN.
  public static func count(
    _ mapping: TableMapping, scn: UInt64, on oracle: OracleConnection
  ) async throws(TransferError) -> Int {
    let context = TransferError.Context(mapping)
    do {
      let rows = try await oracle.rows("SELECT COUNT(*) FROM \(try mapping.carriedRows(scn: scn))")
      guard case .number(let number)? = rows.first?.first, let count = Int(number.description) else {
        throw TransferError(context, .plan("Oracle's count of its rows is no number"))
      }
      return count
    } catch let error as TransferError {
      throw error
    } catch {
      throw TransferError(context, .oracle(error))
    }
  }

  /// Reads the table from Oracle and writes it to PostgreSQL.
  ///
  /// A copy that meets a row that cannot be carried over is rolled back, and done again in a way that leaves such rows
  /// out, where the policies of `options` allow it.
  ///
  /// - Parameters:
  ///   - session: without an open transaction; no other task uses it meanwhile.
  ///   - onProgress: called after each batch, on no particular thread.
  /// - Throws: `TransferError` or `CancellationError`; the transaction is rolled back then.
  public func run(
    from oracle: OracleConnection, to session: PostgresSession, for run: LedgerRun,
    onProgress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws -> Outcome {
    do {
      return try await self.run(
        to: session, for: run, lanes: { try await open(plan, on: oracle) }, onProgress: onProgress)
    } catch let error as TransferError where options.badValues.allowsRejects(after: error) {
      return try await transaction(to: session) {
        try await copyCarefully(
          to: session, for: run, source: { try await open(carefulPlan, on: oracle) }, onProgress: onProgress)
      }
    }
  }

  private func open(_ plan: CopyPlan, on oracle: OracleConnection) async throws -> ([ColumnDescription], LaneRows) {
    let lanes = LOBLanes(plan: plan, limit: options.largeLOB, budget: options.streamedLOBs)
    let rows = try await lanes.open(on: oracle, fetchSize: options.fetchSize)
    return (rows.columns, rows)
  }

  /// Writes batches from any source to PostgreSQL.
  ///
  /// - Parameter source: opens the query: its columns and its batches.
  public func run<Batches: AsyncSequence & Sendable>(
    to session: PostgresSession, for run: LedgerRun,
    source: @Sendable () async throws -> ([ColumnDescription], Batches),
    onProgress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws -> Outcome where Batches.Element == RowBatch {
    try await self.run(
      to: session, for: run,
      lanes: {
        let (columns, batches) = try await source()
        return (columns, batches.map { SourceBatch($0) })
      }, onProgress: onProgress)
  }

  /// Writes batches, some of whose LOBs may still be with Oracle.
  func run<Batches: AsyncSequence & Sendable>(
    to session: PostgresSession, for run: LedgerRun,
    lanes: @Sendable () async throws -> ([ColumnDescription], Batches),
    onProgress: @escaping @Sendable (Progress) -> Void
  ) async throws -> Outcome where Batches.Element == SourceBatch {
    try await transaction(to: session) {
      try await copy(to: session, for: run, source: lanes, onProgress: onProgress)
    }
  }

  private func transaction(
    to session: PostgresSession, _ body: () async throws -> Outcome
  ) async throws -> Outcome {
    do {
      try await session.begin()
    } catch {
      throw described(error)
    }
    do {
      let outcome = try await body()
      switch outcome {
      case .copied:
        try await session.commit()
        Failpoint.copyCommitted.pass()
      case .alreadyCopied: try await session.rollback()
      }
      return outcome
    } catch {
      // A session that is lost cannot roll back, and need not.
      try? await session.rollback()
      throw described(error)
    }
  }

  private func copy<Batches: AsyncSequence & Sendable>(
    to session: PostgresSession, for run: LedgerRun,
    source: @Sendable () async throws -> ([ColumnDescription], Batches),
    onProgress: @escaping @Sendable (Progress) -> Void
  ) async throws -> Outcome where Batches.Element == SourceBatch {
    let target = plan.mapping.target
    guard let (columns, batches) = try await begin(to: session, for: run, source: source) else { return .alreadyCopied }
    let transcoder = try transcoder(of: plan, for: columns, session)
    Failpoint.copyDescribed.pass()
    let witness = try await options.witness?(plan.mapping, columns, session)
    try await session.copyIn(plan.copyStatement)
    let pipeline = CopyPipeline(flushThreshold: max(1, options.flushThreshold), rateLimit: options.rateLimit)
    let sums = try await pipeline.run(batches, transcoder: transcoder, witness: witness, session: session) {
      rows, bytes in
      onProgress(Progress(target: target, rows: rows, bytes: bytes))
    }
    let loaded = try await session.endCopyIn()
    Failpoint.copySent.pass()
    guard sums.rowsRead == loaded, sums.transcoder.rowCount == loaded else {
      throw CopyPipeline.Failure(cause: .count(read: sums.rowsRead, loaded: loaded))
    }
    let counts = CopyCounts(rowsRead: sums.rowsRead, rowsLoaded: loaded, bytes: sums.bytes)
    // Values that were mended are no longer those that the witness saw.
    let witnessed = sums.transcoder.repairs.allSatisfy { $0 == 0 } ? sums.witnessed : nil
    return try await finish(counts, sums.transcoder.findings, witnessed, for: run, on: session)
  }

  private func copyCarefully<Batches: AsyncSequence & Sendable>(
    to session: PostgresSession, for run: LedgerRun,
    source: @Sendable () async throws -> ([ColumnDescription], Batches),
    onProgress: @escaping @Sendable (Progress) -> Void
  ) async throws -> Outcome where Batches.Element == SourceBatch {
    let target = plan.mapping.target
    guard let (columns, batches) = try await begin(to: session, for: run, source: source) else { return .alreadyCopied }
    var copy = CarefulCopy(
      plan: carefulPlan, columns: columns, transcoder: try transcoder(of: carefulPlan, for: columns, session),
      session: session, handling: options.badValues
    ) { [chunk] rejects in
      try await Ledger.record(rejects, of: target, chunk: chunk?.number, for: run, on: session)
    }
    copy.rateLimit = options.rateLimit
    if options.isExisting { copy.noteLoad = { try await Ledger.noteLoad(into: target, for: run, on: session) } }
    do {
      try await copy.run(batches) { rows, bytes in onProgress(Progress(target: target, rows: rows, bytes: bytes)) }
      let sums = copy.sums
      guard sums.rowsRead == sums.rowsLoaded + sums.rowsRejected else {
        throw CopyPipeline.Failure(
          cause: .count(read: sums.rowsRead - sums.rowsRejected, loaded: sums.rowsLoaded))
      }
      let counts = CopyCounts(
        rowsRead: sums.rowsRead, rowsLoaded: sums.rowsLoaded, rowsRejected: sums.rowsRejected, bytes: sums.bytes)
      return try await finish(counts, copy.transcoder.findings, nil, for: run, on: session)
    } catch {
      options.badValues.budget.giveBack(copy.sums.rowsRejected)
      throw error
    }
  }

  /// The transaction's first statements, and the query; nil when the rows are copied already.
  private func begin<Batches>(
    to session: PostgresSession, for run: LedgerRun,
    source: @Sendable () async throws -> ([ColumnDescription], Batches)
  ) async throws -> ([ColumnDescription], Batches)? {
    Failpoint.copyBegun.pass()
    guard try await claim(for: run, on: session) else { return nil }
    Failpoint.copyClaimed.pass()
    for statement in createStatements { _ = try await session.execute(statement) }
    do {
      return try await source()
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw CopyPipeline.Failure(cause: .oracle(error))
    }
  }

  private func transcoder(
    of plan: CopyPlan, for columns: [ColumnDescription], _ session: PostgresSession
  ) throws -> Transcoder {
    var transcoder = try plan.transcoder(
      for: columns, serverVersion: session.serverVersion, fractionPolicy: options.fractionPolicy)
    transcoder.isTextConverted = options.isTextConverted
    transcoder.policies = transcoder.columns.map { options.badValues.policy(of: $0) }
    #if DEBUG
      transcoder.plantedFault = plantedFault
    #endif
    return transcoder
  }

  private func finish(
    _ counts: CopyCounts, _ findings: [Finding], _ sums: LedgerSums?, for run: LedgerRun, on session: PostgresSession
  ) async throws -> Outcome {
    if let chunk {
      try await Ledger.record(counts, findings: findings, sums: sums, of: chunk, for: run, on: session)
    } else {
      try await Ledger.record(counts, findings: findings, sums: sums, of: plan.mapping.target, for: run, on: session)
    }
    Failpoint.copyRecorded.pass()
    return .copied(counts, findings: findings)
  }

  private func claim(for run: LedgerRun, on session: PostgresSession) async throws -> Bool {
    if let chunk { return try await Ledger.claim(chunk, for: run, on: session) }
    return try await Ledger.claim(plan.mapping, for: run, on: session)
  }

  /// The error with its table, or `CancellationError` when this task was cancelled.
  private func described(_ error: any Error) -> any Error {
    if Task.isCancelled { return CancellationError() }
    let context = TransferError.Context(plan.mapping)
    switch error {
    case let error as TransferError: return error
    case let error as CopyPipeline.Failure: return TransferError(context, error.cause)
    case let error as LedgerError: return TransferError(context, .ledger(error))
    case let error as OracleError: return TransferError(context, .oracle(error))
    case is CancellationError: return error
    default: return TransferError(context, .postgres(error))
    }
  }
}
