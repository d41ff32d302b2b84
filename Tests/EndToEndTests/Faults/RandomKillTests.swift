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
    // How many kills it takes until so many have met a run in its middle is a matter of the machine's pace.
    let wantedPartly = Torture.rounds(short: 2, long: 25)
    var kills = 0
    var partly = 0
    var schemas = 0
    // Runs that were too fast to be killed even once: the next ones are slower.
    var missed = 0
    let deadline = ContinuousClock.now.advanced(by: .seconds(Torture.isLong ? 7200 : 900))
    while (kills < wanted || partly < wantedPartly) && schemas < 20 * wanted && ContinuousClock.now < deadline {
      schemas += 1
      bench.slowDown(missed)
      let before = kills
      let schema = "kill\(schemas)"
      let workspace = try bench.workspace(schema)
      for _ in 0..<Int.random(in: 2...5, using: &numbers) {
        // Most strike between two chunks or within one, some at any moment from the start of the process on.
        let isAnywhere = Int.random(in: 0..<4, using: &numbers) == 0
        let more = isAnywhere ? 0 : Int.random(in: 1...4, using: &numbers)
        let pause = Int.random(in: 0...(isAnywhere ? 400 : 30), using: &numbers)
        let begun = try await Torture.copiedChunks(schema, session)
        let moment = try await ServerProcesses.now(session)
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
        try await ServerProcesses.waitForEnd(since: moment, session)
        if try await LedgerAnswer.read(workspace).isPartlyFilled { partly += 1 }
      }
      if kills == before { missed += 1 }
      let last = try await (try bench.direct(schema)).run("migrate", MovingSource.arguments + ["--when-busy", "wait"])
      #expect([0, 2].contains(last.status), "seed \(Torture.seed), \(schema): \(last.output)\(last.errors)")
      try await bench.source.expectEqual(
        try await LedgerAnswer.read(workspace), session, schema: schema, "seed \(Torture.seed), \(schema)")
    }
    #expect(try await Torture.wait(seconds: 120) { bench.source.rounds > 10 }, "the source did not move")
    let rounds = bench.source.rounds
    try await bench.stop()
    Torture.report(
      "\(kills) random kills of \(schemas) migrations, \(partly) with a ledger partly filled, "
        + "\(rounds) rounds of the writer")
    #expect(kills >= wanted && partly >= wantedPartly, "seed \(Torture.seed): \(partly) of \(kills)")
  }
}
