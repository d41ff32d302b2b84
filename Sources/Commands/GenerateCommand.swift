import ArgumentParser
import DataGeneration
import Foundation
import Workspace

/// `oraferry generate`.
struct GenerateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Create, update and delete fake data of the sales schema, on either database.",
    discussion: """
      N counts orders. --create brings their lines, and for every five orders a customer with contacts, for every twenty \
      a product with inventories; tables are made when they are absent, and those that others refer to are filled when \
      they are empty. --update ships orders, and changes customers and products in the same proportion. --delete removes \
      orders with their lines, and in proportion customers and products that no order names.

      The same seed does the same to the same rows on both databases: run it on both, and they stay equal.

        oraferry generate --database oracle --create 1000 --update 100 --delete 50
      """)

  @Option(help: "Which database: oracle or postgres.")
  var database: Database

  @Option(help: ArgumentHelp("Orders to create.", valueName: "n"))
  var create = 0

  @Option(help: ArgumentHelp("Orders to update, after that.", valueName: "n"))
  var update = 0

  @Option(help: ArgumentHelp("Orders to delete, at the end.", valueName: "n"))
  var delete = 0

  @Option(help: ArgumentHelp("What the data follows from.", valueName: "s"))
  var seed: UInt64 = 1

  @Flag(help: "Print what was done as one JSON object on standard output, and nothing else there.")
  var json = false

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var log: LogOptions

  func validate() throws {
    guard create >= 0, update >= 0, delete >= 0 else {
      throw ValidationError("--create, --update and --delete must not be negative")
    }
    guard create + update + delete > 0 else {
      throw ValidationError("nothing to do; say --create N, --update N or --delete N")
    }
    guard max(create, update, delete) <= 100_000_000 else {
      throw ValidationError("100,000,000 orders at most")
    }
  }

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      try await place.logged("generate", log, console) { configuration, console in
        let report = try await GenerateCommand.generate(
          on: database, configuration, create: create, update: update, delete: delete, seed: seed)
        if json {
          let encoder = JSONEncoder()
          encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
          console.result(String(decoding: try encoder.encode(report), as: UTF8.self))
        } else {
          for line in GenerateCommand.lines(report) { console.record(line) }
        }
      }
    }
  }

  static func lines(_ report: SalesGenerator.Report) -> [String] {
    (report.madeTables ? ["made the 12 tables of the sales schema"] : [])
      + report.lines.map { line in
        "\(line.action) \(ProgressDisplay.padded(ProgressDisplay.grouped(line.rows), -11)) rows of \(line.table)"
      }
  }

  /// Connects to the one database and does it.
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
