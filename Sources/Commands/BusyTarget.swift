import ArgumentParser
import Ledger
import PostgresClient
import Workspace

/// What a migration does when another one works on its target schema.
enum BusyPolicy: Sendable, Hashable, ExpressibleByArgument {
  case refuse
  /// For so many seconds at the most; nil for as long as it takes.
  case wait(seconds: Int?)

  /// `refuse`, `wait`, or `wait=SECONDS`.
  init?(argument: String) {
    switch argument {
    case "refuse": self = .refuse
    case "wait": self = .wait(seconds: nil)
    default:
      guard argument.hasPrefix("wait="), let seconds = Int(argument.dropFirst("wait=".count)),
        (0...Int(Int32.max)).contains(seconds)
      else { return nil }
      self = .wait(seconds: seconds)
    }
  }

  var defaultValueDescription: String {
    switch self {
    case .refuse: "refuse"
    case .wait(let seconds): "wait" + (seconds.map { "=\($0)" } ?? "")
    }
  }
}

/// Does work on a target schema, after the others who are at it where that is wanted.
struct BusyTarget {
  let policy: BusyPolicy
  let configuration: WorkspaceConfiguration
  let console: Console

  /// Runs the work, and again from its beginning whenever somebody else had the schema: what it read before is old then.
  ///
  /// - Throws: `LedgerError.inUse` when others must not be waited for, or not any longer.
  func run<Result>(_ work: () async throws -> Result) async throws -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    while true {
      do {
        return try await work()
      } catch let error as LedgerError {
        guard case .inUse = error, case .wait(let seconds) = policy else { throw error }
        let limit = seconds.map { Duration.seconds($0) - (clock.now - start) }
        try await wait(limit.map { max(.zero, $0) })
      }
    }
  }

  private func wait(_ limit: Duration?) async throws {
    let schema = try configuration.targetSchema()
    let session = try await Connections.openPostgres(configuration)
    do {
      try await Ledger.waitUntilFree(schema, on: session, limit: limit) { holder in
        console.note(
          "waiting for another oraferry that migrates to schema \(schema.printable)"
            + (holder.map { " (\($0.printable))" } ?? "") + "; Ctrl-C ends the waiting")
      }
    } catch {
      await session.close()
      throw error
    }
    await session.close()
    console.note("the other oraferry has ended; going on with what is missing")
  }
}
