import Foundation
import Ledger
import LivePage
import Model
import PostgresClient
import Synchronization
import Workspace

/// Follows a migration by what the ledger says of it, from another process or another machine.
final class LedgerWatch: Sendable {
  private struct State {
    var live: LiveState
    var lastAnswer: ContinuousClock.Instant
    var rate = RateWindow()
    var problem: String?
  }

  /// PostgreSQL may be busy for so long before the page says that it does not answer.
  private static let patience = Duration.seconds(5)
  private static let interval = Duration.seconds(1)
  private static let advice =
    "To cancel, press Ctrl-C where oraferry migrate runs; started with --serve its own page has a button."

  private let configuration: WorkspaceConfiguration
  private let tail: LogTail
  private let reportPath: String
  private let schema: String
  private let state: Mutex<State>

  /// - Throws: what is wrong with the configuration.
  init(_ configuration: WorkspaceConfiguration, _ workspace: Workspace) throws {
    self.configuration = configuration
    tail = LogTail(folder: workspace.logFolder)
    reportPath = workspace.reportFile.path(percentEncoded: false)
    schema = try configuration.targetSchema()
    state = Mutex(
      State(
        live: LiveState(
          condition: .waiting, command: "serve",
          source: "schema \(configuration.oracle.schema) of \(configuration.oracle.placeText)",
          target: configuration.postgres.place),
        lastAnswer: .now))
  }

  /// Asks PostgreSQL again and again, until the task is cancelled.
  func follow() async throws {
    var session: PostgresSession?
    while !Task.isCancelled {
      do {
        let open: PostgresSession
        if let session { open = session } else { open = try await Connections.openPostgres(configuration) }
        session = open
        let isAtWork = try await LedgerStatus.isAtWork(on: schema, open)
        note(try await LedgerStatus.read(of: schema, on: open), isAtWork: isAtWork)
      } catch {
        await session?.close()
        session = nil
        state.withLock { $0.problem = "\(error)" }
      }
      do { try await Task.sleep(for: Self.interval) } catch { break }
    }
    await session?.close()
    throw CancellationError()
  }

  /// How it is now.
  func snapshot() -> LiveState {
    let log = tail.read()
    let now = ContinuousClock.now
    return state.withLock { state in
      var live = state.live
      live.log = log.map { ["\($0.name):"] + $0.lines } ?? []
      if live.condition == .running { live.advice = Self.advice }
      if live.condition == .stopped { live.advice = "oraferry migrate goes on with what is missing." }
      if live.condition == .ended, FileManager.default.fileExists(atPath: reportPath) { live.report = reportPath }
      if let problem = state.problem {
        live.condition = .unreachable
        live.problem = problem
      } else if now - state.lastAnswer > Self.patience {
        live.condition = .unreachable
        live.problem = "No answer for \(ProgressDisplay.time(ProgressDisplay.seconds(now - state.lastAnswer)))."
      }
      return live
    }
  }

  private func note(_ status: LedgerStatus?, isAtWork: Bool) {
    let now = ContinuousClock.now
    state.withLock { state in
      state.lastAnswer = now
      state.problem = nil
      var live = LiveState(
        condition: isAtWork ? .running : .waiting, command: "serve", source: state.live.source,
        target: state.live.target)
      defer { state.live = live }
      guard let status else { return }
      let run = status.run
      live.condition = run.state == .finished ? .ended : isAtWork ? .running : .stopped
      let begun = Self.date(run.startedAt)
      live.begun = begun?.timeIntervalSince1970
      let end = run.state == .finished ? run.finishedAt.flatMap(Self.date) : isAtWork ? Date() : nil
      live.seconds = begun.flatMap { begun in end.map { max(0, $0.timeIntervalSince(begun)) } }
      live.tables = status.tables.map { table in
        var shown = LiveState.Table(name: table.target.description, progress: table.isCopied ? .done : .running)
        shown.rows = table.counts.rowsLoaded
        shown.rejected = table.counts.rowsRejected
        if table.chunks > 1 { (shown.chunks, shown.chunksDone) = (table.chunks, table.chunksDone) }
        return shown
      }
      live.tableCount = status.tablesPlanned
      live.tablesDone = live.tables.count { $0.progress == .done }
      live.rejected = live.tables.reduce(0) { $0 + $1.rejected }
      live.rows.done = live.tables.reduce(0) { $0 + $1.rows }
      live.phases = Self.phases(run, copied: live.tablesDone, of: status.tablesPlanned, isAtWork: isAtWork)
      if live.condition == .running {
        let bytes = status.tables.reduce(0) { $0 + $1.counts.bytes }
        state.rate.add(rows: live.rows.done, bytes: bytes, at: now)
        (live.rows.perSecond, live.rows.bytesPerSecond) = (state.rate.rowsPerSecond, state.rate.bytesPerSecond)
      } else {
        state.rate = RateWindow()
      }
      live.summary = ["read at SCN \(run.scn), run \(run.id) of the ledger; rows count when they are committed"]
      for table in status.tables where table.chunksFailed > 0 {
        guard let error = table.lastError else { continue }
        live.summary.append("\(table.target): \(table.chunksFailed) chunks failed when they were last tried: \(error)")
      }
    }
  }

  private static func phases(
    _ run: LedgerRun, copied: Int, of planned: Int?, isAtWork: Bool
  ) -> [LiveState.Phase] {
    let rowsAreDone = run.state == .finished || planned.map { copied >= $0 } ?? false
    let current: LiveState.Progress = isAtWork ? .running : .waiting
    return [
      LiveState.Phase(name: "Copy the rows", progress: rowsAreDone ? .done : current),
      LiveState.Phase(
        name: "Keys, indexes and what stands on the rows",
        progress: run.state == .finished ? .done : rowsAreDone ? current : .waiting),
    ]
  }

  /// Of a timestamptz in UTC as PostgreSQL prints it.
  private static func date(_ text: String) -> Date? {
    let iso = text.prefix(19).replacing(" ", with: "T") + "Z"
    return try? Date(iso, strategy: .iso8601)
  }
}
