import Conversion
import PostgresClient

/// Runs a converted schema on PostgreSQL, phase by phase: each phase commits as a whole, or leaves nothing.
public struct SchemaApplication: Sendable {
  /// What becomes of a phase with statements that PostgreSQL refuses.
  public enum ErrorPolicy: String, Sendable, Hashable, CaseIterable, Codable {
    /// It is undone, and nothing follows.
    case stop
    /// What was refused is left out; the rest is committed, and the next phase follows.
    case `continue`
  }

  /// A statement that PostgreSQL refused.
  public struct Failure: Sendable, Hashable {
    /// The phase's title.
    public var phase: String
    /// The statement, with its line and its Oracle source.
    public var statement: SchemaFile.Statement
    /// What PostgreSQL says.
    public var error: PostgresError
    /// The line of schema.sql that the error points to.
    public var line: Int
  }

  /// What became of a phase.
  public struct PhaseOutcome: Sendable, Hashable {
    /// Its title.
    public var phase: String
    /// How many statements ran without an error.
    public var done: Int
    /// How many did not.
    public var failed: Int
    /// Whether it was committed.
    public var isCommitted: Bool
  }

  /// What became of all that was run.
  public struct Outcome: Sendable, Hashable {
    /// In order; behind a phase that was undone nothing follows.
    public var phases: [PhaseOutcome] = []
    /// In order.
    public var failures: [Failure] = []
    /// Phases that were not begun.
    public var notBegun: [String] = []
  }

  private let session: PostgresSession
  private let policy: ErrorPolicy

  /// - Parameter session: does nothing else meanwhile.
  public init(session: PostgresSession, policy: ErrorPolicy) {
    self.session = session
    self.policy = policy
  }

  /// Runs phases in their order.
  ///
  /// - Parameter onPhase: is told of each phase when it is over.
  /// - Throws: `PostgresError` when the connection is lost or a commit fails: the phase under way leaves nothing then.
  public func run(
    _ phases: [SchemaFile.Phase], onPhase: (PhaseOutcome, [Failure]) -> Void = { _, _ in }
  ) async throws -> Outcome {
    var outcome = Outcome()
    for (place, phase) in phases.enumerated() {
      try await session.begin()
      let failures: [Failure]
      do {
        failures = try await run(phase)
      } catch {
        try? await session.rollback()
        throw error
      }
      let isCommitted = failures.isEmpty || policy == .continue
      if isCommitted { try await session.commit() } else { try await session.rollback() }
      let result = PhaseOutcome(
        phase: phase.title, done: phase.statements.count - failures.count, failed: failures.count,
        isCommitted: isCommitted)
      outcome.phases.append(result)
      outcome.failures += failures
      onPhase(result, failures)
      guard isCommitted else {
        outcome.notBegun = phases[(place + 1)...].map(\.title)
        break
      }
    }
    return outcome
  }

  /// All statements are tried, so that every error is seen at once.
  private func run(_ phase: SchemaFile.Phase) async throws -> [Failure] {
    var failures: [Failure] = []
    for statement in phase.statements {
      try Task.checkCancellation()
      _ = try await session.execute("SAVEPOINT oraferry_statement")
      do {
        _ = try await session.execute(statement.sql)
        _ = try await session.execute("RELEASE SAVEPOINT oraferry_statement")
      } catch let error as PostgresError where !error.isConnectionLost {
        _ = try await session.execute("ROLLBACK TO SAVEPOINT oraferry_statement")
        // PostgreSQL counts characters as Unicode's code points, from 1.
        let before = statement.sql.unicodeScalars.prefix(max(error.position ?? 1, 1) - 1)
        failures.append(
          Failure(
            phase: phase.title, statement: statement, error: error,
            line: statement.line + before.count { $0 == "\n" }))
      }
    }
    return failures
  }
}
