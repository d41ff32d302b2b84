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
    abstract: "Run a script with named binds on either database, and show its rows or save them as CSV or JSON lines.",
    discussion: """
      FILE.sql holds one SELECT, whose binds are named: WHERE o.order_date >= :order_date. A bind's value is given as \
      --bind name=value: 2024-03-17 is a date, 2024-03-17T10:00:00 a timestamp, 12.5 a number, anything else text; \
      --bind name:text=12 names the type (text, number, date, timestamp). An empty value is NULL.

      CSV is RFC 4180 in UTF-8, its header in lower case. NULL is an empty field, an empty text "".

      JSON lines are one object for each row, on a line of its own, names in lower case; two columns of one name are an \
      error. NULL is null. Numbers have all their digits: a reader that makes binary floats of them loses some. NaN and \
      infinities of binary floats are the texts "NaN", "Infinity", "-Infinity". Times are texts of ISO 8601, those with \
      a zone in UTC with a Z (1 BC is the year 0000, a year beyond 9999 has a plus); bytes are hexadecimal digits; \
      intervals, JSON documents and all other types are texts.

      Parquet and Arrow are not written: there is no well-kept library for them in Swift. DuckDB, pandas and pyarrow make \
      them of JSON lines.

      Both databases give the same bytes for the same data. A file is written whole or not at all; standard output (-) \
      has what came until then when the query fails, and the exit status tells.

      --safe-csv is for a file that people open in a spreadsheet: a text that begins with = + - @, a tab or a line end \
      would be run as a formula there, and gets an apostrophe in front. Numbers such as -5 stay as they are. Such a file \
      is not for machines, since nobody can tell that apostrophe from one of the data; and it can't stop a spreadsheet from \
      taking texts for numbers or dates, or from running what somebody edits or saves anew.

        oraferry query --database oracle sqls/big_sql_join.sql --bind order_date=2024-03-17 --csv output/csv/join.csv
        oraferry query --database postgres sqls/big_sql_join.sql --bind order_date=2024-03-17 --json-lines - | jq .city
      """)

  @Option(help: "Which database: oracle or postgres.")
  var database: Database

  @Argument(help: ArgumentHelp("The script.", valueName: "file.sql"))
  var file: String

  @Option(help: ArgumentHelp("The value of a bind; once for each.", valueName: "name=value"))
  var bind: [String] = []

  @Option(help: ArgumentHelp("Save the rows as CSV in this file; - is standard output.", valueName: "path"))
  var csv: String?

  @Option(help: ArgumentHelp("Save the rows as JSON lines in this file; - is standard output.", valueName: "path"))
  var jsonLines: String?

  @Flag(
    name: .customLong("safe-csv"),
    help: "With --csv: an apostrophe in front of texts that a spreadsheet would run. For people, not for machines.")
  var safeCSV = false

  @Option(help: ArgumentHelp("The most rows; 100 on the terminal, all of them into a file.", valueName: "n"))
  var limit: Int?

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var log: LogOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit must not be negative") }
    if csv != nil, jsonLines != nil {
      throw ValidationError("--csv and --json-lines are two files: run the query once for each")
    }
    if safeCSV, csv == nil { throw ValidationError("--safe-csv says how CSV is written: give --csv PATH with it") }
    if csv == "" || jsonLines == "" { throw ValidationError("the file's name is empty; - is standard output") }
  }

  /// Where the rows are saved; nil when they are shown.
  private var form: ResultForm? {
    if let csv { return .csv(path: csv, for: safeCSV ? .spreadsheet : .program) }
    return jsonLines.map { .jsonLines(path: $0) }
  }

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      let script = try QueryCommand.script(file)
      let binds = try bind.map { try BindValue(argument: $0) }.matched(to: script)
      try await place.logged("query", log, console) { configuration, console in
        let job = QueryJob(script: script, binds: binds, limit: limit ?? (form == nil ? 101 : nil))
        if let form {
          let rows = try await job.save(form, from: database, configuration)
          let outcome = "\(ProgressDisplay.grouped(rows)) rows of \(database.rawValue)"
          // Standard output is the rows' own.
          if form.path == "-" { console.note(outcome) } else { console.record("\(outcome) in \(form.path)") }
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
        ? "the first 100 rows; --limit n shows more, --csv and --json-lines save all"
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

  /// Saves the rows with flat memory.
  ///
  /// - Returns: how many rows.
  func save(_ form: ResultForm, from database: Database, _ configuration: WorkspaceConfiguration) async throws -> Int {
    var rows = 0
    switch form {
    case .csv(let path, let reader):
      var file: CSVFile?
      try await run(on: database, configuration) { frame in
        if file == nil { file = try CSVFile(path: path, header: frame.savedNames, for: reader) }
        try file?.append(frame)
      }
      try file?.finish()
      rows = file?.rowCount ?? 0
    case .jsonLines(let path):
      var file: JSONLinesFile?
      try await run(on: database, configuration) { frame in
        if file == nil { file = try JSONLinesFile(path: path, names: frame.savedNames) }
        try file?.append(frame)
      }
      try file?.finish()
      rows = file?.rowCount ?? 0
    }
    return rows
  }
}

/// How and where the rows of a query are saved; the path `-` is standard output.
enum ResultForm: Sendable {
  case csv(path: String, for: CSVFile.Reader)
  case jsonLines(path: String)

  var path: String {
    switch self {
    case .csv(let path, _), .jsonLines(let path): path
    }
  }
}

extension DataFrame {
  /// Names of columns in a file: in lower case, since the databases fold those without quotes each in its own way.
  fileprivate var savedNames: [String] { columns.map { $0.name.lowercased() } }
}
