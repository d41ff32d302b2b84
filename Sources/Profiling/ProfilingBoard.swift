import Model
import Synchronization

/// Which parts of tables wait for a session, and what was found in the others.
final class ProfilingBoard: Sendable {
  /// A range of a table's rows.
  struct Part: Sendable {
    /// The table's place in the list of all.
    var table: Int
    /// Counts up from 0 within the table.
    var number: Int
    var range: RowRange
  }

  private struct State {
    var waiting: [Part]
    var tables: [Int: Progress] = [:]
    var profiles: [Int: TableProfile] = [:]
  }

  /// How far a table is.
  private struct Progress {
    var openParts = 0
    var begun: ContinuousClock.Instant?
    /// Rows by part.
    var rows: [Int: Int] = [:]
    var found: TableAccumulator?
    /// The SCN of all parts so far; nil once one was read at another.
    var scn: UInt64?
  }

  let partCount: Int
  private let state: Mutex<State>

  /// - Parameter parts: in the order in which they are to be taken.
  init(_ parts: [Part]) {
    partCount = parts.count
    var state = State(waiting: parts.reversed())
    for part in parts { state.tables[part.table, default: Progress()].openParts += 1 }
    self.state = Mutex(state)
  }

  func next() -> Part? { state.withLock { $0.waiting.popLast() } }

  /// Whether it is the first of its table.
  func begin(_ part: Part) -> Bool {
    state.withLock { state in
      guard state.tables[part.table]?.begun == nil else { return false }
      state.tables[part.table]?.begun = .now
      return true
    }
  }

  /// Notes how far a part is.
  ///
  /// - Returns: the rows of all parts of its table.
  func note(rows: Int, of part: Part) -> Int {
    state.withLock { state in
      state.tables[part.table]?.rows[part.number] = rows
      return state.tables[part.table]?.rows.values.reduce(0, +) ?? 0
    }
  }

  /// Takes what was found in a part.
  ///
  /// - Returns: the table's profile when that was its last part.
  /// - Throws: `ProfilingError`.
  func finish(_ part: Part, _ found: TableAccumulator, isSample: Bool) throws -> TableProfile? {
    try state.withLock { state in
      var progress = state.tables[part.table] ?? Progress()
      progress.openParts -= 1
      if progress.found == nil {
        (progress.found, progress.scn) = (found, found.scn)
      } else {
        progress.found?.merge(found)
        if progress.scn != found.scn { progress.scn = nil }
      }
      state.tables[part.table] = progress
      guard progress.openParts == 0, let all = progress.found else { return nil }
      let seconds = (progress.begun ?? .now).duration(to: .now).inSeconds
      let profile = try all.profile(isSample: isSample, scn: progress.scn, seconds: seconds)
      state.tables[part.table]?.found = nil
      state.profiles[part.table] = profile
      return profile
    }
  }

  /// In the order of the tables.
  var profiles: [TableProfile] { state.withLock { $0.profiles.sorted { $0.key < $1.key }.map(\.value) } }
}
