import ArgumentParser
import Migration
import Model
import Reporting
import Workspace

/// `oraferry migrate`.
struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Copy the schema and all its rows, then keys, checks, indexes, sequences and comments.",
    discussion: """
      All rows are read at one SCN. Each table, and each chunk of a large one, is committed together with its record \
      in the ledger (schema oraferry in PostgreSQL): a run that was cut off goes on with what is missing when it is \
      started again, and a run where nothing is missing changes nothing. See also: status, reset.

      With --data-only no table is made: rows go into tables that ora2pg, Flyway, oraferry schema apply or a vendor has \
      made in [postgres] schema. Tables and columns are matched by name, or as [tables] and [columns] of config.ini say; \
      values are written for the types that the columns have, and what has no exact way is refused before any row moves. \
      Triggers and foreign keys are held off as far as the user's rights allow, put back in any case, and foreign keys \
      are checked; sequences are set behind the rows. [where] says which rows of a table are carried, with and without \
      --data-only.

      --serve shows the migration in a browser on this machine while it runs, at an address that is printed: phases, \
      tables, sessions, rows left out, the last lines of the log, and a button that cancels as Ctrl-C does. Nobody \
      without the address gets anything, and no value of a row is shown. The page learns how it ended; the program \
      ends as it does without. See also: serve.

      Exit status: 0 everything was carried over exactly; 2 the data is whole, but there are findings, each named in \
      the summary; 1 failed; 130 cancelled.
      """)

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var selection: TableList
  @OptionGroup var copy: CopyArguments
  @OptionGroup var rejects: RejectArguments
  @OptionGroup var conversion: ConversionArguments
  @OptionGroup var dataOnly: DataOnlyArguments

  @Option(
    help: ArgumentHelp(
      "When another migration works on the same schema in PostgreSQL: refuse, or wait until it has ended and then do what "
        + "is missing; wait=SECONDS refuses after so long.", valueName: "refuse|wait|wait=s"))
  var whenBusy = BusyPolicy.refuse

  @Flag(help: "Serve a page that shows the migration while it runs, and can cancel it, to browsers on this machine.")
  var serve = false

  @Option(
    name: .customLong("serve-port"),
    help: ArgumentHelp("The page's port (default: one that is free); implies --serve.", valueName: "n"))
  var servePort: Int?

  @OptionGroup var log: LogOptions

  func validate() throws {
    if let servePort, !(0...65_535).contains(servePort) { throw ValidationError("--serve-port must be 0 to 65535") }
  }

  func run() async throws {
    let console = Console()
    try await console.reportingErrors(whenInterrupted: "run it again to go on with what is missing") {
      let names = try selection.names
      try await place.logged("migrate", log, console) { configuration, console in
        let configuration = conversion.added(to: configuration)
        var settings = copy.settings(configuration)
        settings.badValues = try rejects.rules(configuration.rejects)
        let work = { [settings] (console: Console, watch: MigrationWatch?) in
          try await BusyTarget(policy: whenBusy, configuration: configuration, console: console).run {
            try await MigrateCommand.migrate(
              configuration, tables: names, settings: settings, console: console,
              way: dataOnly.options(configuration).map { .dataOnly($0) } ?? .whole, pages: RunPages(place.place),
              watch: watch)
          }
        }
        let report: MigrationReport
        if serve || servePort != nil {
          let served = ServedMigration(
            configuration: configuration, workspace: place.place, port: servePort ?? 0, console: console)
          report = try await served.run(work)
        } else {
          report = try await work(console, nil)
        }
        for line in MigrationSummary(report).lines { console.record(line) }
        if !report.isExact { throw ExitCode(2) }
      }
    }
  }

  /// What is planned for a configuration.
  static func planning(_ configuration: WorkspaceConfiguration, tables: [String]?) throws -> SchemaPlanning {
    SchemaPlanning(
      owner: configuration.oracle.schema, targetSchema: configuration.postgres.schema, tables: tables,
      options: try configuration.conversionOptions())
  }

  /// What is done with a target.
  enum Way: Sendable {
    /// Schema and rows.
    case whole
    /// Rows, into tables that are there.
    case dataOnly(DataOnlyOptions)
    /// Only what has changed in Oracle.
    case refresh
  }

  /// Connects, migrates, shows progress, and writes the page that tells what came of it.
  static func migrate(
    _ configuration: WorkspaceConfiguration, tables: [String]?, settings: CopySettings, console: Console,
    way: Way = .whole, pages: RunPages, watch: MigrationWatch? = nil
  ) async throws -> MigrationReport {
    let course = CourseRecorder()
    let connections = try await Connections.open(configuration)
    let identity = RunIdentity.text(configuration)
    let display = ProgressDisplay(console: console, maximumRate: settings.maximumRate)
    do {
      let migration = Migration(
        oracle: connections.oracle, postgres: connections.postgres,
        planning: try planning(configuration, tables: tables),
        toolVersion: Tool.version, settings: settings,
        onEvent: { event in
          // What is refused before has changed nothing.
          if course.note(event) { pages.begin(course, identity: identity, console) }
          display.show(event)
          watch?.note(event)
        })
      let report =
        switch way {
        case .whole: try await migration.run()
        case .dataOnly(let options): try await migration.runDataOnly(options)
        case .refresh: try await migration.refresh()
        }
      display.finish()
      pages.write(
        MigrationRecord(report, course: course, configuration, connections, identity: identity), course, console)
      await connections.close()
      return report
    } catch {
      display.finish()
      if course.hasBegun { pages.breakOff(course, identity: identity, console) }
      await connections.close()
      throw error
    }
  }
}
