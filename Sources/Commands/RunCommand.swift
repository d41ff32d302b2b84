import ArgumentParser
import Foundation
import Query
import Workspace

/// `oraferry run`.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Do everything in its order: check, migrate, verify, stats, and the big join on both sides.",
    discussion: """
      One log (output/logs), one summary. The join is the workspace's sqls/big_sql_join.sql, saved as \
      output/csv/oracle_join.csv and output/csv/postgres_join.csv and compared byte for byte. Without \
      --bind order_date=... it takes the day of the latest order. A run that was cut off goes on with what is missing.

      Exit status: 0 everything was carried over exactly, and is equal; 2 there are findings or differences; 1 a step \
      failed.
      """)

  @Option(help: ArgumentHelp("The value of a bind of the join; once for each.", valueName: "name=value"))
  var bind: [String] = []

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var log: LogOptions

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      let binds = try bind.map { try BindValue(argument: $0) }
      try await place.logged("run", log, console) { configuration, console in
        let job = RunJob(workspace: place.place, configuration: configuration, binds: binds, console: console)
        let summary = try await job.run()
        for line in summary.lines { console.record(line) }
        if summary.status != 0 { throw ExitCode(summary.status) }
      }
    }
  }
}
