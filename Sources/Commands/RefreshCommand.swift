import ArgumentParser
import Migration
import Model
import Workspace

/// `oraferry refresh`.
struct RefreshCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refresh",
    abstract: "Copy the tables again that Oracle has changed since, before a cutover.",
    discussion: """
      Asks Oracle for COUNT(*) and MAX(ORA_ROWSCN) of each table that was migrated. Where one of them moved, the table is \
      dropped and copied again at a newer SCN; the others are known to be the same there, so that all tables are of one \
      point in time afterwards. Sequences are read last. No trigger, no log and no right beyond SELECT is needed in Oracle.

      The tables that are copied again are missing from PostgreSQL meanwhile. A refresh that was cut off is ended by \
      migrate.

      Exit status: as migrate's.
      """)

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var copy: CopyArguments
  @OptionGroup var rejects: RejectArguments
  @OptionGroup var conversion: ConversionArguments
  @OptionGroup var log: LogOptions

  func run() async throws {
    let console = Console()
    try await console.reportingErrors(whenInterrupted: "oraferry migrate goes on with what is missing") {
      try await place.logged("refresh", log, console) { configuration, console in
        let configuration = conversion.added(to: configuration)
        var settings = copy.settings(configuration)
        settings.badValues = try rejects.rules(configuration.rejects)
        let report = try await MigrateCommand.migrate(
          configuration, tables: nil, settings: settings, console: console, way: .refresh, pages: RunPages(place.place))
        for line in MigrationSummary(report).lines { console.record(line) }
        if !report.isExact { throw ExitCode(2) }
      }
    }
  }
}
