/// What a verification compared, when and how, and the rows that differ.
struct CertificateBlock {
  private let record: VerificationRecord
  private let migration: MigrationRecord?
  private let title: String
  /// Characters of a value that are shown.
  static let valueLimit = 200
  /// Differences of a table that are shown.
  static let differenceLimit = 50

  /// - Parameter holds: whether nothing has changed since.
  init(_ record: VerificationRecord, migration: MigrationRecord?, holds: Bool) {
    self.record = record
    self.migration = holds ? migration : nil
    title = holds ? "Certificate" : "Certificate of an earlier state"
  }

  /// For the template.
  var values: [String: Any] {
    let tables = record.tables.filter { !$0.isView }
    let views = record.tables.filter(\.isView)
    return [
      "title": title, "moment": FigureText.moment(record.begun), "seconds": FigureText.time(record.seconds),
      "scn": record.scn.map { "Oracle as of SCN \($0)" } ?? "each table as it was when its turn came", "basis": basis,
      "copiedAt": copiedAt, "hasCopiedAt": migration != nil, "tool": record.toolVersion.printable,
      "tables": FigureText.grouped(tables.count), "views": FigureText.grouped(views.count), "hasViews": !views.isEmpty,
      "sourceRows": FigureText.grouped(tables.reduce(0) { $0 &+ $1.sourceRows }),
      "targetRows": FigureText.grouped(tables.reduce(0) { $0 &+ $1.targetRows }),
      "isPart": !record.isWhole, "sampledRows": FigureText.grouped(sampledRows), "hasSample": sampledRows > 0,
      "unchecked": record.unchecked.map { ["name": $0.name.printable, "reason": $0.reason.printable] },
      "hasUnchecked": !record.unchecked.isEmpty,
      "notes": record.tables.flatMap { table in
        table.notes.map { ["name": table.name.printable, "text": $0.printable] }
      },
      "hasNotes": record.tables.contains { !$0.notes.isEmpty },
      "different": record.tables.filter { !$0.isEqual }.map(different),
      "hasDifferent": record.tables.contains { !$0.isEqual },
      "hasDefinitions": (record.definitions?.compared ?? 0) > 0, "definitions": definitions,
      "definitionLines": (record.definitions?.lines ?? []).map { ["text": $0.printable] },
      "hasDefinitionLines": record.definitions?.lines.isEmpty == false,
    ]
  }

  /// Which side's rows were read for it.
  private var basis: String {
    let bySums = record.tables.count { $0.bySums == true }
    let rest = record.tables.count - bySums
    switch (bySums, rest) {
    case (0, _): return "both databases were read"
    case (_, 0): return "PostgreSQL's rows with the sums that were made of Oracle's while they were copied"
    default:
      return "\(FigureText.grouped(bySums)) with the sums that were made of Oracle's rows while they were copied, "
        + "\(FigureText.grouped(rest)) by reading both databases"
    }
  }

  private var definitions: String {
    guard let definitions = record.definitions else { return "" }
    return "\(FigureText.grouped(definitions.compared)) definitions, "
      + (definitions.isEqual ? "as the conversion makes them" : "not all as the conversion makes them")
  }

  private var sampledRows: Int { record.tables.reduce(0) { $0 &+ ($1.sampledRows ?? 0) } }

  /// The point in time that the rows are of.
  private var copiedAt: String {
    guard let migration else { return "" }
    let numbers = Set(migration.tables.map(\.scn)).sorted()
    guard numbers.count > 1 else { return "all rows are of one point in time, SCN \(numbers.first ?? migration.scn)" }
    return "rows are of \(numbers.count) points in time, SCN \(numbers.map(String.init).joined(separator: ", "))"
  }

  private func different(_ table: VerificationRecord.Table) -> [String: Any] {
    let shown = table.differences.prefix(Self.differenceLimit)
    return [
      "name": table.name.printable, "kind": table.isView ? "view" : "table",
      "sourceRows": FigureText.grouped(table.sourceRows), "targetRows": FigureText.grouped(table.targetRows),
      "hasMore": table.hasMore || table.differences.count > shown.count,
      "differences": shown.map { difference -> [String: Any] in
        [
          "kind": Self.words[difference.kind] ?? difference.kind.printable, "key": Self.cut(difference.key),
          "cells": difference.cells.map {
            [
              "column": $0.column.printable, "source": $0.source.map(Self.cut) ?? "",
              "target": $0.target.map(Self.cut) ?? "",
            ]
          },
        ]
      },
    ]
  }

  private static let words = [
    "missing": "missing in PostgreSQL", "extra": "only in PostgreSQL", "changed": "other values",
  ]

  private static func cut(_ text: String) -> String {
    // By scalars: a single Character may have a million marks.
    let shown = String(String.UnicodeScalarView(text.unicodeScalars.prefix(valueLimit)))
    return shown.utf8.count < text.utf8.count ? shown.printable + " …" : shown.printable
  }
}
