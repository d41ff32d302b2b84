import Foundation
import Migration
import Model
import Reporting
import Synchronization

/// Shows how a migration gets on: a line that is rewritten on a terminal, a line every few seconds elsewhere.
final class ProgressDisplay: Sendable {
  private struct State {
    /// Rows of the tables that are being copied.
    var open: [QualifiedName: Int] = [:]
    /// Rows of the tables that this run has copied.
    var doneRows = 0
    /// Rows of all that this run copies, by Oracle's statistics.
    var estimate: Int?
    /// When the first rows were seen, and how many: those of earlier runs among them.
    var first: (time: ContinuousClock.Instant, rows: Int)?
    var lastShown: ContinuousClock.Instant?
    var hasOpenLine = false
    var doneTables = 0
    var tableCount = 0

    var rows: Int { open.values.reduce(doneRows, +) }
  }

  private static let terminalInterval = Duration.milliseconds(100)
  private static let plainInterval = Duration.seconds(5)

  private let console: Console
  /// What the source's load is held to, for people.
  private let limit: String?
  private let state = Mutex(State())

  /// - Parameter maximumRate: bytes a second that may be read from Oracle; nil for any.
  init(console: Console, maximumRate: Int? = nil) {
    self.console = console
    limit = maximumRate.map { ByteRate(bytesPerSecond: $0).text }
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
      case .takenBack(let tables, let dropped, let old, let new, let isDataOnly):
        (state.doneRows, state.open, state.first) = (0, [:], nil)
        line(
          "\(tables) tables are read at SCN \(new) instead of \(old); "
            + (isDataOnly
              ? "what was loaded into \(dropped) of them was deleted"
              : "\(dropped) of them were there, and were dropped"),
          &state)
      case .compared(let table, let isChanged):
        line("\(table.name.printable): \(isChanged ? "changed since, copied again" : "as it was")", &state)
      case .copying(let estimate, _):
        state.estimate = estimate
        state.lastShown = .now
        if let limit { line("reading at most \(limit) from Oracle", &state) }
      case .fewerWorkers(let count, let reason):
        line("\(count) sessions on either side, no more could be had: \(reason.printable)", &state)
      case .tableStarted(let table): state.open[table] = 0
      case .tableProgress(let table, let rows, _):
        state.open[table] = rows
        showProgress(&state)
      case .tableCopied(let result, let seconds):
        state.doneTables += 1
        state.open[result.target] = nil
        state.doneRows += result.rows
        let rate = seconds > 0 ? Int(Double(result.rows) / seconds) : 0
        let count = "[\(state.doneTables)/\(state.tableCount)]"
        line(
          "\(count) \(ProgressDisplay.padded(result.target.name.printable, 24)) "
            + "\(ProgressDisplay.padded(ProgressDisplay.grouped(result.rows), -13)) rows  "
            + "\(ProgressDisplay.time(seconds))  \(ProgressDisplay.grouped(rate)) rows/s", &state)
      case .pieceCopied: break
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

  private func showProgress(_ state: inout State) {
    let now = ContinuousClock.now
    let rows = state.rows
    let first = state.first ?? (now, rows)
    state.first = first
    let interval = console.isTerminal ? ProgressDisplay.terminalInterval : ProgressDisplay.plainInterval
    guard now - (state.lastShown ?? first.time) >= interval else { return }
    state.lastShown = now
    let seconds = ProgressDisplay.seconds(now - first.time)
    let rate = Double(rows - first.rows) / max(seconds, 0.001)
    let names = state.open.keys.sorted()
    var text = names.prefix(3).map(\.name.printable).joined(separator: ", ")
    if names.count > 3 { text += " and \(names.count - 3) more" }
    text += ": \(ProgressDisplay.grouped(rows))"
    if let estimate = state.estimate, estimate > 0 {
      text += " of about \(ProgressDisplay.grouped(estimate))"
    }
    text += " rows, \(ProgressDisplay.grouped(Int(rate))) rows/s"
    if let limit { text += ", held to \(limit)" }
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

  static func grouped(_ number: Int) -> String { FigureText.grouped(number) }

  static func time(_ seconds: Double) -> String { FigureText.time(seconds) }

  /// Pads to a width with blanks behind, or in front when the width is negative.
  static func padded(_ text: String, _ width: Int) -> String {
    let blanks = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width < 0 ? blanks + text : text + blanks
  }
}
