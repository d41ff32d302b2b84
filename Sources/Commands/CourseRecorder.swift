import Foundation
import Migration
import Model
import Reporting
import Synchronization

/// Notes what a migration's workers do and when, for the report's drawings.
final class CourseRecorder: Sendable {
  private struct State {
    var pieces: [MigrationRecord.Piece] = []
    /// Seconds that a table took from its first row to the last.
    var tables: [QualifiedName: Double] = [:]
    var rows: [QualifiedName: Int] = [:]
    var samples: [MigrationRecord.Sample] = []
    /// Seconds between samples: doubled whenever there are too many.
    var interval = 0.02
  }

  /// Twice as many as a drawing has steps, and more.
  private static let sampleLimit = 600
  /// A table of a million chunks is not drawn chunk by chunk.
  private static let pieceLimit = 20_000

  private let begun = Date()
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  func note(_ event: MigrationEvent) {
    let now = ProgressDisplay.seconds(.now - start)
    state.withLock { state in
      switch event {
      case .pieceCopied(let piece):
        guard state.pieces.count < Self.pieceLimit else { return }
        state.pieces.append(
          MigrationRecord.Piece(
            table: piece.table.description, chunk: piece.chunk, worker: piece.worker,
            begun: max(0, now - piece.seconds), seconds: piece.seconds, rows: piece.rows))
      case .tableProgress(let table, let rows, _):
        state.rows[table] = rows
        sample(at: now, &state, isForced: false)
      case .tableCopied(let result, let seconds):
        state.tables[result.target] = seconds
        state.rows[result.target] = result.rows
        sample(at: now, &state, isForced: true)
      default: break
      }
    }
  }

  private func sample(at now: Double, _ state: inout State, isForced: Bool) {
    guard isForced || now - (state.samples.last?.seconds ?? -1) >= state.interval else { return }
    let rows = state.rows.values.reduce(0, +)
    state.samples.append(MigrationRecord.Sample(seconds: now, rows: rows))
    guard state.samples.count > Self.sampleLimit else { return }
    state.samples = state.samples.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    state.interval *= 2
  }

  /// What was noted, for a start that took so long.
  func course(seconds: Double) -> MigrationRecord.Start {
    state.withLock {
      MigrationRecord.Start(begun: begun, seconds: seconds, pieces: $0.pieces, samples: $0.samples)
    }
  }

  /// Seconds that a table took; nil for one of an earlier start.
  func seconds(of table: QualifiedName) -> Double? { state.withLock { $0.tables[table] } }
}
