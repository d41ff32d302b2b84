import Migration
import Model

/// A migration's report as lines for people.
struct MigrationSummary {
  let report: MigrationReport

  init(_ report: MigrationReport) {
    self.report = report
  }

  var lines: [String] {
    let rows = ProgressDisplay.grouped(report.rowCount)
    var lines: [String] = []
    if report.wasComplete {
      lines.append(
        "nothing is missing: \(report.tables.count) tables with \(rows) rows were carried over before, "
          + "at SCN \(report.scn); nothing was changed")
    } else {
      lines.append(
        "\(report.tables.count) tables, \(rows) rows in schema \(report.targetSchema), read at SCN \(report.scn), "
          + "in \(ProgressDisplay.time(report.seconds))")
      let earlier = report.tables.count { !$0.isNew }
      if earlier > 0 { lines.append("\(earlier) of the tables were copied by an earlier run") }
      let kinds = report.objectsMade.filter { MigrationSummary.plurals[$0.key] != nil }
        .sorted { $0.key < $1.key }
        .map { "\($0.value) \($0.value == 1 ? $0.key : MigrationSummary.plurals[$0.key] ?? $0.key)" }
      if !kinds.isEmpty { lines.append("made after the rows: " + kinds.joined(separator: ", ")) }
    }
    return lines + findingLines
  }

  private static let plurals = [
    "primary key": "primary keys", "unique constraint": "unique constraints",
    "check constraint": "check constraints", "foreign key": "foreign keys", "index": "indexes",
    "view": "views", "trigger": "triggers", "function": "functions",
    "sequence value": "sequence values", "table comment": "table comments", "column comment": "column comments",
  ]

  private var findingLines: [String] {
    let losses = report.findings.filter { $0.severity != .info }
    let notes = report.findings.filter { $0.severity == .info }
    var lines: [String] = []
    if losses.isEmpty {
      lines.append("no findings: everything was carried over exactly")
    } else {
      lines.append("\(losses.count) \(losses.count == 1 ? "finding" : "findings"): not carried over exactly")
      lines += losses.map { "  \($0.object.printable): \($0.reason.printable); \($0.remedy)" }
    }
    if !notes.isEmpty {
      lines.append("\(notes.count) \(notes.count == 1 ? "note" : "notes"): carried over in another form, nothing lost")
      lines += notes.map { "  \($0.object.printable): \($0.reason.printable)" }
    }
    return lines
  }
}
