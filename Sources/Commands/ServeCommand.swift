import ArgumentParser
import Foundation
import LivePage

/// `oraferry serve`.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show in a browser how a migration gets on, by what the ledger in PostgreSQL says.",
    discussion: """
      Serves a page to browsers on this machine, at an address that is printed, until Ctrl-C. It follows a migration of \
      this workspace that was started without --serve, by anybody, and says when none is at work. It reads only: the \
      ledger in PostgreSQL, each second, and the end of the newest log in output/logs. What is not committed yet is not \
      shown, and neither is any value of a row. While PostgreSQL does not answer, the page says so, and goes on asking.

      The address has a random token in it, and nobody without it gets anything: keep it to yourself. From another \
      machine, use a tunnel with the same port on both sides: ssh -L PORT:127.0.0.1:PORT HOST.

      The page cannot cancel; the one of migrate --serve can, as can Ctrl-C there.

      Exit status: 130 ended by Ctrl-C or SIGTERM; 1 failed.
      """)

  @OptionGroup var place: WorkspaceOption

  @Option(help: ArgumentHelp("The port (default: one that is free).", valueName: "n"))
  var port = 0

  @Option(help: "The address to listen on: 127.0.0.1 or ::1, and no other.")
  var address = "127.0.0.1"

  @OptionGroup var log: LogOptions

  func validate() throws {
    if !(0...65_535).contains(port) { throw ValidationError("--port must be 0 to 65535") }
  }

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      try await place.logged("serve", log, console) { configuration, console in
        let watch = try LedgerWatch(configuration, place.place)
        let page = try await LivePage.open(address: address, port: port)
        // Not for the log: the address is a secret.
        console.result("page: \(page.address)")
        console.raw("Ctrl-C ends it\n")
        await withTaskGroup { group in
          group.addTask { try? await watch.follow() }
          while !Task.isCancelled {
            page.show(watch.snapshot())
            try? await Task.sleep(for: .milliseconds(500))
          }
        }
        await page.close(watch.snapshot())
        throw ExitCode(OraferryCommand.interruptedStatus)
      }
    }
  }
}
