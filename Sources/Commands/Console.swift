import ArgumentParser
import Foundation

/// What people see: results on standard output, progress and errors on standard error, each line at once.
struct Console: Sendable {
  /// Whether progress may rewrite its line.
  let isTerminal: Bool

  init() {
    isTerminal = isatty(STDERR_FILENO) == 1
  }

  func result(_ line: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
  }

  func note(_ line: String) {
    raw(line + "\n")
  }

  func raw(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Runs a command's work; an error becomes one message and status 1.
  func reportingErrors<Result>(_ work: () async throws -> Result) async throws -> Result {
    do {
      return try await work()
    } catch let exit as ExitCode {
      throw exit
    } catch {
      note("oraferry: error: \(error)")
      throw ExitCode(1)
    }
  }
}
