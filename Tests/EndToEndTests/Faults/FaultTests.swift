import Foundation
import OracleClient
import PostgresClient
import PostgresCluster
import Testing

/// A migration that is hit while the source's rows keep changing.
///
/// It ends with one error that names a place and a remedy, and the next one goes on. In the end every table is the source's as of its SCN in the ledger, to the row.
@Suite(.serialized)
struct FaultTests {
  /// What a fault did to a run.
  struct Hit {
    var outcome: OraferryProcess.Outcome
    /// Whether the fault came while the run was at it.
    var hasLanded: Bool
  }

  /// Who lies between the databases and the program.
  final class Bench: Sendable {
    let cluster: PostgresCluster
    let source: MovingSource
    /// Slows a migration down, so that a fault finds it at work on any machine.
    let oracle: SteeredProxy
    let postgres: SteeredProxy
    let session: PostgresSession
    /// What the way to Oracle takes in either direction, in milliseconds.
    private static let usualDelay = 4

    init(_ cluster: PostgresCluster, _ source: MovingSource) async throws {
      self.cluster = cluster
      self.source = source
      oracle = try await SteeredProxy.start(to: source.standIn.port, delay: Bench.usualDelay)
      postgres = try await SteeredProxy.start(to: cluster.port)
      session = try await PostgresSession.connect(cluster.connectionParameters)
    }

    /// Slows migrations down that begin from now on, the more the more often one had ended before it could be met.
    func slowDown(_ times: Int) { oracle.slow(to: Bench.usualDelay << min(times, 5)) }

    static func start() async throws -> Bench {
      try await Bench(try await PostgresCluster.start(.fast), try await MovingSource.start())
    }

    /// A workspace whose both ways lead through the proxies.
    func workspace(_ schema: String) throws -> TestWorkspace {
      try TestWorkspace(
        oraclePort: oracle.port,
        postgres: cluster.tcpConnectionParameters.merging(["port": String(postgres.port)]) { $1 }, schema: schema)
    }

    /// One that goes straight, and by PostgreSQL's Unix socket.
    func direct(_ schema: String) throws -> TestWorkspace {
      try TestWorkspace(oraclePort: source.standIn.port, postgres: cluster.connectionParameters, schema: schema)
    }

    func stop() async throws {
      await session.close()
      await oracle.stop()
      await postgres.stop()
      try await source.stop()
      await cluster.stop()
    }
  }

  /// Migrates to schemas of new names until a fault has struck a run that was at it: on a busy machine one may have ended
  /// before, and the next one is slower.
  ///
  /// - Parameters:
  ///   - name: of the first schema; the next ones get a number behind it.
  ///   - chunks: how many of a run must be committed before the fault strikes.
  ///   - hasStruck: tells, when the run is over, whether the fault met it; by default when it has failed.
  /// - Returns: the schema's name, too.
  static func hit(
    _ name: String, _ bench: Bench, environment: [String: String] = [:], chunks: Int = 2,
    workspace: (String) async throws -> TestWorkspace,
    hasStruck: (String, OraferryProcess.Outcome) async throws -> Bool = { $1.status != 0 && $1.status != 2 },
    _ fault: (String) async throws -> Void
  ) async throws -> (schema: String, hit: Hit) {
    var attempt = 1
    defer { bench.slowDown(0) }
    while true {
      bench.slowDown(attempt - 1)
      let schema = attempt == 1 ? name : "\(name)_\(attempt)"
      let session = try await self.session(bench.cluster)
      let running = RunningMigration(try await workspace(schema), environment: environment)
      let isAtWork = try await Torture.wait(unless: { running.hasEnded }) {
        try await Torture.copiedChunks(schema, session) >= chunks
      }
      if isAtWork { try await fault(schema) }
      let outcome = try await running.end()
      await session.close()
      var hasLanded = isAtWork
      if hasLanded { hasLanded = try await hasStruck(schema, outcome) }
      if hasLanded || attempt == mostAttempts { return (schema, Hit(outcome: outcome, hasLanded: hasLanded)) }
      attempt += 1
    }
  }

  private static let mostAttempts = 16

  /// A session with a server that may still be recovering.
  static func session(_ cluster: PostgresCluster) async throws -> PostgresSession {
    var found: PostgresSession?
    _ = try await Torture.wait {
      found = try? await PostgresSession.connect(cluster.connectionParameters)
      return found != nil
    }
    return try #require(found, "PostgreSQL does not come back")
  }

  /// What must be true of every run that a fault has ended.
  static func expectClear(
    _ hit: Hit, _ words: [String], _ comment: Comment, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let outcome = hit.outcome
    #expect(hit.hasLanded, "\(comment): \(outcome.output)\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.status == 1, "\(comment): \(outcome.output)\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.errorLines.count == 1, "\(comment): \(outcome.errors)", sourceLocation: sourceLocation)
    let line = outcome.errorLines.first ?? ""
    #expect(
      words.isEmpty || words.contains { line.contains($0) }, "\(comment): \(line)", sourceLocation: sourceLocation)
    // What happened, and what to do.
    #expect(line.contains(";"), "\(comment): no remedy in: \(line)", sourceLocation: sourceLocation)
  }

  /// Goes on and compares; `migrate` may have to wait for server processes that the fault has left behind.
  static func expectRecovery(
    _ workspace: TestWorkspace, _ schema: String, _ session: PostgresSession, _ source: MovingSource,
    environment: [String: String] = [:], _ comment: Comment, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let again = try await OraferryProcess.run(
      ["migrate", "--workspace", workspace.folder.path] + MovingSource.arguments + ["--when-busy", "wait"],
      environment: environment)
    #expect(
      [0, 2].contains(again.status), "\(comment): \(again.output)\(again.errors)", sourceLocation: sourceLocation)
    try await source.expectEqual(
      try await LedgerAnswer.read(workspace), session, schema: schema, comment, sourceLocation: sourceLocation)
  }
}
