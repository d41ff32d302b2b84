import Foundation
import Model

extension LiveState {
  /// The most tables that are shown at once: those at work first, then those that wait, then those that are done.
  static let tableLimit = 300
  static let workerLimit = 64
  static let logLimit = 100
  static let summaryLimit = 200
  /// Unicode scalars of one text.
  static let textLimit = 1000

  /// The same with a bounded size and with no character that does anything but be seen, whatever the names are.
  var bounded: LiveState {
    var state = self
    state.source = Self.shown(source)
    state.target = Self.shown(target)
    state.phases = phases.prefix(20).map { Phase(name: Self.shown($0.name), progress: $0.progress) }
    if tables.count > Self.tableLimit {
      let order: [Progress] = [.running, .waiting, .done]
      state.tables = Array(order.flatMap { kind in tables.filter { $0.progress == kind } }.prefix(Self.tableLimit))
      state.tablesOmitted += tables.count - Self.tableLimit
    }
    for index in state.tables.indices { state.tables[index].name = Self.shown(state.tables[index].name) }
    state.workers = workers.prefix(Self.workerLimit).map { worker in
      var worker = worker
      worker.table = worker.table.map(Self.shown)
      return worker
    }
    state.log = log.suffix(Self.logLimit).map(Self.shown)
    state.summary = summary.prefix(Self.summaryLimit).map(Self.shown)
    if summary.count > Self.summaryLimit { state.summary.append("and \(summary.count - Self.summaryLimit) more lines") }
    state.report = report.map(Self.shown)
    state.problem = problem.map(Self.shown)
    state.advice = advice.map(Self.shown)
    return state
  }

  private static func shown(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(textLimit + 1)
    guard scalars.count > textLimit else { return text.printable }
    return String(String.UnicodeScalarView(scalars.prefix(textLimit))).printable + "..."
  }

  /// One line of JSON, bounded; numbers that JSON does not know are empty texts.
  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "", negativeInfinity: "", nan: "")
    return try encoder.encode(bounded)
  }
}
