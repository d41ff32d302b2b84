import ArgumentParser
import Foundation
import OracleClient
import PostgresClient
import Query
import Tabular
import Workspace

/// The two sides.
enum Database: String, ExpressibleByArgument, CaseIterable, Sendable {
  case oracle
  case postgres
}

/// `oraferry query`.
struct QueryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Run a script with named binds on either database, and show its rows or save them as CSV.",
    discussion: """
      FILE.sql holds one SELECT, whose binds are named: WHERE o.order_date >= :order_date. A bind's value is given as \
      --bind name=value: 2024-03-17 is a date, 2024-03-17T10:00:00 a timestamp, 12.5 a number, anything else text; \
      --bind name:text=12 names the type (text, number, date, timestamp). An empty value is NULL.

      CSV is RFC 4180 in UTF-8, its header in lower case; the file is written whole or not at all. Both databases give \
      the same CSV for the same data.

        oraferry query --database oracle sqls/big_sql_join.sql --bind order_date=2024-03-17 --csv output/csv/join.csv
      """)

  @Option(help: "Which database: oracle or postgres.")
  var database: Database

  @Argument(help: ArgumentHelp("The script.", valueName: "file.sql"))
  var file: String

  @Option(help: ArgumentHelp("The value of a bind; once for each.", valueName: "name=value"))
  var bind: [String] = []

  @Option(help: ArgumentHelp("Save the rows in this file.", valueName: "path"))
  var csv: String?

  @Option(help: ArgumentHelp("The most rows; 100 on the terminal, all of them into a file.", valueName: "n"))
  var limit: Int?

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var log: LogOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit must not be negative") }
  }

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      let script = try QueryCommand.script(file)
      let binds = try bind.map { try BindValue(argument: $0) }.matched(to: script)
      try await place.logged("query", log, console) { configuration, console in
        let job = QueryJob(script: script, binds: binds, limit: limit ?? (csv == nil ? 101 : nil))
        if let csv {
          let rows = try await job.save(csv, from: database, configuration)
          console.record("\(ProgressDisplay.grouped(rows)) rows of \(database.rawValue) in \(csv)")
        } else {
          try await show(job, configuration, console)
        }
      }
    }
  }

  private func show(_ job: QueryJob, _ configuration: WorkspaceConfiguration, _ console: Console) async throws {
    var frame: DataFrame?
    try await job.run(on: database, configuration) { part in
      if frame == nil { frame = part } else { frame?.append(part) }
    }
    guard var frame else { return }
    // One row more than are shown tells whether there are more.
    let hasMore = limit == nil && frame.rowCount > 100
    if hasMore { frame.keep(rows: 100) }
    for line in FrameTable(frame).lines { console.result(line) }
    console.result(
      hasMore
        ? "the first 100 rows; --limit n shows more, --csv saves all"
        : "\(frame.rowCount) \(frame.rowCount == 1 ? "row" : "rows")")
  }

  static func script(_ file: String) throws -> QueryScript {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw ValidationError("\(file) cannot be read; name a file with one SELECT")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw ValidationError("\(file) is not UTF-8; save it as UTF-8")
    }
    do {
      return try QueryScript(text)
    } catch {
      throw ValidationError("\(file): \(error)")
    }
  }
}

/// A script with its binds, to be run on either side.
struct QueryJob {
  var script: QueryScript
  var binds: [BindValue]
  var limit: Int?

  /// Connects, runs, and hands out the rows frame by frame.
  func run(
    on database: Database, _ configuration: WorkspaceConfiguration, onFrame: (DataFrame) throws -> Void
  ) async throws {
    switch database {
    case .oracle:
      let connection = try await Connections.openOracle(configuration)
      do {
        try await OracleQuery(connection: connection).run(script, binds: binds, limit: limit, onFrame: onFrame)
      } catch {
        await connection.close()
        throw error
      }
      await connection.close()
    case .postgres:
      let session = try await Connections.openPostgres(configuration)
      do {
        try await PostgresQuery(session: session).run(script, binds: binds, limit: limit, onFrame: onFrame)
      } catch {
        await session.close()
        throw error
      }
      await session.close()
    }
  }

  /// Saves the rows as CSV, with flat memory.
  ///
  /// - Returns: how many rows.
  func save(_ path: String, from database: Database, _ configuration: WorkspaceConfiguration) async throws -> Int {
    var file: CSVFile?
    try await run(on: database, configuration) { frame in
      if file == nil { file = try CSVFile(path: path, header: frame.columns.map { $0.name.lowercased() }) }
      try file?.append(frame)
    }
    try file?.finish()
    return file?.rowCount ?? 0
  }
}
