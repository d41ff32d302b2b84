import Foundation
import Model
import Tabular

/// The statistics of both database models side by side, as one HTML page that needs nothing else.
///
/// Every name and value is escaped by the template.
public struct StatisticsPage {
  /// One of the two models.
  public struct Side: Sendable {
    /// The schema.
    public var name: String
    /// The server and database.
    public var place: String
    public var report: StatisticsReport

    public init(name: String, place: String, report: StatisticsReport) {
      self.name = name
      self.place = place
      self.report = report
    }
  }

  private let oracle: Side
  private let postgres: Side
  private let made: Date
  private let toolVersion: String
  private let differences: [StatisticsReport.Difference]

  /// Makes a page.
  ///
  /// - Parameter made: when the statistics were taken.
  public init(oracle: Side, postgres: Side, made: Date, toolVersion: String) {
    self.oracle = oracle
    self.postgres = postgres
    self.made = made
    self.toolVersion = toolVersion
    differences = StatisticsReport.differences(oracle: oracle.report, postgres: postgres.report)
  }

  /// The page.
  ///
  /// - Throws: the template's own faults.
  public func html() throws -> String {
    try HTMLPage.render(title: Self.title, body: Self.body, values)
  }

  private var values: [String: Any] {
    let pairs = self.pairs
    return [
      "source": oracle.name.printable, "target": postgres.name.printable,
      "sourcePlace": oracle.place.printable, "targetPlace": postgres.place.printable,
      "moment": FigureText.moment(made), "tool": toolVersion.printable,
      "verdict": verdict,
      "cards": cards.map { ["figure": $0.0, "name": $0.1] },
      "hasDifferences": !differences.isEmpty,
      "differences": differences.map(Self.row),
      "hasTables": !pairs.isEmpty,
      "tables": rows(pairs),
      "sourceRows": Self.grouped(oracle.report.totalRows), "targetRows": Self.grouped(postgres.report.totalRows),
      "headings": Self.compared.map { index -> [String: Any] in
        let column = StatisticsReport.columns[index]
        return ["name": column.name.replacing("_", with: " "), "style": column.type == .number ? "n" : "key"]
      },
      "figures": pairs.map(Self.figures),
      "totals": Self.cells(oracle.report.totals, postgres.report.totals),
      "sourceBytes": Self.bytes(oracle.report.totals), "targetBytes": Self.bytes(postgres.report.totals),
    ]
  }

  private var verdict: [String: Any] {
    guard !differences.isEmpty else {
      return [
        "style": "good", "title": "The same numbers",
        "text":
          "Rows, columns, keys, indexes and all other figures of every table are the same in both models, but for "
          + "bytes, which are not compared. Values are compared by oraferry verify.",
      ]
    }
    let tables = Set(differences.map(\.table)).count
    return [
      "style": "bad", "title": "Different",
      "text":
        "\(Self.counted(differences.count, "difference")) in \(Self.counted(tables, "table")), which are named below.",
    ]
  }

  private var cards: [(String, String)] {
    [
      (FigureText.grouped(oracle.report.tables.count), "tables in Oracle"),
      (FigureText.grouped(postgres.report.tables.count), "tables in PostgreSQL"),
      (Self.grouped(oracle.report.totalRows), "rows in Oracle"),
      (Self.grouped(postgres.report.totalRows), "rows in PostgreSQL"),
      (FigureText.grouped(differences.count), differences.count == 1 ? "difference" : "differences"),
    ]
  }

  private static func counted(_ number: Int, _ what: String) -> String {
    "\(FigureText.grouped(number)) \(what)\(number == 1 ? "" : "s")"
  }

  private static func grouped(_ number: Int?) -> String { number.map { FigureText.grouped($0) } ?? "–" }

  private static func row(_ difference: StatisticsReport.Difference) -> [String: Any] {
    let table = difference.table.printable
    guard let column = difference.column else {
      return [
        "table": table, "figure": "the table", "source": difference.oracle.isEmpty ? "missing" : "there",
        "target": difference.postgres.isEmpty ? "missing" : "there",
      ]
    }
    return [
      "table": table, "figure": column.replacing("_", with: " "), "source": grouped(difference.oracle),
      "target": grouped(difference.postgres),
    ]
  }

