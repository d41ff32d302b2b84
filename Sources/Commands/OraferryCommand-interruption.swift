import ArgumentParser
import Foundation

extension OraferryCommand {
  /// Exit status after Ctrl-C or SIGTERM: 128 and SIGINT's number, as shells have it.
  static let interruptedStatus: Int32 = 130
  /// Seconds that a command may take to end in order.
  private static let patience: Double = 15

  /// The program: the command that the arguments name, until its end or until Ctrl-C or SIGTERM.
  ///
  /// Then the work is cancelled: calls to Oracle are broken off, transactions undone, connections closed, temporary files
  /// removed. A second signal ends the process at once, and so does one that takes too long.
  public static func mainUntilInterrupted() async {
    let termination = TerminationSignal()
    let work = Task { await main() }
    let watcher = Task {
      await termination.wait()
      for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
      work.cancel()
      try? await Task.sleep(for: .seconds(patience))
      if !Task.isCancelled { Foundation.exit(interruptedStatus) }
    }
    await work.value
    watcher.cancel()
  }
}
