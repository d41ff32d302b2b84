import ArgumentParser
import Conversion
import Foundation
import Migration
import Model
import PostgresClient

/// `oraferry schema apply`.
struct SchemaApplyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Run a converted schema on PostgreSQL, phase by phase.",
    discussion: """
      Runs DIR/schema.sql, as `schema convert` wrote it or as you changed it since. Each phase (a line `-- phase: tables` \
      and what follows it) is one transaction in which every statement is tried, so that all errors are seen at once, \
      each beside its Oracle source. --on-error stop undoes a phase with errors and goes no further; --on-error continue \
      leaves out what PostgreSQL refuses and commits the rest. Rows are best loaded between tables and keys:

        oraferry schema apply converted --only schemas --only sequences --only types --only tables
        oraferry schema apply converted --skip schemas --skip sequences --skip types --skip tables

      Connects as [postgres] of the workspace's config.ini says, or the environment (ORAFERRY_POSTGRES_HOST, or libpq's \
      PGHOST and so on); no Oracle is needed.

      Exit status: 0 everything ran; 1 failed, with the phase under way undone; 2 statements were left out \
      (--on-error continue).
      """)

  @Argument(help: ArgumentHelp("The folder that `schema convert` wrote.", valueName: "dir"))
  var folder: String

  @Option(help: "What happens when PostgreSQL refuses a statement: stop or continue.")
  var onError = SchemaApplication.ErrorPolicy.stop

  @Option(help: ArgumentHelp("Only this phase; may be given several times.", valueName: "phase"))
  var only: [String] = []

  @Option(help: ArgumentHelp("Not this phase; may be given several times.", valueName: "phase"))
  var skip: [String] = []

  @Flag(help: "Print what was done as one JSON object on standard output, and nothing else there.")
  var json = false

  @OptionGroup var place: WorkspaceOption

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      let path = folder + "/schema.sql"
      let phases = try chosen(try read(path), path)
      let settings = try place.place.postgresSettings()
      let session = try await PostgresSession.connect(credentials: settings.credentials)
      let outcome: SchemaApplication.Outcome
      do {
        outcome = try await SchemaApplication(session: session, policy: onError).run(phases) { phase, failures in
          show(phase, failures, path, console)
        }
      } catch {
        await session.close()
        throw error
      }
      await session.close()
      if json { console.result(try report(outcome, path)) }
      if !outcome.notBegun.isEmpty { console.note("not begun: \(outcome.notBegun.joined(separator: ", "))") }
      if outcome.phases.contains(where: { !$0.isCommitted }) { throw ExitCode(1) }
      if !outcome.failures.isEmpty { throw ExitCode(2) }
    }
  }

  private func read(_ path: String) throws -> SchemaFile {
    guard let data = FileManager.default.contents(atPath: path) else { throw SchemaApplyError.unreadable(path) }
    guard let text = String(validating: data, as: UTF8.self) else { throw SchemaApplyError.notUTF8(path) }
    return SchemaFile(text)
  }

  private func chosen(_ file: SchemaFile, _ path: String) throws -> [SchemaFile.Phase] {
    guard !file.phases.isEmpty else { throw SchemaApplyError.empty(path) }
    let titles = file.phases.map(\.title)
    // A name that no file has is a slip; a kind of object that this schema lacks is none.
    let known = Set(titles).union(SchemaSQL.phaseTitles)
    if let unknown = (only + skip).first(where: { !known.contains($0) }) {
      throw SchemaApplyError.unknownPhase(unknown, titles)
    }
    return file.phases.filter { (only.isEmpty || only.contains($0.title)) && !skip.contains($0.title) }
  }

  private func show(
    _ phase: SchemaApplication.PhaseOutcome, _ failures: [SchemaApplication.Failure], _ path: String, _ console: Console
  ) {
    for failure in failures {
      console.note("\(path):\(failure.line): \(failure.error)".printable)
      if let origin = failure.statement.origin {
        let excerpt = SourceExcerpt.text(of: origin).map { ": \($0)" } ?? ""
        console.note("  from \(origin)\(excerpt)".printable)
      }
    }
    guard !json else { return }
    let count = "\(phase.done) \(phase.done == 1 ? "statement" : "statements")"
    let failed = phase.failed == 0 ? "" : ", \(phase.failed) refused"
    console.result(
      ProgressDisplay.padded(phase.phase.isEmpty ? "(no phase)" : phase.phase, 14) + " " + count + failed
        + (phase.isCommitted ? "" : "; undone"))
  }

  private struct Report: Encodable {
    struct Phase: Encodable {
      var phase: String
      var statements: Int
      var refused: Int
      var committed: Bool
    }
    struct Refusal: Encodable {
      var phase: String
      var file: String
      var line: Int
      var origin: String?
      var sqlState: String?
      var message: String
    }
    var phases: [Phase]
    var refusals: [Refusal]
    var notBegun: [String]
  }

  private func report(_ outcome: SchemaApplication.Outcome, _ path: String) throws -> String {
    let report = Report(
      phases: outcome.phases.map {
        Report.Phase(phase: $0.phase, statements: $0.done, refused: $0.failed, committed: $0.isCommitted)
      },
      refusals: outcome.failures.map { failure in
        Report.Refusal(
          phase: failure.phase, file: path, line: failure.line, origin: failure.statement.origin,
          sqlState: failure.error.sqlState, message: failure.error.description)
      }, notBegun: outcome.notBegun)
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(report), as: UTF8.self)
  }
}

extension SchemaApplication.ErrorPolicy: ExpressibleByArgument {}

/// The first line of what a script says at a place.
enum SourceExcerpt {
  /// - Parameter origin: such as `tables.sql:12`.
  /// - Returns: nil when the script is not where it was, or has no such line.
  static func text(of origin: String) -> String? {
    guard let colon = origin.lastIndex(of: ":"), let line = Int(origin[origin.index(after: colon)...]), line > 0,
      let data = FileManager.default.contents(atPath: String(origin[..<colon]))
    else { return nil }
    let lines = data.split(separator: 0x0A, maxSplits: line, omittingEmptySubsequences: false)
    guard lines.count >= line else { return nil }
    return String(String(decoding: lines[line - 1], as: UTF8.self).drop(while: \.isWhitespace).prefix(100))
  }
}

/// Why a converted schema could not be run at all.
enum SchemaApplyError: Error, CustomStringConvertible {
  case unreadable(String)
  case notUTF8(String)
  case empty(String)
  case unknownPhase(String, [String])

  var description: String {
    switch self {
    case .unreadable(let path):
      "\(path.printable) cannot be read; name the folder that `oraferry schema convert --output DIR` wrote"
    case .notUTF8(let path): "\(path.printable) is not UTF-8; save it as UTF-8, without other bytes"
    case .empty(let path): "\(path.printable) has no statement; see findings.json beside it for what was not converted"
    case .unknownPhase(let name, let titles):
      "there is no phase \(name.printable); the file has: \(titles.joined(separator: ", ").printable)"
    }
  }
}
