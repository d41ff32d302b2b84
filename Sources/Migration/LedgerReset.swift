import Conversion
import Ledger
import Model
import PostgresClient

/// Takes back what migrations have made in a target schema: by the ledger's own records, so that nothing else goes.
public struct LedgerReset: Sendable {
  /// What was taken back.
  public struct Outcome: Sendable, Hashable {
    public var tables: [QualifiedName]
    public var runs: Int
    /// Tables that were there before, and from which loaded rows were deleted.
    public var emptied: [QualifiedName] = []
    /// What could not be put back as it was.
    public var findings: [Finding] = []
  }

  /// What became of one table.
  public enum TableOutcome: Sendable, Hashable {
    case dropped(QualifiedName)
    /// It was there before: the rows that were loaded are deleted.
    case emptied(QualifiedName)
  }

  private let session: PostgresSession
  private let schema: String

  /// Works over a session that does nothing else meanwhile.
  public init(session: PostgresSession, schema: String) {
    self.session = session
    self.schema = schema
  }

  /// Drops the tables of all runs to the schema and everything that their steps made, a transaction for each run.
  ///
  /// - Throws: `LedgerError`; `cannotDiscard` when something that the ledger does not know stands on the tables.
  public func all() async throws -> Outcome {
    let ledger = try await Ledger.open(on: session, targetSchema: schema)
    do {
      return try await all(ledger)
    } catch {
      // What can't be taken back stays, but not what a load has taken off.
      _ = try? await HoldingOff.release(ledger, isComplete: false)
      throw error
    }
  }

  private func all(_ ledger: Ledger) async throws -> Outcome {
    var outcome = Outcome(tables: [], runs: 0)
    for run in try await ledger.runs() where run.state != .discarded {
      if try await ledger.isDataOnly(run) {
        outcome.emptied += try await LoadedRows(ledger: ledger).takeBack(run)
        outcome.runs += 1
        continue
      }
      outcome.tables += try await ledger.discard(run, steps: try await ledger.steps(of: run))
      outcome.runs += 1
    }
    outcome.findings = try await HoldingOff.release(ledger, isComplete: true)
    try await ledger.close()
    return outcome
  }

  /// Drops one table of the newest run, and forgets it and all that stood on it: the next run copies it again.
  ///
  /// - Parameter name: the table's name in PostgreSQL, or in Oracle.
  /// - Returns: nil when the run knows no such table.
  /// - Throws: `LedgerError.tableInUse` when a foreign key of another table, a view or something else stands on it.
  public func table(_ name: String) async throws -> TableOutcome? {
    let ledger = try await Ledger.open(on: session, targetSchema: schema)
    do {
      return try await table(name, ledger)
    } catch {
      _ = try? await HoldingOff.release(ledger, isComplete: false)
      throw error
    }
  }

  private func table(_ name: String, _ ledger: Ledger) async throws -> TableOutcome? {
    guard let run = try await ledger.runs().last(where: { $0.state != .discarded }) else { return nil }
    let outcome =
      if try await ledger.isDataOnly(run) {
        try await LoadedRows(ledger: ledger).takeBack(run, table: name).first.map { TableOutcome.emptied($0) }
      } else {
        try await ledger.discard(tableNamed: name, of: run).map { TableOutcome.dropped($0) }
      }
    // Keys come back unchecked: the next load checks them.
    _ = try await HoldingOff.release(ledger, isComplete: false)
    try await ledger.close()
    return outcome
  }
}

extension Ledger {
  /// Gives a run up: its tables, and all else that its steps made.
  func discard(_ run: LedgerRun, steps: Set<String>) async throws -> [QualifiedName] {
    let drops = DiscardedSteps(steps, schema: targetSchema)
    return try await discard(run, dependents: drops.dependents, drops: drops.others)
  }
}
