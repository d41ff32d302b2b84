import Foundation
import LivePage
import Migration
import Model
import Synchronization

/// Follows a migration's events, and says how it is whenever a page asks.
///
/// Events only change a few numbers: whoever copies rows is not held up.
final class MigrationWatch: Sendable {
  private struct Table {
    var outlook: TableOutlook
    var rows: Int
    var chunksDone: Int
    var rejected: Int
    var bytes: Int
    var isDone: Bool
    var begun: ContinuousClock.Instant?
    var seconds: Double?

    init(_ outlook: TableOutlook) {
      self.outlook = outlook
      (rows, bytes) = (outlook.rows, outlook.bytes)
      chunksDone = outlook.chunksDone
      rejected = outlook.rejected
      isDone = outlook.isCopied
    }
  }

  private struct Worker {
    var piece: (table: QualifiedName, chunk: Int?, begun: ContinuousClock.Instant)?
  }

  private struct State {
    /// In the order of the plan.
    var order: [QualifiedName] = []
    var tables: [QualifiedName: Table] = [:]
    var workers: [Worker] = []
    var phase = Phase.dictionary
    var step: String?
    var tableCount: Int?
    var estimate: Int?
    var rate = RateWindow()
    var log: [String] = []
    var condition = LiveState.Condition.running
    var summary: [String] = []
    var problem: String?
    var report: String?
  }

  private enum Phase: Int, CaseIterable {
    case dictionary, preparation, rows, completion

    var name: String {
      switch self {
      case .dictionary: "Read the dictionary"
      case .preparation: "Plan and prepare"
      case .rows: "Copy the rows"
      case .completion: "Keys, indexes and what stands on the rows"
      }
    }
  }

  private static let logLimit = 100

  private let source: String
  private let target: String
  private let begunAt = Date()
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  init(source: String, target: String) {
    self.source = source
    self.target = target
  }

  func note(_ event: MigrationEvent) {
    state.withLock { state in
      switch event {
      case .planned(let tables, _, _, _):
        state.tableCount = tables
        state.phase = .preparation
      case .takenBack:
        (state.tables, state.order, state.workers, state.rate) = ([:], [], [], RateWindow())
        state.phase = .preparation
      case .copying(let estimate, _):
        state.estimate = estimate
        state.phase = .rows
      case .outlook(let tables, let workers):
        state.order = tables.map(\.table)
        state.tables = Dictionary(tables.map { ($0.table, Table($0)) }) { first, _ in first }
        state.workers = Array(repeating: Worker(), count: workers)
        state.tableCount = tables.count
        state.phase = .rows
      case .tableStarted(let table): state.tables[table]?.begun = .now
      case .tableProgress(let table, let rows, let bytes):
        state.tables[table]?.rows = rows
        state.tables[table]?.bytes = bytes
      case .pieceStarted(let table, let chunk, let worker):
        guard state.workers.indices.contains(worker) else { return }
        state.workers[worker].piece = (table, chunk, .now)
      case .pieceCopied(let piece):
        if state.workers.indices.contains(piece.worker) { state.workers[piece.worker].piece = nil }
        if piece.chunk != nil {
          state.tables[piece.table]?.chunksDone += 1
          state.tables[piece.table]?.rejected += piece.rejected
        }
      case .tableCopied(let result, let seconds):
        state.tables[result.target]?.rows = result.rows
        state.tables[result.target]?.rejected = result.rejected
        state.tables[result.target]?.isDone = true
        state.tables[result.target]?.seconds = seconds
      case .step(let object):
        state.step = "\(object.kind.rawValue) \(object.name)"
        if state.phase == .rows { state.phase = .completion }
      case .resumed, .compared, .fewerWorkers: break
      }
    }
  }

  func note(line: String) {
    state.withLock { state in
      state.log.append(line)
      if state.log.count > Self.logLimit { state.log.removeFirst(state.log.count - Self.logLimit) }
    }
  }

  /// The migration was told to end.
  func noteCancelling() { state.withLock { $0.condition = .cancelling } }

