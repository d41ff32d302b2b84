import ArgumentParser
import Migration
import Model
import Workspace

/// `oraferry migrate`.
struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Copy the schema and all its rows, then keys, checks, indexes, sequences and comments.",
    discussion: """
      All rows are read at one SCN. Each table is committed together with its record in the ledger (schema oraferry \
      in PostgreSQL): a run that was cut off goes on with what is missing when it is started again, and a run where \
      nothing is missing changes nothing.

      Exit status: 0 everything was carried over exactly; 2 the data is whole, but there are findings, each named in \
      the summary; 1 failed.
      """)

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var selection: TableList
  @OptionGroup var log: LogOptions

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      let names = try selection.names
      try await place.logged("migrate", log, console) { configuration, console in
        let report = try await MigrateCommand.migrate(configuration, tables: names, console: console)
        for line in MigrationSummary(report).lines { console.record(line) }
        if !report.isExact { throw ExitCode(2) }
      }
    }
  }

  /// Connects, migrates, shows progress.
  static func migrate(
    _ configuration: WorkspaceConfiguration, tables: [String]?, console: Console
  ) async throws -> MigrationReport {
    let connections = try await Connections.open(configuration)
    let display = ProgressDisplay(console: console)
    do {
      let migration = Migration(
        oracle: connections.oracle, postgres: connections.postgres,
        planning: SchemaPlanning(
          owner: configuration.oracle.schema, targetSchema: configuration.postgres.schema, tables: tables),
        toolVersion: Tool.version, onEvent: display.show)
      let report = try await migration.run()
      display.finish()
      await connections.close()
      return report
    } catch {
      display.finish()
      await connections.close()
      throw error
    }
  }
}
