import Foundation
import PostgresClient
import PostgresCluster
import Testing

extension FaultTests {
  /// SIGKILL at random moments, several in one run of the ledger, until it is let live.
  @Test func killedAtRandomMoments() async throws {
    var numbers = SeededNumbers(seed: Torture.seed)
    let bench = try await Bench.start()
    let session = bench.session
    let wanted = Torture.rounds(short: 6, long: 100)
    var kills = 0
    var partly = 0
    var schemas = 0
    // A busy machine needs more of them until half have met a run in its middle.
    while kills < wanted || (partly * 2 < kills && schemas < 20 * wanted) {
      schemas += 1
      let schema = "kill\(schemas)"
      let workspace = try bench.workspace(schema)
      for _ in 0..<Int.random(in: 2...5, using: &numbers) {
        // Most strike between two chunks or within one, some at any moment from the start of the process on.
        let isAnywhere = Int.random(in: 0..<4, using: &numbers) == 0
        let more = isAnywhere ? 0 : Int.random(in: 1...4, using: &numbers)
        let pause = Int.random(in: 0...(isAnywhere ? 400 : 30), using: &numbers)
        let begun = try await Torture.copiedChunks(schema, session)
        let outcome = try await OraferryProcess.interrupt(
          ["migrate", "--workspace", workspace.folder.path] + MovingSource.arguments, signal: SIGKILL, every: 2
        ) {
          guard try await Torture.copiedChunks(schema, session) >= begun + more else { return false }
          try await Task.sleep(for: .milliseconds(pause))
          return true
        }
        // It was faster.
        guard outcome.status == 128 + SIGKILL else {
          #expect([0, 2].contains(outcome.status), "seed \(Torture.seed), \(schema): \(outcome.errors)")
          break
        }
        kills += 1
        if try await LedgerAnswer.read(workspace).isPartlyFilled { partly += 1 }
      }
      // A server process of the killed one may still be at work.
      let last = try await (try bench.direct(schema)).run("migrate", MovingSource.arguments + ["--when-busy", "wait"])
      #expect([0, 2].contains(last.status), "seed \(Torture.seed), \(schema): \(last.output)\(last.errors)")
      try await bench.source.expectEqual(
        try await LedgerAnswer.read(workspace), session, schema: schema, "seed \(Torture.seed), \(schema)")
    }
    let rounds = bench.source.rounds
    try await bench.stop()
    Torture.report(
      "\(kills) random kills of \(schemas) migrations, \(partly) with a ledger partly filled, "
        + "\(rounds) rounds of the writer")
    #expect(kills >= wanted && partly * 2 >= kills && rounds > 10, "seed \(Torture.seed): \(partly) of \(kills)")
  }
}
