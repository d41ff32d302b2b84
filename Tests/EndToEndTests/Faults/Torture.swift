import Foundation
import PostgresClient
import Synchronization

/// How much the fault tests do: a short form by default, the long one when ORAFERRY_TORTURE is set (`make torture`).
enum Torture {
  static let isLong = ProcessInfo.processInfo.environment["ORAFERRY_TORTURE"].map { !$0.isEmpty && $0 != "0" } ?? false

  /// ORAFERRY_TORTURE_SEED, to do again what went wrong, or another one each time.
  static let seed: UInt64 =
    ProcessInfo.processInfo.environment["ORAFERRY_TORTURE_SEED"].flatMap { UInt64($0) }
    ?? UInt64.random(in: 1...999_999)

  static func rounds(short: Int = 1, long: Int) -> Int { isLong ? long : short }

  private static let figures = Mutex<[String]>([])

  /// Prints a line of figures, and keeps all of them in the file ORAFERRY_TORTURE_FIGURES, where one is wanted.
  static func report(_ line: String) {
    print("faults: \(line)")
    guard let path = ProcessInfo.processInfo.environment["ORAFERRY_TORTURE_FIGURES"] else { return }
    figures.withLock { lines in
      lines.append(line)
      let text = (["seed \(seed)"] + lines).joined(separator: "\n") + "\n"
      do { try Data(text.utf8).write(to: URL(filePath: path)) } catch { print("faults: no figures kept: \(error)") }
    }
  }

  /// Waits until something is so; a limit that no machine is too busy for ends it.
  ///
  /// - Returns: false when the limit is over, or when the work has ended before.
  static func wait(
    seconds: Double = 600, unless hasEnded: () -> Bool = { false }, until isSo: () async throws -> Bool
  ) async throws -> Bool {
    let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
    while ContinuousClock.now < deadline {
      // Asked first: what the work did at its very end is not overlooked.
      let isOver = hasEnded()
      if try await isSo() { return true }
      if isOver { return false }
      try await Task.sleep(for: .milliseconds(3))
    }
    return false
  }

  /// How many chunks of a schema's newest run are committed.
  static func copiedChunks(_ schema: String, _ session: PostgresSession) async throws -> Int {
    do {
      let answer = try await session.execute(
        """
        SELECT count(*) FROM oraferry.chunks WHERE state = 'copied' AND run_id =
          (SELECT max(id) FROM oraferry.runs WHERE target_schema = $1 AND state <> 'discarded')
        """, [schema])
      return answer.firstValue.flatMap { Int($0) } ?? 0
    } catch let error as PostgresError where error.sqlState == "42P01" {
      return 0
    }
  }
}

/// Steele, Lea and Flood's generator: the same numbers for the same seed.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
