import ArgumentParser
import Foundation
import Ledger
import Model
import Workspace

/// `oraferry status`.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show what the ledger in PostgreSQL knows: which tables and chunks are copied.",
    discussion: """
      Reads only, from PostgreSQL alone, and while a migration runs as well. What is not committed yet is not shown.

      Exit status: 0 the last run is finished, or there is none; 2 it is not finished; 1 failed.
      """)

  @OptionGroup var place: WorkspaceOption
  @OptionGroup var log: LogOptions

  @Flag(help: "Print the ledger as one JSON object on standard output, and nothing else there.")
  var json = false

  func run() async throws {
    let console = Console()
    try await console.reportingErrors {
      try await place.logged("status", log, console) { configuration, console in
        let session = try await Connections.openPostgres(configuration)
        let status: LedgerStatus?
        let held: [LedgerHold]
        do {
          status = try await LedgerStatus.read(of: try configuration.targetSchema(), on: session)
          held = try await LedgerStatus.held(of: try configuration.targetSchema(), on: session)
        } catch {
          await session.close()
          throw error
        }
        await session.close()
        if json {
          let encoder = JSONEncoder()
          encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
          console.result(String(decoding: try encoder.encode(StatusAnswer(status, held: held)), as: UTF8.self))
        } else {
          for line in StatusCommand.lines(status) + StatusCommand.lines(held) { console.record(line) }
        }
        if let status, status.run.state != .finished { throw ExitCode(2) }
      }
    }
  }

  /// What a load into existing tables has off.
  static func lines(_ held: [LedgerHold]) -> [String] {
    guard !held.isEmpty else { return [] }
    return held.map { ($0.description + ($0.state == .held ? " is off" : " is NOT VALID yet")).printable }
      + ["oraferry migrate --data-only goes on and puts them back, oraferry reset takes the rows back and does so too"]
  }

  /// A line for the run, one for each table, and the sum.
  static func lines(_ status: LedgerStatus?) -> [String] {
    guard let status else { return ["nothing was migrated to this schema; oraferry migrate does"] }
    let run = status.run
    let answer = StatusAnswer(status)
    var lines = [
      "run \(run.id): \(run.source.schema) of \(run.source.host):\(run.source.port)/\(run.source.service) to schema "
        + "\(run.targetSchema), read at SCN \(run.scn), \(run.state.rawValue), begun \(run.startedAt)".printable
    ]
    for table in status.tables {
      let part = table.isCopied ? "copied" : "\(table.chunksDone) of \(table.chunks) chunks"
      lines.append(
        "\(ProgressDisplay.padded(table.target.name.printable, 24)) "
          + "\(ProgressDisplay.padded(ProgressDisplay.grouped(table.counts.rowsLoaded), -13)) rows  \(part)")
      if let scn = status.snapshots[table.target], scn != run.scn {
        lines.append("  read at SCN \(scn), since Oracle no longer had \(run.scn)")
      }
      for (column, count) in table.replacedTexts.sorted(by: { $0.key < $1.key }) {
        lines.append(
          "  \(ProgressDisplay.grouped(count)) values of \(column) hold replacement characters (U+FFFD): of VARCHAR2 "
            .printable + "and CHAR, [character-sets] of config.ini reads them as bytes")
      }
      if table.chunksFailed > 0, let error = table.lastError {
        lines.append("  \(table.chunksFailed) chunks failed when they were last tried: \(error)".printable)
      }
    }
    let planned = status.tablesPlanned.map { " of \($0)" } ?? ""
    lines.append(
      "\(status.tables.count { $0.isCopied })\(planned) tables copied, "
        + "\(ProgressDisplay.grouped(answer.rows.loaded)) rows loaded, \(answer.chunks.done) of \(answer.chunks.total) "
        + "chunks done")
    if answer.rows.rejected > 0 {
      lines.append("\(ProgressDisplay.grouped(answer.rows.rejected)) rows left out: oraferry rejects shows them")
    }
    if run.state != .finished {
      lines.append("oraferry migrate\(status.isDataOnly ? " --data-only" : "") goes on with what is missing")
    }
    return lines
  }
}

/// The JSON form.
struct StatusAnswer: Encodable {
  struct Run: Encodable {
    var id: Int
    var state: String
    var source: String
    var schema: String
    var target: String
    var scn: UInt64
    var begun: String
    var finished: String?
    var toolVersion: String
    var tablesPlanned: Int?

    enum CodingKeys: String, CodingKey {
      case id, state, source, schema, target, scn, begun, finished
      case toolVersion = "tool_version"
      case tablesPlanned = "tables_planned"
    }
  }

  struct Chunks: Encodable {
    var total = 0
    var done = 0
    var failed = 0
  }

  struct Rows: Encodable {
    var read = 0
    var loaded = 0
    var rejected = 0
  }

  struct Table: Encodable {
    var schema: String
    var table: String
    var source: String
    var state: String
    var chunks: Chunks
    var rows: Rows
    var bytes: Int
    var scn: UInt64
    var lastError: String?
    /// Values with replacement characters, by Oracle's column.
    var replacedTexts: [String: Int]

    enum CodingKeys: String, CodingKey {
      case schema, table, source, state, chunks, rows, bytes, scn
      case replacedTexts = "replaced_texts"
      case lastError = "last_error"
    }
  }

  struct Held: Encodable {
    var kind: String
    var table: String
    var name: String
    var state: String
  }

  var runs: [Run] = []
  /// Triggers and foreign keys that a load into existing tables has off.
  var held: [Held] = []
  var tables: [Table] = []
  var chunks = Chunks()
  var rows = Rows()

  init(_ status: LedgerStatus?, held: [LedgerHold] = []) {
    self.held = held.map {
      Held(kind: $0.kind.rawValue, table: $0.table.description, name: $0.name, state: $0.state.rawValue)
    }
    guard let status else { return }
    let run = status.run
    runs = [
      Run(
        id: run.id, state: run.state.rawValue, source: "\(run.source.host):\(run.source.port)/\(run.source.service)",
        schema: run.source.schema, target: run.targetSchema, scn: run.scn, begun: run.startedAt,
        finished: run.finishedAt, toolVersion: run.toolVersion, tablesPlanned: status.tablesPlanned)
    ]
    for table in status.tables {
      let chunks = Chunks(total: table.chunks, done: table.chunksDone, failed: table.chunksFailed)
      let rows = Rows(
        read: table.counts.rowsRead, loaded: table.counts.rowsLoaded, rejected: table.counts.rowsRejected)
      tables.append(
        Table(
          schema: table.target.schema, table: table.target.name, source: table.source,
          state: table.isCopied ? "copied" : "filling", chunks: chunks, rows: rows, bytes: table.counts.bytes,
          scn: status.snapshots[table.target] ?? run.scn, lastError: table.lastError, replacedTexts: table.replacedTexts
        ))
      self.chunks.total += chunks.total
      self.chunks.done += chunks.done
      self.chunks.failed += chunks.failed
      self.rows.read += rows.read
      self.rows.loaded += rows.loaded
      self.rows.rejected += rows.rejected
    }
  }
}
