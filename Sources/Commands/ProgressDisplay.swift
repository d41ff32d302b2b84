import Foundation
import Migration
import Model
import Reporting
import Synchronization
import TerminalDisplay

/// Shows how a migration gets on: lines for all of it and for each table that are drawn anew on a terminal, with what is
/// done above them; a line every few seconds elsewhere.
final class ProgressDisplay: Sendable {
  private struct State {
    /// Rows of the tables that are being copied.
    var open: [QualifiedName: Int] = [:]
    /// When each of them was begun, and the rows that it had then.
    var begun: [QualifiedName: (time: ContinuousClock.Instant, rows: Int)] = [:]
    /// What is made behind the rows.
    var step: String?
    /// The lines at the terminal's end.
    var block = LiveBlock()
    /// Rows of the tables that this run has copied.
    var doneRows = 0
    /// Rows of all that this run copies, by Oracle's statistics.
    var estimate: Int?
    /// When the first rows were seen, and how many: those of earlier runs among them.
    var first: (time: ContinuousClock.Instant, rows: Int)?
    var lastShown: ContinuousClock.Instant?
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

  /// Says what is to come where no migration plans it.
  func begin(tables: Int, _ text: String) {
    state.withLock { state in
      state.tableCount = tables
      line(text, &state)
    }
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
        (state.doneRows, state.open, state.begun, state.first) = (0, [:], [:], nil)
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
      case .tableStarted(let table):
        state.open[table] = 0
        state.step = nil
      case .tableProgress(let table, let rows, _):
        state.open[table] = rows
        if state.begun[table] == nil { state.begun[table] = (.now, rows) }
        showProgress(&state)
      case .tableCopied(let result, let seconds):
        done(result.target, rows: result.rows, seconds: seconds, &state)
      case .outlook, .pieceStarted, .pieceCopied: break
      case .step(let object):
        guard console.isTerminal else { return }
        state.step = "\(object.kind.rawValue) \(object.name.printable)"
        draw(&state)
      }
    }
  }

  /// Says that a table's rows were read where nothing is copied.
  func finish(_ table: QualifiedName, rows: Int, seconds: Double) {
    state.withLock { done(table, rows: rows, seconds: seconds, &$0) }
  }

  private func done(_ table: QualifiedName, rows: Int, seconds: Double, _ state: inout State) {
    state.doneTables += 1
    (state.open[table], state.begun[table]) = (nil, nil)
    state.doneRows += rows
    let rate = seconds > 0 ? Int(Double(rows) / seconds) : 0
    let count = "[\(state.doneTables)/\(state.tableCount)]"
    line(
      "\(count) \(ProgressDisplay.padded(table.name.printable, 24)) "
        + "\(ProgressDisplay.padded(ProgressDisplay.grouped(rows), -13)) rows  "
        + "\(ProgressDisplay.time(seconds))  \(ProgressDisplay.grouped(rate)) rows/s", &state)
  }

  /// Takes away what is drawn anew.
  func finish() {
    state.withLock { state in console.raw(state.block.erasing(size: size)) }
  }

  private func showProgress(_ state: inout State) {
    let now = ContinuousClock.now
    let rows = state.rows
    let first = state.first ?? (now, rows)
    state.first = first
    let interval = console.isTerminal ? ProgressDisplay.terminalInterval : ProgressDisplay.plainInterval
    guard now - (state.lastShown ?? first.time) >= interval else { return }
    state.lastShown = now
    if console.isTerminal { return draw(&state) }
    let names = state.open.keys.sorted()
    var text = names.prefix(3).map(\.name.printable).joined(separator: ", ")
    if names.count > 3 { text += " and \(names.count - 3) more" }
    line(text + ": " + total(state), isPassing: true, &state)
  }

  /// Rows, rate and the time that is left.
  private func total(_ state: State) -> String {
    let rows = state.rows
    var text = ProgressDisplay.grouped(rows)
    if let estimate = state.estimate, estimate > 0 { text += " of about \(ProgressDisplay.grouped(estimate))" }
    text += " rows"
    guard let first = state.first else { return text }
    let seconds = ProgressDisplay.seconds(.now - first.time)
    let rate = Double(rows - first.rows) / max(seconds, 0.001)
    text += ", \(ProgressDisplay.grouped(Int(rate))) rows/s"
    if let estimate = state.estimate, estimate > rows, rate > 0 {
      text += ", \(ProgressDisplay.time(Double(estimate - rows) / rate)) left"
    }
    return text + (limit.map { ", held to \($0)" } ?? "")
  }

  // MARK: On a terminal

  private static let barWidth = 24

  /// One line for all, and one for each table that is being copied.
  private func draw(_ state: inout State, passing: [String] = []) {
    var lines: [String] = []
    if let step = state.step, state.open.isEmpty {
      lines.append("[\(state.doneTables)/\(state.tableCount)] tables copied, making \(step)")
    } else if !state.open.isEmpty {
      let bar = state.estimate.flatMap { $0 > 0 ? Self.bar(Double(state.rows) / Double($0)) + " " : nil } ?? ""
      lines.append("[\(state.doneTables)/\(state.tableCount)] \(bar)\(total(state))")
      lines += state.open.sorted { $0.key < $1.key }.map {
        line(of: $0.key, rows: $0.value, begun: state.begun[$0.key])
      }
    }
    console.raw(
      lines.isEmpty
        ? state.block.erasing(size: size) + passing.map { $0 + "\n" }.joined()
        : state.block.drawing(lines, passing: passing, size: size))
  }

  private func line(
    of table: QualifiedName, rows: Int, begun: (time: ContinuousClock.Instant, rows: Int)?
  ) -> String {
    var text = "  " + ProgressDisplay.padded(table.name.printable, 24) + " "
    text += ProgressDisplay.padded(ProgressDisplay.grouped(rows), -15) + " rows"
    guard let begun, rows > begun.rows else { return text }
    let seconds = max(ProgressDisplay.seconds(.now - begun.time), 0.001)
    return text + "  " + ProgressDisplay.grouped(Int(Double(rows - begun.rows) / seconds)) + " rows/s"
  }

  /// A share of 1 as a bar; an estimate that was too low is a full one.
  private static func bar(_ share: Double) -> String {
    let full = min(barWidth, max(0, Int(share * Double(barWidth))))
    return "[" + String(repeating: "#", count: full) + String(repeating: ".", count: barWidth - full) + "]"
  }

  /// As it is at this moment; one that does not tell is taken for a small one.
  private var size: TerminalSize { .current(of: STDERR_FILENO) ?? TerminalSize(columns: 80, rows: 24) }

  /// - Parameter isPassing: what the next line of its kind makes old.
  private func line(_ text: String, isPassing: Bool = false, _ state: inout State) {
    if !isPassing { console.onLine?(text) }
    if console.isTerminal { draw(&state, passing: [text]) } else { console.raw(text + "\n") }
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
