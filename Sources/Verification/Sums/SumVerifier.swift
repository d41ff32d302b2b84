import Canonical
import Ledger
import Model
import PostgresClient

/// Compares tables in PostgreSQL with the sums that were made of Oracle's rows while they were copied.
///
/// Only PostgreSQL is read. What differs is not known by that: which rows, tells a comparison of both sides.
public struct SumVerifier: Sendable {
  /// What became of a table.
  public enum Outcome: Sendable, Hashable {
    case compared(TableComparison)
    /// There are no sums of all of its rows, or none that fit the table as it is now.
    case notSummed(reason: String)
  }

  private let target: PostgresSession
  private let digester: RowDigester

  /// Makes a verifier over a session that does nothing else meanwhile.
  ///
  /// - Parameter recorded: whose key the sums were made with.
  public init(target: PostgresSession, recorded: RecordedSums) {
    self.target = target
    digester = RowDigester(hashKey: recorded.hashKey)
  }

  /// Compares tables, one after the other, all within one snapshot of PostgreSQL.
  ///
  /// - Parameter onTable: is told of each table as soon as it is done.
  /// - Throws: `VerificationError` for a table that cannot be read, `PostgresError` when the session fails before the
  ///   first, `CancellationError`.
  public func verify(
    _ tables: [SummedTable], onTable: (SummedTable, Outcome) -> Void = { _, _ in }
  ) async throws -> [Outcome] {
    try await target.transaction("ISOLATION LEVEL REPEATABLE READ READ ONLY") { session in
      // A policy must fail the reading, not hide rows from it.
      _ = try await session.execute("SET LOCAL row_security TO off")
      var outcomes: [Outcome] = []
      for table in tables {
        try Task.checkCancellation()
        let outcome: Outcome
        do {
          outcome = try await compare(table)
        } catch let error as SummedLayout.Unreadable {
          outcome = .notSummed(reason: error.reason)
        } catch let error as CancellationError {
          throw error
        } catch {
          throw VerificationError(table: table.target, columns: [], underlying: error)
        }
        outcomes.append(outcome)
        onTable(table, outcome)
      }
      return outcomes
    }
  }

  private func compare(_ table: SummedTable) async throws -> Outcome {
    guard let parts = table.parts, let text = parts.first?.layout else {
      return .notSummed(reason: "no sums were made of all of its rows")
    }
    guard let layout = SummedLayout(json: text), parts.allSatisfy({ $0.layout == text }) else {
      return .notSummed(reason: "its sums are of another version, or its parts were copied in different ways")
    }
    var recorded = BucketSums(digester: digester, bucketCount: layout.bucketCount)
    guard parts.allSatisfy({ recorded.add(bytes: $0.buckets) }), recorded.rowCount == table.counts.rowsLoaded else {
      return .notSummed(reason: "its sums can't be read")
    }
    guard let found = try await TargetTable.read(table.target, from: target) else {
      return .compared(
        TableComparison(
          table: table.target, sourceRows: recorded.rowCount, targetRows: 0, equal: false, notes: [.missingInTarget],
          basis: .sums(scn: table.scn)))
    }
    let (values, form) = try layout.reading(of: found)
    let feed = CopyFeed(form: form, sink: BucketSums(digester: digester, bucketCount: layout.bucketCount))
    let rowCount = try await target.copyOut(TargetValue.copyStatement(values, of: table.target)) { try feed.take($0) }
    let sums = try feed.finish(rowCount: rowCount)
    var comparison = TableComparison(
      table: table.target, sourceRows: recorded.rowCount, targetRows: sums.rowCount,
      equal: recorded.buckets == sums.buckets, basis: .sums(scn: table.scn))
    let lost = parts.reduce(0) { $0 + $1.rowsWithLostDigits }
    if lost > 0 { comparison.notes.append(.lostDigits(rows: lost)) }
    return .compared(comparison)
  }
}
