import Foundation
import PostgresClient
import PostgresCluster
import Testing

extension FaultTests {
  /// Starts a migration and stalls its way to Oracle, so that the next one finds it at work however fast either is.
  private func busy(_ bench: Bench, _ name: String) async throws -> (schema: String, first: RunningMigration) {
    defer { bench.slowDown(0) }
    for attempt in 1...16 {
      let schema = "\(name)\(attempt)"
      bench.slowDown(attempt - 1)
      bench.oracle.flow()
      // Its silence is to last for as long as the test takes.
      let first = RunningMigration(
        try bench.workspace(schema), environment: ["ORAFERRY_ORACLE_STALL_TIMEOUT": "0"])
      _ = try await Torture.wait(unless: { first.hasEnded }) {
        try await Torture.copiedChunks(schema, bench.session) >= 1
      }
      await bench.oracle.stall()
      // What was on its way arrives: for each of the two workers that is one chunk at the most. A run that lacks more
      // than that cannot end.
      let status = try await LedgerAnswer.read(try bench.direct(schema))
      if !first.hasEnded, status.isPartlyFilled, status.chunks.total - status.chunks.done > 4 {
        return (schema, first)
      }
      bench.oracle.flow()
      _ = try await first.end()
    }
    throw TooFast()
  }

  private struct TooFast: Error {}

  /// Starts a migration of a schema that another one is at, and waits until it waits; whether it does.
  ///
  /// Then one session asks for the lock again and again. The one with which it found the schema taken has asked two
  /// questions: for the lock, and who has it.
  private func waiting(_ bench: Bench, _ schema: String) async throws -> (second: RunningMigration, waits: Bool) {
    let moment = try await ServerProcesses.now(bench.session)
    let second = RunningMigration(try bench.direct(schema), MovingSource.arguments + ["--when-busy", "wait"])
    var asked: [String: Set<String>] = [:]
    let waits = try await Torture.wait(unless: { second.hasEnded }) {
      let answer = try await bench.session.execute(
        """
        SELECT pid, query_start FROM pg_stat_activity
         WHERE application_name = 'oraferry' AND backend_start > $1::timestamptz AND pid <> pg_backend_pid()
           AND state = 'idle' AND (query LIKE '%pg_try_advisory_lock%' OR query LIKE '%server process%')
        """, [moment])
      for row in answer.rows {
        if let process = row[0], let start = row[1] { asked[process, default: []].insert(start) }
      }
      return asked.values.contains { $0.count > 2 }
    }
    return (second, waits)
  }

  @Test func aSecondRunRefusesOrWaits() async throws {
    let bench = try await Bench.start()
    let (schema, first) = try await busy(bench, "twice")
    let direct = try bench.direct(schema)
    for arguments in [[], ["--when-busy", "refuse"], ["--when-busy", "wait=1"]] {
      let refused = try await direct.run("migrate", MovingSource.arguments + arguments)
      #expect(refused.status == 1, "\(arguments): \(refused.output)\(refused.errors)")
      #expect(refused.errorLines.count == 1, "\(refused.errors)")
      #expect(refused.errorLines.first?.contains("another oraferry is migrating to schema \(schema)") == true)
      #expect(refused.errorLines.first?.contains("server process") == true, "\(refused.errors)")
      #expect(refused.errors.contains("waiting for") == (arguments.last == "wait=1"), "\(refused.errors)")
    }
    let (second, waits) = try await waiting(bench, schema)
    #expect(waits)
    bench.oracle.flow()
    let outcomes = (try await first.end(), try await second.end())
    #expect([0, 2].contains(outcomes.0.status), "\(outcomes.0.output)\(outcomes.0.errors)")
    #expect(outcomes.1.status == outcomes.0.status, "\(outcomes.1.output)\(outcomes.1.errors)")
    #expect(
      outcomes.1.errors.contains("waiting for another oraferry that migrates to schema \(schema) (server process"))
    #expect(outcomes.1.errors.contains("the other oraferry has ended"))
    #expect(outcomes.1.output.contains("nothing is missing"), "\(outcomes.1.output)")
    try await bench.source.expectEqual(
      try await LedgerAnswer.read(try bench.direct(schema)), bench.session, schema: schema, "two runs")
    let wrong = try await (try bench.direct(schema)).run("migrate", ["--when-busy", "wait=soon"])
    #expect(wrong.status == 64, "\(wrong.errors)")
    try await bench.stop()
  }

  /// The one who waits takes over from one that was killed.
  @Test func aWaitingRunTakesOver() async throws {
    let bench = try await Bench.start()
    let (schema, first) = try await busy(bench, "heir")
    let (second, waits) = try await waiting(bench, schema)
    #expect(waits)
    first.kill()
    let killed = try await first.end()
    #expect(killed.status == SIGKILL, "\(killed.status)")
    let outcome = try await second.end()
    #expect([0, 2].contains(outcome.status), "\(outcome.output)\(outcome.errors)")
    #expect(outcome.errors.contains("going on with what is missing"), "\(outcome.errors)")
    try await bench.source.expectEqual(
      try await LedgerAnswer.read(try bench.direct(schema)), bench.session, schema: schema, "taken over")
    try await bench.stop()
  }
}
