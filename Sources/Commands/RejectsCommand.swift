import ArgumentParser
import Foundation
import Ledger
import Migration
import Model
import PostgresClient
import Workspace

/// `oraferry rejects`, and `retry` below it.
struct RejectsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rejects",
    abstract: "Show the rows that migrations have left out, or load them once they are mended.",
    discussion: """
      Rows that PostgreSQL cannot hold or refused are kept in the table oraferry.rejects of the target: with the reason, \
      their ROWID, their key, and their bytes as Oracle sent them. Only the owner of that table may read it.

        oraferry rejects          what is left out
        oraferry rejects retry    loads what can be loaded now
      """,
    subcommands: [RejectsListCommand.self, RejectsRetryCommand.self], defaultSubcommand: RejectsListCommand.self)
}

/// `oraferry rejects list`.
struct RejectsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Show the rows that are left out: reads PostgreSQL only.",
    discussion: "Exit status: 0 no row is left out; 2 some are; 1 failed.")

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var log: LogOptions

  @Option(help: ArgumentHelp("The most rows to list.", valueName: "n"))
  var limit = 100

  @Flag(help: "Print the rows as one JSON object on standard output, and nothing else there.")
  var json = false

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit must not be negative") }
  }

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      try await place.logged("rejects", log, console) { configuration, console in
        let session = try await Connections.openPostgres(configuration)
        let found: (total: Int, rows: [OpenReject])?
        do {
          found = try await LedgerStatus.rejects(
            of: try configuration.targetSchema(), limit: limit, on: session)
        } catch {
          await session.close()
          throw error
        }
        await session.close()
        let total = found?.total ?? 0
        if json {
          console.result(try RejectsAnswer(total: total, rows: found?.rows ?? []).text())
        } else {
          for line in Self.lines(total: total, rows: found?.rows ?? []) { console.result(line) }
        }
        if total > 0 { throw ExitCode(2) }
      }
    }
  }

  /// Two lines for each row, and the sum.
  static func lines(total: Int, rows: [OpenReject]) -> [String] {
    guard total > 0 else { return ["no row is left out"] }
    var lines = rows.flatMap { row in
      let key = row.key.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
      let place = [row.address.map { "ROWID \($0)" }, key.isEmpty ? nil : key].compactMap { $0 }
      return [
        "\(row.target.name)\(row.column.map { ", column \($0)" } ?? ""): \(place.joined(separator: ", "))".printable,
        "  \(row.reason): \(row.detail)".printable,
      ]
    }
    if rows.count < total { lines.append("and \(ProgressDisplay.grouped(total - rows.count)) more (--limit)") }
    lines.append(
      "\(ProgressDisplay.grouped(total)) \(total == 1 ? "row is" : "rows are") left out; mend them in Oracle, or choose "
        + "another type or policy for the column, then: oraferry rejects retry")
    return lines
  }
}

/// `oraferry rejects retry`.
struct RejectsRetryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Load the rows that were left out, as far as they can be loaded now.",
    discussion: """
      Each row is read again as it was at the run's SCN, which succeeds when the policy of its column has changed or the \
      PostgreSQL table was mended; else as it is now, which succeeds when it was mended in Oracle. Foreign keys that \
      could not be validated for want of these rows are validated at the end.

      Exit status: 0 no row is left out any more; 2 some still are, each with its reason, or what was loaded is not exact; \
      1 failed.
      """)

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var rejects: RejectArguments
  @OptionGroup var conversion: ConversionArguments
  @OptionGroup var log: LogOptions

  func run() async throws {
    let console = Console()
    try await console.reportingErrors(whenInterrupted: "run it again to go on") {
      try await place.logged("rejects-retry", log, console) { configuration, console in
        let configuration = conversion.added(to: configuration)
        let rules = try rejects.rules(configuration.rejects)
        let connections = try await Connections.open(configuration)
        let outcome: RejectRetry.Outcome?
        do {
          outcome = try await RejectRetry(
            oracle: connections.oracle, postgres: connections.postgres,
            planning: try MigrateCommand.planning(configuration, tables: nil), rules: rules
          ).run()
        } catch {
          await connections.close()
          throw error
        }
        await connections.close()
        guard let outcome else {
          console.record("nothing was migrated to this schema")
          return
        }
        for line in Self.lines(outcome) { console.record(line) }
        let isExact = outcome.findings.allSatisfy { $0.severity == .info }
        if !outcome.leftOut.isEmpty || !outcome.gone.isEmpty || !isExact { throw ExitCode(2) }
      }
    }
  }

  static func lines(_ outcome: RejectRetry.Outcome) -> [String] {
    var lines = ["\(outcome.loaded) rows loaded as they were at the run's SCN"]
    if outcome.loadedAsOfNow > 0 {
      lines.append(
        "\(outcome.loadedAsOfNow) rows loaded as they are now in Oracle, later than the other rows of their tables")
    }
    for row in outcome.leftOut.prefix(20) {
      lines.append(
        "\(row.target.name)\(row.column.map { ", column \($0)" } ?? ""), \(row.address.map { "ROWID \($0)" } ?? "without ROWID"): "
          .printable + "\(row.reason): \(row.detail)".printable)
    }
    for row in outcome.gone.prefix(20) {
      lines.append("\(row.target.name), \(row.address ?? ""): Oracle no longer has that row".printable)
    }
    if !outcome.validated.isEmpty {
      lines.append(
        "validated: " + outcome.validated.map { "\($0.schema).\($0.name)" }.joined(separator: ", ").printable)
    }
    lines += outcome.findings.filter { $0.severity != .info }.map {
      "\($0.object): \($0.reason); \($0.remedy)".printable
    }
    let rest = outcome.leftOut.count + outcome.gone.count
    lines.append(rest == 0 ? "no row is left out any more" : "\(rest) rows are still left out")
    return lines
  }
}

/// The JSON form.
private struct RejectsAnswer: Encodable {
  struct Row: Encodable {
    var schema: String
    var table: String
    var rowid: String?
    var key: [String: String]
    var column: String?
    var reason: String
    var detail: String
    var sqlstate: String?
  }

  var total: Int
  var rejects: [Row]

  init(total: Int, rows: [OpenReject]) {
    self.total = total
    rejects = rows.map {
      Row(
        schema: $0.target.schema, table: $0.target.name, rowid: $0.address, key: $0.key, column: $0.column,
        reason: $0.reason, detail: $0.detail, sqlstate: $0.sqlState)
    }
  }

  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
