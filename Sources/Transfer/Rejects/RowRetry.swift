import Ledger
import Model
import OracleClient
import OracleWire
import PostgresClient
import Synchronization

/// The copy of one row that was left out: row and record in one transaction.
public struct RowRetry: Sendable {
  /// What became of the row.
  public enum Outcome: Sendable, Hashable {
    /// With what of it was not carried over exactly.
    case loaded([Finding])
    /// Another session has loaded it meanwhile.
    case settled
    /// It still cannot be carried over; with the reason of now.
    case leftOut(OpenReject)
    /// Oracle has no row at its address.
    case gone
    /// Oracle no longer has the SCN.
    case snapshotGone
  }

  private let mapping: TableMapping
  private let reject: OpenReject
  private let run: LedgerRun
  private let handling: BadValueHandling
  /// Whether the table is somebody else's.
  public var isExisting = false
  /// Whether the server converts text to UTF-8.
  public var isTextConverted = false

  /// - Parameter handling: the policies of now.
  public init(mapping: TableMapping, reject: OpenReject, run: LedgerRun, handling: BadValueHandling) {
    self.mapping = mapping
    self.reject = reject
    self.run = run
    self.handling = handling
  }

  /// Reads the row and writes it.
  ///
  /// - Parameter scn: at which it is read; nil for now.
  /// - Throws: `TransferError`, `LedgerError`, or errors of the connections; nothing is changed then.
  public func run(
    scn: UInt64?, from oracle: OracleConnection, to session: PostgresSession
  ) async throws -> Outcome {
    let plan = try CopyPlan(mapping: mapping, scn: scn, address: reject.address, readsAddresses: true)
    do {
      return try await session.transaction { session in
        guard try await Ledger.claim(reject, on: session) else { return .settled }
        return try await copy(by: plan, scn: scn, from: oracle, to: session)
      }
    } catch let failure as CopyPipeline.Failure {
      let error = TransferError(TransferError.Context(mapping), failure.cause)
      // A large LOB is read last: the row may be there still, and its LOB's old version overwritten.
      if scn != nil, error.isSnapshotGone { return .snapshotGone }
      throw error
    }
  }

  private func copy(
    by plan: CopyPlan, scn: UInt64?, from oracle: OracleConnection, to session: PostgresSession
  ) async throws -> Outcome {
    let rows: LaneRows
    var batch: SourceBatch?
    do {
      rows = try await LOBLanes(plan: plan).open(on: oracle, fetchSize: nil)
      // One address is of one row at the most.
      var parts = rows.makeAsyncIterator()
      while let part = try await parts.nextBatch(heldTo: nil) {
        if part.rows.rowCount > 0 { batch = part }
      }
    } catch let error as OracleError where TransferError.isSnapshotGone(error) {
      return .snapshotGone
    }
    guard let batch else { return .gone }
    if scn == nil {
      // Another row may have taken the place meanwhile: the key tells.
      guard !reject.key.isEmpty else {
        var unknown = reject
        unknown.detail +=
          "; without a primary key nobody can tell whether the row of now is the same, so that it is not taken"
        return .leftOut(unknown)
      }
      let now = LedgerReject.key(of: 0, in: batch.rows, columns: rows.columns, plan: plan)
      guard now == reject.key else { return .gone }
    }
    var transcoder = try plan.transcoder(for: rows.columns, serverVersion: session.serverVersion)
    // What cannot be carried over is left out as it is, whatever the policy was then.
    var handling = self.handling
    handling.usual = handling.usual == .abort ? .reject : handling.usual
    handling.byColumn = handling.byColumn.mapValues { $0 == .abort ? .reject : $0 }
    transcoder.isTextConverted = isTextConverted
    transcoder.policies = transcoder.columns.map { [handling] in handling.policy(of: $0) }
    let refused = Mutex<LedgerReject?>(nil)
    var copy = CarefulCopy(
      plan: plan, columns: rows.columns, transcoder: transcoder, session: session, handling: handling
    ) { rejects in refused.withLock { $0 = rejects.first } }
    if isExisting {
      copy.noteLoad = { [run, mapping] in try await Ledger.noteLoad(into: mapping.target, for: run, on: session) }
    }
    let batches = AsyncStream<SourceBatch> { stream in
      stream.yield(batch)
      stream.finish()
    }
    try await copy.run(batches) { _, _ in }
    if let reason = refused.withLock({ $0 }) {
      // As it was at the SCN it was refused before: the reason of now is the one to mend.
      if scn == nil { try await Ledger.record(reason, again: reject, on: session) }
      var now = reject
      (now.column, now.reason, now.detail, now.sqlState) = (
        reason.column, reason.reason, reason.detail, reason.sqlState
      )
      return .leftOut(now)
    }
    guard copy.sums.rowsLoaded == 1 else { return .gone }
    let findings = copy.transcoder.findings
    try await Ledger.recordLoaded(
      reject, scn: scn, bytes: copy.sums.bytes, findings: findings, for: run, on: session)
    return .loaded(findings)
  }
}
