import Foundation
import Migration
import Model
import Reporting
import Synchronization

/// Notes what a migration's workers do and when, for the report's drawings.
final class CourseRecorder: Sendable {
  private struct State {
    var scn: UInt64?
    var hasBegun = false
    var hasTakenBack = false
    var pieces: [MigrationRecord.Piece] = []
    var pieceCount = 0
    /// Seconds that a table took from its first row to the last.
    var tables: [QualifiedName: Double] = [:]
    var rows: [QualifiedName: Int] = [:]
    /// Rows that earlier starts have copied of the tables.
    var earlier: [QualifiedName: Int] = [:]
    var samples: [MigrationRecord.Sample] = []
    /// Seconds between samples: doubled whenever there are too many.
    var interval = 0.02
  }

  /// Twice as many as a drawing has steps, and more.
  private static let sampleLimit = 600
  /// A table of a million chunks is not drawn chunk by chunk.
  private static let pieceLimit = 20_000

  /// Of this start.
  let id = UUID().uuidString
  let begun = Date()
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  /// - Returns: whether this is the first event of a migration that changes something.
  func note(_ event: MigrationEvent) -> Bool {
    let now = ProgressDisplay.seconds(.now - start)
    return state.withLock { state in
      note(event, at: now, &state)
      switch event {
      case .planned, .resumed, .takenBack:
        defer { state.hasBegun = true }
        return !state.hasBegun
      default: return false
      }
    }
  }

  /// Whether anything may have been changed.
  var hasBegun: Bool { state.withLock { $0.hasBegun } }

  /// Whether rows have come or gone; sequences and statistics are not what verify compares.
  var hasMovedRows: Bool { state.withLock { $0.hasTakenBack || $0.pieceCount > 0 } }

  private func note(_ event: MigrationEvent, at now: Double, _ state: inout State) {
    switch event {
    case .planned(_, _, _, let scn): state.scn = scn
    case .takenBack: state.hasTakenBack = true
    // A later round counts in what this start has copied itself.
    case .copying(_, let earlier): if state.pieceCount == 0 { state.earlier = earlier }
    case .pieceCopied(let piece):
      state.pieceCount += 1
      guard state.pieces.count < Self.pieceLimit else { return }
      state.pieces.append(
        MigrationRecord.Piece(
          table: piece.table.description, chunk: piece.chunk, worker: piece.worker,
          begun: max(0, now - piece.seconds), seconds: piece.seconds, rows: piece.rows))
    case .tableProgress(let table, let rows, _):
      state.rows[table] = rows
      sample(at: now, &state)
    case .tableCopied(let result, let seconds):
      state.tables[result.target] = seconds
      state.rows[result.target] = result.rows
      sample(at: now, &state)
    default: break
    }
  }

  private func sample(at now: Double, _ state: inout State) {
    let rows = state.rows.reduce(0) { $0 + $1.value - (state.earlier[$1.key] ?? 0) }
    let sample = MigrationRecord.Sample(seconds: now, rows: rows)
    // The last one is kept up to date, so that the curve ends where the rows do.
    if state.samples.count > 1, now - state.samples[state.samples.count - 2].seconds < state.interval {
      state.samples[state.samples.count - 1] = sample
    } else {
      state.samples.append(sample)
    }
    guard state.samples.count > Self.sampleLimit else { return }
    state.samples = state.samples.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    state.interval *= 2
  }

  /// The SCN of the run, once the plan is made.
  var scn: UInt64? { state.withLock { $0.scn } }

  /// What was noted so far.
  ///
  /// From the command's beginning to now: what is compared first, and rounds that lost a snapshot, are part of it.
  func course(brokeOff: Bool = false) -> MigrationRecord.Start {
    let now = ProgressDisplay.seconds(.now - start)
    return state.withLock {
      MigrationRecord.Start(
        begun: begun, seconds: now, pieces: $0.pieces, pieceCount: $0.pieceCount, samples: $0.samples,
        brokeOff: brokeOff)
    }
  }

  /// Seconds that a table took; nil for one of an earlier start.
  func seconds(of table: QualifiedName) -> Double? { state.withLock { $0.tables[table] } }
}
