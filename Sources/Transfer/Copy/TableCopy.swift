import Ledger
import Model
import OracleClient
import OracleWire
import PostgresClient

/// The copy of one table, exactly once: its rows and its ledger record commit in one PostgreSQL transaction.
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
    self.createStatements = createStatements
    self.options = options
  }

  /// Reads the table from Oracle and writes it to PostgreSQL.
  ///
  /// - Parameters:
  ///   - session: without an open transaction; no other task uses it meanwhile.
  ///   - onProgress: called after each batch, on no particular thread.
  /// - Throws: `TransferError` or `CancellationError`; the transaction is rolled back then.
  public func run(
    from oracle: OracleConnection, to session: PostgresSession, for run: LedgerRun,
    onProgress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws -> Outcome {
    try await self.run(
      to: session, for: run,
      source: {
        let rows = try await oracle.query(plan.selectStatement, fetchSize: options.fetchSize)
        return (rows.columns, rows)
      }, onProgress: onProgress)
  }

  /// Writes batches from any source to PostgreSQL.
  ///
  /// - Parameter source: opens the query: its columns and its batches.
  public func run<Batches: AsyncSequence & Sendable>(
    to session: PostgresSession, for run: LedgerRun,
    source: @Sendable () async throws -> ([ColumnDescription], Batches),
    onProgress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws -> Outcome where Batches.Element == RowBatch {
    do {
      try await session.begin()
    } catch {
      throw described(error)
    }
    do {
      let outcome = try await copy(to: session, for: run, source: source, onProgress: onProgress)
      switch outcome {
      case .copied: try await session.commit()
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
  ) async throws -> Outcome where Batches.Element == RowBatch {
    let target = plan.mapping.target
    guard try await Ledger.claim(plan.mapping, for: run, on: session) else { return .alreadyCopied }
    for statement in createStatements { _ = try await session.execute(statement) }

    let columns: [ColumnDescription]
    let batches: Batches
    do {
      (columns, batches) = try await source()
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw CopyPipeline.Failure(cause: .oracle(error))
    }
    var transcoder = try plan.transcoder(
      for: columns, serverVersion: session.serverVersion, fractionPolicy: options.fractionPolicy)
    transcoder.isTextConverted = options.isTextConverted
    #if DEBUG
      transcoder.plantedFault = plantedFault
    #endif

    try await session.copyIn(plan.copyStatement)
    let pipeline = CopyPipeline(flushThreshold: max(1, options.flushThreshold))
    let sums = try await pipeline.run(batches, transcoder: transcoder, session: session) { rows, bytes in
      onProgress(Progress(target: target, rows: rows, bytes: bytes))
    }
    let loaded = try await session.endCopyIn()
    guard sums.rowsRead == loaded, sums.transcoder.rowCount == loaded else {
      throw CopyPipeline.Failure(cause: .count(read: sums.rowsRead, loaded: loaded))
    }
    let counts = CopyCounts(rowsRead: sums.rowsRead, rowsLoaded: loaded, bytes: sums.bytes)
    let findings = sums.transcoder.findings
    try await Ledger.record(counts, findings: findings, of: target, for: run, on: session)
    return .copied(counts, findings: findings)
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
