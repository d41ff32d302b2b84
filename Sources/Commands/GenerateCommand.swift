import ArgumentParser
import DataGeneration
import Foundation
import Model
import Workspace

/// `oraferry generate`.
struct GenerateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Create, update and delete fake data in the tables of a schema, on either database.",
    discussion: """
      Reads the dictionary and fills the tables with data that keep to types, lengths, keys, unique columns, foreign keys \
      and simple checks, with values that go with the columns' names. It WRITES to the database that --database names; \
      what it writes to is printed first. Where a table that it would write to holds rows, it stops, unless --confirm \
      names the schema. --dry-run shows the order of the tables, the numbers and the findings, and writes nothing.

      --create N makes N rows in each table, those that others refer to first; --tables A,B=N chooses tables, each \
      perhaps with its own number. Keys go on behind those that are there, foreign keys refer to rows that are there, \
      old or new. --update N changes columns outside of keys in N rows of each table. --delete N removes N rows of each \
      table, those that nothing refers to first, and what refers to them, counted. Each of the three is one \
      transaction: where the server refuses a row, nothing of it stays. What a check asks that was not understood is a \
      finding, and rows are tried all the same. The same seed does the same to the same rows on both databases.

      Where the schema has the twelve tables of the sales schema, or no table at all, the demo's own story is told \
      instead, and needs no --confirm (--no-sales, --tables, --dry-run and --confirm read the dictionary there, too): N \
      counts orders. --create brings their lines, and for every \
      five orders a customer with contacts, for every twenty a product with inventories; absent tables are made, and \
      those that others refer to are filled when they are empty. --update ships orders, --delete removes them with their \
      lines, and both customers and products in proportion.

        oraferry generate --database postgres --create 1000 --dry-run
        oraferry generate --database oracle --create 1000 --update 100 --delete 50

      Exit status: 0 done; 2 done, but some tables got fewer rows than asked for or none; 1 failed.
      """)

  @Option(help: "Which database: oracle or postgres.")
  var database: Database

  @Option(help: ArgumentHelp("Rows to create in each table.", valueName: "n"))
  var create = 0

  @Option(help: ArgumentHelp("Rows to update in each table, after that.", valueName: "n"))
  var update = 0

  @Option(help: ArgumentHelp("Rows to delete in each table, at the end.", valueName: "n"))
  var delete = 0

  @Option(help: ArgumentHelp("What the data follows from.", valueName: "s"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Only these tables, separated by commas; TABLE=N creates N rows.", valueName: "a,b=n"))
  var tables: TableRowsList?

  @Option(help: ArgumentHelp("The schema's name: tables that hold rows may be written to.", valueName: "schema"))
  var confirm: String?

  @Flag(help: "Show what would be done, and write nothing.")
  var dryRun = false

  @Flag(
    inversion: .prefixedNo,
    help: "The sales schema's own rows, or never them; by default where its twelve tables or none are there.")
  var sales: Bool?

  @Flag(help: "Print what was done as one JSON object on standard output, and nothing else there.")
  var json = false

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var log: LogOptions

  func validate() throws {
    let most = max(create, tables?.entries.compactMap(\.rows).max() ?? 0)
    guard create >= 0, update >= 0, delete >= 0 else {
      throw ValidationError("--create, --update and --delete must not be negative")
    }
    guard most + update + delete > 0 else {
      throw ValidationError("nothing to do; say --create N, --update N or --delete N")
    }
    guard max(most, update, delete) <= 100_000_000 else {
      throw ValidationError("100,000,000 rows at most")
    }
    if sales == true, tables != nil || dryRun || confirm != nil {
      throw ValidationError("--sales goes with neither --tables, --dry-run nor --confirm")
    }
  }

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      try await place.logged("generate", log, console) { configuration, console in
        let job = GenerationJob(database: database, configuration: configuration, seed: seed, console: console)
        let isGeneral = tables != nil || dryRun || confirm != nil
        var isSales = sales ?? false
        if sales == nil, !isGeneral { isSales = try await job.isSalesSchema() }
        if isSales {
          console.note("writes the sales schema's rows to \(try job.configuredPlace())")
          let report = try await GenerateCommand.generate(
            on: database, configuration, create: create, update: update, delete: delete, seed: seed)
          if json {
            console.result(try JSONText.of(report))
          } else {
            for line in GenerateCommand.lines(report) { console.record(line) }
          }
          return
        }
        let request = GenerationRequest(
          create: create, update: update, delete: delete, tables: tables?.entries.map { ($0.name, $0.rows) })
        let isWhole = try await job.run(request, confirmed: confirm, dryRun: dryRun, json: json)
        if !isWhole { throw ExitCode(2) }
      }
    }
  }

  static func lines(_ report: SalesGenerator.Report) -> [String] {
    (report.madeTables ? ["made the 12 tables of the sales schema"] : [])
      + report.lines.map { line in
        "\(line.action) \(ProgressDisplay.padded(ProgressDisplay.grouped(line.rows), -11)) rows of \(line.table)"
      }
  }

  /// Connects to the one database and does it with the sales schema.
  static func generate(
    on database: Database, _ configuration: WorkspaceConfiguration, create: Int, update: Int, delete: Int, seed: UInt64
  ) async throws -> SalesGenerator.Report {
    switch database {
    case .oracle:
      let connection = try await Connections.openOracle(configuration)
      do {
        let report = try await SalesGenerator(store: OracleSalesStore(connection: connection), seed: seed)
          .run(create: create, update: update, delete: delete)
        await connection.close()
        return report
      } catch {
        await connection.close()
        throw error
      }
    case .postgres:
      let session = try await Connections.openPostgres(configuration)
      do {
        let store = PostgresSalesStore(session: session) { session in
          try await TargetSalesSchema.make(in: session, configuration)
        }
        let report = try await SalesGenerator(store: store, seed: seed)
          .run(create: create, update: update, delete: delete)
        await session.close()
        return report
      } catch {
        await session.close()
        throw error
      }
    }
  }
}
