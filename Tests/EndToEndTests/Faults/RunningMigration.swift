import Foundation
import Synchronization

/// `oraferry migrate` under way, to be hit by a fault.
final class RunningMigration: Sendable {
  private final class Process: Sendable {
    let number = Mutex<Int32?>(nil)
    let hasEnded = Mutex(false)
  }

  private let process: Process
  private let outcome: Task<OraferryProcess.Outcome, any Error>

  /// - Parameter environment: settings such as ORAFERRY_ORACLE_STALL_TIMEOUT.
  init(
    _ workspace: TestWorkspace, _ arguments: [String] = MovingSource.arguments, environment: [String: String] = [:]
  ) {
    let process = Process()
    self.process = process
    outcome = Task {
      defer { process.hasEnded.withLock { $0 = true } }
      return try await OraferryProcess.run(
        ["migrate", "--workspace", workspace.folder.path] + arguments, environment: environment
      ) { number in process.number.withLock { $0 = number } }
    }
  }

  /// Whether the process has ended.
  var hasEnded: Bool { process.hasEnded.withLock { $0 } }

  /// SIGKILL.
  func kill() {
    if let number = process.number.withLock({ $0 }), !hasEnded { Foundation.kill(number, SIGKILL) }
  }

  /// Waits for the end.
  func end() async throws -> OraferryProcess.Outcome { try await outcome.value }
}

extension OraferryProcess.Outcome {
  /// The lines that name an error.
  var errorLines: [String] { errors.split(separator: "\n").map(String.init).filter { $0.contains("error:") } }
}