  /// A number as people read it; names of a key's columns as they are.
  private static func grouped(_ text: String) -> String {
    Int(text).map { FigureText.grouped($0) } ?? text.printable
  }
}

// MARK: tables

extension StatisticsPage {
  /// A table by its name, on both sides or on one.
  private struct Pair {
    var name: String
    var oracle: TableStatistics?
    var postgres: TableStatistics?

    var onlySide: String? { oracle == nil ? "only in PostgreSQL" : postgres == nil ? "only in Oracle" : nil }
  }

  /// Of all tables that either side has, in the order of their names.
  private var pairs: [Pair] {
    let left = Dictionary(oracle.report.tables.map { ($0.table, $0) }) { first, _ in first }
    let right = Dictionary(postgres.report.tables.map { ($0.table, $0) }) { first, _ in first }
    return Set(left.keys).union(right.keys).sorted().map { Pair(name: $0, oracle: left[$0], postgres: right[$0]) }
  }

  /// The figures beside rows and bytes, which have places of their own: numbers of `StatisticsReport.columns`.
  private static let compared = StatisticsReport.columns.indices.filter {
    !["table", "rows", "bytes"].contains(StatisticsReport.columns[$0].name)
  }

  /// The largest first: their bars tell the most.
  private func rows(_ pairs: [Pair]) -> [[String: Any]] {
    let largest = max(pairs.flatMap { [$0.oracle?.rows ?? 0, $0.postgres?.rows ?? 0] }.max() ?? 1, 1)
    func width(_ rows: Int?) -> String {
      guard let rows, rows > 0 else { return "0" }
      // A row is seen, however many there are elsewhere.
      return TimelineChart.number(max(Double(rows) / Double(largest) * 100, 0.5))
    }
    let sorted = pairs.sorted {
      let (one, other) = (
        max($0.oracle?.rows ?? 0, $0.postgres?.rows ?? 0), max($1.oracle?.rows ?? 0, $1.postgres?.rows ?? 0)
      )
      return one == other ? $0.name < $1.name : one > other
    }
    return sorted.map { pair in
      let isSame = pair.onlySide == nil && pair.oracle?.rows == pair.postgres?.rows
      let (source, target) = (Self.grouped(pair.oracle?.rows), Self.grouped(pair.postgres?.rows))
      return [
        "name": pair.name.printable, "source": source, "target": target,
        "sourceWidth": width(pair.oracle?.rows), "targetWidth": width(pair.postgres?.rows),
        "label": "rows: \(source) in Oracle, \(target) in PostgreSQL",
        "mark": pair.onlySide ?? (isSame ? "same" : "differ"), "style": isSame ? "good" : "bad",
      ]
    }
  }

  private static func figures(_ pair: Pair) -> [String: Any] {
    let source = pair.oracle.map(StatisticsReport.cells)
    let target = pair.postgres.map(StatisticsReport.cells)
    return [
      "name": pair.name.printable, "only": pair.onlySide ?? "", "isAlone": pair.onlySide != nil,
      "cells": cells(source, target), "sourceBytes": bytes(source), "targetBytes": bytes(target),
    ]
  }

  /// One cell for each figure that is compared; a side that is nil takes no part.
  private static func cells(_ source: [FrameValue]?, _ target: [FrameValue]?) -> [[String: Any]] {
    compared.map { index in
      let texts = [source, target].compactMap { $0.map { grouped($0[index].canonicalText ?? "none") } }
      let differs = texts.count == 2 && source?[index] != target?[index]
      return [
        "text": differs ? texts.joined(separator: " ≠ ") : texts.first ?? "", "differs": differs,
        "style": StatisticsReport.columns[index].type == .number ? "n" : "key",
      ]
    }
  }

  private static func bytes(_ cells: [FrameValue]?) -> String {
    cells?.last?.canonicalText.flatMap { Int($0) }.map { FigureText.bytes($0) } ?? "–"
  }
}
