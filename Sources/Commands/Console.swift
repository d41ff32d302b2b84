import ArgumentParser
import Foundation
import Logging

/// What people see: results on standard output, progress and errors on standard error, each line at once.
struct Console: Sendable {
  /// Whether progress may rewrite its line.
  let isTerminal: Bool
  /// The run's log, where it has one: notes and recorded results go there too.
  var logger: Logger?
  /// Is told the same, and what a migration reports of its tables.
  var onLine: (@Sendable (String) -> Void)?

  init() {
    // A dumb terminal, as an editor's output window is one, knows no way to draw over a line.
    isTerminal = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  func result(_ line: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
  }

  /// A line of the result that the log keeps as well: never one with values of rows.
  func record(_ line: String) {
    result(line)
    guard !line.isEmpty else { return }
    logger?.info("\(line)")
    onLine?(line)
  }

  func note(_ line: String) {
    raw(line + "\n")
    logger?.info("\(line)")
    onLine?(line)
  }

  func raw(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Runs a command's work; an error becomes one message and status 1, an interruption one and status 130.
  ///
  /// - Parameter hint: what an interrupted user may do now.
  func reportingErrors<Result>(
    whenInterrupted hint: String? = nil, _ work: () async throws -> Result
  ) async throws -> Result {
    do {
      return try await work()
    } catch let exit as ExitCode {
      throw exit
    } catch  where Task.isCancelled {
      let more = hint.map { ": \($0)" } ?? ""
      raw("oraferry: interrupted; what was committed stays, everything else was undone\(more)\n")
      throw ExitCode(OraferryCommand.interruptedStatus)
    } catch {
      raw("oraferry: error: \(error)\n")
      throw ExitCode(1)
    }
  }
}