  /// Whether it is still to be cancelled.
  var isRunning: Bool { state.withLock { $0.condition == .running } }

  /// - Parameter report: the path of the report, where there is one.
  func end(_ condition: LiveState.Condition, summary: [String] = [], problem: String? = nil, report: String? = nil) {
    state.withLock { state in
      state.condition = condition
      state.summary = summary
      state.problem = problem
      state.report = report
      for index in state.workers.indices { state.workers[index].piece = nil }
    }
  }

  /// How it is now.
  func snapshot() -> LiveState {
    let now = ContinuousClock.now
    return state.withLock { state in
      var live = LiveState(condition: state.condition, command: "migrate", source: source, target: target)
      live.begun = begunAt.timeIntervalSince1970
      live.seconds = ProgressDisplay.seconds(now - start)
      let hasEnded = [.finished, .findings].contains(state.condition)
      live.phases = Phase.allCases.map { phase in
        let isCurrent = phase == state.phase
        let isDone = hasEnded || phase.rawValue < state.phase.rawValue
        let name = isCurrent && phase == .completion && !hasEnded ? state.step.map { "\(phase.name): \($0)" } : nil
        return LiveState.Phase(name: name ?? phase.name, progress: isDone ? .done : isCurrent ? .running : .waiting)
      }
      live.tables = state.order.compactMap { state.tables[$0] }.map { Self.shown($0, now) }
      live.tableCount = state.tableCount
      live.tablesDone = live.tables.count { $0.progress == .done }
      live.rejected = live.tables.reduce(0) { $0 + $1.rejected }
      live.workers = state.workers.enumerated().map { number, worker in
        var shown = LiveState.Worker(number: number + 1)
        if let piece = worker.piece {
          shown.table = piece.table.description
          shown.chunk = piece.chunk
          shown.seconds = ProgressDisplay.seconds(now - piece.begun)
        }
        return shown
      }
      live.rows = Self.rows(&state, live.tables, now)
      (live.log, live.summary, live.problem, live.report) = (state.log, state.summary, state.problem, state.report)
      return live
    }
  }

  private static func shown(_ table: Table, _ now: ContinuousClock.Instant) -> LiveState.Table {
    var shown = LiveState.Table(
      name: table.outlook.table.description,
      progress: table.isDone ? .done : table.begun == nil ? .waiting : .running)
    shown.rows = table.rows
    shown.estimate = table.outlook.rowEstimate
    shown.chunks = table.outlook.chunks
    shown.chunksDone = table.outlook.chunks.map { min($0, table.chunksDone) }
    shown.rejected = table.rejected
    shown.seconds = table.seconds ?? table.begun.map { ProgressDisplay.seconds(now - $0) }
    if let seconds = shown.seconds, seconds > 0.05, !table.outlook.isCopied {
      shown.perSecond = Double(max(0, table.rows - table.outlook.rows)) / seconds
    }
    return shown
  }

  private static func rows(
    _ state: inout State, _ tables: [LiveState.Table], _ now: ContinuousClock.Instant
  ) -> LiveState.Rows {
    var rows = LiveState.Rows()
    rows.done = tables.reduce(0) { $0 + $1.rows }
    let estimates = tables.map { $0.progress == .done ? $0.rows : $0.estimate.map { estimate in max(estimate, 0) } }
    if !tables.isEmpty, !estimates.contains(nil) {
      rows.estimate = zip(estimates, tables).reduce(0) { $0 + max($1.0 ?? 0, $1.1.rows) }
    } else if tables.isEmpty {
      rows.estimate = state.estimate
    }
    guard state.phase == .rows, [.running, .cancelling].contains(state.condition) else { return rows }
    state.rate.add(rows: rows.done, bytes: state.tables.values.reduce(0) { $0 + $1.bytes }, at: now)
    (rows.perSecond, rows.bytesPerSecond) = (state.rate.rowsPerSecond, state.rate.bytesPerSecond)
    if let estimate = rows.estimate, let rate = rows.perSecond, rate > 0 {
      rows.secondsLeft = Double(estimate - rows.done) / rate
    }
    return rows
  }
}
