import Foundation
import Migration
import Model
import Synchronization

/// Shows how a migration gets on: a line that is rewritten on a terminal, a line every few seconds elsewhere.
final class ProgressDisplay: Sendable {
  private struct State {
    var table = ""
    var tableStart = ContinuousClock.now
    var estimate: Int?
    var lastShown: ContinuousClock.Instant?
    var hasOpenLine = false
    var doneTables = 0
    var tableCount = 0
  }

  private static let terminalInterval = Duration.milliseconds(100)
  private static let plainInterval = Duration.seconds(5)

  private let console: Console
  private let state = Mutex(State())

  init(console: Console) {
    self.console = console
  }

  func show(_ event: MigrationEvent) {
    state.withLock { state in
      switch event {
      case .planned(let tables, let columns, let rows, let scn):
        state.tableCount = tables
        let estimate = rows.map { ", about \(ProgressDisplay.grouped($0)) rows" } ?? ""
        line("\(tables) tables, \(columns) columns\(estimate), read at SCN \(scn)", &state)
      case .resumed(let done, let scn):
        state.doneTables = done
        line("an earlier run at SCN \(scn) copied \(done) tables; going on with what is missing", &state)
      case .startedAnew(let discarded, let scn):
        line(
          "Oracle no longer has SCN \(scn) of the unfinished run: its \(discarded) tables were dropped, all are read anew",
          &state)
      case .tableStarted(let table, let estimate):
        state.table = table.name
        state.estimate = estimate
        state.tableStart = .now
        state.lastShown = nil
      case .tableProgress(_, let rows, _):
        showProgress(rows, &state)
      case .tableCopied(let result, let seconds):
        state.doneTables += 1
        let rate = seconds > 0 ? Int(Double(result.rows) / seconds) : 0
        let count = "[\(state.doneTables)/\(state.tableCount)]"
        line(
          "\(count) \(ProgressDisplay.padded(result.target.name.printable, 24)) "
            + "\(ProgressDisplay.padded(ProgressDisplay.grouped(result.rows), -13)) rows  "
            + "\(ProgressDisplay.time(seconds))  \(ProgressDisplay.grouped(rate)) rows/s", &state)
      case .step(let object):
        guard console.isTerminal else { return }
        rewrite("\(object.kind.rawValue) \(object.name.printable)", &state)
      }
    }
  }

  /// Ends the line that is being rewritten.
  func finish() {
    state.withLock { state in
      if state.hasOpenLine { console.raw("\r\u{1B}[K") }
      state.hasOpenLine = false
    }
  }

  private func showProgress(_ rows: Int, _ state: inout State) {
    let now = ContinuousClock.now
    let interval = console.isTerminal ? ProgressDisplay.terminalInterval : ProgressDisplay.plainInterval
    guard now - (state.lastShown ?? state.tableStart) >= interval else { return }
    state.lastShown = now
    let seconds = ProgressDisplay.seconds(now - state.tableStart)
    let rate = Double(rows) / max(seconds, 0.001)
    var text = "\(state.table.printable): \(ProgressDisplay.grouped(rows))"
    if let estimate = state.estimate, estimate > 0 {
      text += " of about \(ProgressDisplay.grouped(estimate))"
    }
    text += " rows, \(ProgressDisplay.grouped(Int(rate))) rows/s"
    if let estimate = state.estimate, estimate > rows, rate > 0 {
      text += ", \(ProgressDisplay.time(Double(estimate - rows) / rate)) left"
    }
    if console.isTerminal { rewrite(text, &state) } else { line(text, &state) }
  }

  private func line(_ text: String, _ state: inout State) {
    console.raw((state.hasOpenLine ? "\r\u{1B}[K" : "") + text + "\n")
    state.hasOpenLine = false
  }

  private func rewrite(_ text: String, _ state: inout State) {
    console.raw("\r\u{1B}[K" + text)
    state.hasOpenLine = true
  }

  static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  /// `12,345,678`.
  static func grouped(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return (number < 0 ? "-" : "") + String(digits)
  }

  /// `0.4 s`, `12 s`, `3 min 05 s`, `2 h 10 min`.
  static func time(_ seconds: Double) -> String {
    guard seconds >= 10 else { return String(format: "%.1f s", seconds) }
    let whole = Int(min(seconds, 1e9).rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return String(format: "%d min %02d s", whole / 60, whole % 60) }
    return String(format: "%d h %02d min", whole / 3600, whole % 3600 / 60)
  }

  /// Pads to a width with blanks behind, or in front when the width is negative.
  static func padded(_ text: String, _ width: Int) -> String {
    let blanks = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width < 0 ? blanks + text : text + blanks
  }
}
