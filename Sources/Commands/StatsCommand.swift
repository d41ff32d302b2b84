import ArgumentParser
import Catalog
import Foundation
import Model
import Reporting
import Tabular
import Workspace

/// `oraferry stats`.
struct StatsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Save statistics of both database models as CSV and as a page, and compare them.",
    discussion: """
      Writes output/csv/oracle_stat.csv and output/csv/postgres_stat.csv: a line for each table, and a total. rows are \
      counted. uniques are unique constraints and unique indexes, indexes all others that back no constraint, sequences \
      the columns that take their values from one. The files have the same columns and the same order. \
      output/stats.html, which only you may read, is one page for a browser with both models side by side: bars for the rows, \
      and every figure that differs.

      Exit status: 0 the numbers are the same, but for bytes; 2 they differ; 1 failed.
      """)

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var log: LogOptions

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      try await place.logged("stats", log, console) { configuration, console in
        let job = StatisticsJob(workspace: place.place, configuration: configuration)
        let differences = try await job.run(console)
        if !differences.isEmpty { throw ExitCode(2) }
      }
    }
  }
}

/// Reads the statistics of both sides, saves and compares them.
struct StatisticsJob {
  var workspace: Workspace
  var configuration: WorkspaceConfiguration

  /// - Returns: where the two sides differ.
  func run(_ console: Console) async throws -> [StatisticsReport.Difference] {
    let schema = try configuration.targetSchema()
    let connections = try await Connections.open(configuration)
    let oracle: StatisticsReport
    let postgres: StatisticsReport
    do {
      let owner = configuration.oracle.schema
      let keepsCase = try configuration.conversionOptions().keepsCase
      oracle = StatisticsReport(
        try await OracleCatalog(connection: connections.oracle).statistics(owner: owner, keepsCase: keepsCase))
      postgres = StatisticsReport(try await PostgresCatalog(session: connections.postgres).statistics(of: schema))
    } catch {
      await connections.close()
      throw error
    }
    let page = StatisticsPage(
      oracle: .init(
        name: configuration.oracle.schema, place: connections.sourcePlace, report: oracle),
      postgres: .init(
        name: schema, place: connections.targetPlace(configuration), report: postgres),
      made: Date(), toolVersion: Tool.version)
    await connections.close()
    for (report, name) in [(oracle, "oracle_stat.csv"), (postgres, "postgres_stat.csv")] {
      let path = workspace.csvFolder.appending(path: name).path
      let file = try CSVFile(path: path, header: StatisticsReport.columns.map(\.name))
      try file.append(report.frame)
      try file.finish()
      console.record("wrote \(path)")
    }
    try workspace.writePrivately(Data(try page.html().utf8), to: workspace.statisticsFile)
    console.record("wrote \(workspace.statisticsFile.path(percentEncoded: false).printable)")
    for line in FrameTable(postgres.frame).lines { console.result(line) }
    let differences = StatisticsReport.differences(oracle: oracle, postgres: postgres)
    for difference in differences { console.record("differs: \(difference)") }
    if differences.isEmpty {
      console.record("both models have the same numbers: \(postgres.frame.rowCount - 1) tables")
    }
    return differences
  }
}
