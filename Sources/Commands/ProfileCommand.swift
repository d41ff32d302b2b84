import ArgumentParser
import Catalog
import Conversion
import Foundation
import Migration
import Model
import OracleClient
import Profiling
import Workspace

/// `oraferry profile`.
struct ProfileCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Read Oracle's rows once and say what its columns really hold, and which types that speaks for.",
    discussion: """
      For each column: NULLs, about how many different values, the smallest and the largest, lengths; of NUMBER how many \
      digits before and behind the point, and whether it holds only whole numbers or only 0 and 1; of DATE whether it ever \
      has a time; of text whether it has NULs or lost characters. PostgreSQL is not asked. LOBs are not read, Oracle tells \
      their lengths; of LONG nothing is told.

      Types are proposed with what was seen, the room that is left, and what would break if data outgrows it. Columns that \
      foreign keys tie together get one. Only what the conversion can carry out is proposed, and only where 20 values or \
      more speak for it. Integers get one digit more than was seen, two in keys; numeric gets three before the point.

      Nothing is written but the log, unless --write adds the proposals to [types] of config/config.ini: all else in the \
      file stays as it is, and so does a choice that is there already. What rests on a sample is not written: the other \
      rows may not fit. Use it before the first migrate; a schema that is migrated needs `oraferry reset` for other types.

      The smallest and largest values are values of rows: they are shown, and never logged.

      Exit status: 0 no warnings, whatever is proposed; 2 values would be left out or changed, or a table was not read; \
      1 failed.
      """)

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var selection: TableList

  @Option(
    help: ArgumentHelp(
      "Of tables with more rows, by Oracle's statistics, read only blocks with about so many, taken at random.",
      valueName: "rows"))
  var sample: Int?

  @Option(
    help: ArgumentHelp(
      "Sessions in Oracle that read at the same time (default: one for each processor, 8 at the most).",
      valueName: "n"))
  var workers: Int?

  @Flag(help: "Add the proposals to [types] of config/config.ini.")
  var write = false

  @Flag(help: "Print all figures as one JSON object on standard output, and nothing else there.")
  var json = false

  @OptionGroup var conversion: ConversionArguments
  @OptionGroup var log: LogOptions

  func validate() throws {
    if let sample, sample < 1 { throw ValidationError("--sample must be 1 or more") }
    if let workers, !(1...1_000).contains(workers) { throw ValidationError("--workers must be 1 to 1000") }
  }

  func run() async throws {
    let console = Console()
    try await console.reportingErrors(whenInterrupted: "nothing was changed") {
      let names = try selection.names
      try await place.logged("profile", log, console) { configuration, console in
        let configuration = conversion.added(to: configuration)
        let job = ProfileJob(configuration: configuration, tables: names, sampleRows: sample, workers: workers)
        let profile = try await job.run(console)
        if json {
          let encoder = JSONEncoder()
          encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
          console.result(String(decoding: try encoder.encode(profile), as: UTF8.self))
        } else {
          for line in ProfileText(profile).lines { console.result(line) }
        }
        console.logger?.info("\(ProfileText.summary(profile))")
        if write { try ProfileCommand.write(profile.proposals, to: place.place, console) }
        if !profile.warnings.isEmpty { throw ExitCode(2) }
      }
    }
  }

  /// Adds proposals to config.ini, and says of each what became of it.
  private static func write(_ proposals: [TypeProposal], to workspace: Workspace, _ console: Console) throws {
    for proposal in proposals where proposal.isOfSample {
      let names = proposal.columns.map(\.entryName).joined(separator: ", ")
      console.note(
        "not written: \(names) = \(proposal.type) rests on a sample; read all rows, or write it by hand".printable)
    }
    let entries = proposals.filter { !$0.isOfSample }.flatMap { proposal in
      proposal.columns.map { ConfigurationEdit.Entry(key: $0.entryName, value: proposal.type) }
    }
    let file = workspace.configurationFile.path(percentEncoded: false)
    guard !entries.isEmpty else {
      console.note("nothing was written to \(file)".printable)
      return
    }
    let outcomes = try workspace.add(
      entries, to: "types", comment: "By oraferry profile, which saw that all values fit:")
    for (entry, outcome) in zip(entries, outcomes) {
      switch outcome {
      case .added(let line): console.note("\(file):\(line): \(entry.key) = \(entry.value)".printable)
      case .kept(let line): console.note("\(file):\(line): \(entry.key) is there already, and was left alone".printable)
      }
    }
  }
}

/// Reads the dictionary and the rows, and weighs what they say.
struct ProfileJob {
  var configuration: WorkspaceConfiguration
  var tables: [String]?
  var sampleRows: Int?
  var workers: Int?

  func run(_ console: Console) async throws -> SchemaProfile {
    let credentials = configuration.oracle.credentials
    let connection = try await OracleConnection.connect(credentials: credentials)
    let display = ProgressDisplay(console: console)
    do {
      try await SchemaProfiler.prepare(connection)
      let catalog = OracleCatalog(connection: connection)
      let schema = try await catalog.schema(owner: configuration.oracle.schema)
      var options = try configuration.conversionOptions()
      options.hasPostGIS = false
      let all = options
      options.tables = tables
      let mappings = try SchemaConversion.plan(for: schema, options: options).tables
        .filter(\.copiesRows).map(\.mapping)
      var scn: UInt64?
      do {
        scn = try await catalog.currentSCN()
      } catch let error as CatalogError {
        console.note("each table is read as it is when its turn comes: \(error)".printable)
      }
      let profiler = SchemaProfiler(mappings, scn: scn, sampleRows: sampleRows)
      let columns = mappings.reduce(0) { $0 + $1.columns.count }
      display.begin(
        tables: mappings.count,
        "\(mappings.count) tables, \(columns) columns" + (scn.map { ", read at SCN \($0)" } ?? ""))
      display.show(.copying(rowEstimate: profiler.rowEstimate, earlier: [:]))
      let profiles = try await profiler.run(
        over: connection, sessions: workers ?? min(8, ProcessInfo.processInfo.activeProcessorCount),
        connect: { try await OracleConnection.connect(credentials: credentials) },
        onEvent: { event in Self.show(event, display, console) })
      display.finish()
      await connection.close()
      return try SchemaProfile(profiles, of: schema, options: all, scn: scn)
    } catch {
      display.finish()
      await connection.close()
      throw error
    }
  }

  private static func show(_ event: SchemaProfiler.Event, _ display: ProgressDisplay, _ console: Console) {
    switch event {
    case .fewerSessions(let count, let reason):
      console.note("\(count) sessions in Oracle, no more could be had: \(reason)".printable)
    case .started(let table): display.show(.tableStarted(table.target))
    case .progress(let table, let rows): display.show(.tableProgress(table.target, rows: rows, bytes: 0))
    case .finished(let table, let profile):
      display.finish(table.target, rows: profile.rows, seconds: profile.seconds)
    }
  }
}
