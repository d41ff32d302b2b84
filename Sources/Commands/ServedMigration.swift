import Foundation
import LivePage
import Migration
import Reporting
import Workspace

/// A migration with a page that shows it.
struct ServedMigration {
  let configuration: WorkspaceConfiguration
  let workspace: Workspace
  let port: Int
  let console: Console

  /// How often the page is told how it is.
  private static let interval = Duration.milliseconds(400)

  /// Serves the page while the work is done, and a moment longer.
  ///
  /// - Parameter work: is handed a console whose lines the page shows, too.
  /// - Throws: `LivePageError`, or what the work throws.
  func run(_ work: (Console, MigrationWatch) async throws -> MigrationReport) async throws -> MigrationReport {
    let watch = MigrationWatch(
      source: "schema \(configuration.oracle.schema) of \(configuration.oracle.placeText)",
      target: configuration.postgres.place)
    // The same signal as Ctrl-C, and so the same end; a second one would end the process at once.
    let page = try await LivePage.open(port: port, cancel: { if watch.isRunning { kill(getpid(), SIGINT) } })
    // Not for the log: whoever has the address may cancel.
    console.raw("page of this migration: \(page.address)\n")
    let teller = Task {
      while true {
        page.show(watch.snapshot())
        try await Task.sleep(for: Self.interval)
      }
    }
    defer { teller.cancel() }
    var shown = console
    shown.onLine = { watch.note(line: $0) }
    do {
      let report = try await withTaskCancellationHandler {
        try await work(shown, watch)
      } onCancel: {
        watch.noteCancelling()
      }
      watch.end(
        report.isExact ? .finished : .findings, summary: MigrationSummary(report).lines.map { $0.trimmed },
        report: reportPath)
      await page.close(watch.snapshot())
      return report
    } catch {
      if Task.isCancelled {
        watch.end(.cancelled, problem: "Start it again to go on with what is missing.", report: reportPath)
      } else {
        watch.end(.failed, problem: "\(error)", report: reportPath)
      }
      await page.close(watch.snapshot())
      throw error
    }
  }

  private var reportPath: String? {
    let path = workspace.reportFile.path(percentEncoded: false)
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
