import ArgumentParser
import Foundation
import Migration
import OracleClient
import Model
import Workspace

/// `oraferry check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find out in a minute, with SELECT only, what would go wrong in a migration.",
    discussion: """
      Connects to both databases and shows versions, character sets and role; which rights are missing, with the GRANT \
      statements that mend it; hidden tables, policies and redaction; types and objects that are not carried over; \
      constraints that are disabled or not validated; undo retention against the time of the copy; the target's \
      encoding, collation and rights. Nothing is changed anywhere. For up to 40 seconds it also looks into the tables, \
      in a session of its own: for LOBs over 1 GiB, and for values of types that are not carried over.

      Exit status: 0 nothing stands in the way; 2 there are warnings; 1 the migration could not begin, or the check \
      could not be made.
      """)

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var selection: TableList
  @OptionGroup var conversion: ConversionArguments
  @OptionGroup var log: LogOptions

  @Flag(help: "Print the report as one JSON object on standard output, and nothing else there.")
  var json = false

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      let names = try selection.names
      try await place.logged("check", log, console) { configuration, console in
        let configuration = conversion.added(to: configuration)
        let report = try await CheckCommand.check(configuration, tables: names)
        if json {
          let encoder = JSONEncoder()
          encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
          console.result(String(decoding: try encoder.encode(Answer(report)), as: UTF8.self))
        } else {
          for line in CheckCommand.lines(report) { console.record(line) }
        }
        if report.verdict == .blocking { throw ExitCode(1) }
        if report.verdict == .warning { throw ExitCode(2) }
      }
    }
  }

  /// The JSON form.
  private struct Answer: Encodable {
    var verdict: ReadinessItem.Verdict
    var items: [ReadinessItem]
    var grants: [String]

    init(_ report: ReadinessReport) {
      verdict = report.verdict
      items = report.items
      grants = report.grants
    }
  }

  /// Connects and looks.
  static func check(_ configuration: WorkspaceConfiguration, tables: [String]?) async throws -> ReadinessReport {
    let connections = try await Connections.open(configuration)
    do {
      let check = ReadinessCheck(
        oracle: connections.oracle, postgres: connections.postgres,
        planning: SchemaPlanning(
          owner: configuration.oracle.schema, targetSchema: configuration.postgres.schema, tables: tables,
          options: try configuration.conversionOptions()),
        user: configuration.oracle.userName,
        connect: {
          var settings = try OracleConnection.Configuration(credentials: configuration.oracle.credentials)
          settings.breakTimeout = 2
          return try await OracleConnection.connect(settings)
        })
      let report = try await check.run()
      await connections.close()
      return report
    } catch {
      await connections.close()
      throw error
    }
  }

  /// One line an item, the bad ones with their remedy, and the GRANT statements at the end.
  static func lines(_ report: ReadinessReport) -> [String] {
    var lines: [String] = []
    for item in report.items {
      let verdict = ProgressDisplay.padded(item.verdict.rawValue, 9)
      lines.append("\(verdict) \(item.name.printable): \(item.detail.printable)")
      if item.verdict > .note, !item.remedy.isEmpty {
        lines.append(String(repeating: " ", count: 10) + "-> \(item.remedy.printable)")
      }
    }
    if !report.grants.isEmpty {
      lines.append("as a DBA of Oracle run:")
      lines += report.grants.map { "  \($0);" }
    }
    let warnings = report.items.count { $0.verdict == .warning }
    let blocking = report.items.count { $0.verdict == .blocking }
    lines.append(
      blocking > 0
        ? "\(blocking) of \(report.items.count) things forbid the migration"
        : warnings > 0 ? "ready, with \(warnings) warnings" : "ready: nothing stands in the way")
    return lines
  }
}
