import Foundation
import Model

/// What a migration came to, as one HTML page (`HTMLPage`).
///
/// Every name and value is escaped by the template.
public struct ReportPage {
  private let migration: MigrationRecord?
  private let verification: VerificationRecord?
  private let attempt: AttemptRecord?

  /// Makes a page of what there is.
  ///
  /// - Parameter attempt: a start that has not ended, or broke off.
  public init(migration: MigrationRecord?, verification: VerificationRecord?, attempt: AttemptRecord? = nil) {
    self.migration = migration
    // Of other databases it says nothing of these.
    let identity = migration?.identity ?? attempt?.identity
    self.verification = verification.flatMap { identity == nil || $0.identity == identity ? $0 : nil }
    self.attempt = attempt
  }

  private var verdict: VerdictBand {
    VerdictBand(migration: migration, verification: verification, attempt: attempt)
  }

  /// The page.
  ///
  /// - Throws: the template's own faults.
  public func html() throws -> String {
    try HTMLPage.render(title: Self.title, body: Self.body, values)
  }

  private var values: [String: Any] {
    let record = migration
    var values: [String: Any] = [
      "source": (record?.source ?? verification?.source ?? "").printable,
      "target": (record?.target ?? verification?.target ?? "").printable,
      "sourcePlace": (record?.sourcePlace ?? "").printable, "targetPlace": (record?.targetPlace ?? "").printable,
      "hasPlaces": record != nil, "scn": record.map { String($0.scn) } ?? "",
      "tool": (record?.toolVersion ?? verification?.toolVersion ?? "").printable,
      "verdict": verdict.values,
    ]
    if let record {
      values["migration"] = migrationValues(record)
      values["hasFindings"] = !record.findings.isEmpty
      values["hasNoFindings"] = record.findings.isEmpty
      values["findings"] = Self.groups(record.findings)
    }
    if let verification {
      let certificate = CertificateBlock(verification, migration: migration, holds: verdict.verdict.holds)
      values["verification"] = certificate.values
    }
    return values
  }

  // MARK: migration

  private func migrationValues(_ record: MigrationRecord) -> [String: Any] {
    let rows = record.tables.reduce(0) { $0 &+ $1.rows }
    let bytes = record.tables.reduce(0) { $0 &+ $1.bytes }
    let rejected = record.tables.reduce(0) { $0 &+ $1.rejected }
    let seconds = record.starts.reduce(0) { $0 + $1.seconds }
    let losses = record.findings.count { $0.severity != .info }
    var cards: [(String, String)] = [
      (FigureText.grouped(record.tables.count), record.tables.count == 1 ? "table" : "tables"),
      (FigureText.grouped(rows), "rows"), (FigureText.bytes(bytes), "of data"), (FigureText.time(seconds), "in all"),
    ]
    // Of the rows that these starts copied; where not each piece is known, nobody knows.
    let copied = record.starts.flatMap(\.pieces).reduce(0) { $0 &+ $1.rows }
    if seconds > 0, copied > 0, record.starts.allSatisfy({ $0.pieces.count == $0.pieceCount }) {
      cards.append((FigureText.grouped(Double(copied) / seconds), "rows a second"))
    }
    cards.append((FigureText.grouped(rejected), "rows left out"))
    cards.append((FigureText.grouped(losses), losses == 1 ? "finding" : "findings"))
    return [
      "cards": cards.map { ["figure": $0.0, "name": $0.1] },
      "tables": tables(record),
      "rows": FigureText.grouped(rows), "bytes": FigureText.bytes(bytes), "rejected": FigureText.grouped(rejected),
      "hasRejected": rejected > 0,
      "objects": record.objectsMade.sorted { $0.key < $1.key }.filter { $0.value > 0 }.map {
        ["kind": $0.key.printable, "count": FigureText.grouped($0.value)]
      },
      "hasObjects": record.objectsMade.contains { $0.value > 0 },
      "starts": record.starts.enumerated().map { start($0.offset, $0.element, of: record.starts.count) },
    ]
  }

  private func tables(_ record: MigrationRecord) -> [[String: Any]] {
    let largest = max(record.tables.map(\.rows).max() ?? 1, 1)
    // What was found before the last rows came is no mark of these.
    let found = verdict.verdict.holds ? verification?.tables : nil
    let compared = Dictionary(
      (found ?? []).filter { !$0.isView }.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return record.tables.sorted { ($0.rows, $1.name) > ($1.rows, $0.name) }.map { table in
      let verdict = compared[table.name]
      return [
        "name": table.name.printable, "rows": FigureText.grouped(table.rows), "bytes": FigureText.bytes(table.bytes),
        "rejected": FigureText.grouped(table.rejected), "isRejected": table.rejected > 0,
        "bar": TimelineChart.number(Double(table.rows) / Double(largest) * 100),
        "seconds": table.seconds.map(FigureText.time) ?? "",
        "isOtherSCN": table.scn != record.scn, "scn": String(table.scn),
        "mark": verdict.map { $0.isEqual ? "equal" : "differs" } ?? "",
        "style": verdict?.isEqual == false ? "bad" : "good",
        "isChecked": verdict != nil,
      ]
    }
  }

  private func start(_ index: Int, _ start: MigrationRecord.Start, of count: Int) -> [String: Any] {
    var values: [String: Any] = [
      "title": count == 1 ? "" : "Start \(index + 1)", "isOneOfMany": count > 1,
      "begun": FigureText.moment(start.begun), "seconds": FigureText.time(start.seconds), "brokeOff": start.brokeOff,
    ]
    if let chart = TimelineChart(start) { values["timeline"] = chart.values }
    if let chart = ThroughputChart(start) { values["throughput"] = chart.values }
    return values
  }

  // MARK: findings

  private static func groups(_ findings: [Finding]) -> [[String: Any]] {
    let titles: [(Finding.Severity, String, String)] = [
      (.blocking, "In the way", "bad"), (.warning, "Not carried over exactly", "warn"),
      (.info, "Carried over in another form, nothing lost", "note"),
    ]
    return titles.compactMap { severity, title, style in
      let group = findings.filter { $0.severity == severity }
      guard !group.isEmpty else { return nil }
      return [
        "title": title, "count": FigureText.grouped(group.count), "style": style, "isOpen": severity != .info,
        "items": group.map {
          [
            "object": $0.object.printable, "reason": $0.reason.printable, "remedy": $0.remedy.printable,
            "rule": $0.rule.printable,
          ]
        },
      ]
    }
  }
}
